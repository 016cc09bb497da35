"""What the agenda says: of its rows, of offers, and of what wants attention."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QCoreApplication

from app.domain.agenda.activity import MINUTE, Activity, Day, Kind, Retiming
from app.domain.agenda.commands import FinishActivity, PauseActivity, SetAgenda, SkipActivity, StartActivity
from app.domain.agenda.cuts import Cut, Offer
from app.domain.agenda.timing import course
from tests.domain.classroom import START_AT, Classroom
from ui.agenda.attention import agenda_items
from ui.agenda.clock import behind_words
from ui.agenda.delegate import detail, row_words
from ui.agenda.model import rows
from ui.agenda.offers import OffersCard, offer_detail, offer_text
from ui.widgets.labels import Tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.agenda.acts import AgendaActs
    from ui.i18n import Languages

pytestmark = pytest.mark.usefixtures("theme", "spoken")


class Asked:
    """Notes what is asked of it, in place of a relay."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def start(self, activity: str) -> None:
        """Note a start."""
        self.asked.append(("start", activity))

    def extend(self, minutes: int, activity: str) -> None:
        """Note more time."""
        self.asked.append(("extend", minutes, activity))

    def finish(self) -> None:
        """Note an end."""
        self.asked.append(("finish",))


@pytest.fixture
def led() -> tuple[Classroom, str]:
    """Give a class with an agenda, and its host."""
    room, host = Classroom.live()
    agenda = (
        Activity(id="a", title="Talk", minutes=10),
        Activity(id="b", title="Debate", minutes=20, kind=Kind.DEBATE),
        Activity(id="c", kind=Kind.BREAK, minutes=15, pinned=START_AT + 40 * MINUTE),
        Activity(id="d", title="Share", minutes=20),
    )
    room.do(host, SetAgenda(days=(Day(id="", start=START_AT),), activities=agenda))
    return room, host


def items(room: Classroom, acts: Asked | None = None) -> list[str]:
    """Return what wants attention now; its first action is done."""
    found = agenda_items(room.world, cast("AgendaActs", acts or Asked()), room.now)
    if acts is not None:
        for item in found:
            item.actions[0].run()
    return [item.why for item in found]


def test_an_activity_that_has_used_up_its_time_wants_attention(led: tuple[Classroom, str]):
    room, host = led
    acts = Asked()
    room.do(host, StartActivity(activity="a"))
    room.now += 10 * MINUTE - 1
    assert items(room) == []
    room.now += 1

    assert items(room, acts) == ["“Talk” has used up its time"]
    assert acts.asked == [("start", "b")]
    room.do(host, PauseActivity())
    assert items(room) == []


def test_a_pinned_activity_wants_attention_when_its_time_has_come(led: tuple[Classroom, str]):
    room, host = led
    room.do(host, StartActivity(activity="b"))
    room.now += 40 * MINUTE

    assert items(room) == ["Time for “Break”"]


def test_nothing_under_way_for_a_while_wants_attention(led: tuple[Classroom, str]):
    room, host = led
    room.do(host, StartActivity(activity="a"))
    room.do(host, FinishActivity())
    assert items(room) == []
    room.now += 2 * MINUTE

    assert items(room) == ["Time for “Debate”"]


def test_the_last_activity_is_offered_its_end(led: tuple[Classroom, str]):
    room, host = led
    acts = Asked()
    room.do(host, StartActivity(activity="d"))
    room.now += 25 * MINUTE

    assert items(room, acts) == ["“Share” has used up its time"]
    assert acts.asked == [("finish",)]


def test_rows_say_what_was_planned_and_what_became_of_it(led: tuple[Classroom, str]):
    room, host = led
    room.do(host, StartActivity(activity="b"))
    room.do(host, SkipActivity(activity="d"))
    room.now += 45 * MINUTE
    made = rows(room.agenda, course(room.agenda, room.now), room.now)

    assert [detail(row) for row in made] == [
        "10 min · passed over",
        "20 min",
        "15 min · 5 min late",
        "20 min · left out",
    ]
    assert (made[1].at, made[2].at) == (START_AT, START_AT + 45 * MINUTE)
    assert row_words(made[1]).endswith("Debate, Debate, 20 min, now")


@pytest.mark.parametrize(
    ("minutes", "words", "tone"),
    [(0, "On time", Tone.OK), (4, "4 min behind", Tone.WARN), (-5, "5 min ahead", Tone.INFO)],
)
def test_whether_the_class_is_on_time_is_said_in_words(
    led: tuple[Classroom, str], minutes: int, words: str, tone: Tone
):
    room, host = led
    room.do(host, StartActivity(activity="a"))
    room.now += (10 + minutes) * MINUTE
    room.do(host, StartActivity(activity="b"))

    assert behind_words(course(room.agenda, room.now)) == (words, tone)


OUT = Retiming(activity="d", minutes=20, skipped=True)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ((Retiming(activity="b", minutes=12),), "Shorten Debate to 12 min"),
        ((OUT,), "Leave out “Share”"),
        ((Retiming(activity="b", minutes=12), OUT), "Leave out “Share”; Shorten Debate to 12 min"),
        (tuple(Retiming(activity=each, minutes=5) for each in "abd"), "Shorten 3 activities a little"),
    ],
)
def test_an_offer_says_what_it_does(led: tuple[Classroom, str], changes: tuple[Retiming, ...], text: str):
    room, _ = led
    offer = Offer(cut=Cut.SPREAD, changes=changes, won=8, enough=True)

    assert offer_text(offer, room.agenda) == text
    assert len(offer_detail(offer, room.agenda).splitlines()) == len(changes)


def test_offers_that_are_put_away_come_back_when_the_class_is_later_still(
    led: tuple[Classroom, str], qtbot: QtBot, spoken: Languages
):
    room, _ = led
    card = OffersCard()
    qtbot.addWidget(card)
    offer = Offer(cut=Cut.SPREAD, changes=(Retiming(activity="b", minutes=12),), won=8, enough=True)
    card.show_offers((offer,), room.agenda, 8 * MINUTE)
    spoken.speak("fr")
    QCoreApplication.sendPostedEvents()
    assert not card.isHidden()
    assert "Raccourcir" in card.buttons[0].accessibleName()
    card._close.click()  # noqa: SLF001
    card.show_offers((offer,), room.agenda, 10 * MINUTE)
    assert card.isHidden()
    card.show_offers((offer,), room.agenda, 13 * MINUTE)

    assert not card.isHidden()
