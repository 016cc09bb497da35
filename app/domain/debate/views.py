"""What learners see of debates: positions and how they shift, arguments, statements, who speaks and who is next.

Who holds which position is told of nobody; counts follow once a second (`DebateCounted`), and only where staff let them
be seen. Verdicts on a statement likewise. Arguments carry their author's name, as messages do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.debate import events as e
from app.domain.debate.floor import queue
from app.domain.debate.state import DebateState
from app.domain.debate.tally import Shift, Verdicts
from app.domain.kernel.floor import FloorReturned, FloorTaken, HandMoved
from app.domain.kernel.gate import Outcome, TextDecided, TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, me
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.debate.state import Argument, Debate
    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import World

VISIBLE: Final = 5
"""How many debates, those opened last, a document holds."""

ARGUMENTS_SHOWN: Final = 40
"""How many arguments of the debate on stage a document holds: the most convincing."""

NEW_SHOWN: Final = 20
"""How many of the newest arguments it holds besides, so that each is seen for a while."""

REPLIES_SHOWN: Final = 5
"""How many replies to each of them it holds: the most convincing."""

QUEUED: Final = 20
"""How many raised hands, those heard first, a document names."""

MARKED: Final = 200
"""Of how many arguments, the newest, a member's document says that they convince them."""


def _debate(world: World) -> DebateState:
    return world.state(DebateState)


def visible(state: DebateState) -> list[str]:
    """Return the debates that learners see, the one opened last at the end."""
    opened = sorted((debate for debate in state.debates.values() if debate.opened), key=lambda debate: debate.opened)
    return [debate.id for debate in opened[-VISIBLE:]]


def _named(world: World, member: MemberId) -> dict[str, Any]:
    seat = world.seats.seat(member)
    if seat is None:
        return {}
    named: dict[str, Any] = {"number": seat.number}
    return named | {"name": seat.name} if seat.name else named


