"""What of the floor wants a staff member: raised hands, in the order in which they are heard, each with its reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.kernel.words import MAIN
from ui.bridge.names import member_name, place_name
from ui.debate.model import waiting
from ui.debate.words import spoken_words
from ui.shell.attention import AttentionAction, AttentionItem, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.world import World
    from ui.debate.acts import DebateActs


def hand_items(world: World, acts: DebateActs, write: Callable[[str], object]) -> tuple[AttentionItem, ...]:
    """Give an item for each raised hand.

    Args:
        world: to read.
        acts: on the floor.
        write: opens a channel to write in.
    """
    items = []
    queue = waiting(world)
    # Hands keep their places among everything else that waits, and stand there in the order of the queue.
    moments = sorted(hand.since for hand in queue)
    for place, hand in enumerate(queue, 1):
        seat = world.seats.seat(hand.member)
        where = seat.place if seat is not None else MAIN
        reason = QCoreApplication.translate("Attention", "No. %1 in the queue: %2").replace("%1", str(place))
        reason = reason.replace("%2", spoken_words(hand.spoken))
        items.append(
            AttentionItem(
                key=f"debate:hand:{hand.member}",
                why=QCoreApplication.translate("Attention", "%1 raises a hand").replace(
                    "%1", member_name(world, hand.member)
                ),
                since=hand.since,
                order=moments[place - 1] + place,
                detail=reason if where == MAIN else f"{place_name(world, where)} · {reason}",
                icon_name="hand",
                urgency=Urgency.SOON,
                actions=(
                    AttentionAction(
                        "F",
                        QCoreApplication.translate("Attention", "Give the floor"),
                        partial(acts.give, hand.member),
                    ),
                    AttentionAction(
                        "S", QCoreApplication.translate("Attention", "Has spoken"), partial(acts.spoke, hand.member)
                    ),
                    AttentionAction(
                        "L",
                        QCoreApplication.translate("Attention", "Lower the hand"),
                        partial(acts.lower, hand.member),
                    ),
                    AttentionAction(
                        "G", QCoreApplication.translate("Attention", "Go to the conversation"), partial(write, where)
                    ),
                ),
            )
        )
    return tuple(items)
