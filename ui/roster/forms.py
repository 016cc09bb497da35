"""The one line in which a name is written: of somebody invited, of somebody renamed, of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Field
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.i18n import Words

NAME_LIMIT = 60


class NameForm(Translated, Ground):
    """Asks for a name, in the panel itself. Enter takes it, Escape gives up.

    `given` carries what the name is for and the name. The form stays open until `done`, to say what is wrong.
    """

    given = Signal(object, object)

    def __init__(self) -> None:
        super().__init__("card", spacing=tokens().space.s)
        self._purpose: object = None
        self._words: tuple[Words, Words] = (str, str)
        self._field = Field(limit=NAME_LIMIT)
        self._take = Button(kind=ButtonKind.PRIMARY)
        self._stop = Button(kind=ButtonKind.PLAIN)
        space = tokens().space
        self.column.setContentsMargins(space.m, space.m, space.m, space.m)
        self.column.addWidget(self._field)
        row = QHBoxLayout()
        row.setSpacing(space.s)
        row.addWidget(self._take)
        row.addWidget(self._stop)
        row.addStretch(1)
        self.column.addLayout(row)
        self._take.clicked.connect(lambda: self._give(self._field.text()))
        self._stop.clicked.connect(self.done)
        self._field.submitted.connect(self._give)
        self.setFocusProxy(self._field)
        self.retranslate()
        self.hide()

    @property
    def field(self) -> Field:
        """Where the name is written."""
        return self._field

    def ask(self, purpose: object, label: Words, verb: Words, *, name: str = "") -> None:
        """Ask for a name.

        Args:
            purpose: handed back with the name.
            label: what is asked for.
            verb: the words of the button.
            name: to begin with.
        """
        self._purpose, self._words = purpose, (label, verb)
        self._field.set_text(name)
        self._field.set_error("")
        self.retranslate()
        self.show()
        self._field.edit.selectAll()
        self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, text: str) -> None:
        """Say what is wrong with the name.

        Args:
            text: already translated.
        """
        self._field.set_error(text)

    def done(self) -> None:
        """Go away."""
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say the words again."""
        label, verb = self._words
        self._field.say(label())
        self._take.say(verb())
        self._stop.say(self.tr("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.done()
            return
        super().keyPressEvent(event)

    def _give(self, name: object) -> None:
        self.given.emit(self._purpose, name)
