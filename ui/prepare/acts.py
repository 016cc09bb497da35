"""What is done to the agenda: added, duplicated, moved, removed, copied, pasted, undone."""

from __future__ import annotations

from dataclasses import replace as dataclass_replace
from typing import TYPE_CHECKING
from uuid import uuid4

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData, QObject, QPoint
from PySide6.QtGui import QGuiApplication, QTextDocumentFragment
from PySide6.QtWidgets import QMenu

from app.plans import Activity, Plan, PlanUnreadable
from app.plans.edits import Add, Change, Edit
from app.plans.plan import day_of
from app.plans.rearranging import (
    brought_back,
    clip,
    clip_from_text,
    day_added,
    day_removed,
    in_order,
    pack_clip,
    pasted,
    removed,
    shifted,
    unpack_clip,
)
from ui.prepare.editing import Spot
from ui.prepare.model import BlockRow, Column, day_key
from ui.prepare.words import title_text
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.i18n import Words
    from ui.prepare.agenda import AgendaView
    from ui.prepare.editing import Editing
    from ui.prepare.plans import Plans
    from ui.widgets.toast import Toast

CLIP = "application/x-cercle-clip"
"""The kind of data that copied activities are on the clipboard."""

PREPARE = frozenset({Mode.PREPARE})
_TOGETHER = ("minutes", "kind", "lead")
"""The fields that a change in one of several chosen rows changes in all of them."""


def new_id() -> str:
    """Make the id of an item."""
    return str(uuid4())


def group_plan() -> str:
    """Name the group of the actions of Prepare."""
    return QCoreApplication.translate("Actions", "Plan")


