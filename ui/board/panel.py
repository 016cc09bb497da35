"""The board panel: links, notes and messages of the class, to open, mark, change and take off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from app.domain.board import commands as c
from app.domain.board.state import BoardState
from app.domain.kernel.refusal import Refusal
from app.domain.topics.decider import TopicsState
from ui.board.delegate import BoardDelegate
from ui.board.form import BoardForm
from ui.board.model import BoardRow, Order, board_rows
from ui.board.review import PastBoard
from ui.bridge.dialogs import confirm
from ui.bridge.refusals import refusal_text
from ui.bridge.session import Changed, SessionBridge
from ui.bridge.tasks import TaskScope
from ui.discussion.places import Places
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.window import MainWindow
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Choice
from ui.widgets.layout import Ground, separator
from ui.widgets.rows import LettersView, RowsModel
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command
    from ui.i18n import Words

NAME = "board"
_TICK_MS = 30_000
_TOPIC_WIDTH = 180
_KEYS = {Qt.Key.Key_Return: "O", Qt.Key.Key_Enter: "O", Qt.Key.Key_Delete: "Delete"}


class BoardPanel(Translated, QWidget):
    """The board of one session.

    Args:
        services: `SessionBridge`, `Actions`, `Toast`, a `TaskScope` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._window = services.need(SessionBridge), services.need(MainWindow)
        self._toast, self._tasks = services.need(Toast), services.need(TaskScope)
        self._places = Places.of(self._bridge)
        self.order = Order.NEWEST
        self.rows: RowsModel[BoardRow] = RowsModel(lambda row: row.item, self._row_words, self)
        self.view = LettersView("OCUEG", _KEYS)
        self.view.setItemDelegate(BoardDelegate(self._bridge.now, self.view))
        self.view.show_model(self.rows)
        self.form = BoardForm()
        self.topic = Choice()
        self.topic.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.topic.setMinimumContentsLength(10)
        self.topic.setMaximumWidth(_TOPIC_WIDTH)
        self._sort = Segmented("", self._orders())
        self._new = Button(kind=ButtonKind.QUIET, icon_name="plus")
        self._buttons: dict[str, Button | IconButton] = {
            "O": Button(kind=ButtonKind.PRIMARY, icon_name="external-link"),
            "U": Button(kind=ButtonKind.QUIET, icon_name="thumbs-up"),
            "E": Button(kind=ButtonKind.QUIET, icon_name="pencil"),
            "C": IconButton("copy"),
            "G": IconButton("message-circle"),
            "Delete": IconButton("trash-2"),
        }
        self._empty = EmptyState("bookmark")
        self._bar = QWidget()
        self._pages = QStackedLayout()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.rows.repeat)
        self._timer.start()
        self._lay_out()
        self._connect()
        services.need(Actions).add(*self._actions(), owner=self)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        ground = Ground("surface")
        head = QHBoxLayout()
        head.setContentsMargins(space.l, space.s, space.l, space.s)
        head.setSpacing(space.m)
        head.addWidget(self._sort)
        head.addWidget(self.topic)
        head.addStretch(1)
        head.addWidget(self._new)
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
        ground.column.addWidget(self.form)
        ground.column.addLayout(self._pages, 1)
        ground.column.addWidget(self._bar)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self._sort.chosen.connect(self.sort)
        self.topic.activated.connect(lambda _row: self._show())
        self._new.clicked.connect(self.ask_new)
        self.view.letter.connect(self.act)
        self.view.doubleClicked.connect(lambda _index: self.act("O"))
        self.view.selectionModel().currentChanged.connect(lambda *_indexes: self._offer())
        self.form.given.connect(self._given)
        self._places.board_wanted.connect(self.put)
        for letter, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, key=letter: self.act(key))

    def _actions(self) -> tuple[Action, ...]:
        def group() -> str:
            return QCoreApplication.translate("Actions", "Conversation")

        live = frozenset({Mode.LIVE})
        return (
            Action(
                f"{NAME}.show",
                lambda: QCoreApplication.translate("Actions", "Go to the resources board"),
                self.show_panel,
                shortcut="Ctrl+Alt+B",
                group=group,
                icon_name="bookmark",
                modes=live,
            ),
            Action(
                f"{NAME}.new",
                lambda: QCoreApplication.translate("Actions", "Put a link or a note on the board"),
                self.ask_new,
                shortcut="Ctrl+Alt+A",
                group=group,
                icon_name="bookmark",
                modes=live,
            ),
        )

    def _orders(self) -> tuple[Segment, ...]:
        return (
            Segment(Order.NEWEST, self.tr("Newest")),
            Segment(Order.USEFUL, self.tr("Most useful")),
            Segment(Order.TITLE, self.tr("By title")),
        )

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Resources board"))
        self.view.setAccessibleDescription(
            self.tr("Enter opens, C copies the link, U marks as useful, E changes, G goes to the message.")
        )
        self._sort.say(self.tr("Order of the board"), self._orders())
        self._sort.choose(self.order)
        self._new.say(self.tr("New…"), self.tr("Put a link or a note on the board (Ctrl+Alt+A)"))
        for letter, text, tip in (
            ("O", self.tr("Open"), self.tr("Open the link in the browser, or show the message (Enter)")),
            ("U", self.tr("Useful"), self.tr("Say that it is useful, or take it back (U)")),
            ("E", self.tr("Edit…"), self.tr("Change what it says (E)")),
            ("C", "", self.tr("Copy the link (C)")),
            ("G", "", self.tr("Show the message in the conversation (G)")),
            ("Delete", "", self.tr("Take it off the board (Delete)")),
        ):
            button = self._buttons[letter]
            if isinstance(button, Button):
                button.say(text, tip)
            else:
                button.say(tip)
        self._empty.say(
            self.tr("Nothing is on the board yet"),
            self.tr(
                "Links, notes and good messages, for everybody to keep. The key B puts a message here; links among "
                "the plan’s materials come by themselves."
            ),
        )
        self.rows.repeat()
        self._show_topics()
        self._show()

    @property
    def chosen(self) -> BoardRow | None:
        """What the keys are about."""
        return self.rows.row_at(self.view.currentIndex())

    def show_panel(self) -> None:
        """Come to the front."""
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_new(self) -> None:
        """Come to the front, and ask for a link or a note."""
        self.show_panel()
        self.form.ask(self._topics())

    def sort(self, order: object) -> None:
        """List the board otherwise.

        Args:
            order: an `Order`.
        """
        self.order = Order(str(order))
        self._show()

    def put(self, message: object) -> None:
        """Put a message on the board.

        Args:
            message: its id.
        """
        there = self._bridge.projected.state(BoardState).messages
        if not isinstance(message, str) or message in there:
            self._toast.say(self.tr("This message is on the board already"))
            return
        pending = self._bridge.submit(c.PutMessage(message=message))
        if pending is not None:
            item = self._bridge.created_by(pending)
            self._toast.say(
                self.tr("The message is on the board"), undo=lambda: self._bridge.submit(c.RemoveItem(item=item))
            )

    def act(self, letter: object) -> None:
        """Do what a key does to the chosen row.

        Args:
            letter: of the key.
        """
        row = self.chosen
        if row is None:
            return
        match letter:
            case "O" if row.link:
                QDesktopServices.openUrl(QUrl(row.link))
            case "O" | "G" if row.message:
                self._go(row.message)
            case "C" if row.link:
                QGuiApplication.clipboard().setText(row.link)
                self._toast.say(self.tr("The link was copied"))
            case "U" if not row.mine and row.shown:
                self._bridge.submit(c.MarkUseful(item=row.item, on=not row.marked))
            case "E" if not row.message:
                self.form.ask(self._topics(), row)
            case "Delete":
                self._tasks.spawn(self._remove(row), name="take off the board")
            case _:
                pass

    def _go(self, message: str) -> None:
        page = self._window.page(Mode.LIVE)
        if page is not None:
            page.show_panel("discussion")
        self._places.message_wanted.emit(message)

    async def _remove(self, row: BoardRow) -> None:
        if row.message:
            # The message stays where it was said; it can be put here again.
            if self._bridge.submit(c.RemoveItem(item=row.item)) is not None:
                again = c.PutMessage(message=row.message)
                self._toast.say(self.tr("Taken off the board"), undo=lambda: self._bridge.submit(again))
            return
        title = self.tr("Take “%1” off the board?").replace("%1", row.title or row.host)
        detail = self.tr("It disappears for everyone. The log keeps it as evidence.")
        if await confirm(self, title, detail, self.tr("Take off"), dangerous=True):
            self._bridge.submit(c.RemoveItem(item=row.item))

    def _given(self, item: str, title: str, link: str, note: str, topic: str) -> None:
        command: Command
        if item:
            command = c.EditItem(item=item, title=title, link=link, note=note, topic=topic)
        else:
            command = c.AddItem(title=title, link=link, note=note, topic=topic)
        try:
            pending = self._bridge.ask(command)
        except Refusal as refusal:
            words = refusal_text(refusal.code, refusal.params)
            if refusal.code == "bad_link":
                self.form.refuse_link(words)
            else:
                self.form.refuse(words)
            return
        self.form.done()
        self._bridge.flush()
        index = self.rows.index_of(item or self._bridge.created_by(pending))
        if index.isValid():
            self.view.setCurrentIndex(self.rows.index(index.row()))

    def _topics(self) -> tuple[tuple[str, str], ...]:
        topics = self._bridge.projected.state(TopicsState).topics
        return tuple((key, topic.title) for key, topic in topics.items())

    def _changed(self, changed: object) -> None:
        if not isinstance(changed, Changed):
            return
        if changed.touches("topics"):
            self._show_topics()
        if changed.touches(NAME, "discussion", "roster", "topics") or changed.pending:
            self._show()

    def _show_topics(self) -> None:
        kept = self.topic.currentData() or ""
        self.topic.clear()
        self.topic.addItem(self.tr("All topics"), "")
        for key, title in self._topics():
            self.topic.addItem(title if len(title) <= 40 else f"{title[:39]}…", key)
        self.topic.setCurrentIndex(max(0, self.topic.findData(kept)))
        self.topic.setAccessibleName(self.tr("Show what belongs to a topic"))
        self.topic.setVisible(self.topic.count() > 1)

    def _show(self) -> None:
        wanted = self.topic.currentData() or ""
        all_rows = board_rows(self._bridge.projected, self._bridge.me, self.order)
        rows = tuple(row for row in all_rows if wanted in {"", row.topic_id})
        self.rows.show_rows(rows)
        self._pages.setCurrentIndex(0 if all_rows else 1)
        if rows and self.chosen is None:
            self.view.setCurrentIndex(self.rows.index(0))
        self._offer()

    def _offer(self) -> None:
        row = self.chosen
        self._bar.setVisible(row is not None)
        if row is None:
            return
        self._buttons["O"].setEnabled(bool(row.link or row.message))
        self._buttons["U"].setEnabled(not row.mine and row.shown)
        self._buttons["E"].setEnabled(not row.message)
        self._buttons["C"].setEnabled(bool(row.link))
        self._buttons["G"].setEnabled(bool(row.message))

    def _row_words(self, row: BoardRow) -> str:
        parts = [row.title, row.host, row.note, row.topic, self.tr("put there by %1").replace("%1", row.by)]
        if row.useful:
            parts.append(self.tr("%n useful", "people who find it so", row.useful))
        return ". ".join(part for part in parts if part)


