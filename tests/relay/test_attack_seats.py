"""Nobody acts or reads beyond their seat: across sessions, after they were sent away, or above their role."""

from __future__ import annotations

import asyncio
import hashlib
from typing import TYPE_CHECKING, Any

import pytest
from websockets.exceptions import ConnectionClosed

from tests.relay.processes import Class, Peer, RelayProcess, new_id, new_token

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def _first(relay: RelayProcess, frame: dict[str, Any]) -> dict[str, Any]:
    peer = await Peer.connect(relay.url)
    await peer.say(frame)
    answer = await peer.until("welcome", "about", "refused", "error")
    await peer.close()
    return answer


def _peek(code: str) -> dict[str, Any]:
    return {"t": "peek", "v": 1, "code": code}


async def test_a_session_cannot_take_another_ones_code(relay: RelayProcess) -> None:
    mine, theirs = Class(relay), Class(relay)
    host, thief = await mine.start(), await theirs.start()
    stolen = await thief.ask("session.open_code", code=mine.code.lower().replace("-", " "))
    assert stolen["code"] == "code_taken"
    assert (await _first(relay, _peek(mine.code)))["session"] == mine.session
    assert (await _first(relay, _peek(theirs.code)))["session"] == theirs.session
    await host.close()
    await thief.close()


async def test_two_sessions_that_ask_for_one_code_at_once_do_not_share_it(relay: RelayProcess) -> None:
    rooms = [Class(relay) for _ in range(6)]
    hosts = [await room.start() for room in rooms]
    answers = await asyncio.gather(*(host.ask("session.open_code", code="SAME-CODE-1") for host in hosts))
    assert [a["t"] for a in answers].count("ack") == 1
    winner = rooms[[a["t"] for a in answers].index("ack")]
    assert (await _first(relay, _peek("SAME-CODE-1")))["session"] == winner.session
    for host in hosts:
        await host.close()


@pytest.mark.parametrize("code", ["A", "12345", "-" * 20, "A" * 60, "BADO\nLIMU-47", "é" * 12])
async def test_a_code_that_can_be_guessed_or_not_be_said_is_refused(classroom: Class, code: str) -> None:
    host = await classroom.start()
    assert (await host.ask("session.open_code", code=code))["code"] == "bad_command"
    assert (await _first(classroom.relay, _peek(classroom.code)))["session"] == classroom.session
    await host.close()


async def test_an_archived_class_is_for_its_staff_alone(classroom: Class) -> None:
    host = await classroom.start()
    token, guest = new_token(), new_token()
    ana, bob = await classroom.join("Ana", token), await classroom.join("Bob", guest)
    await bob.ask("roster.leave")
    await host.reads_up_to(bob.seen)
    assert (await host.ask("session.end"))["t"] == "ack"
    assert (await host.ask("session.archive"))["t"] == "ack"
    with pytest.raises(ConnectionClosed):
        await ana.until("never")
    hello = {"t": "hello", "v": 1, "session": classroom.session}
    for kept in (token, guest):
        assert (await _first(classroom.relay, hello | {"token": kept}))["code"] == "session_ended"
    assert (await _first(classroom.relay, _peek(classroom.code)))["code"] == "unknown_code"
    again = await classroom.hello(classroom.host_token, **{"as": "replica"})
    assert again.welcome["role"] == "host"
    await again.close()
    await host.close()


async def test_a_token_opens_nothing_in_another_session(relay: RelayProcess) -> None:
    one, other = Class(relay), Class(relay)
    hosts = [await one.start(), await other.start()]
    hello = {"t": "hello", "v": 1, "session": other.session, "token": one.host_token}
    assert (await _first(relay, hello))["code"] == "bad_token"
    assert (await _first(relay, hello | {"as": "replica"}))["code"] == "bad_token"
    assert (await _first(relay, hello | {"epoch": 9}))["code"] == "bad_token"
    assert (await hosts[1].ask("session.pause"))["t"] == "ack"
    assert (await _first(relay, hello | {"session": new_id()}))["code"] == "unknown_session"
    for host in hosts:
        await host.close()


