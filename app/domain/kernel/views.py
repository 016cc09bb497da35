"""Views: the documents that learners receive, and the merge patches between their versions.

A document belongs to an audience: everyone in the class, one room, one member, or whoever opened the list of people
or a topic.
Each capability fills a section of it, described by its parts. The projector keeps the documents that somebody reads,
renders again just what an event touched, and hands out RFC 7396 merge patches. Documents hold objects only, no arrays,
and never a null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import msgspec

from app.domain.kernel.words import ChannelId, PlaceId, room_of, topic_of

if TYPE_CHECKING:
    from app.domain.kernel.world import World  # noqa: TC004 (decider.py imports this file; msgspec never reads it)

Json: TypeAlias = Any
Document: TypeAlias = dict[str, dict[str, Any]]
Patch: TypeAlias = dict[str, Any]


class Audience(NamedTuple):
    """Who may read a document: `kind` is `class`, `room`, `topic`, `note`, `me` or `people`; `key` an id of that kind.

    A note's key is its place.
    """

    kind: str
    key: str = ""

    @property
    def name(self) -> str:
        """The document's name on the wire: a member's own document is just `me` there."""
        return f"{self.kind}:{self.key}" if self.kind in {"room", "topic", "note"} else self.kind


CLASS = Audience("class")
PEOPLE = Audience("people")


def me(member: str) -> Audience:
    """Return the audience of one member alone."""
    return Audience("me", member)


def place_audience(place: PlaceId) -> Audience:
    """Return the audience of the main room (everyone) or of a breakout room."""
    room = room_of(place)
    return CLASS if room is None else Audience("room", room)


def channel_audience(channel: ChannelId) -> Audience:
    """Return the audience of a channel that is not the staff's: everyone, a breakout room, or a topic's readers."""
    topic = topic_of(channel)
    return place_audience(channel) if topic is None else Audience("topic", topic)


def note_audience(place: PlaceId) -> Audience:
    """Return the audience of those who have the note of a place open."""
    return Audience("note", place)


class Field(msgspec.Struct, frozen=True):
    """A single value in documents of one kind. `render` returns None for "not there"."""

    kind: str
    name: str
    render: Callable[[World, Audience], Json | None]


class Collection(msgspec.Struct, frozen=True):
    """A map by id in documents of one kind.

    `keys` lists the ids that stand in the document now; `entry` renders one of them, None for "not there". A
    `windowed` collection shows just the newest part, so that a new entry may push another out.
    """

    kind: str
    name: str
    keys: Callable[[World, Audience], Iterable[str]]
    entry: Callable[[World, Audience, str], Json | None]
    windowed: bool = False


Part: TypeAlias = Field | Collection


class Touch(NamedTuple):
    """A change to one part of one document; `key` names the entry of a collection."""

    audience: Audience
    name: str
    key: str = ""


def merge(document: Any, patch: Any) -> Any:
    """Return `document` after a merge patch (RFC 7396), sharing what did not change."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(document) if isinstance(document, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge(merged.get(key), value)
    return merged


def difference(old: Any, new: Any) -> Any:
    """Return the merge patch that turns `old` into `new`; an empty dict when two objects are equal."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    patch: Patch = {key: None for key in old if key not in new}
    for key, value in new.items():
        if key not in old:
            patch[key] = value
        elif old[key] != value:
            patch[key] = difference(old[key], value)
    return patch
