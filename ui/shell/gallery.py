"""The gallery: every widget in every theme and language, for eyes, pictures and tests."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.i18n import Languages, languages
from ui.shell.gallery_pages import Content, Controls, Feedback, Foundations
from ui.shell.mark import app_icon
from ui.widgets.labels import Label, Words
from ui.widgets.layout import Ground, scrolled
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import Theme, ThemeChoice, tokens
from ui.widgets.toast import Toast

PAGES: dict[str, Callable[[], QWidget]] = {
    "foundations": Foundations,
    "controls": Controls,
    "feedback": Feedback,
    "content": Content,
}
SHOT_THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST)
SHOT_SIZE = (900, 1100)
"""The size of a picture, in logical pixels."""


class Gallery(Ground):
    """A window with all pages, and the theme and language to see them in.

    Args:
        theme: to change.
        spoken: the languages to choose from.
    """

    def __init__(self, theme: Theme, spoken: Languages) -> None:
        super().__init__("window")
        self._theme, self._spoken = theme, spoken
        self.setWindowTitle("Cercle")
        self.setWindowIcon(app_icon())
        self.resize(1080, 860)
        self._pages = Segmented("", self._page_segments())
        self._themes = Segmented("", self._theme_segments())
        self._languages = Segmented("", tuple(Segment(code, code.upper()) for code in languages()))
        self._stack = QStackedWidget()
        self._toast = Toast(self)
        space = tokens().space
        bar = Ground("topbar")
        row = QHBoxLayout()
        row.setContentsMargins(space.l, space.s, space.l, space.s)
        row.setSpacing(space.m)
        row.addWidget(Label("Cercle", words=Words.TITLE))
        row.addWidget(self._pages)
        row.addStretch(1)
        row.addWidget(self._languages)
        row.addWidget(self._themes)
        bar.column.addLayout(row)
        self.column.addWidget(bar)
        self.column.addWidget(self._stack, 1)
        self._pages.chosen.connect(self.show_page)
        self._themes.chosen.connect(lambda key: theme.choose(choice=ThemeChoice(key)))
        self._languages.chosen.connect(spoken.speak)
        if theme.choice is not ThemeChoice.SYSTEM:
            self._themes.choose(theme.choice)
        self._languages.choose(spoken.language)
        self.show_page("foundations")

    def _page_segments(self) -> tuple[Segment, ...]:
        words = {
            "foundations": self.tr("Foundations"),
            "controls": self.tr("Controls"),
            "feedback": self.tr("Feedback"),
            "content": self.tr("Content"),
        }
        return tuple(Segment(key, words[key]) for key in PAGES)

    def _theme_segments(self) -> tuple[Segment, ...]:
        return (
            Segment(ThemeChoice.LIGHT, self.tr("Light"), "sun"),
            Segment(ThemeChoice.DARK, self.tr("Dark"), "moon"),
            Segment(ThemeChoice.HIGH_CONTRAST, self.tr("Contrast"), "contrast"),
        )

    def show_page(self, key: object) -> None:
        """Show a page, built anew in the language of the moment.

        Args:
            key: one of `PAGES`.
        """
        if not isinstance(key, str):
            return
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._pages.choose(key)
        self._stack.addWidget(scrolled(PAGES[key]()))
        if key == "feedback":
            self._toast.say(self.tr("Message hidden"), undo=lambda: None)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._pages.say(self.tr("Page"), self._page_segments())
            self._themes.say(self.tr("Theme"), self._theme_segments())
            self.show_page(self._pages.current)


def open_gallery() -> Gallery:
    """Open the gallery; needs a QApplication, which its caller runs."""
    theme, spoken = _dress()
    gallery = Gallery(theme, spoken)
    gallery.show()
    return gallery


def shots(folder: Path) -> tuple[Path, ...]:
    """Write a picture of every page in every theme and language; needs a QApplication.

    Args:
        folder: made when it does not exist.

    Returns:
        The pictures, named `page-language-theme.png`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    theme, spoken = _dress()
    written = []
    for language in languages():
        spoken.speak(language)
        for choice in SHOT_THEMES:
            theme.choose(choice=choice)
            for name, build in PAGES.items():
                path = folder / f"{name}-{language}-{choice}.png"
                _picture(build).save(str(path))
                written.append(path)
    return tuple(written)


def _picture(build: Callable[[], QWidget]) -> QPixmap:
    frame = QWidget()
    frame.setProperty("ground", "window")
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(build())
    frame.resize(*SHOT_SIZE)
    frame.ensurePolished()
    # The first round lays out, the second one shows lines that broke meanwhile.
    frame.grab()
    QCoreApplication.sendPostedEvents()
    picture = frame.grab()
    frame.deleteLater()
    return picture


def _dress() -> tuple[Theme, Languages]:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise NoApplicationError
    themes, spoken = app.findChildren(Theme), app.findChildren(Languages)
    return themes[0] if themes else Theme(app), spoken[0] if spoken else Languages(app)


class NoApplicationError(Exception):
    """The gallery was opened before the QApplication was made.

    Attributes:
        code: stable, for messages and logs.
    """

    code = "ui.no_application"
