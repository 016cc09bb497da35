"""The printed run sheet of a plan: everything that staff need beside them while the class runs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from app.plans.plan import Plan, PollForm, room_count, total_minutes
from app.plans.timing import coverage, schedule
from app.plans.words import clock, kind_word
from app.plans.words import text as word
from app.reports.paper import NO_BREAK, Sheet, listed, paragraph, table, tagged, text, time_of

if TYPE_CHECKING:
    from app.plans.plan import Activity, Debate, Poll, Rooms
    from app.plans.timing import DayTimes, Slot

_COLUMNS = (11, 23, 39, 27)


def run_sheet(plan: Plan) -> str:
    """Return a plan's run sheet as HTML, in the plan's language.

    Args:
        plan: with its notes for staff, which stand in it.
    """
    sheet = Sheet(plan.language)
    title = plan.title or sheet.say("untitled")
    sheet.add(tagged("p", sheet.say("run_sheet"), "kicker"), tagged("h1", text(title)), _facts(plan, sheet))
    for key, prose in (("audience", plan.audience), ("editorial", plan.editorial)):
        if prose.strip():
            sheet.add(tagged("h2", sheet.say(key)), paragraph(prose))
    _list(sheet, "objectives", [_with(each.title, _seen(sheet, each.evidence)) for each in plan.objectives], count=True)
    _agenda(plan, sheet)
    _list(sheet, "topics", [_with(each.title, each.prompt) for each in plan.topics])
    _list(sheet, "materials", [_with(" · ".join(filter(None, (m.title, m.link))), m.note) for m in plan.materials])
    _list(sheet, "roles", [_with(" · ".join(filter(None, (r.title, r.who))), r.tasks) for r in plan.roles])
    return sheet.page(f"{sheet.say('run_sheet')} · {title}")


def _facts(plan: Plan, sheet: Sheet) -> str:
    facts = [sheet.say("learners", count=plan.learners)] if plan.learners else []
    facts.append(sheet.say("in_all", length=sheet.length(total_minutes(plan))))
    spent = coverage(plan)
    if spent.counted:
        facts.append(sheet.say("speaking", percent=round(spent.share * 100)))
    return paragraph(" · ".join(facts), "facts")


def _seen(sheet: Sheet, evidence: str) -> str:
    return f"{sheet.named(sheet.say('evidence'))} {evidence}" if evidence.strip() else ""


def _with(title: str, prose: str) -> str:
    return tagged("span", text(title), "strong") + (f"<br>{text(prose)}" if prose.strip() else "")


def _list(sheet: Sheet, key: str, items: list[str], *, count: bool = False) -> None:
    if items:
        sheet.add(tagged("h2", sheet.say(key)), listed(items, numbered=count))


def _agenda(plan: Plan, sheet: Sheet) -> None:
    sheet.add(tagged("h2", sheet.say("agenda")))
    laid = schedule(plan)
    if not plan.activities:
        sheet.add(tagged("p", sheet.say("nothing"), "empty"))
    shown = [day for day in laid.days if day.slots]
    held = _Held(plan)
    for number, day in enumerate(shown, 1):
        if named := sheet.day_title(day, number, several=len(shown) > 1):
            sheet.add(tagged("h3", escape(named)))
        rows: list[tuple[str, ...]] = []
        for slot in day.slots:
            if slot.gap:
                rows.append((tagged("span", sheet.say("free", minutes=slot.gap), "small"),))
            rows.append(_row(plan, sheet, held, day, slot))
        headings = tuple(sheet.say(key) for key in ("at", "activity", "learners_do", "notes"))
        sheet.add(table(_COLUMNS, headings, rows))


class _Held:
    """What each activity holds, found once."""

    def __init__(self, plan: Plan) -> None:
        self.questions: dict[str, list[str]] = {}
        self.polls: dict[str, list[Poll]] = {}
        self.rooms: dict[str, list[Rooms]] = {}
        self.debates: dict[str, list[Debate]] = {}
        for question in plan.questions:
            self.questions.setdefault(question.activity, []).append(question.text)
        for poll in plan.polls:
            self.polls.setdefault(poll.activity, []).append(poll)
        for rooms in plan.rooms:
            self.rooms.setdefault(rooms.activity, []).append(rooms)
        for debate in plan.debates:
            self.debates.setdefault(debate.activity, []).append(debate)


def _row(plan: Plan, sheet: Sheet, held: _Held, day: DayTimes, slot: Slot) -> tuple[str, ...]:
    activity = slot.activity
    when = tagged("span", time_of(slot, day), "time")
    when += f"<br>{tagged('span', sheet.length(activity.minutes), 'small')}"
    if slot.overrun:
        when += f"<br>{tagged('span', sheet.say('over', minutes=slot.overrun), 'warn')}"
    what = tagged("span", text(activity.title or sheet.say("no_title")), "strong")
    what += f"<br>{tagged('span', text(_about(plan, sheet, activity)), 'small')}"
    does = paragraph(activity.instructions)
    does += "".join(_question(sheet, each) for each in held.questions.get(activity.id, ()))
    does += "".join(_poll(sheet, each, plan.language) for each in held.polls.get(activity.id, ()))
    does += "".join(_rooms(sheet, each, plan) for each in held.rooms.get(activity.id, ()))
    does += "".join(_debate(sheet, each, plan.language) for each in held.debates.get(activity.id, ()))
    return when, what, does, paragraph(activity.notes)


def _about(plan: Plan, sheet: Sheet, activity: Activity) -> str:
    parts = [kind_word(activity.kind, plan.language)]
    if activity.lead:
        parts.append(activity.lead)
    opened = [each.title for each in plan.topics if each.id in activity.topics and each.title]
    parts += [f"{sheet.named(sheet.say('topic'))} {title}" for title in opened]
    if activity.pinned is not None:
        parts.append(sheet.say("pinned", time=clock(activity.pinned)))
    served = [str(place) for place, each in enumerate(plan.objectives, 1) if each.id in activity.objectives]
    if served:
        parts.append(sheet.say("serves" if len(served) == 1 else "serves_many", numbers=", ".join(served)))
    return " · ".join(parts)


def _question(sheet: Sheet, question: str) -> str:
    label = tagged("span", sheet.named(sheet.say("question")), "strong")
    return tagged("p", f"{label} {text(question)}")


def _poll(sheet: Sheet, poll: Poll, language: str) -> str:
    parts = [sheet.say("poll"), poll.title, word(f"form_{poll.form}", language)]
    if poll.form is PollForm.SCALE:
        parts.append(f"1–{poll.steps}{''.join(f', {end}' for end in (poll.low, poll.high) if end)}")
    parts += [word("anonymous", language)] if poll.anonymous else []
    named = " · ".join(filter(None, parts))
    made = tagged("p", f"{tagged('span', text(named), 'strong')}<br>{text(poll.question)}")
    choices = []
    for choice in poll.choices:
        told = text(choice.text)
        if choice.right and poll.form is not PollForm.OPEN:
            told += tagged("span", f" ({sheet.say('right')})", "small")
        told += f"<br>{tagged('span', text(choice.feedback), 'small')}" if choice.feedback else ""
        choices.append(tagged("p", f"–{NO_BREAK}{told}"))
    return made + "".join(choices)


def _rooms(sheet: Sheet, rooms: Rooms, plan: Plan) -> str:
    count = room_count(plan.learners, rooms.people) if plan.learners else 0
    label = sheet.say("rooms_count" if count > 1 else "rooms", rooms=count, people=rooms.people)
    if rooms.number:
        label = word("rooms_count", plan.language, count=rooms.number)
    facts = [label, word(f"mixing_{rooms.mixing}", plan.language)]
    facts += [sheet.length(rooms.minutes)] if rooms.minutes else []
    told = tagged("span", escape(" · ".join(facts)), "strong") + (f"<br>{text(rooms.task)}" if rooms.task else "")
    steps = (tagged("p", f"{place}.{NO_BREAK}{text(step)}") for place, step in enumerate(_steps(rooms), 1))
    return tagged("p", told) + "".join(steps)


def _debate(sheet: Sheet, debate: Debate, language: str) -> str:
    facts = [sheet.say("debate"), word("turns_of", language, count=debate.seconds)]
    told = f"{tagged('span', escape(' · '.join(facts)), 'strong')}<br>{text(debate.motion)}"
    sides = [side for side in debate.positions.split("\n") if side.strip()]
    told += f"<br>{tagged('span', text(' / '.join(sides)), 'small')}" if sides else ""
    put = (tagged("p", f"–{NO_BREAK}{text(each)}") for each in debate.statements.split("\n") if each.strip())
    return tagged("p", told) + "".join(put)


def _steps(rooms: Rooms) -> list[str]:
    return [step for step in rooms.steps.split("\n") if step.strip()]
