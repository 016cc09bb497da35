"""Quizzes: which answers are right, who is told when, and how many were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kernel.gate import Outcome
from app.domain.polls import commands as c
from app.domain.polls.bounds import bounds
from app.domain.polls.draft import Draft, Form, Option
from app.domain.polls.marking import is_right
from app.domain.polls.tally import Answer
from tests.domain.refusals import refused
from tests.domain.test_polls import QUIZ, Asked


def quiz(form: Form, *right: str) -> Draft:
    """Return a quiz that is answered by a number or a text."""
    return Draft(question="?", form=form, options=tuple(Option(text=text, right=True) for text in right))


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("12", 12_000, 12_000),
        ("3,14 \u00b1 0,01", 3_130, 3_150),
        ("3.14:0.01", 3_130, 3_150),
        ("5 +/- 2", 3_000, 7_000),
        ("10..15", 10_000, 15_000),
        ("15 \u2013 10", 10_000, 15_000),
        ("three", 0, 0),
        ("10 \u00e0 15", 10_000, 15_000),
        ("\u22122", -2_000, -2_000),
    ],
)
def test_a_right_number_may_be_one_or_a_range(written: str, low: int, high: int):
    assert bounds(written) == ((low, high) if high or low else None)


@given(st.integers(-(10**6), 10**6), st.integers(0, 10**4), st.integers(-(10**7), 10**7))
def test_a_number_is_right_within_its_tolerance_and_nowhere_else(value: int, off: int, given_: int):
    draft = quiz(Form.NUMBER, f"{value / 1000:.3f} \u00b1 {off / 1000:.3f}")

    assert is_right(draft, Answer(at=0, number=given_)) is (abs(given_ - value) <= off)


@pytest.mark.parametrize(
    ("written", "right"),
    [("\u00e9cole", True), ("L\u2019ECOLE !", True), ("ecoles", False), ("the school", True), ("", None)],
)
def test_a_text_is_right_however_it_is_written(written: str, right: object):
    draft = quiz(Form.TEXT, "\u00c9cole", "school")

    assert is_right(draft, Answer(at=0, shown=written)) is right


def test_a_number_that_is_none_is_no_right_answer():
    asked = Asked()
    with refused("bad_poll", field="options"):
        asked.asks(quiz(Form.NUMBER, "a dozen"))


def test_learners_learn_with_the_right_answers_whether_theirs_is_one_of_them():
    asked = Asked(quiz(Form.NUMBER, "12 \u00b1 1"))
    asked.answers(asked.ana, number=11_500)
    asked.answers(asked.ben, number=14_000)
    assert "right" not in asked.mine(asked.ana)
    asked.room.do(asked.host, c.ClosePoll(poll=asked.poll))
    asked.room.do(asked.host, c.RevealAnswers(poll=asked.poll))

    assert (asked.mine(asked.ana)["right"], asked.mine(asked.ben)["right"]) == (True, False)
    assert "got_right" not in asked.seen()
    asked.room.do(asked.host, c.ShowResults(poll=asked.poll))
    assert asked.seen()["got_right"] == 1
    asked.room.check_documents()

    asked.room.do(asked.host, c.RevealAnswers(poll=asked.poll, on=False))
    assert "right" not in asked.mine(asked.ana)
    asked.room.check_documents()
    asked.room.do(asked.host, c.RevealAnswers(poll=asked.poll))
    asked.room.do(asked.host, c.AskAgain(poll=asked.poll))
    assert "right" not in asked.mine(asked.ana)
    asked.room.check_documents()


def test_a_text_that_staff_reject_is_right_no_more():
    asked = Asked(quiz(Form.TEXT, "three quarters"))
    asked.answers(asked.ana, texts=("Three Quarters",))
    assert asked.state.tally(asked.state.polls[asked.poll]).right == 1
    item = next(one for one in asked.room.moderation.items.values() if one.kind == "answer")
    asked.room.decides(asked.host, item.item, Outcome.REJECTED)
    assert asked.state.tally(asked.state.polls[asked.poll]).right == 0


def test_all_right_options_and_no_other_are_right():
    draft = Draft(
        question="?",
        form=Form.MULTIPLE,
        options=(Option(text="2", right=True), Option(text="3", right=True), Option(text="4")),
    )
    told = [is_right(draft, Answer(at=0, choices=choices)) for choices in (("1", "2"), ("1",), ("1", "2", "3"))]
    assert told == [True, False, False]
    assert (
        is_right(Draft(question="?", options=(Option(text="a"), Option(text="b"))), Answer(at=0, choices=("1",)))
        is None
    )
    assert is_right(QUIZ, Answer(at=0, choices=("1",), withdrawn=True)) is None
