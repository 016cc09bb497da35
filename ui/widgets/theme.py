"""The look of the application: Fusion, a palette and a style sheet made from the tokens, switched while it runs."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui.widgets.qss import style_sheet
from ui.widgets.tokens import RESOURCES, Colours, ThemeName, Tokens, load_tokens

FAMILY = "Inter"
EMOJI_FAMILY = "Noto Color Emoji"
FONT_FILES = (
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
    "Inter-Bold.otf",
    "NotoColorEmoji.ttf",
)


class ThemeChoice(StrEnum):
    """What a person may choose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class _Painted:
    """What the application paints with; there is one of it, as there is one `QApplication.palette()`."""

    tokens: Tokens = load_tokens(ThemeName.LIGHT)


def tokens() -> Tokens:
    """Give the tokens to paint with; ask in every paint event, they change with the theme and the text scale."""
    return _Painted.tokens


def colour(name: str) -> QColor:
    """Give a colour of the current theme.

    Args:
        name: a field of `Colours`, such as `accent_text`.

    Raises:
        KeyError: when no colour has this name.
    """
    return QColor(_Painted.tokens.colours.named(name))


def font(size: int | None = None, *, weight: QFont.Weight = QFont.Weight.Normal, tabular: bool = False) -> QFont:
    """Give the bundled type in a size.

    Args:
        size: logical pixels, usually a field of `tokens().type`; the body size when left out.
        weight: one of Normal, Medium, DemiBold and Bold, the weights that are bundled.
        tabular: whether all digits are equally wide, for clocks and columns.
    """
    made = QFont([FAMILY, EMOJI_FAMILY])
    made.setPixelSize(size or _Painted.tokens.type.body)
    made.setWeight(weight)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


class FontMissingError(Exception):
    """A bundled font could not be loaded.

    Attributes:
        code: stable, for messages and logs.
    """

    code = "ui.font_missing"

    def __init__(self, name: str) -> None:
        super().__init__(f"the font {name} could not be loaded from resources/fonts")
        self.name = name


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; needs a QApplication, and doing it twice does no harm.

    Raises:
        FontMissingError: when a file is absent or broken.
    """
    if FAMILY in QFontDatabase.families() and EMOJI_FAMILY in QFontDatabase.applicationEmojiFontFamilies():
        return
    for name in FONT_FILES:
        if QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name)) < 0:
            raise FontMissingError(name)
    QFontDatabase.setApplicationEmojiFontFamilies([EMOJI_FAMILY])


class Theme(QObject):
    """Applies a theme to the application and follows the system when asked to.

    `changed` carries the new `Tokens`. Widgets need not listen: they get a `PaletteChange` or `StyleChange` event and
    ask `tokens()` again when they paint.

    Args:
        app: the application to dress.
        choice: what the person chose.
        text_scale: factor on all type sizes.
        motion: whether things may move.
    """

    changed = Signal(object)

    def __init__(
        self,
        app: QApplication,
        *,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_scale: float = 1.0,
        motion: bool = True,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._text_scale = text_scale
        self._motion = motion
        load_fonts()
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.apply()

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose, which may be to follow the system."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """What is painted with now."""
        return _Painted.tokens

    def choose(
        self,
        *,
        choice: ThemeChoice | None = None,
        text_scale: float | None = None,
        motion: bool | None = None,
    ) -> None:
        """Change the look at once; what is left out stays.

        Args:
            choice: a theme, or to follow the system.
            text_scale: factor on all type sizes.
            motion: whether things may move.
        """
        self._choice = self._choice if choice is None else choice
        self._text_scale = self._text_scale if text_scale is None else text_scale
        self._motion = self._motion if motion is None else motion
        self.apply()

    def apply(self) -> None:
        """Dress the application: palette, fonts and style sheet."""
        made = load_tokens(self._theme_name(), text_scale=self._text_scale, motion=self._motion)
        if made == _Painted.tokens and self._app.styleSheet():
            return
        _Painted.tokens = made
        self._app.setPalette(palette_of(made.colours))
        self._app.setFont(font())
        self._app.setStyleSheet(style_sheet(made))
        # Layouts keep the sizes they computed; a larger text would be cut off.
        for widget in self._app.allWidgets():
            widget.updateGeometry()
        self.changed.emit(made)

    def _theme_name(self) -> ThemeName:
        match self._choice:
            case ThemeChoice.LIGHT:
                return ThemeName.LIGHT
            case ThemeChoice.DARK:
                return ThemeName.DARK
            case ThemeChoice.HIGH_CONTRAST:
                return ThemeName.HIGH_CONTRAST
            case ThemeChoice.SYSTEM:
                hints = self._app.styleHints()
                if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
                    return ThemeName.HIGH_CONTRAST
                return ThemeName.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else ThemeName.LIGHT

    def _system_changed(self, _scheme: object) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self.apply()


def palette_of(colours: Colours) -> QPalette:
    """Make Qt's palette from the tokens, for what the style sheet does not reach.

    Args:
        colours: of the theme.
    """
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.window,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.on_danger,
        QPalette.ColorRole.PlaceholderText: colours.faint,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Link: colours.accent_text,
        QPalette.ColorRole.LinkVisited: colours.accent_text,
        QPalette.ColorRole.ToolTipBase: colours.text,
        QPalette.ColorRole.ToolTipText: colours.surface,
        QPalette.ColorRole.Light: colours.raised,
        QPalette.ColorRole.Midlight: colours.hover,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Dark: colours.field_border,
        QPalette.ColorRole.Shadow: colours.shadow,
    }
    made = QPalette()
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return made
