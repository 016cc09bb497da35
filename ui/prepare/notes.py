"""A dialog that lists what happened, in groups, and asks at most whether to go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH, _MOST = 500, 420
"""How wide what is listed is, and how high at most, in logical pixels."""

MOST_LINES = 200
"""How many lines of a group are listed; how many more there are is told."""


@dataclass(frozen=True)
class Group:
    """Lines under a heading.

    Attributes:
        heading: already translated.
        lines: already translated.
        tone: of the heading.
    """

    heading: str
    lines: tuple[str, ...]
    tone: Tone = Tone.TEXT


class NotesDialog(Translated, QDialog):
    """Lists what happened.

    Args:
        title: already translated.
        detail: what follows from it.
        groups: what is listed.
        accept: the words of the button that goes on, a verb; empty when there is nothing to decide.
        parent: the window it belongs to.
    """

    def __init__(
        self, title: str, detail: str, groups: Sequence[Group], accept: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._asks = bool(accept)
        self.groups = tuple(groups)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self._stay = Button(kind=ButtonKind.QUIET if accept else ButtonKind.PRIMARY)
        self._stay.clicked.connect(self.reject)
        self.accept_button = Button(accept, kind=ButtonKind.PRIMARY)
        self.accept_button.clicked.connect(self.accept)
        self.accept_button.setVisible(bool(accept))
        (self.accept_button if accept else self._stay).setDefault(True)
        space = tokens().space
        # Of the dialog's own colour, so that it looks like one sheet.
        self._listed = Ground("surface")
        listed = self._listed.column
        listed.setContentsMargins(0, 0, space.m, 0)
        listed.setSpacing(space.xs)
        for group in groups:
            self._add(listed, group)
        listed.addStretch(1)
        area = QScrollArea()
        area.setWidget(self._listed)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QHBoxLayout()
        buttons.setSpacing(space.s)
        buttons.addStretch(1)
        buttons.addWidget(self._stay)
        buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xl, space.xl, space.xl, space.l)
        column.setSpacing(space.s)
        column.addWidget(Label(title, words=Words.TITLE, wrap=True))
        if detail:
            column.addWidget(Label(detail, tone=Tone.MUTED, wrap=True))
        column.addSpacing(space.s)
        column.addWidget(area, 1)
        column.addSpacing(space.m)
        column.addLayout(buttons)
        self._listed.setFixedWidth(_WIDTH)
        area.setFixedWidth(_WIDTH + space.m)
        area.setFixedHeight(min(_MOST, self._listed.heightForWidth(_WIDTH)))
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words of the button that stays."""
        self._stay.say(self.tr("Cancel") if self._asks else self.tr("Close"))

    def _add(self, column: QVBoxLayout, group: Group) -> None:
        space = tokens().space
        column.addWidget(Label(group.heading, words=Words.STRONG, tone=group.tone, wrap=True))
        for line in group.lines[:MOST_LINES]:
            label = Label(f"–\u00a0{line}", wrap=True)
            label.setContentsMargins(space.s, 0, 0, 0)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        if len(group.lines) > MOST_LINES:
            more = self.tr("And %n more.", "lines that are not listed", len(group.lines) - MOST_LINES)
            column.addWidget(Label(more, tone=Tone.MUTED))
        column.addSpacing(space.s)
