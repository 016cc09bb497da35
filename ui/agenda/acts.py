"""What a trainer does with the agenda: each act in one click, and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.agenda.activity import Activity, Retiming
from app.domain.agenda.commands import (
    AddActivities,
    AmendActivity,
    ExtendActivity,
    FinishActivity,
    GoBack,
    MoveActivity,
    PauseActivity,
    RemoveActivity,
    ResumeActivity,
    RetimeActivities,
    SkipActivity,
)
from app.domain.agenda.state import AgendaState, Standing
from app.domain.kernel.refusal import Refusal
from ui.agenda.words import called
from ui.bridge.refusals import refusal_text

if TYPE_CHECKING:
    from app.domain.agenda.cuts import Offer
    from app.domain.kernel.messages import Command
    from ui.bridge.session import SessionBridge
    from ui.session.starting import Starting
    from ui.widgets.toast import Toast


class AgendaActs(QObject):
    """Acts on the agenda.

    Args:
        bridge: of the class.
        starting: starts activities with what is ready for them.
        toast: tells what was done, with its undo.
        parent: the owner.
    """

    def __init__(self, bridge: SessionBridge, starting: Starting, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._starting, self._toast = bridge, starting, toast

    @property
    def state(self) -> AgendaState:
        """The agenda as it is shown."""
        return self._bridge.projected.state(AgendaState)

    def go_on(self) -> None:
        """Start what comes next; after the last one, end it."""
        if self.state.next:
            self.start(self.state.next)
        elif self.state.current:
            self.finish()

    def start(self, activity: str) -> None:
        """Start an activity.

        Args:
            activity: its id.
        """
        before = self.state.current
        if activity == before or not self._starting.start(activity):
            return
        if before:
            text = self.tr("“%1” started").replace("%1", self._called(activity))
            self._toast.say(text, undo=self.back)

    def toggle_clock(self) -> None:
        """Stop the activity's clock, or let it go on."""
        if self.state.current:
            self._bridge.submit(ResumeActivity() if self.state.stopped_at else PauseActivity())

    def extend(self, minutes: int, activity: str = "") -> None:
        """Give an activity more time or less.

        Args:
            minutes: negative for less.
            activity: its id; the one that is under way when left out.
        """
        which = activity or self.state.current
        if which:
            self._bridge.submit(ExtendActivity(activity=which, minutes=minutes))

    def back(self) -> None:
        """Take up the activity before again."""
        self._bridge.submit(GoBack())

    def finish(self) -> None:
        """End the activity that is under way."""
        current = self.state.current
        if current and self._bridge.submit(FinishActivity()) is not None:
            text = self.tr("“%1” ended").replace("%1", self._called(current))
            self._toast.say(text, undo=self.back)

    def skip_next(self) -> None:
        """Leave out what comes next."""
        if self.state.next:
            self.skip(self.state.next)

    def skip(self, which: str) -> None:
        """Leave an activity out, or take it in again.

        Args:
            which: its id.
        """
        out = self.state.standing(which) is not Standing.SKIPPED
        if self._bridge.submit(SkipActivity(activity=which, skipped=out)) is not None and out:
            text = self.tr("“%1” left out").replace("%1", self._called(which))
            self._toast.say(text, undo=lambda: self._bridge.submit(SkipActivity(activity=which, skipped=False)))

    def accept(self, offer: Offer) -> None:
        """Do what an offer says.

        Args:
            offer: one of those that are shown.
        """
        state = self.state
        before = tuple(
            Retiming(
                activity=change.activity,
                minutes=state.activities[change.activity].minutes,
                skipped=change.activity in state.skipped,
            )
            for change in offer.changes
        )
        if self._bridge.submit(RetimeActivities(changes=offer.changes)) is not None:
            self._toast.say(
                self.tr("The rest is cut by %n minute(s)", "of the agenda", offer.won),
                undo=lambda: self._retime(before),
            )

    def remove(self, activity: str) -> None:
        """Take an activity out of the agenda.

        Args:
            activity: its id.
        """
        state = self.state
        gone = state.activities.get(activity)
        if gone is None:
            return
        place = state.order.index(activity)
        before = state.order[place + 1] if place + 1 < len(state.order) else ""
        if self._bridge.submit(RemoveActivity(activity=activity)) is not None:
            text = self.tr("“%1” removed").replace("%1", called(gone))
            back = AddActivities(activities=(gone,), before=before)
            self._toast.say(text, undo=lambda: self._bridge.submit(back))

    def shift(self, activity: str, by: int) -> None:
        """Move an activity up or down.

        Args:
            activity: its id.
            by: 1 for down, -1 for up.
        """
        order = [each for each in self.state.order if each != activity]
        place = self.state.order.index(activity) + by
        if 0 <= place <= len(order):
            before = order[place] if place < len(order) else ""
            self._bridge.submit(MoveActivity(activity=activity, before=before))

    def put(self, activity: Activity, before: str | None) -> str:
        """Put a new activity into the agenda, or a changed one in its place.

        Args:
            activity: with its id.
            before: where a new one stands; none changes the one with this id.

        Returns:
            What is wrong with it; empty when nothing is.
        """
        command: Command = (
            AmendActivity(activity=activity) if before is None else AddActivities(activities=(activity,), before=before)
        )
        try:
            self._bridge.ask(command)
        except Refusal as refusal:
            return refusal_text(refusal.code, refusal.params)
        return ""

    def _retime(self, changes: tuple[Retiming, ...]) -> None:
        # What has begun or is over meanwhile keeps its time.
        still = tuple(each for each in changes if self.state.standing(each.activity) in _OPEN)
        if still:
            self._bridge.submit(RetimeActivities(changes=still))

    def _called(self, activity: str) -> str:
        found = self.state.activities.get(activity)
        return called(found) if found is not None else ""


_OPEN = frozenset({Standing.TO_COME, Standing.SKIPPED})
