"""The library beside the agenda puts formats, kept activities and other plans into the plan, as one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QAbstractItemModelTester

from app.plans.formats import sample
from app.plans.plan import Rooms
from tests.e2e.windows import Windows, until
from tests.plans.plans_made import simple
from ui.prepare.agenda import AgendaView
from ui.prepare.dropping import Dropping
from ui.prepare.library import LibraryPanel
from ui.prepare.offers import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from ui.desktop import Desktop
    from ui.i18n import Languages

pytestmark = pytest.mark.usefixtures("qapp")


def library_of(desktop: Desktop) -> LibraryPanel:
    """Return the panel."""
    panel = desktop.window.findChild(LibraryPanel)
    assert isinstance(panel, LibraryPanel)
    return panel


def choose(panel: LibraryPanel, shelf: Shelf, key: str) -> None:
    """Choose an offer."""
    panel.show_shelf(shelf)
    panel.view.setCurrentIndex(panel.view.model().index(panel.keys.index(key), 0))


async def test_a_format_is_put_after_the_chosen_activity_as_one_step(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        desktop.plans.add(simple("a", "b"))
        panel = library_of(desktop)
        QAbstractItemModelTester(panel.view.model(), QAbstractItemModelTester.FailureReportingMode.Warning)
        choose(panel, Shelf.FORMATS, "jigsaw")
        panel.learners.setValue(30)
        desktop.editing.select(("a",))
        panel.insert()
        plan = desktop.plans.plan

        assert [each.id for each in plan.activities if each.id in "ab"] == ["a", "b"]
        assert plan.activities[0].id == "a"
        assert plan.activities[-1].id == "b"
        assert len(plan.activities) == 6
        assert [rooms.people for rooms in plan.rooms] == [4, 5]
        assert desktop.editing.chosen.activities == tuple(each.id for each in plan.activities[1:-1])
        desktop.plans.undo()
        assert [each.id for each in desktop.plans.plan.activities] == ["a", "b"]
        desktop.plans.redo()
        desktop.window.toast.undo()
        assert [each.id for each in desktop.plans.plan.activities] == ["a", "b"]


async def test_times_and_rooms_follow_the_number_of_learners(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        panel = library_of(desktop)
        choose(panel, Shelf.FORMATS, "1-2-4-all")
        told = {}
        for learners in (3, 12, 30, 200):
            panel.learners.setValue(learners)
            told[learners] = " ".join(panel.becomes)

        assert "6 rooms of 2" in told[12]
        assert "15 rooms of 2" in told[30]
        assert "100 rooms of 2" in told[200]
        assert "rooms of" not in told[3]
        panel.learners.setValue(3)
        assert "8 to 200" in panel.warning
        panel.learners.setValue(30)
        assert panel.warning == ""


async def test_kept_activities_are_there_again_and_come_back_when_deleted(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        plan = sample("retour-90-minutes")
        desktop.plans.add(plan)
        held = next(each for each in plan.rooms if each.activity == plan.activities[2].id)
        desktop.editing.select((plan.activities[2].id,))
        panel = library_of(desktop)
        panel.keep()
        (piece,) = desktop.pieces.all
        panel.delete()
        assert not desktop.pieces.all
        desktop.window.toast.undo()
        assert list(desktop.pieces.all) == [piece]
        desktop.pieces.rename(piece.id, "  Par trois ")
        await desktop.plans.settled()
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        assert [each.title for each in desktop.pieces.all] == ["Par trois"]
        desktop.plans.add(simple("a"))
        choose(library_of(desktop), Shelf.MINE, piece.id)
        library_of(desktop).insert()
        (rooms,) = desktop.plans.plan.rooms

        assert isinstance(rooms, Rooms)
        assert (rooms.people, rooms.task) == (held.people, held.task)
        assert desktop.plans.plan.activities[1].title == plan.activities[2].title


async def test_single_activities_of_another_plan_are_picked_out(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        other = desktop.plans.add(simple("a", "b", "c"))
        desktop.plans.add(simple("x"))
        panel = library_of(desktop)
        choose(panel, Shelf.PLANS, other.id)
        panel.steps.selectionModel().select(
            panel.steps.model().index(1, 0), panel.steps.selectionModel().SelectionFlag.Select
        )
        panel.insert()

        assert [each.title for each in desktop.plans.plan.activities] == ["X", "B"]


async def test_what_is_sought_is_found_without_accents_in_either_language(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        panel = library_of(desktop)
        panel.search("classe puzzle")
        assert panel.keys == ["jigsaw"]
        panel.search("World cafe")
        assert panel.keys == ["world-cafe"]
        panel.search("nothing of the kind")
        assert panel.keys == []


async def test_without_a_plan_a_format_or_a_sample_begins_one(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        panel = library_of(desktop)
        choose(panel, Shelf.FORMATS, "troika")
        panel.insert()
        assert desktop.plans.plan.title == "Troika consulting"
        assert len(desktop.plans.plan.activities) == 3
        choose(panel, Shelf.SAMPLES, "retour-90-minutes")
        panel.begin()

        assert desktop.plans.plan == sample("retour-90-minutes")


def _is_first(panel: LibraryPanel, language: str) -> bool:
    return sample(panel.keys[0]).language == language


async def test_samples_of_ones_own_language_stand_first(tmp_path: Path, spoken: Languages):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        panel = library_of(desktop)
        panel.show_shelf(Shelf.SAMPLES)
        for language in ("fr", "en"):
            spoken.speak(language)
            await until(partial(_is_first, panel, language))

        assert len(panel.keys) == 3


async def test_a_row_is_dropped_between_two_activities(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        desktop.plans.add(simple("a", "b"))
        view = desktop.window.findChild(AgendaView)
        assert isinstance(view, AgendaView)
        dropping = Dropping(view, desktop.plans.plan)
        first, second = (view.visualRect(view.model().index(row, 1)) for row in (1, 2))

        assert dropping.place_at(first.center() - QPoint(0, first.height() // 3)) == (0, "")
        assert dropping.place_at(first.center() + QPoint(0, first.height() // 3)) == (1, "")
        assert dropping.place_at(second.center() + QPoint(0, second.height() // 3)) == (2, "")
        assert dropping.place_at(QPoint(5, view.viewport().height() - 2)) == (None, "")
        dropping.end()
