"""The look: tokens, contrast, fonts, icons, and what is bundled."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QIcon
from PySide6.QtWidgets import QApplication, QPushButton

from ui.widgets.icons import IconMissingError, icon, icon_names
from ui.widgets.qss import style_sheet
from ui.widgets.theme import Theme, ThemeChoice, font, tokens
from ui.widgets.tokens import RESOURCES, Colours, ThemeName, contrast, load_tokens, pairs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("name", ThemeName)
def test_every_pair_of_colours_can_be_read(name: ThemeName):
    colours = load_tokens(name).colours
    weak = [
        (pair.ink, pair.ground, round(found, 2))
        for pair in pairs()
        if (found := contrast(colours.named(pair.ink), colours.named(pair.ground))) < pair.ratio
    ]
    weak += [(each.ink, each.fill, 0.0) for each in colours.avatars if contrast(each.ink, each.fill) < 4.5]
    assert weak == []


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_a_theme_with_a_token_that_is_no_colour_is_refused():
    broken = (RESOURCES / "themes" / "light.json").read_bytes().replace(b"#FFFFFF", b"white", 1)
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(broken, type=Colours)


@pytest.mark.parametrize("name", ThemeName)
def test_the_style_sheet_names_no_unknown_token_and_leaves_none(name: ThemeName):
    assert "$" not in style_sheet(load_tokens(name))


@pytest.mark.parametrize("folder", ["icons", "fonts"])
def test_what_is_bundled_is_what_was_taken_in(folder: str):
    place = RESOURCES / folder
    lines = [line.split(maxsplit=1) for line in (place / "SHA256SUMS").read_text().splitlines()]
    listed = {name: digest for digest, name in lines}
    there = {path.name for path in place.iterdir()} - {"SHA256SUMS", "README.md"}
    assert there == set(listed)
    assert {name: hashlib.sha256((place / name).read_bytes()).hexdigest() for name in listed} == listed


def test_the_bundled_type_has_its_weights(theme: Theme):
    assert {"Regular", "Medium", "Semi Bold", "Bold"} <= set(QFontDatabase.styles("Inter"))
    for weight in (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold):
        shown = QFontInfo(font(theme.tokens.type.body, weight=weight))
        assert (shown.family().split()[0], shown.weight()) == ("Inter", weight)
    assert QFontDatabase.applicationEmojiFontFamilies() == ["Noto Color Emoji"]


def test_the_theme_changes_while_the_application_runs(theme: Theme, qapp: QApplication):
    told: list[object] = []
    theme.changed.connect(told.append)
    theme.choose(choice=ThemeChoice.DARK, text_scale=1.5)
    theme.changed.disconnect(told.append)
    assert told == [tokens()]
    assert tokens().colours.scheme == "dark"
    assert qapp.palette().window().color().name().upper() == tokens().colours.window
    assert qapp.font().pixelSize() == round(14 * 1.5)


def test_no_motion_means_no_duration():
    assert msgspec.structs.astuple(load_tokens(ThemeName.LIGHT, motion=False).motion) == (0, 0)


def _inks(made: QIcon, size: int, ratio: float) -> set[str]:
    image = made.pixmap(QSize(size, size), ratio).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name().upper() for x, y in points if image.pixelColor(x, y).alpha() > 250}


def test_an_icon_set_once_follows_the_theme(theme: Theme, qtbot: QtBot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icon("square", "danger"))
    light = _inks(button.icon(), 24, 2.0)
    assert light == {tokens().colours.danger}
    theme.choose(choice=ThemeChoice.DARK)
    assert _inks(button.icon(), 24, 2.0) == {tokens().colours.danger} != light


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_an_icon_has_as_many_pixels_as_the_screen_asks_for(ratio: float):
    picture = icon("hand").pixmap(QSize(20, 20), ratio)
    assert picture.width() == round(20 * ratio)
    assert picture.devicePixelRatio() == ratio


@pytest.mark.usefixtures("theme")
def test_every_icon_draws_something():
    assert len(icon_names()) > 80
    assert [name for name in icon_names() if not _inks(icon(name), 48, 1.0)] == []


def test_an_icon_that_does_not_exist_is_an_error_at_once():
    with pytest.raises(IconMissingError):
        icon("no-such-drawing")
