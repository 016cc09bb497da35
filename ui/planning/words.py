"""How the preparing of a plan with others is named to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.widgets.labels import Tone

if TYPE_CHECKING:
    from app.plans import Plan
    from app.sync.planning import Colleague
    from ui.planning.sharing import Together


def line_words(together: Together) -> tuple[str, Tone, str, str]:
    """Say how the line to the others stands: the words, their tone, an icon, and what it means.

    Args:
        together: how the plan is shared.
    """
    translate = QCoreApplication.translate
    if together.shared.is_online:
        more = translate("Planning", "What you and your colleagues edit reaches everybody at once.")
        return translate("Planning", "Connected"), Tone.OK, "wifi", more
    more = translate("Planning", "What you edit is kept on this computer, and comes together when the line is back.")
    if together.is_connecting:
        return translate("Planning", "Connecting…"), Tone.WARN, "refresh-cw", more
    return translate("Planning", "Offline"), Tone.WARN, "wifi-off", more


def place_words(colleague: Colleague, plan: Plan) -> str:
    """Say whether a colleague is here, and at what.

    Args:
        colleague: one of the others.
        plan: as it stands; names the items.
    """
    translate = QCoreApplication.translate
    if not colleague.is_here:
        return translate("Planning", "not here now")
    titles = {each.id: each.title for each in plan.activities}
    title = titles.get(colleague.activity)
    if title is None:
        return translate("Planning", "here")
    if not title:
        return translate("Planning", "here, at an untitled activity")
    return translate("Planning", "here, at “%1”").replace("%1", title)


def at_field_words(people: list[Colleague]) -> str:
    """Say who writes in a field.

    Args:
        people: those who do.
    """
    names = ", ".join(each.name for each in people)
    return QCoreApplication.translate("Planning", "%1 is here").replace("%1", names)
