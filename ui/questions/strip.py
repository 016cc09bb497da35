"""The question that is on air, over the conversation, with the ways to go on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.kernel.words import MAIN
from app.domain.questions.state import QuestionsState
from ui.bridge.session import Changed, SessionBridge
from ui.questions.acts import Acts
from ui.questions.model import questions
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.shell.panels import Services


class OnAirStrip(Translated, Ground):
    """Shows the question that everybody looks at.

    Args:
        services: `SessionBridge` and `Toast`.
    """

    def __init__(self, services: Services) -> None:
        super().__init__("sunken")
        self._bridge = services.need(SessionBridge)
        self._acts = Acts(self._bridge, services.need(Toast), self)
        self._badge = Badge(tone=Tone.DANGER, icon_name="radio")
        self._text = Label(words=Words.TITLE, wrap=True)
        self._who = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self._done = Button(kind=ButtonKind.PRIMARY, icon_name="check")
        self._later = Button(kind=ButtonKind.QUIET)
        space = tokens().space
        words = QVBoxLayout()
        words.setSpacing(space.xxs)
        words.addWidget(self._text)
        words.addWidget(self._who)
        row = QHBoxLayout()
        row.setContentsMargins(space.l, space.m, space.m, space.m)
        row.setSpacing(space.m)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._done, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._later, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self._done.clicked.connect(lambda: self._act(self._acts.answered_live))
        self._later.clicked.connect(lambda: self._act(self._acts.follow_up))
        self._bridge.stateChanged.connect(self._changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._badge.say(self.tr("On air"))
        self._done.say(self.tr("Answered"), self.tr("It was answered live"))
        self._later.say(self.tr("Follow up later"))
        world = self._bridge.projected
        on_air = world.state(QuestionsState).on_air(MAIN)
        self.setVisible(on_air is not None)
        if on_air is None:
            return
        row = next(row for row in questions(world) if row.question == on_air.question)
        self._text.setText(row.text if len(row.text) <= 240 else f"{row.text[:239]}…")
        stand = self.tr("%n person(s) want an answer", "", row.weight) if row.weight else ""
        self._who.setText(" · ".join(part for part in (row.name, row.place, stand) if part))

    def _act(self, act: object) -> None:
        on_air = self._bridge.projected.state(QuestionsState).on_air(MAIN)
        if on_air is not None and callable(act):
            act(on_air.question)

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches("questions", "discussion", "roster") or changed.pending):
            self.retranslate()
