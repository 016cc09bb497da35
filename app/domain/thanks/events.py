"""What happens to thanks."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from app.domain.kernel.fates import FateTurned
from app.domain.kernel.gate import TextSubmitted, TextWithdrawn


class Reason(StrEnum):
    """Why somebody is thanked; `OTHER` is told in words alone."""

    EXPLAINED = "explained"
    HELPED = "helped"
    MADE_ME_THINK = "made_me_think"
    GOOD_EXAMPLE = "good_example"
    ENCOURAGED = "encouraged"
    OTHER = "other"


class ThanksGiven(FateTurned, frozen=True, kw_only=True):
    """Somebody was thanked.

    Attributes:
        thanks: its id.
        giver: who thanks.
        to: whom.
        reason: why.
        message: for which message; empty for none.
        channel: where that stands; empty for none.
    """

    type: ClassVar[str] = "thanks.given"

    thanks: str
    giver: str
    to: str
    reason: Reason
    message: str = ""
    channel: str = ""


class ThanksWorded(TextSubmitted, frozen=True, kw_only=True):
    """Thanks have words; `item` is their id.

    Attributes:
        text: the words.
        open: whether everybody may read them.
    """

    type: ClassVar[str] = "thanks.worded"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    text: str = ""
    open: bool = False


class ThanksTakenBack(TextWithdrawn, frozen=True, kw_only=True):
    """Thanks were taken back, with their words.

    Attributes:
        thanks: their id.
        giver: who had thanked.
        to: whom.
        message: for which message; empty for none.
        channel: where that stands; empty for none.
    """

    type: ClassVar[str] = "thanks.taken_back"

    thanks: str
    giver: str
    to: str
    message: str = ""
    channel: str = ""

    @property
    def withdrawn(self) -> str:
        """The id of the thanks."""
        return self.thanks
