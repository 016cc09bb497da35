"""A class that goes on through one fault after another, and what it must not lose by them.

`python -m tests.soak.faults --minutes 10` (or `--faults 200`) holds a class with a host, a co-facilitator, a desktop in
a process of its own and a few learners on a relay process behind a proxy, has everybody talk, and lets faults happen at
random moments: the relay, the desktop or a learner's page is killed with -9, the relay is stopped and goes on, lines
are cut, silenced or taken away, the relay's clock jumps, it is restarted many times in a row, its disk is full.
After each it waits until everybody is back by themselves, and checks that every acknowledged command stands in the log
once, that the chain holds, that replicas and pages agree with the log, and how long coming back took.
Its last line is one JSON object with the counts.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.domain.discussion.commands import PostMessage, React
from app.domain.kernel.views import CLASS, me
from app.domain.kernel.words import MAIN
from app.domain.registry import REGISTRY
from app.rehearsal.reader import read_log
from app.sync.connection import Online
from app.sync.page import Newcomer, PageClient
from app.sync.page import Seat as PageSeat
from tests.e2e.house import House, go_live
from tests.relay.processes import RelayProcess
from tests.soak.jumping_relay import CLOCK_FILE
from tests.soak.proxy import Line, Proxy

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.sync.client import StaffClient

LEARNERS: Final = 6
BACK_WITHIN: Final = 60.0
"""How long everybody may take to be back, in seconds, before the trial counts as failed."""

FULL: Final = 16 * 1024 * 1024
"""How big the small disk is, in bytes."""


class Failure(Exception):
    """Something that must hold does not."""


class Learner:
    """A learner's page, what it was promised, and its deaths.

    A page that dies takes its unsent words along, as a browser without storage would: what was acknowledged counts.
    """

    def __init__(self, number: int, base: str, code: str) -> None:
        self.number = number
        self._base = base
        self.page = PageClient(base, Newcomer(code, f"Learner {number}"))
        self._task = asyncio.create_task(self.page.run())
        self.acknowledged: dict[str, int] = {}
        self.said = 0

    def dies(self) -> None:
        """Vanish without a word, and come back on the same seat with nothing but its token."""
        self.acknowledged |= self.page.acknowledged
        self._task.cancel()
        if self.page.seat is None:
            return
        self.page = PageClient(self._base, PageSeat(self.page.seat.session, self.page.seat.token))
        self._task = asyncio.create_task(self.page.run())

    def speaks(self, chance: random.Random) -> None:
        """Say something or react to something."""
        messages = self.page.documents.get("class", {}).get("discussion", {}).get("messages", {})
        if messages and chance.random() < 0.3:
            self.page.submit(React(message=chance.choice(sorted(messages)), emoji="👍", on=chance.random() < 0.7))
        else:
            self.said += 1
            self.page.submit(PostMessage(channel=MAIN, text=f"Learner {self.number} says {self.said}."))

    def promised(self) -> dict[str, int]:
        """Return every acknowledged command, with its place."""
        return self.acknowledged | self.page.acknowledged

    async def ends(self) -> None:
        """Go."""
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task


class Trial:
    """The class, the faults and the counts."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder = folder
        self.chance = chance
        self.house = House(folder)
        self.counts: dict[str, int] = {}
        self.back_after: list[float] = []
        self.checked = 0
        self.learners: list[Learner] = []
        self.staff: list[StaffClient] = []
        self.staff_promised: set[str] = set()
        self.desk_promised: list[str] = []
        self._disk: Path | None = None
        self._posting: subprocess.Popen[str] | None = None
        self._lives = 0

    async def begins(self) -> None:
        """Start the relay, the proxy and everybody."""
        clock = self.folder / "clock"
        clock.write_text("0")
        self._clock = clock
        os.environ[CLOCK_FILE] = str(clock)
        self._disk = small_disk(self.folder / "disk")
        data = (self._disk or self.folder) / "data"
        self.relay = RelayProcess(data, "tests.soak.jumping_relay").start()
        self.house.closing.callback(self.relay.kill)
        self.proxy = Proxy(self.relay.port)
        await self.proxy.open()
        self.house.closing.push_async_callback(self.proxy.close)
        base = f"http://127.0.0.1:{self.proxy.port}"
        behind = _Behind(self.relay, base)
        host = await self.house.host(behind)  # type: ignore[arg-type]  # all that it reads of a relay
        await go_live(host)
        cofacilitator = await self.house.cofacilitator(host)
        desk = self.house.desk("posting")
        posting = await self.house.cofacilitator(host, desk, "Poste")
        await posting.close()
        desk.close()
        self.staff = [host, cofacilitator]
        self.base, self.session = base, host.session
        self.token = host.seat.token
        self.learners = [Learner(n, base, host.code) for n in range(LEARNERS)]
        await self._everybody_is_back()

    async def ends(self) -> None:
        """Let everybody go."""
        for learner in self.learners:
            await learner.ends()
        await self.house.closing.aclose()
        if self._disk is not None:
            await asyncio.to_thread(subprocess.run, ["umount", "-l", str(self._disk)], check=False)

    # --- faults ----------------------------------------------------------------------------------------------------

    @property
    def faults(self) -> Sequence[Callable[[], Awaitable[None]]]:
        """Everything that may happen."""
        common = (
            self.relay_is_killed,
            self.relay_is_stopped,
            self.desktop_is_killed,
            self.learners_are_killed,
            self.lines_are_cut,
            self.lines_are_silent,
            self.lines_are_away,
            self.clock_jumps,
            self.relay_restarts_again_and_again,
            self.relay_ends_kindly,
        )
        return (*common, self.disk_is_full) if self._disk is not None else common

    async def relay_is_killed(self) -> None:
        """Kill -9, at once started again."""
        self.relay.kill()
        await asyncio.to_thread(self.relay.start)

    async def relay_ends_kindly(self) -> None:
        """SIGTERM, and started again."""
        await asyncio.to_thread(self.relay.stop)
        await asyncio.to_thread(self.relay.start)

    async def relay_restarts_again_and_again(self) -> None:
        """Killed as soon as it listens, some times in a row."""
        for _ in range(self.chance.randint(2, 4)):
            await self.relay_is_killed()
            await asyncio.sleep(self.chance.random() * 0.3)

    async def relay_is_stopped(self) -> None:
        """SIGSTOP for a moment: its sockets are open and say nothing."""
        self.relay.signals(signal.SIGSTOP)
        await asyncio.sleep(self.chance.uniform(0.2, 3))
        self.relay.signals(signal.SIGCONT)

    async def desktop_is_killed(self) -> None:
        """The desktop in a process of its own posts, and dies in the middle of it."""
        self._lives += 1
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.e2e.posting_process",
            str(self.folder / "posting"),
            f"Life {self._lives} says",
            stdout=asyncio.subprocess.PIPE,
        )
        assert process.stdout is not None
        wanted = self.chance.randint(1, 30)
        lines = [await process.stdout.readline() for _ in range(wanted)]
        process.kill()
        lines += [line async for line in process.stdout]
        await process.wait()
        self.desk_promised += [line.decode().rstrip("\n") for line in lines if line.endswith(b"\n")]

    async def learners_are_killed(self) -> None:
        """Some pages vanish."""
        for learner in self.chance.sample(self.learners, self.chance.randint(1, LEARNERS)):
            learner.dies()

    async def lines_are_cut(self) -> None:
        """Every connection ends in the middle of whatever it says."""
        self.proxy.cut()

    async def lines_are_silent(self) -> None:
        """Half-open: connected, and nothing comes through; then the network gives up."""
        self.proxy.be(Line.SILENT)
        await asyncio.sleep(self.chance.uniform(0.2, 2))
        self.proxy.cut()
        self.proxy.be(Line.WHOLE)

    async def lines_are_away(self) -> None:
        """No network at all for a while, in which people go on talking."""
        self.proxy.be(Line.AWAY)
        for _ in range(10):
            self._somebody_speaks()
            await asyncio.sleep(self.chance.uniform(0.02, 0.3))
        self.proxy.be(Line.WHOLE)

    async def clock_jumps(self) -> None:
        """The relay's clock goes an hour ahead or back."""
        self._clock.write_text(str(self.chance.choice((-1, 0, 1))))
        self.relay.signals(signal.SIGUSR1)

    async def disk_is_full(self) -> None:
        """Nothing more goes on the disk for a moment."""
        assert self._disk is not None
        ballast = self._disk / "ballast"
        with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        for _ in range(20):
            self._somebody_speaks()
            await asyncio.sleep(0.02)
        ballast.unlink()

    # --- the class -------------------------------------------------------------------------------------------------

    def _somebody_speaks(self) -> None:
        if self.chance.random() < 0.25:
            client = self.chance.choice(self.staff)
            entry = client.submit(PostMessage(channel=MAIN, text=f"Staff says {len(self.staff_promised)}."))
            self.staff_promised.add(entry.id)
        else:
            self.chance.choice(self.learners).speaks(self.chance)

    async def goes_on(self) -> None:
        """Let people talk for a moment, and one fault happen meanwhile."""
        fault = self.chance.choice(self.faults)
        for _ in range(self.chance.randint(3, 12)):
            self._somebody_speaks()
            await asyncio.sleep(self.chance.uniform(0, 0.05))
        happening = asyncio.ensure_future(fault())
        for _ in range(self.chance.randint(0, 12)):
            self._somebody_speaks()
            await asyncio.sleep(self.chance.uniform(0, 0.05))
        await happening
        name = fault.__name__
        self.counts[name] = self.counts.get(name, 0) + 1
        began = time.monotonic()
        await self._everybody_is_back()
        self.back_after.append(time.monotonic() - began)
        await self._check()

    async def _everybody_is_back(self) -> None:
        def all_settled() -> bool:
            pages = all("class" in one.page.documents and not one.page.unsettled for one in self.learners)
            return pages and all(isinstance(client.connection, Online) and not client.pending for client in self.staff)

        deadline = time.monotonic() + BACK_WITHIN
        while not all_settled():
            if time.monotonic() > deadline:
                raise Failure(
                    f"not back: {[(one.number, one.page.state, len(one.page.unsettled)) for one in self.learners]}"
                )
            await asyncio.sleep(0.05)

    async def _check(self) -> None:
        envelopes = await read_log(self.base, self.session, self.token)
        self.checked = len(envelopes)
        places: dict[str, list[int]] = {}
        for envelope in envelopes:
            places.setdefault(envelope.command_id, []).append(envelope.seq)
        for learner in self.learners:
            for command, seq in learner.promised().items():
                self._stands_once(places, command, seq)
        lost = self.staff_promised - set(places)
        if lost:
            raise Failure(f"staff's commands are lost: {sorted(lost)}")
        await self._agree(envelopes)

    @staticmethod
    def _stands_once(places: dict[str, list[int]], command: str, seq: int) -> None:
        found = places.get(command)
        if not found:
            raise Failure(f"acknowledged and lost: {command} at {seq}")
        # One commit: consecutive places that end where the acknowledgement said.
        if found != list(range(found[0], found[0] + len(found))) or found[-1] != seq:
            raise Failure(f"doubled or moved: {command} at {found}, acknowledged at {seq}")

    async def _agree(self, envelopes: list[Envelope]) -> None:
        world = REGISTRY.world(self.session)
        for envelope in envelopes:
            REGISTRY.evolve(world, envelope)
        projector = REGISTRY.projector()
        for client in self.staff:
            deadline = time.monotonic() + BACK_WITHIN
            while (client.head is None or client.head.seq < world.seq) and time.monotonic() < deadline:  # noqa: ASYNC110 (a staff client tells its state by no event of ours)
                await asyncio.sleep(0.02)
        shown = _without_presence(projector.render(world, CLASS))
        for learner in self.learners:
            mine = projector.render(world, me(learner.page.member)).get("discussion")

            def agrees(page: PageClient = learner.page, mine: Any = mine) -> bool:
                documents = page.documents
                seen = documents.get("class", {})
                return _without_presence(seen) == shown and documents.get("me", {}).get("discussion") == mine

            try:
                async with asyncio.timeout(BACK_WITHIN):
                    await learner.page.until(agrees)
            except TimeoutError:
                raise Failure(f"learner {learner.number} sees something else than the log says") from None

    async def desktop_kept_its_word(self) -> None:
        """Let the killed desktop's library say what it still holds, and check that each promise was kept once."""
        from app.domain.discussion.state import DiscussionState  # noqa: PLC0415 (only at the end)

        desk = self.house.desk("posting")
        client = await self.house.reopened(desk)
        client.connect()
        deadline = time.monotonic() + BACK_WITHIN
        while client.pending or not isinstance(client.connection, Online):
            if time.monotonic() > deadline:
                raise Failure("the desktop does not get rid of what it holds")
            await asyncio.sleep(0.05)
        messages = client.world.state(DiscussionState).messages.values()
        said = [message.newest.text for message in messages]
        for line in self.desk_promised:
            if said.count(line) != 1:
                raise Failure(f"{line!r} was promised, and stands {said.count(line)} times in the log")


