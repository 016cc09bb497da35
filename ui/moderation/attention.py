"""What of moderation wants a staff member: texts that are held."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.kernel.gate import Outcome
from ui.moderation.model import HeldRow, held
from ui.shell.attention import AttentionAction, AttentionItem, Urgency

if TYPE_CHECKING:
    from app.domain.kernel.world import World
    from ui.moderation.decisions import Decisions


def why_held(row: HeldRow) -> str:
    """Say what a held text is, and whose.

    Args:
        row: of the queue.
    """
    match row.kind:
        case _ if row.flags:
            text = QCoreApplication.translate("Moderation", "A text of %1 is flagged")
        case "name" if row.before:
            text = QCoreApplication.translate("Moderation", "%1 wants another name")
        case "name":
            text = QCoreApplication.translate("Moderation", "%1 waits for a name")
        case "message" if row.before:
            text = QCoreApplication.translate("Moderation", "%1 has changed a message")
        case "answer":
            text = QCoreApplication.translate("Moderation", "%1 has answered a poll")
        case "argument":
            text = QCoreApplication.translate("Moderation", "%1 has written an argument")
        case _:
            text = QCoreApplication.translate("Moderation", "%1 wants to write")
    return text.replace("%1", row.name)


def held_items(world: World, decisions: Decisions) -> tuple[AttentionItem, ...]:
    """Give an item for each held text.

    Args:
        world: to read.
        decisions: decides about them.
    """
    return tuple(
        AttentionItem(
            key=f"moderation:{row.item}",
            why=why_held(row),
            since=row.since,
            detail=row.text.replace("\n", " "),
            icon_name="shield",
            urgency=Urgency.SOON,
            actions=(
                AttentionAction(
                    "F",
                    QCoreApplication.translate("Moderation", "Approve"),
                    partial(decisions.decide, row.item, Outcome.PUBLISHED, revision=row.revision),
                ),
                AttentionAction(
                    "R",
                    QCoreApplication.translate("Moderation", "Return…"),
                    partial(decisions.wanted.emit, row.item, Outcome.RETURNED),
                ),
                AttentionAction(
                    "D",
                    QCoreApplication.translate("Moderation", "Reject…"),
                    partial(decisions.wanted.emit, row.item, Outcome.REJECTED),
                ),
            ),
        )
        for row in held(world)
    )
