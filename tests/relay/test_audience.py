"""Nobody's socket ever carries what is not theirs: every text is a canary, and every byte that arrives is searched."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest

from tests.relay.processes import Class, Peer

if TYPE_CHECKING:
    from tests.relay.processes import RelayProcess


class Canaries:
    """Knows, by rules of its own, who may ever see each text."""

    def __init__(self, members: list[str]) -> None:
        self.place = dict.fromkeys(members, "main")
        self.texts: dict[str, tuple[str, set[str]]] = {}

    def new(self, channel: str, author: str = "", *, published: bool = True) -> str:
        """Return a text that those who are in the channel may see; only its author while it is not published."""
        text = f"canary-{len(self.texts):05d}-end"
        there = {m for m, place in self.place.items() if channel in {"main", place}} if published else set()
        self.texts[text] = (channel, there | ({author} if author else set()))
        return text

    def moved(self, member: str, place: str) -> None:
        """Who comes into a room may read its whole talk."""
        self.place[member] = place
        for channel, allowed in self.texts.values():
            if channel == place != "main":
                allowed.add(member)

    def leaked_to(self, peer: Peer) -> list[str]:
        """Return the texts that a socket received and its member may not see."""
        heard = "".join(peer.raw)
        member = peer.welcome["member"]
        return [text for text, (_, allowed) in self.texts.items() if text in heard and member not in allowed]

    def missing_at(self, peer: Peer) -> list[str]:
        """Return the newest texts of the main room that a socket should have received."""
        heard = "".join(peer.raw)
        member = peer.welcome["member"]
        return [
            t
            for t, (channel, allowed) in self.texts.items()
            if channel == "main" and member in allowed and t not in heard
        ]


async def open_rooms(host: Peer, *names: str) -> list[str]:
    for name in names:
        answer = await host.ask("breakouts.open_room", name=name)
        await host.reads_up_to(answer["seq"])
    bodies = [json.loads(r["body"]) for frame in host.received if frame["t"] == "log" for r in frame["records"]]
    return ["room:" + body["data"]["room"] for body in bodies if body["type"] == "breakouts.room_added"]


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_no_socket_carries_an_unpublished_or_another_rooms_text(relay: RelayProcess, seed: int) -> None:
    """Learners are moved between rooms while everybody talks and the main room is held and opened."""
    rng = random.Random(seed)  # noqa: S311 (a seeded choice, no secret)
    classroom = Class(relay)
    host = await classroom.start()
    rooms = await open_rooms(host, "Atelier A", "Atelier B")
    peers = {peer.welcome["member"]: peer for peer in [await classroom.join(f"Learner {n}") for n in range(6)]}
    canaries = Canaries(list(peers))
    mode = "open"
    for _ in range(120):
        member = rng.choice(list(peers))
        match rng.choice(["move", "mode", "staff", "into", "say", "say", "say"]):
            case "move":
                place = rng.choice(["main", *rooms])
                await host.reads_up_to(peers[member].seen)
                answer = await host.ask("breakouts.move", members=[member], place=place)
                assert answer["t"] == "ack", answer
                canaries.moved(member, place)
            case "mode":
                mode = rng.choice(["open", "held"])
                await host.ask("moderation.set_mode", channel="main", mode=mode)
            case "staff":
                await host.ask("discussion.post", channel="staff", text=canaries.new("staff", published=False))
            case "into":
                room = rng.choice(rooms)
                await host.ask("discussion.post", channel=room, text=canaries.new(room))
            case _:
                channel = canaries.place[member]
                text = canaries.new(channel, member, published=channel != "main" or mode == "open")
                answer = await peers[member].ask("discussion.post", channel=channel, text=text)
                assert answer["t"] == "ack", answer
    last = await host.ask("discussion.post", channel="main", text=canaries.new("main"))
    for peer in peers.values():
        await peer.reads_up_to(last["seq"])
        assert canaries.leaked_to(peer) == []
        assert canaries.missing_at(peer) == []
        await peer.close()
    await host.close()


async def test_history_of_a_room_ends_for_its_former_members_when_they_left(relay: RelayProcess) -> None:
    classroom = Class(relay)
    host = await classroom.start()
    (room,) = await open_rooms(host, "Atelier")
    ana = await classroom.join("Ana")
    member = ana.welcome["member"]
    await host.reads_up_to(ana.seen)
    history = {"t": "query", "id": "00000000-0000-4000-8000-000000000000", "name": "discussion.history"}
    await ana.say(history | {"args": {"channel": room}})
    assert (await ana.until("answer", "refused"))["code"] == "not_your_channel"
    await host.ask("breakouts.move", members=[member], place=room)
    await host.ask("discussion.post", channel=room, text="while she is there")
    answer = await host.ask("breakouts.move", members=[member], place="main")
    await host.reads_up_to(answer["seq"])
    await host.ask("discussion.post", channel=room, text="after she left")
    await ana.say(history | {"args": {"channel": room}})
    page = (await ana.until("answer", "refused"))["value"]
    assert [message["text"] for message in page["messages"].values()] == ["while she is there"]
    await ana.close()
    await host.close()


async def test_an_observer_sees_the_class_and_no_room(relay: RelayProcess) -> None:
    classroom = Class(relay)
    host = await classroom.start()
    (room,) = await open_rooms(host, "Atelier")
    ana = await classroom.join("Ana")
    await host.reads_up_to(ana.seen)
    await host.ask("roster.change_role", member=ana.welcome["member"], role="observer")
    answer = await host.ask("breakouts.move", members=[ana.welcome["member"]], place=room)
    await host.reads_up_to(answer["seq"])
    posted = await host.ask("discussion.post", channel="main", text="for all")
    await ana.reads_up_to(posted["seq"])
    assert set(ana.documents) == {"class", "me"}
    assert (await ana.ask("discussion.post", channel="main", text="hi"))["code"] == "not_allowed"
    await ana.close()
    await host.close()
