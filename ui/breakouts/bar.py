"""The bar over the rooms: how much time is left, more or less of it, telling the rooms something, and closing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.time_label import Count, TimeLabel
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.breakouts.state import Round


class RoundBar(Translated, Ground):
    """The open round's time and what can be done with all of its rooms. `acted` carries what is asked for.

    Args:
        now: the class's time, in milliseconds.
    """

    acted = Signal(object)

    def __init__(self, now: Callable[[], int]) -> None:
        super().__init__("surface")
        space = tokens().space
        self._now = now
        self._round: Round | None = None
        self._what = Label(tone=Tone.MUTED)
        self._left = TimeLabel(now, count=Count.UNTIL, words=Words.TITLE)
        self._since = TimeLabel(now, count=Count.SINCE, words=Words.TITLE)
        self._buttons = {
            "less": Button(kind=ButtonKind.PLAIN),
            "more": Button(kind=ButtonKind.QUIET),
            "much": Button(kind=ButtonKind.PLAIN),
            "tell": Button(kind=ButtonKind.QUIET, icon_name="megaphone"),
            "close": Button(kind=ButtonKind.QUIET, icon_name="log-out"),
        }
        row = QHBoxLayout()
        row.setContentsMargins(space.l, space.s, space.l, space.s)
        row.setSpacing(space.xs)
        row.addWidget(self._what)
        row.addWidget(self._left)
        row.addWidget(self._since)
        row.addSpacing(space.s)
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, asked=key: self.acted.emit(asked))
            if key == "tell":
                row.addStretch(1)
            row.addWidget(button)
        self.column.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        known = self._round
        closing = known is not None and known.closes_at > 0
        open_end = known is not None and not known.ends_at and not closing
        self._what.setText(
            self.tr("Rooms close in") if closing else self.tr("Open for") if open_end else self.tr("Time left")
        )
        self._buttons["less"].say(self.tr("\u22121 min"), self.tr("A minute less"))
        self._buttons["more"].say(
            self.tr("Go on 1 min") if closing else self.tr("+1 min"), self.tr("A minute more; a closing stops")
        )
        self._buttons["much"].say(self.tr("+5 min"), self.tr("Five minutes more"))
        self._buttons["tell"].say(self.tr("Tell"), self.tr("Tell the rooms something  (Ctrl+Alt+T)"))
        self._buttons["close"].say(
            self.tr("Close now") if closing else self.tr("Close rooms"),
            self.tr("Bring everybody back now")
            if closing
            else self.tr("Bring everybody back, after time to finish a sentence"),
        )

    def show_round(self, known: Round) -> None:
        """Show a round's time.

        Args:
            known: the open round.
        """
        if known == self._round:
            return
        self._round = known
        self._buttons["less"].setEnabled(bool(known.ends_at) and not known.closes_at)
        ends_at = known.closes_at or known.ends_at
        self._left.setVisible(bool(ends_at))
        self._left.set_moment(ends_at or None)
        self._since.setVisible(not ends_at)
        self._since.set_moment(known.opened_at)
        self.retranslate()
