"""The conversation as rows: a window over a channel's messages, made from the state, without Qt's item models."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.domain.discussion.commands import EditMessage, PostMessage
from app.domain.discussion.state import DiscussionState, Message
from app.domain.kernel.anonymity import is_alias
from app.domain.kernel.gate import Outcome
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.words import Role
from app.domain.pins.decider import PinsState
from app.domain.questions.state import QuestionsState
from app.domain.remarks.decider import RemarksState
from app.domain.stage.decider import StageState
from ui.bridge.names import member_name
from ui.discussion.marks import plain
from ui.thanks.model import MARK, thanks_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.domain.kernel.world import World
    from app.domain.questions.events import Standing
    from app.sync.changes import Pending

WINDOW: Final = 300
"""How many messages a view holds at once; asking every row's size is quick for that many."""

STEP: Final = 100
"""By how many messages the window moves when one scrolls to its edge."""

GROUPED_WITHIN_MS: Final = 4 * 60_000
"""Messages of one author within this time stand under one name."""

UNREAD_KEY: Final = "unread"


class Mark(StrEnum):
    """How a message stands, when it is not simply published."""

    NONE = ""
    PENDING = "pending"
    HELD = "held"
    RETURNED = "returned"
    REJECTED = "rejected"
    HIDDEN = "hidden"
    EXPIRED = "expired"
    DELETED = "deleted"


@dataclass(frozen=True)
class Quote:
    """What a message answers.

    Attributes:
        message: its id.
        name: of its author.
        text: its first line; empty when it is gone.
    """

    message: str
    name: str
    text: str


@dataclass(frozen=True)
class Reaction:
    """How many gave one reaction, and whether one did oneself."""

    emoji: str
    count: int
    mine: bool
    names: tuple[str, ...]


@dataclass(frozen=True)
class MessageRow:
    """A message as it is painted.

    Attributes:
        id: of the message.
        author: a member's id.
        name: of the author.
        role: of the author.
        at: when it was written, in milliseconds since 1970.
        text: the newest text that staff may read, published or not.
        mark: how its newest text stands.
        reason: what the author was told.
        edited: whether it has had another text.
        quote: what it answers.
        reactions: in the order they were first given.
        begins: whether it opens a group, and so shows who speaks.
        mine: whether one wrote it oneself.
        was: the text that learners still see while a newer one is held; empty when there is none.
        calls: what the people are called to whom it speaks.
        calls_me: whether one is among them.
        replies: how many messages go back to it.
        place: where it stands, when it is shown among others; empty otherwise.
        question: where it is as a question; none when it is none.
        answers: whether it counts as an answer.
        notes: how many private notes the staff have on it.
        veil: to whom its author is anonymous.
        prompted: whether it was prepared, and said at its time.
        pinned: whether it is pinned over its channel.
        staged: whether everybody looks at it.
    """

    id: str
    author: str
    name: str
    role: Role
    at: int
    text: str
    mark: Mark = Mark.NONE
    reason: str = ""
    edited: bool = False
    quote: Quote | None = None
    reactions: tuple[Reaction, ...] = ()
    begins: bool = True
    mine: bool = False
    was: str = ""
    calls: tuple[str, ...] = ()
    calls_me: bool = False
    replies: int = 0
    place: str = ""
    question: Standing | None = None
    answers: bool = False
    notes: int = 0
    veil: Anonymity = Anonymity.OFF
    prompted: bool = False
    pinned: bool = False
    staged: bool = False

    @property
    def key(self) -> str:
        """What the row is known by."""
        return self.id

    @property
    def is_marked(self) -> bool:
        """Whether something is said of it beside its author, so that it stands under a head of its own."""
        return self.veil is not Anonymity.OFF or self.prompted or self.pinned or self.staged


@dataclass(frozen=True)
class UnreadRow:
    """The line above what one has not read yet."""

    count: int

    @property
    def key(self) -> str:
        """What the row is known by; there is at most one."""
        return UNREAD_KEY


Row = MessageRow | UnreadRow


