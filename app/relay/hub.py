"""The hub of one session, without I/O: it orders commands, keeps the documents, and says what is to be sent to whom.

What a command causes is decided at once and gathered in a batch. The server makes the batch durable, and only then
sends its frames: acknowledgements, patches and log records alike. One batch is under way at a time; the next one
gathers meanwhile, which is what makes many small commits one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from app.domain.kernel.anonymity import is_alias
from app.domain.kernel.capability import Viewer
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Seat, Standing
from app.domain.kernel.words import RELAY, CommandId, MemberId, Millis, Phase, Role
from app.domain.roster.commands import EnterSession, JoinSession, NotePresence
from app.domain.roster.events import PresenceNoted
from app.domain.roster.state import RosterState
from app.domain.session.commands import CreateSession, OpenCode
from app.domain.session.decider import SessionState
from app.domain.session.events import EpochBegun
from app.relay.audience import check_signal, hears
from app.relay.batch import Batch, Line, Outgoing
from app.relay.ledger import FRESH, RELAY_SEAT, Ledger, request_digest
from app.relay.presence import PresenceTracker, closing_changes
from app.relay.readers import Readers
from app.relay.records import log_frames
from app.relay.refusals import Refusals, refused
from app.sync import frames as f

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from app.domain.kernel.anonymity import Masks
    from app.domain.kernel.envelope import Envelope, Record
    from app.domain.kernel.messages import Command

STORED_EVERY: Final = 1_000
"""How often, at most, clients are told what a second machine holds, in milliseconds."""

RENDERED_EVERY: Final = 40
"""After how many records of one batch documents are brought up to date: before the newest messages, of which a document
holds a window, could push out some that no patch has shown yet."""

_encode = msgspec.json.Encoder().encode


class Hub:
    """Orders one session's commands and knows who is to be told what."""

    def __init__(
        self,
        ledger: Ledger,
        *,
        now: Millis,
        last_alive: Millis,
        new_id: Callable[[], str],
        new_salt: Callable[[], str],
        code_is_free: Callable[[str], bool] = lambda _: True,
        masks: Masks | None = None,
    ) -> None:
        """Take over a session's ledger.

        Args:
            ledger: folded to the last durable record.
            now: the time, in milliseconds since 1970.
            last_alive: when the relay before this one was last known to run; closes presence that it left open.
            new_id: makes a version 4 UUID.
            new_salt: makes 32 random hexadecimal digits.
            code_is_free: tells whether a join code leads to no other session.
            masks: who is behind an alias; None once the class is over.
        """
        self._new_id = new_id
        self._new_salt = new_salt
        self._code_is_free = code_is_free
        self._masks = masks
        self.readers = Readers(ledger)
        self._refusals = Refusals()
        self.second_copy = 0
        self._told_copy = 0
        self._told_at: Millis = 0
        self.superseded_by = 0
        self.in_flight: Batch | None = None
        self._take(ledger)
        # The last record tells of that relay's life too, and may be younger than the last time it said so.
        alive = max(min(last_alive or now, now), ledger.world.at)
        closing = closing_changes(self._logged_presence(), alive)
        if closing:
            self._run(NotePresence(changes=closing), RELAY_SEAT, self._new_id(), FRESH, now)
        self._presence = PresenceTracker(self._logged_presence())

    def _take(self, ledger: Ledger) -> None:
        self.ledger = ledger
        ledger.world.masks = self._masks
        self.registry = ledger.registry
        self.readers.take(ledger)
        self.durable_seq = ledger.world.seq
        self.open = Batch(ledger.world.seq)

    @property
    def lines(self) -> dict[Line, None]:
        """The connections that have a seat."""
        return self.readers.lines

    def _logged_presence(self) -> dict[MemberId, Any]:
        return {member: since.presence for member, since in self._roster.presence.items()}

    @property
    def _roster(self) -> RosterState:
        return self.ledger.world.state(RosterState)

    @property
    def session(self) -> SessionState:
        """The session's own state, ahead of durability."""
        return self.ledger.world.state(SessionState)

    # --- coming in -------------------------------------------------------------------------------------------------

    def create(self, line: Line, frame: f.Create, token_hash: str, code: str, now: Millis) -> None:
        """Bring the session into being with its host; repeating it is harmless.

        Raises:
            Refusal: it exists with another host, or its description is not acceptable.
        """
        if self._roster.tokens.get(token_hash) is None:
            if self.ledger.world.seq:
                raise Refusal("session_exists")
            command = CreateSession(
                title=frame.title,
                language=frame.language,
                nearby=frame.nearby,
                address=frame.address,
                meeting_link=frame.meeting_link,
                opens_at=frame.opens_at,
                preparing=frame.preparing,
            )
            join = JoinSession(name=frame.name, token_hash=token_hash, language=frame.language, role=Role.HOST)
            # Both are checked before either is kept: a session without a host would be nobody's.
            fork = Ledger(self.registry, self.ledger.world.fork(), self.ledger.last_hash, self.ledger.epoch)
            steps: tuple[Command, ...] = (command, join, OpenCode(code=code))
            for trial in (True, False):
                for n, step in enumerate(steps):
                    seat = RELAY_SEAT if n < len(steps) - 1 else self._host_seat(fork if trial else self.ledger)
                    step_id = frame.id if n == 0 else self._new_id()
                    if trial:
                        fork.run(step, seat=seat, command_id=step_id, seen=FRESH, at=now, new_salt=self._new_salt)
                    else:
                        self._run(step, seat, step_id, FRESH, now)
        self.hello(line, token_hash, as_replica=True, resync=False, now=now)

    @staticmethod
    def _host_seat(ledger: Ledger) -> Seat:
        seats = ledger.world.state(RosterState).members.values()
        return next(seat for seat in seats if seat.role is Role.HOST)

    def join(self, line: Line, frame: f.Join, token_hash: str, now: Millis) -> None:
        """Give a new seat to somebody who came with the code; who has one already returns to it.

        Raises:
            Refusal: the session is not open, or the name is not acceptable.
        """
        if token_hash not in self._roster.tokens:
            command = JoinSession(name=frame.name, token_hash=token_hash, language=frame.language)
            if self.ledger.known(frame.id, RELAY, request_digest(command)) is None:
                self._run(command, RELAY_SEAT, frame.id, FRESH, now)
        self.hello(line, token_hash, as_replica=False, resync=False, now=now)

    def hello(self, line: Line, token_hash: str, *, as_replica: bool, resync: bool, now: Millis) -> None:
        """Seat a line by its token and greet it.

        A replica's records are the server's to send; it calls `go_live` once they are. `resync` tells it that its past
        is another one than this log's.

        Raises:
            Refusal: `bad_token`, `removed`, `not_allowed`, `not_open_yet`.
        """
        member = self._roster.tokens.get(token_hash)
        if member is None:
            raise Refusal("bad_token")
        seat = self._roster.members[member]
        if seat.standing is Standing.REMOVED:
            raise Refusal("removed")
        if as_replica and not seat.role.is_staff:
            raise Refusal("not_allowed")
        if self.session.phase is Phase.ARCHIVED and not seat.role.is_staff:
            raise Refusal("session_ended")
        if seat.standing in {Standing.EXPECTED, Standing.LEFT}:
            self._run(EnterSession(member=member), RELAY_SEAT, self._new_id(), FRESH, now)
            seat = self._roster.members[member]
        line.member = member
        line.token_hash = token_hash
        line.is_replica = as_replica
        self.lines[line] = None
        self._presence.opened(member, line.number, now)
        welcome = f.Welcome(
            session=self.ledger.world.session,
            member=member,
            role=str(seat.role),
            epoch=self.ledger.epoch,
            seq=self.ledger.world.seq,
            at=max(now, self.ledger.world.at),
            v=f.VERSION,
            resync=resync,
            code=self.session.code if seat.role.is_staff else "",
        )
        self.open.greetings.append(Outgoing((line,), f.encode(welcome)))
        if not as_replica:
            self.open.fresh[line] = None

    def go_live(self, line: Line) -> None:
        """Count a replica as caught up with everything durable: it receives what comes from now on."""
        line.is_live = True

    def left(self, line: Line, now: Millis) -> None:
        """Forget a line whose connection is no more."""
        if line in self.lines:
            self.readers.forget(line)
            self._presence.closed(line.member, line.number, now)

    def refresh(self, line: Line) -> None:
        """Send a line all its documents afresh, after it fell behind."""
        self.open.fresh[line] = None

    # --- asking ----------------------------------------------------------------------------------------------------

    def do(self, line: Line, frame: f.Do, now: Millis) -> None:
        """Take a command from a member; its answer goes out with the batch."""
        self.open.asked.append((line, frame.id))
        try:
            seq = self._do(line, frame, now)
        except Refusal as refusal:
            answer: f.ServerFrame = refused(frame.id, refusal)
        else:
            answer = f.Ack(frame.id, seq)
        self.open.answers.append(Outgoing((line,), f.encode(answer)))

    def _do(self, line: Line, frame: f.Do, now: Millis) -> int:
        if self.superseded_by:
            raise Refusal("superseded", epoch=self.superseded_by)
        seat = self._roster.members[line.member]
        if not line.tally.take(now, is_staff=seat.role.is_staff):
            raise Refusal("rate_limited")
        if line.token_hash not in self._roster.tokens:
            # Revoked a moment ago: the connection ends as soon as that is durable.
            raise Refusal("bad_token")
        command = self.registry.read_command(bytes(frame.command))
        request = request_digest(command)
        settled = self.ledger.known(frame.id, seat.member, request)
        if settled is not None:
            return settled.seq
        self._refusals.repeat(seat.member, frame.id, request)
        if isinstance(command, OpenCode) and not self._code_is_free(command.code):
            raise Refusal("code_taken")
        try:
            return self._run(command, seat, frame.id, frame.seen, now)
        except Refusal as refusal:
            self._refusals.remember(seat.member, frame.id, request, refusal)
            raise

    def ask(self, line: Line, frame: f.Ask) -> None:
        """Say what became of a command."""
        settled = self.ledger.settled.get(frame.id)
        answer: f.ServerFrame
        if settled is not None and (settled.member == line.member or is_alias(settled.member)):
            answer = f.Ack(frame.id, settled.seq)
        else:
            answer = self._refusals.answer(line.member, frame.id) or f.Unknown(frame.id)
        self.open.answers.append(Outgoing((line,), f.encode(answer)))

    def query(self, line: Line, frame: f.Query, now: Millis) -> None:
        """Answer a read-only question."""
        seat = self._roster.members[line.member]
        try:
            value = self._query(line, seat, frame, now)
        except Refusal as refusal:
            answer: f.ServerFrame = refused(frame.id, refusal)
        else:
            answer = f.Answer(frame.id, msgspec.Raw(_encode(value)))
        self.open.answers.append(Outgoing((line,), f.encode(answer)))

    def _query(self, line: Line, seat: Seat, frame: f.Query, now: Millis) -> dict[str, Any]:
        if not line.tally.take(now, is_staff=seat.role.is_staff):
            raise Refusal("rate_limited")
        query = self.registry.queries.get(frame.name)
        if query is None:
            raise Refusal("unknown_query")
        return query(self.ledger.world, Viewer(seat.member, seat.role), frame.args)

    def want(self, line: Line, doc: str, *, wanted: bool) -> None:
        """Open or close on a line a document that is sent on demand; see `Readers.want`."""
        self.readers.want(line, doc, wanted=wanted)
        self.open.moved[line.member] = None

    def showed(self, line: Line, *, here: bool, now: Millis) -> None:
        """Note that a page came to the front or went behind."""
        self._presence.showed(line.member, line.number, here=here, at=now)

    def stored(self, line: Line, seq: int) -> None:
        """Note how much of the log a replica holds durably."""
        if line.is_replica and line.is_remote:
            self.second_copy = max(self.second_copy, min(seq, self.durable_seq))

    def signal(self, line: Line, frame: f.Signal, now: Millis) -> list[Outgoing]:
        """Return what is to be sent at once for a note in passing: it waits for no disk, and one too many is dropped.

        Raises:
            Refusal: `not_your_channel`, `signal_too_large`.
        """
        roster = self._roster
        check_signal(roster.members[line.member], frame.to, has_token=line.token_hash in roster.tokens)
        if len(_encode(frame.value)) > f.SIGNAL_LIMIT:
            raise Refusal("signal_too_large", limit=f.SIGNAL_LIMIT)
        if not line.notes.take(now, is_staff=False):
            return []
        lines = [
            other
            for other in self.lines
            if other is not line
            and hears(roster, roster.members[other.member], frame.to, has_token=other.token_hash in roster.tokens)
        ]
        note = f.encode(f.Heard(member=line.member, to=frame.to, kind=frame.kind, value=frame.value))
        return [Outgoing(lines, note, is_view=True)] if lines else []

    def supersede(self, epoch: int) -> None:
        """Stop accepting commands: a relay with a higher epoch reigns."""
        self.superseded_by = epoch
        bye = f.encode(f.Bye("superseded", self.session.standby))
        self.open.answers.append(Outgoing(tuple(self.lines), bye, closes=True))

    def begin_epoch(self, epoch: int, now: Millis) -> None:
        """Write the first record of a new reign, after a seed."""
        after = self.ledger.last_hash
        self.ledger.epoch = epoch
        command_id = self._new_id()
        envelopes, records = self.ledger.begin(
            EpochBegun(epoch=epoch, after_hash=after), command_id, now, self._new_salt
        )
        self._gather(envelopes, records, command_id)

    # --- time ------------------------------------------------------------------------------------------------------

    def tick(self, now: Millis) -> None:
        """Do what time alone causes: deadlines, presence, news of the second copy."""
        if self.superseded_by:
            return
        due = self.registry.next_deadline(self.ledger.world)
        if due is not None and due <= now:
            command_id = self._new_id()
            envelopes, records = self.ledger.elapse(now, command_id, self._new_salt)
            self._gather(envelopes, records, command_id)
        changes = self._presence.due(now)
        if changes:
            self._run(NotePresence(changes=changes), RELAY_SEAT, self._new_id(), FRESH, now)
        if self.second_copy > self._told_copy and now - self._told_at >= STORED_EVERY:
            self._told_copy, self._told_at = self.second_copy, now
            self.open.answers.append(Outgoing(tuple(self.lines), f.encode(f.Held(self.second_copy))))

    # --- batches ---------------------------------------------------------------------------------------------------

    def _run(self, command: Command, seat: Seat, command_id: CommandId, seen: int, now: Millis) -> int:
        envelopes, records = self.ledger.run(
            command, seat=seat, command_id=command_id, seen=seen, at=now, new_salt=self._new_salt
        )
        self._gather(envelopes, records, command_id)
        return self.ledger.world.seq

    def _gather(self, envelopes: list[Envelope], records: list[Record], command_id: CommandId) -> None:
        batch = self.open
        batch.commit_id = batch.commit_id or command_id
        batch.records += records
        batch.envelopes += envelopes
        for envelope in envelopes:
            self.readers.note(envelope, batch)
        if len(batch.records) - batch.rendered >= RENDERED_EVERY:
            self.readers.render(batch)

    def close(self) -> Batch | None:
        """Close the open batch if it holds anything and none is under way; it is to be stored, then `durable`."""
        if self.in_flight is not None or self.open.is_empty:
            return None
        batch = self.open
        self.readers.render(batch)
        self.open = Batch(self.ledger.world.seq)
        self.in_flight = batch
        return batch

    def durable(self, batch: Batch) -> list[Outgoing]:
        """Count a batch as stored, and return what is to be sent now."""
        self.in_flight = None
        self.durable_seq = batch.expected_seq + len(batch.records)
        return [*self._log_frames(batch.records, batch.closing), *batch.outgoing()]

    def failed(self, ledger: Ledger) -> list[Outgoing]:
        """Go back to what is durable after an append failed, and return the answers to all that was asked since.

        Args:
            ledger: folded anew from the log.
        """
        lost = [batch for batch in (self.in_flight, self.open) if batch is not None]
        asked = [pair for batch in lost for pair in batch.asked]
        greeted = [outgoing for batch in lost for outgoing in batch.greetings]
        noted = [e.event for batch in lost for e in batch.envelopes if isinstance(e.event, PresenceNoted)]
        # The disk may have taken a batch before it failed: replicas have not heard of it yet.
        stored = [record for batch in lost for record in batch.records if record.seq <= ledger.world.seq]
        answers = self._log_frames(stored) if stored and stored[-1].hash == ledger.last_hash else []
        answers += [outgoing for batch in lost for outgoing in batch.drops]
        self.in_flight = None
        self._take(ledger)
        self._presence.forget([change for event in noted for change in event.changes], self._logged_presence())
        for line, command_id in asked:
            # A refusal may have rested on what is lost.
            self._refusals.forget(line.member, command_id)
            answers.append(Outgoing((line,), f.encode(refused(command_id, Refusal("storage_failed")))))
        for line in list(self.lines):
            if line.member not in self._roster.members or line.token_hash not in self._roster.tokens:
                # The seat was given in what is lost: the client takes it again on a new connection.
                answers.append(Outgoing((line,), f.encode(f.Error("storage_failed")), closes=True))
                self.left(line, ledger.world.at)
            elif not line.is_replica:
                # It may read in its memory here what it was never sent, or no longer what it still holds.
                self.open.fresh[line] = None
        self.readers.keep()
        self.open.greetings += [g for g in greeted if g.lines[0] in self.lines]
        return answers

    def _log_frames(self, records: Sequence[Record], closing: Container[Line] = ()) -> list[Outgoing]:
        # Who is being sent away is not told what came in the same moment.
        replicas = [line for line in self.lines if line.is_replica and line.is_live and line not in closing]
        return [Outgoing(replicas, frame) for frame in log_frames(records)] if replicas else []
