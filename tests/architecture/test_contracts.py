"""Imports go down only, and everything but the desktop runs without Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.files import ROOT, project_files

WITHOUT_QT = """
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "qasync"}:
            raise ImportError(f"{name} was asked for")

sys.meta_path.insert(0, NoQt())
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def module_names(*under: str) -> list[str]:
    """Return the dotted names of the modules in folders, but for migrations, which Alembic alone can load."""
    files = [path for path in project_files(*under) if path.suffix == ".py" and "migrations" not in path.parts]
    return [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in files]


def test_the_import_contracts_of_the_project_hold(tmp_path: Path):
    """pyproject.toml says which room may import which; import-linter reads it."""
    program = Path(sys.executable).parent / "lint-imports"
    command = [str(program), "--no-logo", "--cache-dir", str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("under", ["app", "ui/cli.py"])
def test_what_runs_on_a_server_imports_without_qt(under: str):
    """Every module of `app`, and the command line, import where Qt cannot be."""
    names = module_names(under)
    command = [sys.executable, "-W", "error", "-c", WITHOUT_QT, *names]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert names
    assert ended.returncode == 0, ended.stderr


def test_a_binding_of_qt_is_named_in_the_interface_and_its_tests_alone():
    """Text search, for imports that no tool resolves."""
    named = [p for p in project_files("app", "resources") if p.suffix == ".py" and "PySide6" in (ROOT / p).read_text()]

    assert named == []
