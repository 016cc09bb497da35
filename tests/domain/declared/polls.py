"""Polls, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.words import Role
from app.domain.polls import events as e
from app.domain.polls.draft import Draft, Form, Option
from tests.domain.declaring import ANA, AT, MESSAGE, ROOM, STAFF, L, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

_ALIAS: Final = "anon:0123456789abcdef0123456789abcdef"

SAMPLES: Final[tuple[Event, ...]] = (
    e.PollPrepared(
        poll=MESSAGE,
        draft=Draft(
            question="Combien font 1/2 + 1/4 ?",
            options=(
                Option(text="3/4", right=True, feedback="Oui\u00a0: 2/4 + 1/4."),
                Option(text="2/6", feedback="On n’additionne pas les dénominateurs."),
            ),
            anonymous=False,
            seconds=90,
            explanation="On réduit au même dénominateur.",
        ),
        activity="a1",
    ),
    e.PollChanged(
        poll=MESSAGE,
        draft=Draft(question="Confiance ?", form=Form.SCALE, steps=7, low="pas du tout", high="tout à fait", most=0),
    ),
    e.PollDiscarded(poll=MESSAGE),
    e.PollOpened(poll=MESSAGE, round=2, closes_at=AT),
    e.PollClosed(poll=MESSAGE, round=2),
    e.ResultsShown(poll=MESSAGE, on=True),
    e.AnswersRevealed(poll=MESSAGE, on=False),
    e.PollStaged(poll=""),
    e.PollCounted(poll=MESSAGE),
    e.SaidHidden(poll=MESSAGE, said="0123456789abcdef01234567", on=True),
    e.PollAnswered(poll=MESSAGE, round=1, voter=ANA, choices=("2", "1"), number=-1500),
    e.PollAnswerWritten(
        item=e.answer_item(MESSAGE, 1, _ALIAS),
        revision=2,
        kind="answer",
        channel="answers",
        author=_ALIAS,
        held_by="channel",
        poll=MESSAGE,
        round=1,
        text="l’écoute\nle temps",
    ),
    e.AnswerWithdrawn(poll=ROOM, round=3, voter=_ALIAS),
)

MAY: Final[May] = {
    "polls.prepare": (STAFF, set(), "replay"),
    "polls.change": (STAFF, set(), "ask"),
    "polls.discard": (STAFF, set(), "ask"),
    "polls.open": (STAFF | {Role.RELAY}, set(), "ask"),
    "polls.close": (STAFF | {Role.RELAY}, set(), "ask"),
    "polls.again": (STAFF, set(), "ask"),
    "polls.show": (STAFF, set(), "ask"),
    "polls.reveal": (STAFF, set(), "ask"),
    "polls.put_on_stage": (STAFF | {Role.RELAY}, set(), "ask"),
    "polls.hide": (STAFF, set(), "replay"),
    "polls.answer": ({L}, set(), "replay"),
    "polls.withdraw": ({L}, set(), "replay"),
}
