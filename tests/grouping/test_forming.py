"""One set of groups: everybody is in one group, wishes are granted, and those that contradict are named."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.grouping import forming
from app.grouping.rules import Contradiction, Rules, sizes


def people(count: int) -> list[str]:
    """Name people."""
    return [f"p{n}" for n in range(count)]


@given(st.integers(1, 120), st.integers(1, 12))
def test_sizes_differ_by_one_at_most(count: int, size: int):
    found = sizes(count, size=size)

    assert sum(found) == count
    assert max(found) <= size
    assert max(found) - min(found) <= 1


def test_more_rooms_than_people_are_refused():
    with pytest.raises(Contradiction) as caught:
        sizes(3, rooms=4)

    assert (caught.value.code, caught.value.limit) == ("too_many_rooms", 3)


@given(st.integers(1, 40), st.integers(1, 8), st.integers(0, 99))
def test_chance_puts_everybody_into_one_group_and_is_repeatable(count: int, size: int, seed: int):
    wanted = sizes(count, size=size)
    found = forming.at_random(people(count), wanted, seed)

    assert Counter(person for group in found for person in group) == Counter(people(count))
    assert tuple(map(len, found)) == wanted
    assert forming.at_random(people(count), wanted, seed) == found


@given(st.integers(0, 99))
def test_wishes_are_granted(seed: int):
    rules = Rules(
        together=(frozenset({"p0", "p1", "p2"}),), apart=(frozenset({"p3", "p4", "p5"}), frozenset({"p0", "p6"}))
    )
    found = forming.at_random(people(12), (4, 4, 4), seed, rules)
    group_of = {person: n for n, group in enumerate(found) for person in group}

    assert len({group_of[name] for name in ("p0", "p1", "p2")}) == 1
    assert len({group_of[name] for name in ("p3", "p4", "p5")}) == 3
    assert group_of["p0"] != group_of["p6"]


@pytest.mark.parametrize(
    ("rules", "code", "about"),
    [
        (Rules(together=(frozenset(people(5)),)), "together_too_large", set(people(5))),
        (Rules(apart=(frozenset(people(4)),)), "too_many_apart", set(people(4))),
        (
            Rules(together=(frozenset({"p0", "p1"}), frozenset({"p1", "p2"})), apart=(frozenset({"p0", "p2"}),)),
            "together_and_apart",
            {"p0", "p2"},
        ),
    ],
)
def test_wishes_that_contradict_are_named(rules: Rules, code: str, about: set[str]):
    with pytest.raises(Contradiction) as caught:
        forming.at_random(people(12), (4, 4, 4), 1, rules)

    assert (caught.value.code, set(caught.value.people)) == (code, about)


@given(st.integers(0, 99))
def test_levels_are_mixed_as_evenly_as_numbers_allow(seed: int):
    level = {person: "abc"[n % 3] for n, person in enumerate(people(24))}
    found = forming.mixed(people(24), (6, 6, 6, 6), seed, level)

    assert all(Counter(level[person] for person in group) == {"a": 2, "b": 2, "c": 2} for group in found)


@given(st.integers(0, 99))
def test_those_who_think_alike_are_brought_together(seed: int):
    opinion = {person: "yes" if n < 8 else "no" for n, person in enumerate(people(16))}
    found = forming.matched(people(16), (4, 4, 4, 4), seed, opinion)

    assert all(len({opinion[person] for person in group}) == 1 for group in found)


def test_former_groups_are_spread_joined_and_kept():
    before = (("a", "b", "c"), ("d", "e", "f"), ("g", "h", "i"))
    now = [*"abcdefghi"]
    spread = forming.spread(before, now, (3, 3, 3), 1)
    former = {person: n for n, group in enumerate(before) for person in group}

    assert all(len({former[person] for person in group}) == 3 for group in spread)
    assert {frozenset(group) for group in forming.kept(before, now)} == set(map(frozenset, before))
    assert sorted(map(len, forming.joined(before, now, 2))) == [3, 6]


def test_newcomers_go_where_the_fewest_are_and_who_is_gone_is_left_out():
    assert forming.kept((("a", "b"), ("c", "d", "e")), ["a", "c", "d", "e", "new"]) == (("a", "new"), ("c", "d", "e"))
