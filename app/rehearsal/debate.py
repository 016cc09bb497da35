"""A debate in a rehearsal: people take positions, argue, are convinced and move; the host gives the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.debate.commands import (
    CloseDebate,
    EndTurn,
    ExtendTurn,
    GiveFloor,
    JudgeStatement,
    MarkConvincing,
    MarkSpoke,
    PrepareDebate,
    PutStatement,
    TakeBackTurn,
    TakePosition,
    WriteArgument,
)
from app.domain.debate.draft import Draft
from app.domain.debate.events import Verdict
from app.domain.debate.floor import SILENT, queue
from app.domain.debate.state import DebateState
from app.domain.kernel.words import Role, derived_id

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from app.domain.kernel.messages import Command
    from app.rehearsal.clock import Clock
    from app.rehearsal.script import Corpus, InDebate
    from app.sync.client import StaffClient
    from app.sync.page import PageClient

BEGINS: Final = 0.19
ENDS: Final = 0.60
"""The parts of the class between which the debate is open."""

TURNS: Final = (0.22, 0.27, 0.33, 0.41, 0.49, 0.55)
"""The parts of the class at which somebody gets the floor."""

_SPEECH: Final = 0.02
"""For how large a part of the class each of them speaks."""


async def hold_debate(
    client: StaffClient, do: Callable[[Command], Awaitable[str]], words: Corpus, clock: Clock, seconds: float
) -> None:
    """Open a debate, put its statements, give the floor to whoever spoke least, and close it.

    Args:
        client: the host's desktop.
        do: asks for a command and waits for its fate.
        words: what is debated.
        clock: the class's time.
        seconds: how long the class takes.
    """
    await clock.until(BEGINS * seconds)
    draft = Draft(motion=words.motion, statements=words.statements, turn_seconds=60)
    asked = await do(PrepareDebate(draft=draft, opens=True))
    debate = derived_id(asked, client.member, 0)
    statements = [derived_id(asked, client.member, n) for n in range(1, len(draft.statements) + 1)]
    for place, part in enumerate(TURNS):
        await clock.until(part * seconds)
        if place < len(statements):
            await do(PutStatement(statement=statements[place]))
        member = _next(client)
        if member:
            await _speaks(client, do, member, clock, seconds, place)
    await clock.until(ENDS * seconds)
    await do(CloseDebate(debate=debate))


async def _speaks(
    client: StaffClient,
    do: Callable[[Command], Awaitable[str]],
    member: str,
    clock: Clock,
    seconds: float,
    place: int,
) -> None:
    """Give somebody the floor for a while; once they only spoke elsewhere, and once that was a mistake."""
    if place in {1, 2}:
        noted = await do(MarkSpoke(member=member, seconds=30))
        if place == 2:  # noqa: PLR2004 (the second of the two)
            await do(TakeBackTurn(turn=derived_id(noted, client.member, 0)))
        return
    turn = derived_id(await do(GiveFloor(member=member)), client.member, 0)
    if place == 0:
        await do(ExtendTurn(turn=turn))
    await clock.until(clock.now + _SPEECH * seconds)
    await do(EndTurn(turn=turn))


def _next(client: StaffClient) -> str:
    """Return who is to speak: the first in the queue, else whoever spoke least; empty when nobody is there."""
    world = client.world
    spoken = world.state(DebateState).spoken
    seats = {seat.member for seat in world.seats.all_seats() if seat.is_in and seat.role is Role.LEARNER}
    waiting = [hand.member for hand in queue(world.talk.raised(), spoken) if hand.member in seats]
    silent = sorted(seats, key=lambda who: (spoken.get(who, SILENT).turns, spoken.get(who, SILENT).millis, who))
    return next(iter((*waiting, *silent)), "")


def open_debate(page: PageClient) -> str:
    """Return the debate that is open on a page; empty when none is.

    Args:
        page: a learner's.
    """
    debates: dict[str, Any] = page.documents.get("class", {}).get("debate", {}).get("debates", {})
    return next((key for key, entry in debates.items() if entry["state"] == "open"), "")


def take_part(page: PageClient, act: InDebate) -> Iterator[Command]:
    """Give what a learner asks for in the open debate, as their page shows it.

    Args:
        page: theirs.
        act: what they do.
    """
    section: dict[str, Any] = page.documents.get("class", {}).get("debate", {})
    debate = open_debate(page)
    if not debate:
        return
    keys = sorted(section["debates"][debate]["positions"])
    mine = page.documents.get("me", {}).get("debate", {}).get("mine", {}).get(debate, {}).get("position", "")
    there: dict[str, Any] = section.get("arguments", {})
    others = sorted(key for key, each in there.items() if each["debate"] == debate and each["author"] != page.member)
    picked = others[int(act.pick * len(others)) % len(others)] if others else ""
    position = keys[int(act.pick * len(keys)) % len(keys)]
    if act.moves:
        if mine:
            rest = [key for key in keys if key != mine]
            position = rest[int(act.pick * len(rest)) % len(rest)]
        yield TakePosition(debate=debate, position=position, because=picked if mine else "")
    elif act.text and mine:
        root = picked if picked and "reply_to" not in there[picked] and act.pick > 0.6 else ""  # noqa: PLR2004
        yield WriteArgument(debate=debate, position=mine, text=act.text, reply_to=root)
    else:
        if picked:
            yield MarkConvincing(argument=picked)
        for key, each in sorted(section.get("statements", {}).items()):
            if each["debate"] == debate:
                yield JudgeStatement(statement=key, verdict=list(Verdict)[int(act.pick * 3) % 3])
