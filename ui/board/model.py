"""What stands on the board as rows, made from the state, in the order that one wants."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.board.state import BoardState, host_of
from app.domain.kernel.gate import Outcome
from app.domain.topics.decider import TopicsState
from ui.bridge.names import member_name
from ui.discussion.marks import plain

if TYPE_CHECKING:
    from app.domain.board.state import Item
    from app.domain.kernel.world import World


class Order(StrEnum):
    """How the board is listed."""

    NEWEST = "newest"
    USEFUL = "useful"
    TITLE = "title"


@dataclass(frozen=True)
class BoardRow:
    """Something on the board.

    Attributes:
        item: its id.
        title: what it is; the words of a message.
        link: where it leads; empty for nowhere.
        host: of the link, in ASCII.
        note: what it is good for.
        topic: the topic's title; empty for none.
        topic_id: its id.
        by: who put it there.
        author: who said it, when it is a message; empty otherwise.
        message: the message's id; empty for a link or a note.
        useful: how many find it useful.
        at: when it was put there, in milliseconds since 1970.
        mine: whether one put it there oneself.
        marked: whether one finds it useful.
        state: how its newest text stands.
        shown: whether learners see it.
    """

    item: str
    title: str
    link: str
    host: str
    note: str
    topic: str
    topic_id: str
    by: str
    author: str
    message: str
    useful: int
    at: int
    mine: bool
    marked: bool
    state: Outcome
    shown: bool


def board_rows(world: World, me: str, order: Order = Order.NEWEST) -> tuple[BoardRow, ...]:
    """List the board; what waits for a decision, or was taken back, is there for staff, too.

    Args:
        world: to read.
        me: who looks.
        order: how.
    """
    state = world.state(BoardState)
    there = [item for item in state.items.values() if item.wordings or state.is_shown(world, item)]
    rows = [_row(world, state, item, me) for item in reversed(there)]
    match order:
        case Order.NEWEST:
            pass
        case Order.USEFUL:
            rows.sort(key=lambda row: -row.useful)
        case Order.TITLE:
            rows.sort(key=lambda row: (row.title or row.host).casefold())
    return tuple(rows)


def _row(world: World, state: BoardState, item: Item, me: str) -> BoardRow:
    said = world.talk.said(item.message) if item.message else None
    newest = item.newest if item.wordings else None
    topic_id = newest.topic if newest is not None else item.topic
    topic = world.state(TopicsState).topics.get(topic_id)
    link = newest.link if newest is not None else ""
    useful = state.useful.get(item.id, {})
    return BoardRow(
        item=item.id,
        title=plain(said.text) if said is not None else newest.title if newest is not None else "",
        link=link,
        host=host_of(link) if link else "",
        note=newest.note if newest is not None else "",
        topic=topic.title if topic is not None else "",
        topic_id=topic_id,
        by=member_name(world, item.by),
        author=member_name(world, said.author) if said is not None else "",
        message=item.message,
        useful=len(useful),
        at=item.at,
        mine=item.by == me,
        marked=me in useful,
        state=newest.outcome if newest is not None else Outcome.PUBLISHED,
        shown=state.is_shown(world, item),
    )
