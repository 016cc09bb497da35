"""Above the conversation of a place that a learner leads: who, until when, what they ask, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.leads.state import LeadsState
from ui.bridge.names import member_name
from ui.leads.model import lead_badge, prompt_text
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.world import World


class LeadStrip(Translated, Ground):
    """Says who leads a place. `ended` carries the place whose lead is taken back, `cleared` the one whose prompt is."""

    ended = Signal(object)
    cleared = Signal(object)

    def __init__(self) -> None:
        super().__init__("sunken")
        self._place = ""
        self._shown: tuple[str, int, str, str] = ("", 0, "", "")
        self._badge = Badge()
        self._name = Label(words=Words.STRONG)
        self._prompt = Label(wrap=True)
        self._asked = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self.back = Button(kind=ButtonKind.QUIET, icon_name="undo-2")
        self.clear = IconButton("x")
        space = tokens().space
        row = QHBoxLayout()
        row.setContentsMargins(space.l, space.s, space.m, space.s)
        row.setSpacing(space.s)
        words = QVBoxLayout()
        words.setSpacing(space.xxs)
        head = QHBoxLayout()
        head.setSpacing(space.s)
        head.addWidget(self._name)
        head.addWidget(self._badge)
        head.addStretch(1)
        words.addLayout(head)
        words.addWidget(self._prompt)
        words.addWidget(self._asked)
        row.addLayout(words, 1)
        row.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self.back.clicked.connect(lambda: self.ended.emit(self._place))
        self.clear.clicked.connect(lambda: self.cleared.emit(self._place))
        self.hide()

    def show_place(self, world: World, place: str) -> None:
        """Be about another place; nothing is shown where nobody leads and nothing is asked.

        Args:
            world: to read.
            place: a channel.
        """
        state = world.state(LeadsState)
        lead, prompt = state.leads.get(place), state.prompts.get(place)
        name = member_name(world, lead.member) if lead is not None else ""
        shown = prompt.shown if prompt is not None else None
        by = member_name(world, shown.author) if shown is not None else ""
        what = (name, lead.until if lead is not None else 0, prompt_text(world, place), by)
        if (place, what) != (self._place, self._shown):
            self._place, self._shown = place, what
            self.retranslate()
        self.setVisible(bool(name or what[2]))

    def retranslate(self) -> None:
        """Say the words again."""
        name, until, prompt, by = self._shown
        self._name.setText(name)
        self._name.setVisible(bool(name))
        self._badge.setVisible(bool(name))
        if name:
            self._badge.say(lead_badge(until), Tone.OK)
        self.back.setVisible(bool(name))
        self._prompt.setText(prompt)
        self._asked.setText(self.tr("Asked by %1").replace("%1", by))
        for widget in (self._prompt, self._asked, self.clear):
            widget.setVisible(bool(prompt))
        self.back.say(self.tr("Take the lead back"), self.tr("It ends at once; it can be undone"))
        self.clear.say(self.tr("Take this prompt away"))
