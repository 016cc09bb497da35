"""The list of words that somebody watches for: one automaton over folded text, whatever disguise a word comes in.

Folding makes alike what people read alike: case, accents, full-width and mathematical letters (Unicode NFKD), letters
of other scripts that look Latin (a small part of Unicode's table of confusables, UTS #39), and what does not show.
A word is then found among a text's words; letters set apart (`w o r d`), drawn out (`wooord`) or replaced by digits
and signs (`w0rd`) are found as well. Nothing is found inside a longer word unless its entry ends with `*`.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_WORDS: Final = 5_000
"""How many entries a list holds."""

LONGEST_WORD: Final = 80
"""How long an entry may be, and the value that goes with it, a web address apart."""

CENSOR: Final = "▒"
"""What stands for each letter of a censored word."""


class Action(StrEnum):
    """What becomes of a text that a rule is about."""

    PASS = "pass"  # noqa: S105 (it lets through, and opens nothing)
    TAG = "tag"
    LINK = "link"
    CENSOR = "censor"
    FLAG = "flag"
    HOLD = "hold"
    BLOCK = "block"


class Word(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An entry of a list.

    Attributes:
        text: one or several words; a last `*` stands for any ending.
        action: what becomes of a text that holds it.
        value: the address that it links to, or the tag that it gives.
        language: whose word it is, `fr` or `en`; empty when that does not matter.
    """

    text: str
    action: Action
    value: str = ""
    language: str = ""


class Found(NamedTuple):
    """An entry that a text holds, and where: from one character to before another."""

    start: int
    end: int
    word: Word


