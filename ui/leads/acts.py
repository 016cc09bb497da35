"""What staff do with leads: pass one, give it more time, take it back, with a way back from each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from app.domain.kernel.words import topic_of
from app.domain.leads import commands as c
from app.domain.leads.state import LeadsState
from ui.bridge.names import member_name, place_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.kernel.powers import Power
    from app.domain.leads.state import Lead
    from ui.bridge.session import SessionBridge
    from ui.widgets.toast import Toast

MORE: Final = 5
"""By how many minutes a lead is made longer."""

_MINUTE: Final = 60_000


class LeadActs(QObject):
    """Acts on the leads of a session.

    Args:
        bridge: of the session.
        toast: tells what was done, with its undo.
        parent: the owner.
    """

    def __init__(self, bridge: SessionBridge, toast: Toast, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._toast = bridge, toast

    def _lead(self, place: str) -> Lead | None:
        return self._bridge.projected.state(LeadsState).leads.get(place)

    def pass_it(self, member: str, place: str, minutes: int, powers: Sequence[Power]) -> None:
        """Pass a lead.

        Args:
            member: who leads.
            place: what, as a channel.
            minutes: for how long.
            powers: what they may do there.

        Raises:
            Refusal: it cannot be passed.
        """
        before = self._lead(place)
        self._bridge.ask(c.PassLead(member=member, place=place, minutes=minutes, powers=tuple(powers)))
        world = self._bridge.projected
        text = self.tr("%1 leads “%2” now").replace("%1", member_name(world, member))
        undo = (lambda: self._again(before)) if before is not None else (lambda: self._end(place))
        self._toast.say(text.replace("%2", place_name(world, place)), undo=undo)

    def extend(self, place: str) -> None:
        """Let somebody lead some minutes longer.

        Args:
            place: what.
        """
        lead = self._lead(place)
        if lead is not None:
            minutes = min(c.MOST_MINUTES, self._left(lead) + MORE)
            self._bridge.submit(c.PassLead(member=lead.member, place=place, minutes=minutes, powers=lead.powers))

    def take_back(self, place: str) -> None:
        """Take a lead back, with a way to give it again.

        Args:
            place: what.
        """
        lead = self._lead(place)
        if lead is None or self._bridge.submit(c.EndLead(place=place)) is None:
            return
        world = self._bridge.projected
        text = self.tr("%1 no longer leads “%2”").replace("%1", member_name(world, lead.member))
        self._toast.say(text.replace("%2", place_name(world, place)), undo=lambda: self._again(lead))

    def clear_prompt(self, place: str) -> None:
        """Take away what is asked of people in a place.

        Args:
            place: which.
        """
        self._bridge.submit(c.WritePrompt(place=place, text=""))

    def goes_to(self, place: str) -> bool:
        """Tell whether a conversation of that place can be shown.

        Args:
            place: which.
        """
        topic = topic_of(place)
        return topic is None or self._bridge.projected.topics.standing(topic) is not None

    def _left(self, lead: Lead) -> int:
        return max(1, -(-(lead.until - self._bridge.now()) // _MINUTE))

    def _again(self, lead: Lead) -> None:
        self._bridge.submit(
            c.PassLead(member=lead.member, place=lead.place, minutes=self._left(lead), powers=lead.powers)
        )

    def _end(self, place: str) -> None:
        self._bridge.submit(c.EndLead(place=place))
