"""What happens to the staff's remarks. Their words are whose they are about to have erased, not their author's."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Event


class RemarkWritten(Event, frozen=True, kw_only=True):
    """Staff noted something.

    Attributes:
        remark: its id.
        member: whom it is about.
        message: the message that it is about; empty when it is about the person.
        author: who noted it.
        follow_up: whether somebody has to come back to it.
        text: what was noted; empty when it was only flagged.
    """

    type: ClassVar[str] = "remarks.written"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "member"

    remark: str
    member: str
    message: str
    author: str
    follow_up: bool
    text: str = ""


class RemarkRevised(Event, frozen=True, kw_only=True):
    """A remark says something else; `member` is whom it is about."""

    type: ClassVar[str] = "remarks.revised"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "member"

    remark: str
    member: str
    text: str = ""


class RemarkFlagged(Event, frozen=True, kw_only=True):
    """Somebody has to come back to a remark, or nobody any more."""

    type: ClassVar[str] = "remarks.flagged"

    remark: str
    follow_up: bool


class RemarkRemoved(Event, frozen=True, kw_only=True):
    """A remark was taken away, or is there again."""

    type: ClassVar[str] = "remarks.removed"

    remark: str
    gone: bool
