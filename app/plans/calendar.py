"""Writes the invitation of a plan as an iCalendar file, with the link to join."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from datetime import date as calendar_date
from typing import TYPE_CHECKING, ClassVar

from icalendar import Calendar, Event, vUri

from app.plans.plan import Plan, PlanError
from app.plans.timing import DayTimes, schedule
from app.plans.words import text

if TYPE_CHECKING:
    from datetime import tzinfo


class PlanUndated(PlanError):
    """No day of the plan has both a date and a time."""

    code: ClassVar[str] = "plan_undated"


def to_ics(
    plan: Plan, plan_id: str, zone: tzinfo, made: datetime, link: str = "", meeting: str = "", about: str = ""
) -> bytes:
    """Write one event for each day that has a date and a time.

    Args:
        plan: to invite to; staff notes stay out.
        plan_id: makes the events' ids, so that a later invitation changes the earlier one.
        zone: in which the plan's clock times are meant.
        made: now, with its zone.
        link: where learners join; left out while there is none.
        meeting: the link of the video meeting; left out when there is none.
        about: what to know of the first link, as where it does not work; left out when empty.

    Raises:
        PlanUndated: no day has both.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Cercle//plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    days = [day for day in schedule(plan).days if day.day is not None and day.day.date and day.clock and day.slots]
    if not days:
        raise PlanUndated("no day has a date and a time", "days")
    for day in days:
        calendar.add_component(_event(plan, plan_id, day, zone, made, (link, meeting, about)))
    return bytes(calendar.to_ical())


def _event(
    plan: Plan, plan_id: str, times: DayTimes, zone: tzinfo, made: datetime, links: tuple[str, str, str]
) -> Event:
    day = times.day
    if day is None:
        raise PlanUndated("this day has no date", "days")
    try:
        midnight = datetime.combine(calendar_date.fromisoformat(day.date), datetime.min.time(), zone)
    except ValueError as error:
        raise PlanUndated(f"{day.date} is no date", f"days/{day.id}/date") from error
    first = min(slot.start for slot in times.slots)
    last = max(slot.end for slot in times.slots)
    event = Event()
    event.add("uid", f"{plan_id}.{day.id}@cercle")
    event.add("dtstamp", made.astimezone(UTC))
    event.add("dtstart", (midnight + timedelta(minutes=first)).astimezone(UTC))
    event.add("dtend", (midnight + timedelta(minutes=last)).astimezone(UTC))
    event.add(
        "summary", " · ".join(part for part in (plan.title, day.title) if part) or text("untitled", plan.language)
    )
    event.add("description", _description(plan, *links))
    if any(links[:2]):
        event.add("url", vUri(links[0] or links[1]))
        # Calendars offer to join where this says: that is where people talk, when they meet in another tool.
        event.add("location", links[1] or links[0])
    return event


def _description(plan: Plan, link: str, meeting: str, about: str) -> str:
    said = plan.language
    colon = "\u00a0:" if said.lower().startswith("fr") else ":"
    named = (("join", link), ("meeting", meeting))
    lines = [f"{text(key, said)}{colon} {address}" for key, address in named if address]
    lines[1:1] = [about] if about else []
    if plan.objectives:
        lines += ["", f"{text('objectives', said)}{colon}"] if lines else [f"{text('objectives', said)}{colon}"]
        lines += [f"- {objective.title}" for objective in plan.objectives]
    return "\n".join(lines)
