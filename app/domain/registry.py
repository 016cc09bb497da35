"""The list of capabilities, and what follows from it: names to types, one permission table, a fresh world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Union

import msgspec
from msgspec.structs import replace

from app.domain.agenda import AGENDA
from app.domain.anonymous import ANONYMOUS
from app.domain.board import BOARD
from app.domain.breakouts import BREAKOUTS
from app.domain.debate import DEBATE
from app.domain.discussion import DISCUSSION
from app.domain.expected import EXPECTED
from app.domain.kernel.anonymity import AnonymousNoted
from app.domain.kernel.gate import TextDecided, decided_by_people
from app.domain.kernel.messages import Command, CommandNoted, Event, MemberErased
from app.domain.kernel.permissions import Permission, authorize
from app.domain.kernel.powers import NONE, powers_at
from app.domain.kernel.projector import Projector
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.world import Ctx, World
from app.domain.leads import LEADS
from app.domain.moderation import MODERATION
from app.domain.notes import NOTES
from app.domain.pins import PINS
from app.domain.planning import PLANNING
from app.domain.polls import POLLS
from app.domain.prompts import PROMPTS
from app.domain.questions import QUESTIONS
from app.domain.remarks import REMARKS
from app.domain.roster import ROSTER
from app.domain.session import SESSION
from app.domain.stage import STAGE
from app.domain.support import SUPPORT
from app.domain.thanks import THANKS
from app.domain.topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.kernel.capability import Capability, Query, Upcaster
    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.seats import Seat
    from app.domain.kernel.words import Millis, SessionId

CAPABILITIES: Final[tuple[Capability, ...]] = (
    SESSION,
    ROSTER,
    MODERATION,
    TOPICS,
    ANONYMOUS,
    DISCUSSION,
    QUESTIONS,
    AGENDA,
    POLLS,
    PLANNING,
    EXPECTED,
    BREAKOUTS,
    NOTES,
    LEADS,
    DEBATE,
    SUPPORT,
    REMARKS,
    STAGE,
    PINS,
    PROMPTS,
    THANKS,
    BOARD,
)
"""Every capability of Cercle. Adding one is one line here."""

_READINGS: Final = ("life", "seats", "gate", "topics", "talk", "powers", "veil")


class Registry:
    """What a set of capabilities amounts to."""

    def __init__(self, capabilities: Iterable[Capability] = CAPABILITIES) -> None:
        """Index the capabilities.

        Raises:
            ValueError: a type name is used twice, or a shared reading has not exactly one provider.
        """
        self.capabilities = tuple(capabilities)
        self.permissions: Mapping[type[Command], Permission] = _once(
            (command, permission) for c in self.capabilities for command, permission in c.permissions.items()
        )
        self._deciders = {command: c for c in self.capabilities for command in c.permissions}
        kernel_events: tuple[type[Event], ...] = (CommandNoted, AnonymousNoted, MemberErased, TextDecided)
        self.events: Mapping[str, type[Event]] = _once(
            (event.type, event) for event in (*kernel_events, *(e for c in self.capabilities for e in c.events))
        )
        self.commands: Mapping[str, type[Command]] = _once((c.type_name(), c) for c in self.permissions)
        self.queries: Mapping[str, Query] = _once(
            (f"{c.name}.{name}", query) for c in self.capabilities for name, query in c.queries.items()
        )
        kernel_upcasters: dict[tuple[str, int], Upcaster] = {(TextDecided.type, 1): decided_by_people}
        self._upcasters: Mapping[tuple[str, int], Upcaster] = _once(
            (*kernel_upcasters.items(), *(item for c in self.capabilities for item in c.upcasters.items()))
        )
        self._hearers: dict[type[Event], tuple[Capability, ...]] = {}
        self._providers = _once((reading, c.name) for c in self.capabilities for reading in c.provides)
        if set(self._providers) != set(_READINGS):
            msg = f"each of {_READINGS} wants one provider, got {sorted(self._providers)}"
            raise ValueError(msg)
        union: Any = Union.__getitem__(tuple(self.permissions))
        self._command_decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(union)

    def world(self, session: SessionId) -> World:
        """Return the state of a session in which nothing has happened."""
        return World(session, {c.name: c.state() for c in self.capabilities}, self._providers, self.text_of)

    def projector(self) -> Projector:
        """Return a keeper of documents over these capabilities."""
        return Projector(self.capabilities, self.hearers)

    def hearers(self, kind: type[Event]) -> tuple[Capability, ...]:
        """Return the capabilities that an event of this class concerns, in their order."""
        known = self._hearers.get(kind)
        if known is None:
            hearers = (c for c in self.capabilities if kind in c.events or issubclass(kind, c.hears))
            known = self._hearers[kind] = tuple(hearers)
        return known

    def read_command(self, raw: bytes) -> Command:
        """Decode a command from JSON.

        Raises:
            Refusal: `unknown_command`, or `bad_command` when its fields do not fit.
        """
        try:
            return self._command_decoder.decode(raw)  # type: ignore[no-any-return]
        except msgspec.ValidationError as error:
            raise Refusal("unknown_command" if "$.type" in str(error) else "bad_command") from error
        except msgspec.DecodeError as error:
            raise Refusal("bad_command") from error

    def read_event(self, type_name: str, version: int, fields: dict[str, Any]) -> Event:
        """Build today's event from stored fields of any version.

        Raises:
            UnreadableEvent: the type is unknown, or the version is newer than this software.
            msgspec.ValidationError: the fields do not fit the type.
        """
        kind = self.events.get(type_name)
        if kind is None or not 1 <= version <= kind.version:
            raise UnreadableEvent(type_name, version)
        while version < kind.version:
            fields = self._upcasters[type_name, version](fields)
            version += 1
        return msgspec.convert(fields, kind)

    def acting(self, world: World, command: Command, ctx: Ctx) -> Ctx:
        """Return the context in which a command is decided: under an alias, when it is an anonymous act."""
        alias = self._deciders[type(command)].acts_as(world, command, ctx)
        return replace(ctx, actor=alias) if alias else ctx

    def decide(self, world: World, command: Command, ctx: Ctx, seat: Seat, seen_seq: int) -> Sequence[Event]:
        """Authorize and decide one command.

        Args:
            world: the state to decide on; it is not changed.
            command: what is asked.
            ctx: the impure values to use, as `acting` gives them.
            seat: who asks.
            seen_seq: the last seq the asker had seen when they composed the command.

        Raises:
            Refusal: it must not happen, or (`stale`) what it acts on changed since the asker looked.
        """
        capability = self._deciders[type(command)]
        place = capability.scope(world, command) if self.permissions[type(command)].lent else None
        powers = powers_at(world, seat, place, ctx.at) if place else NONE
        owner = capability.owner(world, command)
        # What is an alias's own is its wearer's.
        authorize(self.permissions, command, seat, seat.member if owner == ctx.actor else owner, powers)
        if type(command).stale is not type(command).stale.REPLAY and capability.changed_at(world, command) > seen_seq:
            raise Refusal("stale")
        return capability.decide(world, command, ctx)

    def evolve(self, world: World, envelope: Envelope) -> None:
        """Fold one envelope into a world."""
        for capability in self.hearers(type(envelope.event)):
            capability.evolve(world.named(capability.name), envelope)
        world.epoch, world.seq, world.at = envelope.epoch, envelope.seq, envelope.at

    def policies(self, world: World, envelope: Envelope) -> list[Command]:
        """Return the commands that follow from an envelope."""
        hearers = self.hearers(type(envelope.event))
        return [command for capability in hearers for command in capability.policies(world, envelope)]

    def next_deadline(self, world: World) -> Millis | None:
        """Return the earliest time at which a capability wants `elapse`, or None."""
        times = (capability.next_deadline(world) for capability in self.capabilities)
        return min((at for at in times if at is not None), default=None)

    def text_of(self, world: World, item: str, revision: int) -> str | None:
        """Return the text of one revision of an item that passed the gate; None when it is unknown."""
        texts = (capability.text_of(world, item, revision) for capability in self.capabilities)
        return next((text for text in texts if text is not None), None)

    def elapse(self, world: World, ctx: Ctx) -> list[Event]:
        """Return the events due at `ctx.at`."""
        return [event for capability in self.capabilities for event in capability.elapse(world, ctx)]


class UnreadableEvent(Exception):
    """A stored event that this version of the software cannot read.

    Args:
        type_name: its type.
        version: its version.
    """

    def __init__(self, type_name: str, version: int) -> None:
        super().__init__(f"{type_name} v{version}")
        self.type_name = type_name
        self.version = version


def _once(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    result: dict[Any, Any] = {}
    for key, value in pairs:
        if key in result:
            msg = f"declared twice: {key}"
            raise ValueError(msg)
        result[key] = value
    return result


REGISTRY: Final = Registry()
"""Cercle's own capabilities."""
