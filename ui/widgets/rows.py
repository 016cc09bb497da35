"""Lists that change while one looks at them: a model that says only what changed, and a view that stays put."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.widgets.shown_rows import ShownRows

T = TypeVar("T")

RowRole = Qt.ItemDataRole.UserRole
"""Under this role a model gives the frozen row itself."""

Index = QModelIndex | QPersistentModelIndex


class DuplicateRowError(Exception):
    """Two rows have the same key.

    Attributes:
        code: stable, for messages and logs.
    """

    code = "ui.duplicate_row"

    def __init__(self, key: Hashable) -> None:
        super().__init__(f"two rows have the key {key!r}")
        self.key = key


class RowsModel(QAbstractListModel, Generic[T]):
    """Shows a tuple of frozen rows; `show_rows` compares with what was shown and says only what changed.

    Nothing is ever reset, so that selection, focus and scroll position stay. `about_to_change` and `changed` frame each
    round of row signals.

    Args:
        key: gives what a row is known by, for as long as it lives.
        words: gives a row as plain text, for screen readers and for typing to find it.
        parent: the owner.
    """

    about_to_change = Signal()
    changed = Signal()

    def __init__(
        self,
        key: Callable[[T], Hashable],
        words: Callable[[T], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._words = key, words
        self._shown: ShownRows[T] = ShownRows()

    @property
    def rows(self) -> tuple[T, ...]:
        """What is shown."""
        return tuple(self._shown.rows)

    def row_at(self, index: Index) -> T | None:
        """Give a row.

        Args:
            index: of this model.

        Returns:
            The row, or none when the index is not of a row.
        """
        return self._shown.rows[index.row()] if index.isValid() and index.row() < len(self._shown.rows) else None

    def index_of(self, key: Hashable) -> QModelIndex:
        """Find a row by its key.

        Args:
            key: as the model's `key` gives it.

        Returns:
            Its index now, not to be kept; an invalid one when there is no such row.
        """
        return self.index(self._shown.keys.index(key)) if key in self._shown.keys else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - an empty index never changes
        """Count the rows."""
        return 0 if parent.isValid() else len(self._shown.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a view asks for."""
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(row)
            case RowRole.value:
                return row
            case _:
                return None

    def roleNames(self) -> dict[int, QByteArray]:
        """Name the role of the rows."""
        return {**super().roleNames(), int(RowRole): QByteArray(b"row")}

    def repeat(self) -> None:
        """Say that every row reads differently now, after a new language or theme."""
        if self._shown.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown.rows) - 1))

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other rows.

        Args:
            rows: in the order wanted.

        Raises:
            DuplicateRowError: when two have the same key; nothing has changed then.
        """
        wanted = [self._key(row) for row in rows]
        places = {key: place for place, key in enumerate(wanted)}
        if len(places) != len(wanted):
            raise DuplicateRowError(next(key for place, key in enumerate(wanted) if places[key] != place))
        if wanted == self._shown.keys and all(new == old for new, old in zip(rows, self._shown.rows, strict=True)):
            return
        self.about_to_change.emit()
        self._shown.show(self, rows, wanted)
        self.changed.emit()


class RowsView(QListView):
    """A list for a `RowsModel` that keeps still what one reads while rows come and go above and below.

    `end_reached` and `start_reached` tell when one scrolls there, so that a window of rows can be moved. `activated` is
    Qt's own: Enter or a double click.

    Args:
        name: what is listed, for screen readers; already translated.
        follow_end: whether new rows at the end are followed while the end is in sight, as in a conversation.
        parent: the owner.
    """

    start_reached = Signal()
    end_reached = Signal()

    def __init__(self, name: str = "", *, follow_end: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow_end = follow_end
        self._at_end = True
        self._anchor = QPersistentModelIndex()
        self._anchor_top = 0
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._resized)

    def show_model(self, model: RowsModel[T]) -> None:
        """Show a model and keep still through its changes.

        Args:
            model: outlives this view or is owned by it.
        """
        self.setModel(model)
        model.about_to_change.connect(self._remember)
        model.changed.connect(self._restore)
        if self._follow_end:
            self.scrollToBottom()

    @property
    def at_end(self) -> bool:
        """Whether the last row is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 2

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the row that the keyboard came to; Qt only makes it the current one."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())

    def _remember(self) -> None:
        top = self.indexAt(self.viewport().rect().topLeft())
        # Held only until `_restore`, within one change.
        self._anchor = QPersistentModelIndex(top)
        self._anchor_top = self.visualRect(top).top() if top.isValid() else 0

    def _restore(self) -> None:
        anchor, self._anchor = self._anchor, QPersistentModelIndex()
        self.doItemsLayout()
        if self._follow_end and self._at_end:
            self.scrollToBottom()
        elif anchor.isValid():
            moved = self.visualRect(self.model().index(anchor.row(), 0)).top() - self._anchor_top
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def _resized(self, least: int, most: int) -> None:
        # A bar that is always there shows its handle only when there is somewhere to go.
        self.verticalScrollBar().setEnabled(most > least)
        # Rows are measured after they came, and anew in another size of text or window.
        if self._follow_end and self._at_end:
            self.verticalScrollBar().setValue(most)

    def _scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        self._at_end = self.at_end
        if bar.maximum() <= 0:
            return
        if value <= bar.minimum():
            self.start_reached.emit()
        if value >= bar.maximum():
            self.end_reached.emit()


class LettersView(RowsView):
    """A list whose rows are acted on by single keys; `letter` carries the letter, or what `named` calls the key.

    Args:
        letters: that act on the chosen row.
        named: what other keys are called.
    """

    letter = Signal(object)

    def __init__(self, letters: str, named: Mapping[Qt.Key, str] | None = None) -> None:
        super().__init__()
        self._letters = frozenset(letters)
        # By number: the keyboard has keys, of other scripts say, that Qt has no name for.
        self._named = {int(key): name for key, name in (named or {}).items()}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the key."""
        named = self._named.get(event.key())
        if named is not None:
            self.letter.emit(named)
        elif self._is_letter(event):
            self.letter.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """A letter belongs to the chosen row before it belongs to a shortcut of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_letter(event):
            event.accept()
            return True
        return super().event(event)

    def _is_letter(self, event: QKeyEvent) -> bool:
        return event.text().upper() in self._letters and event.modifiers() in _PLAIN


_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
