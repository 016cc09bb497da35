"""What one group commit holds, and the lines that it is told to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from app.relay.ledger import erased_by
from app.relay.tally import Tally

if TYPE_CHECKING:
    from app.domain.kernel.envelope import Envelope, Record
    from app.domain.kernel.views import Audience, Touch
    from app.domain.kernel.words import CommandId, MemberId


class Line:
    """One client's connection, as the hub sees it.

    Attributes:
        number: the server's number for it.
        is_remote: whether it comes from another machine.
        member: whose it is, once there is a seat.
        is_replica: whether it receives the log instead of documents.
        is_live: whether a replica has caught up and receives new records as they come.
        token_hash: the token it came with.
        audiences: the documents it receives.
        wants_people: whether the list of people is open on it.
        topics: the topics that are open on it, the one opened last at the end.
        written: the places whose notes are open on it, the one opened last at the end.
        tally: how much it may still ask.
        notes: how much it may still say in passing.
    """

    __slots__ = (
        "audiences",
        "is_live",
        "is_remote",
        "is_replica",
        "member",
        "notes",
        "number",
        "tally",
        "token_hash",
        "topics",
        "wants_people",
        "written",
    )

    def __init__(self, number: int, *, is_remote: bool) -> None:
        """Start without a seat."""
        self.number = number
        self.is_remote = is_remote
        self.member: MemberId = ""
        self.is_replica = False
        self.is_live = False
        self.token_hash = ""
        self.audiences: set[Audience] = set()
        self.wants_people = False
        self.topics: dict[str, None] = {}
        self.written: dict[str, None] = {}
        self.tally = Tally()
        self.notes = Tally()


class Outgoing(msgspec.Struct, frozen=True):
    """One frame for some lines.

    Attributes:
        lines: to whom.
        frame: the JSON text, encoded once for all of them.
        is_view: whether a line that is behind may miss it: a fresh document makes up for it, or it was said in passing.
        closes: whether the connection ends after it.
    """

    lines: Sequence[Line]
    frame: bytes
    is_view: bool = False
    closes: bool = False


class Batch:
    """What one group commit holds, and what is to be sent once it is durable."""

    def __init__(self, expected_seq: int) -> None:
        """Begin after the record at `expected_seq`."""
        self.expected_seq = expected_seq
        self.commit_id: CommandId = ""
        self.records: list[Record] = []
        self.envelopes: list[Envelope] = []
        self.touches: list[tuple[str, Touch]] = []
        self.moved: dict[MemberId, None] = {}
        self.fresh: dict[Line, None] = {}
        self.greetings: list[Outgoing] = []
        self.answers: list[Outgoing] = []
        self.views: list[Outgoing] = []
        """Documents, patches and the ends of documents, in order."""
        self.drops: list[Outgoing] = []
        """The ends of documents once more: they are told even if the batch is lost."""
        self.asked: list[tuple[Line, str]] = []
        self.closing: set[Line] = set()
        self.rendered = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to store and nothing to send."""
        return not (self.records or self.greetings or self.answers or self.fresh or self.moved)

    def is_rendered(self) -> None:
        """Note that documents are up to date with all that it holds."""
        self.rendered = len(self.records)
        self.touches.clear()
        self.moved.clear()
        self.fresh.clear()

    @property
    def erased(self) -> tuple[MemberId, ...]:
        """The members whom this batch erases."""
        return erased_by(self.envelopes)

    def outgoing(self) -> list[Outgoing]:
        """Return everything to send, in order: who one is, what one sees, then what became of what one asked."""
        return [*self.greetings, *self.views, *self.answers]
