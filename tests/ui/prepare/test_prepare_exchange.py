"""Plans go in and out by file: what is read, what is written, and what is said when that is not possible."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog

from app.plans import Activity, PlanDocument, pack, unpack
from app.plans.edits import Add, Change, Describe, Remove
from app.plans.formats import sample
from app.plans.plan import Day
from app.reports.forms import Form, Invite
from tests.e2e.windows import Windows, qt, until
from tests.plans.plans_made import simple, titled
from ui.prepare.invite import InviteDialog
from ui.prepare.notes import NotesDialog
from ui.prepare.settling import SettlingDialog

if TYPE_CHECKING:
    from pathlib import Path

    from ui.desktop import Desktop

pytestmark = pytest.mark.usefixtures("qapp")
D = TypeVar("D", bound=QDialog)


async def dialog(desktop: Desktop, kind: type[D]) -> D:
    """Wait for a dialog."""

    def there() -> list[D]:
        return [each for each in desktop.window.findChildren(kind) if each.isVisible()]

    await until(lambda: bool(there()))
    return there()[0]


async def test_a_plan_an_agenda_and_polls_are_read(tmp_path: Path):
    (tmp_path / "a.cercle").write_bytes(pack(PlanDocument.new(sample("retour-90-minutes"))))
    (tmp_path / "Matinée.csv").write_bytes("Activité;Durée\nDébat;20\n".encode("cp1252"))
    (tmp_path / "Quiz.gift").write_text("Fine? {T}\n\nMatch {=a->b =c->d =e->f}\n", encoding="utf-8")
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        desktop.exchange.read([tmp_path / "a.cercle"])
        await until(lambda: desktop.plans.plan == sample("retour-90-minutes"))
        desktop.exchange.read([tmp_path / "Matinée.csv"])
        await until(lambda: desktop.plans.plan.title == "Matinée")
        assert [(each.title, each.minutes) for each in desktop.plans.plan.activities] == [("Débat", 20)]

        desktop.editing.select((desktop.plans.plan.activities[0].id,))
        desktop.exchange.read([tmp_path / "Quiz.gift"])
        left_out = await dialog(desktop, NotesDialog)
        assert [line for group in left_out.groups for line in group.lines] == ["Line 3: “Match”, a matching question"]
        left_out.reject()
        (poll,) = desktop.plans.plan.polls
        assert poll.activity == desktop.plans.plan.activities[0].id
        assert len(desktop.plans.all) == 2


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("cut.cercle", pack(PlanDocument.new(simple("a")))[:-9], "“cut.cercle” is no plan, cut short, or damaged"),
        ("new.cercle", b"cercle-plan 9\n{}\n", "A newer version of Cercle wrote “new.cercle”"),
        ("bad.csv", b"title,minutes\nA,10\nB,-5\n", "Look at line 3."),
        ("table.xlsx", b"PK\x03\x04\0\0", "a spreadsheet can save as CSV"),
        ("gone.md", None, "“gone.md” could not be opened"),
    ],
)
async def test_what_cannot_be_read_is_told_and_nothing_is_changed(
    tmp_path: Path, name: str, data: bytes | None, said: str
):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        kept = desktop.plans.add(simple("a"))
        desktop.exchange.read([tmp_path / name])
        await until(lambda: said in desktop.window.banner.text)

        assert desktop.plans.all == (kept,)
        assert data is None or (tmp_path / name).read_bytes() == data


async def test_a_copy_that_came_back_is_merged_after_it_was_shown(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        kept = desktop.plans.add(simple("a", "b", "c"))
        document = desktop.plans.document(kept.id)
        assert document is not None
        theirs = PlanDocument(document.update())
        theirs.apply(Add(Activity(id="x", title="Hello"), 0), Change(titled(theirs.plan, "a", "Theirs")))
        theirs.apply(Remove(Activity, "b"), Describe(audience="Nurses"))
        desktop.plans.apply(Change(titled(desktop.plans.plan, "a", "Ours")))
        desktop.plans.apply(Change(replace(desktop.plans.plan.activities[1], minutes=45)))
        ours = desktop.plans.plan
        (tmp_path / "back.cercle").write_bytes(pack(theirs))

        desktop.exchange.read([tmp_path / "back.cercle"])
        asked = await dialog(desktop, NotesDialog)
        told = "\n".join(line for group in asked.groups for line in group.lines)
        assert desktop.plans.plan == ours
        assert "Activity added: “Hello”" in told
        assert "Audience of the plan: Nurses" in told
        assert "“B”" in told
        assert "Title of" in told
        asked.accept()
        settling = await dialog(desktop, SettlingDialog)
        assert [each.id for each in desktop.plans.plan.activities] == ["x", "a", "b", "c"]
        assert desktop.plans.plan.audience == "Nurses"

        first = next(card for card in settling.cards if card.one.id == "a")
        versions = [first.choices["title"].itemData(row) for row in range(2)]
        assert sorted(versions) == ["Ours", "Theirs"]
        first.choices["title"].setCurrentIndex(versions.index("Theirs"))
        first.keep.click()
        await until(lambda: len(settling.cards) == 1)
        settling.cards[0].remove.click()
        await until(lambda: not [each for each in desktop.window.findChildren(SettlingDialog) if each.isVisible()])
        assert [(each.id, each.title) for each in desktop.plans.plan.activities] == [
            ("x", "Hello"),
            ("a", "Theirs"),
            ("c", "C"),
        ]
        assert not desktop.exchange.merging.has_open_things


async def test_a_merge_is_taken_back_by_its_toast(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        kept = desktop.plans.add(simple("a"))
        document = desktop.plans.document(kept.id)
        assert document is not None
        theirs = PlanDocument(document.update())
        theirs.apply(Add(Activity(id="x", title="Hello")))
        before = desktop.plans.plan
        (tmp_path / "back.cercle").write_bytes(pack(theirs))
        desktop.exchange.read([tmp_path / "back.cercle"])
        (await dialog(desktop, NotesDialog)).accept()
        await until(lambda: len(desktop.plans.plan.activities) == 2)
        desktop.window.toast.undo()
        assert desktop.plans.plan == before

        desktop.plans.redo()
        assert len(desktop.plans.plan.activities) == 2
        desktop.plans.undo()
        assert desktop.plans.plan == before
        desktop.exchange.read([tmp_path / "back.cercle"])
        await until(lambda: "nothing new" in desktop.window.toast.text)


async def test_a_plan_is_written_in_every_form_without_stopping_the_window(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        plan = replace(sample("reading-the-news"), days=(Day(id="d1", date="2026-07-01", start=540),))
        kept = desktop.plans.add(plan)
        ticks = 0

        async def tick() -> None:
            nonlocal ticks
            while True:
                await asyncio.sleep(0)
                ticks += 1

        ticking = asyncio.create_task(tick())
        for form in Form:
            path = tmp_path / f"{form.name}.out"
            await desktop.exchange.write(kept.id, desktop.plans.plan, form, path, Invite("https://r.example/#c=1"))
            assert path.stat().st_size > 500
        ticking.cancel()

        assert ticks > 20
        assert unpack((tmp_path / "CERCLE.out").read_bytes()).plan == desktop.plans.plan
        assert (tmp_path / "RUN_SHEET.out").read_bytes().startswith(b"%PDF-")
        assert b"https://r.example/#c=1" in (tmp_path / "ICS.out").read_bytes().replace(b"\r\n ", b"")


async def test_an_invitation_without_a_date_and_a_full_disk_say_what_to_do(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        kept = desktop.plans.add(simple("a"))
        await desktop.exchange.write(kept.id, desktop.plans.plan, Form.ICS, tmp_path / "x.ics", Invite())
        assert "a day with a date and a start" in desktop.window.banner.text
        await desktop.exchange.write(kept.id, desktop.plans.plan, Form.CSV, tmp_path / "no" / "x.csv", Invite())
        assert "“x.csv” could not be written" in desktop.window.banner.text

        assert not (tmp_path / "x.ics").exists()


async def test_a_file_dropped_on_the_window_is_read(tmp_path: Path):
    (tmp_path / "Séance.md").write_text("# Séance\n\n## Accueil (5 min)\n", encoding="utf-8")
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "Séance.md"))])
        copy, left, no = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        where = QPoint(640, 400)
        entered = QDragEnterEvent(where, copy, data, left, no)
        qt().sendEvent(desktop.window, entered)
        assert entered.isAccepted()
        qt().sendEvent(desktop.window, QDropEvent(QPointF(where), copy, data, left, no))
        await until(lambda: desktop.plans.plan.title == "Séance")

        assert desktop.plans.plan.activities[0].minutes == 5


def test_links_that_lead_nowhere_are_not_taken():
    asked = InviteDialog("Invitation", "javascript:alert(1)", "")
    asked.go_button.click()
    assert asked.link.error
    asked.link.set_text("https://relay.example/#c=1")
    asked.go_button.click()

    assert asked.result() == QDialog.DialogCode.Accepted
    assert asked.links == ("https://relay.example/#c=1", "")
    asked.deleteLater()
