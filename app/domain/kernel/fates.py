"""What becomes of what somebody wrote, as far as whoever tells the author may rely on it."""

from __future__ import annotations

from app.domain.kernel.messages import Event


class FateTurned(Event, frozen=True, kw_only=True):
    """The base of events by which something becomes of what somebody wrote: an answer, thanks, a place on the board.

    The capability whose event it is names what it is about in its state's `turned_by`, and tells what became of it in
    `told_of` (see `State`); whoever keeps the authors' lists hears of this base and asks the world.
    """
