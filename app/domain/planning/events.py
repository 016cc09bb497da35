"""What happens to the plan that staff work on together."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Event


class PlanUpdated(Event, frozen=True, kw_only=True):
    """The plan was changed, or handed out as a whole; the fields are those of `UpdatePlan`.

    What it says is opaque here. It is the plan's and nobody's own, and what came later builds on it, so no erasure of a
    member takes it away.
    """

    type: ClassVar[str] = "planning.updated"

    plan: str
    update: str
    covers: str = ""
    whole: str = ""
    part: int = 0
    parts: int = 1
