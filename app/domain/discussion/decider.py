"""Who may say, change and mark what in a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from app.domain.discussion import commands as c
from app.domain.discussion import events as e
from app.domain.discussion.mentions import mentioned
from app.domain.discussion.state import DiscussionState, Message
from app.domain.kernel.anonymity import alias_of, own_alias, seat_of
from app.domain.kernel.asking import PromptDue
from app.domain.kernel.gate import admit, clean
from app.domain.kernel.readings import Anonymity, Submission, TopicStanding
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import SeatChanged, may_write, visible_until
from app.domain.kernel.words import MAIN, STAFF, ChannelId, MemberId, Phase, room_of, topic_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World

EMOJIS: Final = ("👍", "❤️", "😂", "😮", "🎉", "🤔", "👏", "🙏")
"""The reactions one may give."""


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command of the conversation; see `Capability.decide`."""
    state = world.state(DiscussionState)
    match command:
        case c.PostMessage():
            return _post(world, state, command, ctx)
        case c.EditMessage():
            return _edit(world, state, command, ctx)
        case c.DeleteMessage(message=message_id):
            message = _known(state, message_id)
            _check_reach(world, ctx, message)
            _check_not_archived(world)
            return () if message.deleted else (e.MessageDeleted(message=message_id),)
        case c.React():
            return _react(world, state, command, ctx)
        case c.SayPrompt():
            return _say_prompt(world, state, command, ctx)
        case c.RaiseHand():
            _check_live(world, ctx)
            return () if ctx.actor in state.hands else (e.HandRaised(member=ctx.actor),)
        case c.LowerHand(member=member):
            return (e.HandLowered(member=member),) if member in state.hands else ()
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def acts_as(world: World, command: Command, ctx: Ctx) -> str:
    """Return the alias under which somebody writes, or acts on what they wrote so; empty for themselves."""
    match command:
        case c.PostMessage(anonymous=Anonymity.EVERYBODY) if not ctx.role.is_staff:
            return alias_of(world, world.veil.scope, ctx.actor)
        case c.EditMessage(message=message) | c.DeleteMessage(message=message):
            found = world.state(DiscussionState).messages.get(message)
            return own_alias(world, ctx.actor, found.author) if found else ""
        case _:
            return ""


def owner(world: World, command: Command) -> MemberId | None:
    """Return whose message or hand a command acts on."""
    match command:
        case c.EditMessage(message=message) | c.DeleteMessage(message=message):
            found = world.state(DiscussionState).messages.get(message)
            return found.author if found else None
        case c.LowerHand(member=member):
            return member
        case _:
            return None


def scope(world: World, command: Command) -> ChannelId | None:
    """Return the room in which a hand is up: whoever runs that room's hands may take it down."""
    seat = world.seats.seat(command.member) if isinstance(command, c.LowerHand) else None
    return seat.place if seat is not None and room_of(seat.place) is not None else None


def policies(world: World, envelope: Envelope) -> Iterable[Command]:
    """What is due is said; and who goes, or may only watch from now on, takes their hand down."""
    event = envelope.event
    if isinstance(event, PromptDue):
        return (c.SayPrompt(prompt=event.prompt, channel=event.channel, author=event.author, text=event.text),)
    if not isinstance(event, SeatChanged) or event.member not in world.state(DiscussionState).hands:
        return ()
    seat = world.seats.seat(event.member)
    if seat is not None and may_write(seat, MAIN):
        return ()
    return (c.LowerHand(member=event.member),)


def _check_not_archived(world: World) -> None:
    if world.life.phase is Phase.ARCHIVED:
        raise Refusal("session_not_live", phase=str(Phase.ARCHIVED))


def _check_live(world: World, ctx: Ctx) -> None:
    _check_not_archived(world)
    phase = world.life.phase
    if phase is not Phase.LIVE and not ctx.role.is_staff:
        raise Refusal("session_not_live", phase=str(phase))


def _check_channel(world: World, ctx: Ctx, channel: ChannelId) -> None:
    is_place = room_of(channel) is not None or channel == MAIN
    topic = topic_of(channel)
    standing = world.topics.standing(topic) if topic is not None else None
    # Nobody writes in a topic that learners do not know of yet: it would be there before its time.
    is_known = standing is not None and standing is not TopicStanding.PREPARED
    if not (channel == STAFF or is_known or (is_place and world.seats.room_exists(channel))):
        raise Refusal("unknown_channel")
    if not may_write(seat_of(world, ctx), channel):
        raise Refusal("not_your_channel")
    if standing is TopicStanding.CLOSED and not ctx.role.is_staff:
        raise Refusal("channel_closed")
    if channel != STAFF:
        _check_live(world, ctx)


