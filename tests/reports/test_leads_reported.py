"""Leads and proposed topics as tables: who led what until when and why it ended, and what became of each proposal."""

from __future__ import annotations

from app.domain.leads.commands import EndLead, PassLead
from app.domain.topics import commands as t
from app.reports.leads import HEADS, lead_sheets, proposal_lines
from tests.domain.classroom import Classroom


def test_leads_and_proposals_are_two_tables_in_the_words_of_the_class():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    topic = room.opens_topic(host, "Thirds")
    room.do(host, PassLead(member=ana, place="topic:" + topic, minutes=10))
    room.now += 240_000
    room.do(ana, EndLead(place="topic:" + topic))
    room.do(ben, t.ProposeTopic(title="=Halves"))
    (proposal,) = room.topics.proposals
    room.do(ana, t.VoteForTopic(proposal=proposal))
    room.do(host, t.DeclineProposal(proposal=proposal, reason="On Thursday."))

    leads, proposals = lead_sheets(room.world, "fr")

    assert leads.heads == ("Personne", "Sujet ou salle", "Du", "Au", "Minutes", "Fin")
    assert [(row[0], row[1], row[4], row[5]) for row in leads.rows] == [("Ana", "Thirds", 4, "rendue")]
    assert proposals.rows == (("=Halves", "Ben", 1, "écarté", "On Thursday."),)
    assert [line.votes for line in proposal_lines(room.world)] == [1]
    assert HEADS["fr"].keys() == HEADS["en"].keys()
