"""What is said of lists of people: their fields, what was read, and what the class refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.people.reading import Note, What

if TYPE_CHECKING:
    from ui.i18n import Words


def field_text(field: str) -> str:
    """Give the heading of a column.

    Args:
        field: of a person.
    """
    return {
        "first_name": QCoreApplication.translate("Expected", "First name"),
        "surname": QCoreApplication.translate("Expected", "Surname"),
        "email": QCoreApplication.translate("Expected", "E-mail"),
        "employer": QCoreApplication.translate("Expected", "Employer"),
        "group": QCoreApplication.translate("Expected", "Group"),
        "needs": QCoreApplication.translate("Expected", "Needs"),
    }[field]


def note_text(note: Note) -> str:
    """Say what there is to say about a line that was read.

    Args:
        note: about it.
    """
    match note.what:
        case What.DOUBLED if note.other:
            text = QCoreApplication.translate("Expected", "Line %1: the same person as on line %2 · %3")
        case What.DOUBLED:
            text = QCoreApplication.translate("Expected", "Line %1: on the list already · %3")
        case What.NOBODY:
            text = QCoreApplication.translate("Expected", "Line %1: neither a name nor an address · %3")
        case What.BAD_ADDRESS:
            text = QCoreApplication.translate("Expected", "Line %1: no e-mail address, kept as it is · %3")
        case What.CUT:
            text = QCoreApplication.translate("Expected", "Line %1: too long, and cut · %3")
        case What.TOO_MANY:
            text = QCoreApplication.translate("Expected", "Line %1: the list is full · %3")
        case What.BEFORE_HEADING:
            text = QCoreApplication.translate("Expected", "Line %1: above the headings, left out · %3")
        case _:
            text = QCoreApplication.translate("Expected", "Line %1: a column that is not needed · %3")
    return text.replace("%1", str(note.line)).replace("%2", str(note.other)).replace("%3", note.text)


def unreadable_text(code: str) -> str:
    """Say why a file could not be read.

    Args:
        code: stable.
    """
    match code:
        case "workbook_old":
            return QCoreApplication.translate(
                "Expected",
                "This workbook is in Excel’s format from before 2007. Save it as .xlsx or .csv, and try again.",
            )
        case "file_too_large":
            return QCoreApplication.translate("Expected", "This file is too large for a list of people.")
        case "workbook_unreadable":
            return QCoreApplication.translate(
                "Expected", "This workbook cannot be read: it is damaged, or locked by a password."
            )
        case _:
            return QCoreApplication.translate("Expected", "This file cannot be read.")


SAID: dict[str, Words] = {
    "expected.add": lambda: QCoreApplication.translate("Expected", "putting people on the list"),
    "expected.revise": lambda: QCoreApplication.translate("Expected", "changing somebody’s details"),
    "expected.match": lambda: QCoreApplication.translate("Expected", "saying who somebody is"),
    "expected.unmatch": lambda: QCoreApplication.translate("Expected", "taking back who somebody is"),
    "has_come": lambda: QCoreApplication.translate(
        "Expected", "This person has come already, by their own link or as somebody else."
    ),
    "not_a_stranger": lambda: QCoreApplication.translate("Expected", "This member is somebody on the list already."),
    "too_many_people": lambda: QCoreApplication.translate("Expected", "A class can expect %limit people at most."),
}
"""What can be asked of it, as the end of a sentence; and what is refused."""
