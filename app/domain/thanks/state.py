"""What is known of thanks, folded from their events."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec.structs import replace

from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.words import ChannelId, MemberId, Millis
from app.domain.kernel.world import State
from app.domain.thanks import events as e
from app.domain.thanks.events import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.world import World

KEPT_TIMES: Final = 60
"""How many of the times at which somebody thanked are kept, the last ones."""


class Thanks(msgspec.Struct, frozen=True, kw_only=True):
    """Thanks from one person to another.

    Attributes:
        id: their id.
        giver: who thanks.
        to: whom.
        reason: why.
        message: for which message; empty for none.
        channel: where that stands; empty for none.
        at: when they were given.
        order: the seq at which they were given.
        text: the words; empty for none.
        open: whether everybody may read the words.
        outcome: how the words stand; None when there are none.
        told: what the giver was told about their words.
    """

    id: str
    giver: MemberId
    to: MemberId
    reason: Reason
    message: str
    channel: ChannelId
    at: Millis
    order: int
    text: str = ""
    open: bool = False
    outcome: Outcome | None = None
    told: str = ""

    @property
    def words(self) -> str:
        """The words that others than their author may read; empty for none."""
        return self.text if self.outcome is Outcome.PUBLISHED else ""


class ThanksState(State, kw_only=True):
    """Thanks, and where to find them.

    Attributes:
        thanks: all that were not taken back.
        given: member to the thanks they gave, the newest last.
        received: member to the thanks they got, the newest last.
        about: message to the thanks for it.
        places: channel to the messages in it that somebody was thanked for.
        times: member to when they thanked last, taken back or not.
    """

    thanks: dict[str, Thanks] = {}
    given: dict[MemberId, dict[str, bool]] = {}
    received: dict[MemberId, dict[str, bool]] = {}
    about: dict[str, dict[str, bool]] = {}
    places: dict[ChannelId, dict[str, bool]] = {}
    times: dict[MemberId, list[Millis]] = {}

    def same(self, giver: MemberId, message: str, to: MemberId, reason: Reason) -> Thanks | None:
        """Return the thanks that count for the same: for that message, or to that person for that reason."""
        if message:
            there = (self.thanks[key] for key in self.about.get(message, ()))
            return next((each for each in there if each.giver == giver), None)
        there = (self.thanks[key] for key in self.given.get(giver, ()))
        return next((each for each in there if not each.message and each.to == to and each.reason is reason), None)

    def for_message(self, message: str) -> list[Thanks]:
        """Return the thanks for a message, in the order in which they were given."""
        return [self.thanks[key] for key in self.about.get(message, ())]

    def newest(self, of: Mapping[MemberId, dict[str, bool]], member: MemberId, count: int) -> Sequence[str]:
        """Return the last of somebody's thanks, the newest first.

        Args:
            of: `given` or `received`.
            member: whose.
            count: at most so many.
        """
        return list(islice(reversed(of.get(member, {})), count))

    def told_of(self, world: World, thing: str) -> Mapping[str, Any]:  # noqa: ARG002 (every state's shape)
        """Tell how many thank for a message."""
        return {"thanks": len(self.about[thing])} if self.about.get(thing) else {}

    def turned_by(self, world: World, envelope: Envelope) -> Iterable[str]:  # noqa: ARG002 (every state's shape)
        """Name the message that somebody was thanked for, or no longer."""
        match envelope.event:
            case e.ThanksGiven(message=message) | e.ThanksTakenBack(message=message):
                return (message,)
            case _:
                return ()


def evolve(state: ThanksState, envelope: Envelope) -> None:
    """Fold one envelope into the state of thanks."""
    match envelope.event:
        case e.ThanksGiven() as event:
            _give(state, event, envelope)
        case e.ThanksWorded(item=item) as event:
            outcome = Outcome.HELD if event.held_by else Outcome.PUBLISHED
            state.thanks[item] = replace(state.thanks[item], text=event.text, open=event.open, outcome=outcome)
        case e.ThanksTakenBack(thanks=thanks) as event:
            del state.thanks[thanks]
            for of, key in ((state.given, event.giver), (state.received, event.to), (state.about, event.message)):
                of.get(key, {}).pop(thanks, None)
            if event.message and not state.about[event.message]:
                del state.about[event.message]
                del state.places[event.channel][event.message]
        case TextDecided(item=item) as event if item in state.thanks:
            state.thanks[item] = replace(state.thanks[item], outcome=event.outcome, told=event.reason)
        case MemberErased(member=member):
            for key in state.given.get(member, ()):
                state.thanks[key] = replace(state.thanks[key], text="", told="")
        case _:
            pass


def _give(state: ThanksState, event: e.ThanksGiven, envelope: Envelope) -> None:
    state.thanks[event.thanks] = Thanks(
        id=event.thanks,
        giver=event.giver,
        to=event.to,
        reason=event.reason,
        message=event.message,
        channel=event.channel,
        at=envelope.at,
        order=envelope.seq,
    )
    state.given.setdefault(event.giver, {})[event.thanks] = True
    state.received.setdefault(event.to, {})[event.thanks] = True
    if event.message:
        state.about.setdefault(event.message, {})[event.thanks] = True
        state.places.setdefault(event.channel, {})[event.message] = True
    times = state.times.setdefault(event.giver, [])
    times.append(envelope.at)
    del times[:-KEPT_TIMES]
