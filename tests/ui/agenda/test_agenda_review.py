"""The agenda in Review: planned against real, as a table, and as two lines of time that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.agenda.activity import MINUTE, Activity, Day
from app.domain.agenda.commands import SetAgenda, StartActivity
from app.domain.session.commands import EndSession
from app.reports.record import PastSession
from tests.domain.classroom import SESSION_ID, START_AT, Classroom
from tests.reports.test_agenda_report import led
from ui.agenda.review import AgendaReview, became_words, planned_words, real_words
from ui.review.past import Past
from ui.shell.panels import Services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("theme", "spoken")


class OnePast(Past):
    """A class that is open in Review, without a desk behind it."""

    def __init__(self, room: Classroom) -> None:
        QObject.__init__(self)
        self.current = PastSession(SESSION_ID, room.records, room.envelopes, room.world)


def shown(qtbot: QtBot, room: Classroom) -> tuple[AgendaReview, OnePast]:
    """Show a class."""
    past = OnePast(room)
    panel = AgendaReview(Services(past))
    qtbot.addWidget(panel)
    panel.resize(800, 600)
    panel.show()
    qtbot.waitExposed(panel)
    return panel, past


def test_the_table_says_what_became_of_each_activity(qtbot: QtBot):
    panel, _past = shown(qtbot, led())
    QAbstractItemModelTester(panel.rows, QAbstractItemModelTester.FailureReportingMode.Warning)

    assert [(line.title, planned_words(line), real_words(line), became_words(line)) for line in panel.rows.rows] == [
        ("Talk", "10 min", "12 min", "2 min longer"),
        ("Debate", "20 min", "30 min", "10 min longer"),
        ("Game", "5 min", "–", "left out"),
        ("Extra", "–", "4 min", "added"),
        ("Share", "15 min", "–", "not begun"),
        ("Last", "10 min", "–", "removed"),
    ]


def test_each_activity_stands_on_the_lines_of_time(qtbot: QtBot):
    """Planned ones above, real ones below, each to be asked for its figures by pointing at it."""
    panel, _past = shown(qtbot, led())
    panel.lines.grab()
    places = panel.lines._places  # noqa: SLF001
    upper = {words for where, words in places if where.top() == 0}
    lower = {words for where, words in places if where.top() > 0}

    assert [len(upper), len(lower)] == [5, 3]
    assert any(words.startswith("Extra") for words in lower - upper)


def test_days_are_looked_at_one_by_one(qtbot: QtBot):
    room, host = Classroom.live()
    days = (Day(id="d", title="Monday", start=START_AT), Day(id="e", title="Tuesday", start=START_AT + 1440 * MINUTE))
    activities = (Activity(id="a", title="First", day="d"), Activity(id="b", title="Second", day="e"))
    room.do(host, SetAgenda(days=days, activities=activities))
    room.do(host, StartActivity(activity="a"))
    room.now += 9 * MINUTE
    room.do(host, EndSession())
    panel, _past = shown(qtbot, room)

    assert [line.title for line in panel.rows.rows] == ["First"]
    panel._day.setCurrentIndex(1)  # noqa: SLF001
    panel._day.activated.emit(1)  # noqa: SLF001
    assert [line.title for line in panel.rows.rows] == ["Second"]
    assert panel.lines.isHidden()


def test_a_class_without_an_agenda_says_how_to_have_one(qtbot: QtBot):
    room, _host = Classroom.live()
    panel, _past = shown(qtbot, room)

    assert panel._none.isVisible()  # noqa: SLF001
    assert panel.childAt(QPoint(400, 300)) is not None
