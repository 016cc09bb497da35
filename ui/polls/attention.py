"""What of polls wants a staff member: one that is open for long, one that everybody answered, one whose time is up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.kernel.words import Phase
from app.domain.polls.state import PollsState
from ui.polls.model import learners
from ui.shell.attention import AttentionAction, AttentionItem, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.world import World
    from app.domain.polls.state import Poll
    from ui.polls.acts import PollActs

PATIENCE_MS: Final = 3 * 60_000
"""How long a poll without a time of its own may be open before staff are told of it, in milliseconds."""


def poll_items(world: World, now: int, acts: PollActs, show: Callable[[str], object]) -> tuple[AttentionItem, ...]:
    """Give the items of polls.

    Args:
        world: to read.
        now: the class's time, in milliseconds.
        acts: does what they offer.
        show: goes to a poll.
    """
    if world.life.phase is not Phase.LIVE:
        return ()
    state = world.state(PollsState)
    people = len(learners(world))
    found = []
    for poll in state.polls.values():
        missing = max(0, people - state.answered(poll))
        if poll.is_open:
            why = _of_open(poll, people, missing, now)
        elif poll.timed_out_at and state.stage == poll.id and not poll.results:
            why = QCoreApplication.translate("PollAttention", "Time is up for the poll: %1 of %2 have not answered")
        else:
            continue
        if why:
            since = poll.opened_at if poll.is_open else poll.timed_out_at
            words = why.replace("%1", str(missing)).replace("%2", str(people))
            found.append(_item(poll, words.replace("%3", str((now - since) // 60_000)), since, acts, show))
    return tuple(found)


def _of_open(poll: Poll, people: int, missing: int, now: int) -> str:
    if people and not missing:
        return QCoreApplication.translate("PollAttention", "Everybody has answered the poll")
    if not poll.closes_at and now - poll.opened_at >= PATIENCE_MS:
        return QCoreApplication.translate("PollAttention", "Poll open for %3 min: %1 of %2 have not answered")
    return ""


def _item(poll: Poll, why: str, since: int, acts: PollActs, show: Callable[[str], object]) -> AttentionItem:
    if poll.is_open:
        first = AttentionAction("C", QCoreApplication.translate("PollAttention", "Close it"), partial(acts.close, poll))
    else:
        shows = QCoreApplication.translate("PollAttention", "Show the results")
        first = AttentionAction("S", shows, partial(acts.turn_results, poll))
    goes = AttentionAction("G", QCoreApplication.translate("PollAttention", "Go to the poll"), partial(show, poll.id))
    opens = QCoreApplication.translate("PollAttention", "Open it again")
    again = () if poll.is_open else (AttentionAction("O", opens, partial(acts.open, poll)),)
    return AttentionItem(
        key=f"polls:{poll.id}",
        why=why,
        since=since,
        detail=" ".join(poll.draft.question.split()),
        icon_name="vote",
        urgency=Urgency.SOON,
        actions=(first, *again, goes),
    )
