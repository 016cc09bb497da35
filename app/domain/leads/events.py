"""What happens to leads, and to what is asked of people in a place."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from app.domain.kernel.gate import TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import Event


class End(StrEnum):
    """Why a lead is over.

    `TIME`: its time is up. `RETURNED`: whoever led handed it back. `REVOKED`: staff took it back. `PASSED_ON`: somebody
    else leads there. `CLOSED`: the topic or room closed. `GONE`: whoever led went, was put out, or became something
    else. `OVER`: the class is over.
    """

    TIME = "time"
    RETURNED = "returned"
    REVOKED = "revoked"
    PASSED_ON = "passed_on"
    CLOSED = "closed"
    GONE = "gone"
    OVER = "over"


class LeadPassed(Event, frozen=True, kw_only=True):
    """A learner leads a topic or a room.

    Attributes:
        member: who.
        place: `topic:ID` or `room:ID`.
        until: when it ends by itself, in milliseconds since 1970.
        powers: what they may do there.
    """

    type: ClassVar[str] = "leads.passed"

    member: str
    place: str
    until: int
    powers: tuple[str, ...]


class LeadEnded(Event, frozen=True, kw_only=True):
    """A lead is over: by the clock, handed back, or taken back. Where a place closes or its lead goes, that says it.

    Attributes:
        member: who led.
        place: what.
        why: for which reason.
    """

    type: ClassVar[str] = "leads.ended"

    member: str
    place: str
    why: End


class PromptWritten(TextSubmitted, frozen=True, kw_only=True):
    """Somebody wrote what is asked of people in a place; `channel` is the place."""

    type: ClassVar[str] = "leads.prompt_written"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    text: str = ""


class PromptTaken(TextWithdrawn, frozen=True, kw_only=True):
    """What was asked of people in a place is taken away."""

    type: ClassVar[str] = "leads.prompt_taken"

    place: str

    @property
    def withdrawn(self) -> str:
        """The id under which the prompt passed the gate."""
        return prompt_item(self.place)


_PROMPT_ITEM = "prompt:"


def prompt_item(place: str) -> str:
    """Return the id under which a place's prompt passes the gate."""
    return _PROMPT_ITEM + place


def place_of_prompt(item: str) -> str | None:
    """Return the place whose prompt an item is; None when it is no prompt."""
    return item.removeprefix(_PROMPT_ITEM) if item.startswith(_PROMPT_ITEM) else None
