"""The class's own time, which passes faster than ours."""

from __future__ import annotations

import asyncio


class Clock:
    """Seconds of the class, counted from its beginning; negative while people arrive.

    Args:
        speed: how many seconds of the class pass in one of ours.
        lead: how many seconds of the class there are before it begins.
    """

    def __init__(self, speed: float, lead: float) -> None:
        self._speed = speed
        self._loop = asyncio.get_running_loop()
        self._zero = self._loop.time() + lead / speed

    @property
    def now(self) -> float:
        """The time in the class, in seconds."""
        return (self._loop.time() - self._zero) * self._speed

    async def until(self, at: float) -> None:
        """Wait until a time in the class; return at once when it has passed."""
        delay = (at - self.now) / self._speed
        if delay > 0:
            await asyncio.sleep(delay)

    def lasting(self, seconds: float) -> float:
        """Return how many of our seconds some seconds of the class take."""
        return seconds / self._speed
