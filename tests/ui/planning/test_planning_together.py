"""Two desktops prepare one plan: from the button over the invitation to the class that opens from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.agenda.state import AgendaState
from app.domain.kernel.words import Phase
from app.plans import Activity, Plan
from app.plans.edits import Add, Describe
from app.sync.runbook import Source
from tests.e2e.widgets import Hands
from tests.e2e.windows import Windows, until
from ui.bridge.dialogs import Question
from ui.planning.dialog import TogetherDialog
from ui.planning.faces import Faces
from ui.planning.panel import TogetherBar
from ui.planning.sheet import ShareSheet
from ui.prepare.block_details import BlockDetails
from ui.prepare.boxes import Labelled
from ui.prepare.editing import Chosen
from ui.session.ask import LineDialog
from ui.shell.panels import Mode
from ui.widgets.badge import Badge

if TYPE_CHECKING:
    from pathlib import Path

    from ui.desktop import Desktop
    from ui.planning.sharing import Together

pytestmark = pytest.mark.usefixtures("qapp")


def agenda(desktop: Desktop) -> list[str]:
    """Return the titles of the open plan's activities."""
    return [activity.title for activity in desktop.plans.plan.activities]


def together(desktop: Desktop) -> Together:
    """Return how the open plan is shared, which it is."""
    kept = desktop.plans.current
    found = desktop.sharing.of(kept.id) if kept is not None else None
    assert found is not None
    return found


def faces(desktop: Desktop) -> Faces:
    return desktop.window.findChildren(TogetherBar)[0].findChildren(Faces)[0]


def line(desktop: Desktop) -> Badge:
    """Return what the bar says of the line to the others."""
    return desktop.window.findChildren(TogetherBar)[0].findChildren(Badge)[0]


def field(desktop: Desktop, name: str) -> Labelled:
    """Return a field of the chosen activity."""
    details = desktop.window.findChildren(BlockDetails)[0]
    return next(each for each in details.findChildren(Labelled) if each.plan_field == name)


def at_field(desktop: Desktop, name: str) -> list[Faces]:
    """Return the avatars that can be seen beside a field."""
    return [faces for faces in field(desktop, name).findChildren(Faces) if faces.isVisible()]


async def until_focused(desktop: Desktop, name: str) -> Labelled:
    """Go to a field, and wait until one is there."""
    labelled = field(desktop, name)

    def focused() -> bool:
        labelled.field.setFocus()
        return labelled.field.hasFocus()

    await until(focused)
    return labelled


async def share(desktop: Desktop) -> TogetherDialog:
    """Write a plan, and share it over this computer as a person does."""
    desktop.plans.add(Plan(title="Négocier", language="fr", activities=(Activity(id="a1", title="Welcome"),)))
    hands = Hands(desktop.window)
    await hands.press("Prepare together…")
    sheet = await hands.find(ShareSheet)
    sheet.name.set_text("Ada")
    await until(lambda: sheet.here.chosen is not None)
    sheet.go.click()
    return await hands.find(TogetherDialog)


async def invite(desktop: Desktop, name: str) -> str:
    """Name a colleague in the list of those who prepare, and return the link that lands on the clipboard."""
    dialog = await Hands(desktop.window).find(TogetherDialog)
    dialog.name.set_text(name)
    dialog.invite.click()
    await until(lambda: dialog.name.text() == "")
    return QGuiApplication.clipboard().text()


async def follow(desktop: Desktop, link: str) -> None:
    """Paste an invitation where invitations are pasted."""
    desktop.entrance.join()
    line = await Hands(desktop.window).find(LineDialog)
    line.field.set_text(link)
    await Hands(desktop.window).press("Join")
    await until(lambda: not any(task.get_name() == "join" for task in desktop.window.tasks.running()))


async def two(windows: Windows, tmp_path: Path) -> tuple[Desktop, Desktop]:
    """Give the desktop that shares a plan, and the one to which it came."""
    ada = await windows.open(tmp_path / "ada")
    await share(ada)
    link = await invite(ada, "Grace")
    grace = await windows.open(tmp_path / "grace")
    await follow(grace, link)
    await until(lambda: agenda(grace) == ["Welcome"])
    return ada, grace


async def test_a_plan_is_shared_joined_and_edited_at_both_desktops(tmp_path: Path):
    """The colleague's window shows the plan, not an empty class; each sees the other, and where they are."""
    async with Windows(own_relays=True) as windows:
        ada, grace = await two(windows, tmp_path)
        assert grace.window.mode is Mode.PREPARE
        assert grace.desk.shown is None
        ada.plans.apply(Add(Activity(id="a2", title="From Ada")))
        grace.plans.apply(Add(Activity(id="a3", title="From Grace"), 0))
        await until(lambda: agenda(ada) == agenda(grace) == ["From Grace", "Welcome", "From Ada"])

        grace.editing.choose(Chosen(("a3",)))
        await until(lambda: [each.name for each in ada.editing.marks.get("a3", ())] == ["Grace"])
        ada.editing.choose(Chosen(("a3",)))
        grace.window.activateWindow()
        notes = await until_focused(grace, "notes")
        await until(lambda: [faces.toolTip() for faces in at_field(ada, "notes")] == ["Grace is here"])
        notes.field.clearFocus()
        ada.editing.choose(Chosen(("a2",)))
        await until(lambda: at_field(ada, "notes") == [])

        dialog = await Hands(ada.window).find(TogetherDialog)
        assert any(each.accessibleName() == "Grace, here, at “From Grace”" for each in dialog.findChildren(QWidget))
        await until(lambda: faces(ada).isVisible())
        assert "Grace: here" in faces(ada).toolTip()

        grace.plans.undo()
        await until(lambda: agenda(ada) == ["Welcome", "From Ada"])
        assert not grace.plans.can_undo


