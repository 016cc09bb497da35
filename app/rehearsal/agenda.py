"""The simulated host's way through the agenda: each activity at its share of the class, and changes like real ones."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from app.domain.agenda.commands import (
    ExtendActivity,
    GoBack,
    PauseActivity,
    ResumeActivity,
    SkipActivity,
    StartActivity,
)
from app.domain.agenda.state import AgendaState
from app.domain.kernel.words import Phase
from app.domain.session.decider import SessionState
from app.sync.runbook.rooms import openings

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.kernel.messages import Command
    from app.rehearsal.clock import Clock
    from app.sync.client import StaffClient

_LAST: Final = 0.96
"""The part of the class by which the last activity has ended."""

_AGAIN_S: Final = 2.0
"""Seconds of the class after which the host tries again what a class that waits did not allow."""


async def lead_through(
    client: StaffClient, do: Callable[[Command], Awaitable[str]], clock: Clock, seconds: float
) -> None:
    """Start every activity at its share of the class; extend one, stop and go on in one, go back to one, skip one.

    Args:
        client: the host's desktop, in a class that has its agenda.
        do: asks for a command and waits for its fate.
        clock: the class's time.
        seconds: how long the class takes.
    """
    state = client.world.state(AgendaState)
    activities = list(state.order)
    minutes = [max(1, state.activities[each].minutes) for each in activities]
    before = list(accumulate(minutes, initial=0))
    for place, activity in enumerate(activities):
        await clock.until(seconds * _LAST * before[place] / before[-1])
        if place == 1:
            await do(ExtendActivity(activity=activities[0], minutes=-1))
        await _start(client, do, clock, activity)
        match place:
            case 1:
                await do(PauseActivity())
                await do(ResumeActivity())
            case 2:
                await do(GoBack())
                await _start(client, do, clock, activity)
            case 3 if activity != activities[-1]:
                await do(SkipActivity(activity=activities[-1]))
            case _:
                pass


async def _start(client: StaffClient, do: Callable[[Command], Awaitable[str]], clock: Clock, activity: str) -> None:
    while client.world.life.phase in {Phase.LOBBY, Phase.PAUSED}:
        await clock.until(clock.now + _AGAIN_S)
    called = "Salle" if client.world.state(SessionState).language == "fr" else "Room"
    await do(StartActivity(activity=activity))
    # Looked up now: while the start was on its way, the host may have opened another round.
    for command in openings(client.world, activity, lambda n: f"{called} {n}", seed=len(activity)):
        await do(command)
