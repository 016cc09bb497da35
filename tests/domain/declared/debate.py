"""Debates, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.debate import events as e
from app.domain.debate.draft import Draft
from app.domain.kernel.powers import Power
from app.domain.kernel.words import Role
from tests.domain.declaring import ANA, AT, MESSAGE, ROOM, STAFF, L, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.DebatePrepared(
        debate=MESSAGE,
        draft=Draft(
            motion="Faut-il noter les élèves\u00a0?",
            positions=("Toujours", "Au lycée seulement", "Jamais"),
            turn_seconds=90,
            statements=("La note décourage.", "La note rassure les familles."),
            counted=False,
        ),
        statements=(ROOM, ANA),
        activity="a1",
    ),
    e.DebateChanged(
        debate=MESSAGE, draft=Draft(motion="Grades?", statements=("They discourage.",)), statements=(ROOM,)
    ),
    e.DebateDiscarded(debate=MESSAGE),
    e.DebateOpened(debate=MESSAGE),
    e.DebateClosed(debate=MESSAGE),
    e.ShiftShown(debate=MESSAGE, on=True),
    e.DebateStaged(debate=""),
    e.DebateCounted(debate=MESSAGE),
    e.PositionTaken(debate=MESSAGE, position="against", before="for", because=ROOM),
    e.ArgumentWritten(
        item=ROOM,
        revision=1,
        kind="argument",
        channel="arguments",
        author=ANA,
        held_by="channel",
        debate=MESSAGE,
        position="for",
        side="unsure",
        reply_to=MESSAGE,
        text="On apprend mieux sans peur.",
    ),
    e.ArgumentRevised(
        item=ROOM, revision=2, kind="argument", channel="arguments", author=ANA, text="On apprend mieux sans crainte."
    ),
    e.ArgumentWithdrawn(argument=ROOM, author=ANA, reply_to=MESSAGE),
    e.ConvincingMarked(argument=ROOM, on=True),
    e.StatementPut(statement=ROOM, debate=MESSAGE, text="La note décourage."),
    e.StatementShown(statement=ROOM, on=False),
    e.StatementJudged(statement=ROOM, verdict=e.Verdict.PASS),
    e.FloorGiven(turn=ROOM, member=ANA, seconds=90, debate=MESSAGE, raised_at=AT),
    e.TurnExtended(turn=ROOM, seconds=30),
    e.TurnEnded(turn=ROOM, millis=84_500),
    e.SpokeMarked(turn=ROOM, member=ANA, seconds=40, debate="", raised_at=0),
    e.TurnTakenBack(turn=ROOM, member=ANA, raised_at=AT),
)

MAY: Final[May] = {
    "debate.prepare": (STAFF, set(), "replay"),
    "debate.change": (STAFF, set(), "ask"),
    "debate.discard": (STAFF, set(), "ask"),
    "debate.open": (STAFF | {Role.RELAY}, set(), "ask"),
    "debate.close": (STAFF | {Role.RELAY}, set(), "ask"),
    "debate.show": (STAFF, set(), "ask"),
    "debate.put_on_stage": (STAFF | {Role.RELAY}, set(), "ask"),
    "debate.take_position": ({L}, set(), "replay"),
    "debate.argue": (STAFF | {L}, set(), "replay"),
    "debate.revise": (set(), STAFF | {L}, "replay"),
    "debate.withdraw": (STAFF, {L}, "replay"),
    "debate.mark_convincing": ({L}, set(), "replay"),
    "debate.add_statement": (STAFF, set(), "replay"),
    "debate.put_statement": (STAFF, set(), "ask"),
    "debate.show_statement": (STAFF, set(), "ask"),
    "debate.judge": ({L}, set(), "replay"),
    "debate.give_floor": (STAFF, set(), "ask"),
    "debate.extend_turn": (STAFF, set(), "ask"),
    "debate.end_turn": (STAFF | {Role.RELAY}, {L}, "replay"),
    "debate.mark_spoke": (STAFF, set(), "replay"),
    "debate.take_back_turn": (STAFF, set(), "replay"),
}

LENT: Final = {"debate.mark_spoke": Power.HANDS}
