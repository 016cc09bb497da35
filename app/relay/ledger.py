"""The running state of one session on its relay: deciding, folding and sealing, ahead of durability."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.kernel.anonymity import NOBODY, AnonymousNoted, is_alias
from app.domain.kernel.envelope import GENESIS, Envelope, Record, digest, seal
from app.domain.kernel.messages import CommandNoted, Event, MemberErased
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Seat, Standing
from app.domain.kernel.words import RELAY, CommandId, MemberId, Millis, Role, derived_id, named_id
from app.domain.kernel.world import Ctx, World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.domain.kernel.messages import Command
    from app.domain.registry import Registry

RELAY_SEAT: Final = Seat(member=RELAY, role=Role.RELAY, standing=Standing.ADMITTED, number=0)
"""The relay's own seat, from which it asks for what nobody else may."""

FRESH: Final = 2**53 - 1
"""The `seen` of who sees everything: the relay itself."""

_MAX_POLICIES: Final = 100


class Settled(msgspec.Struct, frozen=True):
    """What became of a command: who asked (maybe an alias), a digest of what was asked, its last event's place."""

    member: MemberId
    request: str
    seq: int


class Ledger:
    """One session's world and the end of its hash chain, and which commands it holds.

    Everything here is in memory and ahead of the disk; when an append fails, the ledger is thrown away and folded anew.
    """

    def __init__(self, registry: Registry, world: World, last_hash: str, epoch: int) -> None:
        """Go on from a folded world.

        Args:
            registry: the capabilities.
            world: the state after the last durable record.
            last_hash: that record's hash, or `GENESIS`.
            epoch: this relay's reign.
        """
        self.registry = registry
        self.world = world
        self.epoch = epoch
        self.last_hash = last_hash
        self.settled: dict[CommandId, Settled] = {}

    @classmethod
    def empty(cls, registry: Registry, session: str) -> Ledger:
        """Return the ledger of a session in which nothing has happened."""
        return cls(registry, registry.world(session), GENESIS, 1)

    def fold(self, envelope: Envelope, record_hash: str) -> None:
        """Take in one record that is durable already."""
        self.registry.evolve(self.world, envelope)
        self.last_hash = record_hash
        self.epoch = envelope.epoch
        self._settle(envelope)

    def _settle(self, envelope: Envelope) -> None:
        known = self.settled.get(envelope.command_id)
        member = known.member if known else envelope.actor
        request = known.request if known else envelope.request
        self.settled[envelope.command_id] = Settled(member, request, envelope.seq)

    def known(self, command_id: CommandId, member: MemberId, request: str) -> Settled | None:
        """Return what became of a command, if it is in the log.

        Raises:
            Refusal: `id_reused`: another member's, or another command, has that id.
        """
        settled = self.settled.get(command_id)
        if settled is None:
            return None
        # Whose an anonymous command was is nowhere to be read: who knows its id and its words sent it.
        is_theirs = settled.member == member or is_alias(settled.member)
        # An erased record no longer tells what was asked: then the id alone has to do.
        if not is_theirs or (request and settled.request and settled.request != request):
            raise Refusal("id_reused")
        return settled

    def run(
        self,
        command: Command,
        *,
        seat: Seat,
        command_id: CommandId,
        seen: int,
        at: Millis,
        new_salt: Callable[[], str],
    ) -> tuple[list[Envelope], list[Record]]:
        """Decide a command, fold and seal what follows from it.

        Raises:
            Refusal: it must not happen; nothing changed.
        """
        at = max(at, self.world.at)
        ctx = Ctx(session=self.world.session, command_id=command_id, actor=seat.member, role=seat.role, at=at)
        ctx = self.registry.acting(self.world, command, ctx)
        noted = AnonymousNoted(alias=ctx.actor) if is_alias(ctx.actor) else CommandNoted()
        events = self.registry.decide(self.world, command, ctx, seat, seen) or (noted,)
        if any(event.signed_by(ctx.actor) == NOBODY for event in events):
            # Without a key everybody would be the same person.
            raise Refusal("anonymity_over")
        return self._commit(events, ctx, request_digest(command), new_salt)

    def elapse(
        self, at: Millis, command_id: CommandId, new_salt: Callable[[], str]
    ) -> tuple[list[Envelope], list[Record]]:
        """Let everything happen whose deadline has passed, the earliest first."""
        envelopes: list[Envelope] = []
        records: list[Record] = []
        n = 0
        while (due := self.registry.next_deadline(self.world)) is not None and due <= at:
            # Overdue deadlines happen in their own order, at their own time if the log allows it.
            step_id = derived_id(command_id, RELAY, n)
            ctx = Ctx(
                session=self.world.session,
                command_id=step_id,
                actor=RELAY,
                role=Role.RELAY,
                at=max(due, self.world.at),
            )
            events = self.registry.elapse(self.world, ctx)
            if not events:
                break
            more_envelopes, more_records = self._commit(events, ctx, "", new_salt)
            envelopes += more_envelopes
            records += more_records
            n += 1
        return envelopes, records

    def begin(
        self, event: Event, command_id: CommandId, at: Millis, new_salt: Callable[[], str]
    ) -> tuple[list[Envelope], list[Record]]:
        """Write what the relay itself has to say, such as the first record of its reign."""
        ctx = Ctx(
            session=self.world.session,
            command_id=command_id,
            actor=RELAY,
            role=Role.RELAY,
            at=max(at, self.world.at),
        )
        return self._commit((event,), ctx, "", new_salt)

    def _commit(
        self, events: Iterable[Event], ctx: Ctx, request: str, new_salt: Callable[[], str]
    ) -> tuple[list[Envelope], list[Record]]:
        envelopes: list[Envelope] = []
        records: list[Record] = []
        pending: list[tuple[Event, MemberId]] = [(event, event.signed_by(ctx.actor)) for event in events]
        policies = 0
        while pending:
            event, actor = pending.pop(0)
            envelope = Envelope(
                epoch=self.epoch,
                seq=self.world.seq + 1,
                id=named_id(ctx.command_id, f"event:{len(envelopes)}"),
                command_id=ctx.command_id,
                actor=actor,
                at=ctx.at,
                event=event,
                request="" if envelopes else request,
            )
            record = seal(envelope, self.last_hash, new_salt())
            self.fold(envelope, record.hash)
            envelopes.append(envelope)
            records.append(record)
            for command in self.registry.policies(self.world, envelope):
                policies += 1
                if policies > _MAX_POLICIES:
                    msg = f"policies do not come to an end: {command.type_name()}"
                    raise RuntimeError(msg)
                pending += [(event, RELAY) for event in self._follow(command, ctx, policies)]
        return envelopes, records

    def _follow(self, command: Command, cause: Ctx, n: int) -> Sequence[Event]:
        ctx = Ctx(
            session=cause.session,
            command_id=derived_id(cause.command_id, RELAY, n),
            actor=RELAY,
            role=Role.RELAY,
            at=cause.at,
        )
        try:
            return self.registry.decide(self.world, command, ctx, RELAY_SEAT, FRESH)
        except Refusal:
            # What follows from an event must not undo the event: a policy that no longer applies has nothing to do.
            return ()


def request_digest(command: Command) -> str:
    """Return a digest of what is asked, to tell a repeated request from another one under the same id."""
    return digest(msgspec.json.encode(command))[:32]


def erased_by(envelopes: Iterable[Envelope]) -> tuple[MemberId, ...]:
    """Return the members whom a commit erases."""
    return tuple(e.event.member for e in envelopes if isinstance(e.event, MemberErased))