@dataclass
class Hidden:
    """The messages that learners do not see, by channel, in the order they were written.

    The state keeps an index of what is shown; staff see the rest too, and looking for it among 100,000 messages at
    each frame would be slow. So it is kept up to date by what changed.
    """

    by_channel: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _known: dict[str, tuple[str, int]] = field(default_factory=dict)

    def begin(self, state: DiscussionState) -> None:
        """Look through everything.

        Args:
            state: to read.
        """
        self.by_channel, self._known = {}, {}
        for message in state.messages.values():
            self._put(message)

    def follow(self, state: DiscussionState, ids: Iterable[str]) -> None:
        """Look again at some.

        Args:
            state: to read.
            ids: of messages that changed; other ids are passed over.
        """
        for each in ids:
            known = self._known.pop(each, None)
            if known is not None:
                self.by_channel[known[0]].remove((known[1], each))
            message = state.messages.get(each)
            if message is not None:
                self._put(message)

    def between(self, channel: str, first_at: int, last_at: int | None) -> list[tuple[int, str]]:
        """Give those written within a time.

        Args:
            channel: an id.
            first_at: from this moment on.
            last_at: before this one; none for no end.
        """
        there = self.by_channel.get(channel, [])
        start = bisect_left(there, (first_at, ""))
        end = len(there) if last_at is None else bisect_left(there, (last_at, ""))
        return there[start:end]

    def _put(self, message: Message) -> None:
        if not message.is_shown:
            insort(self.by_channel.setdefault(message.channel, []), (message.at, message.id))
            self._known[message.id] = (message.channel, message.at)


@dataclass(frozen=True)
class Window:
    """Which part of a channel is held.

    Attributes:
        first: the order of the first message held; none to hold the newest ones.
    """

    first: int | None = None

    def bounds(self, orders: Callable[[str], int], shown: Sequence[str]) -> tuple[int, int]:
        """Give where it begins and ends in what is shown.

        Args:
            orders: gives a message's order.
            shown: a channel's messages.
        """
        if self.first is None:
            return max(0, len(shown) - WINDOW), len(shown)
        start = min(bisect_left(shown, self.first, key=orders), max(0, len(shown) - 1))
        return start, min(len(shown), start + WINDOW)

    def moved(self, orders: Callable[[str], int], shown: Sequence[str], by: int) -> Window:
        """Give the window moved towards the older (negative) or newer messages.

        Args:
            orders: gives a message's order.
            shown: a channel's messages.
            by: how many messages.
        """
        start, _end = self.bounds(orders, shown)
        start = max(0, start + by)
        return Window() if start + WINDOW >= len(shown) and by > 0 else self._at(orders, shown, start)

    def frozen(self, orders: Callable[[str], int], shown: Sequence[str]) -> Window:
        """Give the same window, held fast while newer messages come.

        Args:
            orders: gives a message's order.
            shown: a channel's messages.
        """
        return self._at(orders, shown, self.bounds(orders, shown)[0])

    @staticmethod
    def _at(orders: Callable[[str], int], shown: Sequence[str], start: int) -> Window:
        return Window(orders(shown[start])) if start < len(shown) else Window()


def conversation(
    world: World,
    hidden: Hidden,
    channel: str,
    window: Window,
    *,
    me: str,
    pending: Callable[[str], Sequence[Pending]],
    unread_from: int = 0,
) -> tuple[Row, ...]:
    """Make the rows of one channel.

    Args:
        world: to read.
        hidden: kept in step with it.
        channel: an id.
        window: which part.
        me: who looks.
        pending: gives one's own pending commands about a message.
        unread_from: the order of the first message not read yet; 0 for none.
    """
    state = world.state(DiscussionState)
    shown = state.shown.get(channel, [])
    start, end = window.bounds(lambda each: state.messages[each].order, shown)
    first_at = state.messages[shown[start]].at if start > 0 else 0
    last_at = state.messages[shown[end]].at if end < len(shown) else None
    ids = _merged(state, shown[start:end], hidden.between(channel, first_at, last_at))
    rows: list[Row] = []
    before: MessageRow | None = None
    for each in ids:
        message = state.messages[each]
        if unread_from and message.order >= unread_from:
            rows.append(UnreadRow(count_after(state, channel, unread_from - 1)))
            unread_from, before = 0, None
        row = message_row(world, message, me=me, pending=pending(each), before=before)
        rows.append(row)
        before = row
    return tuple(rows)


def _merged(state: DiscussionState, shown: Sequence[str], hidden: Sequence[tuple[int, str]]) -> list[str]:
    """Put what is not shown where it was written; a text approved late stands where learners first saw it."""
    ids: list[str] = []
    rest = list(hidden)
    latest = 0
    for each in shown:
        latest = max(latest, state.messages[each].at)
        while rest and rest[0][0] < latest:
            ids.append(rest.pop(0)[1])
        ids.append(each)
    ids.extend(message for _at, message in rest)
    return ids


