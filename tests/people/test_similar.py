"""Names that mean the same person: accents, case and order do not matter, a slip of the pen little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.similar import LIKELY, SURE, likeness, suggestions, sure_pairs

PEOPLE = {"1": "Zoé Lefèvre", "2": "Karim Ben Salah", "3": "Zoé Martin", "4": "Jean-Pierre Œuvrard"}


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("zoe lefevre", "1"),
        ("LEFÈVRE Zoé", "1"),
        ("Zoé L.", "1"),
        ("Zoë Lefebvre", "1"),
        ("karim bensalah", "2"),
        ("Ben Salah", "2"),
        ("jean pierre oeuvrard", "4"),
        ("Jean Oeuvrard", "4"),
    ],
)
def test_whoever_is_meant_comes_first(name: str, first: str):
    assert suggestions(name, PEOPLE)[0][0] == first


@pytest.mark.parametrize("name", ["Ahmed", "X", "", "Participant 7", "Lea"])
def test_nobody_is_suggested_for_a_name_that_is_nobodys(name: str):
    assert suggestions(name, PEOPLE) == []


def test_a_first_name_alone_suggests_everybody_who_has_it():
    assert {key for key, _score in suggestions("Zoé", PEOPLE)} == {"1", "3"}


def test_only_what_nobody_can_mistake_is_sure():
    came = {"a": "Lefevre Zoe", "b": "Karim Ben Salah", "c": "karim ben salah", "d": "Zoé M."}

    assert sure_pairs(came, PEOPLE) == {"a": "1"}
    assert sure_pairs({"a": "Zoé Lefèvre"}, PEOPLE | {"5": "Lefèvre Zoé"}) == {}


names = st.text("abcé -'", max_size=16)


@given(names, names)
def test_likeness_is_a_share_and_the_same_from_both_sides_where_it_is_sure(one: str, other: str):
    share = likeness(one, other)

    assert 0.0 <= share <= SURE
    assert (share == SURE) == (likeness(other, one) == SURE)
    assert likeness(one, one) in {0.0, SURE}
    assert LIKELY < SURE
