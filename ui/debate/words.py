"""What debates, their positions, their counts and the floor are called on the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from app.domain.debate.events import Verdict
from ui.widgets.time_label import ago_text, clock_text

if TYPE_CHECKING:
    from app.domain.debate.draft import Draft
    from app.domain.debate.floor import Spoken, Waiting
    from ui.i18n import Words


class _Counts(QObject):
    """Words that count; Qt's tool finds plurals in classes only."""

    def people(self, count: int) -> str:
        return self.tr("%n person(s) took a position", "in a debate", count)

    def moved(self, count: int) -> str:
        return self.tr("%n moved", "people, from one position to another", count)

    def arguments(self, count: int) -> str:
        return self.tr("%n argument(s)", "in a debate", count)

    def spoke(self, count: int) -> str:
        return self.tr("spoke %n time(s), %1", "%1 is a duration", count)

    def convinced(self, count: int) -> str:
        return self.tr("convinces %n", "people, by an argument", count)

    def swayed(self, count: int) -> str:
        return self.tr("moved %n", "people, by an argument", count)

    def went(self, count: int) -> str:
        return self.tr("%n went from “%1” to “%2”", "from one position to another", count)


def position_name(draft: Draft, key: str) -> str:
    """Give the words for a position.

    Args:
        draft: of the debate.
        key: of the position; of the usual three, or a number.
    """
    match key:
        case "for":
            return QCoreApplication.translate("Debate", "For")
        case "against":
            return QCoreApplication.translate("Debate", "Against")
        case "unsure":
            return QCoreApplication.translate("Debate", "Unsure")
        case _:
            return dict(zip(draft.keys, draft.positions, strict=False)).get(key, key)


def verdict_name(verdict: Verdict) -> str:
    """Give the word for what one says to a statement.

    Args:
        verdict: of a person.
    """
    match verdict:
        case Verdict.AGREE:
            return QCoreApplication.translate("Debate", "Agree")
        case Verdict.DISAGREE:
            return QCoreApplication.translate("Debate", "Disagree")
        case Verdict.PASS:
            return QCoreApplication.translate("Debate", "Pass")


def people_words(people: int) -> str:
    """Say how many took a position.

    Args:
        people: how many.
    """
    return _Counts().people(people)


def moved_words(moved: int) -> str:
    """Say how many hold another position than their first.

    Args:
        moved: how many.
    """
    return _Counts().moved(moved)


def arguments_words(count: int) -> str:
    """Say how many arguments there are.

    Args:
        count: of a debate.
    """
    return _Counts().arguments(count)


def went_words(count: int, first: str, now: str) -> str:
    """Say how many went from one position to another.

    Args:
        count: how many.
        first: the name of the position they took first.
        now: the name of the one they hold.
    """
    return _Counts().went(count).replace("%1", first).replace("%2", now)


def weight_words(convinced: int, swayed: int) -> str:
    """Say how many an argument convinces, and how many it moved; empty for nobody.

    Args:
        convinced: how many find it convincing.
        swayed: how many named it when they moved.
    """
    parts = [_Counts().convinced(convinced)] if convinced else []
    return " · ".join([*parts, _Counts().swayed(swayed)] if swayed else parts)


