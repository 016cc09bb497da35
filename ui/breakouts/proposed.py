"""The list of a proposal: rooms to be and their people, dragged from one to another, or moved by a key."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.roster.view import MIME
from ui.widgets.avatar import paint_avatar
from ui.widgets.icons import paint_icon
from ui.widgets.rows import RowRole, RowsModel, RowsView
from ui.widgets.theme import colour, font, tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from ui.breakouts.proposal import Proposal

LEFT_OUT = -1
_ROW, _AVATAR = 30, 22
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class GroupRow:
    """The heading of a room to be; place -1 is who is left out."""

    place: int
    name: str
    count: int

    @property
    def key(self) -> str:
        """What the row is known by."""
        return f"group/{self.place}"


@dataclass(frozen=True)
class MemberRow:
    """Somebody in a room to be."""

    place: int
    member: str
    name: str
    captain: bool
    note: str

    @property
    def key(self) -> str:
        """What the row is known by."""
        return self.member


Row = GroupRow | MemberRow


def rows_of(
    proposal: Proposal, name_of: Callable[[str], str], note_of: Callable[[str], str] = lambda _member: ""
) -> tuple[Row, ...]:
    """Make the rows of a proposal.

    Args:
        proposal: to show.
        name_of: gives a member's name.
        note_of: gives what one should know of a member; empty for nothing.
    """
    rows: list[Row] = []
    for place, group in enumerate(proposal.groups):
        rows.append(GroupRow(place, group.name, len(group.members)))
        rows += [
            MemberRow(place, member, name_of(member), member == group.captain, note_of(member))
            for member in group.members
        ]
    if proposal.left_out:
        title = QCoreApplication.translate("Rooms", "In no room")
        rows.append(GroupRow(LEFT_OUT, title, len(proposal.left_out)))
        rows += [
            MemberRow(LEFT_OUT, member, name_of(member), captain=False, note=note_of(member))
            for member in proposal.left_out
        ]
    return tuple(rows)


def _row_words(row: Row) -> str:
    if isinstance(row, GroupRow):
        return f"{row.name} ({row.count})"
    text = QCoreApplication.translate("Rooms", "%1, speaks for the room") if row.captain else "%1"
    return text.replace("%1", row.name)


class ProposedModel(RowsModel[Row]):
    """People that are dragged onto a room to be. `dropped` carries members and the place of the group."""

    dropped = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda row: row.key, _row_words, parent)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """People are dragged, onto anything."""
        found = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        return found | Qt.ItemFlag.ItemIsDragEnabled if isinstance(self.row_at(index), MemberRow) else found

    def mimeTypes(self) -> list[str]:
        """Name what is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Pack the members."""
        rows = [self.row_at(index) for index in indexes]
        made = QMimeData()
        made.setData(MIME, json.dumps([row.member for row in rows if isinstance(row, MemberRow)]).encode())
        return made

    def supportedDropActions(self) -> Qt.DropAction:
        """People move; there is only one of each."""
        return Qt.DropAction.MoveAction


class ProposedDelegate(QStyledItemDelegate):
    """Paints rooms to be and their people."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.target: int | None = None

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line."""
        return QSize(option.rect.width(), max(_ROW, QFontMetrics(font()).height() + 10))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row: Row = index.data(RowRole)
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or self.target == row.place:
            focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(colour("accent") if focused else Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected"))
            painter.drawRoundedRect(option.rect.adjusted(6, 1, -6, -1), tokens().radius.m, tokens().radius.m)
        area = option.rect.adjusted(space.l, 0, -space.l, 0)
        if isinstance(row, GroupRow):
            self._heading(painter, row, area)
        else:
            self._member(painter, row, area)
        painter.restore()

    @staticmethod
    def _heading(painter: QPainter, row: GroupRow, area: QRect) -> None:
        strong = font(weight=QFont.Weight.DemiBold)
        painter.setFont(font(tokens().type.caption, tabular=True))
        painter.setPen(colour("muted"))
        painter.drawText(area, _RIGHT, str(row.count))
        painter.setFont(strong)
        painter.setPen(colour("muted" if row.place == LEFT_OUT else "text"))
        name = QFontMetrics(strong).elidedText(row.name, Qt.TextElideMode.ElideRight, area.width() - 40)
        painter.drawText(area, _LEFT, name)

    @staticmethod
    def _member(painter: QPainter, row: MemberRow, area: QRect) -> None:
        space = tokens().space
        disc = QRect(area.left() + space.s, area.center().y() - _AVATAR // 2, _AVATAR, _AVATAR)
        paint_avatar(painter, disc, row.name, row.member)
        words = area.adjusted(space.s + _AVATAR + space.s, 0, 0, 0)
        if row.captain:
            paint_icon(painter, "star", QRect(words.right() - 15, words.center().y() - 7, 15, 15), "accent_text")
            words.setRight(words.right() - 20)
        if row.note:
            small = font(tokens().type.caption)
            width = QFontMetrics(small).horizontalAdvance(row.note)
            painter.setFont(small)
            painter.setPen(colour("muted"))
            painter.drawText(words, _RIGHT, row.note)
            words.setRight(words.right() - width - space.s)
        painter.setFont(font())
        painter.setPen(colour("text"))
        painter.drawText(
            words, _LEFT, QFontMetrics(font()).elidedText(row.name, Qt.TextElideMode.ElideRight, words.width())
        )


class ProposedView(Translated, RowsView):
    """Shows a proposal. M moves, C makes captain, T keeps together, A keeps apart, F2 renames, Enter opens the menu.

    `asked` carries the name of what a key asks for, `menu_wanted` a screen position, `dropped` members and a place.

    Args:
        parent: the owner.
    """

    asked = Signal(object)
    menu_wanted = Signal(object)
    dropped = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rows = ProposedModel(self)
        self._delegate = ProposedDelegate(self)
        self.setItemDelegate(self._delegate)
        self.show_model(self.rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(self.tr("Proposed rooms"))
        self.setAccessibleDescription(
            self.tr(
                "M moves, C makes captain, T keeps together, A keeps apart, F2 renames a room, L links its meeting, "
                "Enter opens the menu."
            )
        )
        self.rows.repeat()

    def chosen(self) -> tuple[str, ...]:
        """Give the members that are chosen, in the order they stand."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: index.row())
        found = (self.rows.row_at(index) for index in indexes)
        return tuple(row.member for row in found if isinstance(row, MemberRow))

    @property
    def heading(self) -> GroupRow | None:
        """The room that the keyboard is on, if it is on one."""
        row = self.rows.row_at(self.currentIndex())
        return row if isinstance(row, GroupRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on those that are chosen."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        asked = {
            Qt.Key.Key_M: "move",
            Qt.Key.Key_C: "captain",
            Qt.Key.Key_T: "together",
            Qt.Key.Key_A: "apart",
            Qt.Key.Key_F2: "rename",
            Qt.Key.Key_L: "link",
            Qt.Key.Key_Return: "menu",
            Qt.Key.Key_Enter: "menu",
        }.get(Qt.Key(event.key()))
        if plain and asked is not None:
            self.asked.emit(asked)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters act."""

    def below_current(self) -> object:
        """Give the screen position below the current row."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open what can be done."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.below_current() if keyboard else event.globalPos())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Light up the room below."""
        super().dragMoveEvent(event)
        row = self.rows.row_at(self.indexAt(event.position().toPoint()))
        self._aim(row.place if row is not None else None)
        if row is not None:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Put the light out."""
        self._aim(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the light out, and ask for the move."""
        row = self.rows.row_at(self.indexAt(event.position().toPoint()))
        self._aim(None)
        if row is not None and event.mimeData().hasFormat(MIME):
            members = json.loads(bytes(event.mimeData().data(MIME).data()))
            self.dropped.emit(tuple(members), row.place)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def _aim(self, place: int | None) -> None:
        if place != self._delegate.target:
            self._delegate.target = place
            self.viewport().update()
