"""The projector: what it shows comes from the learners' document alone, from the first arrival to the thanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from app.domain.agenda.activity import Activity, Kind
from app.domain.agenda.commands import SetAgenda, StartActivity
from app.domain.breakouts.commands import CloseRound, OpenRound, RoomPlan
from app.domain.discussion.commands import PostMessage
from app.domain.expected.commands import ExpectPeople, NewPerson
from app.domain.kernel.words import MAIN, STAFF
from app.domain.moderation.commands import SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.polls.commands import OpenPoll, PreparePoll, PutPollOnStage, ShowResults
from app.domain.polls.draft import Draft, Form, Option
from app.domain.questions.commands import AskQuestion, SetStanding
from app.domain.questions.events import Standing
from app.domain.remarks.commands import WriteRemark
from app.domain.session.commands import EndSession, PauseSession
from app.domain.session.decider import SessionState
from app.domain.stage.commands import ClearStage, PutOnStage
from app.domain.support.commands import AskForHelp, WritePrivately
from app.domain.support.events import Problem
from app.sync.links import CodeLink, new_token, token_hash, write_link
from tests.ui.live_class import in_a_class
from ui.projector.big import size_for
from ui.projector.parts import ActivityPart, PollPart, time_left
from ui.projector.window import Projector

if TYPE_CHECKING:
    from tests.ui.live_class import LiveClass

SECRET = "only-for-staff"
AGENDA = (
    Activity(id="a", title="Welcome", kind=Kind.TALK, minutes=10, instructions="Say hello", notes=SECRET),
    Activity(id="b", title="Talk in pairs", kind=Kind.DISCUSSION, minutes=20, notes=SECRET),
)


def open_projector(live: LiveClass) -> Projector:
    """Open the projector of a class."""
    code = live.bridge.projected.state(SessionState).code
    projector = Projector(live.bridge, lambda: write_link(CodeLink(live.bridge.base, code)), lambda: code)
    projector.open_beside(live.window)
    return projector


def close(projector: Projector) -> None:
    """Close it, as a person does."""
    projector.close()
    projector.deleteLater()


def words(projector: Projector) -> str:
    """Return everything that can be read on it."""
    return " | ".join(label.text() for label in projector.findChildren(QLabel) if label.isVisibleTo(projector))


@in_a_class
async def test_it_follows_the_class_and_shows_nothing_that_learners_may_not_see(live: LiveClass):
    projector = open_projector(live)
    try:
        await live.host.do(SetAgenda(activities=AGENDA))
        await live.host.do(ExpectPeople(people=(NewPerson(token_hash=token_hash(new_token()), surname=SECRET),)))
        await live.host.do(PostMessage(channel=STAFF, text=SECRET))
        await live.host.do(SetChannelMode(channel=MAIN, mode=ChannelMode.HELD))
        page = await live.learner("Ana")
        page.submit(PostMessage(channel=MAIN, text=SECRET))
        page.submit(AskForHelp(kind=Problem.OTHER, text=SECRET))
        await live.host.do(WritePrivately(member=page.member, text=SECRET))
        await live.host.do(WriteRemark(member=page.member, text=SECRET))
        await live.host.do(StartActivity(activity="a"))
        await live.until(lambda: isinstance(projector.stage.shown, ActivityPart))
        await live.until(lambda: "2 people are here" in words(projector))
        assert "Welcome" in words(projector)
        assert "Say hello" in words(projector)
        assert "Talk in pairs" in words(projector)
        assert SECRET not in words(projector)
        assert SECRET not in str(projector.feed.document)
        assert {*projector.feed.document} == {*page.documents["class"]}
        code = live.bridge.projected.state(SessionState).code
        assert code in words(projector)

        await live.host.do(PauseSession())
        await live.until(lambda: "A short break" in words(projector))
        await live.host.do(EndSession())
        await live.until(lambda: "Thank you" in words(projector))
        assert code not in words(projector)
    finally:
        close(projector)


@in_a_class
async def test_a_poll_on_stage_takes_the_middle_and_its_results_wait_until_they_are_shown(live: LiveClass):
    projector = open_projector(live)
    try:
        draft = Draft(question="Which one?", form=Form.CHOICE, options=(Option(text="Red"), Option(text="Blue")))
        poll = live.bridge.created_by(live.bridge.ask(PreparePoll(draft=draft)))
        await live.until(lambda: not live.host.pending)
        await live.host.do(OpenPoll(poll=poll))
        await live.host.do(PutPollOnStage(poll=poll))
        await live.until(lambda: isinstance(projector.stage.shown, PollPart))
        assert "Which one?" in words(projector)
        assert "Blue" in words(projector)
        assert "%" not in words(projector)
        await live.host.do(ShowResults(poll=poll, on=True))
        await live.until(lambda: "0 answers" in words(projector))
    finally:
        close(projector)


@in_a_class
async def test_a_question_on_air_and_who_is_in_which_room_take_the_middle(live: LiveClass):
    projector = open_projector(live)
    try:
        page = await live.learner("Ana")
        page.submit(PostMessage(channel=MAIN, text="What if **nobody** agrees?"))
        await live.until(lambda: bool(projector.feed.document.get("discussion", {}).get("messages")))
        asked = next(iter(projector.feed.document["discussion"]["messages"]))
        await live.host.do(AskQuestion(message=asked))
        await live.host.do(SetStanding(question=asked, standing=Standing.ON_AIR))
        await live.until(lambda: "What if nobody agrees? | Ana" in words(projector))
        await live.host.do(SetStanding(question=asked, standing=Standing.ANSWERED_LIVE))
        await live.until(lambda: "nobody" not in words(projector))
        await live.host.do(PutOnStage(message=asked))
        await live.until(lambda: "What if nobody agrees? | Ana" in words(projector))
        await live.host.do(ClearStage())
        await live.until(lambda: "nobody" not in words(projector))

        member = page.documents["me"]["roster"]["seat"]["member"]
        await live.host.do(OpenRound(rooms=(RoomPlan(name="Blue room", members=(member,)),), task=SECRET))
        await live.until(lambda: "Blue room | Ana" in words(projector))
        assert SECRET not in words(projector)
        assert SECRET not in str(projector.feed.rooms)
        shown = page.documents["class"]["breakouts"]["round"]["id"]
        await live.host.do(CloseRound(round=shown))
        await live.until(lambda: "Blue room" not in words(projector))
    finally:
        close(projector)


@in_a_class
async def test_the_code_can_take_the_screen_again_for_who_comes_late(live: LiveClass):
    projector = open_projector(live)
    try:
        assert not projector.join.isVisibleTo(projector)
        projector.show_join(wanted=True)
        assert projector.join.isVisibleTo(projector)
        assert len(projector.join.qr.modules) > 20
        assert live.host.code in words(projector)
        projector.close()
        assert not projector.feed.is_on
        projector.open_beside(live.window)
        assert not projector.join.isVisibleTo(projector)
    finally:
        close(projector)


def test_the_time_that_is_left_is_counted_from_the_end_and_stands_still_on_hold():
    assert time_left({"ends_at": 90_500}, 30_500) == 60
    assert time_left({"ends_at": 30_000}, 90_000) == -60
    assert time_left({"paused": True, "left": 5_000}, 99) == 5
    assert time_left({}, 1) is None


def test_longer_texts_are_smaller_within_bounds():
    sizes = [size_for("x" * length, largest=40, smallest=18, fits=50) for length in (0, 50, 100, 1_000)]

    assert sizes[0] == sizes[1] == 40
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == 18
