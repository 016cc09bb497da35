"""Debates: positions taken and left, arguments under them, statements, and the floor."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.agenda.activity import Activity
from app.domain.agenda.commands import FinishActivity, SetAgenda, StartActivity
from app.domain.debate import commands as c
from app.domain.debate import events as e
from app.domain.debate.draft import Draft
from app.domain.debate.events import Verdict
from app.domain.debate.floor import queue
from app.domain.debate.state import DebateState
from app.domain.discussion.commands import RaiseHand
from app.domain.kernel.gate import Outcome
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS, me
from app.domain.kernel.words import ARGUMENTS, Role
from app.domain.moderation.commands import SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.roster.commands import EraseMember, LeaveSession
from app.domain.session.commands import EndSession, PauseSession, ResumeSession
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused

GRADES = Draft(motion="Should pupils be graded?", statements=("Grades discourage.", "Grades reassure parents."))
QUIET = Draft(motion="Should pupils be graded?", counted=False)
NOBODY = "9d9f8e7c-1111-4222-8333-444455556666"


class Debated:
    """A class of three learners with one open debate."""

    def __init__(self, draft: Draft = GRADES) -> None:
        self.room, self.host = Classroom.live()
        self.ana, self.ben, self.cleo = (self.room.joins(name) for name in ("Ana", "Ben", "Cleo"))
        self.room.keep_all()
        self.debate = self.prepares(draft)

    @property
    def state(self) -> DebateState:
        """What is known of debates."""
        return self.room.world.state(DebateState)

    def prepares(self, draft: Draft, *, opens: bool = True, activity: str = "") -> str:
        """Let the host prepare a debate, and return its id."""
        self.room.do(self.host, c.PrepareDebate(draft=draft, opens=opens, activity=activity))
        return next(reversed(self.state.debates))

    def takes(self, member: str, position: str, because: str = "") -> None:
        """Let a member take a position."""
        self.room.do(member, c.TakePosition(debate=self.debate, position=position, because=because))

    def argues(self, member: str, text: str, position: str = "for", reply_to: str = "") -> str:
        """Let a member write an argument, and return its id."""
        self.room.do(member, c.WriteArgument(debate=self.debate, position=position, text=text, reply_to=reply_to))
        return next(reversed(self.state.arguments))

    def gives(self, member: str, seconds: int = 0) -> str:
        """Let the host give a member the floor, and return the turn."""
        self.room.do(self.host, c.GiveFloor(member=member, seconds=seconds))
        return self.state.turn

    def waits(self, millis: int = 1_000) -> None:
        """Let time pass."""
        self.room.now += millis
        self.room.elapse()

    def told(self) -> dict[str, Any]:
        """What everybody sees of debates."""
        told: dict[str, Any] = self.room.reads(CLASS).get("debate", {})
        return told

    def seen(self) -> dict[str, Any]:
        """What everybody sees of the debate."""
        seen: dict[str, Any] = self.told()["debates"][self.debate]
        return seen

    def mine(self, member: str) -> dict[str, Any]:
        """What a member's own document says of debates."""
        mine: dict[str, Any] = self.room.reads(me(member)).get("debate", {})
        return mine


def test_the_shift_tells_first_positions_from_present_ones_and_counts_who_moved():
    debated = Debated()
    for member, position in ((debated.ana, "for"), (debated.ben, "for"), (debated.cleo, "unsure")):
        debated.takes(member, position)
    debated.takes(debated.ben, "unsure")
    debated.takes(debated.ben, "against")
    debated.waits()

    seen = debated.seen()
    assert (seen["people"], seen["moved"]) == (3, 1)
    assert seen["first"] == {"for": 2, "against": 0, "unsure": 1}
    assert seen["now"] == {"for": 1, "against": 1, "unsure": 1}
    assert seen["flows"] == {"for": {"for": 1, "against": 1}, "unsure": {"unsure": 1}}
    assert debated.mine(debated.ben)["mine"] == {debated.debate: {"position": "against", "first": "for"}}
    debated.takes(debated.ben, "for")
    debated.waits()
    assert debated.seen()["moved"] == 0
    debated.room.check_documents()


