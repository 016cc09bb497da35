"""What a class leaves open: the questions without an answer and those put off, to be taken into the next plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.domain.questions.state import QuestionsState
from app.domain.questions.timing import median, times_to_first_peer_answer
from ui.questions.carrying import CarryButton
from ui.questions.model import QuestionRow, standing_text, unanswered
from ui.review.past import Past
from ui.session.classes import TwoLines, two_lines_view
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import tokens
from ui.widgets.time_label import clock_text
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.reports.record import PastSession
    from ui.shell.panels import Services


def as_list(rows: tuple[QuestionRow, ...]) -> str:
    """Write questions as a list that a plan takes in.

    Args:
        rows: of the questions.
    """
    return "\n".join(f"- {' '.join(row.text.split())}" for row in rows)


class CarriedOver(Translated, QWidget):
    """The questions that carry over from a past class.

    Args:
        services: the `Past` and the `Toast`.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._past, self._toast = services.need(Past), services.need(Toast)
        self._found: tuple[QuestionRow, ...] = ()
        self._figures = Label(tone=Tone.MUTED, wrap=True, words=Words.CAPTION)
        self.rows, self.view = two_lines_view("")
        self._empty = EmptyState("circle-question-mark")
        self.copy = Button(kind=ButtonKind.QUIET, icon_name="copy")
        self.carry = CarryButton(services, lambda: [row.text for row in self._found])
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        space = tokens().space
        foot = QHBoxLayout()
        foot.setContentsMargins(space.m, space.s, space.m, space.m)
        foot.addWidget(self.carry)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(space.m, space.m, space.m, space.s)
        head.addWidget(self._figures)
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
        self._found = unanswered(past.world) if past is not None else ()
        self.rows.show_rows([_two_lines(row) for row in self._found])
        self._pages.setCurrentIndex(0 if self._found else 1)
        self._empty.say(
            self.tr("No question is left open"),
            self.tr("What nobody answered in a class, and what was put off, comes here to be taken up in the next."),
        )
        self._figures.setText(self._say_figures(past) if past is not None else "")
        self._figures.setVisible(past is not None)
        self.copy.say(self.tr("Copy the list"), self.tr("To paste into the next plan"))
        self.copy.setEnabled(bool(self._found))
        self.carry.offer()
        self.view.setAccessibleName(self.tr("Questions that are left open"))

    def _say_figures(self, past: PastSession) -> str:
        state = past.world.state(QuestionsState)
        waits = times_to_first_peer_answer(past.envelopes)
        parts = [self.tr("%n question(s) asked", "in a class", len(state.questions))]
        by_peers = sum(wait is not None for wait in waits.values())
        parts.append(self.tr("%n answered by peers", "questions", by_peers))
        middle = median(waits.values())
        if middle is not None:
            text = self.tr("first peer answer after %1 (median)")
            parts.append(text.replace("%1", clock_text(middle // 1000)))
        return " · ".join(parts)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_list(self._found))
        self._toast.say(self.tr("%n question(s) copied", "", len(self._found)))


def _two_lines(row: QuestionRow) -> TwoLines:
    stand = QCoreApplication.translate("Questions", "wanted by %1").replace("%1", str(row.weight)) if row.weight else ""
    below = " · ".join(part for part in (row.name, standing_text(row.standing), stand, row.place) if part)
    return TwoLines(row.question, " ".join(row.text.split()), below)
