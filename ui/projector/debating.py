"""The debate on stage as the projector shows it: motion, positions and their shift, a statement, and the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.debate.draft import MOST_POSITIONS, Draft
from ui.debate.words import moved_words, people_words, position_name
from ui.projector.big import Big, size_for
from ui.projector.option import Option
from ui.projector.part import Part
from ui.widgets.time_label import clock_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST: Final = 600
_USUAL: Final = Draft(motion="?")


class DebatePart(Part):
    """The debate on stage, and the floor; while no debate is, the floor alone."""

    def __init__(self) -> None:
        super().__init__()
        self._floor: dict[str, Any] = {}
        self._motion = Big(44, weight=700, wrap=True)
        self._positions = [Option() for _ in range(MOST_POSITIONS)]
        self._under = Big(22, ink="muted")
        self._statement = Big(30, wrap=True)
        self._verdicts = Big(22, ink="muted")
        self._speaker = Big(34, weight=700, wrap=True)
        self._time = Big(60, weight=700, ink="accent_text")
        self._next = Big(22, ink="muted", wrap=True)
        floor = QHBoxLayout()
        floor.addWidget(self._speaker, 1)
        floor.addWidget(self._time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self._motion)
        for option in self._positions:
            column.addWidget(option)
        for label in (self._under, self._statement, self._verdicts):
            column.addWidget(label)
        column.addStretch(1)
        column.addLayout(floor)
        column.addWidget(self._next)
        column.addStretch(1)
        self._column = column

    def scale(self, unit: float) -> None:
        """Take the size that a window asks for."""
        super().scale(unit)
        for option in self._positions:
            option.scale(unit)
        self._column.setSpacing(round(14 * unit))

    def show_section(self, section: dict[str, Any]) -> bool:
        """Show the debates' section."""
        staged = str(section.get("stage", ""))
        debate: dict[str, Any] = section.get("debates", {}).get(staged, {})
        self._floor = section.get("floor", {})
        queue = sorted(section.get("queue", {}).values(), key=lambda hand: int(hand["place"]))
        self._show_debate(debate)
        statements = [each for each in section.get("statements", {}).values() if each["debate"] == staged]
        self._show_statement(max(statements, key=lambda each: int(each["order"]), default={}))
        speaker = _called(self._floor) if self._floor else ""
        self._speaker.say(self.tr("%1 has the floor").replace("%1", speaker) if speaker else "")
        self._next.say(
            self.tr("Next: %1").replace("%1", _called(queue[0])) if queue and (debate or self._floor) else ""
        )
        return bool(debate or self._floor)

    def _show_debate(self, debate: dict[str, Any]) -> None:
        motion = str(debate.get("motion", ""))
        if len(motion) > _LONGEST:
            motion = motion[:_LONGEST].rsplit(" ", 1)[0] + " …"
        self._motion.resize_to(size_for(motion, largest=44, smallest=24, fits=90))
        self._motion.say(motion)
        listed = sorted(debate.get("positions", {}).items(), key=lambda item: int(item[1]["order"]))
        now: dict[str, int] = debate.get("now", {})
        first: dict[str, int] = debate.get("first", {})
        people = int(debate.get("people", 0))
        for place, widget in enumerate(self._positions):
            widget.setVisible(place < len(listed))
            if place < len(listed):
                key, position = listed[place]
                name = str(position.get("text", "")) or position_name(_USUAL, key)
                if first.get(key, 0) != now.get(key, 0):
                    was = self.tr("%1 at first").replace("%1", str(first.get(key, 0)))
                    name = f"{name} ({was})"
                widget.resize_to(size_for("x" * len(listed), largest=28, smallest=16, fits=5))
                widget.say(name, now.get(key, 0) if now else None, most=people, of=people, right=False)
        told = [people_words(people), moved_words(int(debate.get("moved", 0)))] if now else []
        if debate.get("state") == "closed":
            told.append(self.tr("The debate is closed"))
        self._under.say(" · ".join(told))

    def _show_statement(self, statement: dict[str, Any]) -> None:
        text = str(statement.get("text", ""))
        self._statement.resize_to(size_for(text, largest=30, smallest=18, fits=160))
        self._statement.say(text)
        counts = QCoreApplication.translate("Debate", "%1 agree · %2 disagree · %3 pass")
        for mark, name in (("%1", "agree"), ("%2", "disagree"), ("%3", "pass")):
            counts = counts.replace(mark, str(statement.get(name, 0)))
        self._verdicts.say(counts if "agree" in statement else "")

    def tick(self, now: int) -> None:
        """Show the time that the speaker has left."""
        if not self._floor:
            self._time.say("")
            return
        ends = self._floor.get("ends_at")
        left = int(self._floor.get("left", 0)) if ends is None else int(ends) - now
        self._time.say(clock_text(-(-left // 1000)) if left > 0 else self.tr("Time is up"))
        self._time.set_ink("warn_text" if left <= int(self._floor.get("warns", 0)) else "accent_text")


def _called(person: Mapping[str, Any]) -> str:
    return str(person.get("name", "")) or f"#{person.get('number', '')}"
