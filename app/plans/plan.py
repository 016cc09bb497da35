"""The plan as it stands at one moment: frozen values, and the few changes that are made to them as a whole."""

from __future__ import annotations

from enum import StrEnum
from itertools import accumulate
from typing import Annotated, ClassVar, Final

import msgspec
from msgspec.structs import replace

TITLE_LIMIT: Final = 200
"""The longest title, in characters: of a plan, of an activity, and of the class that is started from it."""

TEXT_LIMIT: Final = 20_000
"""The longest text of another kind, in characters."""

MOST_MINUTES: Final = 600
"""The longest activity, in minutes."""

DAY_MINUTES: Final = 24 * 60
"""How many minutes a day has; clock times are minutes since midnight."""

ClockTime = Annotated[int, msgspec.Meta(ge=0, lt=DAY_MINUTES)]
Title = Annotated[str, msgspec.Meta(max_length=TITLE_LIMIT)]
Prose = Annotated[str, msgspec.Meta(max_length=TEXT_LIMIT)]
Id = Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]


class PlanError(Exception):
    """A plan cannot be read, changed or merged as was asked; nothing was changed.

    Attributes:
        code: stable, for messages and logs.
        where: the place in the plan or file, as `activities/ID/minutes` or `line 12`; empty when it is the whole.
    """

    code: ClassVar[str] = "plan_error"

    def __init__(self, reason: str, where: str = "") -> None:
        super().__init__(f"{where}: {reason}" if where else reason)
        self.where = where


class PlanUnreadable(PlanError):
    """These bytes are no plan, or a damaged one."""

    code = "plan_unreadable"


class PlanNewer(PlanUnreadable):
    """A newer version of this software wrote this plan."""

    code = "plan_newer"


class PlanInvalid(PlanError):
    """A value has no place in a plan: a negative duration, a title that never ends."""

    code = "plan_invalid"


class ActivityKind(StrEnum):
    """What people do in an activity."""

    TALK = "talk"
    DISCUSSION = "discussion"
    DEBATE = "debate"
    POLL = "poll"
    BREAKOUT = "breakout"
    QA = "qa"
    SHARE_OUT = "share_out"
    ENERGISER = "energiser"
    BREAK = "break"


class PollForm(StrEnum):
    """How a poll is answered."""

    CHOICE = "choice"
    MULTIPLE = "multiple"
    SCALE = "scale"
    RANKING = "ranking"
    NUMBER = "number"
    OPEN = "open"
    CLOUD = "cloud"


