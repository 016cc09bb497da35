"""The few changes that are made to a plan as a whole keep the agenda together, and it adds up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.plans import Activity, Plan, add, change, move, remove, starts, total_minutes
from tests.plans.plans_made import plans


@given(plans(), st.data())
def test_a_moved_activity_stands_where_it_was_put_and_the_others_keep_their_order(plan: Plan, data: st.DataObject):
    if not plan.activities:
        assert move(plan, "none", 0) == plan
        return
    chosen = data.draw(st.sampled_from(plan.activities))
    place = data.draw(st.integers(0, len(plan.activities) - 1))
    moved = move(plan, chosen.id, place)

    assert moved.activities[place] == chosen
    assert remove(moved, chosen.id) == remove(plan, chosen.id)


@given(plans())
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
