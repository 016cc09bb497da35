"""Above the conversation of a topic: what it asks, and whether learners may write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.kernel.readings import TopicStanding
from ui.topics.model import standing_text
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.topics.model import TopicRow

_TONES = {TopicStanding.OPEN: Tone.OK, TopicStanding.PREPARED: Tone.INFO, TopicStanding.CLOSED: Tone.MUTED}


class TopicHeading(Translated, Ground):
    """Says what the topic asks, and opens or closes it. `turned` carries the topic's row."""

    turned = Signal(object)

    def __init__(self) -> None:
        super().__init__("sunken")
        self._row: TopicRow | None = None
        self._prompt = Label(words=Words.STRONG, wrap=True)
        self._objective = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._badge = Badge()
        self._turn = Button(kind=ButtonKind.QUIET)
        space = tokens().space
        row = QHBoxLayout()
        row.setContentsMargins(space.l, space.s, space.m, space.s)
        row.setSpacing(space.s)
        words = QVBoxLayout()
        words.setSpacing(space.xxs)
        words.addWidget(self._prompt)
        words.addWidget(self._objective)
        row.addLayout(words, 1)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self._turn.clicked.connect(lambda: self.turned.emit(self._row))
        self.hide()

    def show_topic(self, row: TopicRow | None) -> None:
        """Be about another topic.

        Args:
            row: of it; none to go away.
        """
        if row != self._row:
            self._row = row
            self.retranslate()
        self.setVisible(row is not None)

    def retranslate(self) -> None:
        """Say the words again."""
        row = self._row
        if row is None:
            return
        self._prompt.setText(row.prompt or row.title)
        self._objective.setText(self.tr("Objective: %1").replace("%1", row.objective))
        self._objective.setVisible(bool(row.objective))
        self._badge.say(standing_text(row.standing), _TONES[row.standing])
        self._badge.setVisible(row.standing is not TopicStanding.OPEN)
        if row.standing is TopicStanding.OPEN:
            self._turn.set_icon("lock")
            self._turn.say(self.tr("Close"), self.tr("Learners can then only read this topic"))
        else:
            self._turn.set_icon("lock-open")
            self._turn.say(self.tr("Reopen"), self.tr("Let learners write here again"))
