"""What of the rooms wants a staff member: calls for help, a queue that anybody of the staff takes from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.breakouts.state import BreakoutsState
from ui.breakouts.model import room_row
from ui.breakouts.words import last_text, minutes_text, people_text, steps_text
from ui.bridge.names import member_name
from ui.shell.attention import AttentionAction, AttentionItem, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.breakouts.state import Room
    from app.domain.kernel.world import World
    from ui.breakouts.acts import RoomActs


def help_items(world: World, now: int, acts: RoomActs, show: Callable[[str], object]) -> tuple[AttentionItem, ...]:
    """Give an item for each room that calls for help, or asks for more time.

    Args:
        world: to read.
        now: the class's time, in milliseconds.
        acts: acts on rooms.
        show: brings a room to the front.
    """
    items = []
    for room in world.state(BreakoutsState).open_rooms():
        if room.wants:
            items.append(_time_item(world, room, now, acts, show))
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
