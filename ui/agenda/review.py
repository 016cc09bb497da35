"""Planned against real, in Review: a line of time for each, and the table of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from app.domain.agenda.activity import MINUTE, Kind
from app.domain.agenda.state import AgendaState
from app.reports.agenda import AgendaLine, Outcome, agenda_lines
from ui.agenda.words import kind_icon, kind_words
from ui.review.past import Past
from ui.session.words import minutes_text
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Choice
from ui.widgets.icons import paint_icon
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import separator
from ui.widgets.rows import RowRole, RowsModel, RowsView
from ui.widgets.theme import colour, font, tokens
from ui.widgets.time_label import hour_text
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.shell.panels import Services

_LANE: Final = 26
_STEPS: Final = (5, 10, 15, 30, 60, 120, 240)
"""Minutes between two marks of the line of time."""

_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def title_of(line: AgendaLine) -> str:
    """Say what an activity is called.

    Args:
        line: of the table.
    """
    return line.title or kind_words(line.kind)


def when_words(line: AgendaLine) -> str:
    """Say from when to when an activity really took place; when it was to begin if it never did.

    Args:
        line: of the table.
    """
    if line.started:
        end = hour_text(line.ended) if line.ended else "…"
        return f"{hour_text(line.started)}–{end}"
    if line.planned_start:
        return QCoreApplication.translate("AgendaReview", "planned %1").replace("%1", hour_text(line.planned_start))
    return ""


def became_words(line: AgendaLine) -> str:
    """Say how an activity differed from what was planned.

    Args:
        line: of the table.
    """
    match line.outcome:
        case Outcome.LEFT_OUT:
            return QCoreApplication.translate("AgendaReview", "left out")
        case Outcome.REMOVED:
            return QCoreApplication.translate("AgendaReview", "removed")
        case Outcome.NOT_BEGUN:
            return QCoreApplication.translate("AgendaReview", "not begun")
        case Outcome.UNDER_WAY:
            return QCoreApplication.translate("AgendaReview", "under way")
        case Outcome.DONE:
            pass
    if not line.was_planned:
        return QCoreApplication.translate("AgendaReview", "added")
    difference = line.real_minutes - line.planned_minutes
    if difference > 0:
        return QCoreApplication.translate("AgendaReview", "%1 longer").replace("%1", minutes_text(difference))
    if difference < 0:
        return QCoreApplication.translate("AgendaReview", "%1 shorter").replace("%1", minutes_text(-difference))
    return QCoreApplication.translate("AgendaReview", "as planned")


def planned_words(line: AgendaLine) -> str:
    """Say how long an activity was to last; nothing when it was not planned."""
    return minutes_text(line.planned_minutes) if line.was_planned else "–"


def real_words(line: AgendaLine) -> str:
    """Say how long an activity really lasted; nothing when it never began."""
    return minutes_text(line.real_minutes) if line.started else "–"


def row_words(line: AgendaLine) -> str:
    """Say a row of the table for screen readers.

    Args:
        line: of the table.
    """
    told = QCoreApplication.translate("AgendaReview", "%1, %2: planned %3, really %4, %5")
    for place, text in enumerate(
        (title_of(line), when_words(line), planned_words(line), real_words(line), became_words(line)), 1
    ):
        told = told.replace(f"%{place}", text)
    return told


class TimeLines(Translated, QWidget):
    """Two lines of time, one below the other: what was planned, and what was. The table says the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[AgendaLine, ...] = ()
        self._places: list[tuple[QRect, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._names = (self.tr("Planned"), self.tr("Real"))
        self.setAccessibleName(self.tr("Planned and real times, as two lines; the table below says the same"))
        self.update()

    def show_lines(self, lines: tuple[AgendaLine, ...]) -> None:
        """Show other activities.

        Args:
            lines: of one day.
        """
        self._lines = lines
        self.setVisible(any(line.started for line in lines))
        self.update()

    def sizeHint(self) -> QSize:
        """Two lanes and the hours below."""
        return QSize(320, 2 * _LANE + tokens().space.s + QFontMetrics(_small()).lineSpacing() + tokens().space.s)

    def event(self, event: QEvent) -> bool:
        """Name the activity under the pointer."""
        if isinstance(event, QHelpEvent):
            found = next((words for where, words in self._places if where.contains(event.pos())), "")
            QToolTip.showText(event.globalPos(), found, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._places.clear()
        lanes = (self._planned(), self._real())
        moments = [moment for lane in lanes for _line, start, end in lane for moment in (start, end)]
        if not moments:
            return
        names = max(QFontMetrics(_small()).horizontalAdvance(name) for name in self._names) + tokens().space.m
        area = self.rect().adjusted(names, 0, -1, 0)
        first = min(moments)
        last = max(*moments, first + MINUTE)
        self._hours(painter, area, first, last)
        for place, (name, lane) in enumerate(zip(self._names, lanes, strict=True)):
            top = place * (_LANE + tokens().space.xs)
            painter.setFont(_small())
            painter.setPen(colour("muted"))
            painter.drawText(QRect(0, top, names, _LANE), _LEFT, name)
            for line, start, end in lane:
                left, right = (
                    area.left() + round((each - first) / (last - first) * area.width()) for each in (start, end)
                )
                self._block(painter, QRect(left, top, max(3, right - left - 2), _LANE), line, real=bool(place))

    def _planned(self) -> list[tuple[AgendaLine, int, int]]:
        return [
            (line, line.planned_start, line.planned_start + line.planned_minutes * MINUTE)
            for line in self._lines
            if line.planned_start
        ]

    def _real(self) -> list[tuple[AgendaLine, int, int]]:
        return [(line, each.start, each.end) for line in self._lines for each in line.stretches]

    def _block(self, painter: QPainter, where: QRect, line: AgendaLine, *, real: bool) -> None:
        rest = line.kind in {Kind.BREAK, Kind.ENERGISER}
        gone = not line.started
        painter.setPen(colour("border") if not real else Qt.PenStyle.NoPen)
        painter.setBrush(colour("sunken" if rest or gone else "accent" if real else "accent_soft"))
        painter.drawRoundedRect(where, tokens().radius.s, tokens().radius.s)
        painter.setFont(_small())
        painter.setPen(colour("muted" if rest or gone else "on_accent" if real else "accent_text"))
        words = painter.fontMetrics().elidedText(
            title_of(line), Qt.TextElideMode.ElideRight, where.width() - 2 * tokens().space.xs
        )
        if where.width() > 2 * tokens().space.l:
            painter.drawText(where.adjusted(tokens().space.xs, 0, -tokens().space.xs, 0), _LEFT, words)
        self._places.append((where, row_words(line)))

    def _hours(self, painter: QPainter, area: QRect, first: int, last: int) -> None:
        painter.setFont(_small())
        metrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance("00:00 AM") + tokens().space.s
        minutes = (last - first) / MINUTE
        step = next((each for each in _STEPS if minutes / each * wide < area.width()), _STEPS[-1]) * MINUTE
        top = 2 * _LANE + tokens().space.s
        at = -(-first // step) * step
        while at <= last:
            left = area.left() + round((at - first) / (last - first) * area.width())
            painter.setPen(colour("border"))
            painter.drawLine(QPoint(left, 0), QPoint(left, top))
            painter.setPen(colour("muted"))
            words = hour_text(at)
            room = QRect(left - wide // 2, top, wide, metrics.lineSpacing())
            if room.left() >= 0 and room.right() <= self.width() + wide // 3:
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
            at += step


class _TableDelegate(QStyledItemDelegate):
    """Paints the table's rows."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line."""
        return QSize(option.rect.width(), QFontMetrics(font()).lineSpacing() + tokens().space.m)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        line = index.data(RowRole)
        if not isinstance(line, AgendaLine):
            return
        painter.save()
        where: QRect = option.rect.adjusted(tokens().space.s, 0, -tokens().space.s, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected"))
            painter.drawRoundedRect(where, tokens().radius.m, tokens().radius.m)
        title, *cells = cells_of(where)
        side = tokens().type.body + 1
        quiet = not line.started
        icon_at = QRect(title.left(), title.center().y() - side // 2, side, side)
        paint_icon(painter, kind_icon(line.kind), icon_at, "faint" if quiet else "muted")
        words = title.adjusted(side + tokens().space.s, 0, -tokens().space.s, 0)
        painter.setFont(font(weight=QFont.Weight.Medium))
        painter.setPen(colour("muted" if quiet else "text"))
        text = painter.fontMetrics().elidedText(title_of(line), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _LEFT, text)
        painter.setFont(font(tokens().type.body, tabular=True))
        painter.setPen(colour("muted" if quiet else "text"))
        for cell, words_in in zip(
            cells, (when_words(line), planned_words(line), real_words(line), became_words(line)), strict=True
        ):
            painter.drawText(cell, _RIGHT, words_in)
        painter.restore()


def cells_of(where: QRect) -> tuple[QRect, ...]:
    """Divide a row into its cells: the title, and the columns at the right.

    Args:
        where: the row.
    """
    inner = where.adjusted(tokens().space.s, 0, -tokens().space.s, 0)
    cells = []
    right = inner.right()
    for width in reversed(_columns()):
        cells.append(QRect(right - width, inner.top(), width, inner.height()))
        right -= width
    return QRect(inner.left(), inner.top(), right - inner.left(), inner.height()), *reversed(cells)


def _columns() -> tuple[int, ...]:
    """Measure the columns after the title: when, planned, real, what became of it; the title has the rest."""
    metrics, gap = QFontMetrics(font(tokens().type.body, tabular=True)), tokens().space.l
    evening = "23:59"
    when = metrics.horizontalAdvance(f"{evening}–{evening}") + gap
    minutes = metrics.horizontalAdvance(minutes_text(599)) + gap
    return when, minutes, minutes, 128


class _Heads(Translated, QWidget):
    """The heads of the table's columns."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(QFontMetrics(_small()).lineSpacing() + tokens().space.s)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._words = (
            self.tr("Activity"),
            self.tr("When"),
            self.tr("Planned"),
            self.tr("Real"),
            self.tr("Difference"),
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setFont(_small(QFont.Weight.DemiBold))
        painter.setPen(colour("muted"))
        where = self.rect().adjusted(tokens().space.s, 0, -tokens().space.s, 0)
        for place, (cell, words) in enumerate(zip(cells_of(where), self._words, strict=True)):
            painter.drawText(cell, _RIGHT if place else _LEFT, words)


class AgendaReview(Translated, QWidget):
    """The agenda of the open class, as it was planned and as it was.

    Args:
        services: `Past`.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._past = services.need(Past)
        self._title = ElidedLabel(words=Words.HEADING)
        self._told = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self._day = Choice()
        self._day.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.lines = TimeLines()
        self._heads = _Heads()
        self.rows: RowsModel[AgendaLine] = RowsModel(lambda line: line.activity, row_words, self)
        self.view = RowsView()
        self.view.setItemDelegate(_TableDelegate(self.view))
        self.view.show_model(self.rows)
        self._none = EmptyState("list-checks")
        self._pages = QStackedWidget()
        self._lay_out()
        self._day.activated.connect(lambda _place: self._fill())
        self._past.opened.connect(self._show)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        names = QVBoxLayout()
        names.setSpacing(space.xxs)
        names.addWidget(self._title)
        names.addWidget(self._told)
        head = QHBoxLayout()
        head.addLayout(names, 1)
        head.addWidget(self._day)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(space.xl, space.m, space.xl, space.m)
        column.setSpacing(space.m)
        column.addLayout(head)
        column.addWidget(self.lines)
        column.addWidget(separator())
        column.addWidget(self._heads)
        column.addWidget(self.view, 1)
        self._page = page
        self._pages.addWidget(page)
        self._pages.addWidget(self._none)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def retranslate(self) -> None:
        """Say the words again."""
        self._title.setText(self.tr("Planned and real"))
        self._day.setAccessibleName(self.tr("Day"))
        self._day.setToolTip(self.tr("Day"))
        self.view.setAccessibleName(self.tr("Activities, planned and real"))
        self._show()

    def _show(self) -> None:
        state = self._state()
        days = list(state.days.values()) if state is not None else []
        chosen = self._day.currentData()
        self._day.clear()
        for place, day in enumerate(days, 1):
            self._day.addItem(day.title or self.tr("Day %1").replace("%1", str(place)), day.id)
        self._day.setCurrentIndex(max(0, self._day.findData(chosen)))
        self._day.setVisible(len(days) > 1)
        self._fill()

    def _state(self) -> AgendaState | None:
        past = self._past.current
        return past.world.state(AgendaState) if past is not None else None

    def _fill(self) -> None:
        state, past = self._state(), self._past.current
        if state is None or past is None:
            self._none.say(self.tr("Choose a class at the left"), "")
            self._pages.setCurrentWidget(self._none)
            return
        lines = agenda_lines(state, past.world.at)
        if len(state.days) > 1:
            lines = tuple(line for line in lines if line.day == self._day.currentData())
        if not lines:
            self._none.say(
                self.tr("This class had no agenda"),
                self.tr("Start a class from a plan, or add activities as you go, and see here how the time went."),
            )
            self._pages.setCurrentWidget(self._none)
            return
        self._pages.setCurrentWidget(self._page)
        planned = sum(line.planned_minutes for line in lines)
        real = sum(line.real_minutes for line in lines)
        told = self.tr("%1 planned, %2 really")
        self._told.setText(told.replace("%1", minutes_text(planned)).replace("%2", minutes_text(real)))
        self.lines.show_lines(lines)
        self.rows.show_rows(lines)


def _small(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    return font(tokens().type.caption, weight=weight, tabular=True)
