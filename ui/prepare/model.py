"""The agenda as a table: a row for each day and each activity, changed in place, moved by drag."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final, assert_never

from msgspec.structs import replace
from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.plans import Activity, ActivityKind, Plan
from app.plans.edits import Add, Change, Edit
from app.plans.plan import TITLE_LIMIT, Day
from app.plans.rearranging import moved
from app.plans.timing import Schedule, Slot, schedule
from ui.prepare.words import clock_text, day_text, kind_text, title_text
from ui.session.words import minutes_text
from ui.widgets.shown_rows import ShownRows

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from ui.prepare.editing import Marks, Somebody

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
DRAGGED: Final = "application/x-cercle-activities"
"""The kind of data that dragged rows carry: the ids of their activities, one a line."""

_HOUR: Final = 60

RowRole: Final = Qt.ItemDataRole.UserRole
"""Under this role the model gives the frozen row itself."""


class Column(IntEnum):
    """What stands in a column."""

    TIME = 0
    TITLE = 1
    MINUTES = 2
    KIND = 3
    LEAD = 4
    OBJECTIVES = 5


@dataclass(frozen=True)
class DayRow:
    """The head of a day.

    Attributes:
        key: what the row is known by.
        day: which; none while the plan names none.
        name: what it is called.
        start: when it begins, in minutes since midnight; none when that is open.
        minutes: from its beginning to its end.
        end: when it ends, in minutes since midnight; none when that is open.
    """

    key: str
    day: Day | None
    name: str
    start: int | None
    minutes: int
    end: int | None


@dataclass(frozen=True)
class BlockRow:
    """An activity with its times.

    Attributes:
        key: the id of the activity.
        slot: the activity and when it takes place.
        clock: whether times are clock times.
        serves: the places of the objectives it serves, from 1.
        unsettled: whether copies disagree about it.
        people: who else is at it.
    """

    key: str
    slot: Slot
    clock: bool
    serves: tuple[int, ...]
    unsettled: bool
    people: tuple[Somebody, ...]

    @property
    def activity(self) -> Activity:
        """The activity."""
        return self.slot.activity


Row = DayRow | BlockRow


def agenda_rows(plan: Plan, times_of: Schedule, marks: Marks, unsettled: Collection[str] = ()) -> list[Row]:
    """Lay a plan out in rows.

    Args:
        plan: to show.
        times_of: its times.
        marks: who else is where.
        unsettled: the ids of items about which copies disagree.
    """
    places = {each.id: place for place, each in enumerate(plan.objectives, 1)}
    rows: list[Row] = []
    for place, times in enumerate(times_of.days):
        first, last = (times.slots[0], times.slots[-1]) if times.slots else (None, None)
        begun = times.day.start if times.day is not None else None
        start = begun if begun is not None else first.start if first is not None and times.clock else None
        length = max((slot.end for slot in times.slots), default=0) - (first.start if first is not None else 0)
        end = last.end if last is not None and times.clock else None
        rows.append(DayRow(f"day:{place}", times.day, day_text(plan, times.day), start, length, end))
        for slot in times.slots:
            activity = slot.activity
            serves = _places(activity, places) if activity.objectives else ()
            there = marks.get(activity.id, ()) if marks else ()
            rows.append(BlockRow(activity.id, slot, times.clock, serves, activity.id in unsettled, there))
    return rows


def day_key(plan: Plan, day: str) -> str:
    """Return the key of a day's row. It tells the day's place: the first one gets an id only when it is written.

    Args:
        plan: that holds it.
        day: its id; an unknown one means the first.
    """
    ids = [each.id for each in plan.days]
    return f"day:{ids.index(day) if day in ids else 0}"


def _places(activity: Activity, places: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(sorted(places[each] for each in activity.objectives if each in places))


class AgendaModel(QAbstractTableModel):
    """Shows a plan's agenda; what the person changes is told, and shown when the plan comes back.

    `edited` carries the edits that a change in a cell, or a drop, means.

    Args:
        new_id: makes the id of a new day.
        parent: the owner.
    """

    edited = Signal(object)

    def __init__(self, new_id: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._new_id = new_id
        self._plan = Plan()
        self._shown: ShownRows[Row] = ShownRows(len(Column))
        self.times = schedule(self._plan)
        """When everything takes place."""

    @property
    def plan(self) -> Plan:
        """What is shown."""
        return self._plan

    def row(self, place: int) -> Row | None:
        """Give a row; none outside.

        Args:
            place: from 0.
        """
        return self._shown.rows[place] if 0 <= place < len(self._shown.rows) else None

    def activity(self, place: int) -> Activity | None:
        """Give the activity of a row; none outside and for a day.

        Args:
            place: from 0.
        """
        row = self.row(place)
        return row.activity if isinstance(row, BlockRow) else None

    def row_of(self, key: str) -> int:
        """Find a row by its key, which is an activity's id; -1 when it has none.

        Args:
            key: which.
        """
        return self._shown.keys.index(key) if key in self._shown.keys else -1

    def rows_of(self, keys: Sequence[str]) -> list[int]:
        """Find the rows of several keys, from top to bottom.

        Args:
            keys: those that are not there are passed over.
        """
        wanted = set(keys)
        return [row for row, key in enumerate(self._shown.keys) if key in wanted]

    def show_plan(self, plan: Plan, marks: Marks | None = None, unsettled: Collection[str] = ()) -> None:
        """Show a plan, saying only what changed.

        Args:
            plan: another one, or the same one changed.
            marks: who else is where.
            unsettled: the ids of items about which copies disagree.
        """
        self.times = schedule(plan)
        rows = agenda_rows(plan, self.times, marks or {}, unsettled)
        self._plan = plan
        self._shown.show(self, rows, [row.key for row in rows])

    # --- for views -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the days and activities."""
        return 0 if parent.isValid() else len(self._shown.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a view asks for."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._block_text(row, column) if isinstance(row, BlockRow) else self._day_text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column)
            case Qt.ItemDataRole.EditRole:
                return self._value(row, column)
            case _:
                return row if role == RowRole else None

    def _block_text(self, row: BlockRow, column: Column) -> str:
        activity = row.activity
        match column:
            case Column.TIME:
                return clock_text(row.slot.start, clock=row.clock)
            case Column.TITLE:
                return title_text(activity.title)
            case Column.MINUTES:
                return str(activity.minutes)
            case Column.KIND:
                return kind_text(activity.kind)
            case Column.LEAD:
                return activity.lead
            case Column.OBJECTIVES:
                return " ".join(str(place) for place in row.serves)
            case _:
                assert_never(column)

    def _day_text(self, row: DayRow, column: Column) -> str:
        match column:
            case Column.TIME:
                return clock_text(row.start, clock=True) if row.start is not None else "–:–"
            case Column.TITLE:
                return row.name
            case Column.MINUTES:
                # The column says minutes; hours have their own sign.
                return minutes_text(row.minutes) if row.minutes >= _HOUR else str(row.minutes)
            case Column.KIND:
                return self.tr("until %1").replace("%1", clock_text(row.end, clock=True)) if row.end is not None else ""
            case Column.LEAD | Column.OBJECTIVES:
                return ""
            case _:
                assert_never(column)

    def off_text(self, row: BlockRow) -> str:
        """Say what does not fit before an activity; empty when all does.

        Args:
            row: of the activity.
        """
        if row.slot.gap:
            return self.tr("%1 free before").replace("%1", minutes_text(row.slot.gap))
        if row.slot.overrun:
            return self.tr("%1 over").replace("%1", minutes_text(row.slot.overrun))
        return ""

    def _spoken(self, row: Row, column: Column) -> str:
        if isinstance(row, DayRow):
            open_start = self.tr("start open")
            text = self._day_text(row, column)
            return open_start if column is Column.TIME and row.start is None else text
        parts = [self._block_text(row, column)]
        match column:
            case Column.TIME:
                parts += [self.tr("pinned")] if row.activity.pinned is not None else []
            case Column.TITLE:
                parts += [kind_text(row.activity.kind), self.off_text(row)]
                parts += [self.tr("not settled after a merge")] if row.unsettled else []
                parts += [each.name for each in row.people]
            case Column.MINUTES:
                parts = [minutes_text(row.activity.minutes)]
            case Column.OBJECTIVES if row.serves:
                parts = [self.tr("serves objectives %1").replace("%1", ", ".join(map(str, row.serves)))]
            case _:
                pass
        return ", ".join(part for part in parts if part)

    def _tip(self, row: Row, column: Column) -> str | None:
        if isinstance(row, DayRow):
            return self.tr("When the day begins") if column is Column.TIME else None
        match column:
            case Column.TIME if row.activity.pinned is not None:
                return self.tr("Pinned to this time; empty it to let it follow the one before")
            case Column.TITLE:
                return ", ".join(part for part in (self.off_text(row), *(each.name for each in row.people)) if part)
            case Column.OBJECTIVES:
                named = [
                    self._plan.objectives[place - 1] for place in row.serves if place <= len(self._plan.objectives)
                ]
                return "\n".join(f"{place}. {each.title}" for place, each in zip(row.serves, named, strict=False))
            case _:
                return None

    def _value(self, row: Row, column: Column) -> object:
        if isinstance(row, DayRow):
            start = row.day.start if row.day is not None else None
            match column:
                case Column.TIME:
                    return "" if start is None else clock_text(start, clock=True)
                case Column.TITLE:
                    return row.day.title if row.day is not None else ""
                case _:
                    return None
        activity = row.activity
        match column:
            case Column.TIME:
                return clock_text(row.slot.start, clock=True) if row.clock else ""
            case Column.TITLE:
                return activity.title
            case Column.MINUTES:
                return activity.minutes
            case Column.KIND:
                return str(activity.kind)
            case Column.LEAD:
                return activity.lead
            case Column.OBJECTIVES:
                return activity.objectives
            case _:
                assert_never(column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight if section in {Column.TIME, Column.MINUTES} else Qt.AlignmentFlag.AlignLeft
            )
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        match Column(section):
            case Column.TIME:
                return self.tr("At")
            case Column.TITLE:
                return self.tr("Activity")
            case Column.MINUTES:
                return self.tr("Min")
            case Column.KIND:
                return self.tr("Kind")
            case Column.LEAD:
                return self.tr("Lead")
            case Column.OBJECTIVES:
                return self.tr("Goals")

    def repeat(self) -> None:
        """Say everything again, in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._shown.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown.rows) - 1, len(Column) - 1))

    # --- changing --------------------------------------------------------------------------------------------------

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what the person changed."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        column = Column(index.column())
        head = self.row(index.row() - 1)
        if isinstance(row, DayRow):
            edits = self.day_edits(row, column, value)
        elif column is Column.TIME and row.activity.pinned is None and isinstance(head, DayRow):
            # The first activity begins when its day does.
            edits = self.day_edits(head, column, value)
        else:
            edits = self.block_edits(row, column, value)
        if edits:
            self.edited.emit(edits)
        return bool(edits)

    def day_edits(self, row: DayRow, column: Column, value: object) -> tuple[Edit, ...]:
        """Return what a change in the head of a day means.

        Args:
            row: the head.
            column: of the cell.
            value: a title, or minutes since midnight; none for an open start.
        """
        day = row.day or Day(id=self._new_id())
        match column, value:
            case Column.TITLE, str():
                day = replace(day, title=" ".join(value.split())[:TITLE_LIMIT])
            case Column.TIME, int() | None:
                day = replace(day, start=value)
            case _:
                return ()
        return (Change(day),) if row.day is not None else (Add(day),)

    def block_edits(self, row: BlockRow, column: Column, value: object) -> tuple[Edit, ...]:
        """Return what a change of an activity means.

        Args:
            row: of the activity.
            column: of the cell.
            value: of the column's kind; minutes since midnight for a pinned time, none for one that follows.
        """
        activity = row.activity
        match column, value:
            case Column.TIME, int() | None:
                activity = replace(activity, pinned=value)
            case Column.TITLE, str():
                activity = replace(activity, title=" ".join(value.split())[:TITLE_LIMIT])
            case Column.MINUTES, int():
                activity = replace(activity, minutes=value)
            case Column.KIND, str() if value in set(ActivityKind):
                activity = replace(activity, kind=ActivityKind(value))
            case Column.LEAD, str():
                activity = replace(activity, lead=" ".join(value.split())[:TITLE_LIMIT])
            case Column.OBJECTIVES, tuple():
                activity = replace(activity, objectives=value)
            case _:
                return ()
        return (Change(activity),)

    # --- drag ------------------------------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Activities can be changed in every cell, dragged, and dropped between others; days in two cells."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if isinstance(self.row(index.row()), BlockRow):
            return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable
        editable = index.column() in {Column.TIME, Column.TITLE}
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only our own rows can be dropped."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Pack the dragged rows."""
        rows = sorted({index.row() for index in indexes})
        ids = [activity.id for row in rows if (activity := self.activity(row)) is not None]
        data = QMimeData()
        data.setData(DRAGGED, QByteArray("\n".join(ids).encode()))
        return data

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Tell where rows were dropped; the model itself changes only when the plan comes back."""
        ids = bytes(data.data(DRAGGED).data()).decode().split("\n")
        target = row if row >= 0 else parent.row() if parent.isValid() else self.rowCount()
        edits = moved(self._plan, ids, *self.place_at(target))
        if edits:
            self.edited.emit(edits)
        return False

    def place_at(self, target: int) -> tuple[str, str]:
        """Return what stands at a row: the activity before which one would be put, and the day.

        Args:
            target: the row above which it would come.

        Returns:
            The id of the activity, empty for the end of the day; and the id of the day.
        """
        before = self.activity(target)
        at = target if before is not None else target - 1
        while at > 0 and not isinstance(self._shown.rows[at], DayRow):
            at -= 1
        head = self.row(max(at, 0))
        day = head.day.id if isinstance(head, DayRow) and head.day is not None else ""
        if target <= 0:
            # Above the first day there is only its beginning.
            first = next((each.id for each in self._plan.activities), "")
            return first if isinstance(self.row(1), BlockRow) else "", day
        return before.id if before is not None else "", day
