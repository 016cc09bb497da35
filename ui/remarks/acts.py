"""What staff do with their notes, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.remarks import commands as c

if TYPE_CHECKING:
    from ui.bridge.session import SessionBridge
    from ui.remarks.model import RemarkRow
    from ui.widgets.toast import Toast


class RemarkActs(QObject):
    """Acts on notes.

    Args:
        bridge: to the session.
        toast: tells what was done.
        parent: the owner.
    """

    def __init__(self, bridge: SessionBridge, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._toast = bridge, toast

    def write(self, member: str, message: str, text: str, *, follow_up: bool) -> bool:
        """Note something.

        Args:
            member: whom it is about; empty when a message tells.
            message: the message that it is about; empty for none.
            text: what.
            follow_up: whether somebody has to come back to it.

        Returns:
            Whether that could be asked.
        """
        asked = c.WriteRemark(member=member, message=message, text=text, follow_up=follow_up)
        return self._bridge.submit(asked) is not None

    def revise(self, row: RemarkRow, text: str) -> bool:
        """Note something else instead.

        Args:
            row: of the note.
            text: what.

        Returns:
            Whether that could be asked.
        """
        return self._bridge.submit(c.ReviseRemark(remark=row.remark, text=text)) is not None

    def flag(self, row: RemarkRow) -> None:
        """Flag a note to follow up, or say that this is done.

        Args:
            row: of the note.
        """
        wanted = not row.follow_up
        if self._bridge.submit(c.FlagRemark(remark=row.remark, follow_up=wanted)) is not None:
            back = c.FlagRemark(remark=row.remark, follow_up=row.follow_up)
            text = self.tr("To follow up: %1") if wanted else self.tr("Followed up: %1")
            self._toast.say(text.replace("%1", row.name), undo=lambda: self._bridge.submit(back))

    def remove(self, row: RemarkRow) -> None:
        """Take a note away.

        Args:
            row: of the note.
        """
        if self._bridge.submit(c.RemoveRemark(remark=row.remark)) is not None:
            back = c.RemoveRemark(remark=row.remark, gone=False)
            self._toast.say(self.tr("The note is gone"), undo=lambda: self._bridge.submit(back))
