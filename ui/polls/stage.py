"""The poll on the stage, as a strip over the conversation: what is asked, how many have answered, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.kernel.words import Phase
from ui.bridge.session import Changed
from ui.polls.acts import PollActs
from ui.polls.model import learners
from ui.polls.words import answered_words
from ui.widgets.banner import IconMark
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Ground, separator
from ui.widgets.theme import colour, tokens
from ui.widgets.time_label import Count, TimeLabel
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.polls.state import Poll
    from ui.bridge.session import SessionBridge
    from ui.shell.actions import Actions
    from ui.widgets.toast import Toast

_WATCHED = frozenset({Phase.LIVE, Phase.PAUSED})


class Part(QWidget):
    """A thin bar: which part of the class has answered; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedHeight(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float) -> None:
        """Show another part.

        Args:
            part: from 0 to 1.
        """
        if part != self._part:
            self._part = part
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("sunken"))
        painter.drawRoundedRect(self.rect(), 2, 2)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(0, 0, round(self.width() * min(1.0, self._part)), 4, 2, 2)


class PollStrip(Translated, QWidget):
    """Shows the poll on the stage; hidden while there is none.

    Args:
        bridge: to the session.
        toast: tells what was done.
        actions: to go to the panel of polls.
    """

    def __init__(self, bridge: SessionBridge, toast: Toast, actions: Actions) -> None:
        super().__init__()
        self._bridge = bridge
        self._acts = PollActs(bridge, toast, self)
        self.question = ElidedLabel(words=Words.STRONG)
        self.state = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self._left = TimeLabel(bridge.now, count=Count.UNTIL, words=Words.CAPTION)
        self._part = Part()
        self.turn = Button(kind=ButtonKind.QUIET)
        self.results = Button(kind=ButtonKind.QUIET)
        self._go = IconButton("chart-column")
        self._off = IconButton("x")
        self._lay_out()
        self.turn.clicked.connect(lambda: self._with(self._turn))
        self.results.clicked.connect(lambda: self._with(self._acts.turn_results))
        self._go.clicked.connect(lambda: actions.run("polls.go"))
        self._off.clicked.connect(lambda: self._with(self._acts.turn_stage))
        bridge.stateChanged.connect(self._changed)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        ground = Ground("surface")
        words = QVBoxLayout()
        words.setSpacing(space.xxs)
        words.addWidget(self.question)
        second = QHBoxLayout()
        second.setSpacing(space.s)
        second.addWidget(self.state)
        second.addWidget(self._left)
        second.addWidget(self._part, 1)
        words.addLayout(second)
        row = QHBoxLayout()
        row.setContentsMargins(space.l, space.s, space.s, space.s)
        row.setSpacing(space.s)
        row.addWidget(IconMark("vote", "accent_text"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        for widget in (self.turn, self.results, self._go, self._off):
            row.addWidget(widget)
        ground.column.addLayout(row)
        ground.column.addWidget(separator())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)

    @property
    def _poll(self) -> Poll | None:
        state = self._acts.state
        return state.polls.get(state.stage)

    def _with(self, act: object) -> None:
        poll = self._poll
        if poll is not None and callable(act):
            act(poll)

    def _turn(self, poll: Poll) -> None:
        if poll.is_open:
            self._acts.close(poll)
        else:
            self._acts.again(poll)

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches("polls", "roster", "session") or changed.pending):
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        poll = self._poll
        is_there = poll is not None and self._bridge.projected.life.phase in _WATCHED
        self.setVisible(is_there)
        if poll is None or not is_there:
            return
        self.question.setText(poll.draft.question)
        answered = self._acts.state.answered(poll)
        of = len(learners(self._bridge.projected)) if poll.is_open else 0
        words = answered_words(answered, of)
        self.state.setText(words if poll.is_open else self.tr("Closed · %1").replace("%1", words))
        self._left.set_moment(poll.closes_at or None)
        self._left.setVisible(bool(poll.is_open and poll.closes_at))
        self._part.setVisible(poll.is_open)
        self._part.show_part(answered / of if of else 0.0)
        self.turn.say(self.tr("Close") if poll.is_open else self.tr("Ask again"))
        self.results.say(self.tr("Hide the results") if poll.results else self.tr("Show the results"))
        self._go.say(self.tr("See this poll and its results"))
        self._off.say(self.tr("Take the poll off the stage"))
        self.setAccessibleName(self.tr("Poll on stage: %1").replace("%1", poll.draft.question))
