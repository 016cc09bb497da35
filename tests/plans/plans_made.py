"""Plans and edits that hypothesis makes up, in every script, with the traps that people's texts hold."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from app.plans.plan import (
    Activity,
    ActivityKind,
    Choice,
    Day,
    Debate,
    Material,
    Mixing,
    Objective,
    Plan,
    Poll,
    PollForm,
    Question,
    Role,
    Rooms,
    Topic,
)

texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=30)
lines = texts
ids = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=8)
minutes = st.integers(0, 600)
clock = st.none() | st.integers(0, 1439)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Make a whole plan that points to nothing that is not there."""

    def several(made: st.SearchStrategy, least: int = 0, most: int = 3) -> list[Any]:
        return draw(st.lists(made, min_size=least, max_size=most, unique_by=lambda item: item.id))

    objectives = several(st.builds(Objective, id=ids, title=lines, evidence=texts))
    days = several(st.builds(Day, id=ids, title=lines, date=st.sampled_from(["", "2026-03-31"]), start=clock), most=2)
    served = st.just(())
    if objectives:
        named = st.sampled_from([each.id for each in objectives])
        served = st.frozensets(named, max_size=3).map(lambda each: tuple(sorted(each)))
    topics = several(
        st.builds(
            Topic,
            id=ids,
            title=lines,
            prompt=texts,
            objective=st.sampled_from(["", *(each.id for each in objectives)]),
        )
    )
    talked = st.just(())
    if topics:
        talked = st.frozensets(st.sampled_from([each.id for each in topics]), max_size=3).map(
            lambda each: tuple(sorted(each))
        )
    activities = several(
        st.builds(
            Activity,
            id=ids,
            title=lines,
            kind=st.sampled_from(ActivityKind),
            minutes=minutes,
            objectives=served,
            topics=talked,
            instructions=texts,
            notes=texts,
            lead=lines,
            pinned=clock,
            day=st.sampled_from(["", *(day.id for day in days)]),
        ),
        most=5,
    )
    order = {day.id: rank for rank, day in enumerate(days)}
    activities.sort(key=lambda each: order.get(each.day, 0))
    held = st.sampled_from([each.id for each in activities]) if activities else st.just("")
    some = 2 if activities else 0
    choices = st.lists(st.builds(Choice, text=texts, right=st.booleans(), feedback=texts), max_size=3).map(tuple)
    forms = st.sampled_from(PollForm)
    return Plan(
        title=draw(lines),
        audience=draw(lines),
        language=draw(st.sampled_from(["fr", "en"])),
        learners=draw(st.integers(0, 500)),
        editorial=draw(texts),
        tags=tuple(sorted(draw(st.frozensets(lines.filter(bool), max_size=3)))),
        days=tuple(days),
        activities=tuple(activities),
        objectives=tuple(objectives),
        topics=tuple(topics),
        materials=tuple(several(st.builds(Material, id=ids, title=lines, link=lines, note=texts))),
        roles=tuple(several(st.builds(Role, id=ids, title=lines, who=lines, tasks=texts))),
        questions=tuple(several(st.builds(Question, id=ids, activity=held, text=texts), most=some)),
        polls=tuple(
            several(
                st.builds(
                    Poll,
                    id=ids,
                    activity=held,
                    title=lines,
                    question=texts,
                    form=forms,
                    choices=choices,
                    anonymous=st.booleans(),
                    low=lines,
                    high=lines,
                    steps=st.integers(2, 11),
                ),
                most=some,
            )
        ),
        rooms=tuple(
            several(
                st.builds(
                    Rooms,
                    id=ids,
                    activity=held,
                    people=st.integers(1, 20),
                    number=st.integers(0, 20),
                    mixing=st.sampled_from(Mixing),
                    task=texts,
                    steps=texts,
                    minutes=minutes,
                ),
                most=some,
            )
        ),
        debates=tuple(
            several(
                st.builds(
                    Debate,
                    id=ids,
                    activity=held,
                    motion=texts,
                    positions=texts,
                    seconds=st.integers(10, 3600),
                    statements=texts,
                    hidden=st.booleans(),
                ),
                most=some,
            )
        ),
    )


def simple(*names: str) -> Plan:
    """Return a plan with one activity a name, whose id is the name."""
    return Plan(title="Plan", activities=tuple(Activity(id=name, title=name.upper()) for name in names))


def titled(plan: Plan, activity_id: str, title: str) -> Activity:
    """Return one of a plan's activities with another title."""
    return replace(next(each for each in plan.activities if each.id == activity_id), title=title)
