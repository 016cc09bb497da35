"""Help: people and rooms call into one queue, staff answer, and what is written privately stays between the two."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.breakouts import commands as b
from app.domain.breakouts import events as be
from app.domain.breakouts.events import Pulse
from app.domain.kernel.capability import Viewer
from app.domain.kernel.envelope import Envelope
from app.domain.kernel.gate import Outcome
from app.domain.kernel.views import CLASS, PEOPLE, Audience, me
from app.domain.kernel.words import MAIN, Role, derived_id, room_channel
from app.domain.moderation.commands import DecideText, SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.registry import REGISTRY
from app.domain.roster import commands as r
from app.domain.roster.events import DoorMode
from app.domain.session.commands import EndSession, SetDialIn, SetMeetingLink
from app.domain.support import commands as c
from app.domain.support.events import Problem
from app.domain.support.state import WINDOW, Call, Ending, SupportState
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command


class Desk:
    """A class with a host, a co-facilitator called Marie, and Ana, who has a problem."""

    def __init__(self) -> None:
        self.room, self.host = Classroom.live()
        self.marie = self.room.invites(self.host, "Marie", Role.COFACILITATOR)
        self.room.enters(self.marie)
        self.ana = self.room.joins("Ana")
        self.room.keep_all()

    @property
    def state(self) -> SupportState:
        """Calls and threads."""
        return self.room.world.state(SupportState)

    def does(self, actor: str, command: Command) -> str:
        """Have somebody ask for something, and return the id of the first thing that it makes."""
        command_id = self.room.new_id()
        self.room.do(actor, command, command_id=command_id)
        self.room.check_documents()
        return derived_id(command_id, actor, 0)

    def calls(self, kind: Problem = Problem.SOUND, text: str = "") -> Call:
        """Let Ana call."""
        return self.state.calls[self.does(self.ana, c.AskForHelp(kind=kind, text=text))]

    def call(self) -> Call:
        """Return Ana's newest call as it is now."""
        return self.state.calls[self.state.newest[self.ana]]

    def sheet(self, member: str = "") -> dict[str, Any]:
        """Return what a learner's own document says about help."""
        found: dict[str, Any] = self.room.reads(me(member or self.ana)).get("support", {})
        return found

    def contact(self, member: str) -> dict[str, Any]:
        """Return how a member's own document says that the class is reached beside the page."""
        found: dict[str, Any] = self.room.reads(me(member))["session"]["contact"]
        return found

    def history(self, who: str, of: str) -> dict[str, Any]:
        """Return what somebody gets who asks for a page of a private thread."""
        query = REGISTRY.queries["support.history"]
        return query(self.room.world, Viewer(who, self.room.seat(who).role), {"member": of})

    def thread(self, member: str = "") -> list[str]:
        """Return the texts that a learner reads in their private thread."""
        there = self.sheet(member).get("thread", {}).values()
        return [text.get("text", "") for text in sorted(there, key=lambda text: text["order"])]


def test_a_call_is_taken_answered_and_over_and_the_times_are_kept():
    desk = Desk()
    call = desk.calls(text="Je n’entends rien")
    assert desk.sheet()["call"] == {
        "id": call.call,
        "kind": "sound",
        "at": desk.room.now,
        "since": desk.room.now,
        "state": "open",
    }
    opened = desk.room.now
    desk.room.now += 20_000
    desk.does(desk.marie, c.ClaimCall(call=call.call))
    assert desk.sheet()["call"]["name"] == "Marie"
    desk.room.now += 30_000
    desk.does(desk.marie, c.WritePrivately(member=desk.ana, text="Appelez le 01 84 88 00 00"))
    desk.room.now += 40_000
    desk.does(desk.marie, c.ResolveCall(call=call.call))

    found = desk.call()
    times = (found.opened_at, found.claimed_at, found.answered_at, found.responded_at, found.ended_at)
    assert [at - opened for at in times] == [0, 20_000, 50_000, 20_000, 90_000]
    assert found.ending is Ending.RESOLVED
    assert found.ended_by == desk.marie
    assert desk.sheet()["call"]["state"] == "resolved"
    assert desk.thread() == ["Je n’entends rien", "Appelez le 01 84 88 00 00"]


