"""The words of the kernel: derived ids, and what a registry reads and refuses to read."""

from __future__ import annotations

import json
from uuid import UUID, uuid5

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.discussion import DISCUSSION
from app.domain.discussion.commands import PostMessage
from app.domain.kernel.gate import TextDecided
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, STAFF, derived_id, room_channel, room_of
from app.domain.moderation import MODERATION
from app.domain.registry import CAPABILITIES, REGISTRY, Registry, UnreadableEvent
from app.domain.session.events import TitleChanged

uuids = st.uuids(version=4).map(str)


@given(uuids, st.text(max_size=36), st.integers(0, 5))
def test_the_id_of_what_a_command_creates_is_known_to_who_asked(command_id: str, member: str, n: int):
    """It is RFC 9562's version 5 of MEMBER:N in the command's namespace."""
    found = derived_id(command_id, member, n)

    assert found == str(uuid5(UUID(command_id), f"{member}:{n}"))
    assert UUID(found).version == 5


@given(uuids, uuids, st.integers(0, 5))
def test_another_member_or_another_number_gives_another_id(command_id: str, member: str, n: int):
    assert (
        len({derived_id(command_id, member, n), derived_id(command_id, "x", n), derived_id(command_id, member, n + 1)})
        == 3
    )


@given(uuids)
def test_a_rooms_channel_names_the_room(room: str):
    assert room_of(room_channel(room)) == room
    assert room_of(MAIN) is None
    assert room_of(STAFF) is None


def refusal_of(raw: bytes) -> str:
    """Return the code with which a command is refused."""
    with pytest.raises(Refusal) as refused:
        REGISTRY.read_command(raw)
    return refused.value.code


def test_a_command_is_read_by_its_stable_name():
    raw = json.dumps({"type": "discussion.post", "channel": "main", "text": "hi"}).encode()

    assert REGISTRY.read_command(raw) == PostMessage(channel="main", text="hi")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b'{"type":"discussion.shout","text":"hi"}', "unknown_command"),
        (b'{"type":5}', "unknown_command"),
        (b'{"type":"discussion.post","channel":"main"}', "bad_command"),
        (b'{"type":"discussion.post","channel":"main","text":5}', "bad_command"),
        (b'{"type":"discussion.post","channel":"main","text":"a","more":1}', "bad_command"),
        (b'{"type":"roster.invite","name":"a","role":"king","token_hash":""}', "bad_command"),
        (b'{"channel":"main","text":"a"}', "bad_command"),
        (b"[]", "bad_command"),
        (b"{", "bad_command"),
        (b"\xff", "bad_command"),
        (b'{"type":"discussion.post","channel":"main","text":' + b"[" * 50_000, "bad_command"),
    ],
)
def test_what_is_no_command_is_refused_by_a_stable_code(raw: bytes, code: str):
    assert refusal_of(raw) == code


@pytest.mark.parametrize(("name", "version"), [("nobody.knows", 1), ("member.erased", 2), ("member.erased", 0)])
def test_an_event_from_a_newer_version_is_named_and_not_guessed_at(name: str, version: int):
    with pytest.raises(UnreadableEvent) as unreadable:
        REGISTRY.read_event(name, version, {"member": "x"})

    assert (unreadable.value.type_name, unreadable.value.version) == (name, version)


def test_stored_fields_are_not_bent_into_shape():
    with pytest.raises(msgspec.ValidationError):
        REGISTRY.read_event("session.title_changed", 1, {"title": 5})


def test_an_older_event_is_lifted_version_by_version():
    """Each upcaster lifts by one, and only the layout of today reaches the state."""

    class Renamed(TitleChanged, frozen=True, kw_only=True):
        """A title's third layout."""

        version = 3

    lifted = msgspec.structs.replace(
        DISCUSSION,
        events=(*DISCUSSION.events, Renamed),
        upcasters={
            ("session.title_changed", 1): lambda fields: {"heading": fields["name"]},
            ("session.title_changed", 2): lambda fields: {"title": fields["heading"].strip()},
        },
    )
    others = [c for c in CAPABILITIES if c.name not in {"discussion", "session"}]
    session = next(c for c in CAPABILITIES if c.name == "session")
    plain = msgspec.structs.replace(session, events=tuple(e for e in session.events if e is not TitleChanged))
    registry = Registry((plain, *others, lifted))

    assert registry.read_event("session.title_changed", 1, {"name": " A "}) == Renamed(title="A")
    assert registry.read_event("session.title_changed", 2, {"heading": "B"}) == Renamed(title="B")
    assert registry.read_event("session.title_changed", 3, {"title": "C"}) == Renamed(title="C")


def test_every_older_version_of_an_event_has_its_upcaster():
    lifts = {key for capability in CAPABILITIES for key in capability.upcasters} | {(TextDecided.type, 1)}

    assert lifts == {(e.type, v) for e in REGISTRY.events.values() for v in range(1, e.version)}


def test_a_name_stands_for_one_thing_only():
    with pytest.raises(ValueError, match="declared twice"):
        Registry((*CAPABILITIES, DISCUSSION))


def test_a_house_without_a_gate_is_not_opened():
    with pytest.raises(ValueError, match="gate"):
        Registry(c for c in CAPABILITIES if c is not MODERATION)


def test_every_erasable_field_has_a_value_to_fall_back_to():
    """What an erased record folds to is the field's default: empty words."""
    for event in REGISTRY.events.values():
        defaults = {field.name: field.default for field in msgspec.structs.fields(event)}
        assert [name for name in event.erasable if defaults[name] != ""] == [], event
