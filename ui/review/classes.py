"""The list of the classes one can look back on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.session.classes import TwoLines, two_lines_view
from ui.session.words import when_text
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import SectionHeader
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from ui.review.past import Past
    from ui.session.desk import Desk


class PastClassesPanel(Translated, QWidget):
    """Lists the classes one can look back on.

    Args:
        past: opens them.
        desk: tells when there are others.
    """

    def __init__(self, past: Past, desk: Desk) -> None:
        super().__init__()
        self._past = past
        self._header = SectionHeader()
        self._model, self._view = two_lines_view("")
        self._none = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        space = tokens().space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space.s, 0, space.s)
        column.setSpacing(space.xs)
        for widget in (self._header, self._none):
            widget.setContentsMargins(space.m, 0, space.m, 0)
        column.addWidget(self._header)
        column.addWidget(self._none)
        column.addWidget(self._view, 1)
        self._view.selectionModel().currentChanged.connect(self._chosen)
        desk.seats_changed.connect(self._fill)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._none.setText(self.tr("Every class you lead or assist is kept here."))
        self._view.setAccessibleName(self.tr("Past classes"))
        self._fill()

    def _fill(self) -> None:
        seats = self._past.seats
        self._header.say(self.tr("Classes"), count=len(seats) or None)
        self._none.setVisible(not seats)
        going_on = self.tr("going on")
        self._model.show_rows(
            [
                TwoLines(
                    seat.session,
                    seat.title or self.tr("A colleague’s class"),
                    when_text(seat.last_opened) if seat.ended else f"{when_text(seat.last_opened)} · {going_on}",
                )
                for seat in seats
            ]
        )

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self._model.row_at(index)
        self._past.open(row.key if row is not None else "")
