"""The materials of a plan that lead somewhere, on the board of a class from its beginning."""

from __future__ import annotations

from app.domain.board.commands import AddItem
from app.domain.kernel.views import CLASS
from app.plans.formats import sample, sample_names
from app.plans.plan import Material, Plan
from app.sync.runbook import Source, commands_for
from tests.domain.classroom import Classroom

PLAN = Plan(
    title="Fractions",
    materials=(
        Material(id="a", title="Pies to cut", link="https://example.org/pies", note="One for each table"),
        Material(id="b", title="Paper and scissors"),
        Material(id="c", link="http://example.org/halves"),
        Material(id="d", title="A folder", link="file:///home/me"),
        Material(id="e", title="x" * 200, link="https://example.org", note="y" * 9_000),
    ),
)


def test_materials_with_a_web_address_stand_on_the_board_when_learners_come():
    found = [command for command in commands_for(Source(PLAN)) if isinstance(command, AddItem)]

    assert [(each.title, each.link) for each in found[:2]] == [
        ("Pies to cut", "https://example.org/pies"),
        ("", "http://example.org/halves"),
    ]
    room, host = Classroom.live()
    for command in found:
        room.do(host, command)
    items = room.reads(CLASS)["board"]["items"].values()
    assert sorted(item["link"] for item in items) == sorted(each.link for each in found)
    assert len(found) == 3


def test_the_materials_of_every_sample_are_taken_by_a_class():
    for name in sample_names():
        plan = sample(name)
        room, host = Classroom.live()
        for command in commands_for(Source(plan)):
            room.do(host, command)
        linked = [each for each in plan.materials if each.link.startswith("http")]
        assert room.reads(CLASS).get("board", {}).get("count", 0) == len(linked)