def test_own_options_stand_in_the_place_of_the_usual_three():
    debated = Debated(Draft(motion="Where?", positions=("Here", "There")))
    debated.takes(debated.ana, "2")

    assert debated.seen()["positions"] == {"1": {"order": 1, "text": "Here"}, "2": {"order": 2, "text": "There"}}
    with refused("unknown_position"):
        debated.takes(debated.ben, "for")


def test_a_position_taken_twice_counts_once():
    """Whichever of a person's devices asks: it is the person who stands somewhere."""
    debated = Debated()
    debated.takes(debated.ana, "for")
    debated.takes(debated.ana, "for")
    debated.waits()

    assert debated.seen()["people"] == 1
    assert debated.state.stances[debated.debate][debated.ana].moves == 0


def test_closing_freezes_a_debate_and_shows_its_result():
    debated = Debated(QUIET)
    debated.takes(debated.ana, "for")
    said = debated.argues(debated.ana, "They measure progress.")
    debated.room.do(debated.host, c.AddStatement(debate=debated.debate, text="Grades discourage."))
    statement = next(reversed(debated.state.statements))
    debated.room.do(debated.ben, c.JudgeStatement(statement=statement, verdict=Verdict.AGREE))
    debated.waits()
    assert not {"now", "first", "people"} & debated.seen().keys()
    assert "agree" not in debated.told()["statements"][statement]

    debated.room.do(debated.host, c.CloseDebate(debate=debated.debate))

    assert debated.seen()["state"] == "closed"
    assert debated.seen()["now"] == {"for": 1, "against": 0, "unsure": 0}
    assert debated.told()["statements"][statement]["agree"] == 1
    for late in (
        c.TakePosition(debate=debated.debate, position="against"),
        c.WriteArgument(debate=debated.debate, position="for", text="Late."),
        c.MarkConvincing(argument=said),
        c.JudgeStatement(statement=statement, verdict=Verdict.PASS),
        c.WriteArgument(debate=debated.debate, position="for", text="Late.", reply_to=said),
    ):
        with refused("debate_closed"):
            debated.room.do(debated.ben, late)
    with refused("debate_closed"):
        debated.room.do(debated.ana, c.WithdrawArgument(argument=said))
    with refused("debate_closed"):
        debated.room.do(debated.host, c.AddStatement(debate=debated.debate, text="Late."))
    debated.room.check_documents()


def test_a_closed_debate_opens_again_as_it_was():
    debated = Debated()
    debated.takes(debated.ana, "for")
    debated.room.do(debated.host, c.CloseDebate(debate=debated.debate))
    debated.room.do(debated.host, c.OpenDebate(debate=debated.debate))
    debated.takes(debated.ana, "unsure")
    debated.waits()

    assert debated.seen()["flows"] == {"for": {"unsure": 1}}


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (c.TakePosition(debate=NOBODY, position="for"), "unknown_debate"),
        (c.WriteArgument(debate=NOBODY, position="for", text="x"), "unknown_debate"),
        (c.MarkConvincing(argument=NOBODY), "unknown_argument"),
        (c.JudgeStatement(statement=NOBODY, verdict=Verdict.AGREE), "unknown_statement"),
        (c.ReviseArgument(argument=NOBODY, text="x"), "not_allowed"),
        (c.EndTurn(turn=NOBODY), "not_allowed"),
        (c.GiveFloor(member=NOBODY), "not_allowed"),
        (c.CloseDebate(debate=NOBODY), "not_allowed"),
    ],
    ids=lambda each: getattr(each, "type_name", lambda: each)(),
)
def test_a_forged_id_is_refused(ask: Any, code: str):
    debated = Debated()
    with refused(code):
        debated.room.do(debated.ana, ask)


