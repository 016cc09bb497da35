"""What of the conversation wants a staff member: messages that speak to them."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.discussion.state import DiscussionState
from app.domain.kernel.words import STAFF
from ui.bridge.names import member_name
from ui.shell.attention import AttentionAction, AttentionItem, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.world import World


def call_items(
    world: World,
    me: str,
    read_to: Callable[[str], int],
    show: Callable[[str], object],
    answer: Callable[[str], object],
) -> tuple[AttentionItem, ...]:
    """Give an item for each message that speaks to one and that one has not read.

    Args:
        world: to read.
        me: who looks.
        read_to: gives how far one has read in a channel.
        show: goes to a message.
        answer: goes to a message to answer it.
    """
    state = world.state(DiscussionState)
    called = (state.messages[each] for each in state.called(me))
    return tuple(
        AttentionItem(
            key=f"discussion:call:{message.id}",
            why=QCoreApplication.translate("Attention", "%1 speaks to you").replace(
                "%1", member_name(world, message.author)
            ),
            since=message.at,
            detail=message.shown.words.split("\n", 1)[0] if message.shown else "",
            icon_name="message-circle",
            urgency=Urgency.SOON,
            actions=(
                AttentionAction(
                    "G", QCoreApplication.translate("Attention", "Go to the message"), partial(show, message.id)
                ),
                AttentionAction("R", QCoreApplication.translate("Attention", "Reply"), partial(answer, message.id)),
            ),
        )
        for message in called
        if message.order > read_to(message.channel)
    )


def staff_items(
    world: World,
    me: str,
    read_to: Callable[[str], int],
    show: Callable[[str], object],
    answer: Callable[[str], object],
) -> tuple[AttentionItem, ...]:
    """Give one item for what colleagues wrote in the staff's channel and one has not read.

    Args:
        world: to read.
        me: who looks.
        read_to: gives how far one has read in a channel.
        show: goes to a message.
        answer: goes to a message to answer it.
    """
    state = world.state(DiscussionState)
    read = read_to(STAFF)
    shown = state.shown.get(STAFF, [])
    first = bisect_right(shown, read, key=lambda each: state.messages[each].order)
    new = [state.messages[each] for each in shown[first:] if state.messages[each].author != me]
    # What speaks to one stands there by itself.
    new = [message for message in new if message.shown is not None and me not in message.shown.mentions]
    if not new:
        return ()
    last = new[-1]
    more = f" (+{len(new) - 1})" if len(new) > 1 else ""
    return (
        AttentionItem(
            key="discussion:staff",
            why=QCoreApplication.translate("Attention", "%1 wrote to the staff").replace(
                "%1", member_name(world, last.author)
            ),
            since=new[0].at,
            detail=(last.shown.words if last.shown else "").split("\n", 1)[0] + more,
            icon_name="lock",
            urgency=Urgency.SOON,
            actions=(
                AttentionAction(
                    "G", QCoreApplication.translate("Attention", "Go to the message"), partial(show, new[0].id)
                ),
                AttentionAction("R", QCoreApplication.translate("Attention", "Reply"), partial(answer, last.id)),
            ),
        ),
    )
