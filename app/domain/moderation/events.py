"""What happens to the gate. Decisions about texts are the kernel's `TextDecided`, which every capability may fold."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from app.domain.kernel.gate import GateChanged


class ChannelMode(StrEnum):
    """What happens to learners' texts in a channel."""

    OPEN = "open"
    HELD = "held"
    CLOSED = "closed"


class ChannelModeSet(GateChanged, frozen=True, kw_only=True):
    """Learners' texts in a channel are let through, held or refused from now on."""

    type: ClassVar[str] = "moderation.mode_set"

    mode: ChannelMode
