"""Debates of a past class: read from its log, shown with their shift, and written as tables and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import pytest

from app.domain.debate import commands as c
from app.domain.debate.draft import Draft
from app.domain.debate.events import Verdict
from app.domain.debate.state import DebateState
from app.reports.debate import debate_sheets
from app.reports.export import export
from app.reports.record import PastSession
from app.reports.sheets import file_of
from tests.domain.classroom import SESSION_ID, Classroom
from ui.bridge.tasks import TaskScope
from ui.debate.review import PastDebatesPanel
from ui.review.past import Past
from ui.widgets.labels import Label
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.i18n import Languages
    from ui.session.desk import Desk

pytestmark = pytest.mark.usefixtures("theme")


def a_class() -> Classroom:
    """Hold a class with one debate, in which one of two is moved by an argument."""
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    room.do(host, c.PrepareDebate(draft=Draft(motion="Grades?", statements=("They discourage.",)), opens=True))
    state = room.world.state(DebateState)
    debate = state.current
    room.do(ana, c.TakePosition(debate=debate, position="for"))
    room.do(ben, c.TakePosition(debate=debate, position="against"))
    room.do(ana, c.WriteArgument(debate=debate, position="for", text="They measure."))
    (argument,) = room.world.state(DebateState).arguments
    room.do(ben, c.TakePosition(debate=debate, position="for", because=argument))
    (statement,) = room.world.state(DebateState).statements
    room.do(host, c.PutStatement(statement=statement))
    room.do(ben, c.JudgeStatement(statement=statement, verdict=Verdict.PASS))
    room.do(host, c.MarkSpoke(member=ana, seconds=75))
    room.do(host, c.CloseDebate(debate=debate))
    return room


def test_a_debate_is_told_again_with_its_shift_its_arguments_and_who_spoke(qtbot: QtBot, spoken: Languages):
    spoken.speak("en")
    room = a_class()
    past = Past(cast("Desk", None), TaskScope())
    window = Label()
    qtbot.addWidget(window)
    panel = PastDebatesPanel(past, TaskScope(), Toast(window))
    qtbot.addWidget(panel)
    past.current = PastSession(SESSION_ID, room.records, room.envelopes, room.world)
    past.opened.emit(past.current)

    words = "\n".join(label.text() for label in panel.findChildren(Label))
    assert "Grades?" in words
    assert "2 people took a position · 1 moved" in words
    assert "1 went from “Against” to “For”" in words
    assert "moved 1" in words
    assert "Ana: spoke 1 time, 1:15" in words
    assert "0 agree · 0 disagree · 1 pass" in words
    assert panel.shifts[0].table.rowCount() == 4


def test_a_debate_leaves_tables_and_its_part_of_the_export():
    room = a_class()
    shift, arguments, statements, floor = debate_sheets(room.world, language="en")

    assert ("Grades?", "Against", "For", 1) in shift.rows
    assert arguments.rows == (("Grades?", "For", "They measure.", "Ana", "", 0, 1),)
    assert statements.rows == (("Grades?", "They discourage.", 0, 0, 1),)
    assert floor.rows == (("Ana", 1, 75),)
    assert file_of((shift, arguments, statements, floor), "fr", "x.xlsx").startswith(b"PK")
    said = json.loads(export(PastSession(SESSION_ID, room.records, room.envelopes, room.world)))
    (debate,) = said["debates"]
    assert (debate["people"], debate["moved"], debate["flows"]["against"]) == (2, 1, {"for": 1})
    assert [argument["moved"] for argument in debate["arguments"]] == [1]
    assert [turn["spoken_ms"] for turn in said["turns"]] == [75_000]
