"""The plans of a desktop: every edit is kept, undone, merged, and opened again, whatever the disk does."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from msgspec.structs import replace
from sqlalchemy import event
from sqlalchemy.pool import Pool

from app.plans import Activity, PlanDocument, pack, unpack
from app.plans.edits import Add, Change, Describe, Remove, Restore
from app.storage import Library, PlanRow, StorageFull, Writer
from app.sync.shelf import Shelf
from tests.plans.plans_made import simple, titled
from ui.bridge.tasks import TaskScope
from ui.prepare.plans import PlanChanged, Plans

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


@contextlib.asynccontextmanager
async def plans_in(folder: Path) -> AsyncIterator[Plans]:
    """Open the plans of a folder, and close them when all is on disk."""
    library, writer, scope = Library.open(folder / "library.db"), Writer(), TaskScope()
    plans = Plans(Shelf(library, writer), scope)
    try:
        await plans.load()
        yield plans
        await plans.settled()
    finally:
        await scope.close()
        writer.close()
        library.close()
        plans.deleteLater()


async def test_every_edit_is_there_when_the_plan_is_opened_again(tmp_path: Path):
    async with plans_in(tmp_path) as plans:
        kept = plans.add(simple("a", "b"))
        plans.apply(Change(titled(plans.plan, "a", "Bonjour à tous")))
        plans.apply(Add(Activity(id="c", title="شكرا"), 1))
        plans.apply(Remove(Activity, "b"))
        plans.apply(Describe(title="Retours", tags=("feedback",)))
        wanted = plans.plan
        assert [each.title for each in wanted.activities] == ["Bonjour à tous", "شكرا"]
    async with plans_in(tmp_path) as plans:
        # From how it looked last, before its history is read.
        assert plans.document(kept.id) is None
        assert plans.plan == wanted
        assert plans.all[0].title == "Retours"
        document = await plans.fetched(kept.id)
        assert document is not None
        assert document.plan == wanted
        plans.apply(Restore(Activity, "b"))
        assert [each.id for each in plans.plan.activities] == ["a", "c", "b"]


async def test_an_edit_before_the_history_is_read_is_done_when_it_is(tmp_path: Path):
    async with plans_in(tmp_path) as plans:
        plans.add(simple("a"))
    async with plans_in(tmp_path) as plans:
        assert plans.apply(Describe(title="At once"))
        await plans.fetched(plans.all[0].id)
        assert plans.plan.title == "At once"


async def test_undo_takes_back_ones_own_steps_and_leaves_what_others_did(tmp_path: Path):
    async with plans_in(tmp_path) as plans:
        kept = plans.add(simple("a", "b"))
        document = plans.document(kept.id)
        assert document is not None
        other = PlanDocument(document.update())
        told: list[bytes] = []
        changes: list[PlanChanged] = []
        plans.updated.connect(lambda _plan_id, update: told.append(update))
        plans.changed.connect(changes.append)
        plans.apply(Change(titled(plans.plan, "a", "Mine")))
        plans.apply(Remove(Activity, "b"))
        other.apply(Change(replace(other.plan.activities[0], minutes=45)))
        plans.receive(kept.id, other.update(document.state()))

        assert [change.own for change in changes] == [True, True, False]
        assert (plans.plan.activities[0].title, plans.plan.activities[0].minutes) == ("Mine", 45)
        while plans.can_undo:
            plans.undo()
        assert [(each.id, each.title, each.minutes) for each in plans.plan.activities] == [
            ("a", "A", 45),
            ("b", "B", 10),
        ]
        while plans.can_redo:
            plans.redo()
        assert [each.title for each in plans.plan.activities] == ["Mine"]
        for update in told:
            other.receive(update)
        assert other.plan == plans.plan
        wanted = plans.plan
    async with plans_in(tmp_path) as plans:
        await plans.fetched(kept.id)
        assert plans.plan == wanted


async def test_what_would_change_nothing_is_no_step(tmp_path: Path):
    async with plans_in(tmp_path) as plans:
        plans.add(simple("a"))
        plans.apply(Change(plans.plan.activities[0]), Describe(title="Plan"))
        assert not plans.can_undo


async def test_an_edit_that_is_not_possible_is_told_and_changes_nothing(tmp_path: Path):
    async with plans_in(tmp_path) as plans:
        plans.add(simple("a"))
        codes: list[str] = []
        plans.refused.connect(lambda error: codes.append(error.code))
        before = plans.plan
        assert not plans.apply(Change(Activity(id="nobody")))
        assert not plans.apply(Change(Activity(id="a", minutes=-5)))
        assert codes == ["plan_item_unknown", "plan_invalid"]
        assert plans.plan == before


async def test_plans_of_the_first_versions_open_and_keep_what_is_done_to_them(tmp_path: Path):
    library = Library.open(tmp_path / "library.db")
    first = {"title": "Old", "activities": [{"id": "a", "title": "A", "kind": "questions"}]}
    library.put_plan(PlanRow("first", "Old", 1, msgspec.json.encode(first)))
    library.put_plan(PlanRow("second", "Second", 2, pack(PlanDocument.new(simple("b"), "second"))))
    library.put_plan(PlanRow("newer", "Newer", 3, b"cercle-plan 99\n"))
    library.close()
    async with plans_in(tmp_path) as plans:
        assert [(kept.id, kept.plan is None) for kept in plans.all] == [
            ("newer", True),
            ("second", False),
            ("first", False),
        ]
        plans.open("first")
        await plans.fetched("first")
        plans.apply(Describe(title="Still mine"))
    library = Library.open(tmp_path / "library.db")
    row = library.get_plan("first")
    assert row is not None
    assert unpack(row.body, row.id, row.updates).plan.title == "Still mine"
    assert (library.get_plan("newer") or row).body == b"cercle-plan 99\n"
    library.close()


async def test_a_deleted_plan_comes_back_with_its_last_edit(tmp_path: Path):
    async with plans_in(tmp_path) as plans:
        kept = plans.add(simple("a"))
        plans.apply(Describe(title="Last"))
        kept = plans.all[0]
        plans.delete(kept.id)
        assert plans.current is None
        plans.restore(kept)
    async with plans_in(tmp_path) as plans:
        assert [each.title for each in plans.all] == ["Last"]


async def test_many_edits_are_gathered_and_none_is_lost(tmp_path: Path):
    async with plans_in(tmp_path) as plans:
        kept = plans.add(simple("a"))
        for number in range(900):
            plans.apply(Describe(title=f"Title {number}"))
            if number % 50 == 0:
                await plans.settled()
        await plans.settled()
    async with plans_in(tmp_path) as plans:
        document = await plans.fetched(kept.id)
        assert document is not None
        assert document.plan.title == "Title 899"
    library = Library.open(tmp_path / "library.db")
    row = library.get_plan(kept.id)
    assert row is not None
    assert len(row.updates) < 450
    assert unpack(row.body, row.id, row.updates).plan.title == "Title 899"
    library.close()


@pytest.fixture
def few_pages() -> Iterator[None]:
    """Let every file opened meanwhile grow to 60 pages and no further."""

    def limit(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA max_page_count=60")

    event.listen(Pool, "connect", limit)
    yield
    event.remove(Pool, "connect", limit)


async def test_on_a_full_disk_edits_stay_and_are_kept_when_there_is_room_again(
    tmp_path: Path,
    few_pages: None,  # noqa: ARG001 (it limits)
):
    async with plans_in(tmp_path) as plans:
        kept = plans.add(simple("a"))
        await plans.settled()
        troubles: list[object] = []
        plans.trouble.connect(troubles.append)
        for number in range(40):
            plans.apply(Describe(editorial=f"{number} " + chr(97 + number % 26) * 9_000))
        assert not await plans.settled()
        assert isinstance(troubles[0], StorageFull)
        assert plans.plan.editorial.startswith("39 ")
        plans.apply(Describe(title="Not lost"))
        library = plans._shelf.library  # noqa: SLF001 (the disk is part of what is tried)
        with library._database.writing() as connection:  # noqa: SLF001 (as above)
            connection.exec_driver_sql("PRAGMA max_page_count=100000")
        assert await plans.settled()
        assert troubles[-1] is None
    async with plans_in(tmp_path) as plans:
        await plans.fetched(kept.id)
        assert (plans.plan.title, plans.plan.editorial[:3]) == ("Not lost", "39 ")


_TYPING = """\
import asyncio, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.plans import Activity, Plan
from app.plans.edits import Describe
from app.storage import Library, Writer
from app.sync.shelf import Shelf
from ui.bridge.tasks import TaskScope
from ui.prepare.plans import Plans

async def main():
    app = QCoreApplication([])
    plans = Plans(Shelf(Library.open(Path(sys.argv[1]) / "library.db"), Writer()), TaskScope())
    await plans.load()
    plans.add(Plan(title=""))
    for number in range(100_000):
        plans.apply(Describe(title=f"word {number}"), continuing=True)
        if number % 7 == 0:
            await plans.settled()
            print(number, flush=True)

asyncio.run(main())
"""


def test_what_was_kept_survives_a_kill_in_the_middle_of_a_word(tmp_path: Path):
    """The process is killed with -9 while somebody types; what it said was kept is there."""
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_TYPING), str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    acknowledged = [int(process.stdout.readline()) for _ in range(40)]
    process.send_signal(signal.SIGKILL)
    acknowledged += [int(line) for line in process.stdout if line.strip()]
    process.wait()
    process.stdout.close()

    library = Library.open(tmp_path / "library.db")
    (row,) = library.plans()
    title = unpack(row.body, row.id, row.updates).plan.title
    library.close()
    assert int(title.removeprefix("word ")) >= acknowledged[-1]
