"""The page is small: it is fetched in a canteen, by thirty phones at once."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pytest
from websockets.datastructures import Headers
from websockets.http11 import Request

from app.relay.assets import Assets, lean
from tests.learner.scenes import STATES, show
from tests.learner.standin import PAGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext

    from tests.learner.standin import StandIn

MOST: Final = 60_000
"""Bytes of page and code, compressed, up to a class in one language."""


@pytest.mark.parametrize("language", ["fr-FR", "en-GB"])
def test_page_and_code_stay_under_sixty_kilobytes(
    new_context: Callable[..., BrowserContext], relay: StandIn, address: str, language: str
):
    """All that a browser asks for, from the link to the conversation, as the relay compresses it."""
    page = new_context(locale=language).new_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).path))
    show(STATES["conversation"], page, relay, address)
    page.wait_for_load_state("networkidle")
    assets = Assets(PAGE)
    answers = {path: assets.answer(Request(path, Headers({"Accept-Encoding": "gzip"}))) for path in asked - {"/ws"}}

    assert "/main.js" in answers
    assert {answer.status_code for answer in answers.values()} == {HTTPStatus.OK}
    assert sum(len(answer.body or b"") for answer in answers.values()) < MOST


def test_only_what_readers_of_the_code_need_is_left_out():
    """Every line that is sent stands in the file, in its order; addresses and vendored files are untouched."""
    for path in (path for path in PAGE.rglob("*") if path.suffix in {".js", ".css"}):
        lines = iter(line.lstrip() for line in path.read_text(encoding="utf-8").splitlines())
        sent = lean(path).decode()
        assert all(line in lines for line in (one.lstrip() for one in sent.splitlines())), path
        assert "vendor" not in path.parts or sent == path.read_text(encoding="utf-8")
