"""Questions: asked, stood by, answered by peers, settled, merged, put on air, and timed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.discussion.commands import DeleteMessage
from app.domain.kernel.gate import Outcome
from app.domain.kernel.views import CLASS, Audience, me
from app.domain.questions.commands import (
    AcceptAnswer,
    AskQuestion,
    MarkAnswer,
    MergeQuestion,
    SetStanding,
    SupportQuestion,
    WithdrawQuestion,
)
from app.domain.questions.decider import MAX_ANSWERS
from app.domain.questions.events import Standing, Support
from app.domain.questions.state import QuestionsState
from app.domain.questions.timing import median, times_to_first_peer_answer
from app.domain.questions.views import MOST
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused

if TYPE_CHECKING:
    from collections.abc import Sequence


class Asked:
    """A class with four learners and a question of the first."""

    def __init__(self) -> None:
        self.room, self.host = Classroom.live()
        self.ana, self.ben, self.cleo, self.dan = (self.room.joins(name) for name in ("Ana", "Ben", "Cleo", "Dan"))
        self.room.keep_all()
        self.question = self.asks(self.ana, "Why thirds?")

    def asks(self, member: str, text: str, channel: str = "") -> str:
        """Let a member ask, and return the question's id."""
        message = self.room.says(member, text, channel)
        self.room.do(member, AskQuestion(message=message))
        return message

    def answers(self, member: str, text: str, question: str = "") -> str:
        """Let a member answer, and return the answer's id."""
        question = question or self.question
        message = self.room.says(member, text, reply_to=question)
        self.room.do(member, MarkAnswer(question=question, message=message))
        return message

    def stands_by(self, member: str, question: str = "", how: Support = Support.VOTE, *, on: bool = True) -> None:
        """Let a member want an answer too, or say that they had the same."""
        self.room.do(member, SupportQuestion(question=question or self.question, how=how, on=on))

    def listed(self, audience: Audience = CLASS) -> dict[str, dict[str, Any]]:
        """Return the questions that a document holds."""
        found: dict[str, dict[str, Any]] = self.room.reads(audience).get("questions", {}).get("questions", {})
        return found

    def entry(self, question: str = "") -> dict[str, Any]:
        """Return the question as everybody reads it."""
        return self.listed()[question or self.question]

    def mine(self, member: str) -> dict[str, Any]:
        """Return how a member stands by questions, as their own document says."""
        found: dict[str, Any] = self.room.reads(me(member)).get("questions", {}).get("mine", {})
        return found


def types(events: Sequence[object]) -> list[str]:
    """Return what happened, by name."""
    return [type(event).__name__ for event in events]


def test_a_message_becomes_a_question_by_its_author_or_staff_and_by_nobody_else():
    class_ = Asked()
    message = class_.room.says(class_.ben, "And fifths?")
    with refused("not_allowed"):
        class_.room.do(class_.ana, AskQuestion(message=message))
    class_.room.do(class_.host, AskQuestion(message=message))

    assert class_.entry(message)["text"] == "And fifths?"
    assert class_.entry(message)["name"] == "Ben"
    assert types(class_.room.do(class_.ben, AskQuestion(message=message))) == ["CommandNoted"]
    class_.room.do(class_.ben, WithdrawQuestion(question=message))
    assert message not in class_.listed()


def test_each_member_counts_once_whatever_they_do_on_however_many_devices():
    class_ = Asked()
    for _ in range(3):
        class_.stands_by(class_.ben)
    class_.stands_by(class_.ben, how=Support.SAME)
    class_.stands_by(class_.cleo, how=Support.SAME)

    assert (class_.entry()["votes"], class_.entry()["same"]) == (1, 2)
    assert class_.room.world.state(QuestionsState).weight(class_.question) == 2
    assert class_.mine(class_.ben) == {class_.question: {"vote": True, "same": True}}
    class_.stands_by(class_.ben, on=False)
    assert "votes" not in class_.entry()
    with refused("own_question"):
        class_.stands_by(class_.ana)
    class_.room.check_documents()


