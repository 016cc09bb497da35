"""What becomes of questions, and who may say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from app.domain.kernel.anonymity import is_alias, own_alias, seat_of, selves
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import visible_until
from app.domain.kernel.words import MAIN, STAFF, MemberId, Phase, room_of, topic_of
from app.domain.questions import commands as c
from app.domain.questions import events as e
from app.domain.questions.events import Standing, Support
from app.domain.questions.state import Question, QuestionsState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.readings import Said
    from app.domain.kernel.words import ChannelId
    from app.domain.kernel.world import Ctx, World

MAX_ANSWERS: Final = 50
"""How many replies may count as answers to one question."""


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about questions; see `Capability.decide`."""
    state = world.state(QuestionsState)
    _check_live(world, ctx)
    match command:
        case c.AskQuestion(message=message):
            return _ask(world, state, message, ctx)
        case c.WithdrawQuestion(question=question):
            found = _known(world, state, question, ctx)
            return (e.QuestionWithdrawn(question=question, channel=found.channel, into=found.into),)
        case c.SupportQuestion():
            return _support(world, state, command, ctx)
        case c.MarkAnswer():
            return _mark(world, state, command, ctx)
        case c.AcceptAnswer():
            return _accept(world, state, command, ctx)
        case c.MergeQuestion():
            return _merge(world, state, command, ctx)
        case c.SetStanding():
            return _set_standing(world, state, command, ctx)
        case c.SetAsking(channel=channel, on=on):
            _check_channel(world, channel)
            is_on = channel not in state.closed
            return () if is_on is on else (e.AskingSet(channel=channel, on=on),)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def acts_as(world: World, command: Command, ctx: Ctx) -> str:
    """Return the alias under which somebody acts on what they wrote without their name; empty for themselves."""
    questions = world.state(QuestionsState).questions
    authors: tuple[str, ...] = ()
    match command:
        case c.AskQuestion(message=message):
            said = world.talk.said(message)
            authors = (said.author,) if said else ()
        case c.WithdrawQuestion(question=question) | c.AcceptAnswer(question=question):
            authors = (questions[question].author,) if question in questions else ()
        case c.MarkAnswer(question=question, message=message):
            found, said = questions.get(question), world.talk.said(message)
            authors = (*((said.author,) if said else ()), *((found.author,) if found else ()))
        case _:
            pass
    # Whoever may do it in their own name does it so: that tells of nothing that they hid.
    return "" if ctx.role.is_staff or ctx.actor in authors else own_alias(world, ctx.actor, *authors)


def owner(world: World, command: Command) -> MemberId | None:
    """Return whose question, or message to become one, a command acts on."""
    match command:
        case c.AskQuestion(message=message):
            said = world.talk.said(message)
            return said.author if said else None
        case c.WithdrawQuestion(question=question) | c.AcceptAnswer(question=question):
            found = world.state(QuestionsState).questions.get(question)
            return found.author if found else None
        case _:
            return None


