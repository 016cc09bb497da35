"""How the parts of a plan, and what there is to say about it, are named to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QColor

from app.plans import ActivityKind, Plan
from app.plans.plan import Day, Mixing, PollForm
from app.plans.timing import Code, Finding
from app.plans.words import clock as plan_clock
from ui.session.words import minutes_text
from ui.widgets.theme import colour, tokens

if TYPE_CHECKING:
    from app.plans import PlanError

KIND_ICONS: Final = {
    ActivityKind.TALK: "megaphone",
    ActivityKind.DISCUSSION: "messages-square",
    ActivityKind.DEBATE: "message-circle",
    ActivityKind.POLL: "vote",
    ActivityKind.BREAKOUT: "users",
    ActivityKind.QA: "circle-question-mark",
    ActivityKind.SHARE_OUT: "upload",
    ActivityKind.ENERGISER: "sun",
    ActivityKind.BREAK: "coffee",
}

_KIND_COLOURS: Final = {
    ActivityKind.TALK: 0,
    ActivityKind.DISCUSSION: 1,
    ActivityKind.DEBATE: 3,
    ActivityKind.POLL: 4,
    ActivityKind.BREAKOUT: 2,
    ActivityKind.QA: 5,
    ActivityKind.SHARE_OUT: 6,
    ActivityKind.BREAK: 7,
}


def kind_colour(kind: ActivityKind) -> QColor:
    """Give the colour of a kind's bar; its icon and name stand beside it.

    Args:
        kind: one of them.
    """
    place = _KIND_COLOURS.get(kind)
    return colour("warn") if place is None else QColor(tokens().colours.avatars[place].ink)


def kind_text(kind: ActivityKind) -> str:
    """Name a kind of activity.

    Args:
        kind: one of them.
    """
    match kind:
        case ActivityKind.TALK:
            return QCoreApplication.translate("Plan", "Talk")
        case ActivityKind.DISCUSSION:
            return QCoreApplication.translate("Plan", "Discussion")
        case ActivityKind.DEBATE:
            return QCoreApplication.translate("Plan", "Debate")
        case ActivityKind.POLL:
            return QCoreApplication.translate("Plan", "Poll")
        case ActivityKind.BREAKOUT:
            return QCoreApplication.translate("Plan", "Breakout rooms")
        case ActivityKind.QA:
            return QCoreApplication.translate("Plan", "Questions")
        case ActivityKind.SHARE_OUT:
            return QCoreApplication.translate("Plan", "Share-out")
        case ActivityKind.ENERGISER:
            return QCoreApplication.translate("Plan", "Energiser")
        case ActivityKind.BREAK:
            return QCoreApplication.translate("Plan", "Break")
        case _:
            assert_never(kind)


def form_text(form: PollForm) -> str:
    """Name how a poll is answered.

    Args:
        form: one of them.
    """
    match form:
        case PollForm.CHOICE:
            return QCoreApplication.translate("Plan", "One answer")
        case PollForm.MULTIPLE:
            return QCoreApplication.translate("Plan", "Several answers")
        case PollForm.SCALE:
            return QCoreApplication.translate("Plan", "Scale")
        case PollForm.RANKING:
            return QCoreApplication.translate("Plan", "Ranking")
        case PollForm.NUMBER:
            return QCoreApplication.translate("Plan", "Number")
        case PollForm.OPEN:
            return QCoreApplication.translate("Plan", "Short text")
        case PollForm.CLOUD:
            return QCoreApplication.translate("Plan", "Word cloud")
        case _:
            assert_never(form)


def mixing_text(mixing: Mixing) -> str:
    """Name who meets whom.

    Args:
        mixing: one of them.
    """
    match mixing:
        case Mixing.RANDOM:
            return QCoreApplication.translate("Plan", "At random")
        case Mixing.KEEP:
            return QCoreApplication.translate("Plan", "The same groups again")
        case Mixing.JOIN:
            return QCoreApplication.translate("Plan", "Groups joined two by two")
        case Mixing.SPREAD:
            return QCoreApplication.translate("Plan", "One from each group")
        case Mixing.NEW:
            return QCoreApplication.translate("Plan", "New partners")
        case _:
            assert_never(mixing)


def clock_text(minutes: int, *, clock: bool) -> str:
    """Write a time.

    Args:
        minutes: since midnight, or since the beginning.
        clock: whether it is a clock time.
    """
    return plan_clock(minutes) if clock else f"{minutes // 60}:{minutes % 60:02}"


def date_text(date: str) -> str:
    """Write a date as people of this language do; empty for an open one.

    Args:
        date: as `2026-03-31`.
    """
    day = QDate.fromString(date, "yyyy-MM-dd")
    text = QLocale().toString(day, "dddd d MMMM yyyy") if day.isValid() else ""
    # The first of a month is an ordinal in French, which Qt does not know.
    return text.replace(" 1 ", " 1er ", 1) if QLocale().language() is QLocale.Language.French else text


def day_text(plan: Plan, day: Day | None) -> str:
    """Name a day of the agenda: its title, its date, or its number.

    Args:
        plan: with its days.
        day: of this plan; none for the only one.
    """
    if day is None:
        return QCoreApplication.translate("Plan", "Agenda")
    parts = [day.title, date_text(day.date)]
    if not day.title and len(plan.days) > 1:
        place = [each.id for each in plan.days].index(day.id) + 1
        parts[0] = QCoreApplication.translate("Plan", "Day %1").replace("%1", str(place))
    return " · ".join(part for part in parts if part) or QCoreApplication.translate("Plan", "Agenda")


def title_text(title: str) -> str:
    """Name an item by its title, or say that it has none.

    Args:
        title: may be empty.
    """
    return title or QCoreApplication.translate("Plan", "Untitled")


def finding_text(plan: Plan, finding: Finding) -> str:
    """Say in plain words what a planner should know.

    Args:
        plan: that it is about.
        finding: about its times or its objectives.
    """
    named = {each.id: each.title for each in plan.activities} | {each.id: each.title for each in plan.objectives}
    days = {each.id: day_text(plan, each) for each in plan.days}
    first, last = (finding.items or ("",))[0], (finding.items or ("",))[-1]
    text = _FINDINGS[finding.code]()
    day = days.get(first) or QCoreApplication.translate("Plan", "The day")
    for place, words in (("%1", title_text(named.get(first, ""))), ("%2", title_text(named.get(last, "")))):
        text = text.replace(place, words)
    return text.replace("%m", minutes_text(finding.minutes)).replace("%d", day)


_FINDINGS: Final = {
    Code.GAP: lambda: QCoreApplication.translate("Plan", "%m with nothing planned before “%1”"),
    Code.OVERRUN: lambda: QCoreApplication.translate("Plan", "“%1” runs %m into “%2”, which is pinned"),
    Code.PINS_CONTRADICT: lambda: QCoreApplication.translate("Plan", "“%2” is pinned earlier than “%1” before it"),
    Code.PIN_BEFORE_START: lambda: QCoreApplication.translate("Plan", "“%1” is pinned %m before the day begins"),
    Code.NO_TIME: lambda: QCoreApplication.translate("Plan", "“%1” has no time"),
    Code.LONG_ACTIVITY: lambda: QCoreApplication.translate("Plan", "“%1” lasts %m: is that meant?"),
    Code.LONG_DAY: lambda: QCoreApplication.translate("Plan", "%d lasts %m: is that meant?"),
    Code.PAST_MIDNIGHT: lambda: QCoreApplication.translate("Plan", "%d goes %m past midnight"),
    Code.OBJECTIVE_UNSERVED: lambda: QCoreApplication.translate("Plan", "No activity serves “%1”"),
}


def plan_error_text(error: PlanError) -> str:
    """Say why an edit was not possible, and what to do.

    Args:
        error: with its code.
    """
    match error.code:
        case "plan_item_unknown":
            return QCoreApplication.translate("Plan", "Somebody has just removed this; nothing was changed.")
        case "plan_invalid":
            return QCoreApplication.translate("Plan", "This does not fit into a plan; nothing was changed.")
        case _:
            return QCoreApplication.translate("Plan", "This could not be done: %1").replace("%1", str(error))
