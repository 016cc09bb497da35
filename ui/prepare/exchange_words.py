"""How what comes in and goes out is told to a person: what went wrong with a file and where, what was left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.reports.forms import Form

if TYPE_CHECKING:
    from app.plans import Plan, PlanError
    from app.plans.polls import Skipped

_LINE = re.compile(r"line (\d+)")


def form_text(form: Form) -> str:
    """Name a form of a plan.

    Args:
        form: one of them.
    """
    match form:
        case Form.RUN_SHEET:
            return QCoreApplication.translate("Exchange", "Run sheet for staff (PDF)")
        case Form.PROGRAMME:
            return QCoreApplication.translate("Exchange", "Programme for learners (PDF)")
        case Form.ICS:
            return QCoreApplication.translate("Exchange", "Invitation (calendar)")
        case Form.MARKDOWN:
            return QCoreApplication.translate("Exchange", "Text (Markdown)")
        case Form.CSV:
            return QCoreApplication.translate("Exchange", "Agenda (spreadsheet)")
        case Form.CERCLE:
            return QCoreApplication.translate("Exchange", "Plan file, to send to a colleague")


def reading_error_text(name: str, error: PlanError) -> str:
    """Say why a file could not be read, where, and that nothing was changed.

    Args:
        name: of the file.
        error: what happened.
    """
    match error.code:
        case "plan_newer":
            text = QCoreApplication.translate(
                "Exchange", "A newer version of Cercle wrote “%1”. Update Cercle to open it; nothing was changed."
            )
        case "plan_source_unknown":
            text = QCoreApplication.translate(
                "Exchange",
                "“%1” is of a kind that is not read. Known are plans (.cercle), Markdown, CSV, and polls in GIFT or "
                "Aiken; a spreadsheet can save as CSV.",
            )
        case "plan_invalid":
            text = QCoreApplication.translate(
                "Exchange", "“%1” holds something that does not fit into a plan; nothing was changed."
            )
        case _ if name.lower().endswith((".csv", ".tsv")):
            text = QCoreApplication.translate(
                "Exchange",
                "“%1” could not be read as an agenda: it needs a row of headings with a title, and lengths and times "
                "that make sense. Nothing was changed.",
            )
        case _:
            text = QCoreApplication.translate(
                "Exchange", "“%1” is no plan, cut short, or damaged. The file was left as it is; nothing was changed."
            )
    where = where_text(error.where)
    return text.replace("%1", name) + (f" {where}" if where else "")


def writing_error_text(name: str, error: PlanError | OSError) -> str:
    """Say why a file could not be written.

    Args:
        name: of the file, or of the plan.
        error: what happened.
    """
    if isinstance(error, OSError):
        text = QCoreApplication.translate("Exchange", "“%1” could not be written: %2")
        return text.replace("%1", name).replace("%2", error.strerror or str(error))
    if error.code == "plan_undated":
        return QCoreApplication.translate(
            "Exchange", "An invitation needs a day with a date and a start: give the plan both, then export again."
        )
    return (
        QCoreApplication.translate("Exchange", "“%1” could not be written: %2")
        .replace("%1", name)
        .replace("%2", str(error))
    )


def opening_error_text(name: str, error: OSError) -> str:
    """Say why a file could not be opened at all.

    Args:
        name: of the file.
        error: of the system.
    """
    text = QCoreApplication.translate("Exchange", "“%1” could not be opened: %2")
    return text.replace("%1", name).replace("%2", error.strerror or str(error))


def where_text(where: str) -> str:
    """Say at which place of a file something is wrong; empty when that is not known.

    Args:
        where: as errors tell it.
    """
    if found := _LINE.fullmatch(where):
        return QCoreApplication.translate("Exchange", "Look at line %1.").replace("%1", found[1])
    match where:
        case "" | "file":
            return ""
        case "end":
            return QCoreApplication.translate("Exchange", "Look at its last lines.")
        case _:
            return QCoreApplication.translate("Exchange", "The place: %1.").replace("%1", where)


def skipped_text(skipped: Skipped) -> str:
    """Say which question of a bank was left out, and why.

    Args:
        skipped: it.
    """
    match skipped.why:
        case "matching":
            why = QCoreApplication.translate("Exchange", "a matching question")
        case "numerical":
            why = QCoreApplication.translate("Exchange", "a numerical question")
        case _:
            why = QCoreApplication.translate("Exchange", "a text without a question")
    text = QCoreApplication.translate("Exchange", "Line %1: “%2”, %3")
    return text.replace("%1", str(skipped.line)).replace("%2", skipped.title).replace("%3", why)


def plan_text(plan: Plan) -> str:
    """Name a plan by its title, or say that it has none.

    Args:
        plan: may have no title.
    """
    return plan.title or QCoreApplication.translate("Plan", "Untitled plan")
