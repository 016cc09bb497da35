"""Below the topics: what learners propose, the most wanted first, and what becomes of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.topics.decider import TopicsState
from app.domain.topics.proposals import ranked, supporters
from ui.bridge.names import member_name
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.fields import Field
from ui.widgets.icons import icon
from ui.widgets.inline_form import InlineForm
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.rows import LettersView, RowRole, RowsModel
from ui.widgets.theme import colour, font, tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.kernel.world import World

THRESHOLDS: Final = (0, 3, 5, 8, 12, 20)
"""From how many votes a proposal may open by itself; 0 for never."""

_KEYS = {Qt.Key.Key_Return: "O", Qt.Key.Key_Enter: "O", Qt.Key.Key_Delete: "D"}
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_REASON_LIMIT: Final = 1_000
_SHOWN: Final = 4


@dataclass(frozen=True)
class ProposalRow:
    """A topic that a learner proposes.

    Attributes:
        proposal: its id.
        title: what it is called.
        author: the name of who proposed it.
        votes: how many want it.
        at: since when it waits, in milliseconds since 1970.
    """

    proposal: str
    title: str
    author: str
    votes: int
    at: int


def proposals(world: World) -> tuple[ProposalRow, ...]:
    """List the proposals that wait, the most wanted first.

    Args:
        world: to read.
    """
    state = world.state(TopicsState)
    return tuple(
        ProposalRow(
            proposal=proposal.id,
            title=proposal.title,
            author=member_name(world, proposal.author),
            votes=len(supporters(state, proposal.id)),
            at=proposal.at,
        )
        for proposal in ranked(state)
    )


def votes_text(votes: int) -> str:
    """Say how many want a topic.

    Args:
        votes: how many.
    """
    return _Counts().votes(votes)


class _Counts(QObject):
    """Words that count, which need an owner to be found in their plural."""

    def votes(self, votes: int) -> str:
        """Say how many votes there are."""
        return self.tr("%n vote(s)", "for a proposed topic", votes)


def row_words(row: ProposalRow) -> str:
    """Give a proposal as a screen reader says it.

    Args:
        row: of it.
    """
    return ". ".join((row.title, votes_text(row.votes), row.author))


class ProposalDelegate(QStyledItemDelegate):
    """Paints a proposal in two lines, its votes at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        return QSize(width, proposal_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row: ProposalRow = index.data(RowRole)
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        where = option.rect.adjusted(6, 1, -6, -1)
        strong = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(colour("focus") if strong else Qt.PenStyle.NoPen)
        painter.setBrush(colour("selected" if chosen else "hover") if chosen or pointed else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where, tokens().radius.m, tokens().radius.m)
        area = where.adjusted(space.m, space.xs, -space.m, -space.xs)
        badge = votes_text(row.votes)
        size = badge_size(badge, icon_name="arrow-up")
        line = QFontMetrics(font()).lineSpacing()
        bold = font(weight=QFont.Weight.DemiBold)
        room = area.width() - size.width() - space.s
        painter.setFont(bold)
        painter.setPen(colour("text"))
        title = QFontMetrics(bold).elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(area.left(), area.top(), room, line), _LEFT, title)
        corner = QPoint(area.right() - size.width(), area.top())
        paint_badge(painter, corner, badge, Tone.ACCENT if row.votes else Tone.MUTED, icon_name="arrow-up")
        painter.setFont(_small())
        painter.setPen(colour("muted"))
        below = QRect(area.left(), area.top() + line + 2, room, QFontMetrics(_small()).lineSpacing())
        painter.drawText(below, _LEFT, QFontMetrics(_small()).elidedText(row.author, Qt.TextElideMode.ElideRight, room))
        painter.restore()


def proposal_height() -> int:
    """Give the height of a proposal in the list, in logical pixels."""
    return QFontMetrics(font()).lineSpacing() + QFontMetrics(_small()).lineSpacing() + tokens().space.m + 4


