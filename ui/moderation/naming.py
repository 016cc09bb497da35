"""What the rules of moderation are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.i18n import Words

_NAMES: dict[str, Words] = {
    "channel": lambda: QCoreApplication.translate("Rules", "its channel is held"),
    "closed": lambda: QCoreApplication.translate("Rules", "its channel is closed"),
    "words": lambda: QCoreApplication.translate("Rules", "the list of words"),
    "links": lambda: QCoreApplication.translate("Rules", "a web address"),
    "repeated": lambda: QCoreApplication.translate("Rules", "it repeats an earlier text"),
    "newcomer": lambda: QCoreApplication.translate("Rules", "one of the person’s first texts"),
    "record": lambda: QCoreApplication.translate("Rules", "many of the person’s texts were turned down"),
    "crowd": lambda: QCoreApplication.translate("Rules", "a flood of texts"),
    "person": lambda: QCoreApplication.translate("Rules", "the person’s texts are held"),
    "flags": lambda: QCoreApplication.translate("Rules", "several people flagged it"),
    "expired": lambda: QCoreApplication.translate("Rules", "nobody decided in time"),
    "appeal": lambda: QCoreApplication.translate("Rules", "an appeal"),
}


def rule_name(rule: str) -> str:
    """Give the words for a rule.

    Args:
        rule: as `app.domain.moderation.rules` names it.

    Returns:
        A few words; the name itself for a rule of a later version.
    """
    words = _NAMES.get(rule)
    return words() if words is not None else rule
