"""What learners see of the gate: what their channels do with texts, and what concerns them alone.

Each text is shown by the capability that owns it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.kernel.anonymity import is_alias, person_behind
from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, me
from app.domain.moderation import events as e
from app.domain.moderation.events import ChannelMode, Limit
from app.domain.moderation.items import AppealStanding
from app.domain.moderation.state import ModerationState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.world import World


def _state(world: World) -> ModerationState:
    return world.state(ModerationState)


def _channels(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return {**_state(world).modes, **_state(world).slow}


def _channel(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    entry: dict[str, Any] = {}
    mode = _state(world).modes.get(key)
    if mode is not None and mode is not ChannelMode.OPEN:
        entry["mode"] = str(mode)
    if _state(world).slow.get(key):
        entry["slow"] = _state(world).slow[key]
    return entry or None


def _limits(world: World, audience: Audience) -> Iterable[str]:
    return [str(limit) for limit in _state(world).limits.get(audience.key, ())]


def _limit(world: World, audience: Audience, key: str) -> Json | None:
    terms = _state(world).limits.get(audience.key, {}).get(Limit(key))
    if terms is None:
        return None
    entry: dict[str, Any] = {"at": terms.at}
    if terms.until:
        entry["until"] = terms.until
    if terms.every:
        entry["every"] = terms.every
    if terms.reason:
        entry["reason"] = terms.reason
    return entry


def _warnings(world: World, audience: Audience) -> Iterable[str]:
    return _state(world).warnings_of(audience.key)


def _warning(world: World, audience: Audience, key: str) -> Json | None:
    told = _state(world).warnings.get(key)
    if told is None or told.member != audience.key or told.read:
        return None
    entry: dict[str, Any] = {"at": told.at}
    if told.reason:
        entry["reason"] = told.reason
    if told.item:
        entry["item"] = told.item
    return entry


def _flagged(world: World, audience: Audience) -> Iterable[str]:
    return _state(world).flagged_by(audience.key)


def _flag(world: World, audience: Audience, key: str) -> Json | None:
    state = _state(world)
    item = state.items.get(key)
    if item is None or key not in state.flagging.get(audience.key, ()):
        return None
    return True if any(flag.member == audience.key for flag in item.flags) else None


def _appeals(world: World, audience: Audience) -> Iterable[str]:
    state = _state(world)
    return [key for key, made in state.appeals.items() if person_behind(world, made.author) == audience.key]


def _appeal(world: World, audience: Audience, key: str) -> Json | None:
    made = _state(world).appeals.get(key)
    if made is None or person_behind(world, made.author) != audience.key:
        return None
    entry: dict[str, Any] = {"at": made.at, "state": str(made.standing)}
    if made.revision:
        entry["revision"] = made.revision
    if made.text:
        entry["text"] = made.text
    if made.answer and made.standing is not AppealStanding.OPEN:
        entry["answer"] = made.answer
    return entry


def _next(world: World, audience: Audience) -> Json | None:
    """Say from when on one may write again, channel by channel; a moment that has passed says nothing."""
    state, member = _state(world), audience.key
    if not state.slow and Limit.SLOWED not in state.limits.get(member, {}):
        return None
    times = {channel: state.next_at(member, member, channel) for channel in state.wrote.get(member, ()) if channel}
    return {channel: at for channel, at in times.items() if at} or None


PARTS = (
    Collection("class", "modes", _channels, _channel),
    Collection("me", "limits", _limits, _limit),
    Collection("me", "warnings", _warnings, _warning),
    Collection("me", "flagged", _flagged, _flag, windowed=True),
    Collection("me", "appeals", _appeals, _appeal),
    Field("me", "next", _next),
)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the moderation's views."""
    state = _state(world)
    match envelope.event:
        case e.ChannelModeSet(channel=channel):
            yield Touch(CLASS, "modes", channel)
        case e.SlowSet(channel=channel):
            yield Touch(CLASS, "modes", channel)
            for member in state.wrote:
                yield Touch(me(member), "next")
        case e.MemberLimited(member=member, limit=limit) | e.LimitLifted(member=member, limit=limit):
            yield Touch(me(member), "limits", str(limit))
            yield Touch(me(member), "next")
        case e.MemberWarned(member=member, warning=warning):
            yield Touch(me(member), "warnings", warning)
        case e.WarningRead(warning=warning):
            yield Touch(me(state.warnings[warning].member), "warnings", warning)
        case e.TextFlagged(member=member, item=item):
            yield Touch(me(member), "flagged", item)
        case e.Appealed(item=item, author=author) | e.AppealAnswered(item=item, author=author):
            yield Touch(me(person_behind(world, author)), "appeals", item)
        case TextSubmitted(author=author, item=item) if not is_alias(author):
            if state.slow or Limit.SLOWED in state.limits.get(author, {}):
                yield Touch(me(author), "next")
            yield from _unflagged(state, item)
        case TextSubmitted(item=item) | TextWithdrawn(withdrawn=item) | TextDecided(item=item):
            yield from _unflagged(state, item)
        case MemberErased(member=member):
            for key in state.warnings_of(member):
                yield Touch(me(member), "warnings", key)
            for limit in state.limits.get(member, ()):
                yield Touch(me(member), "limits", str(limit))
            for key, made in state.appeals.items():
                if made.author == member:
                    yield Touch(me(member), "appeals", key)
        case _:
            pass


def _unflagged(state: ModerationState, item: str) -> Iterable[Touch]:
    """A text that is another one now, or is gone, is flagged by nobody any more."""
    for member, flagged in state.flagging.items():
        if item in flagged:
            yield Touch(me(member), "flagged", item)
