"""Who led what in a class, and what became of the topics that learners proposed, as tables."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.kernel.words import ChannelId, MemberId, Millis, room_of, topic_of
from app.domain.leads.events import End
from app.domain.leads.state import LeadsState
from app.domain.roster.state import RosterState
from app.domain.session.decider import SessionState
from app.domain.topics.decider import TopicsState
from app.domain.topics.events import Fate
from app.domain.topics.proposals import root_of, supporters
from app.reports.sheets import Sheet

if TYPE_CHECKING:
    from app.domain.kernel.world import World

HEADS: Final = {
    "fr": {
        "person": "Personne",
        "place": "Sujet ou salle",
        "from": "Du",
        "to": "Au",
        "minutes": "Minutes",
        "why": "Fin",
        "title": "Sujet proposé",
        "author": "Proposé par",
        "votes": "Votes",
        "fate": "Devenu",
        "reason": "Motif",
        "time": "temps écoulé",
        "returned": "rendue",
        "revoked": "reprise",
        "passed_on": "confiée à un autre",
        "closed": "fermé",
        "gone": "parti",
        "over": "fin de la classe",
        "waiting": "en attente",
        "opened": "ouvert",
        "declined": "écarté",
        "merged": "fusionné",
    },
    "en": {
        "person": "Person",
        "place": "Topic or room",
        "from": "From",
        "to": "To",
        "minutes": "Minutes",
        "why": "End",
        "title": "Proposed topic",
        "author": "Proposed by",
        "votes": "Votes",
        "fate": "Became",
        "reason": "Reason",
        "time": "time was up",
        "returned": "handed back",
        "revoked": "taken back",
        "passed_on": "passed on",
        "closed": "closed",
        "gone": "left",
        "over": "end of the class",
        "waiting": "waiting",
        "opened": "opened",
        "declined": "declined",
        "merged": "merged",
    },
}
"""The words of the tables, by language."""


class LeadLine(msgspec.Struct, frozen=True, kw_only=True):
    """A lead that somebody had.

    Attributes:
        member: who led.
        name: what they are called; `#N` for a number without a name.
        place: what, as a channel.
        where: what it is called.
        since: since when, in milliseconds since 1970.
        ended_at: when it ended; 0 while it goes on.
        why: for which reason; none while it goes on.
    """

    member: MemberId
    name: str
    place: ChannelId
    where: str
    since: Millis
    ended_at: Millis
    why: End | None


class ProposalLine(msgspec.Struct, frozen=True, kw_only=True):
    """A topic that was proposed.

    Attributes:
        proposal: its id.
        title: what it was called; empty when it was never admitted, or erased.
        member: who proposed it.
        name: what they are called.
        votes: how many wanted it.
        fate: what became of it, or of what it counts as.
        reason: why it was declined.
        at: when it was proposed.
    """

    proposal: str
    title: str
    member: MemberId
    name: str
    votes: int
    fate: Fate
    reason: str
    at: Millis


def lead_lines(world: World) -> tuple[LeadLine, ...]:
    """Return every lead of a class, in the order in which they began.

    Args:
        world: the class.
    """
    state = world.state(LeadsState)
    ended = [(past.lead, past.ended_at, past.why) for past in state.past]
    going = [(lead, 0, None) for lead in state.leads.values()]
    lines = [
        LeadLine(
            member=lead.member,
            name=_name(world, lead.member),
            place=lead.place,
            where=_where(world, lead.place),
            since=lead.since,
            ended_at=ended_at,
            why=why,
        )
        for lead, ended_at, why in (*ended, *going)
    ]
    return tuple(sorted(lines, key=lambda line: line.since))


def proposal_lines(world: World) -> tuple[ProposalLine, ...]:
    """Return every proposal that was not taken back, the most wanted first.

    Args:
        world: the class.
    """
    state = world.state(TopicsState)
    lines = []
    for proposal in state.proposals.values():
        root = root_of(state.proposals, proposal.id) or proposal
        fate = Fate.MERGED if root.id != proposal.id and root.fate is Fate.WAITING else root.fate
        lines.append(
            ProposalLine(
                proposal=proposal.id,
                title=proposal.title,
                member=proposal.author,
                name=_name(world, proposal.author),
                votes=len(supporters(state, proposal.id)),
                fate=fate,
                reason=root.reason,
                at=proposal.at,
            )
        )
    return tuple(sorted(lines, key=lambda line: (-line.votes, line.at)))


def lead_sheets(world: World, language: str = "") -> tuple[Sheet, ...]:
    """Return the leads and the proposals of a class as tables.

    Args:
        world: the class.
        language: of the words, `fr` or `en`; the class's own when left out.
    """
    words = HEADS.get(language or world.state(SessionState).language, HEADS["en"])
    leads = tuple(
        (
            line.name,
            line.where,
            _moment(line.since),
            _moment(line.ended_at),
            round((line.ended_at - line.since) / 60_000) if line.ended_at else "",
            words[str(line.why)] if line.why is not None else "",
        )
        for line in lead_lines(world)
    )
    proposals = tuple(
        (line.title, line.name, line.votes, words[str(line.fate)], line.reason) for line in proposal_lines(world)
    )
    return (
        Sheet("leads", tuple(words[key] for key in ("person", "place", "from", "to", "minutes", "why")), leads),
        Sheet("proposals", tuple(words[key] for key in ("title", "author", "votes", "fate", "reason")), proposals),
    )


def _moment(at: Millis) -> str:
    """Write a moment in universal time, as spreadsheets read it; empty for none."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M:%SZ") if at else ""


def _name(world: World, member: MemberId) -> str:
    seat = world.seats.seat(member)
    return (seat.name or f"#{seat.number}") if seat is not None else ""


def _where(world: World, place: ChannelId) -> str:
    topic = topic_of(place)
    if topic is not None:
        return world.topics.title(topic)
    room = world.state(RosterState).rooms.get(room_of(place) or "")
    return room.name if room is not None else ""
