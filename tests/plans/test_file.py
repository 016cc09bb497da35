"""A plan file keeps the whole document, and what is broken or newer is refused with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc, Map

from app.plans import Plan, PlanDocument, PlanNewer, PlanUnreadable, decode, encode, pack, unpack
from app.plans.edits import Describe
from tests.drawing import drawn
from tests.plans.plans_made import plans, simple


@given(plans())
@settings(max_examples=drawn(20))
def test_what_is_written_is_read_again(plan: Plan):
    assert decode(encode(plan)) == plan


def test_a_file_keeps_the_plans_identity_so_that_copies_can_be_merged():
    document = PlanDocument.new(simple("a"))
    document.apply(Describe(title="Again"))

    assert unpack(pack(document)).id == document.id


@given(st.data())
@settings(max_examples=drawn(60))
def test_a_damaged_file_is_refused_whatever_byte_it_is(data: st.DataObject):
    whole = pack(PlanDocument.new(simple("a", "b"), "p"))
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = bytearray(whole)
    damaged[place] ^= data.draw(st.integers(1, 255))
    where, plan = "", None
    try:
        plan = unpack(bytes(damaged)).plan
    except PlanUnreadable as refused:
        where = refused.where

    assert where or plan == simple("a", "b")


@given(st.integers(0, 10_000))
def test_a_file_that_is_cut_short_is_refused(length: int):
    whole = pack(PlanDocument.new(simple("a", "b"), "p"))
    with pytest.raises(PlanUnreadable):
        unpack(whole[: length % len(whole)])


def test_a_newer_file_is_refused_as_newer_and_says_where():
    whole = pack(PlanDocument.new(simple("a")))
    mark, head, body = whole.split(b"\n", 2)
    newer_file = b"cercle-plan 2\n" + head + b"\n" + body
    newer_layout = mark + b"\n" + json.dumps(json.loads(head) | {"layout": 2}).encode() + b"\n" + body
    for newer, where in ((newer_file, "line 1"), (newer_layout, "line 2")):
        with pytest.raises(PlanNewer) as refused:
            unpack(newer)
        assert refused.value.where == where
        assert refused.value.code == "plan_newer"


def test_a_value_that_is_no_part_of_a_plan_is_refused_with_its_place():
    document = PlanDocument.new(simple("a"))
    doc: Doc[Any] = Doc()
    doc.apply_update(document.update())
    doc.get("activities", type=Map)["a"]["minutes@ff"] = -3
    spoiled = PlanDocument(doc.get_update())

    assert spoiled.plan.activities[0].minutes == 10
    with pytest.raises(PlanUnreadable) as refused:
        unpack(pack(spoiled))
    assert refused.value.where == "activities/a/minutes"


def test_a_plan_of_the_first_versions_opens_and_its_copies_can_be_merged():
    early = b'{"title":"Old","language":"en","activities":[{"id":"1","title":"Ask","kind":"questions","minutes":5}]}'
    one, two = unpack(early, "p"), unpack(early, "p")
    one.receive(two.update())

    assert one.plan.title == "Old"
    assert [(each.kind, each.minutes) for each in one.plan.activities] == [("qa", 5)]
    assert one.conflicts == ()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"\xff",
        b"{}x",
        b'{"layout": 2}',
        b'{"activities": [{"id": "1"}, {"id": "1"}]}',
        b'{"activities": [{"id": "1", "minutes": -1}]}',
        b'{"activities": [{"id": "1", "kind": "dance"}]}',
        b"cercle-plan 1\n{}\n",
        b'{"activities":' * 100_000,
        b"cercle-plan 1\n" + b'{"layout":' * 100_000,
        b"cercle-plan one\n",
    ],
)
def test_what_is_no_plan_is_refused_by_one_error(body: bytes):
    with pytest.raises(PlanUnreadable):
        decode(body)


def test_bytes_of_a_document_that_is_no_plan_are_refused():
    for update in (b"\x00\x00", b"\x01\x02\x03", b""):
        with pytest.raises(PlanUnreadable):
            PlanDocument(update)


@given(st.data())
@settings(max_examples=drawn(120))
def test_a_document_whose_bytes_were_tampered_with_is_read_or_refused_and_nothing_else(data: st.DataObject):
    update = bytearray(PlanDocument.new(simple("a", "b"), "p").update())
    for _ in range(data.draw(st.integers(1, 3))):
        update[data.draw(st.integers(0, len(update) - 1))] = data.draw(st.integers(0, 255))
    refused = ""
    try:
        document = PlanDocument(bytes(update))
        assert isinstance(document.plan, Plan)
        assert isinstance(document.damaged, tuple)
        assert isinstance(document.conflicts, tuple)
    except PlanUnreadable as error:
        refused = error.code

    assert refused in {"", "plan_unreadable", "plan_newer"}
