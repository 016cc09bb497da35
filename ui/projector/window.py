"""The projector's window: how to join while people come, then what the class does, as learners see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.projector.big import Big, Scaled, size_for, unit_of
from ui.projector.feed import Feed
from ui.projector.parts import PARTS, StepsPart, time_left
from ui.session.reach import reach_of, reach_text
from ui.shell.mark import app_icon
from ui.widgets.layout import Ground
from ui.widgets.qr import QrCode
from ui.widgets.time_label import clock_text
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

    from ui.bridge.session import SessionBridge
    from ui.projector.part import Part

_BEFORE_START = frozenset({"created", "lobby"})
_OVER = frozenset({"ended", "archived"})


@dataclass(frozen=True)
class Door:
    """How one joins: what anybody may know, though it stands in no document.

    Attributes:
        host: of the address, with its port.
        code: to type there.
        link: that the QR code leads to.
        note: from where the link works.
    """

    host: str
    code: str
    link: str
    note: str


class JoinView(Scaled):
    """How to join, as large as the screen: a QR code, an address, a code, and how many are in."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Big(40, weight=700, wrap=True)
        self._how = Big(26, ink="muted")
        self._and = Big(22, ink="muted")
        self._where = Big(36, weight=700, ink="accent_text")
        self._type = Big(22, ink="muted")
        self._code = Big(64, weight=700, spacing=4)
        self._note = Big(18, ink="muted", wrap=True)
        self._in = Big(26)
        self.qr = QrCode()
        words = QVBoxLayout()
        words.addStretch(2)
        words.addWidget(self._title)
        words.addStretch(1)
        for label in (self._how, self._and, self._where, self._type, self._code, self._note):
            words.addWidget(label)
        words.addStretch(1)
        words.addWidget(self._in)
        words.addStretch(2)
        side = QWidget()
        side.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.qr, 5)
        row.addWidget(side, 6)
        self._row, self._words = row, words

    def scale(self, unit: float) -> None:
        """Take the size that the window asks for."""
        super().scale(unit)
        self._row.setSpacing(round(64 * unit))
        self._words.setSpacing(round(8 * unit))
        self.qr.setMinimumSize(round(440 * unit), round(440 * unit))

    def say(self, title: str, door: Door, present: int) -> None:
        """Show how to join.

        Args:
            title: of the class.
            door: how one joins.
            present: how many people are in.
        """
        self._title.resize_to(size_for(title, largest=40, smallest=24, fits=48))
        self._title.say(title)
        self._how.say(self.tr("Scan the code with your phone"))
        self._and.say(self.tr("or open this address"))
        self._where.resize_to(size_for(door.host, largest=36, smallest=18, fits=24))
        self._where.say(door.host)
        self._type.say(self.tr("and type this code"))
        self._code.resize_to(size_for(door.code, largest=64, smallest=30, fits=13))
        self._code.say(door.code)
        self._note.say(door.note)
        self._in.say(self.tr("%n people are here", "in the class, on the projector", present) if present else "")
        self.qr.show_text(door.link)
        self.qr.setAccessibleName(self.tr("QR code of the learners’ link"))


