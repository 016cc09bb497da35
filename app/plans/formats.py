"""Session formats: ways of working that are shipped as data, and become activities for so many learners."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar, Final

import msgspec

from app.plans.markdown_in import from_markdown
from app.plans.pieces import Piece, new_id
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
    room_count,
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
        people: how many in each, at most where `parts` decides too.
        parts: what the rooms share out among them, sides or chapters: there is a multiple of it of rooms.
        least: so many at least in each, so that nobody's part is missing.
        mixing: who meets whom.
    """

    task: Both
    people: Annotated[int, msgspec.Meta(ge=2)]
    parts: int = 1
    least: int = 2
    mixing: Mixing = Mixing.RANDOM

    def size(self, learners: int) -> int:
        """Return how many people a room is to hold.

        Args:
            learners: in the class.
        """
        people = min(self.people, learners)
        if self.parts > 1:
            rooms = math.ceil(math.ceil(learners / people) / self.parts) * self.parts
            fitting = (size for size in range(people, 1, -1) if room_count(learners, size) == rooms)
            people = next(fitting, max(2, learners // rooms))
        while learners // room_count(learners, people) < min(self.least, learners):
            people += 1
        return min(people, learners)


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


def expand(chosen: Format, learners: int, language: str, fresh: Callable[[], str] = new_id) -> Piece:
    """Make activities of a format.

    Args:
        chosen: the format.
        learners: how many are expected, at least 1.
        language: of the texts.
        fresh: gives each activity, poll and round of rooms its id.
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
            rooms = room_count(learners, people)

        def said(text: Both, people: int = people, rooms: int = rooms) -> str:
            numbers = (("{people}", people), ("{rooms}", rooms), ("{learners}", learners))
            told = text.said(language)
            for mark, number in numbers:
                told = told.replace(mark, str(number))
            return told

        minutes = step.minutes.base + step.minutes.person * learners + step.minutes.room * rooms
        activity = Activity(
            id=fresh(),
            title=said(step.title),
            kind=step.kind,
            minutes=max(1, min(step.minutes.most, math.ceil(minutes))),
            instructions=said(step.instructions),
            notes=said(step.notes),
        )
        activities.append(activity)
        held += [Question(id=fresh(), activity=activity.id, text=said(each)) for each in step.questions]
        if step.poll is not None:
            choices = tuple(
                Choice(text=said(each), right=place == step.poll.right)
                for place, each in enumerate(step.poll.choices, 1)
            )
            held.append(
                Poll(
                    id=fresh(),
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
                    id=fresh(),
                    activity=activity.id,
                    people=people,
                    mixing=step.rooms.mixing,
                    task=said(step.rooms.task),
                )
            )
    return Piece(tuple(activities), tuple(held), chosen.fewest <= learners <= chosen.most)


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
