"""What staff do with a question, from wherever they see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.questions import commands as c
from app.domain.questions.events import Standing
from app.domain.questions.state import QuestionsState
from ui.discussion.marks import plain

if TYPE_CHECKING:
    from ui.bridge.session import SessionBridge
    from ui.widgets.toast import Toast


class Acts(QObject):
    """Acts on questions, and offers to take each act back.

    Args:
        bridge: to the session.
        toast: tells what was done.
        parent: the owner.
    """

    def __init__(self, bridge: SessionBridge, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._toast = bridge, toast

    def put_on_air(self, question: str) -> None:
        """Show a question to everybody, in place of the one before.

        Args:
            question: its id.
        """
        self._set(question, Standing.ON_AIR, self.tr("On air: %1"))

    def answered_live(self, question: str) -> None:
        """Say that a question was answered aloud.

        Args:
            question: its id.
        """
        self._set(question, Standing.ANSWERED_LIVE, self.tr("Answered live: %1"))

    def follow_up(self, question: str) -> None:
        """Put a question off until after the class.

        Args:
            question: its id.
        """
        self._set(question, Standing.FOLLOW_UP, self.tr("To follow up: %1"))

    def reopen(self, question: str) -> None:
        """Let a question want an answer again.

        Args:
            question: its id.
        """
        self._set(question, Standing.OPEN, self.tr("Open again: %1"))

    def merge(self, question: str, into: str) -> None:
        """Count a question as the same as another.

        Args:
            question: the one.
            into: the other.
        """
        if self._bridge.submit(c.MergeQuestion(question=question, into=into)) is not None:
            apart = c.MergeQuestion(question=question, into="")
            self._toast.say(self.tr("The two questions count as one"), undo=lambda: self._bridge.submit(apart))

    def withdraw(self, question: str) -> None:
        """Let a message be no question any more.

        Args:
            question: its id.
        """
        if self._bridge.submit(c.WithdrawQuestion(question=question)) is not None:
            again = c.AskQuestion(message=question)
            self._toast.say(self.tr("This message is no question any more"), undo=lambda: self._bridge.submit(again))

    def ask(self, message: str) -> None:
        """Make a message a question, or a question a message.

        Args:
            message: its id.
        """
        if message in self._bridge.projected.state(QuestionsState).questions:
            self.withdraw(message)
        else:
            self._bridge.submit(c.AskQuestion(message=message))

    def _set(self, question: str, standing: Standing, done: str) -> None:
        found = self._bridge.projected.state(QuestionsState).questions.get(question)
        if found is None or found.said is standing:
            return
        before = found.said
        if self._bridge.submit(c.SetStanding(question=question, standing=standing)) is not None:
            said = self._bridge.projected.talk.said(question)
            text = plain(said.text if said else "").split("\n", 1)[0]
            short = text if len(text) <= 60 else f"{text[:59]}…"
            back = c.SetStanding(question=question, standing=before)
            self._toast.say(done.replace("%1", short), undo=lambda: self._bridge.submit(back))
