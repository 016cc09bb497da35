"""What a staff desktop shows before the relay has spoken: the confirmed world with what is pending on top of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.kernel.envelope import Envelope
from app.domain.kernel.messages import Command
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import named_id
from app.domain.kernel.world import Ctx

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.world import World
    from app.domain.registry import Registry

_FRESH: Final = 2**53 - 1


class Asked(msgspec.Struct, frozen=True):
    """A command of one's own that is not in the confirmed world yet.

    Attributes:
        id: its id.
        command: what is asked.
        at: when it was asked, in milliseconds since 1970.
    """

    id: str
    command: Command
    at: int


def project(registry: Registry, world: World, member: str, pending: Iterable[Asked]) -> World:
    """Return the world as it will be if the relay grants everything that is pending.

    What the relay would refuse now changes nothing. What follows by policy is left to the relay.

    Args:
        registry: the capabilities.
        world: the confirmed state; it is not changed.
        member: who asks.
        pending: in the order they were asked.
    """
    ahead = world.fork()
    for asked in pending:
        try:
            envelopes = decide(registry, ahead, member, asked)
        except Refusal:
            # The relay has the last word; until then its refusal looks like nothing happening.
            continue
        for envelope in envelopes:
            registry.evolve(ahead, envelope)
    return ahead


def decide(registry: Registry, world: World, member: str, asked: Asked) -> list[Envelope]:
    """Return what a command would add to a world, which is not changed.

    Raises:
        Refusal: as the relay would, if its world is this one.
    """
    seat = world.seats.seat(member)
    if seat is None:
        raise Refusal("unknown_member")
    at = max(asked.at, world.at)
    ctx = Ctx(session=world.session, command_id=asked.id, actor=member, role=seat.role, at=at)
    return [
        Envelope(
            epoch=world.epoch,
            seq=world.seq + 1 + n,
            id=named_id(asked.id, f"event:{n}"),
            command_id=asked.id,
            actor=member,
            at=at,
            event=event,
        )
        for n, event in enumerate(registry.decide(world, asked.command, ctx, seat, _FRESH))
    ]


def changed_at(registry: Registry, world: World, command: Command) -> int:
    """Return the seq at which what a command acts on last changed."""
    kind = type(command)
    return next((c.changed_at(world, command) for c in registry.capabilities if kind in c.permissions), 0)


def refuse_if_certain(registry: Registry, world: World, shown: World, member: str, asked: Asked) -> None:
    """Refuse at once what the relay would refuse, as far as this desktop can know.

    Args:
        registry: the capabilities.
        world: the confirmed state.
        shown: the same with what is pending, which may still be refused itself.
        member: who asks.
        asked: what.

    Raises:
        Refusal: both states refuse it.
    """
    if world.seats.seat(member) is None:
        return
    try:
        decide(registry, shown, member, asked)
    except Refusal:
        if shown is not world:
            decide(registry, world, member, asked)
            return
        raise
