"""Two desktops and a real relay: a plan that both work on stays one plan, whatever is cut, killed or restarted."""

from __future__ import annotations

import asyncio
import dataclasses
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.kernel.words import Phase
from app.domain.planning.commands import UpdatePlan
from app.domain.planning.decider import PIECE_LIMIT, UNFINISHED_LIMIT, PlanningState
from app.domain.roster.commands import RemoveMember
from app.domain.session.commands import OpenLobby
from app.plans import PlanDocument, pack, unpack
from app.plans.edits import Add, Change, Describe, Remove
from app.plans.plan import Activity, Plan
from app.rehearsal.relay import ROOT
from app.sync.client import StaffClient
from app.sync.planning import Colleague, lacking
from tests.drawing import drawn
from tests.sync.house import House
from tests.sync.planners import Planner, agreed, holds, random_edit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = House(tmp_path)
    async with house.closing:
        house.share_relay()
        yield house


@pytest.fixture
async def own_house(tmp_path: Path) -> AsyncIterator[House]:
    """A house whose relay is the test's own, to be ended."""
    house = House(tmp_path)
    async with house.closing:
        await house.start_relay()
        yield house


def activity(name: str, **fields: str | int) -> Activity:
    return Activity(id=name.replace(" ", "-"), title=name, **fields)  # type: ignore[arg-type]


def share(house: House, client: StaffClient, document: PlanDocument | None, name: str) -> Planner:
    planner = Planner(client, document, house.desktops[name])

    async def end() -> None:
        planner.shared.close()
        await planner.client.close()

    house.closing.push_async_callback(end)
    return planner


async def two(house: House, plan: Plan | None = None) -> tuple[Planner, Planner]:
    """Give the one who shares a plan, and the colleague to whose desktop it came."""
    document = PlanDocument.new(plan or Plan(title="Négocier", activities=(activity("welcome"), activity("debate"))))
    host = await house.host(preparing=True)
    ada = share(house, host, document, "host")
    grace = share(house, await house.cofacilitator(host), None, "Grace")
    await agreed(ada, grace)
    return ada, grace


async def test_both_edit_at_once_and_both_have_it_all(house: House):
    ada, grace = await two(house)
    assert ada.client.world.life.phase is Phase.PREPARING
    assert grace.doc.id == ada.doc.id
    for n in range(5):
        ada.does(Add(activity(f"ada {n}"), 1))
        grace.does(Add(activity(f"grace {n}")))
        await asyncio.sleep(0)
    ada.does(Change(replace(ada.doc.plan.activities[0], title="Welcome!")))
    grace.does(Change(replace(grace.doc.plan.activities[0], minutes=25)))
    plan = await agreed(ada, grace)

    assert plan.activities[0] == Activity(id="welcome", title="Welcome!", minutes=25)
    assert len(plan.activities) == 12
    assert len({each.id for each in plan.activities}) == 12


async def test_each_takes_back_their_own_steps_only(house: House):
    ada, grace = await two(house)
    ada.does(Describe(title="Ada's title"))
    await agreed(ada, grace)
    grace.does(Add(activity("vote")))
    await agreed(ada, grace)
    ada.doc.undo()
    plan = await agreed(ada, grace)
    assert plan.title == "Négocier"
    assert "vote" in grace.titles
    assert not ada.doc.can_undo
    grace.doc.undo()
    plan = await agreed(ada, grace)
    assert ada.titles == ["welcome", "debate"]


async def test_the_same_field_at_once_is_a_conflict_that_both_see(house: House):
    ada, grace = await two(house)
    ada.client.drop(stay_away=True)
    await holds(lambda: not ada.shared.is_online, ada)
    ada.does(Describe(title="ours"))
    grace.does(Describe(title="mine"))
    ada.client.retry()
    await agreed(ada, grace)
    assert ada.doc.conflicts == grace.doc.conflicts != ()
    assert {ada.doc.conflicts[0].shown, *ada.doc.conflicts[0].others} == {"ours", "mine"}


async def test_what_was_edited_without_a_line_comes_together_when_it_is_back(house: House):
    """Nothing waits in a queue that grows while one is away: it is one update when the line is back."""
    ada, grace = await two(house)
    for planner in (ada, grace):
        planner.client.drop(stay_away=True)
    await holds(lambda: not (ada.shared.is_online or grace.shared.is_online), ada, grace)
    for n in range(40):
        ada.does(Add(activity(f"ada {n}")))
        grace.does(Add(activity(f"grace {n}"), 0))
    ada.does(Remove(Activity, "debate"))
    grace.does(Change(replace(grace.doc.plan.activities[-1], title="The debate")))
    assert not ada.shared.is_settled
    assert len(ada.client.pending) <= 1
    seq = ada.client.world.seq
    for planner in (grace, ada):
        planner.client.retry()
    plan = await agreed(ada, grace)

    assert len(plan.activities) == 82
    assert "The debate" in ada.titles, "an edit against a removal keeps the edit"
    assert ada.client.world.seq - seq < 12


