"""Updates of a note as they travel: the part of Yjs's encoding (version 1) that a plain text needs, read and written.

The encoding is that of `yjs` 13 and `yrs`: lib0's variable-length integers, the new runs of each client, and what is
deleted. A note holds nothing but text, so whatever else the encoding could say is refused before anything is done
with it. Lengths and places are counted in UTF-16 code units, as Yjs does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT: Final = "text"
"""What the text is called in its Yjs document."""

NOWHERE: Final = -1
"""Stands for "no neighbour": the beginning of a text, or its end."""

BLANK: Final = "\x00"
"""Stands for each unit of what was written, where the words themselves are kept apart; never part of a text."""

_CLIENT_BITS: Final = 32
_CLOCK_LIMIT: Final = 1 << 31
_DELETED: Final = 1
_STRING: Final = 4
_HAS_ORIGIN: Final = 0x80
_HAS_RIGHT: Final = 0x40
_CONTENT: Final = 0x3F


class UnreadableUpdate(ValueError):
    """Bytes that are no update of a plain text."""


class Written(msgspec.Struct, frozen=True):
    """A run of text as its writer put it in.

    Attributes:
        key: of its first unit: client and clock in one number.
        length: how many units.
        text: the words; empty when they are gone already.
        origin: the unit that stood before it when it was written, or `NOWHERE`.
        right: the unit that stood behind it, or `NOWHERE`.
    """

    key: int
    length: int
    text: str
    origin: int
    right: int


class Deleted(msgspec.Struct, frozen=True):
    """Units that are gone: the first one, and how many."""

    key: int
    length: int


class Update(msgspec.Struct, frozen=True):
    """What was written, each client's in order, and what was deleted."""

    written: tuple[Written, ...]
    deleted: tuple[Deleted, ...]


def key_of(client: int, clock: int) -> int:
    """Return client and clock as one number."""
    return client << _CLIENT_BITS | clock


def client_of(key: int) -> int:
    """Return the client who wrote a unit."""
    return key >> _CLIENT_BITS


def clock_of(key: int) -> int:
    """Return which of its client's units one is, from 0."""
    return key & ((1 << _CLIENT_BITS) - 1)


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


class _Reader:
    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._at = 0

    def number(self) -> int:
        value = shift = 0
        while True:
            if self._at >= len(self._raw) or shift > _CLIENT_BITS:
                raise UnreadableUpdate
            byte = self._raw[self._at]
            self._at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:  # noqa: PLR2004 (the sign that more follows)
                return value
            shift += 7

    def byte(self) -> int:
        if self._at >= len(self._raw):
            raise UnreadableUpdate
        self._at += 1
        return self._raw[self._at - 1]

    def string(self) -> str:
        length = self.number()
        if length > len(self._raw) - self._at:
            raise UnreadableUpdate
        self._at += length
        try:
            return self._raw[self._at - length : self._at].decode()
        except UnicodeDecodeError as error:
            raise UnreadableUpdate from error

    def key(self) -> int:
        client = self.number()
        return self.keyed(client, self.number())

    def keyed(self, client: int, clock: int, length: int = 1) -> int:
        if client >> _CLIENT_BITS or not 0 < length <= _CLOCK_LIMIT - clock:
            raise UnreadableUpdate
        return key_of(client, clock)

    def is_done(self) -> bool:
        return self._at == len(self._raw)


def read(raw: bytes) -> Update:
    """Return what an update holds.

    Raises:
        UnreadableUpdate: it is torn, or holds something else than text.
    """
    reader = _Reader(raw)
    written: list[Written] = []
    for _ in range(reader.number()):
        runs, client = reader.number(), reader.number()
        clock = reader.number()
        for _ in range(runs):
            run = _run(reader, client, clock)
            written.append(run)
            clock += run.length
    deleted: list[Deleted] = []
    for _ in range(reader.number()):
        client = reader.number()
        for _ in range(reader.number()):
            clock, length = reader.number(), reader.number()
            deleted.append(Deleted(reader.keyed(client, clock, length), length))
    if not reader.is_done():
        raise UnreadableUpdate
    return Update(tuple(written), tuple(deleted))


def _run(reader: _Reader, client: int, clock: int) -> Written:
    info = reader.byte()
    origin = reader.key() if info & _HAS_ORIGIN else NOWHERE
    right = reader.key() if info & _HAS_RIGHT else NOWHERE
    if origin == right == NOWHERE and (reader.number() != 1 or reader.string() != ROOT):
        raise UnreadableUpdate
    match info & _CONTENT:
        case 4:
            text = reader.string()
            length = units(text)
        case 1:
            text, length = "", reader.number()
        case _:
            raise UnreadableUpdate
    return Written(reader.keyed(client, clock, length), length, text, origin, right)


def _number(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:  # noqa: PLR2004 (what fits into seven bits)
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _string(text: str) -> bytes:
    raw = text.encode()
    return _number(len(raw)) + raw


def _key(key: int) -> bytes:
    return _number(client_of(key)) + _number(clock_of(key))


def _by_client(keyed: Iterable[Written] | Iterable[Deleted]) -> dict[int, list[Written | Deleted]]:
    found: dict[int, list[Written | Deleted]] = {}
    for each in keyed:
        found.setdefault(client_of(each.key), []).append(each)
    return dict(sorted(found.items(), reverse=True))


def write(update: Update) -> bytes:
    """Return an update as bytes.

    Args:
        update: each client's runs in order, without gaps.
    """
    out = [b""]
    runs = _by_client(update.written)
    out.append(_number(len(runs)))
    for client, theirs in runs.items():
        out += (_number(len(theirs)), _number(client), _number(clock_of(theirs[0].key)))
        out += (_run_bytes(run) for run in theirs if isinstance(run, Written))
    gone = _by_client(update.deleted)
    out.append(_number(len(gone)))
    for client, ranges in gone.items():
        out += (_number(client), _number(len(ranges)))
        out += (_number(clock_of(each.key)) + _number(each.length) for each in ranges)
    return b"".join(out)


def _run_bytes(run: Written) -> bytes:
    info = _STRING if run.text else _DELETED
    neighbours = b""
    if run.origin != NOWHERE:
        info |= _HAS_ORIGIN
        neighbours += _key(run.origin)
    if run.right != NOWHERE:
        info |= _HAS_RIGHT
        neighbours += _key(run.right)
    if not neighbours:
        neighbours = _number(1) + _string(ROOT)
    return bytes((info,)) + neighbours + (_string(run.text) if run.text else _number(run.length))


def said(written: Sequence[Written]) -> str:
    """Return all words of some runs, one after the other."""
    return "".join(run.text for run in written)


def without_words(update: Update) -> Update:
    """Return an update in which blanks stand for the words."""
    blank = (Written(w.key, w.length, BLANK * w.length if w.text else "", w.origin, w.right) for w in update.written)
    return Update(tuple(blank), update.deleted)


def with_words(update: Update, words: str) -> Update:
    """Return an update with its words put in for the blanks; without words these runs are gone.

    Args:
        update: what `without_words` returned.
        words: what `said` returned; empty when they were erased.
    """
    rest = words.encode("utf-16-le")
    written = []
    for run in update.written:
        text = ""
        if run.text:
            text, rest = rest[: 2 * run.length].decode("utf-16-le"), rest[2 * run.length :]
        written.append(Written(run.key, run.length, text, run.origin, run.right))
    return Update(tuple(written), update.deleted)
