"""The raised hands, in the order they went up, and how to take them down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.discussion.state import DiscussionState
from app.domain.kernel.seats import Standing
from ui.bridge.names import member_name, place_name
from ui.widgets.banner import IconMark
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Words
from ui.widgets.theme import tokens
from ui.widgets.time_label import ago_text
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.kernel.world import World

SHOWN = 3
_TICK_MS = 20_000


@dataclass(frozen=True)
class HandRow:
    """A raised hand: whose, since when (milliseconds since 1970), and where they are."""

    member: str
    name: str
    since: int
    place: str


def hands(world: World) -> tuple[HandRow, ...]:
    """List the raised hands, the first raised first.

    Args:
        world: to read.
    """
    found = []
    for hand in world.state(DiscussionState).hands.values():
        seat = world.seats.seat(hand.member)
        if seat is not None and seat.standing is Standing.ADMITTED:
            found.append(
                HandRow(hand.member, member_name(world, hand.member), hand.since, place_name(world, seat.place))
            )
    return tuple(found)


class HandStrip(Translated, QWidget):
    """Shows who asks for the floor; a click takes a hand down. Hidden while there is none.

    `lowered` carries a member's id.

    Args:
        now: the class's time, in milliseconds.
        parent: the owner.
    """

    lowered = Signal(object)

    def __init__(self, now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._hands: tuple[HandRow, ...] = ()
        self._mark = IconMark("hand", "accent_text")
        self._title = Label(words=Words.STRONG)
        self._more = Label()
        self._buttons = [Button(kind=ButtonKind.QUIET) for _ in range(SHOWN)]
        space = tokens().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space.l, space.s, space.l, 0)
        row.setSpacing(space.s)
        row.addWidget(self._mark)
        row.addWidget(self._title)
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _checked=False, at=place: self._lower(at))
            row.addWidget(button)
        row.addWidget(self._more)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.retranslate)
        self.retranslate()
        self.hide()

    def show_hands(self, rows: tuple[HandRow, ...]) -> None:
        """Show other hands.

        Args:
            rows: the first raised first.
        """
        if rows != self._hands:
            self._hands = rows
            self.retranslate()
        self.setVisible(bool(rows))

    def retranslate(self) -> None:
        """Say the words again."""
        self._title.setText(self.tr("%n hand(s)", "raised", len(self._hands)))
        for button, hand in zip(self._buttons, [*self._hands, *[None] * SHOWN], strict=False):
            button.setVisible(hand is not None)
            if hand is not None:
                ago = ago_text(max(0, (self._now() - hand.since) // 1000))
                name = hand.name if len(hand.name) <= 18 else f"{hand.name[:17]}…"
                tip = self.tr("Lower the hand of %1 (%2)").replace("%1", hand.name).replace("%2", hand.place)
                button.say(f"{name} · {ago}", tip)
                button.setAccessibleDescription(tip)
        rest = len(self._hands) - SHOWN
        self._more.setVisible(rest > 0)
        self._more.setText(f"+{rest}")
        self._more.setToolTip(", ".join(hand.name for hand in self._hands[SHOWN:]))

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the times true while they can be seen."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def _lower(self, place: int) -> None:
        if place < len(self._hands):
            self.lowered.emit(self._hands[place].member)
