"""What happens to the agenda: what was planned, what was changed on the way, and what really took place."""

from __future__ import annotations

from typing import ClassVar

from app.domain.agenda.activity import Activity, Day, Objective, Retiming
from app.domain.kernel.activities import ActivityBegan, ActivityEnded, ActivityHeld, ActivityWentOn
from app.domain.kernel.messages import Event


class AgendaSet(Event, frozen=True, kw_only=True):
    """The class has an agenda, in place of the one it had."""

    type: ClassVar[str] = "agenda.set"

    plan: str = ""
    title: str = ""
    days: tuple[Day, ...] = ()
    objectives: tuple[Objective, ...] = ()
    activities: tuple[Activity, ...] = ()


class ActivitiesAdded(Event, frozen=True, kw_only=True):
    """More activities stand in the agenda, before another or at the end.

    `planned` says that they are a part of what was planned.
    """

    type: ClassVar[str] = "agenda.added"

    activities: tuple[Activity, ...]
    before: str = ""
    planned: bool = False


class ActivityMoved(Event, frozen=True, kw_only=True):
    """An activity takes place at another point: before another one, or at the end."""

    type: ClassVar[str] = "agenda.moved"

    activity: str
    before: str = ""


class ActivityAmended(Event, frozen=True, kw_only=True):
    """An activity has other texts and times."""

    type: ClassVar[str] = "agenda.amended"

    activity: Activity


class ActivityRemoved(Event, frozen=True, kw_only=True):
    """An activity that never began is no part of the agenda any more."""

    type: ClassVar[str] = "agenda.removed"

    activity: str


class ActivitiesRetimed(Event, frozen=True, kw_only=True):
    """Activities have other times."""

    type: ClassVar[str] = "agenda.retimed"

    changes: tuple[Retiming, ...]


class ActivityStarted(ActivityBegan, frozen=True, kw_only=True):
    """An activity is under way."""

    type: ClassVar[str] = "agenda.started"


class ActivityFinished(ActivityEnded, frozen=True, kw_only=True):
    """An activity is no longer under way.

    Attributes:
        done: whether it is over; False when it was begun too soon and is still to come.
    """

    type: ClassVar[str] = "agenda.finished"

    done: bool = True


class ActivityPaused(ActivityHeld, frozen=True, kw_only=True):
    """The clock of the activity that is under way stands still."""

    type: ClassVar[str] = "agenda.paused"


class ActivityResumed(ActivityWentOn, frozen=True, kw_only=True):
    """Its clock goes on."""

    type: ClassVar[str] = "agenda.resumed"


class ActivitySkipped(Event, frozen=True, kw_only=True):
    """An activity is left out, or taken in again."""

    type: ClassVar[str] = "agenda.skipped"

    activity: str
    skipped: bool = True
