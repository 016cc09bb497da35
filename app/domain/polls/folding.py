"""What ways of writing the same have in common."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ARTICLES: Final = re.compile(r"^(?:(?:l|d|qu)'|(?:le|la|les|un|une|des|the|a|an) )(?=\w)")
_BETWEEN: Final = re.compile(r"[\s\-\u2010-\u2014_/]+")
"""Spaces, and every kind of hyphen and dash."""

_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "\u2019": "'", "\u02bc": "'", "\u2018": "'"})


def fold(text: str) -> str:
    """Return what two ways of writing the same in French or English have in common.

    Neither case, accents, spaces, hyphens, ligatures and the form of apostrophes matter, nor an article before a word
    or punctuation around it. Accents are set aside only where something is left: other scripts keep their marks.
    """
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_LIGATURES)
    plain = _BETWEEN.sub(" ", _without_accents(lowered)).strip()
    bare = plain.strip(" .,;:!?…\"'«»“”()[]*#")
    return _ARTICLES.sub("", bare) or plain or text


def _without_accents(text: str) -> str:
    """Drop the accents of Latin letters; in other scripts marks are letters of their own."""
    kept: list[str] = []
    is_latin = False
    for character in unicodedata.normalize("NFD", text):
        if unicodedata.combining(character):
            if not is_latin:
                kept.append(character)
        else:
            is_latin = "a" <= character <= "z"
            kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))
