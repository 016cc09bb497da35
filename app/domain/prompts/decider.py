"""What is asked later, and when its time has come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from app.domain.kernel.activities import ActivityEnded
from app.domain.kernel.gate import clean
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, Phase, room_of, topic_of
from app.domain.prompts import commands as c
from app.domain.prompts import events as e
from app.domain.prompts.events import Timing, Why
from app.domain.prompts.state import MINUTE, Prompt, PromptsState, Standing
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.words import ChannelId, Millis
    from app.domain.kernel.world import Ctx, World

MOST: Final = 100
"""How many prompts may wait at once."""

LONGEST: Final = 240
"""After how many minutes, at most, a prompt is sent."""

LATEST: Final = 2**53 - 1
"""The last moment that may be named."""

_ID: Final = re.compile(r"[A-Za-z0-9_-]{0,64}")


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about prompts; see `Capability.decide`."""
    state = world.state(PromptsState)
    if isinstance(command, c.DropPrompt):
        found = _known(state, command.prompt)
        is_waiting = found.standing is Standing.WAITING
        return (e.PromptDropped(prompt=found.id, why=command.why),) if is_waiting else ()
    if world.life.phase in {Phase.ENDED, Phase.ARCHIVED}:
        raise Refusal("wrong_phase", phase=str(world.life.phase))
    match command:
        case c.PreparePrompt():
            return _prepare(world, state, command, ctx)
        case c.RevisePrompt():
            return _revise(world, state, command, ctx)
        case c.CancelPrompt(prompt=prompt, on=on):
            return _cancel(state, _known(state, prompt), on=on)
        case c.SendPrompt(prompt=prompt):
            found = _waiting(state, prompt)
            if not takes(world, found.channel) or world.life.phase is not Phase.LIVE:
                raise Refusal("channel_closed")
            return (_sent(found),)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which the prompt that a command acts on last changed."""
    return world.state(PromptsState).changed.get(getattr(command, "prompt", ""), 0)


def policies(world: World, envelope: Envelope) -> Iterable[Command]:
    """What still waits is dropped when its activity ends, and when the class does."""
    waiting = world.state(PromptsState).waiting()
    match envelope.event:
        case ActivityEnded(activity=activity):
            over, why = [prompt for prompt in waiting if prompt.activity == activity], Why.ACTIVITY_OVER
        case PhaseChanged(phase=Phase.ENDED):
            over, why = waiting, Why.CLASS_OVER
        case _:
            return ()
    return [c.DropPrompt(prompt=prompt.id, why=why) for prompt in over]


def next_deadline(world: World) -> Millis | None:
    """Return when the next prompt is to be sent."""
    return min((due for due, _prompt in _timed(world)), default=None)


def elapse(world: World, ctx: Ctx) -> Sequence[Event]:
    """Send the prompt that is due first; what is said by it may put off another."""
    due = [(at, prompt) for at, prompt in _timed(world) if at <= ctx.at]
    return (_sent(min(due, key=lambda found: found[0])[1]),) if due else ()


def _timed(world: World) -> list[tuple[Millis, Prompt]]:
    state = world.state(PromptsState)
    timed = ((state.due(prompt), prompt) for prompt in state.waiting() if takes(world, prompt.channel))
    return [(at, prompt) for at, prompt in timed if at is not None]


def takes(world: World, channel: ChannelId) -> bool:
    """Whether people may write in a channel now, as far as its room or its topic goes."""
    topic = topic_of(channel)
    if topic is not None:
        return world.topics.standing(topic) is TopicStanding.OPEN
    return world.seats.room_exists(channel)


def _sent(prompt: Prompt) -> e.PromptSent:
    return e.PromptSent(prompt=prompt.id, channel=prompt.channel, author=prompt.author, text=prompt.text)


def _known(state: PromptsState, prompt: str) -> Prompt:
    found = state.prompts.get(prompt)
    if found is None:
        raise Refusal("unknown_prompt")
    return found


def _waiting(state: PromptsState, prompt: str) -> Prompt:
    found = _known(state, prompt)
    if found.standing is not Standing.WAITING:
        raise Refusal("prompt_settled", standing=str(found.standing))
    return found


def _prepare(world: World, state: PromptsState, command: c.PreparePrompt, ctx: Ctx) -> Sequence[Event]:
    if len(state.waiting()) >= MOST:
        raise Refusal("too_many_prompts", limit=MOST)
    prompt = ctx.new_id()
    if prompt in state.prompts:
        raise Refusal("id_used")
    _check(world, command, ctx)
    return (
        e.PromptPrepared(
            prompt=prompt,
            author=ctx.actor,
            text=clean(command.text, "message"),
            channel=command.channel,
            when=command.when,
            minutes=command.minutes,
            at=command.at,
            activity=command.activity,
        ),
    )


def _revise(world: World, state: PromptsState, command: c.RevisePrompt, ctx: Ctx) -> Sequence[Event]:
    found = _waiting(state, command.prompt)
    _check(world, command, ctx)
    revised = e.PromptRevised(
        prompt=found.id,
        author=found.author,
        text=clean(command.text, "message"),
        channel=command.channel,
        when=command.when,
        minutes=command.minutes,
        at=command.at,
        activity=command.activity,
    )
    names = ("text", "channel", "when", "minutes", "at", "activity")
    is_same = all(getattr(found, name) == getattr(revised, name) for name in names)
    return () if is_same else (revised,)


def _cancel(state: PromptsState, found: Prompt, *, on: bool) -> Sequence[Event]:
    if found.standing is (Standing.CANCELLED if on else Standing.WAITING):
        return ()
    if found.standing is not (Standing.WAITING if on else Standing.CANCELLED) or not found.text:
        raise Refusal("prompt_settled", standing=str(found.standing))
    if not on and len(state.waiting()) >= MOST:
        raise Refusal("too_many_prompts", limit=MOST)
    return (e.PromptCancelled(prompt=found.id, on=on),)


def _check(world: World, command: c.PreparePrompt | c.RevisePrompt, ctx: Ctx) -> None:
    """Check where and when something is asked.

    Raises:
        Refusal: `unknown_channel`, `bad_prompt` with the `field` that does not fit, or `time_past`.
    """
    topic, room = topic_of(command.channel), room_of(command.channel)
    is_topic = topic is not None and world.topics.standing(topic) is not None
    is_room = room is not None and world.seats.room_exists(command.channel)
    if command.channel != MAIN and not is_topic and not is_room:
        raise Refusal("unknown_channel")
    if not _ID.fullmatch(command.activity) or (command.when is Timing.AFTER and not command.activity):
        raise Refusal("bad_prompt", field="activity")
    if not (command.minutes == 0 if command.when is Timing.AT else 1 <= command.minutes <= LONGEST):
        raise Refusal("bad_prompt", field="minutes")
    if not (0 < command.at <= LATEST if command.when is Timing.AT else command.at == 0):
        raise Refusal("bad_prompt", field="at")
    state = world.state(PromptsState)
    has_begun = not command.activity or command.activity in state.begun
    past = command.at if command.when is Timing.AT else ctx.at + 1
    if command.when is Timing.AFTER and command.activity in state.activities:
        past += command.minutes * MINUTE - state.activities[command.activity].at(ctx.at) - 1
    if has_begun and past <= ctx.at:
        raise Refusal("time_past")
