"""Who may put what on the board, change it, and say that it is useful."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, assert_never
from urllib.parse import urlsplit

from app.domain.board import commands as c
from app.domain.board import events as e
from app.domain.board.state import BoardState, Item, joined
from app.domain.kernel.gate import admit, clean
from app.domain.kernel.links import check_link
from app.domain.kernel.readings import Submission, TopicStanding
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import may_write, visible_until
from app.domain.kernel.words import MAIN, STAFF, ChannelId, MemberId, Phase, room_of, topic_channel, topic_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World

MOST: Final = 400
"""How many things stand on the board."""

MOST_EACH: Final = 40
"""How many of them a learner may have put there."""


class _Words(NamedTuple):
    """What is written on the board, cleaned."""

    title: str
    link: str
    note: str
    topic: str


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about the board; see `Capability.decide`."""
    state = world.state(BoardState)
    _check_live(world, ctx)
    match command:
        case c.AddItem():
            return _add(world, state, command, ctx)
        case c.PutMessage(message=message):
            return _put(world, state, message, ctx)
        case c.EditItem():
            return _edit(world, state, command, ctx)
        case c.RemoveItem(item=item):
            found = _known(state, item)
            return (e.ItemRemoved(item=item, by=found.by, message=found.message),)
        case c.MarkUseful():
            return _mark(world, state, command, ctx)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def owner(world: World, command: Command) -> MemberId | None:
    """Return who put there what a command acts on."""
    match command:
        case c.EditItem(item=item) | c.RemoveItem(item=item):
            found = world.state(BoardState).items.get(item)
            return found.by if found else None
        case _:
            return None


def _check_live(world: World, ctx: Ctx) -> None:
    phase = world.life.phase
    if phase is Phase.ARCHIVED or (phase is not Phase.LIVE and not ctx.role.is_staff):
        raise Refusal("session_not_live", phase=str(phase))


def _check_room(state: BoardState, ctx: Ctx) -> None:
    if len(state.items) >= MOST:
        raise Refusal("too_many_items", limit=MOST)
    if not ctx.role.is_staff and sum(item.by == ctx.actor for item in state.items.values()) >= MOST_EACH:
        raise Refusal("too_many_items", limit=MOST_EACH)


def _known(state: BoardState, item: str) -> Item:
    found = state.items.get(item)
    if found is None:
        raise Refusal("unknown_board_item")
    return found


def _topic(world: World, topic: str, ctx: Ctx) -> str:
    standing = world.topics.standing(topic) if topic else None
    # What learners do not know of yet is there for staff alone.
    if topic and (standing is None or (standing is TopicStanding.PREPARED and not ctx.role.is_staff)):
        raise Refusal("unknown_topic")
    return topic


def checked_link(link: str) -> str:
    """Return a link that leads where it says: http or https, and no name that stands before the host.

    Args:
        link: as it was typed; empty for none.

    Raises:
        Refusal: `bad_link`, or `text_too_long`.
    """
    if not link.strip():
        return ""
    link = clean(link, "link")
    check_link(link)
    try:
        parts = urlsplit(link)
        is_plain = "@" not in parts.netloc and bool(parts.hostname) and parts.port != 0
        (parts.hostname or "").encode("idna")
    except (ValueError, UnicodeError) as error:
        raise Refusal("bad_link") from error
    if not is_plain:
        raise Refusal("bad_link")
    return link


def _words(world: World, command: c.AddItem | c.EditItem, ctx: Ctx) -> _Words:
    link = checked_link(command.link)
    # A link may stand for itself; a note says what it is.
    title = clean(command.title, "title") if command.title.strip() or not link else ""
    note = clean(command.note, "board_note") if command.note.strip() else ""
    return _Words(title, link, note, _topic(world, command.topic, ctx))


def _channel(words: _Words) -> ChannelId:
    return topic_channel(words.topic) if words.topic else MAIN


def _admitted(world: World, ctx: Ctx, item: str, revision: int, author: MemberId, words: _Words) -> tuple[_Words, str]:
    """Pass all that is written through the gate as one text; return it as it came out, and the rule that holds it."""
    text = joined(words.title, words.link, words.note)
    submission = Submission(
        kind="board", item=item, revision=revision, channel=_channel(words), author=author, text=text
    )
    admission = admit(world, ctx, submission)
    if admission.text == text:
        return words, admission.held_by
    # Words of it were made unreadable: title and link are the first lines, where they are there.
    there = [name for name in ("title", "link", "note") if getattr(words, name)]
    lines = admission.text.split("\n", len(there) - 1)
    changed = words._replace(**dict(zip(there, lines, strict=True)))
    return changed._replace(link=checked_link(changed.link)), admission.held_by


def _add(world: World, state: BoardState, command: c.AddItem, ctx: Ctx) -> Sequence[Event]:
    words = _words(world, command, ctx)
    _check_room(state, ctx)
    item = ctx.new_id()
    if item in state.items:
        raise Refusal("id_used")
    words, held_by = _admitted(world, ctx, item, 1, ctx.actor, words)
    return (
        e.ItemAdded(
            item=item,
            revision=1,
            kind="board",
            channel=_channel(words),
            author=ctx.actor,
            held_by=held_by,
            title=words.title,
            link=words.link,
            note=words.note,
            topic=words.topic,
        ),
    )


def _put(world: World, state: BoardState, message: str, ctx: Ctx) -> Sequence[Event]:
    said = world.talk.said(message)
    seat = world.seats.seat(ctx.actor)
    if seat is None:
        raise Refusal("unknown_member")
    if said is None or said.channel == STAFF or not 0 < said.order <= visible_until(world.seats, seat, said.channel):
        raise Refusal("unknown_message")
    # The board is the whole class's: what is said in a room stays there.
    if room_of(said.channel) is not None:
        raise Refusal("stays_in_room")
    if not may_write(seat, said.channel):
        raise Refusal("not_your_channel")
    if message in state.messages:
        return ()
    _check_room(state, ctx)
    topic = topic_of(said.channel) or ""
    return (e.MessagePut(item=ctx.new_id(), message=message, by=ctx.actor, topic=topic),)


def _edit(world: World, state: BoardState, command: c.EditItem, ctx: Ctx) -> Sequence[Event]:
    found = _known(state, command.item)
    if found.message:
        raise Refusal("bad_command")
    words = _words(world, command, ctx)
    newest = found.newest
    if words == _Words(newest.title, newest.link, newest.note, newest.topic):
        return ()
    revision = len(found.wordings) + 1
    words, held_by = _admitted(world, ctx, found.id, revision, found.by, words)
    return (
        e.ItemEdited(
            item=found.id,
            revision=revision,
            kind="board",
            channel=_channel(words),
            author=found.by,
            held_by=held_by,
            title=words.title,
            link=words.link,
            note=words.note,
            topic=words.topic,
        ),
    )


def _mark(world: World, state: BoardState, command: c.MarkUseful, ctx: Ctx) -> Sequence[Event]:
    found = _known(state, command.item)
    if not state.is_shown(world, found):
        raise Refusal("unknown_board_item")
    if found.by == ctx.actor:
        raise Refusal("own_item")
    if (ctx.actor in state.useful.get(found.id, ())) is command.on:
        return ()
    return (e.UsefulMarked(item=found.id, on=command.on),)
