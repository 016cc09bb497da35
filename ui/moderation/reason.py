"""Telling an author why: a sentence of one's own, or one that is often used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.kernel.gate import Outcome
from ui.moderation.decisions import reasons
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Field
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

LIMIT = 1000


class ReasonForm(Translated, Ground):
    """Asks for the reason of one decision, in the panel itself. Enter sends, also without words; Escape gives up.

    `given` carries the outcome and the reason, `given_up` nothing.
    """

    given = Signal(object, object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__("surface", spacing=tokens().space.s)
        self._outcome = Outcome.RETURNED
        self._name = ""
        self._field = Field(limit=LIMIT)
        self._canned = [Button(kind=ButtonKind.QUIET) for _ in reasons(Outcome.RETURNED)]
        self._send = Button(kind=ButtonKind.PRIMARY)
        self._stop = Button(kind=ButtonKind.PLAIN)
        space = tokens().space
        self.column.setContentsMargins(space.l, space.s, space.l, space.m)
        self.column.addWidget(self._field)
        for first in range(0, len(self._canned), 2):
            row = QHBoxLayout()
            row.setSpacing(space.s)
            for button in self._canned[first : first + 2]:
                row.addWidget(button)
            row.addStretch(1)
            self.column.addLayout(row)
        row = QHBoxLayout()
        row.setSpacing(space.s)
        row.addWidget(self._send)
        row.addWidget(self._stop)
        row.addStretch(1)
        self.column.addLayout(row)
        for place, button in enumerate(self._canned):
            button.clicked.connect(lambda _checked=False, at=place: self._give(reasons(self._outcome)[at]))
        self._send.clicked.connect(lambda: self._give(self._field.text()))
        self._field.submitted.connect(self._give)
        self._stop.clicked.connect(self.given_up)
        self.setFocusProxy(self._field)
        self.retranslate()
        self.hide()

    def ask(self, outcome: Outcome, name: str) -> None:
        """Ask for a reason.

        Args:
            outcome: returned or rejected.
            name: of the author.
        """
        self._outcome, self._name = outcome, name
        self._field.set_text("")
        self.retranslate()
        self.show()
        self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say the words again."""
        returned = self._outcome is Outcome.RETURNED
        title = self.tr("What shall %1 change?") if returned else self.tr("Why is it rejected? %1 reads it.")
        self._field.say(title.replace("%1", self._name), placeholder=self.tr("A reason, if you like"))
        self._send.say(self.tr("Return it") if returned else self.tr("Reject it"), self.tr("Enter"))
        self._stop.say(self.tr("Keep waiting"), self.tr("Escape"))
        for place, (button, reason) in enumerate(zip(self._canned, reasons(self._outcome), strict=True), 1):
            button.say(reason, self.tr("Send this reason (Alt+%1)").replace("%1", str(place)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape; Alt and a number send a reason that is often used."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        place = event.key() - Qt.Key.Key_1
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and 0 <= place < len(self._canned):
            self._give(reasons(self._outcome)[place])
            return
        super().keyPressEvent(event)

    def _give(self, reason: object) -> None:
        if isinstance(reason, str):
            self.given.emit(self._outcome, reason)
