"""Words that are read across a room: their size follows the height of the window, not the size of the desk's text."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.theme import colour

HEIGHT: Final = 720
WIDTH: Final = 1280
"""The window in which one unit is one pixel."""


def unit_of(width: int, height: int) -> float:
    """Return how many pixels a unit has in a window.

    Args:
        width: of the window, in pixels.
        height: of the window, in pixels.
    """
    return max(0.5, min(width / WIDTH, height / HEIGHT))


class Big(QLabel):
    """A text for a room.

    Args:
        size: of the letters, in units.
        weight: as fonts have it: 400 is plain, 700 bold.
        ink: the name of its colour.
        wrap: whether it may take several lines.
        spacing: between letters, in hundredths of their size.
    """

    def __init__(
        self, size: float, *, weight: int = 400, ink: str = "text", wrap: bool = False, spacing: int = 0
    ) -> None:
        super().__init__()
        self._size, self._weight, self._ink, self._spacing = size, weight, ink, spacing
        self._unit = 1.0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.scale(1.0)

    def scale(self, unit: float) -> None:
        """Take the size that a window asks for.

        Args:
            unit: in pixels.
        """
        self._unit = unit
        size = max(8, round(self._size * unit))
        look = f"font-size: {size}px; font-weight: {self._weight}; color: {colour(self._ink).name()};"
        if self._spacing:
            look += f" letter-spacing: {size * self._spacing / 100:.1f}px;"
        if self.styleSheet() != look:
            self.setStyleSheet(look)
            # Before it is shown, too, the room that it takes is that of its new size.
            self.ensurePolished()
            self.updateGeometry()

    def resize_to(self, size: float) -> None:
        """Take another size.

        Args:
            size: of the letters, in units.
        """
        if size != self._size:
            self._size = size
            self.scale(self._unit)

    def set_ink(self, ink: str) -> None:
        """Take another colour.

        Args:
            ink: its name.
        """
        if ink != self._ink:
            self._ink = ink
            self.scale(self._unit)

    def say(self, text: str) -> None:
        """Show a text; an empty one takes no room.

        Args:
            text: already translated.
        """
        if self.text() != text:
            self.setText(text)
        self.setVisible(bool(text))


def size_for(text: str, *, largest: float, smallest: float, fits: int) -> float:
    """Return a size at which a text of any length stands in about the same room.

    Args:
        text: what is shown.
        largest: of the sizes.
        smallest: of the sizes.
        fits: how many characters stand there at the largest.
    """
    return max(smallest, min(largest, largest * math.sqrt(fits / max(1, len(text)))))


class Scaled(QWidget):
    """A part of the projector that scales all big words in it with its window."""

    def scale(self, unit: float) -> None:
        """Take the size that a window asks for.

        Args:
            unit: in pixels.
        """
        for label in self.findChildren(Big):
            label.scale(unit)
