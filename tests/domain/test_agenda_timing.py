"""How the time goes: what is left, when the rest takes place, how far behind, and what would win time back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.agenda import events as e
from app.domain.agenda.activity import MINUTE, Activity, Day, Kind
from app.domain.agenda.cuts import Cut, least_minutes, offers
from app.domain.agenda.state import AgendaState, Standing, evolve
from app.domain.agenda.timing import NOTICED, course
from app.domain.kernel.envelope import Envelope

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

NINE = 1_800_000_000_000


class Played:
    """An agenda, and minutes that pass; nine o'clock is 0."""

    def __init__(self, *activities: Activity, start: int | None = 0) -> None:
        self.state = AgendaState()
        self.minute = 0.0
        self._seq = 0
        day = Day(id="d", start=NINE + start * MINUTE if start is not None else 0)
        self.happens(e.AgendaSet(days=(day,), activities=activities))

    @property
    def now(self) -> int:
        """The time."""
        return NINE + round(self.minute * MINUTE)

    def happens(self, event: Event) -> None:
        """Let an event happen now."""
        self._seq += 1
        evolve(
            self.state,
            Envelope(epoch=1, seq=self._seq, id="", command_id="", actor="host", at=self.now, event=event, request=""),
        )

    def starts(self, activity: str, *, after: float = 0) -> None:
        """Start an activity after some minutes, which ends the one before."""
        self.minute += after
        if self.state.current:
            self.happens(e.ActivityFinished(activity=self.state.current))
        self.happens(e.ActivityStarted(activity=activity))

    def behind(self) -> float:
        """Return by how many minutes the class is behind."""
        return course(self.state, self.now).behind / MINUTE

    def late(self) -> float:
        """Return how many minutes cuts have to win back."""
        return course(self.state, self.now).late / MINUTE

    def times(self) -> dict[str, tuple[float, float]]:
        """Return when the rest takes place, in minutes after nine."""
        slots = course(self.state, self.now).slots
        return {slot.activity: ((slot.start - NINE) / MINUTE, (slot.end - NINE) / MINUTE) for slot in slots}


def activity(
    key: str, minutes: int, kind: Kind = Kind.DISCUSSION, pinned: int | None = None, **more: object
) -> Activity:
    """Return an activity; its pin is in minutes after nine."""
    pin = NINE + pinned * MINUTE if pinned is not None else 0
    return Activity(id=key, minutes=minutes, kind=kind, pinned=pin, day="d", **more)  # type: ignore[arg-type]


def morning() -> Played:
    """Return a morning with a break that is pinned, and a gap of five minutes before it."""
    return Played(
        activity("talk", 20, Kind.TALK, objectives=("o",)),
        activity("debate", 35, Kind.DEBATE, objectives=("o", "p")),
        activity("break", 15, Kind.BREAK, pinned=60),
        activity("share", 25, Kind.SHARE_OUT, objectives=("o",)),
        activity("game", 10, Kind.ENERGISER),
    )


def test_a_class_that_keeps_to_its_plan_is_on_time():
    played = morning()
    for key, after in (("talk", 0), ("debate", 20), ("break", 40), ("share", 15), ("game", 25)):
        played.starts(key, after=after)
        assert (played.behind(), played.late()) == (0, 0), key
        assert offers(played.state, played.now) == ()


def test_the_rest_follows_what_is_under_way_and_pins_stay_where_they_are():
    played = morning()
    played.starts("talk", after=3)
    played.minute += 5

    assert played.times() == {"debate": (23, 58), "break": (60, 75), "share": (75, 100), "game": (100, 110)}
    assert (played.behind(), played.late()) == (3, 0)


def test_an_overrun_moves_the_rest_minute_by_minute():
    played = morning()
    played.starts("talk")
    played.minute += 32

    assert course(played.state, played.now).left == -12 * MINUTE
    assert played.times()["debate"] == (32, 67)
    assert (played.behind(), played.late()) == (12, 7)


def test_what_is_over_early_makes_the_class_ahead_of_its_time():
    played = morning()
    played.starts("talk")
    played.starts("debate", after=12)

    assert (played.behind(), played.late()) == (-8, 0)
    assert played.times()["break"] == (60, 75)


