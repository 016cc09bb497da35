"""Topics that learners propose: voted for by peers, each once, and opened, declined or merged by staff."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kernel.gate import Outcome
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS, me
from app.domain.kernel.words import RELAY, derived_id, topic_channel
from app.domain.roster.commands import EraseMember
from app.domain.session.commands import PauseSession
from app.domain.topics import commands as c
from app.domain.topics.decider import NAMELESS
from app.domain.topics.events import Fate
from app.domain.topics.proposals import MOST_WAITING, supporters
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused


class Class:
    """A class with four learners; the first has proposed a topic."""

    def __init__(self) -> None:
        self.room, self.host = Classroom.live()
        self.people = [self.room.joins(name) for name in ("Ana", "Ben", "Cleo", "Dan")]
        self.ana, self.ben, self.cleo, self.dan = self.people
        self.room.keep_all()
        self.first = self.proposes(self.ana, "Egyptian fractions")

    def proposes(self, member: str, title: str) -> str:
        """Let somebody propose, and return the proposal's id."""
        command_id = self.room.new_id()
        self.room.do(member, c.ProposeTopic(title=title), command_id=command_id)
        return derived_id(command_id, member, 0)

    def votes(self, proposal: str, *members: str) -> None:
        """Let people vote."""
        for member in members:
            self.room.do(member, c.VoteForTopic(proposal=proposal))

    def seen(self) -> list[tuple[str, int]]:
        """Return the proposals that everybody sees, with their votes, the most wanted first."""
        shown = self.room.reads(CLASS).get("topics", {}).get("proposals", {})
        ordered = sorted(shown.values(), key=lambda each: (-each.get("votes", 0), each["order"]))
        return [(each["title"], each.get("votes", 0)) for each in ordered]

    def mine(self, member: str, proposal: str) -> dict[str, object]:
        """Return what somebody is told of their proposal."""
        found: dict[str, object] = self.room.reads(me(member))["topics"]["proposed"][proposal]
        return found


def test_a_proposal_is_seen_by_all_and_each_votes_once_and_may_take_it_back():
    course = Class()
    second = course.proposes(course.ben, "Why is it called a half?")
    course.votes(second, course.cleo, course.dan)
    course.votes(course.first, course.cleo)
    assert course.seen() == [("Why is it called a half?", 2), ("Egyptian fractions", 1)]
    assert course.room.do(course.cleo, c.VoteForTopic(proposal=second))[0].type == "command.noted"
    assert course.room.reads(me(course.cleo))["topics"]["voted"] == {second: True, course.first: True}
    course.room.do(course.cleo, c.VoteForTopic(proposal=second, on=False))
    assert course.seen() == [("Egyptian fractions", 1), ("Why is it called a half?", 1)]
    with refused("own_proposal"):
        course.votes(course.first, course.ana)
    with refused("not_allowed"):
        course.votes(course.first, course.host)
    course.room.check_documents()


def test_a_title_passes_the_gate_and_does_not_exist_for_others_before():
    course = Class()
    room = course.room
    room.holds(course.host)
    held = course.proposes(course.ben, "  Something\nblunt ")
    assert course.seen() == [("Egyptian fractions", 0)]
    assert course.mine(course.ben, held)["state"] == "held"
    with refused("unknown_proposal"):
        course.votes(held, course.cleo)
    with refused("proposal_not_admitted"):
        room.do(course.host, c.OpenProposal(proposal=held))
    room.decides(course.host, held, Outcome.RETURNED, "Kindly")
    assert (course.mine(course.ben, held)["state"], course.mine(course.ben, held)["reason"]) == ("returned", "Kindly")
    room.do(course.ben, c.RewordProposal(proposal=held, title="Something kind"))
    room.decides(course.host, held, Outcome.PUBLISHED)
    assert ("Something kind", 0) in course.seen()
    assert course.mine(course.ben, held)["state"] == "waiting"
    room.check_documents()


def test_staff_open_a_proposal_as_a_topic_and_its_author_sees_it():
    course = Class()
    room = course.room
    events = room.do(course.host, c.OpenProposal(proposal=course.first, prompt="Which sums are there?"))
    assert [event.type for event in events] == ["topics.proposal_opened", "topics.opened"]
    told = course.mine(course.ana, course.first)
    topic = str(told["topic"])
    assert told["state"] == "opened"
    shown = room.reads(CLASS)["topics"]["topics"][topic]
    assert (shown["title"], shown["prompt"], shown["open"]) == ("Egyptian fractions", "Which sums are there?", True)
    assert course.seen() == []
    room.says(course.ben, "1/2 + 1/3", topic_channel(topic))
    with refused("proposal_settled"):
        course.votes(course.first, course.ben)

    room.do(course.host, c.ReconsiderProposal(proposal=course.first))
    assert course.room.topics.standing(topic) is TopicStanding.CLOSED
    assert course.seen() == [("Egyptian fractions", 0)]
    room.do(course.host, c.OpenProposal(proposal=course.first, title="Fractions of Egypt"))
    assert room.reads(CLASS)["topics"]["topics"][topic]["title"] == "Fractions of Egypt"
    assert len(room.topics.topics) == 1
    room.check_documents()


def test_declined_with_a_reason_its_author_alone_is_told():
    course = Class()
    with refused("text_empty"):
        course.room.do(course.host, c.DeclineProposal(proposal=course.first, reason=" "))
    course.room.do(course.host, c.DeclineProposal(proposal=course.first, reason="On Thursday."))
    told = course.mine(course.ana, course.first)
    assert (told["state"], told["reason"]) == ("declined", "On Thursday.")
    assert course.seen() == []
    assert "On Thursday." not in str(course.room.reads(CLASS)) + str(course.room.reads(me(course.ben)))
    course.room.do(course.host, c.ReconsiderProposal(proposal=course.first))
    assert course.seen() == [("Egyptian fractions", 0)]
    course.room.check_documents()


