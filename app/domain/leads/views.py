"""What learners see of leads: who leads which topic or room until when, what is asked there, and what is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.kernel.gate import Outcome, TextDecided, TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.powers import CAPTAINS, PowersLent, TopicChanged
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, me
from app.domain.kernel.words import room_channel, room_of, topic_channel, topic_of
from app.domain.leads import events as e
from app.domain.leads.state import LeadsState
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.words import ChannelId, MemberId
    from app.domain.kernel.world import World
    from app.domain.leads.state import Lead, Prompt


def _state(world: World) -> LeadsState:
    return world.state(LeadsState)


def _named(world: World, member: MemberId) -> dict[str, Any]:
    """Return how a document names a person: by their name, or by their number."""
    seat = world.seats.seat(member)
    if seat is None:
        return {}
    entry: dict[str, Any] = {"by": seat.member, "number": seat.number}
    return entry | {"name": seat.name} if seat.name else entry


def _is_known(world: World, place: ChannelId) -> bool:
    """Whether the whole class knows of a place: topics that were opened."""
    standing = world.topics.standing(topic_of(place) or "")
    return standing is not None and standing is not TopicStanding.PREPARED


def _entry_of(world: World, lead: Lead | None) -> Json | None:
    if lead is None:
        return None
    powers = {str(power): True for power in lead.powers}
    return {"since": lead.since, "until": lead.until, "powers": powers} | _named(world, lead.member)


def _prompt_of(world: World, prompt: Prompt | None) -> Json | None:
    shown = prompt.shown if prompt else None
    if shown is None or not shown.text:
        return None
    return {"text": shown.text, "at": shown.at} | _named(world, shown.author)


def _lead_keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return [place for place in _state(world).leads if _is_known(world, place)]


def _lead_entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    return _entry_of(world, _state(world).leads.get(key)) if _is_known(world, key) else None


def _prompt_keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001
    return [place for place in _state(world).prompts if _is_known(world, place)]


def _prompt_entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    return _prompt_of(world, _state(world).prompts.get(key)) if _is_known(world, key) else None


def _room_lead(world: World, audience: Audience) -> Json | None:
    return _entry_of(world, _state(world).leads.get(room_channel(audience.key)))


def _room_prompt(world: World, audience: Audience) -> Json | None:
    return _prompt_of(world, _state(world).prompts.get(room_channel(audience.key)))


def _mine_keys(world: World, audience: Audience) -> Iterable[str]:
    state = _state(world)
    led = [lead.place for lead in state.leads.values() if lead.member == audience.key]
    return dict.fromkeys([*led, *(place for place, member in state.captains.items() if member == audience.key)])


def _mine_entry(world: World, audience: Audience, key: str) -> Json | None:
    state = _state(world)
    lead, powers = state.leads.get(key), {}
    entry: dict[str, Any] = {}
    if lead is not None and lead.member == audience.key:
        entry |= {"since": lead.since, "until": lead.until}
        powers = {str(power): True for power in lead.powers}
        topic = topic_of(key)
        if topic is not None and not _is_known(world, key):
            entry["title"] = world.topics.title(topic)
    if state.captains.get(key) == audience.key:
        entry["captain"] = True
        powers |= {str(power): True for power in CAPTAINS}
    return entry | {"powers": powers} if powers else None


def _own_keys(world: World, audience: Audience) -> Iterable[str]:
    prompts = _state(world).prompts
    return [place for place, prompt in prompts.items() if prompt.wordings[-1].author == audience.key]


def _own_entry(world: World, audience: Audience, key: str) -> Json | None:
    """Say how one's own wording of a prompt stands while it is not shown."""
    prompt = _state(world).prompts.get(key)
    newest = prompt.wordings[-1] if prompt else None
    if newest is None or newest.author != audience.key or newest.outcome is Outcome.PUBLISHED or not newest.text:
        return None
    entry: dict[str, Any] = {"text": newest.text, "state": str(newest.outcome)}
    return entry | {"reason": newest.reason} if newest.reason else entry


