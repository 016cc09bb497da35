"""What somebody may look up of notes: the note of their channel, or that of a room as it was when they left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import ALL_OF_IT, visible_until
from app.domain.kernel.words import topic_of
from app.domain.notes.state import NotesState
from app.domain.notes.views import is_shown

if TYPE_CHECKING:
    from app.domain.kernel.capability import Viewer
    from app.domain.kernel.world import World


class _Args(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    place: str


def read_note(world: World, viewer: Viewer, args: dict[str, Any]) -> dict[str, Any]:
    """Answer `notes.read`: what the note of a place says.

    Raises:
        Refusal: `bad_query`, `not_your_channel`, `unknown_topic`.
    """
    try:
        place = msgspec.convert(args, _Args).place
    except msgspec.ValidationError as error:
        raise Refusal("bad_query") from error
    seat = world.seats.seat(viewer.member)
    until = visible_until(world.seats, seat, place) if seat is not None else 0
    if not until:
        raise Refusal("not_your_channel")
    topic = topic_of(place)
    if (
        topic is not None
        and world.topics.standing(topic) in {None, TopicStanding.PREPARED}
        and not viewer.role.is_staff
    ):
        raise Refusal("unknown_topic")
    state = world.state(NotesState)
    note = state.note(place)
    if not viewer.role.is_staff and not is_shown(world, place):
        return {"text": ""}
    if until == ALL_OF_IT:
        return {"text": str(state.text(place)), "at": note.at, "edition": note.edition}
    version = state.versions.get(place, {}).get(state.left.get(place, {}).get(until, 0))
    if version is None or version.edition != note.edition:
        return {"text": ""}
    return {"text": "".join(piece.text for piece in version.pieces), "edition": version.edition}
