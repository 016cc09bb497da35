"""The help panel: one queue of people and rooms that call, and the private thread with each learner behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.domain.kernel.words import room_of
from ui.bridge.session import Changed, SessionBridge
from ui.remarks.panel import RemarksPanel
from ui.shell.actions import Action, Actions
from ui.shell.attention import Attention
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.settings import Preferences
from ui.shell.window import MainWindow
from ui.support.acts import HelpActs
from ui.support.attention import help_items
from ui.support.delegate import HelpDelegate
from ui.support.helping import Helping
from ui.support.model import HelpRow, Stand, queue
from ui.support.person import PersonPage
from ui.support.review import HelpInReview
from ui.support.words import SAID, calls_text, wait_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.rows import LettersView, RowsModel
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.kernel.world import World
    from ui.shell.attention import AttentionItem

NAME = "support"
CALLS, NOTES = "calls", "notes"
READS = (NAME, "roster", "breakouts", "discussion", "session", "remarks")
"""The capabilities whose changes this panel paints."""

_TICK_MS = 1_000
_KEYS = {Qt.Key.Key_Return: "Enter", Qt.Key.Key_Enter: "Enter"}


class SupportPanel(Translated, QWidget):
    """Help in one session.

    Args:
        services: `SessionBridge`, `Actions`, `Attention`, `Toast`, `Preferences` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._window = services.need(SessionBridge), services.need(MainWindow)
        self._attention, toast = services.need(Attention), services.need(Toast)
        self._helping = Helping.of(self._bridge)
        self.acts = HelpActs(self._bridge, toast, self)
        self.rows: RowsModel[HelpRow] = RowsModel(lambda row: row.key, self._row_words, self)
        self.view = LettersView("CDBRO", _KEYS)
        self.view.setItemDelegate(HelpDelegate(self._bridge.now, self.view))
        self.view.show_model(self.rows)
        self._figures = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self.person = PersonPage(self._bridge, self.acts, toast, services.need(Preferences))
        self.remarks = RemarksPanel(services)
        self.part = Segmented("", self._parts())
        self._empty = EmptyState("life-buoy")
        self._buttons = {
            "R": Button(kind=ButtonKind.PRIMARY),
            "C": Button(kind=ButtonKind.QUIET),
            "D": Button(kind=ButtonKind.QUIET),
        }
        self._bar, self._head = QWidget(), QWidget()
        self._list = QStackedLayout()
        self._pages = QStackedLayout()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        self._connect()
        services.need(Actions).add(*self._actions(), owner=self)
        self._attention.contribute(NAME, self._attention_items, owner=self)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(space.m, space.s, space.m, space.m)
        bar.setSpacing(space.xs)
        for button in self._buttons.values():
            bar.addWidget(button)
        bar.addStretch(1)
        self._list.addWidget(self.view)
        self._list.addWidget(self._empty)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._figures.setContentsMargins(space.l, space.s, space.l, space.xs)
        column.addWidget(self._figures)
        column.addLayout(self._list, 1)
        column.addWidget(self._bar)
        self._pages.addWidget(first)
        self._pages.addWidget(self.person)
        self._pages.addWidget(self.remarks)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(space.m, space.m, space.m, 0)
        head.addWidget(self.part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._head)
        outer.addLayout(self._pages, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self._helping.wanted.connect(self.show_person)
        self.person.left.connect(self.show_queue)
        self.part.chosen.connect(lambda key: self.show_notes() if key == NOTES else self.show_queue())
        self.remarks.front.connect(self.show_notes)
        self.view.letter.connect(self.act)
        self.view.doubleClicked.connect(lambda _index: self.act("Enter"))
        self.view.selectionModel().currentChanged.connect(lambda *_indexes: self._offer())
        for letter, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, key=letter: self.act(key))

    def _actions(self) -> tuple[Action, ...]:
        def group() -> str:
            return QCoreApplication.translate("Actions", "People")

        live = frozenset({Mode.LIVE})
        return (
            Action(
                f"{NAME}.show",
                lambda: QCoreApplication.translate("Actions", "Go to the calls for help"),
                self.show_panel,
                shortcut="Ctrl+Alt+H",
                group=group,
                icon_name="life-buoy",
                modes=live,
            ),
            Action(
                f"{NAME}.answer",
                lambda: QCoreApplication.translate("Actions", "Answer who has waited for help longest"),
                self.answer_first,
                shortcut="Ctrl+Alt+R",
                group=group,
                icon_name="reply",
                modes=live,
                enabled=lambda: any(row.stand is not Stand.QUIET for row in self.rows.rows),
            ),
            Action(
                f"{NAME}.ready",
                lambda: QCoreApplication.translate("Actions", "Edit the ready answers"),
                self.person.edit_ready,
                group=group,
                icon_name="list",
                modes=live,
            ),
        )

    def _parts(self) -> tuple[Segment, ...]:
        return (
            Segment(CALLS, self.tr("Calls"), "life-buoy"),
            Segment(NOTES, self.tr("Private notes"), "sticky-note", "Ctrl+Alt+N"),
        )

    def retranslate(self) -> None:
        """Say the words again."""
        self.part.say(self.tr("Calls for help, or the staff’s notes"), self._parts())
        self.part.choose(NOTES if self._pages.currentWidget() is self.remarks else CALLS)
        self.view.setAccessibleName(self.tr("Calls for help and private threads"))
        self.view.setAccessibleDescription(
            self.tr("Enter or R answers, C takes the call, D says that they were helped, B gives it back, O opens it.")
        )
        for letter, text, tip in (
            ("R", self.tr("Answer"), self.tr("Write to them alone, or look into the room (R)")),
            ("C", self.tr("I take it"), self.tr("Tell everybody that you are on it (C)")),
            ("D", self.tr("Helped"), self.tr("The call is over, or needs no answer (D)")),
        ):
            self._buttons[letter].say(text, tip)
        self._empty.say(
            self.tr("Nobody calls for help"),
            self.tr("Learners call from their page, rooms by “Help”. To write to one learner alone, press P on them."),
        )
        self.rows.repeat()
        self._show()
        self._attention.refresh(NAME)

    @property
    def _world(self) -> World:
        return self._bridge.projected

    @property
    def chosen(self) -> HelpRow | None:
        """Whom the keys are about."""
        return self.rows.row_at(self.view.currentIndex())

    def show_panel(self) -> None:
        """Come to the front, with the queue."""
        self._front()
        self.show_queue()

    def show_queue(self) -> None:
        """Show the queue again."""
        self.person.member = ""
        self._turn_to(0)
        self._show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_person(self, member: object) -> None:
        """Come to the front with one learner's thread; with a room, look into it.

        Args:
            member: a learner's id, or a room as a place.
        """
        key = str(member)
        room = room_of(key)
        if room is not None:
            self._helping.room_wanted.emit(room)
            return
        self._front()
        self._turn_to(1)
        self.person.open(key)

    def show_notes(self) -> None:
        """Come to the front with the staff's notes."""
        self._front()
        self.person.member = ""
        self._turn_to(2)

    def _turn_to(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._head.setVisible(page != 1)
        self.part.choose(NOTES if self._pages.currentWidget() is self.remarks else CALLS)

    def answer_first(self) -> None:
        """Answer whoever has waited longest."""
        first = next((row for row in self.rows.rows if row.stand is not Stand.QUIET), None)
        if first is not None:
            self.show_person(first.key)

    def act(self, letter: object) -> None:
        """Do what a key does to the chosen person or room.

        Args:
            letter: of the key.
        """
        row = self.chosen
        if row is None:
            return
        match letter:
            case "R" | "Enter":
                self.show_person(row.key)
            case "C" if row.stand is Stand.CALLS:
                self.acts.claim(row.call)
            case "D" if row.calls:
                self.acts.resolve(row.call)
            case "D" if row.stand is Stand.WROTE:
                self.acts.mark_read(row.key)
            case "B" if row.stand is Stand.TAKEN:
                self.acts.release(row.call)
            case "O" if row.call and not row.calls:
                self.acts.reopen(row.call)
            case _:
                pass

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the times true while they can be seen."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def _front(self) -> None:
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)

    def _tick(self) -> None:
        if any(row.stand is not Stand.QUIET for row in self.rows.rows):
            self.view.viewport().update()
        self.person.tick()

    def _changed(self, changed: object) -> None:
        if not isinstance(changed, Changed) or not (changed.touches(*READS) or changed.pending):
            return
        self._show()
        self.person.follow()
        if changed.touches(NAME, "roster", "breakouts") or changed.pending:
            self._attention.refresh(NAME)

    def _show(self) -> None:
        rows = queue(self._world, self._bridge.me, self._bridge.now())
        self.rows.show_rows(rows)
        self._list.setCurrentIndex(0 if rows else 1)
        if rows and self.chosen is None:
            self.view.setCurrentIndex(self.rows.index(0))
        calling = sum(row.stand is Stand.CALLS for row in rows)
        taken = sum(row.stand is Stand.TAKEN for row in rows)
        parts = [self.tr("%n waiting", "calls for help that nobody has taken", calling)]
        if taken:
            parts.append(self.tr("%n being helped", "calls for help", taken))
        self._figures.setText(" · ".join(parts))
        self._figures.setVisible(bool(rows))
        self._offer()

    def _offer(self) -> None:
        row = self.chosen
        self._bar.setVisible(row is not None)
        if row is None:
            return
        self._buttons["R"].say(self.tr("Look in") if row.is_room else self.tr("Answer"))
        self._buttons["C"].setVisible(row.stand is Stand.CALLS)
        self._buttons["D"].setVisible(row.stand is not Stand.QUIET)
        self._buttons["D"].say(self.tr("No answer needed") if row.stand is Stand.WROTE else self.tr("Helped"))

    def _row_words(self, row: HelpRow) -> str:
        parts = [row.name]
        if row.calls:
            parts[0] = calls_text(row.kind).replace("%1", row.name)
            parts.append(wait_text(self._bridge.now() - row.since))
        if row.by:
            parts.append(self.tr("%1 is on it").replace("%1", row.by))
        return ". ".join(part for part in (*parts, row.text, row.context) if part)

    def _attention_items(self) -> tuple[AttentionItem, ...]:
        return help_items(self._world, self._bridge.me, self._bridge.now(), self.acts, self.show_person)


PANELS = (
    Panel(
        NAME,
        Mode.LIVE,
        Place.RIGHT,
        25,
        SupportPanel,
        title=lambda: QCoreApplication.translate("Panels", "Help"),
        icon_name="life-buoy",
        words=SAID,
    ),
    Panel(
        NAME,
        Mode.REVIEW,
        Place.RIGHT,
        24,
        HelpInReview,
        title=lambda: QCoreApplication.translate("Panels", "Help"),
        icon_name="life-buoy",
    ),
)
