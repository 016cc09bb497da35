"""Messages without a name, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.anonymous import events as e
from tests.domain.declaring import ROOM, STAFF, H, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.AnonymousAllowed(channel="topic:" + ROOM, mode=e.Allowed.PEERS),
    e.AliasMuted(alias="anon:0123456789abcdef0123456789abcdef", on=True),
)

MAY: Final[May] = {
    "anonymous.allow": ({H}, set(), "ask"),
    "anonymous.mute": (STAFF, set(), "replay"),
}
