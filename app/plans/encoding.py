"""The bytes of a file as text, whatever program wrote them."""

from __future__ import annotations

import codecs
from typing import Final

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(data: bytes) -> str | None:
    """Return a file's text, whatever encoding it was written in; None when it is no text.

    Args:
        data: in UTF-8 or UTF-16, with or without a mark, or as Western European spreadsheets write.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data:
        # Text without a mark has its zero bytes at every second place; anything else with zeros is no text.
        for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
            if data[first:400:2].count(0) > len(data[:400]) // 4:
                return data.decode(encoding, "replace")
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
