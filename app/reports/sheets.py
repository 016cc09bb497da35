"""Tables of what a session leaves, and the files that they make: separated values, or a workbook."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

import msgspec

from app.plans.cells import guarded
from app.reports.workbook import workbook_of

if TYPE_CHECKING:
    from collections.abc import Iterable

Cell = str | int

TABS: Final = {
    "fr": {
        "results": "Résultats",
        "answers": "Réponses",
        "shift": "Évolution",
        "arguments": "Arguments",
        "statements": "Affirmations",
        "floor": "Parole",
    },
    "en": {
        "results": "Results",
        "answers": "Answers",
        "shift": "Shift",
        "arguments": "Arguments",
        "statements": "Statements",
        "floor": "Floor",
    },
}


class Sheet(msgspec.Struct, frozen=True):
    """One table.

    Attributes:
        name: what it holds, such as `results`; names its tab in a workbook.
        heads: of its columns.
        rows: one cell for each head.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def csv_of(sheets: Iterable[Sheet], language: str) -> bytes:
    """Write tables one below the other, as spreadsheets of a language open them; no cell becomes a formula.

    Args:
        sheets: in order.
        language: `fr` separates cells by semicolons.
    """
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";" if language == "fr" else ",", lineterminator="\r\n")
    for place, sheet in enumerate(sheets):
        if place:
            writer.writerow(())
        writer.writerow(sheet.heads)
        writer.writerows([_plain(cell) for cell in row] for row in sheet.rows)
    return "\ufeff".encode() + made.getvalue().encode()


def _plain(cell: Cell) -> Cell:
    # A number below nothing is no formula.
    is_number = isinstance(cell, int) or cell[1:].replace(".", "", 1).isdecimal()
    return cell if is_number else guarded(str(cell))


def file_of(sheets: Iterable[Sheet], language: str, name: str) -> bytes:
    """Write tables in the form that a file's name asks for: a workbook, or else separated values.

    Args:
        sheets: in order.
        language: of the class.
        name: of the file; `.xlsx` for a workbook.
    """
    if name.casefold().endswith(".xlsx"):
        return workbook_of(sheets, TABS[language])
    return csv_of(sheets, language)
