"""What follows from what happens elsewhere: with the class, the activity that is under way ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.agenda.commands import FinishActivity
from app.domain.agenda.state import AgendaState
from app.domain.kernel.words import Phase
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command
    from app.domain.kernel.world import World


def follow(world: World, envelope: Envelope) -> Iterable[Command]:
    """Return what follows from an envelope; see `Capability.policies`."""
    match envelope.event:
        case PhaseChanged(phase=Phase.ENDED) if world.state(AgendaState).current:
            return (FinishActivity(),)
        case _:
            return ()
