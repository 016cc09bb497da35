"""Texts as people compare them: without case and accents."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Return a text without case and accents.

    Args:
        text: in any script.
    """
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
