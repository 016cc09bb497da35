"""Help, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.support import events as e
from tests.domain.declaring import ANA, HOST, MESSAGE, ROOM, STAFF, L, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.HelpAsked(call=ROOM, member=ANA, kind=e.Problem.SOUND),
    e.CallReopened(call=ROOM, place=""),
    e.CallClaimed(call=ROOM, place="room:" + ROOM),
    e.CallReleased(call=ROOM, place=""),
    e.CallResolved(call=ROOM, place=""),
    e.CallWithdrawn(call=ROOM),
    e.SaidToStaff(
        item=MESSAGE, revision=1, kind="private", channel="private:" + ANA, author=ANA, text="Je n’entends plus rien."
    ),
    e.WrittenPrivately(item=MESSAGE, member=ANA, author=HOST, text="Composez le 01 84 88 00 00."),
    e.ThreadRead(member=ANA),
)

MAY: Final[May] = {
    "support.ask": ({L}, set(), "replay"),
    "support.say": ({L}, set(), "replay"),
    "support.withdraw": (set(), {L}, "replay"),
    "support.reopen": (STAFF, {L}, "drop"),
    "support.claim": (STAFF, set(), "ask"),
    "support.release": (STAFF, set(), "ask"),
    "support.resolve": (STAFF, set(), "replay"),
    "support.write": (STAFF, set(), "replay"),
    "support.mark_read": (STAFF, set(), "replay"),
}
