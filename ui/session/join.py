"""How people join: the code, the QR code and the link, beside the class, before it, and full size for the room."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.bridge.session import Changed, SessionBridge
from ui.projector.window import Projector
from ui.session.lead import Lead
from ui.session.reach import reach_of, reach_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.qr import QrCode
from ui.widgets.theme import tokens
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


class _Moved(QObject):
    """Tells that the projector's window was opened or closed, also before there is one."""

    moved = Signal()


class Joining:
    """The ways to show how to join, and the projector; made when they are first wanted.

    Args:
        bridge: of the class.
        lead: copies, renews.
        window: over which the dialog opens, and which the projector does not cover.
    """

    def __init__(self, bridge: SessionBridge, lead: Lead, window: QWidget) -> None:
        self._bridge, self._lead, self._window = bridge, lead, window
        self._dialog: JoinDialog | None = None
        self._projector: Projector | None = None
        self._moved = _Moved()

    @property
    def projector_moved(self) -> SignalInstance:
        """Emitted whenever the projector's window is opened or closed, also before there is one."""
        return self._moved.moved

    @property
    def projector(self) -> Projector:
        """The projector's window, shown or not."""
        if self._projector is None:
            self._projector = Projector(self._bridge, lambda: self._lead.link, lambda: self._lead.session.code)
            self._projector.moved.connect(self._moved.moved)
        return self._projector

    @property
    def is_projected(self) -> bool:
        """Whether the projector's window is open."""
        return self._projector is not None and self._projector.isVisible()

    def show_dialog(self) -> None:
        """Open the code beside the class."""
        if self._dialog is None:
            self._dialog = JoinDialog(self._bridge, self._lead, self.show_full, self._window)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def show_full(self) -> None:
        """Open the code as large as the projector."""
        self.projector.show_join(wanted=True)
        self.projector.open_beside(self._window)

    def project(self) -> None:
        """Open the projector on what the class does, or close it."""
        if self.is_projected and not self.projector.is_join_wanted:
            self.projector.close()
            return
        self.projector.show_join(wanted=False)
        self.projector.open_beside(self._window)

    def close(self) -> None:
        """Close and delete all of it."""
        for widget in (self._dialog, self._projector):
            if widget is not None:
                widget.close()
                widget.deleteLater()
        self._dialog = self._projector = None
