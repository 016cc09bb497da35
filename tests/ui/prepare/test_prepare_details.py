"""The details at the right: what is typed is in the plan at once, and what copies disagree about is settled there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.plans import Activity, ActivityKind, Plan, PlanDocument
from app.plans.edits import Change, Describe, Remove
from app.plans.plan import Choice, Day, Objective, Poll, PollForm, Rooms, Topic
from tests.e2e.windows import Windows
from tests.plans.plans_made import titled
from tests.ui.prepare.test_prepare_agenda import Prepare, block, press, write
from ui.prepare.boxes import PAUSE_S, TextBox, difference
from ui.prepare.cards import ItemCard
from ui.prepare.debate_form import DebateEditor
from ui.prepare.details import DetailsPanel
from ui.prepare.editing import Spot
from ui.prepare.editors import CountLine, TypedLine
from ui.prepare.unsettled import UnsettledStrip
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from pathlib import Path

WidgetT = TypeVar("WidgetT", bound=QWidget)
pytestmark = pytest.mark.usefixtures("qapp")


def details(here: Prepare) -> DetailsPanel:
    """Return the column at the right."""
    found = here.desktop.window.findChild(DetailsPanel)
    assert found is not None
    return found


def field(among: QWidget, name: str) -> QWidget:
    """Return the field of a name, among what is seen."""
    return next(each for each in seen(among, QWidget) if each.accessibleName() == name)


def seen(among: QWidget, kind: type[WidgetT]) -> list[WidgetT]:
    """Return the parts of a kind that are seen, once what is new has come up."""
    QCoreApplication.sendPostedEvents()
    return [each for each in among.findChildren(kind) if each.isVisible()]


def other_copy(here: Prepare) -> PlanDocument:
    """Return a copy of the open plan, as a colleague has it."""
    kept = here.plans.current
    assert kept is not None
    document = here.plans.document(kept.id)
    assert document is not None
    return PlanDocument(document.update())


def bring(here: Prepare, other: PlanDocument) -> None:
    """Let a colleague's edits arrive."""
    here.plans.receive(other.id, other.update())


def test_the_difference_of_two_texts_is_what_lies_between_their_common_ends():
    assert difference("one two three", "one 2 three") == (4, 7, "2")
    assert difference("aaa", "aa") == (2, 3, "")
    assert difference("", "x") == (0, 0, "x")


async def test_what_is_typed_is_in_the_plan_at_once_and_undone_as_words(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(activities=(block("a"), block("b"))))
        here.choose("a")
        box = field(details(here), "Instructions for learners")
        assert isinstance(box, TextBox)
        box.setFocus()
        QTest.keyClicks(box, "In pairs")
        write(box, " : échangez 😀 بينكم")
        assert here.activity("a").instructions == "In pairs : échangez 😀 بينكم"
        box._strokes.end()  # noqa: SLF001 (as after a pause)
        QTest.keyClicks(box, "!")
        here.run("activity.undo")
        assert here.activity("a").instructions.endswith("بينكم")
        here.run("activity.undo")
        assert here.activity("a").instructions == box.toPlainText() == ""
        assert PAUSE_S > 0


async def test_pasted_pages_leave_their_looks_behind(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(activities=(block("a"),)))
        here.choose("a")
        box = field(details(here), "Private notes for staff")
        assert isinstance(box, TextBox)
        data = QMimeData()
        data.setHtml("<h1>Attention</h1><p style='color:red'>au <b>bruit</b></p>")
        box.insertFromMimeData(data)
        assert here.activity("a").notes == "Attention\nau bruit"


async def test_a_colleagues_words_come_in_without_moving_the_cursor_from_its_word(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(activities=(Activity(id="a", notes="one two"),)))
        here.choose("a")
        box = field(details(here), "Private notes for staff")
        assert isinstance(box, TextBox)
        cursor = box.textCursor()
        cursor.setPosition(7)
        box.setTextCursor(cursor)
        other = other_copy(here)
        other.apply(Change(Activity(id="a", notes="😀 one two")))
        bring(here, other)
        assert box.toPlainText() == "😀 one two"
        assert box.textCursor().position() == 10


async def test_objectives_are_written_ordered_served_and_removed_with_undo(tmp_path: Path):
    async with Windows() as windows:
        goals = (Objective(id="x", title="X"), Objective(id="y", title="Y"))
        here = Prepare(await windows.open(tmp_path), Plan(objectives=goals, activities=(block("a"),)))
        panel = details(here)
        here.desktop.editing.go_to(Spot("objectives"))
        here.plans.apply(Change(Objective(id=here.plans.plan.objectives[2].id, title="Z")))
        cards = seen(panel.plan, ItemCard)
        cards[2].moved.emit(-1)
        assert [each.title for each in here.plans.plan.objectives] == ["X", "Z", "Y"]
        here.choose("a")
        ticks = panel.block._goals  # noqa: SLF001
        ticks._boxes["y"][0].click()  # noqa: SLF001
        assert here.activity("a").objectives == ("y",)
        assert here.texts(1)[5] == "3"
        here.view.clearSelection()
        seen(panel.plan, ItemCard)[0].removed.emit()
        assert [each.title for each in here.plans.plan.objectives] == ["Z", "Y"]
        here.desktop.window.toast.undo()
        assert [each.title for each in here.plans.plan.objectives] == ["X", "Z", "Y"]


