"""How a value stands in a Yjs map so that two concurrent ones both survive: one key per replica that wrote it.

Writing a field removes the keys that the writer has seen and adds its own, so keys stand side by side only when their
writers did not know of one another. A map that keeps the last writer's value would lose the other without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pycrdt import Map

STATE: Final = "state"
HERE: Final = "here"
GONE: Final = "gone"
POSITION: Final = "position"


def write(where: Map[Any], field: str, value: Any, writer: str) -> None:
    """Set a field, in place of every value of it that is known here.

    Args:
        where: the map.
        field: the name; holds no `@`.
        value: made of texts, numbers, lists and mappings.
        writer: the replica that writes.
    """
    own = f"{field}@{writer}"
    clear(where, field, spared=own)
    where[own] = value


def clear(where: Map[Any], field: str, spared: str = "") -> None:
    """Remove every value of a field that is known here.

    Args:
        where: the map.
        field: the name.
        spared: a key to leave.
    """
    start = f"{field}@"
    for key in [key for key in where.keys() if key.startswith(start) and key != spared]:  # noqa: SIM118 (not a dict)
        del where[key]


def keep(where: Map[Any], field: str, value: Any) -> None:
    """Remove the values of a field beside one of them, if that one stands there; nothing is written anew.

    Args:
        where: the map.
        field: the name.
        value: that stays.
    """
    values = {key: whole(where[key]) for key in list(where.keys()) if key.startswith(f"{field}@")}
    if value in values.values():
        for key in [key for key, found in values.items() if found != value]:
            del where[key]


def read(raw: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Return the values of each field, the one to show first; several mean that their writers disagree.

    Args:
        raw: the map's content.
    """
    found: dict[str, list[tuple[str, Any]]] = {}
    for key, value in raw.items():
        field, at, writer = key.rpartition("@")
        if at:
            found.setdefault(field, []).append((writer, whole(value)))
    return {field: _distinct(sorted(values, key=_writer)) for field, values in found.items()}


def _writer(written: tuple[str, Any]) -> str:
    return written[0]


def _distinct(values: list[tuple[str, Any]]) -> tuple[Any, ...]:
    made: list[Any] = []
    for _, value in reversed(values):
        if value not in made:
            made.append(value)
    return tuple(made)


def whole(value: Any) -> Any:
    """Return a value with its whole numbers as such; Yjs, like JavaScript, knows one kind of number."""
    match value:
        case float() if value.is_integer():
            return int(value)
        case list():
            return [whole(each) for each in value]
        case dict():
            return {key: whole(each) for key, each in value.items()}
        case _:
            return value
