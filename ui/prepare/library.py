"""The library beside the agenda: what can be put into the plan, what it would become, and for how many."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QDrag, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.plans.edits import Remove
from app.plans.pieces import Piece, place_after, taken
from app.plans.plan import Activity, Plan
from ui.bridge.tasks import TaskScope
from ui.prepare.agenda import AgendaView
from ui.prepare.dropping import OFFERED, Dropping
from ui.prepare.editing import Editing
from ui.prepare.offers import Offer, Shelf, matches, offers, steps
from ui.prepare.pieces import Pieces
from ui.prepare.plans import Plans
from ui.session.ask import LineDialog, ask_line
from ui.session.classes import TwoLines, TwoLinesDelegate, two_lines_view
from ui.session.words import minutes_text
from ui.shell.actions import Action, Actions, plain
from ui.shell.mode_page import ModePage
from ui.shell.panels import Mode, Panel, Place, Services
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import separator
from ui.widgets.rows import RowRole, RowsModel, RowsView
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

NAME = "library"
"""By which the window knows the panel."""

USUAL_LEARNERS = 12
"""For how many things are shown while the plan does not say."""


class LibraryPanel(Translated, QWidget):
    """Lists what can be put into the plan; Enter, a double click, the button or a drag puts it there, as one step.

    Args:
        plans: into whose open one.
        pieces: that are kept.
        editing: tells which activity is chosen.
        toast: tells what was done.
        scope: runs what waits.
    """

    def __init__(self, plans: Plans, pieces: Pieces, editing: Editing, toast: Toast, scope: TaskScope) -> None:
        super().__init__()
        self._plans, self._pieces, self._editing, self._toast, self._scope = plans, pieces, editing, toast, scope
        self._shelf = Shelf.FORMATS
        self._offers: dict[str, Offer] = {}
        self._own_number = False
        self._shown = ""
        self._dropping: Dropping | None = None
        self._shelves = Segmented("", tuple(Segment(shelf, "") for shelf in Shelf))
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self.view = _OffersView(self)
        self._model: RowsModel[TwoLines] = RowsModel(
            lambda row: row.key, lambda row: f"{row.title}, {row.detail}", self
        )
        self.view.show_model(self._model)
        self._steps, self.steps = two_lines_view("")
        self.steps.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._none = EmptyState("book-open")
        self._title = Label(words=Words.STRONG, wrap=True)
        self._about = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._for = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self.learners = QSpinBox()
        self.learners.setRange(1, 500)
        self.learners.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.learners.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._total = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self._warning = Label(words=Words.CAPTION, tone=Tone.WARN, wrap=True)
        self.insert_button = Button(kind=ButtonKind.PRIMARY, icon_name="plus")
        self.begin_button = Button(kind=ButtonKind.QUIET, icon_name="file-text")
        self._rename, self._delete = IconButton("pencil"), IconButton("trash-2")
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        space = tokens().space
        column = QVBoxLayout(self)
        column.setContentsMargins(space.m, space.s, space.m, space.m)
        column.setSpacing(space.s)
        column.addWidget(self._shelves)
        column.addWidget(self._search)
        column.addWidget(self.view, 5)
        column.addWidget(self._none, 5)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(space.s)
        below.addWidget(separator())
        head = QHBoxLayout()
        head.setSpacing(space.xs)
        head.addWidget(self._title, 1)
        head.addWidget(self._rename)
        head.addWidget(self._delete)
        below.addLayout(head)
        below.addWidget(self._about)
        number = QHBoxLayout()
        number.setSpacing(space.s)
        number.addWidget(self._for)
        number.addWidget(self.learners)
        number.addStretch(1)
        number.addWidget(self._total)
        below.addLayout(number)
        below.addWidget(self._warning)
        below.addWidget(self.steps, 1)
        below.addWidget(self.insert_button)
        below.addWidget(self.begin_button)
        column.addWidget(self._below, 5)

    def _connect(self) -> None:
        self._shelves.chosen.connect(self._show_shelf)
        self._search.textChanged.connect(self._fill)
        self._search.returnPressed.connect(self.view.setFocus)
        self.view.selectionModel().currentChanged.connect(self._show_offer)
        self.view.activated.connect(lambda _index: self.insert())
        self.view.dragging.connect(self._drag)
        self.learners.valueChanged.connect(self._number_changed)
        self.insert_button.clicked.connect(self.insert)
        self.begin_button.clicked.connect(self.begin)
        self._rename.clicked.connect(lambda: self._scope.spawn(self._ask_name(), name="rename a piece"))
        self._delete.clicked.connect(self.delete)
        self.steps.selectionModel().selectionChanged.connect(self._say_buttons)
        self._pieces.changed.connect(self._fill)
        self._plans.listed.connect(self._plans_listed)
        self._plans.opened.connect(self._plan_opened)
        self._plans.changed.connect(self._plan_changed)
        self._editing.chosen_changed.connect(self._say_buttons)
        for keys, act in (("Del", self.delete), ("F2", self._rename.click)):
            shortcut = QShortcut(QKeySequence(keys), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def actions_of(self) -> tuple[Action, ...]:
        """Return what the palette offers."""
        prepare = frozenset({Mode.PREPARE})
        return (
            Action(
                "library.keep",
                lambda: QCoreApplication.translate("Actions", "Keep the chosen activities in the library"),
                self.keep,
                shortcut="Ctrl+Shift+L",
                group=_group,
                icon_name="star",
                modes=prepare,
                enabled=lambda: bool(self._editing.chosen.activities),
            ),
            Action(
                "library.find",
                lambda: QCoreApplication.translate("Actions", "Look for something in the library"),
                self.look,
                shortcut="Ctrl+L",
                group=_group,
                icon_name="book-open",
                modes=prepare,
            ),
        )

    def retranslate(self) -> None:
        """Say the words again."""
        self._shelves.say(self.tr("What the library shows"), self._segments())
        self._shelves.choose(self._shelf)
        self._search.setPlaceholderText(self.tr("Search the library"))
        self._search.setAccessibleName(self.tr("Search the library"))
        self.view.setAccessibleName(self.tr("Library"))
        self.steps.setAccessibleName(self.tr("What it becomes"))
        self._for.setText(self.tr("Learners"))
        self.learners.setAccessibleName(self.tr("For how many learners"))
        self.learners.setToolTip(self.tr("Times and rooms follow the number of learners"))
        self._rename.say(self.tr("Rename"))
        self._rename.tell_keys("F2")
        self._delete.say(self.tr("Delete from the library"))
        self._delete.tell_keys("Del")
        self._fill()

    def _segments(self) -> tuple[Segment, ...]:
        return (
            Segment(Shelf.FORMATS, self.tr("Formats")),
            Segment(Shelf.MINE, self.tr("Mine")),
            Segment(Shelf.PLANS, self.tr("Plans")),
            Segment(Shelf.SAMPLES, self.tr("Samples")),
        )

    # --- what is listed --------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> Offer | None:
        """What is chosen in the list."""
        row = self._model.row_at(self.view.currentIndex())
        return self._offers.get(row.key) if row is not None else None

    @property
    def keys(self) -> list[str]:
        """What is listed, by key."""
        return [row.key for row in self._model.rows]

    @property
    def becomes(self) -> tuple[str, ...]:
        """What the chosen thing becomes, a text an activity."""
        return tuple(f"{row.title}, {row.detail}" for row in self._steps.rows)

    @property
    def warning(self) -> str:
        """Why the chosen thing does not fit; empty when it does."""
        return self._warning.text() if self._warning.isVisibleTo(self) else ""

    def search(self, words: str) -> None:
        """List only what matches.

        Args:
            words: of a title, of what something is good for, or of its activities.
        """
        self._search.setText(words)

    def look(self) -> None:
        """Bring the library forward, and put the cursor into its search field."""
        self._come()
        self._search.setFocus()
        self._search.selectAll()

    def _come(self) -> None:
        page = self.parentWidget()
        while page is not None and not isinstance(page, ModePage):
            page = page.parentWidget()
        if page is not None:
            page.show_panel(NAME)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show another part of the library.

        Args:
            shelf: which.
        """
        self._shelf = shelf
        self._shelves.choose(shelf)
        self._fill()

    def _show_shelf(self, key: object) -> None:
        self.show_shelf(Shelf(str(key)))

    def _plans_listed(self, _plans: object) -> None:
        if self._shelf is Shelf.PLANS:
            self._fill()

    def _plan_opened(self, _kept: object) -> None:
        self._own_number = False
        self._take_number()
        self._fill()
        if self._plans.current is None:
            # There are no details yet, but much to begin from.
            self._come()

    def _plan_changed(self, _changed: object) -> None:
        self._take_number()
        self._say_buttons()

    def _take_number(self) -> None:
        if not self._own_number:
            self.learners.blockSignals(True)
            self.learners.setValue(min(self.learners.maximum(), self._plans.plan.learners or USUAL_LEARNERS))
            self.learners.blockSignals(False)

    def _number_changed(self, _number: int) -> None:
        self._own_number = True
        self._fill()

    def _fill(self) -> None:
        language = _spoken()
        current = self._plans.current
        others = [kept for kept in self._plans.all if current is None or kept.id != current.id]
        found = offers(self._shelf, language, self._pieces.all, others)
        wanted = self._search.text()
        shown = [offer for offer in found if matches(offer, wanted)]
        self._offers = {offer.key: offer for offer in shown}
        self._model.show_rows([offer.row(self._language(), self.learners.value()) for offer in shown])
        self.view.setVisible(bool(shown))
        self._none.setVisible(not shown)
        self._none.say(*self._nothing(bool(found)))
        if shown and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._model.index(0))
        self._show_offer()

    def _nothing(self, there: bool) -> tuple[str, str]:  # noqa: FBT001 (the only thing it asks)
        if there:
            return self.tr("Nothing of this name"), self.tr("Try fewer words.")
        if self._shelf is Shelf.MINE:
            return (
                self.tr("Nothing kept yet"),
                self.tr("Choose activities in the agenda, then keep them for other plans: Ctrl+Shift+L."),
            )
        return self.tr("No other plan yet"), self.tr("Activities of your other plans can be put into this one.")

    # --- what is chosen --------------------------------------------------------------------------------------------

    def _language(self) -> str:
        return self._plans.plan.language if self._plans.current is not None else _spoken()

    def _into(self) -> Plan:
        return self._plans.plan if self._plans.current is not None else Plan(language=_spoken())

    def _piece(self) -> Piece | None:
        offer = self.chosen
        return offer.piece(self.learners.value(), self._into(), self._marked()) if offer is not None else None

    def _marked(self) -> tuple[str, ...]:
        """Return the activities of another plan that are picked out of the steps."""
        offer = self.chosen
        if offer is None or offer.format is not None:
            return ()
        rows = {index.row() for index in self.steps.selectionModel().selectedIndexes()}
        return tuple(each.id for place, each in enumerate(offer.plan.activities) if place in rows)

    def _show_offer(self, _now: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        offer = self.chosen
        self._below.setVisible(offer is not None)
        if offer is None:
            return
        learners = self.learners.value()
        piece = offer.piece(learners, self._into())
        rows = steps(piece, learners)
        if offer.format is None:
            # Rows of plans keep their activities' ids, so that what is picked out stays picked out.
            rows = [
                type(row)(each.id, row.title, row.detail) for row, each in zip(rows, offer.plan.activities, strict=True)
            ]
        else:
            rows = [type(row)(f"{offer.key}.{place}", row.title, row.detail) for place, row in enumerate(rows)]
        self._steps.show_rows(rows)
        if offer.key != self._shown:
            self._shown = offer.key
            self.steps.scrollToTop()
        self._title.setText(offer.title or self.tr("Untitled"))
        about = " ".join(offer.about.split())
        self._about.setText(about if len(about) <= _ABOUT else f"{about[:_ABOUT]}…")
        self._about.setVisible(bool(about))
        self._total.setText(minutes_text(piece.minutes()))
        if offer.format is not None:
            text = self.tr("Meant for %1 to %2 learners.")
            self._warning.setText(text.replace("%1", str(offer.format.fewest)).replace("%2", str(offer.format.most)))
        self._warning.setVisible(not piece.fits)
        for widget in (self._for, self.learners):
            widget.setVisible(offer.format is not None)
        for button in (self._rename, self._delete):
            button.setVisible(offer.shelf is Shelf.MINE)
        self.begin_button.setVisible(self._plans.current is not None)
        self._say_buttons()

    def _say_buttons(self, _chosen: object = None, _before: object = None) -> None:
        offer = self.chosen
        if offer is None:
            return
        marked = len(self._marked())
        if self._plans.current is None:
            self.insert_button.say(self.tr("Begin a plan with it"))
        elif marked:
            self.insert_button.say(self.tr("Insert %n activity(ies)", "those that are picked out", marked))
        elif self._editing.chosen.activities:
            self.insert_button.say(self.tr("Insert after the chosen activity"))
        else:
            self.insert_button.say(self.tr("Insert at the end"))
        self.insert_button.setToolTip(f"{self.insert_button.text()}  (Enter)")
        self.begin_button.say(
            self.tr("Open as a new plan") if offer.shelf is Shelf.SAMPLES else self.tr("Begin a new plan with it")
        )
        self.insert_button.setEnabled(self._plans.current is None or self._plans.current.plan is not None)

    # --- what is done ----------------------------------------------------------------------------------------------

    def insert(self) -> None:
        """Put what is chosen into the plan, after the chosen activity."""
        chosen = self._editing.chosen.activities
        self.insert_after(chosen[-1] if chosen else "")

    def insert_after(self, activity_id: str) -> None:
        """Put what is chosen into the plan, as one step.

        Args:
            activity_id: after which activity; the end when there is none of this id.
        """
        if self._plans.current is None:
            self.begin()
        else:
            self._insert_at(*place_after(self._plans.plan, activity_id))

    def _insert_at(self, place: object, day: object) -> None:
        offer, piece, kept = self.chosen, self._piece(), self._plans.current
        if offer is None or piece is None or not piece.activities or kept is None:
            return
        if not self._plans.apply(*piece.edits(place if isinstance(place, int) else None, str(day))):
            return
        ids = tuple(each.id for each in piece.activities)
        self._editing.select(ids)
        text = self.tr("“%1” inserted: %2").replace("%1", offer.title).replace("%2", minutes_text(piece.minutes()))
        self._toast.say(text, undo=lambda: self._take_out(kept.id, ids))

    def _drag(self, on: object) -> None:
        """Let the agenda take what is dragged, while it is."""
        view = self.window().findChild(AgendaView)
        if on and isinstance(view, AgendaView) and view.isVisible():
            self._dropping = Dropping(view, self._plans.plan)
            self._dropping.dropped.connect(self._insert_at)
        elif not on and self._dropping is not None:
            self._dropping.end()
            self._dropping = None

    def _take_out(self, plan_id: str, ids: tuple[str, ...]) -> None:
        self._plans.open(plan_id)
        there = {each.id for each in self._plans.plan.activities}
        self._plans.apply(*(Remove(Activity, each) for each in ids if each in there))

    def begin(self) -> None:
        """Begin a new plan with what is chosen; a sample is taken whole."""
        offer = self.chosen
        if offer is None:
            return
        if offer.shelf in {Shelf.SAMPLES, Shelf.PLANS}:
            self._plans.add(offer.plan)
            return
        into = Plan(title=offer.title, language=self._language(), learners=self.learners.value())
        piece = offer.piece(self.learners.value(), into)
        kept = self._plans.add(into)
        self._plans.apply_to(kept.id, *piece.edits())

    def keep(self) -> None:
        """Keep the chosen activities of the agenda for other plans."""
        ids = self._editing.chosen.activities
        plan = taken(self._plans.plan, ids)
        if not plan.activities:
            return
        piece = self._pieces.keep(plan)
        self.show_shelf(Shelf.MINE)
        self._search.clear()
        index = self._model.index_of(piece.id)
        if index.isValid():
            self.view.setCurrentIndex(index)
        text = self.tr("“%1” is kept in the library").replace("%1", piece.title or self.tr("Untitled"))
        self._toast.say(text, undo=lambda: self._pieces.delete(piece.id))

    def delete(self) -> None:
        """Delete the chosen piece from the library; the toast brings it back."""
        offer = self.chosen
        if offer is None or offer.shelf is not Shelf.MINE:
            return
        piece = self._pieces.delete(offer.key)
        if piece is not None:
            text = self.tr("“%1” deleted from the library").replace("%1", piece.title or self.tr("Untitled"))
            self._toast.say(text, undo=lambda: self._pieces.restore(piece))

    async def _ask_name(self) -> None:
        offer = self.chosen
        if offer is None or offer.shelf is not Shelf.MINE:
            return
        taken_names = {plain(each.title) for each in self._pieces.all if each.id != offer.key}
        dialog = LineDialog(
            self.tr("Rename in the library"),
            "",
            self.tr("Name"),
            self.tr("Rename"),
            text=offer.title,
            check=lambda text: self._wrong(text, taken_names),
            parent=self.window(),
        )
        title = await ask_line(dialog)
        if title is not None:
            self._pieces.rename(offer.key, title)

    def _wrong(self, text: str, taken_names: set[str]) -> str:
        if not text.strip():
            return self.tr("Give it a name.")
        return self.tr("Something else is called that.") if plain(text.strip()) in taken_names else ""


class _OffersView(RowsView):
    """The list, from which a row is dragged onto the agenda; `dragging` tells whether that goes on."""

    dragging = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent=parent)
        self.setProperty("ground", "rail")
        self.setItemDelegate(TwoLinesDelegate(self))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the row's key."""
        row = self.currentIndex().data(RowRole)
        if not isinstance(row, TwoLines):
            return
        data = QMimeData()
        data.setData(OFFERED, row.key.encode())
        self.dragging.emit(True)
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)
        self.dragging.emit(False)


_ABOUT = 260
"""How much of what something is good for is shown, in characters."""


def _group() -> str:
    return QCoreApplication.translate("Actions", "Library")


def _spoken() -> str:
    return QCoreApplication.translate("Plan", "en", "the code of this language: fr or en")


def _title() -> str:
    return QCoreApplication.translate("Library", "Library")


def _panel(services: Services) -> QWidget:

    panel = LibraryPanel(
        services.need(Plans),
        services.need(Pieces),
        services.need(Editing),
        services.need(Toast),
        services.need(TaskScope),
    )
    services.need(Actions).add(*panel.actions_of(), owner=panel)
    return panel


PANELS = (Panel(NAME, Mode.PREPARE, Place.RIGHT, 30, _panel, title=_title, icon_name="book-open"),)
