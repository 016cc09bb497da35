"""Who may prepare, open and close a poll, and which answers count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.anonymity import AnonymousNoted, disguised
from app.domain.kernel.gate import admit, clean
from app.domain.kernel.readings import Submission
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import ANSWERS, Millis, Phase
from app.domain.polls import commands as c
from app.domain.polls import events as e
from app.domain.polls.draft import LONGEST, MOST_WORDS, WRITTEN, Draft, Form, checked
from app.domain.polls.state import Poll, PollsState
from app.domain.polls.tally import said_id
from app.domain.session.events import EpochBegun, PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World
    from app.domain.polls.tally import Answer

MOST_POLLS: Final = 200
"""How many polls one class may hold."""

WORDS_GIVEN: Final = 3
"""How many words one may give where the draft does not say."""

LARGEST: Final = 10**15
"""The largest number one may answer, in thousandths."""

_UNDER_WAY: Final = frozenset({Phase.LIVE, Phase.PAUSED})


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about polls; see `Capability.decide`."""
    state = world.state(PollsState)
    match command:
        case c.AnswerPoll():
            return _answer(world, state, command, ctx)
        case c.WithdrawAnswer(poll=poll_id, round=round_):
            return _withdraw(world, state, _asked(world, state, poll_id, round_, ctx), ctx)
        case c.PreparePoll():
            return _prepare(world, state, command, ctx)
        case c.ChangePoll(poll=poll_id, draft=draft):
            poll = _unopened(state, poll_id)
            draft = checked(draft)
            return () if draft == poll.draft else (e.PollChanged(poll=poll.id, draft=draft),)
        case c.DiscardPoll(poll=poll_id):
            return (e.PollDiscarded(poll=_unopened(state, poll_id).id),)
        case c.OpenPoll(poll=poll_id, seconds=seconds):
            poll = _known(state, poll_id)
            return () if poll.is_open else _open(world, poll, max(1, poll.round), seconds, ctx)
        case c.AskAgain(poll=poll_id, seconds=seconds):
            return _again(world, _known(state, poll_id), seconds, ctx)
        case c.ClosePoll(poll=poll_id):
            poll = _known(state, poll_id)
            return (e.PollClosed(poll=poll.id, round=poll.round),) if poll.is_open else ()
        case c.ShowResults(poll=poll_id, on=on):
            poll = _opened_once(world, state, poll_id)
            return () if poll.results is on else (e.ResultsShown(poll=poll.id, on=on),)
        case c.RevealAnswers(poll=poll_id, on=on):
            return _reveal(_opened_once(world, state, poll_id), on=on)
        case c.HideSaid(poll=poll_id, said=said, on=on):
            return _hide(state, _opened_once(world, state, poll_id), said, on=on)
        case c.PutPollOnStage(poll=poll_id):
            if poll_id:
                _opened_once(world, state, poll_id)
            return () if state.stage == poll_id else (e.PollStaged(poll=poll_id),)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which staff last changed the poll, or the stage, that a command is about."""
    changed = world.state(PollsState).changed
    if isinstance(command, c.PutPollOnStage):
        return changed.get("stage", 0)
    return changed.get(getattr(command, "poll", ""), 0)


def policies(world: World, envelope: Envelope) -> Iterable[Command]:
    """Open what an activity holds ready, close what is over, and never go on with aliases that another relay gave."""
    state = world.state(PollsState)
    match envelope.event:
        case ActivityBegan(activity=activity):
            prepared = [poll for poll in state.polls.values() if poll.activity == activity and not poll.round]
            return [c.OpenPoll(poll=poll.id) for poll in prepared[:1]]
        case ActivityEnded(activity=activity):
            over = [poll for poll in state.polls.values() if poll.activity == activity]
            close: list[Command] = [c.ClosePoll(poll=poll.id) for poll in over if poll.is_open]
            return [*close, c.PutPollOnStage(poll="")] if any(poll.id == state.stage for poll in over) else close
        case PhaseChanged(phase=Phase.ENDED):
            return [c.ClosePoll(poll=poll.id) for poll in state.polls.values() if poll.is_open]
        case EpochBegun():
            # This relay cannot tell who has answered: everybody could do so a second time.
            hidden = [poll for poll in state.polls.values() if poll.is_open and poll.draft.anonymous]
            return [c.ClosePoll(poll=poll.id) for poll in hidden]
        case _:
            return ()


def next_deadline(world: World) -> Millis | None:
    """Return when the next poll closes by itself, or is to be counted for learners."""
    state = world.state(PollsState)
    closing = (poll.closes_at for poll in state.polls.values() if poll.is_open and poll.closes_at)
    return min((*closing, *state.due.values()), default=None)


def elapse(world: World, ctx: Ctx) -> Sequence[Event]:
    """Close and count what is due."""
    state = world.state(PollsState)
    closing = [poll for poll in state.polls.values() if poll.is_open and 0 < poll.closes_at <= ctx.at]
    closed = {poll.id for poll in closing}
    return (
        *(e.PollClosed(poll=poll.id, round=poll.round) for poll in closing),
        *(e.PollCounted(poll=poll) for poll, due in state.due.items() if due <= ctx.at and poll not in closed),
    )


# --- staff -----------------------------------------------------------------------------------------------------------


def _known(state: PollsState, poll_id: str) -> Poll:
    poll = state.polls.get(poll_id)
    if poll is None:
        raise Refusal("unknown_poll")
    return poll


def _unopened(state: PollsState, poll_id: str) -> Poll:
    poll = _known(state, poll_id)
    if poll.round:
        raise Refusal("poll_was_open")
    return poll


def _opened_once(world: World, state: PollsState, poll_id: str) -> Poll:
    if world.life.phase is Phase.ARCHIVED:
        raise Refusal("session_not_live", phase=str(Phase.ARCHIVED))
    poll = _known(state, poll_id)
    if not poll.round:
        raise Refusal("poll_not_opened")
    return poll


def _prepare(world: World, state: PollsState, command: c.PreparePoll, ctx: Ctx) -> Sequence[Event]:
    if world.life.phase in {Phase.ENDED, Phase.ARCHIVED}:
        raise Refusal("wrong_phase", phase=str(world.life.phase))
    if len(state.polls) >= MOST_POLLS:
        raise Refusal("too_many_polls", limit=MOST_POLLS)
    poll_id = ctx.new_id()
    if poll_id in state.polls:
        raise Refusal("id_used")
    draft = checked(command.draft)
    prepared = e.PollPrepared(poll=poll_id, draft=draft, activity=command.activity)
    if not command.opens:
        return (prepared,)
    return prepared, *_open(world, Poll(id=poll_id, draft=draft, order=0), 1, 0, ctx)


def _open(world: World, poll: Poll, round_: int, seconds: int, ctx: Ctx) -> Sequence[Event]:
    if world.life.phase not in _UNDER_WAY:
        raise Refusal("wrong_phase", phase=str(world.life.phase))
    if not 0 <= seconds <= LONGEST:
        raise Refusal("bad_poll", field="seconds")
    seconds = seconds or poll.draft.seconds
    closes_at = ctx.at + seconds * 1000 if seconds else 0
    return (e.PollOpened(poll=poll.id, round=round_, closes_at=closes_at),)


def _again(world: World, poll: Poll, seconds: int, ctx: Ctx) -> Sequence[Event]:
    if not poll.round:
        raise Refusal("poll_not_opened")
    opened = _open(world, poll, poll.round + 1, seconds, ctx)
    return (e.PollClosed(poll=poll.id, round=poll.round), *opened) if poll.is_open else opened


def _reveal(poll: Poll, *, on: bool) -> Sequence[Event]:
    if on and poll.is_open:
        raise Refusal("poll_open")
    return () if poll.answers is on else (e.AnswersRevealed(poll=poll.id, on=on),)


def _hide(state: PollsState, poll: Poll, said: str, *, on: bool) -> Sequence[Event]:
    known = {said_id(each.key) for round_ in range(1, poll.round + 1) for each in state.tally(poll, round_).said}
    is_hidden = said in state.hidden.get(poll.id, {})
    if said not in known and not is_hidden:
        raise Refusal("unknown_item")
    return () if is_hidden is on else (e.SaidHidden(poll=poll.id, said=said, on=on),)


# --- learners --------------------------------------------------------------------------------------------------------


def _asked(world: World, state: PollsState, poll_id: str, round_: int, ctx: Ctx) -> Poll:
    """Return the poll that somebody wants to answer; one that was never open is as unknown as one that is not there."""
    phase = world.life.phase
    if phase is not Phase.LIVE and not ctx.role.is_staff:
        raise Refusal("session_not_live", phase=str(phase))
    poll = state.polls.get(poll_id)
    if poll is None or not 0 < round_ <= poll.round:
        raise Refusal("unknown_poll")
    if not poll.is_open or round_ != poll.round or 0 < poll.closes_at <= ctx.at:
        raise Refusal("poll_closed")
    return poll


def _voter(world: World, poll: Poll, ctx: Ctx) -> Ctx:
    return disguised(world, ctx, poll.id) if poll.draft.anonymous else ctx


def _unchanged(poll: Poll, voter: Ctx) -> Sequence[Event]:
    return (AnonymousNoted(alias=voter.actor),) if poll.draft.anonymous else ()


def _answer(world: World, state: PollsState, command: c.AnswerPoll, ctx: Ctx) -> Sequence[Event]:
    poll = _asked(world, state, command.poll, command.round, ctx)
    _check_shape(poll.draft, command)
    voter = _voter(world, poll, ctx)
    before = state.answer(poll.id, poll.round, voter.actor)
    if poll.draft.form in WRITTEN:
        return _write(world, state, poll, command, voter)
    choices = command.choices
    if poll.draft.form is Form.MULTIPLE:
        choices = tuple(key for key in poll.draft.keys if key in choices)
    if before is not None and (before.choices, before.number) == (choices, command.number):
        return _unchanged(poll, voter)
    return (e.PollAnswered(poll=poll.id, round=poll.round, voter=voter.actor, choices=choices, number=command.number),)


def _check_shape(draft: Draft, command: c.AnswerPoll) -> None:
    """Check that an answer has the form that was asked for.

    Raises:
        Refusal: `bad_answer`, or `unknown_option`.
    """
    form, choices = draft.form, command.choices
    is_number = command.number is not None
    if is_number is not (form is Form.NUMBER) or bool(command.texts) is not (form in WRITTEN):
        raise Refusal("bad_answer")
    if is_number and not -LARGEST <= (command.number or 0) <= LARGEST:
        raise Refusal("bad_answer")
    if not set(choices) <= set(draft.keys):
        raise Refusal("unknown_option")
    least, most = _how_many(draft)
    if len(set(choices)) != len(choices) or not least <= len(choices) <= most:
        raise Refusal("bad_answer")
    if len(command.texts) > (1 if form is Form.TEXT else min(MOST_WORDS, draft.most or WORDS_GIVEN)):
        raise Refusal("bad_answer")


def _how_many(draft: Draft) -> tuple[int, int]:
    """Return the least and the most options that an answer names."""
    match draft.form:
        case Form.CHOICE | Form.SCALE:
            return 1, 1
        case Form.MULTIPLE:
            return 1, draft.most or len(draft.options)
        case Form.RANKING:
            return len(draft.options), len(draft.options)
        case Form.NUMBER | Form.TEXT | Form.WORDS:
            return 0, 0


def _write(world: World, state: PollsState, poll: Poll, command: c.AnswerPoll, voter: Ctx) -> Sequence[Event]:
    kind = "word" if poll.draft.form is Form.WORDS else "answer"
    text = "\n".join(dict.fromkeys(clean(text, kind) for text in command.texts))
    known: Answer | None = state.answers(poll.id, poll.round).get(voter.actor)
    revision = (known.revision if known else 0) + 1
    item = e.answer_item(poll.id, poll.round, voter.actor)
    submission = Submission(kind="answer", item=item, revision=revision, channel=ANSWERS, author=voter.actor, text=text)
    admission = admit(world, voter, submission)
    if known is not None and not known.withdrawn and known.text == admission.text:
        return _unchanged(poll, voter)
    return (
        e.PollAnswerWritten(
            item=item,
            revision=revision,
            kind="answer",
            channel=ANSWERS,
            author=voter.actor,
            held_by=admission.held_by,
            poll=poll.id,
            round=poll.round,
            text=admission.text,
        ),
    )


def _withdraw(world: World, state: PollsState, poll: Poll, ctx: Ctx) -> Sequence[Event]:
    voter = _voter(world, poll, ctx)
    if state.answer(poll.id, poll.round, voter.actor) is None:
        return _unchanged(poll, voter)
    return (e.AnswerWithdrawn(poll=poll.id, round=poll.round, voter=voter.actor),)
