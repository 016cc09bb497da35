"""An empty Prepare offers complete plans, a file, and a rehearsal, each in one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.plans.formats import sample
from tests.e2e.windows import Windows, until
from ui.prepare.welcome import WelcomePage

if TYPE_CHECKING:
    from pathlib import Path

    from ui.desktop import Desktop

pytestmark = pytest.mark.usefixtures("qapp")


def welcome(desktop: Desktop) -> WelcomePage:
    """Return the page."""
    page = desktop.window.findChild(WelcomePage)
    assert isinstance(page, WelcomePage)
    return page


async def test_a_sample_is_one_click_away_and_the_page_is_back_when_the_last_plan_goes(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        page = welcome(desktop)
        assert page.isVisible()
        assert len(page.cards) == 3
        page.cards["retour-90-minutes"].click()
        assert desktop.plans.plan == sample("retour-90-minutes")
        assert not page.isVisible()
        desktop.plans.delete(desktop.plans.all[0].id)
        assert page.isVisible()
        page.write_button.click()
        assert len(desktop.plans.plan.activities) == 5
        title = QApplication.focusWidget()
        assert isinstance(title, QLineEdit)
        QTest.keyClicks(title, "Mine")
        assert desktop.plans.plan.title == "Mine"


async def test_a_sample_class_is_rehearsed_from_an_empty_prepare(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        welcome(desktop).rehearse_button.click()
        assert desktop.practice.is_running
        await until(lambda: desktop.desk.shown is not None)
        assert sample("reading-the-news").title in desktop.window.windowTitle()
        desktop.practice.stop()
        await until(lambda: not desktop.practice.is_running)
