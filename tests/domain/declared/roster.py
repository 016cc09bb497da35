"""The roster, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.seats import Standing
from app.domain.kernel.words import Role
from app.domain.roster import events as e
from tests.domain.declaring import ANA, AT, HOST, ROOM, STAFF, TOKEN_HASH, C, H, L, May, O

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.MemberInvited(member=ANA, role=Role.COFACILITATOR, number=2, token_hash=TOKEN_HASH, name="Ana"),
    e.MemberJoined(
        item="name:" + ANA,
        revision=1,
        kind="name",
        channel="",
        author=ANA,
        held_by="channel",
        role=Role.LEARNER,
        standing=Standing.WAITING,
        number=3,
        token_hash=TOKEN_HASH,
        language="fr",
        name="Ana 👩‍🚀",
    ),
    e.MemberEntered(member=ANA, standing=Standing.ADMITTED),
    e.MemberAdmitted(member=ANA),
    e.MemberLeft(member=ANA),
    e.MemberRenamed(item="name:" + ANA, revision=2, kind="name", channel="", author=ANA, name="Anaïs"),
    e.RoleChanged(member=ANA, role=Role.OBSERVER),
    e.MemberRemoved(member=ANA),
    e.TokenGranted(member=ANA, token_hash=TOKEN_HASH),
    e.TokensRevoked(member=ANA),
    e.DoorSet(mode=e.DoorMode.ASK),
    e.RoomOpened(room=ROOM, name="Table 1"),
    e.RoomClosed(room=ROOM),
    e.MembersMoved(members=(ANA, HOST), place="room:" + ROOM),
    e.PresenceNoted(
        changes=(
            e.PresenceChange(ANA, e.Presence.HIDDEN, AT - 1_000),
            e.PresenceChange(HOST, e.Presence.HERE, AT),
        )
    ),
)

MAY: Final[May] = {
    "roster.invite": (STAFF, set(), "replay"),
    "roster.join": ({Role.RELAY}, set(), "replay"),
    "roster.enter": ({Role.RELAY}, set(), "replay"),
    "roster.admit": (STAFF, set(), "replay"),
    "roster.leave": ({H, C, L, O}, set(), "replay"),
    "roster.rename": (STAFF, {L}, "ask"),
    "roster.change_role": ({H}, set(), "ask"),
    "roster.remove": (STAFF | {Role.RELAY}, set(), "ask"),
    "roster.grant_token": (STAFF, {L}, "replay"),
    "roster.revoke_tokens": (STAFF, set(), "drop"),
    "roster.set_door": (STAFF, set(), "ask"),
    "roster.note_presence": ({Role.RELAY}, set(), "replay"),
    "roster.erase": ({H}, set(), "ask"),
}
