"""The forms in which a plan leaves Cercle, and what each is called as a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.plans.agenda_csv import to_csv
from app.plans.markdown import to_markdown
from app.plans.words import text
from app.reports.programme import programme
from app.reports.run_sheet import run_sheet

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.plans.plan import Plan


class Form(StrEnum):
    """A form of a plan; `pdf` is the run sheet of staff."""

    CERCLE = "cercle"
    RUN_SHEET = "pdf"
    PROGRAMME = "programme"
    ICS = "ics"
    MARKDOWN = "md"
    CSV = "csv"


PAGES: Final = frozenset({Form.RUN_SHEET, Form.PROGRAMME})
"""The forms that are pages."""

_UNFIT: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)
_NAME_BYTES: Final = 120


@dataclass(frozen=True)
class Invite:
    """What an invitation says beside the plan.

    Attributes:
        link: where learners join; empty while there is none.
        meeting: the link of the video meeting; empty when there is none.
        zone: in which the plan's clock times are meant; UTC when left out.
    """

    link: str = ""
    meeting: str = ""
    zone: tzinfo = UTC


def ending(form: Form) -> str:
    """Return how a file of a form ends.

    Args:
        form: one of them.
    """
    return ".pdf" if form in PAGES else f".{form}"


def file_name(plan: Plan, form: Form) -> str:
    """Return a name for a file that every system accepts.

    Args:
        plan: what is written.
        form: in which.
    """
    title = _UNFIT.sub(" ", plan.title or text("untitled", plan.language))
    title = " ".join(title.split()).strip(". ") or "plan"
    if title.casefold() in _RESERVED:
        title = f"plan {title}"
    title = title.encode()[:_NAME_BYTES].decode(errors="ignore").rstrip(". ")
    if form is Form.PROGRAMME:
        title = f"{title} – {text('programme', plan.language).lower()}"
    return f"{title}{ending(form)}"


def page_of(plan: Plan, form: Form, invite: Invite | None = None) -> str:
    """Return a plan's page as HTML.

    Args:
        plan: what is printed.
        form: one of `PAGES`.
        invite: the links of the programme.
    """
    invite = invite or Invite()
    return programme(plan, invite.link, invite.meeting) if form is Form.PROGRAMME else run_sheet(plan)


def written(plan: Plan, plan_id: str, form: Form, invite: Invite | None = None) -> bytes:
    """Return a plan in a form that is no page and holds no history.

    Args:
        plan: what is written.
        plan_id: its id.
        form: Markdown, CSV, or an invitation.
        invite: the links and the zone of the invitation.

    Raises:
        PlanUndated: an invitation, and no day has a date and a time.
    """
    invite = invite or Invite()
    match form:
        case Form.MARKDOWN:
            return to_markdown(plan).encode()
        case Form.CSV:
            return to_csv(plan)
        case _:
            from app.plans.calendar import to_ics  # noqa: PLC0415 (slow to load, and seldom wanted)

            return to_ics(plan, plan_id, invite.zone, datetime.now(UTC), invite.link, invite.meeting)
