"""What is known of polls, folded from their events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec.structs import replace

from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.words import Millis
from app.domain.kernel.world import State
from app.domain.polls import events as e
from app.domain.polls.draft import Draft
from app.domain.polls.tally import Answer, Tally, given, said_id, tally

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.world import World

COUNT_EVERY: Final = 1_000
"""How often, at most, learners' documents follow the answers that come in, in milliseconds."""

VISIBLE: Final = 12
"""How many polls, those opened last, a document holds."""


class Poll(msgspec.Struct, frozen=True, kw_only=True):
    """A poll.

    Attributes:
        id: its id.
        draft: what it asks.
        activity: the activity it opens with; empty for none.
        order: the seq at which it was prepared.
        round: the newest round; 0 before it was ever open.
        is_open: whether it takes answers.
        closes_at: when it closes by itself; 0 for never.
        opened: the seq at which it was opened last; 0 for never.
        opened_at: when that was; 0 for never.
        timed_out_at: when its time was up, after which nobody opened it again; 0 when somebody closed it.
        results: whether learners see the results.
        answers: whether learners see the right answers.
    """

    id: str
    draft: Draft
    activity: str = ""
    order: int
    round: int = 0
    is_open: bool = False
    closes_at: Millis = 0
    opened: int = 0
    opened_at: Millis = 0
    timed_out_at: Millis = 0
    results: bool = False
    answers: bool = False

    @property
    def follows(self) -> bool:
        """Whether learners see anything of the answers as they come in."""
        return self.results or (self.is_open and self.draft.counted)


class PollsState(State, kw_only=True):
    """Polls, and what was answered.

    Attributes:
        polls: by id, in the order they were prepared.
        given: round (see `round_key`) to voter to what they answered; a voter is a member, or an alias.
        published: round to the results as learners may see them, once the poll's results are shown.
        due: poll to when what learners see is to be counted again.
        changed: poll (or `stage`) to the seq at which staff last changed it.
        stage: the poll on stage; empty for none.
        hidden: poll to what staff hide of its texts (see `said_id`).
    """

    polls: dict[str, Poll] = {}
    given: dict[str, dict[str, Answer]] = {}
    published: dict[str, Tally] = {}
    due: dict[str, Millis] = {}
    changed: dict[str, int] = {}
    stage: str = ""
    hidden: dict[str, dict[str, bool]] = {}

    def answers(self, poll: str, round_: int) -> Mapping[str, Answer]:
        """Return what was answered in a round, by voter; answers taken back among them."""
        return self.given.get(round_key(poll, round_), {})

    def answer(self, poll: str, round_: int, voter: str) -> Answer | None:
        """Return somebody's answer; None when there is none, or it was taken back."""
        answer = self.answers(poll, round_).get(voter)
        return None if answer is None or answer.withdrawn else answer

    def told_of(self, world: World, thing: str) -> Mapping[str, Any]:  # noqa: ARG002 (every state's shape)
        """Tell the author of a written answer in which poll it is."""
        place = place_of(thing)
        return {"poll": place[0]} if place is not None else {}

    def tally(self, poll: Poll, round_: int = 0) -> Tally:
        """Add up a round as it stands now; the newest when none is named."""
        round_ = round_ or poll.round
        return tally(poll.draft, self.answers(poll.id, round_), self.answers(poll.id, round_ - 1))

    def shown(self, poll: Poll, round_: int) -> Tally:
        """Add up a round without what staff hide."""
        found = self.tally(poll, round_)
        hidden = self.hidden.get(poll.id)
        if not hidden:
            return found
        return replace(found, said=tuple(said for said in found.said if said_id(said.key) not in hidden))

    def answered(self, poll: Poll) -> int:
        """Return how many answered the newest round."""
        return len(given(self.answers(poll.id, poll.round)))

    def is_visible(self, poll: Poll) -> bool:
        """Whether learners see the poll at all."""
        return poll.round > 0 and (poll.is_open or poll.results or poll.answers or self.stage == poll.id)

    def visible(self) -> list[str]:
        """Return the polls that learners see, the one opened last at the end."""
        seen = sorted((poll for poll in self.polls.values() if self.is_visible(poll)), key=lambda poll: poll.opened)
        return [poll.id for poll in seen[-VISIBLE:]]

    def publish(self, poll: Poll) -> None:
        """Count a poll's newest round for learners to see."""
        self.published[round_key(poll.id, poll.round)] = self.shown(poll, poll.round)
        self.due.pop(poll.id, None)


def round_key(poll: str, round_: int) -> str:
    """Return what names a round of a poll."""
    return f"{poll}/{round_}"


