"""Two copies of a plan come together whatever their order, and it is told what each brought."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from app.plans import Activity, Plan, PlanDocument
from app.plans.edits import Add, Change, Describe, Move, Remove
from app.plans.merge import Difference, PlansUnrelated, What, differences, merge
from tests.drawing import drawn
from tests.plans.plans_made import plans, simple, titled


@given(plans(), plans(), plans())
@settings(max_examples=drawn(15))
def test_the_order_of_the_copies_does_not_matter(start: Plan, one: Plan, two: Plan):
    first = PlanDocument.new(start)
    second = PlanDocument(first.update())
    first.become(one)
    second.become(two)
    ab, ba = merge(first, second), merge(second, first)

    assert ab.document.plan == ba.document.plan
    assert ab.conflicts == ba.conflicts
    assert ab.overruled == ba.overruled
    assert ab.from_first == ba.from_second
    assert first.plan == one
    ids = [activity.id for activity in ab.document.plan.activities]
    assert len(set(ids)) == len(ids)


@given(plans(), plans())
@settings(max_examples=drawn(15))
def test_plans_differ_when_something_is_told(one: Plan, two: Plan):
    assert differences(one, one) == ()
    assert bool(differences(one, two)) == (one != two)


def test_the_report_names_what_each_side_brought():
    first = PlanDocument.new(simple("a", "b", "c", "d"))
    second = PlanDocument(first.update())
    first.apply(Add(Activity(id="x", title="New")), Remove(Activity, "b"), Describe(audience="Nurses"))
    second.apply(Change(titled(second.plan, "a", "Welcome")), Move(Activity, "d", 0))
    merged = merge(first, second)

    assert merged.from_first == (
        Difference(What.CHANGED, "", "", "Plan", "audience", "", "Nurses"),
        Difference(What.REMOVED, "activities", "b", "B"),
        Difference(What.ADDED, "activities", "x", "New"),
    )
    assert merged.from_second == (
        Difference(What.MOVED, "activities", "d", "D"),
        Difference(What.CHANGED, "activities", "a", "Welcome", "title", "A", "Welcome"),
    )
    assert merged.overruled == ()
    assert merged.conflicts == ()


def test_an_edit_against_a_deletion_is_kept_and_reported():
    first = PlanDocument.new(simple("a"))
    second = PlanDocument(first.update())
    first.apply(Remove(Activity, "a"))
    second.apply(Change(replace(second.plan.activities[0], minutes=25)))
    merged = merge(first, second)

    assert [item.id for item in merged.overruled] == ["a"]
    assert merged.document.plan.activities[0].minutes == 25


def test_two_different_plans_are_not_merged():
    with pytest.raises(PlansUnrelated):
        merge(PlanDocument.new(simple("a")), PlanDocument.new(simple("a")))


def test_a_copy_merged_twice_changes_nothing_more():
    first = PlanDocument.new(simple("a", "b"))
    second = PlanDocument(first.update())
    second.apply(Move(Activity, "b", 0))
    once = merge(first, second).document

    assert merge(once, second).from_second == ()
    assert merge(once, second).document.plan == once.plan
