"""A list of people on the screen: pasted, imported, typed and edited in place, every step with a way back."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.people.person import PeopleUnreadable, Person
from app.people.reading import What, read_file, read_text
from ui.bridge.dialogs import FileAsk, ask_file
from ui.expected.table import PeopleTable, PeopleTableModel
from ui.expected.words import note_text, unreadable_text
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.people.reading import Reading
    from ui.bridge.tasks import TaskScope
    from ui.expected.lists import Lists

_IGNORED = frozenset({What.COLUMN, What.BEFORE_HEADING})
_LINES_TOLD = 8
_NAMES_TOLD = 4


class ListView(Translated, QWidget):
    """A list of people: pasted, imported, typed and edited in place, every step with a way back.

    Args:
        lists: keep it.
        scope: reads files.
        parent: the owner.
    """

    def __init__(self, lists: Lists, scope: TaskScope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists, self._scope = lists, scope
        self._id = ""
        self._undone: list[tuple[Person, ...]] = []
        self._redone: list[tuple[Person, ...]] = []
        self.model = PeopleTableModel(self)
        self.table = PeopleTable(self.model)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMaximumWidth(240)
        self._count = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self._undo, self._redo = IconButton("undo-2"), IconButton("redo-2")
        self._remove = IconButton("trash-2")
        self._new = Button(kind=ButtonKind.QUIET, icon_name="user-plus")
        self._import = Button(kind=ButtonKind.QUIET, icon_name="upload")
        self._none = EmptyState("users")
        self._pages = QStackedWidget()
        self.paste = QPlainTextEdit()
        self.paste.setProperty("kind", "field")
        self._found = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self.take = Button(kind=ButtonKind.PRIMARY, icon_name="plus")
        self.told = Banner()
        self.toast = Toast(self)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        space = tokens().space
        head = QHBoxLayout()
        head.setSpacing(space.xs)
        head.addWidget(self.search)
        head.addSpacing(space.s)
        head.addWidget(self._count)
        head.addStretch(1)
        for button in (self._undo, self._redo, self._remove):
            head.addWidget(button)
        head.addSpacing(space.s)
        head.addWidget(self._new)
        head.addWidget(self._import)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._none)
        self.paste.setFixedHeight(tokens().type.body * 6)
        self.paste.setTabChangesFocus(True)
        under = QHBoxLayout()
        under.setSpacing(space.s)
        under.addWidget(self._found, 1)
        under.addWidget(self.take)
        box = Ground("card", margin=space.m, spacing=space.s)
        box.column.addWidget(self.paste)
        box.column.addLayout(under)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.s)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addWidget(self.told)
        column.addWidget(box)

    def _connect(self) -> None:
        self._lists.changed.connect(self._list_changed)
        self.model.edited.connect(self._edited)
        self.table.removal_wanted.connect(self.remove)
        self.table.pasted.connect(self.paste_clipboard)
        self.search.textChanged.connect(self.table.look_for)
        self.paste.textChanged.connect(self._look)
        self.take.clicked.connect(self.add_pasted)
        self._new.clicked.connect(self.add_one)
        self._import.clicked.connect(lambda: self._scope.spawn(self._import_file(), name="import people"))
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._remove.clicked.connect(lambda: self.remove(self.table.chosen()))
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._show_buttons())
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), self.redo),
        ):
            QShortcut(keys, self.table, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self.paste, self.add_pasted, context=Qt.ShortcutContext.WidgetShortcut)

    def retranslate(self) -> None:
        """Say the words again."""
        self.search.setPlaceholderText(self.tr("Find a person"))
        self.search.setAccessibleName(self.tr("Find a person"))
        self._undo.say(self.tr("Undo"))
        self._undo.tell_keys(QKeySequence(QKeySequence.StandardKey.Undo))
        self._redo.say(self.tr("Redo"))
        self._redo.tell_keys(QKeySequence(QKeySequence.StandardKey.Redo))
        self._remove.say(self.tr("Take those chosen off the list"))
        self._remove.tell_keys("Del")
        self._new.say(self.tr("Add a person"))
        self._import.say(self.tr("Import a file…"), self.tr("A spreadsheet, or a list exported from Moodle or Zoom"))
        self._none.say(
            self.tr("Who comes?"),
            self.tr(
                "Paste names or addresses below, or import a spreadsheet or a list from Moodle or Zoom. Each person "
                "gets a link of their own. The list stays on this computer, and learners never see it."
            ),
        )
        self.paste.setPlaceholderText(
            self.tr("Paste here: one person a line, addresses from an e-mail, or rows of a spreadsheet")
        )
        self.paste.setAccessibleName(self.tr("People to add"))
        self._look()
        self._show()

    def open(self, list_id: str) -> None:
        """Show the list of a plan.

        Args:
            list_id: of the plan.
        """
        if list_id != self._id:
            self._id = list_id
            self._undone.clear()
            self._redone.clear()
            self.told.hide()
            self.paste.clear()
        self._lists.want(list_id)
        self._show()
        (self.table if self.people else self.paste).setFocus()

    @property
    def people(self) -> tuple[Person, ...]:
        """Who is on the list."""
        return self._lists.of(self._id).people

    def add_pasted(self) -> None:
        """Put those on the list whose names were pasted."""
        if self.take.isEnabled():
            self._take(read_text(self.paste.toPlainText(), self.people))
            self.paste.clear()

    def paste_clipboard(self) -> None:
        """Put those on the list whom the clipboard holds."""
        text = QGuiApplication.clipboard().text()
        if text.strip() and self._is_open():
            self._take(read_text(text, self.people))

    def add_one(self) -> None:
        """Put somebody on the list, to be named in place."""
        if not self._is_open():
            return
        self.search.clear()
        person = Person(id=str(uuid4()), first_name=self.tr("New person"))
        self._change((*self.people, person))
        self.table.edit_person(person.id)

    def remove(self, ids: object) -> None:
        """Take people off the list.

        Args:
            ids: theirs.
        """
        gone = set(ids) if isinstance(ids, tuple) else set()
        if gone:
            self._change(person for person in self.people if person.id not in gone)
            self.toast.say(self.tr("%n people taken off the list", "", len(gone)), undo=self.undo)

    def undo(self) -> None:
        """Take the last change back."""
        if self._undone:
            self._redone.append(self.people)
            self._lists.change(self._id, self._undone.pop())

    def redo(self) -> None:
        """Make the last change again that was taken back."""
        if self._redone:
            self._undone.append(self.people)
            self._lists.change(self._id, self._redone.pop())

    def read(self, path: Path) -> None:
        """Put those on the list whom a file holds.

        Args:
            path: of the file.
        """
        self._scope.spawn(self._read(path), name="read people")

    def _is_open(self) -> bool:
        return self._lists.is_ready(self._id)

    def _change(self, people: Iterable[Person]) -> None:
        made = tuple(people)
        if made != self.people and self._is_open():
            self._undone.append(self.people)
            self._redone.clear()
            self._lists.change(self._id, made)

    def _edited(self, person: object) -> None:
        if isinstance(person, Person):
            self._change(tuple(person if each.id == person.id else each for each in self.people))

    def _take(self, reading: Reading) -> None:
        before = len(self.people)
        people = tuple(person if person.id else replace(person, id=str(uuid4())) for person in reading.people)
        self._change(people)
        added = len(people) - before
        if added:
            self.toast.say(self.tr("%n people added", "", added), undo=self.undo)
        notes = [note for note in reading.notes if note.what not in _IGNORED]
        left_out = [note for note in reading.notes if note.what is What.COLUMN]
        lines = [note_text(note) for note in notes]
        if left_out:
            columns = ", ".join(note.text for note in left_out)
            lines.append(self.tr("Columns left out: %1").replace("%1", columns))
        if not added and not lines:
            lines.append(self.tr("Nobody new was found."))
        if lines:
            tone = Tone.WARN if notes or not added else Tone.INFO
            more = len(lines) - _LINES_TOLD
            shown = lines if more <= 0 else [*lines[:_LINES_TOLD], self.tr("… and %n more lines", "", more)]
            self.told.say(tone, "\n".join(shown))
        else:
            self.told.hide()

    async def _import_file(self) -> None:
        title = self.tr("Import people")
        patterns = self.tr("Lists (*.xlsx *.xlsm *.csv *.tsv *.txt)") + ";;" + self.tr("All files (*)")
        path = await ask_file(self.window(), FileAsk.OPEN, title, patterns=patterns)
        if path is not None:
            await self._read(Path(path))

    async def _read(self, path: Path) -> None:
        # A file may lie on a slow network drive, and unpacking takes its time.
        try:
            reading = await asyncio.to_thread(lambda: read_file(path.read_bytes(), self.people))
        except PeopleUnreadable as error:
            self.told.say(Tone.DANGER, unreadable_text(error.code))
        except OSError:
            self.told.say(Tone.DANGER, self.tr("This file cannot be opened: %1").replace("%1", path.name))
        else:
            if self._is_open():
                self._take(reading)

    def _list_changed(self, list_id: object) -> None:
        if list_id == self._id:
            self._show()

    def _look(self) -> None:
        text = self.paste.toPlainText()
        if not text.strip():
            self.take.say(self.tr("Add to the list"), self.tr("Add to the list (Ctrl+Enter)"))
            self.take.setEnabled(False)
            self._found.setText(self.tr("Columns are recognised by their headings, in French or English."))
            return
        reading = read_text(text, self.people)
        added = len(reading.people) - len(self.people)
        self.take.say(self.tr("Add %n people", "", added), self.tr("Add to the list (Ctrl+Enter)"))
        self.take.setEnabled(self._is_open())
        names = ", ".join(person.name for person in reading.people[len(self.people) :][:_NAMES_TOLD])
        told = sum(1 for note in reading.notes if note.what not in _IGNORED)
        parts = [names + (" …" if added > _NAMES_TOLD else "")] if names else []
        if told:
            parts.append(self.tr("%n lines to look at", "", told))
        self._found.setText(" · ".join(parts) or self.tr("Nobody new was found."))

    def _show(self) -> None:
        people: Sequence[Person] = self.people
        self.model.show_people(people)
        self._pages.setCurrentWidget(self.table if people else self._none)
        self._count.setText(self.tr("%n people expected", "", len(people)) if people else "")
        self.search.setVisible(bool(people))
        self._remove.setVisible(bool(people))
        if self._lists.is_unreadable(self._id):
            text = self.tr("A newer version of Cercle wrote this list. It is kept as it is; update Cercle to open it.")
            self.told.say(Tone.WARN, text, closable=False)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self._undo.setEnabled(bool(self._undone))
        self._redo.setEnabled(bool(self._redone))
        self._remove.setEnabled(bool(self.table.chosen()))
        for button in (self._new, self._import):
            button.setEnabled(self._is_open())
