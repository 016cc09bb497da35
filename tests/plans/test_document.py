"""A plan document keeps what was written, undoes it, and brings copies together without loss."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.plans import Activity, Plan, PlanDocument, PlanInvalid, PlanItemUnknown
from app.plans.edits import Add, Change, Describe, Move, Remove, Settle
from app.plans.order import evenly, filling, rising
from app.plans.plan import Day, Objective, Question
from tests.drawing import drawn
from tests.plans.plans_made import plans, simple, titled


def copy_of(document: PlanDocument) -> PlanDocument:
    """Return a copy as another desktop would open it."""
    return PlanDocument(document.update())


def meet(*documents: PlanDocument) -> None:
    """Let all copies learn what the others know."""
    for one, other in permutations(documents, 2):
        one.receive(other.update(one.state()))


def order(document: PlanDocument) -> list[str]:
    """Return the ids of the agenda."""
    return [activity.id for activity in document.plan.activities]


@given(plans(), plans())
@settings(max_examples=drawn(25))
def test_a_document_becomes_any_plan_and_goes_back_in_one_step(first: Plan, second: Plan):
    document = PlanDocument.new(first)
    assert document.plan == first
    document.become(second)
    assert document.plan == second
    assert copy_of(document).plan == second

    if first != second:
        assert document.undo()
        assert document.plan == first
        assert document.redo()
        assert document.plan == second


@given(plans())
@settings(max_examples=drawn(10))
def test_one_plan_under_one_id_is_one_document_on_every_machine(plan: Plan):
    one, two = PlanDocument.new(plan, "p"), PlanDocument.new(plan, "p")
    one.receive(two.update())

    assert one.plan == plan
    assert one.conflicts == ()


_STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["add", "title", "text", "remove", "move", "undo", "meet"]),
        st.integers(0, 7),
    ),
    max_size=25,
)


def do(what: str, document: PlanDocument, which: int, number: int) -> None:
    """Do one random edit, when there is something to do it to."""
    here = document.plan.activities
    chosen = here[which % len(here)] if here else Activity(id="none")
    match what:
        case "add":
            document.apply(Add(Activity(id=f"n{number}"), which))
        case "undo":
            document.undo()
        case "title" if here:
            document.apply(Change(replace(chosen, title=f"by {number}")))
        case "text" if here:
            document.apply(Change(replace(chosen, instructions=f"{number} é😀 {chosen.instructions}")))
        case "remove" if here:
            document.apply(Remove(Activity, chosen.id))
        case "move" if here:
            document.apply(Move(Activity, chosen.id, which))
        case _:
            pass


@given(st.integers(2, 3), _STEPS)
@settings(max_examples=drawn(30), deadline=None)
def test_replicas_that_edit_apart_agree_once_they_have_met(count: int, steps: list[tuple[int, str, int]]):
    """Random edits and partitions; no activity twice, none dropped that nobody has removed."""
    documents = [PlanDocument.new(simple("a", "b", "c"), "p")]
    documents += [copy_of(documents[0]) for _ in range(count - 1)]
    made, gone = {"a", "b", "c"}, set[str]()
    for number, (who, what, which) in enumerate(steps):
        document, other = documents[who % count], documents[which % count]
        before = set(order(document))
        if what == "meet":
            if document is not other:
                meet(document, other)
        else:
            do(what, document, which, number)
            made |= set(order(document))
            gone |= before - set(order(document))
        assert len(set(order(document))) == len(order(document))
        assert not document.damaged
    meet(*documents)

    first = documents[0]
    for other in documents[1:]:
        assert other.plan == first.plan
        assert other.conflicts == first.conflicts
        assert other.overruled == first.overruled
    assert len(set(order(first))) == len(order(first))
    assert made - gone <= set(order(first))


def test_an_edit_made_while_another_copy_removes_keeps_the_activity_and_says_so():
    one = PlanDocument.new(simple("a", "b"))
    two = copy_of(one)
    one.apply(Remove(Activity, "a"))
    two.apply(Change(titled(two.plan, "a", "Still wanted")))
    meet(one, two)

    assert one.plan == two.plan
    assert one.plan.activities[0].title == "Still wanted"
    assert [item.id for item in one.overruled] == ["a"]

    one.apply(Settle(Activity, "a"))
    meet(one, two)
    assert two.overruled == ()
    assert order(two) == ["a", "b"]


def test_a_removal_that_knew_of_the_edit_holds():
    one = PlanDocument.new(simple("a", "b"))
    two = copy_of(one)
    two.apply(Change(titled(two.plan, "a", "Edited")))
    meet(one, two)
    one.apply(Remove(Activity, "a"))
    meet(one, two)

    assert order(two) == ["b"]
    assert two.overruled == ()


def test_a_field_changed_on_both_sides_keeps_both_values_until_somebody_settles_it():
    one = PlanDocument.new(simple("a"))
    two = copy_of(one)
    one.apply(Change(titled(one.plan, "a", "One")))
    two.apply(Change(titled(two.plan, "a", "Two")))
    meet(one, two)

    (conflict,) = one.conflicts
    assert {conflict.shown, *conflict.others} == {"One", "Two"}
    assert one.conflicts == two.conflicts
    two.apply(Change(titled(two.plan, "a", conflict.others[0])))
    meet(one, two)
    assert one.conflicts == ()
    assert one.plan.activities[0].title == conflict.others[0]


def test_two_people_write_into_one_text_and_both_are_read():
    one = PlanDocument.new(Plan(activities=(Activity(id="a", instructions="In pairs, 😀 talk."),)))
    two = copy_of(one)
    activity = one.plan.activities[0]
    one.apply(Change(replace(activity, instructions="Now, in pairs, 😀 talk.")))
    two.apply(Change(replace(activity, instructions="In pairs, 😀 talk. Then write.")))
    meet(one, two)

    assert one.plan.activities[0].instructions == two.plan.activities[0].instructions
    assert one.plan.activities[0].instructions == "Now, in pairs, 😀 talk. Then write."


def test_both_sides_add_at_one_place_and_move_one_activity_and_nothing_is_doubled():
    one = PlanDocument.new(simple("a", "b", "c"))
    two = copy_of(one)
    one.apply(Add(Activity(id="x"), 1), Move(Activity, "c", 0))
    two.apply(Add(Activity(id="y"), 1), Move(Activity, "c", 1))
    meet(one, two)

    assert order(one) == order(two)
    assert sorted(order(one)) == ["a", "b", "c", "x", "y"]


def test_undo_takes_back_ones_own_steps_alone():
    one = PlanDocument.new(simple("a", "b"))
    two = copy_of(one)
    one.apply(Add(Activity(id="x")))
    meet(one, two)
    two.apply(Describe(title="Other"))
    two.apply(Change(titled(two.plan, "x", "Mine")))
    meet(one, two)
    one.undo()
    meet(one, two)

    assert one.plan == two.plan
    assert one.plan.title == "Other"
    assert "x" in order(one), "what the other made of it survives the undoing of its addition"


def test_a_merge_is_undone_and_done_again_as_one_step_among_ones_own():
    one = PlanDocument.new(simple("a", "b", "c"))
    two = copy_of(one)
    start = one.plan
    one.apply(Change(titled(one.plan, "a", "One")), Change(titled(one.plan, "b", "Still wanted")))
    two.apply(Change(titled(two.plan, "a", "Two")), Remove(Activity, "b"), Add(Activity(id="x")))
    two.apply(Describe(title="Theirs", audience="Nurses"))
    own = one.plan
    one.merge(two.update(one.state()))
    merged, conflicts, overruled = one.plan, one.conflicts, one.overruled
    assert conflicts
    assert overruled
    one.apply(Change(titled(one.plan, "c", "Later")))
    later = one.plan

    told = [one.plan for _ in range(3) if one.undo()]
    assert told == [merged, own, start]
    assert (one.conflicts, one.overruled) == ((), ())
    told = [one.plan for _ in range(3) if one.redo()]
    assert told == [own, merged, later]
    assert (one.conflicts, one.overruled) == (conflicts, overruled)
    assert not one.can_redo


def test_what_another_copy_makes_of_an_activity_survives_the_undoing_of_its_merge():
    one = PlanDocument.new(simple("a"))
    two = copy_of(one)
    two.apply(Add(Activity(id="x", title="Hello")))
    one.merge(two.update(one.state()))
    one.undo()
    assert order(one) == ["a"]
    assert not one.can_undo
    two.apply(Change(titled(two.plan, "x", "Hello again")))
    meet(one, two)
    assert one.plan == two.plan
    assert order(one) == ["a", "x"]


@given(plans(), plans(), plans())
@settings(max_examples=drawn(12))
def test_whatever_a_merge_brings_undo_goes_back_to_the_plan_before_it(first: Plan, ours: Plan, theirs: Plan):
    one = PlanDocument.new(first)
    two = copy_of(one)
    one.become(ours)
    two.become(theirs)
    one.merge(two.update(one.state()))
    merged, conflicts = one.plan, one.conflicts
    if merged != ours:
        assert one.undo()
        assert one.plan == ours
        assert one.redo()
        assert (one.plan, one.conflicts) == (merged, conflicts)


def test_what_belongs_to_a_removed_activity_comes_back_with_it():
    plan = replace(simple("a"), questions=(Question(id="q", activity="a", text="Why?"),))
    document = PlanDocument.new(plan)
    document.apply(Remove(Activity, "a"))
    assert document.plan.questions == ()
    document.undo()
    assert document.plan == plan


def test_two_people_tick_different_objectives_of_one_activity():
    goals = (Objective(id="o1"), Objective(id="o2"))
    one = PlanDocument.new(replace(simple("a"), objectives=goals))
    two = copy_of(one)
    one.apply(Change(replace(one.plan.activities[0], objectives=("o1",))))
    two.apply(Change(replace(two.plan.activities[0], objectives=("o2",))))
    meet(one, two)

    assert one.plan.activities[0].objectives == ("o1", "o2")
    assert one.conflicts == ()


def test_the_agenda_is_in_the_order_of_its_days():
    days = (Day(id="mon"), Day(id="tue"))
    document = PlanDocument.new(replace(simple("a", "b"), days=days))
    document.apply(Change(replace(document.plan.activities[0], day="tue")))

    assert order(document) == ["b", "a"]


@pytest.mark.parametrize(
    ("activity", "where"),
    [
        (Activity(id="a", minutes=-5), "activities/a/minutes"),
        (Activity(id="a", minutes=10**9), "activities/a/minutes"),
        (Activity(id="a", title="x" * 201), "activities/a/title"),
        (Activity(id="a", pinned=1440), "activities/a/pinned"),
    ],
)
def test_an_absurd_value_is_refused_with_its_place_and_changes_nothing(activity: Activity, where: str):
    document = PlanDocument.new(simple("a"))
    before = document.update()
    with pytest.raises(PlanInvalid) as refused:
        document.apply(Describe(title="New"), Change(activity))

    assert refused.value.where == where
    assert document.update() == before


@pytest.mark.parametrize(
    "edit", [Change(Activity(id="z")), Remove(Activity, "z"), Move(Activity, "z", 0), Add(Activity(id="a"))]
)
def test_an_edit_of_what_is_not_there_changes_nothing(edit: Change | Remove | Move | Add):
    document = PlanDocument.new(simple("a"))
    before = document.update()
    with pytest.raises(PlanItemUnknown):
        document.apply(Describe(title="New"), edit)

    assert document.update() == before


def test_what_no_reader_sees_is_not_kept_and_the_rest_of_every_script_is():
    document = PlanDocument.new()
    document.apply(Add(Activity(id="a", title="<b>مرحبا</b>\n日本語\x00", instructions="a\r\nb\ud800")))

    assert document.plan.activities[0].title == "<b>مرحبا</b> 日本語"
    assert document.plan.activities[0].instructions == "a\nb"


def test_a_plan_of_two_thousand_activities_is_kept_and_one_more_is_moved_to_its_front():
    plan = simple(*(f"a{number}" for number in range(2000)))
    document = PlanDocument.new(plan)
    document.apply(Add(Activity(id="x")), Move(Activity, "x", 0))

    assert order(copy_of(document)) == ["x", *(each.id for each in plan.activities)]


@given(st.lists(st.text("0123XYZabc", min_size=1, max_size=4), max_size=12))
def test_the_longest_rising_run_rises_and_filling_fits_between(keys: list[str]):
    stay = sorted(rising(keys))
    kept = [keys[place] for place in stay]

    assert kept == sorted(set(kept))
    assert bool(stay) == bool(keys)


@given(st.integers(0, 300), st.data())
@settings(max_examples=drawn(15))
def test_keys_stay_in_order_however_often_one_inserts(count: int, data: st.DataObject):
    keys = list(evenly(count))
    for _ in range(20):
        place = data.draw(st.integers(0, len(keys)))
        before, after = keys[place - 1] if place else "", keys[place] if place < len(keys) else ""
        keys[place:place] = filling(before, after, 3) if before or after else list(evenly(3))

    assert keys == sorted(set(keys))


def test_letters_of_one_word_are_undone_together_and_never_with_the_step_before():
    document = PlanDocument.new(simple("a"))
    document.apply(Change(titled(document.plan, "a", "Before")))
    for place, typed in enumerate(("W", "Wo", "Wor", "Word")):
        document.apply(Change(titled(document.plan, "a", typed)), continuing=place > 0)

    document.undo()
    assert document.plan.activities[0].title == "Before"
    document.redo()
    assert document.plan.activities[0].title == "Word"
    document.undo()
    document.apply(Change(titled(document.plan, "a", "After")), continuing=True)
    document.undo()
    assert document.plan.activities[0].title == "Before"
