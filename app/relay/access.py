"""Codes and tokens at the door, and how often one may try."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING, Final

from app.domain.kernel.refusal import Refusal

if TYPE_CHECKING:
    from app.domain.kernel.words import Millis

_CONSONANTS: Final = "BDFGKLMNPRSTV"
_VOWELS: Final = "AIOU"
_SYLLABLES: Final = 4
_DIGITS: Final = 2
_READ: Final = 100
"""How much of what somebody typed is looked at, in characters."""

CODE_COMBINATIONS: Final = (len(_CONSONANTS) * len(_VOWELS)) ** _SYLLABLES * 10**_DIGITS
"""How many codes there are: 731,161,600, or 29.4 bits."""

FREE_FAILURES: Final = 30
"""How many failed attempts an address has before it must wait."""

FIRST_WAIT: Final = 2_000
LONGEST_WAIT: Final = 300_000
"""The wait after one failure too many doubles from the first to the longest, in milliseconds."""

FORGET_AFTER: Final = 600_000
"""After how long without failures an address is forgotten, in milliseconds."""

MAX_ADDRESSES: Final = 10_000


def new_code() -> str:
    """Return a join code that is easy to say aloud in French and English, such as BADO-LIMU-47."""
    syllables = [secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(_SYLLABLES)]
    digits = "".join(secrets.choice("0123456789") for _ in range(_DIGITS))
    return f"{''.join(syllables[:2])}-{''.join(syllables[2:])}-{digits}"


def plain_code(code: str) -> str:
    """Return a code as it is compared: without case, spaces and hyphens."""
    return "".join(c for c in code[:_READ].upper() if c.isalnum())


def token_hash(token: str) -> str:
    """Return what is stored of a token: its SHA-256 in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    """Return 32 random bytes in base64url without padding."""
    return secrets.token_urlsafe(32)


def _network(address: str) -> str:
    """Return an IPv6 address' network: one machine has as many addresses in it as it likes."""
    return ":".join(address.split(":")[:4]) if address.count(":") > 1 and "." not in address else address


class Attempts:
    """Counts failed attempts by address, and makes those who guess wait longer and longer."""

    def __init__(self) -> None:
        """Start with a clean slate."""
        self._failures: dict[str, tuple[int, Millis, Millis]] = {}

    def check(self, address: str, now: Millis) -> None:
        """Let an attempt pass, or not.

        Raises:
            Refusal: `too_many_attempts`, with `retry_after` in seconds.
        """
        _, last, until = self._failures.get(_network(address), (0, 0, 0))
        # A clock that was set back makes nobody wait for longer than they were told.
        if last <= now < until:
            raise Refusal("too_many_attempts", retry_after=(until - now + 999) // 1000)

    def failed(self, address: str, now: Millis) -> None:
        """Count a failed attempt."""
        address = _network(address)
        count, last, _ = self._failures.get(address, (0, now, 0))
        count = 1 if now - last > FORGET_AFTER else count + 1
        excess = count - FREE_FAILURES
        wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(excess - 1, 20)) if excess > 0 else 0
        self._failures.pop(address, None)
        self._failures[address] = (count, now, now + wait)
        if len(self._failures) > MAX_ADDRESSES:
            del self._failures[next(iter(self._failures))]