class AgendaActs(QObject):
    """Edits the open plan as the person asks in the agenda.

    Args:
        plans: whose open one is edited.
        editing: what is chosen.
        view: the agenda.
        toast: tells what was done, with its undo.
    """

    def __init__(self, plans: Plans, editing: Editing, view: AgendaView, toast: Toast) -> None:
        super().__init__(view)
        self._plans, self._editing, self._view, self._toast = plans, editing, view, toast
        view.addition_wanted.connect(self.add)
        view.removal_wanted.connect(self.remove)
        view.copy_wanted.connect(self.copy)
        view.cut_wanted.connect(self.cut)
        view.paste_wanted.connect(self.paste)
        view.goals_wanted.connect(self.choose_goals)

    @property
    def has_chosen(self) -> bool:
        """Whether activities are chosen."""
        return bool(self._editing.chosen.activities)

    @property
    def is_open(self) -> bool:
        """Whether a plan is open that can be edited."""
        kept = self._plans.current
        return kept is not None and kept.plan is not None and not self._editing.previews

    def offer(self, actions: Actions, owner: QWidget) -> None:
        """Bring what can be done to the palette and the shortcuts.

        Args:
            actions: of the window.
            owner: with which they go.
        """

        def act(key: str, words: Words, run: Callable[[], object], keys: str = "", icon_name: str = "") -> Action:
            return Action(
                key, words, run, keys, group_plan, icon_name or None, PREPARE, lambda: self.is_open and self.has_chosen
            )

        chosen = (
            act(
                "activity.duplicate",
                lambda: QCoreApplication.translate("Actions", "Duplicate the chosen activities"),
                self.duplicate,
                "Ctrl+D",
                "copy",
            ),
            act(
                "activity.up",
                lambda: QCoreApplication.translate("Actions", "Move the chosen activities up"),
                lambda: self.shift(-1),
                "Alt+Up",
                "arrow-up",
            ),
            act(
                "activity.down",
                lambda: QCoreApplication.translate("Actions", "Move the chosen activities down"),
                lambda: self.shift(1),
                "Alt+Down",
                "arrow-down",
            ),
            act(
                "activity.remove",
                lambda: QCoreApplication.translate("Actions", "Remove the chosen activities"),
                self.remove,
                icon_name="trash-2",
            ),
            act(
                "activity.pin",
                lambda: QCoreApplication.translate("Actions", "Pin the activity to its time, or let it follow"),
                self.pin,
                "Ctrl+P",
                "pin",
            ),
        )
        always = (
            act(
                "activity.add",
                lambda: QCoreApplication.translate("Actions", "Add an activity"),
                self.add,
                "Ctrl+Return",
                "plus",
            ),
            act(
                "activity.day", lambda: QCoreApplication.translate("Actions", "Add a day"), self.add_day, "", "calendar"
            ),
            act(
                "activity.undo",
                lambda: QCoreApplication.translate("Actions", "Undo the last edit of the plan"),
                self.undo,
                "Ctrl+Z",
                "undo-2",
            ),
            act(
                "activity.redo",
                lambda: QCoreApplication.translate("Actions", "Do the undone edit again"),
                self.redo,
                "Ctrl+Shift+Z",
                "redo-2",
            ),
        )
        actions.add(*chosen, *(dataclass_replace(each, enabled=lambda: self.is_open) for each in always), owner=owner)

    # --- one step each ---------------------------------------------------------------------------------------------

    def edited(self, edits: object) -> None:
        """Do what a cell or a drop asks; what can be said of several at once is done to all that are chosen.

        Args:
            edits: a tuple of them.
        """
        if not isinstance(edits, tuple):
            return
        wanted: tuple[Edit, ...] = edits
        match wanted:
            case (Change(item=Activity() as item),):
                wanted = self._for_all(item)
            case _:
                pass
        self._plans.apply(*wanted)

    def _for_all(self, item: Activity) -> tuple[Edit, ...]:
        before = next((each for each in self._plan.activities if each.id == item.id), item)
        chosen = self._view.chosen_ids
        changed = [field for field in _TOGETHER if getattr(before, field) != getattr(item, field)]
        if item.id not in chosen or len(chosen) == 1 or not changed:
            return (Change(item),)
        values = {field: getattr(item, field) for field in changed}
        return tuple(Change(replace(each, **values)) for each in in_order(self._plan, chosen))

    def add(self) -> None:
        """Add an activity after the chosen ones, and write its title."""
        self._view.finish()
        if not self.is_open:
            return
        plan, chosen = self._plan, self._editing.chosen
        after = in_order(plan, chosen.activities)
        activity = Activity(id=new_id(), minutes=after[-1].minutes if after else 10)
        ids = [each.id for each in plan.activities]
        if after:
            day = day_of(plan, after[-1])
            place = ids.index(after[-1].id) + 1
            edit = Add(replace(activity, day=day.id if day is not None else ""), place)
        elif chosen.is_day:
            of_day = [each.id for each in plan.activities if _day(plan, each) == chosen.day]
            edit = Add(replace(activity, day=chosen.day), ids.index(of_day[0]) if of_day else None)
        else:
            edit = Add(replace(activity, day=plan.days[-1].id if plan.days else ""))
        if self._plans.apply(edit):
            self._view.edit_cell(activity.id, Column.TITLE)

    def add_day(self) -> None:
        """Add a day at the end, and choose it."""
        self._view.finish()
        if self._plans.apply(*day_added(self._plan, new_id)) and self._plan.days:
            self._view.choose((day_key(self._plan, self._plan.days[-1].id),), Column.TIME)
            self._view.setFocus()

    def remove_day(self, day: str) -> None:
        """Take a day away; its activities go to its neighbour.

        Args:
            day: its id.
        """
        if self._plans.apply(*day_removed(self._plan, day)):
            self._toast.say(self.tr("Day removed; its activities stay"), undo=self._take_back())

    def duplicate(self) -> None:
        """Copy the chosen activities after themselves."""
        self._view.finish()
        chosen = self._editing.chosen.activities
        if chosen:
            self._paste(pasted(self._plan, clip(self._plan, chosen), chosen[-1], new_id))

    def shift(self, by: int) -> None:
        """Move the chosen activities up or down.

        Args:
            by: -1 or 1.
        """
        self._view.finish()
        chosen = self._editing.chosen.activities
        edits = shifted(self._plan, chosen, by)
        if edits and self._plans.apply(*edits):
            self._view.choose(chosen)

    def pin(self) -> None:
        """Pin the current activity to the time at which it begins now, or let it follow the one before again."""
        row = self._view.row_here()
        if isinstance(row, BlockRow) and row.clock:
            activity = row.activity
            pinned = None if activity.pinned is not None else row.slot.start
            self._plans.apply(Change(replace(activity, pinned=pinned)))
        elif isinstance(row, BlockRow):
            self._toast.say(self.tr("Say first when the day begins, then pin."))

    def remove(self) -> None:
        """Remove the chosen activities; the toast brings them back."""
        self._view.finish()
        chosen = self._editing.chosen
        if chosen.is_day and chosen.day:
            self.remove_day(chosen.day)
        ids = chosen.activities
        if not ids:
            return
        plan = self._plan
        order = [each.id for each in plan.activities]
        place = order.index(ids[0])
        first = title_text(in_order(plan, ids)[0].title)
        if not self._plans.apply(*removed(plan, ids)):
            return
        left = self._plan.activities
        if left:
            self._view.choose((left[min(place, len(left) - 1)].id,))
        text = self.tr("“%1” removed").replace("%1", first)
        if len(ids) > 1:
            text = self.tr("%n activity(s) removed", "", len(ids))
        kept = self._plans.current
        self._toast.say(text, undo=lambda: self._bring_back(kept.id if kept is not None else "", ids))

    def _bring_back(self, plan_id: str, ids: Sequence[str]) -> None:
        self._plans.open(plan_id)
        gone = [each for each in ids if each not in {activity.id for activity in self._plan.activities}]
        if gone and self._plans.apply(*brought_back(gone)):
            self._view.choose(tuple(gone))

    def _take_back(self) -> Callable[[], None]:
        plan = self._plan

        def undo() -> None:
            # Only while it is still the last thing that was done.
            if self._plan == plan:
                self.undo()

        return undo

    # --- undo ------------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Undo the last step, and show what it was about."""
        self._view.finish()
        before = self._plan
        if self._plans.undo():
            self._show_difference(before)

    def redo(self) -> None:
        """Do the last undone step again, and show what it is about."""
        self._view.finish()
        before = self._plan
        if self._plans.redo():
            self._show_difference(before)

    def _show_difference(self, before: Plan) -> None:
        old = {each.id: each for each in before.activities}
        changed = tuple(each.id for each in self._plan.activities if old.get(each.id) != each)
        if changed:
            self._view.choose(changed)

    # --- the clipboard ---------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the chosen activities, for this plan, another one, or a text."""
        chosen = self._editing.chosen.activities
        if not chosen:
            return
        plan = self._plan
        data = QMimeData()
        data.setData(CLIP, QByteArray(pack_clip(clip(plan, chosen))))
        # As `clip_from_text` reads it again, and as people read it in a mail.
        data.setText("\n".join(f"{each.title} ({each.minutes} min)" for each in in_order(plan, chosen)))
        QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy the chosen activities, and remove them."""
        self.copy()
        self.remove()

    def paste(self) -> None:
        """Add what was copied after the chosen activities; of a text, each line becomes one."""
        data = QGuiApplication.clipboard().mimeData()
        try:
            if data.hasFormat(CLIP):
                piece = unpack_clip(bytes(data.data(CLIP).data()))
            else:
                text = data.text() if data.hasText() else QTextDocumentFragment.fromHtml(data.html()).toPlainText()
                piece = clip_from_text(text, new_id)
        except PlanUnreadable:
            self._toast.say(self.tr("What was copied cannot be read by this version of Cercle."))
            return
        chosen = self._editing.chosen.activities
        if piece.activities and self.is_open:
            last = self._plan.activities[-1].id if self._plan.activities else ""
            self._paste(pasted(self._plan, piece, chosen[-1] if chosen else last, new_id))

    def _paste(self, edits: tuple[Edit, ...]) -> None:
        if self._plans.apply(*edits):
            added = [edit.item.id for edit in edits if isinstance(edit, Add) and isinstance(edit.item, Activity)]
            self._view.choose(tuple(added))
            self._view.setFocus()

    # --- objectives ------------------------------------------------------------------------------------------------

    def choose_goals(self) -> None:
        """Offer the plan's objectives for the current activity."""
        activity = next((each for each in self._plan.activities if each.id == self._view.current_id), None)
        if activity is None:
            return
        menu = QMenu(self._view)
        for place, objective in enumerate(self._plan.objectives, 1):
            action = menu.addAction(f"{place}. {title_text(objective.title)}")
            action.setCheckable(True)
            action.setChecked(objective.id in activity.objectives)
            action.triggered.connect(lambda _on, goal=objective.id: self._toggle(activity.id, goal))
        if not self._plan.objectives:
            menu.addAction(
                self.tr("Write the plan’s objectives first…"), lambda: self._editing.go_to(Spot("objectives"))
            )
        where = self._view.visualRect(self._view.currentIndex()).bottomLeft()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._view.viewport().mapToGlobal(where + QPoint(0, 2)))

    def _toggle(self, activity_id: str, goal: str) -> None:
        activity = next((each for each in self._plan.activities if each.id == activity_id), None)
        if activity is not None:
            goals = set(activity.objectives) ^ {goal}
            self._plans.apply(Change(replace(activity, objectives=tuple(sorted(goals)))))

    @property
    def _plan(self) -> Plan:
        return self._plans.plan


def _day(plan: Plan, activity: Activity) -> str:
    day = day_of(plan, activity)
    return day.id if day is not None else ""
