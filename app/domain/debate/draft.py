"""What a debate is about: its motion, its positions and its statements; written by staff, checked here."""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec.structs import replace

from app.domain.kernel.gate import clean
from app.domain.kernel.refusal import Refusal

USUAL: Final = ("for", "against", "unsure")
"""The keys of the positions where a draft names none; each reader's language has the words."""

FEWEST_POSITIONS: Final = 2
MOST_POSITIONS: Final = 8
MOST_STATEMENTS: Final = 50

TURN_SECONDS: Final = 120
"""How long somebody has the floor where nothing else is said."""

SHORTEST_TURN: Final = 10
LONGEST_TURN: Final = 3600


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What a debate is about.

    Attributes:
        motion: what is debated.
        positions: those that one may take; none for the usual three: for, against, unsure.
        turn_seconds: how long a speaking turn lasts.
        statements: kept ready, to be put one by one.
        counted: whether learners see the counts as they come in, and not only when staff show them.
    """

    motion: str
    positions: tuple[str, ...] = ()
    turn_seconds: int = TURN_SECONDS
    statements: tuple[str, ...] = ()
    counted: bool = True

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the positions, in order."""
        return tuple(str(n) for n in range(1, len(self.positions) + 1)) or USUAL


def checked(draft: Draft) -> Draft:
    """Return a draft with clean texts.

    Raises:
        Refusal: `bad_debate` with the `field` that does not fit; or what the texts are refused for.
    """
    positions = tuple(clean(text, "heading") for text in draft.positions)
    statements = tuple(clean(text, "option") for text in draft.statements)
    fits = not positions or FEWEST_POSITIONS <= len(positions) <= MOST_POSITIONS
    if not fits or len(set(positions)) != len(positions):
        raise Refusal("bad_debate", field="positions")
    if len(statements) > MOST_STATEMENTS:
        raise Refusal("bad_debate", field="statements")
    if not SHORTEST_TURN <= draft.turn_seconds <= LONGEST_TURN:
        raise Refusal("bad_debate", field="turn_seconds")
    return replace(draft, motion=clean(draft.motion, "question"), positions=positions, statements=statements)
