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
    # On a slow machine a class of three seconds may have nothing to put on stage at that moment.
    assert all(said[name][what] > 0 for name, what in (("pins", "pinned"), ("anonymous", "posted")))
    assert said["prompts"]["sent"] == said["discussion"]["prompted"] == said["prompts"]["dropped"] == 1
    assert said["planning"]["apart"] == 0
    moderation = said["moderation"]
    assert (moderation["unresolved"], moderation["double_decided"], moderation["decided"] > 0) == (0, 0, True)
    assert {"words_refused", "text_distorted", "not_allowed"} <= said["refusals"].keys()
    assert said["session"]["phase_changed"] == 6
    assert said["agenda"]["started"] == said["agenda"]["finished"] > 5
    assert said["agenda"]["set"] == said["agenda"]["paused"] == said["agenda"]["resumed"] == 1
    notes = said["notes"]
    assert notes["edits"] > 12
    assert notes["places"] > 1
    assert (notes["cleared"], notes["restored"], notes["apart"]) == (1, 1, 0)
    leads, topics = said["leads"], said["topics"]
    # How much of it comes about in so short a class depends on the machine.
    assert 1 <= leads["passed"] <= 2
    assert 1 <= leads["ended"] <= leads["passed"]
    assert topics["proposed"] >= 1
    assert topics["votes"] <= topics.get("voted", 0)
    polls = said["polls"]
    # Three are made on the fly, one of them asked twice; those of the sample plan open with their activities.
    assert (polls["shown"], polls["revealed"]) == (4, 1)
    assert polls["opened"] == polls["closed"] >= 4
    assert polls["prepared"] >= 3
    assert polls["answered"] > 12
    assert polls["written"] > 0
    support = said["support"]
    assert support["asked"] >= 2
    assert support["answered"] >= support["asked"]
    assert support["unanswered"] == 0
    assert support["written"] >= support["asked"]
    assert said["remarks"]["written"] == 2
    debate = said["debate"]
    assert debate["opened"] == debate["closed"] == 1
    assert debate["position_taken"] > debate["position_shifts"] > 0
    assert debate["arguments"] == debate["argued"] > 0
    assert debate["turns"] == debate["floor_given"] + debate["spoke"] - debate["turn_taken_back"] == 5
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