class ClassView(Scaled):
    """The class as it goes on: what is on stage in the middle, the agenda and how to join at the side.

    Args:
        parts: what may take the middle, by section, in order.
    """

    def __init__(self, parts: tuple[tuple[str, Part], ...]) -> None:
        super().__init__()
        self._parts = parts
        self.shown: Part | None = None
        self._title = Big(22, weight=700, ink="muted")
        self._activity = Big(22, ink="muted")
        self._time = Big(28, weight=700, ink="accent_text")
        self._quiet = Big(48, weight=700, wrap=True)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._quiet)
        for _section, part in parts:
            self._middle.addWidget(part)
        self.steps = StepsPart()
        self._qr = QrCode()
        self._where = Big(18, weight=700)
        self._code = Big(26, weight=700, spacing=3)
        self._in = Big(18, ink="muted")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._activity)
        head.addWidget(self._time)
        words = QVBoxLayout()
        words.addStretch(1)
        for label in (self._where, self._code, self._in):
            words.addWidget(label)
        words.addStretch(1)
        door = QHBoxLayout()
        door.addWidget(self._qr)
        door.addLayout(words, 1)
        side = QVBoxLayout()
        side.addWidget(self.steps, 1)
        side.addLayout(door)
        self._side = QWidget()
        self._side.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        body = QHBoxLayout()
        body.addWidget(self._middle, 1)
        body.addWidget(self._side)
        self._body, self._door, self._head = body, door, head
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column
        column.addLayout(head)
        column.addLayout(body, 1)

    def scale(self, unit: float) -> None:
        """Take the size that the window asks for."""
        super().scale(unit)
        self._column.setSpacing(round(24 * unit))
        self._body.setSpacing(round(56 * unit))
        self._door.setSpacing(round(16 * unit))
        self._head.setSpacing(round(16 * unit))
        self.steps.scale(unit)
        for _section, part in self._parts:
            part.scale(unit)
        self._side.setFixedWidth(round(360 * unit))
        self._qr.setFixedSize(round(132 * unit), round(132 * unit))

    def say(self, document: dict[str, Any], rooms: dict[str, dict[str, Any]], door: Door) -> None:
        """Show the class.

        Args:
            document: that learners have of it.
            rooms: who is in each, as those in it see it.
            door: how one joins.
        """
        session, agenda = document.get("session", {}), document.get("agenda", {})
        current = agenda.get("current", {})
        self._title.say(str(session.get("title", "")))
        phase = str(session.get("phase", ""))
        self.shown = None if phase in _OVER or phase == "paused" else self._on_stage(document)
        if self.shown is not None:
            self.shown.show_rooms(rooms)
        self._middle.setCurrentWidget(self.shown or self._quiet)
        if self.shown is None:
            self._quiet.say(self._quiet_text(phase, str(session.get("title", ""))))
        is_activity = self.shown is not None and bool(current) and self.shown is self._part("agenda")
        self._activity.say("" if is_activity or phase in _OVER else str(current.get("title", "")))
        self._time.setProperty("beside", not is_activity and bool(current) and phase not in _OVER)
        self.steps.setVisible(self.steps.show_section(agenda))
        self._side.setVisible(phase not in _OVER)
        self._qr.show_text(door.link)
        self._qr.setAccessibleName(self.tr("QR code of the learners’ link"))
        self._where.resize_to(size_for(door.host, largest=18, smallest=12, fits=22))
        self._where.say(door.host)
        self._code.say(door.code)
        present = int(document.get("roster", {}).get("present", 0))
        self._in.say(self.tr("%n people are here", "in the class, on the projector", present) if present else "")

    def tick(self, document: dict[str, Any], now: int) -> None:
        """Show what changes with time.

        Args:
            document: that learners have of the class.
            now: the class's time, in milliseconds since 1970.
        """
        if self.shown is not None:
            self.shown.tick(now)
        left = time_left(document.get("agenda", {}).get("current", {}), now)
        self._time.say(clock_text(max(0, left)) if self._time.property("beside") and left is not None else "")

    def _part(self, section: str) -> Part | None:
        return next((part for name, part in self._parts if name == section), None)

    def _on_stage(self, document: dict[str, Any]) -> Part | None:
        return next((part for name, part in self._parts if part.show_section(document.get(name, {}))), None)

    def _quiet_text(self, phase: str, title: str) -> str:
        if phase == "paused":
            return self.tr("A short break")
        if phase in _OVER:
            return self.tr("Thank you for this class")
        return title


