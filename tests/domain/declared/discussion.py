"""The conversation, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.discussion import events as e
from app.domain.kernel.powers import Power
from app.domain.kernel.words import Role
from tests.domain.declaring import ANA, HOST, MESSAGE, ROOM, STAFF, C, H, L, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.MessagePosted(
        item=MESSAGE,
        revision=1,
        kind="message",
        channel="room:" + ROOM,
        author=ANA,
        held_by="channel",
        text="Une moitié\nde « 3 » ?",
        reply_to=ROOM,
        mentions=(HOST,),
    ),
    e.PromptPosted(
        item=MESSAGE,
        revision=1,
        kind="message",
        channel="main",
        author=HOST,
        text="Et vous ?",
        mentions=(ANA,),
        prompt=ROOM,
    ),
    e.AnonymousPosted(
        item=MESSAGE,
        revision=1,
        kind="message",
        channel="main",
        author="anon:0123456789abcdef0123456789abcdef",
        text="Je n’ose pas le dire.",
    ),
    e.MessageEdited(
        item=MESSAGE,
        revision=2,
        kind="message",
        channel="main",
        author=ANA,
        text="\u0645\u0631\u062d\u0628\u0627",
        mentions=(HOST,),
    ),
    e.MessageDeleted(message=MESSAGE),
    e.Reacted(message=MESSAGE, emoji="❤️", on=False),
    e.HandRaised(member=ANA),
    e.HandLowered(member=ANA),
)

MAY: Final[May] = {
    "discussion.post": ({H, C, L}, set(), "replay"),
    "discussion.prompt": ({Role.RELAY}, set(), "replay"),
    "discussion.edit": (set(), {H, C, L}, "replay"),
    "discussion.delete": (STAFF, {L}, "replay"),
    "discussion.react": ({H, C, L}, set(), "replay"),
    "discussion.raise_hand": ({H, C, L}, set(), "drop"),
    "discussion.lower_hand": (STAFF | {Role.RELAY}, {L}, "replay"),
}

LENT: Final = {"discussion.lower_hand": Power.HANDS}
