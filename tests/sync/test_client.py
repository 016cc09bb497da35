"""A staff desktop and a learner's page at a real relay: what is done once is done, whatever dies in between."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.domain.discussion.commands import PostMessage
from app.domain.discussion.state import DiscussionState
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, Phase, derived_id
from app.domain.moderation.commands import SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.roster.commands import EraseMember
from app.domain.session.commands import OpenLobby, PauseSession, StartSession
from app.rehearsal.relay import ROOT
from app.sync.changes import Change, NoticeKind
from app.sync.client import StaffClient
from app.sync.connection import Online, TurnedAway, Waiting
from app.sync.opening import NewSession, create
from app.sync.outbox import EntryState
from app.sync.page import Newcomer, PageClient
from tests.sync.house import House, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = House(tmp_path)
    async with house.closing:
        house.share_relay()
        yield house


@pytest.fixture
async def own_house(tmp_path: Path) -> AsyncIterator[House]:
    """A house whose relay is the test's own, to be ended."""
    house = House(tmp_path)
    async with house.closing:
        await house.start_relay()
        yield house


def phase(client: StaffClient) -> Phase:
    return client.world.life.phase


def texts(client: StaffClient, *, projected: bool = False) -> list[str]:
    state = (client.projected if projected else client.world).state(DiscussionState)
    return [state.messages[item].newest.text for item in state.shown.get(MAIN, [])]


def page_texts(page: PageClient) -> list[str]:
    messages = page.documents.get("class", {}).get("discussion", {}).get("messages", {})
    return [entry.get("text", "") for entry in sorted(messages.values(), key=lambda entry: int(entry["order"]))]


async def live(client: StaffClient) -> None:
    opened = client.submit(OpenLobby())
    started = client.submit(StartSession())
    await client.settled(opened.id)
    await client.settled(started.id)


async def test_a_class_is_created_joined_and_spoken_in(house: House):
    """Two staff members and a learner see the same conversation."""
    host = await house.host()
    await live(host)
    cofacilitator = await house.cofacilitator(host)
    page = await house.learner(host, "Tom")

    await host.do(PostMessage(channel=MAIN, text="Bonjour à tous"))
    page.submit(PostMessage(channel=MAIN, text="Bonjour !"))

    await page.until(lambda: page_texts(page) == ["Bonjour à tous", "Bonjour !"])
    await until(cofacilitator, lambda: texts(cofacilitator) == ["Bonjour à tous", "Bonjour !"])
    await until(host, lambda: texts(host) == ["Bonjour à tous", "Bonjour !"])
    assert host.pending == ()
    assert host.head == cofacilitator.head or host.world.seq != cofacilitator.world.seq


async def test_quick_steps_of_one_person_do_not_make_each_other_stale(house: House):
    """Opening and starting at once is one person's wish, not a quarrel of two."""
    host = await house.host()

    await live(host)

    assert host.world.life.phase is Phase.LIVE


async def test_what_is_said_without_a_line_shows_at_once_and_arrives_later(house: House):
    host = await house.host()
    await live(host)
    host.drop(stay_away=True)
    await until(host, lambda: isinstance(host.connection, Waiting))

    pending = host.submit(PostMessage(channel=MAIN, text="Je continue"))

    assert texts(host, projected=True) == ["Je continue"]
    assert texts(host) == []
    item = derived_id(pending.id, host.member, 0)
    assert item in host.projected.state(DiscussionState).messages

    host.retry()
    await host.settled(pending.id)
    assert texts(host) == ["Je continue"]
    assert item in host.world.state(DiscussionState).messages


