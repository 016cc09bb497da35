"""Sets of rules: shipped ones, the lists of words that come with them, and the folder of those that somebody kept.

A set is rules and words together, as one JSON object; `resources/rules/` holds three, and a list of words for each
language. What is kept stands beside the library in a folder `rules`, one file a set, so that it can be copied by hand.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import ClassVar, Final

import msgspec

from app.domain.kernel.folding import folded
from app.domain.kernel.refusal import Refusal
from app.domain.moderation.checking import check_rules, check_words
from app.domain.moderation.events import Rules
from app.domain.moderation.lexicon import Lexicon, Word

_SHIPPED: Final = Path(__file__).resolve().parents[2] / "resources" / "rules"
LANGUAGES: Final = ("fr", "en")
"""The languages that a list of words is shipped for."""

SHIPPED: Final = ("trust", "watch", "strict")
"""The sets that are shipped, the most trusting first."""

MOST_BYTES: Final = 2_000_000
"""The largest file that is read as a set."""


class RuleSetError(Exception):
    """A set cannot be read or kept.

    Args:
        name: of the set or its file.
    """

    code: ClassVar[str] = "rule_set_unreadable"

    def __init__(self, name: str) -> None:
        super().__init__(f"{self.code}: {name}")
        self.name = name


class RuleSetNotKept(RuleSetError):
    """The disk did not take it."""

    code: ClassVar[str] = "rule_set_not_kept"


class RuleSet(msgspec.Struct, frozen=True, kw_only=True):
    """Rules and words that go together.

    Attributes:
        name: what it is called.
        rules: what the rules do.
        words: the list.
        about: what it is good for; empty for one's own.
    """

    name: str
    rules: Rules = Rules()
    words: tuple[Word, ...] = ()
    about: str = ""


class _Both(msgspec.Struct, frozen=True):
    en: str
    fr: str

    def said(self, language: str) -> str:
        return self.fr if language.startswith("fr") else self.en


class _ShippedSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: _Both
    about: _Both
    rules: Rules
    words: tuple[str, ...]


@cache
def starter_words(language: str) -> tuple[Word, ...]:
    """Return the list of words that is shipped for a language.

    Args:
        language: `fr` or `en`.
    """
    return msgspec.json.decode((_SHIPPED / f"words-{language}.json").read_bytes(), type=tuple[Word, ...])


@cache
def shipped(name: str, language: str) -> RuleSet:
    """Return a set that is shipped.

    Args:
        name: one of `SHIPPED`.
        language: `fr` or `en`, of its title.
    """
    found = msgspec.json.decode((_SHIPPED / f"{name}.json").read_bytes(), type=_ShippedSet)
    title = found.title.said(language)
    return RuleSet(
        name=title,
        rules=msgspec.structs.replace(found.rules, name=title),
        words=tuple(word for each in found.words for word in starter_words(each)),
        about=found.about.said(language),
    )


def read_set(blob: bytes, name: str) -> RuleSet:
    """Return the set in a file, checked as the relay would check it.

    Raises:
        RuleSetError: it holds none, or one that makes no sense.
    """
    try:
        if len(blob) > MOST_BYTES:
            raise RuleSetError(name)
        found = msgspec.json.decode(blob, type=RuleSet)
        rules = check_rules(found.rules)
        words = check_words(Lexicon(), found.words, (), afresh=True)
    except (msgspec.MsgspecError, RecursionError, Refusal) as error:
        raise RuleSetError(name) from error
    return msgspec.structs.replace(found, rules=rules, words=words)


def write_set(kept: RuleSet) -> bytes:
    """Return a set as the bytes of its file."""
    return msgspec.json.format(msgspec.json.encode(kept), indent=2)


class Shelf:
    """The sets that somebody kept.

    Args:
        folder: where; it need not be there yet.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> tuple[RuleSet, ...]:
        """Return every set that can be read, by name."""
        found = []
        for path in sorted(self._folder.glob("*.json")) if self._folder.is_dir() else ():
            try:
                found.append(read_set(path.read_bytes(), path.stem))
            except (OSError, RuleSetError):
                # Somebody else's file, or a damaged one: the others are there all the same.
                continue
        return tuple(sorted(found, key=lambda one: one.name.casefold()))

    def keep(self, kept: RuleSet) -> Path:
        """Keep a set, in place of one with the same name; its file is whole or not there.

        Raises:
            RuleSetNotKept: the disk did not take it.
        """
        path = self._path(kept.name)
        fresh = path.with_suffix(".part")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh.write_bytes(write_set(kept))
            fresh.replace(path)
        except OSError as error:
            raise RuleSetNotKept(kept.name) from error
        return path

    def remove(self, name: str) -> None:
        """Keep a set no longer.

        Raises:
            RuleSetNotKept: the disk did not let it go.
        """
        try:
            self._path(name).unlink(missing_ok=True)
        except OSError as error:
            raise RuleSetNotKept(name) from error

    def _path(self, name: str) -> Path:
        stem = re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")[:60] or "rules"
        return self._folder / f"{stem}.json"
