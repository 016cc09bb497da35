"""Debates as a relay shows them to a page: samples to start from, and the scene of a class that has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.learner.scenes import entry
from tests.learner.standin import Scene, golden

if TYPE_CHECKING:
    from tests.learner.standin import Frame

MEMBER: Final[str] = golden("welcome")["member"]
DEBATE: Final = "5d0c7c9e-8d2f-5b1e-9f6b-0d7a4c1e2f3b"
FIRST: Final = "5d0c7c9e-8d2f-5b1e-9f6b-0d7a4c1e2f01"
REPLY: Final = "5d0c7c9e-8d2f-5b1e-9f6b-0d7a4c1e2f02"
MINE: Final = "5d0c7c9e-8d2f-5b1e-9f6b-0d7a4c1e2f03"
STATEMENT: Final = "5d0c7c9e-8d2f-5b1e-9f6b-0d7a4c1e2f04"
TURN: Final = "5d0c7c9e-8d2f-5b1e-9f6b-0d7a4c1e2f05"
AMINA: Final = "5d0c7c9e-8d2f-5b1e-9f6b-0d7a4c1e2f06"

USUAL: Final = {"for": {"order": 1}, "against": {"order": 2}, "unsure": {"order": 3}}
SHIFT: Final = {
    "people": 9,
    "moved": 3,
    "first": {"for": 4, "against": 3, "unsure": 2},
    "now": {"for": 3, "against": 5, "unsure": 1},
    "flows": {"for": {"for": 2, "against": 2}, "against": {"against": 3}, "unsure": {"unsure": 1, "for": 1}},
}
ARGUMENTS: Final = {
    FIRST: {
        "debate": DEBATE,
        "position": "for",
        "author": AMINA,
        "number": 4,
        "name": "Amina",
        "order": 31,
        "text": "Une note dit où l’on en est ; sans elle, les familles ne savent pas comment aider.",
        "convincing": 3,
        "moved": 1,
        "weight": 4,
        "replies": 1,
    },
    REPLY: {
        "debate": DEBATE,
        "position": "for",
        "side": "against",
        "author": "someone",
        "number": 5,
        "name": "Boris",
        "order": 33,
        "text": "Une appréciation le dit aussi.",
        "reply_to": FIRST,
    },
    MINE: {
        "debate": DEBATE,
        "position": "against",
        "author": MEMBER,
        "number": 3,
        "name": "Zoé",
        "order": 34,
        "text": "À six ans, on apprend pour faire plaisir.",
    },
}


def a_debate(**fields: Any) -> dict[str, Any]:
    """Return an open debate, with some of its fields otherwise; None takes a field away."""
    debate: dict[str, Any] = {
        "motion": "Faut-il noter les élèves dès la première année d’école ?",
        "order": 60,
        "state": "open",
        "turn_seconds": 120,
        "positions": USUAL,
        **SHIFT,
    }
    return {key: value for key, value in (debate | fields).items() if value is not None}


def debated(
    debate: dict[str, Any] | None = None,
    *,
    mine: dict[str, Any] | None = None,
    own: dict[str, Any] | None = None,
    role: str = "learner",
    hand: bool = False,
    **section: Any,
) -> Scene:
    """Return the scene of a class that debates.

    Args:
        debate: on stage; an open one when left out.
        mine: the position that the learner holds, `{position, first}`.
        own: arguments of theirs that others do not see.
        role: of whoever looks.
        hand: whether their hand is up.
        section: what else the class's document says of debates.
    """
    statement = {"debate": DEBATE, "text": "La note décourage.", "order": 40, "agree": 4, "disagree": 2, "pass": 1}
    told = {
        "debates": {DEBATE: debate or a_debate()},
        "stage": DEBATE,
        "arguments": ARGUMENTS,
        "statements": {STATEMENT: statement},
        **section,
    }
    frames: list[Frame] = entry(role=role)
    for frame in frames:
        if frame.get("doc") == "class":
            frame["value"]["debate"] = told
        if frame.get("doc") == "me":
            own_part = {name: value for name, value in (("mine", mine and {DEBATE: mine}), ("own", own)) if value}
            if own_part:
                frame["value"]["debate"] = own_part
            if hand:
                frame["value"].setdefault("discussion", {})["hand"] = 1
    return Scene(entry=frames)
