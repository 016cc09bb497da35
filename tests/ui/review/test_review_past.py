"""Looking back on a real class: everything that was said, who was there, the record handed on, checked and deleted."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.domain.breakouts.commands import OpenRoom
from app.domain.discussion.commands import DeleteMessage, PostMessage
from app.domain.discussion.state import DiscussionState
from app.domain.kernel.gate import Outcome
from app.domain.kernel.words import MAIN, STAFF, derived_id, room_channel
from app.domain.moderation.commands import DecideText, SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.moderation.state import ModerationState
from app.domain.remarks.commands import WriteRemark
from app.domain.roster.state import RosterState
from app.domain.session.commands import EndSession, StartSession
from app.domain.support.commands import AskForHelp, WritePrivately
from app.domain.support.events import Problem
from app.domain.support.state import SupportState
from app.reports.presence import presence
from app.sync.page import PageClient
from tests.e2e.widgets import Hands
from tests.e2e.windows import Windows, until
from ui.bridge.dialogs import Question
from ui.remarks.review import NotesInReview
from ui.review.attendance import people
from ui.review.classes import PastClassesPanel
from ui.review.conversation import ConversationPanel
from ui.review.record import RecordPanel
from ui.review.said import EVERYWHERE, said
from ui.session.home import LIBRARY_NAME
from ui.shell.panels import Mode
from ui.support.review import HelpInReview
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.sync.client import StaffClient
    from ui.desktop import Desktop
    from ui.session.desk import OpenClass

pytestmark = pytest.mark.usefixtures("qapp")


def panel(desktop: Desktop, kind: type[QWidget]) -> QWidget:
    """Return Review's panel of a kind."""
    found = desktop.window.findChild(kind)
    assert found is not None
    return found


def words(among: QWidget) -> str:
    """Return everything that the labels of a panel say."""
    return "\n".join(label.text() for label in among.findChildren(Label))


def message_of(client: StaffClient, text: str) -> str:
    """Return the id of what was said; empty while it has not come."""
    messages = client.world.state(DiscussionState).messages.values()
    return next((message.id for message in messages if message.newest.text == text), "")


async def decided(client: StaffClient, text: str, outcome: Outcome) -> None:
    """Wait until a text asks to be decided about, and decide."""
    await until(lambda: message_of(client, text) in client.world.state(ModerationState).waiting)
    item = client.world.state(ModerationState).items[message_of(client, text)]
    await client.do(DecideText(item=item.item, revision=item.revision, version=item.version, outcome=outcome))


async def a_class_with_everything(windows: Windows, desktop: Desktop) -> tuple[OpenClass, PageClient]:
    """Hold a class: a main room, a room, the staff's channel, and texts that met every fate."""
    one = await windows.start(desktop)
    client = one.client
    amina = await windows.learner(one)
    await client.do(StartSession())
    await client.do(PostMessage(channel=MAIN, text="Welcome"))
    await client.do(PostMessage(channel=STAFF, text="Slow down"))
    opened = client.submit(OpenRoom(name="Blue room"))
    await client.settled(opened.id)
    room = room_channel(derived_id(opened.id, client.member, 0))
    await client.do(PostMessage(channel=room, text="Pairs here"))
    amina.submit(PostMessage(channel=MAIN, text="Oops"))
    await until(lambda: bool(message_of(client, "Oops")))
    await client.do(DeleteMessage(message=message_of(client, "Oops")))
    await client.do(SetChannelMode(channel=MAIN, mode=ChannelMode.HELD))
    for text in ("Accepted", "Sent back", "Refused", "Waiting"):
        amina.submit(PostMessage(channel=MAIN, text=text))
    for text, outcome in (
        ("Accepted", Outcome.PUBLISHED),
        ("Sent back", Outcome.RETURNED),
        ("Refused", Outcome.REJECTED),
    ):
        await decided(client, text, outcome)
    await until(lambda: bool(message_of(client, "Waiting")))
    amina.submit(AskForHelp(kind=Problem.SOUND, text="I hear nothing"))
    await until(lambda: bool(client.world.state(SupportState).calls))
    await client.do(WritePrivately(member=amina.member, text="Try again"))
    await client.do(WriteRemark(message=message_of(client, "Accepted"), text="Take this up", follow_up=True))
    return one, amina


async def ended(one: OpenClass) -> None:
    """End a class, and wait until all of it is on this disk."""
    # Who came is written down after a moment, which must not be that between two looks at the record.
    roster = one.client.world.state(RosterState)
    await until(lambda: roster.present == len(roster.members))
    await one.client.do(EndSession())
    await until(lambda: one.client.stored_seq == one.client.world.seq)


async def opened(desktop: Desktop, session: str) -> None:
    """Choose a class in Review, as its list does."""
    desktop.window.show_mode(Mode.REVIEW)
    desktop.past.open(session)
    await until(lambda: desktop.past.current is not None and desktop.past.current.session == session)


