"""A plan's materials that have a link, as the commands that put them on the board of a class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.board.commands import AddItem
from app.domain.board.decider import checked_link
from app.domain.kernel.gate import LIMITS, clean
from app.domain.kernel.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.kernel.messages import Command
    from app.plans.plan import Plan

_MOST: Final = 100
"""How many of them; the rest of the board is for what people find in class."""


def board_of(plan: Plan) -> Iterator[Command]:
    """Give a command for each material of a plan that leads somewhere; things to have at hand stay in the plan.

    Args:
        plan: to copy.
    """
    kept = 0
    for material in plan.materials:
        try:
            link = checked_link(material.link)
        except Refusal:
            # What is no web address yet must not keep the class back.
            continue
        if link and kept < _MOST:
            kept += 1
            yield AddItem(title=_fit(material.title, "title"), link=link, note=_fit(material.note, "board_note"))


def _fit(text: str, kind: str) -> str:
    """Return a text as the board takes it in; empty when nothing in it shows."""
    limit = LIMITS[kind]
    try:
        return clean(text if len(text) <= limit else f"{text[: limit - 1]}…", kind)
    except Refusal:
        return ""
