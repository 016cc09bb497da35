"""Where staff write a note down, in the panel itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.composer import Composer
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.remarks.model import RemarkRow


class NoteForm(Translated, Ground):
    """Asks for a note; Enter keeps it, Escape gives up. `written` carries the text and whether to follow it up."""

    written = Signal(object, object)

    def __init__(self) -> None:
        super().__init__("card", spacing=tokens().space.s)
        self.member, self.message, self.revised = "", "", ""
        self._name, self._quote = "", ""
        self._title = ElidedLabel(words=Words.STRONG)
        self._about = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self.composer = Composer()
        self.follow_up = QCheckBox()
        self._wrong = Label(words=Words.CAPTION, tone=Tone.DANGER, wrap=True)
        self._keep = Button(kind=ButtonKind.PRIMARY)
        self._stop = Button(kind=ButtonKind.PLAIN)
        space = tokens().space
        self.column.setContentsMargins(space.m, space.m, space.m, space.m)
        foot = QHBoxLayout()
        foot.setSpacing(space.s)
        foot.addWidget(self._keep)
        foot.addWidget(self._stop)
        foot.addStretch(1)
        for widget in (self._title, self._about, self.composer, self.follow_up, self._wrong):
            self.column.addWidget(widget)
        self.column.addLayout(foot)
        self.setFocusProxy(self.composer)
        self.composer.edit.installEventFilter(self)
        self.composer.submitted.connect(lambda text: self.written.emit(text, self.follow_up.isChecked()))
        self._keep.clicked.connect(self._keep_it)
        self._stop.clicked.connect(self.done)
        self._wrong.hide()
        self.retranslate()
        self.hide()

    def ask(self, member: str, message: str, name: str, quote: str = "") -> None:
        """Ask for a new note.

        Args:
            member: whom it is about; empty when a message tells.
            message: the message that it is about; empty for none.
            name: of the person, or of the message's author.
            quote: the beginning of the message.
        """
        self.member, self.message, self.revised = member, message, ""
        self._name, self._quote = name, quote
        self.composer.write_to((member, message))
        self.follow_up.setChecked(False)
        self._open()

    def change(self, row: RemarkRow) -> None:
        """Ask for other words for a note.

        Args:
            row: of the note.
        """
        self.member, self.message, self.revised = row.member, row.message, row.remark
        self._name, self._quote = row.name, row.quote
        self.composer.write_to(row.remark)
        if not self.composer.text():
            self.composer.restore(row.text)
        self.follow_up.setChecked(row.follow_up)
        self._open()

    def done(self) -> None:
        """Go away."""
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say the words again."""
        title = self.tr("Change the note about %1") if self.revised else self.tr("Note about %1")
        self._title.setText(title.replace("%1", self._name))
        self._about.setText(f"↩ {self._quote}" if self._quote else self.tr("Only the staff ever read it"))
        self.composer.say(self.tr("What the staff should know"))
        self.follow_up.setText(self.tr("Follow up"))
        self.follow_up.setToolTip(self.tr("List it until somebody has come back to it"))
        self.follow_up.setVisible(not self.revised)
        self._keep.say(self.tr("Keep the note"), self.tr("Enter"))
        self._stop.say(self.tr("Cancel"), self.tr("Esc"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give up with Escape."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.done()
            return True
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        self._wrong.hide()
        self.retranslate()
        self.show()
        self.composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_it(self) -> None:
        if self.composer.can_send():
            self.composer.send()
        elif self.follow_up.isChecked() and not self.revised and not self.composer.text():
            # A flag needs no words.
            self.written.emit("", True)
        else:
            self._wrong.setText(self.tr("Write something, or tick “Follow up”."))
            self._wrong.show()
