"""Commands (what a member asks for) and events (what happened): the two kinds of message the domain speaks."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import msgspec


class Stale(StrEnum):
    """What becomes of a command that was composed before the sender lost sight of the session.

    `REPLAY`: still meant, send it. `ASK`: ask the person before sending. `DROP`: forget it and say so.
    """

    REPLAY = "replay"
    ASK = "ask"
    DROP = "drop"


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """What a member asks for, in the imperative. Subclasses set `tag` to their stable type name."""

    stale: ClassVar[Stale] = Stale.REPLAY

    @classmethod
    def type_name(cls) -> str:
        """Return the stable name under which this command travels."""
        return str(cls.__struct_config__.tag)


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """What happened, in the past tense.

    Attributes:
        type: the stable name under which it is stored; never a class path.
        version: the version of the field layout written today; older ones are read through upcasters.
        erasable: fields that hold what a person may have erased. They stand beside the envelope, enter its hash as a
            salted digest, and must have a default: the value that an erased record folds to.
        about: the field naming the member whose data the erasable fields are; the actor when None.
        mask: the field naming who stands as actor in the log, for acts that may be anonymous (see `anonymity`); None
            when it is always who asked.
    """

    type: ClassVar[str]
    version: ClassVar[int] = 1
    erasable: ClassVar[tuple[str, ...]] = ()
    about: ClassVar[str | None] = None
    mask: ClassVar[str | None] = None

    def signed_by(self, actor: str) -> str:
        """Return who stands as actor in the log.

        Args:
            actor: who asked.
        """
        return str(getattr(self, self.mask)) if self.mask else actor


class CommandNoted(Event, frozen=True, kw_only=True):
    """A command was accepted and changed nothing; it is logged so that asking again gives the same answer for ever."""

    type: ClassVar[str] = "command.noted"


class MemberErased(Event, frozen=True, kw_only=True):
    """A member's texts and names are erased: from storage, from every state, from every replica."""

    type: ClassVar[str] = "member.erased"

    member: str
