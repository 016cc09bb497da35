"""Notes in the real window: written in with a learner, one's own caret and undo, locked, cleared, and read again."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from app.domain.breakouts.commands import MoveMembers, OpenRoom
from app.domain.kernel.words import MAIN
from app.domain.moderation.commands import SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.notes.commands import EditNote
from app.domain.notes.events import NoteMode
from app.domain.notes.state import NotesState
from app.sync.notes import NoteCopy, Splice
from tests.ui.live_class import LiveClass, in_a_class
from ui.breakouts.panel import RadarPanel
from ui.notes.panel import NotesPanel

if TYPE_CHECKING:
    from app.sync.page import PageClient


def panel(live: LiveClass) -> NotesPanel:
    """Return the notes panel."""
    found = live.window.findChild(NotesPanel)
    assert isinstance(found, NotesPanel)
    return found


def writes(
    page: PageClient, copy: NoteCopy, made: list[bytes], what: Splice, place: str = MAIN, edition: int = 0
) -> None:
    """Let a learner change their copy of a note, and hand it in."""
    made.clear()
    copy.change(what)
    for update in made:
        page.submit(EditNote(place=place, edition=edition, update=base64.b64encode(update).decode()))


def note(live: LiveClass) -> str:
    """Return what the log says of the main room's note."""
    return str(live.bridge.world.state(NotesState).text(MAIN))


@in_a_class
async def test_a_trainer_and_a_learner_write_in_one_note(live: LiveClass):
    """What each writes comes to the other; the caret stays where one writes, and undo takes back one's own."""
    notes = panel(live)
    notes.show_notes()
    text = notes.editor.text
    ana = await live.learner("Ana")
    ana.open_note(MAIN, wanted=True)
    made: list[bytes] = []
    copy = NoteCopy(made.append)
    writes(ana, copy, made, Splice(0, 0, "# Idées 😀\n"))
    await live.until(lambda: text.toPlainText() == "# Idées 😀\n")

    cursor = text.textCursor()
    cursor.setPosition(len("# Idées 😀\n") + 1)
    text.setTextCursor(cursor)
    text.insertPlainText("- mine")
    await live.until(lambda: note(live) == "# Idées 😀\n- mine")
    writes(ana, copy, made, Splice(0, 0, "Ana\n"))
    await live.until(lambda: text.toPlainText() == "Ana\n# Idées 😀\n- mine")
    text.insertPlainText("!")
    await live.until(lambda: note(live) == "Ana\n# Idées 😀\n- mine!")
    await ana.until(lambda: "updates" in ana.documents["note:main"]["notes"])
    assert notes.editor._here.text() == "At the caret: Hélène"  # noqa: SLF001 (what a person reads)

    notes.editor.undo.click()
    await live.until(lambda: note(live) == "Ana\n# Idées 😀\n")
    notes.editor.redo.click()
    await live.until(lambda: note(live) == "Ana\n# Idées 😀\n- mine!")
    notes.editor.who.setChecked(True)
    assert len(text.extraSelections()) == 2


@in_a_class
async def test_staff_lock_hide_and_clear_a_note_take_that_back_and_write_in_a_room_s(live: LiveClass):
    notes = panel(live)
    notes.show_notes()
    notes.editor.text.insertPlainText("kept")
    await live.until(lambda: note(live) == "kept")
    ana = await live.learner("Ana")
    ana.open_note(MAIN, wanted=True)
    await ana.until(lambda: "updates" in ana.documents.get("note:main", {}).get("notes", {}))

    notes.lock.click()
    await live.until(lambda: live.bridge.world.state(NotesState).note(MAIN).mode is NoteMode.LOCKED)
    assert notes.lock.text() == "Unlock"
    assert "only read" in notes.state.text
    live.window.toast.undo()
    await live.until(lambda: live.bridge.world.state(NotesState).note(MAIN).mode is NoteMode.OPEN)

    notes.hide_.click()
    await ana.until(lambda: "updates" not in ana.documents["note:main"]["notes"])
    notes.hide_.click()
    await ana.until(lambda: "updates" in ana.documents["note:main"]["notes"])

    notes.clear.click()
    await live.until(lambda: note(live) == "" and notes.editor.text.toPlainText() == "")
    notes.editor.text.insertPlainText("anew")
    await live.until(lambda: note(live) == "anew")
    live.window.toast.undo()
    await live.until(lambda: note(live) == "kept" and notes.editor.text.toPlainText() == "kept")

    live.bridge.submit(SetChannelMode(channel=MAIN, mode=ChannelMode.HELD))
    await live.until(lambda: "notes cannot wait" in notes.state.text)
    await ana.until(lambda: ana.documents["note:main"]["notes"].get("held") is True)

    # The radar reads and writes a room's notes without entering.
    rooms = live.window.findChild(RadarPanel)
    assert isinstance(rooms, RadarPanel)
    live.bridge.submit(OpenRoom(name="Atelier"))
    await live.until(rooms.view.rows.rowCount)
    room = rooms.view.rows.rows[0].room
    place = f"room:{room}"
    live.bridge.submit(MoveMembers(members=(ana.member,), place=place))
    await ana.until(lambda: place in ana.documents)
    ana.open_note(place, wanted=True)
    made: list[bytes] = []
    writes(ana, NoteCopy(made.append), made, Splice(0, 0, "ours"), place)

    rooms.look_into(room)
    rooms.view.acted.emit("notes")
    text = rooms.detail.note.text
    await live.until(lambda: text.toPlainText() == "ours")
    text.insertPlainText(", and the trainer's ")
    await live.until(lambda: "trainer" in str(live.bridge.world.state(NotesState).text(place)))
    rooms.view.acted.emit("notes")
    assert rooms.detail.note.place == ""
    panel(live).open_place(place)
    assert panel(live).editor.place == place
