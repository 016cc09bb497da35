"""What was ever written to a log stays readable, and what is written today is what was written yesterday."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from app.domain.kernel.envelope import erased, read_body, record_from, unseal
from app.domain.registry import REGISTRY
from tests.domain.golden_events import FOLDER, SAMPLES, path_of, sample_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.kernel.messages import Event

every_file = pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
every_sample = pytest.mark.parametrize("event", SAMPLES, ids=lambda event: event.type)


def read(path: Path) -> dict[str, Any]:
    """Return what a sample's file holds."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@every_file
def test_every_version_ever_written_is_read_as_today_s_event(path: Path):
    sample = read(path)
    private = sample["private"]
    record = record_from(sample["body"].encode(), None if private is None else private.encode())
    kind = REGISTRY.events[sample["type"]]

    envelope = unseal(record, REGISTRY.read_event)

    assert envelope.event == msgspec.convert(sample["event"], kind)
    assert record.hash == sample["hash"]
    assert read_body(record).v == sample["version"]
    assert envelope.request == "0123456789abcdef0123456789abcdef"


@every_file
def test_without_its_private_part_it_is_read_all_the_same(path: Path):
    """The erased fields have their default, and nothing else is missing."""
    sample = read(path)
    record = erased(record_from(sample["body"].encode(), sample["private"].encode()))
    kind = REGISTRY.events[sample["type"]]
    blank = dict.fromkeys(kind.erasable, "")

    assert unseal(record, REGISTRY.read_event).event == msgspec.convert(sample["event"] | blank, kind)


@every_sample
def test_today_s_bytes_are_those_of_the_sample(event: Event):
    """A change of layout needs a new version, not another sample."""
    assert json.loads(json.dumps(sample_of(event))) == read(path_of(event))


@every_sample
def test_no_field_that_may_be_erased_stands_in_the_body(event: Event):
    body = sample_of(event)["body"]
    for name in event.erasable:
        assert json.dumps(getattr(event, name), ensure_ascii=False) not in body
        assert name not in json.loads(body)["data"]


def test_every_event_and_version_has_its_sample():
    wanted = {path_of(kind).name for kind in REGISTRY.events.values()}
    older = {f"{kind.type}.v{n}.json" for kind in REGISTRY.events.values() for n in range(1, kind.version)}
    there = {path.name for path in FOLDER.iterdir()}

    assert wanted | older == there
