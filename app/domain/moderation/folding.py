"""How events change what is known of the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from app.domain.kernel.gate import Outcome, TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.words import RELAY, private_of
from app.domain.moderation import events as e
from app.domain.moderation.items import (
    Act,
    AppealMade,
    AppealStanding,
    Claim,
    Deed,
    Flag,
    Item,
    Limited,
    Recent,
    Suggestion,
    Warned,
)
from app.domain.moderation.lexicon import Action
from app.domain.moderation.rules import TOGETHER, WRITTEN_WORK
from app.domain.moderation.state import LATELY_KEPT, RECENT_KEPT, ModerationState

if TYPE_CHECKING:
    from app.domain.kernel.envelope import Envelope

_OWN: Final = frozenset(e.EVENTS)
_RULES: Final = "rules"
PERSON: Final = "person:"
"""What an appeal is about that is about no text: this, and the member's id."""


def evolve(state: ModerationState, envelope: Envelope) -> None:
    """Fold one envelope into the moderation's state."""
    match envelope.event:
        case TextSubmitted(channel=channel) if private_of(channel) is not None:
            # What is for the staff alone is theirs to read from the beginning: nothing is to be decided about it.
            pass
        case TextSubmitted() as event:
            _submitted(state, envelope, event)
        case TextDecided() as event:
            _decided(state, envelope, event)
        case TextWithdrawn(withdrawn=item_id):
            state.take_away(item_id)
        case MemberErased(member=member):
            state.blank(member)
        case event if type(event) in _OWN:
            _evolve_rules(state, envelope)
            _evolve_texts(state, envelope)
            _evolve_people(state, envelope)
        case _:
            pass


def _evolve_rules(state: ModerationState, envelope: Envelope) -> None:
    match envelope.event:
        case e.ChannelModeSet(channel=channel, mode=mode):
            state.modes[channel] = mode
            state.changed[channel] = envelope.seq
            _note(state, envelope, Deed.MODE, what=str(mode), channel=channel)
        case e.SlowSet(channel=channel, seconds=seconds):
            state.slow[channel] = seconds
            state.changed["slow:" + channel] = envelope.seq
            _note(state, envelope, Deed.SLOW, what=str(seconds), channel=channel)
        case e.RulesSet(rules=rules, number=number):
            state.rules, state.number = rules, number
            state.changed[_RULES] = envelope.seq
            if not rules.crowd:
                state.lately.clear()
            _note(state, envelope, Deed.RULES, what=rules.name)
        case e.WordsEdited() as event:
            before = () if event.afresh else state.lexicon
            state.lexicon = (before or type(state.lexicon)()).edited(event.added, event.removed)
            state.number = event.number
            _note(state, envelope, Deed.WORDS, what=str(len(state.lexicon.words)))
        case _:
            pass


def _submitted(state: ModerationState, envelope: Envelope, event: TextSubmitted) -> None:
    before = state.items.get(event.item)
    held = bool(event.held_by)
    item = Item(
        item=event.item,
        kind=event.kind,
        channel=event.channel,
        author=event.author,
        revision=event.revision,
        outcome=Outcome.HELD if held else Outcome.PUBLISHED,
        held_by=event.held_by,
        at=envelope.at,
        since=envelope.at,
        version=envelope.seq,
        duplicate_of=before.duplicate_of if before else "",
        order=before.order if before else envelope.seq,
    )
    # A new revision waits at the end of the queue: it is another text.
    for queue in (state.waiting, state.flagged, state.returned):
        queue.pop(event.item, None)
    state.release(event.item)
    state.put(item)
    _remember(state, envelope, event)
    if held:
        _note(state, envelope, Deed.HELD, item=item, rule=event.held_by, by=RELAY)


def _remember(state: ModerationState, envelope: Envelope, event: TextSubmitted) -> None:
    """Keep what the rules look back on."""
    if event.kind in TOGETHER or (event.kind == "name" and event.revision == 1):
        # A note has many hands; and coming in is no text among texts.
        return
    if event.kind not in WRITTEN_WORK:
        state.wrote.setdefault(event.author, {})[event.channel] = envelope.at
    text = str(getattr(event, event.erasable[0], "")) if event.erasable else ""
    digest = state.digest(text) if state.rules.repeated is not Action.PASS else ""
    recent = (*state.recent.get(event.author, ()), Recent(envelope.at, event.item, digest))
    state.recent[event.author] = recent[-RECENT_KEPT:]
    if state.rules.crowd and event.kind not in WRITTEN_WORK:
        state.lately.append(envelope.at)
        if len(state.lately) > 2 * LATELY_KEPT:
            del state.lately[:-LATELY_KEPT]


