"""Notes of a past class: chosen by place, gone through by time, and written to files."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from app.reports.notes import html_of
from app.reports.record import PastSession
from tests.domain.classroom import SESSION_ID
from tests.reports.test_notes_reported import a_class
from ui.bridge.tasks import TaskScope
from ui.notes.review import PastNotes
from ui.print.pages import pdf_of
from ui.review.past import Past
from ui.widgets.labels import Label
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.session.desk import Desk

pytestmark = pytest.mark.usefixtures("theme", "spoken")


def test_a_note_is_read_again_and_gone_through_from_its_beginning(qtbot: QtBot):
    room, place = a_class()
    # The panel never asks which desk it is on.
    past = Past(cast("Desk", None), TaskScope())
    window = Label("window")
    qtbot.addWidget(window)
    panel = PastNotes(past, TaskScope(), Toast(window))
    qtbot.addWidget(panel)
    past.current = PastSession(SESSION_ID, room.records, room.envelopes, room.world)
    past.opened.emit(past.current)

    panel.which.setCurrentIndex(panel.which.findData(place))
    assert panel.text.toPlainText().endswith("- <b>bronze</b>\n")
    assert "Ana" in panel.by.text()
    panel.slider.setValue(1)
    qtbot.waitUntil(lambda: panel.text.toPlainText() == "# Found\n- gold & silver\n")
    panel.slider.setValue(2)
    qtbot.waitUntil(lambda: panel.text.toPlainText().endswith("- <b>bronze</b>\n"))
    assert pdf_of(html_of(room.world), "notes").startswith(b"%PDF")
