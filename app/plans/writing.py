"""Writes items into Yjs maps: only what differs, and so that what others write beside it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from pycrdt import Map, Text

from app.plans.order import filling, rising
from app.plans.reading import LONG, SETS, member_field
from app.plans.registers import HERE, POSITION, STATE, clear, write

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.plans.plan import Item


def plant(where: Map[Any], item: Item, writer: str) -> None:
    """Make the map of a new item, not yet part of the plan.

    Args:
        where: the map of its collection.
        item: with its values.
        writer: the replica that writes.
    """
    where[item.id] = Map({field: Text("") for field in sorted(LONG.get(type(item), ()))})
    write_item(where[item.id], item, type(item)(id=item.id), writer)


def write_item(where: Map[Any], item: Item, before: Item, writer: str) -> None:
    """Write the fields in which an item differs.

    Args:
        where: the item's map.
        item: as it is to be.
        before: as it is.
        writer: the replica that writes.
    """
    kind = type(item)
    for field in item.__struct_fields__:
        value, old = getattr(item, field), getattr(before, field)
        if field == "id" or value == old:
            continue
        if field in LONG.get(kind, ()):
            rewrite(where[field], value)
        elif field in SETS.get(kind, ()):
            write_set(where, field, set(old), set(value), writer)
        else:
            write(where, field, msgspec.to_builtins(value), writer)


def write_set(where: Map[Any], field: str, old: set[str], new: set[str], writer: str) -> None:
    """Add and remove members of a set.

    Args:
        where: the map that holds it.
        field: its name.
        old: its members.
        new: its members as they are to be.
        writer: the replica that writes.
    """
    for member in sorted(old - new):
        clear(where, member_field(field, member))
    for member in sorted(new - old):
        write(where, member_field(field, member), value=True, writer=writer)


def rewrite(where: Text, value: str) -> None:
    """Change a text where it differs, so that what others write elsewhere in it stays.

    Args:
        where: the text.
        value: as it is to be.
    """
    old = str(where)
    shorter = min(len(old), len(value))
    start = next((place for place in range(shorter) if old[place] != value[place]), shorter)
    rest = shorter - start
    end = next((place for place in range(rest) if old[-1 - place] != value[-1 - place]), rest)
    # Yjs counts the bytes of UTF-8 here.
    first, last = len(old[:start].encode()), len(old[: len(old) - end].encode())
    if last > first:
        del where[first:last]
    if added := value[start : len(value) - end]:
        where.insert(first, added)


def arrange(where: Map[Any], order: Sequence[str], positions: Mapping[str, str], writer: str) -> None:
    """Give as few items as possible another position, so that all stand in an order.

    Args:
        where: the map of their collection.
        order: the ids of all that are part of the plan.
        positions: where they stand; what has no position yet may be missing.
        writer: the replica that writes.
    """
    keys = [positions.get(key, "") for key in order]
    stay = rising(keys)
    place = 0
    while place < len(order):
        if place in stay:
            place += 1
            continue
        end = place
        while end < len(order) and end not in stay:
            end += 1
        before, after = keys[place - 1] if place else "", keys[end] if end < len(order) else ""
        for key, position in zip(order[place:end], filling(before, after, end - place), strict=True):
            write(where[key], POSITION, position, writer)
            # Whoever moves it wants it: a removal in another copy does not take it away.
            write(where[key], STATE, HERE, writer)
        place = end
