"""Times as words: how long, how long left, how long ago."""

from collections.abc import Callable
from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QDateTime, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import font, tokens
from ui.widgets.translated import Translated

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def clock_text(seconds: int) -> str:
    """Write a duration as a clock does: `0:07`, `12:30`, `1:05:09`.

    Args:
        seconds: not negative.
    """
    hours, rest = divmod(seconds, _HOUR)
    minutes, left = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def hour_text(at: int) -> str:
    """Write a time of day on a clock of 24 hours, as agendas do in every language.

    Args:
        at: in milliseconds since 1970.
    """
    return QDateTime.fromMSecsSinceEpoch(at).toString("HH:mm")


def ago_text(seconds: int) -> str:
    """Write how long ago something was, short, in the person's language.

    Args:
        seconds: not negative.
    """
    if seconds < _MINUTE:
        return QCoreApplication.translate("Time", "now")
    if seconds < _HOUR:
        return QCoreApplication.translate("Time", "%1 min").replace("%1", str(seconds // _MINUTE))
    if seconds < _DAY:
        return QCoreApplication.translate("Time", "%1 h").replace("%1", str(seconds // _HOUR))
    return QCoreApplication.translate("Time", "%1 d").replace("%1", str(seconds // _DAY))


class Count(StrEnum):
    """What a time label counts."""

    SINCE = "since"
    UNTIL = "until"


class TimeLabel(Translated, Label):
    """Counts up from a moment or down to one, each second, while it can be seen. Past its end it says by how much.

    Args:
        now: gives the time in milliseconds, the class's rather than this computer's.
        count: up or down.
        words: the step of the type scale.
        parent: the owner.
    """

    def __init__(
        self,
        now: Callable[[], int],
        *,
        count: Count = Count.SINCE,
        words: Words = Words.STRONG,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words=words, parent=parent)
        self._now, self._count = now, count
        self._moment: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.retranslate)
        self.setFont(font(tokens().type.body, tabular=True))
        self.retranslate()

    def set_moment(self, moment: int | None) -> None:
        """Count from or to a moment.

        Args:
            moment: in milliseconds, on the clock of `now`; none shows nothing.
        """
        self._moment = moment
        self.retranslate()

    def retranslate(self) -> None:
        """Say the time again."""
        if self._moment is None:
            self.setText("")
            return
        match self._count:
            case Count.SINCE:
                seconds = max(0, (self._now() - self._moment) // 1000)
                self.setText(clock_text(seconds))
                self.setAccessibleName(self.tr("%1 elapsed").replace("%1", clock_text(seconds)))
            case Count.UNTIL:
                self._count_down((self._moment - self._now() + 999) // 1000)
            case _:
                assert_never(self._count)

    def _count_down(self, seconds: int) -> None:
        over = seconds < 0
        clock = clock_text(abs(seconds))
        self.setText(self.tr("%1 over").replace("%1", f"+{clock}") if over else clock)
        self.setAccessibleName(self.text() if over else self.tr("%1 left").replace("%1", clock))
        self.set_tone(Tone.DANGER if over else Tone.TEXT)

    def showEvent(self, event: QShowEvent) -> None:
        """Count while it can be seen."""
        super().showEvent(event)
        self.retranslate()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while it cannot."""
        self._timer.stop()
        super().hideEvent(event)
