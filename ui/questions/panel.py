"""The questions panel: what learners want to know, the most wanted first, and one key for each thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from app.domain.questions.events import Standing
from ui.bridge.session import Changed, SessionBridge
from ui.discussion.places import Places
from ui.questions.acts import Acts
from ui.questions.attention import waiting_items
from ui.questions.carrying import CarryButton
from ui.questions.delegate import QuestionDelegate
from ui.questions.model import Order, QuestionRow, questions, standing_text, unanswered
from ui.questions.review import CarriedOver
from ui.questions.strip import OnAirStrip
from ui.shell.actions import Action, Actions
from ui.shell.attention import Attention
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.window import MainWindow
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, Tone
from ui.widgets.layout import Ground, separator
from ui.widgets.rows import LettersView, RowsModel
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from ui.i18n import Words
    from ui.shell.attention import AttentionItem

NAME = "questions"
_TICK_MS = 15_000
_KEYS = {
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Escape",
    Qt.Key.Key_Delete: "Delete",
}


class QuestionsPanel(Translated, QWidget):
    """The questions of one session.

    Args:
        services: `SessionBridge`, `Actions`, `Attention`, `Toast` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._window = services.need(SessionBridge), services.need(MainWindow)
        self._attention = services.need(Attention)
        self._places = Places.of(self._bridge)
        self.acts = Acts(self._bridge, services.need(Toast), self)
        self.order = Order.WANTED
        self.merging = ""
        self.rows: RowsModel[QuestionRow] = RowsModel(lambda row: row.question, self._row_words, self)
        self.view = LettersView("ALFOMGR", _KEYS)
        self.view.setItemDelegate(QuestionDelegate(self._bridge.now, self.view))
        self.view.show_model(self.rows)
        self._sort = Segmented("", self._orders())
        self._hint = ElidedLabel(tone=Tone.ACCENT)
        self._buttons: dict[str, Button | IconButton] = {
            "A": Button(kind=ButtonKind.PRIMARY),
            "L": Button(kind=ButtonKind.QUIET),
            "F": Button(kind=ButtonKind.QUIET),
            "R": Button(kind=ButtonKind.QUIET),
            "M": IconButton("copy"),
            "G": IconButton("message-circle"),
        }
        self.carry = CarryButton(services, lambda: [row.text for row in unanswered(self._bridge.projected)])
        self._empty = EmptyState("circle-question-mark")
        self._bar = QWidget()
        self._pages = QStackedLayout()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._lay_out()
        self._connect()
        services.need(Actions).add(self._action(), owner=self)
        self._attention.contribute(NAME, self._attention_items, owner=self)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        ground = Ground("surface")
        head = QHBoxLayout()
        head.setContentsMargins(space.l, space.s, space.l, space.s)
        head.setSpacing(space.m)
        head.addWidget(self._sort)
        head.addWidget(self._hint, 1)
        head.addWidget(self.carry)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(space.l, space.s, space.l, space.m)
        bar.setSpacing(space.s)
        for button in self._buttons.values():
            bar.addWidget(button)
        bar.addStretch(1)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        ground.column.addLayout(head)
        ground.column.addWidget(separator())
        ground.column.addLayout(self._pages, 1)
        ground.column.addWidget(self._bar)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self._sort.chosen.connect(self.sort)
        self.view.letter.connect(self.act)
        self.view.doubleClicked.connect(lambda _index: self.act("Enter"))
        self.view.selectionModel().currentChanged.connect(lambda *_indexes: self._offer())
        self._places.question_wanted.connect(self.acts.ask)
        for letter, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, key=letter: self.act(key))

    def _action(self) -> Action:
        return Action(
            f"{NAME}.show",
            lambda: QCoreApplication.translate("Actions", "Go to the questions"),
            self.show_panel,
            shortcut="Ctrl+Shift+Q",
            group=lambda: QCoreApplication.translate("Actions", "Conversation"),
            icon_name="circle-question-mark",
            modes=frozenset({Mode.LIVE}),
        )

    def _orders(self) -> tuple[Segment, ...]:
        return (
            Segment(Order.WANTED, self.tr("Most wanted")),
            Segment(Order.WAITING, self.tr("Without an answer")),
            Segment(Order.NEWEST, self.tr("Newest")),
        )

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Questions"))
        self.view.setAccessibleDescription(
            self.tr("A puts on air, L says answered live, F puts off, R replies, M merges, Enter goes to the message.")
        )
        self._sort.say(self.tr("Order of the questions"), self._orders())
        self._sort.choose(self.order)
        for letter, text, tip in (
            ("A", self.tr("On air"), self.tr("Show it to everybody (A)")),
            ("L", self.tr("Answered live"), self.tr("It was answered aloud (L)")),
            ("F", self.tr("Follow up"), self.tr("Answer it after the class (F)")),
            ("R", self.tr("Reply"), self.tr("Answer in writing (R)")),
            ("M", self.tr("Merge…"), self.tr("Count it as the same as another question (M)")),
            ("G", self.tr("Go there"), self.tr("Show it in the conversation (G)")),
        ):
            button = self._buttons[letter]
            if isinstance(button, Button):
                button.say(text, tip)
            else:
                button.say(tip)
        self._empty.say(
            self.tr("No question yet"),
            self.tr("Learners ask from their page; any message becomes a question with the key Q."),
        )
        self.rows.repeat()
        self._show()
        self._attention.refresh(NAME)

    @property
    def chosen(self) -> QuestionRow | None:
        """The question that the keys are about."""
        return self.rows.row_at(self.view.currentIndex())

    def show_panel(self) -> None:
        """Come to the front."""
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def sort(self, order: object) -> None:
        """List the questions otherwise.

        Args:
            order: an `Order`.
        """
        self.order = Order(str(order))
        self._show()

    def act(self, letter: object) -> None:  # noqa: C901, PLR0912 (one case per key)
        """Do what a key does to the chosen question.

        Args:
            letter: of the key.
        """
        row = self.chosen
        if letter == "Escape":
            self._merge("")
        if row is None:
            return
        match letter:
            case "A":
                self.acts.put_on_air(row.question)
            case "L":
                self.acts.answered_live(row.question)
            case "F":
                self.acts.follow_up(row.question)
            case "O":
                self.acts.reopen(row.question)
            case "M":
                self._merge(row.question)
            case "Enter" if self.merging:
                merging, self.merging = self.merging, ""
                if merging != row.question:
                    self.acts.merge(merging, row.question)
                self._offer()
            case "G" | "Enter":
                self._go(row.question)
            case "R":
                self._answer(row.question)
            case "Delete":
                self.acts.withdraw(row.question)
            case _:
                pass

    def _merge(self, question: str) -> None:
        self.merging = question
        self._offer()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, question: str) -> None:
        self._front_conversation()
        self._places.message_wanted.emit(question)

    def _answer(self, question: str) -> None:
        self._front_conversation()
        self._places.answer_wanted.emit(question)

    def _front_conversation(self) -> None:
        page = self._window.page(Mode.LIVE)
        if page is not None:
            page.show_panel("discussion")

    def _tick(self) -> None:
        if self.isVisible():
            self.rows.repeat()
        self._attention.refresh(NAME)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell the times as they are now."""
        super().showEvent(event)
        self.rows.repeat()

    def hideEvent(self, event: QHideEvent) -> None:
        """Merge nothing any more."""
        self._merge_off()
        super().hideEvent(event)

    def _merge_off(self) -> None:
        self.merging = ""
        self._hint.setText("")

    def _changed(self, changed: object) -> None:
        read = (NAME, "discussion", "roster")
        if isinstance(changed, Changed) and (changed.touches(*read) or changed.pending):
            self._show()
            self._attention.refresh(NAME)

    def _show(self) -> None:
        rows = questions(self._bridge.projected, self.order)
        self.rows.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        self.carry.offer()
        if rows and self.chosen is None:
            self.view.setCurrentIndex(self.rows.index(0))
        self._offer()

    def _offer(self) -> None:
        row = self.chosen
        self._bar.setVisible(row is not None)
        if self.merging and not self.rows.index_of(self.merging).isValid():
            self.merging = ""
        self._hint.setText(
            self.tr("Choose the question it is the same as, then Enter (Esc: no)") if self.merging else ""
        )
        if row is None:
            return
        self._buttons["A"].setEnabled(row.standing is not Standing.ON_AIR)
        self._buttons["L"].setEnabled(row.standing is not Standing.ANSWERED_LIVE)
        self._buttons["F"].setEnabled(row.standing is not Standing.FOLLOW_UP)

    def _row_words(self, row: QuestionRow) -> str:
        parts = [row.text, row.name, standing_text(row.standing)]
        if row.weight:
            parts.append(self.tr("%n person(s) want an answer", "", row.weight))
        if row.answers:
            parts.append(self.tr("%n answer(s)", "to a question", row.answers))
        return ". ".join(parts)

    def _attention_items(self) -> tuple[AttentionItem, ...]:
        return waiting_items(self._bridge.projected, self._bridge.now(), self.acts, self._go, self._answer)


WORDS: dict[str, Words] = {
    "questions.ask": lambda: QCoreApplication.translate("Questions", "marking a question"),
    "questions.merge": lambda: QCoreApplication.translate("Questions", "merging questions"),
    "questions.set_standing": lambda: QCoreApplication.translate("Questions", "changing a question"),
    "unknown_question": lambda: QCoreApplication.translate("Questions", "This question is gone."),
    "own_question": lambda: QCoreApplication.translate("Questions", "Nobody votes for their own question."),
    "same_question": lambda: QCoreApplication.translate("Questions", "These two count as one already."),
    "not_together": lambda: QCoreApplication.translate(
        "Questions", "What was asked in a room stays there: it does not merge with a question from elsewhere."
    ),
    "not_an_answer": lambda: QCoreApplication.translate("Questions", "This is no answer to that question."),
    "too_many_answers": lambda: QCoreApplication.translate("Questions", "This question has %limit answers already."),
}
"""What can be asked about questions, as the end of a sentence, and what is wrong with it."""

PANELS = (
    Panel(
        NAME,
        Mode.LIVE,
        Place.CENTRE,
        15,
        QuestionsPanel,
        title=lambda: QCoreApplication.translate("Panels", "Questions"),
        icon_name="circle-question-mark",
        words=WORDS,
    ),
    Panel(NAME, Mode.LIVE, Place.STAGE, 10, OnAirStrip),
    Panel(
        NAME,
        Mode.REVIEW,
        Place.RIGHT,
        20,
        CarriedOver,
        title=lambda: QCoreApplication.translate("Panels", "Questions"),
        icon_name="circle-question-mark",
    ),
)
