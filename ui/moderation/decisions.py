"""Deciding about held texts, from wherever one sees them: the queue, the Attention column, the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.domain.kernel.gate import Outcome
from app.domain.moderation.commands import AnswerAppeal, DecideText, UndoDecision
from app.domain.moderation.state import ModerationState
from app.sync.changes import Notice, NoticeKind
from app.sync.connection import Online
from ui.bridge.names import member_name
from ui.bridge.refusals import refusal_text

if TYPE_CHECKING:
    from app.domain.moderation.items import Item
    from ui.bridge.session import SessionBridge


class Decisions(QObject):
    """What staff decide about texts in one session; there is one for each bridge.

    `wanted` carries an item's id and an `Outcome` or none: somebody asks to see the item in the queue, and with
    `RETURNED` or `REJECTED` to be asked for the reason. `told` carries a sentence about a decision that came too late.

    Args:
        bridge: to the session; owns this.
    """

    wanted = Signal(object, object)
    told = Signal(object)

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._away: dict[str, str] = {}
        bridge.answer_first(self._answer)
        bridge.stateChanged.connect(self._came_late)

    @classmethod
    def of(cls, bridge: SessionBridge) -> Decisions:
        """Give the one that belongs to a bridge.

        Args:
            bridge: to a session.
        """
        found = bridge.findChild(cls)
        return found if isinstance(found, cls) else cls(bridge)

    def item(self, item: str) -> Item | None:
        """Give a text's way through the gate as it is known now.

        Args:
            item: its id.
        """
        return self._bridge.projected.state(ModerationState).items.get(item)

    def publish(self, item: str) -> bool:
        """Let a text through.

        Args:
            item: its id.

        Returns:
            Whether that could be asked.
        """
        return self.decide(item, Outcome.PUBLISHED)

    def decide(self, item: str, outcome: Outcome, reason: str = "", *, revision: int = 0) -> bool:
        """Decide about a text.

        Args:
            item: its id.
            outcome: published, returned or rejected.
            reason: words for the author.
            revision: the one that was read; the newest one when left out.

        Returns:
            Whether that could be asked.
        """
        # The version must be the relay's: a pending decision of one's own has none yet.
        known = self._bridge.world.state(ModerationState).items.get(item) or self.item(item)
        if known is None:
            self.told.emit(refusal_text("unknown_item"))
            return False
        if outcome is Outcome.REJECTED and known.is_flagged:
            # What was shown is taken down, with everything it said before.
            outcome = Outcome.HIDDEN
        command = DecideText(
            item=item,
            revision=revision or known.revision,
            version=known.version,
            outcome=outcome,
            reason=reason,
            away=not isinstance(self._bridge.connection, Online),
        )
        if command.away:
            self._away[item] = known.author
        return self._bridge.submit(command) is not None

    def undo(self, item: str) -> bool:
        """Take the last decision about a text back.

        Args:
            item: its id.

        Returns:
            Whether that could be asked.
        """
        known = self._bridge.world.state(ModerationState).items.get(item)
        if known is None or known.before is None:
            self.told.emit(refusal_text("nothing_to_undo"))
            return False
        return self._bridge.submit(UndoDecision(item=item, version=known.version)) is not None

    def answer_appeal(self, item: str, *, granted: bool) -> bool:
        """Answer an appeal.

        Args:
            item: what it is about.
            granted: whether the text is published, or the limit lifted.

        Returns:
            Whether that could be asked.
        """
        return self._bridge.submit(AnswerAppeal(item=item, granted=granted)) is not None

    def _came_late(self, _changed: object) -> None:
        """Tell of decisions made without a line that came too late: they stand beside the text as suggestions."""
        if not self._away:
            return
        items = self._bridge.world.state(ModerationState).items
        for item in list(self._away):
            known = items.get(item)
            if known is None or known.decided_by == self._bridge.me or self._bridge.me in known.cosigned:
                del self._away[item]
            elif any(suggestion.by == self._bridge.me for suggestion in known.suggestions):
                del self._away[item]
                self.told.emit(self._suggested(known))

    def _suggested(self, known: Item) -> str:
        world = self._bridge.projected
        text = QCoreApplication.translate(
            "Moderation", "%1 was quicker while you were away: %2. Your decision stands beside it as a suggestion."
        )
        return text.replace("%1", member_name(world, known.decided_by or known.author)).replace(
            "%2", outcome_text(known.outcome)
        )

    def _answer(self, notice: Notice) -> bool:
        pending = notice.pending
        if notice.kind is not NoticeKind.REFUSED or pending is None or not isinstance(pending.command, DecideText):
            return False
        self.told.emit(self.too_late(pending.command.item, notice.code))
        return True

    def too_late(self, item: str, code: str) -> str:
        """Say kindly why a decision did not count.

        Args:
            item: the text's id.
            code: of the refusal.
        """
        known = self._bridge.world.state(ModerationState).items.get(item)
        world = self._bridge.projected
        if known is None:
            return refusal_text("unknown_item")
        match code:
            case "edited_since":
                text = QCoreApplication.translate("Moderation", "%1 has changed the text since. Read the new one.")
                return text.replace("%1", member_name(world, known.author))
            case "decided_otherwise" if known.decided_by:
                text = QCoreApplication.translate("Moderation", "%1 was quicker: %2.")
                return text.replace("%1", member_name(world, known.decided_by)).replace(
                    "%2", outcome_text(known.outcome)
                )
            case _:
                return refusal_text(code)


def outcome_text(outcome: Outcome) -> str:
    """Say what became of a text.

    Args:
        outcome: of its newest revision.
    """
    match outcome:
        case Outcome.PUBLISHED:
            return QCoreApplication.translate("Moderation", "the text is published")
        case Outcome.HELD:
            return QCoreApplication.translate("Moderation", "the text is held")
        case Outcome.RETURNED:
            return QCoreApplication.translate("Moderation", "the text went back to its author")
        case Outcome.REJECTED:
            return QCoreApplication.translate("Moderation", "the text is rejected")
        case Outcome.HIDDEN:
            return QCoreApplication.translate("Moderation", "the text is hidden")
        case Outcome.EXPIRED:
            return QCoreApplication.translate("Moderation", "the text has expired")


def reasons(outcome: Outcome) -> tuple[str, ...]:
    """Give reasons that are often given, in the person's language.

    Args:
        outcome: returned or rejected.
    """
    if outcome is Outcome.RETURNED:
        return (
            QCoreApplication.translate("Reasons", "Could you say it in a few more words?"),
            QCoreApplication.translate("Reasons", "Please keep to today’s question."),
            QCoreApplication.translate("Reasons", "Speak of the idea rather than of the person."),
            QCoreApplication.translate("Reasons", "Please leave out names and private details."),
        )
    return (
        QCoreApplication.translate("Reasons", "This hurts somebody in the group."),
        QCoreApplication.translate("Reasons", "This has nothing to do with the class."),
        QCoreApplication.translate("Reasons", "This was already said."),
        QCoreApplication.translate("Reasons", "This shares something private."),
    )
