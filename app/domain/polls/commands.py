"""What may be asked about polls."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Command, Stale
from app.domain.polls.draft import Draft


class PreparePoll(Command, tag="polls.prepare", frozen=True, kw_only=True):
    """Hold a poll ready, or ask it at once.

    Attributes:
        draft: what it asks.
        activity: the activity of the agenda that it opens with; empty for none.
        opens: whether it opens at once.
    """

    draft: Draft
    activity: str = ""
    opens: bool = False


class ChangePoll(Command, tag="polls.change", frozen=True, kw_only=True):
    """Change what a poll asks, before it was ever open."""

    stale: ClassVar[Stale] = Stale.ASK

    poll: str
    draft: Draft


class DiscardPoll(Command, tag="polls.discard", frozen=True, kw_only=True):
    """Throw a poll away that was never open."""

    stale: ClassVar[Stale] = Stale.ASK

    poll: str


class OpenPoll(Command, tag="polls.open", frozen=True, kw_only=True):
    """Open a poll, or the round of it that was closed last.

    Attributes:
        poll: which.
        seconds: after how long it closes by itself; 0 for what its draft says.
    """

    stale: ClassVar[Stale] = Stale.ASK

    poll: str
    seconds: int = 0


class ClosePoll(Command, tag="polls.close", frozen=True, kw_only=True):
    """Take no more answers."""

    stale: ClassVar[Stale] = Stale.ASK

    poll: str


class AskAgain(Command, tag="polls.again", frozen=True, kw_only=True):
    """Ask the same once more: a new round, to be compared with the one before.

    Attributes:
        poll: which.
        seconds: after how long it closes by itself; 0 for what its draft says.
    """

    stale: ClassVar[Stale] = Stale.ASK

    poll: str
    seconds: int = 0


class ShowResults(Command, tag="polls.show", frozen=True, kw_only=True):
    """Let learners see the results, or hide them again."""

    stale: ClassVar[Stale] = Stale.ASK

    poll: str
    on: bool = True


class RevealAnswers(Command, tag="polls.reveal", frozen=True, kw_only=True):
    """Let learners see the right answers and the explanation, or hide them again."""

    stale: ClassVar[Stale] = Stale.ASK

    poll: str
    on: bool = True


class PutPollOnStage(Command, tag="polls.put_on_stage", frozen=True, kw_only=True):
    """Have everybody look at a poll.

    Attributes:
        poll: which; empty to clear the stage of polls.
    """

    stale: ClassVar[Stale] = Stale.ASK

    poll: str


class HideSaid(Command, tag="polls.hide", frozen=True, kw_only=True):
    """Take a word, or a text, out of what learners see of the results, whoever gave it; or let it back in.

    Attributes:
        poll: which.
        said: which word or text, as `said_id` names it.
        on: whether it is hidden.
    """

    poll: str
    said: str
    on: bool = True


class AnswerPoll(Command, tag="polls.answer", frozen=True, kw_only=True):
    """Answer, or answer otherwise than before.

    Attributes:
        poll: which.
        round: the round that the person saw.
        choices: the options chosen; of a ranking all of them, the first first.
        number: thousandths of the number given.
        texts: what is written: one text, or some words.
    """

    poll: str
    round: int
    choices: tuple[str, ...] = ()
    number: int | None = None
    texts: tuple[str, ...] = ()


class WithdrawAnswer(Command, tag="polls.withdraw", frozen=True, kw_only=True):
    """Take one's own answer back."""

    poll: str
    round: int
