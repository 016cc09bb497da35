"""Who was in a past class, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kernel.words import Role
from app.reports.presence import Interval, presence, total
from ui.review.said import name_of
from ui.session.classes import TwoLines, two_lines_view
from ui.session.words import minutes_text
from ui.widgets.layout import SectionHeader
from ui.widgets.theme import tokens
from ui.widgets.time_label import hour_text
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.seats import Seat
    from app.reports.record import PastSession
    from ui.review.past import Past


_LEAST = 180
"""How tall the list is at least, in logical pixels."""


class WhoWasThere(Translated, QWidget):
    """Lists who was in the open class, and for how long.

    Args:
        past: the open class.
    """

    def __init__(self, past: Past) -> None:
        super().__init__()
        self._past = past
        self._header = SectionHeader()
        self._model, self._view = two_lines_view("")
        # As a section among others, it keeps room for a handful of people.
        self._view.setMinimumHeight(_LEAST)
        space = tokens().space
        column = QVBoxLayout(self)
        column.setContentsMargins(space.m, space.s, space.m, space.s)
        column.setSpacing(space.s)
        column.addWidget(self._header)
        column.addWidget(self._view, 1)
        past.opened.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._view.setAccessibleName(self.tr("Who was there"))
        self._show()

    def _show(self) -> None:
        past = self._past.current
        rows = people(past) if past is not None else []
        self._header.say(self.tr("Who was there"), count=len(rows) or None)
        self._model.show_rows(rows)


def people(past: PastSession) -> list[TwoLines]:
    """Return who was there, staff first, then those who stayed longest.

    Args:
        past: the class.
    """
    there = presence(past.envelopes)
    seats = sorted(
        past.world.seats.all_seats(),
        key=lambda seat: (not seat.role.is_staff, -total(there.get(seat.member, ())), seat.number),
    )
    return [TwoLines(seat.member, name_of(seat), _stay(seat, there.get(seat.member, ()))) for seat in seats]


def _stay(seat: Seat, intervals: tuple[Interval, ...]) -> str:
    role = {
        Role.HOST: QCoreApplication.translate("Review", "host"),
        Role.COFACILITATOR: QCoreApplication.translate("Review", "co-facilitator"),
        Role.OBSERVER: QCoreApplication.translate("Review", "observer"),
    }.get(seat.role, "")
    if not intervals:
        words = QCoreApplication.translate("Review", "never came")
    else:
        first, last = hour_text(intervals[0].start), hour_text(intervals[-1].end)
        words = f"{minutes_text(max(1, round(total(intervals) / 60_000)))} · {first}–{last}"
    return f"{role} · {words}" if role else words
