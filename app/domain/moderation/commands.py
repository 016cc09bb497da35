"""What staff may ask about learners' texts."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.gate import Outcome
from app.domain.kernel.messages import Command, Stale
from app.domain.moderation.events import ChannelMode


class SetChannelMode(Command, tag="moderation.set_mode", frozen=True, kw_only=True):
    """Say what happens to learners' texts in a channel.

    Attributes:
        channel: `main`, `room:<id>`, `topic:<id>`, `rooms` and `topics` (each that has no mode of its own),
            `answers` (to polls) or `names`.
        mode: open, held or closed.
    """

    stale: ClassVar[Stale] = Stale.ASK

    channel: str
    mode: ChannelMode


class DecideText(Command, tag="moderation.decide", frozen=True, kw_only=True):
    """Publish, return or reject one revision of a text.

    Attributes:
        item: whose text it is about: a message's id, or `name:<member>`.
        revision: the revision that was read.
        version: the item's version that was read; tells a decision made in the meantime.
        outcome: `published`, `returned` or `rejected`.
        reason: words for the author; may be empty.
    """

    stale: ClassVar[Stale] = Stale.ASK

    item: str
    revision: int
    version: int
    outcome: Outcome
    reason: str = ""