def test_who_waits_at_the_door_calls_and_is_answered_and_who_was_put_out_does_not():
    desk = Desk()
    desk.room.do(desk.host, r.SetDoor(mode=DoorMode.ASK))
    ben = desk.room.joins("Ben")
    desk.does(ben, c.AskForHelp(kind=Problem.ACCESS, text="On ne me laisse pas entrer"))
    desk.does(desk.host, c.WritePrivately(member=ben, text="Un instant"))
    desk.does(ben, c.SayToStaff(text="Merci"))

    assert desk.thread(ben) == ["On ne me laisse pas entrer", "Un instant", "Merci"]
    assert desk.sheet(ben)["call"]["name"] == "Host"
    desk.room.do(desk.host, r.RemoveMember(member=ben))
    for command in (c.AskForHelp(kind=Problem.ACCESS), c.SayToStaff(text="Eh !")):
        with refused("removed"):
            desk.room.do(ben, command)
    with refused("not_admitted"):
        desk.room.do(desk.host, c.WritePrivately(member=ben, text="Trop tard"))


def test_nobody_stands_in_the_queue_twice():
    """Who calls already says one thing more."""
    desk = Desk()
    call = desk.calls(text="premier")
    desk.does(desk.ana, c.AskForHelp(kind=Problem.IMAGE, text="second"))

    assert list(desk.state.calls) == [call.call]
    assert desk.thread() == ["premier", "second"]
    desk.room.do(desk.ana, c.AskForHelp(kind=Problem.IMAGE))
    assert list(desk.state.calls) == [call.call]


def test_writing_to_who_calls_takes_their_call_unless_somebody_has_it():
    desk = Desk()
    call = desk.calls()
    desk.does(desk.marie, c.WritePrivately(member=desk.ana, text="J’arrive"))
    desk.does(desk.host, c.WritePrivately(member=desk.ana, text="Marie arrive"))

    assert desk.call().claimed_by == desk.marie
    with refused("claimed_already"):
        desk.room.do(desk.host, c.ClaimCall(call=call.call))
    desk.does(desk.host, c.ReleaseCall(call=call.call))
    assert "by" not in desk.sheet()["call"]
    desk.does(desk.host, c.ClaimCall(call=call.call))
    assert desk.sheet()["call"]["name"] == "Host"


def test_a_call_that_did_not_help_is_opened_again_by_who_made_it():
    desk = Desk()
    call = desk.calls()
    ben = desk.room.joins("Ben")
    desk.does(desk.marie, c.ResolveCall(call=call.call))
    with refused("not_allowed"):
        desk.room.do(ben, c.ReopenCall(call=call.call))
    desk.room.now += 60_000
    desk.does(desk.ana, c.ReopenCall(call=call.call))

    found = desk.call()
    assert (found.is_open, found.reopened, found.waits_since) == (True, 1, desk.room.now)
    assert found.opened_at == desk.room.now - 60_000
    desk.does(desk.ana, c.WithdrawCall(call=call.call))
    assert desk.call().ending is Ending.WITHDRAWN


def test_a_call_ends_with_its_caller_and_is_free_again_when_its_helper_goes():
    desk = Desk()
    call = desk.calls()
    desk.does(desk.marie, c.ClaimCall(call=call.call))
    desk.room.do(desk.host, r.RemoveMember(member=desk.marie))
    desk.room.check_documents()
    assert desk.call().claimed_by == ""

    desk.room.do(desk.ana, r.LeaveSession())

    assert desk.call().ending is Ending.LAPSED
    assert not desk.state.open_calls


