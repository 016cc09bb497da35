"""The command line: clear words in both languages, exit codes one can rely on, and no Qt unless a window opens."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app.storage import DataFolder
from tests.architecture.files import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def cercle(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in English, without a screen."""
    env = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    env |= {"LANGUAGE": "en", "LC_ALL": "C.UTF-8", "COLUMNS": "200"} | environment
    command = [sys.executable, "-m", "ui.cli", *words]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120)


def test_the_version_and_the_help_need_no_qt():
    script = (
        "import sys; sys.modules['PySide6'] = None; from ui.cli import main; sys.argv = ['cercle', '--help']; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "rehearse" in done.stdout
    assert cercle("--version").stdout.startswith("cercle ")


def test_the_help_speaks_french():
    assert "apprenants" in cercle("--lang", "fr", "--help").stdout
    assert "apprenants" in cercle("--help", LANGUAGE="fr_FR").stdout


def test_without_a_screen_it_says_so_and_offers_what_works():
    done = cercle(QT_QPA_PLATFORM="xcb")

    assert done.returncode == 2
    assert "--headless" in done.stderr


def test_a_folder_that_another_desktop_uses_is_named(tmp_path: Path):
    with DataFolder.open(tmp_path):
        done = cercle("--data", str(tmp_path), "sessions")

    assert done.returncode == 1
    assert "already open" in done.stderr
    assert str(tmp_path) in done.stderr


def test_a_folder_that_is_a_file_is_no_traceback(tmp_path: Path):
    (tmp_path / "data").write_text("mine")
    done = cercle("--data", str(tmp_path / "data"), "sessions")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert (tmp_path / "data").read_text() == "mine"


def test_a_port_in_use_ends_a_relay_with_its_code(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = cercle("relay", "--port", port, "--data", str(tmp_path))

    assert done.returncode == 1
    assert "port_in_use" in done.stderr


@pytest.mark.parametrize("words", [("export", "nothing"), ("rehearse", "no such plan", "--headless")])
def test_what_is_not_there_is_said_to_be_missing(tmp_path: Path, words: tuple[str, ...]):
    done = cercle("--data", str(tmp_path), *words)

    assert done.returncode == 1
    assert "no such" in done.stderr


def test_a_rehearsal_without_a_window_reports_as_json_and_loses_nothing(tmp_path: Path):
    options = ("--learners", "4", "--minutes", "0.5", "--speed", "20", "--seed", "3")
    done = cercle("rehearse", "--headless", *options, "--report", str(tmp_path / "out.json"))
    report = json.loads((tmp_path / "out.json").read_text())

    assert done.returncode == 0, done.stderr
    assert (report["lost"], report["doubled"], report["leaked"], report["learners"]) == (0, 0, 0, 4)