class Mixing(StrEnum):
    """Who meets whom in the rooms: at random, the same again, whole groups joined, one from each, or new partners."""

    RANDOM = "random"
    KEEP = "keep"
    JOIN = "join"
    SPREAD = "spread"
    NEW = "new"


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a plan that is added, changed, moved and removed by itself.

    Attributes:
        id: stable within its plan.
    """

    id: Id


class Objective(Item, frozen=True, kw_only=True):
    """What learners will be able to do.

    Attributes:
        title: the objective.
        evidence: how it will be seen to be met.
    """

    title: Title = ""
    evidence: Prose = ""


class Topic(Item, frozen=True, kw_only=True):
    """A conversation prepared in advance.

    Attributes:
        title: what it is about.
        prompt: the question that opens it.
        objective: the id of the objective that it serves; empty when it serves none.
    """

    title: Title = ""
    prompt: Prose = ""
    objective: Annotated[str, msgspec.Meta(max_length=64)] = ""


class Material(Item, frozen=True, kw_only=True):
    """Something to have at hand.

    Attributes:
        title: what it is.
        link: where it is found; empty for things.
        note: what it serves.
    """

    title: Title = ""
    link: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    note: Prose = ""


class Role(Item, frozen=True, kw_only=True):
    """A part that somebody takes.

    Attributes:
        title: of the role.
        who: takes it.
        tasks: what they do.
    """

    title: Title = ""
    who: Title = ""
    tasks: Prose = ""


class Day(Item, frozen=True, kw_only=True):
    """One day of the agenda.

    Attributes:
        title: of the day.
        date: as `2026-03-31`; empty when it is open.
        start: when it begins, in minutes since midnight; none when it is open.
    """

    title: Title = ""
    date: Annotated[str, msgspec.Meta(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    start: ClockTime | None = None


class Activity(Item, frozen=True, kw_only=True):
    """One block of the agenda.

    Attributes:
        title: what it is about.
        kind: what people do.
        minutes: how long it is meant to last, from 0 to `MOST_MINUTES`.
        objectives: the ids of those it serves, sorted.
        topics: the ids of the conversations that open with it, sorted.
        instructions: what learners read.
        notes: what only staff read.
        lead: who leads it.
        pinned: the clock time at which it begins, in minutes since midnight; none when it follows the one before.
        day: the id of its day; empty, or of a day that is gone, for the first.
    """

    title: Title = ""
    kind: ActivityKind = ActivityKind.DISCUSSION
    minutes: Annotated[int, msgspec.Meta(ge=0, le=MOST_MINUTES)] = 10
    objectives: tuple[Id, ...] = ()
    topics: tuple[Id, ...] = ()
    instructions: Prose = ""
    notes: Prose = ""
    lead: Title = ""
    pinned: ClockTime | None = None
    day: str = ""


class Question(Item, frozen=True, kw_only=True):
    """A question to put to the class.

    Attributes:
        activity: the id of the activity that holds it.
        text: of the question.
    """

    activity: str = ""
    text: Prose = ""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One answer of a poll.

    Attributes:
        text: of the answer.
        right: whether it is right; where none is, the poll asks for an opinion.
        feedback: said to whoever chose it.
    """

    text: Prose = ""
    right: bool = False
    feedback: Prose = ""


class Poll(Item, frozen=True, kw_only=True):
    """A poll to open during an activity.

    Attributes:
        activity: the id of the activity that holds it.
        title: a name for staff.
        question: what is asked.
        form: how it is answered.
        choices: the answers; of an open poll or one for a number, those that are accepted as right.
        anonymous: whether nobody learns who answered what.
        low: what the lower end of a scale means.
        high: what the upper end of a scale means.
        steps: how many steps a scale has.
    """

    activity: str = ""
    title: Title = ""
    question: Prose = ""
    form: PollForm = PollForm.CHOICE
    choices: tuple[Choice, ...] = ()
    anonymous: bool = False
    low: Title = ""
    high: Title = ""
    steps: Annotated[int, msgspec.Meta(ge=2, le=11)] = 5


class Rooms(Item, frozen=True, kw_only=True):
    """A round of breakout rooms to open during an activity.

    Attributes:
        activity: the id of the activity that holds it.
        people: how many in each room, when `number` is 0.
        number: how many rooms; 0 when `people` decides.
        mixing: who meets whom.
        task: what each room is to do.
        steps: of the task, one a line.
        minutes: how long they stay open; 0 as long as the activity lasts.
    """

    activity: str = ""
    people: Annotated[int, msgspec.Meta(ge=1, le=500)] = 4
    number: Annotated[int, msgspec.Meta(ge=0, le=500)] = 0
    mixing: Mixing = Mixing.RANDOM
    task: Prose = ""
    steps: Prose = ""
    minutes: Annotated[int, msgspec.Meta(ge=0, le=MOST_MINUTES)] = 0


