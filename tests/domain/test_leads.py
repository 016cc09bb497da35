"""Leads: powers on one topic or one room, for a time; never elsewhere, never after."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.breakouts import commands as b
from app.domain.debate.commands import MarkSpoke
from app.domain.discussion.commands import LowerHand, RaiseHand
from app.domain.kernel.gate import Outcome
from app.domain.kernel.powers import LEADING, Power
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS, Audience, me
from app.domain.kernel.words import RELAY, Role, room_channel, topic_channel
from app.domain.leads import commands as c
from app.domain.leads.events import End
from app.domain.moderation.commands import SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.questions.commands import AskQuestion, SetAsking, SetStanding
from app.domain.questions.events import Standing
from app.domain.roster.commands import ChangeRole, LeaveSession, RemoveMember
from app.domain.session.commands import EndSession, PauseSession
from app.domain.stage.commands import ClearStage, PutOnStage
from app.domain.topics.commands import CloseTopic, OpenTopic, PrepareTopic
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused

MINUTE = 60_000


class Class:
    """A class with two learners and two open topics; Ana leads the first for ten minutes."""

    def __init__(self, *, leads: bool = True) -> None:
        self.room, self.host = Classroom.live()
        self.ana, self.ben = self.room.joins("Ana"), self.room.joins("Ben")
        self.mine, self.other = (self.room.opens_topic(self.host, title) for title in ("Thirds", "Halves"))
        self.place, self.elsewhere = topic_channel(self.mine), topic_channel(self.other)
        if leads:
            self.passes()

    def passes(self, member: str = "", place: str = "", minutes: int = 10) -> None:
        """Pass a lead; to Ana on the first topic, unless told otherwise."""
        self.room.do(self.host, c.PassLead(member=member or self.ana, place=place or self.place, minutes=minutes))

    def asked(self, place: str) -> str:
        """Let Ben ask something in a topic, and return the question's id."""
        question = self.room.says(self.ben, "why?", place)
        self.room.do(self.ben, AskQuestion(message=question))
        return question

    def why(self) -> list[End]:
        """Return why the leads that are over ended."""
        return [past.why for past in self.room.leads.past]


def test_everybody_sees_who_leads_a_topic_and_until_when():
    course = Class()
    course.room.keep_all()

    lead = course.room.reads(CLASS)["leads"]["leads"][course.place]
    assert (lead["by"], lead["name"], lead["until"]) == (course.ana, "Ana", course.room.now + 10 * MINUTE)
    assert lead["powers"] == {str(power): True for power in LEADING}
    assert course.room.reads(me(course.ana))["leads"]["mine"][course.place]["until"] == lead["until"]
    assert "leads" not in course.room.reads(me(course.ben))


def test_who_leads_opens_and_closes_the_topic_and_nobody_elses():
    course = Class()
    course.room.do(course.ana, CloseTopic(topic=course.mine))
    # Closing it oneself is no reason to lose it: what one closes, one may open again.
    course.room.do(course.ana, OpenTopic(topic=course.mine))
    with refused("not_allowed"):
        course.room.do(course.ana, CloseTopic(topic=course.other))
    with refused("not_allowed"):
        course.room.do(course.ben, CloseTopic(topic=course.mine))


def test_who_leads_puts_the_topics_questions_on_air_and_takes_no_others_down():
    course = Class()
    mine, elsewhere = course.asked(course.place), course.asked(course.elsewhere)
    course.room.do(course.ana, SetStanding(question=mine, standing=Standing.ON_AIR))
    with refused("not_allowed"):
        course.room.do(course.ana, SetStanding(question=elsewhere, standing=Standing.ON_AIR))

    course.room.do(course.host, SetStanding(question=elsewhere, standing=Standing.ON_AIR))
    with refused("air_taken"):
        course.room.do(course.ana, SetStanding(question=mine, standing=Standing.ON_AIR))
    course.room.do(course.host, SetStanding(question=elsewhere, standing=Standing.OPEN))
    said = course.room.says(course.ben, "look here", course.place)
    course.room.do(course.ana, PutOnStage(message=said))
    course.room.do(course.ana, ClearStage())
    course.room.do(course.host, PutOnStage(message=course.room.says(course.ben, "here", course.elsewhere)))
    with refused("air_taken"):
        course.room.do(course.ana, PutOnStage(message=said))
    with refused("not_allowed"):
        course.room.do(course.ana, ClearStage())
    course.room.do(course.ana, AskQuestion(message=said))
    course.room.do(course.ana, SetStanding(question=said, standing=Standing.ON_AIR))


