"""What of the rooms wants a staff member: calls for help, a queue that anybody of the staff takes from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.breakouts.state import BreakoutsState
from ui.breakouts.model import room_row
from ui.breakouts.words import last_text, people_text, steps_text
from ui.bridge.names import member_name
from ui.shell.attention import AttentionAction, AttentionItem, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.world import World
    from ui.breakouts.acts import RoomActs


def help_items(world: World, now: int, acts: RoomActs, show: Callable[[str], object]) -> tuple[AttentionItem, ...]:
    """Give an item for each room that calls for help.

    Args:
        world: to read.
        now: the class's time, in milliseconds.
        acts: acts on rooms.
        show: brings a room to the front.
    """
    items = []
    for room in world.state(BreakoutsState).open_rooms():
        if not room.called_at:
            continue
        row = room_row(world, room, now)
        detail = [people_text(len(row.people)), last_text(row, now)]
        if row.steps:
            detail.insert(1, steps_text(row.done, row.steps))
        claim = AttentionAction("C", QCoreApplication.translate("Rooms", "I go"), partial(acts.claim, room.room))
        done = AttentionAction("D", QCoreApplication.translate("Rooms", "Helped"), partial(acts.helped, room.room))
        look = AttentionAction("G", QCoreApplication.translate("Rooms", "Look into the room"), partial(show, room.room))
        items.append(
            AttentionItem(
                key=f"breakouts:{room.room}",
                why=QCoreApplication.translate("Rooms", "%1 calls for help").replace("%1", room.name),
                since=room.called_at,
                detail=" · ".join(detail),
                icon_name="life-buoy",
                urgency=Urgency.SOON if room.claimed_by else Urgency.NOW,
                claimed_by=member_name(world, room.claimed_by) if room.claimed_by else "",
                actions=(done, look) if room.claimed_by else (claim, look, done),
            )
        )
    return tuple(items)
