"""The states a learner's page can be in, as scenes of the stand-in and what a person does to get there."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tests.learner.standin import Frame, Scene, StandIn, golden

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

TOKEN: Final = "A" * 43
SEAT: Final = f"#s={golden('welcome')['session']}&k={TOKEN}"
CODE: Final = "#c=BADO-LIMU-47"


def entry(
    *,
    phase: str = "live",
    place: str = "main",
    standing: str = "admitted",
    mode: str = "",
    role: str = "learner",
    **roster: Any,
) -> list[Frame]:
    """Return what the relay says to somebody who enters.

    Args:
        phase: where the class is.
        place: `main` or `room`.
        standing: how far in the person is.
        mode: what happens to texts in the main room.
        role: what the person is.
        roster: what else their own document says of them.
    """
    welcome, shared, own, room = (golden(name) for name in ("welcome", "doc.class", "doc.me", "doc.room"))
    welcome["role"] = role
    shared["value"]["session"]["phase"] = phase
    if mode:
        shared["value"]["moderation"] = {"modes": {"main": {"mode": mode}}}
    seat = own["value"]["roster"]["seat"]
    seat |= {"standing": standing, "role": role}
    own["value"]["roster"] |= roster
    if standing == "waiting":
        del own["value"]["discussion"]
        return [welcome, own]
    if place == "room":
        seat["place"] = room["doc"]
        return [welcome, shared, own, room]
    return [welcome, shared, own]


NOW: Final[int] = golden("welcome")["at"]

AGENDA: Final[dict[str, Any]] = {
    "current": {
        "id": "b",
        "kind": "debate",
        "title": "Faut-il tout dire au médecin ?",
        "minutes": 20,
        "instructions": "Choisissez un camp, puis défendez l’autre.\nDeux arguments chacun, pas plus.",
        "since": NOW - 446_000,
        "ends_at": NOW + 754_000,
    },
    "next": {"id": "c", "kind": "break", "minutes": 15, "at": NOW + 754_000},
    "items": {
        "a": {"kind": "talk", "title": "Accueil", "minutes": 10, "order": 0, "state": "done"},
        "b": {"kind": "debate", "title": "Faut-il tout dire au médecin ?", "minutes": 20, "order": 1, "state": "now"},
        "x": {"kind": "energiser", "title": "Trois respirations", "minutes": 3, "order": 2, "state": "skipped"},
        "c": {"kind": "break", "minutes": 15, "at": NOW + 754_000, "order": 3},
        "d": {"kind": "share_out", "title": "Ce que chaque groupe a trouvé", "minutes": 20, "order": 4},
    },
}


def on_the_way(*, paused: bool = False, between: bool = False) -> list[Frame]:
    """Return what the relay says to somebody who enters a class with an agenda.

    Args:
        paused: whether the clock of the activity stands still.
        between: whether no activity is under way.
    """
    frames = entry()
    agenda: dict[str, Any] = copy.deepcopy(AGENDA)
    if paused:
        del agenda["current"]["ends_at"]
        agenda["current"] |= {"paused": True, "left": 400_000}
    if between:
        del agenda["current"]
    frames[1]["value"]["agenda"] = agenda
    return frames


RETURNED_NAME: Final = {"text": "Zz", "state": "returned", "revision": 2, "reason": "Illisible"}


class State(NamedTuple):
    """One state: where the link leads, what the relay says, what the person then does, and a sign that it is there."""

    fragment: str
    scene: Callable[[], Scene]
    sign: str
    act: Callable[[Page, StandIn], None] = lambda _page, _relay: None


def _lose(page: Page, relay: StandIn) -> None:
    relay.is_away = True
    relay.drop()
    page.get_by_role("textbox").fill("Je réponds dès que possible.")
    page.locator(".send").click()


def _react(page: Page, _relay: StandIn) -> None:
    page.locator(".composer .icon-button").last.click()


def _actions(page: Page, _relay: StandIn) -> None:
    page.locator(".mine .message-more").first.click(force=True)


def _too_long(page: Page, _relay: StandIn) -> None:
    page.get_by_role("textbox").fill("x" * 4_021)


def _refuse(page: Page, _relay: StandIn) -> None:
    page.get_by_role("textbox").fill("Trop tard ?")
    page.locator(".send").click()


def _refusing() -> Scene:
    return Scene(on_command=lambda frame: {"t": "refused", "id": frame["id"], "code": "session_not_live"})


def _open_agenda(page: Page, _relay: StandIn) -> None:
    page.locator(".agenda-strip .icon-button").click()


STATES: Final[dict[str, State]] = {
    "code": State("", Scene, "#code"),
    "wrong code": State(CODE, lambda: Scene(about="unknown_code"), "#code-error:not(:empty)"),
    "name": State(CODE, Scene, "#name"),
    "recorded": State(CODE, Scene, "dialog .recorded", lambda page, _: page.locator(".recorded-short button").click()),
    "not open": State(SEAT, lambda: Scene(entry="not_open_yet"), ".card .soft"),
    "waiting": State(SEAT, lambda: Scene(entry=entry(standing="waiting")), ".waiting-name"),
    "lobby": State(SEAT, lambda: Scene(entry=entry(phase="lobby")), ".strip-info"),
    "conversation": State(SEAT, Scene, ".message"),
    "held channel": State(SEAT, lambda: Scene(entry=entry(mode="held")), ".composer-hint"),
    "closed channel": State(SEAT, lambda: Scene(entry=entry(mode="closed")), ".composer-hint"),
    "room": State(SEAT, lambda: Scene(entry=entry(place="room")), ".strip-room"),
    "name returned": State(
        SEAT,
        lambda: Scene(entry=entry(asked_name=RETURNED_NAME)),
        ".strip-warn",
    ),
    "observer": State(SEAT, lambda: Scene(entry=entry(role="observer")), ".strip-info"),
    "reconnecting": State(SEAT, Scene, ".countdown", _lose),
    "refused": State(SEAT, _refusing, ".note-danger", _refuse),
    "too long": State(SEAT, Scene, ".composer-hint.wrong", _too_long),
    "reactions": State(SEAT, Scene, ".quick", _react),
    "actions": State(SEAT, Scene, "dialog .menu", _actions),
    "people": State(SEAT, Scene, "dialog .person", lambda page, _: page.locator(".count-button").click()),
    "menu": State(SEAT, Scene, "dialog .menu", lambda page, _: page.locator(".bar .icon-button").first.click()),
    "agenda": State(SEAT, lambda: Scene(entry=on_the_way()), ".agenda-left"),
    "agenda paused": State(SEAT, lambda: Scene(entry=on_the_way(paused=True)), ".agenda-times"),
    "between activities": State(SEAT, lambda: Scene(entry=on_the_way(between=True)), ".agenda-strip"),
    "whole agenda": State(SEAT, lambda: Scene(entry=on_the_way()), "dialog .agenda-item", _open_agenda),
    "paused": State(SEAT, lambda: Scene(entry=entry(phase="paused")), ".strip-warn"),
    "ended": State(SEAT, lambda: Scene(entry=entry(phase="ended")), ".strip-ok"),
    "removed": State(SEAT, lambda: Scene(entry="removed"), ".card .button"),
    "bad link": State(SEAT, lambda: Scene(entry="bad_token"), ".card .button"),
}


def show(state: State, page: Page, relay: StandIn, address: str) -> None:
    """Bring a page into a state."""
    relay.begin(state.scene())
    page.goto(address + state.fragment)
    if state.act.__name__ != "<lambda>" or "dialog" in state.sign:
        page.locator(".one-field, .message").first.wait_for()
        state.act(page, relay)
    page.locator(state.sign).first.wait_for()
