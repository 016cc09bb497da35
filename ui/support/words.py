"""Help in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication

from app.domain.support.events import Problem
from app.domain.support.state import Ending
from ui.widgets.time_label import clock_text

if TYPE_CHECKING:
    from ui.i18n import Words


def kind_text(kind: Problem | None) -> str:
    """Say what is wrong.

    Args:
        kind: as it was said; None for a room, which does not say.
    """
    match kind:
        case Problem.SOUND:
            return QCoreApplication.translate("Help", "Sound")
        case Problem.IMAGE:
            return QCoreApplication.translate("Help", "Image")
        case Problem.ACCESS:
            return QCoreApplication.translate("Help", "Access")
        case Problem.OTHER:
            return QCoreApplication.translate("Help", "Something else")
        case None:
            return QCoreApplication.translate("Help", "Room")
        case _:
            assert_never(kind)


def calls_text(kind: Problem | None) -> str:
    """Say that somebody (%1) calls, and why.

    Args:
        kind: as it was said; None for a room.
    """
    match kind:
        case Problem.SOUND:
            return QCoreApplication.translate("Help", "%1 has a problem with the sound")
        case Problem.IMAGE:
            return QCoreApplication.translate("Help", "%1 has a problem with the image")
        case Problem.ACCESS:
            return QCoreApplication.translate("Help", "%1 has a problem getting in")
        case Problem.OTHER:
            return QCoreApplication.translate("Help", "%1 has a problem")
        case None:
            return QCoreApplication.translate("Help", "%1 calls for help")
        case _:
            assert_never(kind)


def ending_text(ending: Ending | None) -> str:
    """Say how a call ended.

    Args:
        ending: None while it is open.
    """
    match ending:
        case Ending.RESOLVED:
            return QCoreApplication.translate("Help", "Helped")
        case Ending.WITHDRAWN:
            return QCoreApplication.translate("Help", "Solved without help")
        case Ending.LAPSED:
            return QCoreApplication.translate("Help", "Left before")
        case None:
            return QCoreApplication.translate("Help", "Still open")
        case _:
            assert_never(ending)


def wait_text(millis: int) -> str:
    """Say how long somebody has waited.

    Args:
        millis: how long.
    """
    return QCoreApplication.translate("Help", "waiting for %1").replace("%1", clock_text(max(0, millis) // 1000))


SAID: dict[str, Words] = {
    "support.claim": lambda: QCoreApplication.translate("Help", "taking a call for help"),
    "support.release": lambda: QCoreApplication.translate("Help", "giving a call back"),
    "support.resolve": lambda: QCoreApplication.translate("Help", "ending a call for help"),
    "support.reopen": lambda: QCoreApplication.translate("Help", "opening a call again"),
    "support.write": lambda: QCoreApplication.translate("Help", "writing privately"),
    "support.mark_read": lambda: QCoreApplication.translate("Help", "marking words as read"),
    "no_call": lambda: QCoreApplication.translate("Help", "Nobody calls for help there any more."),
    "claimed_already": lambda: QCoreApplication.translate("Help", "Somebody else is on it already."),
    "not_a_learner": lambda: QCoreApplication.translate(
        "Help", "One writes privately to learners. For colleagues there is the staff’s channel."
    ),
}
"""What its commands are called, as the end of a sentence, and what its refusals say."""
