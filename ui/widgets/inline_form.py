"""A short form inside a panel: nothing modal during a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Field
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class InlineForm(Translated, Ground):
    """Asks for something, in the panel itself. Enter takes it, Escape gives up.

    Whoever derives from it says the words of `take`, and tells in `give` what was written. The form stays open until
    `done`, to say what is wrong.

    Args:
        first: the field in which one begins.
        more: what stands below it.
    """

    def __init__(self, first: Field, *more: QWidget) -> None:
        super().__init__("card", spacing=tokens().space.s)
        self._first = first
        self.take = Button(kind=ButtonKind.PRIMARY)
        self._stop = Button(kind=ButtonKind.PLAIN)
        space = tokens().space
        self.column.setContentsMargins(space.m, space.m, space.m, space.m)
        for widget in (first, *more):
            self.column.addWidget(widget)
            if isinstance(widget, Field):
                widget.submitted.connect(lambda _text: self.give())
        row = QHBoxLayout()
        row.setSpacing(space.s)
        row.addWidget(self.take)
        row.addWidget(self._stop)
        row.addStretch(1)
        self.column.addLayout(row)
        self.take.clicked.connect(self.give)
        self._stop.clicked.connect(self.done)
        self.setFocusProxy(first)
        self.retranslate()
        self.hide()

    def give(self) -> None:
        """Tell what was written."""
        raise NotImplementedError

    def open(self) -> None:
        """Show the form with nothing wrong yet, ready to be typed in."""
        self._first.set_error("")
        self.retranslate()
        self.show()
        self._first.edit.selectAll()
        self._first.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, text: str) -> None:
        """Say what is wrong.

        Args:
            text: already translated.
        """
        self._first.set_error(text)

    def done(self) -> None:
        """Go away."""
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say the words again."""
        self._stop.say(self.tr("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.done()
            return
        super().keyPressEvent(event)
