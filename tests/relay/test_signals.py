"""What is said in passing: heard by those who may read the channel, stored by nobody, waited for by nobody."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Role
from app.domain.roster.commands import ChangeRole, RevokeTokens
from app.sync.frames import SIGNAL_LIMIT
from tests.relay.processes import Class, Peer, RelayProcess, new_token
from tests.relay.stage import Client, Stage


def heard(client: Client) -> list[dict[str, Any]]:
    """Return what a client heard in passing."""
    return [frame for frame in client.frames if frame["t"] == "signal"]


@pytest.fixture
def staffed() -> tuple[Stage, Client, Client]:
    """Give a class with a second staff member and a learner."""
    stage = Stage()
    grace, ana = stage.joins("Grace"), stage.joins("Ana")
    stage.settle()
    stage.does(stage.host, ChangeRole(member=grace.member, role=Role.COFACILITATOR))
    stage.settle()
    return stage, grace, ana


def test_staff_hear_it_at_once_and_learners_never(staffed: tuple[Stage, Client, Client]):
    """It waits for no disk: nothing is settled here between saying and hearing."""
    stage, grace, ana = staffed
    stored = len(stage.stored)
    stage.hints(stage.host, activity="a1")
    assert heard(grace) == [
        {
            "t": "signal",
            "member": stage.host.member,
            "to": "staff",
            "kind": "planning.where",
            "value": {"activity": "a1"},
        }
    ]
    assert heard(ana) == heard(stage.host) == []
    stage.settle()
    assert len(stage.stored) == stored


@pytest.mark.parametrize("to", ["staff", "main", "room:1", "nowhere"])
def test_learners_say_nothing_in_passing(staffed: tuple[Stage, Client, Client], to: str):
    """No gate reads such notes, so they would be a way around it."""
    stage, grace, ana = staffed
    with pytest.raises(Refusal) as refused:
        stage.hints(ana, to=to, text="psst")
    assert refused.value.code == "not_your_channel"
    assert heard(grace) == heard(stage.host) == []


def test_nothing_is_said_in_passing_to_learners(staffed: tuple[Stage, Client, Client]):
    stage, _, ana = staffed
    with pytest.raises(Refusal):
        stage.hints(stage.host, to="main", text="psst")
    assert heard(ana) == []


def test_whose_role_or_token_is_gone_hears_and_says_nothing_more(staffed: tuple[Stage, Client, Client]):
    """Also in the moment before the connection ends, while that is on its way to the disk."""
    stage, grace, _ = staffed
    stage.does(stage.host, RevokeTokens(member=grace.member))
    stage.hints(stage.host, activity="a1")
    with pytest.raises(Refusal):
        stage.hints(grace, activity="a1")
    assert heard(grace) == []


def test_who_is_a_learner_again_hears_nothing_more(staffed: tuple[Stage, Client, Client]):
    stage, grace, _ = staffed
    stage.does(stage.host, ChangeRole(member=grace.member, role=Role.LEARNER))
    stage.hints(stage.host, activity="a1")
    assert heard(grace) == []


def test_it_is_small_and_there_are_not_many(staffed: tuple[Stage, Client, Client]):
    stage, grace, _ = staffed
    with pytest.raises(Refusal) as refused:
        stage.hints(stage.host, text="x" * SIGNAL_LIMIT)
    assert (refused.value.code, refused.value.params) == ("signal_too_large", {"limit": SIGNAL_LIMIT})
    for _ in range(1_000):
        stage.hints(stage.host, activity="a1")
    assert len(heard(grace)) == 40
    stage.passes(1_000)
    for _ in range(1_000):
        stage.hints(stage.host, activity="a1")
    assert len(heard(grace)) == 50


async def _staff(classroom: Class, host: Peer) -> Peer:
    token = new_token()
    await host.ask(
        "roster.invite",
        name="Grace",
        role="cofacilitator",
        token_hash=hashlib.sha256(token.encode()).hexdigest(),
    )
    return await classroom.hello(token, **{"as": "replica"})


async def test_over_the_wire_a_wrong_one_is_answered_and_a_flood_is_dropped(classroom: Class) -> None:
    """A learner's attempt is told and harms nothing; who floods is slowed, and the others go on."""
    host = await classroom.start()
    grace = await _staff(classroom, host)
    ana = await classroom.join("Ana")
    note = {"t": "signal", "to": "staff", "kind": "planning.where", "value": {"activity": "a1"}}

    await ana.say(note)
    assert await ana.until("error") == {"t": "error", "code": "not_your_channel", "fatal": False}
    await host.say(note | {"value": {"text": "x" * 2_000}})
    assert (await host.until("error"))["code"] == "signal_too_large"
    for _ in range(500):
        await host.say(note)
    assert (await grace.ask("discussion.post", channel="main", text="I am still served"))["t"] == "ack"
    notes = [frame for frame in grace.received if frame["t"] == "signal"]
    assert 0 < len(notes) < 200
    assert (await ana.ask("discussion.post", channel="main", text="So am I"))["t"] == "ack"
    assert not any('"signal"' in raw for raw in ana.raw)
    stored = await classroom.log()
    assert "planning.where" not in json.dumps(stored)
    for peer in (host, grace, ana):
        peer.socket.transport.abort()


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "no dot"},
        {"kind": "x" * 100 + ".y"},
        {"value": {"deep": {"er": 1}}},
        {"value": []},
        {"to": "s" * 200},
        {"from": "somebody else"},
    ],
)
async def test_what_is_no_such_note_ends_the_connection(classroom: Class, wrong: dict[str, Any]) -> None:
    host = await classroom.start()
    await host.say({"t": "signal", "to": "staff", "kind": "planning.where", "value": {}} | wrong)
    assert (await host.until("error"))["code"] == "bad_frame"
    await host.close()


async def test_who_does_not_read_costs_the_speaker_nothing(own_relay: RelayProcess) -> None:
    """A colleague's stalled desktop misses notes; who speaks is served as before."""
    classroom = Class(own_relay)
    host = await classroom.start()
    stalled = await _staff(classroom, host)
    stalled.socket.transport.pause_reading()
    value = {"text": "x" * (SIGNAL_LIMIT - 20)}
    for _ in range(30):
        await host.say({"t": "signal", "to": "staff", "kind": "planning.where", "value": value})
        assert (await host.ask("discussion.post", channel="main", text="y" * 1_000))["t"] == "ack"
    stalled.socket.transport.abort()
    await host.close()
