"""A seed is believed only whole, and a log that was touched is never served as if it had not been."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.kernel.envelope import GENESIS, digest
from tests.relay.processes import Class, Peer, RelayProcess, new_id, new_token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Records = list[dict[str, Any]]


@pytest.fixture
def other_relay(tmp_path: Path) -> Iterator[RelayProcess]:
    """Another relay, which knows nothing yet."""
    process = RelayProcess(tmp_path / "data").start()
    yield process
    process.kill()


async def _records(classroom: Class) -> Records:
    """Return a session's records as a replica receives them."""
    peer = await classroom.hello(classroom.host_token, **{"as": "replica"})
    records: Records = []
    while len(records) < peer.welcome["seq"]:
        records += (await peer.until("log"))["records"]
    await peer.close()
    return records


async def _history(relay: RelayProcess) -> tuple[Class, Records]:
    classroom = Class(relay)
    host = await classroom.start()
    await host.ask("discussion.post", channel="main", text="before")
    await host.close()
    return classroom, await _records(classroom)


async def _seed(relay: RelayProcess, classroom: Class, records: Records, **fields: Any) -> tuple[Peer, dict[str, Any]]:
    peer = await Peer.connect(relay.url)
    frame = {"t": "seed", "v": 1, "id": new_id(), "key": relay.key, "session": classroom.session}
    await peer.say(frame | {"token": classroom.host_token, "epoch": 2} | fields)
    await peer.say({"t": "records", "records": records})
    await peer.say({"t": "seeded", "hash": digest(records[-1]["body"].encode()) if records else GENESIS})
    return peer, await peer.until("welcome", "refused", "error")


def _forged(records: Records, body: dict[str, Any]) -> Records:
    """Add a record that fits the chain and tells of what cannot have happened."""
    last = json.loads(records[-1]["body"])
    head = {
        "epoch": last["epoch"],
        "seq": last["seq"] + 1,
        "id": new_id(),
        "command_id": new_id(),
        "actor": last["actor"],
        "at": last["at"],
        "v": 1,
        "prev": digest(records[-1]["body"].encode()),
    }
    return [*records, {"body": json.dumps(head | body, separators=(",", ":"))}]


def _without_second(records: Records) -> Records:
    return [records[0], *records[2:]]


def _other_words(records: Records) -> Records:
    return [r | {"private": r["private"].replace("before", "after!")} if "private" in r else r for r in records]


FORGERIES: dict[str, Callable[[Records], Records]] = {
    "nothing": lambda _: [],
    "a gap": _without_second,
    "a beginning that is missing": lambda records: records[1:],
    "another order": lambda records: [*records[:-2], records[-1], records[-2]],
    "other words": _other_words,
    "an unknown event": lambda r: _forged(r, {"type": "no.such", "data": {}}),
    "a stranger who leaves": lambda r: _forged(r, {"type": "roster.left", "data": {"member": "nobody"}}),
    "an epoch that goes back": lambda r: _forged(r, {"type": "command.noted", "data": {}, "epoch": 0}),
    "an epoch without end": lambda r: _forged(r, {"type": "command.noted", "data": {}, "epoch": 10**30}),
    "no envelope": lambda r: [*r, {"body": "{}"}],
}


NOT_THEIRS: tuple[tuple[dict[str, Any], str], ...] = (
    ({"epoch": 1}, "bad_seed"),
    ({"epoch": 2**40}, "bad_seed"),
    ({"token": new_token()}, "not_allowed"),
    ({"session": new_id()}, "bad_seed"),
    ({"key": "guess"}, "bad_key"),
)


async def test_forged_seeds_are_refused_and_leave_no_trace(relay: RelayProcess, other_relay: RelayProcess) -> None:
    classroom, records = await _history(relay)
    for name, forge in FORGERIES.items():
        peer, answer = await _seed(other_relay, classroom, forge(records))
        assert answer["code"] == "bad_seed", name
        await peer.close()
    for fields, code in NOT_THEIRS:
        peer, answer = await _seed(other_relay, classroom, records, **fields)
        assert answer["code"] == code, fields
        await peer.close()
    other_relay.stop()
    other_relay.start()
    peer, answer = await _seed(other_relay, classroom, records)
    assert answer["t"] == "welcome", answer
    await peer.close()