def _decided(state: ModerationState, envelope: Envelope, event: TextDecided) -> None:
    item = state.items.get(event.item)
    if item is None or item.revision != event.revision:
        return
    state.release(item.item)
    again, published = event.outcome is Outcome.HELD, event.outcome is Outcome.PUBLISHED
    # Staff who bring back what a rule took away have looked at it: a decision, and further flags change nothing.
    overruled = bool(event.undoes) and published and item.decided_by == RELAY
    decided = replace(
        item,
        outcome=event.outcome,
        version=envelope.seq,
        decided_by=envelope.actor,
        decided_at=envelope.at,
        decision="" if event.undoes and not overruled else envelope.command_id,
        reason=event.reason,
        rule=event.rule,
        before=None if event.undoes else item.outcome,
        cosigned=(),
        is_flagged=bool(event.undoes) and published and item.was_flagged and not overruled,
        was_flagged=item.is_flagged and not event.undoes,
        is_kept=overruled,
        is_rewritten=published and bool(event.text),
        # What waits again waits since now, at the end of its queue.
        since=envelope.at if again or event.undoes else item.since,
        held_by=event.rule if again and event.rule else item.held_by,
        suggestions=(),
    )
    state.put(decided)
    _note(
        state,
        envelope,
        Deed.UNDONE if event.undoes else Deed.DECIDED,
        item=decided,
        what=str(event.outcome),
        rule=event.rule or item.held_by,
        reason=event.reason,
        about=item.author,
        took=max(0, envelope.at - item.since),
    )


def _evolve_texts(state: ModerationState, envelope: Envelope) -> None:
    match envelope.event:
        case e.ItemClaimed(item=item_id, until=until):
            state.release(item_id)
            state.release(state.claimed.get(envelope.actor, ""))
            state.claims[item_id] = Claim(envelope.actor, until)
            state.claimed[envelope.actor] = item_id
            return
        case e.ClaimReleased(item=item_id):
            state.release(item_id)
            return
        case e.Appealed() as event:
            _appealed(state, envelope, event)
            return
        case e.AppealAnswered() as event:
            _answered(state, envelope, event)
            return
        case _:
            pass
    item = state.items.get(getattr(envelope.event, "item", ""))
    if item is None:
        return
    match envelope.event:
        case e.DecisionCosigned():
            state.put(replace(item, cosigned=(*item.cosigned, envelope.actor)))
            _note(state, envelope, Deed.COSIGNED, item=item, what=str(item.outcome))
        case e.DecisionSuggested(revision=revision, outcome=outcome, reason=reason):
            made = Suggestion(by=envelope.actor, at=envelope.at, revision=revision, outcome=outcome, reason=reason)
            state.put(replace(item, suggestions=(*item.suggestions, made)))
            _note(state, envelope, Deed.SUGGESTED, item=item, what=str(outcome), reason=reason, about=item.author)
        case e.DuplicateMarked(of=of):
            state.put(replace(item, duplicate_of=of))
            _note(state, envelope, Deed.DUPLICATE, item=item, what=of)
        case _:
            _evolve_flags(state, envelope, item)


def _evolve_flags(state: ModerationState, envelope: Envelope, item: Item) -> None:
    # What somebody decided about is not asked about again; another revision is another text.
    open_now = item.outcome is Outcome.PUBLISHED and not item.decision
    since = item.since if item.is_flagged else envelope.at
    match envelope.event:
        case e.TextNoted(revision=revision, rule=rule, flags=flags, tags=tags, censored=censored):
            if revision != item.revision:
                return
            marked = replace(item, tags=tags, is_censored=censored)
            if flags:
                flag = Flag(rule=rule, at=envelope.at)
                flagged = item.is_flagged or open_now
                marked = replace(marked, flags=(*item.flags, flag), is_flagged=flagged, since=since)
            state.put(marked)
            what = "flag" if flags else "censor" if censored else ",".join(tags)
            _note(state, envelope, Deed.NOTED, item=item, what=what, rule=rule, by=RELAY)
        case e.TextFlagged(revision=revision, member=member, reason=reason):
            state.flagging.setdefault(member, {})[item.item] = envelope.seq
            if revision != item.revision:
                return
            flag = Flag(member=member, at=envelope.at, reason=reason)
            flagged = item.is_flagged or open_now
            state.put(replace(item, flags=(*item.flags, flag), is_flagged=flagged, since=since))
            _note(state, envelope, Deed.FLAGGED, item=item, reason=reason, about=member)
        case e.FlagsKept(revision=revision, on=on):
            if revision != item.revision:
                return
            state.release(item.item)
            kept = replace(
                item,
                is_flagged=not on,
                is_kept=on,
                since=item.since if on else envelope.at,
                version=envelope.seq,
                decided_by=envelope.actor,
                decided_at=envelope.at,
                decision=envelope.command_id if on else "",
                before=Outcome.PUBLISHED if on else None,
                cosigned=(),
                reason="",
            )
            state.put(kept)
            deed = Deed.KEPT if on else Deed.UNDONE
            what = "kept" if on else "flagged"
            _note(state, envelope, deed, item=item, what=what, took=max(0, envelope.at - item.since))
        case _:
            pass


