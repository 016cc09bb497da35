"""What is known of the conversation, folded from its events."""

from __future__ import annotations

from bisect import bisect_right, insort
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec
from msgspec.structs import replace

from app.domain.discussion.events import (
    AnonymousPosted,
    HandLowered,
    HandRaised,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PromptPosted,
    Reacted,
)
from app.domain.kernel.floor import FloorReturned, FloorTaken
from app.domain.kernel.gate import Outcome, TextDecided, clip
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.readings import Said
from app.domain.kernel.words import ChannelId, MemberId, Millis, Phase
from app.domain.kernel.world import State
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.world import World

WINDOW: Final = 50
"""How many of a channel's newest messages a document holds."""

OWN_WINDOW: Final = 30
"""How many of a member's own unpublished messages their document holds."""

UNNAMED_WINDOW: Final = 100
"""Of how many messages without a name, the newest, a member's document says that they are theirs."""

MENTIONED_WINDOW: Final = 20
"""How many of the messages that speak to a member their document names."""

REACTED_WINDOW: Final = 100
"""On how many messages, the newest, a member's document says how they reacted."""

V = TypeVar("V")


class Revision(msgspec.Struct, frozen=True):
    """One text of a message.

    Attributes:
        text: what it says.
        at: when it was written.
        outcome: how it stands.
        reason: what its author was told.
        since: the seq at which it was published last; 0 before.
        mentions: the members whom it speaks to.
        instead: staff's words, which show in place of the author's; empty for none.
    """

    text: str
    at: Millis
    outcome: Outcome
    reason: str = ""
    since: int = 0
    mentions: tuple[MemberId, ...] = ()
    instead: str = ""

    @property
    def words(self) -> str:
        """What others read when it is shown."""
        return self.instead or self.text


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A message.

    Attributes:
        id: its id.
        channel: where it was said.
        author: who said it.
        at: when it was first written.
        reply_to: the message it answers; empty for none.
        thread: the message that this one, and whatever it answers, goes back to; empty for one that begins.
        anonymous: whether learners are not told who wrote it; `author` is an alias where staff are not either.
        prompted: whether it was prepared, and said at its time.
        revisions: every text it ever had, the first first.
        visible: the revision that is shown, from 1; 0 while none is admitted.
        order: the seq at which it was first published; 0 before.
        deleted: whether it was taken away.
    """

    id: str
    channel: ChannelId
    author: MemberId
    at: Millis
    reply_to: str = ""
    thread: str = ""
    prompted: bool = False
    anonymous: bool = False
    revisions: tuple[Revision, ...]
    visible: int = 0
    order: int = 0
    deleted: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether those who read the channel see it."""
        return self.visible > 0 and not self.deleted

    @property
    def shown(self) -> Revision | None:
        """The revision that is shown."""
        return self.revisions[self.visible - 1] if self.visible else None

    def shown_by(self, seq: int) -> int:
        """Return the revision, from 1, that stood at a seq and was not taken back since; 0 for none."""
        if not self.is_shown:
            return 0
        stood = (n for n in range(self.visible, 0, -1) if 0 < self.revisions[n - 1].since <= seq)
        return next(stood, 0)

    @property
    def newest(self) -> Revision:
        """The newest revision, admitted or not."""
        return self.revisions[-1]


class Hand(msgspec.Struct, frozen=True):
    """A raised hand and since when."""

    member: MemberId
    since: Millis