async def test_of_seeds_at_once_one_takes_and_its_session_lives_on(
    relay: RelayProcess, other_relay: RelayProcess
) -> None:
    classroom, records = await _history(relay)
    tries = [{"epoch": epoch} for epoch in (5, 4, 3, 2)] + [{"token": new_token()}]
    results = await asyncio.gather(*(_seed(other_relay, classroom, records, **fields) for fields in tries))
    assert [answer["t"] for _, answer in results].count("welcome") == 1
    for peer, _ in results:
        await peer.close()
    moved = Class(other_relay)
    moved.session, moved.host_token = classroom.session, classroom.host_token
    host = await moved.hello(moved.host_token, **{"as": "replica"})
    assert (await host.ask("discussion.post", channel="main", text="after"))["t"] == "ack"
    log = await moved.log()
    assert [e["type"] for e in log].count("session.epoch_begun") == 1
    assert [e["epoch"] for e in log] == sorted(e["epoch"] for e in log)
    await host.close()


async def test_a_session_that_could_not_be_created_leaves_its_id_free(
    relay: RelayProcess, other_relay: RelayProcess
) -> None:
    classroom, records = await _history(relay)
    peer = await Peer.connect(other_relay.url)
    frame = {"t": "create", "v": 1, "id": new_id(), "key": other_relay.key, "session": classroom.session}
    await peer.say(frame | {"token": new_token(), "name": "H", "title": " "})
    assert (await peer.until("welcome", "refused"))["code"] == "text_empty"
    await peer.close()
    peer, answer = await _seed(other_relay, classroom, records)
    assert answer["t"] == "welcome", answer
    await peer.close()


def _flip(data: Path, session: str, seq: int, column: str) -> None:
    with closing(sqlite3.connect(data / "relay.db")) as database:
        # What a failing disk does to one place.
        (table,) = next(
            row
            for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if {"session", "seq", "body", "private", "hash", "command_id"}
            <= {c[1] for c in database.execute(f"PRAGMA table_info({row[0]})")}
            and "reason" not in {c[1] for c in database.execute(f"PRAGMA table_info({row[0]})")}
        )
        (value,) = database.execute(
            f"SELECT {column} FROM {table} WHERE session = ? AND seq = ?",  # noqa: S608 (names of the file's own)
            (session, seq),
        ).fetchone()
        changed = bytes(value[:-20]) + bytes((value[-20] ^ 1,)) + bytes(value[-19:])
        database.execute(
            f"UPDATE {table} SET {column} = ? WHERE session = ? AND seq = ?",  # noqa: S608 (as above)
            (changed, session, seq),
        )
        database.commit()


@pytest.mark.parametrize("column", ["body", "private"])
@pytest.mark.parametrize("kindly", [True, False])
async def test_a_flipped_byte_is_told_and_other_sessions_are_served(
    own_relay: RelayProcess, column: str, *, kindly: bool
) -> None:
    """With a snapshot (a kind end makes one) the change is found when it would be sent, without one at the start."""
    broken, whole = Class(own_relay), Class(own_relay)
    hosts = [await broken.start(), await whole.start()]
    assert (await hosts[0].ask("discussion.post", channel="main", text="of long standing"))["t"] == "ack"
    for host in hosts:
        await host.close()
    if kindly:
        own_relay.stop()
    else:
        own_relay.kill()
    _flip(own_relay.data, broken.session, 2, column)
    own_relay.start()

    peer = await Peer.connect(own_relay.url)
    hello = {"t": "hello", "v": 1, "session": broken.session, "token": broken.host_token, "as": "replica"}
    await peer.say(hello)
    answer = await peer.until("refused", "error", "log")
    assert answer.get("code") == "session_unreadable"
    await peer.close()
    host = await whole.hello(whole.host_token, **{"as": "replica"})
    assert (await host.ask("discussion.post", channel="main", text="still here"))["t"] == "ack"
    await host.close()
