"""Before a class begins: each thing is ready or says what to do, with the button that does it, and stops nobody."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from app.domain.session.commands import SetMeetingLink, StartSession
from app.people.person import PeopleList, Person
from app.plans.plan import Activity, Plan
from app.sync.opening import NewSession
from app.sync.runbook import Source, commands_for
from tests.e2e.windows import HERE, Windows, until
from ui.session.checks import Act, Facts, State, checks, worst
from ui.session.preflight import Preflight
from ui.session.reach import Address, Reach

if TYPE_CHECKING:
    from pathlib import Path

    from ui.session.checks import Check

pytestmark = pytest.mark.usefixtures("qapp")
ROOM = Address("http://192.168.1.4:8080", Reach.ROOM, nearby=True)
FAR = Address("http://192.168.1.4:8080", Reach.ROOM, nearby=False)
FACTS = Facts(
    local=True, connected=True, address=ROOM, answers=True, helpers=("Karim",), projected=True, activities=3, expected=9
)


def found(**facts: object) -> dict[str, Check]:
    """Judge facts, changed from those of a class that is ready."""
    return {check.key: check for check in checks(dataclasses.replace(FACTS, **facts))}  # type: ignore[arg-type]


def test_a_class_that_is_ready_has_nothing_to_do():
    judged = checks(FACTS)

    assert worst(judged) is State.OPTIONAL  # no meeting link, and none is needed in a room
    assert {check.key: check.state for check in judged}["reach"] is State.READY


@pytest.mark.parametrize(
    ("key", "state", "act", "facts"),
    [
        ("relay", State.BROKEN, Act.RELAY, {"connected": False}),
        ("reach", State.CHECKING, Act.NONE, {"answers": None}),
        ("reach", State.BROKEN, Act.ADDRESS, {"answers": False}),
        ("reach", State.LACKING, Act.NONE, {"address": FAR}),
        ("reach", State.LACKING, Act.ADDRESS, {"address": Address("http://127.0.0.1:1", Reach.HERE, nearby=True)}),
        ("helper", State.LACKING, Act.NONE, {"helpers": (), "awaited": ("Karim",)}),
        ("helper", State.OPTIONAL, Act.INVITE, {"helpers": ()}),
        ("standby", State.OPTIONAL, Act.NONE, {"helpers": ()}),
        ("standby", State.READY, Act.NONE, {"helpers": (), "local": False}),
        ("plan", State.OPTIONAL, Act.NONE, {"activities": 0}),
        ("plan", State.LACKING, Act.PLAN, {"findings": 2, "plan_here": True}),
        ("people", State.LACKING, Act.SEND, {"unsent": 3}),
        ("people", State.OPTIONAL, Act.NONE, {"expected": 0}),
        ("projector", State.LACKING, Act.PROJECT, {"projected": False, "screens": 2}),
        ("projector", State.OPTIONAL, Act.PROJECT, {"projected": False}),
        ("meeting", State.LACKING, Act.MEETING, {"address": FAR}),
        ("meeting", State.READY, Act.NONE, {"meeting": "https://zoom.example/1"}),
    ],
)
def test_what_lacks_is_told_with_what_to_do(key: str, state: State, act: Act, facts: dict[str, object]):
    check = found(**facts)[key]

    assert (check.state, check.act) == (state, act)
    assert check.detail


async def test_it_looks_again_by_itself_does_what_its_buttons_say_and_goes_when_the_class_starts(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        plan = Plan(title="Le retour", language="fr", activities=(Activity(id="a", title="Accueil", minutes=20),))
        kept = desktop.plans.add(plan)
        desktop.lists.put(kept.id, PeopleList(people=(Person(id="1", surname="Lefèvre"),)))
        new = NewSession(title="Le retour", name="Claire", language="fr")
        one = await desktop.desk.start_here(new, HERE, commands_for(Source(plan, kept.id)))
        preflight = desktop.window.findChild(Preflight)
        assert isinstance(preflight, Preflight)

        def state(key: str) -> State:
            return next(row.check.state for row in preflight.rows if row.check is not None and row.check.key == key)

        await until(lambda: state("reach") is State.LACKING and state("people") is State.LACKING)
        assert state("relay") is State.READY
        assert state("plan") is State.READY
        send = next(row for row in preflight.rows if row.check is not None and row.check.act is Act.SEND)
        send.button.click()
        await until(lambda: state("people") is State.READY)
        project = next(row for row in preflight.rows if row.check is not None and row.check.act is Act.PROJECT)
        project.button.click()
        await until(lambda: state("projector") is State.READY)
        one.bridge.submit(SetMeetingLink(link="https://zoom.example/1"))
        await until(lambda: state("meeting") is State.READY)
        assert preflight.isVisibleTo(desktop.window)
        one.bridge.submit(StartSession())
        await until(lambda: not preflight.isVisibleTo(desktop.window))
