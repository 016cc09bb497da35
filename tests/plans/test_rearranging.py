"""Several activities are moved, duplicated and pasted together, and what people type is understood."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.plans import Activity, Plan, PlanDocument, PlanUnreadable
from app.plans.plan import Day, Objective, Poll, day_of
from app.plans.rearranging import (
    brought_back,
    clip,
    clip_from_text,
    day_added,
    day_removed,
    moved,
    pack_clip,
    pasted,
    removed,
    shifted,
    unpack_clip,
)
from app.plans.typed import clock_typed, count_typed, date_typed, minutes_typed
from tests.drawing import drawn
from tests.plans.plans_made import plans, simple


def ids(plan: Plan) -> list[str]:
    """Return the agenda."""
    return [each.id for each in plan.activities]


@given(plans(), st.data())
@settings(max_examples=drawn(30))
def test_wherever_activities_are_moved_they_arrive_together_and_the_others_keep_their_order(
    plan: Plan, data: st.DataObject
):
    if not plan.activities:
        return
    document = PlanDocument.new(plan)
    chosen = data.draw(st.lists(st.sampled_from(ids(plan)), min_size=1, unique=True))
    day = data.draw(st.sampled_from([each.id for each in plan.days] or [""]))
    among = [each.id for each in plan.activities if (day_of(plan, each) or Day(id="none")).id == day or not plan.days]
    before = data.draw(st.sampled_from(["", *among]))
    document.apply(*moved(plan, chosen, before, day))
    after = document.plan

    going = [each for each in ids(plan) if each in chosen]
    assert sorted(ids(after)) == sorted(ids(plan))
    assert [each for each in ids(after) if each not in chosen] == [each for each in ids(plan) if each not in chosen]
    at = ids(after).index(going[0])
    assert ids(after)[at : at + len(going)] == going
    assert {(day_of(after, each) or Day(id="none")).id for each in after.activities if each.id in chosen} == {
        day or "none"
    }
    if before and before not in chosen:
        assert ids(after)[at + len(going)] == before


@pytest.mark.parametrize(
    ("chosen", "by", "order"),
    [
        ("b", -1, "bacd"),
        ("b", 1, "acbd"),
        ("a", -1, "abcd"),
        ("d", 1, "abcd"),
        ("ab", 1, "cabd"),
        ("bd", -1, "bdac"),
        ("ac", 1, "bdac"),
    ],
)
def test_activities_go_up_and_down(chosen: str, by: int, order: str):
    document = PlanDocument.new(simple(*"abcd"))
    document.apply(*shifted(document.plan, list(chosen), by))
    assert "".join(ids(document.plan)) == order


def test_at_the_edge_of_a_day_an_activity_goes_over_into_the_next():
    days = (Day(id="d1"), Day(id="d2"))
    document = PlanDocument.new(
        Plan(days=days, activities=(Activity(id="a", day="d1"), Activity(id="b", day="d1"), Activity(id="c", day="d2")))
    )
    document.apply(*shifted(document.plan, ["b"], 1))
    assert [(each.id, each.day) for each in document.plan.activities] == [("a", "d1"), ("b", "d2"), ("c", "d2")]
    document.apply(*shifted(document.plan, ["b"], -1))
    assert [(each.id, each.day) for each in document.plan.activities] == [("a", "d1"), ("b", "d1"), ("c", "d2")]
    document.apply(*moved(document.plan, ["c"], "a", "d1"))
    document.apply(*shifted(document.plan, ["b"], 1))
    assert [(each.id, each.day) for each in document.plan.activities] == [("c", "d1"), ("a", "d1"), ("b", "d2")]


def test_a_copy_brings_what_an_activity_holds_and_finds_its_objective_in_another_plan():
    numbers = count()
    plan = Plan(
        objectives=(Objective(id="o", title="Give feedback"),),
        activities=(Activity(id="a", title="A", objectives=("o",), pinned=600), Activity(id="b", title="B")),
        polls=(Poll(id="p", activity="a", question="Who?"),),
    )
    piece = unpack_clip(pack_clip(clip(plan, ["a"])))
    other = PlanDocument.new(
        Plan(objectives=(Objective(id="x", title="give feedback"),), activities=(Activity(id="z"),))
    )
    other.apply(*pasted(other.plan, piece, "z", lambda: f"n{next(numbers)}"))

    assert [(each.title, each.objectives, each.pinned) for each in other.plan.activities] == [
        ("", (), None),
        ("A", ("x",), None),
    ]
    assert [(each.question, each.activity) for each in other.plan.polls] == [("Who?", other.plan.activities[1].id)]
    with pytest.raises(PlanUnreadable):
        unpack_clip(b'{"activities": 3}')
    with pytest.raises(PlanUnreadable):
        unpack_clip(b'{"activities":' * 100_000)


def test_lines_from_elsewhere_become_activities_with_the_lengths_they_name():
    numbers = count()
    text = "1. Accueil (10 min)\n\n• Étude de cas en sous-groupes – 1h15\n讨论\t20 min\n30 questions"
    made = clip_from_text(text, lambda: f"n{next(numbers)}").activities
    assert [(each.title, each.minutes) for each in made] == [
        ("Accueil", 10),
        ("Étude de cas en sous-groupes", 75),
        ("讨论", 20),
        ("30 questions", 10),
    ]


def test_what_was_removed_comes_back_where_it_was():
    document = PlanDocument.new(simple(*"abcd"))
    document.apply(*removed(document.plan, ["b", "c"]))
    document.apply(*brought_back(["b", "c"]))
    assert "".join(ids(document.plan)) == "abcd"


def test_a_day_that_goes_leaves_what_it_held():
    numbers = count()
    document = PlanDocument.new(simple(*"abc"))
    document.apply(*day_added(document.plan, lambda: f"d{next(numbers)}"))
    first, second = document.plan.days
    document.apply(*moved(document.plan, ["c"], "", second.id))
    assert [each.day for each in document.plan.activities] == ["", "", second.id]
    document.apply(*day_removed(document.plan, first.id))
    assert "".join(ids(document.plan)) == "abc"
    document.apply(*day_removed(document.plan, second.id))
    assert ("".join(ids(document.plan)), document.plan.days) == ("abc", ())


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("20", 20),
        (" 20 min ", 20),
        ("1h15", 75),
        ("1 h 15", 75),
        ("1:15", 75),
        ("1,5 h", 90),
        ("2 h", 120),
        ("90’", 90),
        ("٢٠", 20),
        ("0", 0),
        ("-5", None),
        ("9999", None),
        ("soon", None),
        ("", None),
    ],
)
def test_lengths_are_understood_as_people_write_them(typed: str, minutes: int | None):
    assert minutes_typed(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("9", 540),
        ("9:30", 570),
        ("9h30", 570),
        ("09.05", 545),
        ("930", 570),
        ("1430", 870),
        ("14 h", 840),
        ("2 pm", 840),
        ("12 am", 0),
        ("25:00", None),
        ("9:75", None),
        ("noon", None),
        ("", None),
    ],
)
def test_clock_times_are_understood_as_people_write_them(typed: str, clock: int | None):
    assert clock_typed(typed) == clock


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-03-31", "2026-03-31"),
        ("31/3/2026", "2026-03-31"),
        ("31.12.", "2026-12-31"),
        ("2/3", "2027-03-02"),
        ("1er février 2027", "2027-02-01"),
        ("mardi 24 novembre 2026", "2026-11-24"),
        ("3 July", "2027-07-03"),
        ("12 août", "2027-08-12"),
        ("", ""),
        ("31/2/2026", None),
        ("one day", None),
    ],
)
def test_dates_are_understood_as_people_write_them(typed: str, day: str | None):
    assert date_typed(typed, date(2026, 11, 1)) == day


def test_numbers_of_people_are_understood():
    assert [count_typed(typed, 500) for typed in ("", "24", "501", "-1", "many")] == [0, 24, None, None, None]
