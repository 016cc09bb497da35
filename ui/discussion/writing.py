"""Where one writes: a draft for each channel, answers, and changes to what one said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.discussion.commands import EditMessage, PostMessage
from app.domain.kernel.words import MAIN, STAFF
from ui.discussion.marks import plain
from ui.widgets.banner import IconMark
from ui.widgets.buttons import IconButton
from ui.widgets.composer import Composer
from ui.widgets.labels import ElidedLabel, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.messages import Command
    from ui.discussion.model import MessageRow


class Context(Translated, QWidget):
    """Says above the composer what one answers or changes, and lets go of it.

    Args:
        let_go: called by the button.
        parent: the owner.
    """

    def __init__(self, let_go: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark("reply", "accent_text", size=16)
        self._text = ElidedLabel(words=Words.CAPTION)
        self._close = IconButton("x")
        self._close.clicked.connect(let_go)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens().space.xs, 0, 0, 0)
        row.setSpacing(tokens().space.s)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say the words again."""
        self._close.say(self.tr("Let go"))
        self._close.tell_keys("Esc")

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, icon_name: str, text: str) -> None:
        """Say what one answers or changes.

        Args:
            icon_name: a drawing.
            text: already translated.
        """
        self._mark.show_icon(icon_name, "accent_text")
        self._text.setText(text)
        self.show()


class Writing(Translated, Ground):
    """The composer of the conversation. `wanted` carries the command that the person asks for.

    Up in an empty field asks for one's own last message (`last_wanted`); Escape lets go of an answer or a change.

    Args:
        parent: the owner.
    """

    wanted = Signal(object)
    last_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", spacing=tokens().space.xxs, parent=parent)
        self._channel, self._channel_name = MAIN, ""
        self._answers: dict[str, MessageRow] = {}
        self._changes: dict[str, MessageRow] = {}
        self.composer = Composer()
        self.context = Context(self.let_go)
        space = tokens().space
        self.column.setContentsMargins(space.l, space.s, space.l, space.l)
        self.column.addWidget(self.context)
        self.column.addWidget(self.composer)
        self.composer.submitted.connect(self._submitted)
        self.composer.edit.installEventFilter(self)
        self.setFocusProxy(self.composer)
        self.composer.write_to(self._place())
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        if self._channel == MAIN:
            self.composer.say(self.tr("Message to everyone"))
        elif self._channel == STAFF:
            self.composer.say(self.tr("Message to the staff; learners never see it"))
        else:
            self.composer.say(self.tr("Message to %1").replace("%1", self._channel_name))
        answered, changed = self._answers.get(self._channel), self._changes.get(self._channel)
        if changed is not None:
            self.context.say("pencil", self.tr("You change your message: %1").replace("%1", _start(changed)))
        elif answered is not None:
            text = self.tr("Answer to %1: %2").replace("%1", answered.name)
            self.context.say("reply", text.replace("%2", _start(answered)))
        else:
            self.context.hide()

    def open_channel(self, channel: str, name: str, *, closed: bool = False) -> None:
        """Write to another channel; what was begun elsewhere stays there.

        Args:
            channel: an id.
            name: in the person's language.
            closed: whether nobody can write there any more.
        """
        self._channel, self._channel_name = channel, name
        self.composer.write_to(self._place())
        self.composer.setEnabled(not closed)
        self.retranslate()

    def answer(self, row: MessageRow) -> None:
        """Answer a message.

        Args:
            row: of the message.
        """
        self._changes.pop(self._channel, None)
        self._answers[self._channel] = row
        self._take_up()

    def change(self, row: MessageRow) -> None:
        """Give one's own message another text.

        Args:
            row: of the message.
        """
        self._changes[self._channel] = row
        self._take_up()
        if not self.composer.text():
            self.composer.restore(row.text)

    def let_go(self) -> None:
        """Neither answer nor change any more; the draft of the channel is there again."""
        if self._changes.pop(self._channel, None) is not None:
            self.composer.edit.clear()
        else:
            self._answers.pop(self._channel, None)
        self._take_up()

    def stop_answering(self) -> None:
        """Answer nothing any more; what was typed stays."""
        if self._answers.pop(self._channel, None) is not None:
            self.retranslate()

    def give_back(self, command: Command) -> None:
        """Give the person the text of a refused command back.

        Args:
            command: a `PostMessage` or an `EditMessage`; others are passed over.
        """
        match command:
            case PostMessage(channel=channel, text=text) if channel == self._channel:
                self.composer.restore(text)
            case PostMessage(channel=channel, text=text):
                here = self._place()
                self.composer.write_to(channel)
                self.composer.restore(text)
                self.composer.write_to(here)
            case EditMessage(text=text):
                self.composer.restore(text)
            case _:
                pass

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Listen for Escape, and for Up in an empty field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and not self.context.isHidden():
                self.let_go()
                return True
            if event.key() == Qt.Key.Key_Up and not self.composer.edit.toPlainText():
                self.last_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def _place(self) -> str:
        changed = self._changes.get(self._channel)
        return self._channel if changed is None else f"edit:{changed.id}"

    def _take_up(self) -> None:
        self.composer.write_to(self._place())
        self.retranslate()
        self.composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submitted(self, text: object) -> None:
        if not isinstance(text, str):
            return
        changed = self._changes.pop(self._channel, None)
        if changed is not None:
            self._take_up()
            self.wanted.emit(EditMessage(message=changed.id, text=text))
            return
        answered = self._answers.pop(self._channel, None)
        self.retranslate()
        self.wanted.emit(
            PostMessage(channel=self._channel, text=text, reply_to=answered.id if answered is not None else "")
        )


def _start(row: MessageRow) -> str:
    return plain(row.text).split("\n", 1)[0][:120]
