"""Tells what a file holds that somebody wants to read: a plan, an agenda, or polls; whatever program wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec.structs import replace

from app.plans.agenda_csv import from_csv
from app.plans.encoding import decoded
from app.plans.file import SUFFIX, unpack
from app.plans.markdown_in import from_markdown
from app.plans.plan import TITLE_LIMIT, Activity, ActivityKind, Plan, PlanError, PlanUnreadable
from app.plans.polls import Bank, from_aiken, from_gift, is_aiken
from app.plans.words import text as word

if TYPE_CHECKING:
    from app.plans.document import PlanDocument

LARGEST_TEXT: Final = 8 * 1024 * 1024
"""The largest text that is read, in bytes."""

READ: Final = (SUFFIX, ".md", ".csv", ".tsv", ".gift", ".txt")
"""The endings of what can be read."""

_GIFT_ANSWER: Final = re.compile(r"\{\s*(?:[=~#]|T\b|F\b|TRUE\b|FALSE\b|\})", re.IGNORECASE)


class SourceUnknown(PlanError):
    """This file is of no kind that plans, agendas or polls are read from."""

    code: ClassVar[str] = "plan_source_unknown"


@dataclass(frozen=True)
class Source:
    """What was read; one of the three.

    Attributes:
        document: a plan with its history, which may be a copy of one that is known.
        plan: a plan or an agenda.
        bank: polls.
    """

    document: PlanDocument | None = None
    plan: Plan | None = None
    bank: Bank | None = None


def read_source(name: str, data: bytes, language: str) -> Source:
    """Read a file.

    Args:
        name: of the file; its ending tells the kind where the content does not.
        data: the file.
        language: of what does not tell its own, `fr` or `en`.

    Raises:
        SourceUnknown: it is of no known kind.
        PlanError: it is damaged, newer, or holds a value that has no place in a plan; `where` tells the place.
    """
    path = PurePath(name)
    ending = path.suffix.lower()
    if ending == SUFFIX or data.startswith(b"cercle-plan "):
        return Source(document=unpack(data))
    if len(data) > LARGEST_TEXT:
        raise PlanUnreadable(f"the file has more than {LARGEST_TEXT} bytes", "file")
    source = decoded(data)
    if source is None:
        raise SourceUnknown("this is no text", "file")
    match ending:
        case ".md" | ".markdown":
            return Source(plan=from_markdown(source))
        case ".csv" | ".tsv" | ".tab":
            return Source(plan=replace(from_csv(source, path.stem), language=language))
        case ".gift" | ".aiken":
            return Source(bank=bank_of(source, language))
        case ".txt" | "" if is_aiken(source) or _GIFT_ANSWER.search(source):
            return Source(bank=bank_of(source, language))
        case ".txt" | "" if source.strip():
            return Source(plan=from_markdown(source))
        case _:
            raise SourceUnknown(f"files that end in {ending!r} are not read", "file")


def bank_of(source: str, language: str) -> Bank:
    """Read polls from GIFT or Aiken, whichever it is.

    Args:
        source: the text.
        language: of “true” and “false”.

    Raises:
        PlanUnreadable: it is neither; `where` tells the line.
    """
    if is_aiken(source):
        return from_aiken(source)
    return from_gift(source, yes=word("true", language), no=word("false", language))


def plan_of(bank: Bank, title: str, language: str) -> Plan:
    """Return a plan with one activity that holds polls.

    Args:
        bank: the polls.
        title: of the plan.
        language: of the class.
    """
    activity = Activity(
        id="polls", title=word("polls", language), kind=ActivityKind.POLL, minutes=min(600, max(5, 2 * len(bank.polls)))
    )
    polls = tuple(replace(poll, activity=activity.id) for poll in bank.polls)
    return Plan(title=title[:TITLE_LIMIT], language=language, activities=(activity,), polls=polls)
