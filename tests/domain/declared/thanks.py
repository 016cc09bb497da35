"""Thanks, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.thanks import events as e
from tests.domain.declaring import ANA, HOST, MESSAGE, ROOM, STAFF, C, H, L, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.ThanksGiven(thanks=ROOM, giver=ANA, to=HOST, reason=e.Reason.MADE_ME_THINK, message=MESSAGE, channel="main"),
    e.ThanksWorded(
        item=ROOM,
        revision=1,
        kind="thanks",
        channel="main",
        author=ANA,
        held_by="channel",
        text="Grâce à toi, j’ai compris !",
        open=True,
    ),
    e.ThanksTakenBack(thanks=ROOM, giver=ANA, to=HOST, message=MESSAGE, channel="main"),
)

MAY: Final[May] = {
    "thanks.give": ({H, C, L}, set(), "replay"),
    "thanks.take_back": (STAFF, {L}, "replay"),
}
