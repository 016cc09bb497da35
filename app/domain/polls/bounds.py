"""What numbers a right answer admits: one, one give or take a little, or all between two."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_NUMBER: Final = r"[-+\u2212]?\d{1,12}(?:[.,]\d{1,6})?"
_EXACT: Final = re.compile(rf"({_NUMBER})")
_WITHIN: Final = re.compile(rf"({_NUMBER})(?:\u00b1|\+/-|\+-|:)({_NUMBER})")
_BETWEEN: Final = re.compile(rf"({_NUMBER})(?:\.\.\.?|\u2026|\u2013|\u2014|a|to)({_NUMBER})")
_SPACES: Final = re.compile(r"\s+")


def bounds(text: str) -> tuple[int, int] | None:
    """Return the least and the greatest number that a right answer admits, in thousandths; None when it is no number.

    Args:
        text: a number, one with what it may be off by (`3.14 \u00b1 0.01`, `3.14:0.01`), or two that it lies between
            (`10..15`, `10\u201315`); with a point or a comma.
    """
    bare = _SPACES.sub("", text.replace("\u00e0", "a")).casefold()
    if found := _EXACT.fullmatch(bare):
        value = _thousandths(found[1])
        return value, value
    if found := _WITHIN.fullmatch(bare):
        value, off = _thousandths(found[1]), abs(_thousandths(found[2]))
        return value - off, value + off
    if found := _BETWEEN.fullmatch(bare):
        one, other = _thousandths(found[1]), _thousandths(found[2])
        return min(one, other), max(one, other)
    return None


def _thousandths(text: str) -> int:
    return int((Decimal(text.replace(",", ".").replace("\u2212", "-")) * 1000).to_integral_value())
