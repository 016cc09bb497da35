"""What is known of the notes, folded from events."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.seats import SeatVacated
from app.domain.kernel.words import MAIN, RELAY, MemberId, Millis, PlaceId, room_channel, room_of
from app.domain.kernel.world import State
from app.domain.notes import events as e
from app.domain.notes.events import NoteMode
from app.domain.notes.text import Run, Text, written
from app.domain.notes.updates import client_of, read, with_words, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.notes.updates import Update

TEMPLATE_CLIENT: Final = 0
"""The Yjs client that writes templates; nobody else may be it."""

TAIL_UPDATES: Final = 50
"""After how many updates the whole text is put together anew for those who come later."""

TAIL_SIZE: Final = 4_096
"""How many characters of updates, at least, may stand beside the whole text."""

_ITEM: Final = "note:"


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A note and how it stands.

    Attributes:
        place: where it is.
        mode: what learners may do with it.
        edition: which of its texts is shown.
        editions: how many texts it ever had.
        revision: how often it was edited, over all texts.
        size: characters of the text that is shown.
        base: that text as one Yjs update in base64, up to `through`; empty for none.
        through: the seq up to which `base` holds everything.
        at: when it was edited last; 0 before.
    """

    place: PlaceId
    mode: NoteMode = NoteMode.OPEN
    edition: int = 0
    editions: int = 1
    revision: int = 0
    size: int = 0
    base: str = ""
    through: int = 0
    at: Millis = 0


class Edit(msgspec.Struct, frozen=True):
    """One update of a note that its `base` does not hold: in base64, who made it, and when."""

    update: str
    member: MemberId
    at: Millis


class Wrote(msgspec.Struct, frozen=True):
    """How much somebody put into a note: in how many edits, and how many UTF-16 units in all."""

    edits: int
    units: int


class Piece(msgspec.Struct, frozen=True):
    """Words of a note, one after the other, by one person; `relay` for the template."""

    member: MemberId
    text: str


class Version(msgspec.Struct, frozen=True):
    """A note as it stood when somebody left its room."""

    edition: int
    pieces: tuple[Piece, ...]


class NotesState(State, kw_only=True):
    """The notes of a class. Texts are kept under their place and edition, as `PLACE#N`.

    Attributes:
        notes: by place, those that anything ever happened to.
        runs: text to its runs.
        starts: text to its clients' keys.
        writers: text to the member behind each Yjs client.
        tail: text to the updates that the note's `base` does not hold, by seq.
        wrote: place to what each member put in.
        where: who is in a room.
        left: place to the revision that stood there, by the seq at which somebody left.
        versions: place to what stood there, by revision.
        changed: place to the seq at which staff last changed something about its note.
    """

    notes: dict[PlaceId, Note] = {}
    runs: dict[str, dict[int, Run]] = {}
    starts: dict[str, dict[int, list[int]]] = {}
    writers: dict[str, dict[int, MemberId]] = {}
    tail: dict[str, dict[int, Edit]] = {}
    wrote: dict[PlaceId, dict[MemberId, Wrote]] = {}
    where: dict[MemberId, PlaceId] = {}
    left: dict[PlaceId, dict[int, int]] = {}
    versions: dict[PlaceId, dict[int, Version]] = {}
    changed: dict[PlaceId, int] = {}

    def note(self, place: PlaceId) -> Note:
        """Return a place's note; one that nobody wrote in is there too."""
        return self.notes.get(place) or Note(place=place)

    def text(self, place: PlaceId, edition: int | None = None) -> Text:
        """Return the text of a note, to be read only.

        Args:
            place: where.
            edition: which; the one that is shown when None.
        """
        key = text_key(place, self.note(place).edition if edition is None else edition)
        return Text(self.runs.get(key, {}), self.starts.get(key, {}))

    def edits(self, place: PlaceId) -> dict[int, Edit]:
        """Return the updates that the note's `base` does not hold, by seq."""
        return self.tail.get(text_key(place, self.note(place).edition), {})

    def author(self, place: PlaceId, client: int) -> MemberId:
        """Return who is behind a Yjs client in the text that is shown; empty when nobody is."""
        if client == TEMPLATE_CLIENT:
            return RELAY
        return self.writers.get(text_key(place, self.note(place).edition), {}).get(client, "")

    def pieces(self, place: PlaceId) -> tuple[Piece, ...]:
        """Return the words of a note with who wrote them, in order."""
        runs = (run for run in self.text(place).runs() if run.text)
        return joined(Piece(self.author(place, client_of(run.key)), run.text) for run in runs)

    def standing(self, place: PlaceId) -> dict[MemberId, int]:
        """Return how many characters of each member stand in a note."""
        found: dict[MemberId, int] = {}
        for piece in self.pieces(place):
            found[piece.member] = found.get(piece.member, 0) + len(piece.text)
        return found


def text_key(place: PlaceId, edition: int) -> str:
    """Return under what the text of a note is kept."""
    return f"{place}#{edition}"


def note_item(place: PlaceId) -> str:
    """Return the id under which a note passes the gate."""
    return _ITEM + place


def place_of_item(item: str) -> PlaceId | None:
    """Return the place whose note an item is; None when it is no note."""
    return item.removeprefix(_ITEM) if item.startswith(_ITEM) else None