def test_questions_are_listed_by_how_many_stand_by_them():
    class_ = Asked()
    second, third = class_.asks(class_.ben, "Second?"), class_.asks(class_.cleo, "Third?")
    for member in (class_.ana, class_.dan):
        class_.stands_by(member, third)
    class_.stands_by(class_.dan, second)

    assert list(class_.room.projector.render(class_.room.world, CLASS)["questions"]["questions"]) == [
        third,
        second,
        class_.question,
    ]


def test_a_peer_answers_and_the_asker_accepts():
    class_ = Asked()
    answer = class_.answers(class_.ben, "Because three share.")
    assert class_.entry()["answers"] == {answer: True}
    with refused("not_allowed"):
        class_.room.do(class_.cleo, AcceptAnswer(question=class_.question, message=answer))
    class_.room.do(class_.ana, AcceptAnswer(question=class_.question, message=answer))

    assert (class_.entry()["standing"], class_.entry()["accepted"]) == ("answered", answer)
    class_.room.do(class_.ana, AcceptAnswer(question=class_.question, message=""))
    assert "standing" not in class_.entry()
    class_.room.check_documents()


def test_only_replies_to_a_question_answer_it():
    class_ = Asked()
    aside = class_.room.says(class_.ben, "Lunch?")
    reply = class_.room.says(class_.ben, "Because.", reply_to=class_.question)
    deeper = class_.room.says(class_.cleo, "And so on.", reply_to=reply)

    with refused("not_an_answer"):
        class_.room.do(class_.ben, MarkAnswer(question=class_.question, message=aside))
    with refused("not_allowed"):
        class_.room.do(class_.dan, MarkAnswer(question=class_.question, message=reply))
    class_.room.do(class_.ana, MarkAnswer(question=class_.question, message=deeper))
    with refused("not_an_answer"):
        class_.room.do(class_.ana, AcceptAnswer(question=class_.question, message=reply))
    with refused("unknown_message"):
        class_.room.do(class_.ana, MarkAnswer(question=class_.question, message="forged"))
    with refused("unknown_question"):
        class_.room.do(class_.ana, MarkAnswer(question=aside, message=reply))


def test_an_answer_that_waits_at_the_gate_is_not_shown_before_its_time():
    class_ = Asked()
    class_.room.holds(class_.host)
    answer = class_.answers(class_.ben, "Held")
    assert "answers" not in class_.entry()
    class_.room.decides(class_.host, answer, Outcome.PUBLISHED)
    assert class_.entry()["answers"] == {answer: True}
    held = class_.asks(class_.ben, "Held?")
    assert held not in class_.listed()
    class_.room.check_documents()


def test_duplicates_merge_with_their_votes_and_come_apart_again():
    """Who stands by both counts once; whoever asked the other had the same."""
    class_ = Asked()
    other = class_.asks(class_.ben, "What are thirds for?")
    class_.stands_by(class_.cleo)
    class_.stands_by(class_.cleo, other)
    class_.stands_by(class_.dan, other)
    answer = class_.answers(class_.dan, "For sharing.", other)
    class_.room.do(class_.host, MergeQuestion(question=other, into=class_.question))

    assert list(class_.listed()) == [class_.question]
    assert (class_.entry()["votes"], class_.entry()["same"]) == (2, 1)
    class_.room.do(class_.ana, AcceptAnswer(question=class_.question, message=answer))
    assert class_.entry()["accepted"] == answer
    class_.room.check_documents()
    with refused("same_question"):
        class_.room.do(class_.host, MergeQuestion(question=class_.question, into=other))
    class_.room.do(class_.host, MergeQuestion(question=other, into=""))
    assert (class_.entry()["votes"], class_.entry(other)["votes"]) == (1, 2)
    class_.room.check_documents()


