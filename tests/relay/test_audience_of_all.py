"""Learners spy with every frame while staff use everything at once: no socket ever carries another's canary."""

from __future__ import annotations

import asyncio
import base64
import random
import uuid
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.relay.processes import Class, Peer, new_id
from tests.relay.test_audience import Canaries, open_rooms

if TYPE_CHECKING:
    from tests.relay.processes import RelayProcess

STEPS: Final = 90
NOBODY: Final = "nobody"


class _Staff:
    """The host, who prepares, opens and shows; what becomes public is noted just before it does."""

    def __init__(self, host: Peer, canaries: Canaries, rooms: list[str], rng: random.Random) -> None:
        self.host, self.canaries, self.rooms, self.rng = host, canaries, rooms, rng
        self.channels = ["main", "staff", *rooms]
        self.prepared: dict[str, list[str]] = {}
        self.polls: dict[str, dict[str, str]] = {}
        self.open_polls: list[str] = []
        self.written: dict[str, list[str]] = {}
        self.activities: dict[str, str] = {}

    def secret(self) -> str:
        return self.canaries.new(NOBODY)

    def publish(self, *texts: str) -> None:
        for text in texts:
            self.canaries.texts[text] = ("main", set(self.canaries.place))

    async def does(self, command: str, command_id: str | None = None, **fields: Any) -> None:
        answer = await self.host.ask(command, command_id, **fields)
        assert answer["t"] == "ack", (command, fields, answer)
        await self.host.reads_up_to(answer["seq"])

    async def agenda(self) -> None:
        if self.activities and self.rng.random() < 0.5:
            key, instructions = self.activities.popitem()
            self.publish(instructions)
            await self.does("agenda.start", activity=key)
            return
        key = new_id()
        self.activities[key] = self.secret()
        told = {"notes": self.secret(), "lead": self.secret(), "questions": [{"id": "q", "text": self.secret()}]}
        activity = {"id": key, "minutes": 5, "instructions": self.activities[key], **told}
        await self.does("agenda.add", activities=[activity])

    async def poll(self) -> None:
        unopened = [key for key in self.polls if key not in self.written]
        if self.open_polls and self.rng.random() < 0.4:
            key = self.open_polls.pop()
            await self.does("polls.close", poll=key)
            self.publish(*self.written[key])
            await self.does("polls.show", poll=key)
            self.publish(self.polls[key]["explanation"])
            await self.does("polls.reveal", poll=key)
        elif unopened and self.rng.random() < 0.6:
            self.publish(self.polls[unopened[0]]["question"])
            self.written[unopened[0]] = []
            self.open_polls.append(unopened[0])
            await self.does("polls.open", poll=unopened[0])
        else:
            command_id = new_id()
            key = str(uuid.uuid5(uuid.UUID(command_id), self.host.welcome["member"] + ":0"))
            self.polls[key] = {"question": self.secret(), "explanation": self.secret()}
            draft = {**self.polls[key], "form": "text", "anonymous": self.rng.random() < 0.5}
            await self.does("polls.prepare", command_id, draft=draft)

    async def topic(self) -> None:
        if self.prepared and self.rng.random() < 0.5:
            key, texts = self.prepared.popitem()
            self.publish(*texts)
            await self.does("topics.open", topic=key)
            self.channels.append("topic:" + key)
            return
        key = new_id()
        self.channels.append("topic:" + key)
        self.prepared[key] = [self.secret(), self.secret(), self.secret()]
        title, prompt, objective = self.prepared[key]
        await self.does("topics.prepare", topic=key, title=title, prompt=prompt, objective=objective)

    async def list_or_plan(self) -> None:
        person = {name: self.secret() for name in ("first_name", "surname", "employer", "group", "needs")}
        token_hash = self.rng.randbytes(32).hex()
        await self.does(
            "expected.add", people=[{**person, "email": self.secret() + "@example.org", "token_hash": token_hash}]
        )
        update = base64.b64encode(self.secret().encode()).decode()
        self.canaries.texts[update] = (NOBODY, set())
        await self.does("planning.update", plan="p", update=update)
        where = {"activity": self.secret(), "field": "title"}
        await self.host.say({"t": "signal", "to": "staff", "kind": "planning.where", "value": where})

    async def privately(self) -> None:
        member = self.rng.choice(list(self.canaries.place))
        text = self.canaries.new("private", member, published=False)
        await self.does("support.write", member=member, text=text)
        await self.does("remarks.write", member=member, text=self.secret(), follow_up=True)

    async def announce(self) -> None:
        room = self.rng.choice(self.rooms)
        text = self.canaries.new(room)
        await self.does("breakouts.announce", text=text, rooms=[room.removeprefix("room:")])
        await self.does("discussion.post", channel="staff", text=self.secret())


