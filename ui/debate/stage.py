"""What stands over the conversation: the debate on the stage; and the floor: who speaks, for how long, who is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kernel.words import Phase
from ui.bridge.names import member_name
from ui.bridge.session import Changed
from ui.debate.acts import MORE_SECONDS, DebateActs
from ui.debate.model import waiting
from ui.debate.words import moved_words, people_words, reason_words
from ui.widgets.banner import IconMark
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Ground, separator
from ui.widgets.theme import tokens
from ui.widgets.time_label import Count, TimeLabel, clock_text
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.debate.floor import Turn
    from app.domain.debate.state import Debate
    from ui.bridge.session import SessionBridge
    from ui.shell.actions import Actions
    from ui.widgets.toast import Toast

GIVE_KEYS, END_KEYS, MORE_KEYS = "F10", "Ctrl+F10", "Ctrl+F11"
_WATCHED = frozenset({Phase.LIVE, Phase.PAUSED})
_TICK_MS = 1_000


def _strip(widget: QWidget, icon_name: str, words: QVBoxLayout, *controls: QWidget) -> None:
    """Lay a strip out: a mark, words, and controls at the right."""
    space = tokens().space
    ground = Ground("surface")
    row = QHBoxLayout()
    row.setContentsMargins(space.l, space.s, space.s, space.s)
    row.setSpacing(space.s)
    row.addWidget(IconMark(icon_name, "accent_text"))
    row.addLayout(words, 1)
    for control in controls:
        row.addWidget(control)
    ground.column.addLayout(row)
    ground.column.addWidget(separator())
    outer = QVBoxLayout(widget)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(ground)


class DebateStrip(Translated, QWidget):
    """Shows the debate on the stage; hidden while there is none.

    Args:
        bridge: to the session.
        toast: tells what was done.
        actions: to go to the panel of debates.
    """

    def __init__(self, bridge: SessionBridge, toast: Toast, actions: Actions) -> None:
        super().__init__()
        self._bridge = bridge
        self._acts = DebateActs(bridge, toast, self)
        self.motion = ElidedLabel(words=Words.STRONG)
        self.state = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self.turn = Button(kind=ButtonKind.QUIET)
        self.shift = Button(kind=ButtonKind.QUIET)
        self._go, self._off = IconButton("chart-column"), IconButton("x")
        words = QVBoxLayout()
        words.setSpacing(tokens().space.xxs)
        words.addWidget(self.motion)
        words.addWidget(self.state)
        _strip(self, "messages-square", words, self.turn, self.shift, self._go, self._off)
        self.turn.clicked.connect(lambda: self._with(self._turn))
        self.shift.clicked.connect(lambda: self._with(self._acts.turn_shift))
        self._go.clicked.connect(lambda: actions.run("debate.go"))
        self._off.clicked.connect(lambda: self._with(self._acts.turn_stage))
        bridge.stateChanged.connect(self._changed)
        self.retranslate()

    @property
    def _debate(self) -> Debate | None:
        state = self._acts.state
        return state.debates.get(state.stage)

    def _with(self, act: Callable[[Debate], object]) -> None:
        debate = self._debate
        if debate is not None:
            act(debate)

    def _turn(self, debate: Debate) -> None:
        if debate.is_open:
            self._acts.close(debate)
        else:
            self._acts.open(debate)

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches("debate", "session") or changed.pending):
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        debate = self._debate
        is_there = debate is not None and self._bridge.projected.life.phase in _WATCHED
        self.setVisible(is_there)
        if debate is None or not is_there:
            return
        shift = self._acts.state.shift(debate)
        self.motion.setText(debate.draft.motion)
        parts = [people_words(shift.people), moved_words(shift.moved) if shift.people else ""]
        if not debate.is_open:
            parts.insert(0, self.tr("Closed"))
        self.state.setText(" · ".join(part for part in parts if part))
        self.turn.say(self.tr("Close") if debate.is_open else self.tr("Open again"))
        self.shift.say(self.tr("Hide the shift") if debate.results else self.tr("Show the shift"))
        self._go.say(self.tr("See this debate and its arguments"))
        self._off.say(self.tr("Take the debate off the stage"))
        self.setAccessibleName(self.tr("Debate on stage: %1").replace("%1", debate.draft.motion))


class FloorStrip(Translated, QWidget):
    """Shows who has the floor and for how long, and who is next and why; hidden while nobody speaks or waits.

    Args:
        bridge: to the session.
        toast: tells what was done.
        actions: to go to the queue.
    """

    def __init__(self, bridge: SessionBridge, toast: Toast, actions: Actions) -> None:
        super().__init__()
        self._bridge = bridge
        self._acts = DebateActs(bridge, toast, self)
        self.speaker = ElidedLabel(words=Words.STRONG)
        self.left = TimeLabel(bridge.now, count=Count.UNTIL)
        self._warning = Label(words=Words.CAPTION, tone=Tone.WARN)
        self.next = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self.give = Button(kind=ButtonKind.QUIET, icon_name="megaphone")
        self.more = Button(kind=ButtonKind.QUIET)
        self.end = Button(kind=ButtonKind.QUIET)
        self._queue = IconButton("list")
        space = tokens().space
        speaks = QHBoxLayout()
        speaks.setSpacing(space.s)
        speaks.addWidget(self.speaker)
        speaks.addWidget(self.left)
        speaks.addWidget(self._warning)
        speaks.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(space.xxs)
        words.addLayout(speaks)
        words.addWidget(self.next)
        _strip(self, "hand", words, self.more, self.end, self.give, self._queue)
        self.give.clicked.connect(self._acts.give_next)
        self.more.clicked.connect(self._acts.extend)
        self.end.clicked.connect(self._acts.end)
        self._queue.clicked.connect(lambda: actions.run("debate.queue"))
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        bridge.stateChanged.connect(self._changed)
        self.retranslate()

    def _changed(self, changed: object) -> None:
        read = ("debate", "discussion", "roster", "session")
        if isinstance(changed, Changed) and (changed.touches(*read) or changed.pending):
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        world = self._bridge.projected
        turn = self._acts.state.speaking()
        queue = waiting(world)
        is_there = bool(turn or queue) and world.life.phase in _WATCHED
        self.setVisible(is_there)
        if not is_there:
            return
        for widget in (self.speaker, self.left, self.more, self.end):
            widget.setVisible(turn is not None)
        self.give.setVisible(bool(queue))
        self.next.setVisible(bool(queue))
        self.more.say(self.tr("+%1 s").replace("%1", str(MORE_SECONDS)), self.tr("More time to speak (Ctrl+F11)"))
        self.more.setAccessibleName(self.tr("More time to speak"))
        self.end.say(self.tr("End"), self.tr("End the speaking turn (Ctrl+F10)"))
        self._queue.say(self.tr("See the queue"))
        self.setAccessibleName(self.tr("The floor"))
        if turn is not None:
            self.speaker.setText(self.tr("%1 has the floor").replace("%1", member_name(world, turn.member)))
            self.left.set_moment(turn.ends_at or None)
        if queue:
            name = member_name(world, queue[0].member)
            self.give.say(self.tr("Give the floor"), self.tr("Give the floor to %1 (F10)").replace("%1", name))
        self._tick()

    def _tick(self) -> None:
        """Say what the passing time changes: how long people wait, and whether the turn is nearly up."""
        turn = self._acts.state.speaking()
        self._warning.setVisible(False)
        if turn is not None:
            self._warn(turn)
        world, now = self._bridge.projected, self._bridge.now()
        queue = waiting(world)
        if queue:
            text = self.tr("Next: %1 – %2").replace("%1", member_name(world, queue[0].member))
            text = text.replace("%2", reason_words(queue[0], now))
            self.next.setText(text + (f" · +{len(queue) - 1}" if len(queue) > 1 else ""))

    def _warn(self, turn: Turn) -> None:
        left = turn.allowed - turn.lasted(self._bridge.now())
        if not turn.since:
            self._warning.setText(self.tr("stands still, %1 left").replace("%1", clock_text(max(0, left) // 1000)))
        elif left <= 0:
            self._warning.setText(self.tr("time is up"))
        elif left <= turn.warns:
            self._warning.setText(self.tr("nearly up"))
        else:
            return
        self._warning.setVisible(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the times true while they can be seen."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)
