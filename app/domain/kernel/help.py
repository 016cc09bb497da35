"""Help: what a room's call for it has in common, whoever decides about it.

A room says of itself that it is stuck, in the capability that keeps rooms; who takes the call and when it is over is
decided in the one queue that holds people's calls as well. Both fold the events of this base, and neither knows the
other.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.kernel.messages import Event

if TYPE_CHECKING:
    from app.domain.kernel.words import PlaceId


class HelpTurn(StrEnum):
    """What an event says of a call for help.

    `WANTED`: somebody should come. `TAKEN`: the actor goes there. `RELEASED`: nobody goes there any more. `GIVEN`: they
    were helped. `WITHDRAWN`: they need nobody any more.
    """

    WANTED = "wanted"
    TAKEN = "taken"
    RELEASED = "released"
    GIVEN = "given"
    WITHDRAWN = "withdrawn"


class HelpEvent(Event, frozen=True, kw_only=True):
    """The base of events that a call for help goes through."""

    def where(self) -> PlaceId:
        """Return the room that calls, as a place; empty when a person does."""
        raise NotImplementedError

    def turn(self) -> HelpTurn:
        """Return what it says of the call."""
        raise NotImplementedError
