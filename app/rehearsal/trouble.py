"""What misbehaving learners do in a rehearsal, and the rules that they meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.gate import Outcome
from app.domain.moderation.commands import Appeal, DecideText, EditWords, FlagText, SetRules
from app.domain.moderation.events import Rules
from app.rulebook.sets import starter_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from app.domain.kernel.messages import Command

INSULTS: Final = {"fr": "Quel abruti, celui-là !", "en": "What a moron, that one!"}
"""Texts that wait by the list of words."""

_BLOCKED: Final = {"fr": "Va mourir !", "en": "Go die!"}
_HEAPED: Final = "Z" + "\u0336" * 30 + "algo"


def rules(language: str) -> Iterable[Command]:
    """Return what makes the rules of a rehearsed class: a list of words, and few flags that take a text down.

    Args:
        language: of the class.
    """
    yield SetRules(rules=Rules(flags=2))
    yield EditWords(added=starter_words(language))


def misdeed(how: str, language: str, place: str, documents: Mapping[str, Any], picked: str, me: str) -> Command | None:
    """Return what a misbehaving learner sends; None when there is nothing to misbehave about.

    Args:
        how: `blocked`, `heaped`, `forged`, `flag` or `appeal`.
        language: of the class.
        place: where the learner is.
        documents: what their page shows.
        picked: a message that they see; empty for none.
        me: the learner.
    """
    match how:
        case "blocked":
            return PostMessage(channel=place, text=_BLOCKED[language])
        case "heaped":
            return PostMessage(channel=place, text=_HEAPED)
        case "forged" if picked:
            return DecideText(item=picked, revision=1, version=0, outcome=Outcome.HIDDEN)
        case "flag" if picked:
            shown = documents.get("class", {}).get("discussion", {}).get("messages", {}).get(picked, {})
            return FlagText(item=picked) if shown.get("author") not in {None, me} else None
        case "appeal":
            own = documents.get("me", {}).get("discussion", {}).get("own", {})
            turned_down = sorted(key for key, text in own.items() if text["state"] in {"rejected", "hidden"})
            return Appeal(item=turned_down[0], text=INSULTS[language]) if turned_down else None
        case _:
            return None
