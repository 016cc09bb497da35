"""What tests of the desktop stand on: a dressed application that speaks English again after each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.i18n import Languages
from ui.widgets.theme import Theme, ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Dress the application, in the light theme."""
    present = qapp.findChildren(Theme)
    made = present[0] if present else Theme(qapp, choice=ThemeChoice.LIGHT)
    made.choose(choice=ThemeChoice.LIGHT, text_scale=1.0, motion=True)
    yield made
    made.choose(choice=ThemeChoice.LIGHT, text_scale=1.0, motion=True)


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Languages]:
    """Speak English."""
    present = qapp.findChildren(Languages)
    made = present[0] if present else Languages(qapp, "en")
    made.speak("en")
    yield made
    made.speak("en")
