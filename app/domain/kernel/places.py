"""Where members are: rooms open and close and people change rooms by events of one base, whoever decides them.

The roster folds these events and nothing else into places, so that every member is in exactly one place: the main room,
or a room that is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.domain.kernel.messages import Event

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.words import MemberId, PlaceId


class NamedRoom(NamedTuple):
    """A room and what it is called."""

    room: str
    name: str


class Template(NamedTuple):
    """A room and the text with which its written work begins."""

    room: str
    text: str


class Placed(NamedTuple):
    """A member and where they are from now on."""

    member: MemberId
    place: PlaceId


class PlacesChanged(Event, frozen=True, kw_only=True):
    """The base of events by which rooms open or close, or members are somewhere else.

    What is opened is there before anybody is placed, and who is placed has gone before anything closes. Whoever is in a
    room that closes is in the main room.
    """

    def opened(self) -> Iterable[NamedRoom]:
        """Return the rooms that are open from now on; an id that was used is the same room again."""
        return ()

    def placed(self) -> Iterable[Placed]:
        """Return who is somewhere else from now on."""
        return ()

    def closed(self) -> Iterable[str]:
        """Return the rooms that are closed from now on."""
        return ()

    def templates(self) -> Iterable[Template]:
        """Return with what the rooms that open begin their written work."""
        return ()


class CameIn(Event, frozen=True, kw_only=True):
    """The base of events by which a member may have begun to take part: their seat tells whether they did."""

    def who_came(self) -> MemberId:
        """Return who it is."""
        raise NotImplementedError
