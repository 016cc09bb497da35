"""The people expected in Prepare: pasted, edited, kept, undone, written to, and sent into the class."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.expected.decider import ExpectedState, missing
from app.domain.session.commands import EndSession, StartSession
from app.people.person import FIELDS, PeopleList, Person
from app.plans.plan import Activity, Day, Plan
from app.storage import Library, Writer
from app.sync.links import SeatLink, read_link
from app.sync.page import PageClient, Seat
from app.sync.runbook import Source
from app.sync.shelf import Shelf
from tests.e2e.windows import Windows, qt, until
from ui.bridge.tasks import TaskScope
from ui.expected.listing import ListView
from ui.expected.lists import Lists
from ui.expected.panel import ExpectedPanel
from ui.expected.sheet import PeopleSheet
from ui.expected.table import PeopleTableModel
from ui.session.start import StartSheet
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")
PASTED = "Zoé Lefèvre <zoe@example.org>\nKarim Ben Salah\nzoe@example.org; Zoé Lefèvre; Ville de Lyon\n;;;\n"


@contextlib.asynccontextmanager
async def lists_in(folder: Path) -> AsyncIterator[Lists]:
    """Open the lists of a folder, and close them when all is on disk."""
    library, writer, scope = Library.open(folder / "library.db"), Writer(), TaskScope()
    lists = Lists(Shelf(library, writer), scope)
    try:
        yield lists
        await until(lambda: not scope.running())
    finally:
        await scope.close()
        writer.close()
        library.close()
        lists.deleteLater()


@contextlib.asynccontextmanager
async def opened(lists: Lists) -> AsyncIterator[ListView]:
    """Show the list of a plan."""
    qt()
    view = ListView(lists, TaskScope())
    view.open("plan")
    await until(lambda: lists.is_ready("plan"))
    view.show()
    try:
        yield view
    finally:
        view.hide()
        view.deleteLater()


def names(lists: Lists) -> list[str]:
    """Return who is on the list."""
    return [person.name for person in lists.of("plan").people]


async def test_a_pasted_list_is_read_told_kept_and_undone(tmp_path: Path):
    async with lists_in(tmp_path) as lists, opened(lists) as view:
        view.paste.setPlainText(PASTED)
        assert "2" in view.take.text()
        view.take.click()
        assert names(lists) == ["Zoé Lefèvre", "Karim Ben Salah"]
        assert lists.of("plan").people[0].employer == "Ville de Lyon"
        assert view.told.isVisibleTo(view)
        view.undo()
        assert names(lists) == []
        view.redo()
        assert names(lists) == ["Zoé Lefèvre", "Karim Ben Salah"]
    async with lists_in(tmp_path) as lists:
        await lists.load("plan")
        assert names(lists) == ["Zoé Lefèvre", "Karim Ben Salah"]
        assert len({person.id for person in lists.of("plan").people}) == 2


async def test_people_are_edited_in_place_added_and_taken_off_with_a_way_back(tmp_path: Path):
    async with lists_in(tmp_path) as lists, opened(lists) as view:
        QGuiApplication.clipboard().setText("Nom;Prénom\nLefèvre;Zoé\nAli;Ben")
        view.paste_clipboard()
        model = view.model
        assert model.setData(model.index(1, FIELDS.index("needs")), "  Grands\ncaractères ")
        assert lists.of("plan").people[1].needs == "Grands caractères"
        view.table.selectRow(0)
        view.table.removal_wanted.emit(view.table.chosen())
        assert names(lists) == ["Ben Ali"]
        view.toast.undo()
        assert names(lists) == ["Zoé Lefèvre", "Ben Ali"]
        view.add_one()
        assert len(names(lists)) == 3
        # A person without a name or an address would be nobody.
        assert not model.setData(model.index(2, 0), " ")
        view.table.look_for("ali")
        assert view.table.model().rowCount() == 1


async def test_a_file_is_imported_and_one_that_cannot_be_read_is_told(tmp_path: Path):
    async with lists_in(tmp_path) as lists, opened(lists) as view:
        good, bad = tmp_path / "a.csv", tmp_path / "b.xlsx"
        good.write_bytes("Prénom;Nom;Téléphone\r\nZoé;Lefèvre;06\r\n".encode("cp1252"))
        bad.write_bytes(b"PK\x03\x04")
        view.read(good)
        await until(lambda: names(lists) == ["Zoé Lefèvre"])
        view.read(bad)
        await until(lambda: any("password" in label.text() for label in view.told.findChildren(Label)))
        assert names(lists) == ["Zoé Lefèvre"]


async def test_a_list_of_a_newer_version_is_left_as_it_is(tmp_path: Path):
    library = Library.open(tmp_path / "library.db")
    library.put_expected("plan", b'{"version": 9}', 1)
    library.close()
    async with lists_in(tmp_path) as lists:
        view = ListView(lists, TaskScope())
        view.open("plan")
        await until(lambda: lists.is_unreadable("plan"))
        view.paste.setPlainText("Zoé")
        assert not view.take.isEnabled()
        view.deleteLater()
    library = Library.open(tmp_path / "library.db")
    assert library.expected("plan") == b'{"version": 9}'
    library.close()


def test_the_table_tells_only_what_changed():
    model = PeopleTableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    people = [Person(id=str(n), first_name=f"P{n}") for n in range(6)]
    for wanted in (people, people[::2], people, [*people[3:], people[0]], [], people[:1]):
        model.show_people(wanted)
        assert [model.person(row) for row in range(model.rowCount())] == wanted
    tester.deleteLater()
    model.deleteLater()


PLAN = Plan(
    title="Le retour",
    language="fr",
    days=(Day(id="d", date="2027-03-31", start=540),),
    activities=(Activity(id="a", title="Accueil", minutes=90, day="d"),),
)


async def test_from_a_pasted_list_to_a_personal_link_that_opens_the_seat(tmp_path: Path):
    """Offline the place of the link is left open; when the class is there it fills in, and says that it is local."""
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        kept = desktop.plans.add(PLAN)
        panel = desktop.window.findChild(ExpectedPanel)
        assert isinstance(panel, ExpectedPanel)
        panel.invitation.click()
        sheet = desktop.window.findChild(PeopleSheet)
        assert isinstance(sheet, PeopleSheet)
        await until(lambda: desktop.lists.is_ready(kept.id))
        sheet.list.paste.setPlainText("Zoé Lefèvre <zoe@example.org>\nKarim Ben Salah")
        sheet.list.take.click()
        assert "[lien pour participer]" in sheet.invitation.written.body
        assert "mercredi 31 mars 2027, de 9\u00a0h\u00a000" in sheet.invitation.written.subject

        one = await windows.start(desktop)
        await desktop.lists.send(kept.id, one.bridge)
        await until(lambda: len(one.client.world.state(ExpectedState).people) == 2)
        sheet.invitation.show_text()
        text = sheet.invitation.written.body
        assert "que sur l’ordinateur" in text
        link = read_link(next(line for line in text.splitlines() if "/#s=" in line))
        assert isinstance(link, SeatLink)
        page = await windows.page(PageClient(one.client.connection_base, Seat(link.session, link.token)))
        await until(lambda: [person.name for person in missing(one.client.world)] == ["Karim Ben Salah"])
        assert one.client.world.seats.seat(page.member).name == "Zoé Lefèvre"  # type: ignore[union-attr]
        assert link.token in sheet.invitation.table().decode()
        assert b"BEGIN:VEVENT" in sheet.invitation.calendar()

        # Somebody who is added later is sent alone, and nobody twice.
        sheet.list.paste.setPlainText("Ana Martin")
        sheet.list.take.click()
        await until(sheet.send.isVisible)
        sheet.send.click()
        await until(lambda: len(one.client.world.state(ExpectedState).people) == 3)
        one.client.submit(StartSession())
        one.client.submit(EndSession())
        await until(lambda: not one.client.pending)


async def test_starting_a_class_from_its_plan_takes_the_list_along(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        kept = desktop.plans.add(PLAN)
        desktop.lists.put(kept.id, PeopleList(people=(Person(id="1", surname="Lefèvre"),)))
        desktop.entrance.start(Source(PLAN, kept.id))
        await until(lambda: bool(desktop.window.findChildren(StartSheet)))
        sheet = desktop.window.findChildren(StartSheet)[0]
        sheet.name.set_text("Claire")
        sheet.go.click()
        await until(lambda: desktop.desk.shown is not None)
        one = desktop.desk.shown
        assert one is not None
        await until(lambda: [person.name for person in missing(one.client.world)] == ["Lefèvre"])
        assert desktop.lists.of(kept.id).session == one.bridge.session
        assert desktop.lists.unsent(kept.id) == ()


def test_lists_forget_with_their_class_and_their_plan(tmp_path: Path):
    library = Library.open(tmp_path / "library.db")
    try:
        library.put_expected("session", b"{}", 1)
        library.put_expected("other", b"{}", 1)
        library.remove_seat("session")
        assert library.expected("session") is None
        assert library.expected("other") == b"{}"
        library.remove_expected("other")
        assert library.expected("other") is None
    finally:
        library.close()
