"""Prompts sent later: in a quiet moment, at a moment, some time into an activity; once, by the relay's clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.agenda import commands as a
from app.domain.agenda.activity import Activity
from app.domain.discussion.events import PromptPosted
from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS
from app.domain.kernel.words import MAIN, Phase, topic_channel
from app.domain.prompts import commands as c
from app.domain.prompts.decider import LONGEST
from app.domain.prompts.events import PromptSent, Timing
from app.domain.prompts.state import MINUTE, PromptsState, Standing
from app.domain.registry import REGISTRY
from app.domain.roster.commands import EraseMember
from app.domain.session import commands as s
from app.domain.session.events import PhaseChanged
from app.domain.topics.commands import CloseTopic, OpenTopic, PrepareTopic
from app.relay.ledger import Ledger
from tests.domain.classroom import SESSION_ID, START_AT, Classroom
from tests.domain.refusals import refused

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command


class Class:
    """A class with a learner and an agenda of two activities, and a clock that goes on by minutes."""

    def __init__(self) -> None:
        self.room, self.host = Classroom.live()
        self.ana = self.room.joins("Ana")
        activities = (Activity(id="a", title="Debate", minutes=30), Activity(id="b", title="Break", minutes=10))
        self.do(a.SetAgenda(activities=activities))
        self.room.keep_all()

    def do(self, command: Command) -> None:
        """Have the host ask for something."""
        self.room.do(self.host, command)

    def prepares(self, when: Timing, minutes: int = 0, at: int = 0, *, activity: str = "", channel: str = MAIN) -> str:
        """Prepare a prompt, and return its id."""
        self.do(c.PreparePrompt(text="And you?", when=when, minutes=minutes, at=at, activity=activity, channel=channel))
        return next(reversed(self.prompts.prompts))

    def wait(self, minutes: float) -> None:
        """Let time go on, and happen what is due."""
        self.room.now += round(minutes * MINUTE)
        self.room.elapse()
        self.room.check_documents()

    @property
    def prompts(self) -> PromptsState:
        """What waits."""
        return self.room.world.state(PromptsState)

    def standing(self, prompt: str) -> Standing:
        """Return where a prompt is."""
        return self.prompts.prompts[prompt].standing

    def asked(self) -> list[str]:
        """Return what was asked so, as learners of the main room read it."""
        messages = self.room.reads(CLASS).get("discussion", {}).get("messages", {}).values()
        return [message["text"] for message in messages if message.get("prompt")]


def test_a_quiet_channel_is_asked_once_after_its_minutes():
    room = Class()
    prompt = room.prepares(Timing.QUIET, 3)
    room.wait(2)
    room.room.says(room.ana, "Hello")
    room.wait(2.9)
    assert room.asked() == []

    room.wait(0.2)
    room.wait(30)

    assert (room.asked(), room.standing(prompt)) == (["And you?"], Standing.SENT)
    (message,) = (m for m in room.room.reads(CLASS)["discussion"]["messages"].values() if m.get("prompt"))
    assert (message["author"], message["staff"]) == (room.host, True)
    assert message["at"] == START_AT + 5 * MINUTE


def test_talk_elsewhere_is_not_heard_and_a_prompt_is_talk():
    room = Class()
    topic = room.room.opens_topic(room.host, "Parts")
    room.room.keep_all()
    first, second = room.prepares(Timing.QUIET, 3), room.prepares(Timing.QUIET, 3)
    room.wait(2)
    room.room.says(room.ana, "Hello", topic_channel(topic))
    room.wait(1)
    assert (room.standing(first), room.standing(second)) == (Standing.SENT, Standing.WAITING)

    room.wait(3)
    assert room.standing(second) is Standing.SENT


def test_a_pause_is_no_silence_and_nothing_is_sent_in_it():
    room = Class()
    room.prepares(Timing.QUIET, 3)
    room.wait(2)
    room.do(s.PauseSession())
    room.wait(30)
    assert room.asked() == []

    room.do(s.ResumeSession())
    room.wait(0.9)
    assert room.asked() == []
    room.wait(0.2)
    assert room.asked() == ["And you?"]


def test_at_a_moment_it_is_asked_then():
    room = Class()
    room.prepares(Timing.AT, at=START_AT + 10 * MINUTE)
    room.wait(9.9)
    assert room.asked() == []
    room.wait(0.2)
    assert room.asked() == ["And you?"]


def test_minutes_into_an_activity_count_by_its_own_clock():
    room = Class()
    prompt = room.prepares(Timing.AFTER, 5, activity="a")
    room.wait(20)
    room.do(a.StartActivity(activity="a"))
    room.wait(2)
    room.do(a.PauseActivity())
    room.wait(10)
    room.do(a.ResumeActivity())
    room.wait(2.9)
    assert room.standing(prompt) is Standing.WAITING
    room.wait(0.2)
    assert room.standing(prompt) is Standing.SENT


def test_what_does_not_come_true_is_dropped_with_its_activity_and_waits_again_if_that_is_taken_up():
    room = Class()
    quiet = room.prepares(Timing.QUIET, 5, activity="a")
    room.do(a.StartActivity(activity="a"))
    room.wait(4)
    room.do(a.StartActivity(activity="b"))
    assert room.standing(quiet) is Standing.DROPPED
    room.wait(30)
    assert room.asked() == []

    room.do(a.GoBack())
    assert room.standing(quiet) is Standing.WAITING
    room.wait(5)
    assert room.standing(quiet) is Standing.SENT


def test_what_waits_when_the_class_ends_is_dropped():
    room = Class()
    prompt = room.prepares(Timing.QUIET, 5)
    room.do(s.EndSession())
    room.wait(30)
    assert (room.standing(prompt), room.asked()) == (Standing.DROPPED, [])
    with refused("wrong_phase"):
        room.do(c.SendPrompt(prompt=prompt))


def test_a_topic_that_is_not_open_is_not_asked_and_its_silence_begins_when_it_opens():
    room = Class()
    room.do(PrepareTopic(topic="t", title="Parts"))
    prompt = room.prepares(Timing.QUIET, 3, channel=topic_channel("t"))
    room.wait(10)
    room.do(OpenTopic(topic="t"))
    room.wait(2.9)
    assert room.standing(prompt) is Standing.WAITING
    room.do(CloseTopic(topic="t"))
    room.wait(5)
    assert room.standing(prompt) is Standing.WAITING
    with refused("channel_closed"):
        room.do(c.SendPrompt(prompt=prompt))

    room.do(OpenTopic(topic="t"))
    room.wait(3)
    assert room.standing(prompt) is Standing.SENT


def test_it_is_changed_cancelled_taken_up_again_and_sent_by_hand():
    room = Class()
    prompt = room.prepares(Timing.QUIET, 3)
    room.do(c.RevisePrompt(prompt=prompt, text="What else?", when=Timing.QUIET, minutes=8))
    room.do(c.CancelPrompt(prompt=prompt))
    room.wait(30)
    assert room.asked() == []

    room.do(c.CancelPrompt(prompt=prompt, on=False))
    room.do(c.SendPrompt(prompt=prompt))
    assert room.asked() == ["What else?"]
    for command in (c.SendPrompt(prompt=prompt), c.CancelPrompt(prompt=prompt)):
        with refused("prompt_settled", standing="sent"):
            room.do(command)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (c.PreparePrompt(text="?", when=Timing.QUIET), "bad_prompt"),
        (c.PreparePrompt(text="?", when=Timing.QUIET, minutes=LONGEST + 1), "bad_prompt"),
        (c.PreparePrompt(text="?", when=Timing.QUIET, minutes=3, at=5), "bad_prompt"),
        (c.PreparePrompt(text="?", when=Timing.AFTER, minutes=3), "bad_prompt"),
        (c.PreparePrompt(text="?", when=Timing.AT), "bad_prompt"),
        (c.PreparePrompt(text="?", when=Timing.AT, at=START_AT - 1), "time_past"),
        (c.PreparePrompt(text=" ", when=Timing.QUIET, minutes=3), "text_empty"),
        (c.PreparePrompt(text="?", when=Timing.QUIET, minutes=3, channel="room:nowhere"), "unknown_channel"),
        (c.PreparePrompt(text="?", when=Timing.QUIET, minutes=3, channel="staff"), "unknown_channel"),
    ],
)
def test_what_could_never_be_sent_is_refused(wrong: Command, code: str):
    room = Class()
    with refused(code):
        room.do(wrong)


def test_what_has_no_words_any_more_is_not_asked():
    """The words of a member are erased with them."""
    room = Class()
    prompt = room.prepares(Timing.QUIET, 3)
    erased = room.room.invites(room.host, "Co", room.room.seat(room.host).role.COFACILITATOR)
    room.room.enters(erased)
    room.room.do(erased, c.PreparePrompt(text="Mine", when=Timing.QUIET, minutes=3))
    theirs = next(reversed(room.prompts.prompts))
    room.do(EraseMember(member=erased))
    room.wait(10)
    assert (room.standing(prompt), room.standing(theirs)) == (Standing.SENT, Standing.CANCELLED)


courses = st.lists(
    st.tuples(
        st.sampled_from(["say", "wait", "pause", "go on", "start", "back", "finish", "restart"]), st.integers(0, 4)
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(courses)
def test_each_is_sent_at_most_once_and_only_in_a_live_class_whatever_happens_also_to_the_relay(
    course: list[tuple[str, int]],
):
    room = Class()
    for when, minutes, at in ((Timing.QUIET, 2, 0), (Timing.AFTER, 3, 0), (Timing.AT, 0, START_AT + 6 * MINUTE)):
        room.prepares(when, minutes, at, activity="a")
    for kind, what in course:
        command: Command | None = {
            "pause": s.PauseSession(),
            "go on": s.ResumeSession(),
            "start": a.StartActivity(activity="ab"[what % 2]),
            "back": a.GoBack(),
            "finish": a.FinishActivity(),
        }.get(kind)
        try:
            if command is not None:
                room.do(command)
            elif kind == "say":
                room.room.says(room.ana, "Hello")
        except Refusal:
            continue
        if kind == "restart":
            again = Ledger.empty(REGISTRY, SESSION_ID)
            for envelope, record in zip(room.room.envelopes, room.room.records, strict=True):
                again.fold(envelope, record.hash)
            assert again.world.state(PromptsState) == room.prompts
            room.room.ledger = again
        elif kind == "wait":
            room.wait(what)

    log = room.room.envelopes
    sent = [(envelope.seq, envelope.event) for envelope in log if isinstance(envelope.event, PromptSent)]
    assert len({event.prompt for _seq, event in sent}) == len(sent)
    for seq, event in sent:
        before = [envelope.event for envelope in log[:seq]]
        phases = [earlier.phase for earlier in before if isinstance(earlier, PhaseChanged)]
        assert phases[-1] is Phase.LIVE
        assert [e.type for e in before if isinstance(e, ActivityBegan | ActivityEnded)][-1] == "agenda.started"
        said = log[seq].event
        assert isinstance(said, PromptPosted)
        assert said.text == event.text
