"""Polls as a relay shows them to a page: samples to start from, and the scene of a class that has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.learner.scenes import entry
from tests.learner.standin import Scene

if TYPE_CHECKING:
    from tests.learner.standin import Frame

POLL: Final = "5d0c7c9e-8d2f-5b1e-9f6b-0d7a4c1e2f3a"

_FRUITS: Final = {
    "1": {"text": "Écouter jusqu’au bout avant de répondre", "order": 1},
    "2": {"text": "Reformuler", "order": 2},
    "3": {"text": "Proposer une autre option, même si elle paraît moins bonne à la partie adverse", "order": 3},
}


def a_poll(**fields: Any) -> dict[str, Any]:
    """Return an open poll with one choice, with some of its fields otherwise; None takes a field away."""
    poll: dict[str, Any] = {
        "question": "Que faites-vous d’abord quand l’autre partie refuse ?",
        "form": "choice",
        "round": 1,
        "order": 60,
        "state": "open",
        "anonymous": True,
        "answered": 4,
        "options": {key: dict(option) for key, option in _FRUITS.items()},
    }
    return {key: value for key, value in (poll | fields).items() if value is not None}


SCALE: Final = a_poll(form="scale", options=None, steps=10, low="pas du tout prêt", high="tout à fait prêt")
MULTIPLE: Final = a_poll(form="multiple", most=2)
RANKING: Final = a_poll(form="ranking", anonymous=None)
NUMBER: Final = a_poll(form="number", options=None, question="Combien de jours faut-il ?")
TEXT: Final = a_poll(form="text", options=None)
WORDS: Final = a_poll(form="words", options=None, most=3, question="La confiance en trois mots ?")
COUNTS: Final = {"answered": 12, "counts": {"1": 7, "2": 5, "3": 0}}
SHOWN: Final = a_poll(
    state="closed",
    round=2,
    results=COUNTS,
    before={"answered": 11, "counts": {"1": 2, "2": 8, "3": 1}},
    shift={"both": 11, "moved": 6},
)
RIGHT: Final = {"text": "Reformuler", "order": 2, "right": True, "feedback": "L’autre se sent entendu, et vous aussi."}
REVEALED: Final = a_poll(
    state="closed",
    quiz=True,
    revealed=True,
    explanation="Reformuler fait tomber la tension avant tout argument.",
    options=_FRUITS | {"2": RIGHT},
    results=COUNTS,
)
RANKED: Final = a_poll(
    form="ranking",
    state="closed",
    results={"answered": 9, "counts": {"1": 2, "2": 6, "3": 1}, "points": {"1": 9, "2": 14, "3": 4}},
)
CLOUD: Final = a_poll(
    form="words",
    options=None,
    state="closed",
    results={
        "answered": 14,
        "said": {
            str(n): {"text": text, "count": count, "order": n}
            for n, (text, count) in enumerate(
                [("écoute", 9), ("respect", 6), ("temps", 4), ("parole tenue", 2), ("Anticonstitutionnellement", 1)], 1
            )
        },
    },
)
NUMBERED: Final = a_poll(
    form="number",
    options=None,
    state="closed",
    results={
        "answered": 5,
        "least": 1000,
        "greatest": 12500,
        "mean": 4500,
        "median": 3000,
        "bins": {"1": {"from": 1000, "to": 2999, "count": 2}, "2": {"from": 3000, "to": 12500, "count": 3}},
    },
)
SAID: Final = a_poll(
    form="text",
    options=None,
    state="closed",
    results={"answered": 2, "said": {"1": {"text": "Je propose une pause.", "count": 2, "order": 1}}},
)


def asked(poll: dict[str, Any], mine: dict[str, Any] | None = None, **how: Any) -> Scene:
    """Return the scene of a class with a poll on its stage.

    Args:
        poll: as `a_poll` makes it.
        mine: what this page's person has answered.
        how: as for `entry`.
    """
    return Scene(entry=with_poll(entry(**how), poll, mine))


def with_poll(frames: list[Frame], poll: dict[str, Any], mine: dict[str, Any] | None = None) -> list[Frame]:
    """Return what the relay says to who enters, with a poll on the stage."""
    for frame in frames:
        if frame.get("doc") == "class":
            frame["value"]["polls"] = {"polls": {POLL: poll}, "stage": POLL}
        if frame.get("doc") == "me" and mine is not None:
            frame["value"]["polls"] = {"mine": {POLL: mine}}
    return frames
