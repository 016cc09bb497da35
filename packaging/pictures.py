"""Take the README's pictures from the running product: a real window on a class with people in it.

    xvfb-run -a .venv/bin/python packaging/pictures.py

Needs an X server (`xvfb`). The pictures go to resources/pictures/.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "xcb")

from PySide6.QtGui import QCursor  # noqa: E402 (after the path is set)
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.domain.discussion.commands import PostMessage, RaiseHand, React  # noqa: E402
from app.domain.discussion.state import DiscussionState  # noqa: E402
from app.domain.kernel.words import MAIN  # noqa: E402
from app.domain.moderation.commands import SetChannelMode  # noqa: E402
from app.domain.moderation.events import ChannelMode  # noqa: E402
from app.domain.session.commands import StartSession  # noqa: E402
from app.relay.embedded import EmbeddedRelay  # noqa: E402
from app.sync.opening import NewSession  # noqa: E402
from app.sync.page import Newcomer, PageClient  # noqa: E402
from ui.bridge.loop import run_app  # noqa: E402
from ui.desktop import Launch, LeaveQuestion, open_desktop  # noqa: E402
from ui.session.network import LOOPBACK, LocalAddress, Network  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.messages import Command
    from app.sync.client import StaffClient
    from ui.desktop import Desktop

PICTURES = ROOT / "resources" / "pictures"
PEOPLE = ("Amina", "Benoît", "Chloé", "David", "Éva", "Farid", "Gaël", "Inès")


class Talk(NamedTuple):
    """What is said in a picture: the class's title, its host, the open talk, and what waits."""

    title: str
    host: str
    asked: str
    said: tuple[tuple[str, str], ...]
    held: tuple[tuple[str, str], ...]


TALKS = {
    "en": Talk(
        "Giving feedback that helps",
        "Claire Martin",
        "Think of feedback that helped you. What made it work?",
        (
            ("Amina", "Mine came the same day, and it was about one thing only."),
            ("Benoît", "She asked first whether it was a good moment."),
            ("Chloé", "It was about what I did, not about who I am. I could change that."),
            ("David", "For me it was the question at the end: what will you try next time?"),
            ("Farid", "Five minutes can do. Say what you saw, what it did, and stop there."),
        ),
        (
            ("Gaël", "My manager never gives any, he just sends smileys."),
            ("Inès", "Can we see an example that failed?"),
        ),
    ),
    "fr": Talk(
        "Donner un retour utile",
        "Claire Martin",
        "Pensez à un retour qui vous a aidé. Qu’est-ce qui l’a rendu utile ?",
        (
            ("Amina", "Il est venu le jour même, et sur un seul point."),
            ("Benoît", "Elle m’a d’abord demandé si c’était le bon moment."),
            ("Chloé", "Il parlait de ce que j’avais fait, pas de ce que je suis. J’ai pu changer."),
            ("David", "Pour moi, la question de la fin : qu’essaieras-tu la prochaine fois ?"),
            ("Farid", "Cinq minutes suffisent. Dis ce que tu as vu, ce que ça a fait, et arrête-toi là."),
        ),
        (
            ("Gaël", "Mon chef n’en donne jamais, il envoie des smileys."),
            ("Inès", "Peut-on voir un exemple qui a échoué ?"),
        ),
    ),
}


async def main(app: QApplication) -> None:
    """Take a picture in each language."""
    del app
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in TALKS:
        with tempfile.TemporaryDirectory(prefix="cercle-pictures-") as folder:
            await take(Path(folder), language)


async def take(folder: Path, language: str) -> None:
    """Hold a short class and take its picture.

    Args:
        folder: of the desktop; gone afterwards.
        language: of the window and the class.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError
    desktop = await open_desktop(app, Launch(folder, language))
    await desktop.begin()
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(EmbeddedRelay(folder / "relay").stop)
        stack.push_async_callback(leave, desktop)
        await hold(desktop, TALKS[language], language, stack)
        QCursor.setPos(desktop.window.mapToGlobal(desktop.window.rect().topLeft()))
        await asyncio.sleep(1.5)
        path = PICTURES / f"live-{language}.png"
        desktop.window.grab().save(str(path))
        print(path.relative_to(ROOT))


async def hold(desktop: Desktop, talk: Talk, language: str, stack: contextlib.AsyncExitStack) -> None:
    """Start a class, let people come, and let them talk."""
    new = NewSession(title=talk.title, name=talk.host, language=language)
    one = await desktop.desk.start_here(new, LocalAddress(LOOPBACK, Network.SELF, ""))
    client = one.client
    await until(lambda: not client.pending)
    await client.do(StartSession())
    pages = {name: await learner(client, name, language, stack) for name in PEOPLE}
    await client.do(PostMessage(channel=MAIN, text=talk.asked))
    for name, text in talk.said:
        await ask(pages[name], PostMessage(channel=MAIN, text=text))
    messages = client.world.state(DiscussionState).messages
    third = next(each.id for each in messages.values() if each.newest.text == talk.said[2][1])
    for name in ("Amina", "David", "Farid"):
        await ask(pages[name], React(message=third, emoji="👍", on=True))
    await client.do(SetChannelMode(channel=MAIN, mode=ChannelMode.HELD))
    for name, text in talk.held:
        await ask(pages[name], PostMessage(channel=MAIN, text=text))
    await ask(pages["Éva"], RaiseHand())


async def learner(client: StaffClient, name: str, language: str, stack: contextlib.AsyncExitStack) -> PageClient:
    """Let a learner join."""
    page = PageClient(client.connection_base, Newcomer(client.code, name, language))
    task = asyncio.create_task(page.run())

    async def end() -> None:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    stack.push_async_callback(end)
    await page.until(lambda: bool(page.member))
    return page


async def ask(page: PageClient, command: Command) -> None:
    """Let a learner do something, and wait until it is done."""
    asked = page.submit(command)
    await page.until(lambda: asked in page.acknowledged or asked in page.refused)
    if asked in page.refused:
        raise RuntimeError(page.refused[asked])


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something is so."""
    while not holds():  # noqa: ASYNC110 (the relay's process makes it so)
        await asyncio.sleep(0.02)


async def leave(desktop: Desktop) -> None:
    """Close the window and leave the class."""
    closed = asyncio.create_task(desktop.closed())
    desktop.window.close()
    while not closed.done():
        for question in desktop.window.findChildren(LeaveQuestion):
            question.buttons[LeaveQuestion.LEAVE].click()
        await asyncio.wait([closed], timeout=0.05)
    desktop.window.deleteLater()


if __name__ == "__main__":
    run_app(main)
