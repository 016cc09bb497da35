"""What a staff client tells those who watch it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.domain.kernel.envelope import Envelope
from app.domain.kernel.messages import Command
from app.sync.connection import ConnectionState
from app.sync.outbox import EntryState


class Pending(msgspec.Struct, frozen=True):
    """A command of one's own that is not in the confirmed world yet.

    Attributes:
        id: the command's id.
        command: what was asked.
        since: when, in milliseconds since 1970.
        state: how far it has come; `PERSON` means that `confirm` or `dismiss` is wanted.
    """

    id: str
    command: Command
    since: int
    state: EntryState


class NoticeKind(StrEnum):
    """What a person has to know.

    `REFUSED`: a command did not happen; `code` says why. `DROPPED`: it had gone stale and is forgotten. `DOUBTED`: it
    had gone stale, and the person has to say whether it is still meant. `STORAGE`: the disk is at fault; `code` says
    how. `SET_ASIDE`: this copy's past was not the relay's (or was damaged), and is set aside.
    """

    REFUSED = "refused"
    DROPPED = "dropped"
    DOUBTED = "doubted"
    STORAGE = "storage"
    SET_ASIDE = "set_aside"


class Notice(msgspec.Struct, frozen=True):
    """Something a person has to know; `pending` is the command it is about, if it is about one."""

    kind: NoticeKind
    code: str = ""
    params: dict[str, str | int] = {}
    pending: Pending | None = None


class Change(msgspec.Struct, frozen=True):
    """What changed, in one go.

    Attributes:
        envelopes: records folded into the confirmed world, in order.
        reset: whether the world was replaced by another past, so that nothing shown before counts.
        pending: whether the list of pending commands changed.
        connection: the connection's new state; None when it did not change.
        notices: what the person has to know.
    """

    envelopes: tuple[Envelope, ...] = ()
    reset: bool = False
    pending: bool = False
    connection: ConnectionState | None = None
    notices: tuple[Notice, ...] = ()
