"""How people join: the code, the QR code and the link, beside the class, before it, and full size for the room."""

from collections.abc import Callable
from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.bridge.session import Changed, SessionBridge
from ui.session.lead import Lead
from ui.session.reach import reach_of, reach_text
from ui.shell.mark import app_icon
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.qr import QrCode
from ui.widgets.theme import font, tokens
from ui.widgets.translated import Translated


class CodeLabel(Label):
    """A join code in large letters that stand apart, so that it can be read out.

    Args:
        size: of the letters, in logical pixels.
        parent: the owner.
    """

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(words=Words.DISPLAY, parent=parent)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setStyleSheet(f"font-size: {size}px; font-weight: 700; letter-spacing: {max(1, size // 24)}px;")


class JoinDialog(Translated, QDialog):
    """The code, the QR code and the link of a class; it does not stop one from working.

    Args:
        bridge: of the class.
        lead: copies, renews.
        show_full: opens the code full size.
        parent: the window.
    """

    def __init__(self, bridge: SessionBridge, lead: Lead, show_full: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._lead = bridge, lead
        self._title = Label(words=Words.HEADING)
        self._code = CodeLabel(tokens().type.display + 4)
        self._code.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._qr = QrCode()
        self._qr.setFixedSize(248, 248)
        self._link = ElidedLabel(where=Qt.TextElideMode.ElideMiddle)
        self._link.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._reach = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._reach.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._copy = Button(kind=ButtonKind.PRIMARY, icon_name="copy")
        self._full = Button(kind=ButtonKind.QUIET, icon_name="projector")
        self._new = Button(kind=ButtonKind.PLAIN, icon_name="refresh-cw")
        self._copy.clicked.connect(lead.copy_link)
        self._full.clicked.connect(show_full)
        self._new.clicked.connect(lead.renew_code)
        space = tokens().space
        buttons = QHBoxLayout()
        buttons.setSpacing(space.s)
        buttons.addWidget(self._new)
        buttons.addStretch(1)
        buttons.addWidget(self._full)
        buttons.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xl, space.l, space.xl, space.l)
        column.setSpacing(space.s)
        column.addWidget(self._title)
        column.addSpacing(space.s)
        column.addWidget(self._qr, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._code)
        column.addWidget(self._link)
        column.addWidget(self._reach)
        column.addSpacing(space.m)
        column.addLayout(buttons)
        self.setMinimumWidth(480)
        self._copy.setFocus()
        bridge.stateChanged.connect(self._changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(self.tr("How to join"))
        self._title.setText(self.tr("How to join"))
        self._copy.say(self.tr("Copy the link"))
        self._full.say(self.tr("Full size"), self.tr("Show the code full size, for the room"))
        self._new.say(self.tr("New code"), self.tr("Put a new code in force"))
        self._show()

    def _changed(self, changed: Changed) -> None:
        if changed.touches("session"):
            self._show()

    def _show(self) -> None:
        text, tone = reach_text(reach_of(self._bridge))
        self._code.setText(self._lead.session.code)
        self._code.setAccessibleName(self.tr("Code %1").replace("%1", self._lead.session.code))
        self._qr.show_text(self._lead.link)
        self._qr.setAccessibleName(self.tr("QR code of the learners’ link"))
        self._link.setText(self._lead.link)
        self._reach.setText(text)
        self._reach.set_tone(tone)


class FullCode(Translated, Ground):
    """The code as large as a screen, for a projector. Esc closes it, F11 changes between window and full screen.

    Args:
        bridge: of the class.
        lead: knows the link.
    """

    def __init__(self, bridge: SessionBridge, lead: Lead) -> None:
        super().__init__("surface")
        self._bridge, self._lead = bridge, lead
        self.setWindowIcon(app_icon())
        self._title = Label(words=Words.HEADING, tone=Tone.MUTED, wrap=True)
        self._how = Label(words=Words.DISPLAY, wrap=True)
        self._where = Label(words=Words.HEADING, tone=Tone.ACCENT)
        self._and = Label(words=Words.HEADING, tone=Tone.MUTED, wrap=True)
        self._type = Label(words=Words.HEADING, tone=Tone.MUTED, wrap=True)
        self._code = CodeLabel(round(tokens().type.jumbo * 1.25))
        self._reach = Label(tone=Tone.MUTED, wrap=True)
        self._qr = QrCode()
        self._qr.setMinimumSize(420, 420)
        space = tokens().space
        words = QVBoxLayout()
        words.setSpacing(space.m)
        words.addStretch(1)
        for label in (self._title, self._how, self._and, self._where, self._type, self._code, self._reach):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(space.xxl * 2, space.xxl, space.xxl * 2, space.xxl)
        row.setSpacing(space.xxl * 2)
        row.addWidget(self._qr, 1)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self.resize(1280, 760)
        bridge.stateChanged.connect(self._changed)
        self.retranslate()

    def open_full(self) -> None:
        """Show it, on another screen than the window's if there is one."""
        screens = QGuiApplication.screens()
        active = QGuiApplication.primaryScreen()
        other = next((screen for screen in screens if screen is not active), None)
        self._show()
        if other is not None:
            self.setGeometry(other.geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(self.tr("Join the class"))
        self._how.setText(self.tr("Scan the code with your phone"))
        self._and.setText(self.tr("or open this address"))
        self._type.setText(self.tr("and type this code"))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close it, or change its size."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self.showNormal() if self.isFullScreen() else self.showFullScreen()
        else:
            super().keyPressEvent(event)

    def _changed(self, changed: Changed) -> None:
        if changed.touches("session"):
            self._show()

    def _show(self) -> None:
        address = reach_of(self._bridge)
        text, tone = reach_text(address)
        parts = urlsplit(address.base)
        self._title.setText(self._lead.session.title)
        self._where.setText(parts.netloc)
        self._where.setFont(font(tokens().type.heading, weight=QFont.Weight.Bold))
        self._code.setText(self._lead.session.code)
        self._qr.show_text(self._lead.link)
        self._qr.setAccessibleName(self.tr("QR code of the learners’ link"))
        self._reach.setText(text)
        self._reach.set_tone(tone)


class LobbyStrip(Translated, Ground):
    """Above the conversation until the class starts: how to join, how many are there, and the button that starts.

    Args:
        bridge: of the class.
        lead: copies.
        show_full: opens the code full size.
        parent: the owner.
    """

    def __init__(
        self, bridge: SessionBridge, lead: Lead, show_full: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__("card", parent=parent)
        self._bridge, self._lead = bridge, lead
        self._qr = QrCode()
        self._qr.setFixedSize(148, 148)
        self._how = Label(words=Words.STRONG, wrap=True)
        self._code = CodeLabel(tokens().type.display)
        self._link = ElidedLabel(tone=Tone.MUTED, where=Qt.TextElideMode.ElideMiddle)
        self._reach = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._copy = Button(kind=ButtonKind.QUIET, icon_name="copy")
        self._full = Button(kind=ButtonKind.QUIET, icon_name="projector")
        self._copy.clicked.connect(lead.copy_link)
        self._full.clicked.connect(show_full)
        space = tokens().space
        buttons = QHBoxLayout()
        buttons.setSpacing(space.s)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._full)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(space.xxs)
        words.addStretch(1)
        for label in (self._how, self._code, self._link, self._reach):
            words.addWidget(label)
        words.addSpacing(space.s)
        words.addLayout(buttons)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(space.m, space.m, space.l, space.m)
        row.setSpacing(space.l)
        row.addWidget(self._qr)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        bridge.stateChanged.connect(self._changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._how.setText(self.tr("Learners scan this, open the link, or type the code."))
        self._copy.say(self.tr("Copy the link"))
        self._full.say(self.tr("Full size"), self.tr("Show the code full size, for the room"))
        self._show()

    def _changed(self, changed: Changed) -> None:
        if changed.touches("session", "roster"):
            self._show()

    def _show(self) -> None:
        text, tone = reach_text(reach_of(self._bridge))
        self._qr.show_text(self._lead.link)
        self._qr.setAccessibleName(self.tr("QR code of the learners’ link"))
        self._code.setText(self._lead.session.code)
        self._link.setText(self._lead.link)
        self._reach.setText(text)
        self._reach.set_tone(tone)


class Joining:
    """The two ways to show how to join, made when they are first wanted.

    Args:
        bridge: of the class.
        lead: copies, renews.
        window: over which the dialog opens.
    """

    def __init__(self, bridge: SessionBridge, lead: Lead, window: QWidget) -> None:
        self._bridge, self._lead, self._window = bridge, lead, window
        self._dialog: JoinDialog | None = None
        self._full: FullCode | None = None

    def show_dialog(self) -> None:
        """Open the code beside the class."""
        if self._dialog is None:
            self._dialog = JoinDialog(self._bridge, self._lead, self.show_full, self._window)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def show_full(self) -> None:
        """Open the code full size."""
        if self._full is None:
            self._full = FullCode(self._bridge, self._lead)
        self._full.open_full()

    def close(self) -> None:
        """Close and delete both."""
        for widget in (self._dialog, self._full):
            if widget is not None:
                widget.close()
                widget.deleteLater()
        self._dialog = self._full = None
