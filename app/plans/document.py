"""The plan document: a Yjs document that two people can change apart, and whose copies always come together."""

from __future__ import annotations

from dataclasses import fields
from dataclasses import replace as with_changes
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, assert_never
from uuid import uuid4

import msgspec
from msgspec.structs import replace
from pycrdt import Doc, Map, Text, UndoManager, merge_updates

from app.plans.edits import (
    COLLECTIONS,
    HEAD,
    NAMES,
    Add,
    Change,
    Describe,
    Edit,
    Move,
    Remove,
    Restore,
    Settle,
    checked,
    checked_plan,
)
from app.plans.merge_step import Merge, SideBySide, spot
from app.plans.plan import Item, Plan, PlanError, PlanNewer, PlanUnreadable
from app.plans.reading import Conflict, Entry, fitting, read_entry, values_of
from app.plans.registers import GONE, HERE, STATE, clear, keep, write
from app.plans.writing import arrange, plant, rewrite, write_item, write_set

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from pycrdt import TransactionEvent

LAYOUT: Final = 1
"""The layout of the document that is written today."""

_LAYOUT: Final = "layout"
_PLAN: Final = "plan"
_EDIT: Final = "edit"
_APART: Final = 1000
"""How far apart two steps are; more than the moment that joins them."""


class PlanItemUnknown(PlanError):
    """The plan holds no such item, or already holds one of this id."""

    code: ClassVar[str] = "plan_item_unknown"


