"""What every test stands on: a desktop without a screen, folders of its own, and no leftovers.

Two conventions decide what runs where. Everything in `tests/ui` and in files named `*desktop*` needs Qt: it is marked
`desktop`, its async tests run on Qt's loop, and it is not even collected where Qt is not installed. Every test that
asks for `chromium_path` is marked `browser`. Every test that hypothesis draws examples for is marked `property`.
"""

from __future__ import annotations

import asyncio
import gc
import importlib.util
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from tests import leftovers
from tests.drawing import drawn
from tests.relay.processes import SHARED_RELAY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping

HAS_QT = importlib.util.find_spec("PySide6") is not None
DESKTOP_FOLDER = Path(__file__).parent / "ui"

# Before any test module is imported: Qt reads its platform, and libraries their folders, as they load.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

# Two slow cores under load say nothing about a property: neither how long an example took, nor how long drawing it did.
settings.register_profile("house", deadline=None, max_examples=drawn(25), suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

_threads = leftovers.Threads()


def needs_qt(path: Path) -> bool:
    """Tell by its place or its name whether a file of tests needs Qt."""
    return path.is_relative_to(DESKTOP_FOLDER) or (path.suffix == ".py" and "desktop" in path.name)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the settings of pytest-qt where it is not installed."""
    if not HAS_QT:
        parser.addini("qt_api", "read by pytest-qt, which is not here")
        parser.addini("qt_log_level_fail", "read by pytest-qt, which is not here")
        parser.addini("qt_log_ignore", "read by pytest-qt, which is not here", type="linelist")


def pytest_configure() -> None:
    """Watch what tests of the desktop start."""
    if HAS_QT:
        from tests import desktop_leftovers  # noqa: PLC0415 (needs Qt)

        desktop_leftovers.watch()


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out what needs Qt where there is none; None lets others decide."""
    return True if not HAS_QT and needs_qt(collection_path) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs Qt or Chromium, and make async tests answer for their tasks."""
    for item in items:
        if not isinstance(item, pytest.Function):
            continue
        if needs_qt(item.path):
            item.add_marker(pytest.mark.desktop)
        if "chromium_path" in item.fixturenames:
            item.add_marker(pytest.mark.browser)
        if is_hypothesis_test(item.function):
            item.add_marker(pytest.mark.property)
        if item.get_closest_marker("asyncio") is not None:
            # First in, last out: what the test used has gone when its tasks are counted, and its loop (which the second
            # brings) has gone when its threads are.
            first = ["qapp"] if needs_qt(item.path) else []
            item.fixturenames[:0] = [*first, "no_leftovers", "no_leftover_tasks"]


def pytest_asyncio_loop_factories(item: pytest.Item) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run async tests of the desktop on Qt's loop, and all others on asyncio's own."""
    if needs_qt(item.path):
        from tests import desktop_leftovers  # noqa: PLC0415 (needs Qt)

        return {"qt": desktop_leftovers.new_loop}
    return {"asyncio": asyncio.new_event_loop}


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
    """Accept the threads of a fixture that outlives its test."""
    result = yield
    if fixturedef.scope != "function":
        _threads.know()
    return result


@pytest.fixture(autouse=True)
def no_leftovers(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a timer or a window, or an error in an event loop that nobody looked at."""
    _threads.know()
    is_desktop = request.node.get_closest_marker("desktop") is not None
    errors = leftovers.LoopErrors()
    errors.begin()
    if is_desktop:
        # What a test of the desktop throws away is collected here: by a thread of a later test, Qt would not have it.
        gc.disable()
    yield
    if is_desktop:
        gc.collect()
        gc.enable()
    lines = [f"error in the loop: {message}" for message in errors.end()]
    lines += [f"running thread: {thread!r}" for thread in _threads.left()]
    if is_desktop:
        from tests import desktop_leftovers  # noqa: PLC0415 (needs Qt)

        lines += desktop_leftovers.left()
    if lines:
        pytest.fail("left behind:\n" + "\n".join(lines), pytrace=False)


@pytest.fixture
async def no_leftover_tasks() -> AsyncIterator[None]:
    """Fail an async test that leaves a task running."""
    yield
    others = asyncio.all_tasks() - {asyncio.current_task()}
    if others:
        _, running = await asyncio.wait(others, timeout=leftovers.PATIENCE_S)
        if running:
            pytest.fail("left behind:\n" + "\n".join(f"running task: {task!r}" for task in running), pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def folders_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every test away from the folders of the person who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(tmp_path_factory.mktemp(kind.lower())))
        yield


@pytest.fixture(scope="session", autouse=True)
def end_of_the_shared_relay() -> Iterator[None]:
    """End the relay that tests shared."""
    yield
    SHARED_RELAY.end()


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Return the path of Debian's Chromium, for playwright's `executable_path`."""
    found = shutil.which("chromium")
    if found is None:
        pytest.fail("Chromium is missing: apt-get install --no-install-recommends chromium", pytrace=False)
    return found
