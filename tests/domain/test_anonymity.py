"""Anonymous acts: the relay counts each person once, and nothing that leaves it tells who acted."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kernel.anonymity import NOBODY, AnonymousNoted, Masks, is_alias
from app.domain.kernel.gate import Outcome
from app.domain.kernel.views import me
from app.domain.kernel.words import derived_id
from app.domain.polls import commands as c
from app.domain.polls.draft import Draft, Form, Option
from app.domain.polls.state import PollsState
from app.domain.registry import REGISTRY
from app.domain.roster.commands import EraseMember
from app.domain.session.events import EpochBegun
from app.relay.ledger import Ledger, request_digest
from tests.domain.classroom import SESSION_ID, Classroom
from tests.domain.refusals import refused
from tests.drawing import drawn

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command

CHOICE = Draft(question="?", options=(Option(text="yes"), Option(text="no")))
TEXT = Draft(question="?", form=Form.TEXT)


def asks(room: Classroom, host: str, draft: Draft) -> str:
    """Open a poll, and return its id."""
    room.do(host, c.PreparePoll(draft=draft, opens=True))
    return next(reversed(room.world.state(PollsState).polls))


def polls(room: Classroom) -> PollsState:
    """Return the state of polls."""
    return room.world.state(PollsState)


steps = st.lists(
    st.tuples(st.sampled_from(["choose", "write", "withdraw", "repeat"]), st.integers(0, 3), st.integers(0, 1)),
    min_size=1,
    max_size=25,
)


@settings(max_examples=drawn(20), deadline=None)
@given(steps)
def test_no_record_of_an_anonymous_act_tells_who_acted(course: list[tuple[str, int, int]]):
    """Neither by a name in it, nor by an id that anybody who knows the members could derive again, nor by a digest."""
    room, host = Classroom.live()
    people = [room.joins(name) for name in ("Ana", "Ben", "Cleo", "Dan")]
    choice, text = asks(room, host, CHOICE), asks(room, host, TEXT)
    begun = len(room.records)
    asked: list[tuple[str, Command]] = []
    for kind, who, what in course:
        command: Command
        match kind:
            case "write":
                command = c.AnswerPoll(poll=text, round=1, texts=(f"answer {what}",))
            case "withdraw":
                command = c.WithdrawAnswer(poll=(choice, text)[what], round=1)
            case "repeat" if asked:
                command = asked[-1][1]
                who = people.index(asked[-1][0])  # noqa: PLW2901 (the same person asks the same again)
            case _:
                command = c.AnswerPoll(poll=choice, round=1, choices=(str(what + 1),))
        room.do(people[who], command)
        asked.append((people[who], command))

    assert len({envelope.command_id for envelope in room.envelopes[begun:]}) == len(course)
    for record, envelope in zip(room.records[begun:], room.envelopes[begun:], strict=True):
        stored = record.body + (record.private or b"")
        assert is_alias(envelope.actor)
        assert not any(member.encode() in stored for member in people)
        derivable = [derived_id(envelope.command_id, member, n) for member, n in product(people, range(3))]
        assert not any(derived.encode() in stored for derived in derivable)
    counted = {who for who, command in asked if isinstance(command, c.AnswerPoll)}
    assert polls(room).answered(polls(room).polls[choice]) <= len(counted)


@settings(max_examples=drawn(15), deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 2)), max_size=30))
def test_everybody_counts_once_whatever_they_answer_how_often(votes: list[tuple[int, int]]):
    room, host = Classroom.live()
    people = [room.joins(name) for name in ("Ana", "Ben", "Cleo", "Dan")]
    poll = asks(room, host, CHOICE)
    for who, choice in votes:
        room.do(people[who], c.AnswerPoll(poll=poll, round=1, choices=(str(choice),)))

    last = dict(votes)
    found = polls(room).tally(polls(room).polls[poll])
    assert found.answered == len(last)
    assert found.counts == {key: sum(str(choice) == key for choice in last.values()) for key in ("1", "2")}
    for who, choice in last.items():
        assert room.reads(me(people[who]))["polls"]["mine"][poll]["choices"] == {str(choice): 1}


def test_aliases_of_two_polls_of_two_sessions_and_of_two_relays_have_nothing_in_common():
    masks = [Masks(session, key) for session in (SESSION_ID, "other") for key in (b"a" * 32, b"b" * 32)]
    found = [mask.alias(scope, member) for mask in masks for scope in ("p", "q") for member in ("m", "n")]

    assert len(set(found)) == len(found)
    assert all(is_alias(alias) and alias != NOBODY for alias in found)


def test_a_vote_sent_twice_happens_once_also_after_the_relay_started_anew():
    """The log alone knows that the command happened, although it does not know whose it was."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    poll = asks(room, host, CHOICE)
    command = c.AnswerPoll(poll=poll, round=1, choices=("1",))
    command_id = room.new_id()
    room.do(ana, command, command_id=command_id)
    again = Ledger.empty(REGISTRY, SESSION_ID)
    for envelope, record in zip(room.envelopes, room.records, strict=True):
        again.fold(envelope, record.hash)

    for ledger in (room.ledger, again):
        settled = ledger.known(command_id, ana, request_digest(command))
        assert settled is not None
        assert settled.seq == room.world.seq
        with refused("id_reused"):
            ledger.known(command_id, ana, request_digest(c.AnswerPoll(poll=poll, round=1, choices=("2",))))


