"""The states a learner's page can be in, as scenes of the stand-in and what a person does to get there."""

from __future__ import annotations

import copy
import re
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


TOPIC: Final = "b0b7a1de-2f3a-4c1e-9a55-0c2d4e6f8a10"
ASKED: Final = "354e7ebe-5edd-4b8e-8a93-a2b31d1743f7"


def with_topics_and_questions() -> list[Frame]:
    """Return what the relay says in a class with topics, questions, a thread and a call."""
    frames = entry()
    shared, own = frames[1]["value"], frames[2]["value"]
    shared["topics"] = {
        "topics": {
            TOPIC: {
                "title": "Ce qu’on lâche en premier",
                "prompt": "Qu’avez-vous déjà lâché trop tôt ?",
                "objective": "Préparer ses concessions",
                "order": 20,
                "open": True,
            },
            "closed": {"title": "Tour de table", "order": 10},
        }
    }
    shared["discussion"]["topics"] = {TOPIC: {"count": 3, "last": 70}}
    messages = shared["discussion"]["messages"]
    messages[ASKED] |= {
        "replies": 1,
        "text": "Comment savoir **ce qu’on peut lâcher** ? Voir `plan.md`\n- le prix\n- les délais",
    }
    answer = next(key for key, message in messages.items() if message.get("reply_to") == ASKED)
    asked = messages[ASKED]
    shared["questions"] = {
        "questions": {
            ASKED: {
                **{key: asked[key] for key in ("author", "number", "name", "at", "text")},
                "channel": "main",
                "order": 46,
                "votes": 4,
                "same": 2,
                "answers": {answer: True},
                "standing": "on_air",
            },
            "other": {
                "author": "x",
                "number": 9,
                "name": "Inès",
                "at": 1790000000000,
                "channel": "topic:" + TOPIC,
                "order": 47,
                "text": "Et si l’autre ne lâche rien ?",
                "accepted": "y",
                "answers": {"y": True},
                "standing": "answered",
            },
        }
    }
    own["questions"] = {"mine": {ASKED: {"vote": True}}}
    own["discussion"]["mentions"] = {
        "z": {"channel": "topic:" + TOPIC, "order": 70, "number": 4, "name": "Tom Lévêque"}
    }
    return frames


def rounds(*, closing: bool = False, moving: bool = False, choice: bool = False) -> list[Frame]:
    """Return what the relay says to somebody who enters while rooms are open.

    Args:
        closing: whether the rooms close soon.
        moving: whether the person was told to go elsewhere.
        choice: whether the person is in the main room, and may choose.
    """
    frames = entry(place="main" if choice else "room")
    now = frames[0]["at"]
    shared = next(frame for frame in frames if frame.get("doc") == "class")
    own = next(frame for frame in frames if frame.get("doc") == "me")
    open_round = {"id": "r1", "opened_at": now - 60_000, "rooms": 2, "ends_at": now + 540_000}
    shared["value"]["breakouts"] = {"round": open_round}
    if choice:
        open_round["choice"] = True
        shared["value"]["breakouts"]["rooms"] = {
            "a": {"name": "Salle 1", "order": 0, "people": 4, "limit": 4},
            "b": {"name": "Salle 2", "order": 1, "people": 3, "limit": 4},
        }
        return frames
    if closing:
        open_round["closes_at"] = now + 30_000
    if moving:
        own["value"]["breakouts"] = {"moving": {"place": "room:b", "at": now + 10_000, "name": "Salle 2"}}
    frames[-1]["value"]["breakouts"] = {
        "task": "Comparez vos deux exemples : qu’est-ce qui a rendu le retour utile ? Écrivez une règle commune.",
        "steps": {
            "0": {"text": "Lire les deux exemples", "order": 0, "done": True},
            "1": {"text": "Écrire", "order": 1},
        },
        "pulse": {"pulse": "help", "at": now},
        "help": {"since": now, "by": "x", "number": 1, "name": "Claire Martin"},
        "answer": {"revision": 1, "at": now, "by": "x", "number": 3, "name": "Nadia Roussel", "text": "Vient vite."},
        "link": "https://meet.example.org/salle-1",
        "told": {
            "t": {"text": "Encore cinq minutes.", "at": now, "order": 80, "by": "x", "number": 1, "name": "Claire"}
        },
    }
    return frames


