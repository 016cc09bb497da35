"""A class in which everything goes on at once, on a small phone: what one reads, answers and writes has its room."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

import pytest

from tests.learner import polls_seen as seen
from tests.learner.scenes import AGENDA, SEAT, rounds, with_topics_and_questions
from tests.learner.standin import Scene
from tests.learner.test_accessibility import AXE, overflowing, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from tests.learner.standin import Frame, StandIn

FINGER: Final = 44


def everything(*, in_room: bool) -> Scene:
    """Return a class with an agenda, topics, questions, a returned text, a call and a poll, maybe seen from a room."""
    frames = with_topics_and_questions()
    frames[1]["value"]["agenda"] = copy.deepcopy(AGENDA)
    if in_room:
        shared = frames[1]["value"]
        frames = rounds(closing=True)
        own = next(frame for frame in frames if frame.get("doc") == "class")["value"]
        own |= {name: shared[name] for name in ("agenda", "topics", "questions")}
    return Scene(entry=seen.with_poll(frames, seen.a_poll()))


def arrive(page: Page, relay: StandIn, address: str, *, in_room: bool) -> None:
    """Come in, and wait for all parts."""
    relay.begin(everything(in_room=in_room))
    page.goto(address + SEAT)
    for what in (".poll-body", ".agenda-strip", ".topic-row", ".questions-way", *([".pulse"] if in_room else [])):
        page.locator(what).wait_for(state="attached")


def is_touchable(page: Page, what: str) -> bool:
    """Whether what one would touch at the beginning of a control is the control."""
    found: bool = page.locator(what).first.evaluate(
        """(one) => {
        const box = one.getBoundingClientRect();
        const there = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(22, box.height / 2));
        return one.contains(there) && box.top >= 0;
    }"""
    )
    return found


def height(page: Page, what: str) -> float:
    """How high something is, in pixels."""
    box = page.locator(what).first.bounding_box()
    assert box is not None
    return box["height"]


@pytest.mark.parametrize("in_room", [False, True], ids=["main room", "room"])
@pytest.mark.parametrize(("size", "letters"), [((320, 568), 100), ((375, 667), 100), ((320, 640), 200)])
def test_all_that_matters_can_be_touched_on_a_small_phone(
    new_context: Callable[..., BrowserContext],
    relay: StandIn,
    address: str,
    size: tuple[int, int],
    letters: int,
    *,
    in_room: bool,
):
    """The poll is answered and folded, the composer reached; folded, the conversation is read and topics are chosen."""
    page = new_context(viewport={"width": size[0], "height": size[1]}).new_page()
    arrive(page, relay, address, in_room=in_room)
    page.evaluate(f"document.documentElement.style.fontSize = '{letters}%'")

    assert overflowing(page) == []
    assert is_touchable(page, ".poll-head button")
    assert is_touchable(page, ".composer textarea")
    assert height(page, ".poll-body") >= FINGER
    assert in_room is page.get_by_text("0:30").is_visible()

    page.locator(".poll-head button").click()
    assert is_touchable(page, ".composer textarea")
    assert is_touchable(page, ".topic-chip[aria-pressed=true]")
    assert height(page, ".conversation") >= FINGER
    if in_room and letters == 100:
        assert is_touchable(page, ".pulse-help")


def test_the_keyboard_leaves_room_to_read_and_to_answer(page: Page, relay: StandIn, address: str):
    """Over a keyboard, one who writes to all sees the conversation, and one who answers the poll sees the poll."""
    frames: list[Frame] = seen.with_poll(with_topics_and_questions(), seen.TEXT)
    relay.begin(Scene(entry=frames))
    page.goto(address + SEAT)
    page.locator(".poll-body").wait_for()
    page.set_viewport_size({"width": 320, "height": 300})

    page.locator(".poll-body textarea").focus()
    assert height(page, ".poll-body") > 2 * FINGER
    assert is_touchable(page, ".poll-body textarea")

    page.locator(".poll-head button").focus()
    page.locator(".composer textarea").focus()
    assert is_touchable(page, ".composer textarea")
    assert height(page, ".conversation") > FINGER


@pytest.mark.parametrize("in_room", [False, True], ids=["main room", "room"])
def test_everything_at_once_is_open_to_everybody(
    new_context: Callable[..., BrowserContext], relay: StandIn, address: str, *, in_room: bool
):
    """No violation for axe, light and dark."""
    context = new_context(
        locale="en-GB", bypass_csp=True, reduced_motion="reduce", viewport={"width": 320, "height": 568}
    )
    context.add_init_script(AXE)
    page = context.new_page()
    arrive(page, relay, address, in_room=in_room)
    # Unfolded, it is held to the same by its own tests.
    page.locator(".poll-head button").click()

    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function("document.getAnimations().every((one) => one.playState !== 'running')")
        assert violations(page) == [], scheme
