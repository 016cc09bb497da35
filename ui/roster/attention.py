"""What of the roster wants a staff member: people at the door, and people whose connection is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from app.domain.kernel.words import Phase
from app.domain.roster.commands import AdmitMembers
from ui.bridge.names import place_name
from ui.roster.model import PersonRow, dropped, waiting
from ui.shell.attention import AttentionAction, AttentionItem, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.world import World
    from ui.bridge.session import Sender

GATHERED_FROM = 4
"""From so many people on, those at the door are one item."""


class RosterAttention(QObject):
    """Makes the items. A lost connection that was seen is not told again until it is lost again.

    Args:
        send: asks for a command.
        show: brings a member into sight in the panel.
        remove: asks whether to put a member out.
        refresh: makes the Attention column ask again.
        parent: the owner.
    """

    def __init__(
        self,
        send: Sender,
        show: Callable[[str], object],
        remove: Callable[[str], object],
        refresh: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._send, self._show, self._remove, self._refresh = send, show, remove, refresh
        self._seen: set[tuple[str, int]] = set()

    def items(self, world: World) -> tuple[AttentionItem, ...]:
        """Give the items of a world.

        Args:
            world: to read.
        """
        return (*self._at_the_door(world), *self._dropped(world))

    def _at_the_door(self, world: World) -> tuple[AttentionItem, ...]:
        there = waiting(world)
        if len(there) >= GATHERED_FROM:
            return (self._gathered(there),)
        return tuple(self._one(row) for row in there)

    def _one(self, row: PersonRow) -> AttentionItem:
        return AttentionItem(
            key=f"roster:door:{row.member}",
            why=QCoreApplication.translate("Attention", "%1 waits at the door").replace("%1", row.name),
            since=row.since,
            detail=QCoreApplication.translate("Attention", "Asks to be called %1").replace("%1", row.asked_name)
            if row.asked_name
            else "",
            icon_name="door-open",
            urgency=Urgency.NOW,
            actions=(
                AttentionAction(
                    "A",
                    QCoreApplication.translate("Attention", "Admit"),
                    partial(self._send, AdmitMembers(members=(row.member,))),
                ),
                AttentionAction(
                    "X", QCoreApplication.translate("Attention", "Turn away…"), partial(self._remove, row.member)
                ),
            ),
        )

    def _gathered(self, there: tuple[PersonRow, ...]) -> AttentionItem:
        members = tuple(row.member for row in there)
        return AttentionItem(
            key="roster:door",
            why=self.tr("%n people wait at the door", "of the class", len(there)),
            since=min(row.since for row in there),
            detail=", ".join(row.name for row in there[:8]),
            icon_name="door-open",
            urgency=Urgency.NOW,
            actions=(
                AttentionAction(
                    "A",
                    QCoreApplication.translate("Attention", "Admit all"),
                    partial(self._send, AdmitMembers(members=members)),
                ),
                AttentionAction(
                    "G", QCoreApplication.translate("Attention", "Look at them"), partial(self._show, members[0])
                ),
            ),
        )

    def _dropped(self, world: World) -> tuple[AttentionItem, ...]:
        if world.life.phase not in {Phase.LIVE, Phase.PAUSED}:
            return ()
        return tuple(
            AttentionItem(
                key=f"roster:dropped:{row.member}",
                why=QCoreApplication.translate("Attention", "%1 has lost the connection").replace("%1", row.name),
                since=row.since,
                detail=place_name(world, row.place),
                icon_name="wifi-off",
                urgency=Urgency.WHENEVER,
                actions=(
                    AttentionAction(
                        "S", QCoreApplication.translate("Attention", "Seen"), partial(self._see, row.member, row.since)
                    ),
                    AttentionAction(
                        "G", QCoreApplication.translate("Attention", "Look at them"), partial(self._show, row.member)
                    ),
                ),
            )
            for row in dropped(world)
            if (row.member, row.since) not in self._seen
        )

    def _see(self, member: str, since: int) -> None:
        self._seen.add((member, since))
        self._refresh()
