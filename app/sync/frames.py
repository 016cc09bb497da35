"""The frames of the wire protocol, as README.md of this folder describes them: what is said, not what it means.

Every frame is one JSON object in one WebSocket text message; its field `t` says which. Unknown fields are ignored in
frames from the relay and refused in frames to it.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, TypeAlias

import msgspec

VERSION: Final = 1
"""The protocol's version. A client of another one is refused with `version_unsupported`."""

LEARNER_FRAME_LIMIT: Final = 64 * 1024
"""The largest frame a page may send, in bytes."""

FRAME_LIMIT: Final = 1024 * 1024
"""The largest frame anybody may send, in bytes."""

RECORDS_PER_FRAME: Final = 200
"""How many records one `log` or `records` frame holds at most."""

BYTES_PER_FRAME: Final = 512 * 1024
"""About how many bytes of records one such frame holds; a single larger record has a frame of its own."""

SIGNAL_LIMIT: Final = 1024
"""How much a passing note may say: bytes of its value as JSON."""

Uuid: TypeAlias = Annotated[
    str, msgspec.Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
]
Token: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{43}\Z")]
"""32 random bytes in base64url without padding."""

DocOnDemand: TypeAlias = Annotated[
    str,
    msgspec.Meta(pattern=r"^(people|(note:)?topic:[A-Za-z0-9_-]{1,64}|note:(main|staff|room:[A-Za-z0-9_-]{1,64}))\Z"),
]
"""A document that a page receives while it has it open."""

Count: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
"""A place, a time or an epoch: what JavaScript counts exactly, and any database can hold."""


class ClientFrame(msgspec.Struct, frozen=True, tag_field="t", forbid_unknown_fields=True, omit_defaults=True):
    """A frame to the relay."""


class ServerFrame(msgspec.Struct, frozen=True, tag_field="t", omit_defaults=True):
    """A frame from the relay."""


