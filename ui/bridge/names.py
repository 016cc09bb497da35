"""What people, rooms and channels are called on the screen."""

from PySide6.QtCore import QCoreApplication

from app.domain.kernel.anonymity import NOBODY, is_alias
from app.domain.kernel.words import ANSWERS, ARGUMENTS, MAIN, STAFF, Role, room_of, topic_of
from app.domain.kernel.world import World
from app.domain.roster.state import RosterState
from app.domain.topics.decider import TopicsState


def member_name(world: World, member: str) -> str:
    """Give the name of a member; a number stands in while no name is admitted, or after erasure.

    Args:
        world: to read.
        member: an id; of a stranger, too.
    """
    if is_alias(member) and world.veil.scope_of(member) is not None:
        # Enough of it to tell those of one activity apart.
        code = member.removeprefix(NOBODY)[:3].upper()
        return QCoreApplication.translate("Names", "Anonymous %1").replace("%1", code)
    if is_alias(member):
        return QCoreApplication.translate("Names", "Somebody (anonymous)")
    seat = world.seats.seat(member)
    if seat is None:
        return QCoreApplication.translate("Names", "Somebody")
    if seat.name:
        return seat.name
    return QCoreApplication.translate("Names", "Participant %1").replace("%1", str(seat.number))


def place_name(world: World, place: str) -> str:
    """Give the name of a room, or of a channel that is no room's.

    Args:
        world: to read.
        place: `main`, `staff`, `room:<id>` or `topic:<id>`.
    """
    if place == MAIN:
        return QCoreApplication.translate("Names", "Main room")
    if place == STAFF:
        return QCoreApplication.translate("Names", "Staff")
    topic = topic_of(place)
    if topic is not None:
        found = world.state(TopicsState).topics.get(topic)
        return found.title if found is not None else QCoreApplication.translate("Names", "A topic")
    if place == ANSWERS:
        return QCoreApplication.translate("Names", "Poll answers")
    if place == ARGUMENTS:
        return QCoreApplication.translate("Names", "Arguments")
    room = world.state(RosterState).rooms.get(room_of(place) or "")
    return room.name if room is not None else QCoreApplication.translate("Names", "A closed room")


def role_name(role: Role) -> str:
    """Give the word for a role.

    Args:
        role: of a member.
    """
    match role:
        case Role.HOST:
            return QCoreApplication.translate("Names", "Host")
        case Role.COFACILITATOR:
            return QCoreApplication.translate("Names", "Co-facilitator")
        case Role.OBSERVER:
            return QCoreApplication.translate("Names", "Observer")
        case Role.LEARNER | Role.RELAY:
            return QCoreApplication.translate("Names", "Learner")
