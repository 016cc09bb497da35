"""The first thing in an empty Prepare: three plans to begin from, and the other ways to begin."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.plans.plan import total_minutes
from app.sync.runbook import Source
from ui.prepare.listing import first_plan, usual_language
from ui.prepare.offers import samples
from ui.session.words import minutes_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.icons import paint_icon
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import colour, font, tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.plans import Plan
    from ui.prepare.plans import Plans
    from ui.prepare.practice import Practice
    from ui.shell.actions import Actions

_WIDTH: Final = 520


class WelcomePage(Translated, QWidget):
    """Offers the sample plans, an own plan, a file, and a rehearsal.

    Args:
        plans: of this desktop.
        practice: rehearses.
        actions: of the window; a file is opened by one of them.
    """

    def __init__(self, plans: Plans, practice: Practice, actions: Actions) -> None:
        super().__init__()
        self._plans, self._practice, self._actions = plans, practice, actions
        self._title = Label(words=Words.HEADING, wrap=True)
        self._advice = Label(tone=Tone.MUTED, wrap=True)
        self._label = Label(words=Words.STRONG)
        self._more = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self.cards = {name: SampleCard(plan) for name, plan in samples().items()}
        for name, card in self.cards.items():
            card.clicked.connect(partial(self.open, name))
        self.write_button = Button(kind=ButtonKind.PRIMARY, icon_name="plus")
        self.rehearse_button = Button(kind=ButtonKind.QUIET, icon_name="users")
        self.file_button = Button(kind=ButtonKind.QUIET, icon_name="folder-open")
        self.write_button.clicked.connect(lambda: plans.add(first_plan(usual_language(plans))))
        self.rehearse_button.clicked.connect(self.rehearse)
        self.file_button.clicked.connect(lambda: actions.run("plan.open"))
        practice.changed.connect(self._practice_changed)
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        space = tokens().space
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.s)
        column.addWidget(self._title)
        column.addWidget(self._advice)
        column.addSpacing(space.s)
        first = QHBoxLayout()
        first.setSpacing(space.s)
        for button in (self.write_button, self.file_button):
            first.addWidget(button)
        first.addStretch(1)
        column.addLayout(first)
        column.addSpacing(space.l)
        column.addWidget(self._label)
        self._listed = QVBoxLayout()
        self._listed.setSpacing(space.s)
        column.addLayout(self._listed)
        column.addSpacing(space.s)
        last = QHBoxLayout()
        last.addWidget(self.rehearse_button)
        last.addStretch(1)
        column.addLayout(last)
        column.addWidget(self._more)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inner, 20)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space.xl, space.l, space.xl, space.l)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)

    def retranslate(self) -> None:
        """Say the words again; plans in one's own language stand first."""
        self._title.setText(self.tr("What would you like them to learn from one another?"))
        self._advice.setText(
            self.tr("A plan says what you do together, in which order, for how long; it later runs the class.")
        )
        self._label.setText(self.tr("Or begin from a plan that is complete"))
        self.write_button.say(self.tr("Write a plan"))
        self.file_button.say(self.tr("Open a file…"), self.tr("Open a plan, an agenda or polls from a file"))
        self.rehearse_button.say(
            self.tr("Rehearse a sample class"),
            self.tr("Lead a class of simulated learners, from the first of these plans"),
        )
        self._more.setText(
            self.tr(
                "Session formats stand in the library at the right: think-pair-share, jigsaw, world café and others."
            )
        )
        for name in self._order():
            self._listed.addWidget(self.cards[name])

    def _order(self) -> list[str]:
        spoken = usual_language(self._plans)
        return sorted(self.cards, key=lambda name: (samples()[name].language != spoken, name))

    def open(self, name: str) -> None:
        """Begin from a sample.

        Args:
            name: of the sample.
        """
        self._plans.add(samples()[name])

    def rehearse(self) -> None:
        """Begin from the first sample, and lead it with simulated learners."""
        name = next(iter(self._order()))
        kept = self._plans.add(samples()[name])
        self._practice.begin(Source(samples()[name], kept.id))

    def _practice_changed(self, running: object) -> None:
        self.rehearse_button.setEnabled(not running)


class SampleCard(Translated, QAbstractButton):
    """A sample plan, to be opened.

    Args:
        plan: it.
    """

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._detail = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        learners = self.tr("%n learner(s)", "", self._plan.learners)
        language = self.tr("in French") if self._plan.language == "fr" else self.tr("in English")
        self._detail = " · ".join((minutes_text(total_minutes(self._plan)), learners, language))
        self.setAccessibleName(f"{self._plan.title}, {self._detail}")
        self.setToolTip(self._plan.audience)
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines and the room around them."""
        kind = tokens().type
        return QSize(320, kind.body + kind.caption + 34)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = self.rect().adjusted(1, 1, -2, -2)
        painter.setPen(colour("focus" if self.hasFocus() else "border"))
        painter.setBrush(colour("hover" if self.underMouse() or self.isDown() else "surface"))
        painter.drawRoundedRect(where, tokens().radius.m, tokens().radius.m)
        side = tokens().type.body + 6
        middle = where.center().y()
        paint_icon(painter, "file-text", QRect(where.left() + 14, middle - side // 2, side, side), "muted")
        left, width = where.left() + 14 + side + 12, where.width() - 2 * 14 - 2 * side - 24
        kind = tokens().type
        painter.setPen(colour("text"))
        painter.setFont(font(kind.body, weight=QFont.Weight.Medium))
        metrics = painter.fontMetrics()
        below = QFontMetrics(font(kind.caption)).height()
        first = QRect(left, middle - (metrics.height() + 2 + below) // 2, width, metrics.height())
        title = metrics.elidedText(self._plan.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setPen(colour("muted"))
        painter.setFont(font(kind.caption))
        second = QRect(left, first.bottom() + 2, width, painter.fontMetrics().height())
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, self._detail)
        arrow = QRect(where.right() - 14 - side, middle - side // 2, side, side)
        paint_icon(painter, "chevron-right", arrow, "muted")
