"""The learners' page as the relay serves it: a fixed list of files, read and compressed once, with strict headers."""

from __future__ import annotations

import gzip
import hashlib
import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from websockets.datastructures import Headers
from websockets.http11 import Response

if TYPE_CHECKING:
    from pathlib import Path

    from websockets.asyncio.server import ServerConnection
    from websockets.http11 import Request

_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}

_SECURITY: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self' ws: wss:; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'; require-trusted-types-for 'script'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


_PASSED_OVER: Final = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)?[ \t]*\n|^[ \t]+", re.MULTILINE | re.DOTALL)
"""A line that holds nothing but a comment or nothing at all (a comment may fill several), and what indents a line."""


def lean(path: Path) -> bytes:
    """Return a file as it is sent: code and styles without what only their readers need.

    What is vendored goes out as it was published.
    """
    body = path.read_bytes()
    if path.suffix not in {".js", ".css"} or "vendor" in path.parts:
        return body
    return _PASSED_OVER.sub("", body.decode()).encode()


class Assets:
    """Files by URL path, ready to be sent."""

    def __init__(self, root: Path) -> None:
        """Read every servable file below a folder.

        Args:
            root: the folder of the page; `index.html` in it answers `/`.
        """
        self._files: dict[str, tuple[bytes, bytes, str, str]] = {}
        for path in sorted(root.rglob("*")):
            content_type = _TYPES.get(path.suffix)
            if content_type is None or not path.is_file():
                continue
            body = lean(path)
            tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
            url = "/" + path.relative_to(root).as_posix()
            entry = (body, gzip.compress(body, mtime=0), content_type, tag)
            self._files[url] = entry
            if url == "/index.html":
                self._files["/"] = entry

    def answer(self, request: Request) -> Response:
        """Return the response to a GET for a file of the page; 404 for anything else."""
        path = request.path.partition("?")[0]
        entry = self._files.get(path)
        if entry is None:
            return plain(HTTPStatus.NOT_FOUND, "Not found.\n")
        body, packed, content_type, tag = entry
        headers = _headers(content_type)
        headers["ETag"] = tag
        headers["Cache-Control"] = "no-cache"
        headers["Vary"] = "Accept-Encoding"
        if header(request, "If-None-Match") == tag:
            return Response(HTTPStatus.NOT_MODIFIED, HTTPStatus.NOT_MODIFIED.phrase, headers, b"")
        if "gzip" in header(request, "Accept-Encoding"):
            headers["Content-Encoding"] = "gzip"
            body = packed
        headers["Content-Length"] = str(len(body))
        return Response(HTTPStatus.OK, HTTPStatus.OK.phrase, headers, body)


def header(request: Request, name: str) -> str:
    """Return a request's header; a repeated one as one list (RFC 9110, section 5.3), an absent one as nothing."""
    return ", ".join(request.headers.get_all(name))


def is_own_page(request: Request) -> bool:
    """Whether a request comes from this relay's own page, or from no page at all."""
    if "Origin" not in request.headers:
        return True
    try:
        origin = urlsplit(header(request, "Origin")).netloc
    except ValueError:
        return False
    return origin != "" and origin == header(request, "Host")


def client_address(connection: ServerConnection, trusted: frozenset[str]) -> str:
    """Return where a client comes from.

    Args:
        connection: its connection.
        trusted: reverse proxies. One of them adds to `X-Forwarded-For` whom it speaks for, so that the last address
            that is no proxy of ours is the client's; what stands before it anybody could have written.
    """
    peer = connection.remote_address[0] if connection.remote_address else ""
    if peer not in trusted or connection.request is None:
        return peer
    named = [one.strip() for one in header(connection.request, "X-Forwarded-For").split(",")]
    return next((one for one in reversed(named) if one and one not in trusted), peer)


def plain(status: HTTPStatus, text: str) -> Response:
    """Return a short plain-text response."""
    body = text.encode()
    headers = _headers("text/plain; charset=utf-8")
    headers["Content-Length"] = str(len(body))
    return Response(status, status.phrase, headers, body)


def _headers(content_type: str) -> Headers:
    headers = Headers(_SECURITY)
    headers["Content-Type"] = content_type
    headers["Connection"] = "close"
    return headers
