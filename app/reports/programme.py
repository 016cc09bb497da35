"""The printed programme of a plan: what learners receive beforehand; nothing of staff stands in it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from app.plans.plan import ActivityKind, Plan, total_minutes
from app.plans.timing import schedule
from app.plans.words import kind_word
from app.reports.paper import Sheet, listed, paragraph, table, tagged, text, time_of

if TYPE_CHECKING:
    from app.plans.timing import DayTimes, Slot

_COLUMNS = (18, 82)


def programme(plan: Plan, link: str = "", meeting: str = "") -> str:
    """Return a plan's programme as HTML, in the plan's language.

    Notes for staff, polls, questions, roles, materials, tags and the evidence of objectives stay out.

    Args:
        plan: of the class.
        link: with which learners join; left out while there is none.
        meeting: the link of the video meeting; left out when there is none.
    """
    sheet = Sheet(plan.language)
    title = plan.title or sheet.say("untitled")
    shown = [day for day in schedule(plan).days if day.slots]
    sheet.add(tagged("p", sheet.say("programme"), "kicker"), tagged("h1", text(title)), _when(sheet, plan, shown))
    for key, address in (("join", link), ("meeting", meeting)):
        if address:
            label = tagged("span", sheet.named(sheet.say(key)), "strong")
            sheet.add(tagged("p", f'{label} <a href="{escape(address)}">{escape(address)}</a>'))
    _prepare(sheet, plan)
    sheet.add(tagged("h2", sheet.say("agenda")))
    if not shown:
        sheet.add(tagged("p", sheet.say("nothing"), "empty"))
    for number, day in enumerate(shown, 1):
        if len(shown) > 1:
            sheet.add(tagged("h3", escape(sheet.day_title(day, number, several=True))))
        sheet.add(table(_COLUMNS, (), [_row(plan, sheet, day, slot) for slot in day.slots]))
    return sheet.page(f"{sheet.say('programme')} · {title}")


def _when(sheet: Sheet, plan: Plan, days: list[DayTimes]) -> str:
    named = sheet.day_title(days[0], 1, several=False) if len(days) == 1 else ""
    total = sheet.length(total_minutes(plan)) if plan.activities else ""
    return paragraph(" · ".join(filter(None, (named, total))), "facts")


def _prepare(sheet: Sheet, plan: Plan) -> None:
    if plan.audience.strip():
        sheet.add(tagged("h2", sheet.say("audience")), paragraph(plan.audience))
    if plan.objectives:
        sheet.add(tagged("h2", sheet.say("able")), listed(text(each.title) for each in plan.objectives))
    if plan.topics:
        asked = [
            tagged("span", text(each.title), "strong") + (f"<br>{text(each.prompt)}" if each.prompt.strip() else "")
            for each in plan.topics
        ]
        sheet.add(tagged("h2", sheet.say("before")), listed(asked))


def _row(plan: Plan, sheet: Sheet, day: DayTimes, slot: Slot) -> tuple[str, ...]:
    activity = slot.activity
    when = tagged("span", f"{time_of(slot, day)}–{time_of(slot, day, end=True)}", "time")
    named = text(activity.title or sheet.say("no_title"))
    if activity.kind is ActivityKind.BREAK:
        return when, named
    about = [kind_word(activity.kind, plan.language), sheet.length(activity.minutes)]
    if activity.lead:
        about.append(sheet.say("led_by", who=activity.lead))
    return when, f"{tagged('span', named, 'strong')}<br>{tagged('span', text(' · '.join(about)), 'small')}"
