"""Help in the real window: calls of people and rooms in one queue, private threads, ready answers, and its review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.breakouts.commands import OpenRound, RoomPlan, SetPulse
from app.domain.breakouts.events import Pulse
from app.domain.kernel.words import room_channel
from app.domain.session.commands import SetDialIn
from app.domain.support.commands import AskForHelp, SayToStaff
from app.domain.support.events import Problem
from app.domain.support.state import Ending, SupportState
from tests.ui.live_class import LiveClass, in_a_class
from ui.shell.settings import ReadyAnswer
from ui.support.model import Stand
from ui.support.panel import SupportPanel
from ui.support.ready import STARTERS, answers, said_in

if TYPE_CHECKING:
    from app.sync.page import PageClient


def panel(live: LiveClass) -> SupportPanel:
    """Return the help panel."""
    found = live.window.findChild(SupportPanel)
    assert isinstance(found, SupportPanel)
    return found


def state(live: LiveClass) -> SupportState:
    """Return calls and threads as the desktop has them."""
    return live.bridge.projected.state(SupportState)


def sheet(page: PageClient) -> dict[str, Any]:
    """Return what a learner's own document says about help."""
    found: dict[str, Any] = page.documents["me"].get("support", {})
    return found


@in_a_class
async def test_a_call_comes_with_its_age_and_is_answered_from_one_key(live: LiveClass):
    """Attention tells who calls and why; its first key opens the thread, and the first word takes the call."""
    ana = await live.learner("Ana")
    help_panel = panel(live)
    ana.submit(AskForHelp(kind=Problem.SOUND, text="I hear nothing"))
    await live.until(lambda: live.wants("support:"))
    item = live.wants("support:")
    assert item is not None
    assert "Ana" in item.why
    assert "sound" in item.why
    assert item.detail.startswith("I hear nothing")
    assert item.since == next(iter(state(live).calls.values())).opened_at

    item.actions[0].run()
    assert help_panel.person.member == ana.member
    help_panel.person.composer.edit.setPlainText("Hold on")
    help_panel.person.composer.send()
    await ana.until(lambda: sheet(ana).get("call", {}).get("name") == "Hélène")
    assert [text["text"] for text in sheet(ana)["thread"].values()] == ["I hear nothing", "Hold on"]
    taken = live.wants("support:")
    assert taken is not None
    assert taken.claimed_by == "Hélène"

    help_panel.show_queue()
    help_panel.act("D")
    await ana.until(lambda: sheet(ana)["call"]["state"] == "resolved")
    assert live.wants("support:") is None
    live.window.toast.undo()
    await ana.until(lambda: sheet(ana)["call"]["state"] == "open")


@in_a_class
async def test_a_room_and_a_person_stand_in_one_queue(live: LiveClass):
    ana, ben = await live.learner("Ana"), await live.learner("Ben")
    plan = RoomPlan(name="Table 1", members=(ana.member,))
    await live.host.do(OpenRound(rooms=(plan,)))
    room = next(iter(live.host.world.seats.seat(ana.member).place.split(":")[1:]))  # type: ignore[union-attr]
    await ana.until(lambda: room_channel(room) in ana.documents)
    ana.submit(SetPulse(room=room, pulse=Pulse.HELP))
    await live.until(lambda: len(panel(live).rows.rows) == 1)
    ben.submit(AskForHelp(kind=Problem.IMAGE))
    await live.until(lambda: [row.name for row in panel(live).rows.rows] == ["Table 1", "Ben"])

    assert len([item for item in live.window.attention.items if item.key.startswith("support:")]) == 2
    live.act(f"support:{room_channel(room)}", "C")
    await ana.until(lambda: ana.documents[room_channel(room)]["breakouts"]["help"].get("name") == "Hélène")
    await live.until(lambda: [row.stand for row in panel(live).rows.rows] == [Stand.CALLS, Stand.TAKEN])
    live.act(f"support:{room_channel(room)}", "D")
    await live.until(lambda: [row.name for row in panel(live).rows.rows] == ["Ben"])
    calls = list(state(live).calls.values())
    assert calls[0].ending is Ending.RESOLVED


@in_a_class
async def test_one_writes_to_somebody_from_the_list_of_people_and_they_answer(live: LiveClass):
    """P on a person opens the thread; an answer without a call wants attention until it is read."""
    ana = await live.learner("Ana")
    live.people.show_member(ana.member)
    live.people.view.key_pressed.emit("private")
    page = panel(live).person
    assert page.member == ana.member
    page.composer.edit.setPlainText("All well?")
    page.composer.send()
    await ana.until(lambda: bool(sheet(ana).get("thread")))
    ana.submit(SayToStaff(text="Yes, thank you"))
    await live.until(lambda: live.wants("support:"))
    item = live.wants("support:")
    assert item is not None
    assert item.detail.startswith("Yes, thank you")
    assert page.read.isVisibleTo(page)
    live.act("support:", "D")
    await live.until(lambda: live.wants("support:") is None)
    assert [row.text for row in page.talk.rows.rows] == ["All well?", "Yes, thank you"]  # type: ignore[union-attr]


@in_a_class
async def test_ready_answers_are_given_in_the_learners_language(live: LiveClass):
    """A learner whose page is English gets English; an answer that names a number needs one to be known."""
    ana = await live.learner("Ana")
    panel(live).show_person(ana.member)
    page = panel(live).person
    texts = [action.text() for action in page.ready_menu().actions()]
    assert not [text for text in texts if "{" in text]
    await live.host.do(SetDialIn(dial_in="+33 1 84 88 00 00"))
    numbered = next(answer for answer in STARTERS if "{number}" in answer.fr)
    assert said_in(numbered, "en", live.bridge.projected).endswith("+33 1 84 88 00 00.")
    assert said_in(ReadyAnswer(fr="Bonjour"), "en", live.bridge.projected) == "Bonjour"

    page.edit_ready()
    dialog = page.dialog
    assert dialog is not None
    assert len(dialog.rows) == len(STARTERS)
    dialog.rows[0].french.setText("Un instant.")
    dialog.rows[0].english.setText("One moment.")
    dialog.accept()
    assert answers(page.preferences)[0] == ReadyAnswer(fr="Un instant.", en="One moment.")
    page.insert(said_in(answers(page.preferences)[0], "en", live.bridge.projected))
    assert page.composer.text() == "One moment."
