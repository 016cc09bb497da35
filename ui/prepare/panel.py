"""Prepare's panels: the plans at the left, the open one in the middle."""

from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.plans import Activity, ActivityKind, Plan, total_minutes
from app.plans.edits import Add, Change, Describe, Move, Remove, Restore
from app.plans.plan import TITLE_LIMIT
from app.sync.runbook import Source
from ui.prepare.agenda import AgendaView
from ui.prepare.model import AgendaModel, Column
from ui.prepare.plans import KeptPlan, Plans
from ui.prepare.practice import Practice, PracticeStrip
from ui.session.classes import TwoLines, two_lines_view
from ui.session.entrance import Entrance
from ui.session.words import minutes_text, when_text
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode, Panel, Place, Services
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import SectionHeader
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated


def _new_activity(title: str = "", kind: ActivityKind = ActivityKind.DISCUSSION, minutes: int = 10) -> Activity:
    return Activity(id=str(uuid4()), title=title, kind=kind, minutes=minutes)


def first_plan(language: str) -> Plan:
    """Return the plan one begins with: a frame to write into, no blank page.

    Args:
        language: of the class.
    """
    welcome = QCoreApplication.translate("Plan", "Welcome, and what we want to learn")
    exchange = QCoreApplication.translate("Plan", "What each of us has tried")
    rooms = QCoreApplication.translate("Plan", "A case, in small groups")
    share = QCoreApplication.translate("Plan", "What the groups found")
    last = QCoreApplication.translate("Plan", "What I take with me")
    return Plan(
        title="",
        language=language,
        activities=(
            _new_activity(welcome, ActivityKind.TALK, 10),
            _new_activity(exchange, ActivityKind.DISCUSSION, 20),
            _new_activity(rooms, ActivityKind.BREAKOUT, 25),
            _new_activity(share, ActivityKind.SHARE_OUT, 15),
            _new_activity(last, ActivityKind.QA, 10),
        ),
    )


class PlansPanel(Translated, QWidget):
    """Lists the plans: new, duplicate, delete with undo.

    Args:
        plans: to list.
        actions: of the window.
        toast: tells what was done.
    """

    def __init__(self, plans: Plans, actions: Actions, toast: Toast) -> None:
        super().__init__()
        self._plans, self._toast = plans, toast
        self._new = IconButton("plus")
        self._more = IconButton("ellipsis")
        self._menu = QMenu(self)
        self._header = SectionHeader(trailing=(self._new, self._more))
        self._model, self._view = two_lines_view("")
        self._none = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        space = tokens().space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space.s, 0, space.s)
        column.setSpacing(space.xs)
        for widget in (self._header, self._none):
            widget.setContentsMargins(space.m, 0, space.s, 0)
        column.addWidget(self._header)
        column.addWidget(self._none)
        column.addWidget(self._view, 1)
        self._new.clicked.connect(self.new)
        self._more.clicked.connect(self._open_menu)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(
            lambda where: self._menu.popup(self._view.viewport().mapToGlobal(where))
        )
        self._view.selectionModel().currentChanged.connect(self._chosen)
        plans.listed.connect(self._fill)
        plans.opened.connect(self._mark)
        actions.add(
            Action(
                "prepare.new",
                lambda: QCoreApplication.translate("Actions", "New plan"),
                self.new,
                shortcut="Ctrl+N",
                group=_group,
                icon_name="plus",
                modes=_PREPARE,
            ),
            Action(
                "prepare.duplicate",
                lambda: QCoreApplication.translate("Actions", "Duplicate the plan"),
                self.duplicate,
                shortcut="Ctrl+D",
                group=_group,
                icon_name="copy",
                modes=_PREPARE,
                enabled=lambda: plans.current is not None,
            ),
            Action(
                "prepare.delete",
                lambda: QCoreApplication.translate("Actions", "Delete the plan"),
                self.delete,
                group=_group,
                icon_name="trash-2",
                modes=_PREPARE,
                enabled=lambda: plans.current is not None,
            ),
            owner=self,
        )
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._new.say(self.tr("New plan"))
        self._new.tell_keys("Ctrl+N")
        self._more.say(self.tr("More about the plan"))
        self._none.setText(self.tr("No plan yet. A class can also start without one."))
        self._view.setAccessibleName(self.tr("Plans"))
        self._menu.clear()
        self._menu.addAction(icon("copy"), self.tr("Duplicate"), self.duplicate)
        self._menu.addAction(icon("trash-2", "danger_text"), self.tr("Delete"), self.delete)
        self._fill()

    def new(self) -> None:
        """Begin a plan."""
        self._plans.add(first_plan(_language(self._plans)))

    def duplicate(self) -> None:
        """Copy the open plan."""
        kept = self._plans.current
        if kept is not None:
            title = kept.title or self.tr("Untitled plan")
            self._plans.duplicate(kept.id, self.tr("%1 (copy)").replace("%1", title))

    def delete(self) -> None:
        """Delete the open plan; the toast brings it back."""
        kept = self._plans.current
        if kept is not None:
            self._plans.delete(kept.id)
            text = self.tr("“%1” deleted").replace("%1", kept.title or self.tr("Untitled plan"))
            self._toast.say(text, undo=lambda: self._plans.restore(kept))

    def _fill(self) -> None:
        kept = self._plans.all
        self._header.say(self.tr("Plans"), count=len(kept) or None)
        self._none.setVisible(not kept)
        self._more.setEnabled(bool(kept))
        self._model.show_rows([self._row(each) for each in kept])
        self._mark()

    def _row(self, kept: KeptPlan) -> TwoLines:
        if kept.plan is None:
            return TwoLines(kept.id, kept.title, self.tr("written by a newer version"))
        detail = f"{minutes_text(total_minutes(kept.plan))} · {when_text(kept.updated_at)}"
        return TwoLines(kept.id, kept.title or self.tr("Untitled plan"), detail)

    def _mark(self) -> None:
        current = self._plans.current
        index = self._model.index_of(current.id) if current is not None else QModelIndex()
        if index.isValid() and self._view.currentIndex() != index:
            self._view.setCurrentIndex(index)

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self._plans.open(row.key)

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


