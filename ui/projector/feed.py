"""What the projector shows: the document that learners' pages have of the class, built by the very same views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.domain.kernel.views import CLASS
from app.domain.registry import REGISTRY
from ui.bridge.session import Changed

if TYPE_CHECKING:
    from ui.bridge.session import SessionBridge


class Feed(QObject):
    """Keeps the learners' document of a class, and nothing else of it.

    `changed` carries the document. While nobody listens, nothing is built.

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
        document = self._projector.render(self._bridge.world, CLASS)
        if document != self.document:
            self.document = document
            self.changed.emit(document)
