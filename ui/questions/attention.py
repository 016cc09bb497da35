"""What of questions wants a staff member: those that nobody answers for too long."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.questions.events import Standing
from ui.questions.model import questions
from ui.shell.attention import AttentionAction, AttentionItem, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.world import World
    from ui.questions.acts import Acts

PATIENCE_MS: Final = 5 * 60_000
"""How long peers have to answer before staff are told."""


def waiting_items(
    world: World, now: int, acts: Acts, show: Callable[[str], object], answer: Callable[[str], object]
) -> tuple[AttentionItem, ...]:
    """Give an item for each question that has waited too long.

    Args:
        world: to read.
        now: the class's time, in milliseconds.
        acts: acts on a question.
        show: goes to a message.
        answer: goes to a message to answer it.
    """
    return tuple(
        AttentionItem(
            key=f"questions:{row.question}",
            why=QCoreApplication.translate("Attention", "Nobody answers %1").replace("%1", row.name),
            since=row.at,
            detail=row.text.split("\n", 1)[0],
            icon_name="circle-question-mark",
            urgency=Urgency.SOON,
            actions=(
                AttentionAction(
                    "A", QCoreApplication.translate("Attention", "Put on air"), partial(acts.put_on_air, row.question)
                ),
                AttentionAction("R", QCoreApplication.translate("Attention", "Reply"), partial(answer, row.question)),
                AttentionAction(
                    "F",
                    QCoreApplication.translate("Attention", "Follow up later"),
                    partial(acts.follow_up, row.question),
                ),
                AttentionAction(
                    "G", QCoreApplication.translate("Attention", "Go to the message"), partial(show, row.question)
                ),
            ),
        )
        for row in questions(world)
        if row.waits and row.shown and row.standing is Standing.OPEN and now - row.at >= PATIENCE_MS
    )
