"""The marks of messages: the desktop reads a text as the learners' page does."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.architecture.files import ROOT
from ui.discussion.marks import runs

SAMPLES: list[dict[str, Any]] = json.loads(
    (ROOT / "tests" / "golden" / "marks" / "messages.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["name"])
def test_a_text_is_marked_as_its_sample_says(sample: dict[str, Any]):
    made = [
        {name: getattr(run, name) for name in run.__dataclass_fields__} for run in runs(sample["text"], sample["names"])
    ]

    assert [{key: value for key, value in run.items() if value or key == "text"} for run in made] == sample["runs"]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["name"])
def test_no_letter_of_a_text_is_lost(sample: dict[str, Any]):
    """What is read differs from what was written by marks alone."""
    read = "".join(run.text for run in runs(sample["text"], sample["names"]))
    kept = [letter for letter in sample["text"] if letter.isalnum() and letter not in "py"]

    assert [letter for letter in read if letter.isalnum() and letter not in "py"] == kept
