"""Take the README's pictures from the running product: the plan of a class, and the class with people in it.

    xvfb-run -a .venv/bin/python packaging/pictures.py

Needs an X server (`xvfb`). The pictures go to resources/pictures/.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import tempfile
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "xcb")

from PySide6.QtCore import Qt  # noqa: E402 (after the path is set)
from PySide6.QtGui import QCursor, QImage  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.domain.agenda.commands import StartActivity  # noqa: E402
from app.domain.discussion.commands import PostMessage, RaiseHand, React  # noqa: E402
from app.domain.discussion.state import DiscussionState  # noqa: E402
from app.domain.kernel.words import MAIN  # noqa: E402
from app.domain.moderation.commands import SetChannelMode  # noqa: E402
from app.domain.moderation.events import ChannelMode  # noqa: E402
from app.domain.session.commands import StartSession  # noqa: E402
from app.plans.formats import sample  # noqa: E402
from app.relay.embedded import EmbeddedRelay  # noqa: E402
from app.sync.opening import NewSession  # noqa: E402
from app.sync.page import Newcomer, PageClient  # noqa: E402
from app.sync.runbook import Source, commands_for  # noqa: E402
from ui.bridge.loop import run_app  # noqa: E402
from ui.desktop import Launch, LeaveQuestion, open_desktop  # noqa: E402
from ui.session.network import LOOPBACK, LocalAddress, Network  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.messages import Command
    from app.sync.client import StaffClient
    from ui.desktop import Desktop

PICTURES = ROOT / "resources" / "pictures"
SMALLEST = 0
"""The quality of a PNG, which loses nothing: how little it is packed."""
PEOPLE = ("Amina", "Benoît", "Chloé", "David", "Éva", "Farid", "Gaël", "Inès")


class Talk(NamedTuple):
    """What is in a picture: the sample plan, its host, what is said in its first activity, and what waits."""

    sample: str
    host: str
    asked: str
    said: tuple[tuple[str, str], ...]
    held: tuple[tuple[str, str], ...]


TALKS = {
    "en": Talk(
        "reading-the-news",
        "Ruth Adler",
        "I believed in a lake that had turned pink overnight. The picture was older than my phone. And you?",
        (
            ("Amina", "A shop that was giving away its stock. My aunt had sent it, so I did not look further."),
            ("Benoît", "A storm warning for my town. It was real, and two years old."),
            ("Chloé", "What made it believable: there was a figure in it, with a decimal point."),
            ("David", "I wanted it to be true. That was enough."),
        ),
        (
            ("Gaël", "Everything on that channel is invented anyway."),
            ("Inès", "Can we see one that fooled nobody?"),
        ),
    ),
    "fr": Talk(
        "retour-90-minutes",
        "Claire Martin",
        "Pensez à un retour qui vous a aidé. Qu’est-ce qui l’a rendu utile ?",
        (
            ("Amina", "Il est venu le jour même, et sur un seul point."),
            ("Benoît", "Elle m’a d’abord demandé si c’était le bon moment."),
            ("Chloé", "Il parlait de ce que j’avais fait, pas de ce que je suis. J’ai pu changer."),
            ("David", "Pour moi, la question de la fin : qu’essaieras-tu la prochaine fois ?"),
        ),
        (
            ("Gaël", "Mon chef n’en donne jamais, il envoie des smileys."),
            ("Inès", "Peut-on voir un exemple qui a échoué ?"),
        ),
    ),
}


async def main(app: QApplication) -> None:
    """Take the pictures in each language."""
    del app
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in TALKS:
        with tempfile.TemporaryDirectory(prefix="cercle-pictures-") as folder:
            await take(Path(folder), language)


async def take(folder: Path, language: str) -> None:
    """Open a plan, hold a short class from it, and take a picture of each.

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
        talk = TALKS[language]
        kept = desktop.plans.add(sample(talk.sample))
        desktop.plans.open(kept.id)
        await desktop.plans.settled()
        desktop.editing.select((desktop.plans.plan.activities[1].id,))
        await grab(desktop, f"prepare-{language}.png")
        await hold(desktop, talk, language, stack)
        await grab(desktop, f"live-{language}.png")


async def grab(desktop: Desktop, name: str) -> None:
    """Take a picture once everything has come to rest.

    Args:
        desktop: its window.
        name: of the file.
    """
    QCursor.setPos(desktop.window.mapToGlobal(desktop.window.rect().topLeft()))
    await asyncio.sleep(1.5)
    few_colours(desktop.window.grab().toImage()).save(str(PICTURES / name), quality=SMALLEST)
    print((PICTURES / name).relative_to(ROOT))


def few_colours(picture: QImage) -> QImage:
    """Return a picture in 256 colours: a window has few, and the file is a third as large.

    Args:
        picture: of a window.
    """
    full = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(full.constBits()).cast("I")).most_common()
    # The rest, an emoji say, in coarse steps, so that each finds something like it.
    coarse: Counter[int] = Counter()
    for colour, times in counted[_EXACT:]:
        coarse[colour & 0xFFE0E0E0 | 0x00101010] += times
    table = [colour for colour, _ in (*counted[:_EXACT], *coarse.most_common(256 - _EXACT))]
    return full.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


_EXACT = 176


async def hold(desktop: Desktop, talk: Talk, language: str, stack: contextlib.AsyncExitStack) -> None:
    """Start the class of the open plan, let people come, and let them talk in its first activity."""
    plan = desktop.plans.plan
    new = NewSession(title=plan.title, name=talk.host, language=language)
    prepared = commands_for(Source(plan), begins=datetime.now().astimezone(), rehearsed=True)
    one = await desktop.desk.start_here(new, LocalAddress(LOOPBACK, Network.SELF, ""), prepared)
    client = one.client
    await until(lambda: not client.pending)
    await client.do(StartSession())
    await client.do(StartActivity(activity=plan.activities[0].id))
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
