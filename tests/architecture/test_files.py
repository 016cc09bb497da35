"""Every file keeps the house's measure and gives nothing away about the machine it was written on."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.files import ROOT, project_files, text_of

LONGEST = 600
CODE = {".css", ".html", ".js", ".mjs", ".py", ".qss", ".sh"}
# In two halves, so that this file does not hold them.
LOOSE_ENDS = re.compile(r"\b(" + "TO" + "DO|FIX" + "ME|XX" + r"X)\b")
SOMEONES_FOLDER = re.compile(r"/(?:home|Users)/\w[\w.-]*/|[A-Z]:\\Users\\")


def own_code() -> list[Path]:
    """Return the code written here: not what is vendored, which keeps its own form."""
    return [path for path in project_files() if path.suffix in CODE and "vendor" not in path.parts]


def test_no_file_of_code_is_longer_than_six_hundred_lines():
    """A longer file is two rooms in one."""
    lengths = {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in own_code()}

    assert lengths
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_loose_end_is_left_in_the_code():
    """What is not done is not mentioned: it is done, or it is an issue."""
    assert [path for path in own_code() if LOOSE_ENDS.search(text_of(path) or "")] == []


def test_nothing_names_the_paths_of_a_machine():
    """No file holds this clone's folder, this person's home, or anybody's."""
    places = {str(place) + "/" for place in (ROOT, Path.home()) if len(place.parts) > 2 or place == Path.home()} - {
        "//"
    }
    named = {
        path
        for path in project_files()
        if (text := text_of(path)) is not None
        and (SOMEONES_FOLDER.search(text) or any(place in text for place in places))
    }

    assert named - {Path("tests/architecture/test_files.py")} == set()


def test_the_folder_of_scripts_does_not_hide_a_library():
    """An __init__.py in packaging/ would take the place of the library named `packaging` in every test."""
    assert not (ROOT / "packaging" / "__init__.py").exists()