class PlanDocument:
    """A plan that can be edited, undone and merged. To be used from one thread.

    Args:
        update: a Yjs update (version 1) with the whole document; or a Yjs document that holds it, owned from now on.
        writer: the Yjs client id of this copy; a new one when left out, as it must be unique.

    Raises:
        PlanUnreadable: the bytes are no such update, or hold no plan.
        PlanNewer: a newer version wrote them.
    """

    def __init__(self, update: bytes | Doc[Any], writer: int | None = None) -> None:
        self._doc: Doc[Any] = update if isinstance(update, Doc) else Doc(client_id=writer)
        if isinstance(update, bytes):
            take(self._doc, update)
        self._head = self._doc.get("head", type=Map)
        self._editorial = self._doc.get("editorial", type=Text)
        self._items: dict[str, Map[Any]] = {name: self._doc.get(name, type=Map) for name in COLLECTIONS}
        layout, plan_id = self._head.get(_LAYOUT), self._head.get(_PLAN)
        if not isinstance(layout, int | float) or not isinstance(plan_id, str):
            raise PlanUnreadable("it names no layout and no plan", "head")
        if layout > LAYOUT:
            raise PlanNewer(f"layout {layout:g}", "head/layout")
        self.id: Final = plan_id
        """The plan's id; its copies share it."""
        self._writer = f"{self._doc.client_id:x}"
        self._stale: dict[str, set[str] | None] = dict.fromkeys(COLLECTIONS)
        self._entries: dict[str, dict[str, Entry]] = {name: {} for name in COLLECTIONS}
        self._strange: dict[str, set[str]] = {name: set() for name in COLLECTIONS}
        self._plan: Plan | None = None
        self._shown: dict[str, tuple[Any, ...]] = {}
        roots = [self._head, self._editorial, *self._items.values()]
        self._step = 1
        self._merges: list[Merge] = []
        self._unmerged: list[Merge] = []
        # Changes of one moment are one step; which moment it is, this copy says.
        self._undoing = UndoManager(scopes=roots, capture_timeout_millis=1, timestamp=lambda: self._step)
        self._undoing.include_origin(_EDIT)
        self._head.observe_deep(self._touch_head)
        self._editorial.observe(self._touch_head)
        for name, where in self._items.items():
            where.observe_deep(partial(self._touch, name))

    @classmethod
    def new(cls, plan: Plan | None = None, plan_id: str = "") -> Self:
        """Make a document.

        Args:
            plan: what it holds at first.
            plan_id: its id; one of its own when left out. The same plan under the same id makes the same document
                on every machine, so that copies of it can be merged.

        Raises:
            PlanInvalid: a value of the plan has no place in one.
        """
        plan_id = plan_id or str(uuid4())
        plan = checked_plan(plan or Plan())
        # The writer of a beginning is named after it, so that the same one is the same everywhere.
        writer = int.from_bytes(sha256(plan_id.encode() + msgspec.json.encode(plan)).digest()[:4])
        doc: Doc[Any] = Doc(client_id=writer)
        head = doc.get("head", type=Map)
        with doc.transaction():
            head[_LAYOUT] = LAYOUT
            head[_PLAN] = plan_id
        made = cls(doc.get_update(), writer)
        made.become(plan)
        return cls(made.update())

    # --- reading ---------------------------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        if self._plan is None:
            self._plan = self._read()
        return self._plan

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The fields that hold several values, each written without knowledge of the others."""
        self._refresh()
        found = [
            Conflict("", "", self.plan.title, field, values[0], values[1:])
            for field, values in sorted(values_of(_contents(self._head), Plan).items())
            if len(values) > 1
        ]
        return (*found, *(conflict for entry in self._here() for conflict in entry.conflicts))

    @property
    def overruled(self) -> tuple[Item, ...]:
        """The items that somebody removed while somebody else changed them; they stay until a person decides."""
        self._refresh()
        return tuple(entry.item for entry in self._here() if entry.overruled)

    @property
    def damaged(self) -> tuple[str, ...]:
        """The places whose content is no part of a plan, as `activities/ID/minutes`; what is shown passes them over."""
        self._refresh()
        fits = fitting(Plan, {field: values[0] for field, values in values_of(_contents(self._head), Plan).items()})
        found = [f"head/{field}" for field in fits[1]]
        found += [f"{name}/{item_id}" for name, ids in self._strange.items() for item_id in sorted(ids)]
        for name, entries in self._entries.items():
            found += [f"{name}/{key}/{field}" for key, entry in entries.items() for field in entry.damaged]
        return tuple(found)

    def _here(self) -> list[Entry]:
        return [
            entry for entries in self._entries.values() for entry in sorted(entries.values(), key=_place) if entry.here
        ]

    def _touch_head(self, _events: object) -> None:
        self._plan = None

    def _touch(self, name: str, events: list[Any]) -> None:
        self._plan = None
        self._shown.pop(name, None)
        stale = self._stale[name]
        if stale is not None:
            for event in events:
                path = event.path
                stale.update([str(path[0])] if path else event.keys)

    def _refresh(self) -> None:
        for name, kind in COLLECTIONS.items():
            stale, where = self._stale[name], self._items[name]
            entries, strange = self._entries[name], self._strange[name]
            if stale is None:
                raws = _contents(where)
                entries.clear()
                strange.clear()
            else:
                raws = {key: _content(where.get(key)) for key in stale}
            for key, raw in raws.items():
                entry = read_entry(kind, key, raw)
                strange.discard(key)
                if entry is not None:
                    entries[key] = entry
                else:
                    entries.pop(key, None)
                    if raw is not None:
                        strange.add(key)
            self._stale[name] = set()

    def _read(self) -> Plan:
        self._refresh()
        head = values_of(_contents(self._head), Plan)
        values = {field: found[0] for field, found in head.items()} | {"editorial": str(self._editorial)}
        plan: Plan = fitting(Plan, {field: value for field, value in values.items() if field in HEAD})[0]
        for name in COLLECTIONS:
            if name not in self._shown:
                entries = [entry for entry in self._entries[name].values() if entry.here]
                entries.sort(key=_place)
                self._shown[name] = tuple(entry.item for entry in entries)
        return _joined(replace(plan, **self._shown))

    # --- editing ---------------------------------------------------------------------------------------------------

    def apply(self, *edits: Edit, continuing: bool = False) -> None:
        """Do edits, as one step that can be undone.

        Args:
            edits: in order.
            continuing: whether they go on with the step before, as letters of one word do.

        Raises:
            PlanInvalid: a value has no place in a plan; nothing was changed.
            PlanItemUnknown: an edit names an item that is not there, or adds one that is; nothing was changed.
        """
        wanted = [_checked(edit) for edit in edits]
        orders: dict[str, list[str]] = {}
        self._require(wanted)
        for edit in wanted:
            match edit:
                case Add(item=item, place=place):
                    order = orders.setdefault(NAMES[type(item)], self._order(NAMES[type(item)]))
                    order.insert(len(order) if place is None else max(0, min(place, len(order))), item.id)
                case Move(kind=kind, id=key, place=place):
                    order = orders.setdefault(NAMES[kind], self._order(NAMES[kind]))
                    order.remove(key)
                    order.insert(max(0, min(place, len(order))), key)
                case Remove(kind=kind, id=key) if NAMES[kind] in orders:
                    orders[NAMES[kind]].remove(key)
                case _:
                    pass
        self._do(wanted, orders, continuing=continuing)

    def become(self, plan: Plan) -> None:
        """Turn the document into a plan with as few edits as that takes, as one step that can be undone.

        Args:
            plan: as it is to be.

        Raises:
            PlanInvalid: a value of the plan has no place in one.
        """
        self._become(plan, _EDIT)

    def _become(self, plan: Plan, origin: str | None) -> None:
        wanted, now = checked_plan(plan), self.plan
        described = {field: getattr(wanted, field) for field in HEAD if getattr(wanted, field) != getattr(now, field)}
        edits: list[Edit] = [Describe(**described)] if described else []
        orders: dict[str, list[str]] = {}
        for name, kind in COLLECTIONS.items():
            before = {item.id: item for item in getattr(now, name)}
            after = {item.id: item for item in getattr(wanted, name)}
            edits += [Remove(kind, key) for key in before if key not in after]
            edits += [Change(item) for key, item in after.items() if key in before and before[key] != item]
            new = [item for key, item in after.items() if key not in before]
            edits += [Change(item) if self._holds(name, item.id) else Add(item) for item in new]
            if new or [key for key in before if key in after] != list(after):
                orders[name] = list(after)
        self._do([_checked(edit) for edit in edits], orders, origin=origin)

    def _order(self, name: str) -> list[str]:
        return [item.id for item in getattr(self.plan, name)]

    def _holds(self, name: str, item_id: str) -> bool:
        return item_id in self._items[name]

    def _require(self, edits: Sequence[Edit]) -> None:
        there = {name: set(self._order(name)) for name in COLLECTIONS}
        for edit in edits:
            match edit:
                case Describe():
                    pass
                case Add(item=item):
                    name, key = NAMES[type(item)], item.id
                    if self._holds(name, key) or key in there[name]:
                        raise PlanItemUnknown("the plan has held an item of this id", f"{name}/{key}")
                    there[name].add(key)
                case Restore(kind=kind, id=key):
                    _require_in({key} if self._holds(NAMES[kind], key) else (), kind, key)
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

    def _do(
        self,
        edits: Sequence[Edit],
        orders: dict[str, list[str]],
        *,
        continuing: bool = False,
        origin: str | None = _EDIT,
    ) -> None:
        if origin is not None:
            self._unmerged.clear()
        added = [edit.item for edit in edits if isinstance(edit, Add)]
        if added:
            # Outside the step: undone, an addition is only marked as gone, and what another copy made of it survives.
            with self._doc.transaction():
                for item in added:
                    plant(self._items[NAMES[type(item)]], item, self._writer)
        self._refresh()
        self._step += 0 if continuing else _APART
        with self._doc.transaction(origin=origin):
            for edit in edits:
                self._do_one(edit)
            for name, order in orders.items():
                positions = {key: entry.position for key, entry in self._entries[name].items()}
                arrange(self._items[name], order, positions, self._writer)

    def _do_one(self, edit: Edit) -> None:
        match edit:
            case Describe():
                self._describe(edit)
            case Add(item=item):
                self._set_state(type(item), item.id, HERE)
            case Change(item=item):
                where = self._items[NAMES[type(item)]][item.id]
                entry = read_entry(type(item), item.id, _content(where))
                if entry is not None:
                    write_item(where, item, entry.item, self._writer)
                self._set_state(type(item), item.id, HERE)
            case Remove(kind=kind, id=key):
                self._set_state(kind, key, GONE)
            case Restore(kind=kind, id=key):
                self._set_state(kind, key, HERE)
            case Move():
                # Where it goes is written with the order of its kind.
                pass
            case Settle(kind=kind, id=key):
                for conflict in self._entries[NAMES[kind]][key].conflicts:
                    write(
                        self._items[NAMES[kind]][key], conflict.field, msgspec.to_builtins(conflict.shown), self._writer
                    )
                self._set_state(kind, key, HERE)
            case _:
                assert_never(edit)

    def _set_state(self, kind: type[Item], key: str, state: str) -> None:
        write(self._items[NAMES[kind]][key], STATE, state, self._writer)

    def _describe(self, edit: Describe) -> None:
        now = values_of(_contents(self._head), Plan)
        for field in fields(edit):
            value = getattr(edit, field.name)
            if value is None:
                continue
            if field.name == "editorial":
                rewrite(self._editorial, value)
            elif field.name == "tags":
                write_set(self._head, "tags", set(now["tags"][0]), set(value), self._writer)
            else:
                write(self._head, field.name, value, self._writer)

    # --- going back ------------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo, made in this document since it was opened."""
        return bool(self._merges) or self._undoing.can_undo()

    @property
    def can_redo(self) -> bool:
        """Whether an undone step can be done again."""
        return bool(self._unmerged) or self._undoing.can_redo()

    def undo(self) -> bool:
        """Undo this copy's last step; what others did stays. Return whether there was one."""
        self._step += _APART
        if self._merges and self._merges[-1].depth >= len(self._undoing.undo_stack):
            step = self._merges.pop()
            side_by_side = self._side_by_side()
            self._go_back(step)
            self._unmerged.append(with_changes(step, depth=len(self._undoing.redo_stack), open=side_by_side))
            return True
        return self._undoing.undo()

    def redo(self) -> bool:
        """Do the last undone step again; return whether there was one."""
        self._step += _APART
        if self._unmerged and self._unmerged[-1].depth >= len(self._undoing.redo_stack):
            step = self._unmerged.pop()
            self._become(step.after, None)
            with self._doc.transaction():
                for each in step.open:
                    where = self._place_of(each.name, each.id)
                    clear(where, each.field)
                    for at, value in each.values.items():
                        where[at] = value
            self._merges.append(with_changes(step, depth=len(self._undoing.undo_stack), open=()))
            return True
        return self._undoing.redo()

    def _open_points(self) -> tuple[Conflict | Item, ...]:
        return (*self.conflicts, *self.overruled)

    def _place_of(self, name: str, key: str) -> Map[Any]:
        found: Map[Any] = self._items[name][key] if name else self._head
        return found

    def _side_by_side(self) -> tuple[SideBySide, ...]:
        """Return the values that stand side by side, to be written again as they are."""
        places = [(spot(each)[0], each.id, spot(each)[1]) for each in self._open_points()]
        found = []
        for name, key, field in places:
            raw = _content(self._place_of(name, key)) if name else _contents(self._head)
            found.append(SideBySide(name, key, field, {at: raw[at] for at in raw if at.startswith(f"{field}@")}))
        return tuple(found)

    def _go_back(self, step: Merge) -> None:
        """Be the plan before a merge, with what was open then."""
        with self._doc.transaction():
            # What still stands as it was written is left so, as earlier steps are to undo it.
            for each in (each for each in self._open_points() if each not in step.known):
                name, field, _ = spot(each)
                items = {item.id: item for item in getattr(step.before, name)} if name else {"": step.before}
                here = HERE if each.id in items else GONE
                was = here if field == STATE else getattr(items.get(each.id), field, None)
                keep(self._place_of(name, each.id), field, msgspec.to_builtins(was))
        self._become(step.before, None)
        with self._doc.transaction():
            for each in (each for each in self._open_points() if each not in step.known):
                name, field, shown = spot(each)
                write(self._place_of(name, each.id), field, msgspec.to_builtins(shown), self._writer)

    # --- other copies ----------------------------------------------------------------------------------------------

    def state(self) -> bytes:
        """Return what this copy knows, as a Yjs state vector."""
        return self._doc.get_state()

    def update(self, since: bytes | None = None) -> bytes:
        """Return the document, or what another copy lacks, as a Yjs update.

        Args:
            since: the other copy's `state()`.
        """
        return self._doc.get_update(since)

    def receive(self, update: bytes) -> None:
        """Take in what another copy of this plan holds.

        Args:
            update: from its `update`.

        Raises:
            PlanUnreadable: the bytes are no Yjs update; nothing was changed.
        """
        take(self._doc, update)

    def merge(self, update: bytes) -> None:
        """Take in what another copy of this plan holds, as one step of this copy that can be undone.

        Undone, its additions are marked as gone, and what the other copy makes of them survives.

        Args:
            update: from its `update`.

        Raises:
            PlanUnreadable: the bytes are no Yjs update; nothing was changed.
        """
        before, known = self.plan, self._open_points()
        take(self._doc, update)
        if self.plan != before or self._open_points() != known:
            self._step += _APART
            self._unmerged.clear()
            self._merges.append(Merge(len(self._undoing.undo_stack), before, self.plan, known))

    def watch(self, told: Callable[[bytes], None]) -> Callable[[], None]:
        """Tell each change as a Yjs update, this copy's own and others'.

        Args:
            told: called with the update.

        Returns:
            What ends it.
        """

        def changed(event: TransactionEvent) -> None:
            told(event.update)

        watched = self._doc.observe(changed)
        return lambda: self._doc.unobserve(watched)


