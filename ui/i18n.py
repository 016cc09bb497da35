"""The languages: which exist, which is spoken, and how it is changed while the application runs."""

import locale
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from ui.widgets.tokens import RESOURCES

Words = Callable[[], str]
"""A text that is translated when it is asked for, so that it follows the language:
`lambda: QCoreApplication.translate("Actions", "Start the session")`."""

SOURCE = "en"
"""The language of the texts in the code."""
PSEUDO = "qps"
"""A language that no one speaks: longer, accented and bracketed, to find texts that are clipped or not translated."""

_PREFIX = "cercle_"
_ACCENTS = str.maketrans("aceinouyACEINOUY", "àçéîñöûýÀÇÉÎÑÖÛÝ")


class UnknownLanguageError(Exception):
    """There is no translation into this language.

    Attributes:
        code: stable, for messages and logs.
    """

    code = "ui.unknown_language"

    def __init__(self, language: str) -> None:
        super().__init__(f"there is no translation into {language!r}")
        self.language = language


def languages() -> tuple[str, ...]:
    """Give the codes of the languages that can be spoken; each is a file of `resources/i18n`."""
    files = (RESOURCES / "i18n").glob(f"{_PREFIX}*.qm")
    return tuple(sorted(path.stem.removeprefix(_PREFIX) for path in files))


def language_name(language: str) -> str:
    """Give a language's name in itself.

    Args:
        language: a code, such as `fr`.
    """
    # Qt would call it American English.
    name = "English" if language == "en" else QLocale(language).nativeLanguageName()
    return name[:1].upper() + name[1:]


def system_language() -> str:
    """Give the first language of the system that is translated, or the source language."""
    known = languages()
    wanted = [*QLocale.system().uiLanguages(), locale.getlocale()[0] or ""]
    codes = (name.replace("_", "-").split("-")[0].lower() for name in wanted)
    return next((code for code in codes if code in known), SOURCE)


class PseudoTranslator(QTranslator):
    """Translates everything into the pseudo-language."""

    def isEmpty(self) -> bool:
        """It always has an answer."""
        return False

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        """Make a text longer, accented and bracketed.

        Args:
            source: the text in the code.
        """
        return f"⟦{source.translate(_ACCENTS)}{'~' * (len(source) * 3 // 10)}⟧"


class Languages(QObject):
    """Speaks one language at a time; every widget gets a `LanguageChange` event when it changes.

    `changed` carries the code of the new language.

    Args:
        app: the application that owns the translators.
        language: to begin with; the system's when left out.
    """

    changed = Signal(object)

    def __init__(self, app: QCoreApplication, language: str | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._language = ""
        self._translators: list[QTranslator] = []
        self.speak(language if language in languages() else system_language())

    @property
    def language(self) -> str:
        """The code of what is spoken."""
        return self._language

    def speak(self, language: str) -> None:
        """Change the language.

        Args:
            language: one of `languages()`, or the pseudo-language.

        Raises:
            UnknownLanguageError: when there is no such translation; the language stays.
        """
        if language == self._language:
            return
        made: list[QTranslator] = []
        made += [PseudoTranslator(self)] if language == PSEUDO else self._load(language)
        for translator in self._translators:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._translators = made
        self._language = language
        QLocale.setDefault(QLocale(SOURCE if language == PSEUDO else language))
        # Ours is installed last, and so asked first.
        for translator in made:
            self._app.installTranslator(translator)
        self.changed.emit(language)

    def silence(self) -> None:
        """Take the translators out, so that the source texts are shown; for tests."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        self._language = ""

    def _load(self, language: str) -> list[QTranslator]:
        ours = QTranslator(self)
        if not ours.load(str(RESOURCES / "i18n" / f"{_PREFIX}{language}.qm")):
            raise UnknownLanguageError(language)
        made = [ours]
        folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        qt = QTranslator(self)
        if qt.load(str(folder / f"qtbase_{language}.qm")):
            made.insert(0, qt)
        return made
