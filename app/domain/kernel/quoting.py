"""A message as learners read it outside its conversation: by reference, so that what hides it there hides it here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.seats import SeatChanged

if TYPE_CHECKING:
    from collections.abc import Container

    from app.domain.kernel.messages import Event
    from app.domain.kernel.readings import Said
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import World


def called(world: World, author: MemberId, *, is_anonymous: bool) -> dict[str, Any]:
    """Return what learners are told of an author: number, name, and whether it is a trainer; or that nobody is named.

    Args:
        world: the state to read.
        author: a member, or an alias.
        is_anonymous: whether learners are not to know.
    """
    if is_anonymous:
        return {"anonymous": True}
    entry: dict[str, Any] = {"author": author}
    seat = world.seats.seat(author)
    if seat is not None:
        entry["number"] = seat.number
        if seat.name:
            entry["name"] = seat.name
        if seat.role.is_staff:
            entry["staff"] = True
    return entry


def shown(world: World, message: str) -> Said | None:
    """Return a message that those who read its channel see now; None when they do not, or do not any more."""
    said = world.talk.said(message)
    return said if said is not None and said.order > 0 else None


def quoted(world: World, message: str) -> dict[str, Any] | None:
    """Return a message as it is quoted elsewhere; None while those who read its channel do not see it."""
    said = shown(world, message)
    if said is None:
        return None
    entry = called(world, said.author, is_anonymous=said.is_anonymous) | {"channel": said.channel}
    return entry | ({"text": said.text} if said.text else {"erased": True})


def changes_quotes(event: Event, messages: Container[str]) -> bool:
    """Whether an event may change how some messages are quoted: their text, whether they show, what authors are called.

    Args:
        event: what happened.
        messages: those that are quoted.
    """
    if isinstance(event, TextSubmitted):
        return event.kind == "name" or event.item in messages
    return isinstance(event, TextDecided | TextWithdrawn | SeatChanged | MemberErased)


def may_hide(event: Event) -> bool:
    """Whether an event may take a message from those who read it."""
    return isinstance(event, TextDecided | TextWithdrawn | MemberErased)
