"""The short form of the long trial: some faults of every kind that needs no rights, one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.soak.faults import run

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = 4


async def test_a_class_goes_on_through_faults_and_loses_nothing(tmp_path: Path):
    """Killed, cut, silenced and stopped, the class comes back by itself with everything that was acknowledged, once."""
    report = await run(tmp_path, faults=FAULTS, minutes=2, seed=3, tell=lambda _: None)

    assert report["faults"] == FAULTS
    assert report["lost"] == report["doubled"] == 0
    assert report["acknowledged"] > 0
