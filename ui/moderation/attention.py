"""What of moderation wants a staff member: texts that are held, and appeals."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.kernel.gate import Outcome
from app.domain.moderation.folding import PERSON
from app.domain.moderation.state import ModerationState
from app.domain.registry import REGISTRY
from ui.bridge.names import member_name
from ui.moderation.model import HeldRow, held
from ui.shell.attention import AttentionAction, AttentionItem, Urgency

if TYPE_CHECKING:
    from app.domain.kernel.world import World
    from app.domain.moderation.items import AppealMade
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


def appeal_items(world: World, decisions: Decisions) -> tuple[AttentionItem, ...]:
    """Give an item for each appeal that waits for an answer.

    Args:
        world: to read.
        decisions: answers them.
    """
    state = world.state(ModerationState)
    return tuple(
        AttentionItem(
            key=f"moderation:appeal:{appeal.item}",
            why=_why_appealed(member_name(world, appeal.author), appeal.item),
            since=appeal.at,
            detail=_appealed(world, state, appeal),
            icon_name="shield",
            urgency=Urgency.SOON,
            actions=(
                AttentionAction(
                    "G",
                    QCoreApplication.translate("Moderation", "Grant"),
                    partial(decisions.answer_appeal, appeal.item, granted=True),
                ),
                AttentionAction(
                    "K",
                    QCoreApplication.translate("Moderation", "Stand by it"),
                    partial(decisions.answer_appeal, appeal.item, granted=False),
                ),
            ),
        )
        for appeal in (state.appeals[item] for item in state.appealing)
    )


def _why_appealed(name: str, item: str) -> str:
    if item.startswith(PERSON):
        text = QCoreApplication.translate("Moderation", "%1 asks to write freely again")
    else:
        text = QCoreApplication.translate("Moderation", "%1 asks you to think again about a text")
    return text.replace("%1", name)


def _appealed(world: World, state: ModerationState, appeal: AppealMade) -> str:
    """Give what they say, and the text that it is about."""
    known = state.items.get(appeal.item)
    text = REGISTRY.text_of(world, appeal.item, appeal.revision) if known is not None else None
    said = appeal.text.replace("\n", " ")
    return f"{said} · {text}".replace("\n", " ") if text else said
