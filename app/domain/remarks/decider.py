"""What staff note, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import msgspec
from msgspec.structs import replace

from app.domain.kernel.anonymity import is_alias
from app.domain.kernel.gate import clean
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MemberId, Millis, Phase
from app.domain.kernel.world import State
from app.domain.remarks import commands as c
from app.domain.remarks import events as e

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """Something that staff noted.

    Attributes:
        remark: its id.
        member: whom it is about.
        message: the message that it is about; empty when it is about the person.
        author: who noted it.
        at: when.
        text: what it says now; empty when it is only a flag, and after erasure.
        follow_up: whether somebody has to come back to it.
        settled_at: when that was done; 0 when it never was to be, or is still to be done.
        gone: whether it was taken away.
        changed: the place of the record that last changed it.
    """

    remark: str
    member: MemberId
    message: str
    author: MemberId
    at: Millis
    text: str
    follow_up: bool
    settled_at: Millis = 0
    gone: bool = False
    changed: int


class RemarksState(State, kw_only=True):
    """The remarks, in the order of time.

    Attributes:
        remarks: every remark ever.
        by_member: whom they are about to their ids.
        by_message: the message they are about to their ids.
    """

    remarks: dict[str, Remark] = {}
    by_member: dict[MemberId, list[str]] = {}
    by_message: dict[str, list[str]] = {}

    def about(self, member: MemberId) -> tuple[Remark, ...]:
        """Return what stands about a person, about their messages too."""
        return self._there(self.by_member.get(member, []))

    def on(self, message: str) -> tuple[Remark, ...]:
        """Return what stands about a message."""
        return self._there(self.by_message.get(message, []))

    def to_follow_up(self) -> tuple[Remark, ...]:
        """Return what somebody has to come back to."""
        return tuple(each for each in self.remarks.values() if each.follow_up and not each.gone)

    def _there(self, ids: list[str]) -> tuple[Remark, ...]:
        found = (self.remarks[each] for each in ids)
        return tuple(each for each in found if not each.gone)


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about remarks; see `Capability.decide`."""
    state = world.state(RemarksState)
    if world.life.phase is Phase.ARCHIVED:
        raise Refusal("session_not_live", phase=str(Phase.ARCHIVED))
    match command:
        case c.WriteRemark():
            return _write(world, state, command, ctx)
        case c.ReviseRemark(remark=key, text=text):
            remark = _known(state, key)
            words = _words(text, is_needed=not remark.follow_up)
            return () if words == remark.text else (e.RemarkRevised(remark=key, member=remark.member, text=words),)
        case c.FlagRemark(remark=key, follow_up=follow_up):
            remark = _known(state, key)
            return () if remark.follow_up is follow_up else (e.RemarkFlagged(remark=key, follow_up=follow_up),)
        case c.RemoveRemark(remark=key, gone=gone):
            found = state.remarks.get(key)
            if found is None:
                raise Refusal("unknown_remark")
            return () if found.gone is gone else (e.RemarkRemoved(remark=key, gone=gone),)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which the remark that a command acts on last changed."""
    if not isinstance(command, c.ReviseRemark):
        return 0
    found = world.state(RemarksState).remarks.get(command.remark)
    return found.changed if found is not None else 0


def _known(state: RemarksState, key: str) -> Remark:
    found = state.remarks.get(key)
    if found is None or found.gone:
        raise Refusal("unknown_remark")
    return found


def _words(text: str, *, is_needed: bool) -> str:
    return clean(text, "remark") if is_needed or text.strip() else ""


def _write(world: World, state: RemarksState, command: c.WriteRemark, ctx: Ctx) -> Sequence[Event]:
    member = command.member
    if command.message:
        said = world.talk.said(command.message)
        if said is None or (member and member != said.author):
            raise Refusal("unknown_message")
        member = said.author
    # Who wrote without a name is nobody that one could know: the note is about what they wrote.
    if world.seats.seat(member) is None and not (command.message and is_alias(member)):
        raise Refusal("unknown_member")
    remark = ctx.new_id()
    if remark in state.remarks:
        raise Refusal("id_used")
    return (
        e.RemarkWritten(
            remark=remark,
            member=member,
            message=command.message,
            author=ctx.actor,
            follow_up=command.follow_up,
            text=_words(command.text, is_needed=not command.follow_up),
        ),
    )


def evolve(state: RemarksState, envelope: Envelope) -> None:
    """Fold one envelope into the remarks."""
    match envelope.event:
        case e.RemarkWritten() as written:
            state.remarks[written.remark] = Remark(
                remark=written.remark,
                member=written.member,
                message=written.message,
                author=written.author,
                at=envelope.at,
                text=written.text,
                follow_up=written.follow_up,
                changed=envelope.seq,
            )
            state.by_member.setdefault(written.member, []).append(written.remark)
            if written.message:
                state.by_message.setdefault(written.message, []).append(written.remark)
        case e.RemarkRevised(remark=key, text=text):
            state.remarks[key] = replace(state.remarks[key], text=text, changed=envelope.seq)
        case e.RemarkFlagged(remark=key, follow_up=follow_up):
            settled = 0 if follow_up else envelope.at
            state.remarks[key] = replace(
                state.remarks[key], follow_up=follow_up, settled_at=settled, changed=envelope.seq
            )
        case e.RemarkRemoved(remark=key, gone=gone):
            state.remarks[key] = replace(state.remarks[key], gone=gone, changed=envelope.seq)
        case MemberErased(member=member):
            for key in state.by_member.get(member, ()):
                state.remarks[key] = replace(state.remarks[key], text="")
        case _:
            pass
