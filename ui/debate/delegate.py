"""How arguments, statements and speakers look in their lists: a text that wraps, and what is to be said of it below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.widgets.icons import paint_icon
from ui.widgets.rows import RowRole
from ui.widgets.theme import colour, font, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QListView

_ICON, _INDENT = 18, 22
_WRAPS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class Shown(NamedTuple):
    """What a row shows.

    Attributes:
        text: in full, over as many lines as it takes.
        about: in one line below.
        icon_name: a drawing at the left.
        ink: of the drawing and of `about`.
        strong: whether the text is written strong.
        indented: whether it stands under the row before.
    """

    text: str
    about: str
    icon_name: str
    ink: str = "muted"
    strong: bool = False
    indented: bool = False


class LinesDelegate(QStyledItemDelegate):
    """Paints a row as `Shown`.

    Args:
        shown: gives what a row shows.
        view: that is painted.
    """

    def __init__(self, shown: Callable[[object], Shown], view: QListView) -> None:
        super().__init__(view)
        self._shown, self._view = shown, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as the text is."""
        shown = self._shown(index.data(RowRole))
        width = self._view.viewport().width()
        space = tokens().space
        tall = self._text_height(shown, self._room(shown, width))
        return QSize(width, tall + QFontMetrics(_small()).lineSpacing() + 2 * space.s + space.xxs + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        shown = self._shown(index.data(RowRole))
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option)
        left = option.rect.left() + space.m + (_INDENT if shown.indented else 0)
        top = option.rect.top() + space.s
        paint_icon(painter, shown.icon_name, QRect(left, top + 1, _ICON, _ICON), shown.ink)
        left += _ICON + space.s
        room = self._room(shown, option.rect.width())
        tall = self._text_height(shown, room)
        painter.setFont(_face(shown))
        painter.setPen(colour("text"))
        painter.drawText(QRect(left, top, room, tall), _WRAPS, shown.text)
        small = QFontMetrics(_small())
        painter.setFont(_small())
        painter.setPen(colour(shown.ink))
        about = QRect(left, top + tall + space.xxs, room, small.lineSpacing())
        painter.drawText(
            about,
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            small.elidedText(shown.about, Qt.TextElideMode.ElideRight, room),
        )
        painter.restore()

    @staticmethod
    def _room(shown: Shown, width: int) -> int:
        space = tokens().space
        return max(60, width - 2 * space.m - _ICON - space.s - (_INDENT if shown.indented else 0))

    @staticmethod
    def _text_height(shown: Shown, room: int) -> int:
        return QFontMetrics(_face(shown)).boundingRect(QRect(0, 0, room, 10_000), _WRAPS, shown.text or " ").height()


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if not chosen and not pointed:
        return
    has_focus = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(colour("accent") if has_focus else Qt.PenStyle.NoPen)
    painter.setBrush(colour("selected" if chosen else "hover"))
    painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), tokens().radius.m, tokens().radius.m)


def _face(shown: Shown) -> QFont:
    return font(weight=QFont.Weight.DemiBold if shown.strong else QFont.Weight.Normal)


def _small() -> QFont:
    return font(tokens().type.caption, tabular=True)
