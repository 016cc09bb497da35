"""What an agenda is made of: activities, the days on which they take place, the objectives that they serve."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

import msgspec

from app.domain.kernel.words import Millis

MOST_MINUTES: Final = 600
"""The longest activity, in minutes."""

LAST_MOMENT: Final[Millis] = 4_102_444_800_000
"""The latest moment that an agenda speaks of: the end of the year 2099, UTC."""

MINUTE: Final[Millis] = 60_000


class Kind(StrEnum):
    """What people do in an activity; the words are those of plans."""

    TALK = "talk"
    DISCUSSION = "discussion"
    DEBATE = "debate"
    POLL = "poll"
    BREAKOUT = "breakout"
    QA = "qa"
    SHARE_OUT = "share_out"
    ENERGISER = "energiser"
    BREAK = "break"


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question prepared for an activity.

    Attributes:
        id: the one it has in the plan.
        text: what is asked.
    """

    id: str
    text: str


class Objective(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What learners will be able to do.

    Attributes:
        id: the one it has in the plan.
        title: the objective.
    """

    id: str
    title: str = ""


class Day(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One day of the agenda.

    Attributes:
        id: the one it has in the plan.
        title: of the day.
        start: when it was to begin; 0 when that was left open.
    """

    id: str
    title: str = ""
    start: Millis = 0


class Activity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One block of the agenda.

    Attributes:
        id: the one it has in the plan, or any fresh one.
        title: what it is about; may be empty.
        kind: what people do.
        minutes: how long it is meant to last.
        pinned: the moment at which it begins, however late the class may be; 0 when it follows the one before.
        day: the id of its day; empty for the only one.
        instructions: what learners read while it is under way.
        notes: what only staff read.
        lead: who leads it; for staff.
        objectives: the ids of those it serves.
        questions: to put to the class; for staff until they are.
    """

    id: str
    title: str = ""
    kind: Kind = Kind.DISCUSSION
    minutes: Annotated[int, msgspec.Meta(ge=0, le=MOST_MINUTES)] = 10
    pinned: Millis = 0
    day: str = ""
    instructions: str = ""
    notes: str = ""
    lead: str = ""
    objectives: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


class Retiming(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an activity's time is to be.

    Attributes:
        activity: which.
        minutes: from now on, in all.
        skipped: whether it does not take place.
    """

    activity: str
    minutes: Annotated[int, msgspec.Meta(ge=0, le=MOST_MINUTES)]
    skipped: bool = False
