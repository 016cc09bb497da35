"""A dialog that asks for one line, and says beside it what is wrong with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.bridge.dialogs import opened
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Field
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

Check = Callable[[str], str]
"""Says what is wrong with a line, already translated; nothing when nothing is."""


class LineDialog(Translated, QDialog):
    """Asks for one line.

    Args:
        title: what it is for; already translated.
        detail: what follows from it.
        label: of the field.
        accept: the words of the button that goes on, a verb.
        text: what stands in the field first.
        placeholder: an example.
        check: asked before going on.
        parent: the window it belongs to.
    """

    def __init__(
        self,
        title: str,
        detail: str,
        label: str,
        accept: str,
        *,
        text: str = "",
        placeholder: str = "",
        check: Check = lambda _text: "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._check = check
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self.field = Field(label, placeholder=placeholder)
        self.field.set_text(text)
        self._stay = Button(kind=ButtonKind.QUIET)
        self._go = Button(accept, kind=ButtonKind.PRIMARY)
        self._stay.clicked.connect(self.reject)
        self._go.clicked.connect(self._try)
        self._go.setDefault(True)
        space = tokens().space
        buttons = QHBoxLayout()
        buttons.setSpacing(space.s)
        buttons.addStretch(1)
        buttons.addWidget(self._stay)
        buttons.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xl, space.xl, space.xl, space.l)
        column.setSpacing(space.s)
        column.addWidget(Label(title, words=Words.TITLE, wrap=True))
        if detail:
            column.addWidget(Label(detail, tone=Tone.MUTED, wrap=True))
        column.addSpacing(space.s)
        column.addWidget(self.field)
        column.addSpacing(space.m)
        column.addLayout(buttons)
        self.setMinimumWidth(460)
        self.field.edit.selectAll()
        self.field.edit.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words of the button that stays."""
        self._stay.say(self.tr("Cancel"))

    def _try(self) -> None:
        wrong = self._check(self.field.text())
        self.field.set_error(wrong)
        if not wrong:
            self.accept()


async def ask_line(dialog: LineDialog) -> str | None:
    """Open the dialog and wait for its line.

    Args:
        dialog: deleted afterwards.

    Returns:
        What was written, without the spaces around it; none when the person gave up.
    """
    try:
        accepted = await opened(dialog) == QDialog.DialogCode.Accepted.value
        return dialog.field.text() if accepted else None
    finally:
        dialog.deleteLater()
