"""The plans at the left: found by title, tag or text, the last changed first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from app.plans import Activity, ActivityKind, Plan, total_minutes
from ui.prepare.acts import PREPARE, group_plan, new_id
from ui.prepare.editing import Spot
from ui.session.classes import TwoLines, two_lines_view
from ui.session.words import minutes_text, when_text
from ui.shell.actions import Action, Actions, plain
from ui.shell.panels import Mode
from ui.widgets.buttons import IconButton
from ui.widgets.icons import icon
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import SectionHeader
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.prepare.editing import Editing
    from ui.prepare.plans import KeptPlan, Plans
    from ui.widgets.toast import Toast

MENU = "plan."
"""Actions whose key begins like this stand in the menu of the plan as well, in the order in which they were added."""


def first_plan(language: str) -> Plan:
    """Return the plan one begins with: a frame to write into, no blank page.

    Args:
        language: of the class.
    """
    blocks = (
        (QCoreApplication.translate("Plan", "Welcome, and what we want to learn"), ActivityKind.TALK, 10),
        (QCoreApplication.translate("Plan", "What each of us has tried"), ActivityKind.DISCUSSION, 20),
        (QCoreApplication.translate("Plan", "A case, in small groups"), ActivityKind.BREAKOUT, 25),
        (QCoreApplication.translate("Plan", "What the groups found"), ActivityKind.SHARE_OUT, 15),
        (QCoreApplication.translate("Plan", "What I take with me"), ActivityKind.QA, 10),
    )
    activities = (Activity(id=new_id(), title=title, kind=kind, minutes=minutes) for title, kind, minutes in blocks)
    return Plan(language=language, activities=tuple(activities))


def usual_language(plans: Plans) -> str:
    """Return the language of the plan that changed last, or the window's.

    Args:
        plans: of this desktop.
    """
    spoken = QCoreApplication.translate("Plan", "en", "the code of this language: fr or en")
    return next((kept.plan.language for kept in plans.all if kept.plan is not None), spoken)


def found_by(kept: KeptPlan, query: str) -> bool:
    """Return whether a plan answers a search: every word of it is in the plan, `#word` is one of its tags.

    Args:
        kept: the plan.
        query: as it was typed.
    """
    words = plain(query).split()
    if not words:
        return True
    plan = kept.plan
    if plan is None:
        return all(word in plain(kept.title) for word in words)
    tags = [plain(tag) for tag in plan.tags]
    text = plain("\n".join(_texts(plan)))
    return all(
        any(tag.startswith(word[1:]) for tag in tags) if word.startswith("#") and len(word) > 1 else word in text
        for word in words
    )


def _texts(plan: Plan) -> list[str]:
    texts = [plan.title, plan.audience, plan.editorial, *plan.tags]
    for activity in plan.activities:
        texts += [activity.title, activity.instructions, activity.notes, activity.lead]
    texts += [part for each in plan.objectives for part in (each.title, each.evidence)]
    texts += [part for each in plan.topics for part in (each.title, each.prompt)]
    texts += [part for each in plan.materials for part in (each.title, each.note)]
    texts += [each.question for each in plan.polls]
    return texts


class PlansPanel(Translated, QWidget):
    """Lists the plans: searched, made, duplicated, deleted with undo.

    Args:
        plans: to list.
        editing: is told where to go on.
        actions: of the window.
        toast: tells what was done.
    """

    def __init__(self, plans: Plans, editing: Editing, actions: Actions, toast: Toast) -> None:
        super().__init__()
        self._plans, self._editing, self._actions, self._toast = plans, editing, actions, toast
        self._new = IconButton("plus")
        self._more = IconButton("ellipsis")
        self._menu = QMenu(self)
        self._tag_menu = QMenu(self)
        self._header = SectionHeader(trailing=(self._new, self._more))
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self._tags = IconButton("tag")
        self._model, self._view = two_lines_view("")
        self._none = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._arrange()
        self._new.clicked.connect(self.new)
        self._more.clicked.connect(lambda: self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft())))
        self._menu.aboutToShow.connect(self._fill_menu)
        self._tags.clicked.connect(self._offer_tags)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self._view.installEventFilter(self)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(
            lambda where: self._menu.popup(self._view.viewport().mapToGlobal(where))
        )
        self._view.selectionModel().currentChanged.connect(self._chosen)
        plans.listed.connect(self._fill)
        plans.opened.connect(self._mark)
        self._offer(actions)
        self.retranslate()

    def _arrange(self) -> None:
        space = tokens().space
        row = QHBoxLayout()
        row.setContentsMargins(space.m, 0, space.s, space.xs)
        row.setSpacing(space.xs)
        row.addWidget(self.search, 1)
        row.addWidget(self._tags)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space.s, 0, space.s)
        column.setSpacing(space.xs)
        for widget in (self._header, self._none):
            widget.setContentsMargins(space.m, 0, space.s, 0)
        column.addWidget(self._header)
        column.addLayout(row)
        column.addWidget(self._none)
        column.addWidget(self._view, 1)

    def _offer(self, actions: Actions) -> None:
        def is_open() -> bool:
            return self._plans.current is not None

        actions.add(
            Action(
                "prepare.new",
                lambda: QCoreApplication.translate("Actions", "New plan"),
                self.new,
                shortcut="Ctrl+N",
                group=group_plan,
                icon_name="plus",
                modes=PREPARE,
            ),
            Action(
                "prepare.find",
                lambda: QCoreApplication.translate("Actions", "Find a plan"),
                self.search_plans,
                shortcut="Ctrl+F",
                group=group_plan,
                icon_name="search",
                modes=PREPARE,
            ),
            Action(
                "prepare.duplicate",
                lambda: QCoreApplication.translate("Actions", "Duplicate the plan"),
                self.duplicate,
                shortcut="Ctrl+Shift+D",
                group=group_plan,
                icon_name="copy",
                modes=PREPARE,
                enabled=is_open,
            ),
            Action(
                "prepare.delete",
                lambda: QCoreApplication.translate("Actions", "Delete the plan"),
                self.delete,
                group=group_plan,
                icon_name="trash-2",
                modes=PREPARE,
                enabled=is_open,
            ),
            owner=self,
        )

    def retranslate(self) -> None:
        """Say the words again."""
        self._new.say(self.tr("New plan"))
        self._new.tell_keys("Ctrl+N")
        self._more.say(self.tr("More about the plan"))
        self.search.setPlaceholderText(self.tr("Find a plan"))
        self.search.setAccessibleName(self.tr("Find a plan by title, text or #tag"))
        self.search.setToolTip(self.tr("Words of the title or the text, or #tag") + "  (Ctrl+F)")
        self._tags.say(self.tr("Show the plans of a tag"))
        self._view.setAccessibleName(self.tr("Plans"))
        self._fill()

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._menu.addAction(icon("copy"), self.tr("Duplicate"), self.duplicate)
        self._menu.addSeparator()
        for action in self._actions.offered(Mode.PREPARE):
            if action.key.startswith(MENU):
                drawing = icon(action.icon_name) if action.icon_name is not None else QIcon()
                self._menu.addAction(drawing, action.words(), action.run)
        self._menu.addSeparator()
        self._menu.addAction(icon("trash-2", "danger_text"), self.tr("Delete"), self.delete)

    def new(self) -> None:
        """Begin a plan, at its title."""
        self.search.clear()
        self._plans.add(first_plan(usual_language(self._plans)))
        self._editing.go_to(Spot(field="title"))

    def search_plans(self) -> None:
        """Go to the search."""
        self.search.setFocus()
        self.search.selectAll()

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search to what was found, and delete a plan by its key."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._view.setFocus()
                if not self._view.currentIndex().isValid():
                    self._view.setCurrentIndex(self._model.index(0))
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                return True
            if watched is self._view and event.key() == Qt.Key.Key_Delete:
                self.delete()
                return True
        return super().eventFilter(watched, event)

    def _offer_tags(self) -> None:
        self._tag_menu.clear()
        counts: dict[str, int] = {}
        for kept in self._plans.all:
            for tag in kept.plan.tags if kept.plan is not None else ():
                counts[tag] = counts.get(tag, 0) + 1
        for tag, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
            # One word, as the search reads it.
            words = " ".join(f"#{word}" if place == 0 else word for place, word in enumerate(tag.split()))
            self._tag_menu.addAction(f"{tag}  ({count})", partial(self.search.setText, words))
        if not counts:
            self._tag_menu.addAction(self.tr("No plan has tags yet")).setEnabled(False)
        self._tag_menu.popup(self._tags.mapToGlobal(self._tags.rect().bottomLeft()))

    def _fill(self, _what: object = None) -> None:
        kept = self._plans.all
        query = self.search.text()
        found = [each for each in kept if found_by(each, query)] if query.strip() else kept
        self._header.say(self.tr("Plans"), count=len(kept) or None)
        nothing = self.tr("No plan yet. A class can also start without one.")
        self._none.setText(self.tr("No plan answers this search.") if kept else nothing)
        self._none.setVisible(not found)
        self._more.setEnabled(bool(kept))
        self._model.show_rows([self._row(each) for each in found])
        self._mark()

    def _row(self, kept: KeptPlan) -> TwoLines:
        if kept.plan is None:
            return TwoLines(kept.id, kept.title, self.tr("cannot be read by this version"))
        parts = [minutes_text(total_minutes(kept.plan)), when_text(kept.updated_at), *kept.plan.tags]
        return TwoLines(kept.id, kept.title or self.tr("Untitled plan"), " · ".join(parts))

    def _mark(self, _what: object = None) -> None:
        current = self._plans.current
        index = self._model.index_of(current.id) if current is not None else QModelIndex()
        if index.isValid() and self._view.currentIndex() != index:
            self._view.setCurrentIndex(index)

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None and self._model.index_of(row.key).isValid():
            self._plans.open(row.key)
