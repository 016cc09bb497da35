"""What of the agenda wants a staff member: an activity that runs over, and one whose time has come."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.agenda.activity import MINUTE
from app.domain.agenda.state import AgendaState
from app.domain.kernel.words import Phase
from ui.agenda.words import called
from ui.shell.attention import AttentionAction, AttentionItem, Urgency

if TYPE_CHECKING:
    from app.domain.agenda.activity import Activity
    from app.domain.kernel.world import World
    from ui.agenda.acts import AgendaActs

_IDLE: Final = 2 * MINUTE
"""How long nothing may be under way before the next activity is proposed, in milliseconds."""


def agenda_items(world: World, acts: AgendaActs, now: int) -> tuple[AttentionItem, ...]:
    """Give the items of the agenda.

    Args:
        world: to read.
        acts: does what they offer.
        now: the class's time.
    """
    state = world.state(AgendaState)
    if world.life.phase is not Phase.LIVE or state.stopped_at:
        return ()
    current, following = state.activities.get(state.current), state.activities.get(state.next)
    if following is not None and following.pinned and now >= following.pinned:
        return (_time_for(following, following.pinned, acts),)
    if current is not None and now >= state.ends_at:
        return (_over(current, state.ends_at, following, acts),)
    idle_since = state.runs[-1].ended if state.runs and current is None else 0
    if following is not None and idle_since and now >= idle_since + _IDLE:
        return (_time_for(following, idle_since, acts),)
    return ()


def _over(current: Activity, since: int, following: Activity | None, acts: AgendaActs) -> AttentionItem:
    why = QCoreApplication.translate("AgendaAttention", "“%1” has used up its time")
    five = QCoreApplication.translate("AgendaAttention", "Five minutes more")
    more = AttentionAction("E", five, partial(acts.extend, 5, current.id))
    if following is None:
        end = AttentionAction("N", QCoreApplication.translate("AgendaAttention", "End it"), acts.finish)
        detail = ""
    else:
        end = _start(following, acts)
        detail = QCoreApplication.translate("AgendaAttention", "Next: %1").replace("%1", called(following))
    return AttentionItem(
        key=f"agenda:over:{current.id}",
        why=why.replace("%1", called(current)),
        since=since,
        detail=detail,
        icon_name="timer",
        urgency=Urgency.SOON,
        actions=(end, more),
    )


def _time_for(following: Activity, since: int, acts: AgendaActs) -> AttentionItem:
    why = QCoreApplication.translate("AgendaAttention", "Time for “%1”").replace("%1", called(following))
    return AttentionItem(
        key=f"agenda:next:{following.id}",
        why=why,
        since=since,
        icon_name="timer",
        urgency=Urgency.SOON,
        actions=(_start(following, acts),),
    )


def _start(following: Activity, acts: AgendaActs) -> AttentionAction:
    text = QCoreApplication.translate("AgendaAttention", "Start next")
    return AttentionAction("N", text, partial(acts.start, following.id))