def message_row(
    world: World, message: Message, *, me: str, pending: Sequence[Pending] = (), before: MessageRow | None = None
) -> MessageRow:
    """Make the row of one message.

    Args:
        world: to read.
        message: of its discussion.
        me: who looks.
        pending: one's own pending commands about it.
        before: the row above, if it is a message.
    """
    newest = message.newest
    asked = world.state(QuestionsState)
    question = asked.root(message.id)
    mark = _mark(message, pending)
    shown = message.shown
    seat = world.seats.seat(message.author)
    gap = message.at - before.at if before is not None else GROUPED_WITHIN_MS
    veil = (
        Anonymity.OFF if not message.anonymous else Anonymity.EVERYBODY if is_alias(message.author) else Anonymity.PEERS
    )
    staged = world.state(StageState).now
    row = MessageRow(
        id=message.id,
        author=message.author,
        name=member_name(world, message.author),
        role=seat.role if seat is not None else Role.LEARNER,
        at=message.at,
        text="" if message.deleted else newest.words,
        veil=veil,
        prompted=message.prompted,
        pinned=message.id in world.state(PinsState).channels,
        staged=staged is not None and staged.message == message.id,
    )
    grouped = (
        before is not None
        and before.author == message.author
        and 0 <= gap < GROUPED_WITHIN_MS
        and Mark.DELETED not in {mark, before.mark}
        and not message.reply_to
        and question is None
        and not row.is_marked
        and not before.is_marked
    )
    return replace(
        row,
        mark=mark,
        reason=newest.reason,
        edited=len(message.revisions) > 1,
        quote=_quote(world, message.reply_to) if message.reply_to and not message.deleted else None,
        reactions=() if message.deleted else (*reactions_of(world, message.id, me), *_thanks(world, message.id, me)),
        begins=not grouped,
        mine=message.author == me,
        calls=() if message.deleted else tuple(member_name(world, each) for each in newest.mentions),
        calls_me=me in newest.mentions and not message.deleted,
        question=question.standing if question is not None else None,
        answers=message.id in asked.answers.get(message.thread, ()),
        replies=world.state(DiscussionState).replies.get(message.id, 0),
        notes=len(world.state(RemarksState).on(message.id)),
        was=shown.words if shown is not None and shown is not newest and not message.deleted else "",
    )


def _thanks(world: World, message: str, me: str) -> tuple[Reaction, ...]:
    """Show the thanks for a message beside its reactions."""
    found = thanks_mark(world, message, me)
    return (Reaction(MARK, found.count, found.mine, found.why),) if found is not None else ()


def _mark(message: Message, pending: Sequence[Pending]) -> Mark:
    if message.deleted:
        return Mark.DELETED
    if any(isinstance(each.command, PostMessage | EditMessage) and _creates(each, message) for each in pending):
        return Mark.PENDING
    match message.newest.outcome:
        case Outcome.PUBLISHED:
            return Mark.NONE
        case Outcome.HELD:
            return Mark.HELD
        case Outcome.RETURNED:
            return Mark.RETURNED
        case Outcome.REJECTED:
            return Mark.REJECTED
        case Outcome.HIDDEN:
            return Mark.HIDDEN
        case Outcome.EXPIRED:
            return Mark.EXPIRED


def _creates(pending: Pending, message: Message) -> bool:
    command = pending.command
    # An answer to this message is about it too, but does not change how it stands.
    return not (isinstance(command, PostMessage) and command.reply_to == message.id)


def _quote(world: World, message_id: str) -> Quote:
    message = world.state(DiscussionState).messages.get(message_id)
    if message is None or message.deleted:
        return Quote(message_id, "", "")
    text = plain((message.shown or message.newest).text)
    return Quote(message_id, member_name(world, message.author), text.split("\n", 1)[0][:200])


def reactions_of(world: World, message_id: str, me: str) -> tuple[Reaction, ...]:
    """Give the reactions to a message.

    Args:
        world: to read.
        message_id: its id.
        me: who looks.
    """
    given = world.state(DiscussionState).reactions.get(message_id)
    if not given:
        return ()
    return tuple(
        Reaction(emoji, len(members), me in members, tuple(member_name(world, each) for each in list(members)[:12]))
        for emoji, members in given.items()
    )


def count_after(state: DiscussionState, channel: str, order: int) -> int:
    """Count the messages shown in a channel after a place in the log.

    Args:
        state: to read.
        channel: an id.
        order: a message's order, or any seq.
    """
    shown = state.shown.get(channel, [])
    return len(shown) - bisect_right(shown, order, key=lambda each: state.messages[each].order)


def last_order(state: DiscussionState, channel: str) -> int:
    """Give the order of a channel's newest shown message; 0 when there is none.

    Args:
        state: to read.
        channel: an id.
    """
    shown = state.shown.get(channel)
    return state.messages[shown[-1]].order if shown else 0
