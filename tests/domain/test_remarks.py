"""Remarks: the staff's own notes about people and messages, which no learner ever reads."""

from __future__ import annotations

import json

from app.domain.kernel.views import CLASS, PEOPLE, me
from app.domain.remarks import commands as c
from app.domain.remarks.decider import RemarksState
from app.domain.roster.commands import EraseMember
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused


def noted(room: Classroom) -> RemarksState:
    """Return the remarks."""
    return room.world.state(RemarksState)


def test_a_remark_on_a_message_is_about_its_author_too():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    message = room.says(ana, "Je crois que c’est 42")
    room.do(host, c.WriteRemark(message=message, text="À reprendre", follow_up=True))
    room.do(host, c.WriteRemark(member=ana, text="Très à l’aise"))

    assert [remark.text for remark in noted(room).about(ana)] == ["À reprendre", "Très à l’aise"]
    assert [remark.text for remark in noted(room).on(message)] == ["À reprendre"]
    assert [remark.message for remark in noted(room).to_follow_up()] == [message]


def test_a_flag_needs_no_words_and_anything_else_does():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.do(host, c.WriteRemark(member=ana, follow_up=True))
    (remark,) = noted(room).to_follow_up()
    with refused("text_empty"):
        room.do(host, c.WriteRemark(member=ana))
    room.now += 1_000
    room.do(host, c.FlagRemark(remark=remark.remark, follow_up=False))

    assert noted(room).to_follow_up() == ()
    assert noted(room).remarks[remark.remark].settled_at == room.now


def test_a_remark_is_revised_taken_away_and_brought_back():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.do(host, c.WriteRemark(member=ana, text="un"))
    (key,) = noted(room).remarks
    seen = room.world.seq
    room.do(host, c.ReviseRemark(remark=key, text="deux"))
    with refused("stale"):
        room.do(host, c.ReviseRemark(remark=key, text="trois"), seen=seen)
    room.do(host, c.RemoveRemark(remark=key))
    assert noted(room).about(ana) == ()
    with refused("unknown_remark"):
        room.do(host, c.FlagRemark(remark=key))
    room.do(host, c.RemoveRemark(remark=key, gone=False))

    assert [remark.text for remark in noted(room).about(ana)] == ["deux"]


def test_nothing_is_noted_about_nobody():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    message = room.says(ana, "bonjour")
    with refused("unknown_member"):
        room.do(host, c.WriteRemark(member="nobody", text="?"))
    with refused("unknown_member"):
        room.do(host, c.WriteRemark(text="?"))
    for command in (c.WriteRemark(message="none", text="?"), c.WriteRemark(message=message, member=ben, text="?")):
        with refused("unknown_message"):
            room.do(host, command)


def test_a_remark_is_in_nobodys_document_and_is_erased_with_whom_it_is_about():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    before = {audience: json.dumps(room.reads(audience)) for audience in (CLASS, PEOPLE, me(ana), me(host))}
    room.do(host, c.WriteRemark(member=ana, text="canary-remark", follow_up=True))

    assert {audience: json.dumps(room.reads(audience)) for audience in before} == before
    room.do(host, EraseMember(member=ana))
    assert [remark.text for remark in noted(room).remarks.values()] == [""]
    room.check_documents()
