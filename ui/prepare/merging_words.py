"""How the parts and the fields of a plan are named where copies are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from app.plans.edits import COLLECTIONS
from app.plans.plan import ActivityKind, Mixing, PollForm
from app.plans.reading import name_of
from app.plans.words import clock
from ui.prepare.words import form_text, kind_text, mixing_text
from ui.session.words import minutes_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.plans import Plan

_KINDS: Final[dict[str, Callable[[], str]]] = {
    "days": lambda: QCoreApplication.translate("Merging", "Day"),
    "activities": lambda: QCoreApplication.translate("Merging", "Activity"),
    "objectives": lambda: QCoreApplication.translate("Merging", "Objective"),
    "topics": lambda: QCoreApplication.translate("Merging", "Topic"),
    "materials": lambda: QCoreApplication.translate("Merging", "Material"),
    "roles": lambda: QCoreApplication.translate("Merging", "Role"),
    "questions": lambda: QCoreApplication.translate("Merging", "Question"),
    "polls": lambda: QCoreApplication.translate("Merging", "Poll"),
    "rooms": lambda: QCoreApplication.translate("Merging", "Rooms"),
    "debates": lambda: QCoreApplication.translate("Merging", "Debate"),
}

_FIELDS: Final[dict[str, Callable[[], str]]] = {
    "title": lambda: QCoreApplication.translate("Merging", "Title"),
    "audience": lambda: QCoreApplication.translate("Merging", "Audience"),
    "language": lambda: QCoreApplication.translate("Merging", "Language"),
    "learners": lambda: QCoreApplication.translate("Merging", "Learners"),
    "editorial": lambda: QCoreApplication.translate("Merging", "Editorial line"),
    "tags": lambda: QCoreApplication.translate("Merging", "Tags"),
    "evidence": lambda: QCoreApplication.translate("Merging", "How it is seen"),
    "prompt": lambda: QCoreApplication.translate("Merging", "Opening question"),
    "objective": lambda: QCoreApplication.translate("Merging", "Objective"),
    "link": lambda: QCoreApplication.translate("Merging", "Link"),
    "note": lambda: QCoreApplication.translate("Merging", "Note"),
    "who": lambda: QCoreApplication.translate("Merging", "Who"),
    "tasks": lambda: QCoreApplication.translate("Merging", "Tasks"),
    "date": lambda: QCoreApplication.translate("Merging", "Date"),
    "start": lambda: QCoreApplication.translate("Merging", "Start"),
    "kind": lambda: QCoreApplication.translate("Merging", "Kind"),
    "minutes": lambda: QCoreApplication.translate("Merging", "Length"),
    "objectives": lambda: QCoreApplication.translate("Merging", "Objectives"),
    "topics": lambda: QCoreApplication.translate("Merging", "Topics"),
    "instructions": lambda: QCoreApplication.translate("Merging", "Instructions"),
    "notes": lambda: QCoreApplication.translate("Merging", "Notes for staff"),
    "lead": lambda: QCoreApplication.translate("Merging", "Who leads"),
    "pinned": lambda: QCoreApplication.translate("Merging", "Fixed time"),
    "day": lambda: QCoreApplication.translate("Merging", "Day"),
    "activity": lambda: QCoreApplication.translate("Merging", "Activity"),
    "text": lambda: QCoreApplication.translate("Merging", "Text"),
    "question": lambda: QCoreApplication.translate("Merging", "Question"),
    "form": lambda: QCoreApplication.translate("Merging", "Form"),
    "choices": lambda: QCoreApplication.translate("Merging", "Answers"),
    "anonymous": lambda: QCoreApplication.translate("Merging", "Anonymous"),
    "low": lambda: QCoreApplication.translate("Merging", "Lower end"),
    "high": lambda: QCoreApplication.translate("Merging", "Upper end"),
    "steps": lambda: QCoreApplication.translate("Merging", "Steps"),
    "people": lambda: QCoreApplication.translate("Merging", "People in a room"),
    "number": lambda: QCoreApplication.translate("Merging", "Number of rooms"),
    "mixing": lambda: QCoreApplication.translate("Merging", "Who meets whom"),
    "task": lambda: QCoreApplication.translate("Merging", "Task"),
    "motion": lambda: QCoreApplication.translate("Merging", "Motion"),
    "positions": lambda: QCoreApplication.translate("Merging", "Positions"),
    "seconds": lambda: QCoreApplication.translate("Merging", "Length of a turn"),
    "statements": lambda: QCoreApplication.translate("Merging", "Statements"),
    "hidden": lambda: QCoreApplication.translate("Merging", "Counts hidden"),
}

_QUIET: Final = frozenset({"objectives", "topics", "objective", "day", "activity", "choices", "form", "mixing"})
"""Fields whose values are no words."""


def kind_name(kind: str) -> str:
    """Name a collection's items.

    Args:
        kind: the name of the collection.
    """
    return _KINDS[kind]() if kind in _KINDS else kind


def field_text(field: str) -> str:
    """Name a field.

    Args:
        field: of an item or of the plan.
    """
    return _FIELDS[field]() if field in _FIELDS else field


def value_text(field: str, value: Any) -> str:
    """Say a value; empty where it is made of ids or codes.

    Args:
        field: whose it is.
        value: made of plain parts.
    """
    if value is None:
        return QCoreApplication.translate("Merging", "none")
    if field == "minutes" and isinstance(value, int):
        return minutes_text(value)
    if field in {"pinned", "start"} and isinstance(value, int):
        return clock(value)
    if field == "kind" and value in set(ActivityKind):
        return kind_text(ActivityKind(value))
    if field == "tags":
        return ", ".join(value)
    return "" if field in _QUIET else str(value)


def version_text(field: str, value: Any, plan: Plan) -> str:
    """Say one version of a field as people read it, also where it is made of ids or codes.

    Args:
        field: whose it is.
        value: made of plain parts.
        plan: that names what the ids are of.
    """
    match field, value:
        case "form", str() if value in set(PollForm):
            return form_text(PollForm(value))
        case "mixing", str() if value in set(Mixing):
            return mixing_text(Mixing(value))
        case (("day" | "activity" | "objective" | "objectives" | "topics"), str()):
            told = _named(plan).get(value, value)
        case (("objectives" | "topics"), list() | tuple()):
            told = " / ".join(_named(plan).get(str(each), str(each)) for each in value)
        case _, list() | tuple():
            told = " / ".join(str(each.get("text", "")) if isinstance(each, dict) else str(each) for each in value)
        case _:
            told = " ".join((value_text(field, value) or str(value)).split())
    return told or QCoreApplication.translate("Merging", "none")


def _named(plan: Plan) -> dict[str, str]:
    return {each.id: name_of(each) for name in COLLECTIONS for each in getattr(plan, name)}