def test_what_does_not_fit_is_refused_and_leaves_nothing():
    debated = Debated()
    with refused("no_position"):
        debated.argues(debated.ana, "Too soon.")
    debated.takes(debated.ana, "for")
    for text, code in (("  ", "text_empty"), ("x" * 1_001, "text_too_long")):
        with refused(code):
            debated.argues(debated.ana, text)
    mine = debated.argues(debated.ana, "Mine.")
    with refused("own_argument"):
        debated.room.do(debated.ana, c.MarkConvincing(argument=mine))
    with refused("own_argument"):
        debated.takes(debated.ana, "against", because=mine)
    debated.takes(debated.ben, "against")
    reply = debated.argues(debated.ben, "No.", reply_to=mine)
    with refused("reply_to_reply"):
        debated.argues(debated.ana, "Yes.", reply_to=reply)
    prepared = debated.prepares(QUIET, opens=False)
    with refused("unknown_debate"):
        debated.room.do(debated.ana, c.TakePosition(debate=prepared, position="for"))
    with refused("unknown_argument"):
        debated.room.do(debated.host, c.OpenDebate(debate=prepared))
        debated.room.do(debated.cleo, c.TakePosition(debate=prepared, position="for", because=mine))
    assert [each.id for each in debated.state.ranked(debated.debate)] == [mine]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (Draft(motion="?", positions=("Alone",)), "positions"),
        (Draft(motion="?", positions=("Same", "Same")), "positions"),
        (Draft(motion="?", positions=tuple("abcdefghi")), "positions"),
        (Draft(motion="?", turn_seconds=5), "turn_seconds"),
        (Draft(motion="?", statements=("x",) * 51), "statements"),
    ],
)
def test_a_debate_that_cannot_be_held_is_refused(draft: Draft, field: str):
    debated = Debated()
    with refused("bad_debate", field=field):
        debated.prepares(draft)


def test_arguments_sort_by_how_many_they_convince_each_person_once():
    debated = Debated()
    for member, position in ((debated.ana, "for"), (debated.ben, "against"), (debated.cleo, "unsure")):
        debated.takes(member, position)
    weak, strong = debated.argues(debated.ana, "Weak."), debated.argues(debated.ana, "Strong.")
    for _ in range(2):
        debated.room.do(debated.ben, c.MarkConvincing(argument=strong))
    debated.takes(debated.ben, "for", because=strong)
    debated.takes(debated.cleo, "for", because=strong)

    assert [each.id for each in debated.state.ranked(debated.debate)] == [strong, weak]
    entry = debated.told()["arguments"][strong]
    # Ben is convinced and moved: he is one person.
    assert (entry["convincing"], entry["moved"], entry["weight"]) == (1, 2, 2)
    assert debated.mine(debated.ben)["convinced"] == {strong: True}
    debated.room.do(debated.ben, c.MarkConvincing(argument=strong, on=False))
    assert "convinced" not in debated.mine(debated.ben)
    debated.room.check_documents()


def test_replies_stand_under_their_argument_and_go_with_it():
    debated = Debated()
    debated.takes(debated.ana, "for")
    debated.takes(debated.ben, "against")
    root = debated.argues(debated.ana, "They measure progress.")
    reply = debated.argues(debated.ben, "Of whom?", position="against", reply_to=root)
    told = debated.told()["arguments"]
    assert (told[root]["replies"], told[reply]["reply_to"], told[reply]["side"]) == (1, root, "against")
    assert told[reply]["position"] == "for"

    debated.room.do(debated.ana, c.WithdrawArgument(argument=root))

    assert "arguments" not in debated.told()
    debated.room.check_documents()


def test_a_held_argument_is_seen_by_its_author_alone_until_it_is_admitted():
    debated = Debated()
    debated.takes(debated.ana, "for")
    debated.room.do(debated.host, SetChannelMode(channel=ARGUMENTS, mode=ChannelMode.HELD))
    held = debated.argues(debated.ana, "They measure zebras.")
    assert "zebras" not in json.dumps(debated.room.reads(CLASS))
    assert debated.mine(debated.ana)["own"][held]["state"] == "held"
    with refused("unknown_argument"):
        debated.room.do(debated.ben, c.MarkConvincing(argument=held))

    debated.room.decides(debated.host, held, Outcome.RETURNED, "Of whom?")
    assert debated.mine(debated.ana)["own"][held]["reason"] == "Of whom?"
    debated.room.do(debated.ana, c.ReviseArgument(argument=held, text="They measure pupils."))
    debated.room.decides(debated.host, held, Outcome.PUBLISHED)

    assert debated.told()["arguments"][held]["text"] == "They measure pupils."
    assert "own" not in debated.mine(debated.ana)
    debated.room.check_documents()


