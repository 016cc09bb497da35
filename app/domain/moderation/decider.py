"""Which text is held, and what staff decide about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

import msgspec
from msgspec.structs import replace

from app.domain.kernel.gate import Outcome, TextDecided, TextSubmitted, TextWithdrawn, clean
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import ANSWERS, MAIN, ChannelId, MemberId, Millis, room_of, topic_of
from app.domain.kernel.world import State
from app.domain.moderation.commands import DecideText, SetChannelMode
from app.domain.moderation.events import ChannelMode, ChannelModeSet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.readings import Submission
    from app.domain.kernel.world import Ctx, World

NAMES: Final = "names"
"""The channel whose mode rules over names."""

ROOMS: Final = "rooms"
"""The channel whose mode rules over every room that has none of its own."""

TOPICS: Final = "topics"
"""The channel whose mode rules over every topic that has none of its own."""

CHANNEL_RULE: Final = "channel"
"""The rule that holds a text because of its channel's mode."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A text's way through the gate.

    Attributes:
        item: the thing whose text it is.
        kind: what it is.
        channel: where it shows.
        author: who wrote it.
        revision: the newest revision.
        outcome: how the newest revision stands.
        held_by: the rule that held it; empty when none did.
        at: when the newest revision was written.
        version: the seq of the last change; decisions name it.
        decided_by: who decided last; empty for nobody.
        reason: what the author was told.
    """

    item: str
    kind: str
    channel: ChannelId
    author: MemberId
    revision: int
    outcome: Outcome
    held_by: str
    at: Millis
    version: int
    decided_by: MemberId = ""
    reason: str = ""


class ModerationState(State, kw_only=True):
    """The gate's rules and every text's standing.

    Attributes:
        modes: channel to mode; a channel not listed is open.
        items: every text that came to the gate and was not withdrawn.
        waiting: the items that wait for a decision, in the order they came.
        changed: channel to the seq at which its mode last changed.
    """

    modes: dict[ChannelId, ChannelMode] = {}
    items: dict[str, Item] = {}
    waiting: dict[str, int] = {}
    changed: dict[ChannelId, int] = {}

    def mode_of(self, channel: ChannelId) -> ChannelMode:
        """Return what happens to learners' texts in a channel."""
        mode = self.modes.get(channel)
        if mode is None and room_of(channel) is not None:
            mode = self.modes.get(ROOMS)
        elif mode is None and topic_of(channel) is not None:
            mode = self.modes.get(TOPICS)
        return mode or ChannelMode.OPEN

    def held_by(self, submission: Submission) -> str:
        """Judge one text; see `Gate.held_by`."""
        match self.mode_of(submission.channel or NAMES):
            case ChannelMode.OPEN:
                return ""
            case ChannelMode.HELD:
                return CHANNEL_RULE
            case ChannelMode.CLOSED:
                if submission.kind == "name":
                    return CHANNEL_RULE
                raise Refusal("channel_closed")
            case mode:
                assert_never(mode)


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:  # noqa: ARG001 (every decider's shape)
    """Decide one command about texts; see `Capability.decide`."""
    state = world.state(ModerationState)
    match command:
        case SetChannelMode(channel=channel, mode=mode):
            topic = topic_of(channel)
            is_room = room_of(channel) is not None and world.seats.room_exists(channel)
            is_topic = topic is not None and world.topics.standing(topic) is not None
            if channel not in {MAIN, NAMES, ROOMS, TOPICS, ANSWERS} and not (is_room or is_topic):
                raise Refusal("unknown_channel")
            return () if state.modes.get(channel) is mode else (ChannelModeSet(channel=channel, mode=mode),)
        case DecideText():
            return _decide_text(state, command)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def _decide_text(state: ModerationState, command: DecideText) -> Sequence[Event]:
    item = state.items.get(command.item)
    if item is None:
        raise Refusal("unknown_item")
    if command.outcome is Outcome.HELD:
        raise Refusal("bad_command")
    if item.revision != command.revision:
        raise Refusal("edited_since", revision=item.revision)
    if item.outcome is command.outcome:
        return ()
    if item.version != command.version:
        raise Refusal("decided_otherwise", outcome=str(item.outcome))
    reason = clean(command.reason, "reason") if command.reason.strip() else ""
    return (
        TextDecided(item=item.item, revision=item.revision, outcome=command.outcome, author=item.author, reason=reason),
    )


def evolve(state: ModerationState, envelope: Envelope) -> None:
    """Fold one envelope into the moderation's state."""
    event = envelope.event
    match event:
        case TextSubmitted():
            held = bool(event.held_by)
            state.items[event.item] = Item(
                item=event.item,
                kind=event.kind,
                channel=event.channel,
                author=event.author,
                revision=event.revision,
                outcome=Outcome.HELD if held else Outcome.PUBLISHED,
                held_by=event.held_by,
                at=envelope.at,
                version=envelope.seq,
            )
            # A new revision waits at the end of the queue: it is another text.
            state.waiting.pop(event.item, None)
            if held:
                state.waiting[event.item] = envelope.seq
        case TextDecided():
            item = state.items.get(event.item)
            if item is None or item.revision != event.revision:
                return
            state.waiting.pop(event.item, None)
            state.items[event.item] = replace(
                item, outcome=event.outcome, version=envelope.seq, decided_by=envelope.actor, reason=event.reason
            )
        case TextWithdrawn(withdrawn=item_id):
            state.items.pop(item_id, None)
            state.waiting.pop(item_id, None)
        case ChannelModeSet(channel=channel, mode=mode):
            state.modes[channel] = mode
            state.changed[channel] = envelope.seq
        case MemberErased(member=member):
            # Nothing is left to decide about; the marks stay, without the words that told why.
            for item in [item for item in state.items.values() if item.author == member]:
                state.waiting.pop(item.item, None)
                state.items[item.item] = replace(item, reason="")
        case _:
            pass


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which what the command acts on last changed.

    A decision names the version it was made on, and is compared by that alone.
    """
    return world.state(ModerationState).changed.get(command.channel, 0) if isinstance(command, SetChannelMode) else 0
