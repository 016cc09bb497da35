"""What each capability declares in `declared/NAME.py`, gathered: samples of its events, and who may ask for what.

`SAMPLES` holds one event of each type, `MAY` one row for each command, `LENT` (where there is one) the power by which a
learner who was lent it in the place that a command touches may send it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeAlias

from app.domain.kernel.words import Role
from app.domain.registry import CAPABILITIES

if TYPE_CHECKING:
    from types import ModuleType

May: TypeAlias = dict[str, tuple[set[Role], set[Role], str]]
"""Command: who may do it to anybody's, who to their own only, what becomes of it when it comes late."""

H, C, L, O = Role.HOST, Role.COFACILITATOR, Role.LEARNER, Role.OBSERVER  # noqa: E741 (a table wants short heads)
STAFF: Final = {H, C}

ANA: Final = "0d9f8e7c-1111-4222-8333-444455556666"
HOST: Final = "11111111-2222-4333-8444-555555555555"
ROOM: Final = "77777777-8888-5999-8aaa-bbbbbbbbbbbb"
MESSAGE: Final = "3c7d9f10-0a1b-5c3d-8e5f-6f2c1a523b0e"
TOKEN_HASH: Final = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
COMMAND: Final = "6f2c1a52-3b0e-4c7d-9f10-0a1b2c3d4e5f"
AT: Final = 1_800_000_000_000


def declared() -> tuple[ModuleType, ...]:
    """Return what the capabilities declare, in the order of the registry."""
    return tuple(import_module(f"tests.domain.declared.{capability.name}") for capability in CAPABILITIES)
