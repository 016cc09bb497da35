"""Help in a rehearsal: who calls, and what staff do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.support.commands import (
    AskForHelp,
    ClaimCall,
    ReopenCall,
    ResolveCall,
    SayToStaff,
    WithdrawCall,
    WritePrivately,
)
from app.domain.support.state import SupportState
from app.rehearsal.script import canary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.messages import Command
    from app.domain.kernel.world import World
    from app.rehearsal.script import CallForHelp
    from app.sync.page import PageClient

HOST, COFACILITATOR = 9_000_000, 9_000_001
"""In place of a learner's number, in the marks of what staff write privately."""


class Answers:
    """What a staff member does about calls and private words; every text that it writes carries a mark.

    Args:
        text: what is written to whoever calls.
        number: in place of a learner's, in its marks.
    """

    def __init__(self, text: str, number: int) -> None:
        self._text, self._number, self._written = text, number, 0

    def commands(self, world: World) -> Iterable[Command]:
        """Return what is to be asked now: each call is taken, answered and over, each text has its answer.

        Args:
            world: as it is.
        """
        state = world.state(SupportState)
        for key in list(state.open_calls.values()):
            call = state.calls[key]
            if not call.claimed_by:
                yield ClaimCall(call=key)
            if not call.place:
                yield self.write(call.member)
            yield ResolveCall(call=key)
        for member in list(state.threads):
            if member not in state.open_calls and state.unanswered(member):
                yield self.write(member)

    def write(self, member: str) -> Command:
        """Return a text to one learner.

        Args:
            member: to whom.
        """
        self._written += 1
        return WritePrivately(member=member, text=f"{self._text} {canary(self._number, self._written)}")


def call(page: PageClient, act: CallForHelp) -> Command | None:
    """Return what a learner asks for who has a problem, or had one; None when there is nothing to ask.

    Args:
        page: theirs.
        act: what they do.
    """
    if act.kind is not None:
        return AskForHelp(kind=act.kind, text=act.text)
    if act.text:
        return SayToStaff(text=act.text)
    known: dict[str, Any] = page.documents.get("me", {}).get("support", {}).get("call", {})
    match known.get("state"):
        case "open":
            return WithdrawCall(call=known["id"])
        case "resolved":
            return ReopenCall(call=known["id"])
        case _:
            return None
