"""A session's life, from created to archived."""

from __future__ import annotations

import pytest

from app.domain.kernel.messages import Command, CommandNoted
from app.domain.kernel.views import CLASS
from app.domain.kernel.words import RELAY, Phase, Role
from app.domain.registry import REGISTRY
from app.domain.session import commands as s
from app.domain.session.events import EpochBegun, PhaseChanged
from tests.domain.classroom import START_AT, Classroom
from tests.domain.refusals import refused


def created(**details: object) -> tuple[Classroom, str]:
    """Return a session that is not open yet, and its host."""
    room = Classroom()
    room.relay(s.CreateSession(title="Fractions", **details))  # type: ignore[arg-type]  # each test names its own
    return room, room.joins("Host", role=Role.HOST)


def test_a_class_lives_from_created_to_archived():
    room, host = created()
    phases = [room.life.phase]
    for command in (
        s.OpenLobby(),
        s.StartSession(),
        s.PauseSession(),
        s.ResumeSession(),
        s.EndSession(),
        s.ArchiveSession(),
    ):
        room.do(host, command)
        phases.append(room.life.phase)

    assert [str(phase) for phase in phases] == ["created", "lobby", "live", "paused", "live", "ended", "archived"]


@pytest.mark.parametrize("early", [s.PauseSession(), s.ResumeSession(), s.ArchiveSession()])
def test_no_step_of_its_life_is_skipped(early: Command):
    room, host = created()

    with refused("wrong_phase", phase="created"):
        room.do(host, early)


def test_what_has_ended_does_not_start_again():
    room, host = created()
    room.do(host, s.EndSession())

    with refused("wrong_phase", phase="ended"):
        room.do(host, s.StartSession())
    with refused("session_ended"):
        room.do(host, s.OpenCode(code="BADO-LIMU-47"))
    with refused("session_ended"):
        room.joins("Late")


def test_starting_twice_starts_once():
    """The second one is acknowledged, and only noted."""
    room, host = Classroom.live()

    assert room.do(host, s.StartSession()) == [CommandNoted()]


def test_the_document_says_when_it_started_and_ended():
    room, host = created()
    room.reads(CLASS)
    room.now += 60_000
    room.do(host, s.StartSession())
    room.now += 3_600_000
    room.do(host, s.PauseSession())
    room.do(host, s.ResumeSession())
    room.do(host, s.EndSession())

    section = room.reads(CLASS)["session"]
    assert section["started_at"] == START_AT + 60_000
    assert section["ended_at"] == START_AT + 3_660_000
    assert section["phase"] == "ended"
    room.check_documents()


def test_the_lobby_opens_by_itself_when_its_time_has_come():
    room, _host = created(opens_at=START_AT + 900_000)
    room.now = START_AT + 899_999
    assert REGISTRY.next_deadline(room.world) == START_AT + 900_000
    assert room.elapse() == []

    room.now += 1
    assert room.elapse() == [PhaseChanged(phase=Phase.LOBBY)]
    assert REGISTRY.next_deadline(room.world) is None


def test_after_a_restart_the_lobby_counts_as_opened_when_it_should_have_been():
    room, _host = created(opens_at=START_AT + 900_000)
    room.now = START_AT + 5_000_000
    room.elapse()

    assert room.envelopes[-1].at == START_AT + 900_000
    assert room.envelopes[-1].actor == RELAY


def test_a_lobby_opened_by_hand_does_not_open_again():
    room, host = created(opens_at=START_AT + 900_000)
    room.do(host, s.OpenLobby())
    room.now = START_AT + 900_000

    assert room.elapse() == []


def test_time_in_the_log_never_goes_back():
    """A clock set back does not reorder what happened."""
    room, host = Classroom.live()
    room.now += 1_000
    room.do(host, s.SetTitle(title="One"))
    room.now -= 500_000
    room.do(host, s.SetTitle(title="Two"))

    assert room.envelopes[-1].at == room.envelopes[-2].at == START_AT + 1_000


def test_a_session_is_created_once():
    room, _host = created()

    with refused("session_exists"):
        room.relay(s.CreateSession(title="Again"))


@pytest.mark.parametrize(
    "link",
    ["ftp://a/b", "javascript:alert(1)", "https://", "https://a b", "meet", "https://[x", "https://a/" + "b" * 2_000],
)
def test_a_link_that_leads_nowhere_is_refused(link: str):
    room, host = created()

    with refused("bad_link"):
        room.do(host, s.SetMeetingLink(link=link))
    with refused("bad_link"):
        room.do(host, s.SetAddress(address=link, nearby=True))
    with refused("bad_link"):
        room.do(host, s.OfferStandby(address=link))


def test_a_meeting_link_is_shown_and_taken_away_again():
    room, host = created(meeting_link="https://meet.example/abc")
    assert room.reads(CLASS)["session"]["meeting_link"] == "https://meet.example/abc"

    room.do(host, s.SetMeetingLink(link=""))
    assert "meeting_link" not in room.reads(CLASS)["session"]


@pytest.mark.parametrize(("title", "code"), [(" \n ", "text_empty"), ("a" * 201, "text_too_long")])
def test_a_title_has_words_and_a_measure(title: str, code: str):
    room, host = created()

    with refused(code):
        room.do(host, s.SetTitle(title=title))


def test_a_title_stands_on_one_line():
    room, host = created()
    room.do(host, s.SetTitle(title="  Fractions\n and\x00 decimals "))

    assert room.life.title == "Fractions and decimals"


def test_a_session_speaks_french_or_english():
    room = Classroom()

    with refused("unknown_language"):
        room.relay(s.CreateSession(title="Brüche", language="de"))


def test_a_new_reign_forgets_the_standby():
    """The relay that takes over is the standby; where to go next, it has to say itself."""
    room, host = Classroom.live()
    room.do(host, s.OfferStandby(address="https://other.example"))
    assert room.reads(CLASS)["session"]["standby"] == "https://other.example"
    envelopes, records = room.ledger.begin(
        EpochBegun(epoch=2, after_hash=room.ledger.last_hash), room.new_id(), room.now, lambda: "5a" * 16
    )
    room.take(envelopes, records)

    assert "standby" not in room.reads(CLASS)["session"]
    room.check_documents()
