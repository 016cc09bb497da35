"""Who is where in the open plan: tells the others where one is, and the editor where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.prepare.editing import Chosen, Somebody

if TYPE_CHECKING:
    from ui.planning.sharing import Sharing
    from ui.prepare.editing import Editing
    from ui.prepare.plans import Plans


class Places(QObject):
    """Ties what is chosen in the editor to what is shared.

    Args:
        sharing: carries it to the others, and brings theirs.
        plans: whose open one it is about.
        editing: tells what is chosen, and shows who is where.
        parent: the owner.
    """

    def __init__(self, sharing: Sharing, plans: Plans, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._sharing, self._plans, self._editing = sharing, plans, editing
        editing.chosen_changed.connect(self._chosen)
        plans.opened.connect(self._opened)
        sharing.changed.connect(self._changed)

    @property
    def _plan_id(self) -> str:
        kept = self._plans.current
        return kept.id if kept is not None else ""

    def _chosen(self, chosen: Chosen) -> None:
        item = chosen.activities[0] if chosen.activities else chosen.day
        self._sharing.stand(self._plan_id, item)

    def _opened(self, _kept: object) -> None:
        self._chosen(self._editing.chosen)
        self._mark()

    def _changed(self, plan_id: object) -> None:
        if plan_id == self._plan_id:
            self._mark()

    def _mark(self) -> None:
        together = self._sharing.of(self._plan_id)
        marks: dict[str, tuple[Somebody, ...]] = {}
        for each in together.colleagues if together is not None else ():
            if each.activity:
                marks[each.activity] = (*marks.get(each.activity, ()), Somebody(each.member, each.name))
        if marks != self._editing.marks:
            self._editing.mark(marks)
