"""How the connection is, in an icon and words."""

from enum import StrEnum
from typing import assert_never

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.badge import Badge
from ui.widgets.labels import Tone
from ui.widgets.translated import Translated


class Connection(StrEnum):
    """How a desktop stands with its relay."""

    ONLINE = "online"
    CONNECTING = "connecting"
    OFFLINE = "offline"


class ConnectionIndicator(Translated, QWidget):
    """Tells whether the relay is reached, and how many commands wait for it.

    Args:
        parent: the owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = Connection.OFFLINE
        self._waiting = 0
        self._badge = Badge(icon_name="wifi-off")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._badge)
        self.retranslate()

    def show_state(self, state: Connection, *, waiting: int = 0) -> None:
        """Show how it stands now.

        Args:
            state: of the connection.
            waiting: commands that the relay has not acknowledged yet.
        """
        if (state, waiting) != (self._state, self._waiting):
            self._state, self._waiting = state, waiting
            self.retranslate()

    @property
    def text(self) -> str:
        """What it says."""
        return self._badge.text

    def retranslate(self) -> None:
        """Say it again."""
        text, tone, icon_name, more = self._words()
        if self._waiting:
            waiting = self.tr("%n waiting", "commands not yet received by the server", self._waiting)
            text = f"{text} · {waiting}"
        self._badge.say(text, tone, icon_name=icon_name)
        self.setToolTip(more)
        self.setAccessibleName(text)
        self.setAccessibleDescription(more)

    def _words(self) -> tuple[str, Tone, str, str]:
        match self._state:
            case Connection.ONLINE:
                return self.tr("Connected"), Tone.OK, "wifi", self.tr("Everything you do reaches the class at once.")
            case Connection.CONNECTING:
                more = self.tr("Looking for the class. What you do is kept and sent as soon as it answers.")
                return self.tr("Connecting…"), Tone.WARN, "refresh-cw", more
            case Connection.OFFLINE:
                more = self.tr("The class cannot be reached. What you do is kept on this computer and sent later.")
                return self.tr("Offline"), Tone.DANGER, "wifi-off", more
            case _:
                assert_never(self._state)
