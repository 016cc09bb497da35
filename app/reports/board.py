"""What stood on a class's board, as a table and as Markdown to hand on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.board.state import BoardState, Item, host_of
from app.domain.session.decider import SessionState
from app.domain.topics.decider import TopicsState
from app.reports.sheets import Sheet

if TYPE_CHECKING:
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import World

HEADS: Final = {
    "fr": {
        "title": "Titre",
        "link": "Lien",
        "note": "Note",
        "topic": "Thème",
        "by": "Proposé par",
        "useful": "Utile pour",
        "at": "Ajouté le (UTC)",
        "board": "Tableau de ressources",
        "said": "Message de {name}",
        "people": "utile pour {n}",
    },
    "en": {
        "title": "Title",
        "link": "Link",
        "note": "Note",
        "topic": "Topic",
        "by": "Put there by",
        "useful": "Useful to",
        "at": "Added (UTC)",
        "board": "Resources board",
        "said": "Message of {name}",
        "people": "useful to {n}",
    },
}
"""The words of the table and of the list, by language."""

_COLUMNS: Final = ("title", "link", "note", "topic", "by", "useful", "at")
_MARKS: Final = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|"})


class Resource(msgspec.Struct, frozen=True, kw_only=True):
    """Something that stood on the board for everybody to see.

    Attributes:
        item: its id.
        title: what it is; what was said, when it is a message.
        link: where it leads; empty for nowhere.
        note: what it is good for.
        topic: the topic's title; empty for none.
        by: who put it there.
        author: who said it, when it is a message; empty otherwise.
        message: the message's id; empty for a link or a note.
        useful: how many found it useful.
        at: when it was put there, in milliseconds since 1970.
        order: the seq at which it was there for all.
    """

    item: str
    title: str
    link: str
    note: str
    topic: str
    by: str
    author: str
    message: str
    useful: int
    at: int
    order: int

    @property
    def host(self) -> str:
        """The host that the link leads to."""
        return host_of(self.link) if self.link else ""


def resources(world: World) -> tuple[Resource, ...]:
    """Return what stands on the board for everybody to see, the newest first.

    Args:
        world: the class.
    """
    state = world.state(BoardState)
    return tuple(_resource(world, state, item) for item in state.listed(world))


def _resource(world: World, state: BoardState, item: Item) -> Resource:
    said = world.talk.said(item.message) if item.message else None
    shown = item.shown
    topic = world.state(TopicsState).topics.get(shown.topic if shown is not None else item.topic)
    return Resource(
        item=item.id,
        title=said.text if said is not None else shown.title if shown is not None else "",
        link=shown.link if shown is not None else "",
        note=shown.note if shown is not None else "",
        topic=topic.title if topic is not None else "",
        by=_called(world, item.by),
        author=_called(world, said.author) if said is not None else "",
        message=item.message,
        useful=len(state.useful.get(item.id, ())),
        at=item.at,
        order=item.order,
    )


def _called(world: World, member: MemberId) -> str:
    seat = world.seats.seat(member)
    return (seat.name or f"#{seat.number}") if seat is not None else "#?"


def board_sheet(world: World, language: str = "") -> Sheet:
    """Return the board as a table.

    Args:
        world: the class.
        language: of the heads, `fr` or `en`; the class's when left out.
    """
    heads = HEADS[language or world.state(SessionState).language]
    rows = tuple(
        (each.title, each.link, each.note, each.topic, each.by, each.useful, _moment(each.at))
        for each in resources(world)
    )
    return Sheet("board", tuple(heads[name] for name in _COLUMNS), rows)


def board_markdown(world: World, language: str = "") -> str:
    """Return the board as a list in Markdown, its topics as headings; what people wrote stays plain text.

    Args:
        world: the class.
        language: `fr` or `en`; the class's when left out.
    """
    state = world.state(SessionState)
    words = HEADS[language or state.language]
    title = f"# {words['board']} — {_plain(state.title)}" if state.title else f"# {words['board']}"
    by_topic: dict[str, list[Resource]] = {"": []}
    for each in resources(world):
        by_topic.setdefault(each.topic, []).append(each)
    lines = [title, ""]
    for topic, there in by_topic.items():
        if topic:
            lines += [f"## {_plain(topic)}", ""]
        lines += [line for each in there for line in _entry(each, words)]
        if there:
            lines.append("")
    return "\n".join(lines)


def _entry(each: Resource, words: dict[str, str]) -> list[str]:
    name = _plain(each.title or each.host)
    head = f"- [{name}](<{each.link}>)" if each.link else f"- **{name}**" if not each.message else f"- {name}"
    about = [words["said"].format(name=_plain(each.author))] if each.author else []
    about.append(f"{words['by']} {_plain(each.by)}")
    if each.useful:
        about.append(words["people"].format(n=each.useful))
    lines = [head, f"  *{' · '.join(about)}*"]
    return [*lines, f"  {_plain(each.note)}"] if each.note else lines


def _plain(text: str) -> str:
    """Return a text of one line that Markdown shows as it is."""
    return " ".join(text.split()).translate(_MARKS)


def _moment(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M")
