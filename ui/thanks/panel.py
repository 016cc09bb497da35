"""The thanks panel: who thanked whom and why, how many each person gave and got, and where staff say thanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from app.domain.kernel.refusal import Refusal
from app.domain.thanks.commands import GiveThanks, TakeBackThanks
from app.domain.thanks.state import ThanksState
from ui.bridge.names import member_name
from ui.bridge.refusals import refusal_text
from ui.bridge.session import Changed, SessionBridge
from ui.discussion.places import Places
from ui.session.classes import TwoLines, TwoLinesDelegate
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.window import MainWindow
from ui.thanks.form import ThanksForm
from ui.thanks.model import people_rows, reason_text, thanks_rows
from ui.thanks.review import PastThanks
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.layout import Ground, separator
from ui.widgets.rows import LettersView, RowsModel
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.thanks.state import Thanks
    from ui.i18n import Words

NAME = "thanks"
EACH, PEOPLE = "each", "people"
_TICK_MS = 15_000
_KEYS = {Qt.Key.Key_Return: "G", Qt.Key.Key_Enter: "G", Qt.Key.Key_Delete: "Delete"}


class ThanksPanel(Translated, QWidget):
    """The thanks of one session.

    Args:
        services: `SessionBridge`, `Actions`, `Toast` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = services.need(SessionBridge)
        self._toast, self._window = services.need(Toast), services.need(MainWindow)
        self._places = Places.of(self._bridge)
        self.shown = EACH
        self._heard = self._last_for_me()
        self.rows: RowsModel[TwoLines] = RowsModel(lambda row: row.key, lambda row: f"{row.title}. {row.detail}", self)
        self.view = LettersView("GT", _KEYS)
        self.view.setItemDelegate(TwoLinesDelegate(self.view))
        self.view.show_model(self.rows)
        self.form = ThanksForm()
        self._what = Segmented("", self._lists())
        self._go = Button(kind=ButtonKind.QUIET, icon_name="message-circle")
        self._back = Button(kind=ButtonKind.PLAIN, icon_name="undo-2")
        self._thank = Button(kind=ButtonKind.QUIET, icon_name="heart")
        self._empty = EmptyState("heart")
        self._bar = QWidget()
        self._pages = QStackedLayout()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._lay_out()
        self._connect()
        services.need(Actions).add(self._action(), owner=self)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        ground = Ground("surface")
        head = QHBoxLayout()
        head.setContentsMargins(space.m, space.s, space.m, space.s)
        head.addWidget(self._what)
        head.addStretch(1)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(space.m, space.s, space.m, space.m)
        bar.setSpacing(space.s)
        for button in (self._go, self._thank, self._back):
            bar.addWidget(button)
        bar.addStretch(1)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        ground.column.addLayout(head)
        ground.column.addWidget(separator())
        ground.column.addWidget(self.form)
        ground.column.addLayout(self._pages, 1)
        ground.column.addWidget(self._bar)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self._what.chosen.connect(self.show_list)
        self.view.letter.connect(self.act)
        self.view.doubleClicked.connect(lambda _index: self.act("G"))
        self.view.selectionModel().currentChanged.connect(lambda *_indexes: self._offer())
        self._go.clicked.connect(lambda: self.act("G"))
        self._thank.clicked.connect(lambda: self.act("T"))
        self._back.clicked.connect(lambda: self.act("Delete"))
        self.form.given.connect(self._given)
        self._places.thanks_wanted.connect(self.ask)

    def _action(self) -> Action:
        return Action(
            f"{NAME}.show",
            lambda: QCoreApplication.translate("Actions", "Go to the thanks"),
            self.show_panel,
            shortcut="Ctrl+Alt+K",
            group=lambda: QCoreApplication.translate("Actions", "Conversation"),
            icon_name="heart",
            modes=frozenset({Mode.LIVE}),
        )

    def _lists(self) -> tuple[Segment, ...]:
        return Segment(EACH, self.tr("Newest")), Segment(PEOPLE, self.tr("By person"))

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Thanks"))
        self.view.setAccessibleDescription(
            self.tr("Enter goes to the message, T thanks the person, Delete takes thanks back.")
        )
        self._what.say(self.tr("What is listed"), self._lists())
        self._what.choose(self.shown)
        self._go.say(self.tr("Go there"), self.tr("Show the message (Enter)"))
        self._thank.say(self.tr("Thank…"), self.tr("Thank this person (T)"))
        self._back.say(self.tr("Take back"), self.tr("These thanks, with their words, are gone for everyone (Delete)"))
        self._empty.say(
            self.tr("Nobody has been thanked yet"),
            self.tr("Learners thank one another from a message or the list of people; you do with the key L."),
        )
        self.rows.repeat()
        self._show()

    @property
    def chosen(self) -> TwoLines | None:
        """What the keys are about: thanks, or a person."""
        return self.rows.row_at(self.view.currentIndex())

    def show_panel(self) -> None:
        """Come to the front."""
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self, which: object) -> None:
        """List the thanks, or how many each person gave and got.

        Args:
            which: `EACH` or `PEOPLE`.
        """
        self.shown = str(which)
        self._show()

    def ask(self, message: object, member: object) -> None:
        """Ask why somebody is to be thanked.

        Args:
            message: the id of what is thanked for; empty for a person.
            member: who is thanked when it is for no message.
        """
        said = self._bridge.projected.talk.said(str(message)) if message else None
        whom = said.author if said is not None else str(member)
        if not whom:
            return
        self.show_panel()
        self.form.ask(message=str(message), member=str(member), whom=member_name(self._bridge.projected, whom))

    def act(self, letter: object) -> None:
        """Do what a key does to the chosen row.

        Args:
            letter: of the key.
        """
        row = self.chosen
        if row is None:
            return
        thanks = self._state.thanks.get(row.key)
        match letter:
            case "G" if thanks is not None and thanks.message:
                self._places.message_wanted.emit(thanks.message)
            case "T" if self.shown == PEOPLE and row.key != self._bridge.me:
                self.ask("", row.key)
            case "Delete" if thanks is not None:
                self._take_back(thanks)
            case _:
                pass

    @property
    def _state(self) -> ThanksState:
        return self._bridge.projected.state(ThanksState)

    def _take_back(self, thanks: Thanks) -> None:
        again = GiveThanks(
            message=thanks.message,
            member="" if thanks.message else thanks.to,
            reason=thanks.reason,
            text=thanks.text,
            open=thanks.open,
        )
        is_mine = thanks.giver == self._bridge.me
        if self._bridge.submit(TakeBackThanks(thanks=thanks.id)) is not None:
            undo = (lambda: self._bridge.submit(again)) if is_mine else None
            self._toast.say(self.tr("The thanks were taken back"), undo=undo)

    def _given(self, command: object) -> None:
        if not isinstance(command, GiveThanks):
            return
        try:
            self._bridge.ask(command)
        except Refusal as refusal:
            self.form.refuse(refusal_text(refusal.code, refusal.params))
            return
        self.form.done()
        self._bridge.flush()

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches(NAME, "roster", "discussion") or changed.pending):
            self._show()
            self._hear()

    def _last_for_me(self) -> int:
        received = self._state.received.get(self._bridge.me, {})
        return max((self._state.thanks[key].order for key in received), default=0)

    def _hear(self) -> None:
        """Tell the person that somebody thanks them, once."""
        last = self._last_for_me()
        if last <= self._heard:
            return
        self._heard = last
        found = next(each for each in self._state.thanks.values() if each.order == last)
        text = self.tr("%1 thanks you: %2").replace("%1", member_name(self._bridge.projected, found.giver))
        self._toast.say(text.replace("%2", found.text or reason_text(found.reason)))

    def _tick(self) -> None:
        if self.isVisible() and self.shown == EACH:
            self._show()

    def _show(self) -> None:
        world = self._bridge.projected
        some = bool(self._state.thanks)
        rows = () if not some else thanks_rows(world, self._bridge.now()) if self.shown == EACH else people_rows(world)
        self.rows.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        if rows and self.chosen is None:
            self.view.setCurrentIndex(self.rows.index(0))
        self._offer()

    def _offer(self) -> None:
        row = self.chosen
        self._bar.setVisible(row is not None)
        thanks = self._state.thanks.get(row.key) if row is not None else None
        self._go.setVisible(thanks is not None and bool(thanks.message))
        self._back.setVisible(thanks is not None)
        self._thank.setVisible(row is not None and self.shown == PEOPLE and row.key != self._bridge.me)


WORDS: dict[str, Words] = {
    "thanks.give": lambda: QCoreApplication.translate("Thanks", "thanking somebody"),
    "thanks.take_back": lambda: QCoreApplication.translate("Thanks", "taking thanks back"),
    "unknown_thanks": lambda: QCoreApplication.translate("Thanks", "These thanks were taken back already."),
    "own_thanks": lambda: QCoreApplication.translate("Thanks", "Nobody thanks themselves."),
    "thanked_already": lambda: QCoreApplication.translate(
        "Thanks", "You have thanked for this already. Take those thanks back first to say it otherwise."
    ),
    "too_many_thanks": lambda: QCoreApplication.translate(
        "Thanks", "That is %limit thanks in a short time. Wait a little before the next."
    ),
}
"""What can be asked about thanks, as the end of a sentence, and what is wrong with it."""


def _title() -> str:
    return QCoreApplication.translate("Panels", "Thanks")


PANELS = (
    Panel(NAME, Mode.LIVE, Place.RIGHT, 40, ThanksPanel, title=_title, icon_name="heart", words=WORDS),
    Panel(NAME, Mode.REVIEW, Place.RIGHT, 40, PastThanks, title=_title, icon_name="heart"),
)