async def test_a_past_class_is_read_in_all_its_channels_with_what_became_of_each_text(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        one, _ = await a_class_with_everything(windows, desktop)
        await ended(one)
        await opened(desktop, one.client.session)
        past = desktop.past.current
        assert past is not None
        everything = {row.text: row for row in said(past, EVERYWHERE)}

        assert {text: row.where for text, row in everything.items() if row.where} == {
            "Slow down": "Staff",
            "Pairs here": "Blue room",
        }
        assert {text: row.mark for text, row in everything.items() if row.mark} == {
            "Oops": "deleted",
            "Sent back": "returned",
            "Refused": "rejected",
            "Waiting": "never decided",
        }
        assert {text for text, row in everything.items() if row.faint} == {"Oops", "Sent back", "Refused", "Waiting"}
        assert {row.author for row in everything.values()} == {"Claire", "Amina"}
        talk = panel(desktop, ConversationPanel)
        assert isinstance(talk, ConversationPanel)
        assert talk.channels == ("Everywhere", "Main room", "Blue room", "Staff", "Private threads")
        private = ["I hear nothing", "Try again"]
        for name, texts in (("Staff", ["Slow down"]), ("Blue room", ["Pairs here"]), ("Private threads", private)):
            talk.show_channel(name)
            assert [row.text for row in talk.rows] == texts
        talk.show_channel("Main room")
        assert len(talk.rows) == len(everything) - 2
        assert everything["Accepted"].note == "Take this up"
        helped, notes = panel(desktop, HelpInReview), panel(desktop, NotesInReview)
        assert isinstance(helped, HelpInReview)
        assert isinstance(notes, NotesInReview)
        assert [row.title for row in helped.rows.rows] == ["Amina · Sound"]
        assert helped.figures.startswith("1 call for help · 1 answered")
        assert [row.text for row in notes.view.rows.rows] == ["Take this up"]
        notes.copy.click()
        assert QGuiApplication.clipboard().text() == "- [ ] Amina: Take this up"


async def test_who_was_there_counts_the_time_of_all_devices_once(tmp_path: Path):
    """A learner's second device neither doubles their time nor ends it when it goes."""
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        one = await windows.start(desktop)
        client = one.client
        amina = await windows.learner(one)
        await windows.learner(one, "Ben")
        assert amina.seat is not None
        # The relay gathers for a moment who came before it writes it down.
        await until(lambda: client.world.state(RosterState).present == 3)
        other = await windows.page(PageClient(client.connection_base, amina.seat))
        assert other.member == amina.member
        amina.drop(stay_away=True)
        await client.do(StartSession())
        other.submit(PostMessage(channel=MAIN, text="still here"))
        await until(lambda: bool(message_of(client, "still here")))
        await ended(one)
        await opened(desktop, client.session)
        past = desktop.past.current
        assert past is not None

        assert len(presence(past.envelopes)[amina.member]) == 1
        rows = people(past)
        assert rows[0].title == "Claire"
        assert rows[0].detail.startswith("host · ")
        assert {row.title for row in rows} == {"Claire", "Amina", "Ben"}
        assert all("1 min" in row.detail for row in rows)


async def test_a_record_is_exported_checked_and_deleted_by_its_buttons(tmp_path: Path):
    """The file says that it is whole; after deleting, neither seat nor log is left here."""
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        one, _ = await a_class_with_everything(windows, desktop)
        await ended(one)
        session = one.client.session
        await opened(desktop, session)
        hands, target = Hands(desktop.window), tmp_path / "out" / "class.json"
        target.parent.mkdir()

        await hands.press("Export as JSON…")
        dialog = await hands.find(QFileDialog)
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(target))
        Hands.key(field, Qt.Key.Key_Return)
        await until(target.exists)
        document = json.loads(target.read_bytes())
        assert document["chain"]["intact"] is True
        assert {message["text"] for message in document["messages"]} >= {"Slow down", "Accepted"}

        record = panel(desktop, RecordPanel)
        await hands.press("Check the record")
        await until(lambda: "Intact" in words(record))
        assert document["chain"]["head"][:12] in words(record)

        await hands.press("Delete from this computer…")
        question = await hands.find(Question)
        question.accept()
        await until(lambda: not desktop.past.seats and desktop.past.current is None)
        shelf = desktop.desk.home.shelf
        assert session not in await shelf.run(shelf.library.log.sessions)
        assert panel(desktop, PastClassesPanel).isVisible()


@pytest.mark.parametrize("how", ["changed", "unreadable"])
async def test_the_check_names_the_first_line_that_was_tampered_with(tmp_path: Path, how: str):
    """Whether what stands there can still be read or not, and the class can still be deleted."""
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        one = await windows.start(desktop)
        await one.client.do(StartSession())
        await one.client.do(PostMessage(channel=MAIN, text="the fifth of May"))
        await ended(one)
        session = one.client.session
        await desktop.desk.leave()
        with sqlite3.connect(tmp_path / LIBRARY_NAME) as file:
            found = file.execute(
                "SELECT seq, body, private FROM records WHERE type = 'discussion.posted' AND session = ?", (session,)
            ).fetchone()
            seq, body, private = found
            column, old = ("private", private) if private is not None and b"fifth" in private else ("body", body)
            new = old.replace(b"fifth", b"sixth") if how == "changed" else b"{"
            assert new != old
            file.execute(f"UPDATE records SET {column} = ? WHERE seq = ? AND session = ?", (new, seq, session))  # noqa: S608
        file.close()

        desktop.window.show_mode(Mode.REVIEW)
        desktop.past.open(session)
        hands, record = Hands(desktop.window), panel(desktop, RecordPanel)
        await hands.press("Check the record")
        await until(lambda: f"Line {seq} does not fit" in words(record))
        await hands.press("Delete from this computer…")
        question = await hands.find(Question)
        question.accept()
        await until(lambda: not desktop.past.seats)
