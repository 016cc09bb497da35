"""What may be done to the agenda, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from msgspec.structs import replace

from app.domain.agenda.activity import LAST_MOMENT, MOST_MINUTES, Activity, Retiming
from app.domain.agenda.commands import (
    AddActivities,
    AmendActivity,
    ExtendActivity,
    FinishActivity,
    GoBack,
    MoveActivity,
    PauseActivity,
    RemoveActivity,
    ResumeActivity,
    RetimeActivities,
    SetAgenda,
    SkipActivity,
    StartActivity,
)
from app.domain.agenda.events import (
    ActivitiesAdded,
    ActivitiesRetimed,
    ActivityAmended,
    ActivityFinished,
    ActivityMoved,
    ActivityPaused,
    ActivityRemoved,
    ActivityResumed,
    ActivitySkipped,
    ActivityStarted,
    AgendaSet,
)
from app.domain.agenda.state import AgendaState, Standing, Stopped
from app.domain.kernel.gate import clean
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.words import Millis
    from app.domain.kernel.world import Ctx, World

MOST_ACTIVITIES: Final = 2_000
"""How many activities an agenda holds at most."""

MOST_QUESTIONS: Final = 20
"""How many prepared questions an activity holds at most."""

MOST_OBJECTIVES: Final = 200
"""How many objectives a class has at most."""

MOST_DAYS: Final = 366
"""How many days an agenda spreads over at most."""

ID_LIMIT: Final = 64
"""The longest id, in characters."""

_OVER: Final = frozenset({Phase.ENDED, Phase.ARCHIVED})


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:  # noqa: ARG001 (every decider's shape)
    """Decide one command about the agenda; see `Capability.decide`."""
    state = world.state(AgendaState)
    match command:
        case FinishActivity():
            return (ActivityFinished(activity=_running(state)),)
        case _ if world.life.phase in _OVER:
            raise Refusal("session_ended")
        case SetAgenda() | AddActivities() | MoveActivity() | AmendActivity() | RemoveActivity() | RetimeActivities():
            return _arrange(state, command)
        case StartActivity() | GoBack() | ResumeActivity() if world.life.phase is not Phase.LIVE:
            raise Refusal("wrong_phase", phase=str(world.life.phase))
        case StartActivity(activity=activity):
            return _start(state, activity)
        case GoBack():
            return _go_back(state)
        case PauseActivity():
            activity = _running(state)
            return () if state.stopped is not Stopped.NOT else (ActivityPaused(activity=activity),)
        case ResumeActivity():
            activity = _running(state)
            return () if state.stopped is Stopped.NOT else (ActivityResumed(activity=activity),)
        case ExtendActivity(activity=activity, minutes=minutes):
            return _extend(state, activity, minutes)
        case SkipActivity(activity=activity, skipped=skipped):
            _check_waits(state, activity)
            if (activity in state.skipped) is skipped:
                return ()
            return (ActivitySkipped(activity=activity, skipped=skipped),)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


# --- what happens ----------------------------------------------------------------------------------------------------


def _running(state: AgendaState) -> str:
    if not state.current:
        raise Refusal("nothing_running")
    return state.current


def _start(state: AgendaState, activity: str) -> Sequence[Event]:
    _known(state, activity)
    if activity == state.current:
        return ()
    ended = (ActivityFinished(activity=state.current),) if state.current else ()
    return (*ended, ActivityStarted(activity=activity))


def _go_back(state: AgendaState) -> Sequence[Event]:
    if not state.trail:
        raise Refusal("nothing_before")
    ended = (ActivityFinished(activity=state.current, done=False),) if state.current else ()
    return (*ended, ActivityStarted(activity=state.trail[-1]))


def _extend(state: AgendaState, activity: str, minutes: int) -> Sequence[Event]:
    before = _known(state, activity)
    if state.standing(activity) is Standing.DONE:
        raise Refusal("activity_over")
    after = max(1, min(MOST_MINUTES, before.minutes + minutes))
    if after == before.minutes:
        return ()
    change = Retiming(activity=activity, minutes=after, skipped=activity in state.skipped)
    return (ActivitiesRetimed(changes=(change,)),)


def _known(state: AgendaState, activity: str) -> Activity:
    found = state.activities.get(activity)
    if found is None:
        raise Refusal("unknown_activity")
    return found


def _check_waits(state: AgendaState, activity: str) -> None:
    """Refuse what makes sense only for an activity that is still to come."""
    _known(state, activity)
    match state.standing(activity):
        case Standing.NOW:
            raise Refusal("activity_running")
        case Standing.DONE:
            raise Refusal("activity_over")
        case Standing.TO_COME | Standing.SKIPPED:
            pass
        case standing:
            assert_never(standing)


# --- what is arranged ------------------------------------------------------------------------------------------------


def _arrange(
    state: AgendaState,
    command: SetAgenda | AddActivities | MoveActivity | AmendActivity | RemoveActivity | RetimeActivities,
) -> Sequence[Event]:
    match command:
        case SetAgenda():
            return _set(state, command)
        case AddActivities():
            return _add(state, command)
        case MoveActivity(activity=activity, before=before):
            _known(state, activity)
            if before:
                _known(state, before)
            place = state.order.index(activity)
            after = state.order[place + 1] if place + 1 < len(state.order) else ""
            return () if before in {activity, after} else (ActivityMoved(activity=activity, before=before),)
        case AmendActivity(activity=activity):
            before_it = _known(state, activity.id)
            tidy = _tidied(activity)
            return () if tidy == before_it else (ActivityAmended(activity=tidy),)
        case RemoveActivity(activity=activity):
            _check_waits(state, activity)
            if any(run.activity == activity for run in state.runs):
                # It ran for a moment: what really happened names it.
                raise Refusal("activity_over")
            return (ActivityRemoved(activity=activity),)
        case RetimeActivities(changes=changes):
            return _retime(state, changes)
        case _:
            assert_never(command)


def _set(state: AgendaState, command: SetAgenda) -> Sequence[Event]:
    if state.runs:
        raise Refusal("agenda_begun")
    sizes = (len(command.plan), ID_LIMIT), (len(command.days), MOST_DAYS), (len(command.objectives), MOST_OBJECTIVES)
    if any(size > most for size, most in sizes):
        raise Refusal("bad_command")
    for day in command.days:
        _check_moment(day.start)
    activities = _taken_in((), command.activities)
    return (
        AgendaSet(
            plan=command.plan,
            title=_text(command.title, "heading"),
            days=tuple(replace(day, title=_text(day.title, "heading")) for day in command.days),
            objectives=tuple(replace(each, title=_text(each.title, "heading")) for each in command.objectives),
            activities=activities,
        ),
    )


def _add(state: AgendaState, command: AddActivities) -> Sequence[Event]:
    if command.before:
        _known(state, command.before)
    if command.planned and state.runs:
        raise Refusal("agenda_begun")
    if not command.activities:
        return ()
    activities = _taken_in((*state.activities, *(run.activity for run in state.runs)), command.activities)
    return (ActivitiesAdded(activities=activities, before=command.before, planned=command.planned),)


def _taken_in(there: Iterable[str], activities: Sequence[Activity]) -> tuple[Activity, ...]:
    known = set(there)
    if len(known) + len(activities) > MOST_ACTIVITIES:
        raise Refusal("too_many_activities", limit=MOST_ACTIVITIES)
    for activity in activities:
        if activity.id in known:
            raise Refusal("id_used")
        known.add(activity.id)
    return tuple(_tidied(activity) for activity in activities)


def _retime(state: AgendaState, changes: Sequence[Retiming]) -> Sequence[Event]:
    changed: list[Retiming] = []
    for change in changes:
        activity = _known(state, change.activity)
        _check_minutes(change.minutes)
        if state.standing(activity.id) is Standing.DONE:
            raise Refusal("activity_over")
        if change.skipped and activity.id == state.current:
            raise Refusal("activity_running")
        if (change.minutes, change.skipped) != (activity.minutes, activity.id in state.skipped):
            changed.append(change)
    return (ActivitiesRetimed(changes=tuple(changed)),) if changed else ()


def _tidied(activity: Activity) -> Activity:
    """Return an activity with its texts as they are stored.

    Raises:
        Refusal: an id, a time or a text has no place in an agenda.
    """
    if not 0 < len(activity.id) <= ID_LIMIT or len(activity.day) > ID_LIMIT:
        raise Refusal("bad_command")
    _check_moment(activity.pinned)
    if len(activity.questions) > MOST_QUESTIONS:
        raise Refusal("too_many_questions", limit=MOST_QUESTIONS)
    _check_minutes(activity.minutes)
    return replace(
        activity,
        title=_text(activity.title, "heading"),
        lead=_text(activity.lead, "heading"),
        instructions=_text(activity.instructions, "prepared"),
        notes=_text(activity.notes, "prepared"),
        questions=tuple(replace(each, text=_text(each.text, "message")) for each in activity.questions),
    )


def _check_moment(moment: Millis) -> None:
    if not 0 <= moment <= LAST_MOMENT:
        raise Refusal("bad_moment", limit=LAST_MOMENT)


def _check_minutes(minutes: int) -> None:
    if not 0 <= minutes <= MOST_MINUTES:
        raise Refusal("bad_duration", limit=MOST_MINUTES)


def _text(text: str, kind: str) -> str:
    """Return a prepared text as it is stored; what shows nothing is empty."""
    try:
        return clean(text, kind)
    except Refusal as refusal:
        if refusal.code == "text_empty":
            return ""
        raise


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which what the command acts on last changed."""
    changed = world.state(AgendaState).changed
    match command:
        case SetAgenda() | MoveActivity() | RemoveActivity():
            names: tuple[str, ...] = ("order",)
        case StartActivity() | PauseActivity() | ResumeActivity() | GoBack() | FinishActivity():
            names = ("run",)
        case SkipActivity(activity=activity):
            names = ("run", activity)
        case AmendActivity(activity=activity):
            names = ("times", activity.id)
        case RetimeActivities():
            # An offer was reckoned from the agenda as it stood.
            names = ("run", "times", "order")
        case _:
            names = ()
    return max((changed.get(name, 0) for name in names), default=0)
