"""Questions, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.powers import Power
from app.domain.questions import events as e
from tests.domain.declaring import ANA, MESSAGE, ROOM, STAFF, C, H, L, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.QuestionAsked(question=MESSAGE, channel="main", author=ANA),
    e.QuestionWithdrawn(question=MESSAGE, channel="main", into=ROOM),
    e.QuestionSupported(question=MESSAGE, how=e.Support.SAME, on=True),
    e.AnswerMarked(question=MESSAGE, message=ROOM, author=ANA, peer=True, on=True),
    e.AnswerAccepted(question=MESSAGE, message=ROOM),
    e.QuestionMerged(question=MESSAGE, into=ROOM, before=""),
    e.StandingSet(question=MESSAGE, standing=e.Standing.FOLLOW_UP),
    e.AskingSet(channel="topic:" + ROOM, on=False),
)

MAY: Final[May] = {
    "questions.ask": (STAFF, {L}, "replay"),
    "questions.withdraw": (STAFF, {L}, "replay"),
    "questions.support": ({H, C, L}, set(), "replay"),
    "questions.answer": ({H, C, L}, set(), "replay"),
    "questions.accept": (STAFF, {L}, "replay"),
    "questions.merge": (STAFF, set(), "ask"),
    "questions.set_standing": (STAFF, set(), "ask"),
    "questions.set_asking": (STAFF, set(), "ask"),
}

LENT: Final = {"questions.ask": Power.AIR, "questions.set_standing": Power.AIR, "questions.set_asking": Power.OPEN}
