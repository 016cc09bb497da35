"""Pins, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.words import Role
from app.domain.pins import events as e
from tests.domain.declaring import MESSAGE, ROOM, STAFF, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.MessagePinned(message=MESSAGE, channel="room:" + ROOM),
    e.MessageUnpinned(message=MESSAGE, channel="room:" + ROOM),
    e.PinMoved(message=MESSAGE, channel="room:" + ROOM, before=ROOM),
)

MAY: Final[May] = {
    "pins.pin": (STAFF, set(), "replay"),
    "pins.unpin": (STAFF | {Role.RELAY}, set(), "replay"),
    "pins.move": (STAFF, set(), "replay"),
}
