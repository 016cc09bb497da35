"""Debates as rows, made from the state: arguments, statements, and who waits for the floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.debate.floor import SILENT, Spoken, Waiting, queue
from app.domain.debate.state import Debate, DebateState
from app.domain.kernel.words import Role
from ui.bridge.names import member_name
from ui.debate.words import position_name

if TYPE_CHECKING:
    from app.domain.debate.tally import Shift, Verdicts
    from app.domain.kernel.world import World


@dataclass(frozen=True)
class FlowChart:
    """The shift of a debate, to be painted.

    Attributes:
        names: of the positions, by key, in order.
        shift: the counts.
    """

    names: dict[str, str]
    shift: Shift


@dataclass(frozen=True)
class ArgumentRow:
    """An argument, or a reply to one, in the list of arguments.

    Attributes:
        id: its id.
        text: what it says; empty after erasure.
        author: who wrote it, by name.
        position: the name of the position under which it stands.
        side: the name of the position its author held, where that is another; else empty.
        convinced: how many it convinces.
        swayed: how many named it when they moved.
        is_reply: whether it answers another.
        is_waiting: whether it waits to be admitted, or was turned down.
    """

    id: str
    text: str
    author: str
    position: str
    side: str
    convinced: int
    swayed: int
    is_reply: bool
    is_waiting: bool


@dataclass(frozen=True)
class StatementRow:
    """A statement of a debate.

    Attributes:
        id: its id.
        text: what it says.
        is_put: whether it was put to the class.
        results: whether learners see the counts.
        verdicts: what people say to it.
    """

    id: str
    text: str
    is_put: bool
    results: bool
    verdicts: Verdicts


@dataclass(frozen=True)
class SpeakerRow:
    """Somebody in the list of those who speak and wait.

    Attributes:
        member: who.
        name: theirs.
        waiting: their raised hand; none when it is down.
        place: in the queue, from 1; 0 when the hand is down.
        spoken: how much they have spoken.
        position: the name of the position they hold in the debate under way; empty for none.
        speaks: whether they have the floor.
    """

    member: str
    name: str
    waiting: Waiting | None
    place: int
    spoken: Spoken
    position: str
    speaks: bool


def debates(world: World) -> tuple[Debate, ...]:
    """List the debates: the open one, those that were open, the last first, then those that are prepared.

    Args:
        world: to read.
    """
    known = world.state(DebateState).debates.values()
    opened = sorted((each for each in known if each.opened), key=lambda each: (not each.is_open, -each.opened))
    return (*opened, *(each for each in known if not each.opened))


def flow_chart(world: World, debate: Debate) -> FlowChart:
    """Give the shift of a debate as it stands now.

    Args:
        world: to read.
        debate: which.
    """
    names = {key: position_name(debate.draft, key) for key in debate.draft.keys}
    return FlowChart(names, world.state(DebateState).shift(debate))


def argument_rows(world: World, debate: Debate) -> tuple[ArgumentRow, ...]:
    """List a debate's arguments, the most convincing first, each with its replies; those that wait come last.

    Args:
        world: to read.
        debate: which.
    """
    state = world.state(DebateState)

    def row(key: str) -> ArgumentRow:
        found = state.arguments[key]
        return ArgumentRow(
            id=key,
            text=found.shown if found.is_shown else found.text,
            author=member_name(world, found.author),
            position=position_name(debate.draft, found.position),
            side=position_name(debate.draft, found.side) if found.side not in {"", found.position} else "",
            convinced=len(state.convinced.get(key, ())),
            swayed=len(state.swayed.get(key, ())),
            is_reply=bool(found.reply_to),
            is_waiting=not found.is_shown,
        )

    rows: list[ArgumentRow] = []
    replies: dict[str, list[str]] = {}
    for found in state.arguments_of(debate.id):
        if found.is_shown and found.reply_to:
            replies.setdefault(found.reply_to, []).append(found.id)
    for found in state.ranked(debate.id):
        rows += [row(found.id), *(row(key) for key in replies.get(found.id, ()))]
    return (*rows, *(row(each.id) for each in state.arguments_of(debate.id) if not each.is_shown))


def statement_rows(world: World, debate: Debate) -> tuple[StatementRow, ...]:
    """List a debate's statements: those put to the class in that order, then those kept ready.

    Args:
        world: to read.
        debate: which.
    """
    state = world.state(DebateState)
    return tuple(
        StatementRow(each.id, each.text, bool(each.put), each.results, state.heard(each.id))
        for each in state.statements_of(debate.id)
    )


def waiting(world: World) -> tuple[Waiting, ...]:
    """List the raised hands of those who are in, in the order in which they are heard.

    Args:
        world: to read.
    """
    seats = world.seats
    hands = {who: since for who, since in world.talk.raised().items() if (seat := seats.seat(who)) and seat.is_in}
    return tuple(queue(hands, world.state(DebateState).spoken))


def speaker_rows(world: World) -> tuple[SpeakerRow, ...]:
    """List who has the floor, the queue in its order, then all other learners, whoever spoke least first.

    Args:
        world: to read.
    """
    state = world.state(DebateState)
    turn = state.speaking()
    queued = {each.member: (place, each) for place, each in enumerate(waiting(world), 1)}
    current = state.debates.get(state.current)
    listed = [seat.member for seat in world.seats.all_seats() if seat.is_in and seat.role is Role.LEARNER]
    listed += [who for who in (*queued, turn.member if turn else "") if who and who not in listed]

    def row(member: str) -> SpeakerRow:
        place, hand = queued.get(member, (0, None))
        stance = state.stance(current.id, member) if current else None
        return SpeakerRow(
            member=member,
            name=member_name(world, member),
            waiting=hand,
            place=place,
            spoken=state.spoken.get(member, SILENT),
            position=position_name(current.draft, stance.now) if current and stance else "",
            speaks=turn is not None and turn.member == member,
        )

    def rank(row: SpeakerRow) -> tuple[bool, bool, int, int, int]:
        return not row.speaks, not row.place, row.place, row.spoken.turns, row.spoken.millis

    return tuple(sorted((row(member) for member in dict.fromkeys(listed)), key=rank))
