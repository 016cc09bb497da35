"""Drops a row of the library between two activities of the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QRubberBand

from ui.prepare.model import BlockRow, DayRow

if TYPE_CHECKING:
    from app.plans import Plan
    from ui.prepare.agenda import AgendaView

OFFERED: Final = "application/x-cercle-offer"
"""The kind of data that a dragged row of the library carries."""


class Dropping(QObject):
    """Watches an agenda while something of the library is dragged.

    `dropped` carries the place among the activities, from 0 or none for the end, and the day's id.

    Args:
        view: the agenda.
        plan: that it shows.
    """

    dropped = Signal(object, object)

    def __init__(self, view: AgendaView, plan: Plan) -> None:
        super().__init__(view)
        self._view, self._plan = view, plan
        self._line = QRubberBand(QRubberBand.Shape.Line, view.viewport())
        self._was_taking = view.viewport().acceptDrops()
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def end(self) -> None:
        """Stop watching."""
        self._view.viewport().removeEventFilter(self)
        self._view.viewport().setAcceptDrops(self._was_taking)
        self._line.deleteLater()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show where it would go, and tell where it went."""
        if event.type() == QEvent.Type.DragLeave:
            self._line.hide()
            return False
        # An event that enters is one that moves, and one that moves is one that drops.
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(OFFERED):
            return False
        where = event.position().toPoint()
        if isinstance(event, QDragMoveEvent):
            self._show(where)
        else:
            self._line.hide()
            self.dropped.emit(*self.place_at(where))
        event.acceptProposedAction()
        return True

    def _show(self, where: QPoint) -> None:
        index = self._view.indexAt(where)
        rect = self._view.visualRect(index)
        if index.isValid():
            height = rect.top() if self._is_before(where, rect) else rect.bottom()
        else:
            last = self._view.model().index(self._view.model().rowCount() - 1, 0)
            height = self._view.visualRect(last).bottom()
        self._line.setGeometry(QRect(0, height - 1, self._view.viewport().width(), 3))
        self._line.show()

    @staticmethod
    def _is_before(where: QPoint, rect: QRect) -> bool:
        return where.y() < rect.center().y()

    def place_at(self, where: QPoint) -> tuple[int | None, str]:
        """Tell what a point of the agenda means.

        Args:
            where: in the agenda's viewport.

        Returns:
            The place among the activities, none for the end; and the id of the day.
        """
        ids = [each.id for each in self._plan.activities]
        index = self._view.indexAt(where)
        row = self._view.row_at(index.row()) if index.isValid() else None
        match row:
            case BlockRow(key=key, slot=slot) if key in ids:
                before = self._is_before(where, self._view.visualRect(index))
                return ids.index(key) + (0 if before else 1), slot.activity.day
            case DayRow(day=day) if day is not None:
                of_day = [each.id for each in self._plan.activities if each.day == day.id]
                return (ids.index(of_day[0]) if of_day else None), day.id
            case _:
                return (0, "") if row is not None else (None, self._plan.days[-1].id if self._plan.days else "")
