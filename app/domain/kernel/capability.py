"""How a capability describes itself to the registry: what it decides, folds, shows and answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import msgspec

from app.domain.kernel.envelope import Envelope
from app.domain.kernel.messages import Command, Event
from app.domain.kernel.permissions import Permission
from app.domain.kernel.views import Part, Touch
from app.domain.kernel.words import ChannelId, MemberId, Millis, Role
from app.domain.kernel.world import Ctx, State, World


class Viewer(msgspec.Struct, frozen=True):
    """Who asks a query: the member and their role."""

    member: MemberId
    role: Role


Query: TypeAlias = Callable[[World, Viewer, dict[str, Any]], dict[str, Any]]
Upcaster: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]


def _nobody(world: World, command: Command) -> MemberId | None:  # noqa: ARG001 (a default of this shape)
    return None


def _nowhere(world: World, command: Command) -> ChannelId | None:  # noqa: ARG001 (a default of this shape)
    return None


def _oneself(world: World, command: Command, ctx: Ctx) -> str:  # noqa: ARG001 (a default of this shape)
    return ""


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
        hears: the events and bases of events from elsewhere that `evolve`, `touched` and `policies` heed. An event that
            is neither its own nor one of these is never shown to them: with a capability for everything that a class
            does, most events concern few of them.
        decide: turns a command into events, or raises `Refusal`; reads only what it is given.
        evolve: changes the capability's own state by one envelope (of any capability).
        parts: its share of the views.
        touched: which view entries an envelope changed, asked once its whole commit is folded.
        acts_as: the alias under which a command is decided and logged; empty for whoever asks.
        owner: whose thing a command acts on, for permissions that depend on ownership.
        scope: the place that a command touches, `topic:ID` or `room:ID`, for permissions that depend on lent powers.
        changed_at: the seq at which what a command acts on last changed; a later one than the sender saw makes a
            command stale when its type does not replay.
        policies: commands that follow from an envelope, decided by the relay in the same commit.
        next_deadline: when the capability next wants `elapse`, or None.
        elapse: events due at `ctx.at`.
        text_of: the text of a revision of one of its items, for staff; None when the item is not its own.
        queries: read-only questions by name (history pages, searches).
        upcasters: (event type, old version) to a function that lifts its fields by one version.
        provides: shared readings that its state answers (`life`, `seats`, `gate`, `topics`, `talk`, `powers`, `veil`).
    """

    name: str
    state: type[State]
    permissions: Mapping[type[Command], Permission]
    events: tuple[type[Event], ...]
    decide: Callable[[World, Any, Ctx], Sequence[Event]]
    evolve: Callable[[Any, Envelope], None]
    hears: tuple[type[Event], ...] = (Event,)
    parts: tuple[Part, ...] = ()
    touched: Callable[[World, Envelope], Iterable[Touch]] = _nothing
    acts_as: Callable[[World, Any, Ctx], str] = _oneself
    owner: Callable[[World, Any], MemberId | None] = _nobody
    scope: Callable[[World, Any], ChannelId | None] = _nowhere
    changed_at: Callable[[World, Any], int] = _never
    policies: Callable[[World, Envelope], Iterable[Command]] = _nothing
    next_deadline: Callable[[World], Millis | None] = _no_deadline
    elapse: Callable[[World, Ctx], Sequence[Event]] = _no_elapse
    text_of: Callable[[World, str, int], str | None] = _no_text
    queries: Mapping[str, Query] = msgspec.field(default_factory=dict)
    upcasters: Mapping[tuple[str, int], Upcaster] = msgspec.field(default_factory=dict)
    provides: tuple[str, ...] = ()
