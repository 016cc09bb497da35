"""Where one may write without a name, and which aliases staff do not hear any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from app.domain.anonymous import commands as c
from app.domain.anonymous import events as e
from app.domain.anonymous.events import Allowed
from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.anonymity import is_alias
from app.domain.kernel.gate import TextSubmitted
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, STAFF, ChannelId, Phase, room_of, topic_of
from app.domain.kernel.world import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World

ALL: Final = "all"
"""Stands for every channel that has no rule of its own."""

_SCOPE: Final = "posts:"


class AnonymousState(State, kw_only=True):
    """The rules, and the aliases under which somebody wrote.

    Attributes:
        modes: channel to whom one may be anonymous there; where nothing is said, to nobody.
        changed: channel to the seq at which its rule last changed.
        activity: the one under way; empty for none.
        aliases: alias to its scope.
        muted: the aliases that are not heard.
    """

    modes: dict[ChannelId, Anonymity] = {}
    changed: dict[ChannelId, int] = {}
    activity: str = ""
    aliases: dict[str, str] = {}
    muted: dict[str, bool] = {}

    @property
    def scope(self) -> str:
        """What one is anonymous in now; see `Veil.scope`."""
        return _SCOPE + self.activity

    def anonymity(self, channel: ChannelId) -> Anonymity:
        """Return to whom one may be anonymous in a channel; see `Veil.anonymity`."""
        if channel == STAFF:
            return Anonymity.OFF
        return self.modes.get(channel, self.modes.get(ALL, Anonymity.OFF))

    def scopes(self) -> Iterable[str]:
        """Return every scope in which somebody wrote; see `Veil.scopes`."""
        return dict.fromkeys(self.aliases.values())

    def scope_of(self, alias: str) -> str | None:
        """Return the scope of an alias; see `Veil.scope_of`."""
        return self.aliases.get(alias)

    def is_muted(self, alias: str) -> bool:
        """Whether nothing is taken under an alias; see `Veil.is_muted`."""
        return alias in self.muted


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:  # noqa: ARG001 (every decider's shape)
    """Decide one command about messages without a name; see `Capability.decide`."""
    state = world.state(AnonymousState)
    if world.life.phase is Phase.ARCHIVED:
        raise Refusal("session_not_live", phase=str(Phase.ARCHIVED))
    match command:
        case c.AllowAnonymous(channel=channel, mode=mode):
            topic = topic_of(channel)
            is_room = room_of(channel) is not None and world.seats.room_exists(channel)
            is_topic = topic is not None and world.topics.standing(topic) is not None
            if channel not in {ALL, MAIN} and not (is_room or is_topic):
                raise Refusal("unknown_channel")
            if channel == ALL and mode is Allowed.SAME:
                raise Refusal("bad_command")
            before = str(state.modes.get(channel, Allowed.OFF if channel == ALL else Allowed.SAME))
            return () if before == mode else (e.AnonymousAllowed(channel=channel, mode=mode),)
        case c.MuteAlias(alias=alias, on=on):
            if alias not in state.aliases:
                raise Refusal("unknown_alias")
            return () if state.is_muted(alias) is on else (e.AliasMuted(alias=alias, on=on),)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which the rule that a command is about last changed."""
    return world.state(AnonymousState).changed.get(getattr(command, "channel", ""), 0)


def evolve(state: AnonymousState, envelope: Envelope) -> None:
    """Fold one envelope into the state of messages without a name."""
    match envelope.event:
        case e.AnonymousAllowed(channel=channel, mode=Allowed.SAME):
            state.modes.pop(channel, None)
            state.changed[channel] = envelope.seq
        case e.AnonymousAllowed(channel=channel, mode=mode):
            state.modes[channel] = Anonymity(str(mode))
            state.changed[channel] = envelope.seq
        case e.AliasMuted(alias=alias, on=True):
            state.muted[alias] = True
        case e.AliasMuted(alias=alias):
            state.muted.pop(alias, None)
        case ActivityBegan(activity=activity):
            state.activity = activity
        case ActivityEnded():
            state.activity = ""
        case TextSubmitted(kind="message", author=author) if is_alias(author):
            # An alias belongs to the activity in which it first wrote, also when it edits later.
            state.aliases.setdefault(author, state.scope)
        case _:
            pass
