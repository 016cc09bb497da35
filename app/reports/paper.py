"""Builds the HTML of printed pages: few tags, so that a browser and Qt's text engine lay them out alike."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING, Final

from app.plans.words import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.plans.plan import Day
    from app.plans.timing import DayTimes, Slot

NO_BREAK: Final = "\u00a0"

WORDS: Final[dict[str, tuple[str, str]]] = {
    "run_sheet": ("Run sheet", "Conducteur de séance"),
    "programme": ("Programme", "Programme"),
    "untitled": ("Untitled plan", "Plan sans titre"),
    "no_title": ("Untitled", "Sans titre"),
    "learners": ("{count} learners", "{count} apprenants"),
    "in_all": ("{length} in all", "{length} en tout"),
    "speaking": (
        "learners speak to one another {percent}% of the time",
        "les apprenants se parlent entre eux {percent}\u00a0% du temps",
    ),
    "audience": ("For whom", "Pour qui"),
    "editorial": ("Editorial line", "Ligne éditoriale"),
    "objectives": ("Objectives", "Objectifs"),
    "evidence": ("Seen by", "Se voit à"),
    "able": ("What you will be able to do", "Ce que vous saurez faire"),
    "topic": ("topic", "sujet"),
    "topics": ("Topics prepared", "Sujets préparés"),
    "before": ("To think about beforehand", "Pour y penser avant"),
    "materials": ("Materials", "Supports"),
    "roles": ("Who does what", "Qui fait quoi"),
    "agenda": ("Agenda", "Déroulé"),
    "day": ("Day {number}", "Jour {number}"),
    "at": ("At", "Heure"),
    "activity": ("Activity", "Activité"),
    "learners_do": ("What learners read and do", "Ce que les apprenants lisent et font"),
    "notes": ("Notes for staff", "Notes pour l’équipe"),
    "serves": ("objective {numbers}", "objectif {numbers}"),
    "serves_many": ("objectives {numbers}", "objectifs {numbers}"),
    "pinned": ("fixed at {time}", "fixé à {time}"),
    "free": ("{minutes} min free", "{minutes} min libres"),
    "over": ("what comes before runs {minutes} min over", "ce qui précède déborde de {minutes} min"),
    "rooms": ("Rooms of {people}", "Salles de {people}"),
    "rooms_count": ("{rooms} rooms of {people}", "{rooms} salles de {people}"),
    "poll": ("Poll", "Sondage"),
    "debate": ("Debate", "Débat"),
    "right": ("right", "juste"),
    "question": ("Question", "Question"),
    "led_by": ("with {who}", "avec {who}"),
    "join": ("To join", "Pour rejoindre"),
    "meeting": ("Video meeting", "Visioconférence"),
    "nothing": ("No activity yet.", "Aucune activité pour l’instant."),
}

_DAYS: Final = (
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
)
_MONTHS: Final = tuple(
    tuple(names.split())
    for names in (
        "January February March April May June July August September October November December",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    )
)

_STYLE: Final = """
body { font-family: Inter, 'Noto Color Emoji', sans-serif; font-size: 9pt; color: #1b1f24; }
h1 { font-size: 19pt; font-weight: 600; margin-top: 0px; margin-bottom: 4px; }
h2 { font-size: 11.5pt; font-weight: 600; margin-top: 18px; margin-bottom: 5px; }
h3 { font-size: 10pt; font-weight: 600; margin-top: 12px; margin-bottom: 5px; }
p { margin-top: 0px; margin-bottom: 4px; }
ul, ol { margin-top: 0px; margin-bottom: 0px; }
li { margin-top: 0px; margin-bottom: 4px; }
td, th { padding: 5px 7px 4px 7px; }
th { font-size: 8pt; font-weight: 600; text-align: left; color: #4a525c; background-color: #eef1f4; }
a { color: #2f5bb7; }
.kicker { font-size: 8.5pt; font-weight: 600; color: #2f5bb7; margin-bottom: 0px; }
.facts, .small { font-size: 8pt; color: #4a525c; }
.time, .strong { font-weight: 600; }
.warn { font-size: 8pt; font-weight: 600; color: #9a3412; }
.empty { color: #4a525c; }
"""


class Sheet:
    """Gathers the parts of a page in one language.

    Args:
        language: of the labels, French for `fr`, else English.
    """

    def __init__(self, language: str) -> None:
        self.french: Final = language.lower().startswith("fr")
        self._parts: list[str] = []

    def say(self, key: str, **values: object) -> str:
        """Say a label; it is not escaped yet.

        Args:
            key: of the label.
            values: what stands in it.
        """
        return WORDS[key][self.french].format(**values)

    def named(self, label: str) -> str:
        """Return a label that something follows, with the colon as the language sets it.

        Args:
            label: said already.
        """
        return f"{label}{NO_BREAK if self.french else ''}:"

    def length(self, minutes: int) -> str:
        """Return a length, as `1 h 30` or `20 min`.

        Args:
            minutes: how long.
        """
        hours, rest = divmod(minutes, 60)
        if not hours:
            return f"{rest}{NO_BREAK}min"
        return f"{hours}{NO_BREAK}h{f'{NO_BREAK}{rest:02}' if rest else ''}"

    def date(self, day: Day) -> str:
        """Return a day's date as people write it; empty when it has none or names no day.

        Args:
            day: of the agenda.
        """
        try:
            found = date.fromisoformat(day.date)
        except ValueError:
            return day.date
        weekday, month = _DAYS[self.french][found.weekday()], _MONTHS[self.french][found.month - 1]
        first = "1er" if self.french and found.day == 1 else str(found.day)
        return f"{weekday} {first} {month} {found.year}"

    def day_title(self, times: DayTimes, number: int, *, several: bool) -> str:
        """Return what a day is called: its date, its title, and its number when it has neither.

        Args:
            times: of the day.
            number: its place, from 1.
            several: whether there are others.
        """
        named = [part for part in (self.date(times.day), times.day.title) if part] if times.day is not None else []
        return " · ".join(named) or (self.say("day", number=number) if several else "")

    def add(self, *parts: str) -> None:
        """Add parts that are HTML already.

        Args:
            parts: in order.
        """
        self._parts += parts

    def page(self, title: str) -> str:
        """Return the whole as one HTML document.

        Args:
            title: of the document.
        """
        language = "fr" if self.french else "en"
        head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
        return f'<!DOCTYPE html><html lang="{language}"><head>{head}</head><body>{"".join(self._parts)}</body></html>'


def time_of(slot: Slot, times: DayTimes, *, end: bool = False) -> str:
    """Return when a slot begins or ends, as a clock time, or since the day's beginning as `1:05`.

    Args:
        slot: of the day.
        times: of the day, which tell whether there is a clock.
        end: whether its end is meant.
    """
    minutes = slot.end if end else slot.start
    return clock(minutes) if times.clock else f"{minutes // 60}:{minutes % 60:02}"


def text(value: str) -> str:
    """Return a person's text as HTML: nothing in it is markup, its lines stay lines.

    Args:
        value: as it was written.
    """
    return escape(value).replace("\n", "<br>")


def paragraph(value: str, kind: str = "") -> str:
    """Return a person's text as a paragraph; nothing when there is none.

    Args:
        value: as it was written.
        kind: of the paragraph, for its look.
    """
    return tagged("p", text(value), kind) if value.strip() else ""


def tagged(tag: str, inner: str, kind: str = "") -> str:
    """Return an element.

    Args:
        tag: its name.
        inner: HTML.
        kind: of the element, for its look.
    """
    return f'<{tag} class="{kind}">{inner}</{tag}>' if kind else f"<{tag}>{inner}</{tag}>"


def listed(items: Iterable[str], *, numbered: bool = False) -> str:
    """Return a list; nothing when there is nothing to list.

    Args:
        items: HTML.
        numbered: whether its items count.
    """
    inner = "".join(tagged("li", item) for item in items)
    return tagged("ol" if numbered else "ul", inner) if inner else ""


def table(widths: tuple[int, ...], headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table whose headings are repeated on each page.

    Args:
        widths: of the columns, in percent.
        headings: texts; none for a table without.
        rows: HTML, a cell each; a row of one cell reaches across.
    """
    head = "".join(
        f'<th width="{width}%">{escape(name)}</th>' for width, name in zip(widths, headings, strict=bool(headings))
    )
    body = "".join(tagged("tr", _cells(widths, row)) for row in rows)
    opening = '<table width="100%" border="1" cellspacing="0" style="border-collapse: collapse; '
    opening += 'border-style: solid; border-color: #c9d0d8; margin-top: 4px; margin-bottom: 14px">'
    return f"{opening}{f'<thead><tr>{head}</tr></thead>' if head else ''}{body}</table>"


def _cells(widths: tuple[int, ...], row: tuple[str, ...]) -> str:
    if len(row) == 1:
        return f'<td colspan="{len(widths)}">{row[0]}</td>'
    return "".join(f'<td width="{width}%" valign="top">{cell}</td>' for width, cell in zip(widths, row, strict=True))
