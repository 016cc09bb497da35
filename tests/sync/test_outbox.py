"""Commands on their way to the relay: every one answered for once, none lost, none sent silently when stale."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.kernel.messages import Stale
from app.sync import frames as f
from app.sync import outbox as o
from tests.drawing import drawn


class Relay:
    """What a relay does with commands: orders them, once each, and may be thrown away for one that knows less."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.epoch = 1

    def answer(self, frame: f.Do | f.Ask) -> f.ServerFrame:
        """Order a command, once, and answer."""
        if isinstance(frame, f.Do) and frame.id not in self.log:
            self.log.append(frame.id)
        if frame.id in self.log:
            return f.Ack(frame.id, self.log.index(frame.id) + 1)
        return f.Unknown(frame.id)


class Desk:
    """Drives an outbox over a disk that keeps what was written and a line that loses what it carries."""

    def __init__(self, relay: Relay) -> None:
        self.relay = relay
        self.disk: dict[str, o.Entry] = {}
        self.box = o.Outbox()
        self.connected = False
        self.to_relay: list[f.Do | f.Ask] = []
        self.from_relay: list[f.ServerFrame] = []
        self.unwritten: list[o.Entry] = []
        self.promised: set[str] = set()
        self.told: dict[str, list[str]] = {}
        self.confirmed: set[str] = set()
        self.connection = 0
        self.composed_on: dict[str, int] = {}
        self.now = 0

    def carry_out(self) -> None:
        """Do what the outbox wants done."""
        for effect in self.box.take_effects():
            match effect:
                case o.Keep(entry=entry) if entry.state is o.EntryState.WRITING:
                    self.unwritten.append(entry)
                case o.Keep(entry=entry):
                    self.disk[entry.id] = entry
                case o.Strike(ids=ids):
                    for command_id in ids:
                        self.disk.pop(command_id, None)
                case o.Send(frame=frame):
                    assert frame.id in self.disk
                    self.check_silence(frame)
                    if self.connected:
                        self.to_relay.append(frame)
                case o.Acknowledged(id=command_id):
                    self.told.setdefault(command_id, []).append("acked")
                case o.Refused(entry=entry) | o.Dropped(entry=entry) | o.Doubted(entry=entry):
                    self.told.setdefault(entry.id, []).append(type(effect).__name__.lower())

    def check_silence(self, frame: f.Do | f.Ask) -> None:
        """A stale command of a kind that is not repeated goes out only after the person said so."""
        if isinstance(frame, f.Do) and self.box.entry(frame.id).stale is not Stale.REPLAY:  # type: ignore[union-attr]
            assert self.composed_on[frame.id] == self.connection or frame.id in self.confirmed

    def submit(self, stale: Stale) -> None:
        """Compose a command."""
        n = len(self.composed_on)
        command_id = f"c{n}"
        self.composed_on[command_id] = self.connection if self.connected else -1
        self.box.submit(o.Entry(id=command_id, command=b"{}", stale=stale, seen=0, composed_at=n))
        self.carry_out()

    def write(self) -> None:
        """Bring the oldest command to disk."""
        if self.unwritten:
            entry = self.unwritten.pop(0)
            self.disk[entry.id] = entry
            self.promised.add(entry.id)
            self.box.kept(entry.id, self.now)
            self.carry_out()

    def connect(self) -> None:
        """Say hello."""
        if not self.connected:
            self.connected = True
            self.connection += 1
            self.confirmed.clear()
            self.box.online(self.relay.epoch, now=self.now)
            self.carry_out()

    def lose(self) -> None:
        """Lose the line and all that is on it."""
        if self.connected:
            self.connected = False
            self.to_relay.clear()
            self.from_relay.clear()
            self.box.offline()
            self.carry_out()

    def relay_reads(self) -> None:
        """Let one frame arrive at the relay."""
        if self.to_relay:
            self.from_relay.append(self.relay.answer(self.to_relay.pop(0)))

    def desk_reads(self) -> None:
        """Let one answer arrive at the desk."""
        if self.from_relay:
            frame = self.from_relay.pop(0)
            self.box.answered(frame, self.now)
            self.box.saw(len(self.relay.log), self.now)
            self.carry_out()

    def repeat(self) -> None:
        """The network shows the relay the same frame twice."""
        if self.to_relay:
            self.to_relay.insert(0, self.to_relay[0])

    def throttle(self) -> None:
        """The relay turns the next command down for now."""
        if self.to_relay:
            self.from_relay.append(f.Refused(self.to_relay.pop(0).id, "rate_limited", final=False))

    def crash(self) -> None:
        """Die, and come back with what the disk holds."""
        self.lose()
        self.unwritten.clear()
        self.box = o.Outbox(self.disk.values(), epoch=self.box.epoch)
        self.carry_out()

    def second_machine(self) -> None:
        """Hold the whole log on a second machine."""
        if self.connected:
            self.box.answered(f.Held(len(self.relay.log)), self.now)
            self.carry_out()

    def wait(self) -> None:
        """Let time pass."""
        self.now += o.RETRY_MAX_MS
        self.box.pump(self.now)
        self.carry_out()

    def person(self, *, yes: bool) -> None:
        """Answer for a command that went stale."""
        for entry in self.box.unsettled:
            if entry.state is o.EntryState.PERSON:
                if yes:
                    self.confirmed.add(entry.id)
                    self.box.confirm(entry.id, len(self.relay.log), self.now)
                else:
                    self.box.dismiss(entry.id)
                    self.told.setdefault(entry.id, []).append("dismissed")
                self.carry_out()
                return

    def settle(self) -> None:
        """Give it a quiet line until nothing moves any more; the person confirms what is asked."""
        self.connect()
        for _ in range(1_000):
            before = (self.box.entries, len(self.unwritten), len(self.to_relay), len(self.from_relay))
            self.write()
            self.relay_reads()
            self.desk_reads()
            self.person(yes=True)
            self.wait()
            if before == (self.box.entries, len(self.unwritten), len(self.to_relay), len(self.from_relay)):
                return


