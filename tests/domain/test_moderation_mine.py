"""What became of what one wrote: one list for each author, told by all capabilities together."""

from __future__ import annotations

from typing import Any

from app.domain.anonymous.commands import AllowAnonymous
from app.domain.anonymous.events import Allowed
from app.domain.board.commands import AddItem, MarkUseful, PutMessage
from app.domain.discussion.commands import DeleteMessage, PostMessage
from app.domain.discussion.events import MessagePosted
from app.domain.kernel.gate import Outcome
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.views import me
from app.domain.moderation.mine import NEWEST
from app.domain.pins.commands import PinMessage, UnpinMessage
from app.domain.questions.commands import AcceptAnswer, AskQuestion, MarkAnswer, MergeQuestion, SetStanding
from app.domain.questions.events import Standing
from app.domain.stage.commands import ClearStage, PutOnStage
from app.domain.thanks.commands import GiveThanks
from app.domain.thanks.events import Reason
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused


class Writers:
    """A class with two learners who write."""

    def __init__(self) -> None:
        self.room, self.host = Classroom.live()
        self.ana, self.ben = self.room.joins("Ana"), self.room.joins("Ben")
        self.room.keep_all()

    def told(self, member: str) -> dict[str, dict[str, Any]]:
        """Return what a member is told of all they wrote."""
        self.room.check_documents()
        return dict(self.room.reads(me(member)).get("moderation", {}).get("mine", {}))


def test_a_text_waits_comes_back_with_a_reason_and_is_published():
    class_ = Writers()
    class_.room.holds(class_.host)
    message = class_.room.says(class_.ana, "A third")

    assert class_.told(class_.ana)[message]["state"] == "held"
    assert class_.told(class_.ben) == {}
    class_.room.decides(class_.host, message, Outcome.RETURNED, "Which third?")
    assert class_.told(class_.ana)[message]["reason"] == "Which third?"
    class_.room.edits(class_.ana, message, "A third of twelve")
    class_.room.decides(class_.host, message, Outcome.PUBLISHED)
    told = class_.told(class_.ana)[message]
    assert (told["state"], told["text"], told["kind"]) == ("published", "A third of twelve", "message")
    assert "reason" not in told


def test_a_question_tells_where_it_is_and_an_answer_that_it_was_accepted():
    class_ = Writers()
    first, second = (class_.room.says(class_.ana, text) for text in ("Why?", "What for?"))
    for question in (first, second):
        class_.room.do(class_.ana, AskQuestion(message=question))
    answer = class_.room.says(class_.ben, "Because", reply_to=first)
    class_.room.do(class_.ben, MarkAnswer(question=first, message=answer))

    assert class_.told(class_.ana)[first]["answers"] == 1
    assert class_.told(class_.ana)[first]["replies"] == 1
    assert class_.told(class_.ben)[answer]["answers_to"] == first
    class_.room.do(class_.ana, AcceptAnswer(question=first, message=answer))
    assert class_.told(class_.ben)[answer]["accepted"] is True
    class_.room.do(class_.host, MergeQuestion(question=second, into=first))
    assert class_.told(class_.ana)[second]["into"] == first
    class_.room.do(class_.host, SetStanding(question=first, standing=Standing.ON_AIR))
    assert class_.told(class_.ana)[second]["question"] == "on_air"
    class_.room.do(class_.ana, DeleteMessage(message=first))
    assert "answers_to" not in class_.told(class_.ben)[answer]
    assert "into" not in class_.told(class_.ana)[second]
    assert first not in class_.told(class_.ana)


def test_thanks_and_the_board_are_told():
    class_ = Writers()
    message = class_.room.says(class_.ana, "Draw it!")
    class_.room.do(class_.ben, GiveThanks(message=message, reason=Reason.HELPED, text="It worked"))
    class_.room.do(class_.ben, PutMessage(message=message))
    class_.room.do(class_.ana, AddItem(title="Fractions"))
    added = next(item for item, told in class_.told(class_.ana).items() if told["kind"] == "board")
    class_.room.do(class_.ben, MarkUseful(item=added))

    assert class_.told(class_.ana)[message]["thanks"] == 1
    assert class_.told(class_.ana)[message]["board"]
    assert (class_.told(class_.ana)[added]["text"], class_.told(class_.ana)[added]["useful"]) == ("Fractions", 1)
    assert [told["text"] for told in class_.told(class_.ben).values()] == ["It worked"]


def test_older_texts_are_looked_up_by_their_author_alone():
    class_ = Writers()
    for n in range(NEWEST + 3):
        class_.room.says(class_.ana, f"message {n}")

    newest = class_.told(class_.ana)
    assert len(newest) == NEWEST
    before = min(told["order"] for told in newest.values())
    page = class_.room.asks(class_.ana, "moderation.mine", before=before)
    assert [told["text"] for told in page["mine"].values()] == ["message 2", "message 1", "message 0"]
    assert class_.room.asks(class_.ana, "moderation.mine")["older"] is True
    assert class_.room.asks(class_.ben, "moderation.mine") == {"mine": {}}
    with refused("bad_query"):
        class_.room.asks(class_.ana, "moderation.mine", before=-1)


def test_what_was_shown_to_all_is_told_also_of_what_was_written_without_a_name():
    class_ = Writers()
    class_.room.do(class_.host, AllowAnonymous(channel="all", mode=Allowed.EVERYBODY))
    command = PostMessage(channel="main", text="Nobody knows me", anonymous=Anonymity.EVERYBODY)
    posted = class_.room.do(class_.ana, command)
    message = next(event.item for event in posted if isinstance(event, MessagePosted))
    class_.room.do(class_.host, PutOnStage(message=message))
    class_.room.do(class_.host, PinMessage(message=message))
    thanks = GiveThanks(message=message, reason=Reason.HELPED)
    class_.room.do(class_.ben, thanks)

    told = class_.told(class_.ana)[message]
    assert (told["stage"], told["pinned"], told["thanks"]) == ("now", True, 1)
    assert class_.room.reads(me(class_.ana))["thanks"]["count"] == 1
    assert message not in class_.told(class_.ben)
    class_.room.do(class_.host, ClearStage())
    class_.room.do(class_.host, UnpinMessage(message=message))
    told = class_.told(class_.ana)[message]
    assert (told["stage"], "pinned" in told) == ("was", False)
