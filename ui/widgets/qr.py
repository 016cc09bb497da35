"""QR codes, painted with whole device pixels so that every camera reads them."""

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET_ZONE = 4
"""Modules of white around a code (ISO/IEC 18004)."""


class QrCode(QWidget):
    """Shows a text as a QR code, black on white in every theme, with its quiet zone.

    Args:
        name: what the code leads to, for screen readers; already translated.
        parent: the owner.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modules: tuple[bytes, ...] = ()
        self.setAccessibleName(name)
        self.setMinimumSize(120, 120)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Encode a text; an empty one shows nothing.

        Args:
            text: usually a link; up to about 2,000 characters.

        Raises:
            segno.encoder.DataOverflowError: when it is too long for any code.
        """
        self._modules = ()
        if text:
            made = segno.make(text, error="m", micro=False)
            self._modules = tuple(bytes(row) for row in made.matrix)
        self.update()

    @property
    def modules(self) -> tuple[bytes, ...]:
        """The code's rows of modules, 1 for black, without the quiet zone."""
        return self._modules

    def sizeHint(self) -> QSize:
        """A code that a phone reads across a table."""
        return QSize(220, 220)

    def heightForWidth(self, width: int) -> int:
        """It is square."""
        return width

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if not self._modules:
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        count = len(self._modules) + 2 * QUIET_ZONE
        # A whole number of device pixels a module: no grey edges.
        step = int(min(self.width(), self.height()) * ratio // count) / ratio
        side = step * count
        left = int((self.width() - side) / 2 * ratio) / ratio
        top = int((self.height() - side) / 2 * ratio) / ratio
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(left, top, side, side), step * 2, step * 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(QColor("black"))
        for y, row in enumerate(self._modules):
            for x, dark in enumerate(row):
                if dark:
                    painter.drawRect(QRectF(left + (x + QUIET_ZONE) * step, top + (y + QUIET_ZONE) * step, step, step))
