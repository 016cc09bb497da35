"""How positions shifted, painted: first positions at the left, present ones at the right, and people flowing between.

Beside it stands the table that says the same in words and numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
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

from ui.debate.words import moved_words, people_words, went_words
from ui.widgets.labels import Label, Tone
from ui.widgets.theme import colour, font, tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.debate.model import FlowChart

INKS: Final = ("accent", "warn", "info", "ok", "danger", "field_border", "accent_text", "warn_text")
"""The colours of the positions, in their order; each is named in words as well."""

_BAR, _GAP = 14, 10
_LEAST = 34
"""How tall a position is at least, so that its words fit beside it."""

_STEP = 14
"""By how much one person makes a position taller, until the chart is as tall as it may be."""

_TALLEST = 260


class _Block(NamedTuple):
    """A position on one side: where it stands, and from where the next flow leaves it."""

    top: float
    height: float


class Flow(QWidget):
    """Paints a shift. Screen readers are given the same in words, and the table.

    Args:
        parent: the owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: FlowChart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: FlowChart) -> None:
        """Paint another shift.

        Args:
            chart: of a debate.
        """
        self._chart = chart
        self.setAccessibleDescription(" ; ".join(flow_lines(chart)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As tall as its people want, within bounds."""
        return QSize(360, self._tall())

    def minimumSizeHint(self) -> QSize:
        """The same: it never scrolls by itself."""
        return QSize(260, self._tall())

    def _tall(self) -> int:
        if self._chart is None:
            return 0
        rows = len(self._chart.names)
        people = self._chart.shift.people
        heads = QFontMetrics(_small()).lineSpacing() + tokens().space.s
        return heads + min(_TALLEST, max(rows * (_LEAST + _GAP), people * _STEP + rows * _GAP)) + tokens().space.s

    def _blocks(self, counts: dict[str, int], top: float, height: float) -> dict[str, _Block]:
        chart = self._chart
        if chart is None:
            return {}
        rows = len(chart.names)
        room = height - rows * _GAP
        spare = room - rows * _LEAST
        people = max(1, chart.shift.people)
        blocks = {}
        for key in chart.names:
            tall = _LEAST + max(0.0, spare) * counts.get(key, 0) / people
            blocks[key] = _Block(top, tall)
            top += tall + _GAP
        return blocks

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        chart = self._chart
        if chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = max(90, round(self.width() * 0.27))
        heads = QFontMetrics(_small()).lineSpacing() + tokens().space.s
        height = self.height() - heads - tokens().space.s
        left, right = words, self.width() - words - _BAR
        painter.setFont(_small())
        painter.setPen(colour("muted"))
        line = QRect(0, 0, self.width(), heads - tokens().space.s)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, self.tr("At first"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, self.tr("Now"))
        first = self._blocks(chart.shift.first, heads, height)
        now = self._blocks(chart.shift.now, heads, height)
        self._flows(painter, first, now, left + _BAR, right)
        for place, (key, name) in enumerate(chart.names.items()):
            ink = colour(INKS[place % len(INKS)])
            held = (chart.shift.first.get(key, 0), chart.shift.now.get(key, 0))
            for block, at, count in ((first[key], left, held[0]), (now[key], right, held[1])):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink if count else _veil(ink, strong=False))
                painter.drawRoundedRect(QRectF(at, block.top, _BAR, block.height), 3, 3)
            self._word(
                painter,
                name,
                chart.shift.first.get(key, 0),
                QRectF(0, first[key].top, words - 8, first[key].height),
                at_left=True,
            )
            self._word(
                painter,
                name,
                chart.shift.now.get(key, 0),
                QRectF(right + _BAR + 8, now[key].top, words - 8, now[key].height),
                at_left=False,
            )

    def _flows(
        self, painter: QPainter, first: dict[str, _Block], now: dict[str, _Block], left: float, right: float
    ) -> None:
        chart = self._chart
        if chart is None:
            return
        out = {key: block.top for key, block in first.items()}
        come = {key: block.top for key, block in now.items()}
        for place, key in enumerate(chart.names):
            for to in chart.names:
                count = chart.shift.flows.get(key, {}).get(to, 0)
                if not count:
                    continue
                leaving = first[key].height * count / max(1, chart.shift.first[key])
                coming = now[to].height * count / max(1, chart.shift.now[to])
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(_veil(colour(INKS[place % len(INKS)]), strong=to != key))
                painter.drawPath(_ribbon(left, out[key], leaving, right, come[to], coming))
                out[key] += leaving
                come[to] += coming

    @staticmethod
    def _word(painter: QPainter, name: str, count: int, where: QRectF, *, at_left: bool) -> None:
        side = Qt.AlignmentFlag.AlignRight if at_left else Qt.AlignmentFlag.AlignLeft
        strong, plain = font(weight=QFont.Weight.DemiBold, tabular=True), font()
        number = str(count)
        gap = 6
        wide = QFontMetrics(strong).horizontalAdvance(number) + gap
        painter.setPen(colour("text"))
        painter.setFont(strong)
        painter.drawText(where, int(side | Qt.AlignmentFlag.AlignVCenter), number)
        room = where.adjusted(0, 0, -wide, 0) if at_left else where.adjusted(wide, 0, 0, 0)
        painter.setFont(plain)
        painter.setPen(colour("muted"))
        told = QFontMetrics(plain).elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), told)


class ShiftTable(Translated, QTableWidget):
    """The same as a table: a row for each first position, a column for each present one."""

    def __init__(self) -> None:
        super().__init__()
        self._chart: FlowChart | None = None
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.retranslate()

    def show_chart(self, chart: FlowChart) -> None:
        """Show another shift.

        Args:
            chart: of a debate.
        """
        self._chart = chart
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(
            self.tr("The shift as a table: a row for each first position, a column for each present one")
        )
        chart = self._chart
        if chart is None:
            return
        keys, shift = list(chart.names), chart.shift
        total = self.tr("Total")
        self.setRowCount(len(keys) + 1)
        self.setColumnCount(len(keys) + 1)
        self.setVerticalHeaderLabels(
            [*(self.tr("At first: %1").replace("%1", chart.names[key]) for key in keys), total]
        )
        self.setHorizontalHeaderLabels([*(f"→ {chart.names[key]}" for key in keys), total])
        for column, key in enumerate(keys):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setToolTip(self.tr("Now: %1").replace("%1", chart.names[key]))
        for row, first in enumerate(keys):
            for column, now in enumerate(keys):
                self._put(row, column, shift.flows.get(first, {}).get(now, 0))
            self._put(row, len(keys), shift.first.get(first, 0))
            self._put(len(keys), row, shift.now.get(first, 0))
        self._put(len(keys), len(keys), shift.people)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _put(self, row: int, column: int, count: int) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.setItem(row, column, item)
        if item.text() != str(count):
            item.setText(str(count))


class Shift(Translated, QWidget):
    """A shift as a chart or as a table, and what it comes to in a line."""

    def __init__(self) -> None:
        super().__init__()
        self.flow, self.table = Flow(), ShiftTable()
        self._summary = Label(tone=Tone.MUTED, wrap=True)
        self._chart: FlowChart | None = None
        self._pages = QStackedLayout()
        charted = QWidget()
        column = QVBoxLayout(charted)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.flow)
        column.addStretch(1)
        self._pages.addWidget(charted)
        self._pages.addWidget(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(tokens().space.s)
        outer.addWidget(self._summary)
        outer.addLayout(self._pages, 1)
        self.retranslate()

    @property
    def is_table(self) -> bool:
        """Whether the table is shown."""
        return self._pages.currentIndex() == 1

    @property
    def summary(self) -> str:
        """What the shift comes to, in a line."""
        return self._summary.text()

    def show_table(self, *, on: bool) -> None:
        """Show the table, or the chart.

        Args:
            on: the table.
        """
        self._pages.setCurrentIndex(int(on))
        rows = len(self._chart.names) + 2 if self._chart is not None else 0
        self.setMinimumHeight(rows * 34 + 40 if on else 0)

    def show_chart(self, chart: FlowChart) -> None:
        """Show another shift.

        Args:
            chart: of a debate.
        """
        self._chart = chart
        self.flow.show_chart(chart)
        self.table.show_chart(chart)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.flow.setAccessibleName(self.tr("The shift as a chart"))
        self.flow.update()
        if self._chart is not None:
            shift = self._chart.shift
            parts = [people_words(shift.people), moved_words(shift.moved) if shift.people else ""]
            self._summary.setText(" · ".join(part for part in parts if part))


def flow_lines(chart: FlowChart) -> list[str]:
    """Say a shift in words: how many hold what, and how many went from where to where.

    Args:
        chart: of a debate.
    """
    shift, names = chart.shift, chart.names
    lines = [f"{name}: {shift.first.get(key, 0)} → {shift.now.get(key, 0)}" for key, name in names.items()]
    moves = [
        went_words(count, names[first], names[now])
        for first, to in shift.flows.items()
        for now, count in to.items()
        if first != now
    ]
    return lines + moves


def _ribbon(
    left: float, top: float, height: float, right: float, top_right: float, height_right: float
) -> QPainterPath:
    middle = (left + right) / 2
    path = QPainterPath(QPointF(left, top))
    path.cubicTo(middle, top, middle, top_right, right, top_right)
    path.lineTo(right, top_right + height_right)
    path.cubicTo(middle, top_right + height_right, middle, top + height, left, top + height)
    path.closeSubpath()
    return path


def _veil(ink: QColor, *, strong: bool) -> QColor:
    made = QColor(ink)
    made.setAlpha(130 if strong else 55)
    return made


def _small() -> QFont:
    return font(tokens().type.caption)