def _appealed(state: ModerationState, envelope: Envelope, event: e.Appealed) -> None:
    item = state.items.get(event.item)
    state.appeals[event.item] = AppealMade(
        item=event.item,
        author=event.author,
        revision=item.revision if item else 0,
        at=envelope.at,
        text=event.text,
    )
    state.appealing[event.item] = envelope.seq
    _note(state, envelope, Deed.APPEALED, item=item, member=event.author, reason=event.text, about=event.author)


def _answered(state: ModerationState, envelope: Envelope, event: e.AppealAnswered) -> None:
    appeal = state.appeals[event.item]
    standing = AppealStanding.GRANTED if event.granted else AppealStanding.REFUSED
    state.appeals[event.item] = replace(appeal, standing=standing, by=envelope.actor, answer=event.reason)
    state.appealing.pop(event.item, None)
    _note(
        state,
        envelope,
        Deed.ANSWERED,
        item=state.items.get(event.item),
        what=str(standing),
        member=appeal.author,
        reason=event.reason,
        about=event.author,
    )


def _evolve_people(state: ModerationState, envelope: Envelope) -> None:
    match envelope.event:
        case e.MemberWarned(warning=key, member=member, item=item, reason=reason):
            state.warnings[key] = Warned(
                id=key, member=member, by=envelope.actor, at=envelope.at, item=item, reason=reason
            )
            state.warned.setdefault(member, {})[key] = True
            _about(state, envelope, Deed.WARNED, member, "", item, reason)
        case e.WarningRead(warning=key):
            state.warnings[key] = replace(state.warnings[key], read=True)
        case e.MemberLimited() as event:
            state.limits.setdefault(event.member, {})[event.limit] = Limited(
                by=envelope.actor,
                at=envelope.at,
                until=event.until,
                every=event.every,
                item=event.item,
                reason=event.reason,
            )
            _time(state, event.member, event.limit, event.until)
            _about(state, envelope, Deed.LIMITED, event.member, str(event.limit), event.item, event.reason)
        case e.LimitLifted(member=member, limit=limit):
            mine = state.limits.get(member, {})
            mine.pop(limit, None)
            if not mine:
                state.limits.pop(member, None)
                # Nothing limits them any more: there is nothing to think again about.
                state.appealing.pop(PERSON + member, None)
            _time(state, member, limit, 0)
            _about(state, envelope, Deed.LIFTED, member, str(limit), "", "")
        case e.MemberBanned(member=member, item=item, reason=reason):
            _about(state, envelope, Deed.BANNED, member, "", item, reason)
        case _:
            pass


def _time(state: ModerationState, member: str, limit: e.Limit, until: int) -> None:
    key = f"{member}/{limit}"
    state.timed.pop(key, None)
    if until:
        state.timed[key] = until


def _about(
    state: ModerationState, envelope: Envelope, deed: Deed, member: str, what: str, item: str, reason: str
) -> None:
    _note(
        state,
        envelope,
        deed,
        item=state.items.get(item),
        what=what,
        member=member,
        reason=reason,
        about=member,
    )


def _note(  # noqa: PLR0913 (a line of the list has many columns)
    state: ModerationState,
    envelope: Envelope,
    deed: Deed,
    *,
    item: Item | None = None,
    what: str = "",
    channel: str = "",
    member: str = "",
    rule: str = "",
    reason: str = "",
    about: str = "",
    by: str = "",
    took: int = 0,
) -> None:
    """Write a line of the audit list."""
    state.audit.append(
        Act(
            seq=envelope.seq,
            at=envelope.at,
            by=by or envelope.actor,
            deed=deed,
            what=what,
            item=item.item if item else "",
            kind=item.kind if item else "",
            channel=channel or (item.channel if item else ""),
            revision=item.revision if item else 0,
            member=member or (item.author if item else ""),
            rule=rule,
            reason=reason,
            about=about,
            took=took,
        )
    )
