"""How simulated learners thank one another and fill the board: drawn beforehand, done on what their pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, assert_never

import msgspec

from app.domain.board.commands import AddItem, MarkUseful, PutMessage
from app.domain.thanks.commands import GiveThanks, TakeBackThanks
from app.domain.thanks.events import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

    from app.domain.kernel.messages import Command

_WORDED: Final = 0.5
_TAKES_BACK: Final = 0.15
_TAKES_PART: Final = 0.6
"""How many do each of these things."""


class Thank(msgspec.Struct, frozen=True):
    """Thank for the message of somebody else that `pick` (0 to 1) points at, or its author; `text` says why, or not."""

    text: str
    person: bool
    pick: float


class TakeBack(msgspec.Struct, frozen=True):
    """Take the last thanks back that one gave."""


class OnBoard(msgspec.Struct, frozen=True):
    """Put a text on the board, or the message that `pick` (0 to 1) points at when there is none."""

    text: str
    pick: float


class FindUseful(msgspec.Struct, frozen=True):
    """Find useful what `pick` (0 to 1) points at on the board."""

    pick: float


Kindness: TypeAlias = Thank | TakeBack | OnBoard | FindUseful


def drawn(chance: Random, text: Callable[[], str], seconds: float, crowd: float) -> list[tuple[float, Kindness]]:
    """Draw what somebody does, and when, in seconds of the class.

    Args:
        chance: decides.
        text: gives a text of theirs.
        seconds: how long the class takes.
        crowd: how many times less each one does in a big class.
    """

    def thanks() -> Thank:
        return Thank(text() if chance.random() < _WORDED else "", chance.random() < _WORDED / 2, chance.random())

    acts: list[tuple[float, Kindness]] = [
        (0.22, thanks()),
        (0.26, OnBoard(text() if chance.random() < _WORDED else "", chance.random())),
        (0.57, thanks()),
        (0.66, FindUseful(chance.random())),
        (0.70, thanks()),
        (0.86, FindUseful(chance.random())),
    ]
    if chance.random() < _TAKES_BACK:
        acts.append((0.88, TakeBack()))
    timed = [((part + chance.uniform(0, 0.04)) * seconds, act) for part, act in acts]
    return [(at, act) for at, act in timed if chance.random() < _TAKES_PART / crowd]


def command_for(act: Kindness, documents: Mapping[str, Any], place: str, me: str) -> Command | None:
    """Return what somebody asks for, by what their page shows; None when there is nothing to do it to.

    Args:
        act: what they mean to do.
        documents: of their page.
        place: where they are.
        me: who they are.
    """
    match act:
        case Thank(text=text, person=person, pick=pick):
            said = _section(documents, "class" if place == "main" else place, "discussion").get("messages", {})
            # Nobody is thanked for what stands without a name.
            message = _picked(said, pick, lambda entry: entry.get("author", me) != me)
            if not message:
                return None
            reason = list(Reason)[int(pick * 97) % len(Reason)]
            if not text and reason is Reason.OTHER:
                reason = Reason.HELPED
            about = {"member": said[message]["author"]} if person else {"message": message}
            return GiveThanks(reason=reason, text=text, open=bool(text) and int(pick * 101) % 2 > 0, **about)
        case TakeBack():
            given = _section(documents, "me", "thanks").get("given", {})
            return TakeBackThanks(thanks=max(given, key=lambda key: given[key]["order"])) if given else None
        case OnBoard(text=text, pick=pick):
            if text:
                return AddItem(title=text, link="https://example.org/" if pick < _WORDED else "")
            message = _picked(_section(documents, "class", "discussion").get("messages", {}), pick)
            return PutMessage(message=message) if message else None
        case FindUseful(pick=pick):
            items = _section(documents, "class", "board").get("items", {})
            item = _picked(items, pick, lambda entry: entry["by"] != me)
            return MarkUseful(item=item) if item else None
        case _:
            assert_never(act)


def _section(documents: Mapping[str, Any], document: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = documents.get(document, {}).get(name, {})
    return found


def _picked(there: dict[str, Any], pick: float, fits: Callable[[Any], bool] = lambda _entry: True) -> str:
    """Return the entry that a number from 0 to 1 points at, in order; empty when none fits."""
    keys = sorted((key for key, entry in there.items() if fits(entry)), key=lambda key: int(there[key]["order"]))
    return keys[min(int(pick * len(keys)), len(keys) - 1)] if keys else ""