async def test_a_relay_that_is_killed_again_and_again_loses_nothing(own_house: House):
    ada, grace = await two(own_house)
    port = int(own_house.relay.base.rpartition(":")[2])
    for round_ in range(3):
        for n in range(6):
            ada.does(Add(activity(f"ada {round_}-{n}")))
            grace.does(Add(activity(f"grace {round_}-{n}")))
            await asyncio.sleep(0.02)
        await own_house.relay.kill()
        ada.does(Add(activity(f"ada without {round_}")))
        grace.does(Add(activity(f"grace without {round_}")))
        await own_house.start_relay(port=port)
        for planner in (ada, grace):
            planner.client.retry()
    plan = await agreed(ada, grace)
    assert len(plan.activities) == len({each.title for each in plan.activities}) == 2 + 3 * 14


async def test_a_desktop_that_is_killed_while_it_edits_loses_nothing_that_its_copy_kept(house: House):
    """What was on its disk reaches the others at the next start, also what was never handed out."""
    ada, grace = await two(house)
    seat = ada.client.seat
    ada.shared.close()
    await ada.client.close()
    folder = house.folder / "host"
    (folder / "plan.cercle").write_bytes(pack(ada.doc))
    house.desktops["host"].close()
    for round_ in range(2):
        program = await asyncio.create_subprocess_exec(
            sys.executable,
            str(Path(__file__).with_name("planning_desktop.py")),
            str(folder),
            str(round_),
            stdout=asyncio.subprocess.PIPE,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        assert program.stdout is not None
        for _ in range(12):
            assert await asyncio.wait_for(program.stdout.readline(), 60)
        grace.does(Add(activity(f"grace {round_}")))
        program.kill()
        await program.wait()
    desk = house.desktop("host")
    client = house.watch(await StaffClient.open(desk.shelf, seat, seat.token))
    kept = unpack((folder / "plan.cercle").read_bytes())
    back = share(house, client, kept, "host")
    promised = {each.title for each in kept.plan.activities}
    client.connect()
    plan = await agreed(back, grace)
    titles = [each.title for each in plan.activities]
    assert len(titles) == len(set(titles))
    assert promised | {"grace 0", "grace 1"} <= set(titles)
    assert len(promised) >= 2 + 2 * 12


async def test_a_large_plan_travels_in_pieces_and_its_history_is_folded_away(house: House):
    """Whoever comes late takes in one whole update and what came since, not everything that ever was."""
    rows = tuple(activity(f"a{n}", notes="the notes of it " * 6) for n in range(300))
    ada, grace = await two(house, Plan(title="Large", activities=rows))
    state = ada.client.world.state(PlanningState)
    first = state.size
    assert first > PIECE_LIMIT
    assert len(state.updates) == 1

    for n in range(12):
        for each in ada.doc.plan.activities[n * 20 : n * 20 + 20]:
            ada.does(Change(replace(each, notes=f"other notes {n} " * 60)))
        ada.shared.flush()
        await agreed(ada, grace)
    assert state.whole_size > 0
    assert len(state.updates) < 12
    late = share(house, await house.cofacilitator(ada.client, "Mary"), None, "Mary")
    assert await agreed(ada, grace, late) == ada.doc.plan


async def test_what_came_at_a_busy_moment_is_offered_again_by_itself(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.sync.planning.AGAIN_S", 0.05)
    ada, grace = await two(house)
    halves = [
        [UpdatePlan(plan=ada.doc.id, update="AAAA", whole=f"w{n}", part=part, parts=2) for n in range(UNFINISHED_LIMIT)]
        for part in (0, 1)
    ]
    for half in halves[0]:
        grace.client.submit(half)
    await holds(lambda: len(ada.client.world.state(PlanningState).unfinished) == UNFINISHED_LIMIT, ada, grace)
    ada.does(Describe(editorial="界" * 20_000))
    await holds(lambda: ada.shared.problem == "plan_too_busy", ada)
    assert not ada.shared.is_settled
    for half in halves[1]:
        grace.client.submit(half)
    await agreed(ada, grace)
    assert (ada.shared.problem, ada.client.world.state(PlanningState).unfinished) == ("", {})


async def test_who_had_a_copy_already_brings_what_they_did_to_it(house: House):
    """The plan came by file the week before, and was edited on a train."""
    document = PlanDocument.new(Plan(title="Négocier", activities=(activity("welcome"),)))
    theirs = PlanDocument(document.update())
    theirs.apply(Add(activity("from the train")))
    host = await house.host(preparing=True)
    ada = share(house, host, document, "host")
    grace = share(house, await house.cofacilitator(host), theirs, "Grace")
    plan = await agreed(ada, grace)
    assert [each.title for each in plan.activities] == ["welcome", "from the train"]


async def test_each_sees_who_is_there_and_where(house: House):
    ada, grace = await two(house)

    def seen(planner: Planner) -> list[Colleague]:
        return list(planner.shared.colleagues)

    ada.shared.stand("welcome", "notes")
    await holds(lambda: seen(grace)[0].activity == "welcome", grace)
    assert seen(grace) == [Colleague(ada.client.member, "Ada", is_here=True, activity="welcome", field="notes")]

    late = share(house, await house.cofacilitator(ada.client, "Mary"), None, "Mary")
    await holds(lambda: any(one.field == "notes" for one in seen(late)), late)
    late.shared.close()
    ada.shared.stand("debate")
    await holds(lambda: seen(grace)[0].activity == "debate", grace)
    assert [(one.name, one.activity) for one in seen(ada)] == [("Grace", ""), ("Mary", "")]
    stored = ada.client.world.seq
    ada.shared.close()
    await holds(lambda: seen(grace)[0].activity == "", grace)
    assert ada.client.world.seq == stored, "who is where is no part of the log"


async def test_the_class_begins_from_the_same_session_and_late_edits_still_come(house: House):
    ada, grace = await two(house)
    grace.client.drop(stay_away=True)
    await holds(lambda: not grace.shared.is_online, grace)
    grace.does(Add(activity("late")))
    await ada.client.do(OpenLobby())
    page = await house.learner(ada.client, "Tom")
    grace.client.retry()
    plan = await agreed(ada, grace)
    assert "late" in [each.title for each in plan.activities]
    assert grace.client.world.life.phase is Phase.LOBBY
    assert "planning" not in str(page.documents)


async def test_who_is_put_out_keeps_their_copy(house: House):
    ada, grace = await two(house)
    await ada.client.do(RemoveMember(member=grace.client.member))
    await holds(lambda: not grace.shared.is_online, grace)
    grace.does(Add(activity("on my own")))
    assert grace.titles == ["welcome", "debate", "on my own"]
    ada.does(Describe(title="without her"))
    await agreed(ada)
    assert grace.doc.plan.title == "Négocier"


async def test_a_relay_that_is_gone_for_good_is_replaced_from_any_desktop(own_house: House):
    """The new relay lacks what only the old one and the other desktop had: it is held against the copy, and sent."""
    ada, grace = await two(own_house)
    grace.client.drop(stay_away=True)
    await holds(lambda: not grace.shared.is_online, grace)
    ada.does(Add(activity("only ada and the old relay")))
    await agreed(ada)
    await own_house.relay.kill()
    other = await own_house.start_relay("second")
    await grace.client.seed(other.base, other.key)
    grace.does(Add(activity("on the new one")))
    seat = dataclasses.replace(ada.client.seat, relay=other.base)
    await ada.restarts(seat)
    plan = await agreed(ada, grace)
    assert {"only ada and the old relay", "on the new one"} <= {each.title for each in plan.activities}


def test_nothing_is_lacking_where_all_is_known_even_deletions():
    document = PlanDocument.new(Plan(activities=(activity("a"), activity("b"))))
    before = document.update()
    document.apply(Remove(Activity, "a"))
    assert lacking([before, document.update()], document.update()) == b""
    missing = lacking([before], document.update())
    copy = PlanDocument(before)
    copy.receive(missing)
    assert copy.plan == document.plan


STEPS = ("edit", "edit", "edit", "edit", "cut", "back", "restart", "relay dies", "pause")


@settings(max_examples=drawn(2))
@given(seed=st.integers(0, 2**32), steps=st.lists(st.sampled_from(STEPS), min_size=6, max_size=20))
def test_two_or_three_planners_come_to_one_plan_whatever_happens(
    tmp_path_factory: pytest.TempPathFactory, seed: int, steps: list[str]
):
    """Random edits, partitions, restarts of desktops and of the relay: all copies and the log's fold agree."""
    asyncio.run(_random_preparation(tmp_path_factory.mktemp("planners"), random.Random(seed), steps))  # noqa: S311


async def _random_preparation(folder: Path, chance: random.Random, steps: list[str]) -> None:
    house = House(folder)
    async with house.closing:
        port = int((await house.start_relay()).base.rpartition(":")[2])
        planners = list(await two(house))
        if chance.random() < 0.5:
            planners.append(share(house, await house.cofacilitator(planners[0].client, "Mary"), None, "Mary"))
        await agreed(*planners)
        for n, step in enumerate(steps):
            planner = chance.choice(planners)
            match step:
                case "edit":
                    planner.does(random_edit(planner.doc.plan, chance, f"w{n}"))
                case "cut":
                    planner.client.drop(stay_away=chance.random() < 0.7)
                case "back":
                    planner.client.retry()
                case "restart":
                    await planner.restarts()
                case "relay dies":
                    await house.relay.kill()
                    await house.start_relay(port=port)
                case _:
                    await asyncio.sleep(chance.random() * 0.4)
        for planner in planners:
            planner.client.retry()
        await agreed(*planners)