async def test_polls_and_rooms_are_prepared_for_an_activity(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(learners=10, activities=(block("a"), block("b"))))
        here.choose("a")
        panel = details(here)
        panel.block._polls.add()  # noqa: SLF001
        card = seen(panel.block, ItemCard)[0]
        answers = card.form._answers  # type: ignore[attr-defined] # noqa: SLF001
        answers._append()  # noqa: SLF001
        answers._append()  # noqa: SLF001
        write(answers._lines[0][2], "Oui")  # noqa: SLF001
        answers._lines[0][1].click()  # noqa: SLF001
        answers._lines[1][1].click()  # noqa: SLF001
        (poll,) = here.plans.plan.polls
        assert [(each.text, each.right) for each in poll.choices] == [("Oui", False), ("", True)]
        assert (poll.activity, poll.form) == ("a", PollForm.CHOICE)

        panel.block._rooms.add()  # noqa: SLF001
        line = next(each for each in panel.block._rooms.findChildren(CountLine) if each.accessibleName() == "How many")  # noqa: SLF001
        line.setText("0")
        assert not line.commit()
        line.setText("3")
        assert line.commit()
        (rooms,) = here.plans.plan.rooms
        assert (rooms.people, rooms.activity) == (3, "a")

        panel.block._kind_box.choose("debate")  # noqa: SLF001
        panel.block._kind_box.activated.emit(0)  # noqa: SLF001
        card = next(each for each in seen(panel.block, ItemCard) if isinstance(each.form, DebateEditor))
        write(card.form._boxes["motion"][1], "Faut-il noter ?")  # noqa: SLF001
        write(card.form._boxes["positions"][1], "Oui\nNon")  # noqa: SLF001
        (debate,) = here.plans.plan.debates
        assert (debate.activity, debate.motion, debate.positions) == ("a", "Faut-il noter ?", "Oui\nNon")
        assert here.activity("a").kind is ActivityKind.DEBATE
        here.choose("b")
        assert not seen(panel.block, ItemCard)


async def test_a_day_gets_its_date_and_its_beginning(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(activities=(block("a"),)))
        here.choose("day:0")
        date = field(details(here), "Date")
        assert isinstance(date, TypedLine)
        date.setText("31 mars 2027")
        press(date, Qt.Key.Key_Return)
        start = field(details(here), "Begins at")
        assert isinstance(start, TypedLine)
        start.setText("14h")
        press(start, Qt.Key.Key_Return)
        assert [(each.date, each.start) for each in here.plans.plan.days] == [("2027-03-31", 840)]
        assert here.texts(1)[0] == "14:00"


async def test_what_two_copies_wrote_is_settled_where_it_is_with_one_click(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(title="P", activities=(block("a"), block("b"))))
        other = other_copy(here)
        here.plans.apply(Change(titled(here.plans.plan, "a", "Mine")), Describe(audience="us"))
        here.plans.apply(Remove(Activity, "b"))
        other.apply(Change(titled(other.plan, "a", "Theirs")), Describe(audience="them"))
        other.apply(Change(titled(other.plan, "b", "Still wanted")))
        bring(here, other)
        unsettled = here.desktop.unsettled
        assert unsettled.ids == {"a", "b"}
        assert here.order == "ab"

        def click(words: str) -> None:
            strip = seen(details(here), UnsettledStrip)[0]
            next(each for each in seen(strip, Button) if words in each.text()).click()

        here.choose("a")
        click("Theirs")
        assert here.activity("a").title == "Theirs"
        here.choose("b")
        click("Remove it")
        assert here.order == "a"
        here.view.clearSelection()
        click("us")
        assert here.plans.plan.audience == "us"
        assert not unsettled.ids
        assert not unsettled.conflicts
        bring(here, other)
        assert not unsettled.conflicts


async def test_the_preview_shows_what_learners_read_and_nothing_else(tmp_path: Path):
    async with Windows() as windows:
        plan = Plan(
            title="Retours <b>",
            days=(Day(id="d", start=540),),
            topics=(Topic(id="t", title="Sujet", prompt="Que dire ?"),),
            activities=(
                Activity(id="a", title="Essai", instructions="Par deux", notes="SECRET", topics=("t",), day="d"),
            ),
            polls=(
                Poll(
                    id="p",
                    activity="a",
                    question="Lequel ?",
                    choices=(Choice(text="Celui-ci", right=True, feedback="FEEDBACK"),),
                ),
            ),
            rooms=(Rooms(id="r", activity="a", task="Cherchez", steps="Un\nDeux"),),
        )
        here = Prepare(await windows.open(tmp_path), plan)
        here.run("plan.preview")
        text = here.panel._look.page.toPlainText()  # noqa: SLF001
        for words in (
            "Retours <b>",
            "09:00",
            "Essai",
            "Par deux",
            "Sujet",
            "Que dire ?",
            "Lequel ?",
            "Celui-ci",
            "Deux",
        ):
            assert words in text
        assert "SECRET" not in text
        assert "FEEDBACK" not in text
        press(here.panel._look.page, Qt.Key.Key_Escape)  # noqa: SLF001
        assert not here.desktop.editing.previews


async def test_what_is_chosen_is_shown_for_one_for_several_and_for_none(tmp_path: Path):
    async with Windows() as windows:
        here = Prepare(await windows.open(tmp_path), Plan(activities=(block("a", 10), block("b", 20))))
        panel = details(here)
        shown = []
        for keys in (("a",), ("a", "b"), ("day:0",)):
            here.choose(*keys)
            shown.append(next(page for page in panel._areas if page.isVisible()))  # noqa: SLF001
        press(here.view, Qt.Key.Key_Escape)
        shown.append(next(page for page in panel._areas if page.isVisible()))  # noqa: SLF001
        assert shown == [panel.block, panel.several, panel.day, panel.plan]
        here.choose("a", "b")
        minutes = field(panel, "Length of each")
        assert isinstance(minutes, TypedLine)
        minutes.setText("1h")
        press(minutes, Qt.Key.Key_Return)
        assert [each.minutes for each in here.plans.plan.activities] == [60, 60]
