"""What staff may ask about the agenda. Nothing of it reaches the plan it came from."""

from __future__ import annotations

from typing import ClassVar

from app.domain.agenda.activity import Activity, Day, Objective, Retiming
from app.domain.kernel.messages import Command, Stale


class SetAgenda(Command, tag="agenda.set", frozen=True, kw_only=True):
    """Give the class its agenda, in place of the one it has; only while nothing has begun.

    A long agenda does not fit into one frame: what is left over follows in `AddActivities`.

    Attributes:
        plan: the id of the plan it comes from; empty for none.
        title: of that plan.
        days: in order; none for one day whose times are open.
        objectives: what learners will be able to do.
        activities: in order.
    """

    stale: ClassVar[Stale] = Stale.ASK

    plan: str = ""
    title: str = ""
    days: tuple[Day, ...] = ()
    objectives: tuple[Objective, ...] = ()
    activities: tuple[Activity, ...] = ()


class AddActivities(Command, tag="agenda.add", frozen=True, kw_only=True):
    """Put more activities into the agenda.

    Attributes:
        activities: in order.
        before: the id of the activity before which they stand; empty for the end.
        planned: whether they are part of what was planned, and not a change made on the way; only while nothing has
            begun.
    """

    activities: tuple[Activity, ...]
    before: str = ""
    planned: bool = False


class MoveActivity(Command, tag="agenda.move", frozen=True, kw_only=True):
    """Have an activity take place at another point.

    Attributes:
        activity: which.
        before: the id of the activity before which it will stand; empty for the end.
    """

    stale: ClassVar[Stale] = Stale.ASK

    activity: str
    before: str = ""


class AmendActivity(Command, tag="agenda.amend", frozen=True, kw_only=True):
    """Give an activity other texts and times.

    Attributes:
        activity: as it is to be, with the id that it has.
    """

    stale: ClassVar[Stale] = Stale.ASK

    activity: Activity


class RemoveActivity(Command, tag="agenda.remove", frozen=True, kw_only=True):
    """Take an activity that has never begun out of the agenda."""

    stale: ClassVar[Stale] = Stale.ASK

    activity: str


class RetimeActivities(Command, tag="agenda.retime", frozen=True, kw_only=True):
    """Give several activities other times at once, as a cut does.

    Attributes:
        changes: what each time is to be.
    """

    stale: ClassVar[Stale] = Stale.ASK

    changes: tuple[Retiming, ...]


class StartActivity(Command, tag="agenda.start", frozen=True, kw_only=True):
    """Begin an activity; the one that is under way ends. What was begun before goes on with the time it has left."""

    stale: ClassVar[Stale] = Stale.ASK

    activity: str


class PauseActivity(Command, tag="agenda.pause", frozen=True, kw_only=True):
    """Stop the clock of the activity that is under way."""

    stale: ClassVar[Stale] = Stale.ASK


class ResumeActivity(Command, tag="agenda.resume", frozen=True, kw_only=True):
    """Let its clock go on."""

    stale: ClassVar[Stale] = Stale.ASK


class ExtendActivity(Command, tag="agenda.extend", frozen=True, kw_only=True):
    """Give an activity more time, or less.

    Attributes:
        activity: which.
        minutes: to add; negative to take away.
    """

    activity: str
    minutes: int


class SkipActivity(Command, tag="agenda.skip", frozen=True, kw_only=True):
    """Leave an activity out that has not begun, or take it in again.

    Attributes:
        activity: which.
        skipped: whether it is left out.
    """

    stale: ClassVar[Stale] = Stale.ASK

    activity: str
    skipped: bool = True


class GoBack(Command, tag="agenda.back", frozen=True, kw_only=True):
    """Take up the activity before again, with the time it had left; the one that is under way is still to come."""

    stale: ClassVar[Stale] = Stale.ASK


class FinishActivity(Command, tag="agenda.finish", frozen=True, kw_only=True):
    """End the activity that is under way without beginning another."""

    stale: ClassVar[Stale] = Stale.ASK
