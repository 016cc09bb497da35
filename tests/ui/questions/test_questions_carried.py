"""Open questions go into a plan in one step, which can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from app.plans import Plan
from tests.ui.prepare.test_prepare_plans import plans_in
from ui.questions.carrying import CarryButton
from ui.shell.panels import Services
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from pathlib import Path

    from ui.i18n import Languages


def gone(window: QWidget) -> None:
    """Take a window down at once."""
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


async def test_they_go_into_a_plan_or_a_new_one_and_back(tmp_path: Path, spoken: Languages):
    assert spoken is not None
    window = QWidget()
    toast = Toast(window)
    window.show()
    async with plans_in(tmp_path) as plans:
        kept = plans.add(Plan(title="Fractions, part two"))
        button = CarryButton(Services(plans, toast), lambda: ["Why thirds?", "And fifths?"], window)
        titles = [action.text() for action in button.fill().actions() if action.text()]
        assert titles == ["Fractions, part two", "A new plan"]

        button.copy_into(kept.id)
        assert [question.text for question in plans.all[0].plan.questions] == ["Why thirds?", "And fifths?"]  # type: ignore[union-attr]
        toast.undo()
        assert plans.all[0].plan.questions == ()  # type: ignore[union-attr]

        button.copy_into("")
        assert len(plans.all) == 2
        await plans.settled()
    gone(window)


def test_where_there_are_no_plans_it_is_not_offered(qapp: object):
    assert qapp is not None
    window = QWidget()
    button = CarryButton(Services(Toast(window)), lambda: ["Why thirds?"], window)
    button.offer()

    assert button.isHidden()
    assert not button.isEnabled()
    gone(window)
