"""`cercle plan` writes, shows, exports, imports and merges plans without a window and without Qt."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest
from msgspec.structs import replace

from app.plans import Activity, PlanDocument, pack, unpack
from app.plans.edits import Add, Change, Remove
from app.plans.formats import formats, sample_names
from app.storage import Library, PlanRow
from tests.architecture.files import ROOT
from ui.cli_plan_words import PLAN_TEXTS
from ui.session.home import LIBRARY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WITHOUT_QT = """
import contextlib, io, json, os, sys
sys.modules["PySide6"] = None
from ui.cli import main

def ran(words):
    said, errors = io.StringIO(), io.StringIO()
    sys.argv = ["cercle", *words]
    code = 0
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(errors):
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
    return [code, said.getvalue(), errors.getvalue()]

answers = sys.stdout
for line in sys.stdin:
    print(json.dumps(ran(json.loads(line))), file=answers, flush=True)
"""
"""A process without Qt that runs one command a line: to begin it costs more than all of its commands."""


class Ended(NamedTuple):
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


@cache
def process(language: str) -> subprocess.Popen[str]:
    """Return the process that runs commands in a language, where Qt cannot be imported."""
    env = os.environ | {"LANGUAGE": language, "LC_ALL": "C.UTF-8", "COLUMNS": "200"}
    command = [sys.executable, "-c", WITHOUT_QT]
    return subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.fixture(scope="module", autouse=True)
def no_process_left() -> Iterator[None]:
    """End the processes with the module."""
    yield
    for language in ("en", "fr"):
        process(language).communicate(timeout=30)
    process.cache_clear()


def cercle(*words: object, language: str = "en") -> Ended:
    """Run a command where Qt cannot be imported."""
    running = process(language)
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write(json.dumps([str(word) for word in words]) + "\n")
    running.stdin.flush()
    return Ended(*json.loads(running.stdout.readline()))


def done(*words: object, language: str = "en") -> str:
    """Run the command, which is to succeed; return what it says."""
    ended = cercle("plan", *words, language=language)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_a_plan_is_begun_listed_shown_and_exported(tmp_path: Path):
    done("new", "Écouter", "--format", "think-pair-share", "--learners", 24, "--data", tmp_path)
    assert "Écouter" in done("list", "--data", tmp_path)
    shown = done("show", "Écouter", "--data", tmp_path)
    assert "Écouter" in shown
    done("export", "Écouter", "-o", tmp_path / "plan.md", "--data", tmp_path)
    done("export", "Écouter", "-o", tmp_path / "plan.cercle", "--data", tmp_path)
    done("import", tmp_path / "plan.md", "-o", tmp_path / "again.cercle")

    written = unpack((tmp_path / "plan.cercle").read_bytes()).plan
    again = unpack((tmp_path / "again.cercle").read_bytes()).plan
    assert [each.title for each in again.activities] == [each.title for each in written.activities]
    assert written.rooms


def test_a_plan_that_the_first_versions_kept_in_the_library_opens(tmp_path: Path):
    early = b'{"title":"Old","activities":[{"id":"1","title":"Ask","kind":"questions","minutes":5}]}'
    library = Library.open(tmp_path / LIBRARY_NAME)
    library.put_plan(PlanRow("p", "Old", 1, early))
    library.close()
    done("export", "Old", "-o", tmp_path / "old.cercle", "--data", tmp_path)

    document = unpack((tmp_path / "old.cercle").read_bytes())
    assert document.id == "p"
    assert [(each.title, each.kind) for each in document.plan.activities] == [("Ask", "qa")]


def test_merging_keeps_the_edits_of_both_sides_and_tells_them(tmp_path: Path):
    first = PlanDocument.new()
    first.apply(Add(Activity(id="a", title="Welcome")), Add(Activity(id="b", title="Debate")))
    second = PlanDocument(first.update())
    first.apply(Add(Activity(id="x", title="From Ana")), Remove(Activity, "b"))
    second.apply(Add(Activity(id="y", title="From Ben")), Change(replace(second.plan.activities[1], minutes=45)))
    (tmp_path / "A.cercle").write_bytes(pack(first))
    (tmp_path / "B.cercle").write_bytes(pack(second))
    told = done("merge", tmp_path / "A.cercle", tmp_path / "B.cercle", "-o", tmp_path / "C.cercle")
    back = done("merge", tmp_path / "B.cercle", tmp_path / "A.cercle", "-o", tmp_path / "D.cercle")

    merged = unpack((tmp_path / "C.cercle").read_bytes()).plan
    assert merged == unpack((tmp_path / "D.cercle").read_bytes()).plan
    assert {each.title for each in merged.activities} == {"Welcome", "Debate", "From Ana", "From Ben"}
    for said in (told, back):
        assert "added: From Ana" in said
        assert "Kept, since one side changed it while the other removed it: “Debate”" in said


def test_a_broken_file_is_refused_with_its_place_and_nothing_is_written(tmp_path: Path):
    whole = pack(PlanDocument.new())
    (tmp_path / "A.cercle").write_bytes(whole)
    (tmp_path / "B.cercle").write_bytes(whole[:-5])
    ended = cercle("plan", "merge", tmp_path / "A.cercle", tmp_path / "B.cercle", "-o", tmp_path / "C.cercle")
    french = cercle("plan", "show", tmp_path / "B.cercle", language="fr")

    assert ended.returncode == 1
    assert "Where: document" in ended.stderr
    assert not (tmp_path / "C.cercle").exists()
    assert "n’est pas un plan" in french.stderr
    assert "Traceback" not in ended.stderr + french.stderr


def test_two_plans_of_different_origin_are_not_merged(tmp_path: Path):
    for name in ("A", "B"):
        done("new", name, "-o", tmp_path / f"{name}.cercle")
    ended = cercle("plan", "merge", tmp_path / "A.cercle", tmp_path / "B.cercle", "-o", tmp_path / "C.cercle")

    assert ended.returncode == 1
    assert "two different plans" in ended.stderr


def test_polls_are_read_into_a_plan_that_is_there(tmp_path: Path):
    done("new", "Class", "-o", tmp_path / "plan.cercle")
    (tmp_path / "quiz.gift").write_text("Fine? {T}\n\nHow many? {#3}\n", encoding="utf-8")
    told = done("import", tmp_path / "quiz.gift", "--into", tmp_path / "plan.cercle")

    plan = unpack((tmp_path / "plan.cercle").read_bytes()).plan
    assert plan.title == "Class"
    assert [poll.question for poll in plan.polls] == ["Fine?"]
    assert "a numerical question" in told


def test_every_format_and_sample_is_listed_in_both_languages():
    for language in ("en", "fr"):
        said = done("list", "--formats", language=language)
        assert all(each.id in said and each.name.said(language) in said for each in formats())
    assert all(name in done("list", "--samples") for name in sample_names())


def test_every_text_has_the_same_places_in_both_languages():
    for key, (english, french) in PLAN_TEXTS.items():
        assert english
        assert french
        assert sorted(part.split("}")[0] for part in english.split("{")[1:]) == sorted(
            part.split("}")[0] for part in french.split("{")[1:]
        ), key


def test_a_pdf_where_qt_is_not_installed_is_refused_with_what_to_do(tmp_path: Path):
    done("new", "Class", "-o", tmp_path / "plan.cercle")
    ended = cercle("plan", "export", tmp_path / "plan.cercle", "--format", "pdf", "-o", tmp_path / "plan.pdf")

    assert ended.returncode == 2
    assert "pip install 'cercle[desktop]'" in ended.stderr
    assert not (tmp_path / "plan.pdf").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such devices")
def test_a_device_without_an_end_is_no_plan(tmp_path: Path):
    ended = cercle("plan", "import", "/dev/zero", "-o", tmp_path / "plan.cercle")
    assert ended.returncode == 1
    assert "is no plan" in ended.stderr
