"""The command palette: every action, found by typing."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.shell.actions import Action, Actions, match_score
from ui.shell.panels import Mode
from ui.widgets.banner import IconMark
from ui.widgets.icons import paint_icon
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import separator
from ui.widgets.rows import RowRole, RowsModel, RowsView
from ui.widgets.theme import colour, font, tokens
from ui.widgets.translated import Translated

_WIDTH, _ROWS = 560, 9


def keys_text(shortcut: str) -> str:
    """Write a shortcut as the system does.

    Args:
        shortcut: in Qt's portable writing; may be empty.
    """
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


class ActionDelegate(QStyledItemDelegate):
    """Paints an action: icon, words, group, keys."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line."""
        return QSize(option.rect.width(), QFontMetrics(font()).height() + 2 * tokens().space.s + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw an action."""
        action: Action = index.data(RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected"))
            painter.drawRoundedRect(option.rect, tokens().radius.m, tokens().radius.m)
        area = option.rect.adjusted(tokens().space.m, 0, -tokens().space.m, 0)
        if action.icon_name is not None:
            paint_icon(painter, action.icon_name, QRect(area.left(), area.center().y() - 8, 17, 17), "muted")
        left = area.left() + 17 + tokens().space.m
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font())
        painter.setPen(colour("text"))
        words = area.adjusted(left - area.left(), 0, 0, 0)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, action.words())
        painter.setFont(font(tokens().type.caption, weight=QFont.Weight.Medium))
        painter.setPen(colour("muted"))
        trailing = keys_text(action.shortcut) or action.group()
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, trailing)
        painter.restore()


class CommandPalette(Translated, QFrame):
    """Floats over the window; typing finds, Enter does, Escape goes back to where one was.

    Args:
        actions: to choose from.
        over: the window.
        own: the key of the action that opens the palette, which it does not offer.
    """

    def __init__(self, actions: Actions, over: QWidget, *, own: str = "") -> None:
        super().__init__(over)
        self._actions, self._over, self._own = actions, over, own
        self._mode = Mode.PREPARE
        self._offered: tuple[Action, ...] = ()
        self._back: QWidget | None = None
        self.setProperty("ground", "raised")
        self.edit = QLineEdit()
        self.edit.setProperty("kind", "bare")
        self._model: RowsModel[Action] = RowsModel(lambda action: action.key, lambda action: action.words(), self)
        self._view = RowsView(parent=self)
        self._view.setItemDelegate(ActionDelegate(self._view))
        self._view.show_model(self._model)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = Label(tone=Tone.MUTED, words=Words.BODY)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        space = tokens().space
        top = QHBoxLayout()
        top.setContentsMargins(space.l, space.m, space.l, space.m)
        top.setSpacing(space.m)
        top.addWidget(IconMark("search"))
        top.addWidget(self.edit, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(space.s, space.s, space.s, space.s)
        foot.addWidget(self._view)
        foot.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(separator())
        column.addLayout(foot)
        self._lift()
        self.edit.textChanged.connect(self._find)
        self.edit.installEventFilter(self)
        self._view.clicked.connect(lambda _index: self.take())
        over.installEventFilter(self)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say the words again."""
        self.edit.setPlaceholderText(self.tr("What do you want to do?"))
        self.edit.setAccessibleName(self.tr("Find an action"))
        self._view.setAccessibleName(self.tr("Actions"))
        self._nothing.setText(self.tr("Nothing is called that. Try another word."))
        self._model.repeat()

    def open_for(self, mode: Mode) -> None:
        """Open it.

        Args:
            mode: of the window, which decides what is offered.
        """
        self._mode = mode
        self._back = self._over.focusWidget()
        self._offered = tuple(action for action in self._actions.offered(mode) if action.key != self._own)
        self.edit.clear()
        self._find("")
        self.show()
        self._place()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def found(self) -> tuple[Action, ...]:
        """Give what is listed, the best first."""
        return self._model.rows

    def take(self) -> None:
        """Do what is chosen."""
        action = self._model.row_at(self._view.currentIndex())
        self.close_again()
        if action is not None and action.enabled():
            action.run()

    def close_again(self) -> None:
        """Close it and give the keyboard back."""
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
        self._back = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the keys, close when the keyboard goes elsewhere, stay in the middle."""
        if watched is self._over:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
            return False
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            count = len(self._model.rows)
            if count:
                row = (self._view.currentIndex().row() + step) % count
                self._view.setCurrentIndex(self._model.index(row))
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
            return True
        return False

    def _find(self, query: str) -> None:
        scored = [
            (score, place, action)
            for place, action in enumerate(self._offered)
            if (score := match_score(query, f"{action.words()} {action.group()}")) is not None
        ]
        scored.sort(key=lambda each: (-each[0], each[1]))
        self._model.show_rows([action for _score, _place, action in scored])
        self._view.setVisible(bool(scored))
        self._nothing.setVisible(not scored)
        if scored:
            self._view.setCurrentIndex(self._model.index(0))
        self._place()

    def _place(self) -> None:
        rows = min(len(self._model.rows), _ROWS)
        row = QFontMetrics(font()).height() + 2 * tokens().space.s + 2
        self._view.setFixedHeight(max(rows, 1) * row)
        self._nothing.setFixedHeight(row * 2)
        width = min(_WIDTH, self._over.width() - 2 * tokens().space.xl)
        self.setFixedWidth(max(width, 200))
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, max(tokens().space.xl, self._over.height() // 8))

    def _lift(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(48)
        shadow.setOffset(0, 12)
        ink = QColor(colour("shadow"))
        ink.setAlpha(70)
        shadow.setColor(ink)
        self.setGraphicsEffect(shadow)
