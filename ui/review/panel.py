"""Review's panels: past classes at the left, what was said in the middle, and sections about the class at the right.

Other capabilities stand beside these: a segment of the middle is a panel at `Place.CENTRE`, a section at the right one
at `Place.SECTION`. Each reads the open class from `Past`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.bridge.tasks import TaskScope
from ui.review.attendance import WhoWasThere
from ui.review.classes import PastClassesPanel
from ui.review.conversation import ConversationPanel
from ui.review.past import Past
from ui.review.record import RecordPanel
from ui.session.desk import Desk
from ui.shell.panels import Mode, Panel, Place, Services
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def _classes(services: Services) -> QWidget:
    return PastClassesPanel(services.need(Past), services.need(Desk))


def _conversation(services: Services) -> QWidget:
    return ConversationPanel(services.need(Past))


def _attendance(services: Services) -> QWidget:
    return WhoWasThere(services.need(Past))


def _record(services: Services) -> QWidget:
    return RecordPanel(services.need(Past), services.need(TaskScope), services.need(Toast))


PANELS = (
    Panel("review", Mode.REVIEW, Place.RAIL, 10, _classes),
    Panel(
        "review",
        Mode.REVIEW,
        Place.CENTRE,
        10,
        _conversation,
        title=lambda: QCoreApplication.translate("Panels", "Conversation"),
        icon_name="message-circle",
    ),
    Panel("review", Mode.REVIEW, Place.SECTION, 10, _attendance),
    # What is handed on and deleted stands last.
    Panel("review", Mode.REVIEW, Place.SECTION, 90, _record),
)
