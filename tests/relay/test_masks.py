"""Anonymity on a real relay: one vote a person over devices and restarts, and a key that ends with the class."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import TYPE_CHECKING

import pytest

from app.domain.kernel.anonymity import is_alias
from app.domain.polls.commands import AnswerPoll, PreparePoll
from app.domain.polls.draft import Draft, Option
from app.domain.polls.state import PollsState
from app.domain.session.commands import EndSession
from app.relay.masks import MaskKeys
from app.storage.errors import StorageError
from app.sync.page import PageClient
from tests.e2e.house import WITHIN, House, go_live, page_until, until

if TYPE_CHECKING:
    from pathlib import Path

    from app.sync.client import StaffClient

VOTE = Draft(question="Agreed?", options=(Option(text="yes"), Option(text="no")))


def counts(host: StaffClient) -> dict[str, int]:
    """Return what the host's replica counts."""
    state = host.world.state(PollsState)
    (poll,) = state.polls.values()
    return state.tally(poll).counts


def is_there(path: Path) -> bool:
    """Tell whether a file is there."""
    return path.exists()


async def gone(path: Path) -> None:
    """Wait until a file is not there any more."""
    async with asyncio.timeout(WITHIN):
        while is_there(path):  # noqa: ASYNC110 (a file tells no event)
            await asyncio.sleep(0.02)


def mine(page: PageClient) -> object:
    """Return what a page shows of its person's answer."""
    answers = page.documents.get("me", {}).get("polls", {}).get("mine", {})
    return next((answer.get("choices") for answer in answers.values()), None)


async def test_one_person_has_one_vote_over_devices_and_restarts_and_nothing_says_whose(
    tmp_path: Path,
):
    house = House(tmp_path)
    async with house.closing:
        relay = house.relay()
        host = await house.host(relay)
        await go_live(host)
        phone = await house.learner(host, "Amina")
        await host.do(PreparePoll(draft=VOTE, opens=True))
        (poll,) = host.world.state(PollsState).polls
        phone.submit(AnswerPoll(poll=poll, round=1, choices=("1",)))
        await until(host, lambda: counts(host) == {"1": 1, "2": 0})
        relay.kill()
        relay.start()
        await page_until(phone, lambda: mine(phone) == {"1": 1})
        assert phone.seat is not None
        tablet = await house.page(PageClient(relay.http, phone.seat))
        tablet.submit(AnswerPoll(poll=poll, round=1, choices=("2",)))

        await until(host, lambda: counts(host) == {"1": 0, "2": 1})
        await page_until(phone, lambda: mine(phone) == {"2": 1})
        (voter,) = host.world.state(PollsState).answers(poll, 1)
        assert is_alias(voter)
        keys = list((relay.data / "masks").iterdir())
        assert [key.name for key in keys] == [host.session]

        await host.do(EndSession())
        await gone(relay.data / "masks" / host.session)
        with sqlite3.connect(relay.data / "relay.db") as log:
            stored = log.execute("SELECT body, private FROM records WHERE type = 'polls.answered'").fetchall()
        assert len(stored) == 2
        assert not [row for row in stored if any(phone.member.encode() in part for part in row if part)]


def test_a_key_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path):
    keys = MaskKeys(tmp_path / "masks")
    made = keys.key("one")

    assert MaskKeys(tmp_path / "masks").key("one") == made != keys.key("two")
    assert (tmp_path / "masks" / "one").stat().st_mode & 0o077 == 0
    keys.forget("one")
    keys.forget("one")
    assert keys.key("one") != made


def test_a_folder_that_cannot_be_used_is_told_by_its_code(tmp_path: Path):
    (tmp_path / "masks").write_text("no folder")

    with pytest.raises(StorageError):
        MaskKeys(tmp_path / "masks").key("one")
