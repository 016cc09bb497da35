"""Whether rules and words make sense, before anything is judged by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from app.domain.kernel.gate import LIMITS, clean
from app.domain.kernel.links import check_link
from app.domain.kernel.refusal import Refusal
from app.domain.moderation.lexicon import LONGEST_WORD, MOST_WORDS, Action, key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.moderation.events import Rules
    from app.domain.moderation.lexicon import Lexicon, Word

MOST_HOSTS: Final = 100
"""How many hosts may be linked to freely."""

_RANGES: Final = {
    "longest": (0, LIMITS["message"]),
    "repeated_within": (1, 3_600),
    "first": (0, 50),
    "turned_down": (0, 100),
    "rate": (0, 50),
    "crowd": (0, 1_000),
    "flags": (0, 50),
    "claim_seconds": (10, 600),
    "expire_minutes": (0, 24 * 60),
    "alert_seconds": (0, 3_600),
}
"""The least and the most of each number of the rules."""

_ACTIONS: Final = frozenset({Action.PASS, Action.FLAG, Action.HOLD, Action.BLOCK})
"""What may become of repeated texts and of texts with addresses."""


def check_rules(rules: Rules) -> Rules:
    """Return the rules as they will be stored.

    Raises:
        Refusal: `bad_rules` with the `field` that makes no sense.
    """
    for field, (least, most) in _RANGES.items():
        if not least <= getattr(rules, field) <= most:
            raise Refusal("bad_rules", field=field)
    if rules.repeated not in _ACTIONS - {Action.FLAG}:
        raise Refusal("bad_rules", field="repeated")
    if rules.links not in _ACTIONS - {Action.FLAG}:
        raise Refusal("bad_rules", field="links")
    hosts = tuple(dict.fromkeys(_host(host) for host in rules.links_allowed))
    if len(hosts) > MOST_HOSTS:
        raise Refusal("bad_rules", field="links_allowed")
    return replace(rules, name=clean(rules.name, "title") if rules.name.strip() else "", links_allowed=hosts)


def _host(text: str) -> str:
    host = text.strip().casefold().partition("://")[2] or text.strip().casefold()
    host = host.partition("/")[0].removeprefix("www.")
    if not host or len(host) > LONGEST_WORD or not all(c.isalnum() or c in ".-" for c in host):
        raise Refusal("bad_rules", field="links_allowed")
    return host


def check_words(lexicon: Lexicon, added: Sequence[Word], removed: Sequence[str], *, afresh: bool) -> tuple[Word, ...]:
    """Return the entries as they will be stored.

    Raises:
        Refusal: `bad_word` with its `place` in what is added, `bad_link`, or `too_many_words`.
    """
    checked = tuple(_checked(word, place) for place, word in enumerate(added))
    keys = set() if afresh else {key_of(word.text) for word in lexicon.words} - {key_of(text) for text in removed}
    if len(keys | {key_of(word.text) for word in checked}) > MOST_WORDS:
        raise Refusal("too_many_words", limit=MOST_WORDS)
    return checked


def _checked(word: Word, place: int) -> Word:
    text = " ".join(word.text.split())
    if not key_of(text).strip("*") or len(text) > LONGEST_WORD or word.action is Action.PASS:
        raise Refusal("bad_word", place=place)
    if word.action is Action.LINK:
        if not word.value.strip() or not set(word.value).isdisjoint("()<>"):
            raise Refusal("bad_link")
        check_link(word.value.strip())
    elif (word.action is Action.TAG) is not bool(word.value.strip()) or len(word.value) > LONGEST_WORD:
        raise Refusal("bad_word", place=place)
    return replace(word, text=text, value=word.value.strip(), language=word.language[:2])
