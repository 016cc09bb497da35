"""What every part of the projector is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.projector.big import Scaled

if TYPE_CHECKING:
    from collections.abc import Mapping


class Part(Scaled):
    """One part: reads its own section of the learners' document, and says whether it has something to show."""

    def show_section(self, section: dict[str, Any]) -> bool:
        """Show a section of the learners' document.

        Args:
            section: that of the part's capability; empty when the document has none.

        Returns:
            Whether there is something to show; if not, the room goes to another part.
        """
        raise NotImplementedError

    def show_rooms(self, rooms: Mapping[str, Mapping[str, Any]]) -> None:
        """Show who is in the rooms, where the part says it.

        Args:
            rooms: by place, the roster's section of the document that those in the room have.
        """

    def tick(self, now: int) -> None:
        """Show what changes with time.

        Args:
            now: the class's time, in milliseconds since 1970.
        """