def evolve(state: PollsState, envelope: Envelope) -> None:
    """Fold one envelope into the state of polls."""
    match envelope.event:
        case e.PollPrepared() as event:
            state.polls[event.poll] = Poll(
                id=event.poll, draft=event.draft, activity=event.activity, order=envelope.seq
            )
            state.changed[event.poll] = envelope.seq
        case e.PollChanged(poll=poll, draft=draft):
            _change(state, envelope, replace(state.polls[poll], draft=draft))
        case e.PollDiscarded(poll=poll):
            del state.polls[poll]
            state.changed[poll] = envelope.seq
        case e.PollOpened() as event:
            _open(state, envelope, event)
        case e.PollClosed(poll=poll):
            found = state.polls[poll]
            timed_out_at = envelope.at if 0 < found.closes_at <= envelope.at else 0
            _change(state, envelope, replace(found, is_open=False, closes_at=0, timed_out_at=timed_out_at))
            state.publish(state.polls[poll])
        case e.ResultsShown(poll=poll, on=on):
            _change(state, envelope, replace(state.polls[poll], results=on))
            state.publish(state.polls[poll])
        case e.AnswersRevealed(poll=poll, on=on):
            _change(state, envelope, replace(state.polls[poll], answers=on))
        case e.PollStaged(poll=poll):
            state.stage = poll
            state.changed["stage"] = envelope.seq
        case e.PollCounted(poll=poll):
            state.publish(state.polls[poll])
        case e.SaidHidden() as event:
            _hide(state, event)
        case _:
            _evolve_answers(state, envelope)


def _evolve_answers(state: PollsState, envelope: Envelope) -> None:
    match envelope.event:
        case e.PollAnswered() as event:
            answer = Answer(at=envelope.at, choices=event.choices, number=event.number)
            _keep(state, envelope, event.poll, event.round, event.voter, answer)
        case e.PollAnswerWritten() as event:
            before = state.answers(event.poll, event.round).get(event.author)
            _keep(state, envelope, event.poll, event.round, event.author, _written(before, event, envelope.at))
        case e.AnswerWithdrawn() as event:
            before = state.given[round_key(event.poll, event.round)][event.voter]
            gone = Answer(at=envelope.at, revision=before.revision, withdrawn=True)
            _keep(state, envelope, event.poll, event.round, event.voter, gone)
        case TextDecided() as event if place := place_of(event.item):
            poll, round_, voter = place
            before = state.answers(poll, round_).get(voter)
            if before is not None and not before.withdrawn:
                state.given[round_key(poll, round_)][voter] = _decided(before, event)
                _publish_again(state, poll, round_)
        case MemberErased(member=member):
            for key, answers in state.given.items():
                if member in answers and answers[member].revision:
                    answers[member] = replace(answers[member], text="", shown="", reason="")
                    poll, _, round_text = key.rpartition("/")
                    _publish_again(state, poll, int(round_text))
        case _:
            pass


def place_of(item: str) -> tuple[str, int, str] | None:
    """Return the poll, the round and the voter of a written answer's id; None when it is no such id."""
    kind, *rest = item.split(":", 3)
    if kind != "answer" or len(rest) != 3 or not rest[1].isdecimal():  # noqa: PLR2004 (poll, round, voter)
        return None
    return rest[0], int(rest[1]), rest[2]


def _change(state: PollsState, envelope: Envelope, poll: Poll) -> None:
    state.polls[poll.id] = poll
    state.changed[poll.id] = envelope.seq


def _open(state: PollsState, envelope: Envelope, event: e.PollOpened) -> None:
    poll = state.polls[event.poll]
    is_new = event.round != poll.round
    poll = replace(
        poll,
        round=event.round,
        is_open=True,
        closes_at=event.closes_at,
        opened=envelope.seq,
        opened_at=envelope.at,
        timed_out_at=0,
        results=poll.results and not is_new,
        answers=False,
    )
    _change(state, envelope, poll)
    state.stage = poll.id
    state.changed["stage"] = envelope.seq
    state.publish(poll)


def _hide(state: PollsState, event: e.SaidHidden) -> None:
    hidden = state.hidden.setdefault(event.poll, {})
    if event.on:
        hidden[event.said] = True
    else:
        hidden.pop(event.said, None)
    for round_ in range(1, state.polls[event.poll].round + 1):
        _publish_again(state, event.poll, round_)


def _keep(state: PollsState, envelope: Envelope, poll_id: str, round_: int, voter: str, answer: Answer) -> None:
    state.given.setdefault(round_key(poll_id, round_), {})[voter] = answer
    if state.polls[poll_id].follows:
        state.due.setdefault(poll_id, envelope.at + COUNT_EVERY)


def _written(before: Answer | None, event: e.PollAnswerWritten, at: Millis) -> Answer:
    held = bool(event.held_by)
    return Answer(
        at=at,
        text=event.text,
        revision=event.revision,
        outcome=Outcome.HELD if held else Outcome.PUBLISHED,
        shown=(before.shown if before else "") if held else event.text,
        shown_revision=(before.shown_revision if before else 0) if held else event.revision,
    )


def _decided(answer: Answer, event: TextDecided) -> Answer:
    if event.revision != answer.revision:
        return answer
    answer = replace(answer, outcome=event.outcome, reason=event.reason)
    if event.outcome is Outcome.PUBLISHED:
        return replace(answer, shown=event.text or answer.text, shown_revision=answer.revision)
    if answer.shown_revision == event.revision or event.hides_all:
        # Taken back: what it said before does not return in its place.
        return replace(answer, shown="", shown_revision=0)
    return answer


def _publish_again(state: PollsState, poll: str, round_: int) -> None:
    """Bring what learners see up to date at once: what was taken away must not stay for a second."""
    found = state.polls.get(poll)
    if found is not None and round_key(poll, round_) in state.published:
        state.published[round_key(poll, round_)] = state.shown(found, round_)