class Debate(Item, frozen=True, kw_only=True):
    """A debate to open during an activity.

    Attributes:
        activity: the id of the activity that holds it.
        motion: what is debated.
        positions: those that one may take, one a line; empty for for, against and unsure.
        seconds: how long a speaking turn lasts.
        statements: kept ready to be put to the class, one a line.
        hidden: whether learners see counts only when staff show them.
    """

    activity: str = ""
    motion: Prose = ""
    positions: Prose = ""
    seconds: Annotated[int, msgspec.Meta(ge=10, le=3600)] = 120
    statements: Prose = ""
    hidden: bool = False


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is prepared. Every tuple is in the order in which it is read.

    Attributes:
        title: of the plan, and first proposal for the class's.
        audience: for whom it is.
        language: of the class, `fr` or `en`.
        learners: how many are expected; 0 when that is open.
        editorial: the editorial line: what holds the class together, and in which tone.
        tags: words to find it by, sorted.
        days: of the agenda; none means one day whose date and time are open.
        activities: the agenda, day by day.
        objectives: what learners will be able to do.
        topics: conversations prepared in advance.
        materials: to have at hand.
        roles: who does what.
        questions: prepared for activities.
        polls: prepared for activities.
        rooms: prepared for activities.
        debates: prepared for activities.
    """

    title: Title = ""
    audience: Prose = ""
    language: Annotated[str, msgspec.Meta(max_length=35)] = "fr"
    learners: Annotated[int, msgspec.Meta(ge=0, le=100_000)] = 0
    editorial: Prose = ""
    tags: tuple[Title, ...] = ()
    days: tuple[Day, ...] = ()
    activities: tuple[Activity, ...] = ()
    objectives: tuple[Objective, ...] = ()
    topics: tuple[Topic, ...] = ()
    materials: tuple[Material, ...] = ()
    roles: tuple[Role, ...] = ()
    questions: tuple[Question, ...] = ()
    polls: tuple[Poll, ...] = ()
    rooms: tuple[Rooms, ...] = ()
    debates: tuple[Debate, ...] = ()


def total_minutes(plan: Plan) -> int:
    """Return how long all activities last together, in minutes."""
    return sum(activity.minutes for activity in plan.activities)


def starts(plan: Plan) -> tuple[int, ...]:
    """Return after how many minutes each activity begins when they follow one another, in the order of the agenda."""
    return tuple(accumulate((activity.minutes for activity in plan.activities), initial=0))[:-1]


def add(plan: Plan, activity: Activity, place: int | None = None) -> Plan:
    """Return the plan with one more activity.

    Args:
        plan: without it.
        activity: with an id of its own.
        place: where it will stand, from 0; at the end when left out.
    """
    at = len(plan.activities) if place is None else max(0, min(place, len(plan.activities)))
    return replace(plan, activities=(*plan.activities[:at], activity, *plan.activities[at:]))


def change(plan: Plan, activity: Activity) -> Plan:
    """Return the plan with an activity in place of the one that has its id; unchanged when there is none."""
    changed = tuple(activity if each.id == activity.id else each for each in plan.activities)
    return replace(plan, activities=changed)


def remove(plan: Plan, activity_id: str) -> Plan:
    """Return the plan without an activity; unchanged when there is none of this id."""
    return replace(plan, activities=tuple(each for each in plan.activities if each.id != activity_id))


def move(plan: Plan, activity_id: str, place: int) -> Plan:
    """Return the plan with an activity at another place.

    Args:
        plan: in the order before.
        activity_id: which one; unknown ids change nothing.
        place: where it will stand when it is done, from 0; beyond the ends means the end.
    """
    moved = next((each for each in plan.activities if each.id == activity_id), None)
    return plan if moved is None else add(remove(plan, activity_id), moved, place)


def room_count(learners: int, people: int) -> int:
    """Return into how many rooms a class is cut; nobody is left alone in one.

    Args:
        learners: in the class, at least 1.
        people: how many in each.
    """
    return max(1, min(-(-learners // people), learners // 2))


def day_of(plan: Plan, activity: Activity) -> Day | None:
    """Return the day on which an activity takes place; none when the plan names no day.

    Args:
        plan: with its days.
        activity: of this plan.
    """
    return next((day for day in plan.days if day.id == activity.day), plan.days[0] if plan.days else None)
