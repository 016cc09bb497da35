"""A plan document keeps what was written, and its agenda adds up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.plans import (
    Activity,
    ActivityKind,
    Plan,
    PlanUnreadable,
    add,
    change,
    decode,
    encode,
    move,
    remove,
    starts,
    total_minutes,
)
from app.plans.plan import MOST_MINUTES

texts = st.text(st.characters(codec="utf-8"), max_size=40)
activities = st.builds(
    Activity, id=st.uuids().map(str), title=texts, kind=st.sampled_from(ActivityKind), minutes=st.integers(0, 600)
)
plans = st.builds(
    Plan,
    title=texts,
    language=st.sampled_from(["fr", "en"]),
    activities=st.lists(activities, unique_by=lambda activity: activity.id, max_size=8).map(tuple),
)


@given(plans)
def test_what_is_written_is_read_again(plan: Plan):
    assert decode(encode(plan)) == plan


@given(plans, st.data())
def test_a_moved_activity_stands_where_it_was_put_and_the_others_keep_their_order(plan: Plan, data: st.DataObject):
    if not plan.activities:
        assert move(plan, "none", 0) == plan
        return
    chosen = data.draw(st.sampled_from(plan.activities))
    place = data.draw(st.integers(0, len(plan.activities) - 1))
    moved = move(plan, chosen.id, place)

    assert moved.activities[place] == chosen
    assert remove(moved, chosen.id) == remove(plan, chosen.id)


@given(plans)
def test_each_activity_begins_when_those_before_it_are_over(plan: Plan):
    begun = starts(plan)

    assert len(begun) == len(plan.activities)
    for place, activity in enumerate(plan.activities):
        end = begun[place] + activity.minutes
        assert end == (begun[place + 1] if place + 1 < len(begun) else total_minutes(plan))


def test_a_changed_activity_stays_in_its_place():
    one, two = Activity(id="1", title="Hello"), Activity(id="2", title="World")
    plan = add(add(Plan(), one), two, 0)

    assert change(plan, Activity(id="2", title="Everyone", minutes=5)).activities == (
        Activity(id="2", title="Everyone", minutes=5),
        one,
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"layout": 2}',
        b'{"activities": [{"id": "1"}, {"id": "1"}]}',
        b'{"activities": [{"id": "1", "minutes": -1}]}',
        f'{{"activities": [{{"id": "1", "minutes": {MOST_MINUTES + 1}}}]}}'.encode(),
    ],
)
def test_what_is_no_plan_is_refused_by_one_error(body: bytes):
    with pytest.raises(PlanUnreadable):
        decode(body)
