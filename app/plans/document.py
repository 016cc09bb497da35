"""The plan document: a Yjs document that two people can change apart, and whose copies always come together."""

from __future__ import annotations

from dataclasses import fields
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, Self, assert_never
from uuid import uuid4

import msgspec
from pycrdt import Doc, Map, merge_updates

from app.plans.contents import LAYOUT, LAYOUT_FIELD, PLAN_FIELD, Contents
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
    checked_edit,
    checked_plan,
    require,
)
from app.plans.plan import Item, Plan, PlanUnreadable
from app.plans.registers import GONE, HERE, STATE, write
from app.plans.steps import EDIT, Steps
from app.plans.writing import arrange, plant, rewrite, write_item, write_set

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pycrdt import TransactionEvent

    from app.plans.reading import Conflict


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
        self._contents = Contents(self._doc)
        self.id: Final = self._contents.id
        """The plan's id; its copies share it."""
        self._writer = f"{self._doc.client_id:x}"
        self._steps = Steps(self._doc, self._contents, lambda plan: self._become(plan, None))
        self._contents.watch()

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
            head[LAYOUT_FIELD] = LAYOUT
            head[PLAN_FIELD] = plan_id
        made = cls(doc.get_update(), writer)
        made.become(plan)
        return cls(made.update())

    # --- reading ---------------------------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self._contents.plan

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The fields that hold several values, each written without knowledge of the others."""
        return self._contents.conflicts

    @property
    def overruled(self) -> tuple[Item, ...]:
        """The items that somebody removed while somebody else changed them; they stay until a person decides."""
        return self._contents.overruled

    @property
    def damaged(self) -> tuple[str, ...]:
        """The places whose content is no part of a plan, as `activities/ID/minutes`; what is shown passes them over."""
        return self._contents.damaged

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
        wanted = [checked_edit(edit) for edit in edits]
        orders: dict[str, list[str]] = {}
        require(wanted, self._contents)
        for edit in wanted:
            match edit:
                case Add(item=item, place=place):
                    order = orders.setdefault(NAMES[type(item)], self._contents.order(NAMES[type(item)]))
                    order.insert(len(order) if place is None else max(0, min(place, len(order))), item.id)
                case Move(kind=kind, id=key, place=place):
                    order = orders.setdefault(NAMES[kind], self._contents.order(NAMES[kind]))
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
        self._become(plan, EDIT)

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
            edits += [Change(item) if self._contents.holds(name, item.id) else Add(item) for item in new]
            if new or [key for key in before if key in after] != list(after):
                orders[name] = list(after)
        self._do([checked_edit(edit) for edit in edits], orders, origin=origin)

    def _do(
        self,
        edits: Sequence[Edit],
        orders: dict[str, list[str]],
        *,
        continuing: bool = False,
        origin: str | None = EDIT,
    ) -> None:
        if origin is not None:
            self._steps.forget_undone()
        added = [edit.item for edit in edits if isinstance(edit, Add)]
        if added:
            # Outside the step: undone, an addition is only marked as gone, and what another copy made of it survives.
            with self._doc.transaction():
                for item in added:
                    plant(self._contents.items[NAMES[type(item)]], item, self._writer)
        self._contents.refresh()
        if not continuing:
            self._steps.begin()
        with self._doc.transaction(origin=origin):
            for edit in edits:
                self._do_one(edit)
            for name, order in orders.items():
                positions = {key: entry.position for key, entry in self._contents.entries(name).items()}
                arrange(self._contents.items[name], order, positions, self._writer)

    def _do_one(self, edit: Edit) -> None:
        match edit:
            case Describe():
                self._describe(edit)
            case Add(item=item):
                self._set_state(type(item), item.id, HERE)
            case Change(item=item):
                where = self._contents.items[NAMES[type(item)]][item.id]
                entry = self._contents.entry(type(item), item.id)
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
                where = self._contents.items[NAMES[kind]][key]
                for conflict in self._contents.entries(NAMES[kind])[key].conflicts:
                    write(where, conflict.field, msgspec.to_builtins(conflict.shown), self._writer)
                self._set_state(kind, key, HERE)
            case _:
                assert_never(edit)

    def _set_state(self, kind: type[Item], key: str, state: str) -> None:
        write(self._contents.items[NAMES[kind]][key], STATE, state, self._writer)

    def _describe(self, edit: Describe) -> None:
        now = self._contents.head_values()
        for field in fields(edit):
            value = getattr(edit, field.name)
            if value is None:
                continue
            if field.name == "editorial":
                rewrite(self._contents.editorial, value)
            elif field.name == "tags":
                write_set(self._contents.head, "tags", set(now["tags"][0]), set(value), self._writer)
            else:
                write(self._contents.head, field.name, value, self._writer)

    # --- going back ------------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo, made in this document since it was opened."""
        return self._steps.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether an undone step can be done again."""
        return self._steps.can_redo

    def undo(self) -> bool:
        """Undo this copy's last step; what others did stays. Return whether there was one."""
        return self._steps.undo()

    def redo(self) -> bool:
        """Do the last undone step again; return whether there was one."""
        return self._steps.redo()

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
        self._steps.merge(lambda: take(self._doc, update))

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