async def test_a_desktop_killed_with_words_in_its_outbox_brings_them_on_its_return(house: House):
    """The client is abandoned without a goodbye; another one on the same library takes up where it was."""
    host = await house.host()
    await live(host)
    await host.do(PostMessage(channel=MAIN, text="un"))
    host.drop(stay_away=True)
    pending = host.submit(PostMessage(channel=MAIN, text="deux"))
    await until(host, lambda: host.pending[0].state is not EntryState.WRITING)
    await host.close()

    desk = house.desktop("host")
    (seat,) = desk.library.seats()
    again = house.watch(await StaffClient.open(desk.shelf, seat, seat.token))
    assert texts(again) == ["un"]
    assert texts(again, projected=True) == ["un", "deux"]
    assert [p.id for p in again.pending] == [pending.id]

    again.connect()
    await again.settled(pending.id)
    assert texts(again) == ["un", "deux"]


async def test_a_step_that_went_stale_waits_for_the_persons_word(house: House):
    host = await house.host()
    await live(host)
    notices: list[NoticeKind] = []

    def note(change: Change) -> None:
        notices.extend(notice.kind for notice in change.notices)

    host.on_change(note)
    host.drop(stay_away=True)
    await until(host, lambda: isinstance(host.connection, Waiting))
    pending = host.submit(PauseSession())
    host.retry()

    await until(host, lambda: NoticeKind.DOUBTED in notices)
    assert phase(host) is Phase.LIVE
    host.confirm(pending.id)
    await host.settled(pending.id)
    assert phase(host) is Phase.PAUSED


async def test_what_cannot_be_is_refused_before_it_is_sent(house: House):
    host = await house.host()
    await live(host)

    with pytest.raises(Refusal, match="text_empty"):
        host.submit(PostMessage(channel=MAIN, text="   "))

    assert host.pending == ()


async def test_a_relay_killed_and_started_again_loses_nothing(own_house: House):
    """What was asked while it was down arrives once, from the desktop and from the page."""
    host = await own_house.host()
    await live(host)
    page = await own_house.learner(host, "Tom")
    await host.do(PostMessage(channel=MAIN, text="avant"))
    port = int(own_house.relay.base.rsplit(":", 1)[1])
    await own_house.relay.kill()
    mine = host.submit(PostMessage(channel=MAIN, text="pendant"))
    page.submit(PostMessage(channel=MAIN, text="aussi"))

    await own_house.start_relay(port=port)
    await host.settled(mine.id)
    await page.until(lambda: not page.unsettled)

    await page.until(lambda: len(page_texts(page)) == 3)
    assert sorted(page_texts(page)) == ["aussi", "avant", "pendant"]
    await until(host, lambda: sorted(texts(host)) == ["aussi", "avant", "pendant"])


async def test_a_replica_seeds_a_new_relay_when_the_old_one_is_gone_for_good(own_house: House):
    """The class goes on: same seats, same words, the next epoch."""
    host = await own_house.host()
    await live(host)
    await host.do(PostMessage(channel=MAIN, text="avant"))
    await own_house.relay.kill()
    second = await own_house.start_relay("second")

    welcome = await host.seed(second.base, second.key)

    assert welcome.epoch == 2
    await host.do(PostMessage(channel=MAIN, text="après"))
    assert texts(host) == ["avant", "après"]
    page = await own_house.learner(host, "Tom")
    await page.until(lambda: page_texts(page) == ["avant", "après"])


async def test_an_erasure_reaches_a_replica_that_was_away(house: House, tmp_path: Path):
    """Its world, its log and its files forget, and it is still one with the relay."""
    host = await house.host()
    await live(host)
    cofacilitator = await house.cofacilitator(host)
    page = await house.learner(host, "Tom")
    page.submit(PostMessage(channel=MAIN, text="mon numéro est le canari-42"))
    await until(cofacilitator, lambda: len(texts(cofacilitator)) == 1)
    cofacilitator.drop(stay_away=True)

    await host.do(EraseMember(member=page.member))
    page.submit(PostMessage(channel=MAIN, text="nouveau départ"))
    await until(host, lambda: texts(host) == ["", "nouveau départ"])
    cofacilitator.retry()
    await until(cofacilitator, lambda: texts(cofacilitator) == ["", "nouveau départ"])
    session, seat = host.session, cofacilitator.seat
    await cofacilitator.close()

    desk = house.desktop("Grace")
    again = house.watch(await StaffClient.open(desk.shelf, seat, seat.token))
    assert texts(again) == ["", "nouveau départ"]
    bodies = [record.private or b"" for record in desk.library.log.read(session)]
    assert not any(b"canari-42" in private for private in bodies)
    files = [path.read_bytes() for path in (tmp_path / "Grace").iterdir() if path.is_file()]
    assert not any(b"canari-42" in content for content in files)


