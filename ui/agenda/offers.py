"""Offers that bring the rest of the class back into its time, each with what it does and one button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.agenda.activity import MINUTE
from ui.agenda.words import called
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Ground, tight
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.agenda.cuts import Offer
    from app.domain.agenda.state import AgendaState

AGAIN_AFTER = 5 * MINUTE
"""How much later than when they were put away the class must be for the offers to come back, in milliseconds."""

_NAMED = 2
"""How many changes are named one by one."""


def offer_text(offer: Offer, state: AgendaState) -> str:
    """Say what an offer does.

    Args:
        offer: to tell.
        state: the agenda as it is.
    """
    out = [called(state.activities[each.activity]) for each in offer.changes if each.skipped]
    parts = []
    if out:
        quoted = QCoreApplication.translate("AgendaOffers", "“%1”")
        names = ", ".join(quoted.replace("%1", name) for name in out)
        if len(out) > _NAMED:
            names = QCoreApplication.translate("AgendaOffers", "%1 activities").replace("%1", str(len(out)))
        parts.append(QCoreApplication.translate("AgendaOffers", "Leave out %1").replace("%1", names))
    if len(out) < len(offer.changes):
        parts.append(_shorter_text(offer, state))
    return "; ".join(parts)


def _shorter_text(offer: Offer, state: AgendaState) -> str:
    shorter = [each for each in offer.changes if not each.skipped]
    if len(shorter) > _NAMED:
        text = QCoreApplication.translate("AgendaOffers", "Shorten %1 activities a little")
        return text.replace("%1", str(len(shorter)))
    one = QCoreApplication.translate("AgendaOffers", "%1 to %2 min")
    named = ", ".join(
        one.replace("%1", called(state.activities[each.activity])).replace("%2", str(each.minutes)) for each in shorter
    )
    return QCoreApplication.translate("AgendaOffers", "Shorten %1").replace("%1", named)


def offer_detail(offer: Offer, state: AgendaState) -> str:
    """Say every change of an offer, one a line.

    Args:
        offer: to tell.
        state: the agenda as it is.
    """
    out = QCoreApplication.translate("AgendaOffers", "%1: left out")
    other = QCoreApplication.translate("AgendaOffers", "%1: %2 min instead of %3")
    lines = []
    for change in offer.changes:
        activity = state.activities[change.activity]
        text = out if change.skipped else other.replace("%2", str(change.minutes)).replace("%3", str(activity.minutes))
        lines.append(text.replace("%1", called(activity)))
    return "\n".join(lines)


class OffersCard(Translated, Ground):
    """Shows offers while the class is late. `accepted` carries the `Offer` whose button was pressed."""

    accepted = Signal(object)

    def __init__(self) -> None:
        space = tokens().space
        super().__init__("card", margin=space.m, spacing=space.s)
        self._offers: tuple[Offer, ...] = ()
        self._state: AgendaState | None = None
        self._late = 0
        self._put_away = 0
        self._title = Label(words=Words.STRONG, tone=Tone.WARN, wrap=True)
        self._close = IconButton("x")
        self._list = tight(QVBoxLayout(), spacing=space.s)
        head = QHBoxLayout()
        head.setSpacing(space.xs)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self.column.addLayout(head)
        self.column.addLayout(self._list)
        self._close.clicked.connect(self._away)
        self.buttons: list[Button] = []
        self._labels: list[Label] = []
        self.hide()

    def show_offers(self, offers: tuple[Offer, ...], state: AgendaState, late: int) -> None:
        """Show other offers.

        Args:
            offers: of the moment.
            state: the agenda that they are about.
            late: how late the class is, in milliseconds.
        """
        if not offers:
            self._put_away = 0
        told = (offers, late // MINUTE) != (self._offers, self._late // MINUTE) or state is not self._state
        self._offers, self._state, self._late = offers, state, late
        self.setVisible(bool(offers) and not (self._put_away and late < self._put_away + AGAIN_AFTER))
        if told and offers:
            self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        state = self._state
        self._close.say(self.tr("Not now"))
        if state is None:
            return
        minutes = round(self._late / MINUTE)
        enough = all(offer.enough for offer in self._offers)
        text = self.tr("%n minute(s) too long. Keep the time?", "later than planned", minutes)
        less = self.tr("%n minute(s) too long. Win back what can be?", "later than planned", minutes)
        self._title.setText(text if enough else less)
        self._fill(self._offers, state)

    def _fill(self, offers: Sequence[Offer], state: AgendaState) -> None:
        while len(self.buttons) > len(offers):
            self.buttons.pop()
            self._labels.pop()
            item = self._list.takeAt(len(self.buttons))
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, offer in enumerate(offers):
            if place == len(self.buttons):
                self._list.addWidget(self._row())
            label, button = self._labels[place], self.buttons[place]
            text = offer_text(offer, state)
            label.setText(text)
            label.setToolTip(offer_detail(offer, state))
            button.say(self.tr("-%1 min").replace("%1", str(offer.won)), offer_detail(offer, state))
            button.setAccessibleName(text)

    def _row(self) -> QWidget:
        row = QWidget()
        line = tight(QHBoxLayout(row), spacing=tokens().space.s)
        label = Label(words=Words.CAPTION, wrap=True)
        self._labels.append(label)
        line.addWidget(label, 1)
        button = Button(kind=ButtonKind.QUIET)
        button.clicked.connect(partial(self._accept, len(self.buttons)))
        self.buttons.append(button)
        line.addWidget(button)
        return row

    def _accept(self, place: int) -> None:
        if place < len(self._offers):
            self.accepted.emit(self._offers[place])

    def _away(self) -> None:
        self._put_away = self._late
        self.hide()
