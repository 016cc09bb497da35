"""How a staff seat comes to be on this desktop: by creating a session, or by the link of an invitation."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec

from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Role
from app.domain.registry import REGISTRY, Registry
from app.storage.library import SeatRow
from app.sync import frames as f
from app.sync.client import StaffClient, now_ms
from app.sync.connection import greeting
from app.sync.links import CodeLink, base_url, is_loopback, new_token, read_link

if TYPE_CHECKING:
    from app.sync.shelf import Shelf


class NewSession(msgspec.Struct, frozen=True, kw_only=True):
    """What a session starts with.

    Attributes:
        title: what learners read at the top of their page.
        name: what the host is called.
        language: `fr` or `en`.
        nearby: whether the class is in the same room.
        address: the base URL at which learners reach the relay; empty while unknown.
        meeting_link: where people talk; empty for nowhere.
        opens_at: when the lobby opens by itself, in milliseconds since 1970; 0 for by hand.
        preparing: whether staff first work on its plan together.
    """

    title: str
    name: str
    language: str = "fr"
    nearby: bool = True
    address: str = ""
    meeting_link: str = ""
    opens_at: int = 0
    preparing: bool = False


async def create(shelf: Shelf, base: str, key: str, new: NewSession, registry: Registry = REGISTRY) -> StaffClient:
    """Create a session at a relay, as its host, and return the connected client.

    Args:
        shelf: where the seat and the log are kept.
        base: the relay's base URL.
        key: the relay's key.
        new: what the session starts with.
        registry: the capabilities.

    Raises:
        Refusal: the relay will not, or cannot be reached; nothing is kept.
        StorageError: the disk is at fault.
    """
    session, token, command_id = str(uuid4()), new_token(), str(uuid4())
    frame = f.Create(
        v=f.VERSION,
        id=command_id,
        key=key,
        session=session,
        token=token,
        name=new.name,
        title=new.title,
        language=new.language,
        nearby=new.nearby,
        address=new.address,
        meeting_link=new.meeting_link,
        opens_at=new.opens_at,
        preparing=new.preparing,
    )
    seat = _seat(base, session, token, Role.HOST, new.title)
    return await _first_time(shelf, seat, token, frame, registry)


async def join(shelf: Shelf, link: str, registry: Registry = REGISTRY) -> StaffClient:
    """Come to the staff seat that an invitation's link opens, and return the connected client.

    A seat that is on this desktop already is opened as it is.

    Raises:
        Refusal: the link is none for staff (`bad_link`, `code_is_for_learners`), the relay turns it away, or cannot be
            reached; nothing new is kept.
        StorageError: the disk is at fault.
    """
    found = read_link(link)
    if isinstance(found, CodeLink):
        raise Refusal("code_is_for_learners")
    for seat in await shelf.run(shelf.library.seats):
        if seat.session == found.session and seat.token == found.token:
            client = await StaffClient.open(shelf, seat, found.token, registry)
            client.connect()
            return client
    seat = _seat(found.base, found.session, found.token, Role.COFACILITATOR, "")
    return await _first_time(shelf, seat, found.token, None, registry)


def _seat(base: str, session: str, token: str, role: Role, title: str) -> SeatRow:
    address = base_url(base)
    return SeatRow(
        session=session,
        member="",
        role=role,
        title=title,
        relay=address,
        token=token,
        in_keyring=False,
        epoch=0,
        last_opened=now_ms(),
        ended=False,
        local=is_loopback(address),
    )


async def _first_time(
    shelf: Shelf, seat: SeatRow, token: str, first: f.Create | None, registry: Registry
) -> StaffClient:
    before = [row for row in await shelf.run(shelf.library.seats) if row.session == seat.session]
    # Written down before the relay hears of it: a token lost in between would be a seat lost.
    await shelf.run(shelf.library.put_seat, seat)
    client = await StaffClient.open(shelf, seat, token, registry)
    if first is not None:
        client.greet_with(lambda: greeting(first))
    client.connect()
    try:
        await client.online()
    except (Refusal, asyncio.CancelledError):
        # Whoever stops waiting has given up: no seat is kept that nobody asked for any more.
        await client.close()
        await shelf.run(shelf.library.remove_seat, seat.session)
        for row in before:
            await shelf.run(shelf.library.put_seat, row)
        raise
    return client
