"""The plan document: a title, a language and an agenda of activities, with the few changes one makes to it."""

from __future__ import annotations

from enum import StrEnum
from itertools import accumulate
from typing import Annotated, ClassVar, Final

import msgspec
from msgspec.structs import replace

TITLE_LIMIT: Final = 200
"""The longest title, in characters: of a plan, of an activity, and of the class that is started from it."""

MOST_MINUTES: Final = 600
"""The longest activity, in minutes."""

LAYOUT: Final = 1
"""The layout that is written today."""


class ActivityKind(StrEnum):
    """What people do in an activity."""

    TALK = "talk"
    DISCUSSION = "discussion"
    DEBATE = "debate"
    POLL = "poll"
    BREAKOUT = "breakout"
    QUESTIONS = "questions"
    SHARE_OUT = "share_out"
    BREAK = "break"


class Activity(msgspec.Struct, frozen=True, kw_only=True):
    """One block of the agenda.

    Attributes:
        id: stable within its plan.
        title: what it is about.
        kind: what people do.
        minutes: how long it is meant to last, from 0 to `MOST_MINUTES`.
    """

    id: str
    title: str = ""
    kind: ActivityKind = ActivityKind.DISCUSSION
    minutes: Annotated[int, msgspec.Meta(ge=0, le=MOST_MINUTES)] = 10


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is prepared. Fields of a later version are passed over.

    Attributes:
        title: of the plan, and first proposal for the class's.
        language: of the class, `fr` or `en`.
        activities: the agenda, in order.
        layout: of the document as it is stored.
    """

    title: str = ""
    language: str = "fr"
    activities: tuple[Activity, ...] = ()
    layout: int = LAYOUT


class PlanUnreadable(Exception):
    """These bytes are no plan, or one of a newer version.

    Attributes:
        code: stable, for messages and logs.
    """

    code: ClassVar[str] = "plan_unreadable"


_decode = msgspec.json.Decoder(Plan).decode


def decode(body: bytes) -> Plan:
    """Read a plan.

    Args:
        body: JSON, as `encode` writes it.

    Raises:
        PlanUnreadable: it is no plan, or its layout is newer than this software.
    """
    try:
        plan = _decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise PlanUnreadable(str(error)) from error
    if plan.layout > LAYOUT:
        raise PlanUnreadable(f"layout {plan.layout}")
    if len({activity.id for activity in plan.activities}) != len(plan.activities):
        raise PlanUnreadable("two activities have one id")
    return plan


def encode(plan: Plan) -> bytes:
    """Write a plan as JSON."""
    return msgspec.json.encode(plan)


def total_minutes(plan: Plan) -> int:
    """Return how long the whole agenda lasts, in minutes."""
    return sum(activity.minutes for activity in plan.activities)


def starts(plan: Plan) -> tuple[int, ...]:
    """Return after how many minutes each activity begins, in the order of the agenda."""
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
