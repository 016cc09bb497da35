"""A house for each whole class, and a Chromium to which learners' addresses are no loopback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import async_playwright

from tests.e2e.house import House

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Browser

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    # Over plain HTTP at a name that is not loopback a browser sees no secure context, as in a classroom.
    "--host-resolver-rules=MAP *.test 127.0.0.1",
)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house without anybody in it."""
    house = House(tmp_path)
    async with house.closing:
        yield house


@pytest.fixture
async def browser(chromium_path: str) -> AsyncIterator[Browser]:
    """Debian's Chromium."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path, args=list(ARGUMENTS))
        yield browser
        await browser.close()
