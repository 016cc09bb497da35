"""What happens on stage."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.fates import FateTurned


class MessageStaged(FateTurned, frozen=True, kw_only=True):
    """Everybody looks at a message; its words stand in the conversation alone.

    Attributes:
        message: its id.
        channel: where it stands.
        author: who wrote it; an alias where nobody is to know.
    """

    type: ClassVar[str] = "stage.put"

    message: str
    channel: str
    author: str


class StageCleared(FateTurned, frozen=True, kw_only=True):
    """No message is on stage any more.

    Attributes:
        message: the one that was.
    """

    type: ClassVar[str] = "stage.cleared"

    message: str
