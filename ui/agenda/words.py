"""What activities are called, and what the agenda says when it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.plans import ActivityKind
from ui.prepare.words import KIND_ICONS, kind_text

if TYPE_CHECKING:
    from app.domain.agenda.activity import Activity, Kind
    from ui.i18n import Words


def kind_words(kind: Kind) -> str:
    """Name a kind of activity, in the words of plans.

    Args:
        kind: one of them.
    """
    return kind_text(ActivityKind(str(kind)))


def kind_icon(kind: Kind) -> str:
    """Name the drawing that stands for a kind of activity.

    Args:
        kind: one of them.
    """
    return KIND_ICONS[ActivityKind(str(kind))]


def called(activity: Activity) -> str:
    """Say what an activity is called: its title, or what people do in it.

    Args:
        activity: of the agenda.
    """
    return activity.title or kind_words(activity.kind)


ASKED: Final[dict[str, Words]] = {
    "agenda.set": lambda: QCoreApplication.translate("Agenda", "copying the plan’s agenda into the class"),
    "agenda.add": lambda: QCoreApplication.translate("Agenda", "adding an activity"),
    "agenda.move": lambda: QCoreApplication.translate("Agenda", "moving an activity"),
    "agenda.amend": lambda: QCoreApplication.translate("Agenda", "changing an activity"),
    "agenda.remove": lambda: QCoreApplication.translate("Agenda", "removing an activity"),
    "agenda.retime": lambda: QCoreApplication.translate("Agenda", "changing the times of the agenda"),
    "agenda.start": lambda: QCoreApplication.translate("Agenda", "starting an activity"),
    "agenda.pause": lambda: QCoreApplication.translate("Agenda", "stopping the activity’s clock"),
    "agenda.resume": lambda: QCoreApplication.translate("Agenda", "letting the activity’s clock go on"),
    "agenda.extend": lambda: QCoreApplication.translate("Agenda", "giving an activity more or less time"),
    "agenda.skip": lambda: QCoreApplication.translate("Agenda", "leaving an activity out"),
    "agenda.back": lambda: QCoreApplication.translate("Agenda", "going back to the activity before"),
    "agenda.finish": lambda: QCoreApplication.translate("Agenda", "ending an activity"),
    "agenda_begun": lambda: QCoreApplication.translate(
        "Agenda", "The agenda has begun already: change it activity by activity."
    ),
    "unknown_activity": lambda: QCoreApplication.translate("Agenda", "This activity is not in the agenda any more."),
    "activity_running": lambda: QCoreApplication.translate(
        "Agenda", "This activity is under way. End it first, or start another one."
    ),
    "activity_over": lambda: QCoreApplication.translate("Agenda", "This activity is over. Start it again to go on."),
    "nothing_running": lambda: QCoreApplication.translate("Agenda", "No activity is under way."),
    "nothing_before": lambda: QCoreApplication.translate("Agenda", "There is no activity to go back to."),
    "too_many_activities": lambda: QCoreApplication.translate(
        "Agenda", "A class takes an agenda of %limit activities at most. Split the plan."
    ),
    "too_many_questions": lambda: QCoreApplication.translate(
        "Agenda", "An activity takes %limit prepared questions at most."
    ),
    "bad_duration": lambda: QCoreApplication.translate("Agenda", "An activity lasts from 0 to %limit minutes."),
    "bad_moment": lambda: QCoreApplication.translate("Agenda", "An agenda takes no moment after the year 2099."),
    "id_used": lambda: QCoreApplication.translate("Agenda", "This activity stands in the agenda already."),
}
"""What can be asked of it, as the end of a sentence, and what its refusals mean."""
