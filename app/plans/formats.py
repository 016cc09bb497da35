"""Session formats: ways of working that are shipped as data, and become activities for so many learners."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar, Final
from uuid import uuid4

import msgspec

from app.plans.edits import Add, Edit
from app.plans.markdown_in import from_markdown
from app.plans.plan import (
    Activity,
    ActivityKind,
    Choice,
    Item,
    Mixing,
    Plan,
    PlanError,
    Poll,
    PollForm,
    Question,
    Rooms,
)

if TYPE_CHECKING:
    from collections.abc import Callable

RESOURCES: Final = Path(__file__).resolve().parents[2] / "resources"
_FORMATS: Final = RESOURCES / "formats"
_SAMPLES: Final = RESOURCES / "samples"


class FormatUnknown(PlanError):
    """No format or sample has this name."""

    code: ClassVar[str] = "format_unknown"


class Both(msgspec.Struct, frozen=True):
    """A text in both languages; `{people}`, `{rooms}` and `{learners}` in it become numbers.

    Attributes:
        en: in English.
        fr: in French.
    """

    en: str
    fr: str

    def said(self, language: str) -> str:
        """Return it in a language: French for `fr`, else English."""
        return self.fr if language.lower().startswith("fr") else self.en


class Minutes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long a step lasts: `base + person * learners + room * rooms`, at most `most`, in minutes.

    Attributes:
        base: whatever the number of learners.
        person: for each learner.
        room: for each room of the last round.
        most: the bound; what does not fit is not said by everyone.
    """

    base: float
    person: float = 0
    room: float = 0
    most: int = 60


class StepRooms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rooms of a step.

    Attributes:
        task: what each room is to do.
        people: how many in each; 0 when `parts` decides.
        parts: into how many parts the class is cut, where that is what counts; rooms hold at most six.
        mixing: who meets whom.
    """

    task: Both
    people: int = 0
    parts: int = 0
    mixing: Mixing = Mixing.RANDOM

    def size(self, learners: int) -> int:
        """Return how many people a room holds.

        Args:
            learners: in the class.
        """
        return self.people or max(2, min(6, math.ceil(learners / self.parts)))


class StepPoll(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The poll of a step.

    Attributes:
        question: what is asked; a model to be rewritten.
        form: how it is answered.
        choices: the answers.
        right: the place of the right one from 1; 0 when it asks for an opinion.
    """

    question: Both
    form: PollForm = PollForm.CHOICE
    choices: tuple[Both, ...] = ()
    right: int = 0


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A step of a format.

    Attributes:
        title: of the activity.
        kind: what people do.
        minutes: how long.
        instructions: what learners read.
        notes: what only staff read.
        at_least: only in classes of so many learners or more.
        at_most: only in classes of so many learners or fewer.
        rooms: to open.
        poll: to open.
        questions: to put to the class.
    """

    title: Both
    kind: ActivityKind
    minutes: Minutes
    instructions: Both
    notes: Both
    at_least: int = 0
    at_most: int = 1_000_000
    rooms: StepRooms | None = None
    poll: StepPoll | None = None
    questions: tuple[Both, ...] = ()


class Format(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A way of working.

    Attributes:
        id: its name in files and commands.
        name: for people.
        about: what it is good for.
        fewest: learners that it needs.
        most: learners with whom it still works.
        steps: in order.
    """

    id: str
    name: Both
    about: Both
    fewest: Annotated[int, msgspec.Meta(ge=1)]
    most: int
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Expanded:
    """A format, made into activities.

    Attributes:
        activities: in order.
        held: the questions, polls and rooms that belong to them.
        fits: whether the format is meant for so many learners.
    """

    activities: tuple[Activity, ...]
    held: tuple[Item, ...]
    fits: bool

    def edits(self, place: int | None = None) -> tuple[Edit, ...]:
        """Return what adds all of it to a plan.

        Args:
            place: where the first activity will stand; at the end when left out.
        """
        added = [Add(each, None if place is None else place + offset) for offset, each in enumerate(self.activities)]
        return (*added, *(Add(each) for each in self.held))


@cache
def formats() -> tuple[Format, ...]:
    """Return the formats that are shipped, by name."""
    return tuple(msgspec.json.decode(path.read_bytes(), type=Format) for path in sorted(_FORMATS.glob("*.json")))


def format_named(name: str) -> Format:
    """Return a format.

    Args:
        name: its id.

    Raises:
        FormatUnknown: there is none.
    """
    found = next((each for each in formats() if each.id == name), None)
    if found is None:
        raise FormatUnknown(f"there is no format {name!r}")
    return found


def expand(chosen: Format, learners: int, language: str, new_id: Callable[[], str] = lambda: str(uuid4())) -> Expanded:
    """Make activities of a format.

    Args:
        chosen: the format.
        learners: how many are expected, at least 1.
        language: of the texts.
        new_id: gives each activity, poll and round of rooms its id.
    """
    learners = max(1, learners)
    activities: list[Activity] = []
    held: list[Item] = []
    people, rooms = learners, 1
    for step in chosen.steps:
        if not step.at_least <= learners <= step.at_most:
            continue
        if step.rooms is not None:
            people = min(step.rooms.size(learners), learners)
            rooms = math.ceil(learners / people)

        def said(text: Both, people: int = people, rooms: int = rooms) -> str:
            numbers = (("{people}", people), ("{rooms}", rooms), ("{learners}", learners))
            told = text.said(language)
            for mark, number in numbers:
                told = told.replace(mark, str(number))
            return told

        minutes = step.minutes.base + step.minutes.person * learners + step.minutes.room * rooms
        activity = Activity(
            id=new_id(),
            title=said(step.title),
            kind=step.kind,
            minutes=max(1, min(step.minutes.most, math.ceil(minutes))),
            instructions=said(step.instructions),
            notes=said(step.notes),
        )
        activities.append(activity)
        held += [Question(id=new_id(), activity=activity.id, text=said(each)) for each in step.questions]
        if step.poll is not None:
            choices = tuple(
                Choice(text=said(each), right=place == step.poll.right)
                for place, each in enumerate(step.poll.choices, 1)
            )
            held.append(
                Poll(
                    id=new_id(),
                    activity=activity.id,
                    title=activity.title,
                    question=said(step.poll.question),
                    form=step.poll.form,
                    choices=choices,
                )
            )
        if step.rooms is not None:
            held.append(
                Rooms(
                    id=new_id(),
                    activity=activity.id,
                    people=people,
                    mixing=step.rooms.mixing,
                    task=said(step.rooms.task),
                )
            )
    return Expanded(tuple(activities), tuple(held), chosen.fewest <= learners <= chosen.most)


def sample_names() -> tuple[str, ...]:
    """Return the names of the sample plans."""
    return tuple(path.stem for path in sorted(_SAMPLES.glob("*.md")))


def sample(name: str) -> Plan:
    """Return a sample plan.

    Args:
        name: one of `sample_names`.

    Raises:
        FormatUnknown: there is none.
    """
    if name not in sample_names():
        raise FormatUnknown(f"there is no sample {name!r}")
    return from_markdown((_SAMPLES / f"{name}.md").read_text(encoding="utf-8"))
