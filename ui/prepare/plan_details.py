"""The details of the plan itself: for whom, in which tone, its objectives, topics, materials and roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.plans.edits import Describe
from app.plans.plan import Item, Material, Objective, Plan, Role, Topic
from ui.prepare.boxes import Labelled, NarrowChoice, TextBox, mark_fields
from ui.prepare.cards import FormField, Items, TextForm
from ui.prepare.editors import CountLine, TypedLine, read_tags
from ui.prepare.unsettled import UnsettledStrip
from ui.prepare.words import title_text
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.prepare.plans import Plans
    from ui.prepare.unsettled import Unsettled
    from ui.widgets.toast import Toast

_LANGUAGES = (Segment("fr", "FR"), Segment("en", "EN"))
_MOST_LEARNERS = 100_000


class PlanDetails(Translated, QWidget):
    """Edits what the plan says of itself.

    Args:
        plans: whose open one is edited.
        unsettled: what is to be settled.
        toast: tells of removals.
    """

    def __init__(self, plans: Plans, unsettled: Unsettled, toast: Toast) -> None:
        super().__init__()
        self._plans = plans
        self._strip = UnsettledStrip(unsettled)
        self._audience_box, self._editorial_box = TextBox(1), TextBox(3)
        self._language_box = Segmented("", _LANGUAGES)
        self._learners_box, self._tags_box = CountLine(_MOST_LEARNERS), TypedLine(read_tags)
        self._audience, self._editorial = Labelled(self._audience_box), Labelled(self._editorial_box)
        self._language = Labelled(self._language_box)
        self._learners, self._tags = Labelled(self._learners_box), Labelled(self._tags_box)
        self._items = {
            "objectives": _objectives(plans, toast),
            "topics": _topics(plans, toast),
            "materials": _materials(plans, toast),
            "roles": _roles(plans, toast),
        }
        mark_fields(
            audience=self._audience,
            language=self._language,
            learners=self._learners,
            editorial=self._editorial,
            tags=self._tags,
        )
        self._arrange()
        self._audience_box.typed.connect(lambda text, on: plans.apply(Describe(audience=text), continuing=on))
        self._editorial_box.typed.connect(lambda text, on: plans.apply(Describe(editorial=text), continuing=on))
        self._language_box.chosen.connect(lambda language: plans.apply(Describe(language=language)))
        self._learners_box.read.connect(lambda count: plans.apply(Describe(learners=count)))
        self._tags_box.read.connect(lambda tags: plans.apply(Describe(tags=tags)))
        self.retranslate()

    def _arrange(self) -> None:
        space = tokens().space
        facts = QHBoxLayout()
        facts.setSpacing(space.m)
        facts.addWidget(self._language)
        facts.addWidget(self._learners, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.m)
        column.addWidget(self._strip)
        column.addWidget(self._audience)
        column.addLayout(facts)
        column.addWidget(self._editorial)
        column.addWidget(self._tags)
        for items in self._items.values():
            column.addSpacing(space.xs)
            column.addWidget(items)

    def retranslate(self) -> None:
        """Say the words again."""
        self._audience.say(self.tr("Audience"), placeholder=self.tr("For whom it is, and what they know already"))
        self._language.say(self.tr("Language"))
        self._language_box.say(self.tr("Language of the class"), _LANGUAGES)
        self._learners.say(self.tr("Learners expected"), placeholder=self.tr("open"))
        self._editorial.say(
            self.tr("Editorial line"), placeholder=self.tr("What holds the class together, and in which tone")
        )
        self._tags.say(self.tr("Tags, separated by commas"), placeholder=self.tr("feedback, managers"))

    def show_plan(self, plan: Plan) -> None:
        """Show a plan.

        Args:
            plan: as it stands.
        """
        own = {each.id for name in self._items for each in getattr(plan, name)}
        self._strip.show_items(frozenset(own | {""}))
        self._audience_box.show_text(plan.audience)
        self._editorial_box.show_text(plan.editorial)
        self._language_box.choose(plan.language if plan.language in {"fr", "en"} else "fr")
        self._learners_box.show_text(str(plan.learners or ""))
        self._tags_box.show_text(", ".join(plan.tags))
        for items in self._items.values():
            items.show_plan(plan)

    def begin(self, kind: str, key: str) -> None:
        """Go to an item, or begin a new one.

        Args:
            kind: the name of a collection; others go to the first field.
            key: the id of the item; empty for a new one.
        """
        items = self._items.get(kind)
        if items is None:
            self._audience_box.setFocus()
        else:
            items.begin(key)


class TopicForm(TextForm):
    """Edits a topic, with the objective that it serves."""

    def __init__(self) -> None:
        self._goal = NarrowChoice()
        super().__init__((FormField("title", _topic), FormField("prompt", _prompt, _prompt_like, 2)))
        self.column.addWidget(self._goal)
        self._goal.activated.connect(lambda _row: self._serve(str(self._goal.currentData())))

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self._goal.setAccessibleName(QCoreApplication.translate("PlanDetails", "Objective it serves"))

    def show_item(self, plan: Plan, item: Item) -> None:
        """Show a topic.

        Args:
            plan: that holds it.
            item: the topic.
        """
        super().show_item(plan, item)
        goals = [("", QCoreApplication.translate("PlanDetails", "Serves no objective in particular"))]
        goals += [(each.id, f"{place}. {title_text(each.title)}") for place, each in enumerate(plan.objectives, 1)]
        shown = [(str(self._goal.itemData(row)), self._goal.itemText(row)) for row in range(self._goal.count())]
        if shown != goals:
            self._goal.clear()
            for key, words in goals:
                self._goal.addItem(words, key)
        self._goal.setVisible(len(goals) > 1)
        if isinstance(item, Topic):
            self._goal.setCurrentIndex(max(0, self._goal.findData(item.objective)))

    def _serve(self, goal: str) -> None:
        if isinstance(self._item, Topic):
            self._item = replace(self._item, objective=goal)
            self.edited.emit(self._item, False)


def _objectives(plans: Plans, toast: Toast) -> Items:
    def like() -> str:
        return QCoreApplication.translate("PlanDetails", "At the end, they can…")

    def words() -> str:
        return QCoreApplication.translate("PlanDetails", "Objective")

    def evidence() -> str:
        return QCoreApplication.translate("PlanDetails", "How it will be seen to be met")

    def evidence_like() -> str:
        return QCoreApplication.translate("PlanDetails", "Each has said, done or written…")

    def named(plan: Plan, item: Item, place: int) -> str:
        count = sum(1 for each in plan.activities if item.id in each.objectives)
        served = QCoreApplication.translate("PlanDetails", "activities: %1").replace("%1", str(count))
        none = QCoreApplication.translate("PlanDetails", "no activity serves it yet")
        return f"{place} · {served if count else none}"

    return Items(
        plans,
        toast,
        made=lambda key, _holder: Objective(id=key),
        form=lambda: TextForm((FormField("title", words, like), FormField("evidence", evidence, evidence_like, 1))),
        title=lambda: QCoreApplication.translate("PlanDetails", "Objectives"),
        named=named,
        add=lambda: QCoreApplication.translate("PlanDetails", "Add an objective"),
    )


def _topic() -> str:
    return QCoreApplication.translate("PlanDetails", "Topic")


def _prompt() -> str:
    return QCoreApplication.translate("PlanDetails", "Opening question")


def _prompt_like() -> str:
    return QCoreApplication.translate("PlanDetails", "What gets them talking to one another?")


def _topics(plans: Plans, toast: Toast) -> Items:
    return Items(
        plans,
        toast,
        made=lambda key, _holder: Topic(id=key),
        form=TopicForm,
        title=lambda: QCoreApplication.translate("PlanDetails", "Conversation topics"),
        named=lambda _plan, _item, place: f"{place}",
        add=lambda: QCoreApplication.translate("PlanDetails", "Add a topic"),
    )


def _materials(plans: Plans, toast: Toast) -> Items:
    fields = (
        FormField("title", lambda: QCoreApplication.translate("PlanDetails", "What it is")),
        FormField("link", lambda: QCoreApplication.translate("PlanDetails", "Link"), lambda: "https://…"),
        FormField("note", lambda: QCoreApplication.translate("PlanDetails", "What it serves"), lines=1),
    )
    return Items(
        plans,
        toast,
        made=lambda key, _holder: Material(id=key),
        form=lambda: TextForm(fields),
        title=lambda: QCoreApplication.translate("PlanDetails", "Materials and links"),
        named=lambda _plan, _item, place: f"{place}",
        add=lambda: QCoreApplication.translate("PlanDetails", "Add a material"),
    )


def _roles(plans: Plans, toast: Toast) -> Items:
    fields = (
        FormField("title", lambda: QCoreApplication.translate("PlanDetails", "Role")),
        FormField("who", lambda: QCoreApplication.translate("PlanDetails", "Who")),
        FormField("tasks", lambda: QCoreApplication.translate("PlanDetails", "What they do"), lines=1),
    )
    return Items(
        plans,
        toast,
        made=lambda key, _holder: Role(id=key),
        form=lambda: TextForm(fields),
        title=lambda: QCoreApplication.translate("PlanDetails", "Roles"),
        named=lambda _plan, _item, place: f"{place}",
        add=lambda: QCoreApplication.translate("PlanDetails", "Add a role"),
    )
