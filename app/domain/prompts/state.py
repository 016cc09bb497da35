"""What waits to be asked, and the clocks that tell when."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from app.domain.kernel.activities import ActivityBegan, ActivityEnded, ActivityHeld, ActivityWentOn
from app.domain.kernel.gate import TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.readings import TopicBegan
from app.domain.kernel.words import ChannelId, MemberId, Millis, Phase, room_channel, topic_channel
from app.domain.kernel.world import State
from app.domain.prompts import events as e
from app.domain.prompts.events import Timing, Why
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from app.domain.kernel.envelope import Envelope

MINUTE: Final = 60_000
"""A minute, in milliseconds."""


class Standing(StrEnum):
    """Where a prompt is in its life."""

    WAITING = "waiting"
    SENT = "sent"
    CANCELLED = "cancelled"
    DROPPED = "dropped"


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """Something to be asked later.

    Attributes:
        id: its id.
        author: in whose name.
        text: what is asked; empty after erasure.
        channel: where.
        when: how its time is told.
        minutes: of quiet, or after its activity began.
        at: the moment; 0 for none.
        activity: which it belongs to; empty for the whole class.
        since: the class's clock when it was prepared or changed last.
        standing: where it is in its life.
        why: for what reason it was dropped.
        settled_at: when it was sent, called off or dropped; 0 before.
    """

    id: str
    author: MemberId
    text: str
    channel: ChannelId
    when: Timing
    minutes: int
    at: Millis
    activity: str
    since: Millis
    standing: Standing = Standing.WAITING
    why: Why | None = None
    settled_at: Millis = 0


class Clock(msgspec.Struct, frozen=True):
    """A clock that can stand still: it shows `shown` at `since`, and goes on from there while it runs."""

    shown: Millis = 0
    since: Millis = 0
    runs: bool = False

    def at(self, now: Millis) -> Millis:
        """Return what it shows at a moment."""
        return self.shown + (now - self.since if self.runs else 0)

    def when(self, shows: Millis) -> Millis | None:
        """Return the moment at which it shows, or showed, something; None while it stands still."""
        return self.since + shows - self.shown if self.runs else None

    def turned(self, now: Millis, *, runs: bool) -> Clock:
        """Return it running or standing still from a moment on."""
        return Clock(self.at(now), now, runs)


class PromptsState(State, kw_only=True):
    """Prompts, and the clocks by which they are sent.

    Attributes:
        prompts: by id, in the order in which they were prepared.
        changed: prompt to the seq at which it last changed.
        live: runs while the class is live, so that a pause is no silence.
        heard: channel to when somebody last wrote there, or it opened; by `live`.
        begun: the activity under way to when it began; by `live`.
        activities: activity to its own clock, which stands still with the class and when staff stop it.
        held: activities whose clock staff stopped.
    """

    prompts: dict[str, Prompt] = {}
    changed: dict[str, int] = {}
    live: Clock = Clock()
    heard: dict[ChannelId, Millis] = {}
    begun: dict[str, Millis] = {}
    activities: dict[str, Clock] = {}
    held: dict[str, bool] = {}

    def waiting(self) -> list[Prompt]:
        """Return the prompts that wait."""
        return [prompt for prompt in self.prompts.values() if prompt.standing is Standing.WAITING]

    def due(self, prompt: Prompt) -> Millis | None:
        """Return when a prompt is to be sent, as things stand; None while that cannot be told."""
        if not self.live.runs or (prompt.activity and prompt.activity not in self.begun):
            return None
        from_then = max(prompt.since, self.begun.get(prompt.activity, 0))
        match prompt.when:
            case Timing.AT:
                start = self.live.when(from_then)
                return max(prompt.at, start) if start is not None else None
            case Timing.QUIET:
                return self.live.when(max(from_then, self.heard.get(prompt.channel, 0)) + prompt.minutes * MINUTE)
            case Timing.AFTER:
                clock = self.activities.get(prompt.activity)
                return clock.when(prompt.minutes * MINUTE) if clock is not None else None


def evolve(state: PromptsState, envelope: Envelope) -> None:
    """Fold one envelope into the state of prompts."""
    event = envelope.event
    match event:
        case e.PromptPrepared() | e.PromptRevised():
            state.prompts[event.prompt] = Prompt(
                id=event.prompt,
                author=event.author,
                text=event.text,
                channel=event.channel,
                when=event.when,
                minutes=event.minutes,
                at=event.at,
                activity=event.activity,
                since=state.live.at(envelope.at),
            )
            state.changed[event.prompt] = envelope.seq
        case e.PromptCancelled(prompt=prompt, on=True):
            _settle(state, envelope, prompt, Standing.CANCELLED)
        case e.PromptCancelled(prompt=prompt):
            found = state.prompts[prompt]
            state.prompts[prompt] = replace(
                found, standing=Standing.WAITING, since=state.live.at(envelope.at), settled_at=0
            )
            state.changed[prompt] = envelope.seq
        case e.PromptSent(prompt=prompt, channel=channel):
            _settle(state, envelope, prompt, Standing.SENT)
            state.heard[channel] = state.live.at(envelope.at)
        case e.PromptDropped(prompt=prompt, why=why):
            _settle(state, envelope, prompt, Standing.DROPPED, why)
        case TextSubmitted(kind="message", channel=channel):
            state.heard[channel] = state.live.at(envelope.at)
        case TopicBegan(topic=topic):
            state.heard[topic_channel(topic)] = state.live.at(envelope.at)
        case PlacesChanged():
            for room in event.opened():
                state.heard[room_channel(room.room)] = state.live.at(envelope.at)
        case MemberErased(member=member):
            _erase(state, envelope, member)
        case _:
            _keep_time(state, envelope)


def _keep_time(state: PromptsState, envelope: Envelope) -> None:
    match envelope.event:
        case PhaseChanged(phase=phase):
            state.live = state.live.turned(envelope.at, runs=phase is Phase.LIVE)
            for activity in state.begun:
                _turn(state, activity, envelope.at)
        case ActivityBegan(activity=activity):
            state.begun[activity] = state.live.at(envelope.at)
            state.held.pop(activity, None)
            _turn(state, activity, envelope.at)
            _revive(state, envelope, activity)
        case ActivityEnded(activity=activity):
            state.begun.pop(activity, None)
            _turn(state, activity, envelope.at)
        case ActivityHeld(activity=activity):
            state.held[activity] = True
            _turn(state, activity, envelope.at)
        case ActivityWentOn(activity=activity):
            state.held.pop(activity, None)
            _turn(state, activity, envelope.at)
        case _:
            pass


def _turn(state: PromptsState, activity: str, at: Millis) -> None:
    runs = state.live.runs and activity in state.begun and activity not in state.held
    state.activities[activity] = state.activities.get(activity, Clock()).turned(at, runs=runs)


def _revive(state: PromptsState, envelope: Envelope, activity: str) -> None:
    """An activity that is taken up again has its prompts again."""
    for prompt in state.prompts.values():
        if prompt.activity == activity and prompt.why is Why.ACTIVITY_OVER:
            state.prompts[prompt.id] = replace(prompt, standing=Standing.WAITING, why=None, settled_at=0)
            state.changed[prompt.id] = envelope.seq


def _settle(state: PromptsState, envelope: Envelope, prompt: str, standing: Standing, why: Why | None = None) -> None:
    found = state.prompts[prompt]
    state.prompts[prompt] = replace(found, standing=standing, why=why, settled_at=envelope.at)
    state.changed[prompt] = envelope.seq


def _erase(state: PromptsState, envelope: Envelope, member: MemberId) -> None:
    """What has no words any more is not asked."""
    for prompt in state.prompts.values():
        if prompt.author == member:
            state.prompts[prompt.id] = replace(prompt, text="")
            if prompt.standing is Standing.WAITING:
                _settle(state, envelope, prompt.id, Standing.CANCELLED)