def test_merged_proposals_count_everybody_once_and_share_their_fate():
    course = Class()
    room = course.room
    second = course.proposes(course.ben, "Fractions in Egypt")
    course.votes(course.first, course.cleo)
    course.votes(second, course.cleo, course.dan)
    room.do(course.host, c.MergeProposal(proposal=second, into=course.first))
    # Cleo once, Dan, and Ben who proposed the same.
    assert course.seen() == [("Egyptian fractions", 3)]
    told = course.mine(course.ben, second)
    assert (told["state"], told["into_title"]) == ("merged", "Egyptian fractions")
    with refused("same_proposal"):
        room.do(course.host, c.MergeProposal(proposal=course.first, into=second))
    room.do(course.host, c.OpenProposal(proposal=course.first))
    assert course.mine(course.ben, second)["topic"] == course.mine(course.ana, course.first)["topic"]
    assert course.mine(course.ben, second)["state"] == "opened"

    third = course.proposes(course.cleo, "Sums of unit fractions")
    topic = next(iter(room.topics.topics))
    room.do(course.host, c.MergeProposal(proposal=third, into=topic))
    told = course.mine(course.cleo, third)
    assert (told["state"], told["topic"]) == ("merged", topic)
    room.do(course.host, c.ReconsiderProposal(proposal=third))
    assert course.seen() == [("Sums of unit fractions", 0)]
    room.check_documents()


def test_a_proposal_opens_by_itself_at_as_many_votes_as_staff_chose():
    course = Class()
    room = course.room
    course.votes(course.first, course.ben)
    room.do(course.host, c.SetProposing(on=True, votes=2))
    assert room.reads(CLASS)["topics"]["proposing"] == {"votes": 2}
    assert room.topics.topics == {}
    events = room.do(course.cleo, c.VoteForTopic(proposal=course.first))
    assert [event.type for event in events] == ["topics.voted", "topics.proposal_opened", "topics.opened"]
    assert room.topics.proposals[course.first].settled_by == RELAY
    second = course.proposes(course.ben, "Halves")
    third = course.proposes(course.cleo, "Half")
    room.do(course.host, c.MergeProposal(proposal=third, into=second))
    course.votes(second, course.dan)
    assert len(room.topics.topics) == 2
    room.check_documents()


def test_staff_may_take_no_more_proposals_and_there_is_an_end_to_them():
    course = Class()
    room = course.room
    for n in range(MOST_WAITING - 1):
        course.proposes(course.ana, f"Topic {n}")
    with refused("too_many_proposals", limit=MOST_WAITING):
        course.proposes(course.ana, "One more")
    room.do(course.ana, c.WithdrawProposal(proposal=course.first))
    with refused("unknown_proposal"):
        course.votes(course.first, course.ben)
    course.proposes(course.ana, "One more")
    with refused("not_allowed"):
        room.do(course.ben, c.WithdrawProposal(proposal=course.proposes(course.cleo, "Mine")))
    room.do(course.host, c.SetProposing(on=False))
    assert room.reads(CLASS)["topics"]["proposing"] == {"off": True}
    with refused("not_proposing"):
        course.proposes(course.ben, "Late")
    room.do(course.host, c.SetProposing(on=True))
    room.do(course.host, PauseSession())
    with refused("session_not_live"):
        course.proposes(course.ben, "Late")
    room.check_documents()


@pytest.mark.parametrize("title", ["", "Fractions"])
def test_erasing_somebody_erases_what_they_proposed_also_where_a_topic_is_called_so(title: str):
    course = Class()
    room = course.room
    room.do(course.host, c.OpenProposal(proposal=course.first, title=title))
    room.do(course.host, EraseMember(member=course.ana))
    assert [topic.title for topic in room.topics.topics.values()] == [title or NAMELESS]
    assert "Egyptian" not in str(room.reads(CLASS)) + str(room.topics)
    room.check_documents()


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(["vote", "back", "merge", "again"]), st.integers(0, 3), st.integers(0, 3)),
        max_size=25,
    )
)
def test_whatever_is_voted_and_merged_each_counts_once_and_nobody_for_themselves(
    steps: list[tuple[str, int, int]],
):
    course = Class()
    room = course.room
    proposals = [course.first, *(course.proposes(member, f"By {n}") for n, member in enumerate(course.people[1:]))]
    wanted: dict[str, set[str]] = {proposal: set() for proposal in proposals}
    for kind, n, m in steps:
        proposal, member = proposals[n], course.people[m]
        command = {
            "vote": c.VoteForTopic(proposal=proposal),
            "back": c.VoteForTopic(proposal=proposal, on=False),
            "merge": c.MergeProposal(proposal=proposal, into=proposals[m]),
            "again": c.ReconsiderProposal(proposal=proposal),
        }[kind]
        try:
            room.do(member if kind in {"vote", "back"} else course.host, command)
        except Refusal:
            continue
        if kind in {"vote", "back"}:
            (set.add if kind == "vote" else set.discard)(wanted[proposal], member)
    state = room.topics
    for proposal in proposals:
        kin = {each for each in proposals if _leads_to(course, each, proposal)}
        behind = {member for each in kin for member in wanted[each]} | {course.people[proposals.index(k)] for k in kin}
        assert supporters(state, proposal) == behind - {course.people[proposals.index(proposal)]}
    room.check_documents()


def _leads_to(course: Class, proposal: str, target: str) -> bool:
    """Tell by the events alone whether a proposal counts as another, directly or by others."""
    while proposal != target:
        found = course.room.topics.proposals[proposal]
        if found.fate is not Fate.MERGED:
            return False
        proposal = found.into
    return True