class Projector(Translated, Ground):
    """What everybody in the room may see. Esc closes it, F11 changes between window and full screen, J shows the code.

    `moved` is emitted when it was opened or closed.

    Args:
        bridge: of the class.
        link: gives the link that lets learners join.
        code: gives the join code.
    """

    moved = Signal()

    def __init__(self, bridge: SessionBridge, link: Callable[[], str], code: Callable[[], str]) -> None:
        super().__init__("surface")
        self._bridge, self._link, self._code = bridge, link, code
        self.feed = Feed(bridge, self)
        self.is_join_wanted = False
        self.setWindowIcon(app_icon())
        self.join = JoinView()
        self.stage = ClassView(tuple((each.section, each.make()) for each in PARTS))
        self._views = QStackedWidget()
        self._views.addWidget(self.join)
        self._views.addWidget(self.stage)
        self.column.addWidget(self._views)
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._tick)
        self.resize(1280, 720)
        self.setMinimumSize(640, 360)
        self.feed.changed.connect(lambda _document: self.show_class())
        bridge.stateChanged.connect(self._changed)
        QGuiApplication.instance().screenRemoved.connect(self._screen_gone)  # type: ignore[union-attr]
        self.retranslate()

    def open_beside(self, window: QWidget) -> None:
        """Show it full screen on another screen than a window's; as a window when there is no other.

        Args:
            window: of the staff, which must not be covered.
        """
        mine = window.screen()
        other = next((screen for screen in QGuiApplication.screens() if screen is not mine), None)
        if other is not None:
            self.setGeometry(other.geometry())
            self.showFullScreen()
        else:
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def show_join(self, *, wanted: bool) -> None:
        """Show how to join also while the class goes on, or the class again.

        Args:
            wanted: whether the code takes the screen.
        """
        self.is_join_wanted = wanted
        self.show_class()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(self.tr("Projector"))
        self.setAccessibleName(self.tr("Projector"))
        self.show_class()

    def show_class(self) -> None:
        """Show what learners may see now."""
        document = self.feed.document
        session = document.get("session", {})
        door = self._door()
        joining = self.is_join_wanted or session.get("phase", "created") in _BEFORE_START
        present = int(document.get("roster", {}).get("present", 0))
        if joining:
            self.join.say(str(session.get("title", "")), door, present)
        else:
            self.stage.say(document, self.feed.rooms, door)
        self._views.setCurrentWidget(self.join if joining else self.stage)
        self._tick()

    def _door(self) -> Door:
        address = reach_of(self._bridge)
        return Door(urlsplit(address.base).netloc, self._code(), self._link(), reach_text(address)[0])

    def _changed(self, changed: object) -> None:
        # The code and the address stand in no document.
        touches = getattr(changed, "touches", None)
        if self.isVisible() and touches is not None and touches("session"):
            self.show_class()

    def _tick(self) -> None:
        self.stage.tick(self.feed.document, self._bridge.now())

    def _screen_gone(self, _screen: object) -> None:
        # Qt moves the window to a screen that is left: full screen there, it would cover the staff's own.
        if self.isFullScreen():
            self.showNormal()
            self.resize(1280, 720)

    def _scale(self) -> None:
        unit = unit_of(self.width(), self.height())
        self.column.setContentsMargins(round(56 * unit), round(40 * unit), round(56 * unit), round(40 * unit))
        self.join.scale(unit)
        self.stage.scale(unit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let words and margins follow."""
        super().resizeEvent(event)
        self._scale()

    def changeEvent(self, event: QEvent) -> None:
        """Let the colours follow another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._scale()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow the class."""
        super().showEvent(event)
        self.feed.turn(on=True)
        self.show_class()
        self._timer.start()
        self.moved.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._timer.stop()
        self.feed.turn(on=False)
        super().hideEvent(event)
        self.moved.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Begin with the class when it is opened again."""
        self.is_join_wanted = False
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close it, change its size, or show the code."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_F11:
                self.showNormal() if self.isFullScreen() else self.showFullScreen()
            case Qt.Key.Key_J:
                self.show_join(wanted=not self.is_join_wanted)
            case _:
                super().keyPressEvent(event)
