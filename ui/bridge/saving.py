"""Saving what was made to a file that a person names: asked for, made and written beside the window's own work."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.bridge.dialogs import FileAsk, ask_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.widgets.toast import Toast


async def save_as(
    window: QWidget, toast: Toast, title: str, *, name: str, patterns: str, make: Callable[[Path], bytes], done: str
) -> bool:
    """Ask for a file, make its content, write it, and say so.

    Args:
        window: the dialog opens over it.
        toast: says what came of it.
        title: of the dialog, already translated.
        name: of the file to begin with.
        patterns: such as `"CSV (*.csv)"`, several joined by `;;`.
        make: gives the content for a file's path, on another thread: it reads only what nobody changes meanwhile.
        done: said when the file is there, already translated.

    Returns:
        Whether it is there.
    """
    found = await ask_file(window, FileAsk.SAVE, title, name=name, patterns=patterns)
    if found is None:
        return False
    target = Path(found)
    return await put(toast, target, await asyncio.to_thread(make, target), done)


async def put(toast: Toast, target: Path, content: bytes, done: str) -> bool:
    """Write a file, and say so.

    Args:
        toast: says what came of it.
        target: the file; what stood there is replaced whole, or not at all.
        content: of the file.
        done: said when the file is there, already translated.

    Returns:
        Whether it is there.
    """
    try:
        await asyncio.to_thread(replace_file, target, content)
    except OSError:
        toast.say(QCoreApplication.translate("Saving", "The file could not be written. Choose another place."))
        return False
    toast.say(done)
    return True


def replace_file(target: Path, content: bytes) -> None:
    """Write a file whole, or leave what stood there.

    Args:
        target: the file.
        content: of the file.

    Raises:
        OSError: it cannot be written.
    """
    half = target.with_name(f"{target.name}.new")
    half.write_bytes(content)
    half.replace(target)
