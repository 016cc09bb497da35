"""What people have in common or not, by which groups are mixed or matched: whom they work for, what they answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.debate.state import DebateState
from app.domain.expected.decider import ExpectedState
from app.domain.polls.draft import Form
from app.domain.polls.state import PollsState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.kernel.world import World

_LONGEST: Final = 40


@dataclass(frozen=True)
class Trait:
    """Something by which people can be told apart.

    Attributes:
        key: what it is known by.
        text: what it is called.
        value_of: member to value; who is not in it has none.
    """

    key: str
    text: str
    value_of: Mapping[str, str] = field(hash=False)


def traits(world: World, people: Iterable[str]) -> tuple[Trait, ...]:
    """List what tells the people of a class apart; what is the same for all of them, or anonymous, is left out.

    Args:
        world: to read.
        people: who is there.
    """
    there = tuple(people)
    found = (*_of_the_list(world, there), *_of_polls(world, there), *_of_debates(world, there))
    return tuple(trait for trait in found if len(set(trait.value_of.values())) > 1)


def _of_the_list(world: World, people: Iterable[str]) -> Iterable[Trait]:
    expected = world.state(ExpectedState)
    persons = {member: person for member in people if (person := expected.of(member)) is not None}
    employers = {member: person.employer for member, person in persons.items() if person.employer}
    groups = {member: person.group for member, person in persons.items() if person.group}
    yield Trait("employer", QCoreApplication.translate("Rooms", "Employer"), employers)
    yield Trait("group", QCoreApplication.translate("Rooms", "Group on the list"), groups)


def _of_polls(world: World, people: Iterable[str]) -> Iterable[Trait]:
    state = world.state(PollsState)
    for poll in state.polls.values():
        if poll.draft.anonymous or poll.draft.form not in {Form.CHOICE, Form.SCALE} or not poll.round:
            continue
        values = {}
        for member in people:
            answer = state.answer(poll.id, poll.round, member)
            if answer is not None:
                values[member] = ",".join(answer.choices) or str(answer.number)
        yield Trait(f"poll:{poll.id}", _short(poll.draft.question), values)


def _of_debates(world: World, people: Iterable[str]) -> Iterable[Trait]:
    state = world.state(DebateState)
    for debate in state.debates.values():
        stances = state.stances.get(debate.id, {})
        values = {member: stances[member].now for member in people if member in stances}
        yield Trait(f"debate:{debate.id}", _short(debate.draft.motion), values)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