def evolve(state: NotesState, envelope: Envelope) -> None:
    """Fold one envelope into the notes' state."""
    match envelope.event:
        case e.NoteEdited() as event:
            update = with_words(read(base64.b64decode(event.update)), event.text)
            _take(state, event.channel, update, envelope, event.author)
        case e.NoteBegun(place=place, text=text):
            _take(state, place, written(text, TEMPLATE_CLIENT), envelope, RELAY)
        case e.NoteModeSet(place=place, mode=mode):
            state.notes[place] = replace(state.note(place), mode=mode)
            state.changed[place] = envelope.seq
        case e.NoteCleared(place=place, edition=edition):
            note = replace(state.note(place), edition=edition, editions=edition + 1)
            _show(state, note, envelope.seq)
        case e.NoteRestored(place=place, edition=edition):
            _show(state, replace(state.note(place), edition=edition), envelope.seq)
        case TextDecided(item=item, outcome=outcome) if (place := place_of_item(item) or "") in state.notes:
            mode = NoteMode.OPEN if outcome is Outcome.PUBLISHED else NoteMode.HIDDEN
            state.notes[place] = replace(state.notes[place], mode=mode)
            state.changed[place] = envelope.seq
        case PlacesChanged() as event:
            _move(state, event, envelope.seq)
        case SeatVacated(member=member):
            _leave(state, [member], envelope.seq)
        case MemberErased(member=member):
            _erase(state, member, envelope.seq)
        case _:
            pass


def _take(state: NotesState, place: PlaceId, update: Update, envelope: Envelope, member: MemberId) -> None:
    note = state.note(place)
    key = text_key(place, note.edition)
    text = Text(state.runs.setdefault(key, {}), state.starts.setdefault(key, {}))
    text.take(update)
    writers = state.writers.setdefault(key, {})
    for run in update.written:
        if client_of(run.key) != TEMPLATE_CLIENT:
            writers.setdefault(client_of(run.key), member)
    wrote = state.wrote.setdefault(place, {})
    before = wrote.get(member, Wrote(0, 0))
    added = sum(run.length for run in update.written)
    if member != RELAY:
        wrote[member] = Wrote(before.edits + 1, before.units + added)
    edit = Edit(base64.b64encode(write(update)).decode(), member, envelope.at)
    tail = state.tail.setdefault(key, {})
    tail[envelope.seq] = edit
    size = sum(len(run.text) for run in text.runs())
    state.notes[place] = replace(note, revision=note.revision + 1, size=size, at=envelope.at)
    if len(tail) > TAIL_UPDATES or sum(len(one.update) for one in tail.values()) > max(TAIL_SIZE, len(note.base)):
        _rebase(state, place, envelope.seq)


def _rebase(state: NotesState, place: PlaceId, seq: int) -> None:
    """Put the whole text together anew, as those get it who come later."""
    note, text = state.note(place), state.text(place)
    key = text_key(place, note.edition)
    state.tail[key] = {}
    base = base64.b64encode(write(text.whole())).decode() if len(text) else ""
    state.notes[place] = replace(note, base=base, through=seq, size=sum(len(run.text) for run in text.runs()))


def _show(state: NotesState, note: Note, seq: int) -> None:
    # What is set aside is put together anew when it is shown again.
    state.tail.pop(text_key(note.place, state.note(note.place).edition), None)
    state.notes[note.place] = note
    state.changed[note.place] = seq
    _rebase(state, note.place, seq)


def _move(state: NotesState, event: PlacesChanged, seq: int) -> None:
    closed = {room_channel(room) for room in event.closed()}
    moved = {member: place for member, place in event.placed() if state.where.get(member, MAIN) != place}
    gone = [member for member, place in state.where.items() if place in closed or member in moved]
    _leave(state, gone, seq)
    for member, place in moved.items():
        if room_of(place) is not None and place not in closed:
            state.where[member] = place


def _leave(state: NotesState, members: Iterable[MemberId], seq: int) -> None:
    """Keep what the notes of some people's rooms say as they leave them."""
    for member in members:
        place = state.where.pop(member, MAIN)
        note = state.notes.get(place)
        if note is not None and place != MAIN:
            state.left.setdefault(place, {})[seq] = note.revision
            if note.revision not in state.versions.setdefault(place, {}):
                state.versions[place][note.revision] = Version(note.edition, state.pieces(place))


def _erase(state: NotesState, member: MemberId, seq: int) -> None:
    for place, note in list(state.notes.items()):
        for edition in range(note.editions):
            key = text_key(place, edition)
            theirs = [client for client, writer in state.writers.get(key, {}).items() if writer == member]
            if not theirs:
                continue
            Text(state.runs[key], state.starts[key]).take_from(theirs)
            if edition == note.edition:
                _rebase(state, place, seq)
    for versions in state.versions.values():
        for revision, version in versions.items():
            kept = joined(piece for piece in version.pieces if piece.member != member)
            versions[revision] = Version(version.edition, kept)


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces in which no two that follow one another are by the same person."""
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].member == piece.member:
            found[-1] = Piece(piece.member, found[-1].text + piece.text)
        else:
            found.append(piece)
    return tuple(found)
