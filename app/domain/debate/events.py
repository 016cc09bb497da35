"""What happens in a debate, and with the floor."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from app.domain.debate.draft import Draft
from app.domain.kernel.floor import FloorReturned, FloorTaken
from app.domain.kernel.gate import TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import Event


class Verdict(StrEnum):
    """What one says to a statement."""

    AGREE = "agree"
    DISAGREE = "disagree"
    PASS = "pass"  # noqa: S105 (to pass, not a password)


class DebatePrepared(Event, frozen=True, kw_only=True):
    """A debate is held ready.

    Attributes:
        debate: its id.
        draft: what it is about.
        statements: the ids of the draft's statements, in their order.
        activity: the activity it opens with; empty for none.
    """

    type: ClassVar[str] = "debate.prepared"

    debate: str
    draft: Draft
    statements: tuple[str, ...] = ()
    activity: str = ""


class DebateChanged(Event, frozen=True, kw_only=True):
    """A debate is about something else; it was not open yet. `statements` as in `DebatePrepared`."""

    type: ClassVar[str] = "debate.changed"

    debate: str
    draft: Draft
    statements: tuple[str, ...] = ()


class DebateDiscarded(Event, frozen=True, kw_only=True):
    """A debate that was never open is gone."""

    type: ClassVar[str] = "debate.discarded"

    debate: str


class DebateOpened(Event, frozen=True, kw_only=True):
    """A debate is under way and on stage; again, when it was closed before."""

    type: ClassVar[str] = "debate.opened"

    debate: str


class DebateClosed(Event, frozen=True, kw_only=True):
    """A debate is frozen: its result is shown."""

    type: ClassVar[str] = "debate.closed"

    debate: str


class ShiftShown(Event, frozen=True, kw_only=True):
    """Learners see the positions' counts and the shift, or no longer."""

    type: ClassVar[str] = "debate.shown"

    debate: str
    on: bool


class DebateStaged(Event, frozen=True, kw_only=True):
    """A debate is on stage, or none when empty."""

    type: ClassVar[str] = "debate.staged"

    debate: str


class DebateCounted(Event, frozen=True, kw_only=True):
    """What learners may see of positions and verdicts is brought up to date."""

    type: ClassVar[str] = "debate.counted"

    debate: str


class PositionTaken(Event, frozen=True, kw_only=True):
    """The actor took a position.

    Attributes:
        debate: in which debate.
        position: its key.
        before: the position they held until now; empty for the first one.
        because: the argument that moved them; empty for none.
    """

    type: ClassVar[str] = "debate.position_taken"

    debate: str
    position: str
    before: str = ""
    because: str = ""


class ArgumentWritten(TextSubmitted, kw_only=True, frozen=True):
    """An argument, or a reply to one, was written; `item` is its id.

    Attributes:
        debate: in which debate.
        position: under which position it stands.
        side: the position of its author then; empty for none.
        reply_to: the argument that it answers; empty for none.
        text: what it says.
    """

    type: ClassVar[str] = "debate.argued"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    debate: str
    position: str
    side: str = ""
    reply_to: str = ""
    text: str = ""


class ArgumentRevised(TextSubmitted, kw_only=True, frozen=True):
    """An argument has a new revision; `item` is its id."""

    type: ClassVar[str] = "debate.revised"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    text: str = ""


class ArgumentWithdrawn(TextWithdrawn, frozen=True, kw_only=True):
    """An argument was taken away.

    Attributes:
        argument: its id.
        author: who wrote it.
        reply_to: the argument that it answered; empty for none.
    """

    type: ClassVar[str] = "debate.withdrawn"

    argument: str
    author: str
    reply_to: str = ""

    @property
    def withdrawn(self) -> str:
        """The argument's id."""
        return self.argument


class ConvincingMarked(Event, frozen=True, kw_only=True):
    """The actor finds an argument convincing, or no longer."""

    type: ClassVar[str] = "debate.convincing_marked"

    argument: str
    on: bool


class StatementPut(Event, frozen=True, kw_only=True):
    """A statement is put to the class.

    Attributes:
        statement: its id.
        debate: in which debate.
        text: what it says.
    """

    type: ClassVar[str] = "debate.statement_put"

    statement: str
    debate: str
    text: str


class StatementShown(Event, frozen=True, kw_only=True):
    """Learners see how many agree with a statement, or no longer."""

    type: ClassVar[str] = "debate.statement_shown"

    statement: str
    on: bool


class StatementJudged(Event, frozen=True, kw_only=True):
    """The actor said what they think of a statement."""

    type: ClassVar[str] = "debate.judged"

    statement: str
    verdict: Verdict


class FloorGiven(FloorTaken, frozen=True, kw_only=True):
    """A speaking turn begins.

    Attributes:
        turn: its id.
        seconds: how long it is meant to last.
        debate: the debate under way; empty for none.
    """

    type: ClassVar[str] = "debate.floor_given"

    turn: str
    seconds: int
    debate: str = ""


class TurnExtended(Event, frozen=True, kw_only=True):
    """A speaking turn lasts longer, by `seconds`."""

    type: ClassVar[str] = "debate.turn_extended"

    turn: str
    seconds: int


class TurnEnded(Event, frozen=True, kw_only=True):
    """A speaking turn is over; `millis` says how long it lasted, without pauses of the class."""

    type: ClassVar[str] = "debate.turn_ended"

    turn: str
    millis: int


class SpokeMarked(FloorTaken, frozen=True, kw_only=True):
    """Somebody spoke without having been given the floor here.

    Attributes:
        turn: the turn that it counts as.
        seconds: how long, about; 0 when nobody counted.
        debate: the debate under way; empty for none.
    """

    type: ClassVar[str] = "debate.spoke"

    turn: str
    seconds: int = 0
    debate: str = ""


class TurnTakenBack(FloorReturned, frozen=True, kw_only=True):
    """A turn was given or noted by mistake, and counts for nothing; `turn` says which."""

    type: ClassVar[str] = "debate.turn_taken_back"

    turn: str
