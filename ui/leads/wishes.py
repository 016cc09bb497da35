"""Passing a lead, as other panels ask for it without knowing the panel that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.bridge.session import SessionBridge


class Leading(QObject):
    """The wishes of one session's panels: `wanted` carries who is to lead and what; either may be empty.

    Args:
        parent: the bridge that it belongs to.
    """

    wanted = Signal(object, object)

    @classmethod
    def of(cls, bridge: SessionBridge) -> Leading:
        """Give the one that belongs to a session.

        Args:
            bridge: to the session.
        """
        return next(iter(bridge.findChildren(cls)), None) or cls(bridge)
