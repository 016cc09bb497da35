"""What the cells of the agenda are edited with: a line that understands lengths and times, and lists to choose from."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from app.plans import ActivityKind
from app.plans.plan import TITLE_LIMIT
from app.plans.typed import clock_typed, count_typed, date_typed, minutes_typed
from ui.prepare.words import KIND_ICONS, kind_text
from ui.widgets.fields import Choice
from ui.widgets.icons import icon
from ui.widgets.labels import set_look

if TYPE_CHECKING:
    from collections.abc import Callable


class TypedLine(QLineEdit):
    """A line whose text is read as a value; what cannot be read is said gently, in place.

    `read` carries the value when Enter is pressed or the line is left, and the text says something new.

    Args:
        reading: makes the value of a text; raises `ValueError` with the words that say what to write instead.
        parent: the owner.
    """

    read = Signal(object)

    def __init__(self, reading: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._given = ""
        self.textEdited.connect(lambda _text: self._forgive())

    def show_text(self, text: str) -> None:
        """Show a value, unless one is writing here.

        Args:
            text: as it is read again.
        """
        if text != self._given or not self.hasFocus():
            self._given = text
            self._forgive()
            if self.text() != text:
                self.setText(text)

    @property
    def value(self) -> object:
        """What the text says.

        Raises:
            ValueError: it cannot be read.
        """
        return self._reading(self.text())

    @property
    def is_fine(self) -> bool:
        """Whether the text can be read; if not, it is said what to write."""
        try:
            self._reading(self.text())
        except ValueError as error:
            self._complain(str(error))
            return False
        return True

    def commit(self) -> bool:
        """Tell the value if it is new; return whether the text could be read."""
        if self.text() == self._given:
            return True
        try:
            value = self._reading(self.text())
        except ValueError as error:
            self._complain(str(error))
            return False
        self._given = self.text()
        self.read.emit(value)
        return True

    def _complain(self, words: str) -> None:
        set_look(self, wrong="true")
        self.setAccessibleDescription(words)
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), words, self)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _forgive(self) -> None:
        if self.property("wrong") == "true":
            set_look(self, wrong="false")
            self.setAccessibleDescription("")
            QToolTip.hideText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit on Enter, and give up on Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.commit():
            self.selectAll()
        if event.key() == Qt.Key.Key_Escape and self.text() != self._given:
            self.setText(self._given)
            self._forgive()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Commit when the line is left; what cannot be read gives way to what was there."""
        if event.type() == QEvent.Type.FocusOut and not self.commit():
            self.setText(self._given)
            self._forgive()
        return super().event(event)


def read_minutes(text: str) -> int:
    """Read a length.

    Args:
        text: as it was typed.

    Raises:
        ValueError: with the words that say what to write.
    """
    minutes = minutes_typed(text)
    if minutes is None:
        raise ValueError(
            QCoreApplication.translate("Plan", "Write a length such as 20, 1h15 or 1:15, at most 10 hours.")
        )
    return minutes


def read_clock(text: str) -> int | None:
    """Read a clock time; none when nothing is typed.

    Args:
        text: as it was typed.

    Raises:
        ValueError: with the words that say what to write.
    """
    clock = clock_typed(text) if text.strip() else None
    if text.strip() and clock is None:
        raise ValueError(QCoreApplication.translate("Plan", "Write a time such as 9:30 or 14h, or leave it empty."))
    return clock


class CountLine(TypedLine):
    """A line for a whole number.

    Args:
        most: the greatest it takes.
        least: the smallest; with 0, nothing typed is 0.
        parent: the owner.
    """

    def __init__(self, most: int, least: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(self._count, parent)
        self._least, self._most = least, most

    def _count(self, text: str) -> int:
        count = count_typed(text, self._most)
        if count is None or count < self._least:
            words = QCoreApplication.translate("Plan", "Write a number from %1 to %2.")
            raise ValueError(words.replace("%1", str(self._least)).replace("%2", str(self._most)))
        return count


def read_tags(text: str) -> tuple[str, ...]:
    """Read words to find a plan by, which commas separate.

    Args:
        text: as it was typed.
    """
    tags = {" ".join(tag.strip(" #").split())[:TITLE_LIMIT] for tag in text.split(",")}
    return tuple(sorted(tags - {""}))


def read_date(text: str) -> str:
    """Read a date; empty when nothing is typed.

    Args:
        text: as it was typed.

    Raises:
        ValueError: with the words that say what to write.
    """
    day = date_typed(text, datetime.now().astimezone().date())
    if day is None:
        raise ValueError(QCoreApplication.translate("Plan", "Write a date such as 31/3/2026 or 31 March."))
    return day


class KindChoice(Choice):
    """Chooses what people do in an activity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        for kind in ActivityKind:
            self.addItem(icon(KIND_ICONS[kind]), kind_text(kind), str(kind))

    def say(self) -> None:
        """Say the words again."""
        for place, kind in enumerate(ActivityKind):
            self.setItemText(place, kind_text(kind))

    def choose(self, kind: str) -> None:
        """Show a kind.

        Args:
            kind: one of them.
        """
        self.setCurrentIndex(self.findData(kind))
