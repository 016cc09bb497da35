"""What staff may ask about the people who are expected."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

from app.domain.kernel.messages import Command, Stale

TokenHash = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
"""SHA-256 of a token, in hexadecimal."""


class NewPerson(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Somebody to expect.

    Attributes:
        token_hash: SHA-256 of the token in their personal link.
        first_name: given name; this, the surname or the e-mail address must be there.
        surname: family name.
        email: e-mail address.
        employer: whom they work for.
        group: the group they belong to.
        needs: what they need to take part well.
    """

    token_hash: TokenHash
    first_name: str = ""
    surname: str = ""
    email: str = ""
    employer: str = ""
    group: str = ""
    needs: str = ""


class Pair(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A member who came by the code, and the expected person that they are."""

    arrival: str
    person: str


class ExpectPeople(Command, tag="expected.add", frozen=True, kw_only=True):
    """Keep a seat for each of these people, who come with personal links; all of them, or none."""

    people: tuple[NewPerson, ...]


class RevisePerson(Command, tag="expected.revise", frozen=True, kw_only=True):
    """Write down a person's details anew."""

    stale: ClassVar[Stale] = Stale.ASK

    person: str
    first_name: str = ""
    surname: str = ""
    email: str = ""
    employer: str = ""
    group: str = ""
    needs: str = ""


class MatchPeople(Command, tag="expected.match", frozen=True, kw_only=True):
    """Say who members are who came by the code: their seats stay, and the personal links open those from then on."""

    pairs: tuple[Pair, ...]


class UnmatchPeople(Command, tag="expected.unmatch", frozen=True, kw_only=True):
    """Take matches back: the members are strangers again, and the seats that were kept are kept again."""

    members: tuple[str, ...]
