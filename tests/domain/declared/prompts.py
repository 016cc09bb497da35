"""Prompts, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.words import Role
from app.domain.prompts import events as e
from tests.domain.declaring import AT, HOST, MESSAGE, ROOM, STAFF, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.PromptPrepared(
        prompt=MESSAGE, author=HOST, channel="main", when=e.Timing.QUIET, minutes=3, activity="a1", text="Et vous ?"
    ),
    e.PromptRevised(prompt=MESSAGE, author=HOST, channel="topic:" + ROOM, when=e.Timing.AT, at=AT, text="Et toi ?"),
    e.PromptCancelled(prompt=MESSAGE, on=False),
    e.PromptSent(prompt=MESSAGE, channel="main", author=HOST, text="Et vous ?"),
    e.PromptDropped(prompt=MESSAGE, why=e.Why.ACTIVITY_OVER),
)

MAY: Final[May] = {
    "prompts.prepare": (STAFF, set(), "replay"),
    "prompts.revise": (STAFF, set(), "ask"),
    "prompts.cancel": (STAFF, set(), "ask"),
    "prompts.send": (STAFF, set(), "ask"),
    "prompts.drop": ({Role.RELAY}, set(), "replay"),
}