class PlanPanel(Translated, QWidget):
    """The open plan: its title and language, its agenda, and the buttons that start and rehearse.

    Args:
        plans: whose open one is shown.
        entrance: starts a class.
        practice: rehearses.
        toast: tells what was done.
    """

    def __init__(self, plans: Plans, entrance: Entrance, practice: Practice, toast: Toast) -> None:
        super().__init__()
        self._plans, self._toast = plans, toast
        self._title = QLineEdit()
        self._title.setProperty("kind", "bare")
        self._title.setMaxLength(TITLE_LIMIT)
        self._language = Segmented("", (Segment("fr", "FR"), Segment("en", "EN")))
        self._total = Label(tone=Tone.MUTED)
        self._hint = Label(words=Words.CAPTION, tone=Tone.FAINT)
        self.model = AgendaModel()
        self.model.setParent(self)
        self.view = AgendaView(self.model)
        self._add = Button(kind=ButtonKind.QUIET, icon_name="plus")
        self._up, self._down, self._remove = IconButton("arrow-up"), IconButton("arrow-down"), IconButton("trash-2")
        self._rehearse = Button(kind=ButtonKind.QUIET, icon_name="users")
        self._start = Button(kind=ButtonKind.PRIMARY, icon_name="play")
        self._strip = PracticeStrip(practice)
        self._unreadable = EmptyState("circle-alert")
        self._begin = Button(kind=ButtonKind.PRIMARY, icon_name="plus")
        self._begin.clicked.connect(lambda: plans.add(first_plan(_language(plans))))
        self._none = EmptyState("lightbulb", action=self._begin)
        self._pages = QStackedWidget()
        self._arrange()
        self._title.textEdited.connect(self._retitled)
        self._title.returnPressed.connect(self.view.setFocus)
        self._language.chosen.connect(self._language_chosen)
        self.model.edited.connect(lambda activity: plans.apply(Change(activity)))
        self.model.moved.connect(self._moved)
        self.view.shift_wanted.connect(self._shift)
        self.view.removal_wanted.connect(self._remove_chosen)
        self.view.addition_wanted.connect(self._add_after)
        self._add.clicked.connect(self._add_after)
        self._up.clicked.connect(lambda: self._shift(-1))
        self._down.clicked.connect(lambda: self._shift(1))
        self._remove.clicked.connect(self._remove_chosen)
        self._start.clicked.connect(lambda: entrance.start(self._source()))
        self._rehearse.clicked.connect(lambda: practice.begin(self._source()))
        practice.changed.connect(self._practice_changed)
        plans.opened.connect(self._show)
        plans.changed.connect(self._show)
        self.retranslate()

    def _arrange(self) -> None:
        space = tokens().space
        head = QHBoxLayout()
        head.setSpacing(space.m)
        head.addWidget(self._title, 1)
        head.addWidget(self._language)
        head.addWidget(self._rehearse)
        head.addWidget(self._start)
        foot = QHBoxLayout()
        foot.setSpacing(space.s)
        foot.addWidget(self._add)
        for button in (self._up, self._down, self._remove):
            foot.addWidget(button)
        foot.addWidget(self._hint)
        foot.addStretch(1)
        foot.addWidget(self._total)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(space.xl, space.l, space.xl, space.l)
        column.setSpacing(space.m)
        column.addLayout(head)
        column.addWidget(self._strip)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        for each in (page, self._none, self._unreadable):
            self._pages.addWidget(each)
        self._page = page
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def retranslate(self) -> None:
        """Say the words again."""
        self._title.setPlaceholderText(self.tr("Title of the plan"))
        self._title.setAccessibleName(self.tr("Title of the plan"))
        self._language.say(self.tr("Language of the class"), (Segment("fr", "FR"), Segment("en", "EN")))
        self.view.setAccessibleName(self.tr("Agenda"))
        self._add.say(self.tr("Add an activity"), self.tr("Add an activity after the chosen one"))
        self._add.setToolTip(f"{self._add.toolTip()}  (Ctrl+Enter)")
        self._up.say(self.tr("Move up"))
        self._up.tell_keys("Alt+Up")
        self._down.say(self.tr("Move down"))
        self._down.tell_keys("Alt+Down")
        self._remove.say(self.tr("Remove the activity"))
        self._remove.tell_keys("Del")
        self._rehearse.say(self.tr("Rehearse"), self.tr("Lead a class of simulated learners, to practise alone"))
        self._start.say(self.tr("Start a class…"), self.tr("Start a class from this plan"))
        self._begin.say(self.tr("Write a plan"))
        self._none.say(
            self.tr("What would you like them to learn from one another?"),
            self.tr(
                "Write a plan: what you do together, in which order, for how long. Or start a class right away, at the "
                "left: learners join with their phones, nothing to install."
            ),
        )
        self._unreadable.say(
            self.tr("This plan was written by a newer version of Cercle"),
            self.tr("It is kept as it is. Update Cercle to open it."),
        )
        self.model.repeat()
        self._show()

    def _show(self, _what: object = None) -> None:
        kept = self._plans.current
        plan = kept.plan if kept is not None else None
        if plan is None:
            self._pages.setCurrentWidget(self._none if kept is None else self._unreadable)
            return
        self._pages.setCurrentWidget(self._page)
        if self._title.text() != plan.title:
            self._title.setText(plan.title)
        self._language.choose(plan.language if plan.language in {"fr", "en"} else "fr")
        self.model.show_plan(plan)
        self._total.setText(self.tr("%1 in all").replace("%1", minutes_text(total_minutes(plan))))
        there = bool(plan.activities)
        for button in (self._up, self._down, self._remove):
            button.setEnabled(there)

    def _plan(self) -> Plan:
        kept = self._plans.current
        return kept.plan if kept is not None and kept.plan is not None else Plan()

    def _source(self) -> Source:
        kept = self._plans.current
        return Source(self._plan(), kept.id if kept is not None else "")

    def _practice_changed(self, running: object) -> None:
        self._rehearse.setEnabled(not running)

    def _retitled(self, title: str) -> None:
        self._plans.apply(Describe(title=title), continuing=True)

    def _language_chosen(self, language: object) -> None:
        self._plans.apply(Describe(language=str(language)))

    def _chosen(self) -> Activity | None:
        return self.model.activity(self.view.currentIndex().row())

    def _choose(self, activity_id: str) -> None:
        row = self.model.row_of(activity_id)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, Column.TITLE))

    def _moved(self, activity_id: object, place: object) -> None:
        if isinstance(activity_id, str) and isinstance(place, int):
            self._plans.apply(Move(Activity, activity_id, place))
            self._choose(activity_id)

    def _shift(self, by: object) -> None:
        chosen = self._chosen()
        if chosen is not None and isinstance(by, int):
            self._moved(chosen.id, max(0, self.model.row_of(chosen.id) + by))

    def _add_after(self) -> None:
        chosen = self._chosen()
        activity = _new_activity()
        self._plans.apply(Add(activity, self.model.row_of(chosen.id) + 1 if chosen is not None else None))
        self._choose(activity.id)
        self.view.setFocus()
        self.view.edit(self.view.currentIndex())

    def _remove_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        row = self.model.row_of(chosen.id)
        self._plans.apply(Remove(Activity, chosen.id))
        next_one = self.model.activity(min(row, self.model.rowCount() - 1))
        if next_one is not None:
            self._choose(next_one.id)
        kept = self._plans.current
        text = self.tr("“%1” removed").replace("%1", chosen.title or self.tr("Untitled"))
        self._toast.say(text, undo=lambda: self._put_back(kept.id if kept is not None else "", chosen))

    def _put_back(self, plan_id: str, activity: Activity) -> None:
        self._plans.open(plan_id)
        current = self._plans.current
        if current is not None and current.id == plan_id and self.model.row_of(activity.id) < 0:
            self._plans.apply(Restore(Activity, activity.id))
            self._choose(activity.id)


_PREPARE = frozenset({Mode.PREPARE})


def _group() -> str:
    return QCoreApplication.translate("Actions", "Plan")


def _language(plans: Plans) -> str:
    """Return the language of the newest plan, or the window's."""
    spoken = QCoreApplication.translate("Plan", "en", "the code of this language: fr or en")
    return next((kept.plan.language for kept in plans.all if kept.plan is not None), spoken)


def _plans_panel(services: Services) -> QWidget:
    return PlansPanel(services.need(Plans), services.need(Actions), services.need(Toast))


def _plan_panel(services: Services) -> QWidget:
    return PlanPanel(services.need(Plans), services.need(Entrance), services.need(Practice), services.need(Toast))


PANELS = (
    Panel("prepare", Mode.PREPARE, Place.RAIL, 10, _plans_panel),
    Panel("prepare", Mode.PREPARE, Place.CENTRE, 10, _plan_panel),
)
