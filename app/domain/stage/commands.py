"""What staff may ask about the message on stage."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Command, Stale


class PutOnStage(Command, tag="stage.put", frozen=True, kw_only=True):
    """Have everybody look at a message, in place of the one before.

    Attributes:
        message: its id; of the main room or of a topic, and shown there.
    """

    stale: ClassVar[Stale] = Stale.ASK

    message: str


class ClearStage(Command, tag="stage.clear", frozen=True, kw_only=True):
    """Take the message down."""

    stale: ClassVar[Stale] = Stale.ASK
