"""Ready answers: what staff say again and again, kept in both languages and given in the learner's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.session.decider import SessionState
from ui.shell.settings import ReadyAnswer
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import scrolled
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.world import World
    from ui.shell.settings import Preferences

STARTERS: Final = (
    ReadyAnswer(
        fr="Je m’en occupe, un instant.",
        en="I am on it, one moment.",
    ),
    ReadyAnswer(
        fr="Rechargez la page\u00a0: votre place et vos textes sont gardés.",
        en="Reload the page: your seat and your texts are kept.",
    ),
    ReadyAnswer(
        fr="Vérifiez que le son n’est pas coupé et que le bon casque est choisi, puis quittez la réunion et revenez-y.",
        en="Check that nothing is muted and that the right headset is chosen, then leave the meeting and come back.",
    ),
    ReadyAnswer(
        fr="Écoutez par téléphone\u00a0: {number}.",
        en="Listen by telephone: {number}.",
    ),
    ReadyAnswer(
        fr="Le lien de la réunion\u00a0: {link}",
        en="The link to the meeting: {link}",
    ),
    ReadyAnswer(
        fr="Fermez les autres onglets et applications, et rapprochez-vous du Wi-Fi.",
        en="Close other tabs and applications, and move closer to the Wi-Fi.",
    ),
    ReadyAnswer(
        fr="Votre navigateur bloque la caméra ou le micro\u00a0: autorisez-les par le cadenas, à côté de l’adresse.",
        en="Your browser blocks the camera or the microphone: allow them by the padlock beside the address.",
    ),
    ReadyAnswer(
        fr="Est-ce que cela marche maintenant\u00a0?",
        en="Does it work now?",
    ),
)
"""What there is before anybody has changed the list; `{number}` and `{link}` are the class's own."""


def answers(preferences: Preferences) -> tuple[ReadyAnswer, ...]:
    """Give the ready answers of this desktop.

    Args:
        preferences: where they are kept.
    """
    kept = preferences.settings.ready_answers
    return STARTERS if kept is None else kept


def said_in(answer: ReadyAnswer, language: str, world: World) -> str:
    """Give a ready answer in a language, with the class's number and link; empty when what it names is not known.

    Args:
        answer: which.
        language: of the learner, `fr` or `en`; the other one stands in for words that are missing.
        world: whose number and link.
    """
    first, second = (answer.en, answer.fr) if language == "en" else (answer.fr, answer.en)
    session, words = world.state(SessionState), first or second
    for name, value in (("{number}", session.dial_in), ("{link}", session.meeting_link)):
        if name in words:
            if not value:
                return ""
            words = words.replace(name, value)
    return words


class ReadyRow(Translated, QWidget):
    """One ready answer in the making: French, English, and away with it."""

    def __init__(self, answer: ReadyAnswer, drop: object) -> None:
        super().__init__()
        self.french, self.english = QLineEdit(answer.fr), QLineEdit(answer.en)
        self._drop = IconButton("trash-2")
        self._drop.clicked.connect(lambda: drop(self) if callable(drop) else None)
        fields = QVBoxLayout()
        fields.setSpacing(tokens().space.xxs)
        for field in (self.french, self.english):
            field.setMaxLength(2_000)
            field.setCursorPosition(0)
            fields.addWidget(field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, tokens().space.s)
        row.addLayout(fields, 1)
        row.addWidget(self._drop, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        for field, text in ((self.french, self.tr("In French")), (self.english, self.tr("In English"))):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        self._drop.say(self.tr("Take this answer away"))

    @property
    def answer(self) -> ReadyAnswer:
        """What was typed."""
        return ReadyAnswer(fr=self.french.text().strip(), en=self.english.text().strip())


class ReadyAnswersDialog(Translated, QDialog):
    """Edits the ready answers; they are kept when it is closed by its button. `kept` tells so.

    Args:
        preferences: where they are kept.
        parent: the window.
    """

    kept = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = Label(words=Words.HEADING)
        self._hint = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._add = Button(kind=ButtonKind.QUIET, icon_name="plus")
        self._again = Button(kind=ButtonKind.PLAIN)
        self._cancel = Button(kind=ButtonKind.PLAIN)
        self._keep = Button(kind=ButtonKind.PRIMARY)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._rows: list[ReadyRow] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, tokens().space.m, 0)
        column.addLayout(self._list)
        column.addStretch(1)
        space = tokens().space
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space.xl, space.xl, space.xl, space.l)
        outer.setSpacing(space.s)
        outer.addWidget(self._title)
        outer.addWidget(self._hint)
        outer.addSpacing(space.s)
        outer.addWidget(scrolled(inside), 1)
        foot = QHBoxLayout()
        for button in (self._add, self._again):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self._cancel, self._keep):
            foot.addWidget(button)
        outer.addLayout(foot)
        self.resize(620, 520)
        self._add.clicked.connect(self._one_more)
        self._again.clicked.connect(lambda: self._fill(STARTERS))
        self._cancel.clicked.connect(self.reject)
        self._keep.clicked.connect(self.accept)
        self._fill(answers(preferences))
        self.retranslate()

    @property
    def rows(self) -> tuple[ReadyRow, ...]:
        """What stands there now, in order."""
        return tuple(self._rows)

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(self.tr("Ready answers"))
        self._title.setText(self.tr("Ready answers"))
        self._hint.setText(
            self.tr(
                "A learner gets them in their own language. {number} becomes the number to call and {link} the link to "
                "the meeting."
            )
        )
        self._add.say(self.tr("One more"))
        self._again.say(self.tr("Back to the first list"))
        self._cancel.say(self.tr("Cancel"))
        self._keep.say(self.tr("Keep"))

    def accept(self) -> None:
        """Keep what was typed."""
        found = tuple(answer for row in self._rows if (answer := row.answer) != ReadyAnswer())
        self._preferences.change(msgspec.structs.replace(self._preferences.settings, ready_answers=found))
        self.kept.emit()
        super().accept()

    def _fill(self, found: tuple[ReadyAnswer, ...]) -> None:
        for row in tuple(self._rows):
            self._drop(row)
        for answer in found:
            self._put(answer)

    def _one_more(self) -> None:
        self._put(ReadyAnswer()).french.setFocus()

    def _put(self, answer: ReadyAnswer) -> ReadyRow:
        row = ReadyRow(answer, self._drop)
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def _drop(self, row: ReadyRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
