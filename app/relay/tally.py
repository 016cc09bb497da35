"""How much a line may still ask: a token bucket, so that one client cannot crowd out the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.domain.kernel.words import Millis

LEARNER_RATE: Final = 10.0
"""Commands a second that a learner may send for long."""

LEARNER_BURST: Final = 40.0
"""Commands that a learner may send at once; what an outbox holds after a lost connection should fit."""

STAFF_FACTOR: Final = 20.0
"""How many times more staff may send: they seed, import and act on many."""


class Tally:
    """A bucket that fills with time and empties with requests."""

    __slots__ = ("_at", "_left", "is_spent")

    def __init__(self) -> None:
        """Start full."""
        self._left = LEARNER_BURST
        self._at: Millis = 0
        self.is_spent = False
        """Whether the last request found it empty."""

    def take(self, now: Millis, *, is_staff: bool) -> bool:
        """Take one request out of the bucket; False when it is empty.

        Args:
            now: the time, in milliseconds since 1970.
            is_staff: staff's requests weigh less.
        """
        gained = max(0, now - self._at) / 1000 * LEARNER_RATE
        self._left = min(LEARNER_BURST, self._left + gained)
        self._at = now
        cost = 1.0 / STAFF_FACTOR if is_staff else 1.0
        self.is_spent = self._left < cost
        if self.is_spent:
            return False
        self._left -= cost
        return True
