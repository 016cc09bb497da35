"""Runs small files of tests under the rules of this repository, to see that the rules bite."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]


def told_of(folder: Path, samples: Mapping[str, str]) -> dict[str, str]:
    """Run files of tests, all in one process, and return what is told of each; nothing of those that pass.

    Args:
        folder: where they are written.
        samples: the source of each, by a name; "desktop" in it lets the file have Qt.
    """
    for name, source in samples.items():
        (folder / f"test_{name}.py").write_text(source, encoding="utf-8")
    report = folder / "report.xml"
    rules = ["-p", "tests.conftest", "-p", "no:cacheprovider", "-c", str(ROOT / "pyproject.toml")]
    command = [sys.executable, "-m", "pytest", *rules, "--rootdir", str(folder), "--junitxml", str(report), str(folder)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1, ended.stdout + ended.stderr
    told = dict.fromkeys(samples, "")
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 (pytest wrote it a moment ago)
        parts = [text for part in case if part.tag in {"failure", "error"} for text in part.itertext()]
        told[case.attrib["classname"].removeprefix("test_")] += "".join(parts)
    return told
