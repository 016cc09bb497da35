"""A plan's rooms: the commands that keep rounds ready for its activities, and those that open them for who is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.domain.breakouts.commands import OpenRound, PrepareRound, RoomPlan
from app.domain.breakouts.events import Mixing
from app.domain.breakouts.state import BreakoutsState, Stage
from app.domain.kernel.gate import LIMITS
from app.domain.kernel.words import Role
from app.grouping import forming
from app.grouping.rotation import repaired, rotation
from app.grouping.rules import NO_RULES, sizes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.domain.breakouts.state import Round
    from app.domain.kernel.world import World
    from app.grouping.rules import Groups, Rules
    from app.plans.plan import Plan

_STEP: Final = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+(\S.*)$")
"""A line of a task that is a step of it: an entry of a list."""

_MOST_STEPS: Final = 20


def rounds_of(plan: Plan) -> Iterator[PrepareRound]:
    """Give a round for each of a plan's sets of rooms.

    The entries of a list in the task are its steps. A round has no time of its own: it closes with its activity.

    Args:
        plan: to read.
    """
    for rooms in plan.rooms:
        task, steps = split(rooms.task)
        yield PrepareRound(
            activity=rooms.activity,
            people=rooms.people,
            mixing=Mixing(rooms.mixing.value),
            task=task[: LIMITS["task"]],
            steps=tuple(step[: LIMITS["step"]] for step in steps[:_MOST_STEPS]),
        )


def split(task: str) -> tuple[str, tuple[str, ...]]:
    """Part a task into what is to be done and the steps in which it is done.

    Args:
        task: as it stands in the plan.
    """
    words, steps = [], []
    for line in task.splitlines():
        found = _STEP.match(line)
        if found:
            steps.append(found[1].strip())
        else:
            words.append(line)
    return "\n".join(words).strip(), tuple(steps)


def opening(world: World, key: str, name_of: Callable[[int], str], seed: int) -> OpenRound | None:
    """Give the command that opens a prepared round for the learners who are in; none when nobody is.

    Args:
        world: to read.
        key: the prepared round.
        name_of: gives a room's name by its number, from 1.
        seed: decides what is left to chance.
    """
    state = world.state(BreakoutsState)
    known = state.rounds[key]
    people = tuple(seat.member for seat in world.seats.all_seats() if seat.is_in and seat.role is Role.LEARNER)
    if not people:
        return None
    count = min(known.room_count, len(people))
    wanted = sizes(len(people), rooms=count, size=known.people)
    groups = planned(state, known, people, wanted, seed) or _mixed(known.mixing, before_of(state), people, wanted, seed)
    return OpenRound(
        rooms=tuple(RoomPlan(name=name_of(n), members=group) for n, group in enumerate(groups, 1)),
        round=key,
        replaces=state.current,
    )


def openings(world: World, activity: str, name_of: Callable[[int], str], seed: int) -> tuple[OpenRound, ...]:
    """Give the command that opens the first round that is ready for an activity, if one is; see `opening`.

    Args:
        world: to read.
        activity: its id.
        name_of: gives a room's name by its number, from 1.
        seed: decides what is left to chance.
    """
    rounds = world.state(BreakoutsState).rounds.values()
    ready = (each.id for each in rounds if each.stage is Stage.PREPARED and each.activity == activity)
    key = next(ready, None)
    command = opening(world, key, name_of, seed) if key is not None else None
    return (command,) if command is not None else ()


def planned(
    state: BreakoutsState,
    known: Round,
    people: Sequence[str],
    wanted: Sequence[int],
    seed: int,
    rules: Rules = NO_RULES,
) -> Groups:
    """Give the groups of a round that was formed together with others, changed for who is there now.

    The rounds after it are looked at too, so that those who come late or take another's place still meet new people.

    Args:
        state: to read.
        known: the round.
        people: who is there.
        wanted: how many come into each group.
        seed: decides what is left to chance.
        rules: to obey.

    Returns:
        The groups; empty when nothing was planned for it.

    Raises:
        Contradiction: the rules cannot be obeyed.
    """
    if not known.planned:
        return ()
    rounds = sorted((each for each in state.rounds.values() if each.planned), key=lambda each: each.order)
    ahead = [each.planned for each in rounds if each.stage is Stage.PREPARED and each.order >= known.order]
    return repaired(ahead, people, wanted, seed, rules, all_before(state)).rounds[0]


def before_of(state: BreakoutsState) -> Groups:
    """Give the groups of the open round, else of the one that closed last; empty when there was none.

    Args:
        state: to read.
    """
    closed = [each for each in state.rounds.values() if each.stage is Stage.CLOSED]
    known = state.open_round or max(closed, key=lambda each: each.closed_at, default=None)
    if known is None:
        return ()
    groups: dict[str, list[str]] = {room: [] for room in known.rooms}
    for member, room in state.assigned.get(known.id, {}).items():
        if room in groups:
            groups[room].append(member)
    return tuple(tuple(group) for group in groups.values())


def all_before(state: BreakoutsState) -> tuple[Groups, ...]:
    """Give the groups of every round that was opened, for who has met whom.

    Args:
        state: to read.
    """
    found = []
    for assigned in state.assigned.values():
        groups: dict[str, list[str]] = {}
        for member, room in assigned.items():
            groups.setdefault(room, []).append(member)
        found.append(tuple(tuple(group) for group in groups.values()))
    return tuple(found)


def _mixed(mixing: Mixing, before: Groups, people: Sequence[str], wanted: Sequence[int], seed: int) -> Groups:
    former = sum(any(member in group for member in people) for group in before)
    match mixing:
        case Mixing.KEEP if former:
            return forming.kept(before, people)
        case Mixing.JOIN if former:
            return forming.joined(before, people, min(len(wanted), former))
        case Mixing.SPREAD if former:
            return forming.spread(before, people, wanted, seed)
        case Mixing.NEW if former:
            return rotation(people, wanted, 1, seed, NO_RULES, (before,)).rounds[0]
        case _:
            return forming.at_random(people, wanted, seed)