def test_a_clock_that_stands_still_moves_the_rest():
    played = morning()
    played.starts("talk")
    played.minute += 10
    played.happens(e.ActivityPaused(activity="talk"))
    played.minute += 8

    assert course(played.state, played.now).left == 10 * MINUTE
    assert played.behind() == 8


def test_before_its_beginning_a_class_is_not_ahead():
    played = morning()
    played.minute = -30

    assert (played.behind(), played.late()) == (0, 0)
    assert played.times()["talk"] == (0, 20)


def test_a_class_that_begins_late_is_behind_and_its_pins_hold():
    played = morning()
    played.starts("talk", after=12)

    assert played.behind() == 12
    assert played.times()["break"] == (67, 82)
    assert played.late() == 7


def test_a_plan_made_for_another_hour_moves_to_when_the_class_begins():
    """Taken up in the afternoon, a morning's plan counts from then, its pins with it."""
    played = morning()
    played.starts("talk", after=300)

    assert played.behind() == 0
    assert played.times()["break"] == (360, 375)


def test_before_it_begins_at_another_hour_nothing_of_a_plan_is_late():
    """What a trainer sees who takes up a morning's plan in the afternoon, before the first activity."""
    played = morning()
    played.minute = 300

    assert (played.behind(), played.late()) == (0, 0)
    assert played.times()["break"] == (360, 375)


def test_a_plan_whose_times_are_open_counts_from_its_first_activity():
    played = Played(activity("a", 10), activity("b", 10), start=None)
    played.starts("a", after=47)
    played.starts("b", after=13)

    assert played.behind() == 3
    assert course(played.state, played.now).due == NINE + 67 * MINUTE


def test_what_no_plan_fixed_is_neither_early_nor_late():
    played = Played(start=None)
    played.happens(e.ActivitiesAdded(activities=(activity("a", 10), activity("b", 10))))
    played.starts("a")
    played.minute += 25

    assert (played.behind(), played.late(), offers(played.state, played.now)) == (0, 0, ())


def test_another_day_is_another_reckoning():
    played = Played(activity("a", 10), Activity(id="z", minutes=50, day="e"))
    played.starts("a")

    assert played.times() == {}
    assert played.behind() == 0


def test_offers_say_what_they_do():
    played = morning()
    played.starts("talk")
    played.starts("debate", after=20)
    played.happens(e.ActivityFinished(activity="debate"))
    played.starts("break", after=52)
    spread, leave_out, *rest = offers(played.state, played.now)

    assert played.late() == 12
    assert (spread.cut, [(each.activity, each.minutes) for each in spread.changes]) == (
        Cut.SPREAD,
        [("share", 16), ("game", 7)],
    )
    assert [(each.activity, each.skipped) for each in leave_out.changes] == [("share", True)]
    assert all(offer.enough for offer in (spread, leave_out, *rest))


def test_what_cannot_be_enough_is_offered_when_nothing_is():
    played = Played(activity("a", 30), activity("b", 12), activity("c", 10, Kind.BREAK))
    played.starts("a")
    played.starts("b", after=50)
    played.happens(e.ActivityFinished(activity="b"))
    played.starts("c", after=12)
    assert offers(played.state, played.now) == ()

    played = Played(activity("a", 30), activity("b", 12, objectives=("o",)), activity("c", 10, Kind.BREAK))
    played.starts("a", after=45)
    (offer,) = offers(played.state, played.now)

    assert not offer.enough
    assert {each.activity: each.minutes for each in offer.changes} == {"b": 8, "c": 5}
    assert offer.won == 9


kinds = st.sampled_from(list(Kind))


@st.composite
def classes(draw: st.DrawFn) -> Played:
    """Give classes at any moment, with pins, objectives and times at random."""
    count = draw(st.integers(1, 9))
    clock = 0
    activities: list[Activity] = []
    for place in range(count):
        minutes = draw(st.integers(0, 60))
        pinned = None
        if draw(st.integers(0, 3)) == 0:
            pinned = clock = clock + draw(st.integers(-10, 30))
        served = draw(st.frozensets(st.sampled_from("opq"), max_size=2))
        activities.append(activity(f"a{place}", minutes, draw(kinds), pinned, objectives=tuple(sorted(served))))
        clock += minutes
    played = Played(*activities, start=draw(st.sampled_from([0, None])))
    for place in range(draw(st.integers(0, count))):
        if draw(st.integers(0, 6)):
            played.starts(f"a{place}", after=draw(st.integers(0, 70)))
    played.minute += draw(st.integers(0, 40))
    return played


