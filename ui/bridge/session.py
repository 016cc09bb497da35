"""The one door between the panels and a session: views out, commands in, at most one change a frame."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from PySide6.QtCore import QObject, Signal

from app.domain.kernel.envelope import Envelope
from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import Command, Event, MemberErased
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Seat, SeatKept, SeatsJoined, SeatsParted
from app.domain.kernel.words import Role, derived_id
from app.domain.kernel.world import World
from app.domain.registry import REGISTRY, Registry
from app.domain.session.decider import SessionState
from app.sync.changes import Change, Notice, NoticeKind, Pending
from app.sync.client import StaffClient
from app.sync.connection import ConnectionState
from app.sync.outbox import EntryState
from ui.bridge.frames import FrameGather


@dataclass(frozen=True)
class Changed:
    """What reads differently since the last frame.

    Attributes:
        capabilities: the names of those whose state changed.
        entities: ids of members, messages, rooms and channels that the changes were about; there may be more than
            needed, never fewer.
        reset: whether the whole past is another one, so that nothing kept from before counts.
        pending: whether one's own pending commands came, went or moved on.
    """

    capabilities: frozenset[str]
    entities: frozenset[str]
    reset: bool = False
    pending: bool = False

    def touches(self, *capabilities: str) -> bool:
        """Tell whether one of these capabilities reads differently.

        Args:
            capabilities: by name.
        """
        return self.reset or not self.capabilities.isdisjoint(capabilities)


def ids_in(value: object) -> Iterable[str]:
    """Give every text in a command or an event that may be an id, without what people wrote.

    Args:
        value: a command, an event, or a part of one.
    """
    match value:
        case str():
            yield value
        case tuple() | list():
            for each in value:
                yield from ids_in(each)
        case msgspec.Struct():
            hidden = value.erasable if isinstance(value, Event) else ("text", "reason", "name")
            for name in value.__struct_fields__:
                if name not in hidden:
                    yield from ids_in(getattr(value, name))
        case _:
            pass


class SessionBridge(QObject):
    """One seat in one session, for panels.

    `stateChanged` carries a `Changed`, at most once a frame. `noticed` carries a `Notice` that the person has to know
    (what was refused at once comes this way too). `connectionChanged` carries a `ConnectionState`. `pendingChanged`
    carries the tuple of pending commands.

    Args:
        client: of the session; it is left open.
        registry: the capabilities.
        parent: the owner; what the bridge listens to ends with `close`, or with the owner.
    """

    stateChanged = Signal(object)
    noticed = Signal(object)
    connectionChanged = Signal(object)
    pendingChanged = Signal(object)

    def __init__(self, client: StaffClient, *, registry: Registry = REGISTRY, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._registry = registry
        self._owners = {event: c.name for c in registry.capabilities for event in c.events}
        self._commands = {command: c.name for c in registry.capabilities for command in c.permissions}
        self._gates = frozenset(c.name for c in registry.capabilities if "gate" in c.provides)
        self._rosters = frozenset(c.name for c in registry.capabilities if "seats" in c.provides)
        self._keepers = frozenset(
            c.name for c in registry.capabilities if any(issubclass(event, _SEATS_GIVEN) for event in c.events)
        )
        self._everything = frozenset(c.name for c in registry.capabilities)
        self._pending: tuple[Pending, ...] = client.pending
        self._about: dict[str, list[Pending]] = {}
        self._index()
        self._answers: list[Callable[[Notice], bool]] = []
        self._gather: FrameGather[Change] = FrameGather(self._flush, self)
        self._stop = client.on_change(self._gather.add)

    # --- reading ---------------------------------------------------------------------------------------------------

    @property
    def client(self) -> StaffClient:
        """The client behind it, for the composition root; panels do without."""
        return self._client

    @property
    def projected(self) -> World:
        """The state to paint: confirmed, and one's own pending commands on top. Not to be changed."""
        return self._client.projected

    @property
    def world(self) -> World:
        """The confirmed state alone. Not to be changed."""
        return self._client.world

    @property
    def me(self) -> str:
        """Who one is."""
        return self._client.member

    @property
    def seat(self) -> Seat | None:
        """One's own seat; none until the log has reached this desktop."""
        return self.projected.seats.seat(self.me)

    @property
    def role(self) -> Role:
        """What one is in the session."""
        seat = self.seat
        return seat.role if seat is not None else self._client.seat.role

    @property
    def pending(self) -> tuple[Pending, ...]:
        """One's own commands that the log does not hold yet."""
        return self._pending

    @property
    def connection(self) -> ConnectionState:
        """How the connection stands."""
        return self._client.connection

    def pending_about(self, entity: str) -> tuple[Pending, ...]:
        """Give the pending commands that are about an entity, or that create it.

        Args:
            entity: an id of a message, a member, a room; or a command's own id.
        """
        return tuple(self._about.get(entity, ()))

    def is_pending(self, entity: str) -> bool:
        """Tell whether something about an entity waits for the relay.

        Args:
            entity: as for `pending_about`.
        """
        return entity in self._about

    def now(self) -> int:
        """Give the class's time: the relay's clock as far as known, in milliseconds since 1970."""
        return time.time_ns() // 1_000_000 + self._client.clock_offset

    @property
    def session(self) -> str:
        """The session's id."""
        return self._client.session

    @property
    def base(self) -> str:
        """The base URL under which others reach the relay, as far as anybody has said; else the one used here."""
        return self.projected.state(SessionState).address or self._client.connection_base

    # --- asking ----------------------------------------------------------------------------------------------------

    def submit(self, command: Command) -> Pending | None:
        """Ask for something; it shows at once. What is refused for certain is told by `noticed`.

        Args:
            command: what is asked.

        Returns:
            What waits now, or none when it was refused.
        """
        try:
            return self.ask(command)
        except Refusal as refusal:
            refused = Pending("", command, self.now(), EntryState.WAITING)
            self._notice(Notice(NoticeKind.REFUSED, refusal.code, dict(refusal.params), refused))
            return None

    def ask(self, command: Command) -> Pending:
        """Ask for something, to say beside the field what is wrong with it.

        Args:
            command: what is asked.

        Raises:
            Refusal: it would be refused for certain.
        """
        return self._client.submit(command)

    def created_by(self, pending: Pending, n: int = 0) -> str:
        """Give the id of what a command creates, known before any relay has seen it.

        Args:
            pending: what was asked.
            n: 0 for the first thing, then counting.
        """
        return derived_id(pending.id, self.me, n)

    def confirm(self, command_id: str) -> None:
        """Say that a doubted command is still meant.

        Args:
            command_id: of a pending command in state `PERSON`.
        """
        self._client.confirm(command_id)

    def dismiss(self, command_id: str) -> None:
        """Say that a doubted command is no longer meant.

        Args:
            command_id: of a pending command in state `PERSON`.
        """
        self._client.dismiss(command_id)

    def retry(self) -> None:
        """Try to reach the relay now."""
        self._client.retry()

    def flush(self) -> None:
        """Tell now what was gathered, before the frame's end."""
        self._gather.flush()

    def close(self) -> None:
        """Stop listening; nothing is told any more."""
        self._stop()

    def answer_first(self, answer: Callable[[Notice], bool]) -> None:
        """Let a capability answer notices in its own way before everybody is told.

        Args:
            answer: tells whether it has told the person all there is to say; then nobody else hears of the notice.
        """
        self._answers.append(answer)

    # --- telling ---------------------------------------------------------------------------------------------------

    def _index(self) -> None:
        self._about = {}
        for pending in self._pending:
            for entity in self._entities_of(pending):
                self._about.setdefault(entity, []).append(pending)

    def _entities_of(self, pending: Pending) -> frozenset[str]:
        return frozenset((pending.id, derived_id(pending.id, self.me, 0), *ids_in(pending.command)))

    def _flush(self, changes: tuple[Change, ...]) -> None:
        capabilities: set[str] = set()
        entities: set[str] = set()
        for change in changes:
            for envelope in change.envelopes:
                capabilities |= self._capabilities_of(envelope)
                entities.update(ids_in(envelope.event))
                entities.add(envelope.actor)
        moved = any(change.pending for change in changes)
        if moved:
            before, self._pending = self._pending, self._client.pending
            self._index()
            for pending in {*before} ^ {*self._pending}:
                # What one's own text comes to is for the gate to say, so its capability reads differently too.
                owner = self._commands[type(pending.command)]
                capabilities |= {owner, *self._gates, *(self._rosters if owner in self._keepers else ())}
                entities |= self._entities_of(pending)
        reset = any(change.reset for change in changes)
        if capabilities or reset or moved:
            told = self._everything if reset else frozenset(capabilities)
            self.stateChanged.emit(Changed(told, frozenset(entities), reset, moved))
        if moved:
            self.pendingChanged.emit(self._pending)
        for change in changes:
            if change.connection is not None:
                self.connectionChanged.emit(change.connection)
            for notice in change.notices:
                self._notice(notice)

    def _notice(self, notice: Notice) -> None:
        if not any(answer(notice) for answer in self._answers):
            self.noticed.emit(notice)

    def _capabilities_of(self, envelope: Envelope) -> frozenset[str]:
        event: Any = envelope.event
        owner = self._owners.get(type(event))
        if isinstance(event, (MemberErased, TextDecided)):
            # Every capability that keeps texts may fold these.
            return self._everything
        found = frozenset({owner} if owner else ())
        if isinstance(event, _SEATS_GIVEN):
            found |= self._rosters
        return found | self._gates if isinstance(event, (TextSubmitted, TextWithdrawn)) else found


_SEATS_GIVEN: Final = (SeatKept, SeatsJoined, SeatsParted)
"""The events, of whatever capability, by which the roster has other seats."""

Sender = Callable[[Command], object]
"""What a part of a panel needs to act: `SessionBridge.submit`."""
