"""Plans: what is prepared before a class, as documents that two people can edit apart, without I/O."""

from app.plans.document import PlanDocument
from app.plans.edits import PlanItemUnknown
from app.plans.file import Opening, decode, encode, pack, unpack
from app.plans.plan import (
    Activity,
    ActivityKind,
    Plan,
    PlanError,
    PlanInvalid,
    PlanNewer,
    PlanUnreadable,
    add,
    change,
    move,
    remove,
    starts,
    total_minutes,
)

__all__ = [
    "Activity",
    "ActivityKind",
    "Opening",
    "Plan",
    "PlanDocument",
    "PlanError",
    "PlanInvalid",
    "PlanItemUnknown",
    "PlanNewer",
    "PlanUnreadable",
    "add",
    "change",
    "decode",
    "encode",
    "move",
    "pack",
    "remove",
    "starts",
    "total_minutes",
    "unpack",
]
