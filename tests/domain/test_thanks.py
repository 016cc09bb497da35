"""Thanks: once for each thing, not to oneself, not in floods; their words pass the gate and reach whom they should."""

from __future__ import annotations

from typing import Any

from app.domain.anonymous.commands import AllowAnonymous
from app.domain.anonymous.events import Allowed
from app.domain.discussion.commands import DeleteMessage, PostMessage
from app.domain.discussion.events import MessagePosted
from app.domain.kernel.gate import Outcome
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.views import CLASS, Audience, me
from app.domain.kernel.words import derived_id
from app.domain.registry import REGISTRY
from app.domain.roster.commands import EraseMember
from app.domain.session.commands import PauseSession
from app.domain.thanks.commands import GiveThanks, TakeBackThanks
from app.domain.thanks.decider import DAY_MS, MINUTE_MS, MOST_A_DAY, MOST_A_MINUTE
from app.domain.thanks.events import Reason
from app.domain.thanks.state import ThanksState
from app.domain.thanks.views import MOST
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused


class Thankful:
    """A class with three learners and a message of the first."""

    def __init__(self) -> None:
        self.room, self.host = Classroom.live()
        self.ana, self.ben, self.cleo = (self.room.joins(name) for name in ("Ana", "Ben", "Cleo"))
        self.room.keep_all()
        self.message = self.room.says(self.ana, "A third is one of three equal parts.")

    @property
    def state(self) -> ThanksState:
        """The thanks."""
        return self.room.world.state(ThanksState)

    def thanks(self, giver: str, message: str = "", **fields: Any) -> str:
        """Let a member thank for a message (Ana's), and return the id of the thanks."""
        command_id = self.room.new_id()
        about: dict[str, Any] = {} if "member" in fields else {"message": message or self.message}
        command = GiveThanks(**({"reason": Reason.EXPLAINED} | about | fields))
        self.room.do(giver, command, command_id=command_id)
        return derived_id(command_id, giver, 0)

    def mark(self, message: str = "", audience: Audience = CLASS) -> dict[str, Any]:
        """Return the mark that readers see on a message."""
        marks = self.room.reads(audience).get("thanks", {}).get("marks", {})
        return dict(marks.get(message or self.message, {}))

    def own(self, member: str, name: str) -> dict[str, Any]:
        """Return a part of what a member's own document says of thanks."""
        return dict(self.room.reads(me(member)).get("thanks", {}).get(name, {}))


def test_thanks_for_a_message_mark_it_for_all_and_reach_its_author():
    class_ = Thankful()
    thanks = class_.thanks(class_.ben)
    class_.thanks(class_.host, reason=Reason.GOOD_EXAMPLE)

    assert class_.mark() == {"count": 2, "reasons": {"explained": 1, "good_example": 1}}
    got = class_.own(class_.ana, "received")[thanks]
    assert (got["name"], got["reason"], got["message"], got["channel"]) == ("Ben", "explained", class_.message, "main")
    assert class_.room.reads(me(class_.ana))["thanks"]["count"] == 2
    assert class_.own(class_.ben, "given")[thanks]["to"] == class_.ana
    assert class_.own(class_.cleo, "received") == {}
    class_.room.check_documents()


def test_the_same_thanks_count_once_and_other_thanks_for_the_same_are_refused():
    class_ = Thankful()
    class_.thanks(class_.ben)
    class_.thanks(class_.ben)
    class_.thanks(class_.ben, member=class_.ana, reason=Reason.HELPED)
    class_.thanks(class_.ben, member=class_.ana, reason=Reason.HELPED)
    class_.thanks(class_.ben, member=class_.ana, reason=Reason.ENCOURAGED)

    with refused("thanked_already"):
        class_.thanks(class_.ben, reason=Reason.HELPED)
    with refused("thanked_already"):
        class_.thanks(class_.ben, member=class_.ana, reason=Reason.HELPED, text="Again!")
    assert len(class_.state.thanks) == 3
    assert class_.mark()["count"] == 1


def test_nobody_thanks_themselves_or_what_they_do_not_see():
    class_ = Thankful()
    table = class_.room.opens_room(class_.host, "Table 1")
    class_.room.moves(class_.host, class_.cleo, table)
    elsewhere = class_.room.says(class_.cleo, "In here")
    staff = class_.room.says(class_.host, "Between us", "staff")

    with refused("own_thanks"):
        class_.thanks(class_.ana)
    with refused("own_thanks"):
        class_.thanks(class_.ana, member=class_.ana)
    for message in (elsewhere, staff, "nothing"):
        with refused("unknown_message"):
            class_.thanks(class_.ben, message)
    with refused("unknown_member"):
        class_.thanks(class_.ben, member="nobody")
    with refused("bad_command"):
        class_.room.do(class_.ben, GiveThanks(reason=Reason.HELPED))
    with refused("bad_command"):
        both = GiveThanks(message=class_.message, member=class_.ana, reason=Reason.HELPED)
        class_.room.do(class_.ben, both)
    with refused("text_empty"):
        class_.thanks(class_.ben, reason=Reason.OTHER)


def test_words_are_the_receivers_and_everybodys_only_when_the_giver_says_so():
    class_ = Thankful()
    kept = class_.thanks(class_.ben, text="You are patient")
    told = class_.thanks(class_.cleo, reason=Reason.OTHER, text="Best drawing ever", open=True)

    assert class_.own(class_.ana, "received")[kept]["text"] == "You are patient"
    assert [each["text"] for each in class_.mark()["said"].values()] == ["Best drawing ever"]
    assert class_.mark()["said"][told]["name"] == "Cleo"
    assert REGISTRY.text_of(class_.room.world, kept, 1) == "You are patient"


