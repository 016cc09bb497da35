"""Reads people from rows: with headings or without, each row becoming somebody or being told of by its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from app.people.columns import ADDRESS, FULL, fields_of, is_heading
from app.people.person import FIELDS, LIMIT, MOST_PEOPLE, PeopleUnreadable, Person
from app.people.similar import plain_name
from app.people.table import rows_of
from app.people.workbook import MOST_BYTES, rows_of_workbook
from app.plans.encoding import decoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.people.table import Rows

_ADDRESS: Final = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+")
_IN_BRACKETS: Final = re.compile(r"^(?P<name>.*?)\s*[<(\[]\s*(?:mailto:)?(?P<mail>[^@\s<>]+@[^@\s<>)\]]+)\s*[>)\]]\s*$")
_ORIGINAL: Final = re.compile(r"^(?P<shown>.*?)\s*\((?P<own>[^()]*)\)\s*$")
_ZIP: Final = b"PK\x03\x04"
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
_FIRST_ROWS: Final = 30


class What(StrEnum):
    """What there is to say about a line."""

    DOUBLED = "doubled"
    """It is about somebody who is on the list; what was missing there was filled in."""
    NOBODY = "nobody"
    """Neither a name nor an address stands in it."""
    BAD_ADDRESS = "bad_address"
    """The e-mail address is none; it was kept as it is."""
    CUT = "cut"
    """A value is too long, and was cut."""
    TOO_MANY = "too_many"
    """The list is full."""
    BEFORE_HEADING = "before_heading"
    """It stands above the headings, and is about no person."""
    COLUMN = "column"
    """A column whose heading is none of ours was left out."""


@dataclass(frozen=True)
class Note:
    """Something to say about a line.

    Attributes:
        line: its number, from 1.
        what: there is to say.
        text: what stands there, or the heading of the column.
        other: the line on which the same person stood first; 0 when they were on the list before.
    """

    line: int
    what: What
    text: str
    other: int = 0


@dataclass(frozen=True)
class Reading:
    """What was read.

    Attributes:
        people: the whole list as it is from now on: those known before, filled in, then the new ones.
        lines: for each new person, the line they stood on.
        notes: what there is to say, by line.
    """

    people: tuple[Person, ...]
    lines: tuple[int, ...]
    notes: tuple[Note, ...]


def read_text(text: str, known: Sequence[Person] = ()) -> Reading:
    """Read people from a text that was pasted.

    Args:
        text: one person a line, or a table.
        known: who is on the list already.
    """
    return read_rows(rows_of(text), known)


def read_file(data: bytes, known: Sequence[Person] = ()) -> Reading:
    """Read people from a file: an Excel workbook, or text of any kind.

    Args:
        data: of the file.
        known: who is on the list already.

    Raises:
        PeopleUnreadable: `file_too_large`, `workbook_unreadable`, or `workbook_old` for one from before 2007.
    """
    if len(data) > MOST_BYTES:
        raise PeopleUnreadable("file_too_large")
    if data.startswith(_OLD_EXCEL):
        raise PeopleUnreadable("workbook_old")
    return read_rows(rows_of_workbook(data) if data.startswith(_ZIP) else rows_of(decoded(data) or ""), known)


def read_rows(rows: Rows, known: Sequence[Person] = ()) -> Reading:
    """Read people from rows.

    Args:
        rows: with their line numbers.
        known: who is on the list already.
    """
    heading = _heading(rows)
    notes: list[Note] = []
    if heading is None:
        name = _name_cells([cells for _line, cells in rows])
        found = ((line, cells, _untitled(cells, name)) for line, cells in rows)
    else:
        fields = _settled(fields_of(rows[heading][1]), rows[heading + 1 :])
        notes += [Note(line, What.BEFORE_HEADING, _joined(cells)) for line, cells in rows[:heading]]
        line, cells = rows[heading]
        notes += [
            Note(line, What.COLUMN, cell) for cell, field in zip(cells, fields, strict=True) if cell and not field
        ]
        found = ((line, cells, _titled(cells, fields)) for line, cells in rows[heading + 1 :])
    return _gathered(found, known, notes)


def _heading(rows: Rows) -> int | None:
    """Return which row names the columns: the one that names most of ours, if any does."""
    scores = [
        # Of two that name as many, the later: reports begin with what they are about.
        (sum(1 for field in fields if field), place)
        for place, (_line, cells) in enumerate(rows[:_FIRST_ROWS])
        if is_heading(fields := fields_of(cells), cells)
    ]
    return max(scores)[1] if scores else None


def _settled(fields: list[str], rows: Rows) -> list[str]:
    """Settle what a column called “address” holds."""
    if ADDRESS in fields:
        place = fields.index(ADDRESS)
        values = [cells[place] for _line, cells in rows if place < len(cells) and cells[place]]
        mails = sum(1 for value in values if "@" in value)
        fields[place] = "email" if mails * 2 > len(values) and "email" not in fields else ""
    return fields


def _titled(cells: Sequence[str], fields: Sequence[str]) -> Person:
    values = {field: cell for field, cell in zip(fields, cells, strict=False) if field}
    full = values.pop(FULL, "")
    if full and not (values.get("first_name") or values.get("surname")):
        named = _named(full)
        values["first_name"], values["surname"] = named.first_name, named.surname
        values["email"] = values.get("email") or named.email
    bracketed = _IN_BRACKETS.match(values.get("email", ""))
    if bracketed:
        values["email"] = bracketed["mail"]
    values["email"] = values.get("email", "").removeprefix("mailto:")
    return Person(**values)


def _named(full: str) -> Person:
    """Read a name that stands in one piece, perhaps with an address: `DUPONT Marie <m@x.fr>`, `Dupont, Marie`."""
    mail = ""
    bracketed = _IN_BRACKETS.match(full)
    if bracketed:
        full, mail = bracketed["name"], bracketed["mail"]
    elif _ADDRESS.search(full):
        mail = _ADDRESS.search(full)[0].removeprefix("mailto:")  # type: ignore[index]  # it was found
        full = _ADDRESS.sub(" ", full).strip(" -–:;,")
    original = _ORIGINAL.match(full)
    if original and original["own"].strip():
        # Zoom: what one is called in the meeting, and in brackets who one is.
        full = original["own"]
    full = " ".join(full.strip(" \"'").split())
    before, comma, after = full.partition(",")
    if comma and after.strip():
        return Person(first_name=after.strip(), surname=before.strip(), email=mail)
    words = full.split()
    loud = [word for word in words if _is_loud(word)]
    if loud and len(loud) < len(words):
        quiet = [word for word in words if not _is_loud(word)]
        return Person(first_name=" ".join(quiet), surname=" ".join(loud), email=mail)
    return Person(first_name=words[0] if words else "", surname=" ".join(words[1:]), email=mail)


def _is_loud(word: str) -> bool:
    """Tell whether words are in capitals, as surnames are in French lists; initials are not."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and word.upper() == word and word.lower() != word


