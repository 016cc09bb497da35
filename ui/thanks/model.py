"""Thanks as rows: each of them, how many each person gave and got, and the mark on a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.kernel.gate import Outcome
from app.domain.thanks.events import Reason
from app.domain.thanks.state import ThanksState
from app.reports.thanks import counts
from ui.bridge.names import member_name
from ui.session.classes import TwoLines
from ui.widgets.time_label import ago_text

if TYPE_CHECKING:
    from app.domain.kernel.world import World
    from app.domain.thanks.state import Thanks

MARK: Final = "💛"
"""What stands beside the reactions of a message that somebody was thanked for."""

NEWEST: Final = 200
"""How many thanks are listed."""


@dataclass(frozen=True)
class Mark:
    """The thanks for a message.

    Attributes:
        count: how many.
        mine: whether one's own are among them.
        why: who thanked and why, a line each.
    """

    count: int
    mine: bool
    why: tuple[str, ...]


def reason_text(reason: Reason) -> str:
    """Say why somebody is thanked.

    Args:
        reason: of the thanks.
    """
    match reason:
        case Reason.EXPLAINED:
            return QCoreApplication.translate("Thanks", "Explained well")
        case Reason.HELPED:
            return QCoreApplication.translate("Thanks", "Helped me")
        case Reason.MADE_ME_THINK:
            return QCoreApplication.translate("Thanks", "Made me think")
        case Reason.GOOD_EXAMPLE:
            return QCoreApplication.translate("Thanks", "Good example")
        case Reason.ENCOURAGED:
            return QCoreApplication.translate("Thanks", "Encouraged me")
        case Reason.OTHER:
            return QCoreApplication.translate("Thanks", "In my own words")


def thanks_mark(world: World, message: str, me: str) -> Mark | None:
    """Give the mark of a message; none when nobody thanked for it.

    Args:
        world: to read.
        message: its id.
        me: who looks.
    """
    thanks = world.state(ThanksState).for_message(message)
    if not thanks:
        return None
    why = tuple(f"{member_name(world, each.giver)}: {_why(each)}" for each in thanks)
    return Mark(len(thanks), any(each.giver == me for each in thanks), why)


def thanks_rows(world: World, now: int) -> tuple[TwoLines, ...]:
    """List the thanks, the newest first.

    Args:
        world: to read.
        now: the class's time, in milliseconds.
    """
    given = list(world.state(ThanksState).thanks.values())[-NEWEST:]
    return tuple(_row(world, each, now) for each in reversed(given))


def people_rows(world: World) -> tuple[TwoLines, ...]:
    """List how many thanks each person gave and got, in the order in which people came: nobody is ranked.

    Args:
        world: to read.
    """
    text = QCoreApplication.translate("Thanks", "gave %1 · got %2")
    return tuple(
        TwoLines(
            each.member,
            member_name(world, each.member),
            text.replace("%1", str(each.given)).replace("%2", str(each.received)),
        )
        for each in counts(world)
    )


def arrow(world: World, thanks: Thanks) -> str:
    """Say who thanks whom.

    Args:
        world: to read.
        thanks: which.
    """
    text = QCoreApplication.translate("Thanks", "%1 thanks %2")
    return text.replace("%1", member_name(world, thanks.giver)).replace("%2", member_name(world, thanks.to))


def _row(world: World, thanks: Thanks, now: int) -> TwoLines:
    parts = [_why(thanks)]
    if thanks.outcome not in {None, Outcome.PUBLISHED}:
        parts.append(QCoreApplication.translate("Thanks", "words not published"))
    parts.append(ago_text(max(0, (now - thanks.at) // 1000)))
    return TwoLines(thanks.id, arrow(world, thanks), " · ".join(parts))


def _why(thanks: Thanks) -> str:
    words = " ".join(thanks.text.split())
    said = QCoreApplication.translate("Thanks", "“%1”").replace("%1", words) if words else ""
    if thanks.reason is Reason.OTHER:
        return said or reason_text(Reason.OTHER)
    return f"{reason_text(thanks.reason)} · {said}" if said else reason_text(thanks.reason)
