"""Prepare's panels: the plans at the left, the open one in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.plans import PlanError, total_minutes
from app.plans.edits import Describe
from app.plans.plan import TITLE_LIMIT
from app.sync.runbook import Source
from ui.prepare.acts import PREPARE, AgendaActs, group_plan, new_id
from ui.prepare.agenda import AgendaView
from ui.prepare.details import DetailsPanel
from ui.prepare.editing import Editing, Spot, still_there
from ui.prepare.listing import PlansPanel
from ui.prepare.model import AgendaModel, Column, day_key
from ui.prepare.plans import Plans
from ui.prepare.practice import Practice, PracticeStrip
from ui.prepare.preview import Preview
from ui.prepare.summary import Summary
from ui.prepare.unsettled import Unsettled
from ui.prepare.welcome import WelcomePage
from ui.prepare.words import clock_text, plan_error_text
from ui.session.entrance import Entrance
from ui.session.words import minutes_text
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode, Panel, Place, Services
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, Tone, Words
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.plans import Plan
    from ui.prepare.plans import PlanChanged


_TITLE = Spot(field="title")


class PlanPanel(Translated, QWidget):
    """The open plan: its title, its agenda, and the buttons that start and rehearse.

    Args:
        plans: whose open one is shown.
        editing: what is chosen.
        unsettled: what is to be settled after a merge.
        entrance: starts a class.
        practice: rehearses.
        actions: of the window.
        toast: tells what was done.
    """

    def __init__(
        self,
        plans: Plans,
        editing: Editing,
        unsettled: Unsettled,
        entrance: Entrance,
        practice: Practice,
        actions: Actions,
        toast: Toast,
    ) -> None:
        super().__init__()
        self._plans, self._editing, self._toast, self._unsettled = plans, editing, toast, unsettled
        self._title = QLineEdit()
        self._title.setProperty("kind", "title")
        self._title.setMaxLength(TITLE_LIMIT)
        self._facts = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self.model = AgendaModel(new_id, self)
        self.view = AgendaView(self.model)
        self.acts = AgendaActs(plans, editing, self.view, toast)
        self._undo, self._redo = IconButton("undo-2"), IconButton("redo-2")
        self._preview = IconButton("eye")
        self._add = Button(kind=ButtonKind.QUIET, icon_name="plus")
        self._day = Button(kind=ButtonKind.PLAIN, icon_name="calendar")
        self._up, self._down, self._remove = IconButton("arrow-up"), IconButton("arrow-down"), IconButton("trash-2")
        self._copy = IconButton("copy")
        self._rehearse = Button(kind=ButtonKind.QUIET, icon_name="users")
        self._start = Button(kind=ButtonKind.PRIMARY, icon_name="play")
        self._strip = PracticeStrip(practice)
        self._summary = Summary(editing)
        self._look = Preview(plans, editing)
        self._unreadable = EmptyState("circle-alert")
        self._none = WelcomePage(plans, practice, actions)
        self._pages = QStackedWidget()
        self._arrange()
        self._start.clicked.connect(lambda: entrance.start(self._source()))
        self._rehearse.clicked.connect(lambda: practice.begin(self._source()))
        practice.changed.connect(self._practice_changed)
        self._none.write_button.clicked.connect(lambda: editing.go_to(_TITLE))
        self._wire(actions)
        self.retranslate()

    def _wire(self, actions: Actions) -> None:
        acts, plans = self.acts, self._plans
        self._title.textEdited.connect(self._retitled)
        self._title.returnPressed.connect(self.view.setFocus)
        self.model.edited.connect(acts.edited)
        self.view.chosen_changed.connect(self._editing.choose)
        for button, act in (
            (self._add, acts.add),
            (self._day, acts.add_day),
            (self._copy, acts.duplicate),
            (self._remove, acts.remove),
            (self._undo, acts.undo),
            (self._redo, acts.redo),
        ):
            button.clicked.connect(act)
        self._preview.clicked.connect(self.look)
        self._editing.previewing.connect(self._turn)
        self._up.clicked.connect(lambda: acts.shift(-1))
        self._down.clicked.connect(lambda: acts.shift(1))
        plans.opened.connect(self._opened)
        plans.changed.connect(self._changed)
        plans.ready.connect(self._tell_steps)
        plans.refused.connect(self._refused)
        self._editing.chosen_changed.connect(self._tell_steps)
        self._editing.marked.connect(self._show)
        self._unsettled.changed.connect(self._show)
        self._editing.wanted.connect(self._go_to)
        self._editing.selected.connect(self.view.choose)
        acts.offer(actions, self)
        actions.add(
            Action(
                "plan.preview",
                lambda: QCoreApplication.translate("Actions", "Show what learners will see, or the plan again"),
                self.look,
                shortcut="F7",
                group=group_plan,
                icon_name="eye",
                modes=PREPARE,
                enabled=lambda: plans.current is not None,
            ),
            owner=self,
        )

    def _arrange(self) -> None:
        space = tokens().space
        head = QHBoxLayout()
        head.setSpacing(space.xs)
        head.addWidget(self._title, 1)
        for button in (self._undo, self._redo, self._preview):
            head.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(space.s)
        second.addWidget(self._facts, 1)
        second.addWidget(self._rehearse)
        second.addWidget(self._start)
        foot = QHBoxLayout()
        foot.setSpacing(space.xs)
        foot.addWidget(self._add)
        foot.addWidget(self._day)
        foot.addStretch(1)
        for button in (self._up, self._down, self._copy, self._remove):
            foot.addWidget(button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(space.l, space.m, space.l, space.m)
        column.setSpacing(space.s)
        column.addLayout(head)
        column.addLayout(second)
        column.addWidget(self._strip)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        column.addWidget(self._summary)
        for each in (page, self._look, self._none, self._unreadable):
            self._pages.addWidget(each)
        self._page = page
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def retranslate(self) -> None:
        """Say the words again."""
        self._title.setPlaceholderText(self.tr("Title of the plan"))
        self._title.setAccessibleName(self.tr("Title of the plan"))
        self.view.setAccessibleName(self.tr("Agenda"))
        self._add.say(self.tr("Add an activity"), self.tr("Add an activity after the chosen one"))
        self._add.setToolTip(f"{self._add.toolTip()}  (Ctrl+Enter)")
        self._day.say(self.tr("Add a day"))
        for button, words, keys in (
            (self._up, self.tr("Move up"), "Alt+Up"),
            (self._down, self.tr("Move down"), "Alt+Down"),
            (self._copy, self.tr("Duplicate"), "Ctrl+D"),
            (self._remove, self.tr("Remove"), "Del"),
            (self._undo, self.tr("Undo"), "Ctrl+Z"),
            (self._redo, self.tr("Redo"), "Ctrl+Shift+Z"),
            (self._preview, self.tr("Show what learners will see"), "F7"),
        ):
            button.say(words)
            button.tell_keys(keys)
        self._rehearse.say(self.tr("Rehearse"), self.tr("Lead a class of simulated learners, to practise alone"))
        self._start.say(self.tr("Start a class…"), self.tr("Start a class from this plan"))
        self._unreadable.say(
            self.tr("This plan was written by a newer version of Cercle"),
            self.tr("It is kept as it is. Update Cercle to open it."),
        )
        self.model.repeat()
        self._show()

    def look(self) -> None:
        """Look at what learners will see, or back at the plan."""
        self._editing.preview(on=not self._editing.previews)

    def _turn(self, previews: object) -> None:
        self._show()
        (self._look.page if previews else self.view).setFocus()

    # --- showing ---------------------------------------------------------------------------------------------------

    def _opened(self, _kept: object) -> None:
        self.view.clearSelection()
        self._editing.preview(on=False)
        self._show()
        self.view.scrollToTop()

    def _changed(self, change: PlanChanged) -> None:
        self._show()
        self._editing.choose(still_there(self._editing.chosen, change.plan))

    def _show(self) -> None:
        kept = self._plans.current
        plan = kept.plan if kept is not None else None
        if plan is None:
            self._pages.setCurrentWidget(self._none if kept is None else self._unreadable)
            return
        self._pages.setCurrentWidget(self._look if self._editing.previews else self._page)
        if self._title.text() != plan.title:
            self._title.setText(plan.title)
            if not self._title.hasFocus():
                # A long title is read from its beginning.
                self._title.setCursorPosition(0)
        self.model.show_plan(plan, self._editing.marks, self._unsettled.ids)
        self._summary.show_plan(plan, self.model.times)
        self._facts.setText(self._facts_text(plan))
        self._tell_steps()

    def _facts_text(self, plan: Plan) -> str:
        parts = [minutes_text(total_minutes(plan)), self.tr("%n activity(s)", "", len(plan.activities))]
        days = self.model.times.days
        if len(plan.days) > 1:
            parts.append(self.tr("%n day(s)", "", len(plan.days)))
        elif days and days[0].clock and days[0].slots:
            slots = days[0].slots
            parts.append(f"{clock_text(slots[0].start, clock=True)}–{clock_text(slots[-1].end, clock=True)}")
        if plan.learners:
            parts.append(self.tr("%n learner(s)", "", plan.learners))
        return " · ".join(parts)

    def _tell_steps(self, _what: object = None) -> None:
        chosen = bool(self._editing.chosen.activities)
        for button in (self._up, self._down, self._copy):
            button.setEnabled(chosen)
        self._remove.setEnabled(chosen or bool(self._editing.chosen.day))
        self._undo.setEnabled(self._plans.can_undo)
        self._redo.setEnabled(self._plans.can_redo)

    def _go_to(self, spot: Spot) -> None:
        if spot.kind == "activities":
            self.view.choose((spot.id,), Column.TITLE)
            self.view.setFocus()
        elif spot.kind == "days":
            self.view.choose((day_key(self._plans.plan, spot.id),), Column.TIME)
            self.view.setFocus()
        else:
            self.view.clearSelection()
            if spot == _TITLE:
                self._title.setFocus()
                self._title.selectAll()

    # --- changing --------------------------------------------------------------------------------------------------

    def _retitled(self, title: str) -> None:
        self._plans.apply(Describe(title=title), continuing=True)

    def _refused(self, error: PlanError) -> None:
        self._toast.say(plan_error_text(error))

    def _source(self) -> Source:
        kept = self._plans.current
        return Source(self._plans.plan, kept.id if kept is not None else "")

    def _practice_changed(self, running: object) -> None:
        self._rehearse.setEnabled(not running)


def _plans_panel(services: Services) -> QWidget:
    return PlansPanel(services.need(Plans), services.need(Editing), services.need(Actions), services.need(Toast))


def _details_panel(services: Services) -> QWidget:
    return DetailsPanel(services.need(Plans), services.need(Editing), services.need(Unsettled), services.need(Toast))


def _details_title() -> str:
    return QCoreApplication.translate("Panels", "Details")


def _plan_panel(services: Services) -> QWidget:
    return PlanPanel(
        services.need(Plans),
        services.need(Editing),
        services.need(Unsettled),
        services.need(Entrance),
        services.need(Practice),
        services.need(Actions),
        services.need(Toast),
    )


PANELS = (
    Panel("prepare", Mode.PREPARE, Place.RAIL, 10, _plans_panel),
    Panel("prepare", Mode.PREPARE, Place.CENTRE, 10, _plan_panel),
    Panel("prepare", Mode.PREPARE, Place.RIGHT, 10, _details_panel, title=_details_title, icon_name="list"),
)
