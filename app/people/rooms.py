"""Who is in which room, from and to the files of other tools: Zoom's pre-assignments, BigBlueButton's, anybody's."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.people.columns import plain_heading
from app.people.similar import plain_name
from app.people.table import rows_of
from app.plans.cells import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_ROOM: Final = (
    "pre assign room name",
    "breakout room",
    "room name",
    "room",
    "nom de la salle",
    "salle",
    "group name",
    "group",
    "groupe",
)
_ADDRESS: Final = ("email address", "e mail", "email", "mail", "adresse e mail", "adresse", "courriel")
_NAME: Final = (
    "user name",
    "username",
    "full name",
    "participant",
    "learner",
    "name",
    "user",
    "nom complet",
    "nom de l utilisateur",
    "prenom nom",
    "nom",
    "apprenant",
)


class RoomFile(StrEnum):
    """Whose file is written."""

    ZOOM = "zoom"
    BIGBLUEBUTTON = "bigbluebutton"


@dataclass(frozen=True)
class Known:
    """Somebody who is in the class.

    Attributes:
        name: as the class knows them.
        email: from the list of people expected; empty when it has none.
    """

    name: str
    email: str = ""


@dataclass(frozen=True)
class Seating:
    """What a file says of people who are here.

    Attributes:
        rooms: names of rooms with the keys of those who come into them, as they stand in the file.
        unknown: lines whose person is not in the class, or could be several, with what stands there.
        doubled: lines that name somebody again; the first one counts.
    """

    rooms: tuple[tuple[str, tuple[str, ...]], ...]
    unknown: tuple[tuple[int, str], ...]
    doubled: tuple[tuple[int, str], ...]


def seating(text: str, people: Mapping[str, Known]) -> Seating:
    """Read who comes into which room.

    Args:
        text: CSV with any separator. A heading names the columns; without one the first is the room.
        people: who is in the class, by key.
    """
    rows = rows_of(text)
    columns = _columns([plain_heading(cell) for cell in rows[0][1]]) if rows else None
    room_at, persons_at = columns or (0, (1, 2))
    finder = _Finder(people)
    rooms: dict[str, list[str]] = {}
    placed: set[str] = set()
    unknown, doubled = [], []
    for line, cells in rows[1:] if columns else rows:
        room = cells[room_at] if room_at < len(cells) else ""
        named = [cells[at] for at in persons_at if at < len(cells) and cells[at]]
        if not room or not named:
            continue
        key = finder.find(named)
        if key is None:
            unknown.append((line, named[0]))
        elif key in placed:
            doubled.append((line, named[0]))
        else:
            placed.add(key)
            rooms.setdefault(room, []).append(key)
    return Seating(tuple((room, tuple(keys)) for room, keys in rooms.items()), tuple(unknown), tuple(doubled))


def _columns(headings: Sequence[str]) -> tuple[int, tuple[int, ...]] | None:
    """Return where the room stands and where its person may; None when this is no heading."""
    room = _first(headings, _ROOM)
    persons = tuple(at for at in (_first(headings, _ADDRESS), _first(headings, _NAME)) if at is not None and at != room)
    return (room, persons) if room is not None and persons else None


def _first(headings: Sequence[str], names: Sequence[str]) -> int | None:
    return next((headings.index(name) for name in names if name in headings), None)


class _Finder:
    def __init__(self, people: Mapping[str, Known]) -> None:
        self._by_address = {known.email.casefold(): key for key, known in people.items() if known.email}
        self._by_name: dict[str, list[str]] = {}
        for key, known in people.items():
            self._by_name.setdefault(plain_name(known.name), []).append(key)

    def find(self, named: Iterable[str]) -> str | None:
        """Return who is meant; an address is surer than a name, and of two who are called alike neither is meant."""
        for text in named:
            key = self._by_address.get(text.casefold())
            if key is not None:
                return key
        for text in named:
            keys = self._by_name.get(plain_name(text), [])
            if len(keys) == 1:
                return keys[0]
        return None


def seating_file(rooms: Iterable[tuple[str, Sequence[str]]], people: Mapping[str, Known], kind: RoomFile) -> str:
    """Write who comes into which room, as another tool reads it.

    Args:
        rooms: names of rooms with the keys of those in them.
        people: everybody named, by key.
        kind: whose file; Zoom knows people by their address, and leaves out who has none.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if kind is RoomFile.ZOOM:
        writer.writerow(("Pre-assign Room Name", "Email Address"))
    else:
        writer.writerow(("Room name", "User name", "Email address"))
    for room, keys in rooms:
        for known in (people[key] for key in keys):
            if kind is RoomFile.BIGBLUEBUTTON:
                writer.writerow(map(guarded, (room, known.name, known.email)))
            elif known.email:
                writer.writerow(map(guarded, (room, known.email)))
    return out.getvalue()


def seating_text(rooms: Iterable[tuple[str, str, Sequence[str]]]) -> str:
    """Write who comes into which room, for a chat of another tool: one line a room, with its link under it.

    Args:
        rooms: name, link (empty for none) and names of people.
    """
    lines = []
    for name, link, people in rooms:
        lines.append(f"{name}: {', '.join(people)}" if people else name)
        if link:
            lines.append(link)
    return "\n".join(lines)
