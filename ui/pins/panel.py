"""What can be asked about pinned messages, which stand in a bar over their conversation and have no other panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.i18n import Words
    from ui.shell.panels import Panel

WORDS: dict[str, Words] = {
    "pins.pin": lambda: QCoreApplication.translate("Pins", "pinning a message"),
    "pins.unpin": lambda: QCoreApplication.translate("Pins", "unpinning a message"),
    "pins.move": lambda: QCoreApplication.translate("Pins", "moving a pinned message"),
    "too_many_pins": lambda: QCoreApplication.translate(
        "Pins", "This conversation has %limit pinned messages already. Unpin one first."
    ),
    "not_pinned": lambda: QCoreApplication.translate("Pins", "This message is not pinned any more."),
}
"""What can be asked about pins, as the end of a sentence, and what is wrong with it."""

PANELS: tuple[Panel, ...] = ()
