"""The column at the right: the details of what is chosen, and of the plan while nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from app.plans import Activity, ActivityKind, Plan
from app.plans.edits import Add, Change
from app.plans.plan import Day
from app.plans.rearranging import in_order
from ui.prepare.acts import new_id
from ui.prepare.block_details import BlockDetails
from ui.prepare.boxes import Labelled, LineBox
from ui.prepare.editing import Chosen, Editing, Spot
from ui.prepare.editors import KindChoice, TypedLine, read_clock, read_date, read_minutes
from ui.prepare.plan_details import PlanDetails
from ui.prepare.words import clock_text, date_text, day_text
from ui.session.words import minutes_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import scrolled
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.prepare.plans import KeptPlan, Plans
    from ui.prepare.unsettled import Unsettled
    from ui.widgets.toast import Toast


class DetailsPanel(Translated, QWidget):
    """Shows the details of what is chosen.

    Args:
        plans: whose open one is edited.
        editing: what is chosen.
        unsettled: what is to be settled after a merge.
        toast: tells of removals.
    """

    def __init__(self, plans: Plans, editing: Editing, unsettled: Unsettled, toast: Toast) -> None:
        super().__init__()
        self._plans, self._editing = plans, editing
        self._name = ElidedLabel(words=Words.STRONG)
        self._back = Button(kind=ButtonKind.LINK)
        self.block = BlockDetails(plans, editing, unsettled, toast)
        self.plan = PlanDetails(plans, unsettled, toast)
        self.day = DayDetails(plans)
        self.several = SeveralDetails(plans)
        self._pages = QStackedWidget()
        self._areas: dict[QWidget, QScrollArea] = {}
        space = tokens().space
        for page in (self.plan, self.block, self.day, self.several):
            body = QWidget()
            column = QVBoxLayout(body)
            column.setContentsMargins(space.m, 0, space.m, space.xl)
            column.addWidget(page)
            column.addStretch(1)
            self._areas[page] = scrolled(body)
            self._pages.addWidget(self._areas[page])
        head = QHBoxLayout()
        head.setContentsMargins(space.m, space.s, space.s, 0)
        head.addWidget(self._name, 1)
        head.addWidget(self._back)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(space.s)
        outer.addLayout(head)
        outer.addWidget(self._pages, 1)
        self._back.clicked.connect(lambda: editing.go_to(Spot()))
        self._had_plan = False
        plans.opened.connect(self._opened)
        plans.changed.connect(self._show)
        editing.chosen_changed.connect(self._show)
        editing.wanted.connect(self._go_to)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._back.say(self.tr("The whole plan"), self.tr("Show the details of the whole plan") + "  (Esc)")
        self._show()

    def _show(self, _what: object = None) -> None:
        kept = self._plans.current
        plan = kept.plan if kept is not None else None
        # Not the panel itself: which tab is seen is for the window to say.
        for part in (self._name, self._pages):
            part.setVisible(plan is not None)
        if plan is None:
            self._back.hide()
            return
        chosen = self._editing.chosen
        activities = in_order(plan, chosen.activities)
        self._back.setVisible(bool(activities) or chosen.is_day)
        if len(activities) > 1:
            self._turn_to(self.several, self.tr("%n activity(s) chosen", "", len(activities)))
            self.several.show_activities(activities)
        elif activities:
            self._turn_to(self.block, self.tr("Activity"))
            self.block.show_activity(plan, activities[0])
        elif chosen.is_day:
            self._turn_to(self.day, self.tr("Day"))
            self.day.show_day(plan, chosen)
        else:
            self._turn_to(self.plan, self.tr("The whole plan"))
            self.plan.show_plan(plan)

    def _opened(self, kept: KeptPlan | None) -> None:
        self._show()
        if kept is not None and not self._had_plan:
            # Without a plan the library was in front.
            self._come()
        self._had_plan = kept is not None

    def _come(self) -> None:
        tabs = self.parentWidget()
        while tabs is not None and not isinstance(tabs, QTabWidget):
            tabs = tabs.parentWidget()
        if tabs is not None:
            tabs.setCurrentWidget(self)

    def _turn_to(self, page: QWidget, name: str) -> None:
        self._name.setText(name)
        area = self._areas[page]
        if self._pages.currentWidget() is not area:
            self._pages.setCurrentWidget(area)

    def _go_to(self, spot: Spot) -> None:
        self._come()
        self._show()
        if spot.kind == "activities" and spot.field:
            self.block.begin(spot.field)
        elif spot.kind in {"objectives", "topics", "materials", "roles"}:
            self.plan.begin(spot.kind, spot.id)
        focused = QApplication.focusWidget()
        for area in self._areas.values():
            if focused is not None and area.isAncestorOf(focused):
                area.ensureWidgetVisible(focused)


class DayDetails(Translated, QWidget):
    """Edits a day: its title, date and beginning.

    Args:
        plans: whose open one holds it.
    """

    def __init__(self, plans: Plans) -> None:
        super().__init__()
        self._plans = plans
        self._day: Day | None = None
        self._title_box, self._date_box, self._start_box = LineBox(), TypedLine(read_date), TypedLine(read_clock)
        self._title, self._date = Labelled(self._title_box), Labelled(self._date_box)
        self._start = Labelled(self._start_box)
        self._named = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(tokens().space.s)
        row.addWidget(self._date, 3)
        row.addWidget(self._start, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens().space.m)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._named)
        self._title_box.typed.connect(lambda text, on: self._change(goes_on=on, title=text))
        self._date_box.read.connect(lambda date: self._change(date=date))
        self._start_box.read.connect(lambda start: self._change(start=start))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._title.say(self.tr("Title of the day"), placeholder=self.tr("Such as “Trying it out”"))
        self._date.say(self.tr("Date"), placeholder=self.tr("31/3/2026"))
        self._start.say(self.tr("Begins at"), placeholder=self.tr("9:30"))

    def show_day(self, plan: Plan, chosen: Chosen) -> None:
        """Show a day.

        Args:
            plan: that holds it.
            chosen: which; the only one has no id while the plan names none.
        """
        day = next((each for each in plan.days if each.id == chosen.day), plan.days[0] if plan.days else None)
        self._day = day
        self._title_box.show_text(day.title if day is not None else "")
        self._date_box.show_text(day.date if day is not None else "")
        start = day.start if day is not None else None
        self._start_box.show_text("" if start is None else clock_text(start, clock=True))
        self._named.setText(date_text(day.date) if day is not None and day.date else day_text(plan, day))

    def _change(self, *, goes_on: object = False, **values: object) -> None:
        day = replace(self._day or Day(id=new_id()), **values)
        self._plans.apply(Add(day) if self._day is None else Change(day), continuing=bool(goes_on))


class SeveralDetails(Translated, QWidget):
    """Edits what several activities have in common.

    Args:
        plans: whose open one holds them.
    """

    def __init__(self, plans: Plans) -> None:
        super().__init__()
        self._plans = plans
        self._activities: tuple[Activity, ...] = ()
        self._total = Label(tone=Tone.MUTED, wrap=True)
        self._minutes_box, self._lead_box, self._kind_box = TypedLine(read_minutes), LineBox(), KindChoice()
        self._minutes, self._lead = Labelled(self._minutes_box), Labelled(self._lead_box)
        self._kind = Labelled(self._kind_box)
        self._keys = Label(words=Words.CAPTION, tone=Tone.FAINT, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens().space.m)
        for widget in (self._total, self._minutes, self._kind, self._lead, self._keys):
            column.addWidget(widget)
        self._minutes_box.read.connect(lambda minutes: self._change(minutes=minutes))
        self._kind_box.activated.connect(
            lambda _row: self._change(kind=ActivityKind(str(self._kind_box.currentData())))
        )
        self._lead_box.typed.connect(lambda lead, on: self._change(goes_on=on, lead=lead))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._minutes.say(self.tr("Length of each"), placeholder=self.tr("various"))
        self._kind.say(self.tr("Kind of each"))
        self._kind_box.say()
        self._lead.say(self.tr("Each led by"), placeholder=self.tr("various"))
        self._keys.setText(
            self.tr("Alt and an arrow key move them together; Ctrl+D duplicates them, Del removes them.")
        )
        self._say_total()

    def show_activities(self, activities: tuple[Activity, ...]) -> None:
        """Show what activities have in common.

        Args:
            activities: the chosen ones.
        """
        self._activities = activities
        minutes, leads = {each.minutes for each in activities}, {each.lead for each in activities}
        kinds = {each.kind for each in activities}
        self._minutes_box.show_text(str(*minutes) if len(minutes) == 1 else "")
        self._lead_box.show_text(*leads) if len(leads) == 1 else self._lead_box.show_text("")
        self._kind_box.setCurrentIndex(self._kind_box.findData(str(*kinds)) if len(kinds) == 1 else -1)
        self._say_total()

    def _say_total(self) -> None:
        total = minutes_text(sum(each.minutes for each in self._activities))
        self._total.setText(self.tr("%1 together").replace("%1", total))

    def _change(self, *, goes_on: object = False, **values: object) -> None:
        edits = [Change(replace(each, **values)) for each in self._activities]
        self._plans.apply(*edits, continuing=bool(goes_on))
