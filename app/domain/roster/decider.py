"""Who may come in, and be called what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from msgspec.structs import replace

from app.domain.kernel.gate import Outcome, admit, clean, name_key
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.readings import Submission
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import MemberBarred, Seat, Standing
from app.domain.kernel.words import NOT_OPEN, Phase, Role
from app.domain.roster import commands as c
from app.domain.roster import events as e
from app.domain.roster.state import RosterState, name_item

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import Ctx, World

_CLOSED: Final = frozenset({Phase.ENDED, Phase.ARCHIVED})


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about members; see `Capability.decide`."""
    state = world.state(RosterState)
    match command:
        case c.InviteMember():
            return _invite(state, command, ctx)
        case c.JoinSession():
            return _join(world, state, command, ctx)
        case c.EnterSession(member=member):
            return _enter(world, state, _known(state, member))
        case c.AdmitMembers(members=members):
            waiting = [_known(state, member) for member in dict.fromkeys(members)]
            return [e.MemberAdmitted(member=s.member) for s in waiting if s.standing is Standing.WAITING]
        case c.LeaveSession():
            if _known(state, ctx.actor).role is Role.HOST:
                raise Refusal("host_must_stay")
            return (e.MemberLeft(member=ctx.actor),)
        case c.RenameMember():
            return _rename(world, state, command, ctx)
        case c.ChangeRole(member=member, role=role):
            return _change_role(_known(state, member), role)
        case c.RemoveMember(member=member):
            seat = _below(state, member, ctx)
            return () if seat.standing is Standing.REMOVED else (e.MemberRemoved(member=member),)
        case c.GrantToken(member=member, token_hash=token_hash):
            if member != ctx.actor:
                _below(state, member, ctx)
            return _grant(state, member, token_hash)
        case c.RevokeTokens(member=member):
            _below(state, member, ctx)
            return (e.TokensRevoked(member=member),) if member in state.tokens.values() else ()
        case c.SetDoor(mode=mode):
            return () if mode is state.door else (e.DoorSet(mode=mode),)
        case c.NotePresence(changes=changes):
            known = tuple(_in_order(state, change) for change in changes if change.member in state.members)
            return (e.PresenceNoted(changes=known),) if known else ()
        case c.EraseMember(member=member):
            _known(state, member)
            spare = (key for key, one in state.spare.items() if one.taken_by == member)
            return [MemberErased(member=each) for each in (member, *spare)]
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def owner(world: World, command: Command) -> MemberId | None:  # noqa: ARG001 (every capability's shape)
    """Return whose seat a command acts on."""
    match command:
        case c.RenameMember(member=member) | c.GrantToken(member=member) | c.EraseMember(member=member):
            return member
        case _:
            return None


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which what the command acts on last changed."""
    changed = world.state(RosterState).changed
    match command:
        case (
            c.RenameMember(member=member)
            | c.ChangeRole(member=member)
            | c.RemoveMember(member=member)
            | c.RevokeTokens(member=member)
            | c.EraseMember(member=member)
        ):
            return changed.get(member, 0)
        case c.SetDoor():
            return changed.get("door", 0)
        case _:
            return 0


def policies(world: World, envelope: Envelope) -> Iterable[Command]:  # noqa: ARG001 (every capability's shape)
    """Who is barred is put out."""
    event = envelope.event
    return (c.RemoveMember(member=event.member),) if isinstance(event, MemberBarred) else ()


def _known(state: RosterState, member: MemberId) -> Seat:
    seat = state.members.get(member)
    if seat is None:
        raise Refusal("unknown_member")
    return seat


def _below(state: RosterState, member: MemberId, ctx: Ctx) -> Seat:
    """Return the seat if the actor stands above it: the host above all others, co-facilitators above non-staff."""
    seat = _known(state, member)
    if seat.role is Role.HOST or (seat.role.is_staff and ctx.role is not Role.HOST):
        raise Refusal("not_allowed")
    return seat


def _in_order(state: RosterState, change: e.PresenceChange) -> e.PresenceChange:
    """Return a change that does not lie before the one it ends, even when a clock was set back."""
    before = state.presence.get(change.member)
    return change if before is None or before.since <= change.at else replace(change, at=before.since)


def _check_free(state: RosterState, name: str, member: MemberId) -> None:
    for other in state.called.get(name_key(name), ()):
        if other != member and _holds_name(state.members[other]):
            raise Refusal("name_taken")


def _holds_name(seat: Seat) -> bool:
    """Whether nobody else may be called so; a learner who is expected may have come by the code already."""
    if seat.standing is Standing.EXPECTED:
        return seat.role.is_staff
    return seat.standing not in {Standing.REMOVED, Standing.LEFT}


def _check_hash(state: RosterState, token_hash: str) -> None:
    if state.is_token_used(token_hash):
        raise Refusal("token_used")


def _invite(state: RosterState, command: c.InviteMember, ctx: Ctx) -> Sequence[Event]:
    if command.role in {Role.HOST, Role.RELAY} or (command.role.is_staff and ctx.role is not Role.HOST):
        raise Refusal("not_allowed")
    name = clean(command.name, "name")
    _check_free(state, name, "")
    _check_hash(state, command.token_hash)
    member = ctx.new_id()
    return (
        e.MemberInvited(
            member=member, role=command.role, number=state.next_number(), token_hash=command.token_hash, name=name
        ),
    )


def _join(world: World, state: RosterState, command: c.JoinSession, ctx: Ctx) -> Sequence[Event]:
    phase = world.life.phase
    hosting = command.role is Role.HOST
    if phase in _CLOSED:
        raise Refusal("session_ended")
    if phase in NOT_OPEN and not hosting:
        raise Refusal("not_open_yet")
    if command.role not in {Role.HOST, Role.LEARNER, Role.OBSERVER}:
        raise Refusal("not_allowed")
    _check_hash(state, command.token_hash)
    member = ctx.new_id()
    if hosting:
        name, held_by = clean(command.name, "name"), ""
    else:
        submission = Submission(
            kind="name", item=name_item(member), revision=1, channel="", author=member, text=command.name
        )
        admission = admit(world, ctx, submission)
        name, held_by = admission.text, admission.held_by
    if name_key(name) in state.barred:
        raise Refusal("banned")
    _check_free(state, name, member)
    at_once = hosting or state.door is e.DoorMode.OPEN
    return (
        e.MemberJoined(
            item=name_item(member),
            revision=1,
            kind="name",
            channel="",
            author=member,
            held_by=held_by,
            role=command.role,
            standing=Standing.ADMITTED if at_once else Standing.WAITING,
            number=state.next_number(),
            token_hash=command.token_hash,
            language=command.language if command.language in {"fr", "en"} else "fr",
            name=name,
        ),
    )


def _enter(world: World, state: RosterState, seat: Seat) -> Sequence[Event]:
    if seat.standing is Standing.REMOVED:
        raise Refusal("removed")
    if seat.standing in {Standing.ADMITTED, Standing.WAITING}:
        return ()
    if world.life.phase in NOT_OPEN and not seat.role.is_staff:
        raise Refusal("not_open_yet")
    # Who went while waiting was never let in: going and coming back must not open the door.
    waits = seat.member in state.never_in and state.door is e.DoorMode.ASK
    return (e.MemberEntered(member=seat.member, standing=Standing.WAITING if waits else Standing.ADMITTED),)


def _rename(world: World, state: RosterState, command: c.RenameMember, ctx: Ctx) -> Sequence[Event]:
    seat = _known(state, command.member)
    if command.member != ctx.actor:
        _below(state, command.member, ctx)
    revision = state.names[seat.member].revision + 1 if seat.member in state.names else 1
    item = name_item(seat.member)
    submission = Submission(
        kind="name", item=item, revision=revision, channel="", author=seat.member, text=command.name
    )
    admission = admit(world, ctx, submission)
    asked = state.names.get(seat.member)
    if asked and asked.text == admission.text and (admission.held_by or asked.outcome is Outcome.PUBLISHED):
        return ()
    _check_free(state, admission.text, seat.member)
    return (
        e.MemberRenamed(
            item=item,
            revision=revision,
            kind="name",
            channel="",
            author=seat.member,
            held_by=admission.held_by,
            name=admission.text,
        ),
    )


def _change_role(seat: Seat, role: Role) -> Sequence[Event]:
    if seat.role is Role.HOST or role in {Role.HOST, Role.RELAY}:
        raise Refusal("not_allowed")
    return () if seat.role is role else (e.RoleChanged(member=seat.member, role=role),)


def _grant(state: RosterState, member: MemberId, token_hash: str) -> Sequence[Event]:
    if _known(state, member).standing is Standing.REMOVED:
        raise Refusal("removed")
    if state.tokens.get(token_hash) == member:
        return ()
    _check_hash(state, token_hash)
    return (e.TokenGranted(member=member, token_hash=token_hash),)
