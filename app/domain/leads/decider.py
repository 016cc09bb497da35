"""Who may lead what, for how long, and what may be asked of people there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from app.domain.kernel.gate import Outcome, admit
from app.domain.kernel.powers import LEADING
from app.domain.kernel.readings import Submission
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Phase, Role, room_of, topic_of
from app.domain.leads import commands as c
from app.domain.leads import events as e
from app.domain.leads.state import LeadsState, Prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.words import ChannelId, MemberId, Millis
    from app.domain.kernel.world import Ctx, World

_MINUTE: Final = 60_000
_OVER: Final = frozenset({Phase.ENDED, Phase.ARCHIVED})


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about leads; see `Capability.decide`."""
    state = world.state(LeadsState)
    match command:
        case c.PassLead():
            return _pass(world, state, command, ctx)
        case c.EndLead(place=place):
            lead = state.leads.get(place)
            if lead is None:
                raise Refusal("no_lead")
            why = e.End.RETURNED if lead.member == ctx.actor else e.End.REVOKED
            return (e.LeadEnded(member=lead.member, place=place, why=why),)
        case c.WritePrompt():
            return _write(world, state, command, ctx)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def owner(world: World, command: Command) -> MemberId | None:
    """Return whose lead a command ends."""
    lead = world.state(LeadsState).leads.get(command.place) if isinstance(command, c.EndLead) else None
    return lead.member if lead else None


def scope(world: World, command: Command) -> ChannelId | None:  # noqa: ARG001 (every capability's shape)
    """Return the place whose prompt a command writes."""
    return command.place if isinstance(command, c.WritePrompt) else None


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which the lead that a command acts on last changed."""
    match command:
        case c.PassLead(place=place) | c.EndLead(place=place):
            return world.state(LeadsState).changed.get(place, 0)
        case _:
            return 0


def next_deadline(world: World) -> Millis | None:
    """Return when the next lead's time is up."""
    return min((lead.until for lead in world.state(LeadsState).leads.values()), default=None)


def elapse(world: World, ctx: Ctx) -> Sequence[Event]:
    """Return the leads whose time is up."""
    return [
        e.LeadEnded(member=lead.member, place=lead.place, why=e.End.TIME)
        for lead in world.state(LeadsState).leads.values()
        if lead.until <= ctx.at
    ]


def _check_place(world: World, place: ChannelId) -> None:
    topic, room = topic_of(place), room_of(place)
    if topic is not None:
        if world.topics.standing(topic) is None:
            raise Refusal("unknown_topic")
    elif room is None:
        raise Refusal("unknown_channel")
    elif not world.seats.room_exists(place):
        raise Refusal("unknown_room")


def _check_not_over(world: World) -> None:
    if world.life.phase in _OVER:
        raise Refusal("session_ended")


def _pass(world: World, state: LeadsState, command: c.PassLead, ctx: Ctx) -> Sequence[Event]:
    _check_not_over(world)
    _check_place(world, command.place)
    seat = world.seats.seat(command.member)
    if seat is None:
        raise Refusal("unknown_member")
    if not seat.is_in:
        raise Refusal("not_admitted")
    if seat.role is not Role.LEARNER:
        raise Refusal("not_a_learner")
    if room_of(command.place) is not None and seat.place != command.place:
        raise Refusal("not_in_room")
    if not set(command.powers) <= set(LEADING):
        raise Refusal("bad_command")
    # In one order, however they were asked for.
    powers = tuple(power for power in LEADING if power in command.powers)
    until = ctx.at + command.minutes * _MINUTE
    lead = state.leads.get(command.place)
    if lead is not None and (lead.member, lead.until, lead.powers) == (command.member, until, powers):
        return ()
    return (e.LeadPassed(member=command.member, place=command.place, until=until, powers=powers),)


def _write(world: World, state: LeadsState, command: c.WritePrompt, ctx: Ctx) -> Sequence[Event]:
    _check_not_over(world)
    _check_place(world, command.place)
    if world.life.phase is not Phase.LIVE and not ctx.role.is_staff:
        raise Refusal("session_not_live", phase=str(world.life.phase))
    known = state.prompts.get(command.place, Prompt())
    if not command.text.strip():
        newest = known.wordings[-1] if known.wordings else None
        is_there = known.visible or (newest is not None and newest.outcome in {Outcome.HELD, Outcome.RETURNED})
        return (e.PromptTaken(place=command.place),) if is_there else ()
    submission = Submission(
        kind="prompt",
        item=e.prompt_item(command.place),
        revision=len(known.wordings) + 1,
        channel=command.place,
        author=ctx.actor,
        text=command.text,
    )
    admission = admit(world, ctx, submission)
    if known.shown is not None and known.shown.text == admission.text and known.visible == len(known.wordings):
        return ()
    return (
        e.PromptWritten(
            item=submission.item,
            revision=submission.revision,
            kind=submission.kind,
            channel=submission.channel,
            author=submission.author,
            held_by=admission.held_by,
            text=admission.text,
        ),
    )
