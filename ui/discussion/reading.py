"""What one reads and how far one has read: the channel, the window over it, and what is new."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from app.domain.discussion.state import DiscussionState
from app.domain.kernel.words import MAIN
from ui.discussion.model import STEP, Hidden, Row, Window, conversation, count_after, last_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.domain.kernel.world import World
    from app.sync.changes import Pending
    from app.sync.marks import ReadMarks


class Reading:
    """One person's place in the conversation; knows no Qt.

    Args:
        marks: how far one had read before, on this desktop; none to begin with everything read.

    Attributes:
        channel: the one that is read.
        unread_from: the order of the first message under the line of new ones; 0 for no line.
    """

    def __init__(self, marks: ReadMarks | None = None) -> None:
        self._marks = marks
        self.channel = MAIN
        self.unread_from = 0
        self._window = Window()
        self._hidden = Hidden()
        self._read: dict[str, int] = {}

    def begin(self, world: World) -> None:
        """Start from a world; where one was never before, what was said there counts as read.

        Args:
            world: to read.
        """
        state = world.state(DiscussionState)
        self._hidden.begin(state)
        self._window = Window()
        self.unread_from = 0
        kept = self._marks.all() if self._marks is not None else {}
        for channel in state.shown:
            # Who has read here before finds new what was said elsewhere since.
            self._put(channel, kept.get(channel, 0) if kept else last_order(state, channel))

    def follow(self, world: World, ids: Iterable[str]) -> None:
        """Take note of what changed.

        Args:
            world: as it is now.
            ids: of whatever changed.
        """
        self._hidden.follow(world.state(DiscussionState), ids)

    def open(self, world: World, channel: str) -> None:
        """Read another channel, from its end, with a line above what is new.

        Args:
            world: to read.
            channel: an id.
        """
        self.channel = channel
        self._window = Window()
        state = world.state(DiscussionState)
        self.unread_from = self._read.get(channel, 0) + 1 if self.unread(world, channel) else 0
        self._put(channel, last_order(state, channel))

    def rows(self, world: World, *, me: str, pending: Callable[[str], Sequence[Pending]]) -> tuple[Row, ...]:
        """Give what is in the window.

        Args:
            world: to read.
            me: who reads.
            pending: gives one's own pending commands about a message.
        """
        return conversation(
            world, self._hidden, self.channel, self._window, me=me, pending=pending, unread_from=self.unread_from
        )

    def unread(self, world: World, channel: str) -> int:
        """Count what one has not read in a channel.

        Args:
            world: to read.
            channel: an id.
        """
        return count_after(world.state(DiscussionState), channel, self._read.get(channel, 0))

    def read_to_end(self, world: World) -> None:
        """Say that everything in the open channel has been seen.

        Args:
            world: to read.
        """
        self._put(self.channel, last_order(world.state(DiscussionState), self.channel))

    def read_to(self, channel: str) -> int:
        """Give the place of the newest message that one has read in a channel; 0 for none.

        Args:
            channel: an id.
        """
        return self._read.get(channel, 0)

    def first_unread(self, world: World) -> str | None:
        """Give the first message of the open channel that one has not read, or that stands under the line of new ones.

        Args:
            world: to read.
        """
        orders, shown = self._channel_of(world)
        since = self.unread_from or self._read.get(self.channel, 0) + 1
        place = bisect_left(shown, since, key=orders)
        return shown[place] if place < len(shown) else None

    def _put(self, channel: str, order: int) -> None:
        self._read[channel] = order
        if self._marks is not None:
            self._marks.put(channel, order)

    def look_away(self, world: World) -> None:
        """Say that what comes from now on is new to the reader, who reads older things or looks elsewhere.

        Args:
            world: to read.
        """
        if not self.unread_from and self.unread(world, self.channel):
            self.unread_from = self._read.get(self.channel, 0) + 1

    @property
    def at_newest(self) -> bool:
        """Whether the window holds the newest messages."""
        return self._window.first is None

    def hold(self, world: World) -> None:
        """Keep the window where it is while newer messages come.

        Args:
            world: to read.
        """
        orders, shown = self._channel_of(world)
        if self.at_newest and shown:
            self._window = self._window.frozen(orders, shown)

    def move(self, world: World, by: int = -STEP) -> bool:
        """Move the window.

        Args:
            world: to read.
            by: how many messages, negative towards the older ones.

        Returns:
            Whether it holds something else now.
        """
        orders, shown = self._channel_of(world)
        before = self._window.bounds(orders, shown)
        moved = self._window.moved(orders, shown, by)
        if moved.bounds(orders, shown) == before and moved.first is not None:
            return False
        self._window = moved
        return moved.bounds(orders, shown) != before

    def to_end(self) -> None:
        """Go back to the newest messages, and follow them."""
        self._window = Window()

    def to_message(self, world: World, message: str) -> bool:
        """Move the window so that it holds a message.

        Args:
            world: to read.
            message: its id; of the open channel.

        Returns:
            Whether it can be shown there.
        """
        state = world.state(DiscussionState)
        found = state.messages.get(message)
        if found is None or found.channel != self.channel:
            return False
        orders, shown = self._channel_of(world)
        if found.order:
            start, end = self._window.bounds(orders, shown)
            if not (shown and orders(shown[start]) <= found.order <= orders(shown[end - 1])):
                place = len(shown) - count_after(state, self.channel, found.order)
                self._window = Window().moved(orders, shown, place - len(shown) + STEP)
        return True

    def _channel_of(self, world: World) -> tuple[Callable[[str], int], Sequence[str]]:
        state = world.state(DiscussionState)
        return lambda each: state.messages[each].order, state.shown.get(self.channel, [])
