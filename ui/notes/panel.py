"""The notes panel: each place's note, written in with everybody there; locked, hidden, cleared and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.kernel.words import MAIN, STAFF, Phase
from app.domain.notes import commands as c
from app.domain.notes.events import NoteMode
from app.domain.notes.state import NotesState
from app.domain.notes.views import is_held
from app.sync.changes import Notice, NoticeKind
from ui.bridge.names import place_name
from ui.bridge.session import Changed, SessionBridge
from ui.bridge.tasks import TaskScope
from ui.discussion.places import Places
from ui.notes.editor import NoteEditor
from ui.notes.review import PastNotes
from ui.review.past import Past
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.window import MainWindow
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Choice
from ui.widgets.labels import Tone
from ui.widgets.layout import Ground, separator
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.world import World
    from app.domain.notes.state import Note
    from ui.i18n import Words

NAME = "notes"


def places(world: World) -> list[str]:
    """Return the places that have a note: the main room, open rooms, topics, the staff; closed rooms that wrote one.

    Args:
        world: to read.
    """
    state = world.state(NotesState)
    rooms = [f"room:{room}" for room in world.seats.all_rooms()]
    shown = [room for room in rooms if world.seats.room_exists(room) or state.note(room).revision]
    return [MAIN, *shown, *(f"topic:{topic}" for topic in world.topics.all_topics()), STAFF]


class NotesPanel(Translated, QWidget):
    """The notes of one session.

    Args:
        services: `SessionBridge`, `Actions`, `Toast` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = services.need(SessionBridge)
        self._toast, self._window = services.need(Toast), services.need(MainWindow)
        self.which = Choice()
        self.lock = Button(kind=ButtonKind.QUIET, icon_name="lock")
        self.hide_ = Button(kind=ButtonKind.QUIET, icon_name="eye-off")
        self.clear = Button(kind=ButtonKind.QUIET, icon_name="trash-2")
        self.restore = Button(kind=ButtonKind.QUIET, icon_name="history")
        self.state = Banner()
        self.editor = NoteEditor(self._bridge)
        self._filling = False
        self._lay_out()
        self._bridge.stateChanged.connect(self._changed)
        self._bridge.answer_first(self._answered)
        self.which.currentIndexChanged.connect(lambda _at: self._chosen())
        self.lock.clicked.connect(lambda: self._set_mode(NoteMode.LOCKED))
        self.hide_.clicked.connect(lambda: self._set_mode(NoteMode.HIDDEN))
        self.clear.clicked.connect(self.clear_note)
        self.restore.clicked.connect(self.restore_note)
        Places.of(self._bridge).note_wanted.connect(self.open_place)
        services.need(Actions).add(*self._actions(), owner=self)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        ground = Ground("surface")
        head = QHBoxLayout()
        head.setContentsMargins(space.m, space.s, space.m, space.s)
        head.setSpacing(space.s)
        head.addWidget(self.which, 1)
        for button in (self.lock, self.hide_, self.clear, self.restore):
            head.addWidget(button)
        inside = Ground("surface")
        inside.column.setContentsMargins(space.m, space.s, space.m, space.s)
        inside.column.addWidget(self.editor)
        ground.column.addLayout(head)
        ground.column.addWidget(separator())
        ground.column.addWidget(self.state)
        ground.column.addWidget(inside, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.setFocusProxy(self.editor)

    def _actions(self) -> tuple[Action, ...]:
        def group() -> str:
            return QCoreApplication.translate("Actions", "Conversation")

        live = frozenset({Mode.LIVE})
        return (
            Action(
                f"{NAME}.show",
                lambda: QCoreApplication.translate("Actions", "Write in the shared notes"),
                self.show_notes,
                shortcut="Ctrl+Shift+E",
                group=group,
                icon_name="file-text",
                modes=live,
            ),
            Action(
                f"{NAME}.lock",
                lambda: QCoreApplication.translate("Actions", "Lock the shared notes, or open them again"),
                lambda: self._set_mode(NoteMode.LOCKED),
                group=group,
                icon_name="lock",
                modes=live,
            ),
            Action(
                f"{NAME}.clear",
                lambda: QCoreApplication.translate("Actions", "Clear the shared notes"),
                self.clear_note,
                group=group,
                icon_name="trash-2",
                modes=live,
            ),
        )

    def retranslate(self) -> None:
        """Say the words again."""
        self.which.setAccessibleName(self.tr("Whose notes are shown"))
        self.which.setToolTip(self.tr("Each room, each topic and the staff have notes of their own"))
        self.clear.say(self.tr("Clear"), self.tr("Begin these notes anew, for everybody; it can be undone"))
        self.restore.say(self.tr("Bring back"), self.tr("Show the text that was there before the notes were cleared"))
        self._show()

    # --- showing ---------------------------------------------------------------------------------------------------

    @property
    def _world(self) -> World:
        return self._bridge.projected

    @property
    def _note(self) -> Note:
        return self._world.state(NotesState).note(self.editor.place or MAIN)

    def show_notes(self) -> None:
        """Come to the front, to be written in."""
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_place(self, place: object) -> None:
        """Come to the front with the note of a place.

        Args:
            place: its id.
        """
        self.show_notes()
        at = self.which.findData(place)
        if at >= 0:
            self.which.setCurrentIndex(at)

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and changed.touches(
            NAME, "roster", "moderation", "topics", "breakouts", "session"
        ):
            self._show()

    def _show(self) -> None:
        found = places(self._world)
        now = self.editor.place or MAIN
        wanted = [(place_name(self._world, place), place) for place in found]
        shown = [(self.which.itemText(at), self.which.itemData(at)) for at in range(self.which.count())]
        if wanted != shown:
            self._filling = True
            self.which.clear()
            for name, place in wanted:
                self.which.addItem(name, place)
            self.which.setCurrentIndex(max(0, self.which.findData(now)))
            self._filling = False
        self._chosen()

    def _chosen(self) -> None:
        if self._filling:
            return
        place = self.which.currentData() or MAIN
        self.editor.show_place(place, place_name(self._world, place))
        self._say_state()

    def _say_state(self) -> None:
        place, note = self.editor.place, self._note
        is_locked, is_hidden = note.mode is NoteMode.LOCKED, note.mode is NoteMode.HIDDEN
        self.lock.set_icon("lock-open" if is_locked else "lock")
        if is_locked:
            self.lock.say(self.tr("Unlock"), self.tr("Let learners write in these notes again"))
        else:
            self.lock.say(self.tr("Lock"), self.tr("Learners can then only read these notes"))
        self.hide_.set_icon("eye" if is_hidden else "eye-off")
        if is_hidden:
            self.hide_.say(self.tr("Show"), self.tr("Let learners see these notes again"))
        else:
            self.hide_.say(self.tr("Hide"), self.tr("Take these notes from learners’ sight at once"))
        for button in (self.lock, self.hide_):
            button.setVisible(place != STAFF)
        self.clear.setEnabled(note.size > 0)
        self.restore.setVisible(note.editions > 1 and not note.size)
        archived = self._world.life.phase is Phase.ARCHIVED
        self.editor.set_read_only(
            on=archived
            or not (place in {MAIN, STAFF} or place.startswith("topic:") or self._world.seats.room_exists(place))
        )
        if place != STAFF and is_held(self._world, place):
            self.state.say(
                Tone.WARN,
                self.tr(
                    "Texts of this place wait for your approval, and notes cannot wait: "
                    "learners do not see them until you let texts through again."
                ),
                closable=False,
            )
        elif is_hidden:
            self.state.say(Tone.INFO, self.tr("Learners do not see these notes."), closable=False)
        elif is_locked:
            self.state.say(Tone.INFO, self.tr("Learners can only read these notes."), closable=False)
        else:
            self.state.hide()

    # --- acting ----------------------------------------------------------------------------------------------------

    def _set_mode(self, mode: NoteMode) -> None:
        place, before = self.editor.place, self._note.mode
        if place == STAFF:
            return
        wanted = NoteMode.OPEN if before is mode else mode
        if self._bridge.submit(c.SetNote(place=place, mode=wanted)) is None:
            return
        self._toast.say(
            self._said(wanted).replace("%1", place_name(self._world, place)),
            undo=lambda: self._bridge.submit(c.SetNote(place=place, mode=before)),
        )

    def _said(self, mode: NoteMode) -> str:
        match mode:
            case NoteMode.LOCKED:
                return self.tr("The notes of %1 are locked")
            case NoteMode.HIDDEN:
                return self.tr("The notes of %1 are hidden")
            case NoteMode.OPEN:
                return self.tr("The notes of %1 are open")

    def clear_note(self) -> None:
        """Begin the note that is shown anew, and offer to take that back."""
        place, note = self.editor.place, self._note
        if note.size and self._bridge.submit(c.ClearNote(place=place)) is not None:
            self._toast.say(
                self.tr("The notes of %1 were cleared").replace("%1", place_name(self._world, place)),
                undo=lambda: self._bridge.submit(c.RestoreNote(place=place, edition=note.edition)),
            )

    def restore_note(self) -> None:
        """Show the text that stood there before the note was cleared."""
        note = self._note
        if note.edition:
            self._bridge.submit(c.RestoreNote(place=note.place, edition=note.edition - 1))

    def _answered(self, notice: Notice) -> bool:
        """Leave it to the editor to say what became of a text."""
        asked = notice.pending.command if notice.pending is not None else None
        return notice.kind is NoticeKind.REFUSED and isinstance(asked, c.EditNote)


WORDS: dict[str, Words] = {
    "notes.edit": lambda: QCoreApplication.translate("Notes", "writing in the notes"),
    "notes.set_mode": lambda: QCoreApplication.translate("Notes", "changing who may write in the notes"),
    "notes.clear": lambda: QCoreApplication.translate("Notes", "clearing the notes"),
    "notes.restore": lambda: QCoreApplication.translate("Notes", "bringing the notes back"),
    "unknown_note": lambda: QCoreApplication.translate("Notes", "The notes never had such a text."),
    "note_locked": lambda: QCoreApplication.translate("Notes", "The notes are locked."),
    "note_hidden": lambda: QCoreApplication.translate("Notes", "The notes are hidden."),
    "note_cleared": lambda: QCoreApplication.translate("Notes", "They were cleared in the meantime."),
    "note_not_admitted": lambda: QCoreApplication.translate(
        "Notes", "It would have to be approved first, and notes cannot wait."
    ),
    "note_behind": lambda: QCoreApplication.translate("Notes", "It builds on words that were not taken."),
    "note_client_taken": lambda: QCoreApplication.translate("Notes", "The notes had to begin anew on this computer."),
    "note_full": lambda: QCoreApplication.translate(
        "Notes", "They hold %limit characters at most. Shorten them first."
    ),
    "note_update_too_large": lambda: QCoreApplication.translate(
        "Notes", "It was too much at once. Put it in piece by piece."
    ),
    "bad_note_update": lambda: QCoreApplication.translate("Notes", "It is no text that notes can hold."),
}
"""What can be asked about notes, as the end of a sentence, and what is wrong with it."""


def _past(services: Services) -> QWidget:
    return PastNotes(services.need(Past), services.need(TaskScope), services.need(Toast))


def _title() -> str:
    return QCoreApplication.translate("Panels", "Notes")


PANELS = (
    Panel(NAME, Mode.LIVE, Place.CENTRE, 12, NotesPanel, title=_title, icon_name="file-text", words=WORDS),
    Panel(NAME, Mode.REVIEW, Place.CENTRE, 25, _past, title=_title, icon_name="file-text"),
)
