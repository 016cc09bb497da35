"""Reads a plan from Markdown: one that `to_markdown` wrote, or any text whose headings are activities."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from app.plans.edits import checked_plan, clean
from app.plans.plan import (
    DAY_MINUTES,
    MOST_MINUTES,
    TITLE_LIMIT,
    Activity,
    Day,
    Debate,
    Item,
    Material,
    Mixing,
    Objective,
    Plan,
    PlanUnreadable,
    Poll,
    PollForm,
    Question,
    Role,
    Rooms,
    Topic,
)
from app.plans.words import TEXTS, kind_named

_HEADING: Final = re.compile(r"^(#{1,6})(?:\s+(.*))?$")
_DURATION: Final = re.compile(r"(?<![\d:])(\d{1,9})\s*(?:min(?:utes?)?\b|mn\b|['\u2019\u2032])", re.IGNORECASE)
_IN_TITLE: Final = re.compile(
    r"\s*[(\[]([^()\[\]]*?\d\s*(?:min(?:utes?)?|mn|['\u2019\u2032])[^()\[\]]*)[)\]]\s*$", re.IGNORECASE
)
_ROOMS: Final = re.compile(r"(\d{1,4}) (?:rooms|salles)")
_CLOCK: Final = re.compile(r"\b(\d{1,2})\s*[:hH]\s*(\d{2})\b")
_FACT: Final = re.compile(r"^- ([^:]+?)\s*: ?(.*)$")
_ITEM: Final = re.compile(r"^[-*+] ?(.*?)(?: <([^<>]*)>)?$")
_QUOTE: Final = re.compile(r"^( *)(>>?) ?(.*)$")
_BOX: Final = re.compile(r"^- \[([ xX])\] ?(.*)$")
_LABEL: Final = re.compile(r"^\*\*(.+?)\*\*(?: · (.*))?$")

_LISTS: Final[dict[str, tuple[type[Item], str, str]]] = {
    "objectives": (Objective, "evidence", ""),
    "topics": (Topic, "prompt", ""),
    "materials": (Material, "note", "link"),
    "roles": (Role, "tasks", "who"),
}
_KEYS: Final = {word.casefold(): key for key, words in TEXTS.items() for word in words}
_FACTS: Final = frozenset({"language", "learners", "tags", "audience"})
"""What a plan says of itself in its first lines; other lists there are a person's own."""
_MORE: Final = re.compile(r"^(?: {2})?\+ (.*)$")
_LABELS: Final = frozenset({"instructions", "notes", "questions", "poll", "rooms", "debate"})
"""What may be labelled in an activity; other words in bold are a person's own."""


@dataclass
class _Reader:
    """Where the reading is; what is quoted next belongs to `target`."""

    head: dict[str, Any] = field(default_factory=dict)
    items: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {name: [] for name in _COLLECTIONS})
    section: str = ""
    target: tuple[dict[str, Any], str] | None = None
    fresh: bool = True
    begun: set[tuple[int, str]] = field(default_factory=set)

    def add(self, name: str, **values: Any) -> dict[str, Any]:
        made = {"id": f"{name[0]}{len(self.items[name]) + 1}", **values}
        self.items[name].append(made)
        return made

    @property
    def activity(self) -> dict[str, Any]:
        return self.items["activities"][-1]

    def quote(self, line: str) -> None:
        """Put a line of prose where it belongs."""
        if self.target is None:
            self.target = (self.activity, "instructions") if self.section == "activity" else (self.head, "editorial")
        where, name = self.target
        key = (id(where), name)
        where[name] = f"{where[name]}\n{line}" if key in self.begun else line
        self.begun.add(key)


_COLLECTIONS: Final[dict[str, type[Item]]] = {
    "objectives": Objective,
    "topics": Topic,
    "materials": Material,
    "roles": Role,
    "days": Day,
    "activities": Activity,
    "questions": Question,
    "polls": Poll,
    "rooms": Rooms,
    "debates": Debate,
}


