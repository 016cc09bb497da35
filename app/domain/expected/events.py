"""What happens to the people who are expected."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Event
from app.domain.kernel.seats import SeatKept, SeatsJoined, SeatsParted

DETAILS: tuple[str, ...] = ("first_name", "surname", "email", "employer", "group", "needs")
"""What is known of a person, all of which may be erased."""


class PersonExpected(SeatKept, frozen=True, kw_only=True):
    """A seat is kept for somebody on the list. `member` is the seat's id, and the person's."""

    type: ClassVar[str] = "expected.added"
    erasable: ClassVar[tuple[str, ...]] = ("name", *DETAILS)
    about: ClassVar[str | None] = "member"

    first_name: str = ""
    surname: str = ""
    email: str = ""
    employer: str = ""
    group: str = ""
    needs: str = ""


class PersonRevised(Event, frozen=True, kw_only=True):
    """A person's details are other ones."""

    type: ClassVar[str] = "expected.revised"
    erasable: ClassVar[tuple[str, ...]] = DETAILS
    about: ClassVar[str | None] = "person"

    person: str
    first_name: str = ""
    surname: str = ""
    email: str = ""
    employer: str = ""
    group: str = ""
    needs: str = ""


class PersonMatched(SeatsJoined, frozen=True, kw_only=True):
    """A member who came by the code is a person on the list; `spare` is the person."""

    type: ClassVar[str] = "expected.matched"


class PersonUnmatched(SeatsParted, frozen=True, kw_only=True):
    """A match was taken back."""

    type: ClassVar[str] = "expected.unmatched"
