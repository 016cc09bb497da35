"""What a session leaves on disk: its log, a desktop's library, the folder they lie in and the thread that writes."""

from app.storage.errors import (
    StorageBroken,
    StorageError,
    StorageFull,
    StorageLocked,
    StorageNewer,
    StorageReadOnly,
)
from app.storage.folder import DataFolder
from app.storage.library import Library, OutboxEntry, OutboxState, PlanRow, SeatRow
from app.storage.log import Append, Appended, AppendResult, Conflict, EventLog, Head, SetAside
from app.storage.pieces import PieceRow
from app.storage.plan_changes import PlanChange, PlanChanges, ShownPlan
from app.storage.writer import Writer

__all__ = [
    "Append",
    "AppendResult",
    "Appended",
    "Conflict",
    "DataFolder",
    "EventLog",
    "Head",
    "Library",
    "OutboxEntry",
    "OutboxState",
    "PieceRow",
    "PlanChange",
    "PlanChanges",
    "PlanRow",
    "SeatRow",
    "SetAside",
    "ShownPlan",
    "StorageBroken",
    "StorageError",
    "StorageFull",
    "StorageLocked",
    "StorageNewer",
    "StorageReadOnly",
    "Writer",
]
