"""The board and the thanks of a class, as tables and as Markdown that nothing in them can break."""

from __future__ import annotations

from app.domain.board.commands import AddItem, MarkUseful, PutMessage
from app.domain.board.state import BoardState
from app.domain.thanks.commands import GiveThanks
from app.domain.thanks.events import Reason
from app.reports.board import board_markdown, board_sheet
from app.reports.sheets import csv_of
from app.reports.thanks import Counted, counts, thanks_sheets
from tests.domain.classroom import Classroom


def a_class() -> tuple[Classroom, str, str, str]:
    """Return a class with a board and thanks, its host and two learners."""
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    topic = room.opens_topic(host, "Halves & thirds")
    room.do(ana, AddItem(title="Pies [to] *cut*", link="https://example.org/a_b", note="=1+1", topic=topic))
    room.do(ben, PutMessage(message=room.says(ana, "Half of a half\nis a quarter")))
    for item in room.world.state(BoardState).items.values():
        if item.by == ana:
            room.do(ben, MarkUseful(item=item.id))
    message = room.says(ana, "Like this")
    room.do(ben, GiveThanks(message=message, reason=Reason.OTHER, text="=HYPERLINK(1)"))
    room.do(host, GiveThanks(member=ana, reason=Reason.HELPED))
    return room, host, ana, ben


def test_the_board_is_a_table_without_formulas_and_a_list_without_surprises():
    room, *_ = a_class()
    table = csv_of((board_sheet(room.world, "en"),), "en").decode("utf-8-sig")
    text = board_markdown(room.world, "en")

    assert "'=1+1" in table
    assert '"Half of a half\nis a quarter"' in table
    assert "- [Pies \\[to\\] \\*cut\\*](<https://example.org/a_b>)" in text
    assert "## Halves & thirds" in text
    assert "*Message of Ana · Put there by Ben*" in text
    assert "useful to 1" in text


def test_thanks_are_counted_for_each_person_in_the_order_in_which_they_came():
    room, host, ana, ben = a_class()

    assert counts(room.world) == (Counted(host, 1, 0), Counted(ana, 0, 2), Counted(ben, 1, 0))
    people, each = thanks_sheets(room.world, "fr")
    assert people.rows == (("Host", 1, 0), ("Ana", 0, 2), ("Ben", 1, 0))
    assert [row[:4] for row in each.rows] == [
        ("Ben", "Ana", "Autre", "=HYPERLINK(1)"),
        ("Host", "Ana", "M’a été utile", ""),
    ]
    assert "'=HYPERLINK(1)" in csv_of((people, each), "fr").decode("utf-8-sig")
