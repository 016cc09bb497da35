"""What of the rooms wants a staff member: requests for more time. Their calls for help stand with everybody's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.breakouts.state import BreakoutsState
from ui.breakouts.model import room_row
from ui.breakouts.words import minutes_text, steps_text
from ui.bridge.names import member_name
from ui.shell.attention import AttentionAction, AttentionItem, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.breakouts.state import Room
    from app.domain.kernel.world import World
    from ui.breakouts.acts import RoomActs


def time_items(world: World, now: int, acts: RoomActs, show: Callable[[str], object]) -> tuple[AttentionItem, ...]:
    """Give an item for each room that asks for more time.

    Args:
        world: to read.
        now: the class's time, in milliseconds.
        acts: acts on rooms.
        show: brings a room to the front.
    """
    rooms = world.state(BreakoutsState).open_rooms()
    return tuple(_time_item(world, room, now, acts, show) for room in rooms if room.wants)


def _time_item(world: World, room: Room, now: int, acts: RoomActs, show: Callable[[str], object]) -> AttentionItem:
    """Give the item of a room that asks for more time: one key gives it."""
    row = room_row(world, room, now)
    detail = [QCoreApplication.translate("Rooms", "by %1").replace("%1", member_name(world, room.wants_by))]
    if row.steps:
        detail.append(steps_text(row.done, row.steps))
    why = QCoreApplication.translate("Rooms", "%1 asks for %2 min more")
    return AttentionItem(
        key=f"breakouts:time:{room.room}",
        why=why.replace("%1", room.name).replace("%2", str(room.wants)),
        since=room.wants_at,
        detail=" · ".join(detail),
        icon_name="timer",
        urgency=Urgency.SOON,
        actions=(
            AttentionAction("T", minutes_text(room.wants), partial(acts.answer_time, room.room, granted=True)),
            AttentionAction(
                "N",
                QCoreApplication.translate("Rooms", "No more time"),
                partial(acts.answer_time, room.room, granted=False),
            ),
            AttentionAction("G", QCoreApplication.translate("Rooms", "Look into the room"), partial(show, room.room)),
        ),
    )
