"""Polls and their results as rows, made from the state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.kernel.words import Role
from app.domain.polls.draft import WRITTEN, Draft, Form
from app.domain.polls.state import Poll, PollsState
from app.domain.polls.tally import Tally, said_id
from app.domain.polls.views import numbers_shown
from ui.bridge.names import member_name
from ui.polls.words import number_words, points_words

if TYPE_CHECKING:
    from app.domain.kernel.world import World


@dataclass(frozen=True)
class PollRow:
    """A poll in the list.

    Attributes:
        poll: its id.
        question: in one line.
        form: how it is answered.
        round: the newest; 0 before it was open.
        is_open: whether it takes answers.
        answered: how many answered the newest round.
        of: how many learners are in.
        results: whether learners see the results.
        on_stage: whether everybody looks at it.
        is_quiz: whether some answers are right.
        activity: whether it opens with an activity of the agenda.
    """

    poll: str
    question: str
    form: Form
    round: int
    is_open: bool
    answered: int
    of: int
    results: bool
    on_stage: bool
    is_quiz: bool
    activity: bool


@dataclass(frozen=True)
class Line:
    """One line of a chart, and of the table behind it.

    Attributes:
        key: of the option; of a text, its digest.
        text: what it stands for.
        value: how many, or how many points.
        of: what a full bar would be.
        before: the same in the round before; none when there was none.
        before_of: what a full bar would have been then.
        right: whether it is a right answer.
        hidden: whether staff hide it from learners.
        points: whether the value counts points, and no people.
    """

    key: str
    text: str
    value: int
    of: int
    before: int | None = None
    before_of: int = 0
    right: bool = False
    hidden: bool = False
    points: bool = False

    @property
    def share(self) -> str:
        """The value as a person reads it."""
        return share_words(self.value, self.of, points=self.points)

    @property
    def share_before(self) -> str:
        """The value of the round before as a person reads it; empty when there was none."""
        return "" if self.before is None else share_words(self.before, self.before_of, points=self.points)


@dataclass(frozen=True)
class Outcome:
    """The results of one round, to be painted.

    Attributes:
        form: how it was answered.
        lines: of the chart.
        answered: how many people answered.
        both: how many answered the round before as well.
        moved: how many of those changed their mind.
        figures: of numbers: what each is called, and how much it is.
    """

    form: Form
    lines: tuple[Line, ...]
    answered: int
    both: int = 0
    moved: int = 0
    figures: tuple[tuple[str, str], ...] = ()


def share_words(value: int, of: int, *, points: bool) -> str:
    """Say how many, and how much of all that is.

    Args:
        value: how many.
        of: of how many.
        points: whether it counts points.
    """
    if points:
        return points_words(value)
    return f"{value} · {percent(value, of)}\u00a0%"


def percent(value: int, of: int) -> int:
    """Compute a share in whole percent; 0 of nothing.

    Args:
        value: the part.
        of: the whole.
    """
    return round(100 * value / of) if of else 0


def learners(world: World) -> list[str]:
    """List the learners who are in.

    Args:
        world: to read.
    """
    return [seat.member for seat in world.seats.all_seats() if seat.is_in and seat.role is Role.LEARNER]


def poll_rows(world: World) -> tuple[PollRow, ...]:
    """List the polls: what is open or was open last first, then what is prepared.

    Args:
        world: to read.
    """
    state = world.state(PollsState)
    of = len(learners(world))
    opened = sorted((poll for poll in state.polls.values() if poll.round), key=lambda poll: -poll.opened)
    prepared = [poll for poll in state.polls.values() if not poll.round]
    opened.sort(key=lambda poll: not poll.is_open)
    return tuple(_row(state, poll, of) for poll in (*opened, *prepared))


def _row(state: PollsState, poll: Poll, of: int) -> PollRow:
    return PollRow(
        poll=poll.id,
        question=" ".join(poll.draft.question.split()),
        form=poll.draft.form,
        round=poll.round,
        is_open=poll.is_open,
        answered=state.answered(poll),
        of=of,
        results=poll.results,
        on_stage=state.stage == poll.id,
        is_quiz=poll.draft.is_quiz,
        activity=bool(poll.activity),
    )


def missing(world: World, poll: Poll) -> tuple[str, ...]:
    """Name the learners who have not answered a named poll's newest round; empty for an anonymous one.

    Args:
        world: to read.
        poll: which.
    """
    if poll.draft.anonymous or not poll.round:
        return ()
    state = world.state(PollsState)
    names = [
        member_name(world, member) for member in learners(world) if state.answer(poll.id, poll.round, member) is None
    ]
    return tuple(sorted(names, key=str.casefold))


def outcome(state: PollsState, poll: Poll, round_: int = 0) -> Outcome:
    """Add up a round for painting.

    Args:
        state: to read.
        poll: which.
        round_: from 1; the newest when left out.
    """
    round_ = round_ or poll.round
    now = state.tally(poll, round_)
    before = state.tally(poll, round_ - 1) if round_ > 1 else None
    hidden = state.hidden.get(poll.id, {})
    form = poll.draft.form
    if form in WRITTEN:
        lines = tuple(
            Line(said_id(said.key), said.text, said.count, now.answered, hidden=said_id(said.key) in hidden)
            for said in now.said
        )
    elif form is Form.NUMBER:
        lines = _bins(now)
    else:
        lines = _options(poll.draft, now, before)
    return Outcome(form, lines, now.answered, now.both, now.moved, _figures(now))


def option_text(draft: Draft, key: str) -> str:
    """Say what an option of a poll is.

    Args:
        draft: what is asked.
        key: of the option, or the step of a scale.
    """
    if draft.form is not Form.SCALE:
        return draft.options[int(key) - 1].text
    meaning = {1: draft.low, draft.steps: draft.high}.get(int(key), "")
    return f"{key} · {meaning}" if meaning else key


def _options(draft: Draft, now: Tally, before: Tally | None) -> tuple[Line, ...]:
    is_ranking = draft.form is Form.RANKING
    values = now.points if is_ranking else now.counts
    values_before = None if before is None else before.points if is_ranking else before.counts
    most = max(1, *values.values(), *(values_before or {"": 0}).values()) if is_ranking else 0
    made = [
        Line(
            key=key,
            text=option_text(draft, key),
            value=values[key],
            of=most if is_ranking else now.answered,
            before=None if values_before is None else values_before[key],
            before_of=most if is_ranking else (before.answered if before is not None else 0),
            right=key in draft.right_keys,
            points=is_ranking,
        )
        for key in draft.keys
    ]
    return tuple(sorted(made, key=lambda line: -line.value) if is_ranking else made)


def _bins(now: Tally) -> tuple[Line, ...]:
    if not now.numbers:
        return ()
    bins = numbers_shown(now.numbers)["bins"]
    made = []
    for key, bin_ in bins.items():
        low, high = number_words(bin_["from"]), number_words(bin_["to"])
        text = low if low == high else QCoreApplication.translate("Polls", "%1 to %2").replace("%1", low)
        made.append(Line(key, text.replace("%2", high), bin_["count"], now.answered))
    return tuple(made)


def _figures(now: Tally) -> tuple[tuple[str, str], ...]:
    if not now.numbers:
        return ()
    shown = numbers_shown(now.numbers)
    return (
        (QCoreApplication.translate("Polls", "Median"), number_words(shown["median"])),
        (QCoreApplication.translate("Polls", "Mean"), number_words(shown["mean"])),
        (QCoreApplication.translate("Polls", "Least"), number_words(shown["least"])),
        (QCoreApplication.translate("Polls", "Greatest"), number_words(shown["greatest"])),
    )
