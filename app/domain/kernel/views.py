"""Views: the documents that learners receive, and the merge patches between their versions.

A document belongs to an audience: everyone in the class, one room, one member, or whoever opened the list of people.
Each capability fills a section of it, described by its parts. The projector keeps the documents that somebody reads,
renders again just what an event touched, and hands out RFC 7396 merge patches. Documents hold objects only, no arrays,
and never a null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import msgspec

from app.domain.kernel.words import PlaceId, room_of

if TYPE_CHECKING:
    from app.domain.kernel.decider import Capability, World  # noqa: TC004 (decider.py imports this file; msgspec never reads it)
    from app.domain.kernel.envelope import Envelope

Json: TypeAlias = Any
Document: TypeAlias = dict[str, dict[str, Any]]
Patch: TypeAlias = dict[str, Any]


class Audience(NamedTuple):
    """Who may read a document. `kind` is `class`, `room`, `me` or `people`; `key` the room's or member's id."""

    kind: str
    key: str = ""

    @property
    def name(self) -> str:
        """The document's name on the wire: a member's own document is just `me` there."""
        return f"room:{self.key}" if self.kind == "room" else self.kind


CLASS = Audience("class")
PEOPLE = Audience("people")


def me(member: str) -> Audience:
    """Return the audience of one member alone."""
    return Audience("me", member)


def place_audience(place: PlaceId) -> Audience:
    """Return the audience of the main room (everyone) or of a breakout room."""
    room = room_of(place)
    return CLASS if room is None else Audience("room", room)


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


class Projector:
    """Keeps documents up to date and says what changed in them."""

    def __init__(self, capabilities: Iterable[Capability]) -> None:
        """Index the parts of all capabilities by document kind."""
        self._capabilities = tuple(capabilities)
        self._parts: dict[str, dict[tuple[str, str], Part]] = {}
        for capability in self._capabilities:
            for part in capability.parts:
                self._parts.setdefault(part.kind, {})[capability.name, part.name] = part
        self._documents: dict[Audience, Document] = {}

    @property
    def documents(self) -> Mapping[Audience, Document]:
        """The documents that are kept."""
        return self._documents

    def render(self, world: World, audience: Audience) -> Document:
        """Return a document built from nothing but the state."""
        document: Document = {}
        for (section, name), part in self._parts.get(audience.kind, {}).items():
            value = _whole(world, audience, part)
            if value is not None:
                document.setdefault(section, {})[name] = value
        return document

    def keep(self, world: World, audience: Audience) -> Document:
        """Start keeping a document, and return it; a kept one is returned as it is."""
        document = self._documents.get(audience)
        if document is None:
            document = self._documents[audience] = self.render(world, audience)
        return document

    def drop(self, audience: Audience) -> None:
        """Stop keeping a document."""
        self._documents.pop(audience, None)

    def touched(self, world: World, envelope: Envelope) -> list[tuple[str, Touch]]:
        """Return what an envelope changed in documents that are kept: (section, touch)."""
        kept = self._documents
        return [
            (capability.name, touch)
            for capability in self._capabilities
            for touch in capability.touched(world, envelope)
            if touch.audience in kept
        ]

    def update(self, world: World, touches: Iterable[tuple[str, Touch]]) -> dict[Audience, Patch]:
        """Render again what was touched, and return the patch of each document that changed.

        Args:
            world: the state after all envelopes that the touches stem from.
            touches: gathered from `touched`; repeated ones cost nothing.
        """
        fresh: dict[Audience, Document] = {}
        for section, touch in dict.fromkeys(touches):
            kept = self._documents.get(touch.audience)
            if kept is None:
                continue
            document = fresh.get(touch.audience)
            if document is None:
                document = fresh[touch.audience] = dict(kept)
            part = self._parts[touch.audience.kind][section, touch.name]
            values = dict(document.get(section, {}))
            value = _again(world, part, touch, values.pop(touch.name, None))
            if value is not None:
                values[touch.name] = value
            if values:
                document[section] = values
            else:
                # An emptied section goes as a whole, as a document rendered from nothing would not have it.
                document.pop(section, None)
        patches: dict[Audience, Patch] = {}
        for audience, document in fresh.items():
            patch = difference(self._documents[audience], document)
            if patch:
                patches[audience] = patch
                self._documents[audience] = document
        return patches


def _whole(world: World, audience: Audience, part: Part) -> Json | None:
    if isinstance(part, Field):
        return part.render(world, audience)
    entries = ((key, part.entry(world, audience, key)) for key in part.keys(world, audience))
    return {key: entry for key, entry in entries if entry is not None} or None


def _again(world: World, part: Part, touch: Touch, before: Json | None) -> Json | None:
    if isinstance(part, Field):
        return part.render(world, touch.audience)
    after: dict[str, Json] = dict(before or {})
    if part.windowed or not touch.key:
        keys = dict.fromkeys(part.keys(world, touch.audience))
        after = {key: after.get(key) for key in keys}
        wanted = {key for key, value in after.items() if value is None}
        if touch.key in keys:
            wanted.add(touch.key)
    else:
        wanted = {touch.key}
    for key in wanted:
        after[key] = part.entry(world, touch.audience, key)
    return {key: entry for key, entry in after.items() if entry is not None} or None
