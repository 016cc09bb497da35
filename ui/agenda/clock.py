"""How the time of the activity goes, in figures: what is left of it, and whether the class is behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from app.domain.agenda.activity import MINUTE
from app.domain.agenda.state import AgendaState
from app.domain.agenda.timing import NOTICED, Course
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import font, tokens
from ui.widgets.time_label import clock_text, hour_text
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from ui.bridge.session import SessionBridge


class LeftLabel(Translated, Label):
    """What the activity under way has left, counted down each second while it can be seen; past its end, by how much.

    Args:
        bridge: of the class.
        large: whether it is the first thing to be seen where it stands.
        parent: the owner.
    """

    def __init__(self, bridge: SessionBridge, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words=Words.HEADING if large else Words.STRONG, parent=parent)
        self._bridge = bridge
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.retranslate)
        kind = tokens().type
        self.setFont(font(kind.heading if large else kind.body, tabular=True))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the time again."""
        state = self._bridge.projected.state(AgendaState)
        if not state.current:
            self.setText("")
            return
        seconds = -(-state.left(self._bridge.now()) // 1000)
        clock = clock_text(abs(seconds))
        if seconds < 0:
            self.setText(self.tr("%1 over").replace("%1", f"+{clock}"))
        elif state.stopped_at:
            self.setText(self.tr("%1, stopped").replace("%1", clock))
        else:
            self.setText(clock)
        self.setAccessibleName(self.tr("Time of the activity: %1").replace("%1", self.text()))
        self.set_tone(Tone.DANGER if seconds < 0 else Tone.TEXT)

    def showEvent(self, event: QShowEvent) -> None:
        """Count while it can be seen."""
        super().showEvent(event)
        self.retranslate()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while it cannot."""
        self._timer.stop()
        super().hideEvent(event)


def behind_words(course: Course) -> tuple[str, Tone] | None:
    """Say whether the class is on time; none when no plan says when that is.

    Args:
        course: how its time goes.
    """
    if not course.due:
        return None
    minutes = str(round(abs(course.behind) / MINUTE))
    if abs(course.behind) < NOTICED:
        return QCoreApplication.translate("AgendaClock", "On time"), Tone.OK
    if course.behind > 0:
        return QCoreApplication.translate("AgendaClock", "%1 min behind").replace("%1", minutes), Tone.WARN
    return QCoreApplication.translate("AgendaClock", "%1 min ahead").replace("%1", minutes), Tone.INFO


def end_words(course: Course) -> str:
    """Say when the day will have ended, and when it was to end if that is another time.

    Args:
        course: how its time goes.
    """
    if course.due and abs(course.ends_at - course.due) >= NOTICED:
        text = QCoreApplication.translate("AgendaClock", "Ends at %1, planned for %2")
        return text.replace("%1", hour_text(course.ends_at)).replace("%2", hour_text(course.due))
    return QCoreApplication.translate("AgendaClock", "Ends at %1").replace("%1", hour_text(course.ends_at))
