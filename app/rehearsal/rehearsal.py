"""Runs a rehearsal from an empty folder to a report."""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from app.domain.kernel.words import Role
from app.domain.notes.state import NotesState
from app.domain.registry import REGISTRY
from app.domain.roster.commands import InviteMember
from app.domain.session.commands import EndSession, OpenLobby
from app.plans import Plan
from app.plans.formats import sample, sample_names
from app.rehearsal.audit import Audit
from app.rehearsal.clock import Clock
from app.rehearsal.learner import Learner
from app.rehearsal.listing import Greeter, expect
from app.rehearsal.notes import copies_apart
from app.rehearsal.planning import prepare_together
from app.rehearsal.reader import read_log
from app.rehearsal.relay import RelayProcess
from app.rehearsal.script import ARRIVAL, Corpus, Script, corpus, write_script
from app.rehearsal.staff import Cofacilitator, Host
from app.rehearsal.trouble import rules
from app.storage.library import Library
from app.storage.writer import Writer
from app.sync.links import SeatLink, new_token, token_hash, write_link
from app.sync.opening import NewSession, create, join
from app.sync.page import Seat
from app.sync.runbook import Source, commands_for
from app.sync.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from app.sync.client import StaffClient
    from app.sync.frames import WireRecord

_REASONS: Final = {"fr": "Merci de le dire autrement.", "en": "Please put it differently."}
_DRAIN_S: Final = 60.0
_HOST_READING_S: Final = 3.0
"""Seconds of the class that the host takes to read what waits."""

_NOTES: Final = 6
"""How many notes each of the two staff writes into the plan before the class."""


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """How a rehearsal is to run.

    Attributes:
        learners: how many simulated learners.
        minutes: how long the class takes, in minutes of the class.
        speed: how many of the class's minutes pass in one of ours.
        seed: decides what everybody does.
        language: what they speak, `fr` or `en`.
        title: the session's title; empty for one that fits the language.
        plan: whose agenda the host leads through, each activity at its share of the class; a sample when left out.
        relay: the base URL of a relay to use; empty to start one of its own.
        key: that relay's key.
        log: where the class's log is written, one sealed record a line; nowhere without it.
    """

    learners: int = 40
    minutes: float = 3.0
    speed: float = 10.0
    seed: int = 1
    language: str = "fr"
    title: str = ""
    plan: Plan | None = None
    relay: str = ""
    key: str = ""
    log: Path | None = None


class Progress(msgspec.Struct, frozen=True):
    """Where a rehearsal stands.

    Attributes:
        stage: `starting`, `joining`, `class`, `settling`, `checking` or `done`.
        part: how much of the class has passed, from 0 to 1.
        joined: learners who have a seat.
        sent: commands that learners have sent.
    """

    stage: str
    part: float = 0.0
    joined: int = 0
    sent: int = 0


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a rehearsal.

    Attributes:
        lost: commands acknowledged, or sent and never refused, that the log does not hold.
        doubled: commands and texts that the log holds more than once.
        leaked: texts that reached a learner whose they were not to see.
        sent: commands that learners sent.
        acknowledged: of these, how many the relay acknowledged.
        refused: of these, how many it refused.
        published: texts and names that were shown, at once or after a decision.
        held: texts and names that had to wait for a decision.
        disconnected: how often a learner's line was lost.
        reconnected: how often it came back.
        learners: how many took a seat.
        seconds: how long it took, in seconds of ours.
        refusals: how often each code was given to learners.
        capabilities: for each capability, how often each of its events happened.
        config: what was run.
    """

    lost: int
    doubled: int
    leaked: int
    sent: int
    acknowledged: int
    refused: int
    published: int
    held: int
    disconnected: int
    reconnected: int
    learners: int
    seconds: float
    refusals: dict[str, int]
    capabilities: dict[str, dict[str, int]]
    config: Config

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost, doubled or leaked, no call unanswered, both staff had one plan, and all got in."""
        apart = self.capabilities.get("planning", {}).get("apart", 0)
        unanswered = self.capabilities.get("support", {}).get("unanswered", 0)
        return (
            not (self.lost or self.doubled or self.leaked or apart or unanswered)
            and self.learners == self.config.learners
        )

    def to_json(self) -> dict[str, Any]:
        """Return one object: the figures, and one key for each capability that was exercised."""
        figures: dict[str, Any] = msgspec.to_builtins(self, enc_hook=str)
        config = figures.pop("config")
        config.pop("key")
        config.pop("log")
        config["plan"] = self.config.plan.title if self.config.plan is not None else ""
        capabilities: dict[str, Any] = figures.pop("capabilities")
        return capabilities | figures | {"config": config}


def run(config: Config, on_progress: Callable[[Progress], None] | None = None) -> Report:
    """Run a rehearsal in an event loop of its own; see `rehearse`."""
    return asyncio.run(rehearse(config, on_progress))


