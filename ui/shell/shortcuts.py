"""The list of shortcuts, which one can look up while working."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ui.shell.actions import Action, Actions
from ui.shell.palette import keys_text
from ui.widgets.badge import Badge
from ui.widgets.labels import Label, Words
from ui.widgets.layout import overline, scrolled
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated


class ShortcutSheet(Translated, QDialog):
    """Shows every action that has keys, by group. It does not stop one from working.

    Args:
        actions: to list.
        parent: the window.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._title = Label(words=Words.HEADING)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        space = tokens().space
        self._grid.setContentsMargins(space.xl, 0, space.xl, space.xl)
        self._grid.setVerticalSpacing(space.s)
        self._grid.setHorizontalSpacing(space.xl)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space.xl, 0, 0)
        column.setSpacing(space.m)
        self._title.setContentsMargins(space.xl, 0, space.xl, 0)
        column.addWidget(self._title)
        column.addWidget(scrolled(self._body), 1)
        self.resize(480, 560)
        actions.changed.connect(self._fill)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._title.setText(self.tr("Keyboard shortcuts"))
        self._fill()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        groups: dict[str, list[Action]] = {}
        for action in self._actions.all():
            if action.shortcut:
                groups.setdefault(action.group(), []).append(action)
        row = 0
        for group, actions in groups.items():
            self._grid.setRowMinimumHeight(row, 32)
            self._grid.addWidget(overline(group), row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
            for action in actions:
                row += 1
                self._grid.addWidget(Label(action.words(), wrap=True), row, 0)
                self._grid.addWidget(Badge(keys_text(action.shortcut)), row, 1, Qt.AlignmentFlag.AlignRight)
            row += 1
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(row, 1)