def test_who_leads_may_close_the_topics_questions():
    course = Class()
    course.room.do(course.ana, SetAsking(channel=course.place, on=False))
    course.room.keep_all()
    assert course.room.reads(CLASS)["questions"]["closed"] == {course.place: True}
    with refused("questions_closed"):
        course.asked(course.place)
    course.asked(course.elsewhere)
    with refused("not_allowed"):
        course.room.do(course.ana, SetAsking(channel="main", on=False))
    course.room.do(course.ana, SetAsking(channel=course.place, on=True))
    course.asked(course.place)
    course.room.check_documents()


def test_a_leads_prompt_passes_the_gate():
    course = Class()
    room = course.room
    room.keep_all()
    room.do(course.ana, c.WritePrompt(place=course.place, text="Who has another way?"))
    assert room.reads(CLASS)["leads"]["prompts"][course.place]["text"] == "Who has another way?"
    with refused("not_allowed"):
        room.do(course.ana, c.WritePrompt(place=course.elsewhere, text="And here?"))

    room.holds(course.host, course.place)
    room.do(course.ana, c.WritePrompt(place=course.place, text="Another one?"))
    assert room.reads(CLASS)["leads"]["prompts"][course.place]["text"] == "Who has another way?"
    assert room.reads(me(course.ana))["leads"]["prompts"][course.place] == {"text": "Another one?", "state": "held"}
    room.decides(course.host, "prompt:" + course.place, Outcome.PUBLISHED)
    assert room.reads(CLASS)["leads"]["prompts"][course.place]["text"] == "Another one?"
    assert "prompts" not in room.reads(me(course.ana))["leads"]

    room.do(course.ana, c.WritePrompt(place=course.place, text=" "))
    assert "prompts" not in room.reads(CLASS)["leads"]
    room.do(course.host, SetChannelMode(channel="topics", mode=ChannelMode.OPEN))
    with refused("text_too_long"):
        room.do(course.ana, c.WritePrompt(place=course.place, text="x" * 1_001))
    room.check_documents()


def test_a_lead_ends_by_the_clock_even_before_the_relay_says_so():
    course = Class()
    course.room.now += 10 * MINUTE
    with refused("not_allowed"):
        course.room.do(course.ana, CloseTopic(topic=course.mine))
    assert course.mine not in course.room.leads.leads
    assert [event.type for event in course.room.elapse()] == ["leads.ended"]
    assert course.why() == [End.TIME]


@pytest.mark.parametrize("way", ["returned", "revoked", "passed_on", "closed", "gone", "removed", "role", "over"])
def test_a_lead_ends_at_once_when_somebody_ends_it(way: str):
    course = Class()
    room = course.room
    room.keep_all()
    match way:
        case "returned":
            room.do(course.ana, c.EndLead(place=course.place))
        case "revoked":
            room.do(course.host, c.EndLead(place=course.place))
        case "passed_on":
            course.passes(course.ben)
        case "closed":
            room.do(course.host, CloseTopic(topic=course.mine))
        case "gone":
            room.do(course.ana, LeaveSession())
        case "removed":
            room.do(course.host, RemoveMember(member=course.ana))
        case "role":
            room.do(course.host, ChangeRole(member=course.ana, role=Role.OBSERVER))
        case _:
            room.do(course.host, EndSession())
    room.check_documents()
    expected = {"removed": "gone", "role": "gone"}.get(way, way)
    assert course.why() == [End(expected)]
    with pytest.raises(Refusal):
        room.do(course.ana, OpenTopic(topic=course.mine))
    shown = room.reads(CLASS).get("leads", {}).get("leads", {})
    assert [lead["by"] for lead in shown.values()] == ([course.ben] if way == "passed_on" else [])