def test_a_room_calls_into_the_same_queue_and_is_helped_by_the_same_commands():
    desk = Desk()
    table = desk.room.opens_room(desk.host, "Table 1")
    desk.room.moves(desk.host, desk.ana, table)
    place = room_channel(table)
    desk.room.do(desk.ana, b.SetPulse(room=table, pulse=Pulse.HELP))
    person = desk.calls()
    found = desk.state.open_call(place)

    assert found is not None
    assert {each.caller for each in map(desk.state.calls.get, desk.state.open_calls.values()) if each} == {
        place,
        desk.ana,
    }
    assert found.kind is None
    assert found.member == desk.ana
    desk.room.now += 5_000
    desk.does(desk.host, c.ClaimCall(call=found.call))
    assert desk.room.reads(Audience("room", table))["breakouts"]["help"]["name"] == "Host"
    desk.does(desk.host, c.ResolveCall(call=found.call))
    assert desk.room.reads(Audience("room", table))["breakouts"]["pulse"]["pulse"] == "fine"
    assert desk.state.calls[found.call].responded_at - found.opened_at == 5_000
    desk.does(desk.host, c.ReopenCall(call=found.call))
    assert desk.room.breakouts.rooms[table].called_at
    desk.room.do(desk.host, b.CloseRoom(room=table))
    assert desk.state.calls[found.call].ending is Ending.LAPSED
    assert desk.state.calls[person.call].is_open
    with refused("unknown_room"):
        desk.room.do(desk.host, c.ReopenCall(call=found.call))


def test_a_room_that_says_that_it_is_fine_needs_nobody_any_more():
    desk = Desk()
    table = desk.room.opens_room(desk.host, "Table 1")
    desk.room.moves(desk.host, desk.ana, table)
    for pulse in (Pulse.HELP, Pulse.TIME):
        desk.room.do(desk.ana, b.SetPulse(room=table, pulse=pulse))

    (call,) = desk.state.calls.values()
    assert call.ending is Ending.WITHDRAWN


def test_what_earlier_versions_wrote_of_rooms_stands_in_the_queue_as_well():
    """A log with `breakouts.help_claimed` and `breakouts.help_answered` folds to a call that was taken and helped."""
    world = REGISTRY.world("s")
    told = (
        be.RoomAdded(round="r", room="t", name="Table"),
        be.PulseSet(room="t", pulse=Pulse.HELP),
        be.HelpClaimed(room="t"),
        be.HelpAnswered(room="t"),
    )
    for seq, event in enumerate(told, 1):
        envelope = Envelope(
            epoch=1,
            seq=seq,
            id=f"id-{seq}",
            command_id=f"c-{seq}",
            actor="host",
            at=seq * 1_000,
            event=event,
            request="",
        )
        REGISTRY.evolve(world, envelope)

    (call,) = world.state(SupportState).calls.values()
    assert (call.place, call.opened_at, call.claimed_at, call.ended_at) == ("room:t", 2_000, 3_000, 4_000)
    assert call.ending is Ending.RESOLVED


@pytest.mark.parametrize("mode", [ChannelMode.HELD, ChannelMode.CLOSED])
def test_a_private_text_is_never_held_and_nothing_is_decided_about_it(mode: ChannelMode):
    desk = Desk()
    for channel in (MAIN, "names", "rooms", "topics", "answers"):
        desk.room.do(desk.host, SetChannelMode(channel=channel, mode=mode))
    desk.calls(text="au secours")
    (text,) = desk.state.texts.values()

    assert text.text == "au secours"
    assert desk.thread() == ["au secours"]
    assert not desk.room.moderation.waiting
    with refused("unknown_item"):
        desk.room.do(desk.host, DecideText(item=text.item, revision=1, version=1, outcome=Outcome.REJECTED))


def test_what_is_written_privately_is_in_no_other_document_whatever_its_audience():
    """Canaries both ways: no class, room, people or other member's document holds one, nor a query's answer."""
    desk = Desk()
    ben = desk.room.joins("Ben")
    table = desk.room.opens_room(desk.host, "Table 1")
    desk.room.moves(desk.host, desk.ana, table)
    desk.room.moves(desk.host, ben, table)
    desk.room.keep_all()
    desk.calls(text="canary-ana-asks")
    desk.does(desk.host, c.WritePrivately(member=desk.ana, text="canary-host-writes"))
    desk.does(desk.ana, c.SayToStaff(text="canary-ana-says"))
    audiences = (CLASS, PEOPLE, Audience("room", table), me(ben), me(desk.host), me(desk.marie))

    assert "canary" not in json.dumps([desk.room.reads(each) for each in audiences])
    assert json.dumps(desk.room.reads(me(desk.ana))).count("canary") == 3
    with refused("not_your_channel"):
        desk.history(ben, desk.ana)
    assert desk.room.asks(ben, "support.history") == {"thread": {}}
    assert len(desk.history(desk.marie, desk.ana)["thread"]) == 3
    for channel in (f"private:{desk.ana}", "private:"):
        with refused("not_your_channel"):
            desk.room.page(ben, channel)


