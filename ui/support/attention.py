"""What of help wants a staff member: people and rooms that call, in one queue, and private words without an answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.shell.attention import AttentionAction, AttentionItem, Urgency
from ui.support.model import HelpRow, Stand, queue
from ui.support.words import calls_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.world import World
    from ui.support.acts import HelpActs


def help_items(
    world: World, me: str, now: int, acts: HelpActs, show: Callable[[str], object]
) -> tuple[AttentionItem, ...]:
    """Give an item for each open call, and for each learner whose words nobody answered.

    Args:
        world: to read.
        me: who looks.
        now: the class's time, in milliseconds.
        acts: acts on calls.
        show: goes to a room, or to a learner's thread to answer there.
    """
    return tuple(_item(row, acts, show) for row in queue(world, me, now) if row.stand is not Stand.QUIET)


def _item(row: HelpRow, acts: HelpActs, show: Callable[[str], object]) -> AttentionItem:
    take = AttentionAction("C", QCoreApplication.translate("Help", "I take it"), partial(acts.claim, row.call))
    done = AttentionAction("D", QCoreApplication.translate("Help", "Helped"), partial(acts.resolve, row.call))
    back = AttentionAction("B", QCoreApplication.translate("Help", "Give back"), partial(acts.release, row.call))
    look = AttentionAction(
        "R",
        QCoreApplication.translate("Help", "Look into the room")
        if row.is_room
        else QCoreApplication.translate("Help", "Answer"),
        partial(show, row.key),
    )
    read = AttentionAction(
        "D", QCoreApplication.translate("Help", "No answer needed"), partial(acts.mark_read, row.key)
    )
    detail = " · ".join(part for part in (row.text if row.theirs else "", row.context) if part)
    actions: tuple[AttentionAction, ...]
    match row.stand:
        case Stand.CALLS:
            why, urgency = calls_text(row.kind), Urgency.NOW
            actions = (take, look, done) if row.is_room else (look, take, done)
        case Stand.TAKEN:
            why, urgency = calls_text(row.kind), Urgency.SOON
            actions = (look, done, back)
        case _:
            why, urgency = QCoreApplication.translate("Help", "%1 wrote to you privately"), Urgency.SOON
            actions = (look, read)
    return AttentionItem(
        key=f"support:{row.key}",
        why=why.replace("%1", row.name),
        since=row.since,
        detail=detail,
        icon_name="life-buoy" if row.calls else "lock",
        urgency=urgency,
        claimed_by=row.by,
        actions=actions,
    )