def spoken_words(spoken: Spoken) -> str:
    """Say how much somebody has spoken.

    Args:
        spoken: in this class.
    """
    if not spoken.turns:
        return QCoreApplication.translate("Debate", "has not spoken yet")
    return _Counts().spoke(spoken.turns).replace("%1", clock_text(max(0, spoken.millis) // 1000))


def reason_words(waiting: Waiting, now: int) -> str:
    """Say why a raised hand stands where it stands in the queue.

    Args:
        waiting: the hand.
        now: the class's time, in milliseconds.
    """
    seconds = max(0, (now - waiting.since) // 1000)
    text = QCoreApplication.translate("Debate", "waiting %1").replace("%1", ago_text(seconds))
    if seconds < 60:
        text = QCoreApplication.translate("Debate", "just raised")
    return f"{spoken_words(waiting.spoken)} · {text}"


def field_words(field: str) -> str:
    """Say what is wrong with a debate, by the field that a refusal names.

    Args:
        field: of a draft.
    """
    match field:
        case "positions":
            return QCoreApplication.translate(
                "Debate", "Write from 2 to 8 different positions, one a line; or none, for the usual three."
            )
        case "statements":
            return QCoreApplication.translate("Debate", "A debate has 50 statements at most.")
        case _:
            return QCoreApplication.translate("Debate", "A speaking turn lasts from 10 seconds to an hour.")


WORDS: dict[str, Words] = {
    "debate.prepare": lambda: QCoreApplication.translate("Debate", "making a debate"),
    "debate.change": lambda: QCoreApplication.translate("Debate", "changing a debate"),
    "debate.discard": lambda: QCoreApplication.translate("Debate", "throwing a debate away"),
    "debate.open": lambda: QCoreApplication.translate("Debate", "opening a debate"),
    "debate.close": lambda: QCoreApplication.translate("Debate", "closing a debate"),
    "debate.show": lambda: QCoreApplication.translate("Debate", "showing or hiding the shift"),
    "debate.put_on_stage": lambda: QCoreApplication.translate("Debate", "putting a debate on stage"),
    "debate.take_position": lambda: QCoreApplication.translate("Debate", "taking a position"),
    "debate.argue": lambda: QCoreApplication.translate("Debate", "writing an argument"),
    "debate.revise": lambda: QCoreApplication.translate("Debate", "changing an argument"),
    "debate.withdraw": lambda: QCoreApplication.translate("Debate", "taking an argument away"),
    "debate.mark_convincing": lambda: QCoreApplication.translate("Debate", "marking an argument"),
    "debate.add_statement": lambda: QCoreApplication.translate("Debate", "putting a statement"),
    "debate.put_statement": lambda: QCoreApplication.translate("Debate", "putting a statement"),
    "debate.show_statement": lambda: QCoreApplication.translate("Debate", "showing or hiding a statement’s counts"),
    "debate.judge": lambda: QCoreApplication.translate("Debate", "answering a statement"),
    "debate.give_floor": lambda: QCoreApplication.translate("Debate", "giving the floor"),
    "debate.extend_turn": lambda: QCoreApplication.translate("Debate", "giving more time to speak"),
    "debate.end_turn": lambda: QCoreApplication.translate("Debate", "ending a speaking turn"),
    "debate.mark_spoke": lambda: QCoreApplication.translate("Debate", "noting that somebody spoke"),
    "debate.take_back_turn": lambda: QCoreApplication.translate("Debate", "taking a speaking turn back"),
    "unknown_debate": lambda: QCoreApplication.translate("Debate", "This debate is not there, or was never open."),
    "debate_closed": lambda: QCoreApplication.translate("Debate", "This debate is closed: it stays as it is."),
    "debate_not_opened": lambda: QCoreApplication.translate("Debate", "This debate was never open. Open it first."),
    "debate_was_open": lambda: QCoreApplication.translate(
        "Debate", "This debate was open already, so it stays as it is. Make a new one."
    ),
    "bad_debate": lambda: QCoreApplication.translate(
        "Debate", "The debate cannot be held like that. Check its positions, statements and turn length."
    ),
    "unknown_position": lambda: QCoreApplication.translate("Debate", "This debate has no such position."),
    "no_position": lambda: QCoreApplication.translate("Debate", "Take a position first; then argue for it."),
    "unknown_argument": lambda: QCoreApplication.translate("Debate", "This argument is not there any more."),
    "own_argument": lambda: QCoreApplication.translate("Debate", "This argument is one’s own."),
    "reply_to_reply": lambda: QCoreApplication.translate("Debate", "Answer the argument itself, not a reply to it."),
    "unknown_statement": lambda: QCoreApplication.translate("Debate", "This statement is not there."),
    "unknown_turn": lambda: QCoreApplication.translate("Debate", "This speaking turn is over."),
    "bad_turn": lambda: QCoreApplication.translate("Debate", "A speaking turn lasts from 10 seconds to an hour."),
    "too_many_debates": lambda: QCoreApplication.translate("Debate", "The class has %limit debates already."),
    "too_many_arguments": lambda: QCoreApplication.translate("Debate", "The debate has %limit arguments already."),
    "too_many_statements": lambda: QCoreApplication.translate("Debate", "The debate has %limit statements already."),
}
"""What can be asked of debates, as the end of a sentence; and why something cannot be done."""
