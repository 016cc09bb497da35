"""The script that a person meets first says what it wants, and cleans up after itself."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.architecture.files import ROOT

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

SCRIPT = ROOT / "packaging" / "dev.py"


@pytest.fixture
def dev() -> ModuleType:
    """Return the script as a module, freshly loaded."""
    spec = importlib.util.spec_from_file_location("dev", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with what the set-up reads, and no environment."""
    folder = tmp_path / "clone"
    (folder / "packaging").mkdir(parents=True)
    shutil.copy(SCRIPT, folder / "packaging")
    for name in ("pyproject.toml", "uv.lock"):
        shutil.copy(ROOT / name, folder)
    return folder


def run_script(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a folder, without a screen."""
    env = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    env.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, str(folder / "packaging" / "dev.py"), *arguments]
    return subprocess.run(command, env=env | environment, capture_output=True, text=True, check=False)


def test_a_failed_step_leaves_nothing_behind(copy: Path):
    """Where uv cannot be had, the half-made environment goes, and the step that failed is named."""
    before = sorted(copy.rglob("*"))

    ended = run_script(copy, "run", "--headless", PIP_NO_INDEX="1", PIP_FIND_LINKS="", PIP_CONFIG_FILE=os.devnull)

    assert ended.returncode == 1
    assert "this step failed" in ended.stderr
    assert "--require-hashes" in ended.stderr
    assert sorted(copy.rglob("*")) == before


def test_an_environment_that_was_there_is_kept_when_a_step_fails(dev: ModuleType, tmp_path: Path):
    """A failed update removes nothing that a person had before."""
    kept = tmp_path / "environment"
    kept.mkdir()

    with pytest.raises(dev.StepFailed), dev.leaving_nothing_behind(kept):
        raise dev.StepFailed("no network")

    assert kept.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a screen cannot be told from none")
def test_running_without_a_screen_says_so_and_offers_another_way(copy: Path):
    """Before anything is installed."""
    ended = run_script(copy, "run")

    assert ended.returncode == 2
    assert "no screen was found" in ended.stderr
    assert "dev.py run --headless" in ended.stderr
    assert not (copy / ".venv").exists()


def test_a_person_who_may_not_install_is_told_the_exact_line(dev: ModuleType, monkeypatch: pytest.MonkeyPatch):
    """The line names what is missing and nothing else."""
    monkeypatch.setattr(dev, "LINUX", True)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev.shutil, "which", lambda name: None if name == "Nothing" else f"/usr/bin/{name}")
    monkeypatch.setattr(dev, "is_built", lambda _venv: True)

    with pytest.raises(dev.StepFailed) as refused:
        dev.require_packages({"libnothing1": "libnothing.so.1", "nothing": "Nothing", "xvfb": "Xvfb"})

    assert "\n  sudo apt-get install --yes --no-install-recommends libnothing1 nothing\n" in str(refused.value)


def test_a_python_without_venv_is_told_its_package(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Debian splits Python; the missing half is named with this Python's version."""
    find = importlib.util.find_spec

    def without_ensurepip(name: str, *rest: Any) -> Any:
        return None if name == "ensurepip" else find(name, *rest)

    monkeypatch.setattr(dev, "VENV", tmp_path / "absent")
    monkeypatch.setattr(dev.importlib.util, "find_spec", without_ensurepip)

    assert dev.missing_packages({}) == [f"python3.{sys.version_info[1]}-venv"]


def test_the_stamp_follows_the_lock(dev: ModuleType, copy: Path, monkeypatch: pytest.MonkeyPatch):
    """A changed uv.lock or pyproject.toml means a new set-up; nothing else does."""
    monkeypatch.setattr(dev, "ROOT", copy)
    before = dev.fingerprint()
    (copy / "README.md").write_text("Cercle\n", encoding="utf-8")
    assert dev.fingerprint() == before

    (copy / "uv.lock").write_text("version = 1\n", encoding="utf-8")

    assert dev.fingerprint() != before


def test_an_old_python_can_read_the_script():
    """It has to, in order to say that it is too old."""
    read = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))

    assert read.body


def test_ci_runs_the_command_that_the_readme_gives():
    """What is promised to a newcomer is what is tested."""
    promised = re.findall(
        r"^python3 packaging/dev\.py test", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

    assert promised
    assert "python3 packaging/dev.py test" in run


def test_without_npm_nothing_is_fetched_and_nothing_said(dev: ModuleType, tmp_path: Path, monkeypatch: Any):
    """The other reader of GIFT is an offer: the tests run without it."""
    monkeypatch.setattr(dev, "OTHER_READERS", tmp_path / "readers")
    monkeypatch.setenv("PATH", str(tmp_path))
    dev.offer_other_reader()

    assert not (tmp_path / "readers").exists()


def test_another_file_than_the_expected_one_is_not_kept(dev: ModuleType, tmp_path: Path, monkeypatch: Any):
    """A package that was changed since is refused, and leaves nothing behind."""
    packed = f"{dev.OTHER_READER}-{dev.OTHER_READER_VERSION}.tgz"
    for name, body in (("node", "exit 0"), ("npm", f'echo changed > "$4/{packed}"')):
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n", encoding="ascii")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setattr(dev, "OTHER_READERS", tmp_path / "readers")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(dev.StepFailed, match="not the file that was expected"):
        dev.offer_other_reader()

    assert list((tmp_path / "readers").iterdir()) == []
