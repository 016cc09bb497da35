"""Reads an agenda from CSV, as spreadsheets and planning tools export it, and writes one that they open."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from msgspec.structs import replace

from app.domain.kernel.folding import folded
from app.plans.cells import guarded, unguarded
from app.plans.edits import checked_plan, clean
from app.plans.plan import MOST_MINUTES, TITLE_LIMIT, Activity, ActivityKind, Day, Plan, PlanUnreadable
from app.plans.timing import schedule
from app.plans.words import clock, kind_named, kind_word, text

_COLUMNS: Final[dict[str, frozenset[str]]] = {
    name: frozenset(words.split(", "))
    for name, words in {
        "title": "title, activity, block, name, session, topic, step, titre, activite, bloc, nom, sequence, intitule, "
        "etape, theme",
        "minutes": "minutes, min, mins, duration, length, time needed, duree, duree en min, duree en minutes",
        "start": "start, start time, time, begin, begins, from, at, debut, heure, heure de debut, horaire, a",
        "day": "day, date, jour",
        "end": "end, end time, ends, to, until, fin, heure de fin, jusqu a",
        "kind": "kind, type, category, format, method, nature, categorie, modalite, methode",
        "instructions": "instructions, description, details, task, content, consigne, consignes, contenu, deroule, "
        "tache",
        "notes": "notes, notes for staff, private notes, additional information, comments, comment, remarques, "
        "notes pour l equipe, commentaires, observations",
        "lead": "lead, led by, leader, who, owner, facilitator, trainer, speaker, animateur, animatrice, anime par, "
        "qui, intervenant, intervenante, formateur, formatrice",
    }.items()
}
"""The names of columns, in lower case, without accents, punctuation, and what stands in parentheses."""

_SEPARATORS: Final = ",;\t|"
_HEADER_WITHIN: Final = 12
"""How many rows may stand above the one that names the columns."""

_CLOCK: Final = re.compile(r"(\d{1,2})\s*[:hH.]\s*(\d{2})(?::\d{2})?\s*([ap]m)?", re.IGNORECASE)
_LENGTH: Final = re.compile(
    r"(?:(\d{1,9})\s*h(?:ours?|eures?)?)?\s*(?:(\d{1,9})\s*(?:min(?:utes?)?|mn|m|['\u2019\u2032])?)?", re.IGNORECASE
)
_WRITTEN: Final = ("at", "activity", "minutes_column", "kind", "lead_column", "instructions", "notes")
_NOON: Final = 12
_HOUR: Final = 60


def from_csv(source: str, title: str = "") -> Plan:
    """Read an agenda; one of the first rows names its columns, in English or French, in any order.

    A length is minutes, `1h30`, `0:45` or `20 min`; without one, it is what lies between `start` and `end`, or the next
    start. The first start and each one that leaves a gap pin their activity.

    Args:
        source: separated by commas, semicolons, tabs or bars.
        title: of the plan.

    Raises:
        PlanUnreadable: no column is named, or a length or time makes no sense; `where` tells the line.
        PlanInvalid: a text is too long.
    """
    rows = _rows(source.removeprefix("\ufeff"))
    place, columns = _header(rows)
    if "title" not in columns:
        raise PlanUnreadable("no column is named “title”", "line 1")
    rows = rows[place:]
    read = [_row(row, columns, f"line {number}") for number, row in rows[1:]]
    activities: list[Activity] = []
    days: dict[str, Day] = {}
    now: int | None = None
    named = ""
    for place, (cells, start, length) in enumerate(read):
        named = cells.get("day", "") or named
        if named and named not in days:
            days[named] = _day(named, start, f"d{len(days) + 1}")
            now = start
        following = read[place + 1][1] if place + 1 < len(read) else None
        minutes = length
        if minutes is None and start is not None and following is not None and following >= start:
            minutes = following - start
        minutes = 10 if minutes is None else minutes
        if minutes > MOST_MINUTES:
            raise PlanUnreadable(f"{minutes} minutes are more than {MOST_MINUTES}", f"line {rows[place + 1][0]}")
        pinned = start if start is not None and start != now else None
        now = start + minutes if start is not None else now + minutes if now is not None else None
        day = days[named].id if named else ""
        activities.append(replace(_told(cells), id=f"a{place + 1}", minutes=minutes, pinned=pinned, day=day))
    order = {day.id: rank for rank, day in enumerate(days.values())}
    activities.sort(key=lambda each: order.get(each.day, 0))
    return checked_plan(Plan(title=title[:TITLE_LIMIT], days=tuple(days.values()), activities=tuple(activities)))


def _day(named: str, start: int | None, day_id: str) -> Day:
    is_date = re.fullmatch(r"\d{4}-\d{2}-\d{2}", named) is not None
    # A number alone says what its place says.
    title = "" if is_date or named.isdigit() else clean(named, line=True)[:TITLE_LIMIT]
    return Day(id=day_id, title=title, date=named if is_date else "", start=start)


def to_csv(plan: Plan) -> bytes:
    """Write a plan's agenda; `from_csv` reads it again, and spreadsheets open it as it is.

    Args:
        plan: in whose language the columns are named; its notes for staff stand in it.
    """
    said = plan.language
    # Spreadsheets in French expect semicolons; without the mark, they take UTF-8 for something else.
    french = said.lower().startswith("fr")
    made = io.StringIO(newline="")
    table = csv.writer(made, delimiter=";" if french else ",", lineterminator="\r\n")
    table.writerow([text("day", said), *(text(name, said) for name in _WRITTEN)])
    for number, day in enumerate(schedule(plan).days, 1):
        named = (day.day.date or guarded(day.day.title) if day.day is not None else "") or str(number)
        for slot in day.slots:
            each = slot.activity
            start = clock(slot.start) if day.clock else ""
            told = (each.title, str(each.minutes), kind_word(each.kind, said), each.lead, each.instructions, each.notes)
            table.writerow([named, start, *(guarded(cell) for cell in told)])
    return made.getvalue().encode("utf-8-sig")


def _told(cells: dict[str, str]) -> Activity:
    return Activity(
        id="a",
        title=clean(cells.get("title", ""), line=True)[:TITLE_LIMIT],
        kind=kind_named(cells.get("kind", "")) or kind_named(cells.get("title", "")) or ActivityKind.DISCUSSION,
        instructions=cells.get("instructions", ""),
        notes=cells.get("notes", ""),
        lead=clean(cells.get("lead", ""), line=True)[:TITLE_LIMIT],
    )


def _rows(source: str) -> list[tuple[int, list[str]]]:
    """Return the rows that are not empty, with the lines at which they end, cut where most of the columns get names."""
    told = re.match(r"sep=(.)\r?\n", source)
    separators = [told[1]] if told else sorted(_SEPARATORS, key=source[:4000].count, reverse=True)
    skipped = 1 if told else 0
    best: list[tuple[int, list[str]]] = []
    most = -1
    for separator in separators:
        reader = csv.reader(io.StringIO(source[told.end() if told else 0 :], newline=""), delimiter=separator)
        try:
            rows = [(reader.line_num + skipped, row) for row in reader if any(cell.strip() for cell in row)]
        except csv.Error as error:
            raise PlanUnreadable(str(error), f"line {reader.line_num + skipped}") from error
        named = len(_header(rows)[1])
        if named > most:
            best, most = rows, named
    return best


def _header(rows: list[tuple[int, list[str]]]) -> tuple[int, dict[str, int]]:
    """Return the place of the row that names the columns, and which column is what."""
    found = [(place, _named(row)) for place, (_, row) in enumerate(rows[:_HEADER_WITHIN])]
    titled = [each for each in found if "title" in each[1]]
    return max(titled, key=lambda each: len(each[1]), default=(0, {}))


def _named(row: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        plain = folded(re.sub(r"\(.*?\)", "", cell))
        word = " ".join(re.sub(r"[^\w\s]", " ", plain).split())
        for name, words in _COLUMNS.items():
            if word in words:
                found.setdefault(name, place)
    return found


def _row(row: list[str], columns: dict[str, int], where: str) -> tuple[dict[str, str], int | None, int | None]:
    cells = {name: row[place].strip() for name, place in columns.items() if place < len(row)}
    cells = {name: unguarded(cell) for name, cell in cells.items()}
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
