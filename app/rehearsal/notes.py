"""Notes in a rehearsal: people write a line in the notes of where they are, the host writes too, and all end alike."""

from __future__ import annotations

import asyncio
import base64
from typing import TYPE_CHECKING, Any, Final

from app.domain.kernel.words import MAIN
from app.domain.notes.commands import ClearNote, EditNote, RestoreNote, SetNote
from app.domain.notes.events import NoteMode
from app.domain.notes.state import NotesState
from app.domain.notes.updates import read, said
from app.sync.notes import NoteCopy, SharedNote, Splice

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from app.domain.kernel.messages import Command
    from app.rehearsal.clock import Clock
    from app.sync.client import StaffClient
    from app.sync.page import PageClient

_PATIENCE: Final = 15.0
"""For how many seconds of the class somebody waits for a note to come."""

_ALIKE_S: Final = 20.0


def document(place: str) -> str:
    """Return the name of the document that holds a place's note.

    Args:
        place: where the note is.
    """
    return f"note:{place}"


def words_in(frame: dict[str, Any]) -> str:
    """Return the words of a note that a frame about its document brings.

    Args:
        frame: a `doc` or `patch`, decoded.
    """
    section = (frame.get("value") or frame.get("patch") or {}).get("notes") or {}
    updates = [entry["update"] for entry in (section.get("updates") or {}).values() if entry]
    if section.get("base"):
        updates.append(section["base"]["update"])
    return " ".join(said(read(base64.b64decode(update)).written) for update in updates)


def text_of(section: dict[str, Any]) -> str:
    """Return what a note says, put together from its document as a page does.

    Args:
        section: the document's `notes`.
    """
    return str(_copy(section, lambda _update: None))


def _copy(section: dict[str, Any], told: Callable[[bytes], None]) -> NoteCopy:
    copy = NoteCopy(told)
    updates = [
        entry["update"] for _, entry in sorted(section.get("updates", {}).items(), key=lambda each: int(each[0]))
    ]
    if "base" in section:
        updates.insert(0, section["base"]["update"])
    copy.receive(*(base64.b64decode(update) for update in updates))
    return copy


async def jot(page: PageClient, place: str, line: str, pick: float, clock: Clock) -> tuple[EditNote, ...]:
    """Open the note of a place, and return what asks for another line in it; nothing while there is no note.

    Args:
        page: the learner's.
        place: where they are.
        line: to be written.
        pick: from 0 to 1: behind which of the lines.
        clock: of the class.
    """
    name = document(place)
    if name not in page.documents:
        page.open_note(place, wanted=True)
        try:
            async with asyncio.timeout(clock.lasting(_PATIENCE)):
                await page.until(lambda: name in page.documents)
        except TimeoutError:
            return ()
    section = page.documents[name]["notes"]
    if section.get("held") or section["mode"] != NoteMode.OPEN:
        return ()
    made: list[bytes] = []
    copy = _copy(section, made.append)
    lines = str(copy).splitlines(keepends=True)
    copy.change(Splice(len("".join(lines[: round(pick * len(lines))])), 0, f"- {line}\n"))
    updates = (base64.b64encode(update).decode() for update in made)
    return tuple(EditNote(place=place, edition=section["edition"], update=update) for update in updates)


async def lead_notes(
    client: StaffClient, do: Callable[[Command], Awaitable[str]], lines: Iterable[str], clock: Clock, seconds: float
) -> None:
    """Begin the main room's notes, lock them for a while, and clear them by mistake.

    Args:
        client: the host's desktop.
        do: asks for a command and waits for its fate.
        lines: to be written.
        clock: of the class.
        seconds: how long the class takes.
    """
    changed = asyncio.Event()
    note = SharedNote(client, MAIN, changed.set)
    try:
        for part, line in zip((0.02, 0.29, 0.64), lines, strict=False):
            await clock.until(part * seconds)
            note.write(f"{note.text}# {line}\n")
            note.flush()
            while not note.is_settled:
                changed.clear()
                await changed.wait()
        await clock.until(0.66 * seconds)
        edition = client.world.state(NotesState).note(MAIN).edition
        for command in (
            SetNote(place=MAIN, mode=NoteMode.LOCKED),
            ClearNote(place=MAIN),
            RestoreNote(place=MAIN, edition=edition),
            SetNote(place=MAIN, mode=NoteMode.OPEN),
        ):
            await do(command)
    finally:
        note.close()


async def copies_apart(client: StaffClient, pages: Iterable[PageClient]) -> int:
    """Return how many copies of notes on pages are not what the host's desktop has, once they have had time to come.

    Args:
        client: the host's desktop.
        pages: the learners'.
    """
    found = 0
    for page in pages:
        for name in [name for name in page.documents if name.startswith("note:")]:
            place = name.removeprefix("note:")

            def is_alike(page: PageClient = page, name: str = name, place: str = place) -> bool:
                section = page.documents.get(name, {}).get("notes")
                if section is None or section.get("held") or section["mode"] == NoteMode.HIDDEN:
                    return True
                return text_of(section) == str(client.world.state(NotesState).text(place))

            try:
                async with asyncio.timeout(_ALIKE_S):
                    await page.until(is_alike)
            except TimeoutError:
                found += 1
    return found
