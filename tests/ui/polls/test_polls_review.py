"""Polls of a past class: read from its log, with every round, who moved, and what was right."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from app.domain.polls import commands as c
from app.domain.polls.draft import Draft, Form, Option
from app.domain.polls.state import PollsState
from app.reports.record import PastSession
from tests.domain.classroom import SESSION_ID, Classroom
from ui.bridge.tasks import TaskScope
from ui.polls.review import PastPollsPanel
from ui.review.past import Past
from ui.widgets.labels import Label
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.i18n import Languages
    from ui.session.desk import Desk

pytestmark = pytest.mark.usefixtures("theme")


def a_class() -> Classroom:
    """Hold a class with a quiz asked twice and a cloud of words."""
    room, host = Classroom.live()
    people = [room.joins(name) for name in ("Ana", "Ben", "Cleo")]
    options = (Option(text="Listen first", right=True), Option(text="Answer at once"))
    quiz = Draft(question="What comes first?", options=options, anonymous=False, explanation="Listening calms.")
    room.do(host, c.PreparePoll(draft=quiz, opens=True))
    (poll,) = room.world.state(PollsState).polls
    for place, member in enumerate(people):
        room.do(member, c.AnswerPoll(poll=poll, round=1, choices=(str(1 + place % 2),)))
    room.do(host, c.AskAgain(poll=poll))
    for member in people:
        room.do(member, c.AnswerPoll(poll=poll, round=2, choices=("1",)))
    room.do(host, c.PreparePoll(draft=Draft(question="One word?", form=Form.WORDS), opens=True))
    cloud = next(reversed(room.world.state(PollsState).polls))
    for member, words in zip(people, (("trust", "time"), ("Trust",), ("respect",)), strict=True):
        room.do(member, c.AnswerPoll(poll=cloud, round=1, texts=words))
    return room


def panel_on(room: Classroom, qtbot: QtBot) -> PastPollsPanel:
    """Open a class's record in the panel."""
    # The panel never asks which desk it is on.
    past = Past(cast("Desk", None), TaskScope())
    panel = PastPollsPanel(past, TaskScope(), Toast(_window(qtbot)))
    qtbot.addWidget(panel)
    past.current = PastSession(SESSION_ID, room.records, room.envelopes, room.world)
    past.opened.emit(past.current)
    return panel


def _window(qtbot: QtBot) -> Label:
    window = Label()
    qtbot.addWidget(window)
    return window


def words(panel: PastPollsPanel) -> str:
    """Return everything that the panel's labels say."""
    return "\n".join(label.text() for label in panel.findChildren(Label))


def test_every_poll_is_told_with_its_rounds_and_who_moved(qtbot: QtBot, spoken: Languages):
    panel = panel_on(a_class(), qtbot)

    assert "What comes first?" in words(panel)
    assert "1 of 3 changed their mind" in words(panel)
    assert "1 went from “Answer at once” to “Listen first”" in words(panel)
    assert "Listening calms." in words(panel)
    quiz, cloud = panel.results
    assert [quiz.table.item(0, column).text() for column in range(4)] == ["✓ Listen first", "2", "3", "100"]  # type: ignore[union-attr]
    assert [cloud.table.item(row, 0).text() for row in range(3)] == ["Trust", "respect", "time"]  # type: ignore[union-attr]
    spoken.speak("fr")
    qtbot.waitUntil(lambda: "Sondages et quiz" in words(panel))


def test_a_class_without_polls_says_so(qtbot: QtBot):
    room, _host = Classroom.live()

    assert "No poll was asked" in words(panel_on(room, qtbot))
