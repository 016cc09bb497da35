"""What staff may ask about prompts that are sent later."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Command, Stale
from app.domain.prompts.events import Timing, Why


class PreparePrompt(Command, tag="prompts.prepare", frozen=True, kw_only=True):
    """Have something asked later, in one's own name.

    Attributes:
        text: what is asked.
        channel: where: `main`, `room:<id>` or `topic:<id>`.
        when: in a quiet moment, at a moment, or some time after the activity has begun.
        minutes: of quiet, or after the beginning; from 1 to 240, and 0 for a moment.
        at: the moment; 0 for the others.
        activity: the activity that it belongs to: it waits for it and ends with it; empty for the whole class.
    """

    text: str
    channel: str = "main"
    when: Timing = Timing.QUIET
    minutes: int = 0
    at: int = 0
    activity: str = ""


class RevisePrompt(Command, tag="prompts.revise", frozen=True, kw_only=True):
    """Have something else asked, or at another time, before it is sent."""

    stale: ClassVar[Stale] = Stale.ASK

    prompt: str
    text: str
    channel: str = "main"
    when: Timing = Timing.QUIET
    minutes: int = 0
    at: int = 0
    activity: str = ""


class CancelPrompt(Command, tag="prompts.cancel", frozen=True, kw_only=True):
    """Do not ask it; or, when it was called off by mistake, have it wait again."""

    stale: ClassVar[Stale] = Stale.ASK

    prompt: str
    on: bool = True


class SendPrompt(Command, tag="prompts.send", frozen=True, kw_only=True):
    """Ask it now."""

    stale: ClassVar[Stale] = Stale.ASK

    prompt: str


class DropPrompt(Command, tag="prompts.drop", frozen=True, kw_only=True):
    """Give up what did not come to be asked: its activity is over, or the class is."""

    prompt: str
    why: Why
