"""The agenda as a table: one activity a row, changed in place, moved by drag."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, assert_never

from msgspec.structs import replace
from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.plans import Activity, ActivityKind, Plan, starts
from app.plans.plan import MOST_MINUTES, TITLE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
DRAGGED = "application/x-cercle-activity"
"""The kind of data that a dragged row carries: its id."""


class Column(IntEnum):
    """What stands in a column."""

    TIME = 0
    TITLE = 1
    KIND = 2
    MINUTES = 3


def kind_text(kind: ActivityKind) -> str:
    """Name a kind of activity.

    Args:
        kind: one of them.
    """
    match kind:
        case ActivityKind.TALK:
            return QCoreApplication.translate("Plan", "Talk")
        case ActivityKind.DISCUSSION:
            return QCoreApplication.translate("Plan", "Discussion")
        case ActivityKind.DEBATE:
            return QCoreApplication.translate("Plan", "Debate")
        case ActivityKind.POLL:
            return QCoreApplication.translate("Plan", "Poll")
        case ActivityKind.BREAKOUT:
            return QCoreApplication.translate("Plan", "Breakout rooms")
        case ActivityKind.QA:
            return QCoreApplication.translate("Plan", "Questions")
        case ActivityKind.SHARE_OUT:
            return QCoreApplication.translate("Plan", "Share-out")
        case ActivityKind.ENERGISER:
            return QCoreApplication.translate("Plan", "Energiser")
        case ActivityKind.BREAK:
            return QCoreApplication.translate("Plan", "Break")
        case _:
            assert_never(kind)


KIND_ICONS = {
    ActivityKind.TALK: "megaphone",
    ActivityKind.DISCUSSION: "messages-square",
    ActivityKind.DEBATE: "message-circle",
    ActivityKind.POLL: "vote",
    ActivityKind.BREAKOUT: "users",
    ActivityKind.QA: "circle-question-mark",
    ActivityKind.SHARE_OUT: "upload",
    ActivityKind.ENERGISER: "sun",
    ActivityKind.BREAK: "coffee",
}


class AgendaModel(QAbstractTableModel):
    """Shows a plan's activities; what the person changes is told, and shown when the plan comes back.

    `edited` carries the activity as it would be; `moved` carries an activity's id and the place where it was dropped.

    Args:
        parent: the owner.
    """

    edited = Signal(object)
    moved = Signal(object, object)

    def __init__(self, parent: QAbstractTableModel | None = None) -> None:
        super().__init__(parent)
        self._plan = Plan()
        self._starts: tuple[int, ...] = ()

    @property
    def plan(self) -> Plan:
        """What is shown."""
        return self._plan

    def activity(self, row: int) -> Activity | None:
        """Give the activity of a row; none outside.

        Args:
            row: from 0.
        """
        return self._plan.activities[row] if 0 <= row < len(self._plan.activities) else None

    def row_of(self, activity_id: str) -> int:
        """Find an activity's row; -1 when it has none.

        Args:
            activity_id: which.
        """
        ids = [activity.id for activity in self._plan.activities]
        return ids.index(activity_id) if activity_id in ids else -1

    def show_plan(self, plan: Plan) -> None:
        """Show a plan, saying only what changed.

        Args:
            plan: another one, or the same one changed.
        """
        wanted = {activity.id for activity in plan.activities}
        shown = list(self._plan.activities)
        for row in range(len(shown) - 1, -1, -1):
            if shown[row].id not in wanted:
                self.beginRemoveRows(NOWHERE, row, row)
                del shown[row]
                self._set(shown)
                self.endRemoveRows()
        for row, activity in enumerate(plan.activities):
            ids = [each.id for each in shown]
            if activity.id not in ids:
                self.beginInsertRows(NOWHERE, row, row)
                shown.insert(row, activity)
                self._set(shown)
                self.endInsertRows()
            elif (before := ids.index(activity.id)) != row:
                self.beginMoveRows(NOWHERE, before, before, NOWHERE, row)
                shown.insert(row, shown.pop(before))
                self._set(shown)
                self.endMoveRows()
        self._plan, self._starts = plan, starts(plan)
        if plan.activities:
            self.dataChanged.emit(self.index(0, 0), self.index(len(plan.activities) - 1, Column.MINUTES))

    def _set(self, shown: list[Activity]) -> None:
        self._plan = replace(self._plan, activities=tuple(shown))
        self._starts = starts(self._plan)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the activities."""
        return 0 if parent.isValid() else len(self._plan.activities)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a view asks for."""
        activity = self.activity(index.row()) if index.isValid() else None
        if activity is None:
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(activity, column, index.row())
            case Qt.ItemDataRole.EditRole:
                return self._value(activity, column)
            case Qt.ItemDataRole.TextAlignmentRole if column in {Column.TIME, Column.MINUTES}:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case _:
                return None

    def _text(self, activity: Activity, column: Column, row: int) -> str:
        match column:
            case Column.TIME:
                hours, minutes = divmod(self._starts[row], 60)
                return f"{hours}:{minutes:02}"
            case Column.TITLE:
                return activity.title or self.tr("Untitled")
            case Column.KIND:
                return kind_text(activity.kind)
            case Column.MINUTES:
                return self.tr("%1 min").replace("%1", str(activity.minutes))
            case _:
                assert_never(column)

    def _value(self, activity: Activity, column: Column) -> object:
        match column:
            case Column.TIME:
                return None
            case Column.TITLE:
                return activity.title
            case Column.KIND:
                return str(activity.kind)
            case Column.MINUTES:
                return activity.minutes
            case _:
                assert_never(column)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what the person changed."""
        activity = self.activity(index.row()) if index.isValid() else None
        if activity is None or role != Qt.ItemDataRole.EditRole:
            return False
        match Column(index.column()), value:
            case Column.TITLE, str():
                wanted = replace(activity, title=" ".join(value.split())[:TITLE_LIMIT])
            case Column.KIND, str() if value in set(ActivityKind):
                wanted = replace(activity, kind=ActivityKind(value))
            case Column.MINUTES, int():
                wanted = replace(activity, minutes=max(0, min(value, MOST_MINUTES)))
            case _:
                return False
        if wanted != activity:
            self.edited.emit(wanted)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section in {Column.TIME, Column.MINUTES}:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        match Column(section):
            case Column.TIME:
                return self.tr("At")
            case Column.TITLE:
                return self.tr("Activity")
            case Column.KIND:
                return self.tr("Kind")
            case Column.MINUTES:
                return self.tr("Length")

    def repeat(self) -> None:
        """Say everything again, in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self.show_plan(self._plan)

    # --- drag ------------------------------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell but the time can be changed; every row can be dragged, and dropped between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags if index.column() == Column.TIME else flags | Qt.ItemFlag.ItemIsEditable

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only our own rows can be dropped."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Pack the dragged row."""
        data = QMimeData()
        activity = self.activity(indexes[0].row()) if indexes else None
        if activity is not None:
            data.setData(DRAGGED, QByteArray(activity.id.encode()))
        return data

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Tell where a row was dropped; the model itself changes only when the plan comes back."""
        activity_id = bytes(data.data(DRAGGED).data()).decode()
        before = self.row_of(activity_id)
        if before < 0:
            return False
        target = row if row >= 0 else parent.row() if parent.isValid() else self.rowCount()
        self.moved.emit(activity_id, target - 1 if target > before else target)
        return False
