"""Asks for the links that an invitation and a programme carry."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Field
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

_SCHEMES = frozenset({"http", "https"})


class InviteDialog(Translated, QDialog):
    """Asks for the two links; both may stay empty.

    Args:
        title: of what is written; already translated.
        link: with which learners join, where it is known.
        meeting: of the video meeting, where it is known.
        parent: the window it belongs to.
    """

    def __init__(self, title: str, link: str, meeting: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = bool(link)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self._title = Label(title, words=Words.TITLE, wrap=True)
        self._detail = Label(tone=Tone.MUTED, wrap=True)
        self.link, self.meeting = Field(), Field()
        self.link.set_text(link)
        self.meeting.set_text(meeting)
        self._stay = Button(kind=ButtonKind.QUIET)
        self.go_button = Button(kind=ButtonKind.PRIMARY)
        self._stay.clicked.connect(self.reject)
        self.go_button.clicked.connect(self._try)
        self.go_button.setDefault(True)
        space = tokens().space
        buttons = QHBoxLayout()
        buttons.setSpacing(space.s)
        buttons.addStretch(1)
        buttons.addWidget(self._stay)
        buttons.addWidget(self.go_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xl, space.xl, space.xl, space.l)
        column.setSpacing(space.s)
        for widget in (self._title, self._detail, self.link, self.meeting):
            column.addWidget(widget)
        column.addSpacing(space.m)
        column.addLayout(buttons)
        self.setMinimumWidth(480)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._detail.setText(
            self.tr("The link is that of the class that was started from this plan.")
            if self._known
            else self.tr("A class started from this plan has a link; without one, leave this empty.")
        )
        self.link.say(self.tr("Link to join the class"), placeholder="https://")
        self.meeting.say(self.tr("Link of the video meeting"), placeholder="https://")
        self._stay.say(self.tr("Cancel"))
        self.go_button.say(self.tr("Go on…"))

    @property
    def links(self) -> tuple[str, str]:
        """Both links, without the spaces around them."""
        return self.link.text().strip(), self.meeting.text().strip()

    def _try(self) -> None:
        for field, link in zip((self.link, self.meeting), self.links, strict=True):
            field.set_error("" if _fits(link) else self.tr("A link begins with https:// or http://."))
        if all(_fits(link) for link in self.links):
            self.accept()


def _fits(link: str) -> bool:
    if not link:
        return True
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in _SCHEMES and bool(parts.netloc) and not any(letter.isspace() for letter in link)
