"""What came of a class's debates, as tables: the shift, the arguments, the statements, and who had the floor."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from app.domain.debate.state import DebateState
from app.domain.session.decider import SessionState
from app.reports.sheets import Cell, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.domain.debate.draft import Draft
    from app.domain.debate.floor import Spoken
    from app.domain.debate.state import Debate
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import World

HEADS: Final = {
    "fr": {
        "motion": "Motion",
        "first": "Au début",
        "now": "À la fin",
        "people": "Personnes",
        "position": "Position",
        "argument": "Argument",
        "author": "Auteur",
        "answers": "Répond à",
        "convinces": "Convainc",
        "moved": "A fait changer",
        "statement": "Affirmation",
        "agree": "D’accord",
        "disagree": "Pas d’accord",
        "pass": "Passent",
        "person": "Personne",
        "turns": "Prises de parole",
        "seconds": "Secondes",
        "for": "Pour",
        "against": "Contre",
        "unsure": "Indécis",
    },
    "en": {
        "motion": "Motion",
        "first": "At first",
        "now": "At the end",
        "people": "People",
        "position": "Position",
        "argument": "Argument",
        "author": "Author",
        "answers": "Answers",
        "convinces": "Convinces",
        "moved": "Moved",
        "statement": "Statement",
        "agree": "Agree",
        "disagree": "Disagree",
        "pass": "Pass",
        "person": "Person",
        "turns": "Speaking turns",
        "seconds": "Seconds",
        "for": "For",
        "against": "Against",
        "unsure": "Unsure",
    },
}
"""The heads of the columns, and the usual positions, by language."""

_SHIFT: Final = ("motion", "first", "now", "people")
_ARGUMENTS: Final = ("motion", "position", "argument", "author", "answers", "convinces", "moved")
_STATEMENTS: Final = ("motion", "statement", "agree", "disagree", "pass")
_FLOOR: Final = ("person", "turns", "seconds")


def debate_sheets(world: World, debates: Iterable[str] = (), language: str = "") -> tuple[Sheet, ...]:
    """Return the shift, the arguments and the statements of debates, and who had the floor.

    Args:
        world: the class.
        debates: which; all that were open when left out.
        language: of the heads, `fr` or `en`; the class's when left out.
    """
    state = world.state(DebateState)
    heads = HEADS[language or world.state(SessionState).language]
    held = [state.debates[key] for key in (debates or state.debates) if state.debates[key].opened]
    floor = tuple(
        (_name(world, member), spoken.turns, max(0, spoken.millis) // 1000) for member, spoken in speakers(world)
    )
    made = (
        _sheet("shift", _SHIFT, (row for each in held for row in _shift(state, each, heads)), heads),
        _sheet("arguments", _ARGUMENTS, (row for each in held for row in _arguments(world, each, heads)), heads),
        _sheet("statements", _STATEMENTS, (row for each in held for row in _statements(state, each)), heads),
        _sheet("floor", _FLOOR, floor, heads),
    )
    return tuple(sheet for sheet in made if sheet.rows)


def debate_lines(world: World) -> list[dict[str, Any]]:
    """Return the debates that were held, each with its shift, its arguments and its statements.

    Args:
        world: the class.
    """
    state = world.state(DebateState)
    return [_line(state, debate) for debate in state.debates.values() if debate.opened]


def _line(state: DebateState, debate: Debate) -> dict[str, Any]:
    shift = state.shift(debate)
    return {
        "id": debate.id,
        "motion": debate.draft.motion,
        "positions": [
            {"key": key, "text": text or None}
            for key, text in zip_longest(debate.draft.keys, debate.draft.positions, fillvalue="")
        ],
        "opened_at": debate.opened_at,
        "closed_at": debate.closed_at or None,
        "people": shift.people,
        "moved": shift.moved,
        "first": shift.first,
        "now": shift.now,
        "flows": shift.flows,
        "arguments": [
            {
                "id": each.id,
                "author": each.author,
                "position": each.position,
                "side": each.side or None,
                "reply_to": each.reply_to or None,
                "at": each.at,
                "text": each.shown if each.is_shown else None,
                "convincing": len(state.convinced.get(each.id, ())),
                "moved": len(state.swayed.get(each.id, ())),
            }
            for each in state.arguments_of(debate.id)
        ],
        "statements": [
            {"text": each.text, "agree": heard.agree, "disagree": heard.disagree, "pass": heard.passed}
            for each in state.statements_of(debate.id)
            if each.put
            for heard in (state.heard(each.id),)
        ],
    }


def turn_lines(world: World) -> list[dict[str, Any]]:
    """Return the speaking turns that count, in order.

    Args:
        world: the class.
    """
    turns = sorted(world.state(DebateState).turns.values(), key=lambda turn: turn.order)
    return [
        {
            "member": turn.member,
            "at": turn.at,
            "spoken_ms": turn.spoken,
            "noted": turn.is_noted,
            "debate": turn.debate or None,
        }
        for turn in turns
    ]


def speakers(world: World) -> tuple[tuple[MemberId, Spoken], ...]:
    """Return who had the floor in a class and how much, whoever spoke longest first.

    Args:
        world: the class.
    """
    spoken = ((who, each) for who, each in world.state(DebateState).spoken.items() if each.turns)
    return tuple(sorted(spoken, key=lambda found: (-found[1].millis, -found[1].turns)))


def _sheet(name: str, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], heads: dict[str, str]) -> Sheet:
    return Sheet(name, tuple(heads[column] for column in columns), tuple(rows))


def _shift(state: DebateState, debate: Debate, heads: dict[str, str]) -> Iterator[tuple[Cell, ...]]:
    found = state.shift(debate)
    for first in debate.draft.keys:
        for now in debate.draft.keys:
            names = (_position(debate.draft, key, heads) for key in (first, now))
            yield (debate.draft.motion, *names, found.flows.get(first, {}).get(now, 0))


def _arguments(world: World, debate: Debate, heads: dict[str, str]) -> Iterator[tuple[Cell, ...]]:
    state = world.state(DebateState)
    for argument in state.arguments_of(debate.id):
        if not argument.is_shown:
            continue
        answered = state.arguments.get(argument.reply_to)
        yield (
            debate.draft.motion,
            _position(debate.draft, argument.position, heads),
            argument.shown,
            _name(world, argument.author),
            answered.shown if answered is not None else "",
            len(state.convinced.get(argument.id, ())),
            len(state.swayed.get(argument.id, ())),
        )


def _statements(state: DebateState, debate: Debate) -> Iterator[tuple[Cell, ...]]:
    for statement in state.statements_of(debate.id):
        if statement.put:
            found = state.heard(statement.id)
            yield (debate.draft.motion, statement.text, found.agree, found.disagree, found.passed)


def _position(draft: Draft, key: str, heads: dict[str, str]) -> str:
    return dict(zip(draft.keys, draft.positions, strict=False)).get(key) or heads.get(key, key)


def _name(world: World, member: MemberId) -> str:
    seat = world.seats.seat(member)
    return (seat.name or f"#{seat.number}") if seat is not None else ""
