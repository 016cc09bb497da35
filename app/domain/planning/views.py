"""What learners see of the shared plan: nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Part, Touch
    from app.domain.kernel.world import World

PARTS: tuple[Part, ...] = ()


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:  # noqa: ARG001 (every capability's shape)
    """Return what an envelope changed in learners' documents."""
    return ()
