"""In the bar of the window: what the activity has left, and whether the class is behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.agenda.state import AgendaState
from app.domain.agenda.timing import course
from ui.agenda.clock import LeftLabel, behind_words, end_words
from ui.agenda.words import called
from ui.bridge.session import Changed, SessionBridge
from ui.widgets.badge import Badge
from ui.widgets.icons import icon_size, paint_icon
from ui.widgets.labels import Tone
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.shell.panels import Services

_TICK_MS = 5_000


class _TimerIcon(QWidget):
    """Tells the activity's time from the class's, which stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(icon_size() - 2, icon_size() - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_icon(QPainter(self), "timer", self.rect(), "muted")


class AgendaTime(Translated, QWidget):
    """The time of the activity under way; hidden while there is none.

    Args:
        services: `SessionBridge`.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._bridge = services.need(SessionBridge)
        self.left = LeftLabel(self._bridge)
        self.behind = Badge()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().space.xs)
        row.addWidget(_TimerIcon())
        row.addWidget(self.left)
        row.addWidget(self.behind)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.retranslate)
        self._timer.start()
        self._bridge.stateChanged.connect(self._changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        state = self._bridge.projected.state(AgendaState)
        activity = state.activities.get(state.current)
        self.setVisible(activity is not None)
        if activity is None:
            return
        reckoned = course(state, self._bridge.now())
        told = behind_words(reckoned)
        self.left.retranslate()
        # The bar is narrow, and the rail says the same of a class that is on time or ahead.
        self.behind.setVisible(told is not None and told[1] is Tone.WARN)
        if told is not None:
            self.behind.say(*told)
        self.setToolTip(f"{called(activity)}\n{end_words(reckoned)}")

    def _changed(self, changed: Changed) -> None:
        if changed.touches("agenda", "session"):
            self.retranslate()
