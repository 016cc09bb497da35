"""The board: links, notes and messages worth keeping, which everybody in a session puts together."""

from __future__ import annotations

from app.domain.board import commands, decider, events, looking, state, views
from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import OWN_OR_STAFF, PARTICIPANTS
from app.domain.kernel.seats import SeatChanged

BOARD = Capability(
    name="board",
    state=state.BoardState,
    permissions={
        commands.AddItem: PARTICIPANTS,
        commands.PutMessage: PARTICIPANTS,
        commands.EditItem: OWN_OR_STAFF,
        commands.RemoveItem: OWN_OR_STAFF,
        commands.MarkUseful: PARTICIPANTS,
    },
    events=(
        events.ItemAdded,
        events.ItemEdited,
        events.MessagePut,
        events.ItemRemoved,
        events.UsefulMarked,
    ),
    hears=(MemberErased, SeatChanged, TextDecided, TextSubmitted, TextWithdrawn),
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    touched=views.touched,
    owner=decider.owner,
    text_of=state.text_of,
    queries={"items": looking.items},
)
