"""The hands of somebody at a desktop: they find what can be seen by what is written on it, click it, and type."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.e2e.windows import until

if TYPE_CHECKING:
    from ui.shell.window import MainWindow

W = TypeVar("W", bound=QWidget)


class Hands:
    """Somebody at one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def _seen(self, kind: type[W]) -> list[W]:
        return [widget for widget in self.window.findChildren(kind) if widget.isVisible()]

    async def find(self, kind: type[W]) -> W:
        """Wait until there is one widget of a kind to be seen, and return it."""
        await until(lambda: len(self._seen(kind)) == 1)
        return self._seen(kind)[0]

    def _buttons(self, words: str) -> list[QAbstractButton]:
        return [
            button
            for button in self._seen(QAbstractButton)
            if words in {button.text(), button.accessibleName()} and button.isEnabled()
        ]

    async def press(self, words: str) -> None:
        """Wait for a button that is called so and can be pressed, and press the first."""
        await until(lambda: bool(self._buttons(words)))
        QTest.mouseClick(self._buttons(words)[0], Qt.MouseButton.LeftButton)

    async def run(self, action: str) -> None:
        """Do something from the palette, as soon as it is offered."""
        await until(lambda: self.window.actions_.run(action))

    @staticmethod
    def type(widget: QWidget, text: str) -> None:
        """Type into a field."""
        widget.setFocus()
        QTest.keyClicks(widget, text)

    @staticmethod
    def key(widget: QWidget, key: Qt.Key) -> None:
        """Press a key."""
        QTest.keyClick(widget, key)
