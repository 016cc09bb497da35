"""What a channel does with learners' texts: let them through, hold them, or take none; and the ways to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.kernel.words import MAIN, STAFF, topic_of
from app.domain.moderation.commands import SetChannelMode, SetSlow
from app.domain.moderation.events import ChannelMode
from app.domain.moderation.state import NAMES, ROOMS, TOPICS, ModerationState
from ui.bridge.names import place_name
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.segmented import Segment
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.world import World
    from ui.bridge.session import SessionBridge

SLOW = (0, 10, 30, 60, 300)
"""The seconds between two texts of one learner that are offered; 0 for no wait."""

MODE_ICONS = {ChannelMode.OPEN: "lock-open", ChannelMode.HELD: "shield", ChannelMode.CLOSED: "lock"}


def mode_name(mode: ChannelMode) -> str:
    """Give the word for a mode.

    Args:
        mode: of a channel.
    """
    match mode:
        case ChannelMode.OPEN:
            return QCoreApplication.translate("Modes", "Open")
        case ChannelMode.HELD:
            return QCoreApplication.translate("Modes", "Held")
        case ChannelMode.CLOSED:
            return QCoreApplication.translate("Modes", "Closed")


def mode_explained(mode: ChannelMode) -> str:
    """Say what a mode does.

    Args:
        mode: of a channel.
    """
    match mode:
        case ChannelMode.OPEN:
            return QCoreApplication.translate("Modes", "Texts appear at once")
        case ChannelMode.HELD:
            return QCoreApplication.translate("Modes", "Texts wait for your approval")
        case ChannelMode.CLOSED:
            return QCoreApplication.translate("Modes", "Learners cannot write")


def segments(*modes: ChannelMode) -> tuple[Segment, ...]:
    """Give the modes to choose from, for a `Segmented`.

    Args:
        modes: in order.
    """
    return tuple(Segment(mode, mode_name(mode), MODE_ICONS[mode]) for mode in modes)


def channel_name(world: World, channel: str) -> str:
    """Give the name of anything that has a mode.

    Args:
        world: to read.
        channel: a channel's id, `rooms`, `topics` or `names`.
    """
    match channel:
        case _ if channel == ROOMS:
            return QCoreApplication.translate("Modes", "All rooms")
        case _ if channel == TOPICS:
            return QCoreApplication.translate("Modes", "All topics")
        case _ if channel == NAMES:
            return QCoreApplication.translate("Modes", "Names")
        case _:
            return place_name(world, channel)


def mode_of(world: World, channel: str) -> ChannelMode:
    """Give the mode that holds for a channel.

    Args:
        world: to read.
        channel: as for `channel_name`.
    """
    return world.state(ModerationState).mode_of(channel)


class ModeButton(Translated, Button):
    """Says what a channel does with texts, and changes it by a menu. Hidden for the staff's own channel.

    Args:
        bridge: to the session.
        parent: the owner.
    """

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(kind=ButtonKind.QUIET, icon_name="lock-open", parent=parent)
        self._bridge = bridge
        self._channel = MAIN
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._choices: dict[ChannelMode, QAction] = {}
        group = QActionGroup(self)
        for mode in ChannelMode:
            action = self._menu.addAction("")
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, each=mode: self.set_mode(each))
            group.addAction(action)
            self._choices[mode] = action
        self._menu.addSeparator()
        self._waits: dict[int, QAction] = {}
        waits = QActionGroup(self)
        for seconds in SLOW:
            action = self._menu.addAction("")
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, each=seconds: self.set_slow(each))
            waits.addAction(action)
            self._waits[seconds] = action
        self.clicked.connect(self._open)
        bridge.stateChanged.connect(self.retranslate)
        self.retranslate()

    def show_channel(self, channel: str) -> None:
        """Be about another channel.

        Args:
            channel: an id.
        """
        self._channel = channel
        self.retranslate()

    def set_mode(self, mode: ChannelMode) -> None:
        """Change what the channel does.

        Args:
            mode: from now on.
        """
        self._bridge.submit(SetChannelMode(channel=self._channel, mode=mode))

    def set_slow(self, seconds: int) -> None:
        """Let each learner wait between two texts.

        Args:
            seconds: 0 for no wait.
        """
        self._bridge.submit(SetSlow(channel=self._channel, seconds=seconds))

    def retranslate(self) -> None:
        """Say the words again."""
        self.setVisible(self._channel != STAFF)
        world, topic = self._bridge.projected, topic_of(self._channel)
        there = world.seats.room_exists(self._channel) if topic is None else world.topics.standing(topic) is not None
        self.setEnabled(there)
        mode = mode_of(self._bridge.projected, self._channel)
        slow = world.state(ModerationState).slow_of(self._channel) if there else 0
        self.set_icon("timer" if slow and mode is ChannelMode.OPEN else MODE_ICONS[mode])
        explained = f"{mode_explained(mode)}. {self._slow_name(slow)}" if slow else mode_explained(mode)
        self.say(mode_name(mode), explained)
        self.setAccessibleName(f"{mode_name(mode)}. {explained}")
        for seconds, action in self._waits.items():
            action.setText(self._slow_name(seconds))
            action.setChecked(seconds == slow)
        for each, action in self._choices.items():
            action.setText(f"{mode_name(each)} · {mode_explained(each)}")
            action.setChecked(each is mode)

    def _slow_name(self, seconds: int) -> str:
        if not seconds:
            return self.tr("No wait between two texts")
        if seconds % 60:
            return self.tr("%n second(s) between two texts", "", seconds)
        return self.tr("%n minute(s) between two texts", "", seconds // 60)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