async def test_a_command_never_reaches_what_belongs_to_another_session(relay: RelayProcess) -> None:
    one, other = Class(relay), Class(relay)
    host, stranger = await one.start(), await other.start()
    ana = await one.join("Ana")
    posted = new_id()
    await ana.ask("discussion.post", posted, channel="main", text="mine")
    (message,) = ana.documents["class"]["discussion"]["messages"]
    member = ana.welcome["member"]
    for command, fields in (
        ("discussion.delete", {"message": message}),
        ("discussion.react", {"message": message, "emoji": "👍"}),
        ("roster.remove", {"member": member}),
        ("roster.erase", {"member": member}),
        ("roster.rename", {"member": member, "name": "X"}),
        ("roster.grant_token", {"member": member, "token_hash": "0" * 64}),
        ("breakouts.move", {"members": [member], "place": "main"}),
        ("moderation.decide", {"item": message, "revision": 1, "version": 1, "outcome": "rejected"}),
    ):
        assert (await stranger.ask(command, **fields))["code"].startswith("unknown_")
    # The same command id in two sessions is two commands.
    assert (await stranger.ask("discussion.post", posted, channel="main", text="theirs"))["t"] == "ack"
    for peer in (ana, host, stranger):
        await peer.close()


STAFFS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("session.start", {}),
    ("session.end", {}),
    ("session.archive", {}),
    ("session.open_code", {"code": "EVIL-CODE-66"}),
    ("session.set_title", {"title": "mine"}),
    ("session.set_meeting_link", {"link": "https://evil.example"}),
    ("session.set_address", {"address": "https://evil.example", "nearby": True}),
    ("session.offer_standby", {"address": "https://evil.example"}),
    ("session.create", {"title": "again"}),
    ("roster.join", {"name": "X", "token_hash": "1" * 64, "role": "host"}),
    ("roster.invite", {"name": "X", "role": "cofacilitator", "token_hash": "2" * 64}),
    ("roster.enter", {"member": "ME"}),
    ("roster.admit", {"members": ["ME"]}),
    ("roster.change_role", {"member": "ME", "role": "host"}),
    ("roster.change_role", {"member": "ME", "role": "relay"}),
    ("roster.remove", {"member": "HOST"}),
    ("roster.rename", {"member": "HOST", "name": "X"}),
    ("roster.grant_token", {"member": "HOST", "token_hash": "3" * 64}),
    ("roster.revoke_tokens", {"member": "HOST"}),
    ("roster.set_door", {"mode": "ask"}),
    ("breakouts.open_room", {"name": "X"}),
    ("breakouts.move", {"members": ["ME"], "place": "main"}),
    ("roster.note_presence", {"changes": []}),
    ("roster.erase", {"member": "HOST"}),
    ("moderation.set_mode", {"channel": "main", "mode": "closed"}),
    ("moderation.decide", {"item": "x", "revision": 1, "version": 1, "outcome": "published"}),
    ("discussion.lower_hand", {"member": "HOST"}),
    ("discussion.post", {"channel": "staff", "text": "x"}),
)

COFACILITATORS_NOT = (
    "session.archive",
    "session.create",
    "roster.join",
    "roster.enter",
    "roster.invite",
    "roster.change_role",
    "roster.remove",
    "roster.rename",
    "roster.grant_token",
    "roster.revoke_tokens",
    "roster.note_presence",
    "roster.erase",
)


def _aimed(fields: dict[str, Any], me: str, host: str) -> dict[str, Any]:
    names = {"ME": me, "HOST": host}
    return {
        key: [names.get(x, x) for x in value] if isinstance(value, list) else names.get(value, value)
        for key, value in fields.items()
    }


async def test_a_learner_may_do_nothing_of_what_is_the_staffs(classroom: Class) -> None:
    host = await classroom.start()
    ana = await classroom.join("Ana")
    for command, fields in STAFFS:
        answer = await ana.ask(command, **_aimed(fields, ana.welcome["member"], host.welcome["member"]))
        assert answer["code"] in {"not_allowed", "not_your_channel"}, command
    await ana.close()
    await host.close()


@pytest.fixture
async def with_karim(classroom: Class) -> AsyncIterator[tuple[Class, Peer, Peer]]:
    """A class with its host and a co-facilitator."""
    host = await classroom.start()
    token = new_token()
    await host.ask("roster.invite", name="Karim", role="cofacilitator", token_hash=_hash(token))
    karim = await classroom.hello(token, **{"as": "replica"})
    await karim.reads_up_to(karim.welcome["seq"])
    yield classroom, host, karim
    await karim.close()
    await host.close()


async def test_a_cofacilitator_never_becomes_the_host(with_karim: tuple[Class, Peer, Peer]) -> None:
    _, host, karim = with_karim
    for command, fields in STAFFS:
        if command in COFACILITATORS_NOT:
            answer = await karim.ask(command, **_aimed(fields, karim.welcome["member"], host.welcome["member"]))
            assert answer.get("code") == "not_allowed", (command, answer)
    assert (await host.ask("roster.change_role", member=host.welcome["member"], role="learner"))["code"] == (
        "not_allowed"
    )


