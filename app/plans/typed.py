"""What people type for a length, a clock time, a date or a number of people, in either language."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final

from app.domain.kernel.folding import folded
from app.plans.plan import DAY_MINUTES, MOST_MINUTES

_UNITS: Final = r"(?:min(?:utes?)?\.?|mn|m|’|')"
_HOURS: Final = re.compile(rf"(\d{{1,2}})\s*(?:h(?:ours?|eures?|rs?)?\.?|:)\s*(?:(\d{{1,2}})\s*{_UNITS}?)?")
_DECIMAL: Final = re.compile(r"(\d{1,2})[.,](\d{1,2})\s*h(?:ours?|eures?|rs?)?")
_MINUTES: Final = re.compile(rf"(\d{{1,4}})\s*{_UNITS}?")
_CLOCK: Final = re.compile(r"(\d{1,2})\s*(?:(?:h|:|\.)\s*(\d{1,2})?)?\s*(am|pm)?")
_CLOSE: Final = re.compile(r"(\d{1,2})(\d{2})")
_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_SLASHED: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_NAMED: Final = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?")
_NOON: Final = 12
_CENTURY: Final = 100
_ENGLISH: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FRENCH: Final = ("janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aou", "sept", "oct", "nov", "dec")
_MONTHS: Final = {name: place for names in (_ENGLISH, _FRENCH) for place, name in enumerate(names, 1)}


def _plain(text: str) -> str:
    """Write digits of any script as ours, without accents, capitals and outer blanks."""
    digits = "".join(str(unicodedata.digit(each)) if each.isdigit() else each for each in text)
    return " ".join(folded(digits).split())


def minutes_typed(text: str) -> int | None:
    """Read a length: `20`, `20 min`, `1h15`, `1:15`, `1,5 h`.

    Args:
        text: as it was typed.

    Returns:
        Minutes from 0 to `MOST_MINUTES`; none when it is no such length.
    """
    text = _plain(text)
    if found := _DECIMAL.fullmatch(text):
        minutes = round(float(f"{found[1]}.{found[2]}") * 60)
    elif found := _HOURS.fullmatch(text):
        minutes = int(found[1]) * 60 + int(found[2] or 0)
    elif found := _MINUTES.fullmatch(text):
        minutes = int(found[1])
    else:
        return None
    return minutes if minutes <= MOST_MINUTES else None


def clock_typed(text: str) -> int | None:
    """Read a clock time: `9`, `9:30`, `9h30`, `09.30`, `930`, `2 pm`.

    Args:
        text: as it was typed.

    Returns:
        Minutes since midnight; none when there is no such time.
    """
    text = _plain(text)
    if found := _CLOSE.fullmatch(text):
        hours, minutes = int(found[1]), int(found[2])
    elif found := _CLOCK.fullmatch(text):
        hours, minutes = int(found[1]), int(found[2] or 0)
        if found[3] is not None:
            if not 1 <= hours <= _NOON:
                return None
            hours = hours % _NOON + (_NOON if found[3] == "pm" else 0)
    else:
        return None
    made = hours * 60 + minutes
    return made if minutes < 60 and made < DAY_MINUTES else None  # noqa: PLR2004 (minutes an hour)


def date_typed(text: str, today: date) -> str | None:
    """Read a date: `2026-03-31`, `31/3/2026`, `31.3.`, `31 mars`; a past one without a year is next year's.

    Args:
        text: as it was typed; day before month.
        today: tells the year that is left out.

    Returns:
        As `2026-03-31`; empty when nothing was typed; none when there is no such day.
    """
    text = _plain(text).strip(".")
    if not text:
        return ""
    year: str | None
    if found := _ISO.fullmatch(text):
        year, month, day = found[1], int(found[2]), int(found[3])
    elif found := _SLASHED.fullmatch(text):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif found := _NAMED.search(text):
        day, month, year = int(found[1]), _month(found[2]), found[3]
    else:
        return None
    number = int(year) if year else today.year
    try:
        made = date(number + 2000 if number < _CENTURY else number, month, day)
        if not year and made < today:
            made = made.replace(year=made.year + 1)
    except ValueError:
        return None
    return made.isoformat()


def _month(word: str) -> int:
    return _MONTHS.get(word) or _MONTHS.get(word[:4]) or _MONTHS.get(word[:3]) or 0


def count_typed(text: str, most: int) -> int | None:
    """Read a number of people or rooms; nothing typed is 0.

    Args:
        text: as it was typed.
        most: the greatest that makes sense.
    """
    text = _plain(text)
    if not text:
        return 0
    return int(text) if text.isdecimal() and len(text) < 7 and int(text) <= most else None  # noqa: PLR2004 (digits)
