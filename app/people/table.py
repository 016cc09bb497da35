"""Text as rows of cells, whoever wrote it: comma, semicolon or tab, any encoding that spreadsheets use."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import Final, TypeAlias

Rows: TypeAlias = list[tuple[int, list[str]]]
"""Line numbers, from 1, with their cells; rows without any text are left out."""

_SEPARATORS: Final = ("\t", ";", ",", "|")
_MAIL: Final = re.compile(r"<[^<>@\s]+@[^<>\s]+>")
_LOOKED_AT: Final = 50
_NOT_SHOWN: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_LONGEST_CELL: Final = 131_072


def clean_cell(text: str) -> str:
    """Return a cell on one line, composed, without what cannot be seen."""
    shown = _NOT_SHOWN.sub("", "".join(" " if unicodedata.category(c) == "Cc" else c for c in text))
    return unicodedata.normalize("NFC", " ".join(shown.split()))


def rows_of(text: str) -> Rows:
    """Return the rows of a text.

    Args:
        text: CSV with any separator, a paste from a spreadsheet, or one person a line; also several
            `Name <address>` on one line, as mail programs write them.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _is_mail_line(text):
        return [
            (number, [clean_cell(each)])
            for number, line in enumerate(text.split("\n"), 1)
            for each in _people_of(line)
            if clean_cell(each)
        ]
    separator = separator_of(text)
    rows: Rows = []
    if text.count('"') % 2:
        # A quote that nothing closes would swallow the rest of the file.
        for number, line in enumerate(text.split("\n"), 1):
            _add(rows, number, [cell.strip().strip('"') for cell in line.split(separator)])
        return rows
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL, len(text) + 1))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    before = 0
    for row in reader:
        _add(rows, before + 1, row)
        before = reader.line_num
    return rows


def _add(rows: Rows, number: int, row: list[str]) -> None:
    cells = [clean_cell(cell) for cell in row]
    if any(cells):
        rows.append((number, cells))


def separator_of(text: str) -> str:
    """Return what separates the cells of a text: whatever divides most of its lines alike."""
    lines = [line for line in text.split("\n") if line.strip()][:_LOOKED_AT]

    def agreement(separator: str) -> tuple[int, int]:
        counts = [_outside_quotes(line).count(separator) for line in lines]
        usual = max(set(counts) - {0}, key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(_SEPARATORS, key=agreement)


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def _is_mail_line(text: str) -> bool:
    """Tell whether a text is made of `Name <address>`, rather than of a table's rows."""
    lines = [line for line in text.split("\n") if line.strip()]
    return bool(lines) and all(_MAIL.search(line) for line in lines) and "\t" not in text


def _people_of(line: str) -> list[str]:
    """Cut a line behind each address that is followed by a separator."""
    return re.split(r"(?<=>)\s*[,;]\s*", line)
