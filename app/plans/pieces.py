"""Activities that are taken from one plan and put into another, with all that they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from msgspec.structs import replace

from app.plans.edits import Add, Edit
from app.plans.plan import TITLE_LIMIT, Activity, Item, Plan, Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


def new_id() -> str:
    """Return an id that no other item has."""
    return str(uuid4())


@dataclass(frozen=True)
class Piece:
    """Activities that are ready to be put into a plan, under ids that it has never held.

    Attributes:
        activities: in order.
        held: the questions, polls, rooms, debates and topics that belong to them.
        fits: whether it is meant for as many learners as were asked for.
    """

    activities: tuple[Activity, ...]
    held: tuple[Item, ...]
    fits: bool = True

    def edits(self, place: int | None = None, day: str = "") -> tuple[Edit, ...]:
        """Return what adds all of it to a plan.

        Args:
            place: where the first activity will stand; at the end when left out.
            day: the id of the day on which it takes place.
        """
        added = [
            Add(replace(each, day=day), None if place is None else place + offset)
            for offset, each in enumerate(self.activities)
        ]
        return (*added, *(Add(each) for each in self.held))

    def minutes(self) -> int:
        """Return how long it lasts."""
        return sum(each.minutes for each in self.activities)


def taken(plan: Plan, ids: Collection[str], title: str = "") -> Plan:
    """Return a plan of some activities only, to be kept for other plans.

    Args:
        plan: that holds them.
        ids: of the activities; unknown ones are passed over.
        title: of what is kept; the first activity's when left out.
    """
    activities = tuple(replace(each, day="", pinned=None) for each in plan.activities if each.id in ids)
    there = {each.id for each in activities}
    served = {objective for each in activities for objective in each.objectives}
    opened = {topic for each in activities for topic in each.topics}
    return Plan(
        title=(title or next((each.title for each in activities), ""))[:TITLE_LIMIT],
        language=plan.language,
        learners=plan.learners,
        activities=activities,
        objectives=tuple(each for each in plan.objectives if each.id in served),
        topics=tuple(replace(each, objective="") for each in plan.topics if each.id in opened),
        questions=tuple(each for each in plan.questions if each.activity in there),
        polls=tuple(each for each in plan.polls if each.activity in there),
        rooms=tuple(each for each in plan.rooms if each.activity in there),
        debates=tuple(each for each in plan.debates if each.activity in there),
    )


def copied(source: Plan, into: Plan, fresh: Callable[[], str] = new_id) -> Piece:
    """Make a piece of a plan's activities; clock times stay behind, and objectives that the other plan does not have.

    Topics that open with them come along, unless the other plan has the same.

    Args:
        source: what is kept, or another plan.
        into: the plan that it will be put into; an objective of the same title there is served again.
        fresh: gives each item its id.
    """
    same = {each.title.casefold().strip(): each.id for each in into.objectives if each.title.strip()}
    titles = {each.id: each.title.casefold().strip() for each in source.objectives}
    names = {each.id: fresh() for each in source.activities}
    opened = {topic for each in source.activities for topic in each.topics}
    there = {_told(each): each.id for each in into.topics}
    topics = {each.id: there.get(_told(each)) or fresh() for each in source.topics if each.id in opened}
    new = tuple(
        replace(each, id=topics[each.id], objective="")
        for each in source.topics
        if each.id in opened and _told(each) not in there
    )
    activities = tuple(
        replace(
            each,
            id=names[each.id],
            day="",
            pinned=None,
            topics=tuple(sorted({topics[key] for key in each.topics if key in topics})),
            objectives=tuple(sorted({same[titles[key]] for key in each.objectives if titles.get(key) in same})),
        )
        for each in source.activities
    )
    held = tuple(
        replace(each, id=fresh(), activity=names[each.activity])
        for collection in (source.questions, source.polls, source.rooms, source.debates)
        for each in collection
    )
    return Piece(activities, (*new, *held))


def _told(topic: Topic) -> tuple[str, str]:
    return topic.title.casefold().strip(), topic.prompt.strip()


def place_after(plan: Plan, activity_id: str) -> tuple[int | None, str]:
    """Return where what follows an activity stands, and on which day.

    Args:
        plan: that holds it.
        activity_id: which; when it holds none of this id, the end of the last day is meant.
    """
    found = next(((place, each) for place, each in enumerate(plan.activities) if each.id == activity_id), None)
    if found is not None:
        return found[0] + 1, found[1].day
    return None, plan.days[-1].id if plan.days else ""
