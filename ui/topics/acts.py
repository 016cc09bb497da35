"""What staff do with what learners propose, with a way back from each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from app.domain.topics import commands as c
from ui.shell.attention import AttentionAction, AttentionItem, Urgency
from ui.topics.proposals import proposals, votes_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.kernel.messages import Command
    from app.domain.kernel.world import World
    from ui.bridge.session import SessionBridge
    from ui.topics.proposals import ProposalRow
    from ui.widgets.toast import Toast

GATHERED_FROM = 4
"""From so many proposals on, they are one item."""


class ProposalActs(QObject):
    """Acts on proposals.

    Args:
        bridge: of the session.
        toast: tells what was done, with its undo.
        parent: the owner.
    """

    def __init__(self, bridge: SessionBridge, toast: Toast, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._toast = bridge, toast

    def open_it(self, row: ProposalRow) -> None:
        """Open a proposal as a topic, as it is called.

        Args:
            row: of the proposal.
        """
        if self._bridge.submit(c.OpenProposal(proposal=row.proposal)) is not None:
            self._say(self.tr("“%1” is open as a topic"), row.proposal, row.title)

    def word_it(self, proposal: str, title: str, prompt: str, objective: str) -> None:
        """Open a proposal as a topic in staff's own words.

        Args:
            proposal: its id.
            title: what it is called.
            prompt: what is asked of people there.
            objective: what it is meant to reach.

        Raises:
            Refusal: something is wrong with the words.
        """
        self._bridge.ask(c.OpenProposal(proposal=proposal, title=title, prompt=prompt, objective=objective))
        self._say(self.tr("“%1” is open as a topic"), proposal, title)

    def decline(self, proposal: str, reason: str, title: str) -> None:
        """Decline a proposal.

        Args:
            proposal: its id.
            reason: what its author is told.
            title: what it is called.

        Raises:
            Refusal: there is no reason.
        """
        self._bridge.ask(c.DeclineProposal(proposal=proposal, reason=reason))
        self._say(self.tr("“%1” is declined"), proposal, title)

    def merge(self, row: ProposalRow, into: str) -> None:
        """Count a proposal as another one, or as a topic.

        Args:
            row: of the proposal.
            into: the id of the other, or of the topic.
        """
        if self._bridge.submit(c.MergeProposal(proposal=row.proposal, into=into)) is not None:
            self._say(self.tr("“%1” is merged"), row.proposal, row.title)

    def rule(self, votes: int, *, on: bool) -> None:
        """Say whether learners may propose, and from how many votes on a proposal opens by itself.

        Args:
            votes: from how many; 0 for never.
            on: whether they may.
        """
        self._bridge.submit(c.SetProposing(on=on, votes=votes))

    def _say(self, text: str, proposal: str, title: str) -> None:
        again: Command = c.ReconsiderProposal(proposal=proposal)
        self._toast.say(text.replace("%1", title), undo=lambda: self._bridge.submit(again))

    def items(
        self, world: World, show: Callable[[str], object], decline: Callable[[str], object]
    ) -> tuple[AttentionItem, ...]:
        """Give what of the proposals wants a staff member.

        Args:
            world: to read.
            show: brings a proposal into sight in the panel.
            decline: asks why a proposal is declined.
        """
        there = proposals(world)
        if len(there) >= GATHERED_FROM:
            best = there[0]
            look = AttentionAction(
                "G", QCoreApplication.translate("Topics", "Look at them"), lambda: show(best.proposal)
            )
            return (
                AttentionItem(
                    key="topics:proposals",
                    why=self.tr("%n topics are proposed", "by learners", len(there)),
                    since=min(row.at for row in there),
                    detail=f"{best.title} · {votes_text(best.votes)}",
                    icon_name="lightbulb",
                    urgency=Urgency.WHENEVER,
                    actions=(look,),
                ),
            )
        return tuple(self._item(row, show, decline) for row in there)

    def _item(self, row: ProposalRow, show: Callable[[str], object], decline: Callable[[str], object]) -> AttentionItem:
        return AttentionItem(
            key=f"topics:{row.proposal}",
            why=QCoreApplication.translate("Topics", "%1 proposes a topic").replace("%1", row.author),
            since=row.at,
            detail=f"{row.title} · {votes_text(row.votes)}",
            icon_name="lightbulb",
            urgency=Urgency.WHENEVER,
            actions=(
                AttentionAction("O", QCoreApplication.translate("Topics", "Open it"), lambda: self.open_it(row)),
                AttentionAction("D", QCoreApplication.translate("Topics", "Decline…"), lambda: decline(row.proposal)),
                AttentionAction("G", QCoreApplication.translate("Topics", "Look at it"), lambda: show(row.proposal)),
            ),
        )
