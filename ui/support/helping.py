"""What other panels ask of help and of the staff's notes, without knowing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.bridge.session import SessionBridge


class Helping(QObject):
    """The wishes of one session's panels.

    `wanted` carries a learner's id, to write to them privately; `note_wanted` a member's id and a message's (one of
    them empty), to note something; `room_wanted` a room's id, to look into it.

    Args:
        parent: the bridge that it belongs to.
    """

    wanted = Signal(object)
    note_wanted = Signal(object, object)
    room_wanted = Signal(object)

    @classmethod
    def of(cls, bridge: SessionBridge) -> Helping:
        """Give the one that belongs to a session.

        Args:
            bridge: to the session.
        """
        return next(iter(bridge.findChildren(cls)), None) or cls(bridge)
