"""The activity under way: its name, its time, how the class stands, and what one may do with the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar

from app.domain.agenda.activity import MINUTE
from ui.agenda.clock import LeftLabel, behind_words, end_words
from ui.agenda.words import called, kind_words
from ui.widgets.badge import Badge
from ui.widgets.buttons import IconButton
from ui.widgets.icons import icon
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.agenda.state import AgendaState
    from app.domain.agenda.timing import Course
    from ui.agenda.acts import AgendaActs
    from ui.bridge.session import SessionBridge

KEYS = {"pause": "F7", "more": "F8", "much_more": "Shift+F8", "skip": "F9", "back": "Shift+F9"}
"""The keys of what stands in the card; they are wired by the panel's actions."""


class NowCard(Translated, Ground):
    """Shows what is under way, and its buttons.

    Args:
        bridge: of the class.
        acts: does what the buttons say.
    """

    def __init__(self, bridge: SessionBridge, acts: AgendaActs) -> None:
        space = tokens().space
        super().__init__("card", margin=space.m, spacing=space.xs)
        self._bridge, self._acts = bridge, acts
        self._kind = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self._title = Label(words=Words.STRONG, wrap=True)
        self.left = LeftLabel(bridge, large=True)
        self.behind = Badge()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setRange(0, 1000)
        self._ends = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self.pause = IconButton("pause")
        self.more, self.much_more = IconButton("plus"), IconButton("plus")
        for figure in (self.more, self.much_more):
            figure.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.back = IconButton("undo-2")
        self.skip = IconButton("skip-forward")
        self._others = IconButton("ellipsis")
        self._menu = QMenu(self)
        times = QHBoxLayout()
        times.setSpacing(space.s)
        times.addWidget(self.left)
        times.addStretch(1)
        times.addWidget(self.behind)
        buttons = QHBoxLayout()
        buttons.setSpacing(space.xxs)
        for widget in (self.pause, self.more, self.much_more):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        for each in (self.back, self.skip, self._others):
            buttons.addWidget(each)
        self.column.addWidget(self._kind)
        self.column.addWidget(self._title)
        self.column.addLayout(times)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._ends)
        self.column.addLayout(buttons)
        self.pause.clicked.connect(acts.toggle_clock)
        self.more.clicked.connect(lambda: acts.extend(1))
        self.much_more.clicked.connect(lambda: acts.extend(5))
        self.back.clicked.connect(acts.back)
        self.skip.clicked.connect(acts.skip_next)
        self._others.clicked.connect(self._open_menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        for button, figure, words, name in (
            (self.more, "+1", self.tr("One minute more"), "more"),
            (self.much_more, "+5", self.tr("Five minutes more"), "much_more"),
        ):
            button.say(words)
            button.tell_keys(KEYS[name])
            button.setText(figure)
        self.back.say(self.tr("Go back to the activity before"))
        self.back.tell_keys(KEYS["back"])
        self._others.say(self.tr("More about the time of this activity"))
        self._menu.clear()
        self._menu.addAction(icon("minus"), self.tr("One minute less"), lambda: self._acts.extend(-1))
        self._menu.addAction(icon("minus"), self.tr("Five minutes less"), lambda: self._acts.extend(-5))
        self._menu.addSeparator()
        self._menu.addAction(icon("square"), self.tr("End it, start nothing"), self._acts.finish)

    def show_state(self, state: AgendaState, course: Course) -> None:
        """Show how the agenda stands.

        Args:
            state: the agenda.
            course: how its time goes.
        """
        activity = state.activities.get(state.current)
        self.setVisible(activity is not None)
        if activity is None:
            return
        self._kind.setText(kind_words(activity.kind))
        self._kind.setVisible(bool(activity.title))
        self._title.setText(called(activity))
        self._title.setAccessibleName(self.tr("Now: %1").replace("%1", called(activity)))
        self.left.retranslate()
        told = behind_words(course)
        self.behind.setVisible(told is not None)
        if told is not None:
            self.behind.say(*told)
        whole = max(MINUTE, activity.minutes * MINUTE)
        self._bar.setValue(max(0, min(1000, round(1000 * (whole - course.left) / whole))))
        self._bar.setAccessibleName(self.tr("How much of its time is used up"))
        self._ends.setText(end_words(course))
        stopped = bool(state.stopped_at)
        self.pause.set_icon("play" if stopped else "pause")
        self.pause.say(self.tr("Let the clock go on") if stopped else self.tr("Stop the clock of this activity"))
        self.pause.tell_keys(KEYS["pause"])
        self.back.setEnabled(bool(state.trail))
        following = state.activities.get(state.next)
        self.skip.setEnabled(following is not None)
        words = self.tr("Leave out “%1”").replace("%1", called(following)) if following else self.tr("Nothing to skip")
        self.skip.say(words)
        self.skip.tell_keys(KEYS["skip"])

    def _open_menu(self) -> None:
        self._menu.popup(self._others.mapToGlobal(self._others.rect().bottomLeft()))