def test_nobody_leads_while_the_class_is_paused():
    course = Class()
    course.room.do(course.host, PauseSession())
    with refused("session_not_live"):
        course.room.do(course.ana, CloseTopic(topic=course.mine))
    with refused("session_not_live"):
        course.room.do(course.ana, c.WritePrompt(place=course.place, text="So?"))


def test_a_topic_that_waits_is_told_to_its_lead_alone_who_may_open_it():
    course = Class(leads=False)
    room = course.room
    room.do(course.host, PrepareTopic(topic="t-1", title="Quarters"))
    room.keep_all()
    course.passes(place="topic:t-1")
    assert room.reads(me(course.ana))["leads"]["mine"]["topic:t-1"]["title"] == "Quarters"
    assert "leads" not in room.reads(CLASS)
    room.check_documents()
    room.do(course.ana, OpenTopic(topic="t-1"))
    assert room.reads(CLASS)["leads"]["leads"]["topic:t-1"]["by"] == course.ana
    assert "title" not in room.reads(me(course.ana))["leads"]["mine"]["topic:t-1"]
    room.check_documents()


def test_a_lead_is_passed_to_learners_who_are_there():
    course = Class(leads=False)
    table = course.room.opens_room(course.host, "Table 1")
    for place, member, code in (
        ("topic:nowhere", course.ana, "unknown_topic"),
        ("room:nowhere", course.ana, "unknown_room"),
        ("main", course.ana, "unknown_channel"),
        (course.place, "nobody", "unknown_member"),
        (course.place, course.host, "not_a_learner"),
        (room_channel(table), course.ana, "not_in_room"),
    ):
        with refused(code):
            course.passes(member, place)
    with refused("bad_command"):
        course.room.do(course.host, c.PassLead(member=course.ana, place=course.place, minutes=5, powers=(Power.STEPS,)))
    with refused("no_lead"):
        course.room.do(course.host, c.EndLead(place=course.place))


def test_who_leads_a_room_leads_it_only_while_in_it():
    course = Class(leads=False)
    room = course.room
    table, other = (room.opens_room(course.host, name) for name in ("Table 1", "Table 2"))
    for member in (course.ana, course.ben):
        room.moves(course.host, member, table)
    course.passes(place=room_channel(table))
    room.keep_all()
    room.do(course.ben, RaiseHand())
    assert list(room.reads(Audience("room", table))["discussion"]["hands"]) == [course.ben]
    room.do(course.ana, LowerHand(member=course.ben))
    assert "discussion" not in room.reads(Audience("room", table))
    room.do(course.ana, c.WritePrompt(place=room_channel(table), text="Begin with the drawing."))
    assert room.reads(Audience("room", table))["leads"]["prompt"]["text"] == "Begin with the drawing."
    assert room.reads(Audience("room", table))["leads"]["lead"]["by"] == course.ana

    room.moves(course.host, course.ana, other)
    with refused("not_allowed"):
        room.do(course.ana, c.WritePrompt(place=room_channel(table), text="And now?"))
    room.moves(course.host, course.ana, table)
    room.do(course.ana, c.WritePrompt(place=room_channel(table), text="And now?"))
    room.do(course.host, b.CloseRoom(room=table))
    assert course.why() == [End.CLOSED]
    room.check_documents()


