"""Simulated learners who come to a class that a person leads, so that they can practise alone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.rehearsal.clock import Clock
from app.rehearsal.learner import Learner
from app.rehearsal.rehearsal import Config, Progress
from app.rehearsal.script import ARRIVAL, write_script

if TYPE_CHECKING:
    from collections.abc import Callable


async def visit(config: Config, base: str, code: str, on_progress: Callable[[Progress], None]) -> None:
    """Let learners join a class and take part until its time is over; cancelling it lets them all go.

    Args:
        config: how many, how long, how fast, in which language.
        base: the relay's base URL.
        code: the join code.
        on_progress: told where it stands, twice a second.
    """
    clock = Clock(config.speed, ARRIVAL)
    seconds = config.minutes * 60
    learners: list[Learner] = []
    pages: list[asyncio.Task[None]] = []

    async def attend(number: int) -> None:
        script = write_script(config.seed, number, config.learners, seconds, config.language, marked=False)
        await clock.until(script.arrives)
        learner = Learner(script, base, code, config.seed, config.language)
        learners.append(learner)
        pages.append(asyncio.create_task(learner.page.run()))
        await learner.live(clock)

    async def tell() -> None:
        while True:
            joined = sum(bool(learner.page.member) for learner in learners)
            sent = sum(len(learner.sent) for learner in learners)
            part = clock.now / seconds
            on_progress(Progress("joining" if part < 0 else "class", min(1.0, max(0.0, part)), joined, sent))
            await asyncio.sleep(0.5)

    telling = asyncio.create_task(tell())
    try:
        async with asyncio.TaskGroup() as group:
            for number in range(config.learners):
                group.create_task(attend(number))
        on_progress(Progress("done", 1.0, len(learners), sum(len(learner.sent) for learner in learners)))
    finally:
        for task in (telling, *pages):
            task.cancel()
        await asyncio.gather(telling, *pages, return_exceptions=True)