class DiscussionState(State, kw_only=True):
    """Messages, reactions and hands.

    Attributes:
        messages: every message ever, also deleted and unpublished ones.
        shown: channel to the ids of the messages shown in it, in order of publication.
        unsettled: author to the ids of their messages whose newest revision is not published.
        reactions: message to emoji to who reacted so.
        reacted: member to message to the emoji they reacted with.
        hands: raised hands, the first raised first.
        threads: message to the ids of all that goes back to it, in the order in which it was written.
        replies: message to how many of these are shown.
        unnamed: author to what they wrote without their name.
        mentioned: member to the messages that are shown and speak to them, the newest last.
        gone: channel to the messages that were shown there and were taken away, the last one last.
    """

    messages: dict[str, Message] = {}
    shown: dict[ChannelId, list[str]] = {}
    unsettled: dict[MemberId, dict[str, int]] = {}
    reactions: dict[str, dict[str, dict[MemberId, int]]] = {}
    reacted: dict[MemberId, dict[str, dict[str, bool]]] = {}
    hands: dict[MemberId, Hand] = {}
    threads: dict[str, dict[str, bool]] = {}
    replies: dict[str, int] = {}
    unnamed: dict[str, dict[str, bool]] = {}
    mentioned: dict[MemberId, dict[str, bool]] = {}
    gone: dict[ChannelId, dict[str, bool]] = {}

    def window(self, channel: ChannelId) -> Sequence[str]:
        """Return the ids of a channel's newest shown messages."""
        return self.shown.get(channel, ())[-WINDOW:]

    def page(self, channel: ChannelId, before: int, limit: int) -> tuple[Sequence[str], bool]:
        """Return up to `limit` ids published before the seq `before`, oldest first, and whether older ones exist."""
        shown = self.shown.get(channel, [])
        end = self.place_of(channel, before)
        start = max(0, end - limit)
        return shown[start:end], start > 0

    def place_of(self, channel: ChannelId, before: int) -> int:
        """Return how many messages of a channel were published before a seq."""
        return bisect_right(self.shown.get(channel, []), before - 1, key=self._order)

    def called(self, member: MemberId) -> Sequence[str]:
        """Return the ids of the newest messages that speak to a member."""
        return _newest(self.mentioned.get(member, {}), MENTIONED_WINDOW)

    def said(self, message: str) -> Said | None:
        """Return a message as others may rely on it; see `Talk.said`."""
        found = self.messages.get(message)
        if found is None or found.deleted:
            return None
        order = found.order if found.is_shown else 0
        text = found.shown.words if found.is_shown and found.shown else ""
        return Said(
            author=found.author,
            channel=found.channel,
            order=order,
            text=text,
            thread=found.thread,
            is_anonymous=found.anonymous,
        )

    def raised(self) -> Mapping[MemberId, Millis]:
        """Return whose hand is up, and since when; see `Talk.raised`."""
        return {member: hand.since for member, hand in self.hands.items()}

    def told_of(self, world: World, thing: str) -> Mapping[str, Any]:  # noqa: ARG002 (every state's shape)
        """Tell the author of a message how often it was answered, and what of it shows."""
        found = self.messages.get(thing)
        if found is None:
            return {}
        told: dict[str, Any] = {"replies": self.replies[thing]} if self.replies.get(thing) else {}
        if found.newest.instead:
            told["instead"] = clip(found.newest.instead)
        if found.is_shown and found.newest.outcome is not Outcome.PUBLISHED:
            told["published"] = True
        return told

    def turned_by(self, world: World, envelope: Envelope) -> Iterable[str]:  # noqa: ARG002 (every state's shape)
        """Name the message whose thread grew or shrank."""
        match envelope.event:
            case (
                MessagePosted(item=item)
                | MessageEdited(item=item)
                | MessageDeleted(message=item)
                | TextDecided(item=item)
            ):
                found = self.messages.get(item)
                return (found.thread,) if found is not None else ()
            case _:
                return ()

    def own(self, authors: Iterable[str]) -> Sequence[str]:
        """Return the ids of the newest unsettled messages of a member, whatever names they wrote under."""
        mine = [(seq, key) for author in authors for key, seq in _last(self.unsettled.get(author, {}), OWN_WINDOW)]
        return [key for _seq, key in sorted(mine)[-OWN_WINDOW:]]

    def without_name(self, authors: Iterable[str]) -> Sequence[str]:
        """Return the ids of the newest messages that a member wrote without their name."""
        mine = [key for author in authors for key, _ in _last(self.unnamed.get(author, {}), UNNAMED_WINDOW)]
        return sorted(mine, key=lambda key: self.messages[key].at)[-UNNAMED_WINDOW:]

    def gone_from(self, channel: ChannelId) -> Sequence[str]:
        """Return the ids of the messages that were taken away last."""
        return _newest(self.gone.get(channel, {}), WINDOW)

    def reacted_to(self, member: MemberId) -> Sequence[str]:
        """Return the ids of the messages a member last reacted to."""
        return _newest(self.reacted.get(member, {}), REACTED_WINDOW)

    def _order(self, message: str) -> int:
        return self.messages[message].order

    def settle(self, message: Message, seq: int) -> None:
        """Put a changed message in its places: among the shown ones, and among its author's unsettled ones."""
        before = self.messages.get(message.id)
        was_shown = before is not None and before.is_shown
        if message.is_shown and not message.order:
            message = replace(message, order=seq)
        self.messages[message.id] = message
        if message.is_shown and not was_shown:
            insort(self.shown.setdefault(message.channel, []), message.id, key=self._order)
            self.gone.get(message.channel, {}).pop(message.id, None)
        elif was_shown and not message.is_shown:
            shown = self.shown[message.channel]
            del shown[bisect_right(shown, message.order, key=self._order) - 1]
            self.gone.setdefault(message.channel, {})[message.id] = True
        self._thread(message, was_shown=was_shown)
        self._call(before, message)
        is_settled = message.newest.outcome is Outcome.PUBLISHED and not message.newest.instead
        if is_settled or message.deleted:
            mine = self.unsettled.get(message.author)
            if mine and message.id in mine:
                del mine[message.id]
        else:
            mine = self.unsettled.setdefault(message.author, {})
            mine.pop(message.id, None)
            mine[message.id] = seq

    def _thread(self, message: Message, *, was_shown: bool) -> None:
        if message.thread:
            self.threads.setdefault(message.thread, {})[message.id] = True
            self.replies[message.thread] = self.replies.get(message.thread, 0) + message.is_shown - was_shown

    def _call(self, before: Message | None, message: Message) -> None:
        called = _speaks_to(before)
        calls = _speaks_to(message)
        for member in called:
            if member not in calls:
                self.mentioned[member].pop(message.id, None)
        for member in calls:
            self.mentioned.setdefault(member, {})[message.id] = True


