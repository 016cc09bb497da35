"""Sets of rules: what is shipped holds together, and what somebody keeps comes back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.moderation.events import Rules
from app.domain.moderation.lexicon import Action, Lexicon, Word
from app.rulebook.sets import (
    LANGUAGES,
    SHIPPED,
    RuleSet,
    RuleSetError,
    Shelf,
    read_set,
    shipped,
    starter_words,
    write_set,
)

if TYPE_CHECKING:
    from pathlib import Path

MINE = RuleSet(name="Été, 3e B", rules=Rules(first=2), words=(Word(text="zut", action=Action.FLAG),))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_set_is_one_that_the_relay_takes(name: str, language: str):
    found = shipped(name, language)

    assert read_set(write_set(found), name) == found
    assert found.about


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_starter_list_names_each_word_once_and_finds_it_in_disguise(language: str):
    words = starter_words(language)
    lexicon = Lexicon(words)

    assert len(lexicon.edited((), ()).words) == len(words) > 60
    for word in words:
        bare = word.text.removesuffix("*")
        assert word in lexicon.found(bare.upper()), word
        assert lexicon.found(".".join(bare)) or len(bare) < 3, word


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour à toutes et à tous, j’ai une question sur la convention collective.",
        "Je suis d’accord avec toi, l’analyse du conteneur est concise et complète.",
        "Good morning, I would like to discuss the assessment and the class schedule.",
        "We passed the assignment to the Scunthorpe team.",
    ],
)
def test_ordinary_words_are_found_by_neither_list(text: str):
    assert Lexicon(starter_words("fr") + starter_words("en")).found(text) == ()


def test_what_is_kept_comes_back_and_can_be_taken_away(tmp_path: Path):
    shelf = Shelf(tmp_path / "rules")
    assert shelf.all() == ()
    shelf.keep(MINE)
    shelf.keep(RuleSet(name="Autre"))
    (tmp_path / "rules" / "letter.json").write_text("Dear all")

    assert shelf.all() == (RuleSet(name="Autre"), MINE)
    shelf.remove("Autre")
    assert shelf.all() == (MINE,)


@pytest.mark.parametrize(
    "blob", [b"", b"{}", b'{"name":"a","rules":{"rate":-1}}', b'{"name":"a","words":[{"text":" "}]}']
)
def test_a_file_that_holds_no_set_is_refused(blob: bytes):
    with pytest.raises(RuleSetError):
        read_set(blob, "a")