class _NameCells(StrEnum):
    """How names stand in rows without headings."""

    ONE = "one"
    FIRST_NAME_SURNAME = "first_name_surname"
    SURNAME_FIRST_NAME = "surname_first_name"


def _name_cells(rows: Sequence[Sequence[str]]) -> _NameCells:
    """Tell whether names stand in one cell or two; of two, the one in capitals is the surname."""
    texts = [cells for cells in rows if len(cells) > 1 and _may_be_name(cells[0]) and _may_be_name(cells[1])]
    loud = sum(1 for cells in texts if _is_loud(cells[0]) and not _is_loud(cells[1]))
    if texts and loud * 2 > len(texts):
        return _NameCells.SURNAME_FIRST_NAME
    divided = sum(1 for cells in texts if " " not in cells[0] and (_is_loud(cells[1]) or " " not in cells[1]))
    return _NameCells.FIRST_NAME_SURNAME if texts and divided * 2 > len(texts) else _NameCells.ONE


def _may_be_name(cell: str) -> bool:
    return bool(cell) and "@" not in cell and not any(c.isdigit() for c in cell)


def _untitled(cells: Sequence[str], name: _NameCells) -> Person:
    """Read a row without headings: an address is known by its @, and what follows the name is taken in our order."""
    texts = [cell for cell in cells if cell]
    mail = next((cell for cell in texts if _ADDRESS.search(cell)), "")
    if mail and texts[0] is not mail:
        texts.remove(mail)
        mail = _ADDRESS.search(mail)[0].removeprefix("mailto:")  # type: ignore[index]  # it was found
    else:
        mail = ""
    if not texts:
        return Person()
    if name is not _NameCells.ONE and len(texts) > 1 and _may_be_name(texts[0]) and _may_be_name(texts[1]):
        first, surname = texts[0], texts[1]
        if name is _NameCells.SURNAME_FIRST_NAME:
            first, surname = surname, first
        named, rest = Person(first_name=first, surname=surname), texts[2:]
    else:
        named, rest = _named(texts[0]), texts[1:]
        if not named.first_name and rest and _may_be_name(rest[0]):
            # The address stands first.
            named, rest = replace(_named(rest[0]), email=named.email), rest[1:]
    more = {"employer": " ".join(rest[:1]), "group": " ".join(rest[1:2]), "needs": _joined(rest[2:])}
    return replace(named, email=mail or named.email, **more)