def test_erasing_a_person_leaves_their_position_counted_and_their_words_nowhere():
    debated = Debated()
    debated.takes(debated.ana, "for")
    said = debated.argues(debated.ana, "They measure zebras.")
    debated.room.do(debated.host, EraseMember(member=debated.ana))

    assert debated.told()["arguments"][said]["erased"] is True
    assert "zebras" not in json.dumps(debated.told())
    assert debated.state.shift(debated.state.debates[debated.debate]).people == 1
    debated.room.check_documents()


def test_statements_are_put_one_by_one_and_each_person_says_one_thing():
    debated = Debated()
    first, _ = debated.state.statements_of(debated.debate)
    with refused("unknown_statement"):
        debated.room.do(debated.ana, c.JudgeStatement(statement=first.id, verdict=Verdict.AGREE))
    assert "statements" not in debated.told()
    debated.room.do(debated.host, c.PutStatement(statement=first.id))
    for verdict in (Verdict.AGREE, Verdict.PASS, Verdict.DISAGREE):
        debated.room.do(debated.ana, c.JudgeStatement(statement=first.id, verdict=verdict))
    debated.room.do(debated.ben, c.JudgeStatement(statement=first.id, verdict=Verdict.PASS))
    debated.waits()

    told = debated.told()["statements"][first.id]
    assert (told["agree"], told["disagree"], told["pass"]) == (0, 1, 1)
    assert debated.mine(debated.ana)["verdicts"] == {first.id: "disagree"}
    debated.room.do(debated.host, c.ShowStatement(statement=first.id, on=False))
    assert "agree" not in debated.told()["statements"][first.id]
    debated.room.check_documents()


def test_a_debate_opens_and_closes_with_its_activity():
    debated = Debated()
    planned = debated.prepares(QUIET, opens=False, activity="a1")
    debated.room.do(debated.host, SetAgenda(activities=(Activity(id="a1"), Activity(id="a2"))))
    debated.room.do(debated.host, StartActivity(activity="a1"))
    assert debated.state.current == debated.state.stage == planned
    # One debate at a time: the one on the fly is frozen.
    assert not debated.state.debates[debated.debate].is_open

    debated.room.do(debated.host, FinishActivity())

    assert (debated.state.current, debated.state.stage) == ("", "")
    debated.room.check_documents()


# --- the floor -------------------------------------------------------------------------------------------------------


def test_hands_are_heard_in_order_of_turns_then_seconds_then_waiting():
    debated = Debated()
    debated.gives(debated.ana)
    debated.waits(5_000)
    debated.gives(debated.ben)
    debated.waits(2_000)
    debated.room.do(debated.host, c.EndTurn(turn=debated.state.turn))
    for member in (debated.ana, debated.ben, debated.cleo):
        debated.room.do(member, RaiseHand())
        debated.waits(1_000)

    waiting = queue(debated.room.discussion.raised(), debated.state.spoken)
    assert [each.member for each in waiting] == [debated.cleo, debated.ben, debated.ana]
    told = debated.told()["queue"]
    assert "turns" not in told[debated.cleo]
    assert (told[debated.ana]["place"], told[debated.ana]["turns"], told[debated.ana]["seconds"]) == (3, 1, 5)
    debated.room.check_documents()


def test_whoever_gets_the_floor_has_their_hand_down_and_everybody_sees_the_time():
    debated = Debated()
    debated.room.do(debated.ana, RaiseHand())
    turn = debated.gives(debated.ana)
    floor = debated.told()["floor"]
    assert (floor["name"], floor["allowed"], floor["ends_at"]) == ("Ana", 120_000, debated.room.now + 120_000)
    assert debated.ana not in debated.room.discussion.hands
    assert "hand" not in debated.room.reads(me(debated.ana)).get("discussion", {})

    debated.room.do(debated.host, c.ExtendTurn(turn=turn, seconds=30))
    assert debated.told()["floor"]["ends_at"] == debated.room.now + 150_000
    debated.waits(7_000)
    with refused("not_allowed"):
        debated.room.do(debated.ben, c.EndTurn(turn=turn))
    debated.room.do(debated.ana, c.EndTurn(turn=turn))

    assert "floor" not in debated.told()
    assert debated.state.spoken[debated.ana].millis == 7_000
    debated.room.check_documents()


