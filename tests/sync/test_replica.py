"""A replica: it takes only a chain that continues its own, and its snapshot is as good as its whole log."""

from __future__ import annotations

import itertools
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.breakouts.commands import MoveMembers, OpenRoom
from app.domain.discussion.commands import DeleteMessage, EditMessage, PostMessage, RaiseHand, React
from app.domain.discussion.decider import EMOJIS
from app.domain.kernel.envelope import Envelope, Record, erased, seal
from app.domain.kernel.gate import Outcome
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Seat, Standing
from app.domain.kernel.words import MAIN, Role
from app.domain.kernel.world import Ctx
from app.domain.moderation.commands import DecideText, SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.moderation.state import ModerationState
from app.domain.registry import REGISTRY
from app.domain.roster.commands import EraseMember, JoinSession, LeaveSession, RenameMember
from app.domain.session.commands import CreateSession, OpenLobby, StartSession
from app.sync.frames import WireRecord
from app.sync.replica import BrokenChain, Replica, Stretch
from app.sync.snapshots import BrokenSnapshot
from tests.drawing import drawn

SESSION = "00000000-0000-4000-8000-000000000001"


class Author:
    """Writes a log as a relay would, one command after another."""

    def __init__(self) -> None:
        self.world = REGISTRY.world(SESSION)
        self.records: list[Record] = []
        self._ids = (str(UUID(int=n, version=4)) for n in itertools.count(1))
        self.members: list[str] = []
        self.do(CreateSession(title="Cours", nearby=True), "relay", Role.RELAY)
        self.join("Ada", Role.HOST)
        self.do(OpenLobby(), self.members[0], Role.HOST)
        self.do(StartSession(), self.members[0], Role.HOST)
        for name in ("Tom", "Lea", "Max"):
            self.join(name, Role.LEARNER)

    def join(self, name: str, role: Role) -> None:
        """Let somebody in."""
        before = {seat.member for seat in self.world.seats.all_seats()}
        self.do(JoinSession(name=name, token_hash=f"{len(before):064x}", role=role), "relay", Role.RELAY)
        self.members += [seat.member for seat in self.world.seats.all_seats() if seat.member not in before]

    def do(self, command: Any, actor: str, role: Role) -> None:
        """Decide, fold and seal a command; a refusal leaves no trace."""
        command_id = next(self._ids)
        ctx = Ctx(session=SESSION, command_id=command_id, actor=actor, role=role, at=1000 + len(self.records))
        seat = self.world.seats.seat(actor) or Seat(member=actor, role=role, standing=Standing.ADMITTED, number=0)
        try:
            events = REGISTRY.decide(self.world, command, ctx, seat, 2**53)
        except Refusal:
            return
        for event in events:
            seq = len(self.records) + 1
            envelope = Envelope(
                epoch=1, seq=seq, id=next(self._ids), command_id=command_id, actor=actor, at=ctx.at, event=event,
                request="r" * 32,
            )  # fmt: skip
            REGISTRY.evolve(self.world, envelope)
            prev = self.records[-1].hash if self.records else "0" * 64
            self.records.append(seal(envelope, prev, f"{seq:032x}"))

    def act(self, kind: int, who: int, pick: int) -> None:  # noqa: C901, PLR0912 (one arm an act)
        """Do one of the things that people do."""
        state = self.world.named("discussion")
        messages: list[str] = list(state.messages)  # type: ignore[attr-defined]
        member = self.members[who % len(self.members)]
        role = Role.HOST if member == self.members[0] else Role.LEARNER
        message = messages[pick % len(messages)] if messages else "none"
        waiting = list(self.world.state(ModerationState).waiting)
        rooms = list(self.world.named("roster").rooms)  # type: ignore[attr-defined]
        place = f"room:{rooms[pick % len(rooms)]}" if rooms else MAIN
        match kind:
            case 0:
                self.do(PostMessage(channel=MAIN, text=f"mot {pick}"), member, role)
            case 1:
                self.do(EditMessage(message=message, text=f"mieux {pick}"), member, role)
            case 2:
                self.do(React(message=message, emoji=EMOJIS[pick % len(EMOJIS)], on=pick % 3 > 0), member, role)
            case 3:
                self.do(RaiseHand(), member, role)
            case 4:
                self.do(SetChannelMode(channel=MAIN, mode=list(ChannelMode)[pick % 2]), self.members[0], Role.HOST)
            case 5 if waiting:
                item = self.world.state(ModerationState).items[waiting[pick % len(waiting)]]
                outcome = (Outcome.PUBLISHED, Outcome.RETURNED, Outcome.REJECTED)[pick % 3]
                command = DecideText(
                    item=item.item, revision=item.revision, version=item.version, outcome=outcome, reason="ton"
                )
                self.do(command, self.members[0], Role.HOST)
            case 6:
                self.do(OpenRoom(name=f"Salle {pick}"), self.members[0], Role.HOST)
            case 7:
                self.do(MoveMembers(members=(member,), place=place), self.members[0], Role.HOST)
            case 8:
                self.do(DeleteMessage(message=message), self.members[0], Role.HOST)
            case 9:
                self.do(RenameMember(member=member, name=f"Nom {pick}"), member, role)
            case 10 if role is Role.LEARNER:
                self.do(EraseMember(member=member), self.members[0], Role.HOST)
            case 11 if role is Role.LEARNER:
                self.do(LeaveSession(), member, role)
            case _:
                self.do(PostMessage(channel=place, text=f"salle {pick}"), member, role)


