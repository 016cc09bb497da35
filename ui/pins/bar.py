"""The pinned messages of a channel, in a bar over its conversation: one line, or all of them with what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kernel.words import MAIN
from app.domain.pins.commands import MovePin, PinMessage, UnpinMessage
from app.domain.pins.decider import PinsState
from ui.bridge.names import member_name
from ui.discussion.marks import plain
from ui.widgets.banner import IconMark
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.labels import ElidedLabel, Words
from ui.widgets.layout import Ground, separator, tight
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.world import World
    from ui.bridge.session import SessionBridge
    from ui.widgets.toast import Toast


@dataclass(frozen=True)
class PinRow:
    """A pinned message.

    Attributes:
        message: its id.
        name: of its author.
        text: its first line.
    """

    message: str
    name: str
    text: str


def pins(world: World, channel: str) -> tuple[PinRow, ...]:
    """List the pinned messages of a channel, in order.

    Args:
        world: to read.
        channel: an id.
    """
    found = []
    for message in world.state(PinsState).pinned.get(channel, ()):
        said = world.talk.said(message)
        if said is not None:
            text = plain(said.text).split("\n", 1)[0]
            found.append(PinRow(message, member_name(world, said.author), text))
    return tuple(found)


class _Line(Translated, QWidget):
    """One pinned message: go to it, move it, let it go. `went`, `moved` (by one place) and `unpinned` tell which."""

    went = Signal(object)
    moved = Signal(object, int)
    unpinned = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._message = ""
        self._words = ElidedLabel(words=Words.CAPTION)
        self._earlier, self._later, self._unpin = IconButton("arrow-up"), IconButton("arrow-down"), IconButton("x")
        self._go = IconButton("message-circle")
        row = QHBoxLayout(self)
        tight(row, spacing=0)
        row.addWidget(self._words, 1)
        for button in (self._go, self._earlier, self._later, self._unpin):
            row.addWidget(button)
        self._go.clicked.connect(lambda: self.went.emit(self._message))
        self._earlier.clicked.connect(lambda: self.moved.emit(self._message, -1))
        self._later.clicked.connect(lambda: self.moved.emit(self._message, 1))
        self._unpin.clicked.connect(lambda: self.unpinned.emit(self._message))
        self.retranslate()

    def show_row(self, row: PinRow, *, place: int, count: int, whole: bool) -> None:
        """Be about a pinned message.

        Args:
            row: of it.
            place: its place, from 0.
            count: how many there are.
            whole: whether all are shown, to be put in order.
        """
        self._message = row.message
        self._words.setText(f"{row.name}: {row.text}")
        self._earlier.setVisible(whole and count > 1)
        self._later.setVisible(whole and count > 1)
        self._earlier.setEnabled(place > 0)
        self._later.setEnabled(place < count - 1)

    def retranslate(self) -> None:
        """Say the words again."""
        self._go.say(self.tr("Go to the pinned message"))
        self._earlier.say(self.tr("Move it up"))
        self._later.say(self.tr("Move it down"))
        self._unpin.say(self.tr("Unpin"))


class PinsBar(Translated, Ground):
    """The pinned messages of the channel that is shown. `message_wanted` carries the one that somebody wants to see.

    Args:
        bridge: to the session.
        toast: tells what was done.
    """

    message_wanted = Signal(object)

    def __init__(self, bridge: SessionBridge, toast: Toast) -> None:
        super().__init__("sunken")
        self._bridge, self._toast = bridge, toast
        self._channel, self._is_whole = MAIN, False
        self._rows: tuple[PinRow, ...] = ()
        self._lines: list[_Line] = []
        self._mark = IconMark("pin", "accent_text", size=16)
        self._more = Button(kind=ButtonKind.PLAIN)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        space = tokens().space
        row = QHBoxLayout()
        row.setContentsMargins(space.l, space.xxs, space.s, space.xxs)
        row.setSpacing(space.s)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._list, 1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.column.addWidget(separator())
        self._more.clicked.connect(self._turn)
        self.retranslate()

    @property
    def rows(self) -> tuple[PinRow, ...]:
        """The pinned messages."""
        return self._rows

    def show_channel(self, channel: str) -> None:
        """Be about another channel.

        Args:
            channel: an id.
        """
        if channel != self._channel:
            self._channel, self._is_whole = channel, False
        self.show_pins()

    def show_pins(self) -> None:
        """Show what is pinned now."""
        rows = pins(self._bridge.projected, self._channel)
        self._rows = rows
        self.setVisible(bool(rows))
        shown = rows if self._is_whole else rows[:1]
        while len(self._lines) < len(shown):
            self._lines.append(self._line())
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(shown))
            if place < len(shown):
                line.show_row(shown[place], place=place, count=len(rows), whole=self._is_whole)
        self._say_more()

    def turn(self, message: object) -> None:
        """Pin a message, or let it go when it is pinned.

        Args:
            message: its id.
        """
        if not isinstance(message, str):
            return
        if message in self._bridge.projected.state(PinsState).channels:
            self.unpin(message)
        elif self._bridge.submit(PinMessage(message=message)) is not None:
            back = UnpinMessage(message=message)
            self._toast.say(self.tr("Pinned over the conversation."), undo=lambda: self._bridge.submit(back))

    def unpin(self, message: object) -> None:
        """Let a pinned message go.

        Args:
            message: its id.
        """
        order = [row.message for row in self._rows]
        if not isinstance(message, str) or self._bridge.submit(UnpinMessage(message=message)) is None:
            return
        after = order[order.index(message) + 1 :] if message in order else []

        def again() -> None:
            self._bridge.submit(PinMessage(message=message))
            if after:
                self._bridge.submit(MovePin(message=message, before=after[0]))

        self._toast.say(self.tr("No longer pinned."), undo=again)

    def move_pin(self, message: object, by: int) -> None:
        """Move a pinned message by a place.

        Args:
            message: its id.
            by: 1 for later, -1 for earlier.
        """
        order = [row.message for row in self._rows]
        if not isinstance(message, str) or message not in order:
            return
        place = order.index(message) + (by if by < 0 else by + 1)
        before = order[place] if 0 <= place < len(order) else ""
        self._bridge.submit(MovePin(message=message, before=before))

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(self.tr("Pinned messages"))
        self.show_pins()

    def _line(self) -> _Line:
        line = _Line()
        line.went.connect(self.message_wanted)
        line.moved.connect(self.move_pin)
        line.unpinned.connect(self.unpin)
        self._list.addWidget(line)
        # The mark stands beside the first line.
        self._mark.setFixedHeight(line.sizeHint().height())
        return line

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self.show_pins()

    def _say_more(self) -> None:
        more = len(self._rows) - 1
        self._more.setVisible(more > 0)
        if self._is_whole:
            self._more.say(self.tr("Fewer"), self.tr("Show the first pinned message only"))
        else:
            self._more.say(self.tr("%n more", "pinned messages", more), self.tr("Show all pinned messages"))
