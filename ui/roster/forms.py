"""The one line in which a name is written: of somebody invited, of somebody renamed, of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.widgets.fields import Field
from ui.widgets.inline_form import InlineForm

if TYPE_CHECKING:
    from ui.i18n import Words

NAME_LIMIT = 60


class NameForm(InlineForm):
    """Asks for a name. `given` carries what the name is for and the name."""

    given = Signal(object, object)

    def __init__(self) -> None:
        self._purpose: object = None
        self._words: tuple[Words, Words] = (str, str)
        self._field = Field(limit=NAME_LIMIT)
        super().__init__(self._field)

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
        self.open()

    def give(self) -> None:
        """Tell what was written."""
        self.given.emit(self._purpose, self._field.text())

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        label, verb = self._words
        self._field.say(label())
        self.take.say(verb())
