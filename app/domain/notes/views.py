"""What learners see of notes: that there is one, where they are; and its text, on pages that opened it.

The text travels as Yjs updates: one for everything up to some place, and those that came since. Nothing of it is
there while the gate holds the channel's texts, or staff hide it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.kernel.gate import GateChanged, TextDecided, TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.readings import Submission, TopicBegan, TopicStanding
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, note_audience
from app.domain.kernel.words import MAIN, STAFF, MemberId, PlaceId, room_channel, room_of, topic_channel, topic_of
from app.domain.notes import events as e
from app.domain.notes.events import NoteMode
from app.domain.notes.state import NotesState, note_item, place_of_item

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.world import World


def is_held(world: World, place: PlaceId) -> bool:
    """Whether the texts of a place wait for approval, which those of a note cannot: then learners have none there."""
    submission = Submission(kind="note", item=note_item(place), revision=1, channel=place, author="", text="")
    try:
        return bool(world.gate.held_by(submission))
    except Refusal:
        # Nothing new is taken in; what stands there was.
        return False


def is_shown(world: World, place: PlaceId) -> bool:
    """Whether learners who may read a place may read its note."""
    hidden = world.state(NotesState).note(place).mode is NoteMode.HIDDEN
    # The staff's own note passes no gate.
    return place == STAFF or not (hidden or is_held(world, place))


def _summary(world: World, place: PlaceId) -> Json | None:
    """Say what is not as it is for a note that nobody wrote in, and that everybody there may begin."""
    note = world.state(NotesState).note(place)
    entry: dict[str, Any] = {} if note.mode is NoteMode.OPEN else {"mode": str(note.mode)}
    return entry | ({"begun": True} if note.revision else {}) or None


def _class_keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return [place for place in world.state(NotesState).notes if _is_the_class_s(world, place)]


def _is_the_class_s(world: World, place: PlaceId) -> bool:
    topic = topic_of(place)
    if topic is None:
        return place == MAIN
    return world.topics.standing(topic) not in {None, TopicStanding.PREPARED}


def _class_entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001 (every collection's shape)
    return _summary(world, key) if _is_the_class_s(world, key) else None


def _room_entry(world: World, audience: Audience) -> Json | None:
    return _summary(world, room_channel(audience.key))


def _mode(world: World, audience: Audience) -> Json | None:
    return str(world.state(NotesState).note(audience.key).mode)


def _held(world: World, audience: Audience) -> Json | None:
    return (audience.key != STAFF and is_held(world, audience.key)) or None


def _edition(world: World, audience: Audience) -> Json | None:
    return world.state(NotesState).note(audience.key).edition


def _base(world: World, audience: Audience) -> Json | None:
    note = world.state(NotesState).note(audience.key)
    return {"update": note.base, "through": note.through} if note.base and is_shown(world, note.place) else None


def _update_keys(world: World, audience: Audience) -> Iterable[str]:
    return map(str, world.state(NotesState).edits(audience.key)) if is_shown(world, audience.key) else ()


def _update(world: World, audience: Audience, key: str) -> Json | None:
    edit = world.state(NotesState).edits(audience.key).get(int(key))
    if edit is None or not is_shown(world, audience.key):
        return None
    return {"update": edit.update, "at": edit.at} | _named(world, edit.member)


def _writer_keys(world: World, audience: Audience) -> Iterable[str]:
    return world.state(NotesState).wrote.get(audience.key, {})


def _writer(world: World, audience: Audience, key: str) -> Json | None:
    wrote = world.state(NotesState).wrote.get(audience.key, {}).get(key)
    named = _named(world, key)
    return named | {"written": wrote.units} if wrote is not None and named else None


def _named(world: World, member: MemberId) -> dict[str, Any]:
    seat = world.seats.seat(member)
    if seat is None:
        return {}
    entry: dict[str, Any] = {"by": seat.member, "number": seat.number}
    return entry | {"name": seat.name} if seat.name else entry


PARTS = (
    Collection("class", "notes", _class_keys, _class_entry),
    Field("room", "note", _room_entry),
    Field("note", "mode", _mode),
    Field("note", "held", _held),
    Field("note", "edition", _edition),
    Field("note", "base", _base),
    Collection("note", "updates", _update_keys, _update, windowed=True),
    Collection("note", "writers", _writer_keys, _writer),
)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the notes' views."""
    event = envelope.event
    match event:
        case e.NoteEdited(channel=place, author=author):
            yield from _touch_edit(world, place, author, envelope.seq)
        case e.NoteBegun(place=place):
            yield from _touch_all(world, place)
        case e.NoteModeSet(place=place) | e.NoteCleared(place=place) | e.NoteRestored(place=place):
            yield from _touch_all(world, place)
        case TextDecided(item=item) if (place := place_of_item(item) or "") in world.state(NotesState).notes:
            yield from _touch_all(world, place)
        case TopicBegan(topic=topic):
            yield from _touch_all(world, topic_channel(topic))
        case GateChanged():
            rooms = map(room_channel, world.seats.all_rooms())
            for place in (MAIN, *rooms, *map(topic_channel, world.topics.all_topics())):
                yield from _touch_all(world, place)
        case MemberErased(member=member):
            for place in world.state(NotesState).notes:
                yield from _touch_all(world, place)
            yield from _touch_name(world, member)
        case TextSubmitted(kind="name", author=member, revision=revision) if revision > 1:
            yield from _touch_name(world, member)
        case TextDecided(author=member, item=item) if item.startswith("name:"):
            yield from _touch_name(world, member)
        case _:
            pass


def _touch_edit(world: World, place: PlaceId, author: MemberId, seq: int) -> Iterable[Touch]:
    audience = note_audience(place)
    # An edit may have been put together with all others: then they went from the collection at once.
    keys = () if seq in world.state(NotesState).edits(place) else ("",)
    for key in keys or (str(seq),):
        yield Touch(audience, "updates", key)
    yield Touch(audience, "base")
    yield Touch(audience, "writers", author)
    yield from _touch_summary(place)


def _touch_all(world: World, place: PlaceId) -> Iterable[Touch]:
    audience = note_audience(place)
    for name in ("mode", "held", "edition", "base", "updates", "writers"):
        yield Touch(audience, name)
    for key in world.state(NotesState).edits(place):
        yield Touch(audience, "updates", str(key))
    yield from _touch_summary(place)


def _touch_summary(place: PlaceId) -> Iterable[Touch]:
    room = room_of(place)
    yield Touch(CLASS, "notes", place) if room is None else Touch(Audience("room", room), "note")


def _touch_name(world: World, member: MemberId) -> Iterable[Touch]:
    state = world.state(NotesState)
    for place, wrote in state.wrote.items():
        if member in wrote:
            yield Touch(note_audience(place), "writers", member)
            for seq, edit in state.edits(place).items():
                if edit.member == member:
                    yield Touch(note_audience(place), "updates", str(seq))
