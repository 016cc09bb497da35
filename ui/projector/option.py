"""One of several choices as the projector shows it: its words, how many took it, and a bar that says the same."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from ui.projector.big import Big, Scaled
from ui.widgets.theme import colour


class Option(Scaled):
    """One choice of a poll, with a bar for how many took it."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Big(28, wrap=True)
        self._count = Big(28, weight=700)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._unit = 1.0
        self._is_right = False
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(self._count)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)
        self._column.addWidget(self._bar)

    def scale(self, unit: float) -> None:
        """Take the size that a window asks for."""
        super().scale(unit)
        self._unit = unit
        self._dress()
        self._column.setSpacing(round(6 * unit))

    def resize_to(self, size: float) -> None:
        """Take another size, in units: many choices leave little room to each."""
        self._text.resize_to(size)
        self._count.resize_to(size)

    def say(self, text: str, count: int | None, *, most: int, of: int, right: bool) -> None:
        """Show a choice; without a count nobody may know yet how many took it."""
        self._text.say(f"✓ {text}" if right else text)
        self._text.set_ink("ok_text" if right else "text")
        self._count.say(
            "" if count is None else f"{count}" if not of else f"{count} · {round(100 * count / of)}\u202f%"
        )
        self._bar.setVisible(count is not None)
        self._bar.setRange(0, max(1, most))
        self._bar.setValue(count or 0)
        self._is_right = right
        self._dress()

    def _dress(self) -> None:
        name = colour("ok_text" if self._is_right else "accent").name()
        back = colour("sunken").name()
        radius = round(6 * self._unit)
        self._bar.setStyleSheet(
            f"QProgressBar {{ background: {back}; border: none; border-radius: {radius}px;"
            f" min-height: {2 * radius}px; max-height: {2 * radius}px; }}"
            f"QProgressBar::chunk {{ background: {name}; border-radius: {radius}px; }}"
        )
