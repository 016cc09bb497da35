"""Peers who lead, in a rehearsal: a lead that is passed, used and ended, captains, and topics that learners propose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, assert_never

from app.domain.breakouts.commands import AnswerTime, AskTime, TickStep
from app.domain.breakouts.state import BreakoutsState
from app.domain.kernel.words import Role, room_of, topic_of
from app.domain.leads.commands import EndLead, PassLead, WritePrompt
from app.domain.leads.state import LeadsState
from app.domain.questions.commands import AskQuestion, SetAsking, SetStanding
from app.domain.questions.events import Standing
from app.domain.topics.commands import (
    CloseTopic,
    DeclineProposal,
    MergeProposal,
    OpenProposal,
    OpenTopic,
    ProposeTopic,
    SetProposing,
    VoteForTopic,
)
from app.domain.topics.decider import TopicsState
from app.domain.topics.proposals import ranked, supporters
from app.rehearsal.script import CROWD, Leading, Propose

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from random import Random

    from app.domain.kernel.messages import Command
    from app.rehearsal.clock import Clock
    from app.rehearsal.script import Lead, VoteTopic
    from app.sync.client import StaffClient
    from app.sync.page import PageClient

MINUTES: Final = 60
"""For how long a lead is passed, by the relay's clock, which no rehearsal makes faster."""

MORE: Final = 2
"""How many minutes more a captain asks for."""


async def pass_leads(
    client: StaffClient,
    do: Callable[[Command], Awaitable[str]],
    topics: Callable[[], list[str]],
    chance: Random,
    clock: Clock,
    seconds: float,
) -> None:
    """Pass the lead twice: the first is handed back by who has it, the second taken back.

    Args:
        client: the host's desktop.
        do: asks for a command and waits for its fate.
        topics: gives the topics of the class, as channels.
        chance: decides who leads.
        clock: the class's.
        seconds: how long the class takes.
    """
    await clock.until(0.14 * seconds)
    for place in topics()[-1:]:
        await _pass(client, do, place, chance)
    await clock.until(0.64 * seconds)
    for place in topics()[-1:]:
        await _pass(client, do, place, chance)
    await clock.until(0.73 * seconds)
    for place in tuple(client.world.state(LeadsState).leads):
        await do(EndLead(place=place))


async def _pass(client: StaffClient, do: Callable[[Command], Awaitable[str]], place: str, chance: Random) -> None:
    people = [seat.member for seat in client.world.seats.all_seats() if seat.is_in and seat.role is Role.LEARNER]
    if people:
        await do(PassLead(member=chance.choice(people[:CROWD]), place=place, minutes=MINUTES))


async def settle_proposals(
    client: StaffClient,
    do: Callable[[Command], Awaitable[str]],
    reason: str,
    clock: Clock,
    seconds: float,
) -> None:
    """Open what is wanted most, decline and merge the next, and let the rest open by themselves at enough votes.

    Args:
        client: the host's desktop.
        do: asks for a command and waits for its fate.
        reason: what the author of what is declined is told.
        clock: the class's.
        seconds: how long the class takes.
    """
    await clock.until(0.66 * seconds)
    there = ranked(client.world.state(TopicsState))
    if there:
        await do(OpenProposal(proposal=there[0].id, prompt=there[0].title))
    if len(there) > 1:
        await do(DeclineProposal(proposal=there[1].id, reason=reason))
    if len(there) > 3:  # noqa: PLR2004 (two more)
        await do(MergeProposal(proposal=there[3].id, into=there[2].id))
    await clock.until(0.8 * seconds)
    state = client.world.state(TopicsState)
    most = max((len(supporters(state, proposal.id)) for proposal in ranked(state)), default=0)
    await do(SetProposing(on=True, votes=max(1, most)))


def requests(client: StaffClient) -> list[Command]:
    """Return the answers to the rooms that ask for more time.

    Args:
        client: a staff member's desktop.
    """
    state = client.world.state(BreakoutsState)
    return [AnswerTime(room=room.room) for room in state.open_rooms() if room.wants and room.round == state.current]


def propose(page: PageClient, act: Propose | VoteTopic) -> tuple[Command, ...]:
    """Return what a learner proposes, or votes for.

    Args:
        page: theirs.
        act: what chance has them do.
    """
    if isinstance(act, Propose):
        return (ProposeTopic(title=act.text),)
    proposals: dict[str, Any] = page.documents.get("class", {}).get("topics", {}).get("proposals", {})
    others = sorted(key for key, entry in proposals.items() if entry["author"] != page.member)
    return (VoteForTopic(proposal=others[min(int(act.pick * len(others)), len(others) - 1)]),) if others else ()


def lead(page: PageClient, act: Lead) -> Iterable[Command]:
    """Return what a learner does who leads a topic, all of it, or who is captain of their room.

    Args:
        page: theirs.
        act: which part of it, and what to ask.
    """
    mine: dict[str, Any] = page.documents.get("me", {}).get("leads", {}).get("mine", {})
    for place, held in mine.items():
        topic = topic_of(place)
        if topic is not None and "until" in held:
            yield from _in_topic(page, topic, place, act)
        elif act.part is Leading.GO_ON:
            yield from captains_work(page, place)


def _in_topic(page: PageClient, topic: str, place: str, act: Lead) -> Iterable[Command]:
    match act.part:
        case Leading.BEGIN:
            yield WritePrompt(place=place, text=act.text)
            said: dict[str, Any] = page.documents.get(place, {}).get("discussion", {}).get("messages", {})
            for message in sorted(said)[:1]:
                yield AskQuestion(message=message)
                yield SetStanding(question=message, standing=Standing.ON_AIR)
            yield SetAsking(channel=place, on=False)
            yield CloseTopic(topic=topic)
        case Leading.GO_ON:
            yield SetAsking(channel=place, on=True)
            yield OpenTopic(topic=topic)
        case Leading.END:
            yield EndLead(place=place)
        case _:
            assert_never(act.part)


def captains_work(page: PageClient, place: str) -> tuple[Command, ...]:
    """Return what the captain of a room does for it; nothing for anybody else.

    Args:
        page: theirs.
        place: where they are.
    """
    mine: dict[str, Any] = page.documents.get("me", {}).get("leads", {}).get("mine", {})
    room = room_of(place)
    if room is None or "captain" not in mine.get(place, {}):
        return ()
    steps: dict[str, Any] = page.documents.get(place, {}).get("breakouts", {}).get("steps", {})
    ticks = (TickStep(room=room, step=0),) if steps else ()
    return (*ticks, AskTime(room=room, minutes=MORE))
