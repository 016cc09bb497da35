"""What staff can do with a poll: one place, for the panel, the strip on the stage and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.domain.polls import commands as c
from app.domain.polls.state import PollsState
from app.domain.polls.tally import given
from ui.polls.words import closed_words

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command
    from app.domain.polls.draft import Draft
    from app.domain.polls.state import Poll
    from ui.bridge.session import SessionBridge
    from ui.widgets.toast import Toast


class PollActs(QObject):
    """Acts on the polls of one session, and offers to undo what can be undone. `made` carries the id of a new poll.

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
    def state(self) -> PollsState:
        """Polls as they are painted."""
        return self._bridge.projected.state(PollsState)

    @property
    def current(self) -> Poll | None:
        """The poll that shortcuts are about: the one on stage, else an open one, else the one opened last."""
        polls = self.state.polls
        if self.state.stage in polls:
            return polls[self.state.stage]
        opened = sorted((poll for poll in polls.values() if poll.round), key=lambda poll: (poll.is_open, poll.opened))
        return opened[-1] if opened else None

    @property
    def next(self) -> Poll | None:
        """The first poll that is ready and was never open; of the current one's activity if there is one."""
        ready = [poll for poll in self.state.polls.values() if not poll.round]
        current = self.current
        if current is not None and current.activity:
            ready.sort(key=lambda poll: poll.activity != current.activity)
        return ready[0] if ready else None

    def make(self, draft: Draft, *, opens: bool, activity: str = "") -> None:
        """Make a poll, and maybe ask it at once.

        Args:
            draft: what it asks.
            opens: at once.
            activity: that it opens with; empty for none.

        Raises:
            Refusal: it cannot be asked like that.
        """
        pending = self._bridge.ask(c.PreparePoll(draft=draft, opens=opens, activity=activity))
        self.made.emit(self._bridge.created_by(pending))

    def change(self, poll: str, draft: Draft) -> None:
        """Change a poll that was never open.

        Args:
            poll: its id.
            draft: what it asks from now on.

        Raises:
            Refusal: it cannot be asked like that.
        """
        self._bridge.ask(c.ChangePoll(poll=poll, draft=draft))

    def discard(self, poll: Poll) -> None:
        """Throw a poll away; it can be taken back.

        Args:
            poll: which was never open.
        """
        if self._bridge.submit(c.DiscardPoll(poll=poll.id)) is None:
            return
        again = c.PreparePoll(draft=poll.draft, activity=poll.activity)
        text = QCoreApplication.translate("Polls", "The poll was thrown away")
        self._toast.say(text, undo=lambda: self._bridge.submit(again))

    def open(self, poll: Poll) -> None:
        """Open a poll, or the round that was closed last.

        Args:
            poll: which.
        """
        self._do(c.OpenPoll(poll=poll.id))

    def close(self, poll: Poll) -> None:
        """Take no more answers; the round can be opened again.

        Args:
            poll: which is open.
        """
        if not self._do(c.ClosePoll(poll=poll.id)):
            return
        count = len(given(self.state.answers(poll.id, poll.round)))
        self._toast.say(closed_words(count), undo=lambda: self._do(c.OpenPoll(poll=poll.id)))

    def again(self, poll: Poll) -> None:
        """Ask the same once more, to compare.

        Args:
            poll: which.
        """
        self._do(c.AskAgain(poll=poll.id))

    def turn_results(self, poll: Poll) -> None:
        """Show the results to learners, or hide them.

        Args:
            poll: which was open.
        """
        self._do(c.ShowResults(poll=poll.id, on=not poll.results))

    def turn_answers(self, poll: Poll) -> None:
        """Show the right answers to learners, or hide them.

        Args:
            poll: which is closed.
        """
        self._do(c.RevealAnswers(poll=poll.id, on=not poll.answers))

    def turn_stage(self, poll: Poll) -> None:
        """Put a poll on stage, or take it off.

        Args:
            poll: which was open.
        """
        self._do(c.PutPollOnStage(poll="" if self.state.stage == poll.id else poll.id))

    def turn_hidden(self, poll: Poll, said: str) -> None:
        """Hide a text of the results from learners, or let it back in.

        Args:
            poll: which.
            said: the text's digest.
        """
        self._do(c.HideSaid(poll=poll.id, said=said, on=said not in self.state.hidden.get(poll.id, {})))

    def turn(self) -> None:
        """Close the current poll when it is open; else open the next that is ready."""
        current = self.current
        if current is not None and current.is_open:
            self.close(current)
        elif self.next is not None:
            self.open(self.next)

    def _do(self, command: Command) -> bool:
        return self._bridge.submit(command) is not None
