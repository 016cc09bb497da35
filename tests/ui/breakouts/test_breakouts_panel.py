"""Rooms in the window: groups are formed, opened, looked into, helped and closed at a real relay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.domain.breakouts import commands as b
from app.domain.breakouts.events import Pulse
from app.domain.breakouts.state import BreakoutsState
from app.domain.kernel.words import MAIN, room_channel
from tests.ui.live_class import LiveClass, in_a_class
from ui.breakouts.forming import FormingPanel
from ui.breakouts.panel import RadarPanel
from ui.breakouts.proposed import MemberRow

if TYPE_CHECKING:
    from app.sync.page import PageClient


def forming(live: LiveClass) -> FormingPanel:
    """Give the panel in which groups are formed."""
    found = live.window.findChild(FormingPanel)
    assert isinstance(found, FormingPanel)
    return found


def radar(live: LiveClass) -> RadarPanel:
    """Give the panel that shows the rooms."""
    found = live.window.findChild(RadarPanel)
    assert isinstance(found, RadarPanel)
    return found


def state(live: LiveClass) -> BreakoutsState:
    """Give what the host's desktop knows for sure."""
    return live.host.world.state(BreakoutsState)


def place(live: LiveClass, member: str) -> str:
    """Tell where somebody is."""
    seat = live.host.world.seats.seat(member)
    return seat.place if seat is not None else ""


async def four(live: LiveClass) -> list[PageClient]:
    """Let four learners come, and form two groups of them."""
    pages = [await live.learner(f"Learner {n}") for n in range(4)]
    await live.until(lambda: len(forming(live).proposal.members) == len(pages))
    forming(live).number.setValue(2)
    assert len(forming(live).proposal.groups) == 2
    return pages


async def opened(live: LiveClass) -> list[PageClient]:
    """Let four learners come, and open two rooms for them."""
    pages = await four(live)
    forming(live).open_rooms()
    await live.until(lambda: state(live).current and not live.host.pending)
    return pages


@in_a_class
async def test_what_is_proposed_and_changed_by_hand_is_what_opens(live: LiveClass):
    pages = await four(live)
    moved = pages[0].member
    panel = forming(live)
    there = next(n for n, group in enumerate(panel.proposal.groups) if moved not in group.members)
    index = panel.view.rows.index_of(moved)
    panel.view.setCurrentIndex(index)
    menu = panel.move_menu(panel.view.chosen(), panel)
    menu.actions()[there].trigger()
    menu.deleteLater()
    panel.make_captain(moved)
    wanted = [group.members for group in panel.proposal.groups]
    panel.open_rooms()
    await live.until(lambda: state(live).current and not live.host.pending)

    rooms = state(live).open_rooms()
    assert [
        tuple(m for m, own in state(live).assigned[state(live).current].items() if own == r.room) for r in rooms
    ] == [*wanted]
    assert rooms[there].captain == moved
    assert place(live, moved) == room_channel(rooms[there].room)


@in_a_class
async def test_people_who_are_kept_apart_are_proposed_apart_and_contradictions_are_told(live: LiveClass):
    pages = await four(live)
    panel = forming(live)
    panel.keep_apart((pages[0].member, pages[1].member))
    group_of = {m: n for n, group in enumerate(panel.proposal.groups) for m in group.members}
    assert group_of[pages[0].member] != group_of[pages[1].member]

    before = panel.proposal
    panel.keep_together((pages[0].member, pages[1].member))

    assert "Learner 0" in panel._wrong.text()  # noqa: SLF001 (what the person reads)
    assert panel.proposal == before


@in_a_class
async def test_a_call_for_help_stands_first_and_is_taken_by_one_key(live: LiveClass):
    pages = await opened(live)
    room = place(live, pages[0].member).removeprefix("room:")
    pages[0].submit(b.SetPulse(room=room, pulse=Pulse.HELP))
    await live.until(lambda: live.wants("support:"))
    panel = radar(live)
    panel.show_rooms()
    assert panel.view.rows.rows[0].room == room

    live.act("support:", "C")
    await live.until(lambda: state(live).rooms[room].claimed_by == live.host.member)
    item = live.wants("support:")
    assert item is not None
    assert item.claimed_by == "Hélène"

    live.act("support:", "D")
    await live.until(lambda: live.wants("support:") is None)


