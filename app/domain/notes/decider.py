"""Who may write in which note, and what is taken for an update of one."""

from __future__ import annotations

import base64
import binascii
import unicodedata
from typing import TYPE_CHECKING, Final, assert_never

from app.domain.kernel.gate import LIMITS, admit, clean
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.readings import Submission, TopicStanding
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import may_write
from app.domain.kernel.words import MAIN, STAFF, Phase, PlaceId, room_channel, room_of, topic_of
from app.domain.notes import commands as c
from app.domain.notes import events as e
from app.domain.notes.events import NoteMode
from app.domain.notes.state import TEMPLATE_CLIENT, NotesState, note_item, text_key
from app.domain.notes.text import Behind, Impossible, Laborious
from app.domain.notes.updates import UnreadableUpdate, client_of, read, said, without_words, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World
    from app.domain.notes.text import Text
    from app.domain.notes.updates import Update

UPDATE_LIMIT: Final = 48 * 1024
"""How many characters of base64 one update may have."""

PIECES_LIMIT: Final = 2_000
"""Of how many runs one update may be, counting those that it deletes."""

STEPS_LIMIT: Final = 20_000
"""How many runs may be looked at to bring one update in: what people write takes a few for each of its own."""

RUNS_LIMIT: Final = 10_000
"""Of how many runs a note may be, counting those that were deleted: what one edit costs grows with it."""

CLIENTS_LIMIT: Final = 4_000
"""How many copies may ever have written in one text; each page that is opened anew is another."""

SIZE_LIMIT: Final = LIMITS["note"]
"""How many characters a note may have."""

_FORBIDDEN: Final = frozenset({"Cc", "Cs", "Co"})


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about notes; see `Capability.decide`."""
    state = world.state(NotesState)
    match command:
        case c.EditNote():
            return _edit(world, state, command, ctx)
        case c.BeginNote(place=place, text=text):
            begun = state.note(place).revision or len(state.text(place))
            return () if begun else (e.NoteBegun(place=place, text=f"{clean(text, 'note')}\n"),)
        case c.SetNote(place=place, mode=mode):
            _check_place(world, place)
            return () if state.note(place).mode is mode else (e.NoteModeSet(place=place, mode=mode),)
        case c.ClearNote(place=place):
            note = state.notes.get(place)
            if note is None or not note.size:
                return ()
            return (e.NoteCleared(place=place, edition=note.editions),)
        case c.RestoreNote(place=place, edition=edition):
            note = state.notes.get(place)
            if note is None or not 0 <= edition < note.editions:
                raise Refusal("unknown_note")
            return () if note.edition == edition else (e.NoteRestored(place=place, edition=edition),)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def policies(world: World, envelope: Envelope) -> Iterable[Command]:  # noqa: ARG001 (every capability's shape)
    """The note of a room whose work has a template begins with it."""
    event = envelope.event
    if not isinstance(event, PlacesChanged):
        return ()
    return [c.BeginNote(place=room_channel(room), text=text) for room, text in event.templates() if text.strip()]


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which staff last changed something about the note that a command acts on."""
    match command:
        case c.SetNote(place=place) | c.ClearNote(place=place) | c.RestoreNote(place=place):
            return world.state(NotesState).changed.get(place, 0)
        case _:
            return 0


def text_of(world: World, item: str, revision: int) -> str | None:  # noqa: ARG001 (a note has one text)
    """Return what a note says, for staff who look at it as a text of the gate; None when it is none."""
    place = item.removeprefix(note_item(""))
    state = world.state(NotesState)
    return str(state.text(place)) if place != item and place in state.notes else None


# --- writing -------------------------------------------------------------------------------------------------------


def _edit(world: World, state: NotesState, command: c.EditNote, ctx: Ctx) -> Sequence[Event]:
    place, note = command.place, state.note(command.place)
    _check_may_write(world, place, ctx)
    if not ctx.role.is_staff and note.mode is NoteMode.LOCKED:
        raise Refusal("note_locked")
    if not ctx.role.is_staff and note.mode is NoteMode.HIDDEN:
        raise Refusal("note_hidden")
    if command.edition != note.edition:
        raise Refusal("note_cleared")
    update = _read(command.update)
    _check_writers(state, place, update, ctx)
    text = state.text(place)
    try:
        update = text.news(update)
        if not update.written and not update.deleted:
            return ()
        after = text.copy()
        after.take(update, STEPS_LIMIT)
    except Laborious as error:
        raise Refusal("note_update_too_large", limit=UPDATE_LIMIT) from error
    except Behind as error:
        raise Refusal("note_behind") from error
    except (Impossible, UnicodeError) as error:
        raise Refusal("bad_note_update") from error
    if update.written:
        _check_room(after)
    if not ctx.role.is_staff:
        _pass_gate(world, ctx, place, note.revision + 1, _changed_lines(str(text), str(after)))
    return (
        e.NoteEdited(
            item=note_item(place),
            revision=note.revision + 1,
            kind="note",
            channel=place,
            author=ctx.actor,
            edition=note.edition,
            update=base64.b64encode(write(without_words(update))).decode(),
            text=said(update.written),
        ),
    )


