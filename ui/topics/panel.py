"""The topics panel: those of the plan and those made up live, to be opened, closed and gone to; and proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import topic_channel
from app.domain.topics import commands as c
from app.domain.topics.decider import TopicsState
from ui.bridge.refusals import refusal_text
from ui.bridge.session import Changed, SessionBridge
from ui.discussion.places import Places
from ui.leads.wishes import Leading
from ui.shell.actions import Action, Actions
from ui.shell.attention import Attention
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.window import MainWindow
from ui.topics.acts import ProposalActs
from ui.topics.delegate import TopicDelegate
from ui.topics.form import TopicForm
from ui.topics.model import TopicRow, row_words, topics
from ui.topics.proposals import ProposalRow, ProposalsBox
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.layout import Ground, separator
from ui.widgets.rows import LettersView, RowsModel
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command
    from ui.i18n import Words
    from ui.shell.attention import AttentionItem

NAME = "topics"
_KEYS = {Qt.Key.Key_Return: "G", Qt.Key.Key_Enter: "G"}


class TopicsPanel(Translated, QWidget):
    """The topics of one session.

    Args:
        services: `SessionBridge`, `Actions`, `Attention`, `Toast` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = services.need(SessionBridge)
        self._toast, self._window = services.need(Toast), services.need(MainWindow)
        self._places = Places.of(self._bridge)
        self.rows: RowsModel[TopicRow] = RowsModel(lambda row: row.topic, row_words, self)
        self.view = LettersView("OEGL", _KEYS)
        self.view.setItemDelegate(TopicDelegate(self.view))
        self.view.show_model(self.rows)
        self.form = TopicForm()
        self._new = Button(kind=ButtonKind.QUIET, icon_name="plus")
        self._turn = Button(kind=ButtonKind.PRIMARY)
        self._edit = IconButton("pencil")
        self._go = Button(kind=ButtonKind.PLAIN, icon_name="message-circle")
        self._lead = IconButton("star")
        self.proposals = ProposalsBox(self._known)
        self.acts = ProposalActs(self._bridge, self._toast, self)
        self._attention = services.need(Attention)
        self._empty = EmptyState("lightbulb")
        self._bar = QWidget()
        self._pages = QStackedLayout()
        self._lay_out()
        self._connect()
        services.need(Actions).add(*self._actions(), owner=self)
        self._attention.contribute(NAME, self._attention_items, owner=self)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        ground = Ground("surface")
        head = QHBoxLayout()
        head.setContentsMargins(space.m, space.s, space.m, space.s)
        head.addWidget(self._new)
        head.addStretch(1)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(space.m, space.s, space.m, space.m)
        bar.setSpacing(space.s)
        for button in (self._turn, self._edit, self._lead, self._go):
            bar.addWidget(button)
        bar.addStretch(1)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        ground.column.addLayout(head)
        ground.column.addWidget(separator())
        ground.column.addWidget(self.form)
        ground.column.addLayout(self._pages, 1)
        ground.column.addWidget(self._bar)
        ground.column.addWidget(separator())
        ground.column.addWidget(self.proposals)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self._new.clicked.connect(self.ask_new)
        self._turn.clicked.connect(lambda: self._act("O"))
        self._edit.clicked.connect(lambda: self._act("E"))
        self._go.clicked.connect(lambda: self._act("G"))
        self.view.letter.connect(self._act)
        self.view.doubleClicked.connect(lambda _index: self._act("G"))
        self.view.selectionModel().currentChanged.connect(lambda *_indexes: self._offer())
        self.form.given.connect(self._given)
        self._places.turned.connect(self.turn)
        self._lead.clicked.connect(lambda: self._act("L"))
        self.proposals.opened.connect(self.acts.open_it)
        self.proposals.worded.connect(self._word)
        self.proposals.declined.connect(self._decline)
        self.proposals.merged.connect(self.acts.merge)
        self.proposals.ruled.connect(lambda on, votes: self.acts.rule(votes, on=on))

    def _actions(self) -> tuple[Action, ...]:
        def group() -> str:
            return QCoreApplication.translate("Actions", "Conversation")

        live = frozenset({Mode.LIVE})
        return (
            Action(
                f"{NAME}.new",
                lambda: QCoreApplication.translate("Actions", "Open a new topic"),
                self.ask_new,
                shortcut="Ctrl+Shift+T",
                group=group,
                icon_name="lightbulb",
                modes=live,
            ),
            Action(
                f"{NAME}.proposed",
                lambda: QCoreApplication.translate("Actions", "Go to the topics that learners propose"),
                self.show_proposals,
                group=group,
                icon_name="lightbulb",
                modes=live,
            ),
            Action(
                f"{NAME}.proposing",
                lambda: QCoreApplication.translate("Actions", "Let learners propose topics, or no longer"),
                self.turn_proposing,
                group=group,
                icon_name="lightbulb",
                modes=live,
            ),
        )

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Topics"))
        self.view.setAccessibleDescription(
            self.tr("O opens or closes, E changes, L passes the lead, Enter goes to the conversation.")
        )
        self._new.say(self.tr("New topic…"), self.tr("Open a topic that is not in the plan (Ctrl+Shift+T)"))
        self._edit.say(self.tr("Change what it says (E)"))
        self._lead.say(self.tr("Let a learner lead this topic (L)"))
        self._go.say(self.tr("Go there"), self.tr("Show its conversation (Enter)"))
        self._empty.say(
            self.tr("No topic yet"),
            self.tr(
                "A topic is a conversation of its own, with a question to start from. Those of the plan come here."
            ),
        )
        self.rows.repeat()
        self._show()

    @property
    def chosen(self) -> TopicRow | None:
        """The topic that the keys are about."""
        return self.rows.row_at(self.view.currentIndex())

    def ask_new(self) -> None:
        """Come to the front, and ask for a topic."""
        self._front()
        self.form.ask()

    def show_proposals(self, proposal: str = "") -> None:
        """Come to the front, with the keyboard in what is proposed.

        Args:
            proposal: the one to choose; none in particular when left out.
        """
        self._front()
        self.proposals.choose(proposal)

    def turn_proposing(self) -> None:
        """Let learners propose topics, or no longer."""
        state = self._bridge.projected.state(TopicsState)
        self.acts.rule(state.opens_at, on=not state.proposing)

    def _front(self) -> None:
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)

    def turn(self, row: object) -> None:
        """Open a topic, or close it.

        Args:
            row: of the topic.
        """
        if not isinstance(row, TopicRow):
            return
        if row.standing is not TopicStanding.OPEN:
            self._bridge.submit(c.OpenTopic(topic=row.topic))
            return
        if self._bridge.submit(c.CloseTopic(topic=row.topic)) is not None:
            again: Command = c.OpenTopic(topic=row.topic)
            self._toast.say(
                self.tr("“%1” is closed: learners can only read it.").replace("%1", row.title),
                undo=lambda: self._bridge.submit(again),
            )

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches(NAME, "discussion") or changed.pending):
            self._show()
        if isinstance(changed, Changed) and (changed.touches(NAME, "roster", "moderation") or changed.pending):
            self._attention.refresh(NAME)

    def _attention_items(self) -> tuple[AttentionItem, ...]:
        return self.acts.items(self._bridge.projected, self.show_proposals, self._ask_why)

    def _ask_why(self, proposal: str) -> None:
        self.show_proposals(proposal)
        if self.proposals.chosen is not None:
            self.proposals.form.ask(self.proposals.chosen)

    def _known(self) -> tuple[tuple[str, str], ...]:
        """Give the topics that learners know of, as pairs of their id and title."""
        topics_ = self._bridge.projected.state(TopicsState).topics.values()
        return tuple((topic.topic, topic.title) for topic in topics_ if topic.is_known)

    def _word(self, row: object) -> None:
        if isinstance(row, ProposalRow):
            self.form.ask_proposed(row.proposal, row.title)

    def _decline(self, proposal: str, reason: str) -> None:
        found = self._bridge.projected.state(TopicsState).proposals.get(proposal)
        try:
            self.acts.decline(proposal, reason, found.title if found is not None else "")
        except Refusal as refusal:
            self.proposals.form.refuse(refusal_text(refusal.code, refusal.params))
            return
        self.proposals.form.done()

    def _show(self) -> None:
        self.proposals.show_world(self._bridge.projected)
        rows = topics(self._bridge.projected)
        self.rows.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        if rows and self.chosen is None:
            self.view.setCurrentIndex(self.rows.index(0))
        self._offer()

    def _offer(self) -> None:
        row = self.chosen
        self._bar.setVisible(row is not None)
        if row is None:
            return
        self._go.setEnabled(row.standing is not TopicStanding.PREPARED)
        match row.standing:
            case TopicStanding.OPEN:
                self._turn.say(self.tr("Close"), self.tr("Learners can then only read it (O)"))
            case TopicStanding.PREPARED:
                self._turn.say(self.tr("Open"), self.tr("Learners see it and write in it (O)"))
            case TopicStanding.CLOSED:
                self._turn.say(self.tr("Reopen"), self.tr("Learners can write in it again (O)"))

    def _act(self, letter: object) -> None:
        row = self.chosen
        if row is None:
            return
        match letter:
            case "O":
                self.turn(row)
            case "E":
                self.form.ask(row)
            case "L":
                Leading.of(self._bridge).wanted.emit("", topic_channel(row.topic))
            case "G" if row.standing is not TopicStanding.PREPARED:
                self._places.wanted.emit(topic_channel(row.topic))
            case _:
                pass

    def _given(self, topic: str, title: str, prompt: str, objective: str) -> None:
        if self.form.proposal:
            self._open_proposed(title, prompt, objective)
            return
        command: Command
        if topic:
            command = c.ReviseTopic(topic=topic, title=title, prompt=prompt, objective=objective)
        else:
            command = c.AddTopic(title=title, prompt=prompt, objective=objective)
        try:
            pending = self._bridge.ask(command)
        except Refusal as refusal:
            self.form.refuse(refusal_text(refusal.code, refusal.params))
            return
        self.form.done()
        if not topic:
            self._bridge.flush()
            self._places.wanted.emit(topic_channel(self._bridge.created_by(pending)))

    def _open_proposed(self, title: str, prompt: str, objective: str) -> None:
        try:
            self.acts.word_it(self.form.proposal, title, prompt, objective)
        except Refusal as refusal:
            self.form.refuse(refusal_text(refusal.code, refusal.params))
            return
        self.form.done()


