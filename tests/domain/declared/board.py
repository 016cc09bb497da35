"""The board, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.board import events as e
from tests.domain.declaring import ANA, MESSAGE, ROOM, STAFF, C, H, L, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.ItemAdded(
        item=ROOM,
        revision=1,
        kind="board",
        channel="topic:" + ROOM,
        author=ANA,
        held_by="channel",
        title="Les fractions, en images",
        link="https://exemple.fr/fractions?n=1",
        note="Bien fait.\nÀ voir avant demain.",
        topic=ROOM,
    ),
    e.ItemEdited(
        item=ROOM,
        revision=2,
        kind="board",
        channel="main",
        author=ANA,
        title="\u0645\u0631\u062d\u0628\u0627",
        link="http://exemple.fr:8080/",
        note="Lien mis à jour.",
    ),
    e.MessagePut(item=ROOM, message=MESSAGE, by=ANA, topic=ROOM),
    e.ItemRemoved(item=ROOM, by=ANA, message=MESSAGE),
    e.UsefulMarked(item=ROOM, on=False),
)

MAY: Final[May] = {
    "board.add": ({H, C, L}, set(), "replay"),
    "board.put": ({H, C, L}, set(), "replay"),
    "board.edit": (STAFF, {L}, "replay"),
    "board.remove": (STAFF, {L}, "replay"),
    "board.mark": ({H, C, L}, set(), "replay"),
}
