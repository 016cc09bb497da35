"""A desktop's library keeps seats, commands and plans through any number of closings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.domain.kernel.words import Role
from app.storage.library import Library, OutboxEntry, OutboxState, PlanRow, SeatRow
from app.storage.log import EventLog
from tests.storage.chains import ANA, BEN, append, command, messages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEAT = SeatRow(
    session="s",
    member=ANA,
    role=Role.HOST,
    title="Écouter",
    relay="http://127.0.0.1:8080",
    token="t" * 43,
    in_keyring=False,
    epoch=1,
    last_opened=10,
    ended=False,
    local=True,
)


def entry(n: int, session: str = "s") -> OutboxEntry:
    """Return the n-th command of a test, waiting."""
    return OutboxEntry(command(n), session, seen=n, command=b'{"type":"PostMessage"}', composed_at=100 - n)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Give an empty library."""
    opened = Library.open(tmp_path / "library.db")
    yield opened
    opened.close()


def test_seats_come_back_as_they_were_the_last_opened_first(library: Library, tmp_path: Path):
    """Types and all, also after closing."""
    other = replace(SEAT, session="t", role=Role.COFACILITATOR, last_opened=20, in_keyring=True, local=False)
    library.put_seat(SEAT)
    library.put_seat(other)
    library.close()

    again = Library.open(tmp_path / "library.db")
    found = again.seats()
    again.close()
    assert found == [other, SEAT]
    assert isinstance(found[0].role, Role)
    assert found[1].local is True


def test_a_seat_put_again_takes_the_place_of_the_first(library: Library):
    library.put_seat(SEAT)
    library.put_seat(replace(SEAT, epoch=2, ended=True))

    assert library.seats() == [replace(SEAT, epoch=2, ended=True)]


def test_a_removed_seat_takes_its_waiting_commands_and_leaves_its_log(library: Library):
    library.put_seat(SEAT)
    library.put_outbox(entry(1))
    library.put_outbox(entry(2, "t"))
    library.log.append([append("s", messages())])
    library.remove_seat("s")

    assert library.seats() == []
    assert library.outbox("s") == []
    assert library.outbox("t") == [entry(2, "t")]
    assert library.log.sessions() == ["s"]


def test_commands_stay_in_the_order_in_which_they_were_composed(library: Library):
    """Whatever their clocks say, and also when one is put again."""
    for n in (3, 1, 2):
        library.put_outbox(entry(n))
    library.put_outbox(replace(entry(3), generation=4))

    assert library.outbox("s") == [replace(entry(3), generation=4), entry(1), entry(2)]


def test_a_command_says_where_it_is(library: Library):
    library.put_outbox(entry(1))
    assert library.mark_outbox(command(1), OutboxState.SENT, generation=3)
    (sent,) = library.outbox("s")
    assert library.mark_outbox(command(1), OutboxState.ACKED, 17)
    (acked,) = library.outbox("s")

    assert (sent.state, sent.acked_seq, sent.generation) == (OutboxState.SENT, None, 3)
    assert (acked.state, acked.acked_seq, acked.generation) == (OutboxState.ACKED, 17, 3)
    assert not library.mark_outbox(command(9), OutboxState.SENT)


def test_struck_commands_are_gone_and_no_others(library: Library):
    for n in range(4):
        library.put_outbox(entry(n))
    library.strike_outbox([command(0), command(2), command(99)])
    library.strike_outbox([])

    assert [kept.id for kept in library.outbox("s")] == [command(1), command(3)]


@pytest.mark.parametrize(("erased_member", "kept"), [(ANA, 0), (BEN, 1)])
def test_an_erasure_reaches_the_commands_of_the_erased_persons_own_desktop(
    library: Library, tmp_path: Path, erased_member: str, kept: int
):
    """A new relay must not be offered again what its author had erased."""
    library.put_seat(SEAT)
    library.put_outbox(replace(entry(1), command=b"SECRET", state=OutboxState.ACKED, acked_seq=1))
    library.log.append([append("s", messages(), erase=(erased_member,))])

    assert len(library.outbox("s")) == kept
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert files.count(b"SECRET") >= kept
    assert (b"SECRET" in files) == bool(kept)


def test_an_erasure_reaches_what_others_asked_about_the_erased_person(library: Library, tmp_path: Path):
    """A host's command that put them on a list is not offered again to a new relay, with their name in it."""
    library.put_seat(SEAT)
    asked = command(7)
    records = messages(author=BEN, by=asked)
    for kept in (replace(entry(1), id=asked, command=b"SECRET", state=OutboxState.ACKED, acked_seq=1), entry(2)):
        library.put_outbox(kept)
    library.log.append([append("s", records, erase=(BEN,))])

    assert [kept.id for kept in library.outbox("s")] == [entry(2).id]
    assert b"SECRET" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_plans_are_listed_the_last_changed_first(library: Library):
    old, new = PlanRow("a", "Old", 1, b"{}"), PlanRow("b", "New", 2, b'{"x":1}')
    library.put_plan(old)
    library.put_plan(new)
    assert library.plans() == [new, old]
    library.put_plan(replace(old, updated_at=3))

    assert library.plans() == [replace(old, updated_at=3), new]
    assert library.get_plan("b") == new
    assert library.get_plan("c") is None


def test_a_deleted_plan_can_be_brought_back_as_it_was(library: Library):
    plan = PlanRow("a", "Plan", 1, b'{"title":"Plan"}')
    library.put_plan(plan)

    assert library.delete_plan("a", at_ms=5)
    assert (library.plans(), library.get_plan("a"), library.is_plan_deleted("a")) == ([], None, True)
    assert library.restore_plan("a")
    assert not library.is_plan_deleted("a")
    assert not library.is_plan_deleted("b")
    assert (library.plans(), library.get_plan("a")) == ([plan], plan)
    assert not library.delete_plan("b", at_ms=5)


def test_plans_deleted_long_ago_are_deleted_for_good(library: Library):
    for name, at in (("a", 5), ("b", 9)):
        library.put_plan(PlanRow(name, name, 1, b"{}"))
        library.delete_plan(name, at)
    library.put_plan(PlanRow("c", "c", 1, b"{}"))

    assert library.purge_plans(before_ms=9) == 1
    assert not library.restore_plan("a")
    assert library.restore_plan("b")
    assert library.get_plan("c") is not None


def test_the_log_of_a_library_and_of_a_relay_are_one_kind_of_file(library: Library, tmp_path: Path):
    """What a replica stored can be opened as a relay's log, to seed one."""
    records = messages(count=2)
    library.log.append([append("s", records)])
    library.close()

    log = EventLog.open(tmp_path / "library.db")
    found = log.read("s")
    log.close()
    assert found == list(records)


def test_how_far_one_has_read_comes_back_for_each_channel_of_each_session(library: Library, tmp_path: Path):
    library.put_read_mark("s", "main", 4)
    library.put_read_mark("s", "main", 9)
    library.put_read_mark("s", "topic:a", 7)
    library.put_read_mark("s_", "main", 2)
    library.close()

    again = Library.open(tmp_path / "library.db")
    assert again.read_marks("s") == {"main": 9, "topic:a": 7}
    assert again.read_marks("nowhere") == {}
    again.close()
