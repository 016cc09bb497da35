"""Running text for delegates: broken between words, and within one only when it is longer than a line."""

from collections.abc import Sequence
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

from ui.widgets.theme import font


def set_paragraph(text: str, across: int, formats: Sequence[QTextLayout.FormatRange] = ()) -> tuple[QTextLayout, int]:
    """Break a text into lines of the body type.

    Args:
        text: as a person wrote it, with its line breaks.
        across: the longest line, in logical pixels.
        formats: how parts of it look otherwise than the rest.

    Returns:
        The lines, to be drawn at a point, and their height in logical pixels.
    """
    option = QTextOption()
    # Each text reads in its own direction, whatever the language of the window.
    option.setTextDirection(_direction(text))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made = QTextLayout(text.replace("\n", "\u2028"), font())
    made.setTextOption(option)
    made.setCacheEnabled(True)
    made.setFormats(list(formats))
    made.beginLayout()
    height = 0.0
    spacing = QFontMetrics(font()).lineSpacing() + 2
    while (line := made.createLine()).isValid():
        line.setLineWidth(across)
        line.setPosition(QPointF(0, height))
        # Emoji are taller than letters; equal lines read calmer.
        height += max(spacing, round(line.height()) if line.height() > 1.4 * spacing else spacing)
    made.endLayout()
    return made, round(height)


def _direction(text: str) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if _is_right_to_left(text) else Qt.LayoutDirection.LeftToRight


def _is_right_to_left(text: str) -> bool:
    """Tell by the first letter that has a direction (rule P2 of the Unicode bidirectional algorithm)."""
    return next((kind in {"R", "AL"} for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), False)
