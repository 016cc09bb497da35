"""Reads an agenda from CSV, as spreadsheets and planning tools export it."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from msgspec.structs import replace

from app.plans.edits import checked_plan, clean
from app.plans.plan import MOST_MINUTES, TITLE_LIMIT, Activity, ActivityKind, Plan, PlanUnreadable
from app.plans.words import kind_named

_COLUMNS: Final[dict[str, frozenset[str]]] = {
    "title": frozenset(
        {"title", "activity", "block", "name", "session", "titre", "activité", "bloc", "nom", "séquence"}
    ),
    "minutes": frozenset(
        {"minutes", "min", "duration", "length", "time needed", "durée", "durée (min)", "duration (min)"}
    ),
    "start": frozenset({"start", "time", "begin", "from", "at", "début", "heure", "horaire", "à"}),
    "end": frozenset({"end", "to", "until", "fin", "jusqu’à", "jusqu'à"}),
    "kind": frozenset({"kind", "type", "category", "format", "nature", "catégorie", "modalité"}),
    "instructions": frozenset(
        {"instructions", "description", "details", "task", "consigne", "consignes", "contenu", "détails"}
    ),
    "notes": frozenset(
        {"notes", "notes for staff", "private notes", "additional information", "remarques", "comments"}
    ),
    "lead": frozenset(
        {"lead", "led by", "who", "owner", "facilitator", "animateur", "animé par", "qui", "intervenant"}
    ),
}
_CLOCK: Final = re.compile(r"(\d{1,2})\s*[:hH.]\s*(\d{2})(?::\d{2})?\s*([ap]m)?", re.IGNORECASE)
_LENGTH: Final = re.compile(
    r"(?:(\d{1,9})\s*h(?:ours?|eures?)?)?\s*(?:(\d{1,9})\s*(?:min(?:utes?)?|mn|m|['\u2019\u2032])?)?", re.IGNORECASE
)
_NOON: Final = 12
_HOUR: Final = 60


def from_csv(source: str, title: str = "") -> Plan:
    """Read an agenda; the first row names its columns, in English or French, in any order.

    A length is minutes, `1h30`, `0:45` or `20 min`; without one, it is what lies between `start` and `end`, or the next
    start. The first start and each one that leaves a gap pin their activity.

    Args:
        source: separated by commas, semicolons or tabs.
        title: of the plan.

    Raises:
        PlanUnreadable: no column is named, or a length or time makes no sense; `where` tells the line.
        PlanInvalid: a text is too long.
    """
    reader = csv.reader(io.StringIO(source.removeprefix("\ufeff"), newline=""), delimiter=_separator(source))
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise PlanUnreadable(str(error), f"line {reader.line_num}") from error
    columns = _named(rows[0][1]) if rows else {}
    if "title" not in columns:
        raise PlanUnreadable("no column is named “title”", "line 1")
    read = [_row(row, columns, f"line {number}") for number, row in rows[1:]]
    activities: list[Activity] = []
    now: int | None = None
    for place, (activity, start, length) in enumerate(read):
        following = read[place + 1][1] if place + 1 < len(read) else None
        minutes = length
        if minutes is None and start is not None and following is not None and following >= start:
            minutes = following - start
        minutes = 10 if minutes is None else minutes
        if minutes > MOST_MINUTES:
            raise PlanUnreadable(f"{minutes} minutes are more than {MOST_MINUTES}", f"line {rows[place + 1][0]}")
        pinned = start if start is not None and start != now else None
        now = start + minutes if start is not None else now + minutes if now is not None else None
        activities.append(replace(_told(activity), id=f"a{place + 1}", minutes=minutes, pinned=pinned))
    return checked_plan(Plan(title=title[:TITLE_LIMIT], activities=tuple(activities)))


def _told(cells: dict[str, str]) -> Activity:
    return Activity(
        id="a",
        title=clean(cells.get("title", ""), line=True)[:TITLE_LIMIT],
        kind=kind_named(cells.get("kind", "")) or kind_named(cells.get("title", "")) or ActivityKind.DISCUSSION,
        instructions=cells.get("instructions", ""),
        notes=cells.get("notes", ""),
        lead=clean(cells.get("lead", ""), line=True)[:TITLE_LIMIT],
    )


def _separator(source: str) -> str:
    head = source.partition("\n")[0]
    return max(",;\t", key=head.count)


def _named(row: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        word = " ".join(cell.casefold().split())
        for name, words in _COLUMNS.items():
            if word in words:
                found.setdefault(name, place)
    return found


def _row(row: list[str], columns: dict[str, int], where: str) -> tuple[dict[str, str], int | None, int | None]:
    cells = {name: row[place].strip() for name, place in columns.items() if place < len(row)}
    start, end = _clock(cells.get("start", ""), where), _clock(cells.get("end", ""), where)
    length = _length(cells.get("minutes", ""), where)
    if length is None and start is not None and end is not None:
        if end < start:
            raise PlanUnreadable("it ends before it begins", where)
        length = end - start
    return cells, start, length


def _clock(cell: str, where: str) -> int | None:
    if not cell:
        return None
    found = _CLOCK.search(cell)
    hours, minutes = (int(found[1]), int(found[2])) if found else (99, 0)
    if found and found[3]:
        hours = hours % _NOON + (_NOON if found[3].lower() == "pm" else 0)
    if hours >= 2 * _NOON or minutes >= _HOUR:
        raise PlanUnreadable(f"{cell[:40]!r} is no clock time", where)
    return hours * _HOUR + minutes


def _length(cell: str, where: str) -> int | None:
    if not cell:
        return None
    if timed := re.fullmatch(r"(\d{1,3}):(\d{2})(?::\d{2})?", cell):
        return int(timed[1]) * _HOUR + int(timed[2])
    found = _LENGTH.fullmatch(cell)
    if found is None or (found[1] is None and found[2] is None):
        raise PlanUnreadable(f"{cell[:40]!r} is no length", where)
    return int(found[1] or 0) * _HOUR + int(found[2] or 0)
