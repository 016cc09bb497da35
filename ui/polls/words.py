"""What polls, their forms and their states are called on the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from app.domain.polls.draft import Form

if TYPE_CHECKING:
    from ui.i18n import Words

FORM_ICONS = {
    Form.CHOICE: "circle-check",
    Form.MULTIPLE: "list-checks",
    Form.SCALE: "chart-column",
    Form.RANKING: "list",
    Form.NUMBER: "hash",
    Form.TEXT: "quote",
    Form.WORDS: "message-circle",
}


class _Counts(QObject):
    """Words that count; Qt's tool finds plurals in classes only."""

    def answers(self, count: int) -> str:
        return self.tr("%n answer(s)", "to a poll", count)

    def moved(self, count: int) -> str:
        return self.tr("%n of %1 changed their mind", "between two rounds", count)

    def points(self, count: int) -> str:
        return self.tr("%n point(s)", "of a ranking", count)

    def closed(self, count: int) -> str:
        return self.tr("The poll is closed: %n answer(s)", "to it", count)

    def went(self, count: int) -> str:
        return self.tr("%n went from “%1” to “%2”", "between two rounds", count)


def form_name(form: Form) -> str:
    """Give the word for a form.

    Args:
        form: of a poll.
    """
    match form:
        case Form.CHOICE:
            return QCoreApplication.translate("Polls", "One choice")
        case Form.MULTIPLE:
            return QCoreApplication.translate("Polls", "Several choices")
        case Form.SCALE:
            return QCoreApplication.translate("Polls", "Scale")
        case Form.RANKING:
            return QCoreApplication.translate("Polls", "Ranking")
        case Form.NUMBER:
            return QCoreApplication.translate("Polls", "Number")
        case Form.TEXT:
            return QCoreApplication.translate("Polls", "Short text")
        case Form.WORDS:
            return QCoreApplication.translate("Polls", "Word cloud")


def answered_words(answered: int, of: int) -> str:
    """Say how many have answered.

    Args:
        answered: how many.
        of: how many could; 0 when that is not known.
    """
    if of:
        text = QCoreApplication.translate("Polls", "%1 of %2 answered")
        return text.replace("%1", str(answered)).replace("%2", str(of))
    return _Counts().answers(answered)


def moved_words(both: int, moved: int) -> str:
    """Say how many changed their mind between two rounds; empty when nobody answered both.

    Args:
        both: how many answered both rounds.
        moved: how many of them answered otherwise.
    """
    if not both:
        return ""
    return _Counts().moved(moved).replace("%1", str(both))


def went_words(count: int, old: str, new: str) -> str:
    """Say how many went from one answer to another.

    Args:
        count: how many.
        old: the answer before.
        new: the answer after.
    """
    return _Counts().went(count).replace("%1", old).replace("%2", new)


def points_words(points: int) -> str:
    """Say how many points an option has.

    Args:
        points: of a ranking.
    """
    return _Counts().points(points)


def closed_words(answers: int) -> str:
    """Say that a poll was closed.

    Args:
        answers: how many there are.
    """
    return _Counts().closed(answers)


def number_words(thousandths: int) -> str:
    """Write a number that was answered, in the person's language.

    Args:
        thousandths: of it.
    """
    text = QLocale().toString(thousandths / 1000, "f", 3)
    point = QLocale().decimalPoint()
    return text.rstrip("0").rstrip(point) if point in text else text


def field_words(field: str) -> str:
    """Say what is wrong with a poll, by the field that a refusal names.

    Args:
        field: of a draft.
    """
    match field:
        case "options":
            return QCoreApplication.translate(
                "Polls", "Write from 2 to 20 different answers, one a line; one choice has one right answer at most."
            )
        case "steps":
            return QCoreApplication.translate("Polls", "A scale has from 2 to 11 steps.")
        case "most":
            return QCoreApplication.translate("Polls", "So many cannot be chosen.")
        case _:
            return QCoreApplication.translate("Polls", "A poll is open for 24 hours at most.")


WORDS: dict[str, Words] = {
    "polls.prepare": lambda: QCoreApplication.translate("Polls", "making a poll"),
    "polls.change": lambda: QCoreApplication.translate("Polls", "changing a poll"),
    "polls.discard": lambda: QCoreApplication.translate("Polls", "throwing a poll away"),
    "polls.open": lambda: QCoreApplication.translate("Polls", "opening a poll"),
    "polls.close": lambda: QCoreApplication.translate("Polls", "closing a poll"),
    "polls.again": lambda: QCoreApplication.translate("Polls", "asking a poll again"),
    "polls.show": lambda: QCoreApplication.translate("Polls", "showing or hiding results"),
    "polls.reveal": lambda: QCoreApplication.translate("Polls", "showing or hiding right answers"),
    "polls.put_on_stage": lambda: QCoreApplication.translate("Polls", "putting a poll on stage"),
    "polls.hide": lambda: QCoreApplication.translate("Polls", "hiding an answer"),
    "polls.answer": lambda: QCoreApplication.translate("Polls", "answering a poll"),
    "polls.withdraw": lambda: QCoreApplication.translate("Polls", "taking an answer back"),
    "unknown_poll": lambda: QCoreApplication.translate("Polls", "This poll is not there any more."),
    "poll_closed": lambda: QCoreApplication.translate("Polls", "This poll is closed."),
    "poll_open": lambda: QCoreApplication.translate("Polls", "Close the poll first; then show the right answers."),
    "poll_not_opened": lambda: QCoreApplication.translate("Polls", "This poll has not been open yet. Open it first."),
    "poll_was_open": lambda: QCoreApplication.translate(
        "Polls", "This poll was open already, so it stays as it is. Make a new one."
    ),
    "bad_poll": lambda: QCoreApplication.translate("Polls", "This poll cannot be asked like that. Check its answers."),
    "bad_answer": lambda: QCoreApplication.translate("Polls", "This answer does not fit the question."),
    "unknown_option": lambda: QCoreApplication.translate("Polls", "This choice is not offered."),
    "too_many_polls": lambda: QCoreApplication.translate("Polls", "The class has %limit polls already."),
    "anonymity_over": lambda: QCoreApplication.translate("Polls", "The class is over: nothing is anonymous any more."),
}
"""What can be asked of polls, as the end of a sentence; and why something cannot be done."""