async def rehearse(config: Config, on_progress: Callable[[Progress], None] | None = None) -> Report:
    """Run a rehearsal. Cancelling it ends its relay and deletes its folder.

    Args:
        config: how.
        on_progress: told where it stands, a few times a second.

    Raises:
        Refusal: the given relay will not have it.
        RelayFailed: its own relay did not come up.
    """
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="cercle-rehearsal-") as folder:
        async with contextlib.AsyncExitStack() as stack:
            class_ = await _Class.open(config, Path(folder), stack, on_progress or (lambda _: None))
            await class_.play()
            audit = await class_.settle()
            return class_.report(audit, time.monotonic() - started)


class _Class:
    def __init__(
        self,
        config: Config,
        base: str,
        host: Host,
        cofacilitator: Cofacilitator,
        on_progress: Callable[[Progress], None],
    ) -> None:
        self._config = config
        self._seconds = config.minutes * 60
        self._base = base
        self._host = host
        self._cofacilitator = cofacilitator
        # Two who moderate at once: the host, while others speak, and the co-facilitator, each with a mind of their own.
        words, reason = corpus(config.language), _REASONS[config.language]
        self._second = Cofacilitator(host.client, words, reason, reading=_HOST_READING_S, is_strict=True)
        self._on_progress = on_progress
        self._learners: list[Learner] = []
        self._running: list[asyncio.Task[None]] = []
        self._moderating: list[asyncio.Task[None]] = []
        self._greeting: asyncio.Task[None] | None = None
        self._apart = 0
        self._unlike = 0

    @classmethod
    async def open(
        cls,
        config: Config,
        folder: Path,
        stack: contextlib.AsyncExitStack,
        on_progress: Callable[[Progress], None],
    ) -> _Class:
        on_progress(Progress("starting"))
        words = corpus(config.language)
        base, key = config.relay, config.key
        if not base:
            relay = await RelayProcess.start(folder / "relay")
            stack.push_async_callback(relay.stop)
            base, key = relay.base, relay.key
        host = await _host(config, words, await stack.enter_async_context(_shelf(folder / "host")), base, key)
        stack.push_async_callback(host.close)
        token = new_token()
        invitation = InviteMember(name=words.cofacilitator, role=Role.COFACILITATOR, token_hash=token_hash(token))
        await host.do(invitation)
        shelf = await stack.enter_async_context(_shelf(folder / "cofacilitator"))
        cofacilitator = await join(shelf, write_link(SeatLink(base, host.session, token)))
        stack.push_async_callback(cofacilitator.close)
        plan, apart = await prepare_together(
            host, cofacilitator, config.plan or _sample(config.language), words.staff[:_NOTES]
        )
        for command in commands_for(Source(plan), rehearsed=True):
            await host.do(command)
        for command in rules(config.language):
            await host.do(command)
        await host.do(OpenLobby())
        reason = _REASONS[config.language]
        class_ = cls(
            config, base, Host(host, words, config.seed), Cofacilitator(cofacilitator, words, reason), on_progress
        )
        class_._apart = apart
        stack.push_async_callback(class_._end)
        return class_

    def _tell(self, stage: str, part: float = 0.0) -> None:
        joined = sum(bool(learner.page.member) for learner in self._learners)
        sent = sum(len(learner.sent) for learner in self._learners)
        self._on_progress(Progress(stage, part, joined, sent))

    async def play(self) -> None:
        config = self._config
        scripts = [
            write_script(config.seed, number, config.learners, self._seconds, config.language)
            for number in range(config.learners)
        ]
        tokens = await expect(self._host.do, scripts)
        self._greeting = asyncio.create_task(Greeter(self._host.client, self._host.do).greet())
        self._running.append(self._greeting)
        clock = Clock(config.speed, ARRIVAL)
        async with asyncio.TaskGroup() as group:
            for script in scripts:
                group.create_task(self._attend(script, tokens.get(script.number, ""), clock))
            moderators = (self._cofacilitator, self._second)
            self._moderating = [asyncio.create_task(each.moderate(clock)) for each in moderators]
            self._running += self._moderating
            telling = asyncio.create_task(self._keep_telling(clock))
            try:
                await self._host.lead(clock, self._seconds)
            finally:
                telling.cancel()

    async def _attend(self, script: Script, token: str, clock: Clock) -> None:
        await clock.until(script.arrives)
        client, config = self._host.client, self._config
        way = Seat(client.session, token) if token else client.code
        learner = Learner(script, self._base, way, config.seed, config.language)
        self._learners.append(learner)
        self._running.append(asyncio.create_task(learner.page.run()))
        await learner.live(clock)

    async def _keep_telling(self, clock: Clock) -> None:
        while True:
            part = clock.now / self._seconds
            self._tell("joining" if part < 0 else "class", min(1.0, max(0.0, part)))
            await asyncio.sleep(0.25)

    async def settle(self) -> Audit:
        """Wait until everything is answered for, end the class, and read the log back."""
        self._tell("settling", 1.0)
        for learner in self._learners:
            learner.page.retry()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_DRAIN_S):
                for learner in self._learners:
                    await learner.page.until(lambda page=learner.page: not page.unsettled)  # type: ignore[misc]
                await self._stop_moderating()
        self._unlike = await copies_apart(self._host.client, [learner.page for learner in self._learners])
        await self._host.client.do(EndSession())
        self._tell("checking", 1.0)
        client = self._host.client
        records: list[WireRecord] = []
        envelopes = await read_log(self._base, client.session, client.seat.token, records.extend)
        if self._config.log is not None:
            lines = b"".join(msgspec.json.encode(record) + b"\n" for record in records)
            await asyncio.to_thread(self._config.log.write_bytes, lines)
        return Audit(client.session, envelopes)

    async def _stop_moderating(self) -> None:
        """Let nothing be decided or matched while the log is read: it would be missing there, and nothing was lost."""
        await self._cofacilitator.all_decided()
        going_on = [task for task in (*self._moderating, self._greeting) if task is not None]
        for task in going_on:
            task.cancel()
        await asyncio.gather(*going_on, return_exceptions=True)
        for each in (self._cofacilitator, self._second, self._host):
            await each.settle()

    async def _end(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    def report(self, audit: Audit, seconds: float) -> Report:
        learners = self._learners
        refusals: Counter[str] = Counter(
            code for learner in learners for command, code in learner.page.refused.items() if command in learner.sent
        )
        leaked = sum(
            audit.is_leak(learner.page.member, sighting)
            for learner in learners
            for sighting in learner.sightings
            if not learner.wrote(sighting.canary)
        )
        capabilities: dict[str, dict[str, int]] = {}
        for capability in REGISTRY.capabilities:
            for event in capability.events:
                if audit.events[event.type]:
                    # By the name of the event: what one capability writes may be another's to count.
                    name, _, what = event.type.partition(".")
                    capabilities.setdefault(name, {})[what] = audit.events[event.type]
        capabilities.setdefault("moderation", {}).update(
            decided=audit.events["text.decided"],
            unresolved=audit.unresolved,
            double_decided=audit.double_decided,
        )
        capabilities.setdefault("planning", {})["apart"] = self._apart
        if "notes" in capabilities:
            written = self._host.client.world.state(NotesState).wrote
            capabilities["notes"] |= {
                "edits": audit.events["notes.edited"],
                "places": len(written),
                "apart": self._unlike,
            }
        if "debate" in capabilities:
            capabilities["debate"] |= {
                "position_shifts": audit.shifts,
                "arguments": audit.events["debate.argued"],
                "turns": audit.events["debate.floor_given"]
                + audit.events["debate.spoke"]
                - audit.events["debate.turn_taken_back"],
            }
        if "support" in capabilities:
            capabilities["support"] |= {"answered": audit.answered, "unanswered": audit.unanswered}
        if "topics" in capabilities:
            capabilities["topics"]["votes"] = audit.votes
        if "board" in capabilities:
            capabilities["board"]["items"] = audit.on_board
        capabilities["social"] = msgspec.to_builtins(audit.social)
        self._tell("done", 1.0)
        staff = [
            sent
            for one in (self._host, self._cofacilitator, self._second)
            for sent in one.sent
            if sent not in one.refused
        ]
        return Report(
            lost=audit.lost(learners, staff),
            doubled=audit.doubled(),
            leaked=leaked,
            sent=sum(len(learner.sent) for learner in learners),
            acknowledged=sum(command in learner.page.acknowledged for learner in learners for command in learner.sent),
            refused=sum(refusals.values()),
            published=audit.published,
            held=audit.held,
            disconnected=sum(learner.losses for learner in learners),
            reconnected=sum(max(0, learner.page.connections - 1) for learner in learners),
            learners=sum(bool(learner.page.member) for learner in learners),
            seconds=round(seconds, 3),
            refusals=dict(refusals),
            capabilities=capabilities,
            config=self._config,
        )


def _sample(language: str) -> Plan:
    """Return the first sample plan in a language."""
    plans = [sample(name) for name in sample_names()]
    return next((plan for plan in plans if plan.language == language), plans[0])


@contextlib.asynccontextmanager
async def _shelf(folder: Path) -> AsyncIterator[Shelf]:
    writer = Writer(folder.name)
    await asyncio.wrap_future(writer.call(folder.mkdir))
    library = await asyncio.wrap_future(writer.call(Library.open, folder / "library.db"))
    try:
        yield Shelf(library, writer)
    finally:
        await asyncio.wrap_future(writer.call(library.close))
        writer.close()


async def _host(config: Config, words: Corpus, shelf: Shelf, base: str, key: str) -> StaffClient:
    title = config.title or words.title
    new = NewSession(title=title, name=words.host, language=config.language, preparing=True)
    return await create(shelf, base, key, new)
