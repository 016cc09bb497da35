"""What the projector shows: the document that learners' pages have of the class, built by the very same views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.domain.kernel.views import CLASS, place_audience
from app.domain.kernel.words import room_of
from app.domain.registry import REGISTRY
from ui.bridge.session import Changed

if TYPE_CHECKING:
    from ui.bridge.session import SessionBridge


class Feed(QObject):
    """Keeps the learners' document of a class, those of the rooms where somebody is, and nothing else of it.

    `changed` carries the document of the class; `rooms` holds what those in each room see of who is there.
    While nobody listens, nothing is built.

    Args:
        bridge: to the class; its confirmed state is read, as learners see nothing that is still pending.
        parent: the owner.
    """

    changed = Signal(object)

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._projector = REGISTRY.projector()
        self.document: dict[str, Any] = {}
        self.rooms: dict[str, dict[str, Any]] = {}
        self.is_on = False
        bridge.stateChanged.connect(self._changed)

    def turn(self, *, on: bool) -> None:
        """Begin or cease to follow the class.

        Args:
            on: whether somebody looks.
        """
        self.is_on = on
        if on:
            self._build()

    def _changed(self, changed: object) -> None:
        if self.is_on and isinstance(changed, Changed) and (changed.reset or changed.capabilities):
            self._build()

    def _build(self) -> None:
        world = self._bridge.world
        document = self._projector.render(world, CLASS)
        rooms = self._rooms() if "round" in document.get("breakouts", {}) else {}
        if document != self.document or rooms != self.rooms:
            self.document, self.rooms = document, rooms
            self.changed.emit(document)

    def _rooms(self) -> dict[str, dict[str, Any]]:
        """Return the rosters of the rooms where somebody is: what else a room has is its own."""
        world = self._bridge.world
        places = sorted({seat.place for seat in world.seats.all_seats() if seat.is_in and room_of(seat.place)})
        return {place: self._projector.render(world, place_audience(place)).get("roster", {}) for place in places}
