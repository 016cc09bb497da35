"""Addresses, links and tokens: where a relay is, and what in a link's fragment opens which seat."""

from __future__ import annotations

import hashlib
import ipaddress
import re
import secrets
from typing import Final, TypeAlias
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

import msgspec

from app.domain.kernel.refusal import Refusal

_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{43}")
_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class CodeLink(msgspec.Struct, frozen=True):
    """A link that lets anybody join: the relay's base URL and the code."""

    base: str
    code: str


class SeatLink(msgspec.Struct, frozen=True):
    """A link to one seat: the relay's base URL, the session and the seat's token."""

    base: str
    session: str
    token: str


Link: TypeAlias = CodeLink | SeatLink


def new_token() -> str:
    """Return a fresh token: 32 random bytes in base64url without padding, 43 characters."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """Return what a relay stores of a token: its SHA-256 in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def base_url(address: str) -> str:
    """Return an address as a base URL: `http://HOST[:PORT]` or `https://...`, without path.

    Args:
        address: a URL (http, https, ws, wss), or just `HOST[:PORT]`, which is taken for http.

    Raises:
        Refusal: `bad_link`.
    """
    text = address.strip()
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port = parts.port
    except ValueError as error:
        raise Refusal("bad_link") from error
    scheme = {"http": "http", "ws": "http", "https": "https", "wss": "https"}.get(parts.scheme)
    if scheme is None or not parts.hostname or any(ord(c) <= ord(" ") for c in text):
        raise Refusal("bad_link")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{scheme}://{host}" + (f":{port}" if port is not None else "")


def socket_url(base: str) -> str:
    """Return the WebSocket's URL of a relay's base URL."""
    parts = urlsplit(base_url(base))
    return urlunsplit(("wss" if parts.scheme == "https" else "ws", parts.netloc, "/ws", "", ""))


def is_loopback(base: str) -> bool:
    """Tell whether a base URL leads to this very machine."""
    host = urlsplit(base).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def read_link(link: str) -> Link:
    """Return what a link leads to.

    Raises:
        Refusal: `bad_link`: there is no code and no seat in it.
    """
    base, _, fragment = link.strip().partition("#")
    fields = {name: values[-1] for name, values in parse_qs(fragment).items()}
    match fields:
        case {"s": session, "k": token} if _UUID.fullmatch(session) and _TOKEN.fullmatch(token):
            return SeatLink(base_url(base), session, token)
        case {"c": code}:
            return CodeLink(base_url(base), code)
        case _:
            raise Refusal("bad_link")


def write_link(link: Link) -> str:
    """Return a link as text; what is secret stands in the fragment, which browsers keep to themselves."""
    match link:
        case CodeLink(base=base, code=code):
            return f"{base}/#{urlencode({'c': code})}"
        case SeatLink(base=base, session=session, token=token):
            return f"{base}/#{urlencode({'s': session, 'k': token})}"
