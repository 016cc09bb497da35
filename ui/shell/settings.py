"""What a person set: language, theme, size of text, motion; one small JSON file in a folder that the caller names."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from ui.i18n import Languages, languages, system_language
from ui.widgets.theme import Theme, ThemeChoice

TEXT_SCALES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""The factors that are offered."""


class ReadyAnswer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What staff say again and again, in each language; empty in one that is missing."""

    fr: str = ""
    en: str = ""


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a person set. Unknown fields of a newer version are passed over.

    Attributes:
        language: a code, or none for the system's.
        theme: a theme, or to follow the system.
        text_scale: factor on all type sizes.
        motion: whether things may move.
        window: the window's geometry as Qt saves it, in base 64; empty before the first run.
        name: what the person was called in the last class they started.
        relay: the hosted relay they used last; empty before.
        dial_in: the number to call that they gave last; empty before.
        ready_answers: to learners who call for help, as they changed the list; none while it is the first one.
    """

    language: str | None = None
    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 1.0
    motion: bool = True
    window: str = ""
    name: str = ""
    relay: str = ""
    dial_in: str = ""
    ready_answers: tuple[ReadyAnswer, ...] | None = None


class SettingsNotSavedError(Exception):
    """The settings could not be written; they hold until the application ends.

    Attributes:
        code: stable, for messages and logs.
    """

    code = "ui.settings_not_saved"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} could not be written: {reason}")
        self.path = path
        self.reason = reason


class SettingsFile:
    """Reads and writes the settings.

    Args:
        folder: made when it does not exist.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "settings.json"

    def load(self) -> Settings:
        """Read the settings; without a readable file, the first ones. A broken file is set aside, not lost."""
        try:
            settings = msgspec.json.decode(self.path.read_bytes(), type=Settings)
        except FileNotFoundError:
            return Settings()
        except OSError:
            return Settings()
        except msgspec.DecodeError:
            self._set_aside()
            return Settings()
        scale = min(max(settings.text_scale, TEXT_SCALES[0]), TEXT_SCALES[-1])
        return msgspec.structs.replace(settings, text_scale=scale)

    def save(self, settings: Settings) -> None:
        """Write the settings, whole or not at all.

        Args:
            settings: to keep.

        Raises:
            SettingsNotSavedError: when the folder cannot be written.
        """
        half = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n")
            half.replace(self.path)
        except OSError as error:
            raise SettingsNotSavedError(self.path, error.strerror or str(error)) from error

    def _set_aside(self) -> None:
        try:
            self.path.replace(self.path.with_suffix(".broken.json"))
        except OSError:
            # A folder that cannot be written keeps the broken file; the first settings are used all the same.
            return


class Preferences(QObject):
    """The settings as they are now, applied and saved at every change.

    `changed` carries the new `Settings`; `failed` carries a `SettingsNotSavedError`.

    Args:
        file: where they are kept.
        theme: to dress.
        languages: to speak.
        parent: the owner.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, file: SettingsFile, theme: Theme, languages: Languages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file, self._theme, self._languages = file, theme, languages
        self._settings = file.load()
        self._apply()

    @property
    def settings(self) -> Settings:
        """What is set now."""
        return self._settings

    @property
    def language(self) -> str:
        """The code of the language that is spoken now."""
        return self._languages.language

    def change(self, settings: Settings) -> None:
        """Set something else.

        Args:
            settings: usually `msgspec.structs.replace(preferences.settings, ...)`.
        """
        if settings == self._settings:
            return
        self._settings = settings
        self._apply()
        try:
            self._file.save(settings)
        except SettingsNotSavedError as error:
            self.failed.emit(error)
        self.changed.emit(settings)

    def _apply(self) -> None:
        wanted = self._settings
        self._theme.choose(choice=wanted.theme, text_scale=wanted.text_scale, motion=wanted.motion)
        spoken = wanted.language if wanted.language in languages() else system_language()
        self._languages.speak(spoken)
