"""What staff may ask about pinned messages."""

from __future__ import annotations

from app.domain.kernel.messages import Command


class PinMessage(Command, tag="pins.pin", frozen=True, kw_only=True):
    """Keep a message in sight over its channel, after those that are pinned there already."""

    message: str


class UnpinMessage(Command, tag="pins.unpin", frozen=True, kw_only=True):
    """Let a pinned message go."""

    message: str


class MovePin(Command, tag="pins.move", frozen=True, kw_only=True):
    """Put a pinned message before another one of its channel; an empty `before` means the end."""

    message: str
    before: str = ""
