"""Widgets that say their words again when the language changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Base
else:
    _Base = object


class Translated(_Base):
    """Stands before a Qt class among the bases; `retranslate` is called whenever the language changes.

    The class that uses it calls `self.retranslate()` once at the end of its `__init__`.
    """

    def retranslate(self) -> None:
        """Set every text that this widget shows itself."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Listen for a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def with_shortcut(text: str, shortcut: QKeySequence | str | None) -> str:
    """Give the text of a tooltip: what it does, and the keys.

    Args:
        text: already translated.
        shortcut: the keys, or none.
    """
    if not shortcut:
        return text
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text}  ({keys})"
