"""Starting an activity is one act: the class with it when need be, then what is ready for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from app.domain.agenda.activity import Activity
from app.domain.agenda.commands import SetAgenda, StartActivity
from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import MAIN, Role
from app.domain.session.commands import CreateSession, OpenLobby, PauseSession, ResumeSession, StartSession
from tests.domain.classroom import Classroom
from ui.session.starting import Starting

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command
    from app.domain.kernel.world import World
    from ui.bridge.session import SessionBridge

pytestmark = pytest.mark.usefixtures("qapp")


class Hall:
    """A class in the lobby, asked without a relay between."""

    def __init__(self) -> None:
        self.room = Classroom()
        self.room.relay(CreateSession(title="Fractions"))
        self.host = self.room.joins("Host", role=Role.HOST)
        self.asked: list[Command] = []
        for command in (OpenLobby(), SetAgenda(activities=(Activity(id="a"), Activity(id="b")))):
            self.room.do(self.host, command)

    @property
    def projected(self) -> World:
        """The state."""
        return self.room.world

    def submit(self, command: Command) -> object:
        """Do what is asked."""
        self.asked.append(command)
        return self.room.do(self.host, command)


def ready(activity: str) -> tuple[Command, ...]:
    """Give what is ready for an activity."""
    return (PostMessage(channel=MAIN, text=f"What about {activity}?"),)


def test_the_first_activity_starts_the_class_and_what_is_ready_follows():
    hall = Hall()
    starting = Starting(cast("SessionBridge", hall))
    starting.contribute("questions", ready)

    assert starting.start("a")
    assert hall.asked == [StartSession(), StartActivity(activity="a"), *ready("a")]


def test_a_class_that_waits_goes_on_with_the_activity():
    hall = Hall()
    starting = Starting(cast("SessionBridge", hall))
    starting.start("a")
    hall.room.do(hall.host, PauseSession())
    starting.start("b")

    assert hall.asked[-2:] == [ResumeSession(), StartActivity(activity="b")]


def test_what_a_panel_contributed_goes_with_it():
    hall = Hall()
    starting = Starting(cast("SessionBridge", hall))
    panel = QObject()
    starting.contribute("questions", ready, owner=panel)
    panel.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    starting.start("a")

    assert hall.asked == [StartSession(), StartActivity(activity="a")]
