"""What happens to pinned messages."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.fates import FateTurned
from app.domain.kernel.messages import Event


class MessagePinned(FateTurned, frozen=True, kw_only=True):
    """A message is kept in sight over its channel; its words stand in the conversation alone.

    Attributes:
        message: its id.
        channel: where it stands.
    """

    type: ClassVar[str] = "pins.pinned"

    message: str
    channel: str


class MessageUnpinned(FateTurned, frozen=True, kw_only=True):
    """A message is pinned no longer."""

    type: ClassVar[str] = "pins.unpinned"

    message: str
    channel: str


class PinMoved(Event, frozen=True, kw_only=True):
    """A pinned message stands before another one, or at the end."""

    type: ClassVar[str] = "pins.moved"

    message: str
    channel: str
    before: str = ""
