"""The activities of a class, as far as every capability may rely on them: one begins, is held up, goes on, is over."""

from __future__ import annotations

from app.domain.kernel.messages import Event


class ActivityBegan(Event, frozen=True, kw_only=True):
    """The base of events by which an activity of the agenda is under way.

    What a capability holds ready for the activity (a poll, a topic, rooms) opens by a policy on this event, in the same
    commit.

    Attributes:
        activity: its id, which is the one it has in the plan.
    """

    activity: str


class ActivityHeld(Event, frozen=True, kw_only=True):
    """The base of events by which the clock of the activity under way stands still.

    Attributes:
        activity: its id.
    """

    activity: str


class ActivityWentOn(Event, frozen=True, kw_only=True):
    """The base of events by which that clock goes on.

    Attributes:
        activity: its id.
    """

    activity: str


class ActivityEnded(Event, frozen=True, kw_only=True):
    """The base of events by which an activity is no longer under way; what opened with it may close by a policy.

    Attributes:
        activity: its id.
    """

    activity: str
