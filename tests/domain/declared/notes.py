"""Notes, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.words import Role
from app.domain.notes import events as e
from tests.domain.declaring import ANA, ROOM, STAFF, C, H, L, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.NoteEdited(
        item=f"note:room:{ROOM}",
        revision=3,
        kind="note",
        channel=f"room:{ROOM}",
        author=ANA,
        edition=1,
        update="AQEHAAQBBHRleHQDAAAAAA==",
        text="été",
    ),
    e.NoteBegun(place=f"room:{ROOM}", text="# Ce que nous avons trouvé\n- "),
    e.NoteModeSet(place="main", mode=e.NoteMode.LOCKED),
    e.NoteCleared(place="main", edition=1),
    e.NoteRestored(place="main", edition=0),
)

MAY: Final[May] = {
    "notes.edit": ({H, C, L}, set(), "replay"),
    "notes.begin": ({Role.RELAY}, set(), "replay"),
    "notes.set_mode": (STAFF, set(), "ask"),
    "notes.clear": (STAFF, set(), "ask"),
    "notes.restore": (STAFF, set(), "ask"),
}