def _small() -> QFont:
    return font(tokens().type.caption, tabular=True)


class DeclineForm(InlineForm):
    """Asks why a proposal is declined. `given` carries the proposal and the reason."""

    given = Signal(object, object)

    def __init__(self) -> None:
        self._row: ProposalRow | None = None
        self.reason = Field(limit=_REASON_LIMIT)
        super().__init__(self.reason)

    def ask(self, row: ProposalRow) -> None:
        """Ask for the reason.

        Args:
            row: of the proposal.
        """
        self._row = row
        self.reason.set_text("")
        self.open()

    def give(self) -> None:
        """Tell what was written."""
        if self._row is not None:
            self.given.emit(self._row.proposal, self.reason.text())

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        name = self._row.author if self._row is not None else ""
        self.reason.say(
            self.tr("Why is it declined?"),
            hint=self.tr("%1 reads it.").replace("%1", name),
            placeholder=self.tr("Such as: we talk about it on Thursday"),
        )
        self.take.say(self.tr("Decline"))


class ProposalsBox(Translated, Ground):
    """What learners propose. `opened`, `worded`, `declined` and `merged` carry what is to become of a proposal.

    `opened` and `worded` carry its row, `declined` its id and the reason, `merged` its row and what it counts as;
    `ruled` carries whether learners may propose, and from how many votes on a proposal opens by itself.
    """

    opened = Signal(object)
    worded = Signal(object)
    declined = Signal(object, object)
    merged = Signal(object, object)
    ruled = Signal(object, object)

    def __init__(self, topics: Callable[[], tuple[tuple[str, str], ...]]) -> None:
        super().__init__("surface")
        self._topics = topics
        self._rule = (True, 0)
        self.rows: RowsModel[ProposalRow] = RowsModel(lambda row: row.proposal, row_words, self)
        self.view = LettersView("ODME", _KEYS)
        self.view.setItemDelegate(ProposalDelegate(self.view))
        self.view.show_model(self.rows)
        self.form = DeclineForm()
        self._title = ElidedLabel(words=Words.STRONG)
        self._said = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._set = IconButton("settings")
        self._open = Button(kind=ButtonKind.PRIMARY)
        self._word = IconButton("pencil")
        self._decline = Button(kind=ButtonKind.QUIET)
        self._merge = IconButton("copy")
        self._bar = QWidget()
        self._lay_out()
        self._set.clicked.connect(lambda: self._below(self._set, self.rule_menu()))
        self._open.clicked.connect(lambda: self._act("O"))
        self._word.clicked.connect(lambda: self._act("E"))
        self._decline.clicked.connect(lambda: self._act("D"))
        self._merge.clicked.connect(lambda: self._act("M"))
        self.view.letter.connect(self._act)
        self.view.doubleClicked.connect(lambda _index: self._act("O"))
        self.form.given.connect(self.declined)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        head = QHBoxLayout()
        head.setContentsMargins(space.l, space.s, space.m, 0)
        head.setSpacing(space.s)
        head.addWidget(self._title, 1)
        head.addWidget(self._set)
        said = QHBoxLayout()
        said.setContentsMargins(space.l, 0, space.m, space.s)
        said.addWidget(self._said)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(space.m, space.s, space.m, space.m)
        bar.setSpacing(space.s)
        for button in (self._open, self._decline, self._word, self._merge):
            bar.addWidget(button)
        bar.addStretch(1)
        self.column.addLayout(head)
        self.column.addLayout(said)
        self.column.addWidget(self.form)
        self.column.addWidget(self.view)
        self.column.addWidget(self._bar)

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Topics that learners propose"))
        self.view.setAccessibleDescription(
            self.tr("O opens it as a topic, E opens it in other words, D declines it with a reason, M merges it.")
        )
        self._open.say(self.tr("Open"), self.tr("Open it as a topic (O)"))
        self._word.say(self.tr("Open in other words (E)"))
        self._decline.say(self.tr("Decline…"), self.tr("Tell its author why (D)"))
        self._merge.say(self.tr("Merge with another proposal or a topic (M)"))
        self._set.say(self.tr("Who may propose, and when a proposal opens by itself"))
        self._say()
        self.rows.repeat()

    def _say(self) -> None:
        on, votes = self._rule
        count = len(self.rows.rows)
        self._title.setText(
            self.tr("Proposed by learners (%1)").replace("%1", str(count)) if count else self.tr("Proposed by learners")
        )
        if not on:
            text = self.tr("Learners cannot propose topics now.")
        elif votes:
            text = self.tr("A proposal opens by itself with %n vote(s).", "of peers", votes)
        else:
            text = self.tr("Learners propose and vote; you open.")
        self._said.setText(text)

    @property
    def chosen(self) -> ProposalRow | None:
        """The proposal that the keys are about."""
        return self.rows.row_at(self.view.currentIndex())

    def show_world(self, world: World) -> None:
        """Show what is proposed.

        Args:
            world: to read.
        """
        state = world.state(TopicsState)
        self._rule = (state.proposing, state.opens_at)
        rows = proposals(world)
        self.rows.show_rows(rows)
        if rows and self.chosen is None:
            self.view.setCurrentIndex(self.rows.index(0))
        self.view.setVisible(bool(rows))
        self._bar.setVisible(bool(rows))
        self.view.setFixedHeight(min(len(rows), _SHOWN) * proposal_height() + 4)
        self._merge.setEnabled(len(rows) > 1 or bool(self._topics()))
        self._say()

    def choose(self, proposal: str) -> None:
        """Choose a proposal.

        Args:
            proposal: its id.
        """
        index = self.rows.index_of(proposal)
        if index.isValid():
            self.view.setCurrentIndex(index)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def rule_menu(self) -> QMenu:
        """Make the menu of who may propose, and from how many votes on a proposal opens by itself."""
        menu = QMenu(self)
        on, votes = self._rule
        may = menu.addAction(self.tr("Learners may propose topics"))
        may.setCheckable(True)
        may.setChecked(on)
        may.triggered.connect(lambda checked: self.ruled.emit(checked, votes))
        menu.addSeparator()
        group = QActionGroup(menu)
        for least in sorted({*THRESHOLDS, votes}):
            text = (
                self.tr("Opens by itself with %n vote(s)", "a proposal", least)
                if least
                else self.tr("You open each one")
            )
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(least == votes)
            action.setEnabled(on)
            action.triggered.connect(lambda _checked=False, at=least: self.ruled.emit(True, at))
            group.addAction(action)
        return menu

    def merge_menu(self, row: ProposalRow) -> QMenu:
        """Make the menu of what a proposal may count as.

        Args:
            row: of the proposal.
        """
        menu = QMenu(self)
        others = [other for other in self.rows.rows if other.proposal != row.proposal]
        for other in others:
            menu.addAction(icon("arrow-up"), _plain(other.title), partial(self.merged.emit, row, other.proposal))
        topics = self._topics()
        if others and topics:
            menu.addSeparator()
        for topic, title in topics:
            menu.addAction(icon("lightbulb"), _plain(title), partial(self.merged.emit, row, topic))
        return menu

    def _act(self, letter: object) -> None:
        row = self.chosen
        if row is None:
            return
        match letter:
            case "O":
                self.opened.emit(row)
            case "E":
                self.worded.emit(row)
            case "D":
                self.form.ask(row)
            case "M":
                self._below(self._merge, self.merge_menu(row))
            case _:
                pass

    @staticmethod
    def _below(button: QWidget, menu: QMenu) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _plain(title: str) -> str:
    """Give a title as a menu shows it: what stands after an ampersand is no key."""
    return title.replace("&", "&&")
