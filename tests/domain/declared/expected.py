"""The people expected, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.expected import events as e
from app.domain.kernel.words import Role
from tests.domain.declaring import ANA, HOST, STAFF, TOKEN_HASH, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

_DETAILS: Final = {
    "first_name": "Zoé",
    "surname": "Lefèvre",
    "email": "zoe.lefevre@example.org",
    "employer": "Ville de Lyon",
    "group": "B",
    "needs": "Grands caractères",
}

SAMPLES: Final[tuple[Event, ...]] = (
    e.PersonExpected(member=ANA, role=Role.LEARNER, number=4, token_hash=TOKEN_HASH, name="Zoé Lefèvre", **_DETAILS),
    e.PersonRevised(person=ANA, **_DETAILS),
    e.PersonMatched(member=HOST, spare=ANA),
    e.PersonUnmatched(member=HOST, spare=ANA),
)

MAY: Final[May] = {
    "expected.add": (STAFF, set(), "replay"),
    "expected.revise": (STAFF, set(), "ask"),
    "expected.match": (STAFF, set(), "replay"),
    "expected.unmatch": (STAFF, set(), "replay"),
}
