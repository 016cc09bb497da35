"""The people expected: the staff's list, the seats kept by personal links, and who of those who came is who."""

from __future__ import annotations

from app.domain.expected import commands, decider, events, views
from app.domain.kernel.capability import Capability
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import STAFF_ONLY
from app.domain.kernel.seats import SeatKept, SeatsJoined, SeatsParted

EXPECTED = Capability(
    name="expected",
    state=decider.ExpectedState,
    permissions={
        commands.ExpectPeople: STAFF_ONLY,
        commands.RevisePerson: STAFF_ONLY,
        commands.MatchPeople: STAFF_ONLY,
        commands.UnmatchPeople: STAFF_ONLY,
    },
    events=(events.PersonExpected, events.PersonRevised, events.PersonMatched, events.PersonUnmatched),
    hears=(MemberErased, SeatKept, SeatsJoined, SeatsParted),
    decide=decider.decide,
    evolve=decider.evolve,
    parts=views.PARTS,
    changed_at=decider.changed_at,
)
