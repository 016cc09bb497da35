"""What the library offers: session formats, kept activities, other plans and samples, all put in the same way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.plans.formats import Format, expand, formats, sample, sample_names
from app.plans.pieces import Piece, copied, taken
from app.plans.plan import Plan, Rooms, room_count, total_minutes
from ui.prepare.words import kind_text
from ui.session.classes import TwoLines
from ui.session.words import minutes_text
from ui.shell.actions import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ui.prepare.pieces import KeptPiece
    from ui.prepare.plans import KeptPlan


class Shelf(StrEnum):
    """The parts of the library."""

    FORMATS = "formats"
    MINE = "mine"
    PLANS = "plans"
    SAMPLES = "samples"


NO_PLAN: Final = Plan()
"""Of offers that hold no activities yet."""


@dataclass(frozen=True)
class Offer:
    """Something that can be put into a plan.

    Attributes:
        shelf: where it stands.
        key: what it is known by there.
        title: for people.
        about: what it is good for.
        format: a session format; none for all others.
        plan: that holds its activities; empty for formats.
    """

    shelf: Shelf
    key: str
    title: str
    about: str
    format: Format | None = None
    plan: Plan = NO_PLAN

    def piece(self, learners: int, into: Plan, ids: Collection[str] = ()) -> Piece:
        """Make activities of it.

        Args:
            learners: how many are expected.
            into: the plan that they are put into.
            ids: only these activities; all when there are none. Formats come whole.
        """
        if self.format is not None:
            return expand(self.format, learners, into.language)
        return copied(taken(self.plan, ids, self.title) if ids else self.plan, into)

    def row(self, language: str, learners: int) -> TwoLines:
        """Say it in two lines.

        Args:
            language: of the texts of formats.
            learners: for whom its length is told.
        """
        if self.format is None:
            parts = [minutes_text(total_minutes(self.plan)), _count(len(self.plan.activities))]
        else:
            piece = expand(self.format, learners, language)
            span = QCoreApplication.translate("Library", "%1 to %2 learners")
            span = span.replace("%1", str(self.format.fewest)).replace("%2", str(self.format.most))
            parts = [minutes_text(piece.minutes()), span]
        return TwoLines(self.key, self.title or QCoreApplication.translate("Plan", "Untitled"), " · ".join(parts))


def _count(activities: int) -> str:
    if activities == 1:
        return QCoreApplication.translate("Library", "1 activity")
    return QCoreApplication.translate("Library", "%1 activities").replace("%1", str(activities))


def offers(
    shelf: Shelf, language: str, pieces: Iterable[KeptPiece] = (), plans: Iterable[KeptPlan] = ()
) -> tuple[Offer, ...]:
    """List a part of the library.

    Args:
        shelf: which part.
        language: of the person, for the names of formats.
        pieces: that are kept.
        plans: of this desktop, without the one that they would be put into.
    """
    match shelf:
        case Shelf.FORMATS:
            named = [
                Offer(shelf, each.id, each.name.said(language), each.about.said(language), each) for each in formats()
            ]
            return tuple(sorted(named, key=lambda offer: plain(offer.title)))
        case Shelf.MINE:
            return tuple(Offer(shelf, each.id, each.title, "", plan=each.plan) for each in pieces)
        case Shelf.PLANS:
            return tuple(
                Offer(shelf, each.id, each.title, each.plan.audience, plan=each.plan) for each in plans if each.plan
            )
        case Shelf.SAMPLES:
            return tuple(
                Offer(shelf, name, plan.title, plan.audience, plan=plan)
                for name, plan in sorted(samples().items(), key=lambda each: each[1].language != language)
            )


@cache
def samples() -> dict[str, Plan]:
    """Return the sample plans by name; read once."""
    return {name: sample(name) for name in sample_names()}


def steps(piece: Piece, learners: int) -> list[TwoLines]:
    """Say what a piece becomes, an activity a row.

    Args:
        piece: expanded.
        learners: how many are expected.
    """
    rooms = {each.activity: each for each in piece.held if isinstance(each, Rooms)}
    rows = []
    for activity in piece.activities:
        parts = [minutes_text(activity.minutes), kind_text(activity.kind)]
        if activity.id in rooms:
            people = rooms[activity.id].people
            count = room_count(max(1, learners), people)
            if count > 1:
                text = QCoreApplication.translate("Library", "%1 rooms of %2")
                parts.append(text.replace("%1", str(count)).replace("%2", str(people)))
        title = activity.title or QCoreApplication.translate("Plan", "Untitled")
        rows.append(TwoLines(activity.id, title, " · ".join(parts)))
    return rows


def matches(offer: Offer, wanted: str) -> bool:
    """Tell whether an offer is what somebody looks for: every word stands somewhere in it.

    Args:
        offer: to look at.
        wanted: as it was typed.
    """
    named = [activity.title for activity in offer.plan.activities]
    if offer.format is not None:
        named += [text for each in (offer.format.name, offer.format.about) for text in (each.en, each.fr)]
        named += [kind_text(step.kind) for step in offer.format.steps] + [offer.format.id]
    told = plain(" ".join([offer.title, offer.about, *offer.plan.tags, *named]))
    return all(word in told for word in plain(wanted).split())
