"""Rounds in which people meet new partners: constructed without a repeat where known, repaired where they must be."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.grouping.fields import field, prime_power
from app.grouping.planes import constructed
from app.grouping.rotation import Rotation, bound, repaired, repeats, rotation
from app.grouping.rules import Contradiction, Rules, sizes
from app.grouping.starters import STARTERS, Starter, grown
from tests.drawing import drawn

GOLFERS = ("5-3-7", "4-4-5", "5-5-6", "7-4-7", "7-7-8", "8-4-9", "6-4-7", "8-3-11", "10-3-14")
PRIME_POWERS = (2, 3, 4, 5, 7, 8, 9, 11, 13, 16)


def people(count: int) -> list[str]:
    """Name people."""
    return [f"p{n}" for n in range(count)]


def check_rounds(found: Rotation, everybody: list[str], wanted: tuple[int, ...]) -> None:
    """Check that each round places everybody once, in groups of the sizes wanted."""
    for groups in found.rounds:
        assert Counter(person for group in groups for person in group) == Counter(everybody)
        assert sorted(map(len, groups)) == sorted(wanted)


@pytest.mark.parametrize("order", PRIME_POWERS)
def test_a_field_has_an_inverse_for_everything_but_nothing(order: int):
    made = field(order)
    assert made is not None
    everything = set(range(order))

    assert all(set(row) == everything for row in made.plus)
    assert all(set(row) == everything for row in made.times[1:])
    assert all(
        made.times[a][made.plus[b][c]] == made.plus[made.times[a][b]][made.times[a][c]]
        for a in everything
        for b in everything
        for c in everything
    )


def test_there_is_no_field_of_six_ten_or_twelve():
    assert [number for number in range(2, 17) if prime_power(number) is None] == [6, 10, 12, 14, 15]
    assert field(6) is None


@pytest.mark.parametrize("starter", STARTERS, ids=lambda each: f"{each.groups}-{each.size}-{each.turn}")
def test_a_found_table_brings_no_pair_together_twice(starter: Starter):
    met = Counter(
        frozenset(pair)
        for groups in grown(starter, starter.turn)
        for group in groups
        for pair in combinations(group, 2)
    )

    assert max(met.values()) == 1
    for groups in grown(starter, starter.turn):
        assert sorted(n for group in groups for n in group) == list(range(starter.groups * starter.size))


@pytest.mark.parametrize("golfers", GOLFERS)
def test_nobody_meets_twice_where_that_can_be_constructed(golfers: str):
    groups, size, rounds = map(int, golfers.split("-"))
    everybody = people(groups * size)
    found = rotation(everybody, (size,) * groups, rounds, seed=1)

    assert (found.repeats, found.bound, found.is_best) == (0, 0, True)
    check_rounds(found, everybody, (size,) * groups)


def test_eight_fours_in_ten_rounds_repeat_sixteen_pairs_at_most():
    assert rotation(people(32), (4,) * 8, 10, seed=1).repeats <= 16


@given(st.integers(9, 60), st.integers(3, 6))
def test_uneven_classes_repeat_nothing_wherever_a_shortened_plane_exists(count: int, size: int):
    wanted = sizes(count, size=size)
    rounds = constructed(wanted, len(wanted))
    if prime_power(len(wanted)) is not None and max(wanted) <= len(wanted):
        assert len(rounds) == len(wanted)

    assert repeats([tuple(tuple(map(str, group)) for group in groups) for groups in rounds]) == 0
    for groups in rounds:
        assert sorted(person for group in groups for person in group) == list(range(count))
        assert max(map(len, groups)) - min(map(len, groups)) <= 1


@settings(max_examples=drawn(12))
@given(st.integers(4, 24), st.integers(2, 5), st.integers(1, 5), st.integers(0, 99))
def test_a_rotation_counts_its_repeats_and_never_stays_below_its_bound(count: int, size: int, rounds: int, seed: int):
    everybody, wanted = people(count), sizes(count, size=size)
    found = rotation(everybody, wanted, rounds, seed)

    check_rounds(found, everybody, wanted)
    assert len(found.rounds) == rounds
    assert found.repeats == repeats(found.rounds) >= found.bound
    assert rotation(everybody, wanted, rounds, seed) == found


def test_a_bound_counts_pairs_and_pigeonholes():
    assert bound(4, [[2, 2]] * 4) == 2
    assert bound(6, [[3, 3], [3, 3]]) == 2
    assert bound(16, [[4] * 4] * 5) == 0


@settings(max_examples=drawn(8))
@given(st.integers(0, 99))
def test_latecomers_and_absences_change_only_rounds_to_come(seed: int):
    """Two leave and three come after two of five rounds: everybody is placed, and few meet again."""
    everybody = people(20)
    plan = rotation(everybody, sizes(20, size=4), 5, seed)
    done, coming = plan.rounds[:2], plan.rounds[2:]
    now = [*everybody[2:], "new1", "new2", "new3"]
    found = repaired(coming, now, sizes(len(now), size=4), seed, before=done)

    check_rounds(found, now, sizes(len(now), size=4))
    assert found.repeats == repeats((*done, *found.rounds)) <= 4


@settings(max_examples=drawn(8))
@given(st.integers(0, 99))
def test_rules_hold_in_every_round(seed: int):
    everybody = people(16)
    rules = Rules(together=(frozenset({"p0", "p1"}),), apart=(frozenset({"p2", "p3", "p4"}),))
    found = rotation(everybody, sizes(16, size=4), 4, seed, rules)

    for groups in found.rounds:
        group_of = {person: n for n, group in enumerate(groups) for person in group}
        assert group_of["p0"] == group_of["p1"]
        assert len({group_of[name] for name in ("p2", "p3", "p4")}) == 3


def test_rules_that_contradict_are_refused_by_name():
    rules = Rules(together=(frozenset({"p0", "p1"}),), apart=(frozenset({"p0", "p1"}),))
    with pytest.raises(Contradiction) as caught:
        rotation(people(8), (4, 4), 2, 1, rules)

    assert (caught.value.code, set(caught.value.people)) == ("together_and_apart", {"p0", "p1"})
