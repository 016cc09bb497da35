"""What came of a class's polls, as tables: the results of every round, and who answered what where that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.anonymity import is_alias
from app.domain.polls.draft import WRITTEN, Form
from app.domain.polls.marking import is_right
from app.domain.polls.state import PollsState
from app.domain.session.decider import SessionState
from app.reports.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.world import World
    from app.domain.polls.draft import Draft
    from app.domain.polls.state import Poll
    from app.domain.polls.tally import Answer, Tally
    from app.reports.sheets import Cell

HEADS: Final = {
    "fr": {
        "question": "Question",
        "round": "Tour",
        "answer": "Réponse",
        "right": "Juste",
        "people": "Personnes",
        "percent": "%",
        "points": "Points",
        "person": "Personne",
        "yes": "oui",
        "answered": "Ont répondu",
        "right_people": "Ont répondu juste",
    },
    "en": {
        "question": "Question",
        "round": "Round",
        "answer": "Answer",
        "right": "Right",
        "people": "People",
        "percent": "%",
        "points": "Points",
        "person": "Person",
        "yes": "yes",
        "answered": "Answered",
        "right_people": "Answered right",
    },
}
"""The heads of the columns, by language."""

"""What the tables are called on the tabs of a workbook, by language."""

_RESULTS: Final = ("question", "round", "answer", "right", "people", "percent", "points")
_ANSWERS: Final = ("person", "question", "round", "answer", "right")


def poll_sheets(world: World, polls: Iterable[str] = (), language: str = "") -> tuple[Sheet, ...]:
    """Return the results of polls, and the answers of those that are not anonymous.

    Args:
        world: the class.
        polls: which; all that were open when left out.
        language: of the heads, `fr` or `en`; the class's when left out.
    """
    state = world.state(PollsState)
    heads = HEADS[language or world.state(SessionState).language]
    wanted = [state.polls[poll] for poll in (polls or state.polls) if state.polls[poll].round]
    results = tuple(
        row for poll in wanted for round_ in range(1, poll.round + 1) for row in _results(state, poll, round_, heads)
    )
    answers = tuple(
        row
        for poll in wanted
        if not poll.draft.anonymous
        for round_ in range(1, poll.round + 1)
        for row in _answers(world, poll, round_, heads)
    )
    made = Sheet("results", tuple(heads[name] for name in _RESULTS), results)
    if not answers:
        return (made,)
    return made, Sheet("answers", tuple(heads[name] for name in _ANSWERS), answers)


def _results(state: PollsState, poll: Poll, round_: int, heads: dict[str, str]) -> Iterable[tuple[Cell, ...]]:
    draft = poll.draft
    found = state.shown(poll, round_)
    asked: tuple[Cell, ...] = (draft.question, round_)
    right = draft.right_keys
    for key in draft.keys:
        count = found.counts[key]
        points: Cell = found.points[key] if draft.form is Form.RANKING else ""
        yield (*asked, _option(draft, key), heads["yes"] if key in right else "", count, _part(count, found), points)
    for said in found.said:
        yield (*asked, said.text, "", said.count, _part(said.count, found), "")
    for number in sorted(set(found.numbers)):
        count = found.numbers.count(number)
        yield (*asked, _number(number), "", count, _part(count, found), "")
    if draft.is_quiz:
        yield (*asked, heads["right_people"], "", found.right, _part(found.right, found), "")
    yield (*asked, heads["answered"], "", found.answered, "", "")


def _answers(world: World, poll: Poll, round_: int, heads: dict[str, str]) -> Iterable[tuple[Cell, ...]]:
    for voter, answer in world.state(PollsState).answers(poll.id, round_).items():
        seat = world.seats.seat(voter)
        if answer.withdrawn or is_alias(voter) or seat is None:
            continue
        right = is_right(poll.draft, answer)
        words = _answer(poll.draft, answer)
        yield (seat.name or f"#{seat.number}", poll.draft.question, round_, words, heads["yes"] if right else "")


def _answer(draft: Draft, answer: Answer) -> str:
    if draft.form in WRITTEN:
        return answer.shown.replace("\n", " / ")
    if answer.number is not None:
        return _number(answer.number)
    return " / ".join(_option(draft, key) for key in answer.choices)


def _option(draft: Draft, key: str) -> str:
    return key if draft.form is Form.SCALE else draft.options[int(key) - 1].text


def _number(thousandths: int) -> str:
    return f"{thousandths / 1000:.3f}".rstrip("0").rstrip(".")


def _part(count: int, found: Tally) -> int:
    return round(100 * count / found.answered) if found.answered else 0