async def test_who_was_sent_away_reads_and_does_nothing_more_even_in_the_same_moment(
    with_karim: tuple[Class, Peer, Peer],
) -> None:
    """What follows at once on a demotion or revocation is stored in one batch with it, and not theirs."""
    classroom, host, karim = with_karim
    member = karim.welcome["member"]
    await host.reads_up_to(karim.seen)
    frames = [
        {"type": "roster.change_role", "member": member, "role": "learner"},
        *({"type": "discussion.post", "channel": "staff", "text": f"canary-{n}"} for n in range(20)),
    ]
    for command in frames:
        await host.say({"t": "cmd", "id": new_id(), "seen": host.seen, "command": command})
    for _ in range(5):
        await karim.say({"t": "cmd", "id": new_id(), "seen": karim.seen, "command": {"type": "session.end"}})
    assert (await karim.until("bye"))["reason"] == "role_changed"
    with pytest.raises(ConnectionClosed):
        await karim.until("never")
    assert "canary" not in "".join(karim.raw)
    while True:
        if any(e["type"] == "roster.role_changed" for e in await classroom.log()):
            break
    log = await classroom.log()
    changed = next(e["seq"] for e in log if e["type"] == "roster.role_changed")
    assert not [e for e in log if e["actor"] == member and e["seq"] > changed]


async def test_members_who_wait_left_or_were_removed_cannot_act_or_read(classroom: Class) -> None:
    host = await classroom.start()
    await host.ask("roster.set_door", mode="ask")
    await host.ask("discussion.post", channel="main", text="canary-inside")
    token = new_token()
    ana = await classroom.join("Ana", token)
    me = ana.welcome["member"]
    attempts: tuple[tuple[str, dict[str, Any]], ...] = (
        ("discussion.post", {"channel": "main", "text": "x"}),
        ("discussion.raise_hand", {}),
        ("discussion.react", {"message": "x", "emoji": "👍"}),
        ("roster.grant_token", {"member": me, "token_hash": "4" * 64}),
    )
    for command, fields in attempts:
        assert (await ana.ask(command, **fields))["code"] == "not_admitted", command
    await ana.say({"t": "query", "id": new_id(), "name": "discussion.history", "args": {"channel": "main"}})
    assert (await ana.until("answer", "refused"))["code"] == "not_your_channel"
    await ana.say({"t": "open", "doc": "people"})
    # Going and coming back does not open the door.
    assert (await ana.ask("roster.leave"))["t"] == "ack"
    ana = await classroom.hello(token)
    assert (await ana.ask("discussion.post", channel="main", text="x"))["code"] == "not_admitted"
    assert set(ana.documents) == {"me"}
    await host.reads_up_to(ana.seen)
    await host.ask("roster.remove", member=me)
    assert (await ana.until("bye"))["reason"] == "removed"
    hello = {"t": "hello", "v": 1, "session": classroom.session, "token": token}
    assert (await _first(classroom.relay, hello))["code"] == "removed"
    join = {"t": "join", "v": 1, "id": new_id(), "code": classroom.code, "name": "Ana", "token": token}
    assert (await _first(classroom.relay, join))["code"] == "removed"
    assert "canary-inside" not in "".join(ana.raw)
    await host.close()


async def test_refusals_do_not_tell_what_exists_from_what_does_not(classroom: Class) -> None:
    """To whom a message is not shown, it is answered about in the same words as one that never was."""
    host = await classroom.start()
    opened = await host.ask("breakouts.open_room", name="Atelier")
    await host.reads_up_to(opened["seq"])
    ana, bob = await classroom.join("Ana"), await classroom.join("Bob")
    await host.reads_up_to(bob.seen)
    await host.ask("moderation.set_mode", channel="main", mode="held")
    await bob.ask("discussion.post", channel="main", text="held back")
    (held,) = bob.documents["me"]["discussion"]["own"]
    staffs = new_id()
    await host.ask("discussion.post", staffs, channel="staff", text="among us")
    posted = [e for e in await classroom.log() if e["type"] == "discussion.posted" and e["data"]["channel"] == "staff"]
    hidden = [held, *(e["data"]["item"] for e in posted)]
    assert len(hidden) == 2
    for command, fields in (
        ("discussion.react", {"emoji": "👍"}),
        ("discussion.delete", {}),
        ("discussion.edit", {"text": "x"}),
    ):
        answers = [await ana.ask(command, message=message, **fields) for message in [*hidden, new_id()]]
        assert len({(a["code"], str(a.get("params"))) for a in answers}) == 1, (command, answers)
    replies = [
        await ana.ask("discussion.post", channel="main", text="x", reply_to=message) for message in [*hidden, new_id()]
    ]
    assert len({(a["code"], str(a.get("params"))) for a in replies}) == 1
    for peer in (ana, bob, host):
        await peer.close()
