"""What of the people expected wants a staff member: strangers who are surely on the list, and who is missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from app.domain.kernel.words import Phase
from app.domain.roster.state import RosterState
from app.domain.session.decider import SessionState
from ui.bridge.names import member_name
from ui.shell.attention import AttentionAction, AttentionItem, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.bridge.session import SessionBridge
    from ui.expected.matching import Matching, Stranger

GRACE: Final = 120_000
"""How long after the start who is missing is nobody's business yet, in milliseconds."""

NO_LONGER: Final = 1_200_000
"""How long after the start it helps to know who is missing, in milliseconds."""

_NAMES_TOLD: Final = 8
_GATHERED_FROM: Final = 3


class ExpectedAttention(QObject):
    """Makes the items. Who is missing is told once, and not again when it was seen.

    Args:
        bridge: to the class.
        matching: knows who has come.
        show: brings a member into sight.
        refresh: makes the Attention column ask again.
        parent: the owner.
    """

    def __init__(
        self,
        bridge: SessionBridge,
        matching: Matching,
        show: Callable[[str], object],
        refresh: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._matching, self._show, self._refresh = bridge, matching, show, refresh
        self._seen = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(refresh)

    def items(self) -> tuple[AttentionItem, ...]:
        """Give the items of the moment."""
        return (*self._strangers(), *self._missing())

    def _strangers(self) -> tuple[AttentionItem, ...]:
        sure = self._matching.arrivals().sure
        if len(sure) >= _GATHERED_FROM:
            names = ", ".join(stranger.meant[0].name for stranger in sure[:_NAMES_TOLD])
            return (
                AttentionItem(
                    key="expected:strangers",
                    why=self.tr("%n people on your list came by the code", "", len(sure)),
                    since=min(self._since(stranger) for stranger in sure),
                    detail=names,
                    icon_name="user-check",
                    urgency=Urgency.WHENEVER,
                    actions=(
                        AttentionAction(
                            "M", QCoreApplication.translate("Attention", "Match all"), self._matching.match_sure
                        ),
                    ),
                ),
            )
        return tuple(self._stranger(stranger) for stranger in sure)

    def _stranger(self, stranger: Stranger) -> AttentionItem:
        person = stranger.meant[0]
        why = QCoreApplication.translate("Attention", "%1 came by the code: %2 on your list?")
        name = member_name(self._bridge.projected, stranger.member)
        return AttentionItem(
            key=f"expected:stranger:{stranger.member}",
            why=why.replace("%1", name).replace("%2", person.name),
            since=self._since(stranger),
            detail=" · ".join(part for part in (person.employer, person.group) if part),
            icon_name="user-check",
            urgency=Urgency.WHENEVER,
            actions=(
                AttentionAction(
                    "M",
                    QCoreApplication.translate("Attention", "Match"),
                    partial(self._matching.match, [(stranger.member, person)]),
                ),
                AttentionAction(
                    "N",
                    QCoreApplication.translate("Attention", "Not the same"),
                    partial(self._matching.set_aside, stranger.member),
                ),
                AttentionAction(
                    "G", QCoreApplication.translate("Attention", "Look at them"), partial(self._show, stranger.member)
                ),
            ),
        )

    def _since(self, stranger: Stranger) -> int:
        found = self._bridge.projected.state(RosterState).presence.get(stranger.member)
        return found.since if found is not None else self._bridge.now()

    def _missing(self) -> tuple[AttentionItem, ...]:
        session = self._bridge.projected.state(SessionState)
        if session.phase is not Phase.LIVE or not session.started_at or self._seen:
            return ()
        arrivals = self._matching.arrivals()
        late = self._bridge.now() - session.started_at
        if not arrivals.missing or late >= NO_LONGER:
            return ()
        self._later.start(max(1, (GRACE if late < GRACE else NO_LONGER) - late))
        if late < GRACE:
            return ()
        why = self.tr("%n people are not here yet", "of those expected", len(arrivals.missing))
        names = [person.name for person in arrivals.missing]
        more = len(names) - _NAMES_TOLD
        detail = ", ".join(names[:_NAMES_TOLD]) + (" …" if more > 0 else "")
        return (
            AttentionItem(
                key="expected:missing",
                why=why,
                since=session.started_at,
                detail=detail,
                icon_name="users",
                urgency=Urgency.WHENEVER,
                actions=(
                    AttentionAction(
                        "C",
                        QCoreApplication.translate("Attention", "Copy their addresses"),
                        partial(self._copy, tuple(person.email or person.name for person in arrivals.missing)),
                    ),
                    AttentionAction("S", QCoreApplication.translate("Attention", "Seen"), self._see),
                ),
            ),
        )

    @staticmethod
    def _copy(addresses: tuple[str, ...]) -> None:
        QGuiApplication.clipboard().setText("; ".join(addresses))

    def _see(self) -> None:
        self._seen = True
        self._refresh()
