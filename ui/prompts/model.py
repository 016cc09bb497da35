"""The prompts of a class as rows, made from the state: what waits first, the next one at the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.domain.agenda.state import AgendaState
from app.domain.kernel.words import MAIN, Phase
from app.domain.prompts.decider import takes
from app.domain.prompts.events import Timing, Why
from app.domain.prompts.state import Prompt, PromptsState, Standing
from ui.agenda.words import called
from ui.bridge.names import place_name
from ui.discussion.marks import plain
from ui.widgets.labels import Tone
from ui.widgets.time_label import clock_text, hour_text

if TYPE_CHECKING:
    from app.domain.kernel.world import World

SETTLED_SHOWN: Final = 30
"""How many of the prompts that wait no longer, the newest, are listed."""


@dataclass(frozen=True)
class PromptRow:
    """A prompt.

    Attributes:
        prompt: its id.
        text: what is asked, in a line.
        when: when it is sent, in words.
        where: the channel, when it is not the main room, and the activity.
        standing: where it is in its life.
        due: when it is sent, on the class's clock; none while that cannot be told.
        waits_for: why it cannot be told; empty when it can.
    """

    prompt: str
    text: str
    when: str
    where: str
    standing: Standing
    due: int | None
    waits_for: str

    def badge(self, now: int) -> tuple[str, Tone]:
        """Say how long it waits, or what became of it.

        Args:
            now: the class's time, in milliseconds.
        """
        match self.standing:
            case Standing.SENT:
                return QCoreApplication.translate("Prompts", "Sent"), Tone.OK
            case Standing.CANCELLED:
                return QCoreApplication.translate("Prompts", "Cancelled"), Tone.MUTED
            case Standing.DROPPED:
                return QCoreApplication.translate("Prompts", "Dropped"), Tone.MUTED
            case Standing.WAITING if self.due is None:
                return self.waits_for, Tone.MUTED
            case Standing.WAITING:
                return clock_text(max(0, -((now - (self.due or 0)) // 1000))), Tone.ACCENT


def prompts(world: World) -> tuple[PromptRow, ...]:
    """List the prompts.

    Args:
        world: to read.
    """
    state = world.state(PromptsState)
    waiting = [_row(world, prompt) for prompt in state.waiting()]
    waiting.sort(key=lambda row: (row.due is None, row.due or 0))
    settled = [prompt for prompt in state.prompts.values() if prompt.standing is not Standing.WAITING]
    settled.sort(key=lambda prompt: -prompt.settled_at)
    return (*waiting, *(_row(world, prompt) for prompt in settled[:SETTLED_SHOWN]))


def _row(world: World, prompt: Prompt) -> PromptRow:
    waits_for = _waits_for(world, prompt)
    where = [place_name(world, prompt.channel)] if prompt.channel != MAIN else []
    activity = world.state(AgendaState).activities.get(prompt.activity)
    if activity is not None:
        where.append(called(activity))
    if prompt.why is Why.ACTIVITY_OVER:
        where.append(QCoreApplication.translate("Prompts", "its activity ended"))
    return PromptRow(
        prompt=prompt.id,
        text=plain(prompt.text).replace("\n", " ") or QCoreApplication.translate("Prompts", "(erased)"),
        when=when_words(prompt.when, prompt.minutes, prompt.at),
        where=" · ".join(where),
        standing=prompt.standing,
        due=world.state(PromptsState).due(prompt) if not waits_for else None,
        waits_for=waits_for,
    )


def _waits_for(world: World, prompt: Prompt) -> str:
    state = world.state(PromptsState)
    if world.life.phase is Phase.PAUSED:
        return QCoreApplication.translate("Prompts", "class paused")
    if world.life.phase is not Phase.LIVE:
        return QCoreApplication.translate("Prompts", "class not begun")
    if prompt.activity and prompt.activity not in state.begun:
        return QCoreApplication.translate("Prompts", "activity to come")
    if not takes(world, prompt.channel):
        return QCoreApplication.translate("Prompts", "conversation closed")
    if state.due(prompt) is None:
        return QCoreApplication.translate("Prompts", "activity on hold")
    return ""


def when_words(when: Timing, minutes: int, at: int) -> str:
    """Say when a prompt is sent.

    Args:
        when: how its time is told.
        minutes: of quiet, or after its activity began.
        at: the moment, in milliseconds since 1970.
    """
    match when:
        case Timing.QUIET:
            return QCoreApplication.translate("Prompts", "After %1 min of silence").replace("%1", str(minutes))
        case Timing.AT:
            return QCoreApplication.translate("Prompts", "At %1").replace("%1", hour_text(at))
        case Timing.AFTER:
            return QCoreApplication.translate("Prompts", "%1 min into the activity").replace("%1", str(minutes))


def row_words(row: PromptRow, now: int) -> str:
    """Give a prompt as a screen reader says it.

    Args:
        row: of it.
        now: the class's time, in milliseconds.
    """
    return ". ".join(part for part in (row.text, row.when, row.where, row.badge(now)[0]) if part)
