"""Plans: what is prepared before a class, as plain documents without I/O."""

from app.plans.plan import (
    Activity,
    ActivityKind,
    Plan,
    PlanUnreadable,
    add,
    change,
    decode,
    encode,
    move,
    remove,
    starts,
    total_minutes,
)

__all__ = [
    "Activity",
    "ActivityKind",
    "Plan",
    "PlanUnreadable",
    "add",
    "change",
    "decode",
    "encode",
    "move",
    "remove",
    "starts",
    "total_minutes",
]
