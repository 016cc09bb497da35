"""Those who wait to hear what became of a command."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.kernel.refusal import Refusal


class Answers:
    """One client's commands that somebody waits for."""

    def __init__(self) -> None:
        self._awaited: dict[str, asyncio.Future[int]] = {}

    def __contains__(self, command_id: str) -> bool:
        """Whether somebody waits for a command already."""
        return command_id in self._awaited

    async def wait(self, command_id: str) -> int:
        """Wait until a command is settled, and return the place of its last event.

        Raises:
            Refusal: it did not happen.
        """
        answer = self._awaited.get(command_id)
        if answer is None:
            answer = self._awaited[command_id] = asyncio.get_running_loop().create_future()
        return await asyncio.shield(answer)

    def settle(self, command_id: str, outcome: int | Refusal) -> None:
        """Tell whoever waits for a command what became of it."""
        answer = self._awaited.pop(command_id, None)
        if answer is None or answer.done():
            return
        if isinstance(outcome, int):
            answer.set_result(outcome)
        else:
            answer.set_exception(outcome)

    def cancel(self) -> None:
        """Send everybody home."""
        for answer in self._awaited.values():
            answer.cancel()
        self._awaited.clear()