WORDS: dict[str, Words] = {
    "topics.open": lambda: QCoreApplication.translate("Topics", "opening a topic"),
    "topics.close": lambda: QCoreApplication.translate("Topics", "closing a topic"),
    "topics.revise": lambda: QCoreApplication.translate("Topics", "changing a topic"),
    "topics.open_proposal": lambda: QCoreApplication.translate("Topics", "opening a proposed topic"),
    "topics.decline": lambda: QCoreApplication.translate("Topics", "declining a proposed topic"),
    "topics.merge": lambda: QCoreApplication.translate("Topics", "merging a proposed topic"),
    "topics.reconsider": lambda: QCoreApplication.translate("Topics", "taking back what became of a proposed topic"),
    "topics.set_proposing": lambda: QCoreApplication.translate("Topics", "saying who may propose topics"),
    "unknown_proposal": lambda: QCoreApplication.translate("Topics", "This proposal is no longer there."),
    "proposal_settled": lambda: QCoreApplication.translate(
        "Topics", "What becomes of this proposal is settled already."
    ),
    "proposal_not_admitted": lambda: QCoreApplication.translate(
        "Topics", "The words of this proposal wait to be approved. Decide about them first."
    ),
    "same_proposal": lambda: QCoreApplication.translate("Topics", "These two proposals count as one already."),
    "unknown_topic": lambda: QCoreApplication.translate("Topics", "There is no such topic."),
    "topic_not_open": lambda: QCoreApplication.translate("Topics", "This topic was never open."),
    "too_many_topics": lambda: QCoreApplication.translate(
        "Topics", "There are %limit topics already. Use one of them."
    ),
}
"""What can be asked about topics, as the end of a sentence, and what is wrong with it."""

PANELS = (
    Panel(
        NAME,
        Mode.LIVE,
        Place.RIGHT,
        30,
        TopicsPanel,
        title=lambda: QCoreApplication.translate("Panels", "Topics"),
        icon_name="lightbulb",
        words=WORDS,
    ),
)
