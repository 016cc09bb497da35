"""The people expected in a rehearsal: some come by their own link, others by the code and are found on the list."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.domain.expected.commands import ExpectPeople, MatchPeople, NewPerson, Pair, UnmatchPeople
from app.domain.expected.decider import missing, strangers
from app.people.similar import sure_pairs
from app.sync.links import new_token, token_hash

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from app.domain.kernel.messages import Command
    from app.rehearsal.script import Script
    from app.sync.client import StaffClient

    Ask = Callable[[Command], Awaitable[object]]

_BY_LINK, _BY_CODE, _KINDS = 0, 1, 3


async def expect(ask: Ask, scripts: Sequence[Script]) -> dict[int, str]:
    """Put two of three learners on the list.

    What is secret about them carries a mark that no text of the class has: a page that ever shows it has leaked.

    Args:
        ask: has the host ask for something.
        scripts: everybody who comes.

    Returns:
        The tokens of those who come by their own link, by their number.
    """
    listed = [script for script in scripts if script.number % _KINDS in {_BY_LINK, _BY_CODE}]
    tokens = {script.number: new_token() for script in listed}
    people = tuple(
        NewPerson(
            token_hash=token_hash(tokens[script.number]),
            surname=script.name,
            email=f"#L{script.number:04}-9999@example.org",
            needs=f"#L{script.number:04}-9998",
        )
        for script in listed
    )
    if people:
        await ask(ExpectPeople(people=people))
    return {number: token for number, token in tokens.items() if number % _KINDS == _BY_LINK}


class Greeter:
    """Finds those who came by the code on the list; the first one is taken back and found again.

    Args:
        client: the host's desktop.
        ask: has the host ask for something.
    """

    def __init__(self, client: StaffClient, ask: Ask) -> None:
        self._client, self._ask = client, ask
        self._changed = asyncio.Event()
        self._tried = False

    async def greet(self) -> None:
        """Match whoever is surely on the list, until cancelled."""
        stop = self._client.on_change(lambda change: self._changed.set() if change.envelopes else None)
        try:
            while True:
                await self._changed.wait()
                self._changed.clear()
                world = self._client.world
                came = {seat.member: seat.name for seat in strangers(world)}
                pairs = sure_pairs(came, {person.person: person.name for person in missing(world)})
                if not pairs:
                    continue
                asked = MatchPeople(pairs=tuple(Pair(arrival=one, person=other) for one, other in pairs.items()))
                await self._ask(asked)
                if not self._tried:
                    self._tried = True
                    await self._ask(UnmatchPeople(members=tuple(pairs)))
        finally:
            stop()
