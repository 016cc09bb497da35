"""The stage, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.powers import Power
from app.domain.kernel.words import Role
from app.domain.stage import events as e
from tests.domain.declaring import ANA, MESSAGE, STAFF, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.MessageStaged(message=MESSAGE, channel="main", author=ANA),
    e.StageCleared(message=MESSAGE),
)

MAY: Final[May] = {
    "stage.put": (STAFF, set(), "ask"),
    "stage.clear": (STAFF | {Role.RELAY}, set(), "ask"),
}

LENT: Final = {"stage.put": Power.AIR, "stage.clear": Power.AIR}