async def test_edits_made_apart_come_together_also_after_both_restarted(tmp_path: Path):
    """The host's window closes, and with it the relay; the colleague edits on, closes, and both come back."""
    async with Windows(own_relays=True) as windows:
        ada, grace = await two(windows, tmp_path)
        plan_id = together(ada).shared.plan
        await windows.close(ada, 0)
        await until(lambda: not together(grace).shared.is_online)
        await until(lambda: line(grace).isVisible())
        grace.plans.apply(Add(Activity(id="a3", title="Without a line")))
        await windows.close(grace, 0)

        ada = await windows.open(tmp_path / "ada")
        ada.plans.apply(Describe(title="Négocier ensemble"))
        grace = await windows.open(tmp_path / "grace")
        await until(lambda: ada.sharing.of(plan_id) is not None and grace.sharing.of(plan_id) is not None)
        together(grace).one.client.retry()
        await until(lambda: "Without a line" in agenda(ada))
        await until(lambda: grace.plans.plan.title == "Négocier ensemble")
        assert ada.plans.plan == grace.plans.plan


async def test_the_host_stops_and_everybody_keeps_the_plan(tmp_path: Path):
    async with Windows(own_relays=True) as windows:
        ada, grace = await two(windows, tmp_path)
        plan_id = together(ada).shared.plan
        await ada.sharing.stop(plan_id)
        assert ada.sharing.of(plan_id) is None
        await until(lambda: grace.sharing.of(plan_id) is None)
        await until(lambda: "no longer shared" in grace.window.toast.text)
        grace.plans.apply(Add(Activity(id="a3", title="Alone")))
        assert agenda(grace) == ["Welcome", "Alone"]
        assert agenda(ada) == ["Welcome"]
        await until(lambda: not (ada.desk.seats or grace.desk.seats))
        for desktop in (ada, grace):
            shelf = desktop.desk.home.shelf
            assert await shelf.run(shelf.library.seats) == []


async def test_a_colleague_leaves_and_the_host_goes_on(tmp_path: Path):
    async with Windows(own_relays=True) as windows:
        ada, grace = await two(windows, tmp_path)
        plan_id = together(grace).shared.plan
        await grace.sharing.stop(plan_id)
        assert grace.sharing.of(plan_id) is None
        assert agenda(grace) == ["Welcome"]
        await until(lambda: not any(one.is_here for one in together(ada).colleagues))
        ada.plans.apply(Add(Activity(id="a2", title="Still shared")))
        await until(lambda: together(ada).shared.is_settled)


async def test_the_class_opens_from_the_plan_and_the_colleague_is_in_it(tmp_path: Path):
    """No other link is needed: the seats of the preparing are those of the class."""
    async with Windows(own_relays=True) as windows:
        ada, grace = await two(windows, tmp_path)
        plan = ada.plans.current
        assert plan is not None
        ada.entrance.start(Source(ada.plans.plan, plan.id))
        question = await Hands(ada.window).find(Question)
        question.accept()
        await until(lambda: ada.desk.shown is not None and ada.desk.shown.session.phase is Phase.LOBBY)
        assert ada.window.mode is Mode.LIVE
        await until(lambda: "has been opened" in grace.window.toast.text)
        assert grace.window.mode is Mode.PREPARE, "nobody is torn away from what they write"
        shown = ada.desk.shown
        assert shown is not None
        assert [each.title for each in shown.client.world.state(AgendaState).activities.values()] == ["Welcome"]
        learner = await windows.learner(shown)
        assert learner.documents["class"]["session"]["title"] == "Négocier"
        grace.entrance.show(shown.client.session)
        await until(lambda: grace.window.mode is Mode.LIVE)


async def test_a_deleted_plan_stays_deleted_until_it_is_asked_for_again(tmp_path: Path):
    """Neither the others' edits nor another start bring it back; undoing does, and so does choosing its class."""
    async with Windows(own_relays=True) as windows:
        ada, grace = await two(windows, tmp_path)
        kept = grace.plans.current
        assert kept is not None
        grace.plans.delete(kept.id)
        assert grace.sharing.of(kept.id) is None
        ada.plans.apply(Add(Activity(id="a2", title="Meanwhile")))
        await until(lambda: together(ada).shared.is_settled)
        grace.plans.restore(kept)
        await until(lambda: agenda(grace) == ["Welcome", "Meanwhile"])

        grace.plans.delete(kept.id)
        await windows.close(grace, 0)
        grace = await windows.open(tmp_path / "grace")
        one = grace.desk.open_classes[0]
        await until(lambda: one.session.phase is Phase.PREPARING and not grace.sharing.is_busy)
        assert grace.plans.all == ()
        grace.entrance.show(one.client.session)
        await until(lambda: agenda(grace) == ["Welcome", "Meanwhile"])


async def test_who_is_invited_to_the_running_class_gets_no_plan_put_before_it(tmp_path: Path):
    async with Windows(own_relays=True) as windows:
        ada, _ = await two(windows, tmp_path)
        plan = together(ada).shared.plan
        link = ada.sharing.invite(plan, "Mary")
        await ada.sharing.open_class(plan)
        await until(lambda: ada.desk.shown is not None and ada.desk.shown.session.phase is Phase.LOBBY)
        mary = await windows.open(tmp_path / "mary")
        await follow(mary, link)
        await until(lambda: mary.window.mode is Mode.LIVE)
        assert mary.plans.all == ()
