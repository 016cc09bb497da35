"""Real relays for the tests of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.relay.processes import Class, RelayProcess

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def relay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RelayProcess]:
    """A relay process that the tests of a file share, each with classes of its own."""
    process = RelayProcess(tmp_path_factory.mktemp("relay") / "data").start()
    yield process
    process.kill()


@pytest.fixture
def own_relay(tmp_path: Path) -> Iterator[RelayProcess]:
    """A relay process of one test alone."""
    process = RelayProcess(tmp_path / "data").start()
    yield process
    process.kill()


@pytest.fixture
def classroom(relay: RelayProcess) -> Class:
    """A class on the shared relay, not yet created."""
    return Class(relay)
