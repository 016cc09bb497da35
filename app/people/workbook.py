"""The first sheet of an Excel workbook, a zip of XML, as rows of cells; links and macros are not looked at."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from app.people.person import PeopleUnreadable
from app.people.table import clean_cell

if TYPE_CHECKING:
    from app.people.table import Rows

MOST_BYTES: Final = 30_000_000
"""The largest part of a workbook that is read, unpacked: a list of people is smaller, a zip bomb is not."""

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATIONS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_COLUMN: Final = re.compile(r"[A-Z]{1,3}")
_MOST_COLUMNS: Final = 500

_MOST_CELLS: Final = 500_000
_MOST_LETTERS: Final = 20_000_000
"""How many cells the rows may take up, and letters stand in them: few bytes may name a cell far to the right, or
the same long text again and again."""


class _Tree(ET.TreeBuilder):
    """Builds a part's tree, and refuses a document type: a workbook has none, and entities that grow live there."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:  # noqa: ARG002 (the parser's shape)
        """Refuse it."""
        raise PeopleUnreadable("workbook_unreadable")


def rows_of_workbook(data: bytes) -> Rows:
    """Return the rows of a workbook's first sheet, with the numbers they have there.

    Args:
        data: an `.xlsx` or `.xlsm` file.

    Raises:
        PeopleUnreadable: it is none, is damaged or locked by a password.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return _rows(book)
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        ET.ParseError,
        KeyError,
        ValueError,
        RuntimeError,
        OSError,
    ) as error:
        raise PeopleUnreadable("workbook_unreadable") from error


def _part(book: zipfile.ZipFile, name: str) -> ET.Element:
    if book.getinfo(name).file_size > MOST_BYTES:
        raise PeopleUnreadable("file_too_large")
    data = book.read(name)
    root: ET.Element = ET.fromstring(data, ET.XMLParser(target=_Tree()))  # noqa: S314 (size limited, no document type)
    for each in root.iter():
        each.tag = str(each.tag).replace(_STRICT, _MAIN)
    return root


def _rows(book: zipfile.ZipFile) -> Rows:
    names = set(book.namelist())
    shared = []
    if "xl/sharedStrings.xml" in names:
        shared = [_text(item) for item in _part(book, "xl/sharedStrings.xml").iterfind(f"{_MAIN}si")]
    rows: Rows = []
    taken = letters = 0
    for place, row in enumerate(_part(book, _first_sheet(book)).iter(f"{_MAIN}row"), 1):
        cells: list[str] = []
        for cell in row.iterfind(f"{_MAIN}c"):
            column = _column(cell.get("r", ""), len(cells))
            if column < _MOST_COLUMNS:
                cells += [""] * (column + 1 - len(cells))
                value = _value(cell, shared)
                letters += len(value)
                if letters > _MOST_LETTERS:
                    raise PeopleUnreadable("file_too_large")
                cells[column] = clean_cell(value)
        taken += len(cells)
        if taken > _MOST_CELLS:
            raise PeopleUnreadable("file_too_large")
        if any(cells):
            rows.append((int(row.get("r", place)), cells))
    return rows


def _first_sheet(book: zipfile.ZipFile) -> str:
    sheet = _part(book, "xl/workbook.xml").find(f"{_MAIN}sheets/{_MAIN}sheet")
    if sheet is None:
        raise PeopleUnreadable("workbook_unreadable")
    wanted = next((sheet.get(name) for name in _RELATIONS if sheet.get(name)), "")
    for relation in _part(book, "xl/_rels/workbook.xml.rels"):
        if relation.get("Id") == wanted:
            target = relation.get("Target", "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise PeopleUnreadable("workbook_unreadable")


def _column(reference: str, following: int) -> int:
    letters = _COLUMN.match(reference)
    if letters is None:
        return following
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: ET.Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        inline = cell.find(f"{_MAIN}is")
        return "" if inline is None else _text(inline)
    value = cell.findtext(f"{_MAIN}v", "")
    if cell.get("t") == "s":
        place = int(value)
        return shared[place] if 0 <= place < len(shared) else ""
    if cell.get("t") == "e":
        return ""
    return value.removesuffix(".0")


def _text(item: ET.Element) -> str:
    """Return the text of a string, its runs put together, without what tells how Japanese is read."""
    own = item.findtext(f"{_MAIN}t", "")
    return own + "".join(run.findtext(f"{_MAIN}t", "") for run in item.iterfind(f"{_MAIN}r"))