def test_a_turn_stands_still_while_the_class_is_paused():
    debated = Debated()
    turn = debated.gives(debated.ana, seconds=60)
    debated.waits(10_000)
    debated.room.do(debated.host, PauseSession())
    assert debated.told()["floor"]["left"] == 50_000
    debated.waits(90_000)
    debated.room.do(debated.host, ResumeSession())
    assert debated.told()["floor"]["ends_at"] == debated.room.now + 50_000
    debated.room.do(debated.host, c.EndTurn(turn=turn))

    assert debated.state.spoken[debated.ana].millis == 10_000


def test_a_turn_ends_when_its_speaker_goes_and_when_the_class_ends():
    debated = Debated()
    debated.gives(debated.ana)
    debated.room.do(debated.ana, LeaveSession())
    assert debated.state.turn == ""
    with refused("not_admitted"):
        debated.gives(debated.ana)
    debated.gives(debated.ben)
    debated.room.do(debated.host, EndSession())
    assert (debated.state.turn, debated.state.current) == ("", "")


def test_who_spoke_elsewhere_is_noted_and_that_can_be_undone():
    debated = Debated()
    debated.room.do(debated.ana, RaiseHand())
    raised = debated.room.discussion.hands[debated.ana].since
    debated.waits(3_000)
    debated.room.do(debated.ben, RaiseHand())
    debated.room.do(debated.host, c.MarkSpoke(member=debated.ana, seconds=40))
    assert debated.state.spoken[debated.ana].turns == 1
    assert debated.ana not in debated.room.discussion.hands

    debated.room.do(debated.host, c.TakeBackTurn(turn=next(reversed(debated.state.turns))))

    assert debated.state.spoken[debated.ana].turns == 0
    # The hand is up again, and the first again.
    assert next(iter(debated.room.discussion.raised().items())) == (debated.ana, raised)
    debated.room.check_documents()


def test_two_staff_who_give_the_floor_at_once_do_not_cut_anybody_short():
    debated = Debated()
    seen = debated.room.world.seq
    debated.gives(debated.ana)
    with refused("stale"):
        debated.room.do(debated.host, c.GiveFloor(member=debated.ben), seen=seen)


KINDS = ("take", "argue", "reply", "mark", "judge", "put", "hand", "give", "end", "back", "spoke", "wait")
MORE = ("hold", "decide", "withdraw", "close", "open", "show", "hide", "revise", "pause", "resume", "extend", "new")


