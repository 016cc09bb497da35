"""Avatars: initials on a disc whose colour stays with the person."""

import unicodedata
from zlib import crc32

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.theme import font, tokens
from ui.widgets.tokens import AvatarColours

_AROUND = "-'\u2019.,()"
AVATAR_SIZE = 32
"""The usual diameter, in logical pixels."""


def initials(name: str) -> str:
    """Give one or two capitals that stand for a name; a middle dot when it has no letter.

    Args:
        name: as the person wrote it, in any script.
    """
    words = [word for part in name.split() if (word := part.strip(_AROUND))]
    firsts = [word[0] for word in words if unicodedata.category(word[0])[0] in "LN"]
    if not firsts:
        return "·"
    chosen = firsts[0] if len(firsts) == 1 else firsts[0] + firsts[-1]
    return chosen.upper()


def avatar_colours(key: str) -> AvatarColours:
    """Give the colours of a person, always the same for the same key.

    Args:
        key: a member's id rather than the name, which may change.
    """
    choices = tokens().colours.avatars
    return choices[crc32(key.encode()) % len(choices)]


def paint_avatar(painter: QPainter, where: QRect, name: str, key: str) -> None:
    """Draw an avatar, for delegates.

    Args:
        painter: to draw with.
        where: a square in logical pixels.
        name: of the person.
        key: a member's id.
    """
    colours = avatar_colours(key)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.fill))
    painter.drawEllipse(where)
    painter.setFont(font(round(where.height() * 0.38), weight=QFont.Weight.DemiBold))
    painter.setPen(QColor(colours.ink))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


class Avatar(QWidget):
    """One person's avatar.

    Args:
        name: of the person; also the accessible name.
        key: a member's id.
        size: diameter in logical pixels.
        parent: the owner.
    """

    def __init__(
        self, name: str = "", key: str = "", *, size: int = AVATAR_SIZE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._key = key
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_person(name, key)

    def show_person(self, name: str, key: str) -> None:
        """Show someone else.

        Args:
            name: of the person.
            key: a member's id.
        """
        self._name, self._key = name, key
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Its diameter."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_avatar(QPainter(self), self.rect(), self._name, self._key)
