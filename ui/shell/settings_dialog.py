"""The settings: language, theme, size of text, motion. Everything takes effect at once."""

import msgspec
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import language_name, languages
from ui.shell.settings import TEXT_SCALES, Preferences, Settings
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Choice
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import ThemeChoice, tokens
from ui.widgets.translated import Translated


class SettingsDialog(Translated, QDialog):
    """Shows the settings and changes them.

    Args:
        preferences: to show and change.
        parent: the window.
    """

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._title = Label(words=Words.HEADING)
        self._language_label = Label(words=Words.STRONG)
        self._language = Choice()
        self._theme_label = Label(words=Words.STRONG)
        self._theme = Segmented("", self._themes())
        self._scale_label = Label(words=Words.STRONG)
        self._scale_hint = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._scale = Choice()
        self._motion = QCheckBox()
        self._close = Button(kind=ButtonKind.QUIET)
        self._language_label.setBuddy(self._language)
        self._scale_label.setBuddy(self._scale)
        self._language.addItem("", None)
        for code in languages():
            self._language.addItem(language_name(code), code)
        for factor in TEXT_SCALES:
            self._scale.addItem("", factor)
        self._arrange()
        self.retranslate()
        self._show(preferences.settings)
        self._language.activated.connect(lambda _row: self._set(language=self._language.currentData()))
        self._scale.activated.connect(lambda _row: self._set(text_scale=self._scale.currentData()))
        self._theme.chosen.connect(lambda key: self._set(theme=ThemeChoice(key)))
        self._motion.toggled.connect(lambda on: self._set(motion=not on))
        self._close.clicked.connect(self.accept)
        preferences.changed.connect(self._show)

    def _arrange(self) -> None:
        space = tokens().space
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xl, space.xl, space.xl, space.l)
        column.setSpacing(space.s)
        column.addWidget(self._title)
        for label, control, hint in (
            (self._language_label, self._language, None),
            (self._theme_label, self._theme, None),
            (self._scale_label, self._scale, self._scale_hint),
        ):
            column.addSpacing(space.m)
            column.addWidget(label)
            column.addWidget(control)
            if hint is not None:
                column.addWidget(hint)
        column.addSpacing(space.m)
        column.addWidget(self._motion)
        column.addSpacing(space.l)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column.addLayout(foot)
        # As large as its words, also when their size or language changes.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._title.setMinimumWidth(412)

    def _themes(self) -> tuple[Segment, ...]:
        return (
            Segment(ThemeChoice.SYSTEM, self.tr("System"), "monitor"),
            Segment(ThemeChoice.LIGHT, self.tr("Light"), "sun"),
            Segment(ThemeChoice.DARK, self.tr("Dark"), "moon"),
            Segment(ThemeChoice.HIGH_CONTRAST, self.tr("High contrast"), "contrast"),
        )

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(self.tr("Settings"))
        self._title.setText(self.tr("Settings"))
        self._language_label.setText(self.tr("Language"))
        self._language.setAccessibleName(self.tr("Language"))
        self._language.setItemText(0, self.tr("As the system"))
        self._theme_label.setText(self.tr("Theme"))
        self._theme.say(self.tr("Theme"), self._themes())
        self._scale_label.setText(self.tr("Size of text"))
        self._scale.setAccessibleName(self.tr("Size of text"))
        self._scale_hint.setText(self.tr("The whole window follows; nothing is cut off."))
        for row, factor in enumerate(TEXT_SCALES):
            self._scale.setItemText(row, self.tr("%1 %").replace("%1", str(round(factor * 100))))
        self._motion.setText(self.tr("Reduce motion"))
        self._close.say(self.tr("Close"))

    def _show(self, settings: Settings) -> None:
        self._language.setCurrentIndex(max(0, self._language.findData(settings.language)))
        nearest = min(TEXT_SCALES, key=lambda factor: abs(factor - settings.text_scale))
        self._scale.setCurrentIndex(TEXT_SCALES.index(nearest))
        self._theme.choose(settings.theme)
        if self._motion.isChecked() == settings.motion:
            self._motion.setChecked(not settings.motion)

    def _set(self, **fields: object) -> None:
        self._preferences.change(msgspec.structs.replace(self._preferences.settings, **fields))