PLACES = ("mine", "other", "main")
ACTS = ("open", "close", "prompt", "air", "asking")


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(ACTS), st.sampled_from(PLACES), st.integers(0, 1), st.integers(0, 4)),
        min_size=1,
        max_size=12,
    )
)
def test_a_lead_on_one_place_does_what_it_may_there_never_elsewhere_and_never_after(
    tries: list[tuple[str, str, int, int]],
):
    course = Class()
    room = course.room
    places = {"mine": course.place, "other": course.elsewhere, "main": "main"}
    asked = {name: course.asked(place) for name, place in places.items()}
    ends = room.now + 10 * MINUTE
    for act, where, who, minutes in tries:
        room.now += minutes * MINUTE
        if minutes % 2:
            room.elapse()
        place, member = places[where], (course.ana, course.ben)[who]
        topic = place.removeprefix("topic:")
        command = {
            "open": OpenTopic(topic=topic),
            "close": CloseTopic(topic=topic),
            "prompt": c.WritePrompt(place=place, text=f"At {room.now}?"),
            "air": SetStanding(question=asked[where], standing=Standing.FOLLOW_UP),
            "asking": SetAsking(channel=place, on=False),
        }[act]
        code = ""
        try:
            room.do(member, command)
        except Refusal as refusal:
            code = refusal.code
        may = who == 0 and where == "mine" and room.now < ends
        assert (code != "not_allowed") is may, (act, where, who, room.now - ends)


# --- captains ----------------------------------------------------------------------------------------------------


class Rooms:
    """A class in two rooms: Ana is captain of the first, where Ben is too; the second, where Cleo is, has none."""

    def __init__(self) -> None:
        self.room, self.host = Classroom.live()
        self.ana, self.ben, self.cleo = (self.room.joins(name) for name in ("Ana", "Ben", "Cleo"))
        self.room.do(
            self.host,
            b.OpenRound(
                rooms=(
                    b.RoomPlan(name="A", members=(self.ana, self.ben), captain=self.ana),
                    b.RoomPlan(name="B", members=(self.cleo,)),
                ),
                steps=("Read", "Argue"),
                minutes=10,
            ),
        )
        self.first, self.second = (each.room for each in self.room.breakouts.open_rooms())
        self.room.keep_all()

    @property
    def round(self) -> str:
        """The open round."""
        return self.room.breakouts.current

    def ends_at(self) -> int:
        """Return when the round's time is up."""
        return self.room.breakouts.rounds[self.round].ends_at


def test_the_captain_ticks_the_steps_and_in_a_room_without_one_everybody_does():
    course = Rooms()
    room = course.room
    room.do(course.ana, b.TickStep(room=course.first, step=0))
    with refused("not_allowed"):
        room.do(course.ben, b.TickStep(room=course.first, step=1))
    with refused("not_allowed"):
        room.do(course.ana, b.TickStep(room=course.second, step=0))
    room.do(course.cleo, b.TickStep(room=course.second, step=0))
    # While the captain is elsewhere, the room goes on without.
    room.moves(course.host, course.ana, course.second)
    room.do(course.ben, b.TickStep(room=course.first, step=1))
    room.do(course.ana, b.TickStep(room=course.second, step=1))


def test_a_captain_asks_for_time_and_the_round_gets_it_at_one_word():
    course = Rooms()
    room = course.room
    before = course.ends_at()
    with refused("not_allowed"):
        room.do(course.ben, b.AskTime(room=course.first, minutes=3))
    with refused("no_request"):
        room.do(course.host, b.AnswerTime(room=course.first))
    room.do(course.ana, b.AskTime(room=course.first, minutes=3))
    room.do(course.cleo, b.AskTime(room=course.second, minutes=2))
    asked = room.reads(Audience("room", course.first))["breakouts"]["time"]
    assert (asked["minutes"], asked["state"], asked["name"]) == (3, "asked", "Ana")

    granted = room.do(course.host, b.AnswerTime(room=course.first))

    assert [event.type for event in granted] == ["breakouts.time_answered"] * 2 + ["breakouts.timer_set"]
    assert course.ends_at() == before + 3 * MINUTE
    for each in (course.first, course.second):
        assert room.reads(Audience("room", each))["breakouts"]["time"]["state"] == "granted"
    room.do(course.ana, b.AskTime(room=course.first, minutes=30))
    room.do(course.host, b.AnswerTime(room=course.first, granted=False))
    assert room.reads(Audience("room", course.first))["breakouts"]["time"]["state"] == "declined"
    assert course.ends_at() == before + 3 * MINUTE
    room.check_documents()


