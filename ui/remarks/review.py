"""The staff's notes of a past class: what is left to follow up first, and all of it to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.remarks.model import RemarkRow, notes
from ui.remarks.view import RemarksView, said
from ui.review.past import Past
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.shell.panels import Services


def as_list(rows: tuple[RemarkRow, ...]) -> str:
    """Write notes as a list.

    Args:
        rows: of the notes.
    """
    lines = (f"- {'[ ] ' if row.follow_up else ''}{row.name}: {' '.join(said(row).split())}" for row in rows)
    return "\n".join(lines)


class NotesInReview(Translated, QWidget):
    """The notes of a past class.

    Args:
        services: the `Past` and the `Toast`.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._past, self._toast = services.need(Past), services.need(Toast)
        self._found: tuple[RemarkRow, ...] = ()
        self._figures = Label(tone=Tone.MUTED, wrap=True, words=Words.CAPTION)
        self.view = RemarksView()
        self._empty = EmptyState("sticky-note")
        self.copy = Button(kind=ButtonKind.QUIET, icon_name="copy")
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        space = tokens().space
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(space.m, space.m, space.m, space.s)
        head.addWidget(self._figures)
        foot.setContentsMargins(space.m, space.s, space.m, space.m)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        column.addLayout(foot)
        self._past.opened.connect(lambda _past: self.retranslate())
        self.copy.clicked.connect(self._copy)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        past = self._past.current
        found = notes(past.world) if past is not None else ()
        # What somebody has to come back to stands first.
        self._found = tuple(sorted(found, key=lambda row: not row.follow_up))
        self.view.rows.show_rows(self._found)
        self.view.setAccessibleDescription("")
        self._pages.setCurrentIndex(0 if self._found else 1)
        self._empty.say(
            self.tr("No note was taken"),
            self.tr("What the staff noted about people and messages stands here, with what is left to follow up."),
        )
        open_ones = sum(row.follow_up for row in self._found)
        self._figures.setText(self.tr("%n to follow up", "notes of a past class", open_ones))
        self._figures.setVisible(bool(self._found))
        self.copy.say(self.tr("Copy the list"))
        self.copy.setEnabled(bool(self._found))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_list(self._found))
        self._toast.say(self.tr("%n note(s) copied", "", len(self._found)))
