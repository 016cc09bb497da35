"""The results of a poll, painted: bars, or a cloud of words; and the table behind that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.polls.draft import Form
from ui.polls.words import answered_words, moved_words
from ui.widgets.icons import paint_icon
from ui.widgets.labels import Label, Tone
from ui.widgets.theme import colour, font, tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.polls.model import Line, Outcome

_BAR, _THIN = 12, 5
_CLOUD_MOST = 60
_CLOUD_STEPS = 5
_WRAP = int(Qt.TextFlag.TextWordWrap)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | _WRAP


class Chart(QWidget):
    """Paints results; as tall as they need. Screen readers are given the same in words, and the table.

    Args:
        parent: the owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._is_cloud = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_outcome(self, outcome: Outcome) -> None:
        """Paint other results.

        Args:
            outcome: of a round.
        """
        self._lines = tuple(line for line in outcome.lines if not line.hidden)
        self._is_cloud = outcome.form is Form.WORDS
        self.setAccessibleDescription(" ; ".join(f"{line.text}: {line.share}" for line in self._lines))
        self._measure()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As tall as all lines."""
        if self._is_cloud:
            return max((where.bottom() for _, _, where in self._cloud(width)), default=0) + tokens().space.s
        return sum(self._height(line, width) for line in self._lines)

    def sizeHint(self) -> QSize:
        """As wide as may be."""
        width = max(200, self.width())
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the texts break anew."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        self.setMinimumHeight(self.heightForWidth(max(200, self.width())))
        self.updateGeometry()

    # --- bars ------------------------------------------------------------------------------------------------------

    @staticmethod
    def _text_room(line: Line, width: int) -> int:
        return width - QFontMetrics(_digits()).horizontalAdvance(line.share) - tokens().space.l - (22 * line.right)

    def _text_height(self, line: Line, width: int) -> int:
        room = QRect(0, 0, max(60, self._text_room(line, width)), 10_000)
        return QFontMetrics(_words(line)).boundingRect(room, _LEFT, line.text).height()

    def _height(self, line: Line, width: int) -> int:
        space = tokens().space
        before = 0 if line.before is None else _THIN + space.xxs + QFontMetrics(_small()).lineSpacing()
        return self._text_height(line, width) + space.xs + _BAR + before + space.m

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_cloud:
            for line, face, where in self._cloud(self.width()):
                painter.setFont(face)
                painter.setPen(colour("accent_text" if line.value > 1 else "text"))
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, _cloud_text(line))
            return
        top = 0
        for line in self._lines:
            self._paint(painter, line, top)
            top += self._height(line, self.width())

    def _paint(self, painter: QPainter, line: Line, top: int) -> None:
        space = tokens().space
        left, width = 0, self.width()
        height = self._text_height(line, width)
        if line.right:
            paint_icon(painter, "circle-check", QRect(0, top + 1, 16, 16), "ok_text")
            left = 22
        painter.setFont(_words(line))
        painter.setPen(colour("text"))
        painter.drawText(QRect(left, top, self._text_room(line, width), height), _LEFT, line.text)
        painter.setFont(_digits())
        painter.setPen(colour("muted"))
        painter.drawText(
            QRect(0, top, width, height), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), line.share
        )
        top += height + space.xs
        self._bar(painter, top, _BAR, line.value, line.of, "ok" if line.right else "accent")
        if line.before is None:
            return
        top += _BAR + space.xxs
        self._bar(painter, top, _THIN, line.before, line.before_of, "field_border")
        painter.setFont(_small())
        painter.setPen(colour("muted"))
        before = QRect(0, top + _THIN, width, QFontMetrics(_small()).lineSpacing())
        text = self.tr("Round before: %1").replace("%1", line.share_before)
        painter.drawText(before, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def _bar(self, painter: QPainter, top: int, height: int, value: int, of: int, ink: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("sunken"))
        painter.drawRoundedRect(0, top, self.width(), height, height / 2, height / 2)
        if value and of:
            painter.setBrush(colour(ink))
            part = max(height, round(self.width() * value / of))
            painter.drawRoundedRect(0, top, part, height, height / 2, height / 2)

    # --- the cloud -------------------------------------------------------------------------------------------------

    def _cloud(self, width: int) -> list[tuple[Line, QFont, QRect]]:
        """Give each word its place: in rows by the alphabet, in the middle, larger the more people gave it."""
        lines = sorted(self._lines[:_CLOUD_MOST], key=lambda line: line.text.casefold())
        most = max((line.value for line in lines), default=1)
        rows: list[list[tuple[Line, QFont, QSize]]] = [[]]
        gap, used = tokens().space.m, 0
        for line in lines:
            step = -(-_CLOUD_STEPS * line.value // most)
            size = tokens().type.body + (step - 1) * 5
            face = font(size, weight=QFont.Weight.DemiBold if step > 2 else QFont.Weight.Normal)
            metrics = QFontMetrics(face)
            room = QSize(metrics.horizontalAdvance(_cloud_text(line)), metrics.height())
            if rows[-1] and used + gap + room.width() > width:
                rows.append([])
                used = 0
            used += room.width() + gap * bool(rows[-1])
            rows[-1].append((line, face, room))
        placed: list[tuple[Line, QFont, QRect]] = []
        top = 0
        for row in rows:
            height = max((room.height() for _, _, room in row), default=0)
            left = (width - sum(room.width() for _, _, room in row) - gap * (len(row) - 1)) // 2
            for line, face, room in row:
                placed.append((line, face, QRect(QPoint(left, top + (height - room.height()) // 2), room)))
                left += room.width() + gap
            top += height + tokens().space.xxs
        return placed


class Table(Translated, QTableWidget):
    """The results as a table, to be read, copied and read aloud. `toggled` carries the key of a text to hide or show.

    Args:
        parent: the owner.
    """

    toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(self.tr("Results as a table"))
        if self._outcome is not None:
            self.show_outcome(self._outcome)

    @property
    def chosen(self) -> Line | None:
        """The line that is chosen."""
        row = self.currentRow()
        lines = self._outcome.lines if self._outcome is not None else ()
        return lines[row] if 0 <= row < len(lines) else None

    def show_outcome(self, outcome: Outcome) -> None:
        """Show other results; what is chosen stays so.

        Args:
            outcome: of a round.
        """
        self._outcome = outcome
        with_before = any(line.before is not None for line in outcome.lines)
        heads = [self.tr("Answer"), self.tr("Points") if outcome.form is Form.RANKING else self.tr("People")]
        if with_before:
            heads.insert(1, self.tr("Before"))
        if outcome.form is not Form.RANKING:
            heads.append("%")
        chosen = self.currentRow()
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        self.setRowCount(len(outcome.lines))
        for row, line in enumerate(outcome.lines):
            cells = [_marked(line), str(line.value)]
            if with_before:
                cells.insert(1, str(line.before))
            if outcome.form is not Form.RANKING:
                cells.append(str(round(100 * line.value / line.of) if line.of else 0))
            for column, text in enumerate(cells):
                self._put(row, column, text)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.resizeRowsToContents()
        if 0 <= chosen < len(outcome.lines):
            self.setCurrentCell(chosen, 0)

    def _put(self, row: int, column: int, text: str) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        if item.text() != text:
            item.setText(text)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)


class Results(Translated, QWidget):
    """Results as a chart or as a table, and what they come to in a line.

    Args:
        parent: the owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = Chart()
        self.table = Table()
        self._summary = Label(tone=Tone.MUTED, wrap=True)
        self._outcome: Outcome | None = None
        self._of = 0
        self._pages = QStackedLayout()
        charted = QWidget()
        column = QVBoxLayout(charted)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)
        column.addStretch(1)
        self._pages.addWidget(charted)
        self._pages.addWidget(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(tokens().space.m)
        outer.addWidget(self._summary)
        outer.addLayout(self._pages, 1)
        self.retranslate()

    @property
    def is_table(self) -> bool:
        """Whether the table is shown."""
        return self._pages.currentIndex() == 1

    def show_table(self, *, on: bool) -> None:
        """Show the table, or the chart.

        Args:
            on: the table.
        """
        self._pages.setCurrentIndex(int(on))

    def show_outcome(self, outcome: Outcome, of: int = 0) -> None:
        """Show other results.

        Args:
            outcome: of a round.
            of: how many could answer; 0 when that is not known.
        """
        self._outcome, self._of = outcome, of
        self.retranslate()
        self.chart.show_outcome(outcome)
        self.table.show_outcome(outcome)
        self.setMinimumHeight(180 if self.is_table else 0)

    @property
    def summary(self) -> str:
        """What the results come to, in a line."""
        return self._summary.text()

    def retranslate(self) -> None:
        """Say the words again."""
        self.chart.setAccessibleName(self.tr("Results as a chart"))
        if self._outcome is None:
            return
        found = self._outcome
        parts = [answered_words(found.answered, self._of), moved_words(found.both, found.moved)]
        parts += [f"{name} {value}" for name, value in found.figures]
        self._summary.setText(" · ".join(part for part in parts if part))


def _marked(line: Line) -> str:
    if line.hidden:
        return QCoreApplication.translate("Polls", "%1 (hidden)").replace("%1", line.text)
    return f"✓ {line.text}" if line.right else line.text


def _cloud_text(line: Line) -> str:
    return f"{line.text} ×{line.value}" if line.value > 1 else line.text


def _words(line: Line) -> QFont:
    return font(weight=QFont.Weight.DemiBold if line.right else QFont.Weight.Normal)


def _digits() -> QFont:
    return font(tabular=True)


def _small() -> QFont:
    return font(tokens().type.caption, tabular=True)
