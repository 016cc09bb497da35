"""Reads the items of a Yjs map back into frozen values, one at a time, and says what does not fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, unquote

import msgspec

from app.plans.edits import NAMES
from app.plans.plan import Activity, Item, Plan
from app.plans.registers import GONE, HERE, POSITION, STATE, read

LONG: Final[dict[type, frozenset[str]]] = {Activity: frozenset({"instructions", "notes"})}
"""Texts that two people may write at once, letter by letter."""

SETS: Final[dict[type, frozenset[str]]] = {Activity: frozenset({"objectives", "topics"}), Plan: frozenset({"tags"})}
"""Fields that hold a set: each member is added and removed by itself."""

_ID: Final = re.compile(r"[A-Za-z0-9_.:-]{1,64}")


@dataclass(frozen=True)
class Conflict:
    """Two people gave one field different values without knowing of one another; all of them are kept.

    Attributes:
        kind: the name of the collection; empty for the plan itself.
        id: of the item; empty for the plan itself.
        title: of the item, for people.
        field: which.
        shown: the value that the plan shows.
        others: the values beside it.
    """

    kind: str
    id: str
    title: str
    field: str
    shown: Any
    others: tuple[Any, ...]


@dataclass(frozen=True)
class Entry:
    """An item as it stands in the document.

    Attributes:
        item: its values.
        position: its key in the order of its kind.
        here: whether it is part of the plan.
        overruled: whether somebody removed it while somebody else changed it.
        conflicts: of its fields.
        damaged: its fields that could not be read.
    """

    item: Item
    position: str
    here: bool
    overruled: bool
    conflicts: tuple[Conflict, ...]
    damaged: tuple[str, ...]


def member_field(field: str, member: str) -> str:
    """Return the register of one member of a set.

    Args:
        field: of the set.
        member: any text.
    """
    return f"{field}/{quote(member, safe='')}"


def name_of(item: Item) -> str:
    """Return what people call an item."""
    for field in ("title", "text", "question", "task"):
        named = getattr(item, field, "")
        if named:
            return str(named)
    return ""


def values_of(raw: dict[str, Any], kind: type) -> dict[str, tuple[Any, ...]]:
    """Return the values of each field of a map: registers, long texts and sets.

    Args:
        raw: the map's content.
        kind: of what it holds.
    """
    registers = read(raw)
    sets = SETS.get(kind, frozenset())
    found = {field: values for field, values in registers.items() if field.partition("/")[0] not in sets}
    for field in sets:
        start = f"{field}/"
        members = sorted(unquote(key[len(start) :]) for key in registers if key.startswith(start))
        found[field] = (members,)
    for field in LONG.get(kind, frozenset()):
        found[field] = (raw.get(field, ""),)
    return found


def read_entry(kind: type[Item], item_id: str, raw: Any) -> Entry | None:
    """Read an item.

    Args:
        kind: what it is.
        item_id: its key in the document.
        raw: what stands there.

    Returns:
        The item; none when what stands there is nothing of ours.
    """
    if not isinstance(raw, dict) or _ID.fullmatch(item_id) is None:
        return None
    found = values_of(raw, kind)
    states = found.pop(STATE, ())
    positions = found.pop(POSITION, ())
    position = positions[0] if positions and isinstance(positions[0], str) else ""
    shown = {field: values[0] for field, values in found.items()} | {"id": item_id}
    item, damaged = fitting(kind, shown)
    name = name_of(item)
    conflicts = tuple(
        Conflict(NAMES[kind], item_id, name, field, values[0], values[1:])
        for field, values in sorted(found.items())
        if len(values) > 1
    )
    return Entry(item, position, HERE in states, HERE in states and GONE in states, conflicts, damaged)


def fitting(kind: type[Any], values: dict[str, Any]) -> tuple[Any, tuple[str, ...]]:
    """Make a value of what fits, and tell which fields did not.

    Args:
        kind: what to make.
        values: by field.
    """
    known = {field: value for field, value in values.items() if field in kind.__struct_fields__}
    try:
        return msgspec.convert(known, kind), ()
    except msgspec.ValidationError:
        damaged = tuple(field for field in sorted(known) if field != "id" and not _fits(kind, field, known))
        kept = {field: value for field, value in known.items() if field not in damaged}
        return msgspec.convert(kept, kind), damaged


def _fits(kind: type[Any], field: str, values: dict[str, Any]) -> bool:
    try:
        msgspec.convert({name: values[name] for name in {field, "id"} & values.keys()}, kind)
    except msgspec.ValidationError:
        return False
    return True
