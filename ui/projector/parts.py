"""What is projected while a class goes on. A capability adds a part of its own by one line in `PARTS`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from app.plans import ActivityKind
from ui.polls.words import number_words
from ui.prepare.words import kind_text
from ui.projector.big import Big, size_for
from ui.projector.debating import DebatePart
from ui.projector.going_on import QuestionPart, RoomsPart, StagePart
from ui.projector.option import Option
from ui.projector.part import Part
from ui.session.words import minutes_text
from ui.widgets.time_label import clock_text

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_OPTIONS: Final = 20
_MOST_STEPS: Final = 7
_NEARLY: Final = 60
_LONGEST: Final = 900
"""How many characters of instructions are projected; learners have the rest on their pages."""


@dataclass(frozen=True)
class Projected:
    """A part in the list.

    Attributes:
        section: of the document: the capability's name.
        make: makes the part.
    """

    section: str
    make: Callable[[], Part]


class ActivityPart(Part):
    """The activity that is under way: what to do, and how long."""

    def __init__(self) -> None:
        super().__init__()
        self._current: dict[str, Any] = {}
        self._kind = Big(20, ink="muted")
        self._title = Big(54, weight=700, wrap=True)
        self._time = Big(84, weight=700, ink="accent_text")
        self._under = Big(20, ink="muted")
        self._instructions = Big(30, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(2)
        for label in (self._kind, self._title, self._instructions):
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(self._time)
        column.addWidget(self._under)
        column.addStretch(2)

    def show_section(self, section: dict[str, Any]) -> bool:
        """Show the agenda's section."""
        self._current = section.get("current", {})
        if not self._current:
            return False
        kind = _kind(self._current)
        title = str(self._current.get("title", "")) or kind
        self._kind.say(kind if title != kind else "")
        self._title.resize_to(size_for(title, largest=54, smallest=32, fits=44))
        self._title.say(title)
        instructions = str(self._current.get("instructions", ""))
        if len(instructions) > _LONGEST:
            instructions = instructions[:_LONGEST].rsplit(" ", 1)[0] + " …"
        self._instructions.resize_to(size_for(instructions, largest=30, smallest=17, fits=260))
        self._instructions.say(instructions)
        return True

    def tick(self, now: int) -> None:
        """Show the time that is left."""
        left = time_left(self._current, now)
        nearly = left is not None and left < _NEARLY
        paused = bool(self._current.get("paused"))
        if left is None:
            self._time.say("")
            self._under.say("")
        elif left < 0 and not paused:
            self._time.say(QCoreApplication.translate("Projector", "Time is up"))
            self._under.say("")
        else:
            self._time.say(clock_text(max(0, left)))
            self._under.say(
                QCoreApplication.translate("Projector", "on hold")
                if paused
                else QCoreApplication.translate("Projector", "left")
            )
        self._time.set_ink("warn_text" if nearly and not paused else "accent_text")


class PollPart(Part):
    """The poll on stage: its question, its choices, and the results once learners may see them."""

    def __init__(self) -> None:
        super().__init__()
        self._poll: dict[str, Any] = {}
        self._question = Big(44, weight=700, wrap=True)
        self._under = Big(22, ink="muted")
        self._options = [Option() for _ in range(_MOST_OPTIONS)]
        self._said = Big(30, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self._question)
        for option in self._options:
            column.addWidget(option)
        column.addWidget(self._said)
        column.addWidget(self._under)
        column.addStretch(1)
        self._column = column

    def scale(self, unit: float) -> None:
        """Take the size that a window asks for."""
        super().scale(unit)
        for option in self._options:
            option.scale(unit)
        self._column.setSpacing(round(16 * unit))

    def show_section(self, section: dict[str, Any]) -> bool:
        """Show the polls' section."""
        poll = section.get("polls", {}).get(section.get("stage", ""))
        self._poll = poll if isinstance(poll, dict) else {}
        if not self._poll:
            return False
        question = str(self._poll.get("question", ""))
        self._question.resize_to(size_for(question, largest=44, smallest=26, fits=80))
        self._question.say(question)
        results: dict[str, Any] = self._poll.get("results", {})
        rows = _rows(self._poll)
        most = max((count or 0 for _, count, _ in rows), default=0)
        answered = int(results.get("answered", self._poll.get("answered", 0)))
        for place, widget in enumerate(self._options):
            widget.setVisible(place < len(rows))
            if place < len(rows):
                words, count, right = rows[place]
                widget.resize_to(size_for("x" * len(rows), largest=28, smallest=11, fits=5))
                # Points are no part of the people who answered.
                widget.say(words, count, most=most, of=0 if "points" in results else answered, right=right)
        said = sorted(results.get("said", {}).values(), key=lambda each: int(each["order"]))
        words = "   ·   ".join(str(each["text"]) for each in said)
        self._said.resize_to(size_for(words, largest=34, smallest=18, fits=180))
        self._said.say(words)
        text = ""
        if "answered" in self._poll or results:
            text = self.tr("%n answers", "to a poll, on the projector", answered)
        if self._poll.get("state") == "closed":
            closed = QCoreApplication.translate("Projector", "The poll is closed")
            text = f"{text} · {closed}" if text else closed
        self._under.say(text)
        return True


