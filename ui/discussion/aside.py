"""What one looks at instead of a channel for a while: a thread, what a search found, the texts that a message had."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.domain.discussion.looking import search
from app.domain.discussion.state import DiscussionState
from app.domain.kernel.capability import Viewer
from app.domain.kernel.gate import Outcome
from ui.bridge.names import place_name
from ui.discussion.model import Mark, MessageRow, message_row
from ui.widgets.buttons import IconButton
from ui.widgets.labels import ElidedLabel, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QKeyEvent

    from app.domain.kernel.world import World
    from app.sync.changes import Pending
    from ui.bridge.session import SessionBridge

ENOUGH = 100
"""After how many messages a search rests."""

_MARKS = {
    Outcome.PUBLISHED: Mark.NONE,
    Outcome.HELD: Mark.HELD,
    Outcome.RETURNED: Mark.RETURNED,
    Outcome.REJECTED: Mark.REJECTED,
    Outcome.HIDDEN: Mark.HIDDEN,
    Outcome.EXPIRED: Mark.EXPIRED,
}


def thread_rows(
    world: World, root: str, *, me: str, pending: Callable[[str], Sequence[Pending]]
) -> tuple[MessageRow, ...]:
    """Give a message and all that goes back to it, published or not, in the order in which it was written.

    Args:
        world: to read.
        root: the id of the message.
        me: who looks.
        pending: gives one's own pending commands about a message.
    """
    state = world.state(DiscussionState)
    ids = [root, *state.threads.get(root, ())]
    found = (state.messages.get(each) for each in ids)
    rows = (message_row(world, each, me=me, pending=pending(each.id)) for each in found if each is not None)
    return tuple(row if row.id == root else replace(row, replies=0) for row in rows)


def revision_rows(world: World, message: str, *, me: str) -> tuple[MessageRow, ...]:
    """Give every text that a message had, the first first.

    Args:
        world: to read.
        message: its id.
        me: who looks.
    """
    found = world.state(DiscussionState).messages.get(message)
    if found is None:
        return ()
    row = message_row(world, found, me=me)
    return tuple(
        replace(
            row,
            id=f"{message}:{number}",
            at=revision.at,
            text=revision.text,
            mark=_MARKS[revision.outcome],
            reason=revision.reason,
            edited=False,
            reactions=(),
            replies=0,
            was="",
            quote=None,
            place=str(number),
        )
        for number, revision in enumerate(found.revisions, 1)
    )


def found_rows(world: World, ids: Iterable[str], *, me: str) -> tuple[MessageRow, ...]:
    """Give messages of several channels, each with where it stands.

    Args:
        world: to read.
        ids: of messages.
        me: who looks.
    """
    messages = world.state(DiscussionState).messages
    there = (messages[each] for each in ids if each in messages)
    return tuple(replace(message_row(world, each, me=me), place=place_name(world, each.channel)) for each in there)


class Search:
    """Looks through a whole session, a part at a time, so that nobody waits for it. `changed` is called for each part.

    Args:
        world: gives what to read.
        viewer: who searches.
        changed: told when more was found, or when all was read.
    """

    def __init__(self, world: Callable[[], World], viewer: Callable[[], Viewer], changed: Callable[[], object]) -> None:
        self._world, self._viewer, self._changed = world, viewer, changed
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)
        self._args: dict[str, Any] = {}
        self.found: dict[str, int] = {}

    @property
    def is_looking(self) -> bool:
        """Whether there is more to read."""
        return self._timer.isActive()

    def begin(self, words: str) -> None:
        """Look for words.

        Args:
            words: to find, in any order; empty finds nothing.
        """
        self.found = {}
        self._args = {"text": words}
        if words.strip():
            self._timer.start(0)
        else:
            self.stop()
            self._changed()

    def stop(self) -> None:
        """Look no further."""
        self._timer.stop()

    def _read(self) -> None:
        answer = search(self._world(), self._viewer(), self._args)
        self.found |= {key: entry["order"] for key, entry in answer["messages"].items()}
        if "before" in answer and len(self.found) < ENOUGH:
            self._args["before"] = answer["before"]
            self._timer.start(0)
        self._changed()


class AsideBar(Translated, Ground):
    """Over the list: what one looks at, a field when one searches, and the way back (Escape).

    `searched` carries the words, `closed` nothing.
    """

    searched = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("sunken")
        self._title = ElidedLabel(words=Words.STRONG)
        self._count = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self.field = QLineEdit()
        self._close = IconButton("x")
        space = tokens().space
        row = QHBoxLayout()
        row.setContentsMargins(space.l, space.xs, space.s, space.xs)
        row.setSpacing(space.s)
        row.addWidget(self._title)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        row.addWidget(self._close)
        self.column.addLayout(row)
        self.field.textChanged.connect(self.searched.emit)
        self._close.clicked.connect(self.closed)
        self.retranslate()
        self.hide()

    def open_with(self, title: str, *, searching: bool = False) -> None:
        """Come up.

        Args:
            title: what one looks at, already translated.
            searching: whether to ask for words.
        """
        self._title.setText(title)
        self._title.setVisible(not searching)
        self.field.setVisible(searching)
        self.count("")
        self.show()
        if searching:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()

    def count(self, text: str) -> None:
        """Say how much was found.

        Args:
            text: already translated.
        """
        self._count.setText(text)
        self._count.setVisible(bool(text))

    def count_found(self, count: int) -> None:
        """Say how many messages were found.

        Args:
            count: of them.
        """
        self.count(self.tr("%n message(s)", "found", count))

    def retranslate(self) -> None:
        """Say the words again."""
        self.field.setPlaceholderText(self.tr("Search all conversations"))
        self.field.setAccessibleName(self.tr("Search all conversations"))
        self._close.say(self.tr("Back to the conversation"))
        self._close.tell_keys("Esc")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


class Kind(StrEnum):
    """What one looks at."""

    CHANNEL = "channel"
    THREAD = "thread"
    SEARCH = "search"
    HISTORY = "history"


class Aside:
    """What the list shows instead of a channel, and the bar that says so.

    Args:
        bridge: to the session.
        changed: told when the list has something else to show.
    """

    def __init__(self, bridge: SessionBridge, changed: Callable[[], object]) -> None:
        self._bridge, self._changed = bridge, changed
        self.kind, self.about = Kind.CHANNEL, ""
        self.bar = AsideBar()
        self._search = Search(lambda: bridge.world, lambda: Viewer(bridge.me, bridge.role), self._found)
        self.bar.searched.connect(self._search.begin)

    @property
    def is_open(self) -> bool:
        """Whether something else than a channel is shown."""
        return self.kind is not Kind.CHANNEL

    def open_thread(self, message: str) -> None:
        """Show a thread.

        Args:
            message: any of it.
        """
        found = self._bridge.projected.state(DiscussionState).messages.get(message)
        if found is not None:
            self._open(Kind.THREAD, found.thread or found.id)

    def open_history(self, message: str) -> None:
        """Show every text that a message had.

        Args:
            message: its id.
        """
        self._open(Kind.HISTORY, message)

    def open_search(self) -> None:
        """Ask for words, and show what holds them."""
        self._open(Kind.SEARCH, "")
        self._search.begin(self.bar.field.text())

    def close(self) -> None:
        """Go back to the channel."""
        if self.is_open:
            self._search.stop()
            self.kind, self.about = Kind.CHANNEL, ""
            self.bar.hide()
            self._changed()

    def rows(self) -> tuple[MessageRow, ...]:
        """Give what the list shows."""
        world, me = self._bridge.projected, self._bridge.me
        match self.kind:
            case Kind.THREAD:
                return thread_rows(world, self.about, me=me, pending=self._bridge.pending_about)
            case Kind.HISTORY:
                return revision_rows(world, self.about, me=me)
            case Kind.SEARCH:
                found = self._search.found
                return found_rows(world, sorted(found, key=lambda each: -found[each]), me=me)
            case Kind.CHANNEL:
                return ()

    def retranslate(self) -> None:
        """Say the words again."""
        if self.is_open:
            self.bar.open_with(self._title(), searching=self.kind is Kind.SEARCH)
            self._say_count()

    def _open(self, kind: Kind, about: str) -> None:
        self._search.stop()
        self.kind, self.about = kind, about
        self.bar.open_with(self._title(), searching=kind is Kind.SEARCH)
        self._changed()

    def _title(self) -> str:
        match self.kind:
            case Kind.THREAD:
                return QCoreApplication.translate("Aside", "Thread")
            case Kind.HISTORY:
                return QCoreApplication.translate("Aside", "Every text of this message, the first at the top")
            case _:
                return ""

    def _found(self) -> None:
        self._say_count()
        self._changed()

    def _say_count(self) -> None:
        if self.kind is not Kind.SEARCH:
            return
        if not self.bar.field.text().strip():
            self.bar.count("")
        elif self._search.is_looking:
            self.bar.count(QCoreApplication.translate("Aside", "Searching…"))
        else:
            self.bar.count_found(len(self._search.found))
