"""The session as a whole: its life from created to archived, its title, code and addresses."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.permissions import HOST_ONLY, RELAY_ONLY, STAFF_ONLY
from app.domain.session import commands, decider, events, views

SESSION = Capability(
    name="session",
    state=decider.SessionState,
    permissions={
        commands.CreateSession: RELAY_ONLY,
        commands.OpenCode: STAFF_ONLY,
        commands.OpenLobby: STAFF_ONLY,
        commands.StartSession: STAFF_ONLY,
        commands.PauseSession: STAFF_ONLY,
        commands.ResumeSession: STAFF_ONLY,
        commands.EndSession: STAFF_ONLY,
        commands.ArchiveSession: HOST_ONLY,
        commands.SetTitle: STAFF_ONLY,
        commands.SetMeetingLink: STAFF_ONLY,
        commands.SetDialIn: STAFF_ONLY,
        commands.SetAddress: STAFF_ONLY,
        commands.OfferStandby: STAFF_ONLY,
    },
    events=(
        events.SessionCreated,
        events.CodeOpened,
        events.PhaseChanged,
        events.TitleChanged,
        events.MeetingLinkChanged,
        events.DialInChanged,
        events.AddressChanged,
        events.StandbyOffered,
        events.EpochBegun,
    ),
    hears=(),
    decide=decider.decide,
    evolve=decider.evolve,
    parts=(*views.PARTS, views.OWN),
    touched=views.touched,
    changed_at=decider.changed_at,
    next_deadline=decider.next_deadline,
    elapse=decider.elapse,
    provides=("life",),
)
