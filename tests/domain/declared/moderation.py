"""Moderation, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.moderation import events as e
from tests.domain.declaring import STAFF, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (e.ChannelModeSet(channel="main", mode=e.ChannelMode.HELD),)

MAY: Final[May] = {
    "moderation.set_mode": (STAFF, set(), "ask"),
    "moderation.decide": (STAFF, set(), "ask"),
}
