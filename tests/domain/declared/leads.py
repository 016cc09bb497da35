"""Leads, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.powers import Power
from app.domain.leads import events as e
from tests.domain.declaring import ANA, AT, ROOM, STAFF, L, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

PLACE: Final = "topic:" + ROOM

SAMPLES: Final[tuple[Event, ...]] = (
    e.LeadPassed(member=ANA, place=PLACE, until=AT + 600_000, powers=("open", "prompt", "air", "hands")),
    e.LeadEnded(member=ANA, place=PLACE, why=e.End.RETURNED),
    e.PromptWritten(
        item=e.prompt_item(PLACE),
        revision=1,
        kind="prompt",
        channel=PLACE,
        author=ANA,
        held_by="channel",
        text="Qui a un contre-exemple ?",
    ),
    e.PromptTaken(place=PLACE),
)

MAY: Final[May] = {
    "leads.pass": (STAFF, set(), "ask"),
    "leads.end": (STAFF, {L}, "ask"),
    "leads.prompt": (STAFF, set(), "replay"),
}

LENT: Final = {"leads.prompt": Power.PROMPT}
