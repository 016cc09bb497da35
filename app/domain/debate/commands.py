"""What may be asked in a debate, and about the floor."""

from __future__ import annotations

from typing import ClassVar

from app.domain.debate.draft import Draft
from app.domain.debate.events import Verdict
from app.domain.kernel.messages import Command, Stale


class PrepareDebate(Command, tag="debate.prepare", frozen=True, kw_only=True):
    """Hold a debate ready, or open it at once.

    Attributes:
        draft: what it is about.
        activity: the activity of the agenda that it opens with; empty for none.
        opens: whether it opens at once.
    """

    draft: Draft
    activity: str = ""
    opens: bool = False


class ChangeDebate(Command, tag="debate.change", frozen=True, kw_only=True):
    """Change what a debate is about, before it was ever open."""

    stale: ClassVar[Stale] = Stale.ASK

    debate: str
    draft: Draft


class DiscardDebate(Command, tag="debate.discard", frozen=True, kw_only=True):
    """Throw a debate away that was never open."""

    stale: ClassVar[Stale] = Stale.ASK

    debate: str


class OpenDebate(Command, tag="debate.open", frozen=True, kw_only=True):
    """Open a debate, or open a closed one again with all that was said; the one that was open closes."""

    stale: ClassVar[Stale] = Stale.ASK

    debate: str


class CloseDebate(Command, tag="debate.close", frozen=True, kw_only=True):
    """Freeze a debate and show its result."""

    stale: ClassVar[Stale] = Stale.ASK

    debate: str


class ShowShift(Command, tag="debate.show", frozen=True, kw_only=True):
    """Let learners see how many hold which position and how that shifted, or hide it again."""

    stale: ClassVar[Stale] = Stale.ASK

    debate: str
    on: bool = True


class PutDebateOnStage(Command, tag="debate.put_on_stage", frozen=True, kw_only=True):
    """Have everybody look at a debate.

    Attributes:
        debate: which; empty to clear the stage of debates.
    """

    stale: ClassVar[Stale] = Stale.ASK

    debate: str


class TakePosition(Command, tag="debate.take_position", frozen=True, kw_only=True):
    """Take a position, or move to another.

    Attributes:
        debate: in which debate.
        position: its key.
        because: the argument that moved one; empty for none.
    """

    debate: str
    position: str
    because: str = ""


class WriteArgument(Command, tag="debate.argue", frozen=True, kw_only=True):
    """Write an argument under a position, or a reply to one.

    Attributes:
        debate: in which debate.
        position: the key of the position that it speaks for; of a reply, it is that of the argument.
        text: up to 1,000 characters.
        reply_to: the argument that it answers; empty for none.
    """

    debate: str
    position: str
    text: str
    reply_to: str = ""


class ReviseArgument(Command, tag="debate.revise", frozen=True, kw_only=True):
    """Give one's own argument another text; it passes the gate again."""

    argument: str
    text: str


class WithdrawArgument(Command, tag="debate.withdraw", frozen=True, kw_only=True):
    """Take an argument away: one's own, or as staff any."""

    argument: str


class MarkConvincing(Command, tag="debate.mark_convincing", frozen=True, kw_only=True):
    """Say that another's argument convinces one, or take that back."""

    argument: str
    on: bool = True


class AddStatement(Command, tag="debate.add_statement", frozen=True, kw_only=True):
    """Put a new statement to the class.

    Attributes:
        debate: in which debate.
        text: what it says.
    """

    debate: str
    text: str


class PutStatement(Command, tag="debate.put_statement", frozen=True, kw_only=True):
    """Put a statement to the class that was kept ready."""

    stale: ClassVar[Stale] = Stale.ASK

    statement: str


class ShowStatement(Command, tag="debate.show_statement", frozen=True, kw_only=True):
    """Let learners see how many agree with a statement, or hide it again."""

    stale: ClassVar[Stale] = Stale.ASK

    statement: str
    on: bool = True


class JudgeStatement(Command, tag="debate.judge", frozen=True, kw_only=True):
    """Agree with a statement, disagree, or pass; a later verdict replaces the earlier."""

    statement: str
    verdict: Verdict


class GiveFloor(Command, tag="debate.give_floor", frozen=True, kw_only=True):
    """Give somebody the floor; whoever had it, has it no longer.

    Attributes:
        member: who speaks.
        seconds: how long; 0 for what the debate says.
    """

    stale: ClassVar[Stale] = Stale.ASK

    member: str
    seconds: int = 0


class ExtendTurn(Command, tag="debate.extend_turn", frozen=True, kw_only=True):
    """Let the speaker go on for longer."""

    stale: ClassVar[Stale] = Stale.ASK

    turn: str
    seconds: int = 30


class EndTurn(Command, tag="debate.end_turn", frozen=True, kw_only=True):
    """End a speaking turn: as staff anybody's, else one's own."""

    turn: str


class MarkSpoke(Command, tag="debate.mark_spoke", frozen=True, kw_only=True):
    """Note that somebody spoke without having been given the floor here, as in the video meeting.

    Attributes:
        member: who spoke.
        seconds: how long, about; 0 when nobody counted.
    """

    member: str
    seconds: int = 0


class TakeBackTurn(Command, tag="debate.take_back_turn", frozen=True, kw_only=True):
    """Undo a turn that was given or noted by mistake: it counts for nothing, and the hand is up again."""

    turn: str
