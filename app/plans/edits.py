"""What can be done to a plan document: small frozen edits, checked before anything is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol, TypeVar, assert_never

import msgspec

from app.plans.plan import (
    Activity,
    Day,
    Debate,
    Item,
    Material,
    Objective,
    Plan,
    PlanError,
    PlanInvalid,
    Poll,
    Question,
    Role,
    Rooms,
    Topic,
)

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

COLLECTIONS: Final[dict[str, type[Item]]] = {
    "days": Day,
    "activities": Activity,
    "objectives": Objective,
    "topics": Topic,
    "materials": Material,
    "roles": Role,
    "questions": Question,
    "polls": Poll,
    "rooms": Rooms,
    "debates": Debate,
}
"""The parts of a plan that are collections: the name of the field, and what it holds."""

NAMES: Final[dict[type[Item], str]] = {held: name for name, held in COLLECTIONS.items()}
HEAD: Final = ("title", "audience", "language", "learners", "editorial", "tags")
"""The fields of a plan that are no collections."""

LINES: Final = frozenset({"title", "audience", "language", "lead", "who", "date", "link", "low", "high"})
"""Texts of one line."""

_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS: Final = re.compile("[\t\n\x85\u2028\u2029]+")
_PLACE: Final = re.compile(r" - at `\$\.?([^`]*)`")

ItemT = TypeVar("ItemT", bound=Item)


class PlanItemUnknown(PlanError):
    """The plan holds no such item, or already holds one of this id."""

    code: ClassVar[str] = "plan_item_unknown"


class Holding(Protocol):
    """What is asked of the plan that edits are for."""

    def order(self, name: str) -> list[str]:
        """Return the ids of what a collection shows, in order."""

    def holds(self, name: str, key: str) -> bool:
        """Whether a collection holds, or has ever held, an item."""


@dataclass(frozen=True)
class Describe:
    """Change what the plan says of itself; fields left out stay.

    Attributes:
        title: of the plan.
        audience: for whom it is.
        language: of the class.
        learners: how many are expected.
        editorial: the editorial line.
        tags: words to find it by.
    """

    title: str | None = None
    audience: str | None = None
    language: str | None = None
    learners: int | None = None
    editorial: str | None = None
    tags: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Add:
    """Add an item.

    Attributes:
        item: with an id that the plan has never held.
        place: where it will stand among its kind, from 0; at the end when left out.
    """

    item: Item
    place: int | None = None


@dataclass(frozen=True)
class Change:
    """Give an item other values; only what differs is written.

    Attributes:
        item: as it is to be.
    """

    item: Item


@dataclass(frozen=True)
class Remove:
    """Remove an item. An edit made meanwhile in another copy keeps it.

    Attributes:
        kind: what it is.
        id: which.
    """

    kind: type[Item]
    id: str


@dataclass(frozen=True)
class Restore:
    """Bring a removed item back as it was, where it was.

    Attributes:
        kind: what it is.
        id: which.
    """

    kind: type[Item]
    id: str


@dataclass(frozen=True)
class Move:
    """Put an item at another place.

    Attributes:
        kind: what it is.
        id: which.
        place: where it will stand when it is done, from 0; beyond the end means the end.
    """

    kind: type[Item]
    id: str
    place: int


@dataclass(frozen=True)
class Settle:
    """Confirm an item as it is shown: its other versions, and a deletion that was overruled, are let go.

    Attributes:
        kind: what it is.
        id: which.
    """

    kind: type[Item]
    id: str


Edit = Describe | Add | Change | Remove | Restore | Move | Settle


def clean(text: str, *, line: bool = False) -> str:
    """Return a text without what no reader sees and no store accepts.

    Args:
        text: typed, pasted or imported, in any script.
        line: whether it is one line.
    """
    text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _BREAKS.sub(" ", text) if line else text


def cleaned(value: Any, field: str = "") -> Any:
    """Clean every text in a value made of plain parts.

    Args:
        value: a text, number, list or mapping.
        field: its name, which tells whether it is one line.
    """
    match value:
        case str():
            return clean(value, line=field in LINES)
        case list():
            return [cleaned(each, field) for each in value]
        case dict():
            return {key: cleaned(each, key) for key, each in value.items()}
        case _:
            return value


def checked(item: ItemT) -> ItemT:
    """Return an item with clean texts.

    Args:
        item: as it was typed.

    Raises:
        PlanInvalid: one of its values has no place in a plan; `where` names it.
    """
    name = NAMES[type(item)]
    try:
        made = msgspec.convert(cleaned(msgspec.to_builtins(item)), type(item))
    except msgspec.ValidationError as error:
        raise PlanInvalid(reason(error), f"{name}/{item.id}/{place(error)}".rstrip("/")) from error
    if isinstance(made, Activity):
        objectives, topics = (tuple(sorted(set(each))) for each in (made.objectives, made.topics))
        return msgspec.structs.replace(made, objectives=objectives, topics=topics)
    return made


def checked_plan(plan: Plan) -> Plan:
    """Return a plan with clean texts.

    Args:
        plan: typed, imported, or read.

    Raises:
        PlanInvalid: one of its values has no place in a plan, or two items share an id.
    """
    try:
        made = msgspec.convert(cleaned(msgspec.to_builtins(plan)), Plan)
    except msgspec.ValidationError as error:
        raise PlanInvalid(reason(error), place(error)) from error
    for name in COLLECTIONS:
        ids = [item.id for item in getattr(made, name)]
        if len(set(ids)) != len(ids):
            raise PlanInvalid("two items have one id", name)
    return made


def require(edits: Sequence[Edit], plan: Holding) -> None:
    """Check that edits name what is there, and add what is not.

    Args:
        edits: in order.
        plan: they are for.

    Raises:
        PlanItemUnknown: one of them does not.
    """
    there = {name: set(plan.order(name)) for name in COLLECTIONS}
    for edit in edits:
        match edit:
            case Describe():
                pass
            case Add(item=item):
                name, key = NAMES[type(item)], item.id
                if plan.holds(name, key) or key in there[name]:
                    raise PlanItemUnknown("the plan has held an item of this id", f"{name}/{key}")
                there[name].add(key)
            case Restore(kind=kind, id=key):
                _require_in({key} if plan.holds(NAMES[kind], key) else (), kind, key)
                there[NAMES[kind]].add(key)
            case Change(item=item):
                _require_in(there[NAMES[type(item)]], type(item), item.id)
            case Remove(kind=kind, id=key):
                _require_in(there[NAMES[kind]], kind, key)
                there[NAMES[kind]].discard(key)
            case Move(kind=kind, id=key) | Settle(kind=kind, id=key):
                _require_in(there[NAMES[kind]], kind, key)
            case _:
                assert_never(edit)


def _require_in(there: Container[str], kind: type[Item], key: str) -> None:
    if key not in there:
        raise PlanItemUnknown("the plan holds no such item", f"{NAMES[kind]}/{key}")


def reason(error: msgspec.ValidationError) -> str:
    """Return what a validation found, without the place."""
    return _PLACE.sub("", str(error))


def place(error: msgspec.ValidationError) -> str:
    """Return where a validation stopped, as `activities/3/minutes`; empty for the whole."""
    found = _PLACE.search(str(error))
    return found[1].replace("[", "/").replace("]", "").replace(".", "/").strip("/") if found else ""


def checked_edit(edit: Edit) -> Edit:
    """Return an edit with its texts and values as they will stand.

    Args:
        edit: as it was asked for.

    Raises:
        PlanInvalid: a value has no place in a plan.
    """
    match edit:
        case Describe():
            given = {field.name: getattr(edit, field.name) for field in fields(edit)}
            given = {field: value for field, value in given.items() if value is not None}
            plan = checked_plan(Plan(**given))
            return Describe(**{field: getattr(plan, field) for field in given})
        case Add(item=item, place=place):
            return Add(checked(item), place)
        case Change(item=item):
            return Change(checked(item))
        case Remove() | Restore() | Move() | Settle():
            return edit
        case _:
            assert_never(edit)
