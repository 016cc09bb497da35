"""Where a topic is written: what it is called, what it asks, what it is meant to reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.widgets.fields import Field
from ui.widgets.inline_form import InlineForm

if TYPE_CHECKING:
    from ui.topics.model import TopicRow

TITLE_LIMIT = 200
TEXT_LIMIT = 1_000


class TopicForm(InlineForm):
    """Asks for a topic.

    `given` carries the id of the topic that is changed (empty for a new one), title, prompt and objective.
    """

    given = Signal(object, object, object, object)

    def __init__(self) -> None:
        self._topic = self.proposal = ""
        self.title = Field(limit=TITLE_LIMIT)
        self.prompt = Field(limit=TEXT_LIMIT)
        self.objective = Field(limit=TEXT_LIMIT)
        super().__init__(self.title, self.prompt, self.objective)

    def ask(self, row: TopicRow | None = None) -> None:
        """Ask for a topic.

        Args:
            row: the one to change; none for a new one.
        """
        self._topic, self.proposal = (row.topic if row is not None else ""), ""
        self.title.set_text(row.title if row is not None else "")
        self.prompt.set_text(row.prompt if row is not None else "")
        self.objective.set_text(row.objective if row is not None else "")
        self.open()

    def ask_proposed(self, proposal: str, title: str) -> None:
        """Ask in which words a proposal opens.

        Args:
            proposal: its id.
            title: as it was proposed.
        """
        self.ask()
        self.proposal = proposal
        self.title.set_text(title)
        self.prompt.setFocus()

    def give(self) -> None:
        """Tell what was written."""
        self.given.emit(self._topic, self.title.text(), self.prompt.text(), self.objective.text())

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.title.say(self.tr("Topic"), placeholder=self.tr("What people talk about"))
        self.prompt.say(self.tr("Prompt"), placeholder=self.tr("What you ask them"))
        self.objective.say(self.tr("Objective"), placeholder=self.tr("What it is meant to reach"))
        self.take.say(self.tr("Change") if self._topic else self.tr("Open for everyone"))
