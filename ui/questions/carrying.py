"""The way of open questions into the next plan: a button with the plans to choose from, and one step to take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from app.plans import Plan
from app.plans.carrying import carried
from app.plans.edits import Add, Remove
from ui.prepare.plans import Plans
from ui.shell.panels import ServiceMissingError, Services
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MOST = 15
"""How many plans, those changed last, are offered."""


class CarryButton(Translated, Button):
    """Copies questions into a plan. Hidden where no plans are at hand.

    Args:
        services: `Toast`, and `Plans` where there are any.
        texts: gives the questions that would be copied.
        parent: the owner.
    """

    def __init__(self, services: Services, texts: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(kind=ButtonKind.QUIET, icon_name="calendar", parent=parent)
        self._toast, self._texts = services.need(Toast), texts
        try:
            self._plans: Plans | None = services.need(Plans)
        except ServiceMissingError:
            self._plans = None
        self._menu = QMenu(self)
        if self._plans is None:
            self.hide()
        self.clicked.connect(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.say(self.tr("Copy into a plan…"), self.tr("Take the open questions up in the next class"))

    def offer(self) -> None:
        """Offer it while there is a question to copy."""
        self.setEnabled(self._plans is not None and bool(self._texts()))

    def copy_into(self, plan_id: str) -> None:
        """Copy the open questions into a plan.

        Args:
            plan_id: which; empty for a new one.
        """
        if self._plans is None:
            return
        if not plan_id:
            plan_id = self._plans.add(Plan(title=self.tr("Next class"))).id
        kept = next((each for each in self._plans.all if each.id == plan_id), None)
        if kept is None or kept.plan is None:
            return
        edits = carried(kept.plan, self._texts(), self.tr("Open questions"))
        title = kept.plan.title or self.tr("Untitled plan")
        if not edits:
            self._toast.say(self.tr("“%1” holds these questions already.").replace("%1", title))
            return
        if self._plans.apply_to(plan_id, *edits):
            back = [Remove(type(edit.item), edit.item.id) for edit in edits if isinstance(edit, Add)]
            plans = self._plans
            self._toast.say(
                self.tr("The open questions are in “%1”.").replace("%1", title),
                undo=lambda: plans.apply_to(plan_id, *back),
            )

    def _open(self) -> None:
        self.fill().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def fill(self) -> QMenu:
        """Write the menu as things stand.

        Returns:
            It.
        """
        self._menu.clear()
        plans = self._plans.all if self._plans is not None else ()
        for kept in [each for each in plans if each.plan is not None][:_MOST]:
            title = (kept.plan.title if kept.plan else "") or self.tr("Untitled plan")
            action = self._menu.addAction(title.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, plan=kept.id: self.copy_into(plan))
        if plans:
            self._menu.addSeparator()
        self._menu.addAction(self.tr("A new plan")).triggered.connect(lambda _checked=False: self.copy_into(""))
        return self._menu