def _known(state: DiscussionState, message_id: str) -> Message:
    message = state.messages.get(message_id)
    if message is None:
        raise Refusal("unknown_message")
    return message


def _check_reach(world: World, ctx: Ctx, message: Message) -> None:
    """Refuse to act on what the actor does not see, in the same words as on what does not exist."""
    if ctx.role.is_staff:
        return
    until = visible_until(world.seats, seat_of(world, ctx), message.channel)
    is_own = message.author == ctx.actor and until > 0
    if message.deleted or not (is_own or (message.is_shown and message.order <= until)):
        raise Refusal("unknown_message")


def _post(world: World, state: DiscussionState, command: c.PostMessage, ctx: Ctx) -> Sequence[Event]:
    _check_channel(world, ctx, command.channel)
    if command.reply_to:
        answered = _known(state, command.reply_to)
        _check_reach(world, ctx, answered)
        if answered.channel != command.channel or answered.deleted:
            raise Refusal("unknown_message")
    _check_veil(world, command, ctx)
    item = ctx.new_id()
    if item in state.messages:
        raise Refusal("id_used")
    admission = admit(world, ctx, _submission(item, 1, command.channel, ctx.actor, command.text))
    is_anonymous = command.anonymous is not Anonymity.OFF
    posted = e.AnonymousPosted if is_anonymous else e.MessagePosted
    return (
        posted(
            item=item,
            revision=1,
            kind="message",
            channel=command.channel,
            author=ctx.actor,
            held_by=admission.held_by,
            text=admission.text,
            reply_to=command.reply_to,
            mentions=_mentions(world, admission.text, command.channel, ctx.actor, is_anonymous=is_anonymous),
        ),
    )


def _check_veil(world: World, command: c.PostMessage, ctx: Ctx) -> None:
    """Refuse a message without a name where that is not, or not any more, what its author means by it."""
    if command.anonymous is Anonymity.OFF:
        return
    if ctx.role.is_staff:
        raise Refusal("not_allowed")
    allowed = world.veil.anonymity(command.channel)
    if allowed is not command.anonymous:
        raise Refusal("anonymity_changed", mode=str(allowed))
    if world.veil.is_muted(ctx.actor):
        raise Refusal("alias_muted")


def _mentions(world: World, text: str, channel: ChannelId, author: str, *, is_anonymous: bool) -> tuple[MemberId, ...]:
    # Nobody speaks to themselves; but to pass somebody over would say who wrote.
    return mentioned(world, text, channel, "" if is_anonymous else author)


def _say_prompt(world: World, state: DiscussionState, command: c.SayPrompt, ctx: Ctx) -> Sequence[Event]:
    item = ctx.new_id()
    if item in state.messages:
        raise Refusal("id_used")
    text = clean(command.text, "message")
    return (
        e.PromptPosted(
            item=item,
            revision=1,
            kind="message",
            channel=command.channel,
            author=command.author,
            text=text,
            mentions=mentioned(world, text, command.channel, command.author),
            prompt=command.prompt,
        ),
    )


def _edit(world: World, state: DiscussionState, command: c.EditMessage, ctx: Ctx) -> Sequence[Event]:
    message = _known(state, command.message)
    _check_reach(world, ctx, message)
    if message.deleted:
        raise Refusal("unknown_message")
    _check_channel(world, ctx, message.channel)
    if world.veil.is_muted(message.author):
        raise Refusal("alias_muted")
    revision = len(message.revisions) + 1
    admission = admit(world, ctx, _submission(message.id, revision, message.channel, ctx.actor, command.text))
    if admission.text == message.newest.text:
        return ()
    return (
        e.MessageEdited(
            item=message.id,
            revision=revision,
            kind="message",
            channel=message.channel,
            author=ctx.actor,
            held_by=admission.held_by,
            text=admission.text,
            mentions=_mentions(world, admission.text, message.channel, ctx.actor, is_anonymous=message.anonymous),
        ),
    )


def _submission(item: str, revision: int, channel: ChannelId, author: MemberId, text: str) -> Submission:
    return Submission(kind="message", item=item, revision=revision, channel=channel, author=author, text=text)


def _react(world: World, state: DiscussionState, command: c.React, ctx: Ctx) -> Sequence[Event]:
    if command.emoji not in EMOJIS:
        raise Refusal("unknown_emoji")
    message = _known(state, command.message)
    _check_reach(world, ctx, message)
    if not message.is_shown:
        raise Refusal("unknown_message")
    _check_channel(world, ctx, message.channel)
    is_on = ctx.actor in state.reactions.get(message.id, {}).get(command.emoji, {})
    if is_on is command.on:
        return ()
    return (e.Reacted(message=message.id, emoji=command.emoji, on=command.on),)
