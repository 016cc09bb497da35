"""What was refused, remembered for a while, so that asking again gives the same answer."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from app.domain.kernel.refusal import Refusal
from app.sync import frames as f

if TYPE_CHECKING:
    from app.domain.kernel.words import CommandId, MemberId

REFUSALS_KEPT: Final = 10_000
"""How many refusals are remembered."""

RETRIABLE: Final = frozenset({"rate_limited", "storage_failed", "busy"})
"""Refusals that say nothing about the request itself: the same one may succeed later."""


def refused(request_id: str, refusal: Refusal) -> f.Refused:
    """Return the frame that tells a refusal.

    Args:
        request_id: what it answers.
        refusal: why.
    """
    return f.Refused(request_id, refusal.code, refusal.params, final=refusal.code not in RETRIABLE)


class Refusals:
    """The latest refusals of one session, by who asked and under which id."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[MemberId, CommandId], tuple[str, f.Refused]] = OrderedDict()

    def remember(self, member: MemberId, command_id: CommandId, request: str, refusal: Refusal) -> None:
        """Keep a refusal, and forget the oldest when there are too many.

        Args:
            member: who asked.
            command_id: under which id.
            request: a digest of what was asked.
            refusal: the answer.
        """
        self._kept[member, command_id] = (request, f.Refused(command_id, refusal.code, refusal.params))
        if len(self._kept) > REFUSALS_KEPT:
            self._kept.popitem(last=False)

    def repeat(self, member: MemberId, command_id: CommandId, request: str) -> None:
        """Refuse again what was refused.

        Args:
            member: who asks.
            command_id: under which id.
            request: a digest of what is asked.

        Raises:
            Refusal: as the first time; `id_reused` when another thing was asked then.
        """
        kept = self._kept.get((member, command_id))
        if kept is None:
            return
        if kept[0] != request:
            raise Refusal("id_reused")
        raise Refusal(kept[1].code, **kept[1].params)

    def answer(self, member: MemberId, command_id: CommandId) -> f.Refused | None:
        """Return what a member was answered; None when nothing was refused under this id."""
        kept = self._kept.get((member, command_id))
        return None if kept is None else kept[1]

    def forget(self, member: MemberId, command_id: CommandId) -> None:
        """Forget a refusal that may have rested on what is lost."""
        self._kept.pop((member, command_id), None)
