"""What contradicting wishes about groups say to a person: which ones they are, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.grouping.rules import Contradiction


def contradiction_text(wrong: Contradiction, name_of: Callable[[str], str]) -> str:
    """Say why groups cannot be formed so.

    Args:
        wrong: what contradicts.
        name_of: gives a member's name.
    """
    match wrong.code:
        case "too_many_rooms":
            text = QCoreApplication.translate("Rooms", "There are only %2 for so many rooms. Take fewer rooms.")
        case "together_too_large":
            text = QCoreApplication.translate(
                "Rooms", "%1 are to stay together, but a room holds %2. Make the rooms larger, or let somebody go."
            )
        case "together_and_apart":
            text = QCoreApplication.translate("Rooms", "%1 are to be together and apart. Forget one of the two wishes.")
        case "too_many_apart":
            text = QCoreApplication.translate(
                "Rooms", "%1 are to be apart, but there are only %2 rooms. Take more rooms, or let two of them meet."
            )
        case "no_people":
            text = QCoreApplication.translate("Rooms", "Nobody is here to be put into groups.")
        case _:
            text = QCoreApplication.translate(
                "Rooms", "Not all wishes about %1 can be granted at once. Forget some of them."
            )
    names = ", ".join(name_of(person) for person in wrong.people)
    return text.replace("%2", str(wrong.limit)).replace("%1", names)
