"""How far one has read in each channel of a session, kept on this desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future
    from typing import Any

    from app.sync.shelf import Shelf


class ReadMarks:
    """One person's places in the channels of one session.

    Args:
        shelf: where they are kept.
        session: whose channels.
        known: channel to the place of the newest message that was read there.
        watch: told of each call to the disk.
    """

    def __init__(
        self, shelf: Shelf, session: str, known: Mapping[str, int], watch: Callable[[Future[Any]], object]
    ) -> None:
        self._shelf, self._session, self._watch = shelf, session, watch
        self._known = dict(known)

    def all(self) -> dict[str, int]:
        """Return every place that is known; none on a desktop that never showed the session."""
        return dict(self._known)

    def put(self, channel: str, seq: int) -> None:
        """Note how far one has read.

        Args:
            channel: an id.
            seq: the place of the newest message that was read there.
        """
        if self._known.get(channel) != seq:
            self._known[channel] = seq
            self._watch(self._shelf.call(self._shelf.library.put_read_mark, self._session, channel, seq))
