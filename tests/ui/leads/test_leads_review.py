"""Leads and proposed topics of a past class, read from its log in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from app.domain.leads.commands import EndLead, PassLead
from app.domain.topics import commands as t
from app.reports.record import PastSession
from tests.domain.classroom import SESSION_ID, Classroom
from ui.bridge.tasks import TaskScope
from ui.leads.review import PastLeadsPanel
from ui.review.past import Past
from ui.widgets.labels import Label
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.i18n import Languages
    from ui.session.desk import Desk

pytestmark = pytest.mark.usefixtures("theme")


def test_who_led_and_what_was_proposed_is_read_again(qtbot: QtBot, spoken: Languages):
    room, host = Classroom.live()
    ana, ben, cleo = (room.joins(name) for name in ("Ana", "Ben", "Cleo"))
    topic = room.opens_topic(host, "Thirds")
    for member in (ana, ben):
        room.do(host, PassLead(member=member, place="topic:" + topic, minutes=10))
    room.do(host, EndLead(place="topic:" + topic))
    for member, title in ((ben, "Halves"), (cleo, "Egypt")):
        room.do(member, t.ProposeTopic(title=title))
    first, second = room.topics.proposals
    room.do(ana, t.VoteForTopic(proposal=second))
    room.do(host, t.OpenProposal(proposal=second))
    room.do(host, t.DeclineProposal(proposal=first, reason="On Thursday."))
    window = Label("")
    qtbot.addWidget(window)
    # The panel never asks which desk it is on.
    past = Past(cast("Desk", None), TaskScope())
    panel = PastLeadsPanel(past, TaskScope(), Toast(window))
    qtbot.addWidget(panel)
    past.current = PastSession(SESSION_ID, room.records, room.envelopes, room.world)
    past.opened.emit(past.current)

    assert [row.text.split(" · ")[0::3] for row in panel.leads.rows] == [
        ["Ana", "passed on to another"],
        ["Ben", "taken back"],
    ]
    assert [row.text for row in panel.proposals.rows] == [
        "Egypt · Cleo · 1 vote · became a topic",
        "Halves · Ben · 0 votes · declined · On Thursday.",
    ]
    spoken.speak("fr")
    qtbot.waitUntil(lambda: panel.proposals.rows[0].text == "Egypt · Cleo · 1 vote · devenu un sujet")
