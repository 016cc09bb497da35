"""How updates of the shared plan are taken in, and which of them still have to be kept."""

from __future__ import annotations

import base64
import binascii
from hashlib import sha256
from typing import TYPE_CHECKING, Final, assert_never

import msgspec

from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import SeatVacated
from app.domain.kernel.words import MemberId, Phase
from app.domain.kernel.world import State
from app.domain.planning.commands import UpdatePlan
from app.domain.planning.events import PlanUpdated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World

PIECE_LIMIT: Final = 48 * 1024
"""How many characters of base64 one update or piece of it may have."""

PARTS_LIMIT: Final = 512
"""In how many pieces one update may come."""

UNFINISHED_LIMIT: Final = 16
"""How many updates may lack pieces at one time."""

_ID_LIMIT: Final = 64


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """An update that is needed to make the plan.

    Attributes:
        update: in base64.
        seq: where it stands in the log; of its last piece.
        member: who made it.
        mark: tells this update with everything before it from any other past.
        is_whole: whether it took the place of others.
    """

    update: str
    seq: int
    member: MemberId
    mark: str
    is_whole: bool


class Unfinished(msgspec.Struct, frozen=True, kw_only=True):
    """An update of which pieces are missing.

    Attributes:
        member: whose it is.
        parts: how many it has in all.
        covers: the mark up to which it holds everything.
        there: how many have come.
    """

    member: MemberId
    parts: int
    covers: str
    there: int


class PlanningState(State, kw_only=True):
    """The shared plan, as far as the log has to know it.

    Attributes:
        plan: its id; empty while none is shared.
        updates: seq to update: the last whole one, if there is one, and all that it does not cover.
        unfinished: updates that lack pieces, by the id that their pieces share.
        pieces: that id and the piece's number, as `ID:N`, to the piece.
        mark: of the last update.
        whole_size: characters of the last update that took the place of others; 0 without one.
        size: characters of all updates.
    """

    plan: str = ""
    updates: dict[int, Kept] = {}
    unfinished: dict[str, Unfinished] = {}
    pieces: dict[str, str] = {}
    mark: str = ""
    whole_size: int = 0
    size: int = 0


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:  # noqa: ARG001 (every decider's shape)
    """Decide one command about the shared plan; see `Capability.decide`."""
    state = world.state(PlanningState)
    match command:
        case UpdatePlan():
            return _update(world, state, command)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def _update(world: World, state: PlanningState, command: UpdatePlan) -> Sequence[Event]:
    # Also while the class runs, and after it: what somebody changed without a line must not be lost to the others.
    if world.life.phase is Phase.ARCHIVED:
        raise Refusal("wrong_phase", phase=str(world.life.phase))
    if state.plan and command.plan != state.plan:
        raise Refusal("other_plan")
    _check(command)
    known = state.unfinished.get(command.whole)
    if known is not None and (known.parts, known.covers) != (command.parts, command.covers):
        raise Refusal("bad_command")
    if f"{command.whole}:{command.part}" in state.pieces:
        return ()
    if command.parts > 1 and known is None and len(state.unfinished) >= UNFINISHED_LIMIT:
        raise Refusal("plan_too_busy")
    return (
        PlanUpdated(
            plan=command.plan,
            update=command.update,
            covers=command.covers,
            whole=command.whole,
            part=command.part,
            parts=command.parts,
        ),
    )


def _check(command: UpdatePlan) -> None:
    if len(command.update) > PIECE_LIMIT or command.parts > PARTS_LIMIT:
        raise Refusal("plan_update_too_large", limit=PIECE_LIMIT)
    in_pieces = command.parts > 1
    if (
        not 0 < len(command.plan) <= _ID_LIMIT
        or in_pieces is not bool(command.whole)
        or len(command.whole) > _ID_LIMIT
        or command.part >= command.parts
        or len(command.covers) > _ID_LIMIT
    ):
        raise Refusal("bad_command")
    try:
        if not base64.b64decode(command.update, validate=True):
            raise Refusal("bad_command")
    except (binascii.Error, ValueError) as error:
        raise Refusal("bad_command") from error


def evolve(state: PlanningState, envelope: Envelope) -> None:
    """Fold one envelope into the planning's state."""
    match envelope.event:
        case PlanUpdated() as event:
            state.plan = state.plan or event.plan
            update = event.update if event.parts == 1 else _gather(state, event, envelope.actor)
            if update:
                _take(state, update, event.covers, envelope)
        case SeatVacated(member=member):
            # Whoever is gone will not send what is missing.
            for whole in [whole for whole, one in state.unfinished.items() if one.member == member]:
                parts = state.unfinished.pop(whole).parts
                for part in range(parts):
                    state.pieces.pop(f"{whole}:{part}", None)
        case _:
            pass


def _take(state: PlanningState, update: str, covers: str, envelope: Envelope) -> None:
    through = next((kept.seq for kept in state.updates.values() if kept.mark == covers), 0) if covers else 0
    for seq in [seq for seq in state.updates if seq <= through]:
        state.size -= len(state.updates.pop(seq).update)
    if through:
        state.whole_size = len(update)
    # A chain of its own: after a relay was lost, another past may have other updates at the same places.
    state.mark = sha256(f"{state.mark}{envelope.command_id}{update}".encode()).hexdigest()[:32]
    state.updates[envelope.seq] = Kept(
        update=update, seq=envelope.seq, member=envelope.actor, mark=state.mark, is_whole=through > 0
    )
    state.size += len(update)


def _gather(state: PlanningState, event: PlanUpdated, member: MemberId) -> str:
    """Keep a piece, and return the update once it has all of them; empty before."""
    before = state.unfinished.get(event.whole)
    there = before.there + 1 if before else 1
    state.pieces[f"{event.whole}:{event.part}"] = event.update
    if there < event.parts:
        state.unfinished[event.whole] = Unfinished(member=member, parts=event.parts, covers=event.covers, there=there)
        return ""
    state.unfinished.pop(event.whole, None)
    return "".join(state.pieces.pop(f"{event.whole}:{part}") for part in range(event.parts))
