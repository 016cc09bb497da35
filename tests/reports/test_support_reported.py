"""What a class leaves of the help given: calls with their times, what was written privately, what was noted."""

from __future__ import annotations

import json

from app.domain.remarks.commands import WriteRemark
from app.domain.roster.commands import LeaveSession
from app.domain.support.commands import AskForHelp, ClaimCall, ResolveCall, WritePrivately
from app.domain.support.events import Problem
from app.domain.support.state import SupportState
from app.reports.export import export
from app.reports.record import PastSession
from app.reports.sheets import csv_of
from app.reports.support import HEADS, help_figures, help_lines, help_sheets
from tests.domain.classroom import Classroom


def helped() -> Classroom:
    """Hold a class in which Ana is helped, Ben leaves before anybody came, and Cleo still waits at the end."""
    room, host = Classroom.live()
    ana, ben, cleo = (room.joins(name) for name in ("Ana", "Ben", "Cleo"))
    room.now += 60_000
    room.do(ana, AskForHelp(kind=Problem.SOUND, text="=1+1"))
    room.do(ben, AskForHelp(kind=Problem.IMAGE))
    call = room.world.state(SupportState).newest[ana]
    room.now += 12_000
    room.do(host, ClaimCall(call=call))
    room.now += 18_000
    room.do(host, WritePrivately(member=ana, text="Try again"))
    room.now += 30_000
    room.do(host, ResolveCall(call=call))
    room.do(ben, LeaveSession())
    room.do(cleo, AskForHelp(kind=Problem.OTHER))
    room.do(host, WriteRemark(member=ana, text="Needs a headset", follow_up=True))
    return room


def test_each_call_has_its_times_and_the_figures_follow_from_them():
    lines = help_lines(helped().world)
    figures = help_figures(lines)

    assert [(line.who, line.ending, line.by) for line in lines] == [
        ("Ana", "resolved", "Host"),
        ("Ben", "lapsed", ""),
        ("Cleo", "open", ""),
    ]
    ana = lines[0]
    times = (ana.taken_after, ana.answered_after, ana.responded_after, ana.ended_after)
    assert times == (12_000, 30_000, 12_000, 60_000)
    assert (figures.calls, figures.responded, figures.resolved, figures.unanswered) == (3, 1, 1, 1)
    assert (figures.median_response, figures.longest_response) == (12_000, 12_000)


def test_the_sheets_open_in_a_spreadsheet_without_becoming_formulas():
    calls, private, notes = help_sheets(helped().world, "en")

    assert calls.rows[0] == ("Ana", "sound", 60, 12, 30, 60, "helped", "Host", "")
    assert [row[2:] for row in private.rows] == [("Ana", "=1+1"), ("Host", "Try again")]
    assert notes.rows == ((120, "Ana", "Host", "Needs a headset", "yes"),)
    assert b"'=1+1" in csv_of((private,), "en")
    assert HEADS["fr"].keys() == HEADS["en"].keys()


def test_the_export_holds_calls_private_texts_and_notes():
    room = helped()
    past = PastSession(room.world.session, room.records, room.envelopes, room.world)
    document = json.loads(export(past))

    assert [call["responded_ms"] for call in document["help"]] == [12_000, None, None]
    assert [text["text"] for text in document["private"]] == ["=1+1", "Try again"]
    assert document["remarks"][0]["follow_up"] is True