def _rows(poll: dict[str, Any]) -> list[tuple[str, int | None, bool]]:
    """Return a poll's choices, steps or ranges of numbers: the words, how many if that is shown, whether right."""
    results: dict[str, Any] = poll.get("results", {})
    if poll.get("form") == "number":
        bins = sorted(results.get("bins", {}).items(), key=lambda item: int(item[0]))
        return [(_range(bin_["from"], bin_["to"]), int(bin_["count"]), False) for _, bin_ in bins]
    counts = results.get("points") or results.get("counts", {})
    steps = int(poll.get("steps", 0))
    meanings = {1: poll.get("low", ""), steps: poll.get("high", "")}
    options = poll.get("options") or {
        str(n): {"text": f"{n} · {meanings[n]}" if meanings.get(n) else str(n), "order": n} for n in range(1, steps + 1)
    }
    made = [
        (str(option["text"]), int(counts.get(key, 0)) if results else None, bool(option.get("right")))
        for key, option in sorted(options.items(), key=lambda item: int(item[1]["order"]))
    ]
    return sorted(made, key=lambda row: -(row[1] or 0)) if "points" in results else made


def _range(low: int, high: int) -> str:
    return number_words(low) if low == high else f"{number_words(low)} – {number_words(high)}"


class StepsPart(Part):
    """Where the class is in its agenda: what is done, what is under way, what comes."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(_MOST_STEPS, 1)
        self._steps = [(Big(18), Big(20, wrap=True), Big(18)) for _ in range(_MOST_STEPS)]
        top = Qt.AlignmentFlag.AlignTop
        for row, (mark, title, minutes) in enumerate(self._steps):
            self._grid.addWidget(mark, row, 0, top)
            self._grid.addWidget(title, row, 1, top)
            self._grid.addWidget(minutes, row, 2, top | Qt.AlignmentFlag.AlignRight)

    def scale(self, unit: float) -> None:
        """Take the size that a window asks for."""
        super().scale(unit)
        self._grid.setHorizontalSpacing(round(10 * unit))
        self._grid.setVerticalSpacing(round(12 * unit))

    def show_section(self, section: dict[str, Any]) -> bool:
        """Show the agenda's section."""
        items = sorted(section.get("items", {}).items(), key=lambda item: int(item[1]["order"]))
        current = str(section.get("current", {}).get("id", ""))
        ids = [key for key, _item in items]
        here = ids.index(current) if current in ids else 0
        start = max(0, min(here - 2, len(items) - _MOST_STEPS))
        shown = items[start : start + _MOST_STEPS]
        for place, labels in enumerate(self._steps):
            mark, title, minutes = labels
            if place >= len(shown):
                for label in labels:
                    label.say("")
                continue
            key, item = shown[place]
            done = item.get("state") in {"done", "skipped"}
            for label in labels:
                label.set_ink("faint" if done else "text" if key == current else "muted")
            name = str(item.get("title", "")) or _kind(item)
            mark.say("✓" if done else "▸" if key == current else "·")
            title.resize_to(size_for(name, largest=20, smallest=15, fits=30))
            title.say(name)
            minutes.say(minutes_text(int(item.get("minutes", 0))))
        return bool(shown)


def _kind(item: dict[str, Any]) -> str:
    try:
        return kind_text(ActivityKind(str(item.get("kind", ""))))
    except ValueError:
        return ""


def time_left(current: dict[str, Any], now: int) -> int | None:
    """Return how many seconds an activity has left; none when it has no end.

    Args:
        current: as the learners' document has it.
        now: the class's time, in milliseconds since 1970.
    """
    if current.get("paused"):
        return int(current.get("left", 0)) // 1000
    ends = current.get("ends_at")
    return None if not ends else -((now - int(ends)) // 1000)


PARTS: Final[tuple[Projected, ...]] = (
    Projected("stage", StagePart),
    Projected("polls", PollPart),
    Projected("debate", DebatePart),
    Projected("questions", QuestionPart),
    Projected("breakouts", RoomsPart),
    Projected("agenda", ActivityPart),
)
"""What may take the middle, by the section of the learners' document that it reads: the first that has something does.

A capability whose things can be put on stage writes a `Part` and adds a line here, before the activity.
"""
