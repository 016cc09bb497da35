"""The wheel holds all that a running Cercle reads."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.architecture.files import ROOT, project_files


def test_the_wheel_holds_every_file_of_the_three_packages(tmp_path: Path):
    """Pages, fonts, icons and translations go with the code; tests and scripts do not."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    (built,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(built) as wheel:
        held = {Path(name) for name in wheel.namelist() if ".dist-info/" not in name}
        entry_points = next(wheel.read(n).decode() for n in wheel.namelist() if n.endswith("/entry_points.txt"))

    assert held == set(project_files("app", "ui", "resources"))
    assert "cercle = ui.cli:main" in entry_points