acts = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3), st.integers(0, 20)), max_size=60)


def wire(records: list[Record]) -> list[WireRecord]:
    return [WireRecord(r.body.decode(), None if r.private is None else r.private.decode()) for r in records]


def states(replica: Replica) -> dict[str, Any]:
    return {name: msgspec.to_builtins(state) for name, state in replica.world.states.items()}


def written(script: list[tuple[int, int, int]]) -> Author:
    author = Author()
    for kind, who, pick in script:
        author.act(kind, who, pick)
    return author


@given(acts, st.data())
@settings(max_examples=drawn(15))
def test_a_snapshot_and_what_follows_equal_the_whole_log(script: list[tuple[int, int, int]], data: st.DataObject):
    author = written(script)
    cut = data.draw(st.integers(1, len(author.records)))
    whole, part = Replica(SESSION), Replica(SESSION)
    whole.fold(author.records)
    part.fold(author.records[:cut])

    again = Replica.restore(SESSION, part.snapshot())
    again.fold(author.records[cut:])

    assert states(again) == states(whole)
    assert again.head == whole.head
    assert (again.world.epoch, again.world.seq, again.world.at) == (1, author.world.seq, author.world.at)


@given(acts, st.lists(st.integers(1, 10), max_size=20))
@settings(max_examples=drawn(15))
def test_a_replica_is_one_with_its_relay_however_the_log_is_cut(script: list[tuple[int, int, int]], cuts: list[int]):
    author = written(script)
    replica = Replica(SESSION)
    rest = wire(author.records)
    for cut in cuts:
        replica.receive(rest[:cut])
        rest = rest[cut:]
    replica.receive(rest)

    relay = {name: msgspec.to_builtins(state) for name, state in author.world.states.items()}
    assert states(replica) == relay


@given(acts, st.integers(1, 3))
@settings(max_examples=drawn(15))
def test_who_comes_after_an_erasure_knows_what_everybody_knows_then(script: list[tuple[int, int, int]], who: int):
    """The log without the erased parts folds to the same state as the log with them."""
    author = written(script)
    member = author.members[who]
    author.do(EraseMember(member=member), author.members[0], Role.HOST)
    there, late = Replica(SESSION), Replica(SESSION)
    there.fold(author.records)
    late.fold([erased(record) if record.subject == member else record for record in author.records])

    assert states(late) == states(there)
    assert late.head == there.head


@given(acts, st.data())
@settings(max_examples=drawn(15))
def test_a_record_that_does_not_fit_is_refused_and_nothing_of_its_frame_folded(
    script: list[tuple[int, int, int]], data: st.DataObject
):
    author = written(script)
    records = author.records
    replica = Replica(SESSION)
    start = data.draw(st.integers(0, len(records) - 2))
    replica.fold(records[:start])
    before = states(replica)
    at = data.draw(st.integers(start, len(records) - 1))
    damage = data.draw(st.sampled_from(["gap", "body", "private", "twice"]))
    frame = wire(records[start:])
    broken = at - start
    match damage:
        case "gap" if broken < len(frame) - 1:
            del frame[broken]
        case "private" if records[at].private is not None:
            frame[broken] = replace(frame[broken], private=(frame[broken].private or "")[:-2] + ' "}')
        case "twice":
            frame.insert(broken, frame[broken])
        case _:
            # The last record of all has no neighbour to give it away but its own place.
            frame[broken] = replace(frame[broken], body=frame[broken].body.replace(f'"seq":{at + 1},', '"seq":0,', 1))

    with pytest.raises(BrokenChain):
        replica.receive(frame)

    assert states(replica) == before


def test_an_erasure_is_stored_apart_from_what_follows_it():
    """Else it would reach what the same person wrote afterwards."""
    author = Author()
    tom = author.members[1]
    author.do(PostMessage(channel=MAIN, text="avant"), tom, Role.LEARNER)
    author.do(EraseMember(member=tom), author.members[0], Role.HOST)
    author.do(PostMessage(channel=MAIN, text="après"), tom, Role.LEARNER)

    stretches = Replica(SESSION).receive(wire(author.records)).stretches

    assert [(s.after, len(s.records), s.erase) for s in stretches] == [
        (0, len(author.records) - 1, (tom,)),
        (len(author.records) - 1, 1, ()),
    ]
    assert all(isinstance(stretch, Stretch) for stretch in stretches)


@pytest.mark.parametrize("blob", [b"", b"\x90", b"not a snapshot"])
def test_a_torn_snapshot_is_told_from_a_whole_one(blob: bytes):
    with pytest.raises(BrokenSnapshot):
        Replica.restore(SESSION, blob)


def test_a_snapshot_of_another_session_is_refused():
    author = Author()
    replica = Replica(SESSION)
    replica.fold(author.records)

    with pytest.raises(BrokenSnapshot):
        Replica.restore(SESSION.replace("1", "2"), replica.snapshot())
