"""What may be asked about members and where they are."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

from app.domain.kernel.messages import Command, Stale
from app.domain.kernel.words import Role
from app.domain.roster.events import DoorMode, PresenceChange

TokenHash = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
"""SHA-256 of a token, in hexadecimal."""


class InviteMember(Command, tag="roster.invite", frozen=True, kw_only=True):
    """Keep a seat for somebody who will come with their own token.

    Attributes:
        name: what they are called.
        role: what they will be; only the host may invite staff.
        token_hash: SHA-256 of the token in their link.
    """

    name: str
    role: Role
    token_hash: TokenHash


class JoinSession(Command, tag="roster.join", frozen=True, kw_only=True):
    """Take a new seat; asked by the relay for somebody who came with a valid code.

    Attributes:
        name: what they wish to be called.
        token_hash: SHA-256 of the token their device made for itself.
        language: the language of their page.
        role: learner, or host for whoever created the session.
    """

    name: str
    token_hash: TokenHash
    language: str = "fr"
    role: Role = Role.LEARNER


class EnterSession(Command, tag="roster.enter", frozen=True, kw_only=True):
    """Come in on an invited or left seat; asked by the relay when its token is shown."""

    member: str


class AdmitMembers(Command, tag="roster.admit", frozen=True, kw_only=True):
    """Let waiting members in."""

    members: tuple[str, ...]


class LeaveSession(Command, tag="roster.leave", frozen=True, kw_only=True):
    """Go, on purpose. The seat stays one's own."""


class RenameMember(Command, tag="roster.rename", frozen=True, kw_only=True):
    """Give a member another name."""

    stale: ClassVar[Stale] = Stale.ASK

    member: str
    name: str


class ChangeRole(Command, tag="roster.change_role", frozen=True, kw_only=True):
    """Make a member something else."""

    stale: ClassVar[Stale] = Stale.ASK

    member: str
    role: Role


class RemoveMember(Command, tag="roster.remove", frozen=True, kw_only=True):
    """Put a member out; their tokens stop working."""

    stale: ClassVar[Stale] = Stale.ASK

    member: str


class GrantToken(Command, tag="roster.grant_token", frozen=True, kw_only=True):
    """Let one more token open a member's seat: a new link, or another device."""

    member: str
    token_hash: TokenHash


class RevokeTokens(Command, tag="roster.revoke_tokens", frozen=True, kw_only=True):
    """Let no token open a member's seat any more."""

    stale: ClassVar[Stale] = Stale.DROP

    member: str


class SetDoor(Command, tag="roster.set_door", frozen=True, kw_only=True):
    """Say whether who comes with the code is let in at once, or waits to be admitted."""

    stale: ClassVar[Stale] = Stale.ASK

    mode: DoorMode


class NotePresence(Command, tag="roster.note_presence", frozen=True, kw_only=True):
    """Log who came and went; asked by the relay, gathered."""

    changes: tuple[PresenceChange, ...]


class EraseMember(Command, tag="roster.erase", frozen=True, kw_only=True):
    """Erase a member's name and texts everywhere, for good."""

    stale: ClassVar[Stale] = Stale.ASK

    member: str
