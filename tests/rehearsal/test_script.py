"""What simulated learners do: decided by the seed, believable, and marked so that nothing can hide."""

from __future__ import annotations

import pytest

from app.domain.kernel.gate import LIMITS, clean
from app.rehearsal.script import CANARY, Amend, Character, InDebate, InRoom, Say, Script, Vote, corpus, write_script

LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])


def classes(seed: int, learners: int = 60) -> list[Script]:
    return [write_script(seed, number, learners, 180.0, "fr") for number in range(learners)]


def test_the_seed_decides_everything():
    assert classes(7) == classes(7)
    assert classes(7) != classes(8)


def test_every_character_comes_to_a_class_of_sixty():
    assert {script.character for script in classes(1)} == set(Character)


def test_no_two_learners_share_a_name_and_no_two_texts_a_mark():
    scripts = classes(3, learners=200)
    texts = [s.act.text for script in scripts for s in script.steps if isinstance(s.act, Say | Amend)]
    marks = [mark[0] for text in texts if (mark := CANARY.search(text))]

    assert len({script.name for script in scripts}) == 200
    assert len(marks) == len(texts) == len(set(marks)) > 0


def test_what_is_done_is_in_order_and_within_the_class():
    for script in classes(5):
        times = [step.at for step in script.steps]
        assert times == sorted(times)
        assert all(max(0.0, script.arrives) <= at < 180.0 for at in times)


def test_a_big_class_does_not_speak_faster_than_a_small_one():
    """Polls, debates and rooms apart: all take part in those, and rooms are small however many people there are."""

    def said(learners: int) -> int:
        steps = (step for script in classes(1, learners=learners) for step in script.steps)
        return sum(not isinstance(step.act, InDebate | InRoom | Vote) for step in steps)

    assert said(400) < 2 * said(40)


@LANGUAGES
def test_every_line_passes_the_gate_as_it_is(language: str):
    words = corpus(language)
    for text in (
        *words.lines,
        *words.replies,
        *words.questions,
        *words.rude,
        *words.staff,
        *words.edits,
        *words.unnamed,
    ):
        assert clean(text, "message") == text
    assert all(len(name) < LIMITS["name"] for name in words.names)


@LANGUAGES
def test_there_is_enough_to_say(language: str):
    words = corpus(language)
    said = {*words.lines, *words.replies, *words.questions, *words.rude, *words.edits}

    assert len(said) >= 50
    assert len(words.rooms) == 8
    assert len(words.staff) == 5


def test_french_is_set_as_french_readers_expect():
    words = corpus("fr")
    texts = [*words.lines, *words.replies, *words.questions, *words.rude, *words.staff, *words.prompts, *words.unnamed]

    assert not any("'" in text or " ?" in text or " !" in text or " :" in text or " ;" in text for text in texts)


def test_learners_who_visit_a_trainer_speak_without_marks() -> None:
    scripts = [write_script(3, number, 8, 180.0, "fr", marked=False) for number in range(8)]
    texts = [step.act.text for script in scripts for step in script.steps if isinstance(step.act, Say | Amend)]
    assert texts
    assert not any(CANARY.search(text) for text in texts)
