"""What may be asked about thanks."""

from __future__ import annotations

from app.domain.kernel.messages import Command
from app.domain.thanks.events import Reason


class GiveThanks(Command, tag="thanks.give", frozen=True, kw_only=True):
    """Thank somebody: for a message of theirs, or without one.

    Attributes:
        message: what one thanks for; empty when it is no message.
        member: whom one thanks when it is for no message; empty otherwise.
        reason: why; `other` wants words.
        text: why in one's own words; may be empty. Who is thanked reads them, and staff.
        open: whether everybody may read these words.
    """

    message: str = ""
    member: str = ""
    reason: Reason
    text: str = ""
    open: bool = False


class TakeBackThanks(Command, tag="thanks.take_back", frozen=True, kw_only=True):
    """Take thanks back: one's own, or as staff anyone's."""

    thanks: str
