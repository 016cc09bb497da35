"""What happens to polls."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.gate import TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import Event
from app.domain.polls.draft import Draft


def answer_item(poll: str, round_: int, voter: str) -> str:
    """Return the id under which somebody's written answer passes the gate."""
    return f"answer:{poll}:{round_}:{voter}"


class PollPrepared(Event, frozen=True, kw_only=True):
    """A poll is held ready."""

    type: ClassVar[str] = "polls.prepared"

    poll: str
    draft: Draft
    activity: str = ""


class PollChanged(Event, frozen=True, kw_only=True):
    """A poll asks something else; it was not open yet."""

    type: ClassVar[str] = "polls.changed"

    poll: str
    draft: Draft


class PollDiscarded(Event, frozen=True, kw_only=True):
    """A poll that was never open is gone."""

    type: ClassVar[str] = "polls.discarded"

    poll: str


class PollOpened(Event, frozen=True, kw_only=True):
    """A round of a poll takes answers, and the poll is on stage.

    Attributes:
        poll: which.
        round: from 1; the round before it when one was closed by mistake.
        closes_at: when it closes by itself; 0 for never.
    """

    type: ClassVar[str] = "polls.opened"

    poll: str
    round: int
    closes_at: int = 0


class PollClosed(Event, frozen=True, kw_only=True):
    """A poll takes no more answers."""

    type: ClassVar[str] = "polls.closed"

    poll: str
    round: int


class ResultsShown(Event, frozen=True, kw_only=True):
    """Learners see a poll's results, or no longer."""

    type: ClassVar[str] = "polls.shown"

    poll: str
    on: bool


class AnswersRevealed(Event, frozen=True, kw_only=True):
    """Learners see a poll's right answers, or no longer."""

    type: ClassVar[str] = "polls.revealed"

    poll: str
    on: bool


class PollStaged(Event, frozen=True, kw_only=True):
    """A poll is on stage, or none when empty."""

    type: ClassVar[str] = "polls.staged"

    poll: str


class PollCounted(Event, frozen=True, kw_only=True):
    """What learners may see of a poll's answers is brought up to date."""

    type: ClassVar[str] = "polls.counted"

    poll: str


class SaidHidden(Event, frozen=True, kw_only=True):
    """A word or a text of the results is hidden from learners, or no longer.

    Attributes:
        poll: which.
        said: a digest of it, so that what may be erased does not stand here.
        on: whether it is hidden.
    """

    type: ClassVar[str] = "polls.hidden"

    poll: str
    said: str
    on: bool


class PollAnswered(Event, frozen=True, kw_only=True):
    """Somebody answered by choosing, or by a number.

    Attributes:
        poll: which.
        round: which round of it.
        voter: who, or their alias.
        choices: keys of options; of a ranking the first first.
        number: in thousandths.
    """

    type: ClassVar[str] = "polls.answered"
    mask: ClassVar[str | None] = "voter"

    poll: str
    round: int
    voter: str
    choices: tuple[str, ...] = ()
    number: int | None = None


class PollAnswerWritten(TextSubmitted, kw_only=True, frozen=True):
    """Somebody answered in words, one a line; `author` is who, or their alias."""

    type: ClassVar[str] = "polls.written"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"
    mask: ClassVar[str | None] = "author"

    poll: str
    round: int
    text: str = ""


class AnswerWithdrawn(TextWithdrawn, frozen=True, kw_only=True):
    """Somebody took their answer back."""

    type: ClassVar[str] = "polls.withdrawn"
    mask: ClassVar[str | None] = "voter"

    poll: str
    round: int
    voter: str

    @property
    def withdrawn(self) -> str:
        """The written answer's id; where nothing was written, no text has it."""
        return answer_item(self.poll, self.round, self.voter)
