"""A note on two desktops and a page, over a real relay: apart for a while, one text in the end, and hard to break."""

from __future__ import annotations

import asyncio
import base64
import os
from typing import TYPE_CHECKING, Any

from pycrdt import Array, Doc

from app.domain.kernel.words import MAIN, room_channel
from app.domain.notes.commands import ClearNote, EditNote
from app.domain.notes.decider import SIZE_LIMIT, UPDATE_LIMIT
from app.domain.notes.state import NotesState
from app.domain.notes.updates import Deleted, Update, key_of, write
from app.domain.session.commands import StartSession
from app.sync.notes import NoteCopy, SharedNote, Splice, splice
from tests.sync.house import House, until

if TYPE_CHECKING:
    from pathlib import Path

    from app.sync.client import StaffClient
    from app.sync.page import PageClient


def text(client: StaffClient, place: str = MAIN) -> str:
    """Return what the log says of a note."""
    return str(client.world.state(NotesState).text(place))


def edit(update: bytes, place: str = MAIN) -> EditNote:
    return EditNote(place=place, edition=0, update=base64.b64encode(update).decode())


async def refusal(page: PageClient, command: EditNote) -> str:
    """Return the code with which a page's command is refused; empty when it is taken."""
    command_id = page.submit(command)
    await page.until(lambda: command_id in page.refused or command_id in page.acknowledged)
    return page.refused.get(command_id, "")


def test_the_smallest_change_is_found_where_one_writes():
    assert splice("", "abc") == Splice(0, 0, "abc")
    assert splice("aab", "aaab", 2) == Splice(1, 0, "a")
    assert splice("aab", "aaab", 3) == Splice(2, 0, "a")
    assert splice("hello", "hlo", 1) == Splice(1, 2, "")
    assert splice("a😀b", "a😁b") == Splice(1, 1, "😁")


async def test_two_desktops_that_were_apart_come_to_one_text(tmp_path: Path):
    """What one wrote without a line joins what the other wrote; undo takes back one's own; a refused text is kept."""
    house = House(tmp_path)
    async with house.closing, asyncio.timeout(60):
        await house.start_relay()
        host = await house.host()
        await host.do(StartSession())
        grace = await house.cofacilitator(host)
        told = asyncio.Event()
        one, two = (SharedNote(client, MAIN, told.set) for client in (host, grace))
        one.write("# Found\n- gold\n")
        await until(grace, lambda: two.text == "# Found\n- gold\n")

        grace.drop(stay_away=True)
        two.write("# Found\n- gold\n- silver 😀\n")
        two.flush()
        one.write("Title\n# Found\n- gold\n")
        one.flush()
        await until(host, lambda: text(host).startswith("Title"))
        grace.retry()
        both = "Title\n# Found\n- gold\n- silver 😀\n"
        await until(host, lambda: text(host) == one.text == both)
        await until(grace, lambda: text(grace) == two.text == both)

        two.undo()
        two.flush()
        await until(host, lambda: one.text == "Title\n# Found\n- gold\n")
        two.redo()
        two.flush()
        await until(host, lambda: one.text == both)

        grace.drop(stay_away=True)
        two.write(f"{both}never read")
        two.flush()
        await host.do(ClearNote(place=MAIN))
        grace.retry()
        await until(grace, lambda: bool(two.set_aside) and not two.text)
        assert (two.set_aside, two.problem) == (f"{both}never read", "note_cleared")
        two.write("anew")
        two.flush()
        await until(host, lambda: one.text == "anew")
        one.write("x" * SIZE_LIMIT)
        one.flush()
        await until(grace, lambda: two.text == "x" * SIZE_LIMIT)
        one.close()
        two.close()


async def test_nothing_that_a_page_sends_breaks_a_note(tmp_path: Path):
    """Noise, other types, a megabyte, another's room, a flood: refused with its code, and the note goes on."""
    house = House(tmp_path)
    async with house.closing, asyncio.timeout(60):
        await house.start_relay()
        host = await house.host()
        await host.do(StartSession())
        note = SharedNote(host, MAIN, lambda: None)
        note.write("ours")
        note.flush()
        await until(host, lambda: text(host) == "ours")
        client = next(iter(host.world.state(NotesState).writers[f"{MAIN}#0"]))
        eve = await house.learner(host, "Eve")

        for junk in (b"", b"\x00", os.urandom(500), b"\xff" * 3_000, b"\x01\x7f" + b"\x80" * 40):
            assert await refusal(eve, edit(junk)) in {"bad_note_update", "note_behind"}
        array: Doc[Any] = Doc(client_id=77)
        array["text"] = Array([1, "2", {"a": None}])
        assert await refusal(eve, edit(array.get_update())) == "bad_note_update"
        assert (
            await refusal(eve, EditNote(place=MAIN, edition=0, update="A" * (UPDATE_LIMIT + 1)))
            == "note_update_too_large"
        )
        assert await refusal(eve, EditNote(place=MAIN, edition=9, update="AAA=")) == "note_cleared"
        everything = Update((), (Deleted(key_of(client, 0), 4),))
        assert await refusal(eve, edit(write(everything), room_channel("r-1"))) == "not_your_channel"
        huge = EditNote(place=MAIN, edition=0, update="A" * 1_000_000)
        before = eve.connections
        lost = eve.submit(huge)
        # A frame that large ends the connection; the page comes back, and gives the command up when it happens again.
        await eve.until(lambda: eve.connections > before or lost in eve.refused)
        assert text(host) == "ours"

        ben = await house.learner(host, "Ben")
        made: list[bytes] = []
        copy = NoteCopy(made.append)
        ben.open_note(MAIN, wanted=True)
        await ben.until(lambda: "note:main" in ben.documents)
        for n in range(50):
            copy.change(Splice(0, 0, f"{n} "))
        sent = [ben.submit(edit(update)) for update in made]
        await ben.until(lambda: all(one in ben.acknowledged or one in ben.refused for one in sent))
        await until(host, lambda: note.text == text(host))
        # What came too fast was to wait; what overtook it built on what was not there yet, and is told so.
        assert {ben.refused[one] for one in sent if one in ben.refused} <= {"note_behind"}
        taken = [n for n, one in enumerate(sent) if one in ben.acknowledged]
        assert len(taken) >= 40
        assert note.text.replace("ours", "") == "".join(f"{n} " for n in reversed(taken))
        note.close()
