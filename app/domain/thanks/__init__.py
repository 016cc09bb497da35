"""Thanks: one person tells another what was good about what they did, with a reason."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import OWN_OR_STAFF, PARTICIPANTS
from app.domain.kernel.seats import SeatChanged
from app.domain.thanks import commands, decider, events, state, views

THANKS = Capability(
    name="thanks",
    state=state.ThanksState,
    permissions={commands.GiveThanks: PARTICIPANTS, commands.TakeBackThanks: OWN_OR_STAFF},
    events=(events.ThanksGiven, events.ThanksWorded, events.ThanksTakenBack),
    hears=(MemberErased, SeatChanged, TextDecided, TextSubmitted, TextWithdrawn),
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    touched=views.touched,
    owner=decider.owner,
    text_of=views.text_of,
)
