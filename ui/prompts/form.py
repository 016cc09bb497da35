"""Where a prompt is written: what is asked, where, when, and with which activity it ends."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.domain.agenda.state import AgendaState, Standing
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.words import MAIN, room_channel, topic_channel
from app.domain.prompts.commands import PreparePrompt, RevisePrompt
from app.domain.prompts.decider import LONGEST
from app.domain.prompts.events import Timing
from app.domain.prompts.state import MINUTE
from app.domain.roster.state import RosterState
from app.domain.topics.decider import TopicsState
from app.plans.typed import clock_typed, minutes_typed
from ui.agenda.words import called
from ui.bridge.names import place_name
from ui.widgets.fields import Choice, Field
from ui.widgets.inline_form import InlineForm
from ui.widgets.time_label import hour_text

if TYPE_CHECKING:
    from app.domain.kernel.world import World
    from app.domain.prompts.state import Prompt

TEXT_LIMIT = 4_000
_USUAL = {Timing.QUIET: "3", Timing.AFTER: "5"}


class PromptForm(InlineForm):
    """Asks for a prompt. `given` carries the command that prepares or changes it."""

    given = Signal(object)

    def __init__(self) -> None:
        self._prompt = ""
        self._world: World | None = None
        self._now = 0
        self.text = Field(limit=TEXT_LIMIT)
        self.when, self.where, self.activity = Choice(), Choice(), Choice()
        self.value = Field(limit=8)
        super().__init__(self.text, self.when, self.value, self.where, self.activity)
        self.when.currentIndexChanged.connect(lambda _index: self._say_value(afresh=True))

    def ask(self, world: World, now: int, channel: str = MAIN, prompt: Prompt | None = None) -> None:
        """Ask for a prompt.

        Args:
            world: tells which channels and activities there are.
            now: the class's time, in milliseconds.
            channel: where it is asked unless somebody says otherwise.
            prompt: the one to change; none for a new one.
        """
        self._world, self._now = world, now
        self._prompt = prompt.id if prompt is not None else ""
        agenda = world.state(AgendaState)
        self.retranslate()
        self._fill(world, prompt.channel if prompt is not None else channel)
        self.text.set_text(prompt.text if prompt is not None else "")
        self.when.setCurrentIndex(max(0, self.when.findData(prompt.when if prompt is not None else Timing.QUIET)))
        self._say_value(afresh=True)
        if prompt is not None:
            self.value.set_text(hour_text(prompt.at) if prompt.at else str(prompt.minutes))
        wanted = prompt.activity if prompt is not None else agenda.current
        self.activity.setCurrentIndex(max(0, self.activity.findData(wanted)))
        self.value.set_error("")
        self.open()

    def give(self) -> None:
        """Tell what was written, or what is wrong with it."""
        when = Timing(str(self.when.currentData()))
        minutes = at = 0
        if when is Timing.AT:
            at = self._moment(self.value.text())
        else:
            minutes = minutes_typed(self.value.text()) or 0
        if (not at) if when is Timing.AT else not 1 <= minutes <= LONGEST:
            self.value.set_error(
                self.tr("Write a time, like 10:20.")
                if when is Timing.AT
                else self.tr("Write 1 to %1 minutes.").replace("%1", str(LONGEST))
            )
            return
        activity = str(self.activity.currentData() or "")
        if when is Timing.AFTER and not activity:
            self.value.set_error(self.tr("Choose the activity below after whose start it is asked."))
            return
        fields = {"text": self.text.text(), "channel": str(self.where.currentData()), "activity": activity}
        if self._prompt:
            self.given.emit(RevisePrompt(prompt=self._prompt, when=when, minutes=minutes, at=at, **fields))
        else:
            self.given.emit(PreparePrompt(when=when, minutes=minutes, at=at, **fields))

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.text.say(self.tr("Ask later"), placeholder=self.tr("What you ask them"))
        chosen = max(0, self.when.currentIndex())
        self.when.blockSignals(True)
        self.when.clear()
        self.when.addItem(self.tr("When nobody has written for…"), Timing.QUIET)
        self.when.addItem(self.tr("At a moment…"), Timing.AT)
        self.when.addItem(self.tr("Some minutes into the activity…"), Timing.AFTER)
        self.when.setCurrentIndex(chosen)
        self.when.blockSignals(False)
        self.when.setAccessibleName(self.tr("When it is asked"))
        self.where.setAccessibleName(self.tr("In which conversation"))
        self.activity.setAccessibleName(self.tr("With which activity it waits and ends"))
        self.when.setToolTip(self.when.accessibleName())
        self.where.setToolTip(self.where.accessibleName())
        self.activity.setToolTip(self.activity.accessibleName())
        self.take.say(self.tr("Change") if self._prompt else self.tr("Hold it ready"))
        self._say_value(afresh=False)

    def _say_value(self, *, afresh: bool) -> None:
        when = Timing(str(self.when.currentData() or Timing.QUIET))
        self.value.say(self.tr("Time") if when is Timing.AT else self.tr("Minutes"))
        if afresh:
            soon = hour_text(self._now + 10 * MINUTE) if self._now else ""
            self.value.set_text(_USUAL.get(when, soon))
            self.value.set_error("")

    def _fill(self, world: World, channel: str) -> None:
        agenda = world.state(AgendaState)
        topics = world.state(TopicsState).topics.values()
        rooms = world.state(RosterState).rooms.values()
        channels = [MAIN, *(topic_channel(each.topic) for each in topics if each.standing is not TopicStanding.CLOSED)]
        channels += [room_channel(room.room) for room in rooms if room.is_open]
        self.where.clear()
        for each in channels:
            self.where.addItem(place_name(world, each), each)
        self.where.setCurrentIndex(max(0, self.where.findData(channel)))
        self.activity.clear()
        self.activity.addItem(self.tr("For the whole class"), "")
        for key, activity in agenda.activities.items():
            if agenda.standing(key) in {Standing.NOW, Standing.TO_COME}:
                self.activity.addItem(called(activity), key)

    def _moment(self, typed: str) -> int:
        """Return the next moment at which the clock shows a time; 0 when it is none."""
        minutes = clock_typed(typed)
        if minutes is None:
            return 0
        today = datetime.fromtimestamp(self._now / 1000).astimezone()
        at = datetime.combine(today.date(), time()) + timedelta(minutes=minutes)
        return round(at.astimezone().timestamp() * 1000)
