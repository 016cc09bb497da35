"""Planning, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.planning import events as e
from tests.domain.declaring import MESSAGE, STAFF, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.PlanUpdated(
        plan="2d1f6a52-9b0e-4c7d-9f10-0a1b2c3d4e5f",
        update="AQEB",
        covers="9f86d081884c7d659a2feaa0c55ad015",
        whole=MESSAGE,
        part=1,
        parts=3,
    ),
)

MAY: Final[May] = {"planning.update": (STAFF, set(), "replay")}