WORDS: dict[str, Words] = {
    "board.add": lambda: QCoreApplication.translate("Board", "putting something on the board"),
    "board.put": lambda: QCoreApplication.translate("Board", "putting a message on the board"),
    "board.edit": lambda: QCoreApplication.translate("Board", "changing the board"),
    "board.remove": lambda: QCoreApplication.translate("Board", "taking something off the board"),
    "unknown_board_item": lambda: QCoreApplication.translate("Board", "This is not on the board any more."),
    "own_item": lambda: QCoreApplication.translate("Board", "Nobody marks as useful what they put there themselves."),
    "stays_in_room": lambda: QCoreApplication.translate(
        "Board", "What is said in a room stays there. Write it anew for the board, with its author’s leave."
    ),
    "too_many_items": lambda: QCoreApplication.translate(
        "Board", "%limit things are on the board already. Take something off first."
    ),
}
"""What can be asked about the board, as the end of a sentence, and what is wrong with it."""


def _title() -> str:
    return QCoreApplication.translate("Panels", "Board")


PANELS = (
    Panel(NAME, Mode.LIVE, Place.CENTRE, 25, BoardPanel, title=_title, icon_name="bookmark", words=WORDS),
    Panel(NAME, Mode.REVIEW, Place.CENTRE, 35, PastBoard, title=_title, icon_name="bookmark"),
)
