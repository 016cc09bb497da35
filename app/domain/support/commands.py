"""What may be asked about help, and written to one person alone."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Command, Stale
from app.domain.support.events import Problem


class AskForHelp(Command, tag="support.ask", frozen=True, kw_only=True):
    """Call the staff. Who calls already says one thing more: nobody stands in the queue twice.

    Attributes:
        kind: what is wrong.
        text: a few words more; may be empty.
    """

    kind: Problem
    text: str = ""


class SayToStaff(Command, tag="support.say", frozen=True, kw_only=True):
    """Write to the staff alone."""

    text: str


class WithdrawCall(Command, tag="support.withdraw", frozen=True, kw_only=True):
    """Say that one needs no help any more."""

    call: str


class ReopenCall(Command, tag="support.reopen", frozen=True, kw_only=True):
    """Say that a call that was over is not: it did not help, or it was closed by mistake."""

    stale: ClassVar[Stale] = Stale.DROP

    call: str


class ClaimCall(Command, tag="support.claim", frozen=True, kw_only=True):
    """Take a call for help upon oneself, a person's or a room's."""

    stale: ClassVar[Stale] = Stale.ASK

    call: str


class ReleaseCall(Command, tag="support.release", frozen=True, kw_only=True):
    """Let others take a call that somebody, often oneself, had taken."""

    stale: ClassVar[Stale] = Stale.ASK

    call: str


class ResolveCall(Command, tag="support.resolve", frozen=True, kw_only=True):
    """Say that whoever called was helped."""

    call: str


class WritePrivately(Command, tag="support.write", frozen=True, kw_only=True):
    """Write to one learner; they and the staff alone read it. It takes a call of theirs that nobody has taken.

    Attributes:
        member: to whom.
        text: up to 2,000 characters.
    """

    member: str
    text: str


class MarkRead(Command, tag="support.mark_read", frozen=True, kw_only=True):
    """Say that what a learner wrote wants no answer."""

    member: str