ME: Final[str] = golden("welcome")["member"]
PLACE: Final = "topic:" + TOPIC


def among_peers() -> list[Frame]:
    """Return what the relay says to somebody who leads a topic, in a class in which topics are proposed."""
    frames = with_topics_and_questions()
    shared, own = frames[1]["value"], frames[2]["value"]
    until = NOW + 1_200_000
    powers = dict.fromkeys(("open", "prompt", "air", "hands"), True)
    shared["leads"] = {
        "leads": {PLACE: {"since": NOW, "until": until, "powers": powers, "by": ME, "number": 6, "name": "Sam Okafor"}},
        "prompts": {PLACE: {"text": "Qui a cédé sans contrepartie ?", "at": NOW, "by": ME, "number": 6, "name": "Sam"}},
    }
    own["leads"] = {
        "mine": {PLACE: {"since": NOW, "until": until, "powers": powers}},
        "prompts": {PLACE: {"text": "Et qui l’a regretté ?", "state": "held"}},
    }
    shared["questions"]["questions"]["third"] = shared["questions"]["questions"]["other"] | {
        "standing": "follow_up",
        "text": "Faut-il nommer son prix le premier, même quand on ignore tout de l’autre ?",
        "votes": 3,
    }
    shared["topics"]["proposing"] = {"votes": 5}
    shared["topics"]["proposals"] = {
        "p1": {
            "title": "Négocier par écrit : pièges et bonnes formules",
            "author": "x",
            "number": 9,
            "name": "Inès",
            "order": 60,
            "votes": 3,
        },
        "p2": {"title": "Dire non", "author": ME, "number": 6, "name": "Sam Okafor", "order": 61},
    }
    own["topics"] = {
        "voted": {"p1": True},
        "proposed": {
            "p2": {"title": "Dire non", "order": 61, "state": "waiting"},
            "p3": {"title": "Le silence", "order": 50, "state": "declined", "reason": "Nous en parlons jeudi."},
            "p4": {"title": "Lâcher prise", "order": 40, "state": "opened", "topic": TOPIC},
        },
    }
    return frames


def captained() -> list[Frame]:
    """Return what the relay says to the captain of a room in which hands are up and time was asked for."""
    frames = rounds()
    own = next(frame for frame in frames if frame.get("doc") == "me")["value"]
    room = frames[-1]
    place, now = room["doc"], frames[0]["at"]
    own["leads"] = {"mine": {place: {"captain": True, "powers": {"hands": True, "steps": True, "time": True}}}}
    room["value"]["breakouts"] |= {
        "captain": ME,
        "time": {"minutes": 5, "state": "declined", "at": now, "by": ME, "number": 6, "name": "Sam Okafor"},
    }
    room["value"]["discussion"]["hands"] = {
        "a2e8cea3-392d-409d-9d31-be3fca68efed": {"since": now - 30_000, "number": 3, "name": "Nadia Roussel"}
    }
    return frames


def _open_room(page: Page, _relay: StandIn) -> None:
    page.locator(".room-task").click()


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


def _press(page: Page, what: str) -> None:
    """Press something of a part that is fetched when the class uses it."""
    page.locator(what).first.wait_for()
    page.locator(what).first.click()


def _open_topic(page: Page, _relay: StandIn) -> None:
    _press(page, ".topic-chip.unread")


def _search(page: Page) -> None:
    page.locator(".bar .menu-way").click()
    page.locator("dialog .menu button", has_text=re.compile("Rechercher|Search")).click()


def _too_long(page: Page, _relay: StandIn) -> None:
    page.get_by_role("textbox").fill("x" * 4_021)


def _refuse(page: Page, _relay: StandIn) -> None:
    page.get_by_role("textbox").fill("Trop tard ?")
    page.locator(".send").click()


def _refusing() -> Scene:
    return Scene(on_command=lambda frame: {"t": "refused", "id": frame["id"], "code": "session_not_live"})


def _open_agenda(page: Page, _relay: StandIn) -> None:
    page.locator(".agenda-strip .icon-button").click()


