"""Pins in the real window: over their conversation, in an order, let go and taken back."""

from __future__ import annotations

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import MAIN, STAFF, derived_id
from tests.ui.live_class import LiveClass, in_a_class


@in_a_class
async def test_messages_are_pinned_over_their_conversation_and_put_in_order(live: LiveClass):
    bar = live.talk.pins
    ana = await live.learner("Ana")
    messages = [derived_id(ana.submit(PostMessage(channel=MAIN, text=f"Point {n}")), ana.member, 0) for n in (1, 2)]
    await live.until(lambda: live.talk.view.rows.index_of(messages[1]).isValid())
    assert bar.isHidden()
    for message in messages:
        live.talk.view.pin_wanted.emit(message)
    await live.until(lambda: [row.text for row in bar.rows] == ["Point 1", "Point 2"])
    await ana.until(lambda: set(ana.documents["class"].get("pins", {}).get("pinned", {})) == set(messages))

    bar.move_pin(messages[1], -1)
    await live.until(lambda: [row.text for row in bar.rows] == ["Point 2", "Point 1"])
    bar.unpin(messages[1])
    await live.until(lambda: len(bar.rows) == 1)
    live.window.toast.undo()
    await live.until(lambda: [row.text for row in bar.rows] == ["Point 2", "Point 1"])

    live.talk.open_channel(STAFF)
    assert bar.isHidden()
    live.talk.open_channel(MAIN)
    assert not bar.isHidden()
