"""What staff may ask about messages without a name."""

from __future__ import annotations

from typing import ClassVar

from app.domain.anonymous.events import Allowed
from app.domain.kernel.messages import Command, Stale


class AllowAnonymous(Command, tag="anonymous.allow", frozen=True, kw_only=True):
    """Say whether learners may write without their name, and to whom they are anonymous then.

    Attributes:
        channel: `all` for every channel that has no rule of its own; `main`, `room:<id>` or `topic:<id>`.
        mode: to whom; for a single channel also the same as `all`.
    """

    stale: ClassVar[Stale] = Stale.ASK

    channel: str
    mode: Allowed


class MuteAlias(Command, tag="anonymous.mute", frozen=True, kw_only=True):
    """Take nothing more under an alias, whoever it is; it ends with the activity, as the alias does.

    Attributes:
        alias: as messages name it.
        on: whether to mute it or to hear it again.
    """

    alias: str
    on: bool = True