class _Behind:
    """A relay process as those see it who come through the proxy."""

    def __init__(self, relay: RelayProcess, base: str) -> None:
        self.http = base
        self.key = relay.key


def _without_presence(document: dict[str, Any]) -> dict[str, Any]:
    """Return what of the class's document does not hang on who is connected this very moment."""
    return {name: value for name, value in document.items() if name != "roster"}


def small_disk(folder: Path) -> Path | None:
    """Mount a small disk, where that is allowed."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={FULL}", "tmpfs", str(folder)]
    is_there = os.geteuid() == 0 and subprocess.run(command, check=False, capture_output=True).returncode == 0
    return folder if is_there else None


async def run(folder: Path, *, faults: int, minutes: float, seed: int, tell: Callable[[str], None]) -> dict[str, Any]:
    """Hold the trial, and return its counts.

    Args:
        folder: an empty one.
        faults: after how many it ends.
        minutes: after how long it ends.
        seed: of all chances.
        tell: called with each fault's name.

    Raises:
        Failure: something was lost or doubled, or somebody did not come back.
    """
    trial = Trial(folder, random.Random(seed))  # noqa: S311 (moments to fail at)
    ends_at = time.monotonic() + minutes * 60
    try:
        await trial.begins()
        while sum(trial.counts.values()) < faults and time.monotonic() < ends_at:
            await trial.goes_on()
            tell(f"{sum(trial.counts.values())}: {trial.counts}")
        await trial.desktop_kept_its_word()
        acknowledged = sum(len(learner.promised()) for learner in trial.learners) + len(trial.staff_promised)
        return {
            "faults": sum(trial.counts.values()),
            "by_fault": trial.counts,
            "acknowledged": acknowledged + len(trial.desk_promised),
            "events": trial.checked,
            "lost": 0,
            "doubled": 0,
            "back_median_s": round(statistics.median(trial.back_after), 3),
            "back_longest_s": round(max(trial.back_after), 3),
        }
    finally:
        await trial.ends()


def main() -> int:
    """Run it from the command line; return 1 when something that must hold did not."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak.faults")
    parser.add_argument("--faults", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cercle-soak-") as folder:
        try:
            report = asyncio.run(
                run(
                    Path(folder),
                    faults=given.faults,
                    minutes=given.minutes,
                    seed=given.seed,
                    tell=lambda line: print(line, file=sys.stderr),  # noqa: T201 (a command's own output)
                )
            )
        except Failure as failure:
            print(json.dumps({"failed": str(failure), "seed": given.seed}))  # noqa: T201
            return 1
    print(json.dumps(report))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
