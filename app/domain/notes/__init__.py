"""Notes: a text in each place that everybody there writes into at once, and staff can lock, hide, clear and restore."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import GateChanged, TextDecided, TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import PARTICIPANTS, RELAY_ONLY, STAFF_ONLY
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.readings import TopicBegan
from app.domain.kernel.seats import SeatVacated
from app.domain.notes import commands, decider, events, looking, state, views

NOTES = Capability(
    name="notes",
    state=state.NotesState,
    permissions={
        commands.EditNote: PARTICIPANTS,
        commands.BeginNote: RELAY_ONLY,
        commands.SetNote: STAFF_ONLY,
        commands.ClearNote: STAFF_ONLY,
        commands.RestoreNote: STAFF_ONLY,
    },
    events=(events.NoteEdited, events.NoteBegun, events.NoteModeSet, events.NoteCleared, events.NoteRestored),
    hears=(GateChanged, MemberErased, PlacesChanged, SeatVacated, TextDecided, TextSubmitted, TopicBegan),
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    touched=views.touched,
    changed_at=decider.changed_at,
    policies=decider.policies,
    text_of=decider.text_of,
    queries={"read": looking.read_note},
)
