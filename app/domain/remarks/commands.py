"""What staff may note for themselves."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Command, Stale


class WriteRemark(Command, tag="remarks.write", frozen=True, kw_only=True):
    """Note something about a person, or about a message.

    Attributes:
        member: whom it is about; empty when a message tells.
        message: the message that it is about; empty when it is about the person.
        text: up to 4,000 characters; may be empty when it is only flagged.
        follow_up: whether somebody has to come back to it.
    """

    member: str = ""
    message: str = ""
    text: str = ""
    follow_up: bool = False


class ReviseRemark(Command, tag="remarks.revise", frozen=True, kw_only=True):
    """Note something else instead."""

    stale: ClassVar[Stale] = Stale.ASK

    remark: str
    text: str


class FlagRemark(Command, tag="remarks.flag", frozen=True, kw_only=True):
    """Say that somebody has to come back to it, or that this is done."""

    remark: str
    follow_up: bool = True


class RemoveRemark(Command, tag="remarks.remove", frozen=True, kw_only=True):
    """Take a remark away, or take that back."""

    remark: str
    gone: bool = True
