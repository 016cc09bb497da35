"""What staff decide about texts and rules, and what learners ask of staff."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from app.domain.kernel.anonymity import is_alias, person_behind
from app.domain.kernel.gate import REWRITABLE, Outcome, TextDecided, TextSubmitted, clean
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import PresenceTold, SeatChanged, visible_until
from app.domain.kernel.words import ANSWERS, ARGUMENTS, MAIN, RELAY, MemberId, Phase, private_of, topic_of
from app.domain.moderation import commands as c
from app.domain.moderation import events as e
from app.domain.moderation import people
from app.domain.moderation.checking import check_rules, check_words
from app.domain.moderation.folding import PERSON
from app.domain.moderation.items import AppealStanding, Item, Suggestion
from app.domain.moderation.rules import APPEAL, EXPIRED, FLAGS, WORDS, marks
from app.domain.moderation.state import NAMES, ROOMS, TOPICS, ModerationState
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.words import Millis
    from app.domain.kernel.world import Ctx, World

MOST_AT_ONCE: Final = 500
"""How many texts one command decides about."""

MOST_SUGGESTIONS: Final = 20
"""How many decisions that came too late stand beside one text."""

SLOWEST: Final = 600
"""The most seconds between two texts of a learner in a slow channel."""

_TO_DECIDE: Final = frozenset({Outcome.PUBLISHED, Outcome.RETURNED, Outcome.REJECTED, Outcome.HIDDEN})
_APPEALABLE: Final = frozenset({Outcome.REJECTED, Outcome.HIDDEN})


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about texts; see `Capability.decide`."""
    state = world.state(ModerationState)
    match command:
        case c.SetChannelMode(channel=channel, mode=mode):
            _check_channel(world, channel)
            return () if state.modes.get(channel) is mode else (e.ChannelModeSet(channel=channel, mode=mode),)
        case c.SetSlow() | c.SetRules() | c.EditWords():
            return _decide_rules(world, state, command)
        case c.DecideText():
            return _decide_text(state, command, ctx)
        case c.DecideTexts():
            return _decide_many(state, command, ctx)
        case c.UndoDecision():
            return _undo(state, command)
        case c.ClaimItem() | c.ReleaseClaim():
            return _claim(state, command, ctx)
        case c.MarkDuplicate(item=item, of=of):
            if _known(state, item).duplicate_of == of:
                return ()
            if of and (of == item or _known(state, of).duplicate_of):
                raise Refusal("same_text")
            return (e.DuplicateMarked(item=item, of=of),)
        case c.FlagText():
            return _flag(world, state, command, ctx)
        case c.Appeal():
            return _appeal(world, state, command, ctx)
        case c.AnswerAppeal():
            return _answer(state, command)
        case c.NoteText() as note:
            return (
                e.TextNoted(
                    item=note.item,
                    revision=note.revision,
                    rule=WORDS,
                    flags=note.flags,
                    tags=note.tags,
                    censored=note.censored,
                ),
            )
        case c.WeighFlags(item=item):
            return _weigh(state, item)
        case c.ExpireAll():
            return [_expired(state.items[item]) for item in state.waiting]
        case _:
            return people.decide(world, state, command, ctx)


