"""What happens to prompts that are sent later."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from app.domain.kernel.asking import PromptDue
from app.domain.kernel.messages import Event


class Timing(StrEnum):
    """When a prompt is sent.

    `QUIET`: once nobody has written in its channel for some minutes. `AT`: at a moment. `AFTER`: some minutes after its
    activity began, not counting those in which the class or the activity stood still.
    """

    QUIET = "quiet"
    AT = "at"
    AFTER = "after"


class Why(StrEnum):
    """Why a prompt was never sent: its activity ended, or the class did."""

    ACTIVITY_OVER = "activity_over"
    CLASS_OVER = "class_over"


class PromptPrepared(Event, frozen=True, kw_only=True):
    """Something is to be asked later.

    Attributes:
        prompt: its id.
        author: the staff member in whose name.
        text: what is asked.
        channel: where.
        when: how its time is told.
        minutes: of quiet, or after the activity began.
        at: the moment; 0 for none.
        activity: which it belongs to; empty for the whole class.
    """

    type: ClassVar[str] = "prompts.prepared"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    prompt: str
    author: str
    channel: str
    when: Timing
    minutes: int = 0
    at: int = 0
    activity: str = ""
    text: str = ""


class PromptRevised(Event, frozen=True, kw_only=True):
    """Something else is asked, or at another time; fields as in `PromptPrepared`."""

    type: ClassVar[str] = "prompts.revised"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    prompt: str
    author: str
    channel: str
    when: Timing
    minutes: int = 0
    at: int = 0
    activity: str = ""
    text: str = ""


class PromptCancelled(Event, frozen=True, kw_only=True):
    """It is not asked; or waits again after all."""

    type: ClassVar[str] = "prompts.cancelled"

    prompt: str
    on: bool = True


class PromptSent(PromptDue, frozen=True, kw_only=True):
    """It is asked now."""

    type: ClassVar[str] = "prompts.sent"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"


class PromptDropped(Event, frozen=True, kw_only=True):
    """Its time did not come."""

    type: ClassVar[str] = "prompts.dropped"

    prompt: str
    why: Why
