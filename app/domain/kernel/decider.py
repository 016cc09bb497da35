"""How a capability decides and evolves: its context, the world it reads, and how the registry knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

import msgspec

from app.domain.kernel.envelope import Envelope
from app.domain.kernel.messages import Command, Event
from app.domain.kernel.permissions import Permission
from app.domain.kernel.views import Part, Touch
from app.domain.kernel.words import CommandId, MemberId, Millis, Phase, Role, SessionId, derived_id

if TYPE_CHECKING:
    from app.domain.kernel.gate import Gate
    from app.domain.kernel.seats import Seats


class Ctx(msgspec.Struct, frozen=True, kw_only=True):
    """Everything impure that a decision may use, as given values.

    Attributes:
        session: which session.
        command_id: the command being decided.
        actor: who asks: a member, or the relay.
        role: the actor's role now.
        at: the relay's time.
    """

    session: SessionId
    command_id: CommandId
    actor: MemberId
    role: Role
    at: Millis

    def new_id(self, n: int = 0) -> str:
        """Return the id of the `n`-th thing this command creates."""
        return derived_id(self.command_id, self.actor, n)


class State(msgspec.Struct, kw_only=True):
    """A capability's state: flat containers of frozen records, so that copying the containers copies the state."""


S = TypeVar("S", bound=State)


class Life(Protocol):
    """What capabilities may ask about the session as a whole."""

    @property
    def phase(self) -> Phase:
        """Where the session is in its life."""


class World:
    """One session's whole state, folded from its log.

    Attributes:
        session: which session.
        epoch: the reign of the last record folded.
        seq: the place of the last record folded.
        at: the time of the last record folded.
    """

    def __init__(self, session: SessionId, states: Mapping[str, State], providers: Mapping[str, str]) -> None:
        """Start from given states.

        Args:
            session: which session.
            states: by capability name.
            providers: which capability answers each shared reading (`life`, `seats`, `gate`).
        """
        self.session = session
        self.epoch = 0
        self.seq = 0
        self.at: Millis = 0
        self._states = dict(states)
        self._providers = providers
        self._by_type: dict[type[State], State] = {type(state): state for state in states.values()}

    def state(self, kind: type[S]) -> S:
        """Return the state of the capability whose state class is `kind`."""
        return self._by_type[kind]  # type: ignore[return-value]  # the key is the value's own type

    def named(self, capability: str) -> State:
        """Return a capability's state by its name."""
        return self._states[capability]

    @property
    def states(self) -> Mapping[str, State]:
        """All states by capability name."""
        return self._states

    @property
    def life(self) -> Life:
        """The session as a whole."""
        return self._states[self._providers["life"]]  # type: ignore[return-value]  # checked by the registry

    @property
    def seats(self) -> Seats:
        """The members."""
        return self._states[self._providers["seats"]]  # type: ignore[return-value]  # checked by the registry

    @property
    def gate(self) -> Gate:
        """The judge of every learner's text."""
        return self._states[self._providers["gate"]]  # type: ignore[return-value]  # checked by the registry

    def fork(self) -> World:
        """Return an independent copy, cheap because records are frozen and shared."""
        copy = World(self.session, {name: fork(state) for name, state in self._states.items()}, self._providers)
        copy.epoch, copy.seq, copy.at = self.epoch, self.seq, self.at
        return copy


def fork(state: S) -> S:
    """Return a copy of a state that shares only frozen records."""
    return type(state)(**{name: _copy(getattr(state, name)) for name in state.__struct_fields__})


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        first = next(iter(value.values()), None)
        if isinstance(first, dict | list | set):
            return {key: _copy(inner) for key, inner in value.items()}
        return dict(value)
    if isinstance(value, list):
        return list(value)
    if isinstance(value, set):
        return set(value)
    return value


class Viewer(msgspec.Struct, frozen=True):
    """Who asks a query: the member and their role."""

    member: MemberId
    role: Role


Query: TypeAlias = Callable[[World, Viewer, dict[str, Any]], dict[str, Any]]
Upcaster: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]


def _nobody(world: World, command: Command) -> MemberId | None:  # noqa: ARG001 (a default of this shape)
    return None


def _never(world: World, command: Command) -> int:  # noqa: ARG001 (a default of this shape)
    return 0


def _no_text(world: World, item: str, revision: int) -> str | None:  # noqa: ARG001 (a default of this shape)
    return None


def _nothing(world: World, envelope: Envelope) -> Iterable[Any]:  # noqa: ARG001 (a default of this shape)
    return ()


def _no_deadline(world: World) -> Millis | None:  # noqa: ARG001 (a default of this shape)
    return None


def _no_elapse(world: World, ctx: Ctx) -> Sequence[Event]:  # noqa: ARG001 (a default of this shape)
    return ()


class Capability(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that members can do together, described for the registry.

    Attributes:
        name: its folder's name, and its section in every view.
        state: the class of its state; must be constructible without arguments.
        permissions: each of its commands, with who may send it.
        events: each of its events.
        decide: turns a command into events, or raises `Refusal`; reads only what it is given.
        evolve: changes the capability's own state by one envelope (of any capability).
        parts: its share of the views.
        touched: which view entries an envelope changed, asked right after `evolve`.
        owner: whose thing a command acts on, for permissions that depend on ownership.
        changed_at: the seq at which what a command acts on last changed; a later one than the sender saw makes a
            command stale when its type does not replay.
        policies: commands that follow from an envelope, decided by the relay in the same commit.
        next_deadline: when the capability next wants `elapse`, or None.
        elapse: events due at `ctx.at`.
        text_of: the text of a revision of one of its items, for staff; None when the item is not its own.
        queries: read-only questions by name (history pages, searches).
        upcasters: (event type, old version) to a function that lifts its fields by one version.
        provides: shared readings that its state answers (`life`, `seats`, `gate`).
    """

    name: str
    state: type[State]
    permissions: Mapping[type[Command], Permission]
    events: tuple[type[Event], ...]
    decide: Callable[[World, Any, Ctx], Sequence[Event]]
    evolve: Callable[[Any, Envelope], None]
    parts: tuple[Part, ...] = ()
    touched: Callable[[World, Envelope], Iterable[Touch]] = _nothing
    owner: Callable[[World, Any], MemberId | None] = _nobody
    changed_at: Callable[[World, Any], int] = _never
    policies: Callable[[World, Envelope], Iterable[Command]] = _nothing
    next_deadline: Callable[[World], Millis | None] = _no_deadline
    elapse: Callable[[World, Ctx], Sequence[Event]] = _no_elapse
    text_of: Callable[[World, str, int], str | None] = _no_text
    queries: Mapping[str, Query] = msgspec.field(default_factory=dict)
    upcasters: Mapping[tuple[str, int], Upcaster] = msgspec.field(default_factory=dict)
    provides: tuple[str, ...] = ()
