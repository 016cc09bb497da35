"""The agenda on the real window: rows that follow the plan, and every edit by the keyboard alone."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from app.plans import Activity, ActivityKind, Plan, PlanDocument
from app.plans.edits import Change
from app.plans.plan import Day, Objective
from tests.drawing import drawn
from tests.e2e.windows import Windows
from tests.plans.plans_made import plans, titled
from ui.prepare.editing import Somebody
from ui.prepare.listing import PlansPanel
from ui.prepare.model import AgendaModel, BlockRow, Column, DayRow
from ui.prepare.panel import PlanPanel
from ui.prepare.summary import Summary
from ui.shell.panels import Mode

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.desktop import Desktop

pytestmark = pytest.mark.usefixtures("qapp")


def block(key: str, minutes: int = 10, **more: object) -> Activity:
    """Return an activity whose title is its id, in capitals."""
    return Activity(id=key, title=key.upper(), minutes=minutes, **more)  # type: ignore[arg-type]


def press(widget: QWidget, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys one after the other."""
    for key in keys:
        QTest.keyClick(widget, key, held)
    # A line is read after the key that ends it.
    QCoreApplication.sendPostedEvents()


def write(widget: QWidget, text: str) -> None:
    """Write a text of any script, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


CONTROL = Qt.KeyboardModifier.ControlModifier


class Prepare:
    """Prepare on a real window, with one plan open."""

    def __init__(self, desktop: Desktop, plan: Plan) -> None:
        self.desktop, self.plans = desktop, desktop.plans
        desktop.window.show_mode(Mode.PREPARE)
        self.plans.add(plan)
        panel = desktop.window.findChild(PlanPanel)
        assert panel is not None
        self.panel, self.view, self.model = panel, panel.view, panel.model

    @property
    def order(self) -> str:
        """The ids of the agenda."""
        return "".join(each.id if len(each.id) == 1 else "*" for each in self.plans.plan.activities)

    def activity(self, key: str) -> Activity:
        """Return an activity."""
        return next(each for each in self.plans.plan.activities if each.id == key)

    def choose(self, *keys: str, column: Column = Column.TITLE) -> None:
        """Choose rows."""
        self.view.choose(keys, column)

    def run(self, key: str) -> None:
        """Do what a shortcut does; its keys are told by the action."""
        assert self.desktop.window.actions_.run(key)

    def editor(self) -> QLineEdit:
        """Return the line in which a cell is edited."""
        found = [each for each in self.view.viewport().findChildren(QLineEdit) if each.isVisible()]
        assert found
        return found[-1]

    def texts(self, row: int) -> list[str]:
        """Return what a row shows."""
        return [str(self.model.index(row, column).data()) for column in Column]


@given(st.lists(plans(), min_size=2, max_size=4))
@settings(max_examples=drawn(8), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_rows_follow_whatever_becomes_of_the_plan(made: list[Plan]):
    model = AgendaModel(lambda: "new")
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for plan in made:
        model.show_plan(plan, {each.id: (Somebody("x", "Inès"),) for each in plan.activities[:1]})
        rows = [model.row(row) for row in range(model.rowCount())]
        assert [row.activity for row in rows if isinstance(row, BlockRow)] == list(plan.activities)
        assert len([row for row in rows if isinstance(row, DayRow)]) == max(1, len(plan.days))
        for row in range(model.rowCount()):
            assert all(model.index(row, column).data() is not None for column in Column)
    del tester


async def test_a_plan_is_written_with_the_keyboard_alone(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(title="P"))
        here.view.setFocus()
        here.run("activity.add")
        QTest.keyClicks(here.editor(), "Welcome")
        press(here.editor(), Qt.Key.Key_Tab)
        QTest.keyClicks(here.editor(), "1h15")
        press(here.editor(), Qt.Key.Key_Return, held=CONTROL)
        write(here.editor(), "Перерыв — 休憩")
        press(here.editor(), Qt.Key.Key_Return)
        here.choose("day:0", column=Column.TIME)
        press(here.view, Qt.Key.Key_Return)
        QTest.keyClicks(here.editor(), "9h30")
        press(here.editor(), Qt.Key.Key_Return)

        assert [(each.title, each.minutes) for each in here.plans.plan.activities] == [
            ("Welcome", 75),
            ("Перерыв — 休憩", 75),
        ]
        assert [each.start for each in here.plans.plan.days] == [570]
        assert here.texts(2)[:2] == ["10:45", "Перерыв — 休憩"]


async def test_what_cannot_be_understood_is_said_in_place_and_changes_nothing(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(activities=(block("a"),)))
        here.choose("a", column=Column.MINUTES)
        press(here.view, Qt.Key.Key_Return)
        line = here.editor()
        QTest.keyClicks(line, "soon")
        press(line, Qt.Key.Key_Return)
        assert here.editor() is line
        assert "1h15" in line.accessibleDescription()
        line.clear()
        QTest.keyClicks(line, "-5")
        press(line, Qt.Key.Key_Return)
        assert here.activity("a").minutes == 10
        press(line, Qt.Key.Key_Escape)
        assert not here.plans.can_undo


async def test_pins_move_what_follows_and_what_does_not_fit_is_shown_at_once(tmp_path: Path):
    async with Windows() as windows:
        plan = Plan(days=(Day(id="d", start=540),), activities=(block("a", 30, day="d"), block("b", 20, day="d")))
        here = Prepare(await windows.open(tmp_path), plan)
        here.choose("b", column=Column.TIME)
        press(here.view, Qt.Key.Key_Return)
        QTest.keyClicks(here.editor(), "10:00")
        press(here.editor(), Qt.Key.Key_Return)
        row = here.model.row(2)
        assert isinstance(row, BlockRow)
        assert (row.slot.start, row.slot.gap) == (600, 30)
        assert "30 min free before" in str(here.model.index(2, Column.TITLE).data(Qt.ItemDataRole.AccessibleTextRole))
        summary = here.panel.findChild(Summary)
        assert summary is not None
        summary._gather.flush()  # noqa: SLF001 (within a frame)
        assert "30 min with nothing planned before “B”" in summary._buttons[0].accessibleName()  # noqa: SLF001
        here.view.clearSelection()
        summary._buttons[0].click()  # noqa: SLF001
        assert here.desktop.editing.chosen.activities == ("b",)
        here.run("activity.pin")
        assert here.activity("b").pinned is None


async def test_several_are_moved_duplicated_changed_and_removed_together(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(activities=tuple(block(key) for key in "abcd")))
        here.choose("a", "b")
        here.run("activity.down")
        assert here.order == "cabd"
        assert here.desktop.editing.chosen.activities == ("a", "b")
        here.run("activity.duplicate")
        assert here.order == "cab**d"
        here.choose("a", "d", column=Column.MINUTES)
        press(here.view, Qt.Key.Key_Return)
        QTest.keyClicks(here.editor(), "35")
        press(here.editor(), Qt.Key.Key_Return)
        assert (here.activity("a").minutes, here.activity("d").minutes, here.activity("b").minutes) == (35, 35, 10)
        here.view.selectAll()
        press(here.view, Qt.Key.Key_Delete)
        assert here.order == ""
        here.desktop.window.toast.undo()
        assert here.order == "cab**d"


async def test_undo_goes_back_to_the_beginning_and_redo_to_the_end(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(activities=tuple(block(key) for key in "abc")))
        first = here.plans.plan
        here.choose("a")
        for number in range(60):
            here.run("activity.down" if number % 2 else "activity.duplicate")
        last = here.plans.plan
        while here.plans.can_undo:
            here.run("activity.undo")
        assert here.plans.plan == first
        while here.plans.can_redo:
            here.run("activity.redo")
        assert here.plans.plan == last


async def test_tab_goes_from_cell_to_cell_and_out_at_the_end(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(activities=(block("a"),)))
        here.desktop.window.activateWindow()
        here.choose("a", column=Column.TIME)
        here.view.setFocus()
        visited = []
        for _ in range(12):
            current = here.view.currentIndex()
            press(here.view, Qt.Key.Key_Tab)
            if here.view.currentIndex() == current:
                break
            visited.append(here.view.currentIndex().column())
        assert visited == [column for column in Column if not here.view.isColumnHidden(column)][1:]


async def test_activities_are_copied_into_another_plan_and_text_from_elsewhere_becomes_some(tmp_path: Path):
    async with Windows() as windows:
        goal = Objective(id="o", title="Listen")
        plan = Plan(objectives=(goal,), activities=(block("a", objectives=("o",)), block("b")))
        here = Prepare(await windows.open(tmp_path), plan)
        here.choose("a", "b")
        press(here.view, Qt.Key.Key_C, held=CONTROL)
        here.plans.add(Plan(objectives=(Objective(id="x", title="listen"),)))
        press(here.view, Qt.Key.Key_V, held=CONTROL)
        assert [(each.title, each.objectives) for each in here.plans.plan.activities] == [("A", ("x",)), ("B", ())]

        data = QMimeData()
        data.setHtml("<p><b>Accueil</b> (10 min)</p><p>Débat <script>x()</script>– 1h15</p>")
        QGuiApplication.clipboard().setMimeData(data)
        press(here.view, Qt.Key.Key_V, held=CONTROL)
        assert [(each.title, each.minutes) for each in here.plans.plan.activities][2:] == [
            ("Accueil", 10),
            ("Débat", 75),
        ]


async def test_rows_are_dragged_across_days(tmp_path: Path):
    async with Windows() as windows:
        days = (Day(id="d1", start=540), Day(id="d2", start=600))
        held = (block("a", day="d1"), block("b", day="d1"), block("c", day="d2"))
        here = Prepare(await windows.open(tmp_path), Plan(days=days, activities=held))
        rows = [here.model.row_of(key) for key in "ab"]
        data = here.model.mimeData([here.model.index(row, 0) for row in rows])
        end = here.model.rowCount()
        here.model.dropMimeData(data, Qt.DropAction.MoveAction, end, 0, QModelIndex())
        assert (here.order, [each.day for each in here.plans.plan.activities]) == ("cab", ["d2", "d2", "d2"])
        data = here.model.mimeData([here.model.index(here.model.row_of("c"), 0)])
        here.model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
        assert [(each.id, each.day) for each in here.plans.plan.activities] == [("c", "d1"), ("a", "d2"), ("b", "d2")]


async def test_kinds_are_chosen_from_a_list_and_leads_written_in_place(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(activities=(block("a"),)))
        here.choose("a", column=Column.KIND)
        press(here.view, Qt.Key.Key_Return)
        box = here.view.viewport().findChild(QComboBox)
        assert box is not None
        box.setCurrentIndex(box.findData("debate"))
        box.activated.emit(box.currentIndex())
        assert here.activity("a").kind is ActivityKind.DEBATE
        here.choose("a", column=Column.LEAD)
        QTest.keyClicks(here.view, "J")
        write(here.editor(), "osé")
        press(here.editor(), Qt.Key.Key_Return)
        assert here.activity("a").lead == "José"


async def test_others_edits_come_in_while_one_is_chosen(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(activities=tuple(block(key) for key in "abc")))
        kept = here.plans.current
        assert kept is not None
        document = here.plans.document(kept.id)
        assert document is not None
        other = PlanDocument(document.update())
        here.choose("b")
        other.apply(Change(titled(other.plan, "a", "Theirs")))
        here.plans.receive(kept.id, other.update(document.state()))
        assert here.texts(1)[1] == "Theirs"
        assert here.desktop.editing.chosen.activities == ("b",)
        here.desktop.editing.mark({"a": (Somebody("k", "Inès"),)})
        assert "Inès" in str(here.model.index(1, Column.TITLE).data(Qt.ItemDataRole.AccessibleTextRole))


async def test_a_plan_is_found_by_its_tag_its_title_and_its_text(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(title="Retours", tags=("équipe",)))
        here.plans.add(Plan(title="Conflits", activities=(Activity(id="a", instructions="Écoutez sans répondre"),)))
        listed = here.desktop.window.findChild(PlansPanel)
        assert listed is not None
        for query, titles in (
            ("#equipe", ["Retours"]),
            ("ecoutez", ["Conflits"]),
            ("conf", ["Conflits"]),
            ("nothing", []),
            ("", ["Conflits", "Retours"]),
        ):
            listed.search.setText(query)
            model = listed._model  # noqa: SLF001
            assert [model.row_at(model.index(row)).title for row in range(model.rowCount())] == titles  # type: ignore[union-attr]
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(listed.search, key)


async def test_two_thousand_activities_are_edited_row_by_row(tmp_path: Path):
    """An edit tells the view of the rows that changed, and of no others."""
    async with Windows() as windows:
        many = tuple(Activity(id=f"a{number}", title=f"A {number}") for number in range(2000))
        here = Prepare(await windows.open(tmp_path), Plan(days=(Day(id="d", start=0),), activities=many))
        told: list[tuple[int, int]] = []
        here.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
        resets = count()
        here.model.modelReset.connect(lambda: next(resets))
        here.choose("a1000")
        here.plans.apply(Change(titled(here.plans.plan, "a1000", "New")))
        assert told == [(1001, 1001)]
        assert next(resets) == 0
