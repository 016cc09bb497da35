"""Records of the log as they travel to replicas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.sync import frames as f

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.domain.kernel.envelope import Record


def wire_record(record: Record) -> f.WireRecord:
    """Return a record as it travels."""
    return f.WireRecord(record.body.decode(), None if record.private is None else record.private.decode())


def log_frames(records: Sequence[Record]) -> Iterator[bytes]:
    """Yield the `log` frames that carry the given records, in order."""
    start = size = 0
    for end, record in enumerate(records):
        more = len(record.body) + len(record.private or b"")
        if end > start and (end - start == f.RECORDS_PER_FRAME or size + more > f.BYTES_PER_FRAME):
            yield f.encode(f.Log(tuple(map(wire_record, records[start:end]))))
            start, size = end, 0
        size += more
    if start < len(records):
        yield f.encode(f.Log(tuple(map(wire_record, records[start:]))))