def test_who_answers_the_same_again_is_not_named_by_it():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    poll = asks(room, host, CHOICE)
    command = c.AnswerPoll(poll=poll, round=1, choices=("1",))
    room.do(ana, command)

    (noted,) = room.do(ana, command)

    assert isinstance(noted, AnonymousNoted)
    assert room.envelopes[-1].actor == room.envelopes[-2].actor


def test_another_relay_closes_the_polls_in_which_it_cannot_tell_who_has_answered():
    room, host = Classroom.live()
    named = asks(room, host, Draft(question="?", options=CHOICE.options, anonymous=False))
    hidden = asks(room, host, CHOICE)
    room.world.masks = Masks(SESSION_ID, b"another" * 5)
    envelopes, records = room.ledger.begin(
        EpochBegun(epoch=2, after_hash="0" * 64), room.new_id(), room.now, lambda: "5a" * 16
    )
    room.take(envelopes, records)

    assert (polls(room).polls[named].is_open, polls(room).polls[hidden].is_open) == (True, False)


def test_without_its_key_a_relay_takes_no_anonymous_act():
    """Everybody would be one and the same."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    poll = asks(room, host, CHOICE)
    room.world.masks = None

    with refused("anonymity_over"):
        room.do(ana, c.AnswerPoll(poll=poll, round=1, choices=("1",)))


def test_a_desktop_folds_what_it_receives_without_any_key():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    poll = asks(room, host, TEXT)
    room.do(ana, c.AnswerPoll(poll=poll, round=1, texts=("hello",)))
    replica = REGISTRY.world(SESSION_ID)
    for envelope in room.envelopes:
        REGISTRY.evolve(replica, envelope)

    assert replica.state(PollsState) == polls(room)
    assert replica.masks is None


def test_erasing_a_member_does_not_tell_what_they_answered_anonymously():
    """To take it away by their name would say that it was theirs; staff can reject a text whoever wrote it."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    poll = asks(room, host, TEXT)
    room.do(ana, c.AnswerPoll(poll=poll, round=1, texts=("hello",)))
    before = dict(polls(room).answers(poll, 1))

    room.do(host, EraseMember(member=ana))

    assert dict(polls(room).answers(poll, 1)) == before


def test_an_anonymous_answer_stands_in_its_authors_document_also_after_the_relay_started_anew():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    poll = asks(room, host, TEXT)
    room.do(ana, c.AnswerPoll(poll=poll, round=1, texts=("hello",)))
    item = next(reversed(room.moderation.items))
    room.keep_all()
    room.world.masks = Masks(SESSION_ID, b"k" * 32)

    room.decides(host, item, Outcome.REJECTED)

    assert room.reads(me(ana))["polls"]["mine"][poll]["state"] == "rejected"
    room.check_documents()
