"""Prompts in the real window: written in a form, counted down, changed, cancelled and sent."""

from __future__ import annotations

from app.domain.prompts.events import Timing
from app.domain.prompts.state import Standing
from tests.ui.live_class import LiveClass, in_a_class
from ui.prompts.panel import PromptsPanel


def panel(live: LiveClass) -> PromptsPanel:
    """Return the prompts panel."""
    found = live.window.findChild(PromptsPanel)
    assert isinstance(found, PromptsPanel)
    return found


@in_a_class
async def test_a_prompt_is_held_ready_counts_down_and_is_sent_by_hand(live: LiveClass):
    prompts = panel(live)
    ana = await live.learner("Ana")
    prompts.ask_new()
    assert not prompts.form.isHidden()
    prompts.form.text.set_text("And you?")
    prompts.form.value.set_text("none")
    prompts.form.give()
    assert prompts.form.value.error
    prompts.form.value.set_text("3")
    prompts.form.give()
    await live.until(lambda: prompts.rows.rowCount() == 1)
    assert prompts.form.isHidden()
    row = prompts.rows.rows[0]
    assert row.badge(live.bridge.now())[0] in {"3:01", "3:00", "2:59", "2:58"}

    prompts.act("E")
    prompts.form.text.set_text("And all of you?")
    prompts.form.give()
    await live.until(lambda: prompts.rows.rows[0].text == "And all of you?")
    prompts.act("Delete")
    await live.until(lambda: prompts.rows.rows[0].standing is Standing.CANCELLED)
    live.window.toast.undo()
    await live.until(lambda: prompts.rows.rows[0].standing is Standing.WAITING)
    prompts.act("S")
    await ana.until(
        lambda: any(
            message.get("prompt") and message["text"] == "And all of you?"
            for message in ana.documents["class"].get("discussion", {}).get("messages", {}).values()
        )
    )
    await live.until(lambda: prompts.rows.rows[0].standing is Standing.SENT)


@in_a_class
async def test_the_form_says_what_is_wrong_with_a_time(live: LiveClass):
    form = panel(live).form
    panel(live).ask_new()
    form.text.set_text("And you?")
    for when, value in ((Timing.AT, "25:00"), (Timing.AFTER, "5"), (Timing.QUIET, "0")):
        form.when.setCurrentIndex(form.when.findData(when))
        form.value.set_text(value)
        form.give()
        assert form.value.error, when
    form.when.setCurrentIndex(form.when.findData(Timing.AT))
    form.value.set_text("0:00")
    form.give()
    assert form.text.error
