"""What staff do about calls for help and private words, from wherever they see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.support import commands as c
from app.domain.support.state import SupportState
from ui.bridge.names import member_name, place_name

if TYPE_CHECKING:
    from app.domain.support.state import Call
    from ui.bridge.session import SessionBridge
    from ui.widgets.toast import Toast


class HelpActs(QObject):
    """Acts on calls and threads, with a way back where there is one.

    Args:
        bridge: to the session.
        toast: tells what was done.
        parent: the owner.
    """

    def __init__(self, bridge: SessionBridge, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._toast = bridge, toast

    def claim(self, call: str) -> None:
        """Be on a call.

        Args:
            call: its id.
        """
        self._bridge.submit(c.ClaimCall(call=call))

    def release(self, call: str) -> None:
        """Let others take a call.

        Args:
            call: its id.
        """
        self._bridge.submit(c.ReleaseCall(call=call))

    def resolve(self, call: str) -> None:
        """Say that they were helped.

        Args:
            call: its id.
        """
        found = self._call(call)
        if found is None or not found.is_open or self._bridge.submit(c.ResolveCall(call=call)) is None:
            return
        world = self._bridge.projected
        name = place_name(world, found.place) if found.place else member_name(world, found.member)
        self._toast.say(self.tr("Helped: %1").replace("%1", name), undo=lambda: self.reopen(call))

    def reopen(self, call: str) -> None:
        """Open a call again.

        Args:
            call: its id.
        """
        self._bridge.submit(c.ReopenCall(call=call))

    def write(self, member: str, text: str) -> None:
        """Write to a learner alone.

        Args:
            member: to whom.
            text: what.
        """
        self._bridge.submit(c.WritePrivately(member=member, text=text))

    def mark_read(self, member: str) -> None:
        """Say that what a learner wrote wants no answer.

        Args:
            member: who wrote.
        """
        self._bridge.submit(c.MarkRead(member=member))

    def _call(self, call: str) -> Call | None:
        return self._bridge.projected.state(SupportState).calls.get(call)
