"""Running text for delegates: broken between words, and within one only when it is longer than a line."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption

from ui.widgets.theme import font


def set_paragraph(text: str, across: int) -> tuple[QTextLayout, int]:
    """Break a text into lines of the body type.

    Args:
        text: as a person wrote it, with its line breaks.
        across: the longest line, in logical pixels.

    Returns:
        The lines, to be drawn at a point, and their height in logical pixels.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made = QTextLayout(text.replace("\n", "\u2028"), font())
    made.setTextOption(option)
    made.setCacheEnabled(True)
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
