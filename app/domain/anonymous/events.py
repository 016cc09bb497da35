"""What happens to messages without a name, beside that they are written."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from app.domain.kernel.messages import Event


class Allowed(StrEnum):
    """To whom one may be anonymous in a channel.

    `OFF`: to nobody. `PEERS`: to learners, not to staff. `EVERYBODY`: to staff as well. `SAME`: as in all channels.
    """

    OFF = "off"
    PEERS = "peers"
    EVERYBODY = "everybody"
    SAME = "same"


class AnonymousAllowed(Event, frozen=True, kw_only=True):
    """Learners may write without their name in a channel, or not any more.

    Attributes:
        channel: which; `all` for those without a rule of their own.
        mode: to whom one is anonymous.
    """

    type: ClassVar[str] = "anonymous.allowed"

    channel: str
    mode: Allowed


class AliasMuted(Event, frozen=True, kw_only=True):
    """Nothing more is taken under an alias, or it is heard again; who it is, nobody knows but the relay."""

    type: ClassVar[str] = "anonymous.muted"

    alias: str
    on: bool = True
