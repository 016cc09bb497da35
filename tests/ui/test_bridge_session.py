"""The door between panels and a session: at most one change a frame, refusals told, nothing missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.breakouts.commands import OpenRoom
from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import MAIN, STAFF, derived_id
from app.sync.changes import Notice, NoticeKind
from tests.ui.live_class import LiveClass, in_a_class

if TYPE_CHECKING:
    from ui.bridge.session import Changed


@in_a_class
async def test_a_burst_is_told_at_once_and_names_what_changed(live: LiveClass):
    told: list[Changed] = []
    live.bridge.stateChanged.connect(told.append)
    asked = [live.bridge.submit(PostMessage(channel=STAFF, text=f"text {n}")) for n in range(50)]
    live.bridge.flush()

    assert len(told) == 1
    assert told[0].touches("discussion")
    assert not told[0].touches("roster")
    assert {derived_id(each.id, live.bridge.me, 0) for each in asked if each is not None} <= told[0].entities


@in_a_class
async def test_what_is_pending_is_known_by_what_it_creates_until_the_relay_has_it(live: LiveClass):
    asked = live.bridge.ask(OpenRoom(name="Blue"))
    live.bridge.flush()
    room = live.bridge.created_by(asked)
    assert live.bridge.is_pending(room)
    assert live.bridge.is_pending(asked.id)

    await live.until(lambda: not live.bridge.is_pending(room))

    assert room in live.host.world.states["roster"].rooms  # type: ignore[attr-defined]


@in_a_class
async def test_a_refusal_is_told_unless_a_capability_answers_it(live: LiveClass):
    answered: list[Notice] = []

    def answer(notice: Notice) -> bool:
        answered.append(notice)
        return notice.code == "text_empty"

    live.bridge.answer_first(answer)
    assert live.bridge.submit(PostMessage(channel=MAIN, text=" ")) is None
    assert live.bridge.submit(PostMessage(channel="nowhere", text="hello")) is None

    assert [notice.code for notice in answered] == ["text_empty", "unknown_channel"]
    assert [(notice.kind, notice.code) for notice in live.notices] == [(NoticeKind.REFUSED, "unknown_channel")]


@in_a_class
async def test_after_close_nothing_is_told(live: LiveClass):
    told: list[object] = []
    live.bridge.stateChanged.connect(told.append)
    live.bridge.close()
    await live.host.do(OpenRoom(name="Blue"))
    live.bridge.flush()
    assert told == []
