"""What is done to several activities at once, as edits of one step: moved, duplicated, removed, copied, pasted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from app.plans.edits import Add, Change, Edit, Move, Remove, Restore, clean
from app.plans.plan import (
    TITLE_LIMIT,
    Activity,
    Day,
    Debate,
    Item,
    Objective,
    Plan,
    PlanUnreadable,
    Poll,
    Question,
    Rooms,
    Topic,
    day_of,
)
from app.plans.typed import minutes_typed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LAST: Final = 1_000_000
_LENGTH: Final = re.compile(r"[(\[]?\b(\d{1,3}\s*(?:min(?:utes?)?|mn|h(?:\s*\d{1,2})?|['’]))[)\]]?\s*$", re.IGNORECASE)
_MARK: Final = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+")


class Clip(msgspec.Struct, frozen=True):
    """Activities taken out of a plan, with what they hold and the names of what they point to.

    Attributes:
        activities: in the order of the agenda.
        questions: theirs.
        polls: theirs.
        rooms: theirs.
        debates: theirs.
        objectives: that they serve.
        topics: that open with them.
    """

    activities: tuple[Activity, ...] = ()
    questions: tuple[Question, ...] = ()
    polls: tuple[Poll, ...] = ()
    rooms: tuple[Rooms, ...] = ()
    debates: tuple[Debate, ...] = ()
    objectives: tuple[Objective, ...] = ()
    topics: tuple[Topic, ...] = ()


def in_order(plan: Plan, ids: Sequence[str]) -> tuple[Activity, ...]:
    """Return activities in the order of the agenda.

    Args:
        plan: that holds them.
        ids: unknown ones are passed over.
    """
    wanted = set(ids)
    return tuple(activity for activity in plan.activities if activity.id in wanted)


def moved(plan: Plan, ids: Sequence[str], before: str, day: str = "") -> tuple[Edit, ...]:
    """Put activities at another place, together and in their order.

    Args:
        plan: that holds them.
        ids: of the activities.
        before: the id of the activity before which they will stand; empty for the end of the day.
        day: the id of the day where they will stand; empty for the only one.

    Returns:
        The edits; none when all stand there already.
    """
    chosen = in_order(plan, ids)
    going = {activity.id for activity in chosen}
    stay = [activity for activity in plan.activities if activity.id not in going]
    if before in going:
        # Before itself: before the next one that stays, if that is of the same day.
        rest = plan.activities[[each.id for each in plan.activities].index(before) :]
        follows = next((each for each in rest if each.id not in going), None)
        before = follows.id if follows is not None and _day_id(plan, follows) == _day_id(plan, rest[0]) else ""
        day = day or _day_id(plan, rest[0])
    order = [activity.id for activity in stay]
    at = order.index(before) if before in order else _end_of_day(plan, stay, day)
    wanted = [*order[:at], *(each.id for each in chosen), *order[at:]]
    target = day or (_day_id(plan, stay[at]) if before in order else "")
    dated = [Change(replace(each, day=target)) for each in chosen if _day_id(plan, each) != target and target]
    if wanted == [each.id for each in plan.activities] and not dated:
        return ()
    to_end = [Move(Activity, each.id, _LAST) for each in chosen]
    return (*dated, *to_end, *(Move(Activity, each.id, at + place) for place, each in enumerate(chosen)))


def _day_id(plan: Plan, activity: Activity) -> str:
    day = day_of(plan, activity)
    return day.id if day is not None else ""


def _end_of_day(plan: Plan, stay: Sequence[Activity], day: str) -> int:
    ranks = {each.id: rank for rank, each in enumerate(plan.days)}
    rank = ranks.get(day, len(ranks))
    return sum(1 for each in stay if ranks.get(each.day, 0) <= rank)


def shifted(plan: Plan, ids: Sequence[str], by: int) -> tuple[Edit, ...]:
    """Move activities up or down by one, together; at a day's edge they go over into the next day.

    Args:
        plan: that holds them.
        ids: of the activities.
        by: -1 or 1.
    """
    chosen = in_order(plan, ids)
    if not chosen:
        return ()
    all_ids = [each.id for each in plan.activities]
    going = {each.id for each in chosen}
    first, last = all_ids.index(chosen[0].id), all_ids.index(chosen[-1].id)
    days = [each.id for each in plan.days] or [""]
    edge = chosen[0] if by < 0 else chosen[-1]
    here = _day_id(plan, edge)
    beside = [
        each for each in (plan.activities[:first] if by < 0 else plan.activities[last + 1 :]) if each.id not in going
    ]
    same_day = [each for each in beside if _day_id(plan, each) == here]
    if not same_day:
        place = days.index(here) + by
        if not 0 <= place < len(days):
            return ()
        there = [each for each in plan.activities if _day_id(plan, each) == days[place] and each.id not in going]
        return moved(plan, ids, there[0].id if by > 0 and there else "", days[place])
    if by < 0:
        return moved(plan, ids, same_day[-1].id, here)
    return moved(plan, ids, same_day[1].id if len(same_day) > 1 else "", here)


def removed(plan: Plan, ids: Sequence[str]) -> tuple[Edit, ...]:
    """Take activities out of the plan.

    Args:
        plan: that holds them.
        ids: of the activities.
    """
    return tuple(Remove(Activity, each.id) for each in in_order(plan, ids))


def brought_back(ids: Sequence[str]) -> tuple[Edit, ...]:
    """Bring removed activities back as they were, where they were.

    Args:
        ids: of the activities.
    """
    return tuple(Restore(Activity, each) for each in ids)


def clip(plan: Plan, ids: Sequence[str]) -> Clip:
    """Copy activities with what they hold.

    Args:
        plan: that holds them.
        ids: of the activities.
    """
    chosen = in_order(plan, ids)
    there = {each.id for each in chosen}
    goals = {goal for each in chosen for goal in each.objectives}
    talks = {talk for each in chosen for talk in each.topics}
    return Clip(
        activities=chosen,
        questions=tuple(each for each in plan.questions if each.activity in there),
        polls=tuple(each for each in plan.polls if each.activity in there),
        rooms=tuple(each for each in plan.rooms if each.activity in there),
        debates=tuple(each for each in plan.debates if each.activity in there),
        objectives=tuple(each for each in plan.objectives if each.id in goals),
        topics=tuple(each for each in plan.topics if each.id in talks),
    )


def pasted(plan: Plan, piece: Clip, after: str, new_id: Callable[[], str]) -> tuple[Edit, ...]:
    """Add copies of activities.

    Args:
        plan: to add them to.
        piece: what was copied, from this plan or another.
        after: the id of the activity after which they will stand; at the end without one.
        new_id: makes an id.

    Returns:
        The edits; the first ones add the activities, in order.
    """
    ids = [each.id for each in plan.activities]
    at = ids.index(after) + 1 if after in ids else len(ids)
    day = _day_id(plan, plan.activities[at - 1]) if at else ""
    goals = _same(piece.objectives, plan.objectives)
    talks = _same(piece.topics, plan.topics)
    names = {each.id: new_id() for each in piece.activities}
    adds: list[Edit] = [
        Add(
            replace(
                each,
                id=names[each.id],
                day=day,
                pinned=None,
                objectives=tuple(goals[goal] for goal in each.objectives if goal in goals),
                topics=tuple(talks[talk] for talk in each.topics if talk in talks),
            ),
            at + place,
        )
        for place, each in enumerate(piece.activities)
    ]
    held: tuple[Question | Poll | Rooms | Debate, ...] = (
        *piece.questions,
        *piece.polls,
        *piece.rooms,
        *piece.debates,
    )
    return (*adds, *(Add(replace(each, id=new_id(), activity=names[each.activity])) for each in held))


def _same(theirs: Sequence[Item], ours: Sequence[Item]) -> dict[str, str]:
    """Return what in this plan is what the copied activities pointed to: by id, or by its words in another plan."""
    ids = {each.id for each in ours}
    titles = {_title(each): each.id for each in ours}
    found = {each.id: each.id if each.id in ids else titles.get(_title(each), "") for each in theirs}
    return {key: value for key, value in found.items() if value}


def _title(item: Item) -> str:
    return str(getattr(item, "title", "")).casefold()


def clip_from_text(text: str, new_id: Callable[[], str], most: int = 500) -> Clip:
    """Make activities of a pasted text: one a line, with its length when the line ends with one.

    Args:
        text: from elsewhere.
        new_id: makes an id.
        most: how many lines are taken.
    """
    made: list[Activity] = []
    for line in clean(text).split("\n")[:most]:
        words = " ".join(_MARK.sub("", line).replace("\t", " ").split())
        if not words:
            continue
        found = _LENGTH.search(words)
        minutes = minutes_typed(found[1]) if found else None
        title = words[: found.start()].rstrip(" –-:·,") if found and minutes is not None else words
        activity = Activity(id=new_id(), title=(title or words)[:TITLE_LIMIT])
        made.append(activity if minutes is None else replace(activity, minutes=minutes))
    return Clip(tuple(made))


def pack_clip(piece: Clip) -> bytes:
    """Write copied activities for the clipboard.

    Args:
        piece: what was copied.
    """
    return msgspec.json.encode(piece)


def unpack_clip(data: bytes) -> Clip:
    """Read copied activities from the clipboard.

    Args:
        data: as `pack_clip` wrote it, by this version or another.

    Raises:
        PlanUnreadable: it is nothing of the kind.
    """
    try:
        return msgspec.json.decode(data, type=Clip)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise PlanUnreadable(str(error), "clipboard") from error


def day_added(plan: Plan, new_id: Callable[[], str]) -> tuple[Edit, ...]:
    """Add a day at the end; a plan without days gets its first one as well.

    Args:
        plan: to add it to.
        new_id: makes an id.
    """
    last = plan.days[-1] if plan.days else None
    first = () if plan.days else (Add(Day(id=new_id())),)
    return (*first, Add(Day(id=new_id(), start=last.start if last is not None else None)))


def day_removed(plan: Plan, day: str) -> tuple[Edit, ...]:
    """Take a day out of the plan; what it held goes to the end of the day before, or to the beginning of the next.

    Args:
        plan: that holds it.
        day: its id.
    """
    ids = [each.id for each in plan.days]
    if day not in ids:
        return ()
    held = [each.id for each in plan.activities if _day_id(plan, each) == day]
    place = ids.index(day)
    if len(ids) == 1:
        return (*(Change(replace(each, day="")) for each in in_order(plan, held)), Remove(Day, day))
    if place:
        return (*moved(plan, held, "", ids[place - 1]), Remove(Day, day))
    there = [each.id for each in plan.activities if _day_id(plan, each) == ids[1]]
    return (*moved(plan, held, there[0] if there else "", ids[1]), Remove(Day, day))
