"""What the host does beside the agenda: a message on stage, some pinned, prompts held ready, names left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.anonymous.commands import AllowAnonymous
from app.domain.anonymous.decider import ALL
from app.domain.anonymous.events import Allowed
from app.domain.discussion.state import DiscussionState
from app.domain.kernel.words import MAIN, Role
from app.domain.pins.commands import MovePin, PinMessage, UnpinMessage
from app.domain.pins.decider import PinsState
from app.domain.prompts.commands import PreparePrompt
from app.domain.prompts.events import Timing
from app.domain.stage.commands import ClearStage, PutOnStage
from app.sync.client import now_ms

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.kernel.messages import Command
    from app.rehearsal.clock import Clock
    from app.rehearsal.script import Corpus
    from app.sync.client import StaffClient

_SOON_MS: Final = 500
"""After how long, by the relay's own clock, a prompt is asked that is to be asked at a moment."""

_LONG: Final = 240
"""Minutes of silence that do not come in any class that is rehearsed."""


async def facilitate(
    client: StaffClient, do: Callable[[Command], Awaitable[str]], words: Corpus, clock: Clock, seconds: float
) -> None:
    """Do all of it, each thing at its share of the class.

    Args:
        client: the host's desktop, in a class that is about to begin.
        do: asks for a command and waits for its fate.
        words: what is said.
        clock: the class's time.
        seconds: how long the class takes.
    """
    await clock.until(0.04 * seconds)
    await do(AllowAnonymous(channel=ALL, mode=Allowed.EVERYBODY))
    await do(PreparePrompt(text=words.prompts[0], when=Timing.AT, at=now_ms() + client.clock_offset + _SOON_MS))
    await do(PreparePrompt(text=words.prompts[1], when=Timing.QUIET, minutes=_LONG))
    await clock.until(0.26 * seconds)
    for message in _newest(client, 3):
        await do(PinMessage(message=message))
    pinned = client.world.state(PinsState).pinned.get(MAIN, [])
    if len(pinned) > 1:
        await do(MovePin(message=pinned[-1], before=pinned[0]))
        await do(UnpinMessage(message=pinned[0]))
    for message in _newest(client, 2):
        await do(PutOnStage(message=message))
    await clock.until(0.64 * seconds)
    await do(ClearStage())
    await do(AllowAnonymous(channel=ALL, mode=Allowed.PEERS))


def _newest(client: StaffClient, count: int) -> list[str]:
    """Return the newest messages of learners that everybody reads in the main room."""
    state, seats = client.world.state(DiscussionState), client.world.seats
    of_learners = []
    for message in state.shown.get(MAIN, []):
        seat = seats.seat(state.messages[message].author)
        if seat is None or seat.role is Role.LEARNER:
            of_learners.append(message)
    return of_learners[-count:]
