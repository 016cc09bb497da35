"""The little Markdown of messages, as runs of text; the page reads the same, and one set of samples holds both."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ADDRESS: Final = re.compile(r"""https?://[^\s<>"]*[^\s<>".,;:!?)\]}»’']""")
_NAMED: Final = re.compile(r'\[([^\]\n]+)\]\((https?://[^\s()<>"]+)\)')
_ITEM: Final = re.compile(r"( *)[-*] +(?=\S)")
_LONGEST_NAME: Final = 60
_FENCE: Final = "```"


@dataclass(frozen=True)
class Run:
    """Some text that looks alike.

    Attributes:
        text: what is read.
        bold: strong.
        italic: slanted.
        code: in a type whose letters are all of one width.
        block: code of several lines, on a ground of its own.
        link: where it leads; empty for nowhere.
        mention: whether it calls somebody.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    block: bool = False
    link: str = ""
    mention: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is nothing but text."""
        return self == Run(self.text)


def runs(text: str, names: Iterable[str] = ()) -> tuple[Run, ...]:
    """Give a text as runs: one after another they are what is read.

    Args:
        text: as it was written.
        names: what the people are called to whom it speaks.
    """
    found: list[Run] = []
    calls = sorted(names, key=len, reverse=True)
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        if at:
            _add(found, Run("\n"))
        end = _fence_end(lines, at)
        if end > at + 1:
            _add(found, Run("\n".join(lines[at + 1 : end]), code=True, block=True))
            at = end + 1
            continue
        line = lines[at]
        item = _ITEM.match(line)
        if item:
            _add(found, Run(f"{item[1]}• "))
        _inline(found, line[item.end() :] if item else line, Run(""), calls)
        at += 1
    return tuple(found)


def plain(text: str) -> str:
    """Give what is read of a text, without its looks.

    Args:
        text: as it was written.
    """
    return "".join(run.text for run in runs(text))


def _fence_end(lines: Sequence[str], at: int) -> int:
    if not lines[at].startswith(_FENCE):
        return -1
    return next((n for n in range(at + 1, len(lines)) if lines[n] == _FENCE), -1)


def _add(found: list[Run], run: Run) -> None:
    if found and run.is_plain and found[-1].is_plain:
        found[-1] = Run(found[-1].text + run.text)
    elif run.text:
        found.append(run)


def _inline(found: list[Run], text: str, look: Run, calls: Sequence[str]) -> None:
    plain = at = 0
    while at < len(text):
        length, inner, pieces = _run_at(text, at, calls)
        if not length:
            at += 1
            continue
        if at > plain:
            _add(found, replace(look, text=text[plain:at]))
        at = plain = at + length
        if inner is not None:
            bold, italic = look.bold or pieces[0].bold, look.italic or pieces[0].italic
            _inline(found, inner, replace(look, bold=bold, italic=italic), calls)
        else:
            for piece in pieces:
                _add(found, replace(piece, bold=look.bold, italic=look.italic))
    if len(text) > plain:
        _add(found, replace(look, text=text[plain:]))


_Found = tuple[int, str | None, tuple[Run, ...]]
_NOTHING: Final[_Found] = (0, None, ())


def _run_at(text: str, at: int, calls: Sequence[str]) -> _Found:
    """Give what begins at a place: how long it is, what is marked within, and its runs; length 0 when it is text."""
    match text[at]:
        case "`":
            end = text.find("`", at + 1)
            return (end + 1 - at, None, (Run(text[at + 1 : end], code=True),)) if end > at + 1 else _NOTHING
        case "h":
            found = None if _is_word(text, at - 1) else _ADDRESS.match(text, at)
            return (len(found[0]), None, (Run(found[0], link=found[0]),)) if found else _NOTHING
        case "[":
            found = _NAMED.match(text, at)
            if not found:
                return _NOTHING
            # A link shows where it leads, whatever it is called.
            return len(found[0]), None, (Run(f"{found[1]} ("), Run(found[2], link=found[2]), Run(")"))
        case "@" if not _is_word(text, at - 1):
            rest = text[at + 1 : at + 1 + _LONGEST_NAME].lower()
            for name in calls:
                if rest.startswith(name.lower()) and not _is_word(rest, len(name)):
                    return len(name) + 1, None, (Run(text[at : at + len(name) + 1], mention=True),)
            return _NOTHING
        case "*" | "_" as first:
            mark = "**" if text.startswith("**", at) else first
            end = _closing(text, at, mark)
            if end < 0:
                return _NOTHING
            look = Run("", bold=True) if mark == "**" else Run("", italic=True)
            return end + len(mark) - at, text[at + len(mark) : end], (look,)
        case _:
            return _NOTHING


def _closing(text: str, at: int, mark: str) -> int:
    """Give where the words end that a mark at a place begins; -1 when it begins none."""
    begin = at + len(mark)
    is_double = len(mark) > 1
    if begin >= len(text) or text[begin].isspace() or text[begin] == mark[0]:
        return -1
    if not is_double and _is_word(text, at - 1):
        return -1
    end = text.find(mark, begin + 1)
    while end > 0:
        if not text[end - 1].isspace():
            if is_double:
                return end
            beside = text[end + 1 : end + 2]
            if mark not in {beside, text[end - 1]} and not _is_word(text, end + 1):
                return end
        end = text.find(mark, end + 1)
    return -1


def _is_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")
