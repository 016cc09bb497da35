"""The classes that are going on, in the rail of Prepare, and the ways into one: start, or join a colleague's."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.domain.kernel.words import Phase
from app.storage import SeatRow
from ui.session.desk import Desk
from ui.session.words import phase_text, when_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import SectionHeader
from ui.widgets.rows import RowRole, RowsModel, RowsView
from ui.widgets.theme import colour, font, tokens
from ui.widgets.translated import Translated


@dataclass(frozen=True)
class TwoLines:
    """A row of two lines.

    Attributes:
        key: what it is known by.
        title: the first line.
        detail: the second, muted.
        strong: whether it stands out.
    """

    key: str
    title: str
    detail: str
    strong: bool = False


class TwoLinesDelegate(QStyledItemDelegate):
    """Paints rows of two lines."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines and the room around them."""
        kind = tokens().type
        return QSize(160, kind.body + kind.caption + 28)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        row = index.data(RowRole)
        if not isinstance(row, TwoLines):
            return
        where: QRect = option.rect.adjusted(6, 1, -6, -1)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected" if selected else "hover"))
            painter.drawRoundedRect(where, tokens().radius.m, tokens().radius.m)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(where.adjusted(0, 0, -1, -1), tokens().radius.m, tokens().radius.m)
        inner = where.adjusted(10, 6, -10, -6)
        kind = tokens().type
        strong = font(kind.body, weight=QFont.Weight.DemiBold if row.strong or selected else QFont.Weight.Medium)
        painter.setFont(strong)
        painter.setPen(colour("text"))
        first = QRect(inner.left(), inner.top(), inner.width(), painter.fontMetrics().height())
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(font(kind.caption))
        painter.setPen(colour("muted"))
        second = QRect(inner.left(), first.bottom() + 2, inner.width(), painter.fontMetrics().height())
        detail = painter.fontMetrics().elidedText(row.detail, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, detail)
        painter.restore()


def two_lines_view(name: str) -> tuple[RowsModel[TwoLines], RowsView]:
    """Make a list of rows of two lines, with its model.

    Args:
        name: what is listed, for screen readers; already translated.
    """
    view = RowsView(name)
    view.setProperty("ground", "rail")
    view.setItemDelegate(TwoLinesDelegate(view))
    model: RowsModel[TwoLines] = RowsModel(lambda row: row.key, lambda row: f"{row.title}, {row.detail}", view)
    view.show_model(model)
    return model, view


class ClassesPanel(Translated, QWidget):
    """Lists the classes that are not over, and offers to start or join one.

    Args:
        desk: knows them.
        start: opens the sheet.
        join: asks for an invitation.
        show: opens a class.
    """

    def __init__(
        self, desk: Desk, start: Callable[[], object], join: Callable[[], object], show: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._desk, self._show = desk, show
        self._header = SectionHeader()
        self._model, self._view = two_lines_view("")
        self._none = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._start = Button(kind=ButtonKind.QUIET, icon_name="play")
        self._join = Button(kind=ButtonKind.QUIET, icon_name="log-in")
        self._start.clicked.connect(lambda _checked: start())
        self._join.clicked.connect(lambda _checked: join())
        self._view.activated.connect(self._chosen)
        self._view.clicked.connect(self._chosen)
        space = tokens().space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space.s, 0, space.m)
        column.setSpacing(space.xs)
        for widget, stretch in ((self._header, 0), (self._none, 0), (self._view, 1)):
            column.addWidget(widget, stretch)
        column.addStretch(0)
        foot = QVBoxLayout()
        foot.setContentsMargins(space.m, 0, space.m, 0)
        foot.setSpacing(space.s)
        foot.addWidget(self._join)
        foot.addWidget(self._start)
        column.addLayout(foot)
        for widget in (self._header, self._none):
            widget.setContentsMargins(space.m, 0, space.m, 0)
        desk.seats_changed.connect(self._fill)
        desk.shown_changed.connect(self._fill)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._none.setText(self.tr("None now. Start one, or join a colleague’s."))
        self._start.say(self.tr("Start a class…"))
        self._join.say(self.tr("Join a class…"), self.tr("Come to a colleague’s class by their invitation"))
        self._view.setAccessibleName(self.tr("Classes going on"))
        self._fill()

    def _fill(self) -> None:
        seats = [seat for seat in self._desk.seats if not seat.ended]
        self._header.say(self.tr("Classes going on"), count=len(seats) or None)
        self._none.setVisible(not seats)
        self._view.setVisible(bool(seats))
        self._model.show_rows([self._row(seat) for seat in seats])

    def _row(self, seat: SeatRow) -> TwoLines:
        phase = self._phase(seat.session)
        words = phase_text(phase) if phase is not None else when_text(seat.last_opened)
        role = self.tr("you lead it") if seat.role == "host" else self.tr("you assist")
        return TwoLines(seat.session, seat.title or self.tr("A colleague’s class"), f"{words} · {role}")

    def _phase(self, session: str) -> Phase | None:
        found = (one for one in self._desk.open_classes if one.client.session == session)
        one = next(found, None)
        return one.session.phase if one is not None else None

    def _chosen(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self._show(row.key)
