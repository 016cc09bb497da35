"""Who is where in the open plan: tells the others where one is, and the editor where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.planning.faces import FIELD, Faces
from ui.planning.words import at_field_words
from ui.prepare.block_details import BlockDetails
from ui.prepare.boxes import Labelled
from ui.prepare.editing import Chosen, Somebody
from ui.prepare.plan_details import PlanDetails

if TYPE_CHECKING:
    from app.sync.planning import Colleague
    from ui.planning.sharing import Sharing
    from ui.prepare.editing import Editing
    from ui.prepare.plans import Plans


class Places(QObject):
    """Ties what is chosen in the editor, and the field one writes in, to what is shared.

    Args:
        sharing: carries it to the others, and brings theirs.
        plans: whose open one it is about.
        editing: tells what is chosen, and shows who is where.
        window: in which the fields are.
        parent: the owner.
    """

    def __init__(self, sharing: Sharing, plans: Plans, editing: Editing, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._sharing, self._plans, self._editing, self._window = sharing, plans, editing, window
        self._field = ""
        self._faces: dict[Labelled, Faces] = {}
        editing.chosen_changed.connect(self._chosen)
        plans.opened.connect(self._opened)
        sharing.changed.connect(self._changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focused)

    @property
    def _plan_id(self) -> str:
        kept = self._plans.current
        return kept.id if kept is not None else ""

    @property
    def _item(self) -> str:
        chosen = self._editing.chosen
        return chosen.activities[0] if chosen.activities else chosen.day

    def _focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window:
            self._field = _field_of(now)
            self._stand()

    def _chosen(self, _chosen: Chosen) -> None:
        self._stand()
        self._mark_fields(self._there())

    def _stand(self) -> None:
        self._sharing.stand(self._plan_id, self._item, self._field)

    def _opened(self, _kept: object) -> None:
        self._stand()
        self._mark()

    def _changed(self, plan_id: object) -> None:
        if plan_id == self._plan_id:
            self._mark()

    def _there(self) -> tuple[Colleague, ...]:
        together = self._sharing.of(self._plan_id)
        return tuple(each for each in together.colleagues if each.is_here) if together is not None else ()

    def _mark(self) -> None:
        there = self._there()
        marks: dict[str, tuple[Somebody, ...]] = {}
        for each in there:
            if each.activity:
                marks[each.activity] = (*marks.get(each.activity, ()), Somebody(each.member, each.name))
        if marks != self._editing.marks:
            self._editing.mark(marks)
        self._mark_fields(there)

    def _mark_fields(self, there: tuple[Colleague, ...]) -> None:
        """Show those who write in a field of what is shown here beside the field's name."""
        wanted: dict[Labelled, list[Colleague]] = {}
        for each in there:
            if each.field and each.activity == self._item:
                kind = BlockDetails if self._editing.chosen.activities else PlanDetails
                for labelled in _fields(self._window, kind):
                    if labelled.plan_field == each.field:
                        wanted.setdefault(labelled, []).append(each)
        for labelled in [labelled for labelled in self._faces if labelled not in wanted]:
            self._faces.pop(labelled).deleteLater()
        for labelled, people in wanted.items():
            faces = self._faces.get(labelled)
            if faces is None:
                faces = self._faces[labelled] = _beside(labelled)
                labelled.destroyed.connect(lambda _gone=None, labelled=labelled: self._faces.pop(labelled, None))
            faces.show_people(tuple(people), at_field_words(people))


def _fields(window: QWidget, kind: type[QWidget]) -> list[Labelled]:
    return [labelled for details in window.findChildren(kind) for labelled in details.findChildren(Labelled)]


def _field_of(widget: QWidget) -> str:
    at: QWidget | None = widget
    while at is not None:
        if isinstance(at, Labelled):
            return at.plan_field
        at = at.parentWidget()
    return ""


def _beside(labelled: Labelled) -> Faces:
    """Put avatars at the end of a field's label."""
    faces = Faces(FIELD, "surface", labelled.label)
    row = labelled.label.layout()
    if row is None:
        row = QHBoxLayout(labelled.label)
        row.setContentsMargins(0, 0, 0, 0)
        row.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(faces)
    return faces
