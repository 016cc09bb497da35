"""A desktop in a process of its own, to be killed: it starts a class, says something, and waits."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import MAIN
from app.domain.session.commands import StartSession
from tests.e2e.windows import Windows, until
from ui.bridge.loop import run_app
from ui.desktop import Launch, open_desktop

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


async def main(app: QApplication) -> None:
    """Start, say one thing that arrives and one that does not leave this machine, and wait to be killed."""
    desktop = await open_desktop(app, Launch(Path(sys.argv[1]), "en"))
    await desktop.begin()
    one = await Windows(own_relays=True).start(desktop)
    await one.client.do(StartSession())
    await one.client.do(PostMessage(channel=MAIN, text="before"))
    one.client.drop(stay_away=True)
    one.client.submit(PostMessage(channel=MAIN, text="while cut off"))
    shelf = desktop.desk.home.shelf
    await until(lambda: bool(one.client.pending))
    # The library's thread does one thing after another: what was asked for before this is on disk.
    await shelf.run(shelf.library.outbox, one.client.session)
    sys.stdout.write(f"{one.client.session}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    run_app(main)
