"""The staff's notes about people and messages, and what somebody has to come back to; in Live they stand with help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.bridge.names import member_name
from ui.bridge.session import Changed, SessionBridge
from ui.discussion.marks import plain
from ui.discussion.places import Places
from ui.remarks.acts import RemarkActs
from ui.remarks.form import NoteForm
from ui.remarks.model import notes
from ui.remarks.review import NotesInReview
from ui.remarks.view import RemarksView
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.window import MainWindow
from ui.support.helping import Helping
from ui.widgets.buttons import IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.world import World
    from ui.i18n import Words

NAME = "remarks"
FOLLOW_UP, ALL = "follow_up", "all"


class RemarksPanel(Translated, QWidget):
    """The notes of one session's staff. `front` asks whoever shows it to bring it to the front.

    Args:
        services: `SessionBridge`, `Actions`, `Toast` and the `MainWindow`.
        parent: the owner.
    """

    front = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._window = services.need(SessionBridge), services.need(MainWindow)
        self._places = Places.of(self._bridge)
        self.acts = RemarkActs(self._bridge, services.need(Toast), self)
        self.form = NoteForm()
        self.view = RemarksView()
        self.which = Segmented("", self._choices())
        self._shown = ALL
        self._empty = EmptyState("sticky-note")
        self._buttons = {
            "F": IconButton("check"),
            "E": IconButton("pencil"),
            "G": IconButton("message-circle"),
            "Delete": IconButton("trash-2"),
        }
        self._bar = QWidget()
        self._pages = QStackedLayout()
        self._lay_out()
        self._connect()
        services.need(Actions).add(self._action(), owner=self)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(space.m, space.xs, space.m, space.s)
        bar.setSpacing(space.xxs)
        for button in self._buttons.values():
            bar.addWidget(button)
        bar.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(space.m, space.m, space.m, space.xs)
        head.setSpacing(space.s)
        head.addWidget(self.which)
        head.addWidget(self.form)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        column.addWidget(self._bar)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        Helping.of(self._bridge).note_wanted.connect(self.ask)
        self.which.chosen.connect(self.show_which)
        self.form.written.connect(self._written)
        self.view.letter.connect(self.act)
        self.view.doubleClicked.connect(lambda _index: self.act("E"))
        self.view.selectionModel().currentChanged.connect(lambda *_indexes: self._offer())
        for letter, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, key=letter: self.act(key))

    def _action(self) -> Action:
        return Action(
            f"{NAME}.show",
            lambda: QCoreApplication.translate("Actions", "Go to the private notes"),
            self.show_panel,
            shortcut="Ctrl+Alt+N",
            group=lambda: QCoreApplication.translate("Actions", "People"),
            icon_name="sticky-note",
            modes=frozenset({Mode.LIVE}),
        )

    def _choices(self) -> tuple[Segment, ...]:
        return (Segment(ALL, self.tr("All")), Segment(FOLLOW_UP, self.tr("To follow up")))

    def retranslate(self) -> None:
        """Say the words again."""
        self.which.say(self.tr("Which notes"), self._choices())
        self.which.choose(self._shown)
        for letter, text, keys in (
            ("F", self.tr("To follow up, or done"), "F"),
            ("E", self.tr("Edit"), "E"),
            ("G", self.tr("Go there"), "G"),
            ("Delete", self.tr("Take the note away"), "Del"),
        ):
            self._buttons[letter].say(text)
            self._buttons[letter].tell_keys(keys)
        self._empty.say(
            self.tr("No note yet"),
            self.tr("Choose a person or a message and press N. Only the staff ever read it."),
        )
        self.view.rows.repeat()
        self._show()

    @property
    def _world(self) -> World:
        return self._bridge.projected

    def show_panel(self) -> None:
        """Come to the front."""
        self.front.emit()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_which(self, which: object) -> None:
        """List all notes, or those to follow up.

        Args:
            which: `ALL` or `FOLLOW_UP`.
        """
        self._shown = str(which)
        self._show()

    def ask(self, member: object, message: object) -> None:
        """Ask for a note.

        Args:
            member: whom it is about; empty when a message tells.
            message: the message that it is about; empty for none.
        """
        member, message = str(member), str(message)
        said = self._world.talk.said(message) if message else None
        about = said.author if said is not None else member
        self.show_panel()
        self.form.ask(
            member, message, member_name(self._world, about), plain(said.text).split("\n", 1)[0] if said else ""
        )

    def act(self, letter: object) -> None:
        """Do what a key does to the chosen note.

        Args:
            letter: of the key.
        """
        row = self.view.chosen
        if row is None:
            return
        match letter:
            case "F":
                self.acts.flag(row)
            case "E" | "Enter":
                self.form.change(row)
            case "G" if row.message:
                self._go(row.message)
            case "G":
                Helping.of(self._bridge).wanted.emit(row.member)
            case "Delete":
                self.acts.remove(row)
            case _:
                pass

    def _go(self, message: str) -> None:
        page = self._window.page(Mode.LIVE)
        if page is not None:
            page.show_panel("discussion")
        self._places.message_wanted.emit(message)

    def _written(self, text: object, follow_up: object) -> None:
        form, words = self.form, str(text)
        if form.revised:
            row = self.view.rows.row_at(self.view.rows.index_of(form.revised))
            kept = row is not None and self.acts.revise(row, words)
        else:
            kept = self.acts.write(form.member, form.message, words, follow_up=bool(follow_up))
        if kept:
            form.done()
        elif words:
            form.composer.restore(words)

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches(NAME, "roster", "discussion") or changed.pending):
            self._show()

    def _show(self) -> None:
        rows = notes(self._world, to_follow_up=self._shown == FOLLOW_UP)
        self.view.rows.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        if rows and self.view.chosen is None:
            self.view.setCurrentIndex(self.view.rows.index(0))
        self._offer()

    def _offer(self) -> None:
        self._bar.setVisible(self.view.chosen is not None)


SAID: dict[str, Words] = {
    "remarks.write": lambda: QCoreApplication.translate("Remarks", "writing a note"),
    "remarks.revise": lambda: QCoreApplication.translate("Remarks", "changing a note"),
    "remarks.flag": lambda: QCoreApplication.translate("Remarks", "flagging a note"),
    "remarks.remove": lambda: QCoreApplication.translate("Remarks", "taking a note away"),
    "unknown_remark": lambda: QCoreApplication.translate("Remarks", "This note is gone."),
}
"""What its commands are called, as the end of a sentence, and what its refusals say."""

PANELS = (
    Panel(
        NAME,
        Mode.REVIEW,
        Place.RIGHT,
        26,
        NotesInReview,
        title=lambda: QCoreApplication.translate("Panels", "Private notes"),
        icon_name="sticky-note",
        words=SAID,
    ),
)
