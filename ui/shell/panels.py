"""What a capability brings to the window: panels, each with a mode and a place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from ui.i18n import Words

T = TypeVar("T")


class Mode(StrEnum):
    """The three modes of the desktop, which follow the work."""

    PREPARE = "prepare"
    LIVE = "live"
    REVIEW = "review"


class Place(StrEnum):
    """Where a panel stands.

    `TOPBAR`: in the bar, beside the modes when its order is negative, else at the right. `RAIL`: the column at the
    left. `STAGE`: the strip above the centre. `CENTRE`: the middle; several share it, one shown at a time. `RIGHT`: a
    tab of the column at the right. `SECTION`: in the first tab of that column, which all sections share; they stand one
    below the other, and the first takes the room that is left.
    """

    TOPBAR = "topbar"
    RAIL = "rail"
    STAGE = "stage"
    CENTRE = "centre"
    RIGHT = "right"
    SECTION = "section"


class ServiceMissingError(Exception):
    """A panel needs something that the composition root did not give.

    Attributes:
        code: stable, for messages and logs.
    """

    code = "ui.service_missing"

    def __init__(self, kind: type) -> None:
        super().__init__(f"no {kind.__name__} was given to the panels")
        self.kind = kind


class Services:
    """What panels are built from, asked for by type.

    Args:
        things: each is found by its own class and by that class's bases.
    """

    def __init__(self, *things: object) -> None:
        self._things = things

    def and_(self, *things: object) -> "Services":
        """Give these services and more; the new ones are found first.

        Args:
            things: to add.
        """
        return Services(*things, *self._things)

    def need(self, kind: type[T]) -> T:
        """Give a service.

        Args:
            kind: its class, or a base of it.

        Raises:
            ServiceMissingError: when there is none.
        """
        for thing in self._things:
            if isinstance(thing, kind):
                return thing
        raise ServiceMissingError(kind)


@dataclass(frozen=True)
class Panel:
    """One panel of one capability.

    Attributes:
        capability: the name of its folder.
        mode: in which it is shown.
        place: where it stands.
        order: among those of the same place, from small to large.
        factory: builds it; it is destroyed when its mode is emptied.
        title: of its tab or segment, for places where only one is shown at a time.
        icon_name: beside the title.
        words: what the capability calls its commands, by type, and says of its refusals, by code; see `learn_words`.
    """

    capability: str
    mode: Mode
    place: Place
    order: int
    factory: Callable[[Services], QWidget]
    title: Words = str
    icon_name: str | None = None
    words: Mapping[str, Words] = field(default_factory=dict)
