"""What a plan document holds, kept at hand and read anew only where the document changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace
from pycrdt import Map, Text

from app.plans.edits import COLLECTIONS, HEAD, NAMES
from app.plans.plan import Item, Plan, PlanNewer, PlanUnreadable
from app.plans.reading import Conflict, Entry, fitting, read_entry, values_of

if TYPE_CHECKING:
    from pycrdt import Doc

LAYOUT: Final = 1
"""The layout of the document that is written today."""

LAYOUT_FIELD: Final = "layout"
PLAN_FIELD: Final = "plan"


class Contents:
    """The parts of a Yjs document that hold a plan.

    Attributes:
        id: the plan's; its copies share it.
        head: the plan's own fields.
        editorial: the editorial line.
        items: the map of each collection.

    Args:
        doc: the document.

    Raises:
        PlanUnreadable: it holds no plan.
        PlanNewer: a newer version wrote it.
    """

    def __init__(self, doc: Doc[Any]) -> None:
        self.head = doc.get("head", type=Map)
        self.editorial = doc.get("editorial", type=Text)
        self.items: dict[str, Map[Any]] = {name: doc.get(name, type=Map) for name in COLLECTIONS}
        layout, plan_id = self.head.get(LAYOUT_FIELD), self.head.get(PLAN_FIELD)
        if not isinstance(layout, int | float) or not isinstance(plan_id, str):
            raise PlanUnreadable("it names no layout and no plan", "head")
        if layout > LAYOUT:
            raise PlanNewer(f"layout {layout:g}", "head/layout")
        self.id: Final = plan_id
        self._stale: dict[str, set[str] | None] = dict.fromkeys(COLLECTIONS)
        self._entries: dict[str, dict[str, Entry]] = {name: {} for name in COLLECTIONS}
        self._strange: dict[str, set[str]] = {name: set() for name in COLLECTIONS}
        self._plan: Plan | None = None
        self._shown: dict[str, tuple[Any, ...]] = {}

    def watch(self) -> None:
        """Take note of what changes, from now on."""
        self.head.observe_deep(self._touch_head)
        self.editorial.observe(self._touch_head)
        for name, where in self.items.items():
            where.observe_deep(partial(self._touch, name))

    @property
    def roots(self) -> list[Any]:
        """All that undo is to go back in."""
        return [self.head, self.editorial, *self.items.values()]

    # --- the plan --------------------------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        if self._plan is None:
            self._plan = self._read()
        return self._plan

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The fields that hold several values, each written without knowledge of the others."""
        self.refresh()
        found = [
            Conflict("", "", self.plan.title, field, values[0], values[1:])
            for field, values in sorted(self.head_values().items())
            if len(values) > 1
        ]
        return (*found, *(conflict for entry in self._here() for conflict in entry.conflicts))

    @property
    def overruled(self) -> tuple[Item, ...]:
        """The items that somebody removed while somebody else changed them."""
        self.refresh()
        return tuple(entry.item for entry in self._here() if entry.overruled)

    @property
    def damaged(self) -> tuple[str, ...]:
        """The places whose content is no part of a plan, as `activities/ID/minutes`."""
        self.refresh()
        fits = fitting(Plan, {field: values[0] for field, values in self.head_values().items()})
        found = [f"head/{field}" for field in fits[1]]
        found += [f"{name}/{item_id}" for name, ids in self._strange.items() for item_id in sorted(ids)]
        for name, entries in self._entries.items():
            found += [f"{name}/{key}/{field}" for key, entry in entries.items() for field in entry.damaged]
        return tuple(found)

    # --- its parts -------------------------------------------------------------------------------------------------

    def head_values(self) -> dict[str, tuple[Any, ...]]:
        """Return the values of each of the plan's own fields."""
        return values_of(plain_map(self.head), Plan)

    def entries(self, name: str) -> dict[str, Entry]:
        """Return the items of a collection as they stood at the last `refresh`, those that are gone too.

        Args:
            name: of the collection.
        """
        return self._entries[name]

    def entry(self, kind: type[Item], key: str) -> Entry | None:
        """Read an item as it stands at this moment, inside a step too; None when it is nothing of ours.

        Args:
            kind: what it is.
            key: its id.
        """
        return read_entry(kind, key, plain(self.items[NAMES[kind]][key]))

    def order(self, name: str) -> list[str]:
        """Return the ids of what a collection shows, in order.

        Args:
            name: of the collection.
        """
        return [item.id for item in getattr(self.plan, name)]

    def holds(self, name: str, key: str) -> bool:
        """Whether a collection holds, or has ever held, an item.

        Args:
            name: of the collection.
            key: the item's id.
        """
        return key in self.items[name]

    def place_of(self, name: str, key: str) -> Map[Any]:
        """Return the map that holds an item, or the plan's own fields.

        Args:
            name: of the collection; empty for the plan itself.
            key: the item's id.
        """
        found: Map[Any] = self.items[name][key] if name else self.head
        return found

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

    def refresh(self) -> None:
        """Read anew the items that changed; inside a step it is too early, as its changes are told at its end."""
        for name, kind in COLLECTIONS.items():
            stale, where = self._stale[name], self.items[name]
            entries, strange = self._entries[name], self._strange[name]
            if stale is None:
                raws = plain_map(where)
                entries.clear()
                strange.clear()
            else:
                raws = {key: plain(where.get(key)) for key in stale}
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
        self.refresh()
        head = self.head_values()
        values = {field: found[0] for field, found in head.items()} | {"editorial": str(self.editorial)}
        plan: Plan = fitting(Plan, {field: value for field, value in values.items() if field in HEAD})[0]
        for name in COLLECTIONS:
            if name not in self._shown:
                entries = [entry for entry in self._entries[name].values() if entry.here]
                entries.sort(key=_place)
                self._shown[name] = tuple(entry.item for entry in entries)
        return _joined(replace(plan, **self._shown))


def plain(value: Any) -> Any:
    """Return a value of a Yjs document as plain parts.

    Args:
        value: as the document holds it.
    """
    if not isinstance(value, Map | Text):
        return value
    try:
        return value.to_py()
    except ValueError:
        # Another program's type, which has no counterpart here; it is told as damage, not read.
        return ""


def plain_map(where: Map[Any]) -> dict[str, Any]:
    """Return all that a Yjs map holds as plain parts.

    Args:
        where: the map.
    """
    try:
        return where.to_py() or {}
    except ValueError:
        return {key: plain(where.get(key)) for key in where.keys()}  # noqa: SIM118 (not a dict)


def _place(entry: Entry) -> tuple[str, str]:
    return entry.position, entry.item.id


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
        debates=tuple(each for each in plan.debates if each.activity in there),
    )
