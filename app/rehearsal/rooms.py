"""Rooms in a rehearsal: rounds in which people meet new partners, calls for help, and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.breakouts.commands import (
    Announce,
    AnswerTask,
    CloseRound,
    MoveMembers,
    OpenRound,
    RoomPlan,
    SetPulse,
    TickStep,
)
from app.domain.breakouts.events import Pulse
from app.domain.breakouts.state import BreakoutsState
from app.domain.kernel.words import Role, room_channel, room_of
from app.grouping.rotation import rotation
from app.grouping.rules import sizes
from app.rehearsal.leads import captains_work
from app.sync.connection import Online

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from random import Random

    from app.domain.kernel.messages import Command
    from app.grouping.rules import Groups
    from app.rehearsal.script import InRoom
    from app.sync.client import StaffClient
    from app.sync.page import PageClient

ROOM_SIZE: Final = 4
_MOST_ROOMS: Final = 50
_MINUTES: Final = 60
_HELP: Final = 0.3
_TICK: Final = 0.6
"""Up to which part of the chance a learner calls for help, or ticks a step; above it they write the answer down."""


class Rounds:
    """The host's rounds.

    Args:
        client: the host's desktop.
        do: asks for a command and waits for its fate.
        names: what rooms are called.
        task: what each room is to do.
        chance: decides who is moved, and what is left open by the rotation.
    """

    def __init__(
        self,
        client: StaffClient,
        do: Callable[[Command], Awaitable[str]],
        names: Iterable[str],
        task: str,
        chance: Random,
    ) -> None:
        self._client, self._do, self._chance = client, do, chance
        self._names, self._task = tuple(names), task
        self._before: list[Groups] = []

    @property
    def _state(self) -> BreakoutsState:
        return self._client.world.state(BreakoutsState)

    def _learners(self) -> list[str]:
        seats = self._client.world.seats.all_seats()
        return [seat.member for seat in seats if seat.is_in and seat.role is Role.LEARNER]

    async def rotate(self) -> None:
        """Open rooms in place of those that are open, in which people meet new partners."""
        people = self._learners()
        if not people:
            return
        wanted = sizes(len(people), size=max(ROOM_SIZE, -(-len(people) // _MOST_ROOMS)))
        (groups,) = rotation(people, wanted, 1, self._chance.randrange(2**32), before=self._before).rounds
        self._before.append(groups)
        # Every other room has a captain.
        rooms = tuple(
            RoomPlan(name=self._name(n), members=group, captain="" if n % 2 else group[0])
            for n, group in enumerate(groups)
        )
        await self._do(
            OpenRound(
                rooms=rooms,
                replaces=self._state.current,
                task=self._task,
                steps=(self._task,),
                minutes=_MINUTES,
                grace=0,
            )
        )
        if self._state.current:
            await self._do(Announce(text=self._task))

    def _name(self, number: int) -> str:
        # There are more rooms in a large class than names for them.
        turn, place = divmod(number, len(self._names))
        return f"{self._names[place]} {turn + 1}" if turn else self._names[place]

    async def move_one(self) -> None:
        """Move somebody to another room while it is open."""
        rooms, people = self._state.open_rooms(), self._learners()
        if len(rooms) > 1 and people:
            place = room_channel(self._chance.choice(rooms).room)
            await self._do(MoveMembers(members=(self._chance.choice(people),), place=place))

    async def close(self) -> None:
        """Bring everybody back."""
        if self._state.current:
            await self._do(CloseRound(round=self._state.current))


def work(page: PageClient, place: str, act: InRoom) -> tuple[Command, ...]:
    """Return what a learner does for their room.

    Args:
        page: theirs.
        place: where they are.
        act: what chance has them do.
    """
    room = room_of(place)
    document: dict[str, Any] = page.documents.get(place, {}).get("breakouts", {})
    if room is None or not document or not isinstance(page.state, Online):
        return ()
    if act.pick < _HELP:
        return (SetPulse(room=room, pulse=Pulse.HELP),)
    if act.pick < _TICK:
        mine = captains_work(page, place)
        if mine:
            return mine
        # Where there is a captain, ticking is theirs.
        done = SetPulse(room=room, pulse=Pulse.DONE)
        return (done,) if "captain" in document else (TickStep(room=room, step=0), done)
    return (AnswerTask(room=room, text=act.text, after=document.get("answer", {}).get("revision", 0)),)
