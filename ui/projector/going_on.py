"""What else takes the middle: the message or the question that everybody looks at, and who is in which room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from ui.discussion.marks import plain
from ui.projector.big import Big, Scaled, size_for
from ui.projector.part import Part
from ui.widgets.time_label import clock_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_ROOMS: Final = 24
_MOST_NAMES: Final = 12
_LONGEST: Final = 600
_NEARLY: Final = 60


class QuestionPart(Part):
    """The question on air: what is asked, by whom, and how many stand by it."""

    def __init__(self) -> None:
        super().__init__()
        self._head = Big(22, weight=700, ink="accent_text")
        self._text = Big(48, weight=700, wrap=True)
        self._who = Big(24, ink="muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        for label in (self._head, self._text, self._who):
            self._column.addWidget(label)
        self._column.addStretch(1)

    def scale(self, unit: float) -> None:
        """Take the size that a window asks for."""
        super().scale(unit)
        self._column.setSpacing(round(16 * unit))

    def show_section(self, section: dict[str, Any]) -> bool:
        """Show the questions' section."""
        found = (each for each in section.get("questions", {}).values() if each.get("standing") == "on_air")
        question = next(found, None)
        if question is None or not question.get("text"):
            return False
        text = plain(str(question["text"]))
        if len(text) > _LONGEST:
            text = text[:_LONGEST].rsplit(" ", 1)[0] + " …"
        self._head.say(self.tr("Question"))
        self._text.resize_to(size_for(text, largest=48, smallest=22, fits=90))
        self._text.say(text)
        wanting = max(int(question.get("votes", 0)), int(question.get("same", 0)))  # one may say both
        words = (str(question.get("name", "")), self.tr("%n would like to know too", "", wanting) if wanting else "")
        self._who.say(" · ".join(each for each in words if each))
        return True


class StagePart(Part):
    """The message on stage: what it says, and who wrote it."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Big(48, weight=700, wrap=True)
        self._who = Big(24, ink="muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self._column.addWidget(self._text)
        self._column.addWidget(self._who)
        self._column.addStretch(1)

    def scale(self, unit: float) -> None:
        """Take the size that a window asks for."""
        super().scale(unit)
        self._column.setSpacing(round(16 * unit))

    def show_section(self, section: dict[str, Any]) -> bool:
        """Show the stage's section."""
        message = section.get("message", {})
        if not message.get("text"):
            return False
        text = plain(str(message["text"]))
        if len(text) > _LONGEST:
            text = text[:_LONGEST].rsplit(" ", 1)[0] + " …"
        self._text.resize_to(size_for(text, largest=48, smallest=22, fits=90))
        self._text.say(text)
        name = str(message.get("name", ""))
        if message.get("anonymous"):
            name = self.tr("Somebody (anonymous)")
        elif not name and message.get("number"):
            name = self.tr("Participant %1").replace("%1", str(message["number"]))
        self._who.say(name)
        return True


class RoomsPart(Part):
    """Who is in which room, and how long the rooms are open."""

    def __init__(self) -> None:
        super().__init__()
        self._round: dict[str, Any] = {}
        self._title = Big(40, weight=700, wrap=True)
        self._time = Big(56, weight=700, ink="accent_text")
        self._rooms = [_Room() for _ in range(_MOST_ROOMS)]
        self._more = Big(20, ink="muted")
        self._grid = QGridLayout()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addStretch(1)
        column.addLayout(self._grid)
        column.addWidget(self._more)
        column.addStretch(2)

    def scale(self, unit: float) -> None:
        """Take the size that a window asks for."""
        super().scale(unit)
        self._grid.setHorizontalSpacing(round(32 * unit))
        self._grid.setVerticalSpacing(round(18 * unit))

    def show_section(self, section: dict[str, Any]) -> bool:
        """Show the rooms' section."""
        self._round = section.get("round", {})
        if not self._round:
            return False
        closing = bool(self._round.get("closes_at"))
        self._title.say(self.tr("The rooms are closing") if closing else self.tr("In rooms"))
        return True

    def show_rooms(self, rooms: Mapping[str, Mapping[str, Any]]) -> None:
        """Show who is in each room, as those in it see it."""
        listed = sorted(rooms.values(), key=lambda room: _natural(str(room.get("name", ""))))
        shown = listed[:_MOST_ROOMS]
        across = 2 if len(shown) <= 4 else 3 if len(shown) <= 9 else 4
        size = size_for("x" * len(shown), largest=24, smallest=13, fits=6)
        for place, widget in enumerate(self._rooms):
            self._grid.removeWidget(widget)
            widget.setVisible(place < len(shown))
            if place < len(shown):
                self._grid.addWidget(widget, place // across, place % across, Qt.AlignmentFlag.AlignTop)
                widget.say(shown[place], size)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        rest = len(listed) - len(shown)
        self._more.say(self.tr("and %n more rooms", "", rest) if rest else "")

    def tick(self, now: int) -> None:
        """Show the time that is left."""
        ends = self._round.get("closes_at") or self._round.get("ends_at")
        left = None if not ends else max(0, -((now - int(ends)) // 1000))
        self._time.say("" if left is None else clock_text(left))
        self._time.set_ink("warn_text" if left is not None and left < _NEARLY else "accent_text")


class _Room(Scaled):
    """One room: its name, and the names of those in it."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Big(24, weight=700, wrap=True)
        self._people = Big(20, ink="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._people)
        self.hide()

    def say(self, room: Mapping[str, Any], size: float) -> None:
        """Show a room."""
        people = sorted(room.get("members", {}).values(), key=lambda one: int(one.get("number", 0)))
        names = [str(one.get("name", "")) or f"#{one.get('number', '')}" for one in people]
        rest = len(names) - _MOST_NAMES
        self._name.resize_to(size)
        self._name.say(str(room.get("name", "")))
        self._people.resize_to(size * 0.85)
        self._people.say(", ".join(names[:_MOST_NAMES]) + (f" +{rest}" if rest > 0 else ""))


def _natural(name: str) -> tuple[str, int, str]:
    """Return a key that puts “Room 10” after “Room 9”."""
    digits = "".join(letter for letter in name if letter.isdigit())
    return name.rstrip("0123456789"), int(digits[:9] or 0), name