def _joined(cells: Iterable[str]) -> str:
    return " · ".join(cell for cell in cells if cell)


class _Known:
    """Finds somebody again by address, or by name where no address speaks against it."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = list(people)
        self._by_mail: dict[str, int] = {}
        self._by_name: dict[str, list[int]] = {}
        for place, person in enumerate(self.people):
            self._index(place, person)

    def _index(self, place: int, person: Person) -> None:
        if person.email:
            self._by_mail.setdefault(person.email.casefold(), place)
        key = plain_name(person.name)
        places = self._by_name.setdefault(key, [])
        if place not in places:
            places.append(place)

    def find(self, person: Person) -> int | None:
        mail = person.email.casefold()
        if mail in self._by_mail:
            return self._by_mail[mail]
        for place in self._by_name.get(plain_name(person.name), ()):
            other = self.people[place]
            if not mail or not other.email:
                return place
        return None

    def add(self, person: Person) -> None:
        self.people.append(person)
        self._index(len(self.people) - 1, person)

    def fill(self, place: int, person: Person) -> None:
        before = self.people[place]
        lacking = {name: getattr(person, name) for name in FIELDS if not getattr(before, name)}
        if bool(before.first_name) != bool(before.surname):
            # Half a name is not completed by a part of another way to write it.
            lacking.pop("first_name", None)
            lacking.pop("surname", None)
        self.people[place] = replace(before, **lacking)
        self._index(place, self.people[place])


def _gathered(
    found: Iterable[tuple[int, Sequence[str], Person]], known: Sequence[Person], notes: list[Note]
) -> Reading:
    kept = _Known(known)
    lines: list[int] = []
    for line, cells, raw in found:
        text = _joined(cells)
        if not raw.name:
            notes.append(Note(line, What.NOBODY, text))
            continue
        person = replace(raw, **{name: getattr(raw, name)[:LIMIT].strip() for name in FIELDS})
        place = kept.find(person)
        if place is not None:
            other = lines[place - len(known)] if place >= len(known) else 0
            kept.fill(place, person)
            notes.append(Note(line, What.DOUBLED, text, other))
            continue
        if len(kept.people) >= MOST_PEOPLE:
            notes.append(Note(line, What.TOO_MANY, text))
            continue
        if person != raw:
            notes.append(Note(line, What.CUT, text))
        if person.email and not _ADDRESS.fullmatch(person.email):
            notes.append(Note(line, What.BAD_ADDRESS, person.email))
        kept.add(person)
        lines.append(line)
    return Reading(tuple(kept.people), tuple(lines), tuple(sorted(notes, key=lambda note: note.line)))
