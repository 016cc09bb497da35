"""Rehearsing: a class of one's own on this computer, and simulated learners who come to it."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from app.domain.kernel.words import Phase
from app.rehearsal import Config, Progress
from app.rehearsal.visit import visit
from app.sync.opening import NewSession
from app.sync.runbook import commands_for
from ui.session.network import LOOPBACK, LocalAddress, Network
from ui.session.words import KNOWN_ERRORS, error_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Card
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.sync.runbook import Source
    from ui.bridge.tasks import TaskScope
    from ui.session.desk import Desk, OpenClass

FIRST = Config(learners=12, minutes=20, speed=1.0)
"""A class one can follow: twelve people, at the pace of life."""


class Practice(QObject):
    """Begins a rehearsal, and ends it.

    `changed` tells whether one is running, `progressed` carries a `Progress`, `failed` a text.

    Args:
        desk: starts the class.
        scope: runs the learners.
        parent: the owner.
    """

    changed = Signal(object)
    progressed = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._scope = desk, scope
        self._task: asyncio.Task[object] | None = None

    @property
    def is_running(self) -> bool:
        """Whether learners are there."""
        return self._task is not None

    def begin(self, source: Source, config: Config = FIRST) -> None:
        """Start a class on this computer, and let learners come.

        Args:
            source: the plan; may be an empty one.
            config: how many, how long, how fast; its language and title are not used.
        """
        if self._task is None:
            language = source.plan.language
            wanted = replace(config, language=language if language in {"fr", "en"} else "fr")
            self._task = self._scope.spawn(self._run(source, wanted), name="rehearsal")
            self.changed.emit(True)

    def stop(self) -> None:
        """Let the learners go; the class stays, to be ended like any other."""
        if self._task is not None:
            self._task.cancel()

    async def shut(self) -> None:
        """Let the learners go, and wait until they have gone."""
        task = self._task
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def _run(self, source: Source, config: Config) -> None:
        try:
            one = await self._class(source, config)
            await self._until_open(one)
            client = one.client
            await visit(config, client.connection_base, client.code, self.progressed.emit)
        except KNOWN_ERRORS as error:
            self.failed.emit(error_text(error))
        finally:
            self._task = None
            self.changed.emit(False)

    async def _class(self, source: Source, config: Config) -> OpenClass:
        named, title = QCoreApplication.translate("Practice", "Rehearsal"), source.plan.title
        new = NewSession(
            title=f"{named} · {title}" if title else named,
            name=QCoreApplication.translate("Practice", "You"),
            language=config.language,
        )
        prepared = commands_for(source, rehearsed=True)
        return await self._desk.start_here(new, LocalAddress(LOOPBACK, Network.SELF, ""), prepared)

    async def _until_open(self, one: OpenClass) -> None:
        is_open = asyncio.Event()
        stop = one.client.on_change(lambda _change: is_open.set())
        try:
            while one.client.world.state(type(one.session)).phase is Phase.CREATED:
                is_open.clear()
                await is_open.wait()
        finally:
            stop()


class PracticeStrip(Translated, Card):
    """Says how a rehearsal goes, with the button that lets the learners go; hidden while there is none.

    Args:
        practice: to tell of.
    """

    def __init__(self, practice: Practice) -> None:
        super().__init__()
        self._practice = practice
        self._progress = Progress("starting")
        self._trouble = ""
        self._title = Label(words=Words.STRONG)
        self._detail = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setRange(0, 1000)
        self._stop = Button(kind=ButtonKind.QUIET, icon_name="square")
        self._stop.clicked.connect(practice.stop)
        words = QVBoxLayout()
        words.setSpacing(tokens().space.xs)
        for widget in (self._title, self._detail, self._bar):
            words.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(tokens().space.l)
        row.addLayout(words, 1)
        row.addWidget(self._stop)
        self.column.addLayout(row)
        practice.changed.connect(self._changed)
        practice.progressed.connect(self._progressed)
        practice.failed.connect(self._failed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        running = self._practice.is_running
        self.setVisible(running or bool(self._trouble))
        self._title.setText(self.tr("Rehearsal under way") if running else self.tr("The rehearsal could not start"))
        joined = self.tr("%n simulated learner(s) in the class.", "who have joined", self._progress.joined)
        advice = self.tr("Lead it in Live; they behave as people do.")
        self._detail.setText(self._trouble or f"{joined} {advice}")
        self._bar.setVisible(running)
        self._bar.setValue(round(self._progress.part * 1000))
        self._bar.setAccessibleName(self.tr("Progress of the rehearsal"))
        self._stop.say(self.tr("Let them go"), self.tr("End the rehearsal; the class stays open until you end it"))
        self._stop.setVisible(running)

    def _changed(self, running: object) -> None:
        if running:
            self._trouble = ""
            self._progress = Progress("starting")
        self.retranslate()

    def _progressed(self, progress: Progress) -> None:
        self._progress = progress
        self.retranslate()

    def _failed(self, text: str) -> None:
        self._trouble = text
        self.retranslate()
