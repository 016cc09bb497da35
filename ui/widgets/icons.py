"""The icons: Lucide drawings, tinted with a colour of the theme and sharp at any scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.widgets.theme import tokens
from ui.widgets.tokens import RESOURCES


def icon_size() -> int:
    """Give the usual side of an icon in logical pixels; it grows with the text."""
    return tokens().type.body + 4


def beside_words(side: int | None = None) -> QSize:
    """Give the size of an icon before words, with its distance from them.

    Args:
        side: of the icon in logical pixels; the usual one when left out.
    """
    side = side or icon_size()
    return QSize(side + 5, side)


class IconMissingError(Exception):
    """No drawing has this name.

    Attributes:
        code: stable, for messages and logs.
    """

    code = "ui.icon_missing"

    def __init__(self, name: str) -> None:
        super().__init__(f"no icon is called {name!r}; add it to resources/icons")
        self.name = name


def icon_names() -> frozenset[str]:
    """Give the names of all bundled icons."""
    return frozenset(path.stem for path in (RESOURCES / "icons").glob("*.svg"))


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    path = RESOURCES / "icons" / f"{name}.svg"
    if not path.is_file():
        raise IconMissingError(name)
    # Two units of stroke are heavy beside Inter at 14 pixels.
    return path.read_text(encoding="utf-8").replace('stroke-width="2"', 'stroke-width="1.85"')


@lru_cache(maxsize=512)
def _renderer(name: str, hex_colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", hex_colour).encode()))


def paint_icon(painter: QPainter, name: str, where: QRect | QRectF, colour_name: str = "text") -> None:
    """Draw an icon, for delegates and painted widgets.

    Args:
        painter: to draw with, at any device pixel ratio.
        name: of the drawing, such as `hand`.
        where: a square in the painter's logical pixels.
        colour_name: a field of `Colours`.

    Raises:
        IconMissingError: when no drawing has this name.
        KeyError: when no colour has this name.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, tokens().colours.named(colour_name)).render(painter, QRectF(where))
    painter.restore()


@lru_cache(maxsize=1024)
def _pixmap(name: str, hex_colour: str, width: int, height: int) -> QPixmap:
    # Qt asks for nothing as well, where a tab or a button is too narrow for its icon.
    if min(width, height) < 1:
        return QPixmap()
    made = QPixmap(width, height)
    made.fill(Qt.GlobalColor.transparent)
    side = min(width, height)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # At the left of what is wider than high: a button's icon keeps its distance from the words that way.
    where = QRectF(0, (height - side) / 2, side, side)
    _renderer(name, hex_colour).render(painter, where)
    painter.end()
    return made


class _TintedEngine(QIconEngine):
    """Draws in the colours of the moment, so that an icon that was set once follows the theme."""

    # Qt takes a clone without telling Python, which would then collect it.
    _clones: list[QIconEngine] = []  # noqa: RUF012 - shared on purpose

    def __init__(self, name: str, colour_name: str, checked_name: str) -> None:
        super().__init__()
        self._name = name
        self._colour_name = colour_name
        self._checked_name = checked_name

    def _hex(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        colours = tokens().colours
        if mode == QIcon.Mode.Disabled:
            return colours.disabled
        return colours.named(self._checked_name if state == QIcon.State.On else self._colour_name)

    def clone(self) -> QIconEngine:
        made = _TintedEngine(self._name, self._colour_name, self._checked_name)
        self._clones.append(made)
        return made

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        where = QRectF(0, 0, side, side)
        where.moveTopLeft(QRectF(rect).topLeft())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(self._name, self._hex(mode, state)).render(painter, where)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return QPixmap(_pixmap(self._name, self._hex(mode, state), size.width(), size.height()))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        made = self.pixmap(size * scale, mode, state)
        made.setDevicePixelRatio(scale)
        return made

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        return size


def icon(name: str, colour_name: str = "muted", *, checked: str = "accent_text") -> QIcon:
    """Give an icon that follows the theme by itself.

    Args:
        name: of the drawing, such as `hand`.
        colour_name: a field of `Colours`.
        checked: the colour while its button is checked.

    Raises:
        IconMissingError: when no drawing has this name.
        KeyError: when no colour has this name.
    """
    _drawing(name)
    for each in (colour_name, checked):
        tokens().colours.named(each)
    return QIcon(_TintedEngine(name, colour_name, checked))


def icon_pixmap(name: str, colour_name: str, size: int, ratio: float) -> QPixmap:
    """Give an icon as a picture.

    Args:
        name: of the drawing.
        colour_name: a field of `Colours`.
        size: side in logical pixels.
        ratio: device pixels per logical pixel.

    Raises:
        IconMissingError: when no drawing has this name.
        KeyError: when no colour has this name.
    """
    side = round(size * ratio)
    made = QPixmap(_pixmap(name, tokens().colours.named(colour_name), side, side))
    made.setDevicePixelRatio(ratio)
    return made


def square(centre: QPoint, side: int) -> QRect:
    """Give a square around a point, in logical pixels.

    Args:
        centre: its middle.
        side: its side.
    """
    return QRect(centre.x() - side // 2, centre.y() - side // 2, side, side)
