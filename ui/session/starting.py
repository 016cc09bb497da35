"""Starting an activity: one act, with everything that is ready for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.domain.agenda.commands import StartActivity
from app.domain.kernel.words import Phase
from app.domain.session.commands import ResumeSession, StartSession
from app.domain.session.decider import SessionState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.kernel.messages import Command
    from ui.bridge.session import SessionBridge

    Contribution = Callable[[str], Sequence[Command]]


class Starting(QObject):
    """Starts activities.

    What a capability holds ready opens by its policies, on the relay; what needs chance or a person (who comes into
    which room, a question that is put in one's own name) is contributed by its panel.

    Args:
        bridge: of the class.
        parent: the owner.
    """

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._contributions: dict[str, Contribution] = {}

    def contribute(self, name: str, contribution: Contribution, *, owner: QObject | None = None) -> None:
        """Add what is asked for together with an activity's start.

        Args:
            name: of the capability; a second one of the same name takes the place of the first.
            contribution: gives the commands that follow the start of the activity with this id, in order. It is asked
                just before the start, so that it sees the class as it still is.
            owner: when it is destroyed, the contribution goes with it.
        """
        self._contributions[name] = contribution
        if owner is not None:
            owner.destroyed.connect(lambda: self._owner_gone(name, contribution))

    def start(self, activity: str) -> bool:
        """Start an activity, and the class with it when that has not begun or waits.

        Args:
            activity: its id.

        Returns:
            Whether it was asked for; what was refused at once was told to the person.
        """
        more = [command for contribution in self._contributions.values() for command in contribution(activity)]
        match self._bridge.projected.state(SessionState).phase:
            case Phase.PREPARING | Phase.CREATED | Phase.LOBBY:
                self._bridge.submit(StartSession())
            case Phase.PAUSED:
                self._bridge.submit(ResumeSession())
            case _:
                pass
        if self._bridge.submit(StartActivity(activity=activity)) is None:
            return False
        for command in more:
            self._bridge.submit(command)
        return True

    def _owner_gone(self, name: str, contribution: Contribution) -> None:
        if isValid(self) and self._contributions.get(name) is contribution:
            del self._contributions[name]
