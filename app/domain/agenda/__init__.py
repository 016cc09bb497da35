"""The agenda: what the class does, in which order and for how long, and how far it has come."""

from __future__ import annotations

from msgspec.structs import replace

from app.domain.agenda import commands, decider, events, policies, state, views
from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.capability import Capability
from app.domain.kernel.permissions import STAFF_ONLY
from app.domain.kernel.words import Role
from app.domain.session.events import PhaseChanged

AGENDA = Capability(
    name="agenda",
    state=state.AgendaState,
    permissions={
        commands.SetAgenda: STAFF_ONLY,
        commands.AddActivities: STAFF_ONLY,
        commands.MoveActivity: STAFF_ONLY,
        commands.AmendActivity: STAFF_ONLY,
        commands.RemoveActivity: STAFF_ONLY,
        commands.RetimeActivities: STAFF_ONLY,
        commands.StartActivity: STAFF_ONLY,
        commands.PauseActivity: STAFF_ONLY,
        commands.ResumeActivity: STAFF_ONLY,
        commands.ExtendActivity: STAFF_ONLY,
        commands.SkipActivity: STAFF_ONLY,
        commands.GoBack: STAFF_ONLY,
        # The relay ends the activity that is under way when the class ends.
        commands.FinishActivity: replace(STAFF_ONLY, anyones=STAFF_ONLY.anyones | {Role.RELAY}),
    },
    events=(
        events.AgendaSet,
        events.ActivitiesAdded,
        events.ActivityMoved,
        events.ActivityAmended,
        events.ActivityRemoved,
        events.ActivitiesRetimed,
        events.ActivityStarted,
        events.ActivityFinished,
        events.ActivityPaused,
        events.ActivityResumed,
        events.ActivitySkipped,
    ),
    hears=(ActivityBegan, ActivityEnded, PhaseChanged),
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    touched=views.touched,
    changed_at=decider.changed_at,
    policies=policies.follow,
)
