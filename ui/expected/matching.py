"""Who of those who came is who on the list: what the state says, and the one gesture that settles it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.expected.commands import MatchPeople, Pair, UnmatchPeople
from app.domain.expected.decider import ExpectedState, missing, strangers
from app.people.similar import suggestions, sure_pairs
from ui.bridge.names import member_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.expected.decider import Person
    from app.domain.kernel.world import World
    from ui.bridge.session import SessionBridge
    from ui.widgets.toast import Toast

MOST_ASKED_ABOUT = 10
"""Of how many strangers at once it is worked out whom they may be; the next ones follow when these are settled."""


@dataclass(frozen=True)
class Stranger:
    """A learner who came by the code and is nobody on the list.

    Attributes:
        member: their id.
        name: as they call themselves; also one that is still held.
        meant: who they may be, the likeliest first.
        sure: whether the first one is meant for sure.
    """

    member: str
    name: str
    meant: tuple[Person, ...]
    sure: bool


@dataclass(frozen=True)
class Arrivals:
    """How the list stands.

    Attributes:
        expected: how many are on it.
        missing: those who have not come.
        strangers: those who came by the code and are nobody on the list, but for those who were set aside.
    """

    expected: int
    missing: tuple[Person, ...]
    strangers: tuple[Stranger, ...]

    @property
    def sure(self) -> tuple[Stranger, ...]:
        """The strangers about whom there is no doubt."""
        return tuple(stranger for stranger in self.strangers if stranger.sure)


class Matching(QObject):
    """Reads who has come, and matches. A stranger who is nobody on the list can be set aside, on this desktop.

    `changed` is emitted when somebody was set aside.

    Args:
        bridge: to the class.
        toast: tells what was done, with a way back.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, bridge: SessionBridge, toast: Toast, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._toast = bridge, toast
        self._aside: set[str] = set()
        self._read: tuple[tuple[object, ...], Arrivals] | None = None

    def arrivals(self) -> Arrivals:
        """Read how the list stands."""
        world = self._bridge.projected
        expected = len(world.state(ExpectedState).people)
        if not expected:
            return Arrivals(0, (), ())
        left = tuple(missing(world))
        came = [(seat.member, _name(world, seat.member)) for seat in strangers(world) if seat.member not in self._aside]
        key = (expected, left, tuple(came))
        if self._read is None or self._read[0] != key:
            self._read = key, Arrivals(expected, left, _strangers(came, left))
        return self._read[1]

    def match(self, pairs: Sequence[tuple[str, Person]]) -> None:
        """Say who people are, with a way back.

        Args:
            pairs: a member, and whom they are.
        """
        asked = tuple(Pair(arrival=member, person=person.person) for member, person in pairs)
        if not asked or self._bridge.submit(MatchPeople(pairs=asked)) is None:
            return
        members = tuple(pair.arrival for pair in asked)
        if len(pairs) == 1:
            text = self.tr("%1 is %2 on the list")
            text = text.replace("%1", member_name(self._bridge.projected, members[0])).replace("%2", pairs[0][1].name)
        else:
            text = self.tr("%n people found on the list", "", len(pairs))
        self._toast.say(text, undo=lambda: self.unmatch(members))

    def match_sure(self) -> None:
        """Say who all those are about whom there is no doubt."""
        self.match([(stranger.member, stranger.meant[0]) for stranger in self.arrivals().sure])

    def unmatch(self, members: tuple[str, ...]) -> None:
        """Take matches back.

        Args:
            members: who came by the code.
        """
        self._bridge.submit(UnmatchPeople(members=members))

    def set_aside(self, member: str) -> None:
        """Ask no more who somebody is, with a way back.

        Args:
            member: who came by the code.
        """
        self._aside.add(member)
        self.changed.emit()
        name = member_name(self._bridge.projected, member)
        self._toast.say(self.tr("%1 is not on the list").replace("%1", name), undo=lambda: self._ask_again(member))

    def _ask_again(self, member: str) -> None:
        self._aside.discard(member)
        self.changed.emit()


def _name(world: World, member: str) -> str:
    seat = world.seats.seat(member)
    return seat.name if seat is not None else ""


def _strangers(came: Sequence[tuple[str, str]], left: Sequence[Person]) -> tuple[Stranger, ...]:
    people = {person.person: person for person in left}
    names = {key: person.name for key, person in people.items()}
    sure = sure_pairs(dict(came), names)
    made = []
    for place, (member, name) in enumerate(came):
        if member in sure:
            made.append(Stranger(member, name, (people[sure[member]],), sure=True))
        else:
            found = suggestions(name, names) if place < MOST_ASKED_ABOUT else []
            made.append(Stranger(member, name, tuple(people[key] for key, _score in found), sure=False))
    # Those about whom something can be said come first.
    return tuple(sorted(made, key=lambda stranger: (not stranger.sure, not stranger.meant)))