def test_a_rooms_question_stays_in_the_room():
    class_ = Asked()
    table = class_.room.opens_room(class_.host, "Table 1")
    class_.room.moves(class_.host, class_.ben, table)
    there = class_.asks(class_.ben, "Among us?")

    assert there not in class_.listed()
    assert class_.listed(Audience("room", table))[there]["text"] == "Among us?"
    with refused("unknown_question"):
        class_.stands_by(class_.cleo, there)
    with refused("not_together"):
        class_.room.do(class_.host, MergeQuestion(question=there, into=class_.question))


def test_one_question_at_a_time_is_on_air():
    class_ = Asked()
    other = class_.asks(class_.ben, "And fifths?")
    class_.room.do(class_.host, SetStanding(question=class_.question, standing=Standing.ON_AIR))
    class_.room.do(class_.host, SetStanding(question=other, standing=Standing.ON_AIR))

    assert (class_.entry()["standing"], class_.entry(other)["standing"]) == ("answered_live", "on_air")
    with refused("not_allowed"):
        class_.room.do(class_.ana, SetStanding(question=other, standing=Standing.OPEN))
    with refused("bad_command"):
        class_.room.do(class_.host, SetStanding(question=other, standing=Standing.ANSWERED))


def test_a_message_that_is_taken_away_is_no_question_and_no_answer():
    class_ = Asked()
    answer = class_.answers(class_.ben, "Because.")
    class_.room.do(class_.ana, AcceptAnswer(question=class_.question, message=answer))
    class_.room.do(class_.ben, DeleteMessage(message=answer))
    assert "accepted" not in class_.entry()
    assert "standing" not in class_.entry()
    class_.room.check_documents()
    class_.stands_by(class_.ben)
    class_.room.do(class_.ana, DeleteMessage(message=class_.question))
    assert class_.listed() == {}
    assert class_.mine(class_.ben) == {}
    class_.room.check_documents()


def test_a_document_holds_so_many_questions_and_no_more():
    class_ = Asked()
    for n in range(MOST + 5):
        class_.asks(class_.ben, f"Question {n}?")

    assert len(class_.listed()) == MOST
    class_.room.check_documents()


def test_there_is_an_end_to_answers():
    class_ = Asked()
    for n in range(MAX_ANSWERS):
        class_.answers(class_.ben, f"Answer {n}")

    with refused("too_many_answers"):
        class_.answers(class_.cleo, "One more")


def test_how_long_a_question_waits_for_a_peer_is_read_from_the_log():
    """Staff's answers and one's own do not count; the first of another learner does."""
    class_ = Asked()
    room = class_.room
    room.now += 10_000
    class_.answers(class_.host, "From the front")
    class_.answers(class_.ana, "Found it myself")
    room.now += 20_000
    class_.answers(class_.ben, "From a peer")
    room.now += 5_000
    class_.answers(class_.cleo, "From another")
    lonely = class_.asks(class_.dan, "Anybody?")
    gone = class_.asks(class_.dan, "Never mind")
    room.do(class_.dan, DeleteMessage(message=gone))

    waits = times_to_first_peer_answer(room.envelopes)
    assert waits == {class_.question: 30_000, lonely: None}
    assert room.world.state(QuestionsState).questions[class_.question].peer_at == room.now - 5_000
    assert (median(waits.values()), median([1, 3]), median([None])) == (30_000, 2, None)


def test_learners_ask_while_the_class_is_live_and_about_what_they_see():
    class_ = Asked()
    secret = class_.room.says(class_.host, "for us", "staff")
    with refused("unknown_message"):
        class_.room.do(class_.host, AskQuestion(message=secret))
    with refused("not_allowed"):
        class_.room.do(class_.ana, AskQuestion(message="forged"))
    with refused("unknown_question"):
        class_.stands_by(class_.ana, "forged")
