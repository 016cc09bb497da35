"""What capabilities call that which can be asked of them, and what they say when they refuse it."""

from collections.abc import Mapping

from ui.i18n import Words

_SAID: dict[str, Words] = {}


def learn_words(words: Mapping[str, Words]) -> None:
    """Learn a capability's words; the window does, from its list of panels.

    Args:
        words: by type of command (the end of a sentence: `"polls.open": "opening the poll"`) and by code of refusal
            (a sentence: what happened, and what to do).
    """
    _SAID.update(words)


def said(key: str) -> str:
    """Give the words for a type of command or a code of refusal; empty when nobody brought any.

    Args:
        key: such as `polls.open`, or `poll_closed`.
    """
    words = _SAID.get(key)
    return words() if words is not None else ""
