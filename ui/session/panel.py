"""The session's panels: in Live the bar and the strip above the conversation, in Prepare the classes going on."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.bridge.tasks import TaskScope
from ui.session.classes import ClassesPanel
from ui.session.desk import Desk, OpenClass
from ui.session.entrance import Entrance
from ui.session.join import Joining
from ui.session.lead import Lead
from ui.session.preflight import Preflight
from ui.session.stage import SessionStage
from ui.session.topbar import SessionSteps, SessionTitle
from ui.shell.actions import Actions
from ui.shell.panels import Mode, Panel, Place, Services
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast


def _title(services: Services) -> QWidget:
    return SessionTitle(services.need(OpenClass).bridge)


def _steps(services: Services) -> QWidget:
    lead, joining = services.need(Lead), services.need(Joining)
    steps = SessionSteps(services.need(OpenClass).bridge, lead, joining.project)
    steps.code.clicked.connect(joining.show_dialog)
    lead.add_actions(services.need(Actions), steps, joining.show_dialog, joining.project)
    return steps


def _stage(services: Services) -> QWidget:
    return SessionStage(
        services.need(Desk),
        services.need(OpenClass),
        services.need(Lead),
        services.need(Joining),
        services.need(TaskScope),
        services.need(Toast),
    )


def _preflight(services: Services) -> QWidget:
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(tokens().space.l, 0, tokens().space.l, tokens().space.s)
    column.addWidget(Preflight(services))
    return around


def _classes(services: Services) -> QWidget:
    entrance = services.need(Entrance)
    return ClassesPanel(services.need(Desk), entrance.start, entrance.join, entrance.show)


PANELS = (
    Panel("session", Mode.LIVE, Place.TOPBAR, -10, _title),
    Panel("session", Mode.LIVE, Place.TOPBAR, 10, _steps),
    Panel("session", Mode.LIVE, Place.STAGE, -10, _stage),
    Panel("session", Mode.LIVE, Place.STAGE, -9, _preflight),
    Panel("session", Mode.PREPARE, Place.RAIL, 20, _classes),
)
