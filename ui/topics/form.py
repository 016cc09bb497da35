"""Where a topic is written: what it is called, what it asks, what it is meant to reach."""

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

    from ui.topics.model import TopicRow

TITLE_LIMIT = 200
TEXT_LIMIT = 1_000


class TopicForm(Translated, Ground):
    """Asks for a topic, in the panel itself. Enter takes it, Escape gives up.

    `given` carries the id of the topic that is changed (empty for a new one), title, prompt and objective. The form
    stays open until `done`, to say what is wrong.
    """

    given = Signal(object, object, object, object)

    def __init__(self) -> None:
        super().__init__("card", spacing=tokens().space.s)
        self._topic = ""
        self.title = Field(limit=TITLE_LIMIT)
        self.prompt = Field(limit=TEXT_LIMIT)
        self.objective = Field(limit=TEXT_LIMIT)
        self._take = Button(kind=ButtonKind.PRIMARY)
        self._stop = Button(kind=ButtonKind.PLAIN)
        space = tokens().space
        self.column.setContentsMargins(space.m, space.m, space.m, space.m)
        for field in (self.title, self.prompt, self.objective):
            self.column.addWidget(field)
            field.submitted.connect(lambda _text: self._give())
        row = QHBoxLayout()
        row.setSpacing(space.s)
        row.addWidget(self._take)
        row.addWidget(self._stop)
        row.addStretch(1)
        self.column.addLayout(row)
        self._take.clicked.connect(self._give)
        self._stop.clicked.connect(self.done)
        self.setFocusProxy(self.title)
        self.retranslate()
        self.hide()

    def ask(self, row: TopicRow | None = None) -> None:
        """Ask for a topic.

        Args:
            row: the one to change; none for a new one.
        """
        self._topic = row.topic if row is not None else ""
        self.title.set_text(row.title if row is not None else "")
        self.prompt.set_text(row.prompt if row is not None else "")
        self.objective.set_text(row.objective if row is not None else "")
        self.title.set_error("")
        self.retranslate()
        self.show()
        self.title.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, text: str) -> None:
        """Say what is wrong.

        Args:
            text: already translated.
        """
        self.title.set_error(text)

    def done(self) -> None:
        """Go away."""
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say the words again."""
        self.title.say(self.tr("Topic"), placeholder=self.tr("What people talk about"))
        self.prompt.say(self.tr("Prompt"), placeholder=self.tr("What you ask them"))
        self.objective.say(self.tr("Objective"), placeholder=self.tr("What it is meant to reach"))
        self._take.say(self.tr("Change") if self._topic else self.tr("Open for everyone"))
        self._stop.say(self.tr("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.done()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        self.given.emit(self._topic, self.title.text(), self.prompt.text(), self.objective.text())
