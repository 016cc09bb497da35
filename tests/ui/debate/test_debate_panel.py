"""Debates in the window: opened on the fly, followed as people move, frozen; and the floor given by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.domain.debate import commands as c
from app.domain.debate.draft import Draft
from app.domain.debate.state import Debate, DebateState
from app.domain.discussion.commands import RaiseHand
from tests.e2e.house import page_until
from tests.ui.live_class import LiveClass, in_a_class
from ui.debate.panel import DebatePanel
from ui.debate.stage import DebateStrip, FloorStrip

if TYPE_CHECKING:
    from app.sync.page import PageClient
    from ui.debate.flow import ShiftTable

GRADES = Draft(motion="Should pupils be graded?", statements=("Grades discourage.",))


def panel(live: LiveClass) -> DebatePanel:
    """Give the panel of debates."""
    found = live.window.findChild(DebatePanel)
    assert isinstance(found, DebatePanel)
    return found


def floor(live: LiveClass) -> FloorStrip:
    """Give the strip that shows the floor."""
    found = live.window.findChild(FloorStrip)
    assert isinstance(found, FloorStrip)
    return found


def state(live: LiveClass) -> DebateState:
    """Give what the window knows of debates."""
    return live.host.projected.state(DebateState)


async def opened(live: LiveClass, draft: Draft = GRADES) -> Debate:
    """Open a debate, and wait until the window shows it."""
    await live.host.do(c.PrepareDebate(draft=draft, opens=True))
    live.window.actions_.run("debate.go")
    await live.until(lambda: panel(live).detail.isVisible() and state(live).current)
    return state(live).debates[state(live).current]


async def raised(live: LiveClass, page: PageClient) -> None:
    """Let a learner raise a hand, and wait until the window shows it."""
    page.submit(RaiseHand())
    await live.until(lambda: page.member in live.host.projected.talk.raised())


def shown(table: ShiftTable) -> list[list[str]]:
    """Give what the cells of a table say."""
    rows, columns = range(table.rowCount()), range(table.columnCount())
    return [[item.text() if (item := table.item(row, column)) else "" for column in columns] for row in rows]


@in_a_class
async def test_a_debate_is_made_on_the_fly_and_the_window_follows_how_people_move(live: LiveClass):
    ana, ben = await live.learner("Ana"), await live.learner("Ben")
    live.window.actions_.run("debate.new")
    form = panel(live).form
    form.positions.setPlainText("Alone")
    QTest.keyClicks(form.motion.edit, "Should pupils be graded?")
    form._open.click()  # noqa: SLF001 (what Ctrl+Enter presses)
    assert "from 2 to 8" in form.error
    form.positions.setPlainText("")
    form._open.click()  # noqa: SLF001
    await live.until(panel(live).detail.isVisible)
    debate = state(live).debates[state(live).current]
    await page_until(ana, lambda: debate.id in ana.documents["class"].get("debate", {}).get("debates", {}))
    detail = panel(live).detail
    assert detail.motion.text() == "Should pupils be graded?"

    for page, position in ((ana, "for"), (ben, "for"), (ben, "unsure")):
        page.submit(c.TakePosition(debate=debate.id, position=position))
    ana.submit(c.WriteArgument(debate=debate.id, position="for", text="They measure progress."))
    await live.until(lambda: detail.shift.summary == "2 people took a position · 1 moved")
    await live.until(lambda: [row.text for row in detail.arguments.rows.rows] == ["They measure progress."])
    assert "“For”" in detail.shift.flow.accessibleDescription()
    detail.as_table.click()
    assert shown(detail.shift.table) == [
        ["1", "0", "1", "2"],
        ["0", "0", "0", "0"],
        ["0", "0", "0", "0"],
        ["1", "0", "1", "2"],
    ]
    QAbstractItemModelTester(
        detail.arguments.rows, QAbstractItemModelTester.FailureReportingMode.Warning, detail.arguments
    )

    live.window.actions_.run("debate.turn")
    await live.until(detail.main.isHidden)
    live.window.toast.undo()
    await live.until(lambda: state(live).current == debate.id)


@in_a_class
async def test_statements_are_put_from_the_list_and_the_strip_closes_the_debate(live: LiveClass):
    ana = await live.learner("Ana")
    debate = await opened(live)
    detail = panel(live).detail
    detail.show_part("statements")
    detail.statements.act("P")
    await live.until(lambda: any(row.is_put for row in detail.statements.rows.rows))
    (statement,) = state(live).statements_of(debate.id)
    await page_until(ana, lambda: statement.id in ana.documents["class"]["debate"].get("statements", {}))
    ana.submit(c.JudgeStatement(statement=statement.id, verdict="agree"))  # type: ignore[arg-type]  # as it travels
    await live.until(lambda: [row.verdicts.agree for row in detail.statements.rows.rows] == [1])

    detail.statements.text.set_text("They reassure parents.")
    detail.statements.add.click()
    await live.until(lambda: len(detail.statements.rows.rows) == 2)
    assert detail.statements.text.text() == ""

    strip = live.window.findChild(DebateStrip)
    assert isinstance(strip, DebateStrip)
    assert strip.motion.text() == GRADES.motion
    strip.shift.click()
    await live.until(lambda: not state(live).debates[debate.id].results)
    strip.turn.click()
    await live.until(lambda: strip.state.text().startswith("Closed"))
    assert state(live).debates[debate.id].results
    strip._off.click()  # noqa: SLF001
    await live.until(strip.isHidden)


@in_a_class
async def test_one_key_gives_the_floor_to_whoever_spoke_least_and_the_reason_is_said(live: LiveClass):
    ana, ben = await live.learner("Ana"), await live.learner("Ben")
    await live.host.do(c.MarkSpoke(member=ana.member, seconds=75))
    await raised(live, ana)
    await raised(live, ben)
    items = {item.key: item for item in live.window.attention.items if item.key.startswith("debate:hand:")}
    assert "No. 1 in the queue: has not spoken yet" in items[f"debate:hand:{ben.member}"].detail
    assert "No. 2 in the queue: spoke 1 time, 1:15" in items[f"debate:hand:{ana.member}"].detail
    await live.until(lambda: floor(live).next.text() == "Next: Ben – has not spoken yet · just raised · +1")

    QTest.keyClick(live.window, Qt.Key.Key_F10)

    await live.until(lambda: state(live).speaking() is not None)
    await page_until(ana, lambda: ana.documents["class"].get("debate", {}).get("floor", {}).get("name") == "Ben")
    await live.until(lambda: floor(live).speaker.text() == "Ben has the floor")
    assert live.wants(f"debate:hand:{ben.member}") is None
    floor(live).more.click()
    await live.until(lambda: (turn := state(live).speaking()) is not None and turn.allowed == 150_000)
    floor(live).end.click()
    await live.until(lambda: state(live).speaking() is None)

    live.act("debate:hand:", "S")
    await live.until(floor(live).isHidden)
    live.window.toast.undo()
    await live.until(lambda: live.wants(f"debate:hand:{ana.member}") is not None)
    live.act("debate:hand:", "L")
    await live.until(lambda: not live.host.projected.talk.raised())