_ALIKE: Final = {
    **dict(zip("авеёкмнорстухѕіїјԁԛԝһӏ", "abeekmhopctyxsiijdqwhl", strict=True)),
    **dict(zip("αβγεηικμνορτυχω", "abyenikuvoptuxw", strict=True)),
    **dict(zip("ɑɡɩıłøđħʋƅ", "agiilodhvb", strict=True)),
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
    **{chr(first + n): chr(97 + n) for first in (0x1F150, 0x1F170, 0x1F1E6) for n in range(26)},
    "æ": "ae",
    "œ": "oe",
}
_UNSEEN: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_SIGNS: Final = dict(zip("034578@$€!+", "oeastbaseit", strict=True))
_SIGNED: Final = frozenset(_SIGNS) | {"1", "|"}
_AFTER: Final = "!?.,;:)…»\"'"
_CHUNK: Final = re.compile(r"\S+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_DRAWN_OUT: Final = re.compile(r"(\w)\1\1")
_MANY: Final = re.compile(r"(\w)\1{2,}")
_LEAST_APART: Final = 3


class _Folding(dict[int, str]):
    """What each character becomes; worked out when it is first met, and then looked up."""

    def __init__(self, signs: dict[str, str]) -> None:
        super().__init__()
        self._signs = signs

    def __missing__(self, code: int) -> str:
        folded = self[code] = self._fold(chr(code))
        return folded

    def _fold(self, character: str) -> str:
        if character in self._signs:
            return self._signs[character]
        if character in _UNSEEN:
            return ""
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
        return "".join(_one(c) for c in plain)


def _one(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    if character.isalnum():
        return character
    return "" if unicodedata.category(character) in {"Mn", "Me", "Cf"} else " "


_PLAIN: Final = _Folding({})
_LEET: Final = (_Folding(_SIGNS | {"1": "i", "|": "i"}), _Folding(_SIGNS | {"1": "l", "|": "l"}))


def fold(text: str) -> str:
    """Return a text as the list reads it: words in plain small letters, with spaces for all that is no letter."""
    return text.translate(_PLAIN)


class Lexicon(msgspec.Struct, frozen=True, dict=True):
    """A list of words, ready to be looked for; empty by default.

    Attributes:
        words: its entries; of two that fold alike the later one counts.
    """

    words: tuple[Word, ...] = ()

    def edited(self, added: Iterable[Word], removed: Iterable[str]) -> Lexicon:
        """Return the list with entries taken out and put in."""
        left = {key_of(word.text): word for word in self.words}
        for text in removed:
            left.pop(key_of(text), None)
        left.update((key_of(word.text), word) for word in added)
        return Lexicon(tuple(left.values()))

    @cached_property
    def _table(self) -> _Table:
        return _Table(self.words)

    def found(self, text: str) -> tuple[Word, ...]:
        """Return the entries that a text holds, each once."""
        if not self.words:
            return ()
        table = self._table
        folded = text.translate(_PLAIN)
        tokens = folded.split()
        hits = {}
        if table.may_hold(tokens, folded):
            hits = {word.text: word for _, _, word in table.search(tokens)}
        for chunk in text.split():
            if not _SIGNED.isdisjoint(chunk):
                hits.update((word.text, word) for word in self._behind(chunk))
        return tuple(hits.values())

    def places(self, text: str) -> list[Found]:
        """Return what `found` returns with the places, in order; slower."""
        tokens, spans = _with_places(text)
        hits = [Found(spans[i][0], spans[j][1], word) for i, j, word in self._table.search(tokens)]
        return sorted({*hits, *self._disguised(text)}, key=lambda hit: (hit.start, -hit.end, hit.word.text))

    def _disguised(self, text: str) -> Iterator[Found]:
        """Yield words in which digits or signs stand for letters; a whole run of characters counts as the word."""
        for chunk in _CHUNK.finditer(text):
            length = len(chunk.group().rstrip(_AFTER))
            for word in self._behind(chunk.group()):
                yield Found(chunk.start(), chunk.start() + length, word)

    def _behind(self, chunk: str) -> Iterator[Word]:
        """Yield the entries that a run of characters stands for once its digits and signs are letters."""
        words = chunk.rstrip(_AFTER)
        if _SIGNED.isdisjoint(words) or not _LETTER.search(words):
            return
        for folding in _LEET:
            for _, _, word in self._table.search(words.translate(folding).split()):
                yield word


class _Table:
    """The automaton: words by themselves, by their first word, and by how they begin."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.single: dict[str, Word] = {}
        self.first: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
        self.begins: dict[int, dict[str, Word]] = {}
        for word in words:
            tokens = tuple(fold(word.text).split())
            if not tokens:
                continue
            if word.text.endswith("*") and len(tokens) == 1:
                self.begins.setdefault(len(tokens[0]), {})[tokens[0]] = word
            elif len(tokens) == 1:
                self.single[tokens[0]] = word
            else:
                self.first.setdefault(tokens[0], []).append((tokens, word))
                self.single.setdefault("".join(tokens), word)
        self._heads = frozenset(self.single) | frozenset(self.first)
        self._lengths = sorted(self.begins)
        self._shortest = self._lengths[0] if self._lengths else 0
        whole = [*self.single, *(beginning for found in self.begins.values() for beginning in found)]
        self._stems = frozenset(word[: self._shortest] for found in self.begins.values() for word in found)
        self._openings = frozenset(word[:_LEAST_APART] for word in whole)
        self._longest = max(map(len, whole), default=0)

    def may_hold(self, tokens: Sequence[str], folded: str) -> bool:
        """Whether a closer look is worth it; a quick no for most texts."""
        if not self._heads.isdisjoint(tokens):
            return True
        if self._stems and not self._stems.isdisjoint([token[: self._shortest] for token in tokens]):
            return True
        return [len(token) for token in tokens].count(1) >= _LEAST_APART or _DRAWN_OUT.search(folded) is not None

    def search(self, tokens: Sequence[str]) -> Iterator[tuple[int, int, Word]]:
        """Yield each entry found, with its first and last token."""
        apart = -1
        for i, token in enumerate(tokens):
            word = self._look_up(token)
            if word is not None:
                yield i, i, word
            for wanted, phrase in self.first.get(token, ()):
                if tuple(tokens[i : i + len(wanted)]) == wanted:
                    yield i, i + len(wanted) - 1, phrase
            if len(token) > 1:
                yield from self._apart(tokens, apart, i)
                apart = -1
            elif apart < 0:
                apart = i
        yield from self._apart(tokens, apart, len(tokens))

    def _look_up(self, token: str) -> Word | None:
        found = self._exact(token)
        if found is None and _DRAWN_OUT.search(token):
            found = self._exact(_MANY.sub(r"\1", token)) or self._exact(_MANY.sub(r"\1\1", token))
        return found

    def _exact(self, token: str) -> Word | None:
        found = self.single.get(token)
        if found is not None:
            return found
        if token[: self._shortest] not in self._stems:
            return None
        for length in self._lengths:
            found = self.begins[length].get(token[:length])
            if found is not None:
                return found
        return None

    def _apart(self, tokens: Sequence[str], first: int, end: int) -> Iterator[tuple[int, int, Word]]:
        """Yield words whose letters stand one by one."""
        if first < 0 or end - first < _LEAST_APART:
            return
        letters = "".join(tokens[first:end])
        for i in range(len(letters) - _LEAST_APART + 1):
            if letters[i : i + _LEAST_APART] not in self._openings:
                continue
            for j in range(i + _LEAST_APART, min(len(letters), i + self._longest) + 1):
                word = self._exact(letters[i:j])
                if word is not None:
                    yield first + i, first + j - 1, word


def key_of(text: str) -> str:
    """Return what two entries have in common that look for the same."""
    return " ".join(fold(text).split()) + ("*" if text.endswith("*") else "")


def _with_places(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Split a text into its folded words, each with its first character's place and the one after its last."""
    tokens: list[str] = []
    spans: list[tuple[int, int]] = []
    letters, start, end = "", 0, 0
    for place, character in enumerate(text):
        for folded in _PLAIN[ord(character)]:
            if folded == " ":
                if letters:
                    tokens.append(letters)
                    spans.append((start, end))
                letters = ""
            else:
                start = start if letters else place
                letters, end = letters + folded, place + 1
    if letters:
        tokens.append(letters)
        spans.append((start, end))
    return tokens, spans


def rewritten(text: str, found: Iterable[Found], limit: int) -> str:
    """Return a text with what is to be censored or linked replaced; where two overlap, the first and longest counts.

    Args:
        text: as it was written.
        found: from `Lexicon.places`.
        limit: characters that the text may have; links that would make it longer are left out.
    """
    pieces: list[str] = []
    done = 0
    room = limit - len(text)
    for start, end, word in sorted(found, key=lambda one: (one.start, -one.end)):
        if start < done:
            continue
        said = text[start:end]
        if word.action is Action.CENSOR:
            new = "".join(c if c.isspace() else CENSOR for c in said)
        elif word.action is Action.LINK and not _is_linked(text, start, end):
            new = f"[{said}]({word.value})"
            room -= len(new) - len(said)
            if room < 0:
                continue
        else:
            continue
        pieces += (text[done:start], new)
        done = end
    return "".join(pieces) + text[done:]


def _is_linked(text: str, start: int, end: int) -> bool:
    """Whether words stand in a link, or in an address, already."""
    if text[end : end + 2] == "](" or text[max(0, start - 2) : start] == "](":
        return True
    begins = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start), text.rfind("(", 0, start)) + 1
    return "://" in text[begins:start]
