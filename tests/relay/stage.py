"""A hub between its clients and its log: lines that keep what they were sent, a disk that takes batches or fails."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from app.domain.breakouts.commands import MoveMembers, OpenRoom
from app.domain.discussion.commands import PostMessage
from app.domain.kernel.envelope import Record, record_from, unseal
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.views import CLASS, PEOPLE, Audience, me, merge
from app.domain.kernel.words import MAIN
from app.domain.registry import REGISTRY
from app.domain.roster.state import RosterState
from app.domain.session.commands import StartSession
from app.relay.batch import Batch, Line, Outgoing
from app.relay.hub import Hub
from app.relay.ledger import Ledger
from app.sync import frames as f

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command

SESSION_ID = "5e5510aa-0000-4000-8000-000000000001"
START_AT = 1_800_000_000_000


def ledger_of(records: list[Record]) -> Ledger:
    """Return the ledger that a relay folds from stored records."""
    ledger = Ledger.empty(REGISTRY, SESSION_ID)
    for record in records:
        ledger.fold(unseal(record, REGISTRY.read_event), record.hash)
    return ledger


class Client:
    """What one connection received, and what its page or replica makes of it."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.frames: list[dict[str, Any]] = []
        self.documents: dict[str, Any] = {}
        self.records: list[Record] = []
        self.closed = False

    def receives(self, frame: dict[str, Any]) -> None:
        """Take one frame."""
        self.frames.append(frame)
        match frame["t"]:
            case "doc":
                self.documents[frame["doc"]] = frame["value"]
            case "patch":
                assert frame["doc"] in self.documents, "a patch to a document that was never sent"
                self.documents[frame["doc"]] = merge(self.documents[frame["doc"]], frame["patch"])
            case "drop":
                self.documents.pop(frame["doc"], None)
            case "log":
                self.records += [record_from(r["body"].encode(), _bytes(r.get("private"))) for r in frame["records"]]
            case _:
                pass

    def answers(self, command_id: str) -> list[dict[str, Any]]:
        """Return what came back for a command."""
        return [x for x in self.frames if x["t"] in {"ack", "refused", "unknown"} and x["id"] == command_id]

    @property
    def member(self) -> str:
        """Whose connection it is."""
        return self.line.member


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode()


class Stage:
    """A hub between its clients and its log."""

    def __init__(self) -> None:
        self.now = START_AT
        self.stored: list[Record] = []
        self._ids = 0
        self.clients: dict[Line, Client] = {}
        self.hub = Hub(
            Ledger.empty(REGISTRY, SESSION_ID),
            now=self.now,
            last_alive=0,
            new_id=self.new_id,
            new_salt=lambda: "5a" * 16,
        )
        self.host = self._client()
        create = f.Create(
            v=1, id=self.new_id(), key="", session=SESSION_ID, token="h" * 43, name="Host", title="Fractions"
        )
        self.hub.create(self.host.line, create, "00" * 32, "BADO-LIMU-47", self.now)
        self.hub.go_live(self.host.line)
        self.settle()
        self.does(self.host, StartSession())
        self.settle()

    def new_id(self) -> str:
        """Return another id."""
        self._ids += 1
        return str(UUID(int=self._ids, version=4))

    def _client(self) -> Client:
        line = Line(len(self.clients) + 1, is_remote=True)
        self.clients[line] = Client(line)
        return self.clients[line]

    def joins(self, name: str) -> Client:
        """Let somebody join with the code."""
        client = self._client()
        token = f"{client.line.number:043}"
        frame = f.Join(v=1, id=self.new_id(), code="", name=name, token=token)
        self.hub.join(client.line, frame, f"{client.line.number:064x}", self.now)
        return client

    def returns(self, client: Client) -> Client:
        """Let somebody connect again on their seat."""
        again = self._client()
        self.hub.hello(
            again.line, client.line.token_hash, as_replica=client.line.is_replica, resync=False, now=self.now
        )
        return again

    def does(self, client: Client, command: Command, command_id: str = "") -> str:
        """Let a client ask for something, and return the command's id."""
        command_id = command_id or self.new_id()
        raw = msgspec.Raw(msgspec.json.encode(command))
        self.hub.do(client.line, f.Do(command_id, 2**50, raw), self.now)
        return command_id

    def says(self, client: Client, text: str) -> str:
        """Let a client write in the main room."""
        return self.does(client, PostMessage(channel=MAIN, text=text))

    def hints(self, client: Client, kind: str = "planning.where", to: str = "staff", **value: str | int | bool) -> None:
        """Let a client say something in passing."""
        self._send(self.hub.signal(client.line, f.Signal(to=to, kind=kind, value=value), self.now))

    def begins(self) -> Batch | None:
        """Begin to store what is gathered."""
        return self.hub.close()

    def ends(self, batch: Batch) -> None:
        """Have a batch stored, and send what it brings."""
        assert batch.expected_seq == len(self.stored)
        self.stored += batch.records
        self._send(self.hub.durable(batch))

    def fails(self) -> None:
        """Have the disk refuse."""
        self._send(self.hub.failed(ledger_of(self.stored)))

    def settle(self) -> None:
        """Store and send everything."""
        while (batch := self.begins()) is not None:
            self.ends(batch)

    def passes(self, millis: int) -> None:
        """Let time pass, and everything that it causes happen."""
        self.now += millis
        self.hub.tick(self.now)
        self.settle()

    def _send(self, outgoing: list[Outgoing]) -> None:
        for item in outgoing:
            for line in item.lines:
                client = self.clients[line]
                if client.closed:
                    continue
                client.receives(json.loads(item.frame))
                if item.closes:
                    client.closed = True
                    self.hub.left(line, self.now)

    @property
    def roster(self) -> RosterState:
        """Members and rooms."""
        return self.hub.ledger.world.state(RosterState)

    def opens_room(self, name: str) -> str:
        """Open a room, and return its id."""
        self.does(self.host, OpenRoom(name=name))
        return list(self.roster.rooms)[-1]

    def moves(self, client: Client, place: str) -> None:
        """Bring somebody somewhere."""
        self.does(self.host, MoveMembers(members=(client.member,), place=place))

    def check(self) -> None:
        """Check that every page holds what the state renders for it, and every replica the log."""
        world, projector = self.hub.ledger.world, REGISTRY.projector()
        for client in self.clients.values():
            if client.closed or client.line not in self.hub.lines:
                continue
            if client.line.is_replica:
                assert client.records == self.stored[len(self.stored) - len(client.records) :]
                continue
            seat = self.roster.members[client.member]
            wanted = {"me": me(client.member)}
            if seat.is_in:
                wanted["class"] = CLASS
                if seat.place != MAIN:
                    wanted[seat.place] = Audience("room", seat.place.removeprefix("room:"))
                for topic in client.line.topics:
                    if world.topics.standing(topic) not in {None, TopicStanding.PREPARED}:
                        wanted[f"topic:{topic}"] = Audience("topic", topic)
                if client.line.wants_people:
                    wanted["people"] = PEOPLE
            assert client.documents == {name: projector.render(world, audience) for name, audience in wanted.items()}
