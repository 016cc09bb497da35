"""Where thanks are said: whom, why, and in which words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox

from app.domain.kernel.gate import LIMITS
from app.domain.thanks.commands import GiveThanks
from app.domain.thanks.events import Reason
from ui.thanks.model import reason_text
from ui.widgets.fields import Choice, Field
from ui.widgets.inline_form import InlineForm
from ui.widgets.labels import Label, Words


class ThanksForm(InlineForm):
    """Asks why somebody is thanked. `given` carries the command."""

    given = Signal(object)

    def __init__(self) -> None:
        self._message, self._member, self._whom = "", "", ""
        self.title = Label(words=Words.STRONG, wrap=True)
        self.reason = Choice()
        self.words = Field(limit=LIMITS["thanks"])
        self.open_words = QCheckBox()
        super().__init__(self.words, self.open_words)
        self.column.insertWidget(0, self.title)
        self.column.insertWidget(1, self.reason)
        self.reason.currentIndexChanged.connect(lambda _row: self._say_words())
        self.setFocusProxy(self.reason)

    def ask(self, *, message: str, member: str, whom: str) -> None:
        """Ask why.

        Args:
            message: what is thanked for; empty for a person.
            member: who is thanked when it is for no message.
            whom: their name.
        """
        self._message, self._member, self._whom = message, member, whom
        self.words.set_text("")
        self.open_words.setChecked(False)
        self.open()
        self.reason.setCurrentIndex(0)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Tell what was chosen and written."""
        reason = Reason(self.reason.currentData())
        text = self.words.text()
        if reason is Reason.OTHER and not text:
            self.refuse(self.tr("Say in a word or two what you are thankful for."))
            self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        is_open = self.open_words.isChecked() and bool(text)
        self.given.emit(GiveThanks(message=self._message, member=self._member, reason=reason, text=text, open=is_open))

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.title.setText(self.tr("Thank %1").replace("%1", self._whom))
        kept = max(0, self.reason.currentIndex())
        self.reason.blockSignals(True)
        self.reason.clear()
        for reason in Reason:
            self.reason.addItem(reason_text(reason), str(reason))
        self.reason.setCurrentIndex(kept)
        self.reason.blockSignals(False)
        self.reason.setAccessibleName(self.tr("Why"))
        self.open_words.setText(self.tr("Everybody may read these words"))
        self.take.say(self.tr("Thank"), self.tr("Send the thanks (Enter)"))
        self._say_words()

    def _say_words(self) -> None:
        wanted = self.reason.currentData() == str(Reason.OTHER)
        label = self.tr("In your words") if wanted else self.tr("A word of your own (may stay empty)")
        self.words.say(label, placeholder=self.tr("Thanks to your drawing I understood it"))
