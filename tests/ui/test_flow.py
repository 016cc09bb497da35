"""A row of buttons goes on below where there is no room beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("theme")


def test_widgets_wrap_and_hidden_ones_take_no_room(qtbot: QtBot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(8, holder)
    buttons = [Button("Show the results") for _ in range(3)]
    for button in buttons:
        flow.addWidget(button)
    one = buttons[0].sizeHint()
    holder.resize(3 * one.width() + 16, 200)
    holder.show()
    assert len({button.y() for button in buttons}) == 1

    holder.resize(2 * one.width() + 8, 200)
    assert [button.y() for button in buttons] == [0, 0, one.height() + 8]
    assert flow.heightForWidth(one.width()) == 3 * one.height() + 16
    buttons[0].hide()
    assert flow.heightForWidth(one.width()) == 2 * one.height() + 8
