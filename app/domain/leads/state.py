"""Who leads what until when, who is captain of which room, and what is asked of people there; folded from events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.powers import CAPTAINS, NONE, Power, PowersLent, TopicShut
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.words import ChannelId, MemberId, Millis, Phase, room_channel, topic_channel
from app.domain.kernel.world import State
from app.domain.leads import events as e
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from app.domain.kernel.envelope import Envelope


class Lead(msgspec.Struct, frozen=True, kw_only=True):
    """A learner leads a topic or a room.

    Attributes:
        place: what they lead.
        member: who.
        since: since when.
        until: when it ends by itself.
        powers: what they may do there.
        by: who passed it on.
    """

    place: ChannelId
    member: MemberId
    since: Millis
    until: Millis
    powers: tuple[Power, ...]
    by: MemberId


class PastLead(msgspec.Struct, frozen=True, kw_only=True):
    """A lead that is over, when, and why."""

    lead: Lead
    ended_at: Millis
    why: e.End


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """One text of a place's prompt, who wrote it, and how it stands."""

    text: str
    author: MemberId
    at: Millis
    outcome: Outcome
    reason: str = ""


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of people in a place: every text it ever had, and the one that shows (from 1; 0 for none)."""

    wordings: tuple[Wording, ...] = ()
    visible: int = 0

    @property
    def shown(self) -> Wording | None:
        """The text that shows."""
        return self.wordings[self.visible - 1] if self.visible else None


class LeadsState(State, kw_only=True):
    """The leads of the class.

    Attributes:
        leads: place to who leads it.
        past: the leads that are over, in the order in which they ended.
        captains: room, as a place, to its captain.
        prompts: place to what is asked of people there.
        changed: place to the seq at which its lead last changed.
    """

    leads: dict[ChannelId, Lead] = {}
    past: list[PastLead] = []
    captains: dict[ChannelId, MemberId] = {}
    prompts: dict[ChannelId, Prompt] = {}
    changed: dict[ChannelId, int] = {}

    def held(self, member: MemberId, place: ChannelId, at: Millis) -> frozenset[Power]:
        """Return what somebody was lent in a place; see `Powers.held`."""
        lead = self.leads.get(place)
        leading = frozenset(lead.powers) if lead and lead.member == member and at < lead.until else NONE
        return leading | frozenset(CAPTAINS) if self.captains.get(place) == member else leading

    def captain(self, place: ChannelId) -> MemberId:
        """Return who is captain of a room; see `Powers.captain`."""
        return self.captains.get(place, "")


def evolve(state: LeadsState, envelope: Envelope) -> None:
    """Fold one envelope into the leads' state."""
    match envelope.event:
        case e.LeadPassed() as passed:
            _pass(state, passed, envelope)
        case e.LeadEnded(place=place, why=why):
            _end(state, place, why, envelope)
        case e.PromptWritten() as written:
            _write(state, written, envelope.at)
        case e.PromptTaken(place=place):
            known = state.prompts.get(place, Prompt())
            state.prompts[place] = replace(known, visible=0, wordings=tuple(_settled(each) for each in known.wordings))
        case TextDecided(item=item) as decided if (place_of := e.place_of_prompt(item)) is not None:
            if place_of in state.prompts:
                state.prompts[place_of] = _decided(state.prompts[place_of], decided)
        case TopicShut(topic=topic):
            place = topic_channel(topic)
            lead = state.leads.get(place)
            # Who leads a topic and closes it may open it again while their time runs.
            if lead is not None and lead.member != envelope.actor:
                _end(state, place, e.End.CLOSED, envelope)
        case SeatChanged(member=member) | MemberErased(member=member):
            for place in [lead.place for lead in state.leads.values() if lead.member == member]:
                _end(state, place, e.End.GONE, envelope)
            if isinstance(envelope.event, MemberErased):
                _erase(state, member)
        case PhaseChanged(phase=Phase.ENDED):
            for place in tuple(state.leads):
                _end(state, place, e.End.OVER, envelope)
        case _:
            _fold_rooms(state, envelope)


def _fold_rooms(state: LeadsState, envelope: Envelope) -> None:
    """Rooms that close end what was lent there; rooms that open may have a captain."""
    event = envelope.event
    if isinstance(event, PlacesChanged):
        for room in event.closed():
            _end(state, room_channel(room), e.End.CLOSED, envelope)
            state.captains.pop(room_channel(room), None)
    if isinstance(event, PowersLent):
        for member, place in event.lent():
            if member:
                state.captains[place] = member
            else:
                state.captains.pop(place, None)


def _pass(state: LeadsState, event: e.LeadPassed, envelope: Envelope) -> None:
    before = state.leads.get(event.place)
    if before is not None and before.member != event.member:
        _end(state, event.place, e.End.PASSED_ON, envelope)
    goes_on = before is not None and before.member == event.member
    state.leads[event.place] = Lead(
        place=event.place,
        member=event.member,
        since=before.since if before is not None and goes_on else envelope.at,
        until=event.until,
        powers=tuple(Power(power) for power in event.powers),
        by=envelope.actor,
    )
    state.changed[event.place] = envelope.seq


def _end(state: LeadsState, place: ChannelId, why: e.End, envelope: Envelope) -> None:
    lead = state.leads.pop(place, None)
    if lead is not None:
        state.past.append(PastLead(lead=lead, ended_at=envelope.at, why=why))
        state.changed[place] = envelope.seq


def _settled(wording: Wording) -> Wording:
    """What waited when the prompt was taken away waits no longer."""
    return replace(wording, outcome=Outcome.REJECTED) if wording.outcome is not Outcome.PUBLISHED else wording


def _write(state: LeadsState, event: e.PromptWritten, at: Millis) -> None:
    known = state.prompts.get(event.channel, Prompt())
    outcome = Outcome.HELD if event.held_by else Outcome.PUBLISHED
    state.prompts[event.channel] = Prompt(
        wordings=(*known.wordings, Wording(text=event.text, author=event.author, at=at, outcome=outcome)),
        visible=known.visible if event.held_by else event.revision,
    )


def _decided(prompt: Prompt, decided: TextDecided) -> Prompt:
    wordings = list(prompt.wordings)
    index = decided.revision - 1
    wordings[index] = replace(wordings[index], outcome=decided.outcome, reason=decided.reason)
    visible = prompt.visible
    if decided.outcome is Outcome.PUBLISHED:
        visible = max(visible, decided.revision)
    elif visible == decided.revision or decided.hides_all:
        visible = 0
    return Prompt(wordings=tuple(wordings), visible=visible)


def _erase(state: LeadsState, member: MemberId) -> None:
    for place, prompt in list(state.prompts.items()):
        if any(wording.author == member for wording in prompt.wordings):
            blank = tuple(
                replace(wording, text="", reason="") if wording.author == member else wording
                for wording in prompt.wordings
            )
            state.prompts[place] = replace(prompt, wordings=blank)


def text_of(state: LeadsState, item: str, revision: int) -> str | None:
    """Return one text of a place's prompt; None when there is none such."""
    prompt = state.prompts.get(e.place_of_prompt(item) or "")
    return prompt.wordings[revision - 1].text if prompt and 0 < revision <= len(prompt.wordings) else None
