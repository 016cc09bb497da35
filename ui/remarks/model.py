"""The staff's notes as rows, made from the state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.remarks.decider import RemarksState
from ui.bridge.names import member_name
from ui.discussion.marks import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.world import World
    from app.domain.remarks.decider import Remark


@dataclass(frozen=True)
class RemarkRow:
    """A note.

    Attributes:
        remark: its id.
        member: whom it is about.
        name: of whom it is about.
        message: the message that it is about; empty when it is about the person.
        quote: the beginning of that message.
        text: what it says; empty when it is only a flag, or was erased.
        author: the name of who noted it.
        at: when, in milliseconds since 1970.
        follow_up: whether somebody has to come back to it.
        settled: whether that was done.
    """

    remark: str
    member: str
    name: str
    message: str
    quote: str
    text: str
    author: str
    at: int
    follow_up: bool
    settled: bool


def notes(world: World, *, to_follow_up: bool = False) -> tuple[RemarkRow, ...]:
    """List the notes, the newest first.

    Args:
        world: to read.
        to_follow_up: only those to which somebody has to come back.
    """
    state = world.state(RemarksState)
    found = state.to_follow_up() if to_follow_up else [each for each in state.remarks.values() if not each.gone]
    return _rows(world, reversed(found))


def notes_about(world: World, member: str) -> tuple[RemarkRow, ...]:
    """List the notes about a person, about their messages too, the newest first.

    Args:
        world: to read.
        member: whom they are about.
    """
    return _rows(world, reversed(world.state(RemarksState).about(member)))


def _rows(world: World, found: Iterable[Remark]) -> tuple[RemarkRow, ...]:
    return tuple(_row(world, each) for each in found)


def _row(world: World, remark: Remark) -> RemarkRow:
    said = world.talk.said(remark.message) if remark.message else None
    return RemarkRow(
        remark=remark.remark,
        member=remark.member,
        name=member_name(world, remark.member),
        message=remark.message,
        quote=plain(said.text).split("\n", 1)[0] if said is not None else "",
        text=remark.text,
        author=member_name(world, remark.author),
        at=remark.at,
        follow_up=remark.follow_up,
        settled=bool(remark.settled_at),
    )