PARTS: Final = (
    Collection("class", "leads", _lead_keys, _lead_entry),
    Collection("class", "prompts", _prompt_keys, _prompt_entry),
    Field("room", "lead", _room_lead),
    Field("room", "prompt", _room_prompt),
    Collection("me", "mine", _mine_keys, _mine_entry),
    Collection("me", "prompts", _own_keys, _own_entry),
)


def _touch_lead(place: ChannelId) -> Iterable[Touch]:
    room = room_of(place)
    yield Touch(CLASS, "leads", place) if room is None else Touch(Audience("room", room), "lead")


def _touch_prompt(place: ChannelId) -> Iterable[Touch]:
    room = room_of(place)
    yield Touch(CLASS, "prompts", place) if room is None else Touch(Audience("room", room), "prompt")


def _touch_own(world: World, place: ChannelId) -> Iterable[Touch]:
    prompt = _state(world).prompts.get(place)
    for author in {wording.author for wording in prompt.wordings} if prompt else ():
        yield Touch(me(author), "prompts", place)


def _touch_mine(world: World, place: ChannelId) -> Iterable[Touch]:
    """What each of those has of a place who leads, led or is captain: whose lead ended, the event may not tell."""
    state = _state(world)
    people = {lead.member for lead in state.leads.values()} | set(state.captains.values())
    people |= {past.lead.member for past in state.past}
    for member in people:
        yield Touch(me(member), "mine", place)


def _touch_ended(world: World, seq: int) -> Iterable[Touch]:
    """What an event of others ended: those leads' places changed with its seq."""
    state = _state(world)
    for place, at in state.changed.items():
        if at == seq:
            yield from _touch_lead(place)
            yield from _touch_mine(world, place)


def _touch_name(world: World, member: MemberId) -> Iterable[Touch]:
    state = _state(world)
    for place, lead in state.leads.items():
        if lead.member == member:
            yield from _touch_lead(place)
    for place, prompt in state.prompts.items():
        if any(wording.author == member for wording in prompt.wordings):
            yield from _touch_prompt(place)


def _touch_captains(world: World, event: PlacesChanged | PowersLent) -> Iterable[Touch]:
    """Who is captain changed with the rooms: their documents, and those of who were."""
    if isinstance(event, PowersLent):
        for member, place in event.lent():
            yield from (Touch(me(each), "mine", place) for each in (member, *event.lost()) if each)
    if isinstance(event, PlacesChanged) and tuple(event.closed()):
        # Who was captain of what closed, the state tells no longer.
        for seat in world.seats.all_seats():
            yield Touch(me(seat.member), "mine")


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the leads' views."""
    event = envelope.event
    match event:
        case e.LeadPassed(place=place) | e.LeadEnded(place=place):
            yield from _touch_lead(place)
            yield from _touch_mine(world, place)
        case e.PromptWritten(channel=place) | e.PromptTaken(place=place):
            yield from _touch_prompt(place)
            yield from _touch_own(world, place)
        case TextDecided(item=item, author=author):
            place_of = e.place_of_prompt(item)
            if place_of is not None:
                yield from _touch_prompt(place_of)
                yield from _touch_own(world, place_of)
            elif item.startswith("name:"):
                yield from _touch_name(world, author)
        case TextSubmitted(kind="name", author=member):
            yield from _touch_name(world, member)
        case TopicChanged(topic=topic):
            place = topic_channel(topic)
            yield from _touch_lead(place)
            yield from _touch_prompt(place)
            yield from _touch_mine(world, place)
        case SeatChanged(member=member) | MemberErased(member=member):
            yield from _touch_ended(world, envelope.seq)
            yield from _touch_name(world, member)
            for place in _state(world).prompts:
                yield from _touch_own(world, place)
        case PhaseChanged():
            yield from _touch_ended(world, envelope.seq)
        case PlacesChanged() | PowersLent():
            yield from _touch_ended(world, envelope.seq)
            yield from _touch_captains(world, event)
        case _:
            pass
