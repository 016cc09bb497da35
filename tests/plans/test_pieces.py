"""Activities go from plan to plan with all that they hold, and as one step."""

from __future__ import annotations

from hypothesis import given, settings
from msgspec.structs import replace

from app.plans import Activity, Plan, PlanDocument
from app.plans.edits import Add
from app.plans.formats import expand, format_named
from app.plans.pieces import copied, place_after, taken
from app.plans.plan import Day, Debate, Objective, Poll, Question, Rooms
from tests.drawing import drawn
from tests.plans.plans_made import plans, simple

SOURCE = Plan(
    title="Old",
    objectives=(Objective(id="o1", title="Listen"), Objective(id="o2", title="Answer")),
    activities=(
        Activity(id="a", title="Cases", minutes=30, objectives=("o1", "o2"), notes="quiet", pinned=600),
        Activity(id="b", title="Break"),
    ),
    questions=(Question(id="q", activity="a", text="Why?"), Question(id="r", activity="b", text="Tea?")),
    polls=(Poll(id="p", activity="a", question="Which?"),),
    rooms=(Rooms(id="r", activity="a", people=3, task="Talk"),),
    debates=(Debate(id="d", activity="a", motion="Grades?"),),
)


@given(plans(), plans())
@settings(max_examples=drawn(10))
def test_what_is_put_in_is_there_once_and_undone_as_one_step(source: Plan, into: Plan):
    document = PlanDocument.new(into)
    before = document.plan
    piece = copied(source, before)
    document.apply(*piece.edits(0, before.days[0].id if before.days else ""))
    after = document.plan

    assert len(after.activities) == len(before.activities) + len(source.activities)
    assert len({each.id for each in after.activities}) == len(after.activities)
    assert [each.title for each in after.activities[: len(source.activities)]] == [
        each.title for each in source.activities
    ]
    assert len(after.polls) == len(before.polls) + len(source.polls)
    assert len(after.rooms) == len(before.rooms) + len(source.rooms)
    assert len(after.debates) == len(before.debates) + len(source.debates)
    assert len(after.questions) == len(before.questions) + len(source.questions)
    document.undo()
    assert document.plan == before


def test_a_kept_activity_carries_what_it_holds_and_no_clock_time():
    kept = taken(SOURCE, {"a"})

    assert kept.title == "Cases"
    assert [each.title for each in kept.activities] == ["Cases"]
    assert kept.activities[0].pinned is None
    assert kept.activities[0].notes == "quiet"
    assert [each.text for each in kept.questions] == ["Why?"]
    assert len(kept.polls) == len(kept.rooms) == len(kept.debates) == 1


def test_objectives_of_the_same_title_are_served_again_and_others_left_behind():
    into = Plan(objectives=(Objective(id="x", title=" listen"),))
    (activity,) = copied(taken(SOURCE, {"a"}), into).activities

    assert activity.objectives == ("x",)


def test_a_format_is_put_after_the_chosen_activity_on_its_day():
    plan = replace(
        simple("a", "b", "c"),
        days=(Day(id="d"), Day(id="e")),
        activities=(Activity(id="a", day="d"), Activity(id="b", day="e"), Activity(id="c", day="e")),
    )
    document = PlanDocument.new(plan)
    piece = expand(format_named("troika"), 12, "en")
    document.apply(*piece.edits(*place_after(document.plan, "b")))
    told = document.plan.activities

    assert [each.id for each in told if each.id in "abc"] == ["a", "b", "c"]
    assert [each.id for each in told][2 : 2 + len(piece.activities)] == [each.id for each in piece.activities]
    assert {each.day for each in told[2:-1]} == {"e"}


def test_without_a_chosen_activity_the_end_of_the_last_day_is_meant():
    document = PlanDocument.new(replace(simple("a"), days=(Day(id="d"), Day(id="e"))))
    place, day = place_after(document.plan, "")
    document.apply(*copied(SOURCE, document.plan).edits(place, day), Add(Activity(id="z")))

    assert [each.day for each in document.plan.activities] == ["", "", "e", "e"]
