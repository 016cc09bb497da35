"""A plan's agenda, as the commands that copy it into a class."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.agenda.activity import Activity, Day, Kind, Objective, Question
from app.domain.agenda.commands import AddActivities, SetAgenda
from app.domain.agenda.decider import MOST_ACTIVITIES, MOST_DAYS, MOST_OBJECTIVES, MOST_QUESTIONS
from app.domain.kernel.gate import LIMITS
from app.domain.kernel.refusal import Refusal
from app.plans.timing import schedule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from app.domain.kernel.messages import Command
    from app.plans.plan import Activity as Planned
    from app.plans.plan import Plan
    from app.plans.timing import DayTimes

FRAME_BYTES: Final = 200_000
"""How many bytes of activities go into one command; a frame holds a mebibyte, of which one activity may need most."""


def agenda_of(plan: Plan, plan_id: str, begins: datetime | None, *, rehearsed: bool) -> Iterator[Command]:
    """Give the commands that copy a plan's agenda into a class; see `commands_for`.

    Args:
        plan: to copy; a plan without activities gives nothing.
        plan_id: under which the library keeps it.
        begins: when the class begins; now when left out.
        rehearsed: whether the plan's times are moved to `begins`.

    Raises:
        Refusal: `too_many_activities`.
    """
    if len(plan.activities) > MOST_ACTIVITIES:
        raise Refusal("too_many_activities", limit=MOST_ACTIVITIES)
    if not plan.activities:
        return
    days = schedule(plan).days[:MOST_DAYS]
    moments = _Moments(days, begins or datetime.now().astimezone(), rehearsed=rehearsed)
    questions: dict[str, list[Question]] = {}
    for question in plan.questions:
        text = _fit(question.text, "message")
        if text.strip():
            questions.setdefault(question.activity, []).append(Question(id=question.id, text=text))
    activities = [
        _activity(
            slot.activity, day.day.id if day.day is not None else "", moments.pin(place, slot.activity), questions
        )
        for place, day in enumerate(days)
        for slot in day.slots
    ]
    first, *more = _portions(activities)
    yield SetAgenda(
        plan=plan_id,
        title=_fit(plan.title, "heading"),
        days=tuple(
            Day(id=day.day.id, title=_fit(day.day.title, "heading"), start=moments.start(place))
            if day.day is not None
            else Day(id="", start=moments.start(place))
            for place, day in enumerate(days)
        ),
        objectives=tuple(
            Objective(id=each.id, title=_fit(each.title, "heading")) for each in plan.objectives[:MOST_OBJECTIVES]
        ),
        activities=first,
    )
    for portion in more:
        yield AddActivities(activities=portion, planned=True)


class _Moments:
    """The clock times of a plan, as moments.

    Args:
        days: of the plan, laid out.
        begins: when the class begins.
        rehearsed: whether the plan begins then, whatever its dates and times say.
    """

    def __init__(self, days: tuple[DayTimes, ...], begins: datetime, *, rehearsed: bool) -> None:
        self._days = days
        self._dates: list[date] = []
        local = begins.astimezone()
        for place, day in enumerate(days):
            said = _date(day.day.date if day.day is not None else "")
            following = self._dates[-1] + timedelta(days=1) if place else local.date()
            self._dates.append(said or following)
        if self._dates and (rehearsed or max(self._dates) < local.date()):
            # The plan was held before: its days are taken anew from today.
            moved = local.date() - self._dates[0]
            self._dates = [each + moved for each in self._dates]
        self._shift = 0
        if rehearsed and self.start(0):
            self._shift = _ms(begins) - self.start(0)

    def start(self, place: int) -> int:
        """Return when a day was to begin, in milliseconds since 1970; 0 when that is open."""
        times = self._days[place]
        if times.day is not None and times.day.start is not None:
            return self._moment(place, times.day.start, clock=True)
        return self._moment(place, times.slots[0].start if times.slots else None, clock=times.clock)

    def pin(self, place: int, activity: Planned) -> int:
        """Return the moment to which an activity of a day is pinned; 0 for none."""
        return self._moment(place, activity.pinned, clock=True)

    def _moment(self, place: int, minutes: int | None, *, clock: bool) -> int:
        if minutes is None or not clock:
            return 0
        naive = datetime.combine(self._dates[place], time()) + timedelta(minutes=minutes)
        # The computer's own zone, with the hour it keeps on that day.
        return _ms(naive.astimezone()) + self._shift


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        # Well formed and still no day, as the thirtieth of February.
        return None


def _activity(planned: Planned, day: str, pinned: int, questions: Mapping[str, list[Question]]) -> Activity:
    return Activity(
        id=planned.id,
        title=_fit(planned.title, "heading"),
        kind=Kind(str(planned.kind)),
        minutes=planned.minutes,
        pinned=pinned,
        day=day,
        instructions=_fit(planned.instructions, "prepared"),
        notes=_fit(planned.notes, "prepared"),
        lead=_fit(planned.lead, "heading"),
        objectives=planned.objectives[:MOST_OBJECTIVES],
        questions=tuple(questions.get(planned.id, ())[:MOST_QUESTIONS]),
    )


def _fit(text: str, kind: str) -> str:
    """Return a text that the class takes in: composing it may make it longer than the plan allows."""
    return unicodedata.normalize("NFC", text)[: LIMITS[kind]]


def _portions(activities: Iterable[Activity]) -> Iterator[tuple[Activity, ...]]:
    portion: list[Activity] = []
    size = 0
    for activity in activities:
        weight = len(msgspec.json.encode(activity))
        if portion and size + weight > FRAME_BYTES:
            yield tuple(portion)
            portion, size = [], 0
        portion.append(activity)
        size += weight
    yield tuple(portion)
