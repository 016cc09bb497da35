"""The queue of held texts as rows, made from the state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.discussion.state import DiscussionState
from app.domain.moderation.rules import CHANNEL
from app.domain.moderation.state import ModerationState
from app.domain.registry import REGISTRY
from ui.bridge.names import member_name, place_name

if TYPE_CHECKING:
    from app.domain.kernel.world import World
    from app.domain.moderation.items import Item


@dataclass(frozen=True)
class HeldRow:
    """A text that waits for a decision, with what one needs to decide.

    Attributes:
        item: its id.
        kind: `message`, `name`, and each later kind.
        revision: the one that is shown here.
        author: a member's id.
        name: of the author.
        place: where it would show; empty for a name.
        text: what it says.
        since: when it was written, in milliseconds since 1970.
        rule: the rule that holds it; empty when its channel holds everything.
        flags: who asks staff to look at it, and why, in their words; empty for a text that is held.
        before: the text that is shown meanwhile, when this is a new version; empty when there is none.
        answers: whose message it answers and how that begins; empty when it answers none.
        above: the message that stands before it in the conversation, with its author's name; empty for none.
    """

    item: str
    kind: str
    revision: int
    author: str
    name: str
    place: str
    text: str
    since: int
    rule: str
    flags: tuple[tuple[str, str], ...] = ()
    before: str = ""
    answers: tuple[str, str] = ("", "")
    above: tuple[str, str] = ("", "")


def held(world: World) -> tuple[HeldRow, ...]:
    """List what waits, in the order it came, and after it what is shown and flagged.

    Args:
        world: to read.
    """
    state = world.state(ModerationState)
    wanted = (*state.waiting, *state.flagged)
    return tuple(_row(world, state.items[item]) for item in wanted if item in state.items)


def _row(world: World, item: Item) -> HeldRow:
    discussion = world.state(DiscussionState)
    message = discussion.messages.get(item.item)
    before, answers, above = "", ("", ""), ("", "")
    if message is not None:
        if message.shown is not None and not item.is_flagged:
            before = message.shown.words
        if message.reply_to:
            answers = _quoted(world, message.reply_to)
        shown = discussion.shown.get(message.channel, [])
        last = next((each for each in reversed(shown[-20:]) if discussion.messages[each].at <= message.at), "")
        if last and last not in {message.reply_to, message.id}:
            above = _quoted(world, last)
    elif item.kind == "name" and (seat := world.seats.seat(item.author)) is not None:
        before = seat.name
    return HeldRow(
        item=item.item,
        kind=item.kind,
        revision=item.revision,
        author=item.author,
        name=member_name(world, item.author),
        place=place_name(world, item.channel) if item.channel else "",
        text=REGISTRY.text_of(world, item.item, item.revision) or "",
        since=item.since or item.at,
        rule="" if item.held_by == CHANNEL else item.held_by,
        flags=tuple((member_name(world, flag.member) if flag.member else "", flag.reason) for flag in item.flags)
        if item.is_flagged
        else (),
        before=before,
        answers=answers,
        above=above,
    )


def _quoted(world: World, message_id: str) -> tuple[str, str]:
    message = world.state(DiscussionState).messages.get(message_id)
    if message is None or message.deleted:
        return "", ""
    return member_name(world, message.author), (message.shown or message.newest).text.split("\n", 1)[0][:200]
