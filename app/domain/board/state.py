"""What stands on the board, folded from its events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec
from msgspec.structs import replace

from app.domain.board import events as e
from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.words import MemberId, Millis
from app.domain.kernel.world import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.world import World


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """One text of a link or a note.

    Attributes:
        title: what it is.
        link: where it is; empty for a note.
        note: what it is good for.
        topic: the topic that it belongs to; empty for none.
        outcome: how it stands.
        reason: what its author was told.
        since: the seq at which it was published last; 0 before.
    """

    title: str
    link: str
    note: str
    topic: str
    outcome: Outcome
    reason: str = ""
    since: int = 0


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """Something on the board: a link, a note, or a message.

    Attributes:
        id: its id.
        by: who put it there.
        at: when.
        message: the message that it is; empty for a link or a note.
        topic: of a message: the topic in which it was said.
        wordings: of a link or a note: every text that it ever had, the first first.
        visible: the wording that is shown, from 1; 0 while none is admitted, and for a message.
        order: the seq at which it was first there for all; 0 before.
    """

    id: str
    by: MemberId
    at: Millis
    message: str = ""
    topic: str = ""
    wordings: tuple[Wording, ...] = ()
    visible: int = 0
    order: int = 0

    @property
    def newest(self) -> Wording:
        """The newest text of a link or a note, admitted or not."""
        return self.wordings[-1]

    @property
    def shown(self) -> Wording | None:
        """The text that is shown of a link or a note."""
        return self.wordings[self.visible - 1] if self.visible else None


class BoardState(State, kw_only=True):
    """The board.

    Attributes:
        items: all that was not taken off, in the order in which it came.
        messages: message to what it is on the board.
        useful: item to who finds it useful.
        marked: member to the items that they find useful, the newest last.
    """

    items: dict[str, Item] = {}
    messages: dict[str, str] = {}
    useful: dict[str, dict[MemberId, bool]] = {}
    marked: dict[MemberId, dict[str, bool]] = {}

    def is_shown(self, world: World, item: Item) -> bool:
        """Whether everybody sees an item: an admitted text of it, or the message that it is."""
        if not item.message:
            return item.visible > 0
        said = world.talk.said(item.message)
        return said is not None and said.order > 0

    def listed(self, world: World) -> list[Item]:
        """Return what everybody sees, the newest first."""
        shown = (item for item in self.items.values() if self.is_shown(world, item))
        return sorted(shown, key=lambda item: -item.order)

    def told_of(self, world: World, thing: str) -> Mapping[str, Any]:  # noqa: ARG002 (every state's shape)
        """Tell how many find something on the board useful, and that a message is there."""
        found = self.items.get(self.messages.get(thing, thing))
        if found is None:
            return {}
        told: dict[str, Any] = {"board": found.id}
        if self.useful.get(found.id):
            told["useful"] = len(self.useful[found.id])
        if found.visible and found.newest.outcome is not Outcome.PUBLISHED:
            told["published"] = True
        return told

    def turned_by(self, world: World, envelope: Envelope) -> Iterable[str]:  # noqa: ARG002 (every state's shape)
        """Name what is on the board now, or no longer, and what more or fewer find useful."""
        match envelope.event:
            case e.MessagePut(message=message) | e.ItemRemoved(message=message):
                return (message,)
            case e.UsefulMarked(item=item):
                return (item, self.items[item].message) if item in self.items else ()
            case _:
                return ()


def joined(title: str, link: str, note: str) -> str:
    """Return all that is written of an item as the one text that the gate and staff read."""
    return "\n".join(part for part in (title, link, note) if part)


def host_of(link: str) -> str:
    """Return the host of a checked link in the letters of addresses, so that none can pass for another's."""
    host = urlsplit(link).hostname or ""
    return host if host.isascii() else host.encode("idna").decode()


def evolve(state: BoardState, envelope: Envelope) -> None:
    """Fold one envelope into the board's state."""
    event, seq = envelope.event, envelope.seq
    match event:
        case e.ItemAdded(item=item):
            added = Item(id=item, by=event.author, at=envelope.at, wordings=(_wording(event, seq),))
            state.items[item] = _settled(added, 0 if event.held_by else 1, seq)
        case e.ItemEdited(item=item):
            found = state.items[item]
            found = replace(found, wordings=(*found.wordings, _wording(event, seq)))
            state.items[item] = _settled(found, found.visible if event.held_by else event.revision, seq)
        case e.MessagePut(item=item, message=message, topic=topic):
            state.items[item] = Item(id=item, by=event.by, at=envelope.at, message=message, topic=topic, order=seq)
            state.messages[message] = item
        case e.ItemRemoved(item=item, message=message):
            del state.items[item]
            state.messages.pop(message, None)
            for member in state.useful.pop(item, ()):
                state.marked[member].pop(item, None)
        case e.UsefulMarked(item=item, on=on):
            _mark(state, item, envelope.actor, on=on)
        case TextDecided(item=item) if item in state.items:
            state.items[item] = _decided(state.items[item], event, seq)
        case MemberErased(member=member):
            for found in [item for item in state.items.values() if item.by == member]:
                blank = tuple(replace(each, title="", link="", note="", reason="") for each in found.wordings)
                state.items[found.id] = replace(found, wordings=blank)
        case _:
            pass


def _wording(event: e.ItemAdded | e.ItemEdited, seq: int) -> Wording:
    return Wording(
        title=event.title,
        link=event.link,
        note=event.note,
        topic=event.topic,
        outcome=Outcome.HELD if event.held_by else Outcome.PUBLISHED,
        since=0 if event.held_by else seq,
    )


def _settled(item: Item, visible: int, seq: int) -> Item:
    return replace(item, visible=visible, order=item.order or (seq if visible else 0))


def _decided(item: Item, decided: TextDecided, seq: int) -> Item:
    wordings = list(item.wordings)
    since = seq if decided.outcome is Outcome.PUBLISHED else 0
    place = decided.revision - 1
    wordings[place] = replace(wordings[place], outcome=decided.outcome, reason=decided.reason, since=since)
    visible = item.visible
    if since:
        visible = max(visible, decided.revision)
    elif visible == decided.revision or decided.hides_all:
        # Staff took the item back, not just its last words: what it said before does not return in its place.
        visible = 0
    return _settled(replace(item, wordings=tuple(wordings)), visible, seq)


def _mark(state: BoardState, item: str, member: MemberId, *, on: bool) -> None:
    theirs, mine = state.useful.setdefault(item, {}), state.marked.setdefault(member, {})
    if on:
        theirs[member] = mine[item] = True
    else:
        theirs.pop(member, None)
        mine.pop(item, None)


def text_of(world: World, item: str, revision: int) -> str | None:
    """Return all that one revision of an item says; None when there is none such."""
    found = world.state(BoardState).items.get(item)
    if found is None or not 0 < revision <= len(found.wordings):
        return None
    wording = found.wordings[revision - 1]
    return joined(wording.title, wording.link, wording.note)
