"""A whole rehearsed class over real sockets ends with nothing lost, doubled or leaked, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import json
import tempfile
from pathlib import Path

import pytest

from app.rehearsal import Config, Progress, rehearse
from tests.rehearsal.recount import recount


def folders() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob("cercle-rehearsal-*"))


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_small_class_is_rehearsed_from_start_to_finish(language: str):
    stages: list[str] = []

    def note(progress: Progress) -> None:
        stages.append(progress.stage)

    report = await rehearse(Config(learners=12, minutes=1, speed=20, seed=4, language=language), note)

    assert (report.lost, report.doubled, report.leaked, report.learners) == (0, 0, 0, 12)
    assert report.sent == report.acknowledged + report.refused > 0
    assert report.is_clean
    said = json.loads(json.dumps(report.to_json()))
    assert {"planning", "session", "roster", "moderation", "discussion", "topics", "questions"} <= said.keys()
    assert {"lost", "held", "published"} <= said.keys()
    # How much comes about in a class of three seconds depends on the machine; what must never be does not.
    assert (said["planning"]["apart"], said["notes"]["apart"]) == (0, 0)
    moderation, support = said["moderation"], said["support"]
    assert (moderation["unresolved"], moderation["double_decided"], moderation["decided"] > 0) == (0, 0, True)
    assert support["asked"] >= 1
    assert support["unanswered"] == 0
    assert said["session"]["phase_changed"] == 6
    assert said["agenda"]["set"] == 1
    assert said["agenda"]["started"] > 3
    assert said["polls"]["answered"] > 0
    assert said["notes"]["edits"] > 0
    assert said["debate"]["position_taken"] > 0
    assert said["leads"]["passed"] >= 1
    assert said["pins"]["pinned"] > 0
    assert said["anonymous"]["posted"] > 0
    assert said["prompts"]["sent"] == said["discussion"]["prompted"] == 1
    assert list(dict.fromkeys(stages)) == ["starting", "joining", "class", "settling", "checking", "done"]


async def test_what_the_report_says_of_social_learning_is_what_other_code_counts_in_the_log(tmp_path: Path):
    """The class is big enough for every figure to be more than nothing."""
    report = await rehearse(Config(learners=40, minutes=3, speed=12, seed=5, language="fr", log=tmp_path / "log"))

    told = report.to_json()["social"]
    assert recount((tmp_path / "log").read_text(encoding="utf-8").splitlines()) == told
    assert all(told.values()), told


async def test_a_rehearsal_that_is_called_off_leaves_nothing_behind():
    before = folders()
    begun = asyncio.Event()
    task = asyncio.create_task(
        rehearse(Config(learners=5, minutes=30, speed=1), lambda p: begun.set() if p.joined else None)
    )
    await begun.wait()

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert folders() == before
