"""Remarks: what staff note for themselves about people and messages; no learner's document ever holds any of it."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import STAFF_ONLY
from app.domain.remarks import commands, decider, events, views

REMARKS = Capability(
    name="remarks",
    state=decider.RemarksState,
    permissions={
        commands.WriteRemark: STAFF_ONLY,
        commands.ReviseRemark: STAFF_ONLY,
        commands.FlagRemark: STAFF_ONLY,
        commands.RemoveRemark: STAFF_ONLY,
    },
    events=(events.RemarkWritten, events.RemarkRevised, events.RemarkFlagged, events.RemarkRemoved),
    hears=(MemberErased,),
    decide=decider.decide,
    evolve=decider.evolve,
    parts=views.PARTS,
    changed_at=decider.changed_at,
)