def _check_place(world: World, place: PlaceId) -> None:
    topic = topic_of(place)
    if topic is not None:
        if world.topics.standing(topic) is None:
            raise Refusal("unknown_topic")
    elif room_of(place) is not None:
        if not world.seats.room_exists(place):
            raise Refusal("unknown_room")
    elif place not in {MAIN, STAFF}:
        raise Refusal("unknown_channel")


def _check_may_write(world: World, place: PlaceId, ctx: Ctx) -> None:
    seat = world.seats.seat(ctx.actor)
    if seat is None or not may_write(seat, place):
        raise Refusal("not_your_channel")
    _check_place(world, place)
    phase = world.life.phase
    if phase is Phase.ARCHIVED or (phase is not Phase.LIVE and not ctx.role.is_staff):
        raise Refusal("session_not_live", phase=str(phase))
    topic = topic_of(place)
    if topic is not None and not ctx.role.is_staff:
        match world.topics.standing(topic):
            case TopicStanding.OPEN:
                pass
            case TopicStanding.CLOSED:
                raise Refusal("channel_closed")
            case _:
                raise Refusal("unknown_topic")


def _read(update: str) -> Update:
    if len(update) > UPDATE_LIMIT:
        raise Refusal("note_update_too_large", limit=UPDATE_LIMIT)
    try:
        found = read(base64.b64decode(update, validate=True))
    except (binascii.Error, UnreadableUpdate, ValueError) as error:
        raise Refusal("bad_note_update") from error
    if len(found.written) + len(found.deleted) > PIECES_LIMIT:
        raise Refusal("note_update_too_large", limit=UPDATE_LIMIT)
    words = said(found.written)
    if any(unicodedata.category(char) in _FORBIDDEN and char not in "\n\t" for char in words):
        raise Refusal("bad_note_update")
    return found


def _check_writers(state: NotesState, place: PlaceId, update: Update, ctx: Ctx) -> None:
    """Check that nobody writes in the name of another: a Yjs client belongs to who used it first."""
    known = state.writers.get(text_key(place, state.note(place).edition), {})
    mine = {client_of(run.key) for run in update.written}
    if TEMPLATE_CLIENT in mine or any(known.get(client, ctx.actor) != ctx.actor for client in mine):
        raise Refusal("note_client_taken")
    if len(known.keys() | mine) > CLIENTS_LIMIT:
        raise Refusal("note_full", limit=SIZE_LIMIT)


def _check_room(text: Text) -> None:
    if len(text) > RUNS_LIMIT or sum(len(run.text) for run in text.runs()) > SIZE_LIMIT:
        raise Refusal("note_full", limit=SIZE_LIMIT)


def _pass_gate(world: World, ctx: Ctx, place: PlaceId, revision: int, lines: str) -> None:
    """Let the gate read the lines that an edit changes, as they will stand.

    A note cannot wait for approval, since everybody goes on writing on top of it: what would have to is refused.
    """
    submission = Submission(
        kind="note", item=note_item(place), revision=revision, channel=place, author=ctx.actor, text=lines
    )
    if any(not char.isspace() for char in lines):
        try:
            rule = admit(world, ctx, submission).held_by
        except Refusal as refusal:
            if refusal.code != "text_empty":
                raise
            rule = world.gate.held_by(submission)
    else:
        rule = world.gate.held_by(submission)
    if rule:
        raise Refusal("note_not_admitted", rule=rule)


def _changed_lines(before: str, after: str) -> str:
    """Return the lines of a text that are not as they were; empty when it only lost something."""
    start = _same(before, after)
    end = _same(before[start:][::-1], after[start:][::-1])
    if len(after) - end <= start:
        return ""
    last = after.find("\n", len(after) - end)
    return after[after.rfind("\n", 0, start) + 1 : last if last >= 0 else len(after)]


def _same(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low
