"""A plan written as Markdown is read again; Markdown from elsewhere becomes an agenda."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from app.plans import ActivityKind, Plan, PlanUnreadable
from app.plans.markdown import to_markdown
from app.plans.markdown_in import from_markdown
from app.plans.plan import Activity, Choice, Debate, Mixing, Objective, Poll, PollForm, Rooms, Topic
from tests.drawing import drawn
from tests.plans.plans_made import plans


def tidy(plan: Plan) -> Plan:
    """Return a plan as Markdown can say it: lines without outer blanks, and ids that count."""
    names = {each.id: f"o{place}" for place, each in enumerate(plan.objectives, 1)}
    used = [day for day in plan.days if any(each.day == day.id for each in plan.activities)]
    if plan.days and any(each.day not in {day.id for day in plan.days} for each in plan.activities):
        used = [plan.days[0], *(day for day in used if day is not plan.days[0])]
    days = {day.id: f"d{place}" for place, day in enumerate(used, 1)}
    acts = {each.id: f"a{place}" for place, each in enumerate(plan.activities, 1)}

    def line(value: str) -> str:
        return value.strip(" ")

    return Plan(
        title=line(plan.title),
        language=plan.language,
        learners=plan.learners,
        objectives=tuple(
            replace(each, id=names[each.id], title=line(each.title), evidence=each.evidence) for each in plan.objectives
        ),
        activities=tuple(
            replace(
                each,
                id=acts[each.id],
                title=line(each.title),
                day=days.get(each.day, "d1" if used else ""),
                objectives=tuple(sorted(names[goal] for goal in each.objectives)),
                topics=(),
                lead="",
            )
            for each in plan.activities
        ),
        days=tuple(replace(day, id=days[day.id], title=line(day.title)) for day in used),
        editorial=plan.editorial,
        questions=tuple(
            replace(each, id=f"q{place}", activity=acts[each.activity])
            for place, each in enumerate(sorted(plan.questions, key=lambda each: int(acts[each.activity][1:])), 1)
        ),
    )


def plainer(plan: Plan) -> Plan:
    """Return a plan whose lines are letters and digits: what marks lists and headings is tried with prose."""

    def line(value: str) -> str:
        return "".join(each for each in value if each.isalnum())

    return replace(
        plan,
        title=line(plan.title),
        tags=(),
        audience="",
        topics=(),
        materials=(),
        roles=(),
        polls=(),
        rooms=(),
        debates=(),
        days=tuple(replace(each, title=line(each.title)) for each in plan.days),
        objectives=tuple(replace(each, title=line(each.title)) for each in plan.objectives),
        activities=tuple(replace(each, title=f"t{line(each.title)}", lead="") for each in plan.activities),
        questions=tuple(replace(each, text=each.text or "?") for each in plan.questions),
    )


@given(plans())
@settings(max_examples=drawn(30))
def test_what_is_written_is_read_again(made: Plan):
    plan = plainer(made)

    assert from_markdown(to_markdown(plan)) == tidy(plan)


FULL = """# Giving feedback

- Language: en
- Learners: 24
- Tags: feedback, practice

## Audience

> New team leads

## Objectives

- Give feedback that can be used
  > In pairs, the other one can say what to do next.

## Materials

- Card deck <https://example.org/cards>
  > One per room

## Agenda

### Day · 2026-03-31 · 09:00 · Monday

#### Which of these is feedback?

*15 min · poll · at 09:30 · serves 1 · led by Ana*

**Instructions**

> Choose.

**Poll** · several answers · Warm-up

> Which?
- [x]
  > “You interrupted me twice.”
  >> Yes: an observation.
- [ ]
  > “You are rude.”

**Rooms** · 3 people · the same again

> Explain your vote.
"""


def test_everything_that_a_plan_holds_is_written_and_read():
    plan = from_markdown(FULL)
    (activity,), (poll,), (rooms,) = plan.activities, plan.polls, plan.rooms

    assert (plan.title, plan.language, plan.learners, plan.tags) == (
        "Giving feedback",
        "en",
        24,
        ("feedback", "practice"),
    )
    assert plan.audience == "New team leads"
    assert plan.materials[0].link == "https://example.org/cards"
    assert (activity.kind, activity.minutes, activity.pinned, activity.lead) == (ActivityKind.POLL, 15, 570, "Ana")
    assert activity.objectives == (plan.objectives[0].id,)
    assert plan.days[0].start == 540
    assert poll.form is PollForm.MULTIPLE
    assert [(choice.right, choice.feedback) for choice in poll.choices] == [(True, "Yes: an observation."), (False, "")]
    assert (rooms.people, rooms.mixing, rooms.task) == (3, "keep", "Explain your vote.")
    assert to_markdown(plan) == FULL
    assert from_markdown(to_markdown(replace(plan, language="fr"))) == replace(plan, language="fr")


def test_headings_from_elsewhere_become_activities():
    plan = from_markdown(
        "# Atelier\n\n## Accueil (10 min)\nDites bonjour.\n\n## À deux (20 min, débat)\n\n- un\n- deux\n"
    )

    assert [(each.title, each.minutes, each.kind) for each in plan.activities] == [
        ("Accueil", 10, ActivityKind.DISCUSSION),
        ("À deux", 20, ActivityKind.DEBATE),
    ]
    assert plan.activities[0].instructions.strip() == "Dites bonjour."
    assert plan.activities[1].instructions.strip() == "- un\n- deux"


def test_an_absurd_length_is_refused_with_its_line():
    with pytest.raises(PlanUnreadable) as refused:
        from_markdown("# A\n\n## B (99999 min)\n")

    assert refused.value.where == "line 3"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_activities_hold_is_written_and_read_again_in_full(language: str):
    plan = Plan(
        title="T",
        language=language,
        objectives=(Objective(id="o1", title="One"), Objective(id="o2", title="Two")),
        topics=(Topic(id="t1", title="First", prompt="Why?", objective="o2"), Topic(id="t2", title="Second")),
        activities=(Activity(id="a1", title="A", topics=("t1", "t2"), objectives=("o1",), lead="Ana"),),
        polls=(
            Poll(
                id="p1",
                activity="a1",
                title="How far",
                question="How far?",
                form=PollForm.SCALE,
                steps=7,
                low="near: at home",
                high="far",
                anonymous=True,
            ),
            Poll(
                id="p2",
                activity="a1",
                question="Which?",
                choices=(Choice(text="+ one"), Choice(text="two", right=True)),
            ),
        ),
        rooms=(
            Rooms(
                id="r1",
                activity="a1",
                people=3,
                number=5,
                minutes=12,
                mixing=Mixing.SPREAD,
                task="Talk",
                steps="first\n\nthen",
            ),
        ),
        debates=(
            Debate(
                id="d1",
                activity="a1",
                motion="Should pupils be graded?",
                positions="Always\nNever",
                seconds=90,
                statements="Grades discourage.\n+ They reassure.",
                hidden=True,
            ),
            Debate(id="d2", activity="a1", motion="Or not?"),
        ),
    )

    assert from_markdown(to_markdown(plan)) == plan


def test_a_list_at_the_top_that_is_ones_own_stays():
    plan = from_markdown("# T\n\n- Rooms: 4, on the second floor\n- Learners: 12\n")

    assert plan.learners == 12
    assert "- Rooms: 4, on the second floor" in plan.editorial
