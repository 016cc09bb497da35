"""Dialogs that a coroutine can await, without a nested loop."""

import asyncio
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated


async def opened(dialog: QDialog) -> int:
    """Open a dialog and wait until it is finished; it is deleted later if nobody owns it.

    Args:
        dialog: shown with `open()`. When the waiting task is cancelled, the dialog is rejected.

    Returns:
        The result code, as `QDialog.exec` would give it.
    """
    finished: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def settle(result: int) -> None:
        if not finished.done():
            finished.set_result(result)

    dialog.finished.connect(settle)
    dialog.open()
    try:
        return await finished
    finally:
        dialog.finished.disconnect(settle)
        if dialog.isVisible():
            dialog.reject()


class Question(Translated, QDialog):
    """Asks whether to go on.

    Args:
        title: what would be done, as a question; already translated.
        detail: what follows from it.
        accept: the words of the button that goes on, a verb.
        dangerous: whether it cannot be undone; going on then needs a click or Tab, Enter stays.
        parent: the window it belongs to.
    """

    def __init__(
        self,
        title: str,
        detail: str,
        accept: str,
        *,
        dangerous: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        space = tokens().space
        self._stay = Button(kind=ButtonKind.QUIET)
        self._go = Button(accept, kind=ButtonKind.DANGER if dangerous else ButtonKind.PRIMARY)
        self._stay.clicked.connect(self.reject)
        self._go.clicked.connect(self.accept)
        for button in (self._stay, self._go):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons = QHBoxLayout()
        buttons.setSpacing(space.s)
        buttons.addStretch(1)
        buttons.addWidget(self._stay)
        buttons.addWidget(self._go)
        column = QVBoxLayout(self)
        # As large as its words, also when their size or language changes.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(space.xl, space.xl, space.xl, space.l)
        column.setSpacing(space.s)
        words = Label(title, words=Words.TITLE, wrap=True)
        more = Label(detail, tone=Tone.MUTED, wrap=True)
        more.setVisible(bool(detail))
        column.addWidget(words)
        column.addWidget(more)
        column.addSpacing(space.l)
        column.addLayout(buttons)
        for label in (words, more):
            label.setFixedWidth(352)
        chosen = self._stay if dangerous else self._go
        chosen.setDefault(True)
        chosen.setFocus()
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words of the button that stays."""
        self._stay.say(self.tr("Cancel"))


async def confirm(parent: QWidget, title: str, detail: str, accept: str, *, dangerous: bool = False) -> bool:
    """Ask whether to go on, and wait for the answer.

    Args:
        parent: the window it belongs to.
        title: what would be done, as a question; already translated.
        detail: what follows from it.
        accept: the words of the button that goes on, a verb.
        dangerous: whether it cannot be undone.

    Returns:
        Whether the person wants it.
    """
    question = Question(title, detail, accept, dangerous=dangerous, parent=parent)
    try:
        return await opened(question) == QDialog.DialogCode.Accepted.value
    finally:
        question.deleteLater()


class FileAsk(StrEnum):
    """What a file is asked for."""

    OPEN = "open"
    SAVE = "save"


async def ask_file(parent: QWidget, ask: FileAsk, title: str, *, name: str = "", patterns: str = "") -> str | None:
    """Ask for a file, and wait for the answer.

    Args:
        parent: the window it belongs to.
        ask: to open one or to save to one.
        title: already translated.
        name: the file's name to begin with.
        patterns: such as `"JSON (*.json)"`, several joined by `;;`.

    Returns:
        The path, or none when the person gave up.
    """
    dialog = QFileDialog(parent, title, "", patterns)
    if ask is FileAsk.SAVE:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if name:
        dialog.selectFile(name)
    try:
        accepted = await opened(dialog) == QDialog.DialogCode.Accepted.value
        return next(iter(dialog.selectedFiles()), None) if accepted else None
    finally:
        dialog.deleteLater()
