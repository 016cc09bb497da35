"""Anonymous acts: the relay knows who acts, so that each acts once; the log, and whoever reads it, knows a pseudonym.

A pseudonym ("alias") is HMAC-SHA256 (RFC 2104) of session, scope and member under a key that the session's relay makes,
keeps outside the log and deletes when the class has ended. A scope is what somebody is anonymous in: one poll, one
board. Within it a person is one and the same alias; aliases of different scopes have nothing in common.

How a capability uses it: its `acts_as` names the alias under which a command is decided, so that whatever derives from
the actor derives from the alias, and the ledger writes it as the envelope's actor. Where that depends on what the
decision finds, it decides on `disguised(world, ctx, scope)` in place of `ctx`, puts that actor into an event whose
`mask` names the field, and answers `AnonymousNoted` where nothing changes.

What this hides: staff's replicas, exports, the chain and other learners do not tell whose an anonymous act is. What it
does not: who runs the relay could tell while the class lasts; the moment of an act stands in the log, so whoever
watches one person act knows; and with few people, results speak for themselves. Erasing a member does not reach what
they did anonymously, since to say that it is theirs would undo it.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec.structs import replace

from app.domain.kernel.messages import Event
from app.domain.kernel.refusal import Refusal

if TYPE_CHECKING:
    from app.domain.kernel.seats import Seat
    from app.domain.kernel.words import MemberId, SessionId
    from app.domain.kernel.world import Ctx, World

_PREFIX: Final = "anon:"
_DIGITS: Final = 32

NOBODY: Final = _PREFIX
"""The alias where no key is: on a desktop, of what the relay has not granted yet. The relay never logs it."""


class AnonymousNoted(Event, frozen=True, kw_only=True):
    """An anonymous command was accepted and changed nothing; `CommandNoted` would tell who sent it."""

    type: ClassVar[str] = "command.noted_anonymously"
    mask: ClassVar[str | None] = "alias"

    alias: str


class Masks:
    """The aliases of one session's members, on the one machine that may know them.

    Args:
        session: which session.
        key: 32 random bytes, which never leave the relay.
    """

    def __init__(self, session: SessionId, key: bytes) -> None:
        self._session = session
        self._key = key
        self._aliases: dict[tuple[str, MemberId], str] = {}
        self._wearers: dict[str, MemberId] = {}

    def alias(self, scope: str, member: MemberId) -> str:
        """Return what a member is called in a scope."""
        known = self._aliases.get((scope, member))
        if known is None:
            told = f"{self._session}\0{scope}\0{member}".encode()
            known = _PREFIX + hmac.new(self._key, told, hashlib.sha256).hexdigest()[:_DIGITS]
            self._aliases[scope, member] = known
            self._wearers[known] = member
        return known

    def wearer(self, alias: str) -> MemberId | None:
        """Return whose an alias is, if it was asked for since the relay started."""
        return self._wearers.get(alias)


def is_alias(actor: str) -> bool:
    """Whether an actor or author is a pseudonym and no member."""
    return actor.startswith(_PREFIX)


def alias_of(world: World, scope: str, member: MemberId) -> str:
    """Return a member's alias; `NOBODY` where no key is."""
    return world.masks.alias(scope, member) if world.masks else NOBODY


def wearer_of(world: World, scope: str, alias: str) -> MemberId | None:
    """Return whose an alias is, to bring that person's own document up to date; None where no key tells."""
    if world.masks is None:
        return None
    if world.masks.wearer(alias) is None:
        # The relay started anew: whoever it was has not acted since.
        for seat in world.seats.all_seats():
            world.masks.alias(scope, seat.member)
    return world.masks.wearer(alias)


def disguised(world: World, ctx: Ctx, scope: str) -> Ctx:
    """Return the context of an anonymous decision: the same, asked for by the alias."""
    return replace(ctx, actor=alias_of(world, scope, ctx.actor))


def person_behind(world: World, author: MemberId) -> MemberId:
    """Return who wrote under an alias, where the relay knows it; else the author as given."""
    if not is_alias(author) or world.masks is None:
        return author
    return world.masks.wearer(author) or member_behind(world, author) or author


def selves(world: World, member: MemberId) -> tuple[str, ...]:
    """Return the names under which a member wrote: their own id, and their alias in each scope."""
    if world.masks is None:
        return (member,)
    return (member, *(world.masks.alias(scope, member) for scope in world.veil.scopes()))


def member_behind(world: World, author: str) -> MemberId | None:
    """Return who wrote under a name; None for the alias of somebody whom no key tells."""
    if not is_alias(author):
        return author
    scope = world.veil.scope_of(author)
    return wearer_of(world, scope, author) if scope is not None else None


def own_alias(world: World, member: MemberId, *authors: str) -> str:
    """Return the first of some authors that is an alias of a member; empty when none is."""
    if not any(is_alias(author) for author in authors):
        return ""
    mine = selves(world, member)
    return next((author for author in authors if is_alias(author) and author in mine), "")


def seat_of(world: World, ctx: Ctx) -> Seat:
    """Return the seat of whoever asks, also under an alias.

    Raises:
        Refusal: `unknown_member`.
    """
    seat = world.seats.seat(person_behind(world, ctx.actor))
    if seat is None:
        raise Refusal("unknown_member")
    return seat
