"""The lists of people as this computer keeps them: of each plan while one prepares, and the links of each class."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.expected.commands import ExpectPeople, NewPerson
from app.people.person import FIELDS, PeopleList, PeopleUnreadable, Person, Seat, read_list, write_list
from app.sync.links import SeatLink, new_token, token_hash, write_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.sync.shelf import Shelf
    from ui.bridge.session import SessionBridge
    from ui.bridge.tasks import TaskScope

FRAME_BYTES: Final = 200_000
"""How many bytes of people go into one command; a frame holds a mebibyte."""


class Lists(QObject):
    """Keeps lists by the id of their plan or session. Every change is on disk a moment later.

    `changed` carries the id of a list that reads differently, or has just been read.

    Args:
        shelf: where they are kept.
        scope: reads and writes in the background.
        parent: the owner.
    """

    changed = Signal(object)

    def __init__(self, shelf: Shelf, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._scope = shelf, scope
        self._lists: dict[str, PeopleList] = {}
        self._unreadable: set[str] = set()

    def of(self, list_id: str) -> PeopleList:
        """Return a list as far as it has been read; `want` reads it.

        Args:
            list_id: of a plan or a session.
        """
        return self._lists.get(list_id, PeopleList())

    def is_ready(self, list_id: str) -> bool:
        """Tell whether a list has been read and may be changed; one that a newer version wrote may not.

        Args:
            list_id: of a plan or a session.
        """
        return list_id in self._lists

    def is_unreadable(self, list_id: str) -> bool:
        """Tell whether a list was written by a newer version, or is damaged: it is left as it is.

        Args:
            list_id: of a plan or a session.
        """
        return list_id in self._unreadable

    def want(self, list_id: str) -> None:
        """Read a list if that has not been done, and tell `changed`.

        Args:
            list_id: of a plan or a session.
        """
        if list_id and list_id not in self._lists:
            self._scope.spawn(self.load(list_id), name="the people expected")

    async def load(self, list_id: str) -> PeopleList:
        """Read a list if that has not been done, and return it.

        Args:
            list_id: of a plan or a session.

        Raises:
            StorageError: the library cannot be read.
        """
        if list_id not in self._lists:
            body = await self._shelf.run(self._shelf.library.expected, list_id)
            try:
                kept = PeopleList() if body is None else read_list(body)
            except PeopleUnreadable:
                self._unreadable.add(list_id)
                self.changed.emit(list_id)
                return PeopleList()
            # Somebody may have changed it while the disk was asked.
            self._lists.setdefault(list_id, kept)
            self.changed.emit(list_id)
        return self._lists[list_id]

    def put(self, list_id: str, kept: PeopleList) -> None:
        """Keep a list, in place of the one before.

        Args:
            list_id: of a plan or a session.
            kept: the list as it is from now on.
        """
        if self._lists.get(list_id) == kept:
            return
        self._lists[list_id] = kept
        now = time.time_ns() // 1_000_000
        write = self._shelf.run(self._shelf.library.put_expected, list_id, write_list(kept), now)
        # The library's thread keeps the order in which it was asked, so the last change wins on disk too.
        self._scope.spawn(write, name="keep the people expected")
        self.changed.emit(list_id)

    def change(self, list_id: str, people: Iterable[Person]) -> None:
        """Give a list other people.

        Args:
            list_id: of a plan, read before.
            people: all of them.
        """
        self.put(list_id, replace(self.of(list_id), people=tuple(people)))

    def unsent(self, list_id: str) -> tuple[Person, ...]:
        """Return the people of a plan for whom its class keeps no seat yet.

        Args:
            list_id: of the plan.
        """
        kept = self.of(list_id)
        there = self.of(kept.session).seats if kept.session else {}
        return tuple(person for person in kept.people if person.id not in there)

    async def send(self, list_id: str, bridge: SessionBridge) -> int:
        """Have a class expect the people of a plan: one command for all, and a personal link each.

        Args:
            list_id: of the plan.
            bridge: to the class.

        Returns:
            How many people it had not expected before.

        Raises:
            StorageError: the library cannot be read.
        """
        kept, session = await self.load(list_id), bridge.session
        if not kept.people:
            return 0
        mine = await self.load(session)
        seats = dict(mine.seats)
        new = [person for person in kept.people if person.id not in seats]
        for some in _in_frames(new):
            tokens = [new_token() for _ in some]
            asked = bridge.submit(ExpectPeople(people=tuple(_new(p, t) for p, t in zip(some, tokens, strict=True))))
            if asked is None:
                return 0
            for n, (person, token) in enumerate(zip(some, tokens, strict=True)):
                seats[person.id] = Seat(member=bridge.created_by(asked, n), token=token)
        self.put(session, replace(mine, session=session, seats=seats))
        self.put(list_id, replace(self.of(list_id), session=session))
        return len(new)

    def links(self, list_id: str, base: str) -> dict[str, str]:
        """Return the personal links of a plan's people into its class, by person.

        Args:
            list_id: of the plan.
            base: the base URL at which learners reach the class.
        """
        session = self.of(list_id).session
        seats = self.of(session).seats if session else {}
        return {person: write_link(SeatLink(base, session, seat.token)) for person, seat in seats.items()}


def _new(person: Person, token: str) -> NewPerson:
    return NewPerson(token_hash=token_hash(token), **{name: getattr(person, name) for name in FIELDS})


def _in_frames(people: list[Person]) -> Iterator[list[Person]]:
    """Divide people so that each part fits into a frame; nearly always there is one part."""
    some: list[Person] = []
    size = 0
    for person in people:
        length = len(msgspec.json.encode(person)) + 120
        if some and size + length > FRAME_BYTES:
            yield some
            some, size = [], 0
        some.append(person)
        size += length
    if some:
        yield some
