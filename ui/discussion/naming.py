"""Names to speak to: while one types `@`, the people who read the channel, to be chosen by keys or mouse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.kernel.folding import folded
from app.domain.kernel.seats import ALL_OF_IT, visible_until
from ui.bridge.names import role_name
from ui.session.classes import TwoLines, two_lines_view
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.world import World

MOST: Final = 6
"""How many names are offered."""

_WIDTH: Final = 320
_CALL: Final = re.compile(r"(?:^|[^\w@])@([^@\n]{0,60})$")


def people_for(world: World, channel: str, me: str) -> tuple[TwoLines, ...]:
    """List whom one may speak to in a channel, by name.

    Args:
        world: to read.
        channel: where one writes.
        me: who writes.
    """
    there = (
        seat
        for seat in world.seats.all_seats()
        if seat.is_in and seat.name and seat.member != me and visible_until(world.seats, seat, channel) == ALL_OF_IT
    )
    return tuple(
        TwoLines(seat.member, seat.name, role_name(seat.role))
        for seat in sorted(there, key=lambda seat: folded(seat.name))
    )


def fitting(people: tuple[TwoLines, ...], begun: str) -> tuple[TwoLines, ...]:
    """Return those of whose names a word begins as was typed; neither case nor accents matter.

    Args:
        people: to choose from.
        begun: what stands after the `@`.
    """
    wanted = folded(begun)

    def fits(name: str) -> bool:
        words = folded(name).split()
        return any(" ".join(words[n:]).startswith(wanted) for n in range(len(words)))

    return tuple(person for person in people if fits(person.title))[:MOST]


class NamePicker(Translated, QFrame):
    """Offers names above a field. Up and Down choose, Enter or Tab takes, Escape gives up; the field keeps the focus.

    Args:
        edit: where one types.
        people: gives whom one may speak to now.
        parent: in whose area the list shows.
    """

    def __init__(self, edit: QPlainTextEdit, people: Callable[[], tuple[TwoLines, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self._edit, self._people, self._area = edit, people, parent
        self._begun = ""
        self._given_up = -1
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows, self.view = two_lines_view("")
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(lambda _index: self.take())
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(self.view)
        edit.cursorPositionChanged.connect(self.look)
        edit.textChanged.connect(self.look)
        edit.installEventFilter(self)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("People to speak to"))

    @property
    def offered(self) -> tuple[str, ...]:
        """The names that are offered now."""
        return tuple(row.title for row in self.rows.rows) if not self.isHidden() else ()

    def look(self) -> None:
        """Look at what stands before the caret, and offer what fits."""
        cursor = self._edit.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = _CALL.search(before) if self._edit.hasFocus() and not cursor.hasSelection() else None
        start = cursor.position() - len(found[1]) if found else -1
        if found is None or start == self._given_up:
            if found is None:
                self._given_up = -1
            self.hide()
            return
        self._begun = found[1]
        rows = fitting(self._people(), self._begun)
        kept = self.rows.row_at(self.view.currentIndex())
        self.rows.show_rows(rows)
        if not rows:
            self.hide()
            return
        index = self.rows.index_of(kept.key) if kept is not None else self.rows.index(0)
        self.view.setCurrentIndex(index if index.isValid() else self.rows.index(0))
        was_hidden = self.isHidden()
        self._place(len(rows))
        if was_hidden:
            self._announce(self.tr("%n name(s): Down and Up choose, Enter inserts", "offered while typing", len(rows)))
            self._announce(rows[0].title)

    def take(self) -> None:
        """Write the chosen name in place of what was begun."""
        row = self.rows.row_at(self.view.currentIndex())
        if row is None:
            return
        cursor = self._edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(self._begun))
        cursor.insertText(f"{row.title} ")
        self._given_up = -1
        self.hide()
        self._edit.setTextCursor(cursor)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the field that are for the names."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.ShortcutOverride and not self.isHidden() and isinstance(event, QKeyEvent):
            # Escape and Tab are for the list while it is there.
            if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Tab}:
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and not self.isHidden() and isinstance(event, QKeyEvent):
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = (self.view.currentIndex().row() + step) % self.rows.rowCount()
                self.view.setCurrentIndex(self.rows.index(row))
                self._announce(self.rows.rows[row].title)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self.take()
            case Qt.Key.Key_Escape:
                self._given_up = self._edit.textCursor().position() - len(self._begun)
                self.hide()
            case _:
                return False
        return True

    def _place(self, count: int) -> None:
        parent = self._area
        height = count * self.view.sizeHintForRow(0) + 2 * self.view.frameWidth() + tokens().space.s
        corner = self._edit.mapTo(parent, QPoint(0, 0))
        width = min(_WIDTH, parent.width() - 2 * tokens().space.l)
        self.setGeometry(corner.x(), max(0, corner.y() - height - tokens().space.s), width, height)
        self.show()
        self.raise_()

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, text))
