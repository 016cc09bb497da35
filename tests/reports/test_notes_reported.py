"""What a class wrote together, to take away: final texts, who contributed, and how each came about."""

from __future__ import annotations

import json

from app.domain.kernel.words import MAIN, room_channel
from app.domain.notes.commands import ClearNote
from app.reports.export import export
from app.reports.notes import html_of, markdown_of, moments, note_reports, text_at
from app.reports.record import PastSession
from tests.domain.classroom import SESSION_ID, Classroom
from tests.domain.note_copies import Copy


def a_class() -> tuple[Classroom, str]:
    """Hold a class that writes in the main room and in one room; return it and the room's place."""
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    key = room.opens_room(host, "Table <1>")
    place = room_channel(key)
    for member in (ana, ben):
        room.moves(host, member, key)
    one = Copy(room, ana, place, 11)
    one.type("# Found\n- gold & silver\n")
    two = Copy(room, ben, place, 12)
    two.read()
    two.type("- <b>bronze</b>\n", at=len(str(two)))
    Copy(room, host, MAIN, 13).type("gone")
    room.do(host, ClearNote(place=MAIN))
    return room, place


def test_each_place_that_wrote_is_reported_with_its_writers():
    room, place = a_class()
    main, table = note_reports(room.world)
    assert (main.name, main.text) == ("Salle principale", "")
    assert (table.place, table.name) == (place, "Table <1>")
    assert table.writers == (("Ana", 24, 1), ("Ben", 16, 1))


def test_markdown_keeps_what_was_written_and_html_escapes_it():
    room, _place = a_class()
    markdown, html = markdown_of(room.world), html_of(room.world)
    assert (
        "## Table <1>\n\n# Found\n- gold & silver\n- <b>bronze</b>\n\n*Caractères de chacun\u00a0: Ana 24, Ben 16*"
        in markdown
    )
    assert "<h3>Found</h3>" in html.replace(' class=""', "")
    assert "gold &amp; silver" in html
    assert "&lt;b&gt;bronze&lt;/b&gt;" in html
    assert "<b>bronze" not in html


def test_how_a_note_came_about_is_told_from_the_log():
    room, place = a_class()
    first, second = moments(room.envelopes, place)
    assert text_at(room.envelopes, place, first) == "# Found\n- gold & silver\n"
    assert text_at(room.envelopes, place, second).endswith("- <b>bronze</b>\n")


def test_the_export_holds_the_notes():
    room, place = a_class()
    found = json.loads(export(PastSession(SESSION_ID, room.records, room.envelopes, room.world)))["notes"]
    assert [note["place"] for note in found] == [MAIN, place]
    assert found[1]["writers"] == [
        {"name": "Ana", "characters": 24, "edits": 1},
        {"name": "Ben", "characters": 16, "edits": 1},
    ]
