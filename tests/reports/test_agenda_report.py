"""Planned against real, as the log of a class tells it."""

from __future__ import annotations

import json

from app.domain.agenda import commands as c
from app.domain.agenda.activity import MINUTE, Activity, Day, Kind
from app.domain.session.commands import EndSession
from app.reports.agenda import Outcome, agenda_lines
from app.reports.export import export
from app.reports.record import PastSession
from tests.domain.classroom import SESSION_ID, START_AT, Classroom

AGENDA = (
    Activity(id="a", title="Talk", kind=Kind.TALK, minutes=10),
    Activity(id="b", title="Debate", kind=Kind.DEBATE, minutes=20),
    Activity(id="c", title="Game", minutes=5),
    Activity(id="d", title="Share", minutes=15),
    Activity(id="e", title="Last", minutes=10),
)


def led() -> Classroom:
    """Return a class that was led through a part of its agenda, with changes."""
    room, host = Classroom.live()

    def then(minutes: int, command: object) -> None:
        room.now += minutes * MINUTE
        room.do(host, command)  # type: ignore[arg-type]

    then(0, c.SetAgenda(plan="p", title="Plan", days=(Day(id="", start=START_AT),), activities=AGENDA))
    then(2, c.StartActivity(activity="a"))
    then(5, c.PauseActivity())
    then(3, c.ResumeActivity())
    then(5, c.StartActivity(activity="b"))
    then(1, c.GoBack())
    then(2, c.StartActivity(activity="b"))
    then(1, c.SkipActivity(activity="c"))
    then(0, c.AddActivities(activities=(Activity(id="x", title="Extra", minutes=4),), before="d"))
    then(0, c.RemoveActivity(activity="e"))
    then(0, c.ExtendActivity(activity="b", minutes=10))
    then(28, c.StartActivity(activity="x"))
    then(4, EndSession())
    return room


def test_what_was_planned_stands_beside_what_was():
    room = led()
    lines = {line.activity: line for line in agenda_lines(room.agenda, room.now)}

    assert list(lines) == ["a", "b", "c", "x", "d", "e"]
    assert [(key, line.outcome, line.was_planned) for key, line in lines.items()] == [
        ("a", Outcome.DONE, True),
        ("b", Outcome.DONE, True),
        ("c", Outcome.LEFT_OUT, True),
        ("x", Outcome.DONE, False),
        ("d", Outcome.NOT_BEGUN, True),
        ("e", Outcome.REMOVED, True),
    ]
    talk, debate = lines["a"], lines["b"]
    assert (talk.planned_start, talk.started, talk.ended) == (START_AT, START_AT + 2 * MINUTE, START_AT + 18 * MINUTE)
    assert (talk.planned_minutes, talk.real_minutes, talk.paused, len(talk.stretches)) == (10, 12, 3 * MINUTE, 2)
    assert (debate.planned_start, debate.planned_minutes, debate.given_minutes) == (START_AT + 10 * MINUTE, 20, 30)
    assert (debate.started, debate.real_minutes, len(debate.stretches)) == (START_AT + 15 * MINUTE, 30, 2)
    assert (lines["x"].planned_start, lines["x"].real_minutes) == (0, 4)
    assert (lines["e"].planned_start, lines["e"].started) == (START_AT + 50 * MINUTE, 0)


def test_what_goes_on_has_lasted_until_now():
    room, host = Classroom.live()
    room.do(host, c.SetAgenda(activities=AGENDA))
    room.do(host, c.StartActivity(activity="a"))
    (line, *_) = agenda_lines(room.agenda, room.now + 7 * MINUTE)

    assert (line.outcome, line.real_minutes, line.ended) == (Outcome.UNDER_WAY, 7, 0)


def test_the_export_holds_the_agenda():
    room = led()
    past = PastSession(SESSION_ID, room.records, room.envelopes, room.world)
    agenda = json.loads(export(past))["agenda"]

    assert (agenda["plan"], agenda["title"]) == ("p", "Plan")
    assert [each["outcome"] for each in agenda["activities"]] == [
        "done",
        "done",
        "left_out",
        "done",
        "not_begun",
        "removed",
    ]
    assert agenda["activities"][3]["planned_minutes"] is None
    assert agenda["activities"][0]["lasted_ms"] == 12 * MINUTE


def test_a_class_without_an_agenda_has_an_empty_one():
    room, _ = Classroom.live()
    past = PastSession(SESSION_ID, room.records, room.envelopes, room.world)

    assert json.loads(export(past))["agenda"] == {"plan": None, "title": "", "objectives": [], "activities": []}
