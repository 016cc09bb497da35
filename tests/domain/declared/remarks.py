"""Remarks, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.remarks import events as e
from tests.domain.declaring import ANA, HOST, MESSAGE, ROOM, STAFF, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.RemarkWritten(
        remark=ROOM, member=ANA, message=MESSAGE, author=HOST, follow_up=True, text="La rappeler vendredi."
    ),
    e.RemarkRevised(remark=ROOM, member=ANA, text="La rappeler lundi."),
    e.RemarkFlagged(remark=ROOM, follow_up=False),
    e.RemarkRemoved(remark=ROOM, gone=True),
)

MAY: Final[May] = {
    "remarks.write": (STAFF, set(), "replay"),
    "remarks.revise": (STAFF, set(), "ask"),
    "remarks.flag": (STAFF, set(), "replay"),
    "remarks.remove": (STAFF, set(), "replay"),
}