def scope(world: World, command: Command) -> ChannelId | None:
    """Return where the question stands that a command acts on, or the message that is to become one."""
    match command:
        case c.AskQuestion(message=message):
            said = world.talk.said(message)
            return said.channel if said else None
        case c.SetStanding(question=question):
            found = world.state(QuestionsState).questions.get(question)
            return found.channel if found else None
        case c.SetAsking(channel=channel):
            return channel
        case _:
            return None


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which the question that a command acts on last changed."""
    match command:
        case c.MergeQuestion(question=question) | c.SetStanding(question=question):
            return world.state(QuestionsState).changed.get(question, 0)
        case c.SetAsking(channel=channel):
            return world.state(QuestionsState).changed.get(channel, 0)
        case _:
            return 0


def _check_channel(world: World, channel: ChannelId) -> None:
    topic = topic_of(channel)
    is_topic = topic is not None and world.topics.standing(topic) is not None
    is_place = channel == MAIN or room_of(channel) is not None
    if not is_topic and not (is_place and world.seats.room_exists(channel)):
        raise Refusal("unknown_channel")


def _check_live(world: World, ctx: Ctx) -> None:
    phase = world.life.phase
    if phase is Phase.ARCHIVED or (phase is not Phase.LIVE and not ctx.role.is_staff):
        raise Refusal("session_not_live", phase=str(phase))


def _seen(world: World, message: str, ctx: Ctx) -> Said:
    """Return a message that the actor sees; what they do not see does not exist for them."""
    said = world.talk.said(message)
    if said is None or said.channel == STAFF:
        raise Refusal("unknown_message")
    until = visible_until(world.seats, seat_of(world, ctx), said.channel)
    is_own = said.author == ctx.actor and until > 0
    if not (ctx.role.is_staff or is_own or 0 < said.order <= until):
        raise Refusal("unknown_message")
    return said


def _known(world: World, state: QuestionsState, question: str, ctx: Ctx) -> Question:
    found = state.questions.get(question)
    if found is None:
        raise Refusal("unknown_question")
    try:
        _seen(world, question, ctx)
    except Refusal as refusal:
        raise Refusal("unknown_question") from refusal
    return found


def _ask(world: World, state: QuestionsState, message: str, ctx: Ctx) -> Sequence[Event]:
    said = _seen(world, message, ctx)
    if message in state.questions:
        return ()
    if said.channel in state.closed and not ctx.role.is_staff:
        raise Refusal("questions_closed")
    return (e.QuestionAsked(question=message, channel=said.channel, author=said.author),)


def _support(world: World, state: QuestionsState, command: c.SupportQuestion, ctx: Ctx) -> Sequence[Event]:
    _known(world, state, command.question, ctx)
    # Whoever stands by a question that counts as the same as another stands by that one.
    found = state.root(command.question)
    if found is None or found.author in selves(world, ctx.actor):
        raise Refusal("own_question")
    given = state.votes if command.how is Support.VOTE else state.same
    if (ctx.actor in given.get(found.question, ())) is command.on:
        return ()
    return (e.QuestionSupported(question=found.question, how=command.how, on=command.on),)


def _mark(world: World, state: QuestionsState, command: c.MarkAnswer, ctx: Ctx) -> Sequence[Event]:
    found = _known(world, state, command.question, ctx)
    said = _seen(world, command.message, ctx)
    if ctx.actor not in {said.author, found.author} and not ctx.role.is_staff:
        raise Refusal("not_allowed")
    root = world.talk.said(found.question)
    if root is None or said.thread not in {found.question, root.thread or found.question}:
        raise Refusal("not_an_answer")
    there = state.answers.get(found.question, {})
    if (command.message in there) is command.on:
        return ()
    if command.on and len(there) >= MAX_ANSWERS:
        raise Refusal("too_many_answers", limit=MAX_ANSWERS)
    author = world.seats.seat(said.author)
    is_learner = is_alias(said.author) or (author is not None and not author.role.is_staff)
    peer = said.author != found.author and is_learner
    return (
        e.AnswerMarked(question=found.question, message=command.message, author=said.author, peer=peer, on=command.on),
    )


def _accept(world: World, state: QuestionsState, command: c.AcceptAnswer, ctx: Ctx) -> Sequence[Event]:
    found = _known(world, state, command.question, ctx)
    if command.message and command.message not in state.answers_to(found.question):
        raise Refusal("not_an_answer")
    if found.accepted == command.message:
        return ()
    return (e.AnswerAccepted(question=found.question, message=command.message),)


def _merge(world: World, state: QuestionsState, command: c.MergeQuestion, ctx: Ctx) -> Sequence[Event]:
    found = _known(world, state, command.question, ctx)
    if not command.into:
        apart = e.QuestionMerged(question=found.question, into="", before=found.into)
        return (apart,) if found.into else ()
    _known(world, state, command.into, ctx)
    into = state.root(command.into)
    if into is None or into.question in state.family(found.question):
        raise Refusal("same_question")
    is_of_a_room = room_of(found.channel) is not None or room_of(into.channel) is not None
    # What was asked in a room is the room's: nobody else learns of it by being counted in.
    if is_of_a_room and found.channel != into.channel:
        raise Refusal("not_together")
    if found.into == into.question:
        return ()
    return (e.QuestionMerged(question=found.question, into=into.question, before=found.into),)


def _set_standing(world: World, state: QuestionsState, command: c.SetStanding, ctx: Ctx) -> Sequence[Event]:
    found = _known(world, state, command.question, ctx)
    if command.standing is Standing.ANSWERED:
        raise Refusal("bad_command")
    if found.said is command.standing:
        return ()
    before = state.on_air(found.channel) if command.standing is Standing.ON_AIR else None
    if before is not None and before.channel != found.channel and not ctx.role.is_staff:
        # Who leads one place takes nothing of another's off the air.
        raise Refusal("air_taken")
    # One question at a time is on air, for a room or for everybody else: the one before it was answered there.
    settled = (e.StandingSet(question=before.question, standing=Standing.ANSWERED_LIVE),) if before else ()
    return (*settled, e.StandingSet(question=found.question, standing=command.standing))
