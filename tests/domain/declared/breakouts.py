"""Breakout rooms, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.breakouts import events as e
from app.domain.kernel.powers import Power
from app.domain.kernel.words import Role
from tests.domain.declaring import ANA, AT, HOST, MESSAGE, ROOM, STAFF, C, H, L, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

ROUND: Final = "22222222-3333-5444-8555-666666666666"

SAMPLES: Final[tuple[Event, ...]] = (
    e.RoundPrepared(
        round=ROUND,
        activity="fishbowl",
        people=4,
        rooms=0,
        mixing=e.Mixing.SPREAD,
        task="Comparez vos réponses.",
        steps=("Lire", "Débattre"),
        minutes=12,
        groups=((ANA,), (HOST,)),
    ),
    e.RoundOpened(
        round=ROUND,
        activity="fishbowl",
        groups=(
            e.Group(
                room=ROOM,
                name="Salle 1",
                members=(ANA, HOST),
                placed=(ANA,),
                captain=ANA,
                link="https://meet.example.org/salle-1",
            ),
        ),
        task="Comparez vos réponses.",
        steps=("Lire", "Débattre"),
        ends_at=AT + 720_000,
        grace=30_000,
        late=e.Late.SMALLEST,
        limit=6,
    ),
    e.RoomAdded(round=ROUND, room=ROOM, name="Salle 2"),
    e.RoomClosed(room=ROOM),
    e.RoundClosed(round=ROUND, rooms=(ROOM,)),
    e.MembersMoved(members=(ANA, HOST), place="room:" + ROOM, why=e.Why.LATE),
    e.MoveAnnounced(members=(ANA,), place="main", at=AT + 10_000),
    e.TimerSet(round=ROUND, ends_at=AT + 900_000),
    e.ClosingBegan(round=ROUND, closes_at=AT + 30_000),
    e.PulseSet(room=ROOM, pulse=e.Pulse.HELP),
    e.HelpClaimed(room=ROOM),
    e.HelpAnswered(room=ROOM),
    e.StepTicked(room=ROOM, step=1, done=True),
    e.CaptainNamed(room=ROOM, member=ANA, before=HOST),
    e.TimeAsked(room=ROOM, minutes=3),
    e.TimeAnswered(room=ROOM, minutes=3, granted=True),
    e.RoomAnswered(
        item="answer:" + ROOM,
        revision=2,
        kind="room_answer",
        channel="room:" + ROOM,
        author=ANA,
        held_by="channel",
        room=ROOM,
        text="Deux tiers 🍰",
    ),
    e.AnnouncementMade(announcement=MESSAGE, rooms=(ROOM,), text="Encore cinq minutes."),
    e.AnnouncementRead(announcement=MESSAGE, room=ROOM),
)

_TAKING_PART: Final = {H, C, L}

MAY: Final[May] = {
    "breakouts.prepare": (STAFF, set(), "ask"),
    "breakouts.open": (STAFF, set(), "ask"),
    "breakouts.reopen": (STAFF, set(), "ask"),
    "breakouts.close": (STAFF | {Role.RELAY}, set(), "ask"),
    "breakouts.set_timer": (STAFF, set(), "ask"),
    "breakouts.open_room": (STAFF, set(), "ask"),
    "breakouts.close_room": (STAFF, set(), "ask"),
    "breakouts.move": (STAFF, set(), "ask"),
    "breakouts.place_late": ({Role.RELAY}, set(), "replay"),
    "breakouts.choose": ({L}, set(), "ask"),
    "breakouts.set_pulse": (_TAKING_PART, set(), "drop"),
    "breakouts.tick": (STAFF, set(), "replay"),
    "breakouts.ask_time": (set(), set(), "drop"),
    "breakouts.answer_time": (STAFF, set(), "ask"),
    "breakouts.name_captain": (STAFF, set(), "ask"),
    "breakouts.answer": (_TAKING_PART, set(), "replay"),
    "breakouts.announce": (STAFF, set(), "ask"),
    "breakouts.note_read": (_TAKING_PART, set(), "replay"),
}

LENT: Final = {"breakouts.tick": Power.STEPS, "breakouts.ask_time": Power.TIME}
