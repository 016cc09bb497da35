"""The channels as tabs: the main room, the open rooms, the staff's own; what is unread in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.words import MAIN, STAFF, room_channel, topic_channel, topic_of
from app.domain.moderation.events import ChannelMode
from app.domain.moderation.state import ModerationState
from app.domain.roster.state import RosterState
from app.domain.topics.decider import TopicsState
from ui.bridge.names import place_name
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.icons import icon_size, paint_icon
from ui.widgets.labels import Tone
from ui.widgets.rows import RowRole, RowsModel
from ui.widgets.theme import colour, font, tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.kernel.world import World

_ICONS = {MAIN: "messages-square", STAFF: "lock"}


@dataclass(frozen=True)
class ChannelRow:
    """A channel.

    Attributes:
        id: of the channel.
        name: in the person's language.
        icon_name: a drawing.
        unread: how many messages one has not read.
        mode: what it does with learners' texts.
        closed: whether its room or its topic is closed.
    """

    id: str
    name: str
    icon_name: str
    unread: int
    mode: ChannelMode
    closed: bool = False


def channels(world: World, unread: Callable[[str], int], keep: str = "") -> tuple[ChannelRow, ...]:
    """List the channels there are.

    Args:
        world: to read.
        unread: gives how many messages of a channel one has not read.
        keep: a channel that one reads, listed even when its room is closed.
    """
    roster, moderation = world.state(RosterState), world.state(ModerationState)
    rooms = sorted(roster.rooms.values(), key=lambda room: room.order)
    # The staff's own stands where it is always in sight, however many rooms and topics there are.
    found = [MAIN, STAFF]
    found += [room_channel(room.room) for room in rooms if room.is_open or room_channel(room.room) == keep]
    topics = world.state(TopicsState).topics.values()
    found += [topic_channel(topic.topic) for topic in topics if topic.is_known]
    return tuple(
        ChannelRow(
            id=each,
            name=place_name(world, each),
            icon_name=_ICONS.get(each, "hash" if topic_of(each) is None else "message-circle"),
            unread=unread(each),
            mode=moderation.mode_of(each) if each != STAFF else ChannelMode.OPEN,
            closed=each not in _ICONS and not is_open(world, each),
        )
        for each in found
    )


def is_open(world: World, channel: str) -> bool:
    """Tell whether learners may write in a channel, as far as its room or its topic goes.

    Args:
        world: to read.
        channel: an id; not the staff's.
    """
    topic = topic_of(channel)
    if topic is None:
        return world.seats.room_exists(channel)
    return world.topics.standing(topic) is TopicStanding.OPEN


class ChannelDelegate(QStyledItemDelegate):
    """Paints a channel as a tab."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as its words."""
        row: ChannelRow = index.data(RowRole)
        space = tokens().space
        width = icon_size() + space.xs + 2 + QFontMetrics(_tab_font()).horizontalAdvance(_short(row.name))
        if row.unread:
            width += badge_size(str(row.unread)).width() + space.xs + 2
        if row.mode is not ChannelMode.OPEN or row.closed:
            width += icon_size() - 2 + space.xs
        return QSize(width + 2 * space.m, QFontMetrics(_tab_font()).height() + 2 * space.s + 6)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row: ChannelRow = index.data(RowRole)
        space = tokens().space
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        where = option.rect.adjusted(1, 4, -1, -4)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(where, tokens().radius.m, tokens().radius.m)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(where.adjusted(0, 0, -1, -1), tokens().radius.m, tokens().radius.m)
        ink = "accent_text" if chosen else ("text" if row.unread else "muted")
        side = icon_size() - 2
        left = where.left() + space.m - 1
        middle = where.center().y()
        paint_icon(painter, row.icon_name, QRect(left, middle - side // 2, side, side), ink)
        left += side + space.xs + 2
        painter.setFont(_tab_font())
        painter.setPen(colour(ink))
        name = _short(row.name)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left, where.top(), where.right() - left, where.height()), flags, name)
        left += QFontMetrics(_tab_font()).horizontalAdvance(name) + space.xs + 2
        if row.mode is not ChannelMode.OPEN or row.closed:
            mark = "shield" if row.mode is ChannelMode.HELD and not row.closed else "lock"
            tint = "muted" if row.closed else "warn_text"
            paint_icon(painter, mark, QRect(left, middle - side // 2 + 1, side - 2, side - 2), tint)
            left += side + space.xs
        if row.unread:
            size = badge_size(str(row.unread))
            paint_badge(painter, QPoint(left, middle - size.height() // 2 + 1), str(row.unread), Tone.ACCENT)
        painter.restore()


class ChannelTabs(Translated, QListView):
    """The channels, side by side; Left and Right choose, the wheel moves along.

    `chosen` carries a channel's id.

    Args:
        parent: the owner.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: RowsModel[ChannelRow] = RowsModel(lambda row: row.id, self._row_words, self)
        self.setModel(self.rows)
        self.setItemDelegate(ChannelDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(self.tr("Channels"))
        self.setToolTip(self.tr("Next channel: Ctrl+Page Down, previous: Ctrl+Page Up"))

    def show_channels(self, rows: tuple[ChannelRow, ...]) -> None:
        """Show other channels; the chosen one stays chosen.

        Args:
            rows: in order.
        """
        self.rows.show_rows(rows)
        self.updateGeometry()

    @property
    def current(self) -> str:
        """The chosen channel; the main room while none was chosen."""
        row = self.rows.row_at(self.currentIndex())
        return row.id if row is not None else MAIN

    def choose(self, channel: str) -> None:
        """Choose a channel.

        Args:
            channel: an id; when it is not there, nothing happens.
        """
        index = self.rows.index_of(channel)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Choose a neighbour, round about.

        Args:
            by: 1 for the next, -1 for the one before.
        """
        count = self.rows.rowCount()
        if count:
            self.setCurrentIndex(self.rows.index((self.currentIndex().row() + by) % count))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, QFontMetrics(_tab_font()).height() + 2 * tokens().space.s + 6)

    def minimumSizeHint(self) -> QSize:
        """One line, and a tab or two."""
        return QSize(120, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move along."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (event.angleDelta().y() or event.angleDelta().x()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows alone; Tab leaves."""
        if event.key() == Qt.Key.Key_Tab:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.rows.row_at(current)
        if row is not None:
            self.chosen.emit(row.id)

    def _row_words(self, row: ChannelRow) -> str:
        parts = [row.name]
        if row.unread:
            parts.append(self.tr("%n unread", "messages of a channel", row.unread))
        match row.mode:
            case _ if row.closed:
                parts.append(self.tr("closed"))
            case ChannelMode.HELD:
                parts.append(self.tr("texts are held"))
            case ChannelMode.CLOSED:
                parts.append(self.tr("closed"))
            case ChannelMode.OPEN:
                pass
        return ", ".join(parts)


def _tab_font() -> QFont:
    return font(weight=QFont.Weight.Medium)


def _short(name: str) -> str:
    return name if len(name) <= 28 else f"{name[:27]}…"