def test_a_long_thread_shows_its_newest_texts_and_pages_lead_to_the_rest():
    desk = Desk()
    for n in range(WINDOW + 5):
        desk.room.do(desk.host, c.WritePrivately(member=desk.ana, text=f"t{n}"))

    assert desk.sheet()["older"] is True
    assert desk.thread() == [f"t{n}" for n in range(5, WINDOW + 5)]
    oldest = min(text["order"] for text in desk.sheet()["thread"].values())
    page = desk.room.asks(desk.ana, "support.history", before=oldest, limit=3)
    assert [text["text"] for text in page["thread"].values()] == ["t2", "t3", "t4"]
    assert page["older"] is True
    desk.room.check_documents()


def test_staff_see_what_was_not_answered_until_they_answer_or_say_that_it_wants_none():
    desk = Desk()
    desk.does(desk.host, c.WritePrivately(member=desk.ana, text="Tout va bien ?"))
    desk.does(desk.ana, c.SayToStaff(text="Oui"))
    assert [text.text for text in desk.state.unanswered(desk.ana)] == ["Oui"]
    desk.does(desk.marie, c.MarkRead(member=desk.ana))
    assert not desk.state.unanswered(desk.ana)
    desk.does(desk.ana, c.SayToStaff(text="En fait, non"))
    desk.does(desk.host, c.WritePrivately(member=desk.ana, text="Dites-moi"))

    assert not desk.state.unanswered(desk.ana)


def test_one_writes_privately_to_learners_only():
    desk = Desk()
    watcher = desk.room.invites(desk.host, "Inspector", Role.OBSERVER)
    for whom in (desk.marie, watcher):
        with refused("not_a_learner"):
            desk.room.do(desk.host, c.WritePrivately(member=whom, text="Psst"))
    with refused("unknown_member"):
        desk.room.do(desk.host, c.WritePrivately(member="nobody", text="Psst"))


def test_nobody_calls_when_the_class_is_over():
    desk = Desk()
    call = desk.calls()
    ben = desk.room.joins("Ben")
    desk.room.do(desk.host, EndSession())
    for who, command in ((ben, c.AskForHelp(kind=Problem.OTHER)), (desk.ana, c.SayToStaff(text="?"))):
        with refused("session_ended"):
            desk.room.do(who, command)
    desk.does(desk.host, c.ResolveCall(call=call.call))
    with refused("session_ended"):
        desk.room.do(desk.host, c.ReopenCall(call=call.call))


def test_the_number_to_call_stands_on_everybodys_page_from_the_door_on():
    desk = Desk()
    desk.room.do(desk.host, r.SetDoor(mode=DoorMode.ASK))
    ben = desk.room.joins("Ben")
    desk.room.keep_all()
    desk.room.do(desk.host, SetDialIn(dial_in=" +33 1 84 88 00 00,\n code 4821# "))
    desk.room.do(desk.host, SetMeetingLink(link="https://meet.example/x"))
    desk.room.check_documents()

    wanted = {"dial_in": "+33 1 84 88 00 00, code 4821#", "meeting_link": "https://meet.example/x"}
    assert desk.contact(ben) == desk.contact(desk.ana) == wanted
    desk.room.do(desk.host, SetDialIn(dial_in=""))
    desk.room.check_documents()
    assert desk.contact(ben) == {"meeting_link": "https://meet.example/x"}


def test_erasing_somebody_erases_both_sides_of_their_thread():
    desk = Desk()
    desk.calls(text="Ana dit")
    desk.does(desk.host, c.WritePrivately(member=desk.ana, text="Bonjour Ana"))
    desk.room.do(desk.host, r.EraseMember(member=desk.ana))
    desk.room.check_documents()

    assert [text.text for text in desk.state.texts.values()] == ["", ""]
    subjects = {
        json.loads(record.body).get("subject") for record in desk.room.records if b"Ana" in (record.private or b"")
    }
    assert subjects == {desk.ana}
