"""What the places of a class wrote together: their final texts, who contributed, and how each came about."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.kernel.words import MAIN, RELAY, STAFF, topic_of
from app.domain.notes.events import NoteBegun, NoteEdited
from app.domain.notes.state import NotesState, evolve
from app.domain.roster.state import RosterState
from app.domain.session.decider import SessionState
from app.domain.topics.decider import TopicsState
from app.reports.paper import Sheet, listed, tagged, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.world import World

_WORDS: Final = {
    "fr": {
        "notes": "Notes partagées",
        "main": "Salle principale",
        "staff": "Équipe",
        "topic": "Un sujet",
        "room": "Une salle",
        "person": "Participant {number}",
        "by": "Caractères de chacun\u00a0: {names}",
        "empty": "Personne n’a rien écrit ensemble dans cette classe.",
    },
    "en": {
        "notes": "Shared notes",
        "main": "Main room",
        "staff": "Staff",
        "topic": "A topic",
        "room": "A room",
        "person": "Participant {number}",
        "by": "Characters by each: {names}",
        "empty": "Nobody wrote anything together in this class.",
    },
}


class NoteReport(msgspec.Struct, frozen=True):
    """A place's note at the end.

    Attributes:
        place: where it is.
        name: what the place is called.
        text: what it says.
        writers: each contributor's name, how many of the characters that stand there are theirs, and in how many edits
            they wrote in all; who wrote most first.
    """

    place: str
    name: str
    text: str
    writers: tuple[tuple[str, int, int], ...]


def note_reports(world: World) -> tuple[NoteReport, ...]:
    """Return the notes in which anybody wrote: the main room's, the rooms' in their order, the topics', the staff's.

    Args:
        world: at the end of the class.
    """
    state = world.state(NotesState)
    rooms = [f"room:{room}" for room in world.seats.all_rooms()]
    topics = [f"topic:{topic}" for topic in world.topics.all_topics()]
    found = [place for place in (MAIN, *rooms, *topics, STAFF) if state.note(place).revision]
    return tuple(_report(world, state, place) for place in found)


def _report(world: World, state: NotesState, place: str) -> NoteReport:
    standing = state.standing(place)
    wrote = state.wrote.get(place, {})
    members = sorted(wrote, key=lambda member: (-standing.get(member, 0), -wrote[member].edits))
    writers = tuple((_person(world, who), standing.get(who, 0), wrote[who].edits) for who in members if who != RELAY)
    return NoteReport(place, _place(world, place), str(state.text(place)), writers)


def _words(world: World) -> dict[str, str]:
    return _WORDS["fr" if world.state(SessionState).language.lower().startswith("fr") else "en"]


def _person(world: World, member: str) -> str:
    seat = world.seats.seat(member)
    number = seat.number if seat is not None else "?"
    return seat.name if seat is not None and seat.name else _words(world)["person"].format(number=number)


def _place(world: World, place: str) -> str:
    words = _words(world)
    if place in words:
        return words[place]
    topic = topic_of(place)
    if topic is not None:
        known = world.state(TopicsState).topics.get(topic)
        return known.title if known is not None else words["topic"]
    room = world.state(RosterState).rooms.get(place.removeprefix("room:"))
    return room.name if room is not None else words["room"]


def _by(world: World, report: NoteReport) -> str:
    names = ", ".join(f"{name} {count}" for name, count, _edits in report.writers)
    return _words(world)["by"].format(names=names) if names else ""


def markdown_of(world: World) -> str:
    """Return all notes as one Markdown text; what stands in a note stays as it was written.

    Args:
        world: at the end of the class.
    """
    title = world.state(SessionState).title
    parts = [f"# {_words(world)['notes']} · {title}"]
    for report in note_reports(world):
        parts += [f"## {report.name}", report.text.strip()]
        if by := _by(world, report):
            parts.append(f"*{by}*")
    if len(parts) == 1:
        parts.append(_words(world)["empty"])
    return "\n\n".join(part for part in parts if part) + "\n"


def html_of(world: World) -> str:
    """Return all notes as an HTML document, in the class's language.

    Args:
        world: at the end of the class.
    """
    session = world.state(SessionState)
    sheet = Sheet(session.language)
    words = _words(world)
    sheet.add(tagged("p", escape(words["notes"]), "kicker"), tagged("h1", text(session.title)))
    reports = note_reports(world)
    for report in reports:
        sheet.add(tagged("h2", text(report.name)), *_body(report.text))
        if by := _by(world, report):
            sheet.add(tagged("p", text(by), "small"))
    if not reports:
        sheet.add(tagged("p", text(words["empty"]), "empty"))
    return sheet.page(f"{words['notes']} · {session.title}")


def _body(words: str) -> Iterable[str]:
    """Yield a note's lines as HTML: headings, lists, and everything else as it stands."""
    points: list[str] = []
    for line in words.splitlines():
        bare = line.strip()
        if bare.startswith(("- ", "* ")):
            points.append(text(bare[2:]))
            continue
        if points:
            yield listed(points)
            points = []
        if bare.startswith("#"):
            yield tagged("h3", text(bare.lstrip("#").strip()))
        elif bare:
            yield tagged("p", text(bare))
    if points:
        yield listed(points)


def moments(envelopes: Iterable[Envelope], place: str) -> tuple[int, ...]:
    """Return the places in the log at which a note changed.

    Args:
        envelopes: of a class, in order.
        place: where the note is.
    """
    return tuple(e.seq for e in envelopes if _is_about(e, place))


def _is_about(envelope: Envelope, place: str) -> bool:
    event = envelope.event
    if isinstance(event, NoteEdited):
        return event.channel == place
    return isinstance(event, NoteBegun) and event.place == place


def text_at(envelopes: Iterable[Envelope], place: str, seq: int) -> str:
    """Return what a note said after a record of the log.

    Args:
        envelopes: of a class, in order.
        place: where the note is.
        seq: the record's place.
    """
    state = NotesState()
    for envelope in envelopes:
        if envelope.seq > seq:
            break
        evolve(state, envelope)
    return str(state.text(place))
