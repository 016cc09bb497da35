"""Polls: asked, answered once by each, closed, shown when staff say so, and asked again."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.agenda.activity import Activity
from app.domain.agenda.commands import SetAgenda, StartActivity
from app.domain.kernel.gate import Outcome
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS, me
from app.domain.kernel.words import ANSWERS, Role
from app.domain.moderation.commands import SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.polls import commands as c
from app.domain.polls.draft import Draft, Form, Option
from app.domain.polls.folding import fold
from app.domain.polls.state import PollsState
from app.domain.polls.tally import moves, said_id
from app.domain.registry import REGISTRY
from app.domain.roster.commands import EraseMember
from app.domain.session.commands import EndSession
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused
from tests.drawing import drawn

FRUIT = Draft(question="Which fruit?", options=tuple(Option(text=text) for text in ("Apple", "Pear", "Plum")))
QUIZ = Draft(
    question="1/2 + 1/4?",
    options=(Option(text="3/4", right=True, feedback="Two quarters and one."), Option(text="2/6")),
    anonymous=False,
    explanation="Make the denominators equal.",
)
MANY = Draft(question="?", form=Form.MULTIPLE, options=FRUIT.options)
CLOUD = Draft(question="One word?", form=Form.WORDS, most=2)


class Asked:
    """A class of three learners with one open poll."""

    def __init__(self, draft: Draft = FRUIT) -> None:
        self.room, self.host = Classroom.live()
        self.ana, self.ben, self.cleo = (self.room.joins(name) for name in ("Ana", "Ben", "Cleo"))
        self.room.keep_all()
        self.poll = self.asks(draft)

    @property
    def state(self) -> PollsState:
        """What is known of polls."""
        return self.room.world.state(PollsState)

    def asks(self, draft: Draft, *, opens: bool = True, activity: str = "") -> str:
        """Let the host prepare a poll, and return its id."""
        self.room.do(self.host, c.PreparePoll(draft=draft, opens=opens, activity=activity))
        return next(reversed(self.state.polls))

    def answers(self, member: str, *choices: str, round_: int = 0, **how: Any) -> list[Any]:
        """Let a member answer the newest round, or the one that is named."""
        newest = round_ or self.state.polls[self.poll].round
        return self.room.do(member, c.AnswerPoll(poll=self.poll, round=newest, choices=choices, **how))

    def waits(self, millis: int = 1_000) -> None:
        """Let time pass."""
        self.room.now += millis
        self.room.elapse()

    def seen(self) -> dict[str, Any]:
        """What every learner sees of the poll."""
        polls: dict[str, Any] = self.room.reads(CLASS).get("polls", {}).get("polls", {})
        return dict(polls.get(self.poll, {}))

    def mine(self, member: str) -> dict[str, Any]:
        """What a member sees of their own answer."""
        mine: dict[str, Any] = self.room.reads(me(member)).get("polls", {}).get("mine", {})
        return dict(mine.get(self.poll, {}))


def test_results_are_seen_when_staff_show_them_and_not_before():
    asked = Asked()
    asked.answers(asked.ana, "2")
    asked.answers(asked.ben, "2")
    asked.waits()
    assert "results" not in asked.seen()

    asked.room.do(asked.host, c.ShowResults(poll=asked.poll))

    assert asked.seen()["results"] == {"answered": 2, "counts": {"1": 0, "2": 2, "3": 0}}
    asked.room.do(asked.host, c.ShowResults(poll=asked.poll, on=False))
    assert "results" not in asked.seen()
    asked.room.check_documents()


def test_a_person_has_one_answer_which_they_may_change_until_the_poll_closes():
    asked = Asked()
    for choice in ("1", "2", "3"):
        asked.answers(asked.ana, choice)
    asked.room.do(asked.host, c.ClosePoll(poll=asked.poll))

    assert asked.mine(asked.ana) == {"round": 1, "choices": {"3": 1}}
    with refused("poll_closed"):
        asked.answers(asked.ana, "1")
    assert asked.state.tally(asked.state.polls[asked.poll]).counts == {"1": 0, "2": 0, "3": 1}


def test_an_answer_may_be_taken_back():
    asked = Asked()
    asked.answers(asked.ana, "1")
    asked.room.do(asked.ana, c.WithdrawAnswer(poll=asked.poll, round=1))

    assert asked.mine(asked.ana) == {}
    assert asked.state.answered(asked.state.polls[asked.poll]) == 0


@pytest.mark.parametrize(
    ("draft", "answer", "code"),
    [
        (FRUIT, {"choices": ("4",)}, "unknown_option"),
        (FRUIT, {"choices": ("1", "2")}, "bad_answer"),
        (FRUIT, {"choices": ()}, "bad_answer"),
        (FRUIT, {"choices": ("1",), "number": 3}, "bad_answer"),
        (FRUIT, {"choices": ("1",), "texts": ("apple",)}, "bad_answer"),
        (
            Draft(question="?", form=Form.MULTIPLE, options=FRUIT.options, most=2),
            {"choices": ("1", "2", "3")},
            "bad_answer",
        ),
        (MANY, {"choices": ("1", "1")}, "bad_answer"),
        (Draft(question="?", form=Form.RANKING, options=FRUIT.options), {"choices": ("1", "3")}, "bad_answer"),
        (Draft(question="?", form=Form.SCALE), {"choices": ("6",)}, "unknown_option"),
        (Draft(question="?", form=Form.NUMBER), {"choices": ("1",)}, "bad_answer"),
        (Draft(question="?", form=Form.NUMBER), {"number": 10**18}, "bad_answer"),
        (Draft(question="?", form=Form.TEXT), {"texts": ("one", "two")}, "bad_answer"),
        (Draft(question="?", form=Form.TEXT), {"texts": ("  ",)}, "text_empty"),
        (Draft(question="?", form=Form.TEXT), {"texts": ("x" * 301,)}, "text_too_long"),
        (CLOUD, {"texts": ("a", "b", "c")}, "bad_answer"),
        (CLOUD, {"texts": ("x" * 41,)}, "text_too_long"),
    ],
)
def test_an_answer_of_another_shape_is_refused(draft: Draft, answer: dict[str, Any], code: str):
    asked = Asked(draft)
    choices = answer.pop("choices", ())

    with refused(code):
        asked.answers(asked.ana, *choices, **answer)
    assert asked.state.answered(asked.state.polls[asked.poll]) == 0


@pytest.mark.parametrize("who", ["poll", "round"])
def test_a_poll_that_is_not_there_or_not_open_yet_is_unknown_to_learners(who: str):
    asked = Asked()
    prepared = asked.asks(FRUIT, opens=False)
    command = {
        "poll": c.AnswerPoll(poll=prepared, round=1, choices=("1",)),
        "round": c.AnswerPoll(poll=asked.poll, round=2, choices=("1",)),
    }

    with refused("unknown_poll"):
        asked.room.do(asked.ana, command[who])
    assert prepared not in json.dumps(asked.room.reads(CLASS))


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (Draft(question="?", options=FRUIT.options[:1]), "options"),
        (Draft(question="?", options=(Option(text="A"), Option(text="A "))), "options"),
        (Draft(question="?", options=(Option(text="A", right=True), Option(text="B", right=True))), "options"),
        (Draft(question="?", form=Form.SCALE, steps=1), "steps"),
        (Draft(question="?", form=Form.WORDS, most=6), "most"),
        (Draft(question="?", options=FRUIT.options, seconds=-1), "seconds"),
    ],
)
def test_a_poll_that_cannot_be_asked_is_refused_with_the_field(draft: Draft, field: str):
    asked = Asked()
    with pytest.raises(Refusal) as refusal:
        asked.asks(draft)

    assert (refusal.value.code, refusal.value.params) == ("bad_poll", {"field": field})


def test_asked_again_everybody_answers_anew_and_the_comparison_shows_with_the_results():
    asked = Asked()
    for member, choice in ((asked.ana, "1"), (asked.ben, "1"), (asked.cleo, "2")):
        asked.answers(member, choice)
    asked.room.do(asked.host, c.ShowResults(poll=asked.poll))
    asked.room.do(asked.host, c.AskAgain(poll=asked.poll))
    with refused("poll_closed"):
        asked.answers(asked.ana, "2", round_=1)
    for member, choice in ((asked.ana, "2"), (asked.ben, "1")):
        asked.answers(member, choice)
    assert "results" not in asked.seen()
    assert "before" not in asked.seen()

    asked.room.do(asked.host, c.ClosePoll(poll=asked.poll))
    asked.room.do(asked.host, c.ShowResults(poll=asked.poll))

    assert asked.seen()["before"]["counts"] == {"1": 2, "2": 1, "3": 0}
    assert asked.seen()["results"]["counts"] == {"1": 1, "2": 1, "3": 0}
    assert asked.seen()["shift"] == {"both": 2, "moved": 1}
    assert moves(asked.state.answers(asked.poll, 1), asked.state.answers(asked.poll, 2)) == {("1", "2"): 1}


def test_right_answers_are_seen_once_they_are_revealed_and_never_while_the_poll_is_open():
    asked = Asked(QUIZ)
    with refused("poll_open"):
        asked.room.do(asked.host, c.RevealAnswers(poll=asked.poll))
    asked.room.do(asked.host, c.ShowResults(poll=asked.poll))
    asked.room.do(asked.host, c.ClosePoll(poll=asked.poll))
    told = json.dumps(asked.room.reads(CLASS))
    assert all(secret not in told for secret in ("right", "denominators", "quarters"))

    asked.room.do(asked.host, c.RevealAnswers(poll=asked.poll))

    assert asked.seen()["options"]["1"] == {
        "text": "3/4",
        "order": 1,
        "right": True,
        "feedback": "Two quarters and one.",
    }
    assert asked.seen()["explanation"] == "Make the denominators equal."
    asked.room.do(asked.host, c.AskAgain(poll=asked.poll))
    assert "right" not in json.dumps(asked.seen())


def test_a_written_answer_passes_the_gate_and_leaves_the_results_at_once_when_it_is_rejected():
    asked = Asked(CLOUD)
    asked.room.do(asked.host, SetChannelMode(channel=ANSWERS, mode=ChannelMode.HELD))
    asked.room.do(asked.host, c.ShowResults(poll=asked.poll))
    asked.answers(asked.ana, texts=("L’écoute", "le temps"))
    asked.waits()
    assert "said" not in asked.seen()["results"]
    assert asked.mine(asked.ana)["state"] == "held"
    (item,) = asked.room.moderation.waiting
    assert REGISTRY.text_of(asked.room.world, item, 1) == "L’écoute\nle temps"

    asked.room.decides(asked.host, item, Outcome.PUBLISHED)
    assert [said["text"] for said in asked.seen()["results"]["said"].values()] == ["L’écoute", "le temps"]

    asked.room.decides(asked.host, item, Outcome.REJECTED, "Not here")
    assert "said" not in asked.seen()["results"]
    assert asked.mine(asked.ana) | {"text": ""} == {"round": 1, "text": "", "state": "rejected", "reason": "Not here"}
    asked.room.check_documents()


def test_the_last_admitted_words_stay_until_the_next_are_admitted():
    asked = Asked(Draft(question="?", form=Form.TEXT))
    asked.answers(asked.ana, texts=("first",))
    asked.room.do(asked.host, SetChannelMode(channel=ANSWERS, mode=ChannelMode.HELD))
    asked.answers(asked.ana, texts=("second",))
    asked.room.do(asked.host, c.ShowResults(poll=asked.poll))
    assert [said["text"] for said in asked.seen()["results"]["said"].values()] == ["first"]

    asked.room.decides(asked.host, next(iter(asked.room.moderation.waiting)), Outcome.PUBLISHED)

    assert [said["text"] for said in asked.seen()["results"]["said"].values()] == ["second"]


def test_words_are_one_however_they_are_written():
    asked = Asked(CLOUD)
    asked.answers(asked.ana, texts=("L’Écoute", "bien-être"))
    asked.answers(asked.ben, texts=("écoute", "Bien être"))
    asked.answers(asked.cleo, texts=("l'ecoute !", "sœur"))
    asked.room.do(asked.host, c.ShowResults(poll=asked.poll))

    said = [(entry["text"], entry["count"]) for entry in asked.seen()["results"]["said"].values()]
    assert [count for _, count in said] == [3, 2, 1]
    assert fold(said[1][0]) == "bien etre"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Été", "ete"),
        ("The trust", "trust"),
        ("l’ami", "ami"),
        ("Sœur", "soeur"),
        ("œuf", "OEUF"),
        ("co-op", "co op"),
        ("« oui »", "oui"),
    ],
)
def test_two_ways_of_writing_a_word_are_the_same(one: str, other: str):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("lait", "la it"), ("مَرحبا", "كتاب"), ("la", "le"), ("👍", "👎"), ("が", "か")]
)
def test_two_words_are_not(one: str, other: str):
    assert fold(one) != fold(other)


def test_a_word_that_staff_hide_leaves_what_learners_see_at_once_and_stays_with_staff():
    asked = Asked(CLOUD)
    asked.answers(asked.ana, texts=("Silly", "trust"))
    asked.answers(asked.ben, texts=("silly",))
    asked.room.do(asked.host, c.ShowResults(poll=asked.poll))
    asked.room.do(asked.host, c.HideSaid(poll=asked.poll, said=said_id("silly")))

    assert [said["text"] for said in asked.seen()["results"]["said"].values()] == ["trust"]
    assert [said.key for said in asked.state.tally(asked.state.polls[asked.poll]).said] == ["silly", "trust"]
    asked.room.do(asked.host, c.HideSaid(poll=asked.poll, said=said_id("silly"), on=False))
    assert len(asked.seen()["results"]["said"]) == 2
    with refused("unknown_item"):
        asked.room.do(asked.host, c.HideSaid(poll=asked.poll, said=said_id("never said")))


def test_a_ranking_gives_points_and_a_number_its_spread():
    asked = Asked(Draft(question="?", form=Form.RANKING, options=FRUIT.options))
    asked.answers(asked.ana, "2", "1", "3")
    asked.answers(asked.ben, "2", "3", "1")
    asked.room.do(asked.host, c.ShowResults(poll=asked.poll))
    assert asked.seen()["results"]["points"] == {"1": 1, "2": 4, "3": 1}
    assert asked.seen()["results"]["counts"] == {"1": 0, "2": 2, "3": 0}

    asked.poll = asked.asks(Draft(question="?", form=Form.NUMBER))
    for member, number in ((asked.ana, 1_000), (asked.ben, 2_500), (asked.cleo, -4_000)):
        asked.answers(member, number=number)
    asked.room.do(asked.host, c.ShowResults(poll=asked.poll))
    found = asked.seen()["results"]
    assert (found["least"], found["median"], found["greatest"]) == (-4_000, 1_000, 2_500)
    asked.room.check_documents()


def test_a_poll_closes_by_itself_and_later_answers_are_refused():
    asked = Asked(Draft(question="?", options=FRUIT.options, seconds=30))
    asked.room.now += 30_000

    with refused("poll_closed"):
        asked.answers(asked.ana, "1")
    asked.room.elapse()
    assert asked.seen()["state"] == "closed"
    assert REGISTRY.next_deadline(asked.room.world) is None


def test_a_poll_closed_by_mistake_is_opened_again_with_its_answers():
    asked = Asked()
    asked.answers(asked.ana, "1")
    asked.room.do(asked.host, c.ClosePoll(poll=asked.poll))
    asked.room.do(asked.host, c.OpenPoll(poll=asked.poll))

    assert asked.seen()["round"] == 1
    assert asked.mine(asked.ana) == {"round": 1, "choices": {"1": 1}}


def test_ending_the_class_closes_its_polls():
    asked = Asked()
    asked.room.do(asked.host, EndSession())

    assert not asked.state.polls[asked.poll].is_open


def test_a_poll_that_was_open_is_neither_changed_nor_thrown_away():
    asked = Asked()
    prepared = asked.asks(FRUIT, opens=False)
    asked.room.do(asked.host, c.ChangePoll(poll=prepared, draft=QUIZ))
    assert asked.state.polls[prepared].draft == QUIZ
    asked.room.do(asked.host, c.DiscardPoll(poll=prepared))

    assert prepared not in asked.state.polls
    for command in (c.ChangePoll(poll=asked.poll, draft=QUIZ), c.DiscardPoll(poll=asked.poll)):
        with refused("poll_was_open"):
            asked.room.do(asked.host, command)


def test_what_an_erased_member_wrote_leaves_the_results():
    asked = Asked(Draft(question="?", form=Form.TEXT, anonymous=False))
    asked.answers(asked.ana, texts=("my secret",))
    asked.room.do(asked.host, c.ShowResults(poll=asked.poll))
    asked.room.do(asked.host, EraseMember(member=asked.ana))

    assert "my secret" not in json.dumps(asked.room.reads(CLASS))
    asked.room.check_documents()


def test_what_is_ready_for_an_activity_opens_and_closes_with_it():
    """The first opens by itself, the others wait for a click; what was opened is closed and leaves the stage."""
    asked = Asked()
    activities = [Activity(id=name, title=name) for name in ("one", "two")]
    asked.room.do(asked.host, SetAgenda(activities=tuple(activities)))
    first, second = (asked.asks(FRUIT, opens=False, activity="one") for _ in range(2))

    asked.room.do(asked.host, StartActivity(activity="one"))
    assert [asked.state.polls[poll].is_open for poll in (first, second)] == [True, False]
    assert asked.state.stage == first

    asked.room.do(asked.host, StartActivity(activity="two"))
    assert not asked.state.polls[first].is_open
    assert asked.state.stage == ""
    asked.room.check_documents()


@pytest.mark.parametrize("anonymous", [True, False])
def test_an_answer_touches_its_authors_document_alone_and_everybodys_once_a_second(anonymous: bool):  # noqa: FBT001
    asked = Asked(Draft(question="?", options=FRUIT.options, anonymous=anonymous))
    members = [asked.room.joins(f"L{n}") for n in range(50)]
    asked.room.keep_all()
    first = len(asked.room.envelopes)
    for n, member in enumerate(members):
        asked.answers(member, str(n % 3 + 1))
        assert set(asked.room.patches) == {me(member)}
    touches = [asked.room.projector.touched(asked.room.world, envelope) for envelope in asked.room.envelopes[first:]]
    assert [len(each) for each in touches] == [1] * 50

    asked.waits()

    assert set(asked.room.patches) == {CLASS}
    assert asked.seen()["answered"] == 50
    assert REGISTRY.next_deadline(asked.room.world) is None


def test_where_staff_keep_the_count_to_themselves_no_answer_shows_anywhere_else():
    asked = Asked(Draft(question="?", options=FRUIT.options, counted=False))
    before = asked.seen()
    asked.answers(asked.ana, "1")
    asked.waits()

    assert asked.seen() == before
    assert "answered" not in before


WORDS = ("zebra", "quokka", "okapi")
KINDS = ("answer", "show", "hide", "close", "open", "again", "wait", "hold", "decide", "withdraw")


def goes_on(asked: Asked, kind: str, n: int) -> None:
    """Let somebody do one thing.

    Raises:
        Refusal: it cannot be done now.
    """
    who, poll = (asked.ana, asked.ben, asked.cleo)[n % 3], asked.poll
    by_staff = {
        "show": c.ShowResults(poll=poll),
        "hide": c.ShowResults(poll=poll, on=False),
        "close": c.ClosePoll(poll=poll),
        "open": c.OpenPoll(poll=poll),
        "again": c.AskAgain(poll=poll),
        "hold": SetChannelMode(channel=ANSWERS, mode=ChannelMode.HELD if n % 2 else ChannelMode.OPEN),
    }
    match kind:
        case "answer":
            asked.answers(who, texts=(WORDS[n % 3],))
        case "withdraw":
            asked.room.do(who, c.WithdrawAnswer(poll=poll, round=asked.state.polls[poll].round))
        case "wait":
            asked.waits()
        case "decide":
            for item in list(asked.room.moderation.waiting):
                asked.room.decides(asked.host, item, Outcome.PUBLISHED if n % 2 else Outcome.REJECTED)
        case _:
            asked.room.do(asked.host, by_staff[kind])


@settings(max_examples=drawn(15), deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 5)), max_size=40))
def test_no_document_holds_what_was_answered_before_the_results_are_shown(steps: list[tuple[str, int]]):
    """Whatever is done in whichever order: nothing of a hidden poll's answers stands in another's document."""
    asked = Asked(Draft(question="?", form=Form.WORDS, most=1, counted=False))
    watcher = asked.room.invites(asked.host, "Watcher", Role.OBSERVER)
    asked.room.enters(watcher)
    asked.room.keep_all()
    for kind, n in steps:
        with contextlib.suppress(Refusal):
            goes_on(asked, kind, n)
        asked.room.check_documents()
        shown = asked.seen()
        told = json.dumps(asked.room.reads(CLASS)) + json.dumps(asked.room.reads(me(watcher)))
        if not asked.state.polls[asked.poll].results:
            assert not any(word in told for word in WORDS)
            assert not {"results", "before", "shift", "answered"} & shown.keys()
        voters = [voter for round_ in asked.state.given.values() for voter in round_]
        told += "".join(json.dumps(asked.room.reads(me(member))) for member in (asked.ana, asked.ben, asked.cleo))
        assert not any(voter in told for voter in voters)