def _speaks_to(message: Message | None) -> tuple[MemberId, ...]:
    return message.shown.mentions if message is not None and message.is_shown and message.shown else ()


def _last(ids: dict[str, V], count: int) -> Iterable[tuple[str, V]]:
    return islice(reversed(ids.items()), count)


def _newest(ids: dict[str, Any], count: int) -> Sequence[str]:
    """Return the last `count` keys in their order; from the end, so that it costs the same however many there are."""
    return list(islice(reversed(ids), count))[::-1]


def evolve(state: DiscussionState, envelope: Envelope) -> None:
    """Fold one envelope into the discussion's state."""
    match envelope.event:
        case MessagePosted() as e:
            answered = state.messages.get(e.reply_to)
            message = Message(
                id=e.item,
                channel=e.channel,
                author=e.author,
                at=envelope.at,
                reply_to=e.reply_to,
                thread=(answered.thread or answered.id) if answered else "",
                prompted=isinstance(e, PromptPosted),
                anonymous=isinstance(e, AnonymousPosted),
                revisions=(_revision(e, envelope),),
                visible=0 if e.held_by else 1,
            )
            state.settle(message, envelope.seq)
            if message.anonymous:
                state.unnamed.setdefault(message.author, {})[message.id] = True
        case MessageEdited() as e:
            message = state.messages[e.item]
            message = replace(
                message,
                revisions=(*message.revisions, _revision(e, envelope)),
                visible=message.visible if e.held_by else e.revision,
            )
            state.settle(message, envelope.seq)
        case TextDecided() as e if e.item in state.messages:
            state.settle(_decided(state.messages[e.item], e, envelope.seq), envelope.seq)
        case MessageDeleted(message=message_id):
            state.settle(replace(state.messages[message_id], deleted=True), envelope.seq)
        case Reacted() as e:
            _react(state, e, envelope)
        case HandRaised(member=member):
            state.hands[member] = Hand(member, envelope.at)
        case PhaseChanged(phase=Phase.ENDED):
            # Nobody has the floor to give any more.
            state.hands.clear()
        case HandLowered(member=member) | FloorTaken(member=member):
            state.hands.pop(member, None)
        case FloorReturned(member=member, raised_at=raised_at) if raised_at:
            state.hands[member] = Hand(member, raised_at)
            # The first raised stands first again.
            state.hands = dict(sorted(state.hands.items(), key=lambda hand: hand[1].since))
        case MemberErased(member=member):
            for message in [m for m in state.messages.values() if m.author == member]:
                blank = tuple(replace(revision, text="", reason="", instead="") for revision in message.revisions)
                state.messages[message.id] = replace(message, revisions=blank)
        case _:
            pass


def _revision(event: MessagePosted | MessageEdited, envelope: Envelope) -> Revision:
    if event.held_by:
        return Revision(event.text, envelope.at, Outcome.HELD, mentions=event.mentions)
    return Revision(event.text, envelope.at, Outcome.PUBLISHED, since=envelope.seq, mentions=event.mentions)


def _decided(message: Message, decided: TextDecided, seq: int) -> Message:
    index = decided.revision - 1
    revisions = list(message.revisions)
    since = seq if decided.outcome is Outcome.PUBLISHED else 0
    revisions[index] = replace(
        revisions[index], outcome=decided.outcome, reason=decided.reason, since=since, instead=decided.text
    )
    visible = message.visible
    if since:
        visible = max(visible, decided.revision)
    elif visible == decided.revision or decided.hides_all:
        # Staff took the message back, not just its last words: what it said before does not return in its place.
        revisions = [replace(revision, since=0) for revision in revisions]
        visible = 0
    return replace(message, revisions=tuple(revisions), visible=visible)


def _react(state: DiscussionState, event: Reacted, envelope: Envelope) -> None:
    member = envelope.actor
    emojis = state.reactions.setdefault(event.message, {})
    mine = state.reacted.setdefault(member, {})
    of_message = mine.pop(event.message, {})
    if event.on:
        emojis.setdefault(event.emoji, {})[member] = envelope.seq
        of_message[event.emoji] = True
    else:
        emojis.get(event.emoji, {}).pop(member, None)
        if not emojis.get(event.emoji):
            emojis.pop(event.emoji, None)
        of_message.pop(event.emoji, None)
    if not emojis:
        del state.reactions[event.message]
    if of_message:
        mine[event.message] = of_message
    if not mine:
        del state.reacted[member]
