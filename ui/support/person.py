"""One learner and the staff alone: their call, what was written, what is noted about them, and where one answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from app.domain.kernel.seats import Standing
from app.domain.kernel.words import Role
from app.domain.support.commands import WritePrivately
from app.domain.support.state import SupportState
from app.sync.changes import Notice, NoticeKind
from ui.discussion.delegate import MessageDelegate
from ui.discussion.view import row_words
from ui.remarks.acts import RemarkActs
from ui.remarks.model import notes_about
from ui.remarks.view import RemarksView
from ui.support.helping import Helping
from ui.support.model import HelpRow, Stand, help_row, thread_rows
from ui.support.ready import ReadyAnswersDialog, answers, said_in
from ui.support.words import kind_text, wait_text
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.composer import Composer
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon
from ui.widgets.labels import ElidedLabel, Tone, Words
from ui.widgets.layout import Ground, separator
from ui.widgets.rows import RowsModel, RowsView
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.bridge.session import SessionBridge
    from ui.discussion.model import Row
    from ui.shell.settings import Preferences
    from ui.support.acts import HelpActs
    from ui.widgets.toast import Toast

LIMIT = 2_000
"""How long a private text may be."""


class ThreadView(Translated, RowsView):
    """What was written, the newest last."""

    def __init__(self) -> None:
        super().__init__(follow_end=True)
        self.rows: RowsModel[Row] = RowsModel(lambda row: row.key, row_words, self)
        self.delegate = MessageDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.show_model(self.rows)
        self.rows.changed.connect(
            lambda: self.delegate.measures.keep_only(frozenset(row.key for row in self.rows.rows))
        )
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(self.tr("Private thread"))
        self.rows.repeat()


class PersonPage(Translated, QWidget):
    """One learner's page. `left` asks for the queue again.

    Args:
        bridge: to the session.
        acts: on calls.
        toast: tells what was done.
        preferences: keep the ready answers.
    """

    left = Signal()

    def __init__(self, bridge: SessionBridge, acts: HelpActs, toast: Toast, preferences: Preferences) -> None:
        super().__init__()
        self._bridge, self._acts, self.preferences = bridge, acts, preferences
        self.member = ""
        self.row: HelpRow | None = None
        self.dialog: ReadyAnswersDialog | None = None
        self._remark_acts = RemarkActs(bridge, toast, self)
        self._back = IconButton("chevron-left")
        self._name = ElidedLabel(words=Words.STRONG)
        self._state = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self._note = IconButton("sticky-note")
        self.take = Button(kind=ButtonKind.PRIMARY)
        self.done = Button(kind=ButtonKind.QUIET, icon_name="check")
        self.release = Button(kind=ButtonKind.PLAIN)
        self.reopen = Button(kind=ButtonKind.QUIET, icon_name="redo-2")
        self.read = Button(kind=ButtonKind.QUIET, icon_name="check-check")
        self.notes = RemarksView(named=False)
        self._line = separator()
        self.talk = ThreadView()
        self._empty = EmptyState("lock")
        self._pages = QStackedLayout()
        self.ready = IconButton("list")
        self.composer = Composer(limit=LIMIT)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._state)
        head = QHBoxLayout()
        head.setContentsMargins(space.xs, space.s, space.s, space.xs)
        head.setSpacing(space.xs)
        head.addWidget(self._back)
        head.addLayout(names, 1)
        head.addWidget(self._note)
        acts = QHBoxLayout()
        acts.setContentsMargins(space.m, 0, space.m, space.s)
        acts.setSpacing(space.xs)
        for button in (self.take, self.done, self.release, self.reopen, self.read):
            acts.addWidget(button)
        acts.addStretch(1)
        self.notes.setMaximumHeight(150)
        self._pages.addWidget(self.talk)
        self._pages.addWidget(self._empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(space.s, space.s, space.m, space.m)
        foot.setSpacing(space.xs)
        foot.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.composer, 1)
        ground = Ground("surface")
        ground.column.addLayout(head)
        ground.column.addLayout(acts)
        ground.column.addWidget(separator())
        ground.column.addWidget(self.notes)
        ground.column.addWidget(self._line)
        ground.column.addLayout(self._pages, 1)
        ground.column.addLayout(foot)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.setFocusProxy(self.composer)

    def _connect(self) -> None:
        self._bridge.noticed.connect(self._noticed)
        self._back.clicked.connect(self.left)
        self._note.clicked.connect(self._ask_note)
        self.take.clicked.connect(lambda: self._with_call(self._acts.claim))
        self.done.clicked.connect(lambda: self._with_call(self._acts.resolve))
        self.release.clicked.connect(lambda: self._with_call(self._acts.release))
        self.reopen.clicked.connect(lambda: self._with_call(self._acts.reopen))
        self.read.clicked.connect(lambda: self._acts.mark_read(self.member))
        self.ready.clicked.connect(self.open_ready)
        self.composer.submitted.connect(self._send)
        self.composer.edit.installEventFilter(self)
        self.notes.letter.connect(self._on_note)

    def retranslate(self) -> None:
        """Say the words again."""
        self._back.say(self.tr("Back to the queue"))
        self._back.tell_keys("Esc")
        self._note.say(self.tr("Note something about this person"))
        self.take.say(self.tr("I take it"), self.tr("Tell everybody that you are on it"))
        self.done.say(self.tr("Helped"), self.tr("The call is over"))
        self.release.say(self.tr("Give back"), self.tr("Let a colleague take it"))
        self.reopen.say(self.tr("Open again"), self.tr("It did not help after all"))
        self.read.say(self.tr("No answer needed"))
        self.ready.say(self.tr("Ready answers"))
        self.ready.tell_keys("Ctrl+Space")
        self._empty.say(
            self.tr("Nothing written yet"), self.tr("What you write here is read by this learner and the staff alone.")
        )
        self._show()

    def open(self, member: str) -> None:
        """Show another learner, or show this one anew.

        Args:
            member: their id.
        """
        self.member = member
        self.composer.write_to(member)
        self._show()
        self.talk.scrollToBottom()
        self.composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Show what changed."""
        if self.member:
            self._show()

    def ready_menu(self) -> QMenu:
        """Make the menu of ready answers, in the learner's language."""
        menu = QMenu(self)
        language = self.row.language if self.row is not None else "fr"
        for answer in answers(self.preferences):
            text = said_in(answer, language, self._bridge.projected)
            if text:
                short = text if len(text) <= 60 else f"{text[:59]}…"
                menu.addAction(short.replace("&", "&&"), partial(self.insert, text))
        menu.addSeparator()
        menu.addAction(icon("pencil"), self.tr("Edit the ready answers…"), self.edit_ready)
        return menu

    def open_ready(self) -> None:
        """Offer the ready answers."""
        menu = self.ready_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.ready.mapToGlobal(self.ready.rect().topLeft())
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    def insert(self, text: str) -> None:
        """Put a ready answer where one writes, to be sent or changed.

        Args:
            text: in the learner's language.
        """
        self.composer.restore(text)
        self.composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_ready(self) -> None:
        """Change the list of ready answers."""
        self.dialog = ReadyAnswersDialog(self.preferences, self.window())
        self.dialog.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Listen for the way back, and for the ready answers."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.open_ready()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def tick(self) -> None:
        """Say how long they have waited by now."""
        self._say_state()

    def _show(self) -> None:
        if not self.member:
            return
        world, me = self._bridge.projected, self._bridge.me
        self.row = help_row(world, self.member, me, self._bridge.now()) or self.row
        rows = thread_rows(world, self.member, me=me, is_pending=self._bridge.is_pending)
        self.talk.rows.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        found = notes_about(world, self.member)
        self.notes.rows.show_rows(found)
        self.notes.setVisible(bool(found))
        self._line.setVisible(bool(found))
        seat = world.seats.seat(self.member)
        can = seat is not None and seat.role is Role.LEARNER and seat.standing is not Standing.REMOVED
        self.composer.setEnabled(can)
        self.ready.setEnabled(can)
        row = self.row
        if row is None:
            return
        self._name.setText(row.name)
        ended = world.state(SupportState).calls.get(row.call)
        self.take.setVisible(row.stand is Stand.CALLS)
        self.done.setVisible(row.calls)
        self.release.setVisible(row.stand is Stand.TAKEN)
        self.reopen.setVisible(not row.calls and ended is not None)
        self.read.setVisible(row.stand is Stand.WROTE)
        self.composer.say(self.tr("To %1 alone").replace("%1", row.name))
        self._say_state()

    def _say_state(self) -> None:
        row = self.row
        if row is None:
            return
        parts = []
        if row.calls:
            parts.append(kind_text(row.kind))
            parts.append(wait_text(self._bridge.now() - row.since))
        if row.by:
            mine = QCoreApplication.translate("HelpDelegate", "you are on it")
            other = QCoreApplication.translate("HelpDelegate", "%1 is on it")
            parts.append(mine if row.mine else other.replace("%1", row.by))
        if row.context:
            parts.append(row.context)
        self._state.setText(" · ".join(parts) or self.tr("Private: this learner and the staff"))

    def _with_call(self, act: object) -> None:
        if self.row is not None and self.row.call and callable(act):
            act(self.row.call)

    def _send(self, text: object) -> None:
        self._acts.write(self.member, str(text))

    def _ask_note(self) -> None:
        Helping.of(self._bridge).note_wanted.emit(self.member, "")

    def _on_note(self, letter: object) -> None:
        row = self.notes.chosen
        if row is None:
            return
        if letter == "F":
            self._remark_acts.flag(row)
        elif letter == "Delete":
            self._remark_acts.remove(row)

    def _noticed(self, notice: object) -> None:
        # Whoever refused says why, elsewhere; here the words come back to the person who wrote them.
        if not (isinstance(notice, Notice) and notice.kind is NoticeKind.REFUSED and notice.pending is not None):
            return
        match notice.pending.command:
            case WritePrivately(member=member, text=text) if member == self.member:
                self.composer.restore(text)
            case _:
                pass
