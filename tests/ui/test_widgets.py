"""The shared widgets, one claim each."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import segno
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from ui.i18n import Languages, UnknownLanguageError, language_name, languages
from ui.shell.gallery import PAGES, SHOT_THEMES, open_gallery, shots
from ui.widgets.avatar import avatar_colours, initials
from ui.widgets.badge import Badge
from ui.widgets.composer import MAX_LINES, Composer
from ui.widgets.connection import Connection, ConnectionIndicator
from ui.widgets.fields import Field
from ui.widgets.labels import ElidedLabel
from ui.widgets.qr import QUIET_ZONE, QrCode
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.time_label import Count, TimeLabel, ago_text, clock_text

if TYPE_CHECKING:
    from types import ModuleType

    from pytestqt.qtbot import QtBot

    from ui.widgets.theme import Theme

pytestmark = pytest.mark.usefixtures("theme", "spoken")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def composer(qtbot: QtBot) -> Composer:
    """Show a composer that takes fifty characters."""
    made = Composer(limit=50)
    qtbot.addWidget(made)
    made.resize(420, 60)
    made.show()
    made.edit.setFocus()
    return made


def test_enter_sends_and_shift_enter_breaks_the_line(composer: Composer, qtbot: QtBot):
    sent: list[object] = []
    composer.submitted.connect(sent.append)
    qtbot.keyClicks(composer.edit, " one")
    qtbot.keyClick(composer.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(composer.edit, "two ")
    qtbot.keyClick(composer.edit, Qt.Key.Key_Return)
    assert sent == ["one\ntwo"]
    assert composer.edit.toPlainText() == ""


def test_nothing_and_too_much_are_not_sent_and_not_lost(composer: Composer, qtbot: QtBot):
    sent: list[object] = []
    composer.submitted.connect(sent.append)
    qtbot.keyClick(composer.edit, Qt.Key.Key_Return)
    composer.edit.setPlainText("x" * 51)
    qtbot.keyClick(composer.edit, Qt.Key.Key_Return)
    assert sent == []
    assert composer.text() == "x" * 51
    assert "1 too many" in [label.text() for label in composer.findChildren(QLabel) if label.isVisible()]


def test_it_grows_to_six_lines_and_no_further(composer: Composer):
    heights = []
    for lines in (1, 3, MAX_LINES, MAX_LINES + 4):
        composer.edit.setPlainText("\n".join("x" * lines))
        heights.append(composer.edit.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_a_draft_stays_with_the_place_it_was_written_for(composer: Composer):
    composer.write_to("main")
    composer.edit.setPlainText("to everyone")
    composer.write_to("staff")
    assert composer.text() == ""
    composer.edit.setPlainText("between us")
    composer.write_to("main")
    assert composer.text() == "to everyone"


def test_a_refused_text_comes_back_before_what_was_written_since(composer: Composer):
    composer.edit.setPlainText("newer")
    composer.restore("older")
    assert composer.text() == "older\nnewer"


def test_a_field_says_what_is_wrong_until_one_types(qtbot: QtBot):
    field = Field("Join code", hint="On the screen")
    qtbot.addWidget(field)
    field.show()
    field.set_error("No class has this code.")
    assert field.edit.accessibleDescription() == "No class has this code."
    qtbot.keyClicks(field.edit, "T")
    assert field.error == ""
    assert field.edit.accessibleDescription() == "On the screen"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amina Benali", "AB"),
        ("éva", "É"),
        ("Jean-Luc de la Tour", "JT"),
        ("  ", "·"),
        ("🙂", "·"),
        ("林 美玲", "林美"),
        ("'X'", "X"),
    ],
)
def test_initials_stand_for_any_name(name: str, letters: str):
    assert initials(name) == letters


def test_a_person_keeps_one_colour():
    assert avatar_colours("m1") == avatar_colours("m1")
    assert len({avatar_colours(f"m{n}").fill for n in range(40)}) > 4


def test_a_qr_code_is_drawn_as_encoded_with_its_quiet_zone(qtbot: QtBot):
    code = QrCode("Link")
    qtbot.addWidget(code)
    code.show_text("http://192.168.1.20:8471/#c=TULIPE-42")
    wanted = tuple(
        bytes(row) for row in segno.make("http://192.168.1.20:8471/#c=TULIPE-42", error="m", micro=False).matrix
    )
    assert code.modules == wanted
    count = len(wanted) + 2 * QUIET_ZONE
    code.resize(QSize(count * 4, count * 4))
    image = code.grab().toImage()
    step = image.width() // count
    black, white = QColor("black"), QColor("white")
    for y, row in enumerate(wanted):
        for x, dark in enumerate(row):
            corner = ((x + QUIET_ZONE) * step, (y + QUIET_ZONE) * step)
            assert image.pixelColor(*corner) == (black if dark else white)
    assert image.pixelColor(image.width() // 2, 2) == white


def test_the_connection_is_told_in_words_with_what_waits(qtbot: QtBot, spoken: Languages):
    indicator = ConnectionIndicator()
    qtbot.addWidget(indicator)
    indicator.show_state(Connection.OFFLINE, waiting=3)
    assert indicator.text == "Offline · 3 waiting"
    spoken.speak("fr")
    QCoreApplication.sendPostedEvents()
    assert indicator.text == "Hors ligne · 3 en attente"
    assert indicator.accessibleName() == indicator.text


def test_plurals_follow_the_language(qtbot: QtBot, spoken: Languages):
    composer = Composer(limit=2)
    qtbot.addWidget(composer)
    composer.edit.setPlainText("xx")
    spoken.speak("fr")
    QCoreApplication.sendPostedEvents()
    said = {label.text() for label in composer.findChildren(QLabel)}
    composer.edit.setPlainText("")
    said |= {label.text() for label in composer.findChildren(QLabel)}
    assert {"0 restant", "2 restants"} <= said


@pytest.mark.parametrize(("seconds", "clock"), [(7, "0:07"), (750, "12:30"), (3909, "1:05:09")])
def test_durations_read_like_a_clock(seconds: int, clock: str):
    assert clock_text(seconds) == clock


def test_ages_are_short(spoken: Languages):
    assert [ago_text(seconds) for seconds in (5, 60, 7200, 90000)] == ["now", "1 min", "2 h", "1 d"]
    spoken.speak("fr")
    assert ago_text(90000) == "1 j"


def test_a_countdown_goes_on_past_its_end_and_says_so(qtbot: QtBot):
    now = 0
    label = TimeLabel(lambda: now, count=Count.UNTIL)
    qtbot.addWidget(label)
    label.set_moment(90_000)
    assert label.text() == "1:30"
    now = 100_000
    label.retranslate()
    assert (label.text(), label.property("tone")) == ("+0:10 over", "danger")


def test_a_long_text_is_elided_and_whole_in_its_tooltip(qtbot: QtBot):
    label = ElidedLabel("Giving feedback that helps others to learn")
    qtbot.addWidget(label)
    label.resize(90, 20)
    label.show()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    assert label.toolTip() == ""


def test_arrow_keys_choose_among_segments(qtbot: QtBot):
    choice = Segmented("Channel", (Segment("open", "Open"), Segment("held", "Held")))
    qtbot.addWidget(choice)
    told: list[object] = []
    choice.chosen.connect(told.append)
    choice.show()
    choice.activateWindow()
    button = choice._buttons["open"]  # noqa: SLF001
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert (choice.current, told) == ("held", ["held"])


def test_a_badge_grows_with_the_text(qtbot: QtBot, theme: Theme):
    badge = Badge("Held")
    qtbot.addWidget(badge)
    before = badge.sizeHint()
    theme.choose(text_scale=2.0)
    assert badge.sizeHint().width() > before.width() * 1.4


def test_a_language_that_does_not_exist_is_refused_and_the_old_one_stays(spoken: Languages):
    with pytest.raises(UnknownLanguageError):
        spoken.speak("xx")
    assert spoken.language == "en"
    assert [language_name(code) for code in languages()] == ["English", "Français"]


def test_qt_itself_speaks_french_too(qtbot: QtBot, spoken: Languages):
    assert (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_fr.qm").exists()
    spoken.speak("fr")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "") == "Annuler"


def _translate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules["translate"] = made
    spec.loader.exec_module(made)
    return made


def test_every_text_is_translated_surely_and_compiled():
    assert _translate().check() == []


def test_a_text_that_is_missing_or_unsure_is_found(tmp_path: Path):
    translate = _translate()
    file = tmp_path / "cercle_fr.ts"
    text = (ROOT / "resources" / "i18n" / "cercle_fr.ts").read_text(encoding="utf-8")
    unsure = text.replace("<translation>Annuler</", '<translation type="unfinished">Annuler</')
    file.write_text(unsure, encoding="utf-8")
    assert {gap.source for gap in translate.gaps(file)} == {"Cancel", "Undo"}


def test_the_gallery_writes_a_picture_of_every_page(tmp_path: Path):
    written = shots(tmp_path)
    assert len(written) == len(PAGES) * len(SHOT_THEMES) * len(languages())
    assert min(path.stat().st_size for path in written) > 10_000


def test_the_gallery_shows_every_page_in_the_language_of_the_moment(qtbot: QtBot, spoken: Languages):
    gallery = open_gallery()
    qtbot.addWidget(gallery)
    for key in PAGES:
        gallery.show_page(key)
        spoken.speak("fr" if spoken.language == "en" else "en")
        QCoreApplication.sendPostedEvents()
    gallery.show_page("feedback")
    spoken.speak("fr")
    QCoreApplication.sendPostedEvents()
    assert "Personne n’a encore écrit" in [label.text() for label in gallery.findChildren(QLabel)]