async def test_a_held_text_stays_between_its_author_and_staff(house: House):
    host = await house.host()
    await live(host)
    await host.do(SetChannelMode(channel=MAIN, mode=ChannelMode.HELD))
    seen: list[str] = []
    author = await house.learner(host, "Tom")
    other = await house.learner(host, "Lea", on_text=seen.append)

    author.submit(PostMessage(channel=MAIN, text="canari-7"))
    await author.until(lambda: not author.unsettled)
    await host.do(PostMessage(channel=MAIN, text="la suite"))
    await other.until(lambda: page_texts(other) == ["la suite"])

    assert not any("canari-7" in text for text in seen)


async def test_history_is_answered_page_by_page(house: House):
    host = await house.host()
    await live(host)
    for n in range(5):
        await host.do(PostMessage(channel=MAIN, text=str(n)))
    page = await house.learner(host, "Tom")

    answer = await page.query("discussion.history", {"channel": MAIN, "before": 0, "limit": 2})

    assert sorted(entry["text"] for entry in answer["messages"].values()) == ["3", "4"]
    assert answer["older"] is True
    with pytest.raises(Refusal, match="not_your_channel"):
        await page.query("discussion.history", {"channel": "staff", "before": 0, "limit": 2})


async def test_a_wrong_code_is_turned_away(house: House):
    host = await house.host()
    await live(host)
    page = PageClient(house.base, Newcomer("BADO-BADO-00", "Tom"))
    task = asyncio.create_task(page.run())

    await page.until(lambda: isinstance(page.state, TurnedAway))

    assert isinstance(page.state, TurnedAway)
    assert page.state.code == "unknown_code"
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def test_a_session_that_cannot_be_created_leaves_nothing_behind(house: House):
    desk = house.desktop("host")

    with pytest.raises(Refusal):
        await create(desk.shelf, house.base, "wrong key", NewSession(title="t", name="n"))

    assert desk.library.seats() == []


async def _lines(stream: asyncio.StreamReader, wanted: int, into: set[str]) -> None:
    before = len(into)
    while len(into) < before + wanted:
        line = await stream.readline()
        assert line, "the program ended by itself"
        into.add(line.decode().strip())


async def test_a_desktop_killed_in_the_middle_of_a_sentence_comes_back_where_it_was(house: House):
    """Killed with -9 at whatever moment: all that was on disk arrives, each word once, and the chain holds."""
    host = await house.host()
    await live(host)
    seat = host.seat
    await host.close()
    promised: set[str] = set()
    for round_ in range(3):
        program = await asyncio.create_subprocess_exec(
            sys.executable,
            str(Path(__file__).with_name("talking_desktop.py")),
            str(house.folder / "host" / "library.db"),
            str(round_),
            stdout=asyncio.subprocess.PIPE,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        assert program.stdout is not None
        await asyncio.wait_for(_lines(program.stdout, 25 + 17 * round_, promised), 60)
        program.kill()
        # The last line may be torn: only a whole one is a promise.
        promised.update((await program.stdout.read()).decode().split("\n")[:-1])
        await program.wait()

    desk = house.desktop("host")
    again = house.watch(await StaffClient.open(desk.shelf, seat, seat.token))
    again.connect()
    await until(again, lambda: isinstance(again.connection, Online) and not again.pending)

    state = again.world.state(DiscussionState)
    for command_id in promised:
        assert derived_id(command_id, seat.member, 0) in state.messages
    said = texts(again)
    assert len(said) == len(set(said)) >= len(promised) > 0
