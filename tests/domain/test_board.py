"""The board: links and notes through the gate, messages by reference, marked useful once by each, and looked up."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.board.commands import AddItem, EditItem, MarkUseful, PutMessage, RemoveItem
from app.domain.board.decider import MOST_EACH
from app.domain.board.state import BoardState
from app.domain.board.views import NEWEST
from app.domain.discussion.commands import DeleteMessage
from app.domain.kernel.gate import Outcome
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS, me
from app.domain.kernel.words import derived_id, topic_channel
from app.domain.registry import REGISTRY
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused


class Boarded:
    """A class with two learners, and a board."""

    def __init__(self) -> None:
        self.room, self.host = Classroom.live()
        self.ana, self.ben = self.room.joins("Ana"), self.room.joins("Ben")
        self.room.keep_all()

    def adds(self, member: str, title: str = "Fractions", **fields: str) -> str:
        """Let a member put a link or a note there, and return its id."""
        command_id = self.room.new_id()
        self.room.do(member, AddItem(title=title, **fields), command_id=command_id)
        return derived_id(command_id, member, 0)

    def puts(self, member: str, message: str) -> str:
        """Let a member put a message there, and return what it is on the board."""
        self.room.do(member, PutMessage(message=message))
        return self.room.world.state(BoardState).messages[message]

    def items(self) -> dict[str, dict[str, Any]]:
        """Return what everybody sees."""
        return dict(self.room.reads(CLASS).get("board", {}).get("items", {}))

    def own(self, member: str) -> dict[str, dict[str, Any]]:
        """Return what a member is told of their unpublished texts."""
        return dict(self.room.reads(me(member)).get("board", {}).get("own", {}))


def test_a_link_shows_its_host_and_who_put_it_there():
    class_ = Boarded()
    item = class_.adds(class_.ana, link="https://Exemple.fr:8080/a?b=c", note="Well made")

    entry = class_.items()[item]
    assert (entry["name"], entry["host"], entry["note"]) == ("Ana", "exemple.fr", "Well made")
    assert class_.room.reads(CLASS)["board"]["count"] == 1
    bare = class_.adds(class_.host, "", link="http://example.org")
    assert class_.items()[bare]["staff"] is True


def test_a_host_that_looks_like_another_is_told_in_ascii():
    class_ = Boarded()
    item = class_.adds(class_.ana, link="https://\u0430pple.com/")

    assert class_.items()[item]["host"] == "xn--pple-43d.com"


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,hi",
        "ftp://example.org",
        "//example.org",
        "https://",
        "https://bank.example@evil.example/",
        "https://exam ple.org",
        "https://example.org:99999/",
        "https://" + "a" * 2_000,
    ],
)
def test_only_plain_web_addresses_are_taken(link: str):
    class_ = Boarded()
    with pytest.raises(Refusal) as refusal:
        class_.adds(class_.ana, link=link)

    assert refusal.value.code in {"bad_link", "text_too_long"}
    assert class_.items() == {}


def test_held_items_wait_and_hidden_ones_are_gone_at_once():
    class_ = Boarded()
    class_.room.holds(class_.host)
    item = class_.adds(class_.ana, link="https://example.org", note="Look")

    assert class_.items() == {}
    assert class_.own(class_.ana)[item]["state"] == "held"
    assert class_.own(class_.ben) == {}
    assert REGISTRY.text_of(class_.room.world, item, 1) == "Fractions\nhttps://example.org\nLook"
    class_.room.decides(class_.host, item, Outcome.PUBLISHED)
    assert list(class_.items()) == [item]
    class_.room.do(class_.ana, EditItem(item=item, title="Better", link="https://example.org"))
    assert class_.items()[item]["title"] == "Fractions"
    class_.room.decides(class_.host, item, Outcome.PUBLISHED)
    assert class_.items()[item]["title"] == "Better"
    class_.room.decides(class_.host, item, Outcome.RETURNED, "No advertising")
    assert class_.items() == {}
    assert class_.own(class_.ana)[item]["reason"] == "No advertising"
    class_.room.check_documents()


def test_a_message_stands_there_by_reference_and_once():
    class_ = Boarded()
    message = class_.room.says(class_.ana, "Half of a half is a quarter")
    item = class_.puts(class_.ben, message)
    class_.puts(class_.host, message)

    assert len(class_.items()) == 1
    assert class_.items()[item]["said"]["text"] == "Half of a half is a quarter"
    assert class_.items()[item]["said"]["name"] == "Ana"
    class_.room.edits(class_.ana, message, "Half of a half is one quarter")
    assert class_.items()[item]["said"]["text"] == "Half of a half is one quarter"
    class_.room.decides(class_.host, message, Outcome.REJECTED)
    assert class_.items() == {}
    class_.room.decides(class_.host, message, Outcome.PUBLISHED)
    assert list(class_.items()) == [item]
    class_.room.do(class_.ana, DeleteMessage(message=message))
    assert class_.items() == {}
    class_.room.check_documents()


def test_what_is_said_in_a_room_or_among_staff_stays_there():
    class_ = Boarded()
    table = class_.room.opens_room(class_.host, "Table 1")
    class_.room.moves(class_.host, class_.ana, table)
    said = class_.room.says(class_.ana, "In here")

    for member, code in (
        (class_.ana, "stays_in_room"),
        (class_.host, "stays_in_room"),
        (class_.ben, "unknown_message"),
    ):
        with refused(code):
            class_.puts(member, said)
    with refused("unknown_message"):
        class_.puts(class_.host, class_.room.says(class_.host, "Between us", "staff"))


def test_topics_are_named_when_they_are_known():
    class_ = Boarded()
    topic = class_.room.opens_topic(class_.host, "Halves")
    item = class_.adds(class_.ana, topic=topic)
    said = class_.puts(class_.ana, class_.room.says(class_.ana, "Look", topic_channel(topic)))

    assert class_.items()[item]["topic"] == class_.items()[said]["topic"] == topic
    with refused("unknown_topic"):
        class_.adds(class_.ana, topic="none")


def test_useful_counts_each_once_and_never_for_ones_own():
    class_ = Boarded()
    item = class_.adds(class_.ana)
    for _ in range(2):
        class_.room.do(class_.ben, MarkUseful(item=item))

    assert class_.items()[item]["useful"] == 1
    assert class_.room.reads(me(class_.ben))["board"]["useful"] == {item: True}
    with refused("own_item"):
        class_.room.do(class_.ana, MarkUseful(item=item))
    with refused("unknown_board_item"):
        class_.room.do(class_.ben, MarkUseful(item="nothing"))
    class_.room.do(class_.ben, MarkUseful(item=item, on=False))
    assert "useful" not in class_.items()[item]


def test_ones_own_may_be_changed_and_removed_and_staff_may_all():
    class_ = Boarded()
    item = class_.adds(class_.ana)
    for command in (EditItem(item=item, title="x"), RemoveItem(item=item)):
        with refused("not_allowed"):
            class_.room.do(class_.ben, command)
    class_.room.do(class_.host, EditItem(item=item, title="By staff"))
    class_.room.do(class_.ben, MarkUseful(item=item))

    assert class_.items()[item]["title"] == "By staff"
    assert class_.items()[item]["edited"] is True
    class_.room.do(class_.ana, RemoveItem(item=item))
    assert class_.items() == {}
    assert class_.room.reads(me(class_.ben)).get("board", {}) == {}
    with refused("not_allowed"):
        class_.room.do(class_.ana, RemoveItem(item=item))
    with refused("unknown_board_item"):
        class_.room.do(class_.host, RemoveItem(item=item))
    class_.room.check_documents()


def test_a_learner_fills_only_so_much_of_it_and_the_rest_is_looked_up():
    class_ = Boarded()
    for n in range(MOST_EACH):
        class_.adds(class_.ana, f"A{n}")
    with refused("too_many_items", limit=MOST_EACH):
        class_.adds(class_.ana)
    for n in range(NEWEST):
        class_.adds(class_.host, f"H{n}")

    shown = class_.items()
    assert len(shown) == NEWEST
    assert class_.room.reads(CLASS)["board"]["count"] == NEWEST + MOST_EACH
    before = min(entry["order"] for entry in shown.values())
    page = class_.room.asks(class_.ben, "board.items", before=before)
    assert {entry["title"] for entry in page["items"].values()} == {f"A{n}" for n in range(MOST_EACH)}
    assert "older" not in page
    with refused("bad_query"):
        class_.room.asks(class_.ben, "board.items", before="now")


def test_a_note_wants_a_title():
    class_ = Boarded()
    with refused("text_empty"):
        class_.adds(class_.ana, "", note="What for?")