def owner(world: World, command: Command) -> MemberId | None:
    """Return whose text, appeal or warning a command acts on."""
    state = world.state(ModerationState)
    match command:
        case c.Appeal(item=item):
            found = state.items.get(item)
            return person_behind(world, found.author) if found else item.removeprefix(PERSON)
        case c.ReadWarning(warning=warning):
            told = state.warnings.get(warning)
            return told.member if told else None
        case _:
            return None


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which what the command acts on last changed.

    A decision names the version it was made on, and is compared by that alone.
    """
    changed = world.state(ModerationState).changed
    match command:
        case c.SetChannelMode(channel=channel):
            return changed.get(channel, 0)
        case c.SetSlow(channel=channel):
            return changed.get("slow:" + channel, 0)
        case c.SetRules():
            return changed.get("rules", 0)
        case _:
            return 0


def policies(world: World, envelope: Envelope) -> Iterable[Command]:
    """What a text holds is noted, flags are weighed, claims end with the connection, and all with the class."""
    state = world.state(ModerationState)
    match envelope.event:
        case TextSubmitted() as event if private_of(event.channel) is None:
            return _noting(world, state, event)
        case e.TextFlagged(item=item):
            return (c.WeighFlags(item=item),)
        case PresenceTold() as told:
            return [c.ReleaseClaim(member=member) for member in told.gone() if member in state.claimed]
        case SeatChanged(member=member) if member in state.claimed:
            seat = world.seats.seat(member)
            stays = seat is not None and seat.is_in and seat.role.is_staff
            return () if stays else (c.ReleaseClaim(member=member),)
        case PhaseChanged(phase=Phase.ARCHIVED) if state.waiting:
            return (c.ExpireAll(),)
        case _:
            return ()


def next_deadline(world: World) -> Millis | None:
    """Return when a claim, a limit or the first waiting text is over."""
    state = world.state(ModerationState)
    times = [*state.timed.values(), *(claim.until for claim in state.claims.values())]
    if state.rules.expire_minutes and state.waiting:
        times.append(_expires(state, next(iter(state.waiting))))
    return min(times, default=None)


def elapse(world: World, ctx: Ctx) -> Sequence[Event]:
    """Let claims, limits and waiting texts end that are due."""
    state = world.state(ModerationState)
    due: list[Event] = [e.ClaimReleased(item=item) for item, claim in state.claims.items() if claim.until <= ctx.at]
    for key, until in state.timed.items():
        if until <= ctx.at:
            member, _, limit = key.rpartition("/")
            due.append(e.LimitLifted(member=member, limit=e.Limit(limit)))
    if state.rules.expire_minutes:
        for item in state.waiting:
            if _expires(state, item) > ctx.at:
                break
            due.append(_expired(state.items[item]))
    return due


# --- rules -----------------------------------------------------------------------------------------------------------


def _check_channel(world: World, channel: str) -> None:
    topic = topic_of(channel)
    is_room = channel.startswith("room:") and world.seats.room_exists(channel)
    is_topic = topic is not None and world.topics.standing(topic) is not None
    if channel not in {MAIN, NAMES, ROOMS, TOPICS, ANSWERS, ARGUMENTS} and not (is_room or is_topic):
        raise Refusal("unknown_channel")


def _decide_rules(
    world: World, state: ModerationState, command: c.SetSlow | c.SetRules | c.EditWords
) -> Sequence[Event]:
    match command:
        case c.SetSlow(channel=channel, seconds=seconds):
            _check_channel(world, channel)
            if channel in {NAMES, ANSWERS, ARGUMENTS}:
                raise Refusal("unknown_channel")
            if not 0 <= seconds <= SLOWEST:
                raise Refusal("bad_rules", field="seconds")
            return () if state.slow.get(channel, 0) == seconds else (e.SlowSet(channel=channel, seconds=seconds),)
        case c.SetRules(rules=rules):
            rules = check_rules(rules)
            return () if rules == state.rules else (e.RulesSet(rules=rules, number=state.number + 1),)
        case c.EditWords(added=added, removed=removed, afresh=afresh):
            added = check_words(state.lexicon, added, removed, afresh=afresh)
            after = (type(state.lexicon)() if afresh else state.lexicon).edited(added, removed)
            if after == state.lexicon:
                return ()
            return (e.WordsEdited(added=added, removed=removed, afresh=afresh, number=state.number + 1),)
        case _:
            assert_never(command)


def _noting(world: World, state: ModerationState, event: TextSubmitted) -> Iterable[Command]:
    """Say what a text that came through carries along, so that staff know it without looking at the words again."""
    seat = world.seats.seat(event.author)
    if not (state.lexicon.words and event.erasable) or (seat is not None and seat.role.is_staff):
        return ()
    text = str(getattr(event, event.erasable[0]))
    flagged, tags, censored = marks(state.lexicon.found(text), text)
    if not (flagged or tags or censored):
        return ()
    return (c.NoteText(item=event.item, revision=event.revision, flags=bool(flagged), tags=tags, censored=censored),)


# --- decisions -------------------------------------------------------------------------------------------------------


def _known(state: ModerationState, item_id: str) -> Item:
    item = state.items.get(item_id)
    if item is None:
        raise Refusal("unknown_item")
    return item


def _reason(text: str) -> str:
    return clean(text, "reason") if text.strip() else ""


def _decide_text(state: ModerationState, command: c.DecideText, ctx: Ctx) -> Sequence[Event]:
    item = _known(state, command.item)
    if command.outcome not in _TO_DECIDE or (command.text and command.outcome is not Outcome.PUBLISHED):
        raise Refusal("bad_command")
    if command.text and item.kind not in REWRITABLE:
        raise Refusal("not_rewritable")
    reason = _reason(command.reason)
    text = clean(command.text, item.kind) if command.text else ""
    if item.revision != command.revision:
        if command.away:
            return _suggested(item, command, reason, ctx)
        raise Refusal("edited_since", revision=item.revision)
    if _stands(item, command.outcome) and not text:
        # Decided alike by two is decided once, and both stand for it. What nobody decided about needs no decision.
        is_new = item.decision and item.decided_by != ctx.actor and ctx.actor not in item.cosigned
        return (e.DecisionCosigned(item=item.item, revision=item.revision),) if is_new else ()
    if item.version != command.version:
        if command.away:
            return _suggested(item, command, reason, ctx)
        raise Refusal("decided_otherwise", outcome=str(item.outcome), by=item.decided_by, decision=item.decision)
    return (_decision(item, command.outcome, reason, text),)


def _stands(item: Item, outcome: Outcome) -> bool:
    """Whether a text stands as somebody would have it."""
    return item.outcome is outcome and not (outcome is Outcome.PUBLISHED and item.is_flagged)


def _decision(item: Item, outcome: Outcome, reason: str, text: str = "") -> Event:
    if outcome is Outcome.PUBLISHED and item.is_flagged and not text:
        return e.FlagsKept(item=item.item, revision=item.revision)
    return TextDecided(
        item=item.item, revision=item.revision, outcome=outcome, author=item.author, reason=reason, text=text
    )


def _suggested(item: Item, command: c.DecideText, reason: str, ctx: Ctx) -> Sequence[Event]:
    said = [one for one in item.suggestions if _says(one, command, ctx.actor)]
    if said or len(item.suggestions) >= MOST_SUGGESTIONS:
        return ()
    return (
        e.DecisionSuggested(
            item=item.item, revision=command.revision, outcome=command.outcome, author=item.author, reason=reason
        ),
    )


def _says(suggestion: Suggestion, command: c.DecideText, actor: MemberId) -> bool:
    return (suggestion.by, suggestion.revision, suggestion.outcome) == (actor, command.revision, command.outcome)


def _decide_many(state: ModerationState, command: c.DecideTexts, ctx: Ctx) -> Sequence[Event]:
    if command.outcome not in _TO_DECIDE or not 0 < len(command.items) <= MOST_AT_ONCE:
        raise Refusal("bad_command")
    reason = _reason(command.reason)
    events: list[Event] = []
    for read in {read.item: read for read in command.items}.values():
        item = state.items.get(read.item)
        if item is None or item.revision != read.revision:
            continue
        if _stands(item, command.outcome):
            if item.decision and item.decided_by != ctx.actor and ctx.actor not in item.cosigned:
                events.append(e.DecisionCosigned(item=item.item, revision=item.revision))
        elif item.version == read.version:
            events.append(_decision(item, command.outcome, reason))
    return events


def _undo(state: ModerationState, command: c.UndoDecision) -> Sequence[Event]:
    item = _known(state, command.item)
    if item.version != command.version:
        raise Refusal("decided_otherwise", outcome=str(item.outcome), by=item.decided_by, decision=item.decision)
    if item.before is None:
        raise Refusal("nothing_to_undo")
    if item.is_kept:
        return (e.FlagsKept(item=item.item, revision=item.revision, on=False),)
    return (
        TextDecided(
            item=item.item, revision=item.revision, outcome=item.before, author=item.author, undoes=item.decision
        ),
    )


def _claim(state: ModerationState, command: c.ClaimItem | c.ReleaseClaim, ctx: Ctx) -> Sequence[Event]:
    match command:
        case c.ClaimItem(item=item_id, over=over):
            _known(state, item_id)
            claim = state.claims.get(item_id)
            if claim is not None and claim.by != ctx.actor and not over:
                raise Refusal("claimed_already", by=claim.by)
            return (e.ItemClaimed(item=item_id, until=ctx.at + state.rules.claim_seconds * 1000),)
        case c.ReleaseClaim(member=member):
            if ctx.actor not in {member, RELAY}:
                raise Refusal("not_allowed")
            item = state.claimed.get(member)
            return (e.ClaimReleased(item=item),) if item else ()
        case _:
            assert_never(command)


def _expires(state: ModerationState, item: str) -> Millis:
    return state.items[item].since + state.rules.expire_minutes * 60_000


def _expired(item: Item) -> Event:
    return TextDecided(
        item=item.item, revision=item.revision, outcome=Outcome.EXPIRED, author=item.author, rule=EXPIRED
    )


# --- what learners ask -----------------------------------------------------------------------------------------------


def _flag(world: World, state: ModerationState, command: c.FlagText, ctx: Ctx) -> Sequence[Event]:
    item = _known(state, command.item)
    seat = world.seats.seat(ctx.actor)
    is_everybodys = item.channel in {"", ANSWERS, ARGUMENTS}
    reads = seat is not None and (is_everybodys or visible_until(world.seats, seat, item.channel) >= item.version)
    if not ctx.role.is_staff and (item.outcome is not Outcome.PUBLISHED or not reads):
        # What one does not see is not there.
        raise Refusal("unknown_item")
    if person_behind(world, item.author) == ctx.actor:
        raise Refusal("own_text")
    if any(flag.member == ctx.actor for flag in item.flags):
        return ()
    return (e.TextFlagged(item=item.item, revision=item.revision, member=ctx.actor, reason=_reason(command.reason)),)


def _weigh(state: ModerationState, item_id: str) -> Sequence[Event]:
    item, rules = _known(state, item_id), state.rules
    people_who_flag = {flag.member for flag in item.flags if flag.member}
    if not item.is_flagged or not rules.flags or len(people_who_flag) < rules.flags:
        return ()
    outcome = Outcome.HIDDEN if rules.flags_hide else Outcome.HELD
    return (TextDecided(item=item.item, revision=item.revision, outcome=outcome, author=item.author, rule=FLAGS),)


def _appeal(world: World, state: ModerationState, command: c.Appeal, ctx: Ctx) -> Sequence[Event]:
    item, before = state.items.get(command.item), state.appeals.get(command.item)
    author = item.author if item else ctx.actor
    if item is not None:
        if item.outcome not in _APPEALABLE:
            raise Refusal("nothing_to_appeal")
        if before is not None and before.revision == item.revision:
            raise Refusal("appealed_already")
    elif command.item != PERSON + ctx.actor or not state.limits.get(ctx.actor):
        raise Refusal("nothing_to_appeal")
    elif before is not None and before.standing is AppealStanding.OPEN:
        raise Refusal("appealed_already")
    if is_alias(author) and world.masks is None:
        raise Refusal("anonymity_over")
    return (e.Appealed(item=command.item, author=author, text=clean(command.text, "appeal")),)


def _answer(state: ModerationState, command: c.AnswerAppeal) -> Sequence[Event]:
    appeal = state.appeals.get(command.item)
    if appeal is None:
        raise Refusal("unknown_item")
    if appeal.standing is not AppealStanding.OPEN:
        if command.granted is (appeal.standing is AppealStanding.GRANTED):
            return ()
        raise Refusal("decided_otherwise", outcome=str(appeal.standing), by=appeal.by)
    answered = e.AppealAnswered(
        item=command.item, author=appeal.author, granted=command.granted, reason=_reason(command.reason)
    )
    if not command.granted:
        return (answered,)
    item = state.items.get(command.item)
    if item is None:
        lifted = [e.LimitLifted(member=appeal.author, limit=limit) for limit in state.limits.get(appeal.author, {})]
        return (answered, *lifted)
    if item.revision != appeal.revision or item.outcome is Outcome.PUBLISHED:
        return (answered,)
    granted = TextDecided(
        item=item.item, revision=item.revision, outcome=Outcome.PUBLISHED, author=item.author, rule=APPEAL
    )
    return (answered, granted)
