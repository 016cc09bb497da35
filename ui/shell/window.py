"""The main window: three modes, the bar above them, and what floats over them."""

import base64
from collections.abc import Awaitable, Callable

import msgspec
from PySide6.QtCore import QByteArray, QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.bridge.closing import Closing
from ui.bridge.said import learn_words
from ui.bridge.tasks import TaskScope
from ui.shell.actions import Action, Actions
from ui.shell.attention import Attention
from ui.shell.attention_column import AttentionColumn
from ui.shell.mark import app_icon
from ui.shell.mode_page import ModePage
from ui.shell.palette import CommandPalette
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.settings import Preferences, SettingsNotSavedError
from ui.shell.settings_dialog import SettingsDialog
from ui.shell.shortcuts import ShortcutSheet
from ui.shell.topbar import HELP_KEY, MODE_KEYS, PALETTE_KEY, SETTINGS_KEY, TopBar
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Tone
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

SIZE = (1280, 800)
"""The window's first size, in logical pixels."""


async def _nothing_to_shut() -> bool:
    return True


class MainWindow(Translated, QWidget):
    """The window of the desktop.

    A mode shows the panels that `fill` builds, and says what to do while it is not filled. `mode_changed` carries the
    new `Mode`; `closed` is emitted once, when everything is put away.

    Args:
        panels: the registry.
        preferences: what the person set.
        now: the class's clock, in milliseconds.
        scope: runs the window's tasks.
        shutdown: awaited before the window closes; tells whether to go on.
    """

    mode_changed = Signal(object)
    closed = Signal()

    def __init__(
        self,
        panels: tuple[Panel, ...],
        preferences: Preferences,
        *,
        now: Callable[[], int],
        scope: TaskScope,
        shutdown: Callable[[], Awaitable[bool]] = _nothing_to_shut,
    ) -> None:
        super().__init__()
        self._panels, self._preferences, self._now = panels, preferences, now
        for panel in panels:
            learn_words(panel.words)
        self.actions_ = Actions(self)
        self.attention = Attention(self)
        self.tasks = scope
        self._mode = Mode.PREPARE
        self._pages: dict[Mode, ModePage] = {}
        self._empty = {mode: _EmptyPage(mode, self.show_mode) for mode in Mode}
        self._topbar = TopBar()
        self.banner = Banner()
        self._stack = QStackedWidget()
        for page in self._empty.values():
            self._stack.addWidget(page)
        above = QVBoxLayout()
        above.setContentsMargins(tokens().space.s, 0, tokens().space.s, 0)
        above.addWidget(self.banner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._topbar)
        column.addLayout(above)
        column.addWidget(self._stack, 1)
        self.setProperty("ground", "window")
        self.setWindowTitle("Cercle")
        self.setWindowIcon(app_icon())
        self._palette = CommandPalette(self.actions_, self, own="window.palette")
        self.toast = Toast(self)
        self._sheet: ShortcutSheet | None = None
        self._settings: SettingsDialog | None = None
        self._shortcuts: list[QShortcut] = []
        self._closing = Closing(self, scope, shutdown)
        self._closing.closed.connect(self.closed)
        self._topbar.mode_chosen.connect(self.show_mode)
        self._topbar.palette_wanted.connect(self.open_palette)
        self._topbar.settings_wanted.connect(self.open_settings)
        self._topbar.help_wanted.connect(self.open_shortcuts)
        self.actions_.changed.connect(self._wire)
        preferences.failed.connect(self._settings_failed)
        self.actions_.add(*self._own_actions())
        self._restore_geometry()
        self.retranslate()
        self.show_mode(Mode.PREPARE)
        # Until one presses Tab, no control looks as if it were chosen.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()

    @property
    def mode(self) -> Mode:
        """The mode that is shown."""
        return self._mode

    def retranslate(self) -> None:
        """Say the empty pages again; all else says its own words."""
        for mode, (title, advice) in self._empty_words().items():
            self._empty[mode].say(title, advice, self.tr("Go to Prepare"))

    def fill(self, mode: Mode, services: Services) -> ModePage:
        """Build the panels of a mode, in place of those that stood there.

        Args:
            mode: to fill.
            services: what the panels are built from; the window adds its own: itself, `Actions`, `Attention`, `Toast`,
                `Preferences`, and a `TaskScope` that ends with the page.

        Returns:
            The page.
        """
        self.empty(mode)
        own = TaskScope(on_error=self.tasks.on_error)
        offered = services.and_(self, self.actions_, self.attention, self.toast, self._preferences, own)
        first = (self._attention_panel(),) if mode is Mode.LIVE else ()
        page = ModePage(mode, self._panels, offered, first_right=first)
        page.destroyed.connect(own.cancel)
        self.attention.changed.connect(page.say_tabs)
        self._pages[mode] = page
        self._stack.addWidget(page)
        if mode is self._mode:
            self.show_mode(mode)
        return page

    def empty(self, mode: Mode) -> None:
        """Take the panels of a mode away.

        Args:
            mode: says afterwards what to do.
        """
        page = self._pages.pop(mode, None)
        if page is None:
            return
        for _panel, widget in page.panels_at(Place.TOPBAR):
            widget.hide()
            widget.setParent(page)
        if mode is self._mode:
            self.show_mode(mode)
        self._stack.removeWidget(page)
        self.actions_.forget(page)
        page.deleteLater()

    def page(self, mode: Mode) -> ModePage | None:
        """Give a mode's page.

        Args:
            mode: maybe not filled, then there is none.
        """
        return self._pages.get(mode)

    def show_mode(self, mode: Mode) -> None:
        """Go to a mode.

        Args:
            mode: to show.
        """
        changed = mode is not self._mode
        self._mode = mode
        page = self._pages.get(mode)
        self._stack.setCurrentWidget(self._empty[mode] if page is None else page)
        self._topbar.show_mode(mode)
        self._topbar.show_panels(*(page.topbar() if page is not None else ([], [])))
        self._wire()
        if changed:
            self.mode_changed.emit(mode)

    def open_palette(self) -> None:
        """Open the command palette."""
        self._palette.open_for(self._mode)

    def open_shortcuts(self) -> None:
        """Show the list of shortcuts."""
        if self._sheet is None:
            self._sheet = ShortcutSheet(self.actions_, self)
        self._sheet.show()
        self._sheet.raise_()

    def open_settings(self) -> None:
        """Show the settings."""
        if self._settings is None:
            self._settings = SettingsDialog(self._preferences, self)
        self._settings.show()
        self._settings.raise_()

    def go_to_attention(self) -> None:
        """Show the class and take the keyboard to what wants attention."""
        self.show_mode(Mode.LIVE)
        page = self._pages.get(Mode.LIVE)
        if page is not None and page.show_panel("attention"):
            for panel, widget in page.panels_at(Place.RIGHT):
                if panel.capability == "attention" and isinstance(widget, AttentionColumn):
                    widget.go()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Refuse first, put everything away, then close."""
        geometry = base64.b64encode(bytes(self.saveGeometry().data())).decode()
        self._preferences.change(msgspec.structs.replace(self._preferences.settings, window=geometry))
        self._closing.handle(event)

    def _attention_panel(self) -> Panel:
        return Panel(
            "attention",
            Mode.LIVE,
            Place.RIGHT,
            -1,
            lambda _services: AttentionColumn(self.attention, self._now),
            title=self._attention_title,
            icon_name="bell",
        )

    def _attention_title(self) -> str:
        # The count is there while another tab is in front: nothing that waits is out of sight.
        title, waiting = QCoreApplication.translate("Panels", "Attention"), len(self.attention.items)
        return f"{title} · {waiting}" if waiting else title

    def _own_actions(self) -> tuple[Action, ...]:
        return (
            Action(
                "window.prepare",
                lambda: QCoreApplication.translate("Actions", "Go to Prepare"),
                lambda: self.show_mode(Mode.PREPARE),
                shortcut=MODE_KEYS[Mode.PREPARE],
                icon_name="calendar",
            ),
            Action(
                "window.live",
                lambda: QCoreApplication.translate("Actions", "Go to Live"),
                lambda: self.show_mode(Mode.LIVE),
                shortcut=MODE_KEYS[Mode.LIVE],
                icon_name="radio",
            ),
            Action(
                "window.review",
                lambda: QCoreApplication.translate("Actions", "Go to Review"),
                lambda: self.show_mode(Mode.REVIEW),
                shortcut=MODE_KEYS[Mode.REVIEW],
                icon_name="history",
            ),
            Action(
                "window.attention",
                lambda: QCoreApplication.translate("Actions", "Go to what wants attention"),
                self.go_to_attention,
                shortcut="F6",
                icon_name="bell",
                enabled=lambda: Mode.LIVE in self._pages,
            ),
            Action(
                "window.palette",
                lambda: QCoreApplication.translate("Actions", "Find an action"),
                self.open_palette,
                shortcut=PALETTE_KEY,
                icon_name="search",
            ),
            Action(
                "window.undo",
                lambda: QCoreApplication.translate("Actions", "Undo what was just done"),
                self.toast.undo,
                shortcut="Ctrl+Alt+Z",
                icon_name="undo-2",
                enabled=self.toast.isVisible,
            ),
            Action(
                "window.settings",
                lambda: QCoreApplication.translate("Actions", "Change the settings"),
                self.open_settings,
                shortcut=SETTINGS_KEY,
                icon_name="settings",
            ),
            Action(
                "window.shortcuts",
                lambda: QCoreApplication.translate("Actions", "Show the keyboard shortcuts"),
                self.open_shortcuts,
                shortcut=HELP_KEY,
                icon_name="keyboard",
            ),
        )

    def _empty_words(self) -> dict[Mode, tuple[str, str]]:
        return {
            Mode.PREPARE: (self.tr("No plan is open"), self.tr("Plans and the class you start from them stand here.")),
            Mode.LIVE: (self.tr("No class is running"), self.tr("Start one from Prepare, or join a colleague’s.")),
            Mode.REVIEW: (self.tr("No class to look back on"), self.tr("Each class you end is kept here, to reread.")),
        }

    def _wire(self) -> None:
        """Make the shortcuts that hold in this mode."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        for action in self.actions_.all():
            keys = [action.shortcut] if action.shortcut else []
            if action.key == "window.shortcuts":
                keys.append("?")
            for each in keys if self._mode in action.modes else ():
                shortcut = QShortcut(QKeySequence(each), self)
                shortcut.activated.connect(lambda key=action.key: self.actions_.run(key))
                self._shortcuts.append(shortcut)

    def _restore_geometry(self) -> None:
        self.setMinimumSize(960, 600)
        self.resize(*SIZE)
        saved = self._preferences.settings.window
        if saved:
            self.restoreGeometry(QByteArray.fromBase64(saved.encode()))

    def _settings_failed(self, error: SettingsNotSavedError) -> None:
        text = self.tr("Your settings could not be saved: %1. They hold until you close Cercle.")
        self.banner.say(Tone.WARN, text.replace("%1", error.reason))


class _EmptyPage(Ground):
    """What a mode shows while it is not filled.

    Args:
        mode: whose page it is.
        go: goes to another mode.
    """

    def __init__(self, mode: Mode, go: Callable[[Mode], None]) -> None:
        super().__init__("surface")
        self._action: Button | None = None
        if mode is not Mode.PREPARE:
            self._action = Button(kind=ButtonKind.PRIMARY, icon_name="calendar")
            self._action.clicked.connect(lambda: go(Mode.PREPARE))
        self._state = EmptyState(_EMPTY_ICONS[mode], action=self._action)
        self.column.addWidget(self._state)

    def say(self, title: str, advice: str, action: str) -> None:
        self._state.say(title, advice)
        if self._action is not None:
            self._action.say(action)


_EMPTY_ICONS = {Mode.PREPARE: "calendar", Mode.LIVE: "radio", Mode.REVIEW: "history"}
