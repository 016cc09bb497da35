"""What may be asked about leads: passing one, ending it, and writing what is asked of people in a place."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

from app.domain.kernel.messages import Command, Stale
from app.domain.kernel.powers import LEADING, Power

MOST_MINUTES = 240
"""The longest time for which a lead is passed."""


class PassLead(Command, tag="leads.pass", frozen=True, kw_only=True):
    """Let a learner lead one topic or one room for a while; whoever led it before does so no longer.

    Attributes:
        member: who leads.
        place: `topic:ID` or `room:ID`.
        minutes: for how long.
        powers: what they may do there.
    """

    stale: ClassVar[Stale] = Stale.ASK

    member: str
    place: str
    minutes: Annotated[int, msgspec.Meta(ge=1, le=MOST_MINUTES)]
    powers: Annotated[tuple[Power, ...], msgspec.Meta(min_length=1, max_length=len(LEADING))] = LEADING


class EndLead(Command, tag="leads.end", frozen=True, kw_only=True):
    """Take a lead back, or hand it back oneself."""

    stale: ClassVar[Stale] = Stale.ASK

    place: str


class WritePrompt(Command, tag="leads.prompt", frozen=True, kw_only=True):
    """Say what is asked of people in a place; an empty text takes it away.

    Attributes:
        place: `topic:ID` or `room:ID`.
        text: up to 1,000 characters.
    """

    place: str
    text: str
