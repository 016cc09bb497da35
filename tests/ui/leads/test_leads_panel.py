"""Leads in the real window: passed on, seen by all, taken back and given again; and what learners propose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.breakouts.commands import AskTime, OpenRound, RoomPlan, TickStep
from app.domain.breakouts.state import BreakoutsState
from app.domain.kernel.powers import Power
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.words import derived_id, topic_channel
from app.domain.leads.commands import EndLead, WritePrompt
from app.domain.leads.state import LeadsState
from app.domain.topics.commands import AddTopic, CloseTopic, ProposeTopic, VoteForTopic
from app.domain.topics.decider import TopicsState
from tests.ui.live_class import LiveClass, in_a_class
from ui.breakouts.panel import RadarPanel
from ui.leads.panel import LeadsPanel
from ui.roster.model import PersonRow
from ui.roster.words import row_badge
from ui.topics.panel import TopicsPanel

if TYPE_CHECKING:
    from app.sync.page import PageClient


def found(live: LiveClass, kind: type) -> object:
    """Return a panel."""
    panel = live.window.findChild(kind)
    assert isinstance(panel, kind)
    return panel


def undo(live: LiveClass) -> None:
    """Take back what was done last."""
    live.window.toast.undo()


def badges(live: LiveClass, member: str) -> set[str]:
    """Return what stands beside somebody's name in the list of people."""
    return {row_badge(row) for row in live.people.view.rows.rows if isinstance(row, PersonRow) and row.member == member}


@in_a_class
async def test_a_lead_is_passed_seen_used_and_taken_back(live: LiveClass):
    """The form passes it, the learner closes the topic and asks, the strip takes it back, undo gives it again."""
    panel = found(live, LeadsPanel)
    assert isinstance(panel, LeadsPanel)
    topic = live.bridge.created_by(live.bridge.ask(AddTopic(title="Share a pie")))
    ana = await live.learner("Ana")
    await live.until(lambda: live.bridge.projected.seats.seat(ana.member) is not None)
    place = topic_channel(topic)

    panel.ask(ana.member, place)
    assert (panel.form.place.currentData(), panel.form.person.currentData()) == (place, ana.member)
    panel.form.powers[Power.AIR].setChecked(False)
    panel.form.take.click()
    await live.until(lambda: panel.rows.rowCount() == 1)
    assert panel.form.isHidden()
    assert panel.rows.rows[0].powers == (Power.OPEN, Power.PROMPT, Power.HANDS)
    (badge,) = badges(live, ana.member)
    assert badge.startswith("leads until ")

    await ana.until(lambda: place in ana.documents.get("me", {}).get("leads", {}).get("mine", {}))
    ana.submit(CloseTopic(topic=topic))
    ana.submit(WritePrompt(place=place, text="How many parts?"))
    await live.until(lambda: panel.rows.rows[0].prompt == "How many parts?")
    assert live.bridge.world.topics.standing(topic) is TopicStanding.CLOSED
    live.talk.open_channel(place)
    assert not live.talk.lead.isHidden()

    live.talk.lead.back.click()
    await live.until(lambda: panel.rows.rowCount() == 0)
    assert badges(live, ana.member) == {""}
    await ana.until(lambda: "mine" not in ana.documents["me"].get("leads", {}))
    undo(live)
    await live.until(lambda: place in live.bridge.world.state(LeadsState).leads)
    before = live.bridge.world.state(LeadsState).leads[place].until
    panel.view.letter.emit("M")
    await live.until(lambda: live.bridge.world.state(LeadsState).leads[place].until > before)
    await ana.until(lambda: place in ana.documents["me"].get("leads", {}).get("mine", {}))
    ana.submit(EndLead(place=place))
    await live.until(lambda: panel.rows.rowCount() == 0)


async def proposed(live: LiveClass, ana: PageClient, title: str) -> str:
    """Let a learner propose something, and return its id once the window shows it."""
    proposal = derived_id(ana.submit(ProposeTopic(title=title)), ana.member, 0)
    await live.until(lambda: proposal in live.bridge.world.state(TopicsState).proposals)
    return proposal


@in_a_class
async def test_what_learners_propose_is_sorted_by_votes_and_settled_with_a_way_back(live: LiveClass):
    panel = found(live, TopicsPanel)
    assert isinstance(panel, TopicsPanel)
    ana, ben = await live.learner("Ana"), await live.learner("Ben")
    first = await proposed(live, ana, "Egypt")
    second = await proposed(live, ben, "Halves")
    ana.submit(VoteForTopic(proposal=second))
    await live.until(lambda: [row.votes for row in panel.proposals.rows.rows] == [1, 0])
    assert [row.title for row in panel.proposals.rows.rows] == ["Halves", "Egypt"]
    assert live.wants(f"topics:{first}") is not None

    live.act(f"topics:{second}", "O")
    await live.until(lambda: [row.title for row in panel.rows.rows] == ["Halves"])
    undo(live)
    await live.until(lambda: len(panel.proposals.rows.rows) == 2)

    live.act(f"topics:{first}", "D")
    panel.proposals.form.give()
    assert panel.proposals.form.reason.error
    panel.proposals.form.reason.set_text("On Thursday.")
    panel.proposals.form.give()
    await ana.until(lambda: ana.documents["me"]["topics"]["proposed"][first]["state"] == "declined")
    assert ana.documents["me"]["topics"]["proposed"][first]["reason"] == "On Thursday."

    panel.proposals.ruled.emit(True, 1)
    await live.until(lambda: not panel.proposals.rows.rows)
    assert live.bridge.world.state(TopicsState).proposals[second].settled_by == "relay"


@in_a_class
async def test_a_room_asks_for_time_and_one_key_gives_it(live: LiveClass):
    """The captain is marked, ticks the steps and asks; the Attention item gives the time to the whole round."""
    radar = found(live, RadarPanel)
    assert isinstance(radar, RadarPanel)
    ana, ben = await live.learner("Ana"), await live.learner("Ben")
    await live.until(lambda: live.bridge.projected.seats.seat(ben.member) is not None)
    plan = RoomPlan(name="A", members=(ana.member, ben.member), captain=ana.member)
    live.bridge.submit(OpenRound(rooms=(plan,), steps=("Read",), minutes=10))
    await live.until(lambda: [row.captain for row in radar.view.rows.rows] == [ana.member])
    assert badges(live, ana.member) == {"captain"}
    room = radar.view.rows.rows[0].room
    await ana.until(lambda: ana.documents["me"].get("leads", {}).get("mine"))
    ana.submit(TickStep(room=room, step=0))
    ana.submit(AskTime(room=room, minutes=3))
    await live.until(lambda: live.wants("breakouts:time") is not None)
    rounds = live.bridge.world.state(BreakoutsState)
    before = rounds.rounds[rounds.current].ends_at

    live.act("breakouts:time", "T")

    await live.until(lambda: live.wants("breakouts:time") is None)
    rounds = live.bridge.projected.state(BreakoutsState)
    assert rounds.rounds[rounds.current].ends_at == before + 180_000
    radar.look_into(room)
    next(action for action in radar.detail.captain_menu().actions() if action.text() == "Ben").trigger()
    await live.until(lambda: radar.view.rows.rows[0].captain == ben.member)
    undo(live)
    await live.until(lambda: radar.view.rows.rows[0].captain == ana.member)
