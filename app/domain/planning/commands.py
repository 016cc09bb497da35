"""What staff may ask about the plan that they work on together."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

from app.domain.kernel.messages import Command, Stale


class UpdatePlan(Command, tag="planning.update", frozen=True, kw_only=True):
    """Hand out what was changed in the shared plan, or all of it.

    Updates of a Yjs document commute and may come twice, so one that was made without a line is sent when it is back.
    A large one travels in pieces, each a command of its own, and counts once all of them are there.

    Attributes:
        plan: the plan's id.
        update: a Yjs update (version 1) in base64, or the piece of it that stands at `part`.
        covers: the mark of the last update that this one holds, with all that came before it: they need not be kept
            any more. Empty for a mere change; a mark that the log does not have is taken for one.
        whole: the same fresh id in all pieces of one update; empty for an update in one piece.
        part: which piece, from 0.
        parts: how many pieces there are.
    """

    stale: ClassVar[Stale] = Stale.REPLAY

    plan: str
    update: str
    covers: str = ""
    whole: str = ""
    part: Annotated[int, msgspec.Meta(ge=0)] = 0
    parts: Annotated[int, msgspec.Meta(ge=1)] = 1