def goes_on(debated: Debated, kind: str, n: int) -> None:
    """Let somebody do one thing.

    Raises:
        Refusal: it cannot be done now.
    """
    state, debate = debated.state, debated.debate
    who = (debated.ana, debated.ben, debated.cleo)[n % 3]
    said = [NOBODY, *state.arguments][-1 - n % 2 * bool(state.arguments)]
    root = next((each.id for each in state.ranked(debate)), NOBODY)
    statement = [*state.statements][n % 2]
    turn = next(reversed(state.turns), NOBODY)
    position = ("for", "against", "unsure")[n // 3 % 3]
    by_staff = {
        "put": c.PutStatement(statement=statement),
        "give": c.GiveFloor(member=who),
        "end": c.EndTurn(turn=turn),
        "back": c.TakeBackTurn(turn=turn),
        "extend": c.ExtendTurn(turn=turn),
        "spoke": c.MarkSpoke(member=who, seconds=n),
        "close": c.CloseDebate(debate=debate),
        "open": c.OpenDebate(debate=debate),
        "show": c.ShowShift(debate=debate),
        "hide": c.ShowShift(debate=debate, on=False),
        "hold": SetChannelMode(channel=ARGUMENTS, mode=ChannelMode.HELD if n % 2 else ChannelMode.OPEN),
        "pause": PauseSession(),
        "resume": ResumeSession(),
        "new": c.PrepareDebate(draft=QUIET, opens=n % 4 == 0),
    }
    by_learner = {
        "take": c.TakePosition(debate=debate, position=position, because=root if n % 4 == 0 else ""),
        "argue": c.WriteArgument(debate=debate, position=position, text=f"canary{len(state.arguments)}"),
        "reply": c.WriteArgument(debate=debate, position=position, text="canary", reply_to=root),
        "revise": c.ReviseArgument(argument=said, text=f"canary again {n}"),
        "mark": c.MarkConvincing(argument=said, on=n % 5 > 0),
        "withdraw": c.WithdrawArgument(argument=said),
        "judge": c.JudgeStatement(statement=statement, verdict=list(Verdict)[n // 3 % 3]),
        "hand": RaiseHand(),
    }
    if kind == "wait":
        debated.waits()
    elif kind == "decide":
        for item in list(debated.room.moderation.waiting):
            debated.room.decides(debated.host, item, Outcome.PUBLISHED if n % 2 else Outcome.REJECTED)
    elif kind in by_staff:
        debated.room.do(debated.host, by_staff[kind])
    else:
        debated.room.do(who, by_learner[kind])


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KINDS + MORE), st.integers(0, 11)), max_size=40))
def test_documents_follow_whatever_is_done_and_hold_nothing_too_early(steps: list[tuple[str, int]]):
    """In whichever order: patches and states agree, nothing waiting is told, and the figures add up."""
    debated = Debated()
    watcher = debated.room.invites(debated.host, "Watcher", Role.OBSERVER)
    debated.room.enters(watcher)
    debated.room.keep_all()
    for kind, n in steps:
        with contextlib.suppress(Refusal):
            goes_on(debated, kind, n)
        debated.room.check_documents()
        debated.room.now += 100
        state, told = debated.state, debated.told()
        published = {each.id for each in state.arguments.values() if each.is_shown}
        assert told.get("arguments", {}).keys() <= published
        shift = state.shift(state.debates[debated.debate])
        assert sum(shift.first.values()) == sum(shift.now.values()) == shift.people
        assert sum(count for to in shift.flows.values() for count in to.values()) == shift.people
        turns = [turn.member for turn in state.turns.values()]
        assert {who: spoken.turns for who, spoken in state.spoken.items() if spoken.turns} == {
            who: turns.count(who) for who in set(turns)
        }
        assert state.turn == "" or not state.turns[state.turn].is_over


def test_a_debate_that_was_open_is_neither_changed_nor_discarded():
    debated = Debated()
    for ask in (c.ChangeDebate(debate=debated.debate, draft=QUIET), c.DiscardDebate(debate=debated.debate)):
        with refused("debate_was_open"):
            debated.room.do(debated.host, ask)
    ready = debated.prepares(QUIET, opens=False)
    debated.room.do(debated.host, c.ChangeDebate(debate=ready, draft=GRADES))
    assert [each.text for each in debated.state.statements_of(ready)] == list(GRADES.statements)
    with refused("debate_not_opened"):
        debated.room.do(debated.host, c.ShowShift(debate=ready))
    debated.room.do(debated.host, c.DiscardDebate(debate=ready))
    assert ready not in debated.state.debates
    assert not debated.state.statements_of(ready)


def test_older_arguments_are_looked_up():
    debated = Debated()
    debated.takes(debated.ana, "for")
    for n in range(65):
        debated.argues(debated.ana, f"Reason {n}")
    assert len(debated.told()["arguments"]) == 60

    first = debated.room.asks(debated.ben, "debate.arguments", debate=debated.debate)
    rest = debated.room.asks(debated.ben, "debate.arguments", debate=debated.debate, **{"from": 50})

    assert first["more"] is True
    assert len(first["arguments"] | rest["arguments"]) == 65
    assert "more" not in rest


def test_what_happened_is_told_by_its_events():
    """The counts of a report are counts of these."""
    debated = Debated()
    debated.takes(debated.ana, "for")
    shifts = debated.room.do(debated.ana, c.TakePosition(debate=debated.debate, position="against"))

    assert shifts == [e.PositionTaken(debate=debated.debate, position="against", before="for")]