def test_held_words_wait_while_the_thanks_count_already():
    class_ = Thankful()
    class_.room.holds(class_.host)
    thanks = class_.thanks(class_.ben, text="Clear!", open=True)

    assert class_.mark() == {"count": 1, "reasons": {"explained": 1}}
    assert "text" not in class_.own(class_.ana, "received")[thanks]
    assert class_.own(class_.ben, "given")[thanks]["state"] == "held"
    class_.room.decides(class_.host, thanks, Outcome.PUBLISHED)
    assert class_.own(class_.ana, "received")[thanks]["text"] == "Clear!"
    assert class_.mark()["said"][thanks]["text"] == "Clear!"
    class_.room.decides(class_.host, thanks, Outcome.RETURNED, "Say why")
    assert class_.own(class_.ben, "given")[thanks]["told"] == "Say why"
    assert "said" not in class_.mark()
    class_.room.check_documents()


def test_thanks_are_taken_back_by_who_gave_them_or_staff():
    class_ = Thankful()
    thanks = class_.thanks(class_.ben, text="Thank you")
    with refused("not_allowed"):
        class_.room.do(class_.ana, TakeBackThanks(thanks=thanks))
    class_.room.do(class_.ben, TakeBackThanks(thanks=thanks))

    assert class_.mark() == {}
    assert class_.own(class_.ana, "received") == {}
    assert class_.own(class_.ben, "given") == {}
    assert thanks not in class_.room.moderation.items
    with refused("unknown_thanks"):
        class_.room.do(class_.host, TakeBackThanks(thanks=thanks))
    again = class_.thanks(class_.ben, reason=Reason.HELPED)
    class_.room.do(class_.host, TakeBackThanks(thanks=again))
    assert class_.state.thanks == {}
    class_.room.check_documents()


def test_a_flood_of_thanks_is_refused_and_says_when_to_go_on():
    class_ = Thankful()
    for _ in range(MOST_A_MINUTE):
        class_.room.do(class_.ben, TakeBackThanks(thanks=class_.thanks(class_.ben)))
    class_.room.now += 20_000
    with refused("too_many_thanks", limit=MOST_A_MINUTE, retry_after=40):
        class_.thanks(class_.ben)
    class_.thanks(class_.cleo)
    for _ in range(MOST_A_DAY - MOST_A_MINUTE):
        class_.room.now += MINUTE_MS
        class_.room.do(class_.ben, TakeBackThanks(thanks=class_.thanks(class_.ben)))
    class_.room.now += MINUTE_MS
    with refused("too_many_thanks"):
        class_.thanks(class_.ben)
    class_.room.now += DAY_MS
    class_.thanks(class_.ben)


def test_a_room_keeps_its_thanks_and_a_message_that_is_gone_has_none():
    class_ = Thankful()
    table = class_.room.opens_room(class_.host, "Table 1")
    for member in (class_.ana, class_.ben):
        class_.room.moves(class_.host, member, table)
    class_.room.keep_all()
    said = class_.room.says(class_.ana, "Only here")
    class_.thanks(class_.ben, said)

    assert class_.mark(said) == {}
    assert class_.mark(said, Audience("room", table))["count"] == 1
    class_.room.do(class_.ana, DeleteMessage(message=said))
    assert class_.mark(said, Audience("room", table)) == {}
    assert [each for each in class_.own(class_.ana, "received").values() if "message" in each] == []
    class_.room.check_documents()


def test_learners_thank_while_the_class_is_live_and_an_erased_giver_leaves_no_words():
    class_ = Thankful()
    thanks = class_.thanks(class_.ben, text="Thank you", open=True)
    class_.room.do(class_.host, EraseMember(member=class_.ben))

    assert "text" not in class_.own(class_.ana, "received")[thanks]
    assert "said" not in class_.mark()
    class_.room.do(class_.host, PauseSession())
    with refused("session_not_live", phase="paused"):
        class_.thanks(class_.cleo)
    class_.room.check_documents()


def test_a_document_holds_the_newest_thanks_and_counts_them_all():
    class_ = Thankful()
    for n in range(MOST + 3):
        class_.room.now += MINUTE_MS
        class_.thanks((class_.ben, class_.cleo)[n % 2], class_.room.says(class_.ana, f"Idea {n}"))

    assert len(class_.own(class_.ana, "received")) == MOST
    assert class_.room.reads(me(class_.ana))["thanks"]["count"] == MOST + 3


def test_thanks_for_a_message_without_a_name_name_nobody():
    class_ = Thankful()
    for mode in (Allowed.PEERS, Allowed.EVERYBODY):
        class_.room.do(class_.host, AllowAnonymous(channel="all", mode=mode))
        command_id = class_.room.new_id()
        anonymity = Anonymity.PEERS if mode is Allowed.PEERS else Anonymity.EVERYBODY
        command = PostMessage(channel="main", text="Nobody knows me", anonymous=anonymity)
        events = class_.room.do(class_.ana, command, command_id=command_id)
        message = next(event.item for event in events if isinstance(event, MessagePosted))
        with refused("own_thanks"):
            class_.thanks(class_.ana, message)
        thanks = class_.thanks(class_.ben, message, reason=Reason.HELPED)

        assert class_.mark(message)["count"] == 1
        assert class_.own(class_.ben, "given")[thanks].get("anonymous") is True
        assert "Ana" not in str(class_.own(class_.ben, "given")[thanks])
    class_.room.check_documents()