STEPS = (
    "write",
    "connect",
    "lose",
    "relay_reads",
    "desk_reads",
    "repeat",
    "throttle",
    "crash",
    "second_machine",
    "wait",
)
actions = st.lists(st.one_of(st.sampled_from(STEPS), st.sampled_from(list(Stale)), st.booleans()), max_size=80)


def play(desk: Desk, script: list[Any]) -> None:
    for step in script:
        match step:
            case Stale():
                desk.submit(step)
            case bool():
                desk.person(yes=step)
            case _:
                getattr(desk, step)()


@given(actions)
@settings(max_examples=drawn(150))
def test_every_command_on_disk_is_answered_for_exactly_once(script: list[Any]):
    """Whatever the line and the machine do, a command that was written down ends done once, or the person is told."""
    desk = Desk(Relay())
    play(desk, script)

    desk.settle()

    assert desk.box.unsettled == ()
    assert len(desk.relay.log) == len(set(desk.relay.log))
    for command_id in desk.promised:
        told = [word for word in desk.told.get(command_id, []) if word != "doubted"]
        assert told in (["acked"], ["dropped"], ["dismissed"])
        assert (told == ["acked"]) == (command_id in desk.relay.log and told != ["dismissed"])


@given(actions, actions, st.integers(0, 100))
def test_what_a_second_machine_does_not_hold_is_offered_to_the_next_relay(
    before: list[Any], after: list[Any], cut: int
):
    """A new relay that knows less gets back what was acknowledged, except what its person has to confirm first."""
    desk = Desk(Relay())
    play(desk, [step for step in before if step != "second_machine"])
    desk.settle()
    acked = {entry.id for entry in desk.box.entries}
    desk.lose()
    desk.relay.log = desk.relay.log[: cut % (len(desk.relay.log) + 1)]
    desk.relay.epoch = 2
    play(desk, [step for step in after if step != "second_machine"])

    desk.settle()

    missing = acked - set(desk.relay.log)
    assert all(desk.told[command_id][-1] in {"dropped", "dismissed"} for command_id in missing)


def entry(command_id: str, stale: Stale = Stale.REPLAY, state: o.EntryState = o.EntryState.WRITING) -> o.Entry:
    return o.Entry(id=command_id, command=b"{}", stale=stale, seen=3, composed_at=0, state=state)


def sent(box: o.Outbox) -> list[f.Do | f.Ask]:
    return [effect.frame for effect in box.take_effects() if isinstance(effect, o.Send)]


def test_a_command_is_not_sent_before_it_is_on_disk():
    box = o.Outbox()
    box.online(1)
    box.submit(entry("a"))

    assert sent(box) == []
    box.kept("a")
    assert [frame.id for frame in sent(box)] == ["a"]


def test_a_step_of_the_class_waits_for_what_was_asked_before_it():
    """Else one's own earlier command would make it stale; and it goes with what it has seen by then."""
    box = o.Outbox(refresh=lambda _entry, seen: seen)
    box.online(1)
    for command_id, stale in (("a", Stale.REPLAY), ("b", Stale.ASK)):
        box.submit(entry(command_id, stale))
        box.kept(command_id)
    assert [frame.id for frame in sent(box)] == ["a"]

    box.answered(f.Ack("a", 7))
    assert sent(box) == []
    box.saw(7)

    (frame,) = sent(box)
    assert isinstance(frame, f.Do)
    assert (frame.id, frame.seen) == ("b", 7)


def test_a_divergent_relay_is_offered_what_the_lost_one_acknowledged():
    box = o.Outbox([replace(entry("a", state=o.EntryState.ACKED), acked_seq=9)], epoch=1)

    box.online(1, resync=True)

    assert [frame.id for frame in sent(box)] == ["a"]


def test_what_has_gone_stale_is_reported_once_however_often_the_line_breaks():
    box = o.Outbox([entry("a", Stale.ASK)], epoch=1)
    doubts = 0
    for _ in range(3):
        box.online(1)
        box.answered(f.Unknown("a"))
        doubts += sum(isinstance(effect, o.Doubted) for effect in box.take_effects())
        box.offline()

    assert doubts == 1
    assert box.unsettled[0].state is o.EntryState.PERSON
