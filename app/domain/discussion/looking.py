"""Looking things up in the conversation: pages of history, a thread, a search; all of it through what one may see."""

from __future__ import annotations

import heapq
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from app.domain.discussion.state import WINDOW, DiscussionState
from app.domain.discussion.views import message_entry
from app.domain.kernel.folding import folded
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import visible_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.kernel.capability import Viewer
    from app.domain.kernel.seats import Seat
    from app.domain.kernel.words import ChannelId
    from app.domain.kernel.world import World

PAGE_LIMIT: Final = 100
"""The most messages that one page of history holds."""

SEARCH_LIMIT: Final = 30
"""The most messages that one answer to a search holds."""

READ_AT_ONCE: Final = 2_000
"""How many messages one search reads before it answers; the relay has others to serve, and the asker may go on."""

LETTERS_AT_ONCE: Final = 400_000
"""How many letters at most, about: some become many when they are made comparable, and that takes its time."""


def history(world: World, viewer: Viewer, args: dict[str, Any]) -> dict[str, Any]:
    """Answer a page of a channel's history.

    Args:
        world: the state to read.
        viewer: who asks; decides how far they may read, and as it stood when they left.
        args: `channel`, `before` (an order; 0 for the newest) and `limit` (1 to 100).

    Returns:
        `messages` by id, and `older` when there are more.

    Raises:
        Refusal: `bad_query`, or `not_your_channel` when nothing of the channel is the viewer's to read.
    """
    channel, before, limit = args.get("channel"), args.get("before", 0), args.get("limit", WINDOW)
    if not isinstance(channel, str) or type(before) is not int or type(limit) is not int:
        raise Refusal("bad_query")
    state = world.state(DiscussionState)
    until = _until(world, viewer, channel)
    if not until:
        raise Refusal("not_your_channel")
    before = min(before or until + 1, until + 1)
    ids, older = state.page(channel, before, max(1, min(limit, PAGE_LIMIT)))
    entries = ((key, message_entry(world, state.messages[key], until)) for key in ids)
    page: dict[str, Any] = {"messages": {key: entry for key, entry in entries if entry is not None}}
    return page | {"older": True} if older else page


def thread(world: World, viewer: Viewer, args: dict[str, Any]) -> dict[str, Any]:
    """Answer the newest replies to a message, and the message itself.

    Args:
        world: the state to read.
        viewer: who asks.
        args: `message`: the id of the message, or of any reply in its thread.

    Returns:
        `messages` by id, `root` (the id of the message that everything answers) and `channel`.

    Raises:
        Refusal: `bad_query`, or `unknown_message` when it is not the viewer's to see.
    """
    state = world.state(DiscussionState)
    message = args.get("message")
    if not isinstance(message, str):
        raise Refusal("bad_query")
    found = state.messages.get(message)
    if found is None:
        raise Refusal("unknown_message")
    root = state.messages[found.thread or found.id]
    until = _until(world, viewer, root.channel)
    ids = [key for key in state.threads.get(root.id, ()) if state.messages[key].is_shown][-PAGE_LIMIT:]
    entries = ((key, message_entry(world, state.messages[key], until)) for key in (root.id, *ids))
    messages = {key: entry for key, entry in entries if entry is not None}
    if not messages:
        raise Refusal("unknown_message")
    return {"messages": messages, "root": root.id, "channel": root.channel}


def search(world: World, viewer: Viewer, args: dict[str, Any]) -> dict[str, Any]:
    """Answer the newest messages that hold some words; neither case nor accents matter.

    Args:
        world: the state to read.
        viewer: who asks.
        args: `text`, `channel` (empty for all that one may read), `before` (an order; 0 for the newest).

    Returns:
        `messages` by id, each with its `channel`, and `before`, to go on with, when older ones were not read yet.

    Raises:
        Refusal: `bad_query`, `text_empty`, or `not_your_channel`.
    """
    text, channel, before = args.get("text"), args.get("channel", ""), args.get("before", 0)
    if not isinstance(text, str) or not isinstance(channel, str) or type(before) is not int:
        raise Refusal("bad_query")
    words = folded(text[:200]).split()
    if not words:
        raise Refusal("text_empty")
    state = world.state(DiscussionState)
    reach = {each: _until(world, viewer, each) for each in ((channel,) if channel else state.shown)}
    if channel and not reach[channel]:
        raise Refusal("not_your_channel")
    found: dict[str, Any] = {}
    letters = 0
    for read, (order, key) in enumerate(islice(_backwards(state, reach, before), READ_AT_ONCE + 1)):
        if read == READ_AT_ONCE or len(found) == SEARCH_LIMIT or letters > LETTERS_AT_ONCE:
            return {"messages": found, "before": order + 1}
        message = state.messages[key]
        entry = message_entry(world, message, reach[message.channel])
        text = entry.get("text", "") if entry is not None else ""
        there = folded(text)
        letters += max(len(text), len(there))
        if entry is not None and all(word in there for word in words):
            found[key] = entry | {"channel": message.channel}
    return {"messages": found}


def _until(world: World, viewer: Viewer, channel: ChannelId) -> int:
    seat: Seat | None = world.seats.seat(viewer.member)
    return visible_until(world.seats, seat, channel) if seat else 0


def _backwards(state: DiscussionState, reach: dict[ChannelId, int], before: int) -> Iterator[tuple[int, str]]:
    """Give what is shown in some channels, the newest first, with its order."""

    def one(channel: ChannelId, until: int) -> Iterator[tuple[int, str]]:
        end = state.place_of(channel, min(before or until + 1, until + 1))
        shown = state.shown.get(channel, [])
        return ((state.messages[shown[n]].order, shown[n]) for n in range(end - 1, -1, -1))

    return heapq.merge(*(one(channel, until) for channel, until in reach.items() if until), reverse=True)
