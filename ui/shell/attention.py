"""What wants a staff member, from every capability, in one order; this room knows none of them by name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid


class Urgency(IntEnum):
    """How soon someone should look."""

    NOW = 0
    SOON = 1
    WHENEVER = 2


@dataclass(frozen=True)
class AttentionAction:
    """One way to act on an item.

    Attributes:
        key: one letter that does it while the item is chosen.
        text: already translated; a verb.
        run: does it.
    """

    key: str
    text: str
    run: Callable[[], object] = field(compare=False)


@dataclass(frozen=True)
class AttentionItem:
    """Something that wants a staff member.

    Attributes:
        key: stable and unlike any other capability's, such as `moderation:<message id>`.
        why: what wants attention, already translated.
        since: when it began, in milliseconds on the class's clock.
        detail: the beginning of a message, a room's name; may be empty.
        icon_name: a drawing.
        urgency: how soon someone should look.
        claimed_by: the name of the staff member who is at it; empty when nobody is.
        actions: the first one is done by Enter.
        order: where it stands among the others of its urgency, as a moment like `since`; 0 for where `since` puts it.
    """

    key: str
    why: str
    since: int
    detail: str = ""
    icon_name: str = "bell"
    urgency: Urgency = Urgency.SOON
    claimed_by: str = ""
    actions: tuple[AttentionAction, ...] = ()
    order: int = 0


Contributor = Callable[[], Iterable[AttentionItem]]


class Attention(QObject):
    """Gathers the items of all contributors. `changed` carries the ordered tuple.

    Contributors are asked, not told: they compute their items from the state whenever they call `refresh`, and again
    when the language changes.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contributors: dict[str, Contributor] = {}
        self._items: dict[str, tuple[AttentionItem, ...]] = {}
        self._shown: tuple[AttentionItem, ...] = ()

    @property
    def items(self) -> tuple[AttentionItem, ...]:
        """What wants attention, the most urgent first, then the oldest."""
        return self._shown

    def contribute(self, name: str, contributor: Contributor, *, owner: QObject | None = None) -> None:
        """Add a contributor and ask it at once.

        Args:
            name: of the capability; a second one of the same name takes the place of the first.
            contributor: gives its items as they are now.
            owner: when it is destroyed, the items go with it.
        """
        self._contributors[name] = contributor
        if owner is not None:
            owner.destroyed.connect(lambda: self._owner_gone(name, contributor))
        self.refresh(name)

    def withdraw(self, name: str, contributor: Contributor | None = None) -> None:
        """Take a contributor away, with its items.

        Args:
            name: of the capability.
            contributor: only if it is still this one; left out, whichever it is.
        """
        if contributor is None or self._contributors.get(name) is contributor:
            self._contributors.pop(name, None)
            self._items.pop(name, None)
            self._tell()

    def _owner_gone(self, name: str, contributor: Contributor) -> None:
        # When everything is being taken down, nobody is left to tell.
        if isValid(self):
            self.withdraw(name, contributor)

    def refresh(self, name: str | None = None) -> None:
        """Ask for the items again.

        Args:
            name: of the capability whose state changed; all of them when left out.
        """
        for each in (name,) if name is not None else tuple(self._contributors):
            self._items[each] = tuple(self._contributors[each]())
        self._tell()

    def _tell(self) -> None:
        everything = (item for items in self._items.values() for item in items)
        shown = tuple(sorted(everything, key=lambda item: (item.urgency, item.order or item.since, item.key)))
        if shown != self._shown:
            self._shown = shown
            self.changed.emit(shown)