async def _spies(peer: Peer, staff: _Staff, rng: random.Random) -> None:
    """Ask for everything that might be answered."""
    channel = rng.choice(staff.channels)
    for name, args in (
        ("history", {"channel": channel}),
        ("search", {"text": "canary"}),
        ("search", {"text": "canary", "channel": channel}),
    ):
        await peer.say({"t": "query", "id": new_id(), "name": f"discussion.{name}", "args": args})
        await peer.until("answer", "refused")
    for member in staff.canaries.place:
        await peer.say({"t": "query", "id": new_id(), "name": "support.history", "args": {"member": member}})
        await peer.until("answer", "refused")
    for doc in ("people", *(channel for channel in staff.channels if channel.startswith("topic:"))):
        await peer.say({"t": "open", "doc": doc})
    poll, activity = rng.choice([*staff.polls, new_id()]), rng.choice([*staff.activities, new_id()])
    for command, fields in (
        ("polls.show", {"poll": poll}),
        ("polls.answer", {"poll": poll, "round": 1, "choices": ["9"]}),
        ("agenda.start", {"activity": activity}),
        ("topics.open", {"topic": channel.removeprefix("topic:")}),
        ("questions.ask", {"message": new_id()}),
        ("support.write", {"member": peer.welcome["member"], "text": "to myself"}),
        ("support.claim", {"call": new_id()}),
        ("remarks.write", {"member": peer.welcome["member"], "text": "about myself"}),
        ("discussion.post", {"channel": "private:" + peer.welcome["member"], "text": "elsewhere"}),
    ):
        assert (await peer.ask(command, **fields))["t"] == "refused"


async def _asks(peer: Peer, command: str, **fields: Any) -> dict[str, Any]:
    """Ask for a command, again for as long as the relay puts off who has asked much in a moment."""
    while (answer := await peer.ask(command, **fields)).get("code") == "rate_limited":  # noqa: ASYNC110 (it tells no when)
        await asyncio.sleep(0.1)
    return answer


@pytest.mark.parametrize("seed", [1, 2])
async def test_no_learners_socket_carries_what_is_not_theirs(relay: RelayProcess, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 (a seeded choice, no secret)
    classroom = Class(relay)
    host = await classroom.start()
    rooms = await open_rooms(host, "Atelier A", "Atelier B")
    peers = {peer.welcome["member"]: peer for peer in [await classroom.join(f"Learner {n}") for n in range(5)]}
    canaries = Canaries(list(peers))
    staff = _Staff(host, canaries, rooms, rng)
    await host.reads_up_to(max(peer.seen for peer in peers.values()))
    acts = [staff.agenda, staff.poll, staff.poll, staff.topic, staff.list_or_plan, staff.announce, staff.privately]
    for step in range(STEPS):
        member = rng.choice(list(peers))
        if step % 3 == 0:
            await acts[step // 3 % len(acts)]()
        elif step % 10 == 1:
            await _spies(peers[member], staff, rng)
        elif step % 5 == 1:
            place = rng.choice(["main", *rooms])
            await staff.does("breakouts.move", members=[member], place=place)
            canaries.moved(member, place)
        elif step % 7 == 1:
            text = canaries.new("private", member, published=False)
            answer = await _asks(peers[member], "support.ask", kind="sound", text=text)
            assert answer["t"] == "ack", answer
        elif staff.open_polls and rng.random() < 0.6:
            poll, text = staff.open_polls[-1], canaries.new("mine", member, published=False)
            staff.written[poll].append(text)
            answer = await _asks(peers[member], "polls.answer", poll=poll, round=1, texts=[text])
            assert answer["t"] == "ack", answer
        else:
            channel = canaries.place[member]
            text = canaries.new(channel, member)
            answer = await _asks(peers[member], "discussion.post", channel=channel, text=text)
            assert answer["t"] == "ack", answer
        await host.reads_up_to(max(peer.seen for peer in peers.values()))
    last = await host.ask("discussion.post", channel="main", text=canaries.new("main"))
    assert staff.written, "no poll was opened"
    for peer in peers.values():
        await peer.reads_up_to(last["seq"])
        assert canaries.leaked_to(peer) == []
        await peer.close()
    await host.close()
