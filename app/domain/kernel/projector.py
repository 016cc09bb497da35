"""The projector: keeps the documents that somebody reads, and says what changed in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.kernel.views import Audience, Document, Field, Part, Patch, Touch, difference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from app.domain.kernel.capability import Capability
    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Event
    from app.domain.kernel.views import Json
    from app.domain.kernel.world import World


class Projector:
    """Keeps documents up to date and says what changed in them."""

    def __init__(
        self, capabilities: Iterable[Capability], hearers: Callable[[type[Event]], Iterable[Capability]]
    ) -> None:
        """Index the parts of all capabilities by document kind.

        Args:
            capabilities: all of them.
            hearers: returns those that an event of a class concerns.
        """
        self._hearers = hearers
        self._parts: dict[str, dict[tuple[str, str], Part]] = {}
        for capability in capabilities:
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
            for capability in self._hearers(type(envelope.event))
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
        # What a batch touched in one part is rendered in one go, however many its messages are.
        touched: dict[tuple[Audience, str, str], dict[str, None]] = {}
        for section, touch in touches:
            touched.setdefault((touch.audience, section, touch.name), {})[touch.key] = None
        for (audience, section, name), keys in touched.items():
            kept = self._documents.get(audience)
            if kept is None:
                continue
            document = fresh.get(audience)
            if document is None:
                document = fresh[audience] = dict(kept)
            part = self._parts[audience.kind][section, name]
            values = dict(document.get(section, {}))
            value = _again(world, audience, part, keys, values.pop(name, None))
            if value is not None:
                values[name] = value
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


def _again(world: World, audience: Audience, part: Part, touched: Iterable[str], before: Json | None) -> Json | None:
    if isinstance(part, Field):
        return part.render(world, audience)
    after: dict[str, Json] = dict(before or {})
    if part.windowed or "" in touched:
        keys = dict.fromkeys(part.keys(world, audience))
        after = {key: after.get(key) for key in keys}
        wanted = {key for key, value in after.items() if value is None}
        wanted |= {key for key in touched if key in keys}
    else:
        wanted = set(touched)
    for key in wanted:
        after[key] = part.entry(world, audience, key)
    return {key: entry for key, entry in after.items() if entry is not None} or None
