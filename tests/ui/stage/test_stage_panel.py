"""The stage in the real window: one key puts a message there, and it goes by key, by undo, and with its message."""

from __future__ import annotations

from app.domain.discussion.commands import DeleteMessage, PostMessage
from app.domain.kernel.words import derived_id
from tests.ui.live_class import LiveClass, in_a_class
from ui.stage.panel import StageStrip


@in_a_class
async def test_one_key_puts_a_message_on_stage_for_everybody(live: LiveClass):
    strip = live.window.findChild(StageStrip)
    assert isinstance(strip, StageStrip)
    ana = await live.learner("Ana")
    message = derived_id(ana.submit(PostMessage(channel="main", text="Thirds are *parts*.")), ana.member, 0)
    await live.until(lambda: live.talk.view.rows.index_of(message).isValid())
    assert strip.isHidden()

    live.talk.view.stage_wanted.emit(message)
    await live.until(lambda: not strip.isHidden())
    assert strip.text == "Thirds are parts."
    await ana.until(lambda: ana.documents["class"].get("stage", {}).get("message", {}).get("id") == message)
    assert message in ana.documents["me"]["stage"]["mine"]
    row = live.talk.view.rows.row_at(live.talk.view.rows.index_of(message))
    assert getattr(row, "staged", False)

    strip.take_down()
    await live.until(strip.isHidden)
    live.window.toast.undo()
    await live.until(lambda: not strip.isHidden())
    ana.submit(DeleteMessage(message=message))
    await live.until(strip.isHidden)
