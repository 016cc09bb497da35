"""Everything a person can do, by name: shortcuts and the command palette are made from it."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.i18n import Words
from ui.shell.panels import Mode

EVERYWHERE = frozenset(Mode)


def _always() -> bool:
    return True


def group_window() -> str:
    """Name the group of the actions of the window itself."""
    return QCoreApplication.translate("Actions", "Window")


@dataclass(frozen=True)
class Action:
    """One thing that can be done.

    Attributes:
        key: stable, such as `session.start`.
        words: what it does, beginning with a verb.
        run: does it; called from a Qt slot.
        shortcut: keys in Qt's portable writing, such as `Ctrl+Shift+P`, or empty.
        group: the heading it stands under in the list of shortcuts.
        icon_name: a drawing, or none.
        modes: in which it makes sense.
        enabled: asked before it is offered and before it runs.
    """

    key: str
    words: Words
    run: Callable[[], object]
    shortcut: str = ""
    group: Words = group_window
    icon_name: str | None = None
    modes: frozenset[Mode] = EVERYWHERE
    enabled: Callable[[], bool] = _always


class ActionTakenError(Exception):
    """Another action has this key, or these shortcut keys in the same mode.

    Attributes:
        code: stable, for messages and logs.
    """

    code = "ui.action_taken"

    def __init__(self, what: str, by: str) -> None:
        super().__init__(f"{what!r} belongs to the action {by!r}")
        self.what = what
        self.by = by


class Actions(QObject):
    """The actions that exist now. `changed` tells that some came or went."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, Action] = {}
        self._owners: dict[str, QObject] = {}

    def add(self, *actions: Action, owner: QObject | None = None) -> None:
        """Add actions.

        Args:
            actions: with keys and shortcuts that are free.
            owner: when it is destroyed, the actions go with it.

        Raises:
            ActionTakenError: when a key or a shortcut is taken; those before it were added.
        """
        for action in actions:
            self._refuse_taken(action)
            self._actions[action.key] = action
            if owner is not None:
                self._owners[action.key] = owner
        if owner is not None:
            owner.destroyed.connect(lambda: self._withdraw(actions))
        self.changed.emit()

    def forget(self, widget: QWidget) -> None:
        """Take away at once what belongs to a widget's parts; it is on its way out, and another may take its place.

        Args:
            widget: whose descendants own the actions.
        """
        owners = self._owners.items()
        self.remove(*[key for key, owner in owners if isinstance(owner, QWidget) and widget.isAncestorOf(owner)])

    def remove(self, *keys: str) -> None:
        """Take actions away.

        Args:
            keys: those that do not exist are passed over.
        """
        for key in keys:
            self._actions.pop(key, None)
            self._owners.pop(key, None)
        self.changed.emit()

    def _withdraw(self, actions: tuple[Action, ...]) -> None:
        """Take away those that are still these, unless everything is being taken down."""
        if isValid(self):
            self.remove(*(action.key for action in actions if self._actions.get(action.key) is action))

    def all(self) -> tuple[Action, ...]:
        """Give every action, in the order they were added."""
        return tuple(self._actions.values())

    def offered(self, mode: Mode) -> tuple[Action, ...]:
        """Give the actions that can be done now.

        Args:
            mode: the window's.
        """
        return tuple(action for action in self._actions.values() if mode in action.modes and action.enabled())

    def run(self, key: str) -> bool:
        """Do something.

        Args:
            key: of an action.

        Returns:
            Whether it could be done.

        Raises:
            KeyError: when there is no such action.
        """
        action = self._actions[key]
        if not action.enabled():
            return False
        action.run()
        return True

    def _refuse_taken(self, action: Action) -> None:
        if action.key in self._actions:
            raise ActionTakenError(action.key, action.key)
        if not action.shortcut:
            return
        keys = QKeySequence(action.shortcut)
        for other in self._actions.values():
            if other.shortcut and QKeySequence(other.shortcut) == keys and other.modes & action.modes:
                raise ActionTakenError(action.shortcut, other.key)


def plain(text: str) -> str:
    """Write a text without accents and capitals, to compare what people type.

    Args:
        text: in any script.
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def match_score(query: str, text: str) -> int | None:
    """Judge how well a text answers a query: every word of the query must begin a word of it, or stand inside it.

    Args:
        query: what was typed.
        text: of an action.

    Returns:
        A number, better when larger; none when it does not answer at all.
    """
    words = plain(text).replace("’", " ").replace("'", " ").replace("-", " ").split()
    score = 0
    for part in plain(query).split():
        best = max(
            (3 if word == part else 2 if word.startswith(part) else 1 if part in word else 0 for word in words),
            default=0,
        )
        if not best:
            return None
        score += best * 10 - (0 if words and words[0].startswith(part) else 1)
    return score
