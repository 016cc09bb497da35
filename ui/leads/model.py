"""The leads of a class as rows, made from the state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.kernel.powers import Power, captain_there
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.words import Role, room_channel, topic_channel
from app.domain.leads.state import LeadsState
from app.domain.roster.state import RosterState
from app.domain.topics.decider import TopicsState
from ui.bridge.names import member_name, place_name
from ui.widgets.time_label import hour_text

if TYPE_CHECKING:
    from app.domain.kernel.world import World


@dataclass(frozen=True)
class LeadRow:
    """Who leads what until when.

    Attributes:
        place: what they lead, as a channel.
        where: what it is called.
        member: who.
        name: what they are called.
        until: when it ends by itself, in milliseconds since 1970.
        powers: what they may do there.
        prompt: what is asked of people there; empty for nothing.
    """

    place: str
    where: str
    member: str
    name: str
    until: int
    powers: tuple[Power, ...]
    prompt: str


def leads(world: World) -> tuple[LeadRow, ...]:
    """List who leads what, what ends first first.

    Args:
        world: to read.
    """
    state = world.state(LeadsState)
    rows = [
        LeadRow(
            place=lead.place,
            where=place_name(world, lead.place),
            member=lead.member,
            name=member_name(world, lead.member),
            until=lead.until,
            powers=lead.powers,
            prompt=prompt_text(world, lead.place),
        )
        for lead in state.leads.values()
    ]
    return tuple(sorted(rows, key=lambda row: (row.until, row.where)))


def prompt_text(world: World, place: str) -> str:
    """Give what is asked of people in a place; empty for nothing.

    Args:
        world: to read.
        place: a topic or a room, as a channel.
    """
    prompt = world.state(LeadsState).prompts.get(place)
    return prompt.shown.text if prompt is not None and prompt.shown is not None else ""


def leads_until(world: World, member: str) -> int:
    """Tell until when somebody leads, in milliseconds since 1970; 0 when they do not.

    Args:
        world: to read.
        member: who.
    """
    leading = (lead.until for lead in world.state(LeadsState).leads.values() if lead.member == member)
    return max(leading, default=0)


def is_captain(world: World, member: str, place: str) -> bool:
    """Tell whether somebody is captain of the room in which they are.

    Args:
        world: to read.
        member: who.
        place: where they are.
    """
    return captain_there(world, place) == member


def lead_badge(until: int) -> str:
    """Say beside a name that somebody leads.

    Args:
        until: until when, in milliseconds since 1970.
    """
    return QCoreApplication.translate("Leads", "leads until %1").replace("%1", hour_text(until))


def captain_badge() -> str:
    """Say beside a name that somebody is captain of their room."""
    return QCoreApplication.translate("Leads", "captain")


def row_words(row: LeadRow) -> str:
    """Give a lead as a screen reader says it.

    Args:
        row: of it.
    """
    return ". ".join(part for part in (row.name, row.where, lead_badge(row.until), row.prompt) if part)


def power_text(power: Power) -> str:
    """Say what a power lets one do.

    Args:
        power: which one.
    """
    match power:
        case Power.OPEN:
            return QCoreApplication.translate("Leads", "Open and close it and its questions")
        case Power.PROMPT:
            return QCoreApplication.translate("Leads", "Write what is asked there")
        case Power.AIR:
            return QCoreApplication.translate("Leads", "Put its questions and messages on air")
        case Power.HANDS:
            return QCoreApplication.translate("Leads", "Run the hands of the room")
        case Power.STEPS:
            return QCoreApplication.translate("Leads", "Tick the steps")
        case Power.TIME:
            return QCoreApplication.translate("Leads", "Ask for more time")


def places(world: World) -> tuple[tuple[str, str], ...]:
    """List what may be led, as pairs of a channel and what it is called: topics, then the rooms that are open.

    Args:
        world: to read.
    """
    topics = list(world.state(TopicsState).topics.values())
    order = {TopicStanding.OPEN: 0, TopicStanding.PREPARED: 1, TopicStanding.CLOSED: 2}
    topics.sort(key=lambda topic: order[topic.standing])
    rooms = sorted((room for room in world.state(RosterState).rooms.values() if room.is_open), key=lambda r: r.order)
    return (
        *((topic_channel(topic.topic), topic.title) for topic in topics),
        *((room_channel(room.room), room.name) for room in rooms),
    )


def candidates(world: World, place: str) -> tuple[tuple[str, str], ...]:
    """List who may lead a place, as pairs of a member and their name: learners who are in, of a room those in it.

    Args:
        world: to read.
        place: a topic or a room, as a channel; empty for any.
    """
    is_room = place.startswith("room:")
    people = [
        (seat.member, member_name(world, seat.member))
        for seat in world.seats.all_seats()
        if seat.is_in and seat.role is Role.LEARNER and (not is_room or seat.place == place)
    ]
    return tuple(sorted(people, key=lambda pair: pair[1].casefold()))
