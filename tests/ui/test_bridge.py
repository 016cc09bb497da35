"""Where asyncio and Qt meet."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from ui.bridge.closing import Closing
from ui.bridge.dialogs import Question, confirm, opened
from ui.bridge.frames import FrameGather
from ui.bridge.tasks import ScopeClosedError, TaskScope

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent


async def test_an_error_in_a_task_reaches_the_handler():
    errors: list[BaseException] = []
    scope = TaskScope(on_error=errors.append)

    async def fail() -> None:
        raise LookupError("gone")

    task = scope.spawn(fail())
    await asyncio.wait([task])
    await asyncio.sleep(0)
    assert [type(error) for error in errors] == [LookupError]
    assert len(scope) == 0


async def test_tasks_end_with_the_object_that_owns_them():
    owner = QObject()
    errors: list[BaseException] = []
    scope = TaskScope(owner, on_error=errors.append)
    ended = asyncio.Event()

    async def wait_for_ever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    scope.spawn(wait_for_ever())
    await asyncio.sleep(0)
    owner.deleteLater()
    async with asyncio.timeout(5):
        await ended.wait()
    assert errors == []
    work = wait_for_ever()
    with pytest.raises(ScopeClosedError):
        scope.spawn(work)


async def test_closing_a_scope_waits_for_what_its_tasks_put_away():
    scope = TaskScope()
    put_away: list[str] = []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            put_away.append("done")

    scope.spawn(work())
    await asyncio.sleep(0)
    await scope.close()
    assert put_away == ["done"]


async def test_a_thousand_updates_of_one_moment_are_one_call():
    got: list[tuple[int, ...]] = []
    flushed = asyncio.Event()

    def flush(updates: tuple[int, ...]) -> None:
        got.append(updates)
        flushed.set()

    owner = QObject()
    gather: FrameGather[int] = FrameGather(flush, owner)
    for number in range(1000):
        gather.add(number)
    async with asyncio.timeout(5):
        await flushed.wait()
    assert got == [tuple(range(1000))]
    gather.add(1)
    gather.add(2)
    gather.flush()
    assert got[1:] == [(1, 2)]
    owner.deleteLater()
    await asyncio.sleep(0)


@pytest.mark.parametrize("accepted", [True, False])
async def test_a_question_is_awaited_without_a_nested_loop(accepted: bool):  # noqa: FBT001
    window = QWidget()
    asking = asyncio.ensure_future(confirm(window, "End the class?", "It is over then.", "End", dangerous=True))
    question = await _question_of(window)
    question.done(int(QDialog.DialogCode.Accepted if accepted else QDialog.DialogCode.Rejected))
    assert await asking is accepted
    window.deleteLater()


async def test_a_dialog_closes_when_the_one_who_waits_is_cancelled():
    window = QWidget()
    dialog = QDialog(window)
    asking = asyncio.ensure_future(opened(dialog))
    await asyncio.sleep(0)
    assert dialog.isVisible()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert not dialog.isVisible()
    window.deleteLater()


async def _question_of(window: QWidget) -> Question:
    async with asyncio.timeout(5):
        while True:
            for question in window.findChildren(Question):
                if question.isVisible():
                    return question
            await asyncio.sleep(0)


class _Window(QWidget):
    def __init__(self, answers: list[bool]) -> None:
        super().__init__()
        self.answers = answers
        self.tasks = TaskScope(self)
        self.closing = Closing(self, self.tasks, self.shut_down)

    async def shut_down(self) -> bool:
        await asyncio.sleep(0)
        return self.answers.pop(0)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.handle(event)


async def test_a_window_closes_only_when_everything_is_put_away():
    window = _Window([False, True])
    closed = asyncio.Event()
    window.closing.closed.connect(closed.set)
    window.show()
    assert not window.close()
    await asyncio.wait(window.tasks.running())
    assert window.isVisible(), "the person thought better of it"
    assert not window.close()
    async with asyncio.timeout(5):
        await closed.wait()
    assert not window.isVisible()
    window.deleteLater()
    await asyncio.sleep(0)


def test_the_application_ends_when_its_main_coroutine_returns_though_no_window_was_ever_closed():
    program = textwrap.dedent("""
        import asyncio
        from PySide6.QtWidgets import QApplication, QWidget
        from ui.bridge.loop import run_app

        async def main(app):
            window = QWidget()
            window.show()
            window.close()
            await asyncio.sleep(0.05)
            asyncio.ensure_future(asyncio.Event().wait())
            return app.quitOnLastWindowClosed(), 7

        print(run_app(main))
    """)
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=env, check=False, timeout=60
    )
    assert (done.returncode, done.stdout.strip()) == (0, "(False, 7)"), done.stderr
