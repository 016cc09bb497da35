"""The Python twin of the learners' page: documents instead of a log, an outbox in memory, the same frames."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import msgspec

from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import merge
from app.domain.kernel.words import topic_channel
from app.sync import frames as f
from app.sync import outbox as o
from app.sync.connection import Closed, ConnectionState, Online, RelayConnection, TurnedAway, Waiting, greeting
from app.sync.links import new_token
from app.sync.outbox import Entry, Outbox

if TYPE_CHECKING:
    import random
    from collections.abc import AsyncIterator, Callable

    from app.domain.kernel.messages import Command


class Seat(msgspec.Struct, frozen=True):
    """A seat that a page keeps: the session and the token that opens it."""

    session: str
    token: str


class Newcomer(msgspec.Struct, frozen=True):
    """Somebody without a seat yet: the join code they have, the name they want, the language of their page."""

    code: str
    name: str
    language: str = "fr"


class PageClient:
    """One learner's page.

    Attributes:
        seat: what the page keeps of its seat; None before it has joined.
        member: who it is; empty before it has joined.
        epoch: of the relay, as it last said.
        seq: the newest place the page has seen.
        documents: by name, as the relay's `doc` and `patch` frames made them.
        acknowledged: command id to the place of its last event.
        refused: command id to the code of its refusal.
        connections: how often the seat was taken.
    """

    def __init__(
        self,
        base: str,
        who: Newcomer | Seat,
        *,
        new_id: Callable[[], str] = lambda: str(uuid4()),
        chance: random.Random | None = None,
        on_text: Callable[[str], None] | None = None,
        on_change: Callable[[], None] | None = None,
    ) -> None:
        """Describe a page; nothing happens before `run`.

        Args:
            base: the relay's base URL.
            who: a newcomer who joins by code, or a seat to come back to.
            new_id: makes the ids of commands: version 4 UUIDs.
            chance: spreads attempts to reconnect.
            on_text: called with the exact text of every frame received.
            on_change: called after every frame and every change of the connection.
        """
        self.seat = who if isinstance(who, Seat) else None
        self._who = who
        self._token = who.token if isinstance(who, Seat) else new_token()
        self._new_id = new_id
        self._join_id = new_id()
        self._on_change = on_change
        self._outbox = Outbox()
        self._answers: dict[str, asyncio.Future[Any]] = {}
        self._queries: dict[str, f.Query] = {}
        self._opened: dict[str, None] = {}
        self._changed = asyncio.Event()
        self._retry_timer: asyncio.TimerHandle | None = None
        self.member = ""
        self.epoch = 0
        self.seq = 0
        self.documents: dict[str, dict[str, Any]] = {}
        self.acknowledged: dict[str, int] = {}
        self.refused: dict[str, str] = {}
        self.connections = 0
        self._connection = RelayConnection(
            base,
            self._greet,
            on_state=self._on_state,
            on_frame=self._on_frame,
            on_text=on_text,
            chance=chance,
        )

    @property
    def state(self) -> ConnectionState:
        """How the connection stands."""
        return self._connection.state

    @property
    def unsettled(self) -> tuple[Entry, ...]:
        """Commands without a final answer."""
        return self._outbox.unsettled

    async def run(self) -> None:
        """Be connected, and come back when the line is lost, until cancelled."""
        await self._connection.run()

    def drop(self, *, stay_away: bool = False) -> None:
        """Lose the line; with `stay_away`, until `retry`."""
        self._connection.drop(stay_away=stay_away)

    def retry(self) -> None:
        """Try to connect now."""
        self._connection.retry()

    def move(self, base: str) -> None:
        """Go on at another relay that has the session, such as the standby, with seat and unsettled commands."""
        self._connection.move(base)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until a condition on this page holds."""
        while not holds():
            self._changed.clear()
            await self._changed.wait()

    def submit(self, command: Command) -> str:
        """Ask for a command; it is sent, and sent again, until it is answered for. Returns its id."""
        command_id = self._new_id()
        self._outbox.submit(
            Entry(
                id=command_id,
                command=msgspec.json.encode(command),
                stale=type(command).stale,
                seen=self.seq,
                composed_at=int(time.time() * 1000),
            )
        )
        self._outbox.kept(command_id, _ticks())
        self._carry_out()
        return command_id

    async def query(self, name: str, args: dict[str, Any]) -> Any:
        """Ask a read-only question; it is asked again if the line is lost meanwhile.

        Raises:
            Refusal: the relay will not answer it.
        """
        frame = f.Query(self._new_id(), name, args)
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._answers[frame.id], self._queries[frame.id] = answer, frame
        self._connection.send(frame)
        try:
            return await answer
        finally:
            self._answers.pop(frame.id, None)
            self._queries.pop(frame.id, None)

    def show(self, *, here: bool) -> None:
        """Say whether the page is in front of the person."""
        self._connection.send(f.Presence("here" if here else "hidden"))

    def open_topic(self, topic: str, *, wanted: bool) -> None:
        """Open or close what is said in a topic; it stays open when the line is lost and comes back.

        Args:
            topic: its id.
            wanted: whether to open it.
        """
        self._open(topic_channel(topic), wanted=wanted)

    def open_note(self, place: str, *, wanted: bool) -> None:
        """Open or close the note of a place; it stays open when the line is lost and comes back.

        Args:
            place: `main`, a room's or a topic's channel.
            wanted: whether to open it.
        """
        self._open(f"note:{place}", wanted=wanted)

    def _open(self, doc: str, *, wanted: bool) -> None:
        if wanted:
            self._opened[doc] = None
        else:
            self._opened.pop(doc, None)
        self._connection.send(f.OpenDoc(doc) if wanted else f.CloseDoc(doc))

    async def _greet(self) -> AsyncIterator[f.ClientFrame]:
        first: f.ClientFrame
        if self.seat is not None:
            first = f.Hello(v=f.VERSION, session=self.seat.session, token=self._token, epoch=self.epoch)
        elif isinstance(self._who, Newcomer):
            who = self._who
            first = f.Join(
                v=f.VERSION, id=self._join_id, code=who.code, name=who.name, token=self._token, language=who.language
            )
        else:
            return
        async for frame in greeting(first):
            yield frame

    def _on_state(self, state: ConnectionState) -> None:
        match state:
            case Online(welcome=welcome):
                self.seat = Seat(welcome.session, self._token)
                self.member, self.epoch = welcome.member, welcome.epoch
                self.seq = max(self.seq, welcome.seq)
                self.connections += 1
                # The relay sends every document whole now.
                self.documents.clear()
                self._outbox.online(welcome.epoch, now=_ticks())
                self._outbox.saw(self.seq, _ticks())
                for doc in self._opened:
                    self._connection.send(f.OpenDoc(doc))
                for query in self._queries.values():
                    self._connection.send(query)
            case Closed() | Waiting() | TurnedAway():
                self._outbox.offline()
            case _:
                pass
        self._carry_out()

    def _on_frame(self, frame: f.ServerFrame) -> None:
        match frame:
            case f.Doc(doc=doc, seq=seq, value=value):
                self.documents[doc] = msgspec.json.decode(value)
                self.seq = max(self.seq, seq)
            case f.Patch(doc=doc, seq=seq, patch=patch):
                self.documents[doc] = merge(self.documents.get(doc, {}), msgspec.json.decode(patch))
                self.seq = max(self.seq, seq)
            case f.Drop(doc=doc):
                self.documents.pop(doc, None)
            case f.Answer(id=query_id, value=value):
                self._answer(query_id, value)
            case f.Refused(id=query_id, code=code, params=params) if query_id in self._answers:
                self._answers[query_id].set_exception(Refusal(code, **params))
            case f.Ack() | f.Refused() | f.Unknown() | f.Held():
                self._outbox.answered(frame, _ticks())
            case _:
                # The log is for replicas; an error that is not fatal is about a frame, not about this page.
                pass
        # What a page sees comes no later than the ack, so nothing of one's own past is still under way.
        self._outbox.saw(self.seq, _ticks())
        self._carry_out()

    def _answer(self, query_id: str, value: msgspec.Raw) -> None:
        answer = self._answers.get(query_id)
        if answer is not None and not answer.done():
            answer.set_result(msgspec.json.decode(value))

    def _carry_out(self) -> None:
        for effect in self._outbox.take_effects():
            match effect:
                case o.Send(frame=frame):
                    self._connection.send(frame)
                case o.Acknowledged(id=command_id, seq=seq):
                    self.acknowledged[command_id] = seq
                    self.seq = max(self.seq, seq)
                    self._outbox.saw(self.seq, _ticks())
                case o.Refused(entry=entry, code=code):
                    self.refused[entry.id] = code
                case o.Dropped(entry=entry):
                    self.refused[entry.id] = "dropped"
                case o.Doubted(entry=entry):
                    # A learner's page has nobody to ask in a rehearsal; what was meant is not repeated unasked.
                    self._outbox.dismiss(entry.id)
                    self.refused[entry.id] = "dismissed"
                case _:
                    pass
        self._set_retry()
        self._changed.set()
        if self._on_change is not None:
            self._on_change()

    def _set_retry(self) -> None:
        if self._retry_timer is not None:
            self._retry_timer.cancel()
            self._retry_timer = None
        at = self._outbox.next_retry
        if at is not None:
            self._retry_timer = asyncio.get_running_loop().call_later(max(0.0, (at - _ticks()) / 1000), self._pump)

    def _pump(self) -> None:
        self._outbox.pump(_ticks())
        self._carry_out()


def _ticks() -> int:
    return time.monotonic_ns() // 1_000_000
