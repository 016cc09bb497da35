"""What the commands share: saying why something does not work, and opening the data folder."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import typer
from rich.console import Console

from app.storage import StorageError
from ui.cli_words import Words, wanted_language
from ui.session.home import Home, default_data

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

T = TypeVar("T")

say: Final = Words(wanted_language(sys.argv[1:]))
errors: Final = Console(stderr=True, highlight=False, soft_wrap=True)


def fail(text: str, code: int = 1) -> NoReturn:
    """Say why it does not work, and leave.

    Args:
        text: for the person.
        code: of the program's end.
    """
    errors.print(text, markup=False)
    raise typer.Exit(code)


def fail_by(code: str, data: Path) -> NoReturn:
    """Say what a code means, and leave.

    Args:
        code: of the error.
        data: the folder that it is about.
    """
    fail(say(code, data=data) if say.knows(code) else code)


def folder(context: typer.Context, data: Path | None) -> Path:
    """Return the data folder: the command's own option, the one before the command, or the ordinary one.

    Args:
        context: of the command.
        data: its own option.
    """
    return data or context.obj or default_data()


def at_home(data: Path, ask: Callable[[Home], Coroutine[Any, Any, T]]) -> T:
    """Open the data folder, ask something of it, and close it; say so when it cannot be used.

    Args:
        data: the folder.
        ask: what to do there.
    """

    async def asked() -> T:
        home = await Home.open(data)
        try:
            return await ask(home)
        finally:
            await home.close()

    try:
        return asyncio.run(asked())
    except StorageError as error:
        fail_by(error.code, data)