def _debates(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return visible(_debate(world))


def _debate_entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    state = _debate(world)
    debate = state.debates.get(key)
    if debate is None or not debate.opened:
        return None
    texts = dict(zip(debate.draft.keys, debate.draft.positions, strict=False))
    entry: dict[str, Any] = {
        "motion": debate.draft.motion,
        "order": debate.opened,
        "state": "open" if debate.is_open else "closed",
        "turn_seconds": debate.draft.turn_seconds,
        "positions": {
            name: {"order": place} | ({"text": texts[name]} if name in texts else {})
            for place, name in enumerate(debate.draft.keys, 1)
        },
    }
    shift = state.shifts.get(key, Shift())
    if debate.results:
        entry |= shift_entry(shift)
    return entry


def shift_entry(shift: Shift) -> dict[str, Any]:
    """Return the counts of a debate's positions as learners see them.

    Args:
        shift: as it was counted.
    """
    entry: dict[str, Any] = {"people": shift.people, "moved": shift.moved}
    if shift.people:
        entry |= {"first": dict(shift.first), "now": dict(shift.now)}
        entry["flows"] = {first: dict(to) for first, to in shift.flows.items()}
    return entry


def _stage(world: World, audience: Audience) -> Json | None:  # noqa: ARG001 (every field's shape)
    return _debate(world).stage or None


def _arguments(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001
    state = _debate(world)
    # The debate on stage, else the one opened last: what older ones held is looked up.
    found = state.stage or next(reversed(visible(state)), "")
    ranked = state.ranked(found)
    best = {each.id for each in ranked[:ARGUMENTS_SHOWN]}
    newest = {each.id for each in sorted(ranked, key=lambda each: each.order)[-NEW_SHOWN:]}
    replies: dict[str, list[Argument]] = {}
    for each in state.arguments_of(found):
        if each.is_shown and each.reply_to:
            replies.setdefault(each.reply_to, []).append(each)
    keys: list[str] = []
    for key in best | newest:
        answering = sorted(replies.get(key, ()), key=lambda each: (-state.weight(each.id), each.order))
        keys += [key, *(each.id for each in answering[:REPLIES_SHOWN])]
    return keys


def _argument(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    argument = _debate(world).arguments.get(key)
    return argument_entry(world, argument) if argument is not None and argument.is_shown else None


def argument_entry(world: World, argument: Argument) -> dict[str, Any]:
    """Return a published argument as learners see it.

    Args:
        world: the state to read.
        argument: that others see.
    """
    state = _debate(world)
    entry: dict[str, Any] = {
        "debate": argument.debate,
        "position": argument.position,
        "author": argument.author,
        "order": argument.order,
        **_named(world, argument.author),
    }
    seat = world.seats.seat(argument.author)
    if seat is not None and seat.role.is_staff:
        entry["staff"] = True
    if argument.shown:
        entry["text"] = argument.shown
    else:
        entry["erased"] = True
    if argument.side and argument.side != argument.position:
        entry["side"] = argument.side
    if argument.reply_to:
        entry["reply_to"] = argument.reply_to
    if argument.shown_revision > 1:
        entry["edited"] = True
    counts = {
        "convincing": len(state.convinced.get(argument.id, ())),
        "moved": len(state.swayed.get(argument.id, ())),
        "weight": state.weight(argument.id),
        "replies": 0 if argument.reply_to else _replies(state, argument),
    }
    return entry | {name: count for name, count in counts.items() if count}


def _replies(state: DebateState, argument: Argument) -> int:
    return sum(each.is_shown and each.reply_to == argument.id for each in state.arguments_of(argument.debate))


def _statements(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001
    state = _debate(world)
    seen = set(visible(state))
    return [each.id for each in state.statements.values() if each.put and each.debate in seen]


def _statement(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    state = _debate(world)
    statement = state.statements.get(key)
    if statement is None or not statement.put or statement.debate not in visible(state):
        return None
    entry: dict[str, Any] = {"debate": statement.debate, "text": statement.text, "order": statement.put}
    if statement.results:
        counts = state.counts.get(key, Verdicts())
        entry |= {"agree": counts.agree, "disagree": counts.disagree, "pass": counts.passed}
    return entry


def _floor(world: World, audience: Audience) -> Json | None:  # noqa: ARG001
    turn = _debate(world).speaking()
    if turn is None:
        return None
    entry: dict[str, Any] = {
        "turn": turn.id,
        "member": turn.member,
        **_named(world, turn.member),
        "allowed": turn.allowed,
        "warns": turn.warns,
    }
    return entry | ({"ends_at": turn.ends_at} if turn.since else {"left": turn.allowed - turn.spoken})


def _queue(world: World, audience: Audience) -> Json | None:  # noqa: ARG001
    waiting = queue(world.talk.raised(), _debate(world).spoken)
    entries: dict[str, Any] = {}
    for place, each in enumerate(waiting[:QUEUED], 1):
        entry = {"place": place, "since": each.since, **_named(world, each.member)}
        if each.spoken.turns:
            entry |= {"turns": each.spoken.turns, "seconds": each.spoken.millis // 1000}
        entries[each.member] = entry
    return entries or None


def _mine(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001
    return visible(_debate(world))


def _my_position(world: World, audience: Audience, key: str) -> Json | None:
    state = _debate(world)
    stance = state.stance(key, audience.key)
    if stance is None or key not in visible(state):
        return None
    return {"position": stance.now, "first": stance.first}


def _my_verdict(world: World, audience: Audience, key: str) -> Json | None:
    verdict = _debate(world).verdicts.get(key, {}).get(audience.key)
    return str(verdict) if verdict is not None and _statement(world, CLASS, key) is not None else None


def _convinced(world: World, audience: Audience) -> Iterable[str]:
    return list(_debate(world).marked.get(audience.key, {}))[-MARKED:]


def _convinced_entry(world: World, audience: Audience, key: str) -> Json | None:
    return True if key in _debate(world).marked.get(audience.key, {}) else None


def _own(world: World, audience: Audience) -> Iterable[str]:
    state = _debate(world)
    return (
        argument.id
        for debate in visible(state)
        for argument in state.arguments_of(debate)
        if argument.author == audience.key and argument.outcome is not Outcome.PUBLISHED
    )


def _own_entry(world: World, audience: Audience, key: str) -> Json | None:
    argument = _debate(world).arguments.get(key)
    if argument is None or argument.author != audience.key or argument.outcome is Outcome.PUBLISHED:
        return None
    entry: dict[str, Any] = {
        "debate": argument.debate,
        "position": argument.position,
        "at": argument.at,
        "revision": argument.revision,
        "state": str(argument.outcome),
        "text": argument.text,
    }
    if argument.reply_to:
        entry["reply_to"] = argument.reply_to
    if argument.reason:
        entry["reason"] = argument.reason
    if argument.is_shown:
        entry["published"] = True
    return entry


PARTS = (
    Collection("class", "debates", _debates, _debate_entry, windowed=True),
    Field("class", "stage", _stage),
    Collection("class", "arguments", _arguments, _argument, windowed=True),
    Collection("class", "statements", _statements, _statement, windowed=True),
    Field("class", "floor", _floor),
    Field("class", "queue", _queue),
    Collection("me", "mine", _mine, _my_position, windowed=True),
    Collection("me", "verdicts", _statements, _my_verdict, windowed=True),
    Collection("me", "convinced", _convinced, _convinced_entry, windowed=True),
    Collection("me", "own", _own, _own_entry, windowed=True),
)


def _touch_debate(world: World, debate: Debate | None) -> Iterable[Touch]:
    if debate is None:
        return
    yield Touch(CLASS, "debates", debate.id)
    for statement in _debate(world).statements.values():
        if statement.debate == debate.id and statement.put:
            yield Touch(CLASS, "statements", statement.id)


def _touch_opened(world: World) -> Iterable[Touch]:
    """Another debate is on stage: an older one may leave the documents, with all that belongs to it."""
    state = _debate(world)
    for name in ("debates", "statements", "arguments", "stage"):
        yield Touch(CLASS, name)
    for debate in state.debates.values():
        yield from _touch_debate(world, debate)
    for seat in world.seats.all_seats():
        for name in ("mine", "verdicts", "own"):
            yield Touch(me(seat.member), name)


def _touch_argument(world: World, key: str) -> Iterable[Touch]:
    yield Touch(CLASS, "arguments", key)
    argument = _debate(world).arguments.get(key)
    if argument is not None:
        yield Touch(me(argument.author), "own", key)
        if argument.reply_to:
            yield Touch(CLASS, "arguments", argument.reply_to)


def _touch_author(world: World, member: MemberId) -> Iterable[Touch]:
    """A name or a role changed: whatever names its owner shows it."""
    yield Touch(CLASS, "floor")
    yield Touch(CLASS, "queue")
    for key in _arguments(world, CLASS):
        if _debate(world).arguments[key].author == member:
            yield Touch(CLASS, "arguments", key)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in learners' views of debates."""
    state = _debate(world)
    match envelope.event:
        case e.DebateOpened() | e.DebateStaged():
            yield from _touch_opened(world)
        case e.DebateClosed(debate=key) | e.ShiftShown(debate=key) | e.DebateCounted(debate=key):
            yield from _touch_debate(world, state.debates.get(key))
        case e.PositionTaken(debate=key, because=because):
            yield Touch(me(envelope.actor), "mine", key)
            if because:
                yield from _touch_argument(world, because)
        case e.ArgumentWritten(item=item) | e.ArgumentRevised(item=item):
            yield from _touch_argument(world, item)
        case e.ArgumentWithdrawn(argument=key, author=author, reply_to=reply_to):
            # What it answered counts one reply less; who it convinced, and who wrote it, have it no longer.
            yield Touch(CLASS, "arguments", reply_to or key)
            yield Touch(me(author), "own", key)
            for seat in world.seats.all_seats():
                yield Touch(me(seat.member), "convinced", key)
        case e.ConvincingMarked(argument=key):
            yield from _touch_argument(world, key)
            yield Touch(me(envelope.actor), "convinced", key)
        case e.StatementPut(statement=key) | e.StatementShown(statement=key):
            yield Touch(CLASS, "statements", key)
        case e.StatementJudged(statement=key):
            yield Touch(me(envelope.actor), "verdicts", key)
        case e.TurnExtended():
            yield Touch(CLASS, "floor")
        case FloorTaken() | FloorReturned() | e.TurnEnded() | HandMoved() | PhaseChanged():
            yield Touch(CLASS, "floor")
            yield Touch(CLASS, "queue")
        case TextDecided(item=item, author=author):
            if item in state.arguments:
                yield from _touch_argument(world, item)
            else:
                yield from _touch_author(world, author)
        case TextSubmitted(kind="name", author=author):
            yield from _touch_author(world, author)
        case SeatChanged(member=member):
            yield from _touch_author(world, member)
        case MemberErased(member=member):
            yield from _touch_author(world, member)
            for argument in state.arguments.values():
                if argument.author == member:
                    yield Touch(me(member), "own", argument.id)
        case _:
            pass


def text_of(world: World, item: str, revision: int) -> str | None:
    """Return the text of one revision of an argument; None when there is none such."""
    argument = _debate(world).arguments.get(item)
    if argument is None:
        return None
    if revision == argument.revision:
        return argument.text
    return argument.shown if revision == argument.shown_revision else None