def test_time_may_be_asked_for_after_it_was_up_and_brings_the_rooms_back_from_closing():
    course = Rooms()
    room = course.room
    room.now = course.ends_at()
    room.elapse()
    assert room.breakouts.rounds[course.round].closes_at
    room.do(course.ana, b.AskTime(room=course.first, minutes=2))
    room.do(course.host, b.AnswerTime(room=course.first))
    assert (room.breakouts.rounds[course.round].closes_at, course.ends_at()) == (0, room.now + 2 * MINUTE)
    room.do(course.host, b.SetTimer(round=course.round, ends_at=0))
    with refused("no_timer"):
        room.do(course.ana, b.AskTime(room=course.first, minutes=2))


def test_a_captain_runs_the_hands_of_the_room_and_of_no_other():
    course = Rooms()
    room = course.room
    for member in (course.ben, course.cleo):
        room.do(member, RaiseHand())
    room.do(course.ana, MarkSpoke(member=course.ben))
    assert course.ben not in room.discussion.hands
    for command in (LowerHand(member=course.cleo), MarkSpoke(member=course.cleo)):
        with refused("not_allowed"):
            room.do(course.ana, command)
    room.moves(course.host, course.cleo, course.first)
    assert list(room.reads(Audience("room", course.first))["discussion"]["hands"]) == [course.cleo]
    room.do(course.ana, LowerHand(member=course.cleo))
    room.check_documents()


def test_a_captains_powers_end_with_the_round_and_come_back_with_it():
    course = Rooms()
    room, opened = course.room, course.round
    assert room.reads(me(course.ana))["leads"]["mine"]["room:" + course.first]["captain"] is True
    room.do(course.host, b.CloseRound(round=opened))
    assert "leads" not in room.reads(me(course.ana))
    for command in (b.TickStep(room=course.first, step=0), b.AskTime(room=course.first, minutes=1)):
        with refused("not_allowed"):
            room.do(course.ana, command)
    room.do(course.host, b.ReopenRound(round=opened, minutes=5))
    room.do(course.ana, b.TickStep(room=course.first, step=0))
    room.check_documents()


def test_staff_name_another_captain_of_those_who_are_in_the_room():
    course = Rooms()
    room = course.room
    with refused("captain_elsewhere"):
        room.do(course.host, b.NameCaptain(room=course.first, member=course.cleo))
    room.do(course.host, b.NameCaptain(room=course.first, member=course.ben))
    assert room.reads(Audience("room", course.first))["breakouts"]["captain"] == course.ben
    assert "leads" not in room.reads(me(course.ana))
    with refused("not_allowed"):
        room.do(course.ana, b.TickStep(room=course.first, step=0))
    room.do(course.ben, b.TickStep(room=course.first, step=0))
    room.do(course.host, b.NameCaptain(room=course.first))
    room.do(course.ana, b.TickStep(room=course.first, step=1))
    room.check_documents()


def test_the_same_is_said_once():
    course = Class()
    noted = [
        course.room.do(course.host, command)[0].type
        for command in (
            c.PassLead(member=course.ana, place=course.place, minutes=10),
            OpenTopic(topic=course.mine),
        )
    ]
    assert noted == ["command.noted"] * 2
    assert list(product(course.room.leads.past, (1,))) == []
    with refused("not_allowed"):
        course.room.do(RELAY, c.EndLead(place=course.place))