class Have(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The last record a replica holds: its epoch, place and hash. A replica without any says nothing."""

    epoch: Count
    seq: Count
    hash: str


class Peek(ClientFrame, tag="peek", frozen=True):
    """Ask what a code leads to, before joining."""

    v: int
    code: str


class Join(ClientFrame, tag="join", frozen=True):
    """Take a new seat with a code. The client makes the token and keeps it: it is the seat."""

    v: int
    id: Uuid
    code: str
    name: str
    token: Token
    language: str = "fr"


class Hello(ClientFrame, tag="hello", frozen=True):
    """Come (back) to a seat by its token.

    Attributes:
        as_: `page` to receive documents, `replica` (staff only) to receive the log.
        have: where a replica's log ends.
        epoch: the highest epoch that the client has known; a relay with a lower one turns it away (`superseded`).
    """

    v: int
    session: Uuid
    token: Token
    as_: Literal["page", "replica"] = msgspec.field(name="as", default="page")
    have: Have | None = None
    epoch: Count = 0


class Create(ClientFrame, tag="create", frozen=True):
    """Create a session, as its host. Repeating it with the same session and token is harmless."""

    v: int
    id: Uuid
    key: str
    session: Uuid
    token: Token
    name: str
    title: str
    language: str = "fr"
    nearby: bool = True
    address: str = ""
    meeting_link: str = ""
    opens_at: Count = 0
    preparing: bool = False


class Seed(ClientFrame, tag="seed", frozen=True):
    """Offer a replica's log to a relay that does not know the session; `records` frames and `seeded` follow."""

    v: int
    id: Uuid
    key: str
    session: Uuid
    token: Token
    epoch: Count


class WireRecord(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A stored record: its exact body as a string, and its private part unless erased."""

    body: str
    private: str | None = None


class Records(ClientFrame, tag="records", frozen=True):
    """The next records of a seed, in order."""

    records: tuple[WireRecord, ...]


class Seeded(ClientFrame, tag="seeded", frozen=True):
    """The seed is complete; `hash` is that of its last record."""

    hash: str


class Do(ClientFrame, tag="cmd", frozen=True):
    """Ask for a command.

    Attributes:
        id: the command's id; asking again with it gives the same answer.
        seen: the last seq the client had seen when the person asked.
        command: the command, an object whose `type` names it.
    """

    id: Uuid
    seen: Count
    command: msgspec.Raw


class Ask(ClientFrame, tag="ask", frozen=True):
    """Ask what became of a command, without asking for it again."""

    id: Uuid


class Query(ClientFrame, tag="query", frozen=True):
    """Ask a read-only question, such as a page of history."""

    id: Uuid
    name: str
    args: dict[str, Any] = {}


class OpenDoc(ClientFrame, tag="open", frozen=True):
    """Begin to receive a document that is sent on demand: `people`, a topic's talk, or the note of a place."""

    doc: DocOnDemand


class CloseDoc(ClientFrame, tag="close", frozen=True):
    """Stop receiving it."""

    doc: DocOnDemand


class Presence(ClientFrame, tag="presence", frozen=True):
    """Say whether the page is in front of the person."""

    state: Literal["here", "hidden"]


class Stored(ClientFrame, tag="stored", frozen=True):
    """A replica says up to which seq it holds the log durably."""

    seq: Count


class Signal(ClientFrame, tag="signal", frozen=True):
    """Say something in passing: never stored, not answered, and dropped for whoever is slow.

    Attributes:
        to: the channel whose readers hear it; so far `staff` alone.
        kind: what it is about, as `capability.name`.
        value: what is said; at most `SIGNAL_LIMIT` bytes as JSON.
    """

    to: Annotated[str, msgspec.Meta(max_length=100)]
    kind: Annotated[str, msgspec.Meta(pattern=r"^[a-z_]{1,30}\.[a-z_]{1,30}\Z")]
    value: dict[str, str | int | bool] = {}


FirstFrame: TypeAlias = Peek | Join | Hello | Create | Seed
AnyClientFrame: TypeAlias = (
    FirstFrame | Records | Seeded | Do | Ask | Query | OpenDoc | CloseDoc | Presence | Stored | Signal
)


class About(ServerFrame, tag="about", frozen=True):
    """What a code leads to."""

    session: str
    title: str
    phase: str
    language: str
    nearby: bool
    door: str
    opens_at: int = 0
    meeting_link: str = ""
    dial_in: str = ""


class Welcome(ServerFrame, tag="welcome", frozen=True):
    """The seat is taken; documents or the log follow.

    Attributes:
        at: the relay's time, in milliseconds since 1970.
        resync: a replica's past is not this log's: it must set its own aside and take the log from the start.
        code: the join code in force, for staff.
    """

    session: str
    member: str
    role: str
    epoch: int
    seq: int
    at: int
    v: int
    resync: bool = False
    code: str = ""


class Doc(ServerFrame, tag="doc", frozen=True):
    """A whole document, as it is at `seq`."""

    doc: str
    seq: int
    value: msgspec.Raw


class Patch(ServerFrame, tag="patch", frozen=True):
    """A merge patch (RFC 7396) that brings a document to `seq`."""

    doc: str
    seq: int
    patch: msgspec.Raw


class Drop(ServerFrame, tag="drop", frozen=True):
    """A document is no longer the member's to see."""

    doc: str
    seq: int


class Log(ServerFrame, tag="log", frozen=True):
    """The next records of the log, for a replica; durable on the relay."""

    records: tuple[WireRecord, ...]


class Ack(ServerFrame, tag="ack", frozen=True):
    """A command is durable; its last event stands at `seq`."""

    id: str
    seq: int


class Refused(ServerFrame, tag="refused", frozen=True):
    """A command, query or first frame is refused.

    Attributes:
        id: which; empty when it had none.
        code: why.
        params: values for the words that explain it.
        final: False when the same request may succeed later.
    """

    id: str
    code: str
    params: dict[str, str | int] = {}
    final: bool = True


class Unknown(ServerFrame, tag="unknown", frozen=True):
    """The relay has no record of the command that was asked after."""

    id: str


class Answer(ServerFrame, tag="answer", frozen=True):
    """What a query found."""

    id: str
    value: msgspec.Raw


class Held(ServerFrame, tag="stored", frozen=True):
    """Up to `seq`, the log is held on a second machine."""

    seq: int


class Heard(ServerFrame, tag="signal", frozen=True):
    """A member said something in passing.

    Attributes:
        member: who.
        to: the channel it was said in.
        kind: what it is about, as `capability.name`.
        value: what was said.
    """

    member: str
    to: str
    kind: str
    value: dict[str, str | int | bool] = {}


class Error(ServerFrame, tag="error", frozen=True):
    """Something is wrong with what the client sends; unless `fatal` is false the relay closes the connection."""

    code: str
    params: dict[str, str | int] = {}
    fatal: bool = True


class Bye(ServerFrame, tag="bye", frozen=True):
    """The relay closes the connection, and why: `drain`, `superseded`, `removed`, `left`, `role_changed`, `revoked`."""

    reason: str
    standby: str = ""


AnyServerFrame: TypeAlias = (
    About | Welcome | Doc | Patch | Drop | Log | Ack | Refused | Unknown | Answer | Held | Heard | Error | Bye
)

encode = msgspec.json.Encoder().encode
decode_client = msgspec.json.Decoder(AnyClientFrame).decode
decode_server = msgspec.json.Decoder(AnyServerFrame).decode
