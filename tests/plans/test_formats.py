"""Every session format becomes real activities, in both languages, for few learners and for many."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.plans import ActivityKind, PlanDocument
from app.plans.edits import Describe
from app.plans.formats import Format, FormatUnknown, expand, format_named, formats, sample, sample_names
from app.plans.plan import Plan, Rooms
from app.plans.timing import coverage, findings

if TYPE_CHECKING:
    from app.plans.pieces import Piece

each_format = pytest.mark.parametrize("chosen", formats(), ids=lambda chosen: chosen.id)
WANTED = {
    "think-pair-share",
    "1-2-4-all",
    "jigsaw",
    "world-cafe",
    "fishbowl",
    "pro-contra",
    "peer-instruction",
    "brainstorm",
    "troika",
    "case-clinic",
    "retrospective",
    "introductions",
}


def made(chosen: Format, learners: int, language: str) -> Piece:
    """Expand a format with ids that count."""
    numbers = count(1)
    return expand(chosen, learners, language, lambda: f"i{next(numbers)}")


def test_the_twelve_formats_are_shipped():
    assert {each.id for each in formats()} == WANTED


@each_format
@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_becomes_activities_with_times_groups_and_instructions(chosen: Format, language: str):
    for learners in {chosen.fewest, 12, 13, 40, chosen.most}:
        expanded = made(chosen, learners, language)
        assert expanded.activities
        assert all(each.title and each.instructions and each.notes for each in expanded.activities)
        assert all(1 <= each.minutes <= 60 for each in expanded.activities)
        for rooms in expanded.held:
            if isinstance(rooms, Rooms):
                assert 1 <= rooms.people <= learners
                assert rooms.task
        assert "{" not in "".join(each.instructions + each.notes for each in expanded.activities)


@each_format
def test_it_can_be_put_into_a_plan_and_learners_speak(chosen: Format):
    document = PlanDocument.new()
    document.apply(Describe(title="Plan"), *made(chosen, 20, "fr").edits())
    plan = document.plan

    assert [each.id for each in plan.activities] == [each.id for each in made(chosen, 20, "fr").activities]
    assert coverage(plan).share > 0.5
    assert findings(plan) == ()
    document.undo()
    assert document.plan == Plan()


@each_format
def test_it_says_the_same_in_both_languages(chosen: Format):
    """As many steps, the same numbers, and no text that was left untranslated."""
    english, french = made(chosen, 30, "en"), made(chosen, 30, "fr")

    for one, other in zip(english.activities, french.activities, strict=True):
        assert replace(one, title="", instructions="", notes="") == replace(other, title="", instructions="", notes="")
        assert one.instructions != other.instructions
        assert one.notes != other.notes
        assert not re.search(r"(?<!\u00a0)[;:?!»](?=\s|$)|«(?!\u00a0)", other.instructions + other.notes)


@each_format
def test_more_learners_never_make_it_shorter_within_one_form(chosen: Format):
    small, large = made(chosen, 16, "en"), made(chosen, 60, "en")

    assert sum(each.minutes for each in large.activities) >= sum(each.minutes for each in small.activities)


def test_a_format_says_when_the_class_is_too_small_or_too_large():
    assert not made(format_named("jigsaw"), 4, "en").fits
    assert made(format_named("jigsaw"), 24, "en").fits


def test_a_round_of_introductions_becomes_small_groups_in_a_larger_class():
    kinds = [made(format_named("introductions"), learners, "en").activities[0].kind for learners in (12, 13)]

    assert kinds == [ActivityKind.DISCUSSION, ActivityKind.BREAKOUT]


def test_an_unknown_format_is_refused():
    with pytest.raises(FormatUnknown):
        format_named("nothing")
    with pytest.raises(FormatUnknown):
        sample("../plan")


@pytest.mark.parametrize("name", sample_names())
def test_a_sample_is_a_whole_plan_whose_times_fit(name: str):
    plan = sample(name)

    assert plan.title
    assert plan.audience
    assert plan.editorial
    assert plan.topics
    assert plan.materials
    assert plan.roles
    assert all(each.evidence for each in plan.objectives)
    assert all(each.instructions and each.lead for each in plan.activities if each.kind is not ActivityKind.BREAK)
    assert findings(plan) == ()
    assert coverage(plan).share > 0.5
    assert PlanDocument.new(plan).plan == plan


def test_there_are_three_samples_two_of_them_in_french():
    assert sorted(sample(name).language for name in sample_names()) == ["en", "fr", "fr"]
