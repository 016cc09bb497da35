"""The bar at the top of the window: mark, modes, what the mode puts there, and the window's own buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.shell.mark import Mark
from ui.shell.panels import Mode
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label, Words
from ui.widgets.layout import Ground
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

MODE_KEYS = {Mode.PREPARE: "Ctrl+1", Mode.LIVE: "Ctrl+2", Mode.REVIEW: "Ctrl+3"}
PALETTE_KEY = "Ctrl+K"
SETTINGS_KEY = "Ctrl+,"
HELP_KEY = "F1"
_ICONS = {Mode.PREPARE: "calendar", Mode.LIVE: "radio", Mode.REVIEW: "history"}


class TopBar(Translated, QWidget):
    """A calm bar, always there.

    Args:
        parent: the window.
    """

    mode_chosen = Signal(object)
    palette_wanted = Signal()
    settings_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = tokens().space
        self._ground = Ground("topbar")
        self._name = Label("Cercle", words=Words.TITLE)
        self._modes = Segmented("", self._segments())
        self._left = _Slot()
        self._right = _Slot()
        self._find = IconButton("search")
        self._settings = IconButton("settings")
        self._help = IconButton("circle-question-mark")
        row = QHBoxLayout()
        row.setContentsMargins(space.l, space.s, space.m, space.s)
        row.setSpacing(space.s)
        row.addWidget(Mark())
        row.addWidget(self._name)
        row.addSpacing(space.m)
        row.addWidget(self._modes)
        row.addSpacing(space.s)
        row.addWidget(self._left)
        row.addStretch(1)
        row.addWidget(self._right)
        for button in (self._find, self._settings, self._help):
            row.addWidget(button)
        self._ground.column.addLayout(row)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._ground)
        self._modes.chosen.connect(lambda key: self.mode_chosen.emit(Mode(key)))
        self._find.clicked.connect(self.palette_wanted)
        self._settings.clicked.connect(self.settings_wanted)
        self._help.clicked.connect(self.help_wanted)
        self.retranslate()

    def _segments(self) -> tuple[Segment, ...]:
        words = {Mode.PREPARE: self.tr("Prepare"), Mode.LIVE: self.tr("Live"), Mode.REVIEW: self.tr("Review")}
        return tuple(Segment(mode, words[mode], _ICONS[mode], MODE_KEYS[mode]) for mode in Mode)

    def retranslate(self) -> None:
        """Say the words again."""
        self._modes.say(self.tr("Mode"), self._segments())
        # The keys are wired by the window's actions; here they are only told.
        for button, text, keys in (
            (self._find, self.tr("Find an action"), PALETTE_KEY),
            (self._settings, self.tr("Settings"), SETTINGS_KEY),
            (self._help, self.tr("Keyboard shortcuts"), HELP_KEY),
        ):
            button.say(text)
            button.tell_keys(keys)

    def show_mode(self, mode: Mode) -> None:
        """Mark the mode.

        Args:
            mode: of the window.
        """
        self._modes.choose(mode)

    def show_panels(self, left: list[QWidget], right: list[QWidget]) -> None:
        """Put the mode's own widgets into the bar; those that stood there before are only taken out.

        Args:
            left: beside the modes.
            right: before the window's own buttons.
        """
        # The bar is narrow: what a mode tells beside the modes wants the room, and the mark says the name alone.
        self._name.setVisible(not left)
        self._left.show_widgets(left)
        self._right.show_widgets(right)


class _Slot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens().space.s)

    def show_widgets(self, widgets: list[QWidget]) -> None:
        """Show these and no others; each stays free to hide itself, in the bar or out of it."""
        holders = self.findChildren(_Holder, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for holder in holders:
            holder.setVisible(holder.holds(widgets))
            if holder.is_empty:
                holder.deleteLater()
        for widget in widgets:
            if not any(holder.holds([widget]) for holder in holders):
                holder = _Holder(widget)
                self._row.addWidget(holder)
                holder.show()


class _Holder(QWidget):
    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(widget)

    @property
    def is_empty(self) -> bool:
        return self._row.count() == 0

    def holds(self, widgets: list[QWidget]) -> bool:
        return any(self._row.indexOf(widget) >= 0 for widget in widgets)
