"""Who thanked whom in a class and why, and how many thanks each person gave and got; nobody is ranked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.kernel.words import MemberId, Role
from app.domain.session.decider import SessionState
from app.domain.thanks.state import ThanksState
from app.reports.sheets import Sheet

if TYPE_CHECKING:
    from app.domain.kernel.world import World

HEADS: Final = {
    "fr": {
        "person": "Personne",
        "given": "Mercis donnés",
        "received": "Mercis reçus",
        "giver": "De",
        "to": "À",
        "reason": "Raison",
        "words": "Mots",
        "at": "Le (UTC)",
        "explained": "Bien expliqué",
        "helped": "M’a été utile",
        "made_me_think": "M’a fait réfléchir",
        "good_example": "Bon exemple",
        "encouraged": "M’a donné confiance",
        "other": "Autre",
    },
    "en": {
        "person": "Person",
        "given": "Thanks given",
        "received": "Thanks received",
        "giver": "From",
        "to": "To",
        "reason": "Reason",
        "words": "Words",
        "at": "At (UTC)",
        "explained": "Explained well",
        "helped": "Helped me",
        "made_me_think": "Made me think",
        "good_example": "Good example",
        "encouraged": "Encouraged me",
        "other": "Other",
    },
}
"""The heads of the columns and the reasons, by language."""

_COUNTS: Final = ("person", "given", "received")
_EACH: Final = ("giver", "to", "reason", "words", "at")


class Counted(msgspec.Struct, frozen=True):
    """How many thanks somebody gave and got.

    Attributes:
        member: who.
        given: to others.
        received: from others.
    """

    member: MemberId
    given: int
    received: int


def counts(world: World) -> tuple[Counted, ...]:
    """Count the thanks of each person who gave or got some, and of every learner, in the order in which people came.

    Args:
        world: the class.
    """
    state = world.state(ThanksState)
    counted = (
        (
            seat.role,
            Counted(seat.member, len(state.given.get(seat.member, ())), len(state.received.get(seat.member, ()))),
        )
        for seat in world.seats.all_seats()
    )
    return tuple(each for role, each in counted if role is Role.LEARNER or each.given or each.received)


def thanks_sheets(world: World, language: str = "") -> tuple[Sheet, ...]:
    """Return how many thanks each person gave and got, and each of them with its reason.

    Args:
        world: the class.
        language: of the heads, `fr` or `en`; the class's when left out.
    """
    heads = HEADS[language or world.state(SessionState).language]
    people = tuple((_called(world, each.member), each.given, each.received) for each in counts(world))
    each_one = tuple(
        (_called(world, each.giver), _called(world, each.to), heads[each.reason], each.text, _moment(each.at))
        for each in world.state(ThanksState).thanks.values()
    )
    made = Sheet("people", tuple(heads[name] for name in _COUNTS), people)
    return (made, Sheet("thanks", tuple(heads[name] for name in _EACH), each_one)) if each_one else (made,)


def _called(world: World, member: MemberId) -> str:
    seat = world.seats.seat(member)
    return (seat.name or f"#{seat.number}") if seat is not None else "#?"


def _moment(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M")
