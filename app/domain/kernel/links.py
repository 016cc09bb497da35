"""Links to elsewhere: which ones are taken."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from app.domain.kernel.refusal import Refusal

LINK_LIMIT: Final = 2_000
"""The longest link, in characters."""


def check_link(link: str) -> None:
    """Check that a link, if there is one, is an http or https URL.

    Raises:
        Refusal: `bad_link`.
    """
    if not link:
        return
    if len(link) > LINK_LIMIT or any(ord(c) <= ord(" ") for c in link):
        raise Refusal("bad_link")
    try:
        parts = urlsplit(link)
    except ValueError as error:
        raise Refusal("bad_link") from error
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise Refusal("bad_link")