def from_markdown(source: str) -> Plan:
    """Read a plan.

    Args:
        source: Markdown. A heading that names no part of a plan is an activity; `(20 min, debate)` after it, or a line
            in italics under it, gives its length and kind; what else stands there is its instructions.

    Raises:
        PlanUnreadable: a length makes no sense; `where` tells the line.
        PlanInvalid: a text is too long.
    """
    reader = _Reader()
    for number, line in enumerate(source.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        _line(reader, line, f"line {number}")
    return _made(reader)


def _line(reader: _Reader, line: str, where: str) -> None:
    quoted = _QUOTE.match(line)
    heading = _HEADING.match(line)
    label = _LABEL.match(line)
    if quoted:
        _quoted(reader, quoted)
    elif heading:
        _heading(reader, len(heading[1]), (heading[2] or "").strip(" "), where)
    elif label and reader.section == "activity" and _KEYS.get(clean(label[1]).casefold()) in _LABELS:
        _label(reader, _KEYS[clean(label[1]).casefold()], (label[2] or ""), where)
    elif reader.section == "activity" and re.fullmatch(r"\*[^*].*\*", line) and _DURATION.search(line):
        _meta(reader.activity, line[1:-1], reader, where)
    elif line.strip() or reader.target is not None:
        _plain(reader, line)


def _quoted(reader: _Reader, quoted: re.Match[str]) -> None:
    if quoted[2] == ">>" and reader.section == "activity" and reader.items["polls"] and quoted[1]:
        choices = reader.items["polls"][-1]["choices"]
        if choices:
            reader.target = (choices[-1], "feedback")
    reader.quote(quoted[3] if quoted[2] == ">" or quoted[1] else f"> {quoted[3]}")


def _heading(reader: _Reader, level: int, title: str, where: str) -> None:
    reader.target = None
    key = _KEYS.get(title.casefold(), "")
    first, _, rest = title.partition(" · ")
    if level == 1 and "title" not in reader.head:
        reader.head["title"], reader.section = title[:TITLE_LIMIT], "head"
    elif level == 3 and _KEYS.get(first.casefold()) == "day" and rest:  # noqa: PLR2004 (as it is written)
        date, start, *named = [*rest.split(" · ", 2), "", ""][:3]
        reader.add(
            "days", title=named[0], date=date if re.fullmatch(r"\d{4}-\d{2}-\d{2}", date) else "", start=_clock(start)
        )
        reader.section = "agenda"
    elif level == 2 and key in {"audience", "editorial"}:  # noqa: PLR2004 (as it is written)
        reader.section, reader.target = key, (reader.head, key)
    elif level == 2 and (key in _LISTS or key == "agenda"):  # noqa: PLR2004 (as it is written)
        reader.section = key
    else:
        day = reader.items["days"][-1]["id"] if reader.items["days"] else ""
        activity = reader.add("activities", title=title, day=day)
        reader.section = "activity"
        if told := _IN_TITLE.search(title):
            activity["title"] = title[: told.start()]
            _meta(activity, told[1].replace(",", " · "), reader, where)
        activity["title"] = activity["title"][:TITLE_LIMIT]


def _meta(activity: dict[str, Any], line: str, reader: _Reader, where: str) -> None:
    parts = line.split(" · ")
    while parts:
        part = parts.pop(0)
        word, _, rest = part.strip().partition(" ")
        duration = _DURATION.search(part)
        if kind := kind_named(part):
            activity["kind"] = str(kind)
        elif duration:
            activity["minutes"] = _minutes(duration[1], where)
        elif any(part.startswith(f"{lead} ") for lead in TEXTS["lead"]):
            # The name may hold a dot of its own, so it is the last of all.
            who = next(part[len(lead) + 1 :] for lead in TEXTS["lead"] if part.startswith(f"{lead} "))
            activity["lead"] = " · ".join([who, *parts])
            return
        elif word in TEXTS["pinned"]:
            activity["pinned"] = _clock(rest)
        elif word in TEXTS["serves"]:
            activity["objectives"] = _numbered(reader, "objectives", rest)
        elif word in TEXTS["opens"]:
            activity["topics"] = _numbered(reader, "topics", rest)


def _numbered(reader: _Reader, name: str, rest: str) -> tuple[str, ...]:
    """Return the ids that numbers mean; those that count nothing are passed over."""
    there = reader.items[name]
    numbers = {int(each) for each in re.findall(r"\d{1,4}", rest)}
    return tuple(sorted(there[number - 1]["id"] for number in numbers if 1 <= number <= len(there)))


def _more(reader: _Reader, told: str) -> bool:
    """Read what is said besides of a topic or a poll; return whether it is that."""
    where, _ = reader.target if reader.target is not None else ({}, "")
    word, _, rest = told.partition(" ")
    if reader.section == "topics" and word in TEXTS["serves"] and reader.items["topics"]:
        found = _numbered(reader, "objectives", rest)
        reader.items["topics"][-1]["objective"] = found[0] if found else ""
        return True
    if "form" not in where:
        return False
    name, colon, value = told.partition(": ")
    number = re.search(r"\d{1,2}$", told)
    if told in TEXTS["anonymous"]:
        where["anonymous"] = True
    elif number and told.startswith(TEXTS["scale_steps"]):
        where["steps"] = min(11, max(2, int(number[0])))
    elif colon and name in (*TEXTS["low"], *TEXTS["high"]):
        where["low" if name in TEXTS["low"] else "high"] = value[:TITLE_LIMIT]
    else:
        return False
    return True


def _label(reader: _Reader, key: str, rest: str, where: str) -> None:
    activity = reader.activity
    parts = rest.split(" · ")
    reader.target = None
    match key:
        case "instructions" | "notes":
            reader.target = (activity, key)
        case "poll":
            form = next((form for form in PollForm if parts[0] in TEXTS[f"form_{form}"]), PollForm.CHOICE)
            poll = reader.add(
                "polls", activity=activity["id"], form=str(form), title=" · ".join(parts[1:]), question="", choices=[]
            )
            reader.target = (poll, "question")
        case "rooms":
            people = re.search(r"\d{1,4}", parts[0])
            mixing = next((each for each in Mixing if set(parts) & set(TEXTS[f"mixing_{each}"])), Mixing.RANDOM)
            number = next((found for part in parts[1:] if (found := _ROOMS.fullmatch(part))), None)
            length = next((found for part in parts[1:] if (found := _DURATION.search(part))), None)
            if people and int(people[0]) < 1:
                raise PlanUnreadable("a room for nobody", where)
            rooms = reader.add(
                "rooms", activity=activity["id"], people=int(people[0]) if people else 4, mixing=str(mixing), task=""
            )
            rooms["number"] = min(500, int(number[1])) if number else 0
            rooms["minutes"] = _minutes(length[1], where) if length else 0
            reader.target = (rooms, "task")
        case "debate":
            seconds = re.search(r"\d{1,4}", parts[0])
            debate = reader.add("debates", activity=activity["id"], motion="")
            debate["seconds"] = min(3600, max(10, int(seconds[0]))) if seconds else 120
            debate["hidden"] = bool(set(parts) & set(TEXTS["counts_hidden"]))
            reader.target = (debate, "motion")
        case _:
            reader.target = ({"list": "questions"}, "")


def _plain(reader: _Reader, line: str) -> None:
    item, box, fact = _ITEM.match(line), _BOX.match(line), _FACT.match(line)
    more = _MORE.match(line)
    if more and _more(reader, more[1]):
        return
    if reader.section == "head" and fact and (key := _KEYS.get(fact[1].casefold())) in _FACTS:
        _fact(reader, key, fact[2].strip())
    elif reader.section in _LISTS and item:
        _, prose, link = _LISTS[reader.section]
        made = reader.add(reader.section, title=item[1][:TITLE_LIMIT], **({link: item[2] or ""} if link else {}))
        reader.target = (made, prose)
    elif (
        reader.section == "activity"
        and reader.target is not None
        and reader.target[0].keys() & {"list", "form", "right"}
        and box
    ):
        poll = reader.items["polls"][-1]
        poll["choices"].append({"text": box[2], "right": box[1] != " ", "feedback": ""})
        reader.target = (poll["choices"][-1], "text")
    elif reader.section == "activity" and reader.target is not None and item and _asking(reader):
        question = reader.add("questions", activity=reader.activity["id"], text=item[1])
        reader.target = (question, "text")
    elif reader.section == "activity" and line.startswith("-") and reader.target is not None and _in_rooms(reader):
        rooms = reader.target[0]
        # What follows a step belongs to nothing else.
        rooms["steps"] = f"{rooms['steps']}\n{line[2:]}" if "steps" in rooms else line[2:]
    elif reader.section == "activity" and line[:1] in {"-", "+"} and (debate := _debate(reader)) is not None:
        name = "positions" if line.startswith("-") else "statements"
        debate[name] = f"{debate[name]}\n{line[2:]}" if name in debate else line[2:]
    elif line.strip() and reader.section not in {*_LISTS, "agenda"}:
        reader.quote(line)


def _in_rooms(reader: _Reader) -> bool:
    return reader.target is not None and "mixing" in reader.target[0]


def _debate(reader: _Reader) -> dict[str, Any] | None:
    return reader.target[0] if reader.target is not None and "motion" in reader.target[0] else None


def _asking(reader: _Reader) -> bool:
    target = reader.target[0] if reader.target is not None else {}
    return "list" in target or target.keys() == {"id", "activity", "text"}


def _fact(reader: _Reader, key: str, value: str) -> None:
    match key:
        case "language":
            reader.head["language"] = value[:35]
        case "learners":
            reader.head["learners"] = int(value) if re.fullmatch(r"\d{1,5}", value) else 0
        case "tags":
            tags = {clean(tag, line=True).strip() for tag in value.split(",")}
            reader.head["tags"] = tuple(sorted(tags - {""}))
        case "audience":
            reader.head["audience"] = value
        case _:
            pass


def _minutes(digits: str, where: str) -> int:
    minutes = int(digits)
    if minutes > MOST_MINUTES:
        raise PlanUnreadable(f"{minutes} minutes are more than {MOST_MINUTES}", where)
    return minutes


def _clock(value: str) -> int | None:
    found = _CLOCK.search(value)
    minutes = int(found[1]) * 60 + int(found[2]) if found else DAY_MINUTES
    return minutes if minutes < DAY_MINUTES and found and int(found[2]) < 60 else None  # noqa: PLR2004 (minutes an hour)


def _made(reader: _Reader) -> Plan:
    for poll in reader.items["polls"]:
        if poll["form"] == PollForm.OPEN:
            for choice in poll["choices"]:
                choice["right"] = True
    try:
        held = {
            name: tuple(msgspec.convert(each, kind) for each in reader.items[name])
            for name, kind in _COLLECTIONS.items()
        }
    except msgspec.ValidationError as error:
        raise PlanUnreadable(str(error), "document") from error
    return checked_plan(replace(Plan(**reader.head), **held))