@st.composite
def late_classes(draw: st.DrawFn) -> Played:
    """Give classes that will miss their end by some minutes, with something still to come from which to win them."""
    count = draw(st.integers(3, 9))
    activities = [
        activity(
            f"a{place}",
            draw(st.integers(10, 60)),
            draw(kinds),
            objectives=tuple(sorted(draw(st.frozensets(st.sampled_from("opq"), max_size=2)))),
        )
        for place in range(count)
    ]
    pinned = draw(st.integers(1, count))
    if pinned < count:
        before = sum(each.minutes for each in activities[:pinned])
        moment = NINE + (before + draw(st.integers(-10, 30))) * MINUTE
        activities[pinned] = replace(activities[pinned], pinned=moment)
    played = Played(*activities, start=draw(st.sampled_from([0, None])))
    for place in range(draw(st.integers(1, count - 2))):
        played.starts(f"a{place}", after=draw(st.integers(0, 70)) if place else 0)
    as_it_is = course(played.state, played.now)
    played.minute += max(0, as_it_is.left) / MINUTE
    played.minute += max(0, as_it_is.due - as_it_is.ends_at) / MINUTE + draw(st.integers(1, 25))
    return played


@given(classes())
def test_the_rest_is_one_unbroken_line_of_time(played: Played):
    """Each arrives when the one before ends, begins no sooner than its pin, and lasts as long as it is to last."""
    reckoned = course(played.state, played.now)
    cursor = played.now + max(0, reckoned.left)

    for slot in reckoned.slots:
        planned = played.state.activities[slot.activity]
        assert slot.arrival >= cursor
        assert slot.start == max(slot.arrival, planned.pinned)
        assert slot.end - slot.start == planned.minutes * MINUTE
        assert played.state.standing(slot.activity) is Standing.TO_COME
        cursor = slot.end
    assert reckoned.ends_at == cursor or not reckoned.slots
    assert reckoned.late >= 0


@given(late_classes())
def test_an_offer_keeps_pins_objectives_breaks_and_sense(played: Played):
    state = played.state
    found = offers(state, played.now)
    assume(found)
    for offer in found:
        assert offer.changes
        assert offer.won > 0
        for change in offer.changes:
            before = state.activities[change.activity]
            assert state.standing(before.id) is Standing.TO_COME
            if change.skipped:
                assert not before.pinned
                assert before.kind is not Kind.BREAK
            else:
                assert least_minutes(before) <= change.minutes < before.minutes
                assert before.kind is not Kind.BREAK or offer.cut is Cut.EVERYTHING
        out = {change.activity for change in offer.changes if change.skipped}
        assert served(state, out) == served(state, set())
    assert len({offer.changes for offer in found}) == len(found)
    assert all(offer.enough for offer in found) or len(found) == 1


def served(state: AgendaState, out: set[str]) -> set[str]:
    """Return the objectives that are served when some activities are left out."""
    return {each for key, found in state.activities.items() if key not in out for each in found.objectives}


@given(late_classes(), st.integers(0, 3))
def test_an_offer_that_is_enough_brings_the_rest_into_its_time(played: Played, which: int):
    found = [offer for offer in offers(played.state, played.now) if offer.enough]
    assume(found)
    chosen = found[which % len(found)]
    pins = {key: each.pinned for key, each in played.state.activities.items()}
    played.happens(e.ActivitiesRetimed(changes=chosen.changes))

    assert course(played.state, played.now).late < NOTICED
    assert offers(played.state, played.now) == ()
    assert {key: each.pinned for key, each in played.state.activities.items()} == pins


@given(classes(), st.integers(1, 90))
def test_time_that_passes_never_brings_a_class_forward(played: Played, minutes: int):
    """Waiting makes nobody earlier."""
    before = course(played.state, played.now)
    played.minute += minutes
    after = course(played.state, played.now)

    assert after.ends_at >= before.ends_at
    assert after.late >= before.late or not played.state.runs


def test_a_long_agenda_is_reckoned_as_well():
    played = Played(*(activity(f"a{n}", 10, objectives=("o",)) for n in range(2_000)))
    played.starts("a0", after=30)
    found = offers(played.state, played.now)

    assert found
    assert found[0].enough
