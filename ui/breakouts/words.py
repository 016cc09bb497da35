"""What rooms, their state and their commands are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication, QObject

from app.domain.breakouts.events import Pulse
from ui.breakouts.model import Need, RoomRow
from ui.widgets.labels import Tone
from ui.widgets.time_label import clock_text

if TYPE_CHECKING:
    from ui.i18n import Words


def need_text(row: RoomRow, now: int) -> str:  # noqa: C901 (one case per need)
    """Say why a room needs somebody, and since when.

    Args:
        row: of the room.
        now: the class's time, in milliseconds.
    """
    clock = clock_text(max(0, (now - row.since) // 1000)) if row.since else ""
    match row.need:
        case Need.HELP:
            text = QCoreApplication.translate("Rooms", "Calls for help for %1")
        case Need.COMING:
            text = QCoreApplication.translate("Rooms", "%2 goes there · %1").replace("%2", row.claimed_by)
        case Need.HAND:
            text = QCoreApplication.translate("Rooms", "A hand is up for %1")
        case Need.EMPTY:
            text = QCoreApplication.translate("Rooms", "Nobody is there")
        case Need.TIME if row.wants:
            text = QCoreApplication.translate("Rooms", "Asks for %2 min · %1").replace("%2", str(row.wants))
        case Need.TIME:
            text = QCoreApplication.translate("Rooms", "Wants more time for %1")
        case Need.DROPPED:
            text = QCoreApplication.translate("Rooms", "Somebody lost the connection")
        case Need.SILENT:
            text = QCoreApplication.translate("Rooms", "Silent for %1")
        case Need.STUCK:
            text = QCoreApplication.translate("Rooms", "No step for %1")
        case Need.DONE:
            text = QCoreApplication.translate("Rooms", "Done for %1")
        case Need.NOTHING:
            text = last_text(row, now)
        case _:
            assert_never(row.need)
    return text.replace("%1", clock)


def last_text(row: RoomRow, now: int) -> str:
    """Say when something was last written.

    Args:
        row: of the room.
        now: the class's time, in milliseconds.
    """
    if not row.last_at:
        return QCoreApplication.translate("Rooms", "Nothing written yet")
    clock = clock_text(max(0, (now - row.last_at) // 1000))
    return QCoreApplication.translate("Rooms", "Last message %1 ago").replace("%1", clock)


def need_tone(need: Need) -> Tone:
    """Give the tone in which a need is said."""
    match need:
        case Need.HELP:
            return Tone.DANGER
        case Need.HAND | Need.TIME | Need.DROPPED | Need.SILENT | Need.STUCK | Need.EMPTY:
            return Tone.WARN
        case Need.COMING:
            return Tone.INFO
        case Need.DONE:
            return Tone.OK
        case Need.NOTHING:
            return Tone.MUTED
        case _:
            assert_never(need)


def need_icon(need: Need) -> str:
    """Name the drawing of a need."""
    match need:
        case Need.HELP | Need.COMING:
            return "life-buoy"
        case Need.HAND:
            return "hand"
        case Need.EMPTY:
            return "user-x"
        case Need.TIME:
            return "timer"
        case Need.DROPPED:
            return "wifi-off"
        case Need.SILENT | Need.STUCK:
            return "clock"
        case Need.DONE:
            return "circle-check"
        case Need.NOTHING:
            return "message-circle"
        case _:
            assert_never(need)


def pulse_text(pulse: Pulse) -> str:
    """Say what a room says of itself."""
    match pulse:
        case Pulse.FINE:
            return QCoreApplication.translate("Rooms", "Fine")
        case Pulse.TIME:
            return QCoreApplication.translate("Rooms", "More time")
        case Pulse.HELP:
            return QCoreApplication.translate("Rooms", "Help")
        case Pulse.DONE:
            return QCoreApplication.translate("Rooms", "Done")
        case _:
            assert_never(pulse)


def row_words(row: RoomRow, now: int) -> str:
    """Say a room in one sentence, for screen readers.

    Args:
        row: of the room.
        now: the class's time, in milliseconds.
    """
    parts = [row.name, need_text(row, now), people_text(len(row.people))]
    captain = next((person.name for person in row.people if person.member == row.captain), "")
    if captain:
        parts.append(captain_text(captain))
    if row.steps:
        parts.append(steps_text(row.done, row.steps))
    return ". ".join(parts)


def captain_text(name: str) -> str:
    """Say who is captain of a room.

    Args:
        name: what they are called.
    """
    return QCoreApplication.translate("Rooms", "captain: %1").replace("%1", name)


def minutes_text(minutes: int) -> str:
    """Say what granting a room's wish does.

    Args:
        minutes: how many more it asks for.
    """
    return _Counts().more(minutes)


def people_text(count: int) -> str:
    """Say how many people there are."""
    return _Counts().people(count)


class _Counts(QObject):
    """Words that count, which need an owner to be found in their plural."""

    def people(self, count: int) -> str:
        """Say how many people there are."""
        return self.tr("%n people", "in a room", count)

    def more(self, minutes: int) -> str:
        """Say how many minutes more are given."""
        return self.tr("Give %n min more", "to the rooms", minutes)


def steps_text(done: int, steps: int) -> str:
    """Say how far a room is."""
    text = QCoreApplication.translate("Rooms", "Step %1 of %2")
    return text.replace("%1", str(done)).replace("%2", str(steps))


SAID: dict[str, Words] = {
    "breakouts.prepare": lambda: QCoreApplication.translate("Rooms", "preparing rooms"),
    "breakouts.open": lambda: QCoreApplication.translate("Rooms", "opening the rooms"),
    "breakouts.reopen": lambda: QCoreApplication.translate("Rooms", "opening the rooms again"),
    "breakouts.close": lambda: QCoreApplication.translate("Rooms", "closing the rooms"),
    "breakouts.set_timer": lambda: QCoreApplication.translate("Rooms", "setting the rooms’ time"),
    "breakouts.open_room": lambda: QCoreApplication.translate("Rooms", "opening a room"),
    "breakouts.close_room": lambda: QCoreApplication.translate("Rooms", "closing a room"),
    "breakouts.move": lambda: QCoreApplication.translate("Rooms", "moving people"),
    "breakouts.set_pulse": lambda: QCoreApplication.translate("Rooms", "saying how a room is doing"),
    "breakouts.answer_time": lambda: QCoreApplication.translate("Rooms", "answering a room’s wish for time"),
    "breakouts.name_captain": lambda: QCoreApplication.translate("Rooms", "naming a captain"),
    "no_timer": lambda: QCoreApplication.translate("Rooms", "The rooms have no end that could be put off."),
    "no_request": lambda: QCoreApplication.translate("Rooms", "This room asks for no more time now."),
    "breakouts.tick": lambda: QCoreApplication.translate("Rooms", "ticking a step"),
    "breakouts.answer": lambda: QCoreApplication.translate("Rooms", "writing a room’s answer"),
    "breakouts.announce": lambda: QCoreApplication.translate("Rooms", "telling the rooms something"),
    "unknown_round": lambda: QCoreApplication.translate(
        "Rooms", "These rooms are no longer as they were. Look again, then decide."
    ),
    "round_open": lambda: QCoreApplication.translate("Rooms", "Rooms are open already. Close them first."),
    "placed_twice": lambda: QCoreApplication.translate("Rooms", "Somebody is in two rooms. Leave them in one."),
    "captain_elsewhere": lambda: QCoreApplication.translate(
        "Rooms", "A room’s captain has to be in that room. Choose another."
    ),
    "time_past": lambda: QCoreApplication.translate("Rooms", "That moment is over. Choose a later one."),
    "room_full": lambda: QCoreApplication.translate("Rooms", "That room is full. Choose another."),
    "not_yours_to_choose": lambda: QCoreApplication.translate(
        "Rooms", "People do not choose their room in this round. Move them instead."
    ),
    "unknown_step": lambda: QCoreApplication.translate("Rooms", "The task has no such step any more."),
    "answer_waits": lambda: QCoreApplication.translate(
        "Rooms", "Another wording of this answer waits to be approved. Decide about that one first."
    ),
    "no_people": lambda: QCoreApplication.translate("Rooms", "Nobody is here to be put into groups."),
}
"""What its commands are called, as the end of a sentence, and what its refusals say."""
