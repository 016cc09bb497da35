"""The Attention column: one list, and one key to act."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui.shell.attention import Attention, AttentionAction, AttentionItem, Urgency
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon_size, paint_icon
from ui.widgets.labels import Tone
from ui.widgets.layout import Ground
from ui.widgets.rows import RowRole, RowsModel, RowsView
from ui.widgets.theme import colour, font, tokens
from ui.widgets.time_label import ago_text
from ui.widgets.translated import Translated

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_TICK_MS = 20_000
_TONES = {Urgency.NOW: "danger", Urgency.SOON: "accent_text", Urgency.WHENEVER: "muted"}


class AttentionDelegate(QStyledItemDelegate):
    """Paints an item: icon, why, detail, how long, who is at it.

    Args:
        now: the class's clock, in milliseconds.
        parent: the view.
    """

    def __init__(self, now: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A line for why, one for the detail, one for a claim."""
        item = index.data(RowRole)
        line = QFontMetrics(font()).lineSpacing()
        lines = line + (QFontMetrics(font(tokens().type.caption)).lineSpacing() + 2 if item.detail else 0)
        if item.claimed_by:
            lines += badge_size("x").height() + 6
        return QSize(option.rect.width(), lines + 2 * tokens().space.s + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw an item."""
        item: AttentionItem = index.data(RowRole)
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        area = option.rect.adjusted(space.m, space.s, -space.m, -space.s)
        ago = ago_text(max(0, (self._now() - item.since) // 1000))
        small = font(tokens().type.caption, tabular=True)
        metrics = QFontMetrics(small)
        ago_width = metrics.horizontalAdvance(ago)
        line = QFontMetrics(font()).lineSpacing()
        side = icon_size() - 2
        mark = QRect(area.left(), area.top() + (line - side) // 2, side, side)
        paint_icon(painter, item.icon_name, mark, _TONES[item.urgency])
        left = area.left() + side + space.s
        why = font(weight=QFont.Weight.Medium)
        painter.setFont(why)
        painter.setPen(colour("text"))
        words = QRect(left, area.top(), area.right() - left - ago_width - space.s, line)
        text = QFontMetrics(why).elidedText(item.why, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(small)
        painter.setPen(colour("muted"))
        painter.drawText(
            QRect(area.right() - ago_width, area.top(), ago_width + 1, line),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            ago,
        )
        top = area.top() + line + 2
        if item.detail:
            detail = metrics.elidedText(item.detail, Qt.TextElideMode.ElideRight, area.right() - left)
            where = QRect(left, top, area.right() - left, metrics.lineSpacing())
            painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, detail)
            top += metrics.lineSpacing() + 4
        if item.claimed_by:
            paint_badge(painter, QPoint(left, top), item.claimed_by, Tone.INFO, icon_name="eye")
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or pointed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected" if chosen else "hover"))
            radius = tokens().radius.m
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), radius, radius)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -3, -2), tokens().radius.m, tokens().radius.m)


def _row_words(item: AttentionItem) -> str:
    return ". ".join(part for part in (item.why, item.detail, item.claimed_by) if part)


class AttentionColumn(Translated, QWidget):
    """Shows what wants attention. Up and Down choose, one letter acts, Enter does the first action.

    Args:
        attention: what to show.
        now: the class's clock, in milliseconds.
        parent: the owner.
    """

    def __init__(self, attention: Attention, now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attention = attention
        self._model: RowsModel[AttentionItem] = RowsModel(lambda item: item.key, _row_words, self)
        self._view = _KeyView(parent=self)
        self._view.setItemDelegate(AttentionDelegate(now, self._view))
        self._view.show_model(self._model)
        self._empty = EmptyState("circle-check")
        self._bar = Ground("window", margin=tokens().space.m, spacing=tokens().space.xs)
        self._buttons: list[Button] = []
        self._shown_actions: tuple[AttentionAction, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._model.repeat)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens().space.s, tokens().space.s, tokens().space.s, 0)
        column.setSpacing(0)
        column.addLayout(self._pages, 1)
        column.addWidget(self._bar)
        self.setFocusProxy(self._view)
        self._view.selectionModel().currentChanged.connect(self._offer)
        self._view.letter.connect(self._act)
        self._view.activated.connect(lambda _index: self._act(""))
        attention.changed.connect(self._show)
        self.retranslate()
        self._show(attention.items)

    def retranslate(self) -> None:
        """Say the words again."""
        self._view.setAccessibleName(self.tr("Attention"))
        title = self.tr("Nothing waits for you")
        self._empty.say(title, self.tr("Raised hands, held messages and calls for help will stand here."))
        self._attention.refresh()

    @property
    def chosen(self) -> AttentionItem | None:
        """The item that actions are about."""
        return self._model.row_at(self._view.currentIndex())

    def choose(self, key: str) -> None:
        """Choose an item.

        Args:
            key: of the item; when there is none, nothing happens.
        """
        index = self._model.index_of(key)
        if index.isValid():
            self._view.setCurrentIndex(index)

    def go(self) -> None:
        """Take the keyboard here, on the first item when none is chosen."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.chosen is None and self._model.rows:
            self._view.setCurrentIndex(self._model.index(0))

    def _show(self, items: object) -> None:
        if not isinstance(items, tuple):
            return
        place = self._view.currentIndex().row()
        self._model.show_rows(items)
        self._pages.setCurrentIndex(0 if items else 1)
        if items and self.chosen is None:
            # What was acted on is gone: the next one slides under the same key. The first is chosen from the start, so
            # that one sees what can be done.
            self._view.setCurrentIndex(self._model.index(min(max(place, 0), len(items) - 1)))
        self._offer()

    def _offer(self, *_indexes: object) -> None:
        item = self.chosen
        actions = item.actions if item is not None else ()
        self._bar.setVisible(bool(actions))
        if actions == self._shown_actions:
            return
        self._shown_actions = actions
        for button in self._buttons:
            self._bar.column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, action in enumerate(actions):
            button = Button(
                f"{action.text}   {action.key}",
                kind=ButtonKind.PRIMARY if place == 0 else ButtonKind.QUIET,
                tip=action.text,
            )
            button.clicked.connect(lambda _checked=False, key=action.key: self._act(key))
            self._bar.column.addWidget(button)
            self._buttons.append(button)

    def _act(self, key: object) -> None:
        item = self.chosen
        if item is None or not item.actions:
            return
        action = next((each for each in item.actions if each.key == key), None if key else item.actions[0])
        if action is not None:
            action.run()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the times true while they can be seen."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)


class _KeyView(RowsView):
    """A list that tells single letters instead of searching for them."""

    letter = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().upper()
        if len(text) == 1 and text.isalnum() and event.modifiers() in {_NONE, _SHIFT}:
            self.letter.emit(text)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # A letter belongs to the chosen item before it belongs to a shortcut of the window.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            text = event.text().upper()
            if len(text) == 1 and text.isalnum() and event.modifiers() in {_NONE, _SHIFT}:
                event.accept()
                return True
        return super().event(event)
