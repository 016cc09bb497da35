"""The envelope around an event, the exact bytes that are stored, and the hash chain over them.

A record has two parts. `body` is the envelope as JSON, for ever; its SHA-256 is the record's hash and the next body
carries it as `prev`. `private` holds what a person may have erased, with a random salt; the body knows only its digest,
so that erasing it leaves the chain whole and the digest without meaning.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

import msgspec

from app.domain.kernel.messages import Event
from app.domain.kernel.words import CommandId, MemberId, Millis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

GENESIS: Final = "0" * 64
"""What stands as `prev` in a session's first record."""


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """One event with its place in the order of a session.

    Attributes:
        epoch: the relay's reign over the log, from 1.
        seq: the place in the log, from 1, without gaps.
        id: the event's id, derived from the command.
        command_id: the command whose commit it belongs to.
        actor: who asked; an alias when the act is anonymous.
        at: the relay's time; never decreases along the log.
        event: what happened.
        request: digest of the command as it was asked, in the first record of a commit; empty elsewhere.
    """

    epoch: int
    seq: int
    id: str
    command_id: CommandId
    actor: MemberId
    at: Millis
    event: Event
    request: str = ""


class Record(msgspec.Struct, frozen=True):
    """The stored form of one envelope.

    Attributes:
        seq: the place in the log.
        body: the exact bytes the hash is over.
        private: what may be erased (UTF-8 JSON with its salt); None when there is none, or it was erased.
        hash: SHA-256 of `body`, 64 lower-case hexadecimal digits.
        subject: the member whose data `private` holds; None without private part.
    """

    seq: int
    body: bytes
    private: bytes | None
    hash: str
    subject: MemberId | None


class Body(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The layout of a record's body. A field may be added with a default; none may ever be renamed or removed."""

    epoch: int
    seq: int
    id: str
    command_id: CommandId
    actor: MemberId
    at: Millis
    type: str
    v: int
    data: msgspec.Raw
    prev: str
    subject: MemberId | None = None
    private: str | None = None


class BrokenRecord(Exception):
    """A record whose bytes do not fit its hash, its digest or its neighbour.

    Args:
        seq: the place of the record.
        reason: a stable code: `hash`, `prev`, `seq`, `private` or `layout`.
    """

    def __init__(self, seq: int, reason: str) -> None:
        super().__init__(f"record {seq}: {reason}")
        self.seq = seq
        self.reason = reason


def digest(data: bytes) -> str:
    """Return the SHA-256 of `data` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


_encode = msgspec.json.Encoder(order="deterministic").encode
_decode_body = msgspec.json.Decoder(Body).decode
_decode_private = msgspec.json.Decoder(dict[str, Any]).decode


def seal(envelope: Envelope, prev: str, salt: str) -> Record:
    """Return the record to store for an envelope.

    Args:
        envelope: the event in its place.
        prev: the hash of the record before, or `GENESIS`.
        salt: 32 random hexadecimal digits, fresh for each record; used only when there is a private part.
    """
    event = envelope.event
    data: dict[str, Any] = msgspec.to_builtins(event)
    private: bytes | None = None
    subject: MemberId | None = None
    hidden = {name: data.pop(name) for name in event.erasable}
    if hidden or envelope.request:
        if envelope.request:
            hidden["request"] = envelope.request
        private = _encode({"salt": salt, **hidden})
        subject = getattr(event, event.about) if event.about else envelope.actor
    body = _encode(
        Body(
            epoch=envelope.epoch,
            seq=envelope.seq,
            id=envelope.id,
            command_id=envelope.command_id,
            actor=envelope.actor,
            at=envelope.at,
            type=event.type,
            v=event.version,
            data=msgspec.Raw(_encode(data)),
            prev=prev,
            subject=subject,
            private=None if private is None else digest(private),
        )
    )
    return Record(envelope.seq, body, private, digest(body), subject)


def unseal(record: Record, read_event: Callable[[str, int, dict[str, Any]], Event]) -> Envelope:
    """Return the envelope in a record.

    Args:
        record: stored bytes; its hash is taken on trust (see `verify`).
        read_event: turns (type, version, fields) into today's event class, through upcasters.

    Raises:
        BrokenRecord: the body is not an envelope.
    """
    try:
        body = _decode_body(record.body)
        fields: dict[str, Any] = msgspec.json.decode(body.data)
        hidden = _decode_private(record.private) if record.private is not None else {}
    except (msgspec.MsgspecError, RecursionError) as error:
        raise BrokenRecord(record.seq, "layout") from error
    hidden.pop("salt", None)
    request = hidden.pop("request", "")
    fields.update(hidden)
    return Envelope(
        epoch=body.epoch,
        seq=body.seq,
        id=body.id,
        command_id=body.command_id,
        actor=body.actor,
        at=body.at,
        event=read_event(body.type, body.v, fields),
        request=request,
    )


def read_body(record: Record) -> Body:
    """Return a record's body without reading its event.

    Raises:
        BrokenRecord: the bytes are not an envelope.
    """
    try:
        return _decode_body(record.body)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise BrokenRecord(record.seq, "layout") from error


def record_from(body: bytes, private: bytes | None) -> Record:
    """Build a record from its two stored parts, recomputing what follows from them.

    Raises:
        BrokenRecord: the body is not an envelope (place 0 when unknown).
    """
    bare = Record(0, body, private, digest(body), None)
    head = read_body(bare)
    return Record(head.seq, body, private, bare.hash, head.subject)


def verify(records: Iterable[Record], prev: str = GENESIS, after: int = 0) -> str:
    """Check a stretch of the chain and return the hash of its last record.

    Args:
        records: consecutive records in order.
        prev: the hash before the first of them.
        after: the place before the first of them.

    Raises:
        BrokenRecord: naming the first record that does not fit and why.
    """
    for record in records:
        after += 1
        if record.seq != after:
            raise BrokenRecord(after, "seq")
        if digest(record.body) != record.hash:
            raise BrokenRecord(after, "hash")
        body = read_body(record)
        if body.seq != after:
            raise BrokenRecord(after, "seq")
        if body.prev != prev:
            raise BrokenRecord(after, "prev")
        # A wrong subject would let an erasure pass the record by.
        if record.private is not None and (digest(record.private), record.subject) != (body.private, body.subject):
            raise BrokenRecord(after, "private")
        prev = record.hash
    return prev


def erased(record: Record) -> Record:
    """Return the record without its private part; body and hash stay what they were."""
    return Record(record.seq, record.body, None, record.hash, record.subject)
