"""What may be asked in a conversation."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Command, Stale
from app.domain.kernel.readings import Anonymity


class PostMessage(Command, tag="discussion.post", frozen=True, kw_only=True):
    """Say something in a channel.

    Attributes:
        channel: `main`, `room:<id>`, `topic:<id>` or `staff`.
        text: up to 4,000 characters.
        reply_to: the message it answers; empty for none.
        anonymous: to whom one means to be anonymous; refused unless that is what holds there now.
    """

    channel: str
    text: str
    reply_to: str = ""
    anonymous: Anonymity = Anonymity.OFF


class SayPrompt(Command, tag="discussion.prompt", frozen=True, kw_only=True):
    """Say in the name of a staff member what they had prepared to be asked.

    Attributes:
        prompt: its id.
        channel: where.
        author: the staff member.
        text: what is asked.
    """

    prompt: str
    channel: str
    author: str
    text: str


class EditMessage(Command, tag="discussion.edit", frozen=True, kw_only=True):
    """Give one's own message another text; it passes the gate again."""

    message: str
    text: str


class DeleteMessage(Command, tag="discussion.delete", frozen=True, kw_only=True):
    """Take a message away: one's own, or as staff any."""

    message: str


class React(Command, tag="discussion.react", frozen=True, kw_only=True):
    """Add or take back one's reaction to a message."""

    message: str
    emoji: str
    on: bool = True


class RaiseHand(Command, tag="discussion.raise_hand", frozen=True, kw_only=True):
    """Ask for the floor."""

    stale: ClassVar[Stale] = Stale.DROP


class LowerHand(Command, tag="discussion.lower_hand", frozen=True, kw_only=True):
    """Take a hand down: one's own, or as staff anyone's."""

    member: str
