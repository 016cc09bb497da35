"""Every text of the page is there in French and English, and a refusal always says what to do."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Final

import pytest

from app.domain.registry import REGISTRY
from tests.learner.standin import PAGE, ROOT

if TYPE_CHECKING:
    from pathlib import Path

NBSP: Final = "\u00a0"
PARTS: Final = sorted(path.parent.name for path in PAGE.glob("*/strings.fr.js"))
SOURCES: Final = [path for path in PAGE.rglob("*.js") if "vendor" not in path.parts and "strings." not in path.name]
ON_THE_WIRE: Final = {
    "bad_frame",
    "bad_token",
    "busy",
    "frame_too_large",
    "id_reused",
    "internal_error",
    "not_open_yet",
    "rate_limited",
    "removed",
    "revoked",
    "session_ended",
    "stale",
    "storage_failed",
    "too_many_attempts",
    "unknown_code",
    "unknown_session",
    "version_unsupported",
}

DESKTOPS_ONLY: Final = {"signal_too_large", "of_a_room", "too_many_pins", "not_pinned", "unknown_alias"}
"""What the relay refuses to replicas alone, or to what staff alone ask for."""


def words(part: str, language: str) -> dict[str, str]:
    """Return a part's words in a language."""
    text = (PAGE / part / f"strings.{language}.js").read_text(encoding="utf-8")
    pairs = re.findall(r'^  ("(?:[^"\\]|\\.)*"): ("(?:[^"\\]|\\.)*"),$', text, flags=re.MULTILINE)
    assert len(pairs) == text.count("\n") - 4, f"{part}.{language} has lines that are no pairs"
    return {json.loads(key): json.loads(value) for key, value in pairs}


def everything(language: str) -> dict[str, str]:
    """Return all words of the page in a language."""
    return {key: value for part in PARTS for key, value in words(part, language).items()}


@pytest.mark.parametrize("part", PARTS)
def test_both_languages_say_the_same_things(part: str):
    """The same keys with the same values in them, none empty."""
    french, english = words(part, "fr"), words(part, "en")

    assert french.keys() == english.keys()
    for key, text in french.items():
        assert text.strip()
        assert english[key].strip()
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english[key])), key


@pytest.mark.parametrize("key", everything("fr"))
def test_french_is_set_as_a_french_reader_expects(key: str):
    """Curly apostrophes, and spaces that do not break before high punctuation."""
    text = re.sub(r"https?://", "", everything("fr")[key])

    assert "'" not in text
    assert not re.search(rf"[^{NBSP}][;!?»]|[^{NBSP}0-9]:(?!//)", text), text
    assert f"«{NBSP}" in text or "«" not in text


def codes_in(folder: Path) -> set[str]:
    """Return the codes of refusals that a folder's code can give."""
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.py")]
    return {code for text in texts for code in re.findall(r'Refusal\(\s*"(\w+)"', text)}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_refusal_has_words(language: str):
    """What a page can be refused is explained; `code.any` speaks for what is new, and for what only desktops ask."""
    known = everything(language)
    domain = ROOT / "app" / "domain"
    rooms = [
        domain / "kernel",
        *(folder for folder in domain.iterdir() if folder.name in PARTS),
        ROOT / "app" / "relay",
    ]
    codes = set().union(*(codes_in(room) for room in rooms)) - DESKTOPS_ONLY | ON_THE_WIRE
    missing = {code for code in codes if f"code.{code}" not in known and f"code.{code}.other" not in known}

    assert len(codes) > len(ON_THE_WIRE)
    assert missing == set()
    assert "{code}" in known["code.any"]


def test_every_text_that_is_asked_for_exists():
    """No key is misspelt; keys that are put together are looked up by their beginning."""
    known = {re.sub(r"\.(one|other)$", "", key) for key in everything("fr")}
    asked = set()
    key = re.compile(rf'"((?:{"|".join(PARTS)}|notice)\.[\w.]+)"')
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        asked |= set(key.findall(text))
        for beginning in re.findall(r"\bt\(`([\w.]+)\$\{", text):
            assert any(key.startswith(beginning) for key in known), beginning

    assert asked - REGISTRY.commands.keys() - REGISTRY.queries.keys() - known == set()


def test_no_text_is_written_into_the_code():
    """Letters between tags come from the words of a language."""
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        for template in re.findall(r"html`(.*?)`", text, flags=re.DOTALL):
            between = re.findall(r">\s*([A-Za-zÀ-ÿ][^<>${}]*)<", template)
            assert between == [], f"{path.name}: {between}"


def test_the_page_has_the_icons_that_its_code_asks_for():
    spec = spec_from_file_location("vendor_learner", ROOT / "packaging" / "vendor_learner.py")
    assert spec is not None
    assert spec.loader is not None
    vendoring = module_from_spec(spec)
    spec.loader.exec_module(vendoring)

    assert (PAGE / "vendor" / "icons.js").read_text(encoding="utf-8") == vendoring.icons()
    assert (PAGE / "vendor" / "icons.later.js").read_text(encoding="utf-8") == vendoring.icons(later=True)


@pytest.mark.parametrize("folder", [PAGE / "vendor", ROOT / "tests" / "learner" / "vendor"], ids=["page", "tests"])
def test_what_is_vendored_is_what_was_published(folder: Path):
    """Every file beside a licence has its sum."""
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}

    assert {path.name for path in folder.iterdir()} == {*sums, "SHA256SUMS"}
    assert "LICENSE" in sums
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