def take(doc: Doc[Any], update: bytes) -> None:
    """Take an update into a Yjs document.

    Args:
        doc: to be changed.
        update: encoding version 1.

    Raises:
        PlanUnreadable: the bytes are no Yjs update; nothing was changed.
    """
    try:
        doc.apply_update(update)
    except (ValueError, RuntimeError) as error:
        raise PlanUnreadable("these bytes are no Yjs update") from error


def join(updates: Sequence[bytes]) -> bytes:
    """Return one update that says what several say.

    Args:
        updates: of one document.
    """
    return updates[0] if len(updates) == 1 else merge_updates(*updates)


def _checked(edit: Edit) -> Edit:
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


def _require_in(there: Container[str], kind: type[Item], key: str) -> None:
    if key not in there:
        raise PlanItemUnknown("the plan holds no such item", f"{NAMES[kind]}/{key}")


def _place(entry: Entry) -> tuple[str, str]:
    return entry.position, entry.item.id


def _content(value: Any) -> Any:
    if not isinstance(value, Map | Text):
        return value
    try:
        return value.to_py()
    except ValueError:
        # Another program's type, which has no counterpart here; it is told as damage, not read.
        return ""


def _contents(where: Map[Any]) -> dict[str, Any]:
    try:
        return where.to_py() or {}
    except ValueError:
        return {key: _content(where.get(key)) for key in where.keys()}  # noqa: SIM118 (not a dict)


def _joined(plan: Plan) -> Plan:
    """Leave out what points to something that is gone, and put the agenda in the order of its days."""
    objectives = {objective.id for objective in plan.objectives}
    talks = {topic.id for topic in plan.topics}
    activities = tuple(
        activity
        if objectives.issuperset(activity.objectives) and talks.issuperset(activity.topics)
        else replace(
            activity,
            objectives=tuple(each for each in activity.objectives if each in objectives),
            topics=tuple(each for each in activity.topics if each in talks),
        )
        for activity in plan.activities
    )
    topics = tuple(
        topic if topic.objective in objectives or not topic.objective else replace(topic, objective="")
        for topic in plan.topics
    )
    ranks = {day.id: rank for rank, day in enumerate(plan.days)}
    activities = tuple(sorted(activities, key=lambda activity: ranks.get(activity.day, 0)))
    there = {activity.id for activity in activities}
    return replace(
        plan,
        activities=activities,
        topics=topics,
        questions=tuple(each for each in plan.questions if each.activity in there),
        polls=tuple(each for each in plan.polls if each.activity in there),
        rooms=tuple(each for each in plan.rooms if each.activity in there),
    )
