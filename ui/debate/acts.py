"""What staff can do in a debate and with the floor: one place, for the panel, the strips and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.domain.debate import commands as c
from app.domain.debate.state import DebateState
from app.domain.discussion.commands import LowerHand
from ui.bridge.names import member_name
from ui.debate.model import debates, waiting

if TYPE_CHECKING:
    from app.domain.debate.draft import Draft
    from app.domain.debate.floor import Turn
    from app.domain.debate.state import Debate
    from app.domain.kernel.messages import Command
    from ui.bridge.session import SessionBridge
    from ui.widgets.toast import Toast

MORE_SECONDS = 30
"""By how much one key extends a speaking turn."""


class DebateActs(QObject):
    """Acts on the debates of one session, and offers to undo what can be undone. `made` carries a new debate's id.

    Args:
        bridge: to the session.
        toast: tells what was done.
        parent: the owner.
    """

    made = Signal(object)

    def __init__(self, bridge: SessionBridge, toast: Toast, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._toast = bridge, toast

    @property
    def state(self) -> DebateState:
        """Debates as they are painted."""
        return self._bridge.projected.state(DebateState)

    @property
    def current(self) -> Debate | None:
        """The debate that shortcuts are about: the open one, else the one on stage."""
        state = self.state
        return state.debates.get(state.current) or state.debates.get(state.stage)

    @property
    def next(self) -> Debate | None:
        """The first debate that is ready and was never open."""
        return next((each for each in debates(self._bridge.projected) if not each.opened), None)

    # --- debates -------------------------------------------------------------------------------------------------

    def make(self, draft: Draft, *, opens: bool, activity: str = "") -> None:
        """Make a debate, and maybe open it at once.

        Args:
            draft: what it is about.
            opens: at once.
            activity: that it opens with; empty for none.

        Raises:
            Refusal: it cannot be held like that.
        """
        pending = self._bridge.ask(c.PrepareDebate(draft=draft, opens=opens, activity=activity))
        self.made.emit(self._bridge.created_by(pending))

    def change(self, debate: str, draft: Draft) -> None:
        """Change a debate that was never open.

        Args:
            debate: its id.
            draft: what it is about from now on.

        Raises:
            Refusal: it cannot be held like that.
        """
        self._bridge.ask(c.ChangeDebate(debate=debate, draft=draft))

    def discard(self, debate: Debate) -> None:
        """Throw a debate away; it can be taken back.

        Args:
            debate: which was never open.
        """
        again = c.PrepareDebate(draft=debate.draft, activity=debate.activity)
        if self._do(c.DiscardDebate(debate=debate.id)):
            text = QCoreApplication.translate("Debate", "The debate was thrown away")
            self._toast.say(text, undo=lambda: self._bridge.submit(again))

    def open(self, debate: Debate) -> None:
        """Open a debate, or open it again; the one that was open closes.

        Args:
            debate: which.
        """
        self._do(c.OpenDebate(debate=debate.id))

    def close(self, debate: Debate) -> None:
        """Freeze a debate; it can be opened again.

        Args:
            debate: which is open.
        """
        if self._do(c.CloseDebate(debate=debate.id)):
            text = QCoreApplication.translate("Debate", "The debate is closed; everybody sees the result")
            self._toast.say(text, undo=lambda: self._do(c.OpenDebate(debate=debate.id)))

    def turn_shift(self, debate: Debate) -> None:
        """Show the counts and the shift to learners, or hide them.

        Args:
            debate: which was open.
        """
        self._do(c.ShowShift(debate=debate.id, on=not debate.results))

    def turn_stage(self, debate: Debate) -> None:
        """Put a debate on stage, or take it off.

        Args:
            debate: which was open.
        """
        self._do(c.PutDebateOnStage(debate="" if self.state.stage == debate.id else debate.id))

    def turn(self) -> None:
        """Close the debate that is open; else open the next that is ready."""
        current = self.state.debates.get(self.state.current)
        if current is not None:
            self.close(current)
        elif self.next is not None:
            self.open(self.next)

    # --- what is said in them ------------------------------------------------------------------------------------

    def argue(self, debate: Debate, position: str, text: str) -> bool:
        """Write an argument as staff, and tell whether that could be asked.

        Args:
            debate: which is open.
            position: for which it speaks.
            text: of the argument.
        """
        return self._do(c.WriteArgument(debate=debate.id, position=position, text=text))

    def withdraw(self, argument: str) -> None:
        """Take an argument away.

        Args:
            argument: its id.
        """
        self._do(c.WithdrawArgument(argument=argument))

    def add_statement(self, debate: Debate, text: str) -> bool:
        """Put a new statement to the class, and tell whether that could be asked.

        Args:
            debate: which is open.
            text: what it says.
        """
        return self._do(c.AddStatement(debate=debate.id, text=text))

    def put_statement(self, statement: str) -> None:
        """Put a statement to the class that was kept ready.

        Args:
            statement: its id.
        """
        self._do(c.PutStatement(statement=statement))

    def turn_statement(self, statement: str) -> None:
        """Show a statement's counts to learners, or hide them.

        Args:
            statement: its id.
        """
        found = self.state.statements.get(statement)
        if found is not None:
            self._do(c.ShowStatement(statement=statement, on=not found.results))

    # --- the floor -----------------------------------------------------------------------------------------------

    def give(self, member: str) -> None:
        """Give somebody the floor; that can be taken back.

        Args:
            member: who shall speak.
        """
        if self._do(c.GiveFloor(member=member)):
            text = QCoreApplication.translate("Debate", "%1 has the floor")
            self._tell_turn(member, text)

    def give_next(self) -> None:
        """Give the floor to whoever is first in the queue."""
        first = next(iter(waiting(self._bridge.projected)), None)
        if first is not None:
            self.give(first.member)

    def can_give_next(self) -> bool:
        """Tell whether a hand is up."""
        return bool(waiting(self._bridge.projected))

    def extend(self) -> None:
        """Let the speaker go on for longer."""
        turn = self.state.speaking()
        if turn is not None:
            self._do(c.ExtendTurn(turn=turn.id, seconds=MORE_SECONDS))

    def end(self) -> None:
        """End the speaking turn."""
        turn = self.state.speaking()
        if turn is not None:
            self._do(c.EndTurn(turn=turn.id))

    def has_speaker(self) -> bool:
        """Tell whether somebody has the floor."""
        return self.state.speaking() is not None

    def spoke(self, member: str) -> None:
        """Note that somebody spoke elsewhere; that can be taken back.

        Args:
            member: who spoke.
        """
        if self._do(c.MarkSpoke(member=member)):
            self._tell_turn(member, QCoreApplication.translate("Debate", "Noted: %1 spoke"))

    def lower(self, member: str) -> None:
        """Take a hand down.

        Args:
            member: whose.
        """
        self._do(LowerHand(member=member))

    def lower_first(self) -> None:
        """Take the hand down that is first in the queue."""
        first = next(iter(waiting(self._bridge.projected)), None)
        if first is not None:
            self.lower(first.member)

    def _tell_turn(self, member: str, text: str) -> None:
        self._bridge.flush()
        turns = [turn for turn in self.state.turns.values() if turn.member == member]
        newest: Turn | None = turns[-1] if turns else None
        name = member_name(self._bridge.projected, member)
        undo = (lambda: self._do(c.TakeBackTurn(turn=newest.id))) if newest is not None else None
        self._toast.say(text.replace("%1", name), undo=undo)

    def _do(self, command: Command) -> bool:
        return self._bridge.submit(command) is not None
