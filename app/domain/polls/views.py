"""What learners see of polls: the question, their own answer, and the results once they are shown.

Nothing of an answer reaches anybody else's document before staff show the results. Answers come in by the thousand:
each touches its author's document alone, and what everybody sees follows once a second (`PollCounted`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.kernel.anonymity import alias_of, is_alias, wearer_of
from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, me
from app.domain.polls import events as e
from app.domain.polls.draft import CHOSEN, WRITTEN, Draft, Form
from app.domain.polls.marking import is_right
from app.domain.polls.state import Poll, PollsState, place_of, round_key
from app.domain.polls.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.world import World

TEXTS_SHOWN: Final = 100
WORDS_SHOWN: Final = 60
BINS: Final = 8
"""How many bars the numbers that were answered are gathered in, at most."""


def _polls(world: World) -> PollsState:
    return world.state(PollsState)


def _keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return _polls(world).visible()


def _entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    state = _polls(world)
    poll = state.polls.get(key)
    if poll is None or not state.is_visible(poll):
        return None
    draft = poll.draft
    entry: dict[str, Any] = {
        "question": draft.question,
        "form": str(draft.form),
        "round": poll.round,
        "order": poll.opened,
        "state": "open" if poll.is_open else "closed",
    }
    if draft.form in CHOSEN and draft.options:
        entry["options"] = _options(poll)
    if draft.form is Form.SCALE:
        entry["steps"] = draft.steps
    for name in ("low", "high", "most"):
        if getattr(draft, name):
            entry[name] = getattr(draft, name)
    if draft.anonymous:
        entry["anonymous"] = True
    if draft.is_quiz:
        entry["quiz"] = True
    if poll.closes_at:
        entry["closes_at"] = poll.closes_at
    entry |= _outcome(state, poll)
    return entry


def _options(poll: Poll) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for place, (key, option) in enumerate(zip(poll.draft.keys, poll.draft.options, strict=True), 1):
        shown[key] = {"text": option.text, "order": place}
        if poll.answers:
            if option.right:
                shown[key]["right"] = True
            if option.feedback:
                shown[key]["feedback"] = option.feedback
    return shown


def _outcome(state: PollsState, poll: Poll) -> dict[str, Any]:
    """Return what learners may know of the answers."""
    entry: dict[str, Any] = {}
    now = state.published.get(round_key(poll.id, poll.round), Tally())
    if poll.draft.counted or poll.results:
        entry["answered"] = now.answered
    if poll.results:
        entry["results"] = results(poll.draft, now)
        before = state.published.get(round_key(poll.id, poll.round - 1))
        if before is not None:
            entry["before"] = results(poll.draft, before)
            if now.both:
                entry["shift"] = {"both": now.both, "moved": now.moved}
    if poll.answers:
        entry["revealed"] = True
        if poll.results and poll.draft.is_quiz:
            entry["got_right"] = now.right
        if poll.draft.explanation:
            entry["explanation"] = poll.draft.explanation
        if poll.draft.form not in CHOSEN and poll.draft.options:
            entry["right"] = {str(n): {"text": option.text} for n, option in enumerate(poll.draft.options, 1)}
    return entry


def results(draft: Draft, found: Tally) -> dict[str, Any]:
    """Return the results of a round as learners see them; who answered what is no part of them."""
    shown: dict[str, Any] = {"answered": found.answered}
    if draft.form in CHOSEN:
        shown["counts"] = dict(found.counts)
    if draft.form is Form.RANKING:
        shown["points"] = dict(found.points)
    if draft.form is Form.NUMBER and found.numbers:
        shown |= numbers_shown(found.numbers)
    if draft.form in WRITTEN and found.said:
        most = WORDS_SHOWN if draft.form is Form.WORDS else TEXTS_SHOWN
        shown["said"] = {
            str(place): {"text": said.text, "count": said.count, "order": place}
            for place, said in enumerate(found.said[:most], 1)
        }
    return shown


def numbers_shown(numbers: tuple[int, ...]) -> dict[str, Any]:
    """Return what numbers come to: least, most, mean, median, and bars from one of them to another.

    Args:
        numbers: in thousandths, ascending, at least one.
    """
    count = len(numbers)
    middle = (numbers[(count - 1) // 2] + numbers[count // 2]) // 2
    return {
        "least": numbers[0],
        "greatest": numbers[-1],
        "mean": sum(numbers) // count,
        "median": middle,
        "bins": {str(n): bin_ for n, bin_ in enumerate(_bins(numbers), 1)},
    }


def _bins(numbers: tuple[int, ...]) -> list[dict[str, int]]:
    distinct = sorted(set(numbers))
    if len(distinct) <= BINS:
        return [{"from": value, "to": value, "count": numbers.count(value)} for value in distinct]
    low, width = numbers[0], -(-(numbers[-1] - numbers[0] + 1) // BINS)
    counts = [0] * BINS
    for number in numbers:
        counts[(number - low) // width] += 1
    return [
        {"from": low + n * width, "to": min(low + (n + 1) * width - 1, numbers[-1]), "count": count}
        for n, count in enumerate(counts)
        if low + n * width <= numbers[-1]
    ]


def _stage(world: World, audience: Audience) -> Json | None:  # noqa: ARG001 (every field's shape)
    return _polls(world).stage or None


def _mine(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001
    return (poll.id for poll in _polls(world).polls.values() if poll.round)


def _my_answer(world: World, audience: Audience, key: str) -> Json | None:
    state = _polls(world)
    poll = state.polls.get(key)
    if poll is None:
        return None
    voter = alias_of(world, poll.id, audience.key) if poll.draft.anonymous else audience.key
    for round_ in range(poll.round, 0, -1):
        answer = state.answer(poll.id, round_, voter)
        if answer is None:
            continue
        entry: dict[str, Any] = {"round": round_}
        if answer.choices:
            entry["choices"] = {choice: place for place, choice in enumerate(answer.choices, 1)}
        if answer.number is not None:
            entry["number"] = answer.number
        if answer.text:
            entry["text"] = answer.text
        if answer.outcome not in {None, Outcome.PUBLISHED}:
            entry["state"] = str(answer.outcome)
        if answer.reason:
            entry["reason"] = answer.reason
        verdict = is_right(poll.draft, answer) if poll.answers and round_ == poll.round else None
        if verdict is not None:
            entry["right"] = verdict
        return entry
    return None


PARTS = (
    Collection("class", "polls", _keys, _entry, windowed=True),
    Field("class", "stage", _stage),
    Collection("me", "mine", _mine, _my_answer),
)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in learners' views of polls."""
    match envelope.event:
        case e.PollAnswered(poll=poll, voter=voter) | e.AnswerWithdrawn(poll=poll, voter=voter):
            yield from _touch_voter(world, poll, voter)
        case e.PollAnswerWritten(poll=poll, author=voter):
            yield from _touch_voter(world, poll, voter)
        case e.PollOpened(poll=poll) | e.PollStaged(poll=poll):
            # What leaves the stage may be seen no longer.
            for known in _polls(world).polls:
                yield Touch(CLASS, "polls", known)
            yield Touch(CLASS, "stage")
            if isinstance(envelope.event, e.PollOpened):
                yield from _touch_everybody(world, poll)
        case e.AnswersRevealed(poll=poll):
            yield Touch(CLASS, "polls", poll)
            yield from _touch_everybody(world, poll)
        case e.PollClosed(poll=poll) | e.ResultsShown(poll=poll) | e.PollCounted(poll=poll) | e.SaidHidden(poll=poll):
            yield Touch(CLASS, "polls", poll)
        case TextDecided(item=item) if place := place_of(item):
            yield Touch(CLASS, "polls", place[0])
            yield from _touch_voter(world, place[0], place[2])
        case MemberErased(member=member):
            for known in _polls(world).polls:
                yield Touch(CLASS, "polls", known)
                yield Touch(me(member), "mine", known)
        case _:
            pass


def _touch_everybody(world: World, poll: str) -> Iterable[Touch]:
    """Whether one's answer is right shows with the right answers, and goes with them."""
    return (Touch(me(seat.member), "mine", poll) for seat in world.seats.all_seats())


def _touch_voter(world: World, poll: str, voter: str) -> Iterable[Touch]:
    member = wearer_of(world, poll, voter) if is_alias(voter) else voter
    if member is not None:
        yield Touch(me(member), "mine", poll)


def text_of(world: World, item: str, revision: int) -> str | None:
    """Return the text of one revision of a written answer; None when there is none such."""
    place = place_of(item)
    answer = _polls(world).answers(place[0], place[1]).get(place[2]) if place else None
    if answer is None:
        return None
    if revision == answer.revision:
        return answer.text
    return answer.shown if revision == answer.shown_revision else None
