"""To whom one is anonymous, said exactly: the same words wherever staff meet it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.kernel.readings import Anonymity


def mode_name(mode: Anonymity) -> str:
    """Give the word for a rule.

    Args:
        mode: to whom one may be anonymous.
    """
    match mode:
        case Anonymity.OFF:
            return QCoreApplication.translate("Anonymous", "Names always show")
        case Anonymity.PEERS:
            return QCoreApplication.translate("Anonymous", "Anonymous to learners")
        case Anonymity.EVERYBODY:
            return QCoreApplication.translate("Anonymous", "Anonymous to all")


def mode_explained(mode: Anonymity) -> str:
    """Say who knows a name then.

    Args:
        mode: to whom one may be anonymous.
    """
    match mode:
        case Anonymity.OFF:
            return QCoreApplication.translate("Anonymous", "Nobody can write without their name")
        case Anonymity.PEERS:
            return QCoreApplication.translate(
                "Anonymous", "Who wishes writes without a name: you and the other trainers see it, learners do not"
            )
        case Anonymity.EVERYBODY:
            return QCoreApplication.translate(
                "Anonymous",
                "Who wishes writes under an alias that holds for one activity: neither learners nor trainers know who "
                "it is. Only the machine that runs the relay could tell, until the class ends",
            )
