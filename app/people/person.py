"""Somebody who is expected, and the list as it is kept on this computer while one prepares."""

from __future__ import annotations

from typing import Final

import msgspec

FIELDS: Final = ("first_name", "surname", "email", "employer", "group", "needs")
"""What is known of a person, in the order in which it is shown."""

LIMIT: Final = 200
"""The longest value of a field, in characters."""

MOST_PEOPLE: Final = 2_000
"""How many people a list may hold."""


class PeopleUnreadable(Exception):
    """A kept list, or a file to read one from, is none or is damaged; `code` is stable."""

    def __init__(self, code: str = "people_unreadable") -> None:
        super().__init__(code)
        self.code = code


class Person(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who is expected.

    Attributes:
        id: on this computer; empty for somebody just read.
        first_name: given name.
        surname: family name.
        email: e-mail address.
        employer: whom they work for.
        group: the group they belong to.
        needs: what they need to take part well.
    """

    id: str = ""
    first_name: str = ""
    surname: str = ""
    email: str = ""
    employer: str = ""
    group: str = ""
    needs: str = ""

    @property
    def name(self) -> str:
        """First name and surname, or what stands before the @ of the address."""
        full = " ".join(part for part in (self.first_name, self.surname) if part)
        return full or self.email.partition("@")[0]


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """The seat that a class keeps for somebody: its id there, and the token that opens it."""

    member: str
    token: str


class PeopleList(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The list of a plan, or what this computer knows of a class's.

    Attributes:
        version: of this layout.
        people: in the order in which they came onto it; empty in a class's, whose log holds the details.
        session: the class that was last started with it; empty for none.
        seats: by person, the seats that the class keeps.
        meeting: the link of the meeting where people talk; empty for none.
    """

    version: int = 1
    people: tuple[Person, ...] = ()
    session: str = ""
    seats: dict[str, Seat] = {}
    meeting: str = ""


_decoder: Final = msgspec.json.Decoder(PeopleList)
_encoder: Final = msgspec.json.Encoder(order="deterministic")


def write_list(kept: PeopleList) -> bytes:
    """Return a list as it is kept."""
    return _encoder.encode(kept)


def read_list(body: bytes) -> PeopleList:
    """Return a list from what was kept.

    Raises:
        PeopleUnreadable: it is none, or a newer version wrote it.
    """
    try:
        kept = _decoder.decode(body)
    except msgspec.MsgspecError as error:
        raise PeopleUnreadable from error
    if kept.version != 1:
        raise PeopleUnreadable("people_newer")
    return kept
