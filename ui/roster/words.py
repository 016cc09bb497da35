"""How people are spoken of in the People panel: where, since when, how present."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.kernel.seats import Standing
from app.domain.kernel.words import Role
from app.domain.roster.events import DoorMode, Presence
from ui.bridge.names import role_name
from ui.leads.model import captain_badge, lead_badge
from ui.roster.model import Kind, PersonRow, SectionRow
from ui.widgets.time_label import ago_text

if TYPE_CHECKING:
    from ui.i18n import Words
    from ui.roster.model import Row


def section_title(row: SectionRow) -> str:
    """Give the heading of a section.

    Args:
        row: of the section.
    """
    match row.kind:
        case Kind.HANDS:
            return QCoreApplication.translate("People", "Hands raised")
        case Kind.DOOR:
            return QCoreApplication.translate("People", "At the door")
        case Kind.MAIN:
            return QCoreApplication.translate("People", "Main room")
        case Kind.ROOM:
            return row.title
        case Kind.EXPECTED:
            return QCoreApplication.translate("People", "Expected")
        case Kind.GONE:
            return QCoreApplication.translate("People", "Gone")


def section_action(row: SectionRow) -> str:
    """Give the words of what can be done with a whole section; empty for nothing.

    Args:
        row: of the section.
    """
    match row.kind:
        case Kind.DOOR:
            return QCoreApplication.translate("People", "Admit all")
        case Kind.HANDS:
            return QCoreApplication.translate("People", "Lower all")
        case Kind.ROOM:
            return QCoreApplication.translate("People", "Close")
        case Kind.MAIN | Kind.EXPECTED | Kind.GONE:
            return ""


def presence_text(row: PersonRow, now: int) -> str:
    """Say how somebody is there.

    Args:
        row: of the person.
        now: the class's time, in milliseconds.
    """
    ago = ago_text(max(0, (now - row.since) // 1000))
    match row.standing:
        case Standing.EXPECTED:
            return QCoreApplication.translate("People", "Has not come yet")
        case Standing.WAITING:
            return QCoreApplication.translate("People", "Waits to be admitted")
        case Standing.LEFT:
            return QCoreApplication.translate("People", "Has left")
        case Standing.REMOVED:
            return QCoreApplication.translate("People", "Was removed")
        case Standing.ADMITTED:
            pass
    match row.presence:
        case None:
            return QCoreApplication.translate("People", "Not connected yet")
        case Presence.HERE:
            return QCoreApplication.translate("People", "Here")
        case Presence.HIDDEN:
            return QCoreApplication.translate("People", "Looks at something else · %1").replace("%1", ago)
        case Presence.GONE:
            return QCoreApplication.translate("People", "Connection lost · %1").replace("%1", ago)


def presence_icon(row: PersonRow) -> tuple[str, str]:
    """Give the drawing and the colour that say how somebody is there; the words say it too.

    Args:
        row: of the person.
    """
    if row.standing is Standing.WAITING:
        return "door-open", "warn_text"
    if row.standing is not Standing.ADMITTED:
        return "circle", "faint"
    match row.presence:
        case Presence.HERE:
            return "circle-check", "ok_text"
        case Presence.HIDDEN:
            return "eye-off", "muted"
        case Presence.GONE:
            return "wifi-off", "danger_text"
        case None:
            return "circle", "faint"


def row_badge(row: PersonRow) -> str:
    """Say beside a name that somebody leads, or is captain of their room; empty for neither.

    Args:
        row: of the person.
    """
    if row.leads_until:
        return lead_badge(row.leads_until)
    return captain_badge() if row.captain else ""


def person_detail(row: PersonRow, now: int) -> str:
    """Give the second line of a person: role and presence, and a name that they ask for.

    Args:
        row: of the person.
        now: the class's time, in milliseconds.
    """
    parts = [] if row.role is Role.LEARNER else [role_name(row.role)]
    parts.append(presence_text(row, now))
    if row.asked_name:
        parts.append(QCoreApplication.translate("People", "asks to be called %1").replace("%1", row.asked_name))
    return " · ".join(parts)


def row_words(row: Row, now: int) -> str:
    """Give a row as a screen reader says it.

    Args:
        row: of the panel.
        now: the class's time, in milliseconds.
    """
    if isinstance(row, SectionRow):
        action = section_action(row)
        return f"{section_title(row)} ({row.count})" + (f". {action}" if action else "")
    hand = QCoreApplication.translate("People", "Hand raised") if row.hand else ""
    calls = QCoreApplication.translate("People", "Calls for help") if row.calls else ""
    noted = QCoreApplication.translate("People", "The staff have a private note") if row.noted else ""
    return ". ".join(part for part in (row.name, hand, calls, person_detail(row, now), noted) if part)


def door_text(mode: DoorMode) -> str:
    """Say what the door does.

    Args:
        mode: of the door.
    """
    match mode:
        case DoorMode.OPEN:
            return QCoreApplication.translate("People", "Who has the code comes in at once")
        case DoorMode.ASK:
            return QCoreApplication.translate("People", "Who has the code waits until you admit them")


ASKED: dict[str, Words] = {
    "roster.set_door": lambda: QCoreApplication.translate("People", "changing who is let in at once"),
    "roster.admit": lambda: QCoreApplication.translate("People", "admitting people"),
    "roster.remove": lambda: QCoreApplication.translate("People", "removing somebody"),
    "roster.erase": lambda: QCoreApplication.translate("People", "erasing somebody’s data"),
    "roster.change_role": lambda: QCoreApplication.translate("People", "changing somebody’s role"),
    "roster.invite": lambda: QCoreApplication.translate("People", "inviting somebody"),
}
"""What can be asked of it, as the end of a sentence."""