def helped(*, standing: str = "admitted") -> list[Frame]:
    """Return what the relay says to somebody who called, whom somebody helps, and who was written to.

    Args:
        standing: how far in the person is.
    """
    frames = entry(standing=standing)
    own = frames[-1]["value"] if standing == "waiting" else frames[2]["value"]
    marie = {"by": "m", "number": 2, "name": "Marie-Antoinette Lefebvre"}
    own["session"] = {"contact": {"dial_in": "+33 1 84 88 00 00, code 4821#", "meeting_link": "https://meet.example/x"}}
    own["support"] = {
        "call": {"id": "c", "kind": "sound", "at": NOW - 95_000, "since": NOW - 95_000, "state": "open"} | marie,
        "thread": {
            "t1": {"at": NOW - 95_000, "order": 61, "text": "Je n’entends plus personne."},
            "t2": {"at": NOW - 20_000, "order": 64, "text": "Essayez https://meet.example/echo, puis revenez."} | marie,
        },
    }
    return frames


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
    "topics": State(SEAT, lambda: Scene(entry=with_topics_and_questions()), ".topic-chip, .question"),
    "topic": State(
        SEAT,
        lambda: Scene(entry=with_topics_and_questions()),
        ".topic-intro",
        _open_topic,
    ),
    "questions": State(
        SEAT,
        lambda: Scene(entry=with_topics_and_questions()),
        "dialog .question-card",
        lambda page, _: _press(page, ".questions-way"),
    ),
    "search": State(SEAT, Scene, "dialog #search", lambda page, _: _search(page)),
    "room": State(SEAT, lambda: Scene(entry=entry(place="room")), ".strip-room"),
    "room's work": State(SEAT, lambda: Scene(entry=rounds()), ".room-work"),
    "room closing": State(SEAT, lambda: Scene(entry=rounds(closing=True)), ".strip-warn"),
    "moved soon": State(SEAT, lambda: Scene(entry=rounds(moving=True)), ".strip-warn"),
    "room's task": State(SEAT, lambda: Scene(entry=rounds()), "dialog .answer", _open_room),
    "choosing a room": State(
        SEAT,
        lambda: Scene(entry=rounds(choice=True)),
        "dialog .choice-name",
        lambda page, _: page.locator(".strip-room .button").click(),
    ),
    "leading": State(
        SEAT,
        lambda: Scene(entry=among_peers()),
        "dialog .lead-sheet",
        lambda page, _: _press(page, ".lead-strip .button"),
    ),
    "captain's room": State(SEAT, lambda: Scene(entry=captained()), "dialog .lead-hand", _open_room),
    "proposing": State(
        SEAT,
        lambda: Scene(entry=among_peers()),
        "dialog .proposal-row",
        lambda page, _: _press(page, ".topic-propose"),
    ),
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
    "menu": State(SEAT, Scene, "dialog .menu", lambda page, _: page.locator(".bar .menu-way").click()),
    "agenda": State(SEAT, lambda: Scene(entry=on_the_way()), ".agenda-left"),
    "agenda paused": State(SEAT, lambda: Scene(entry=on_the_way(paused=True)), ".agenda-times"),
    "between activities": State(SEAT, lambda: Scene(entry=on_the_way(between=True)), ".agenda-strip"),
    "whole agenda": State(SEAT, lambda: Scene(entry=on_the_way()), "dialog .agenda-item", _open_agenda),
    "paused": State(SEAT, lambda: Scene(entry=entry(phase="paused")), ".strip-warn"),
    "ended": State(SEAT, lambda: Scene(entry=entry(phase="ended")), ".strip-ok"),
    "removed": State(SEAT, lambda: Scene(entry="removed"), ".card .button"),
    "calling": State(SEAT, Scene, "dialog .help-kinds", lambda page, _: _press(page, ".help-button button")),
    "helped": State(
        SEAT,
        lambda: Scene(entry=helped()),
        "dialog .help-text",
        lambda page, _: _press(page, ".help-button button"),
    ),
    "written to": State(SEAT, lambda: Scene(entry=helped()), ".strip .help-news"),
    "helped at the door": State(SEAT, lambda: Scene(entry=helped(standing="waiting")), ".help-door"),
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
