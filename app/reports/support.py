"""Help given in a class, as tables: each call with how long it waited, and what was written and noted privately."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.breakouts.state import BreakoutsState
from app.domain.kernel.words import MemberId, Millis, room_of
from app.domain.remarks.decider import RemarksState
from app.domain.session.decider import SessionState
from app.domain.support.state import Call, Ending, SupportState
from app.reports.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.world import World

HEADS: Final = {
    "fr": {
        "who": "Qui",
        "kind": "Problème",
        "opened": "Appel (s depuis le début)",
        "taken": "Pris en charge après (s)",
        "answered": "Première réponse après (s)",
        "ended": "Terminé après (s)",
        "ending": "Issue",
        "by": "Aidé par",
        "reopened": "Rouvert",
        "at": "À (s depuis le début)",
        "with": "Avec",
        "author": "Auteur",
        "text": "Texte",
        "about": "À propos de",
        "follow_up": "À reprendre",
        "yes": "oui",
        "done": "fait",
        "room": "salle",
        "sound": "son",
        "image": "image",
        "access": "accès",
        "other": "autre",
        "open": "sans fin",
        "resolved": "aidé",
        "withdrawn": "résolu sans aide",
        "lapsed": "parti avant",
    },
    "en": {
        "who": "Who",
        "kind": "Problem",
        "opened": "Called (s from the start)",
        "taken": "Taken after (s)",
        "answered": "First answer after (s)",
        "ended": "Over after (s)",
        "ending": "How it ended",
        "by": "Helped by",
        "reopened": "Reopened",
        "at": "At (s from the start)",
        "with": "With",
        "author": "Author",
        "text": "Text",
        "about": "About",
        "follow_up": "Follow up",
        "yes": "yes",
        "done": "done",
        "room": "room",
        "sound": "sound",
        "image": "image",
        "access": "access",
        "other": "other",
        "open": "never ended",
        "resolved": "helped",
        "withdrawn": "solved without help",
        "lapsed": "left before",
    },
}
"""The heads of the columns and the words in the cells, by language."""

_CALLS: Final = ("who", "kind", "opened", "taken", "answered", "ended", "ending", "by", "reopened")
_TEXTS: Final = ("at", "with", "author", "text")
_NOTES: Final = ("at", "about", "author", "text", "follow_up")


class HelpLine(msgspec.Struct, frozen=True, kw_only=True):
    """One call for help and how it went; times are in milliseconds, None for what never came.

    Attributes:
        call: its id.
        who: who called: a name, or a room's.
        member: the id of who called; of a room, of who pressed the button.
        kind: what is wrong: `sound`, `image`, `access`, `other`, or `room`.
        opened_at: when, since 1970.
        taken_after: until somebody said that they were on it.
        answered_after: until staff first wrote back or, in a room, had helped.
        responded_after: until staff first reacted at all.
        ended_after: until it was over.
        ending: `resolved`, `withdrawn`, `lapsed`, or `open`.
        by: the name of who was on it; empty for nobody.
        reopened: how often it was opened again.
    """

    call: str
    who: str
    member: MemberId
    kind: str
    opened_at: Millis
    taken_after: Millis | None
    answered_after: Millis | None
    responded_after: Millis | None
    ended_after: Millis | None
    ending: str
    by: str
    reopened: int


class HelpFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What a class's calls amount to.

    Attributes:
        calls: how many there were, of people and of rooms.
        responded: to how many staff reacted.
        resolved: how many ended with help.
        unanswered: how many wanted staff to the end and got nobody.
        median_response: the middle of the times until staff reacted, in milliseconds; None when they never did.
        longest_response: the longest of them.
    """

    calls: int
    responded: int
    resolved: int
    unanswered: int
    median_response: Millis | None
    longest_response: Millis | None


def help_lines(world: World) -> tuple[HelpLine, ...]:
    """Return every call of a class, in the order in which they were made.

    Args:
        world: the class.
    """
    return tuple(_line(world, call) for call in world.state(SupportState).calls.values())


def help_figures(lines: Iterable[HelpLine]) -> HelpFigures:
    """Return what calls amount to.

    Args:
        lines: the calls.
    """
    found = tuple(lines)
    waits = [line.responded_after for line in found if line.responded_after is not None]
    # Whoever needed nobody any more, or left, was not left without an answer to the end.
    unanswered = sum(line.responded_after is None and line.ending == _OPEN for line in found)
    return HelpFigures(
        calls=len(found),
        responded=len(waits),
        resolved=sum(line.ending == str(Ending.RESOLVED) for line in found),
        unanswered=unanswered,
        median_response=round(median(waits)) if waits else None,
        longest_response=max(waits, default=None),
    )


def help_sheets(world: World, language: str = "") -> tuple[Sheet, ...]:
    """Return the calls, the private threads and the staff's notes as tables.

    Args:
        world: the class.
        language: of the words, `fr` or `en`; the class's when left out.
    """
    session = world.state(SessionState)
    heads = HEADS[language or session.language]
    started = session.started_at

    def seconds(at: Millis) -> int:
        return round((at - started) / 1_000) if started else 0

    calls = tuple(_cells(line, heads, seconds(line.opened_at)) for line in help_lines(world))
    texts = tuple(
        (seconds(text.at), _name(world, text.member), _name(world, text.author), text.text.replace("\n", " / "))
        for text in world.state(SupportState).texts.values()
    )
    notes = tuple(
        (
            seconds(remark.at),
            _name(world, remark.member),
            _name(world, remark.author),
            remark.text.replace("\n", " / "),
            heads["yes"] if remark.follow_up else heads["done"] if remark.settled_at else "",
        )
        for remark in world.state(RemarksState).remarks.values()
        if not remark.gone
    )
    made = (("calls", _CALLS, calls), ("private", _TEXTS, texts), ("notes", _NOTES, notes))
    return tuple(Sheet(name, tuple(heads[key] for key in keys), rows) for name, keys, rows in made if rows)


_OPEN: Final = "open"


def _line(world: World, call: Call) -> HelpLine:
    def after(at: Millis) -> Millis | None:
        return at - call.opened_at if at else None

    room = world.state(BreakoutsState).rooms.get(room_of(call.place) or "")
    return HelpLine(
        call=call.call,
        who=room.name if room is not None else _name(world, call.member),
        member=call.member,
        kind=str(call.kind) if call.kind else "room",
        opened_at=call.opened_at,
        taken_after=after(call.claimed_at),
        answered_after=after(call.answered_at),
        responded_after=after(call.responded_at),
        ended_after=after(call.ended_at),
        ending=str(call.ending) if call.ending else _OPEN,
        by=_name(world, call.claimed_by or (call.ended_by if call.ending is Ending.RESOLVED else "")),
        reopened=call.reopened,
    )


def _cells(line: HelpLine, heads: dict[str, str], opened: int) -> tuple[str | int, ...]:
    after = (line.taken_after, line.answered_after, line.ended_after)
    times = ("" if each is None else round(each / 1_000) for each in after)
    return (line.who, heads[line.kind], opened, *times, heads[line.ending], line.by, line.reopened or "")


def _name(world: World, member: MemberId) -> str:
    seat = world.seats.seat(member) if member else None
    return (seat.name or f"#{seat.number}") if seat is not None else ""
