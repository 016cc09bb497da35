"""Where something for the board is written: what it is, where it leads, what it is good for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.domain.kernel.gate import LIMITS
from ui.widgets.fields import Choice, Field
from ui.widgets.inline_form import InlineForm

if TYPE_CHECKING:
    from ui.board.model import BoardRow


class BoardForm(InlineForm):
    """Asks for a link or a note.

    `given` carries the id of what is changed (empty for something new), title, link, note and the topic's id.
    """

    given = Signal(object, object, object, object, object)

    def __init__(self) -> None:
        self._item = ""
        self._topics: tuple[tuple[str, str], ...] = ()
        self.title = Field(limit=LIMITS["title"])
        self.link = Field(limit=LIMITS["link"])
        self.note = Field(limit=LIMITS["board_note"])
        self.topic = Choice()
        super().__init__(self.title, self.link, self.note, self.topic)

    def ask(self, topics: tuple[tuple[str, str], ...], row: BoardRow | None = None) -> None:
        """Ask for a link or a note.

        Args:
            topics: id and title of those that it may belong to.
            row: what is changed; none for something new.
        """
        self._item = row.item if row is not None else ""
        self._topics = topics
        self.title.set_text(row.title if row is not None else "")
        self.link.set_text(row.link if row is not None else "")
        self.note.set_text(" ".join(row.note.split("\n")) if row is not None else "")
        self.open()
        ids = ["", *(key for key, _title in topics)]
        wanted = row.topic_id if row is not None else ""
        self.topic.setCurrentIndex(ids.index(wanted) if wanted in ids else 0)
        self.link.set_error("")

    def refuse_link(self, text: str) -> None:
        """Say what is wrong with the link.

        Args:
            text: already translated.
        """
        self.link.set_error(text)

    def give(self) -> None:
        """Tell what was written."""
        link = self.link.text()
        if link and "://" not in link and "." in link.split("/", 1)[0]:
            # People type addresses as they are printed.
            link = f"https://{link}"
        self.given.emit(self._item, self.title.text(), link, self.note.text(), self.topic.currentData() or "")

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.title.say(self.tr("Title"), placeholder=self.tr("What it is"))
        self.link.say(self.tr("Link (may stay empty)"), placeholder="https://")
        self.note.say(self.tr("Note"), placeholder=self.tr("What it is good for"))
        kept = max(0, self.topic.currentIndex())
        self.topic.clear()
        self.topic.addItem(self.tr("No topic"), "")
        for key, title in self._topics:
            self.topic.addItem(title, key)
        self.topic.setCurrentIndex(min(kept, self.topic.count() - 1))
        self.topic.setVisible(bool(self._topics))
        self.topic.setAccessibleName(self.tr("Topic"))
        self.take.say(self.tr("Change") if self._item else self.tr("Put on the board"))