@in_a_class
async def test_one_looks_into_a_room_and_speaks_without_entering(live: LiveClass):
    pages = await opened(live)
    channel = place(live, pages[0].member)
    panel = radar(live)
    panel.look_into(channel.removeprefix("room:"))
    panel.detail.composer.edit.setPlainText("Need anything?")
    QTest.keyClick(panel.detail.composer.edit, Qt.Key.Key_Return)
    await live.until(lambda: live.host.world.seq and not live.host.pending)

    assert place(live, live.host.member) == MAIN
    await pages[0].until(lambda: "Need anything?" in str(pages[0].documents))


@in_a_class
async def test_rooms_close_after_their_grace_unless_taken_back(live: LiveClass):
    pages = await opened(live)
    panel = radar(live)
    panel.acts.close()
    await live.until(lambda: (known := state(live).open_round) is not None and known.closes_at)
    live.window.toast.undo()
    await live.until(lambda: (known := state(live).open_round) is not None and not known.closes_at)

    panel.acts.close(at_once=True)
    await live.until(lambda: not state(live).current)

    assert {place(live, page.member) for page in pages} == {MAIN}


@in_a_class
async def test_answers_stand_side_by_side_and_the_same_rooms_open_again(live: LiveClass):
    pages = await opened(live)
    channel = place(live, pages[0].member)
    pages[0].submit(b.AnswerTask(room=channel.removeprefix("room:"), text="Two thirds"))
    await live.until(lambda: state(live).answers)
    panel = radar(live)
    panel.acts.close(at_once=True)
    await live.until(lambda: not state(live).current)
    panel.show_rooms()
    assert [row.text for row in panel.wall.rows.rows if row.text] == ["Two thirds"]

    panel.acts.reopen(next(iter(state(live).rounds)))
    await live.until(lambda: state(live).current)

    assert place(live, pages[0].member) == channel


@in_a_class
async def test_a_newcomer_is_in_no_room_of_a_proposal_until_placed(live: LiveClass):
    await four(live)
    late = await live.learner("Late")
    await live.until(lambda: late.member in forming(live).proposal.left_out)

    rows = [row for row in forming(live).view.rows.rows if isinstance(row, MemberRow) and row.member == late.member]

    assert [row.place for row in rows] == [-1]


@in_a_class
async def test_a_second_round_brings_new_partners(live: LiveClass):
    """Four people in two pairs: nobody is with whom they were before."""
    await opened(live)
    panel = forming(live)
    before = {frozenset(group.members) for group in panel.proposal.groups}
    panel.how.setCurrentIndex(panel.how.findData("new"))

    assert not before & {frozenset(group.members) for group in panel.proposal.groups}


@in_a_class
async def test_rounds_of_new_partners_are_formed_together_and_kept_ready(live: LiveClass):
    await four(live)
    panel = forming(live)
    panel.how.setCurrentIndex(panel.how.findData("new"))
    panel.fields.rounds.setValue(3)
    first = {frozenset(group.members) for group in panel.proposal.groups}
    panel.open_rooms()
    await live.until(lambda: len([r for r in state(live).rounds.values() if r.planned]) == 2 and not live.host.pending)

    ready = [r for r in state(live).rounds.values() if r.planned]
    assert panel.prepared.currentData() == ready[0].id
    met = first.union(*({frozenset(group) for group in r.planned} for r in ready))
    # Three rounds of pairs among four people: each has met each other, and nobody twice.
    assert len(met) == 6
    assert {frozenset(group.members) for group in panel.proposal.groups} == {frozenset(g) for g in ready[0].planned}


@in_a_class
async def test_rooms_carry_links_and_go_onto_the_clipboard(live: LiveClass):
    await four(live)
    panel = forming(live)
    panel.proposal = panel.proposal.linked(0, "https://meet.example/1")
    panel.files.copy(panel.proposal.groups)
    lines = QGuiApplication.clipboard().text().split("\n")
    panel.open_rooms()
    await live.until(lambda: state(live).current and not live.host.pending)

    assert lines[0].count("Learner") == 2
    assert lines[1] == "https://meet.example/1"
    assert [room.link for room in state(live).open_rooms()] == ["https://meet.example/1", ""]
