"""The gate: what a text becomes on its way in, and that none comes in by another way."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.kernel.gate import LIMITS, ONE_LINE, Outcome, TextSubmitted, clean, name_key
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, Role
from app.domain.moderation.commands import SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.registry import REGISTRY
from app.domain.roster.commands import ChangeRole, RenameMember
from tests.domain.classroom import Classroom

texts = st.text(st.characters(codec="utf-8") | st.sampled_from("\x00\u0301\u200b\u202e\r\n é🇫🇷👩‍🚀"), max_size=80)
kinds = st.sampled_from(sorted(LIMITS))


def cleaned(text: str, kind: str) -> str:
    """Return the cleaned text, passing over those that are refused."""
    try:
        return clean(text, kind)
    except Refusal as refusal:
        assume(refusal.code not in {"text_empty", "text_too_long"})
        raise


@given(texts, kinds)
def test_a_clean_text_stays_what_it_is(text: str, kind: str):
    """clean(clean(text)) == clean(text), and it is composed, trimmed, without controls."""
    once = cleaned(text, kind)

    assert clean(once, kind) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()
    assert not [c for c in once if unicodedata.category(c) in {"Cc", "Cs", "Co"} and c not in "\n\t"]
    assert 0 < len(once) <= LIMITS[kind]
    if kind in {*ONE_LINE, "heading"}:
        assert "\n" not in once
        assert "\t" not in once


def test_an_accent_behind_a_control_character_is_composed_all_the_same():
    assert clean("caf" + "e\x00\u0301", "message") == "caf\u00e9"


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\t\r\n", "\x00\x07", "\u200b\u200d\ufeff", "\u3164", "\u2800 \u2800", "\u0301"]
)
def test_what_shows_nothing_is_empty(text: str):
    with pytest.raises(Refusal) as refused:
        clean(text, "message")

    assert refused.value.code == "text_empty"


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d🚀",
        "🇫🇷",
        "\u0645\u0631\u062d\u0628\u0627",
        "שלום עולם",
        "नमस्ते",
        "👍🏽",
        "\U0001fadf",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "?",
    ],
)
def test_every_script_and_emoji_comes_through_as_it_is(text: str):
    """Also an emoji that is younger than this Python."""
    assert clean(text, "message") == text


def test_lines_of_a_message_stay_and_those_of_a_name_join():
    assert clean(" one\r\ntwo\rthree \n", "message") == "one\ntwo\nthree"
    assert clean(" Ana\n  Maria ", "name") == "Ana Maria"


def test_a_name_cannot_turn_the_line_it_stands_in():
    assert clean("Ana\u202e\u2066", "name") == "Ana"


def test_a_text_of_a_hundred_thousand_characters_is_refused_with_its_limit():
    with pytest.raises(Refusal) as refused:
        clean("a" * 100_000, "message")

    assert refused.value.code == "text_too_long"
    assert refused.value.params == {"limit": 4_000, "length": 100_000}


@pytest.mark.parametrize("length", [3_999, 4_000])
def test_a_text_up_to_the_limit_comes_through(length: int):
    assert len(clean("é" * length, "message")) == length


def test_a_text_one_above_the_limit_is_refused():
    with pytest.raises(Refusal) as refused:
        clean("é" * 4_001, "message")

    assert refused.value.params == {"limit": 4_000, "length": 4_001}


@pytest.mark.parametrize("other", ["ANA", "ana", "A\u200bna", "\uff21\uff4e\uff41"])
def test_names_that_look_alike_count_as_one(other: str):
    assert name_key(other) == name_key("Ana")


def test_every_event_that_carries_a_learners_text_carries_the_verdict_and_may_be_erased():
    """An event with erasable words is the gate's own, or holds what staff say, or what staff alone read."""
    by_staff = {"text.decided", "roster.invited", "expected.added", "expected.revised", "breakouts.announced"}
    by_staff |= {f"moderation.{done}" for done in ("suggested", "appeal_answered", "warned", "limited", "banned")}
    for_staff = {"moderation.flagged", "moderation.appealed"}
    by_staff |= {"topics.declined"}
    by_staff |= {"support.written", "remarks.written", "remarks.revised"}
    by_staff |= {"prompts.prepared", "prompts.revised", "prompts.sent"}
    for event in REGISTRY.events.values():
        if event.erasable and event.type not in by_staff | for_staff:
            assert issubclass(event, TextSubmitted), event
        if issubclass(event, TextSubmitted):
            assert event.erasable, event
            assert event.about == "author"
            assert "held_by" in event.__struct_fields__


@pytest.mark.parametrize("role", [Role.HOST, Role.COFACILITATOR])
def test_staff_are_never_held(role: Role):
    room, host = Classroom.live()
    speaker = host
    if role is Role.COFACILITATOR:
        speaker = room.joins("Co")
        room.do(host, ChangeRole(member=speaker, role=role))
    for mode in (ChannelMode.HELD, ChannelMode.CLOSED):
        room.do(host, SetChannelMode(channel=MAIN, mode=mode))
        room.do(host, SetChannelMode(channel="names", mode=mode))
        message = room.says(speaker, f"in {mode}")
        room.edits(speaker, message, f"again in {mode}")
        room.do(speaker, RenameMember(member=speaker, name=f"Staff {mode}"))

        assert room.class_messages()[-1] == f"again in {mode}"
        assert room.seat(speaker).name == f"Staff {mode}"
    assert not room.moderation.waiting


def test_a_decision_never_brings_a_text_back_to_waiting():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    message = room.says(ana, "hello")

    with pytest.raises(Refusal) as refused:
        room.decides(host, message, Outcome.HELD)

    assert refused.value.code == "bad_command"
