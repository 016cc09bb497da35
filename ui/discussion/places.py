"""Where in the conversation one wants to be: what other panels ask of it, without knowing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.bridge.session import SessionBridge


class Places(QObject):
    """The wishes of one session's panels.

    `wanted` carries a channel, `message_wanted` a message's id, `answer_wanted` a message's id to answer it, `turned` a
    topic's row that is to be opened or closed, `question_wanted` a message's id that becomes a question or none,
    `stage_wanted` one that everybody is to look at or not any more, `note_wanted` a place whose note is to be shown,
    `thanks_wanted` a message's id and a member's, one of them empty: what to thank for, or whom; `board_wanted` the id
    of a message for the board.

    Args:
        parent: the bridge that it belongs to.
    """

    wanted = Signal(object)
    message_wanted = Signal(object)
    answer_wanted = Signal(object)
    turned = Signal(object)
    question_wanted = Signal(object)
    note_wanted = Signal(object)
    stage_wanted = Signal(object)
    thanks_wanted = Signal(object, object)
    board_wanted = Signal(object)

    @classmethod
    def of(cls, bridge: SessionBridge) -> Places:
        """Give the one that belongs to a session.

        Args:
            bridge: to the session.
        """
        return next(iter(bridge.findChildren(cls)), None) or cls(bridge)
