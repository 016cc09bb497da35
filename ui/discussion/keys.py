"""What one can do in the conversation from anywhere: its actions, for the keyboard and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.shell.actions import Action
from ui.shell.panels import Mode

if TYPE_CHECKING:
    from ui.discussion.panel import DiscussionPanel


def conversation_actions(panel: DiscussionPanel) -> tuple[Action, ...]:
    """Give the actions of a conversation.

    Args:
        panel: that carries them out.
    """

    def group() -> str:
        return QCoreApplication.translate("Actions", "Conversation")

    live = frozenset({Mode.LIVE})
    made = (
        (
            "write",
            lambda: QCoreApplication.translate("Actions", "Write a message"),
            panel.writing.setFocus,
            "Ctrl+Return",
            "message-circle",
        ),
        (
            "next_channel",
            lambda: QCoreApplication.translate("Actions", "Go to the next channel"),
            lambda: panel.tabs.step(1),
            "Ctrl+PgDown",
            "chevron-right",
        ),
        (
            "previous_channel",
            lambda: QCoreApplication.translate("Actions", "Go to the previous channel"),
            lambda: panel.tabs.step(-1),
            "Ctrl+PgUp",
            "chevron-left",
        ),
        (
            "staff",
            lambda: QCoreApplication.translate("Actions", "Write to the staff"),
            panel.write_to_staff,
            "Ctrl+Shift+S",
            "lock",
        ),
        (
            "read",
            lambda: QCoreApplication.translate("Actions", "Choose a message"),
            panel.take_keyboard,
            "Ctrl+Up",
            "list",
        ),
        (
            "search",
            lambda: QCoreApplication.translate("Actions", "Search the conversations"),
            panel.search,
            "Ctrl+F",
            "search",
        ),
        (
            "first_unread",
            lambda: QCoreApplication.translate("Actions", "Go to the first unread message"),
            panel.go_to_first_unread,
            "Ctrl+Shift+U",
            "arrow-up",
        ),
    )
    return tuple(
        Action(f"discussion.{key}", words, run, shortcut=keys, group=group, icon_name=icon_name, modes=live)
        for key, words, run, keys, icon_name in made
    )
