"""The window: modes, panels, actions, palette, attention, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTabWidget, QWidget

from ui.bridge.refusals import refusal_text
from ui.bridge.said import said
from ui.bridge.tasks import TaskScope
from ui.i18n import PSEUDO, Languages, languages
from ui.shell.actions import Action, Actions, ActionTakenError, match_score
from ui.shell.attention import Attention, AttentionAction, AttentionItem, Urgency
from ui.shell.attention_column import AttentionColumn
from ui.shell.panels import Mode, Panel, Place, ServiceMissingError, Services
from ui.shell.settings import Preferences, Settings, SettingsFile, SettingsNotSavedError
from ui.shell.window import MainWindow
from ui.widgets.labels import Label
from ui.widgets.theme import Theme, ThemeChoice, tokens
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


LEAST = QSize(-1, -1)


class Clock:
    """Something that the composition root gives to panels; it remembers the scopes that panels were given."""

    def __init__(self) -> None:
        self.scopes: list[TaskScope] = []


def _remembering(services: Services) -> Label:
    clock = services.need(Clock)
    clock.scopes.append(services.need(TaskScope))
    return _part(type(clock).__name__)


def _part(name: str) -> Label:
    label = Label(name)
    label.setObjectName(name)
    return label


PANELS = (
    Panel("agenda", Mode.LIVE, Place.RAIL, 0, lambda _services: _part("agenda")),
    Panel("talk", Mode.LIVE, Place.CENTRE, 0, lambda _services: _part("talk"), title=lambda: "Talk"),
    Panel("rooms", Mode.LIVE, Place.CENTRE, 1, lambda _services: _part("rooms"), title=lambda: "Rooms"),
    Panel("roster", Mode.LIVE, Place.RIGHT, 1, lambda _services: _part("people"), title=lambda: "People"),
    Panel("talk", Mode.LIVE, Place.TOPBAR, -1, lambda _services: _part("title")),
    Panel("talk", Mode.LIVE, Place.TOPBAR, 1, _remembering),
    Panel(
        "plans",
        Mode.PREPARE,
        Place.CENTRE,
        0,
        lambda _services: _part("plans"),
        words={
            "plans.share": lambda: "sharing the plan",
            "plan_torn": lambda: "The plan is torn: at most %limit folds.",
        },
    ),
)


@pytest.fixture
def preferences(tmp_path: Path, theme: Theme, spoken: Languages) -> Preferences:
    """Keep the settings in a folder of the test, in English and light."""
    file = SettingsFile(tmp_path / "settings")
    file.save(Settings(language="en", theme=ThemeChoice.LIGHT))
    return Preferences(file, theme, spoken)


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences) -> MainWindow:
    """Show a window with the panels above, not filled yet."""
    made = MainWindow(PANELS, preferences, now=lambda: 600_000, scope=TaskScope())
    # It closes by a task, which plain tests have no loop for.
    qtbot.addWidget(made, before_close_func=lambda each: each.hide() or each.deleteLater())
    made._closing._done = True  # noqa: SLF001
    made.show()
    return made


def _seen(window: MainWindow, name: str) -> bool:
    found = window.findChild(QWidget, name)
    return isinstance(found, QWidget) and found.isVisible()


def test_a_mode_shows_its_panels_and_says_what_to_do_while_it_has_none(window: MainWindow):
    window.show_mode(Mode.LIVE)
    assert "No class is running" in [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    window.fill(Mode.LIVE, Services(Clock()))
    assert all(_seen(window, name) for name in ("agenda", "talk", "title", "Clock"))
    assert not _seen(window, "rooms")
    window.show_mode(Mode.PREPARE)
    assert not any(_seen(window, name) for name in ("agenda", "talk", "title", "Clock"))
    window.empty(Mode.LIVE)
    window.show_mode(Mode.LIVE)
    assert "No class is running" in [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_what_hides_itself_in_the_bar_stays_hidden_through_every_mode(window: MainWindow):
    window.fill(Mode.LIVE, Services(Clock()))
    title = window.findChild(QWidget, "title")
    assert title is not None
    window.show_mode(Mode.LIVE)
    title.hide()
    window.show_mode(Mode.PREPARE)
    window.show_mode(Mode.LIVE)
    assert not title.isVisible()

    window.show_mode(Mode.PREPARE)
    title.show()
    assert not title.isVisible()
    window.show_mode(Mode.LIVE)
    assert title.isVisible()


def test_every_tab_of_the_side_column_says_a_word_or_shows_an_icon(window: MainWindow):
    window.show_mode(Mode.LIVE)
    window.fill(Mode.LIVE, Services(Clock()))
    tabs = window.findChild(QTabWidget)
    assert tabs is not None
    for width in (900, 1280, 1900):
        window.resize(width, 800)
        assert all(tabs.tabText(place) or not tabs.tabIcon(place).isNull() for place in range(tabs.count()))


def test_a_panel_is_brought_to_the_front_by_its_capability(window: MainWindow):
    window.show_mode(Mode.LIVE)
    page = window.fill(Mode.LIVE, Services(Clock()))
    assert page.show_panel("rooms")
    assert page.show_panel("roster")
    assert _seen(window, "rooms")
    assert _seen(window, "people")
    assert not page.show_panel("nobody")


def test_filling_again_replaces_the_panels_and_ends_their_tasks(window: MainWindow, qtbot: QtBot):
    clock = Clock()
    window.fill(Mode.LIVE, Services(clock))
    second = window.fill(Mode.LIVE, Services(clock))
    assert window.page(Mode.LIVE) is second
    qtbot.waitUntil(lambda: [scope.closed for scope in clock.scopes] == [True, False])
    assert len(window.findChildren(QWidget, "title")) == 1


def test_a_panel_that_needs_what_nobody_gave_says_so(window: MainWindow):
    with pytest.raises(ServiceMissingError):
        window.fill(Mode.LIVE, Services())
    assert Services(Clock()).and_(window).need(MainWindow) is window


@pytest.mark.usefixtures("window")
def test_panels_bring_the_words_for_what_is_asked_and_refused():
    assert said("plans.share") == "sharing the plan"
    assert refusal_text("plan_torn", {"limit": 3}) == "The plan is torn: at most 3 folds."
    assert "plan_lost" in refusal_text("plan_lost")


@pytest.mark.parametrize(("key", "mode"), [(Qt.Key.Key_2, Mode.LIVE), (Qt.Key.Key_3, Mode.REVIEW)])
def test_modes_are_reached_by_keys(window: MainWindow, qtbot: QtBot, key: Qt.Key, mode: Mode):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.mode is mode


def test_the_palette_finds_by_the_beginnings_of_words_and_without_accents(
    window: MainWindow, qtbot: QtBot, spoken: Languages
):
    spoken.speak("fr")
    window.open_palette()
    palette = window._palette  # noqa: SLF001
    qtbot.keyClicks(palette.edit, "reglag")
    assert [action.key for action in palette.found()] == ["window.settings"]
    palette.edit.setText("aller bilan")
    assert palette.found()[0].key == "window.review"
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    assert (window.mode, palette.isVisible()) == (Mode.REVIEW, False)


def test_every_word_of_a_query_must_be_answered():
    assert match_score("start poll", "Start the poll") is not None
    assert match_score("start room", "Start the poll") is None
    better, worse = match_score("poll", "Poll now"), match_score("poll", "Open the pollen map")
    assert better is not None
    assert worse is not None
    assert better > worse


@pytest.mark.usefixtures("qapp")
def test_two_actions_cannot_have_one_shortcut_in_one_mode():
    actions = Actions()
    live = frozenset({Mode.LIVE})
    actions.add(Action("a", lambda: "A", lambda: None, shortcut="Ctrl+P", modes=live))
    actions.add(Action("b", lambda: "B", lambda: None, shortcut="Ctrl+P", modes=frozenset({Mode.PREPARE})))
    with pytest.raises(ActionTakenError):
        actions.add(Action("c", lambda: "C", lambda: None, shortcut="Ctrl+P", modes=live))
    assert [action.key for action in actions.offered(Mode.LIVE)] == ["a"]


@pytest.mark.usefixtures("qapp")
def test_an_action_that_is_not_possible_now_is_neither_offered_nor_run():
    done: list[int] = []
    actions = Actions()
    actions.add(Action("a", lambda: "A", lambda: done.append(1), enabled=lambda: False))
    assert actions.offered(Mode.LIVE) == ()
    assert actions.run("a") is False
    assert done == []


def _items(done: list[str]) -> list[AttentionItem]:
    act = (
        AttentionAction("A", "Approve", lambda: done.append("approve")),
        AttentionAction("R", "Return", lambda: done.append("return")),
    )
    return [
        AttentionItem("later", "Silent", 10, urgency=Urgency.WHENEVER),
        AttentionItem("young", "Held", 300, urgency=Urgency.NOW, actions=act),
        AttentionItem("old", "Held", 200, urgency=Urgency.NOW, actions=act),
    ]


@pytest.mark.usefixtures("qapp")
def test_the_most_urgent_and_then_the_oldest_comes_first():
    attention = Attention()
    attention.contribute("test", lambda: _items([]))
    assert [item.key for item in attention.items] == ["old", "young", "later"]


@pytest.mark.usefixtures("qapp")
def test_items_go_with_whoever_brought_them(qtbot: QtBot):
    attention, owner = Attention(), QObject()
    attention.contribute("test", lambda: _items([]), owner=owner)
    with qtbot.waitSignal(attention.changed):
        owner.deleteLater()
    assert attention.items == ()


@pytest.mark.usefixtures("theme")
def test_one_letter_acts_and_the_next_item_comes_under_the_same_key(qtbot: QtBot):
    done: list[str] = []
    left = _items(done)
    attention = Attention()
    attention.contribute("test", lambda: left)
    column = AttentionColumn(attention, lambda: 1000)
    qtbot.addWidget(column)
    column.show()
    column.go()
    view = column.focusProxy()
    assert isinstance(view, QWidget)
    qtbot.keyClick(view, Qt.Key.Key_R)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert done == ["return", "approve"]
    left = [item for item in left if item.key != "old"]
    attention.refresh("test")
    assert column.chosen is not None
    assert column.chosen.key == "young"


def test_attention_shows_what_can_be_done_before_anything_is_chosen(qtbot: QtBot):
    attention = Attention()
    attention.contribute("test", lambda: _items([]))
    column = AttentionColumn(attention, lambda: 1000)
    qtbot.addWidget(column)
    column.show()
    assert column.chosen == attention.items[0]
    assert [button.isVisible() for button in column.findChildren(QAbstractButton)]


def test_the_tab_of_attention_counts_what_waits(window: MainWindow):
    window.fill(Mode.LIVE, Services(Clock()))
    (tabs,) = window.findChildren(QTabWidget)
    assert tabs.tabText(0) == "Attention"
    window.attention.contribute("test", lambda: _items([]))
    assert tabs.tabText(0) == f"Attention · {len(_items([]))}"


def test_settings_are_kept_and_take_effect_at_once(preferences: Preferences, tmp_path: Path, spoken: Languages):
    preferences.change(msgspec.structs.replace(preferences.settings, language="fr", theme=ThemeChoice.DARK))
    assert (spoken.language, tokens().colours.scheme) == ("fr", "dark")
    again = SettingsFile(tmp_path / "settings").load()
    assert (again.language, again.theme) == ("fr", ThemeChoice.DARK)


def test_a_broken_settings_file_is_set_aside_not_lost(tmp_path: Path):
    (tmp_path / "settings.json").write_text("{half", encoding="utf-8")
    assert SettingsFile(tmp_path).load() == Settings()
    assert (tmp_path / "settings.broken.json").read_text(encoding="utf-8") == "{half"


def test_settings_of_a_newer_version_are_read_as_far_as_they_are_known(tmp_path: Path):
    (tmp_path / "settings.json").write_text(
        '{"language": "fr", "text_scale": 9, "from_the_future": 1}', encoding="utf-8"
    )
    settings = SettingsFile(tmp_path).load()
    assert (settings.language, settings.text_scale) == ("fr", 2.0)


def test_settings_that_cannot_be_written_are_said_and_hold_all_the_same(
    window: MainWindow, preferences: Preferences, tmp_path: Path
):
    folder = tmp_path / "settings"
    (folder / "settings.json").unlink()
    folder.rmdir()
    folder.write_text("in the way", encoding="utf-8")
    preferences.change(msgspec.structs.replace(preferences.settings, text_scale=1.5))
    assert tokens().type.body == 21
    assert window.banner.isVisible()
    assert "could not be saved" in window.banner.text
    with pytest.raises(SettingsNotSavedError):
        SettingsFile(folder).save(Settings())


def test_the_window_keeps_its_place(window: MainWindow, preferences: Preferences):
    window.resize(1100, 700)
    window.closeEvent(QCloseEvent())
    assert preferences.settings.window
    again = MainWindow(PANELS, preferences, now=lambda: 0, scope=TaskScope())
    # The offscreen screen is smaller than a window may be, which changes the width.
    assert again.height() == 700
    again.deleteLater()


def test_what_was_done_can_be_undone_once(window: MainWindow):
    undone: list[int] = []
    window.toast.say("Message hidden", undo=lambda: undone.append(1))
    assert window.actions_.run("window.undo")
    assert not window.actions_.run("window.undo")
    assert undone == [1]
    assert isinstance(window.toast, Toast)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_control_has_a_name_and_can_be_reached(window: MainWindow, spoken: Languages, language: str):
    spoken.speak(language)
    window.fill(Mode.LIVE, Services(Clock()))
    window.show_mode(Mode.LIVE)
    window.open_settings()
    window.open_shortcuts()
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    controls = [widget for widget in window.findChildren(QWidget) if isinstance(widget, kinds)]
    mine = [control for control in controls if control.objectName() != "qt_toolbar_ext_button" and control.isVisible()]
    unnamed = [control for control in mine if not (control.accessibleName() or control.property("text"))]
    unreachable = [control for control in mine if control.focusPolicy() == Qt.FocusPolicy.NoFocus]
    assert len(mine) > 8
    assert (unnamed, unreachable) == ([], [])


def test_every_text_of_the_window_is_translated(window: MainWindow, spoken: Languages):
    spoken.speak(PSEUDO)
    window.open_settings()
    window.open_shortcuts()
    window.show_mode(Mode.LIVE)
    QCoreApplication.sendPostedEvents()
    texts = {label.text() for label in window.findChildren(QLabel) if label.isVisible()}
    texts |= {button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()}
    texts |= {widget.toolTip().split("  (")[0] for widget in window.findChildren(QWidget)}
    hard = {text for text in texts if text and not text.startswith("⟦")}
    assert hard <= {"Cercle", *(choice.upper() for choice in languages())}
    assert any(text.startswith("⟦") for text in texts)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["fr", PSEUDO])
def test_no_button_is_cut_off(
    window: MainWindow, theme: Theme, spoken: Languages, language: str, scale: float, qtbot: QtBot
):
    spoken.speak(language)
    theme.choose(text_scale=scale)
    window.open_settings()
    window.resize(1280, 800)
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]

    def nothing_is_cut() -> None:
        cut = [
            (button.text(), button.size().toTuple(), button.sizeHint().toTuple())
            for button in buttons
            # A pixel may be lost in rounding.
            if (button.size() - button.sizeHint()).expandedTo(LEAST) != button.size() - button.sizeHint()
        ]
        assert cut == []

    qtbot.waitUntil(nothing_is_cut)
    assert len(buttons) > 5
