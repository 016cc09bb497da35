"""The details of the chosen activity: what learners read, what staff know, what it serves and what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.plans import Activity, ActivityKind, Plan
from app.plans.edits import Add, Change
from app.plans.plan import Debate, Item, Poll, Question, Rooms
from ui.prepare.acts import new_id
from ui.prepare.boxes import CheckList, Labelled, LineBox, TextBox, mark_fields
from ui.prepare.cards import FormField, Items, TextForm
from ui.prepare.debate_form import DebateEditor
from ui.prepare.editing import Spot
from ui.prepare.editors import KindChoice, TypedLine, read_clock, read_minutes
from ui.prepare.poll_form import PollEditor
from ui.prepare.rooms_form import RoomsEditor
from ui.prepare.unsettled import UnsettledStrip, about
from ui.prepare.words import clock_text, form_text, title_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Words
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.plans.edits import Edit
    from ui.prepare.editing import Editing
    from ui.prepare.plans import Plans
    from ui.prepare.unsettled import Unsettled
    from ui.widgets.toast import Toast


class BlockDetails(Translated, QWidget):
    """Edits one activity.

    Args:
        plans: whose open one holds it.
        editing: what is chosen.
        unsettled: what is to be settled.
        toast: tells of removals.
    """

    def __init__(self, plans: Plans, editing: Editing, unsettled: Unsettled, toast: Toast) -> None:
        super().__init__()
        self._plans = plans
        self._activity = Activity(id="x")
        self._strip = UnsettledStrip(unsettled)
        self._title_box, self._lead_box = LineBox(), LineBox()
        self._instructions_box, self._notes_box = TextBox(4), TextBox(3)
        self._kind_box = KindChoice()
        self._minutes_box, self._pin_box = TypedLine(read_minutes), TypedLine(read_clock)
        self._title, self._lead = Labelled(self._title_box), Labelled(self._lead_box)
        self._instructions, self._notes = Labelled(self._instructions_box), Labelled(self._notes_box)
        self._kind = Labelled(self._kind_box)
        self._minutes, self._pin = Labelled(self._minutes_box), Labelled(self._pin_box)
        self._goals_name, self._goals = Label(words=Words.STRONG), CheckList()
        self._talks_name, self._talks = Label(words=Words.STRONG), CheckList()
        self._no_goals, self._no_talks = Button(kind=ButtonKind.LINK), Button(kind=ButtonKind.LINK)
        self._questions, self._polls, self._rooms = _questions(plans, toast), _polls(plans, toast), _rooms(plans, toast)
        self._debates = _debates(plans, toast)
        self._held = (self._debates, self._questions, self._polls, self._rooms)
        mark_fields(
            title=self._title,
            kind=self._kind,
            minutes=self._minutes,
            pinned=self._pin,
            lead=self._lead,
            instructions=self._instructions,
            notes=self._notes,
        )
        self._arrange()
        for name, box in (
            ("title", self._title_box),
            ("lead", self._lead_box),
            ("instructions", self._instructions_box),
            ("notes", self._notes_box),
        ):
            box.typed.connect(lambda text, on, name=name: self._change(goes_on=on, **{name: text}))
        self._kind_box.activated.connect(lambda _row: self._become(ActivityKind(str(self._kind_box.currentData()))))
        self._minutes_box.read.connect(lambda minutes: self._change(minutes=minutes))
        self._pin_box.read.connect(lambda clock: self._change(pinned=clock))
        self._goals.toggled.connect(lambda key, on: self._toggle("objectives", key, on=on))
        self._talks.toggled.connect(lambda key, on: self._toggle("topics", key, on=on))
        self._no_goals.clicked.connect(lambda: editing.go_to(Spot("objectives")))
        self._no_talks.clicked.connect(lambda: editing.go_to(Spot("topics")))
        self.retranslate()

    def _arrange(self) -> None:
        space = tokens().space
        facts = QHBoxLayout()
        facts.setSpacing(space.s)
        facts.addWidget(self._kind, 1)
        facts.addWidget(self._minutes)
        facts.addWidget(self._pin)
        # As narrow as what is written there allows, so that the longest kind can be read beside them.
        self._minutes.setFixedWidth(round(tokens().type.body * 3.9))
        self._pin.setFixedWidth(round(tokens().type.body * 4.5))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.m)
        column.addWidget(self._strip)
        column.addWidget(self._title)
        column.addLayout(facts)
        for widget in (self._lead, self._instructions, self._notes):
            column.addWidget(widget)
        for name, ticks, none in (
            (self._goals_name, self._goals, self._no_goals),
            (self._talks_name, self._talks, self._no_talks),
        ):
            part = QVBoxLayout()
            part.setSpacing(space.xs)
            part.addWidget(name)
            part.addWidget(ticks)
            row = QHBoxLayout()
            row.addWidget(none)
            row.addStretch(1)
            part.addLayout(row)
            column.addLayout(part)
        for items in self._held:
            column.addWidget(items)

    def retranslate(self) -> None:
        """Say the words again."""
        self._title.say(self.tr("Title"), placeholder=self.tr("What it is about"))
        self._kind.say(self.tr("Kind"))
        self._kind_box.say()
        self._minutes.say(self.tr("Length"))
        self._minutes_box.setToolTip(self.tr("Such as 20, 1h15 or 1:15"))
        self._pin.say(self.tr("Pinned to"), placeholder="–:–")
        self._pin_box.setToolTip(self.tr("A clock time such as 9:30; empty, it follows the one before") + "  (Ctrl+P)")
        self._lead.say(self.tr("Led by"), placeholder=self.tr("Who leads it"))
        self._instructions.say(
            self.tr("Instructions for learners"),
            placeholder=self.tr("What they read when it begins: the task, in a few words"),
        )
        self._notes.say(
            self.tr("Private notes for staff"), placeholder=self.tr("What only you and your co-facilitators read")
        )
        self._goals_name.setText(self.tr("Serves these objectives"))
        self._talks_name.setText(self.tr("Opens these topics"))
        self._no_goals.say(self.tr("Write the plan’s first objective"))
        self._no_talks.say(self.tr("Prepare a topic for the plan"))

    def show_activity(self, plan: Plan, activity: Activity) -> None:
        """Show an activity.

        Args:
            plan: that holds it.
            activity: as it stands.
        """
        self._activity = activity
        self._strip.show_items(about(plan, activity.id))
        self._title_box.show_text(activity.title)
        self._lead_box.show_text(activity.lead)
        self._instructions_box.show_text(activity.instructions)
        self._notes_box.show_text(activity.notes)
        self._kind_box.choose(str(activity.kind))
        self._minutes_box.show_text(str(activity.minutes))
        self._pin_box.show_text("" if activity.pinned is None else clock_text(activity.pinned, clock=True))
        goals = [(each.id, f"{place}. {title_text(each.title)}") for place, each in enumerate(plan.objectives, 1)]
        self._goals.show_choices(goals, activity.objectives)
        self._no_goals.setVisible(not goals)
        talks = [(each.id, title_text(each.title)) for each in plan.topics]
        self._talks.show_choices(talks, activity.topics)
        self._no_talks.setVisible(not talks)
        for items in self._held:
            items.show_plan(plan, activity.id)

    def begin(self, field: str = "") -> None:
        """Go to a field.

        Args:
            field: of the activity; the instructions when left out.
        """
        boxes: dict[str, QWidget] = {
            "title": self._title_box,
            "lead": self._lead_box,
            "notes": self._notes_box,
            "minutes": self._minutes_box,
            "pinned": self._pin_box,
        }
        boxes.get(field, self._instructions_box).setFocus()

    def _become(self, kind: ActivityKind) -> None:
        """Change the kind; what becomes a debate has one to fill in at once."""
        held = self._plans.plan.debates
        edits: list[Edit] = [Change(replace(self._activity, kind=kind))]
        if kind is ActivityKind.DEBATE and not any(each.activity == self._activity.id for each in held):
            edits.append(Add(Debate(id=new_id(), activity=self._activity.id)))
        self._plans.apply(*edits)

    def _change(self, *, goes_on: object = False, **values: object) -> None:
        self._plans.apply(Change(replace(self._activity, **values)), continuing=bool(goes_on))

    def _toggle(self, field: str, key: object, *, on: object) -> None:
        there = {str(each) for each in getattr(self._activity, field)} - {str(key)} | ({str(key)} if on else set())
        self._change(**{field: tuple(sorted(there))})


def _questions(plans: Plans, toast: Toast) -> Items:
    def words() -> str:
        return QCoreApplication.translate("BlockDetails", "Question")

    def like() -> str:
        return QCoreApplication.translate("BlockDetails", "A question to put to the class")

    return Items(
        plans,
        toast,
        made=lambda key, holder: Question(id=key, activity=holder),
        form=lambda: TextForm((FormField("text", words, like, 2),)),
        title=lambda: QCoreApplication.translate("BlockDetails", "Questions"),
        named=lambda _plan, _item, place: f"{place}",
        add=lambda: QCoreApplication.translate("BlockDetails", "Add a question"),
        held=True,
    )


def _polls(plans: Plans, toast: Toast) -> Items:
    def named(_plan: Plan, item: Item, place: int) -> str:
        return f"{place} · {form_text(item.form)}" if isinstance(item, Poll) else ""

    return Items(
        plans,
        toast,
        made=lambda key, holder: Poll(id=key, activity=holder),
        form=PollEditor,
        title=lambda: QCoreApplication.translate("BlockDetails", "Polls"),
        named=named,
        add=lambda: QCoreApplication.translate("BlockDetails", "Add a poll"),
        held=True,
    )


def _rooms(plans: Plans, toast: Toast) -> Items:
    return Items(
        plans,
        toast,
        made=lambda key, holder: Rooms(id=key, activity=holder),
        form=RoomsEditor,
        title=lambda: QCoreApplication.translate("BlockDetails", "Breakout rooms"),
        named=lambda _plan, _item, place: f"{place}",
        add=lambda: QCoreApplication.translate("BlockDetails", "Add rooms"),
        held=True,
    )


def _debates(plans: Plans, toast: Toast) -> Items:
    return Items(
        plans,
        toast,
        made=lambda key, holder: Debate(id=key, activity=holder),
        form=DebateEditor,
        title=lambda: QCoreApplication.translate("BlockDetails", "Debate"),
        named=lambda _plan, _item, place: f"{place}",
        add=lambda: QCoreApplication.translate("BlockDetails", "Add a debate"),
        held=True,
    )
