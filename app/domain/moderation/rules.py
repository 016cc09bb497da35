"""The rules that a learner's text meets, in their order: what each of them says, and what becomes of it in all.

The same steps judge a text that was sent and one that staff only try (`trial`): there is no second account of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.kernel.anonymity import is_alias
from app.domain.kernel.gate import LIMITS, ONE_LINE
from app.domain.kernel.readings import Verdict
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Millis
from app.domain.moderation.events import ChannelMode, Limit
from app.domain.moderation.lexicon import CENSOR, Action, rewritten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.domain.kernel.readings import Submission
    from app.domain.kernel.words import MemberId
    from app.domain.moderation.lexicon import Word
    from app.domain.moderation.state import ModerationState

LENGTH: Final = "length"
CLOSED: Final = "closed"
REPEATED: Final = "repeated"
STAFF_PASS: Final = "staff"  # noqa: S105 (a rule's name)
WORDS: Final = "words"
LINKS: Final = "links"
NEWCOMER: Final = "newcomer"
RECORD: Final = "record"
RATE: Final = "rate"
CROWD: Final = "crowd"
SLOW: Final = "slow"
CHANNEL: Final = "channel"
PERSON: Final = "person"
FLAGS: Final = "flags"
EXPIRED: Final = "expired"
APPEAL: Final = "appeal"

ORDER: Final = (
    LENGTH,
    CLOSED,
    REPEATED,
    STAFF_PASS,
    WORDS,
    LINKS,
    NEWCOMER,
    RECORD,
    RATE,
    CROWD,
    SLOW,
    CHANNEL,
    PERSON,
)
"""The order in which a text meets the rules. The first that refuses ends it; the first that holds gives its name."""

SHORT: Final = 12
"""Texts of fewer characters may be said again: "yes" is no flood."""

LEAST_BAD: Final = 3
"""How many of somebody's texts must have been turned down before their record counts."""

WINDOW: Final = 10_000
"""The span, in milliseconds, in which texts are counted for the rules `rate` and `crowd`."""

_LINK: Final = re.compile(r"(?:https?://|www\.)([^\s/()<>\[\]]+)", re.IGNORECASE)
WRITTEN_WORK: Final = frozenset({"name", "answer", "word", "room_answer", "note"})
"""Kinds of texts that answer what was asked: they may well be alike, and nobody floods a room with them."""

TOGETHER: Final = frozenset({"note"})
"""Kinds of texts that grow letter by letter under many hands: nobody's texts to count, and they cannot wait."""

_NOT_COUNTED: Final = TOGETHER | {"name"}


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule says of a text.

    Attributes:
        rule: its name.
        action: `pass` when it finds nothing.
        code: why the text is refused, when it is.
        until: when that ends, if it does.
        found: the entries, addresses or numbers by which it was found, for staff only.
        text: what the text is from here on; empty when the rule changes nothing.
        tags: what it is marked with.
    """

    rule: str
    action: Action = Action.PASS
    code: str = ""
    until: Millis = 0
    found: tuple[str, ...] = ()
    text: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """A text before the rules.

    Attributes:
        state: what moderation knows.
        submission: the text, cleaned, with whose and where it is.
        person: who is behind the author; another id only where somebody is anonymous and the relay judges.
        at: when.
        is_staff: whether staff wrote it.
    """

    state: ModerationState
    submission: Submission
    person: MemberId
    at: Millis
    is_staff: bool = False


def steps(case: Case) -> Iterator[Step]:
    """Yield what each rule says, in their order, up to the one that refuses the text or lets it pass for good."""
    for rule, ask in _RULES:
        step = ask(case)
        if step is None:
            step = Step(rule=rule)
        yield step
        if step.action is Action.BLOCK or (rule == STAFF_PASS and case.is_staff):
            return
        if step.text:
            submission = msgspec.structs.replace(case.submission, text=step.text)
            case = replace(case, submission=submission)


def judge(case: Case) -> Verdict:
    """Return what becomes of a text.

    Raises:
        Refusal: it may not even wait; with `until` when that ends.
    """
    text, held_by = case.submission.text, ""
    for rule, ask in _RULES:
        step = ask(case)
        if step is None:
            continue
        if step.action is Action.BLOCK:
            raise refusal_of(step)
        if step.action is Action.HOLD:
            held_by = held_by or rule
        if step.text:
            text = step.text
            case = replace(case, submission=msgspec.structs.replace(case.submission, text=text))
    return Verdict(text, held_by)


def by_channel(case: Case) -> str:
    """Return the rule by which a channel holds whatever is written in it; empty when it does not.

    Raises:
        Refusal: it takes no texts.
    """
    for rule, ask in ((CLOSED, _closed), (CHANNEL, _channel)):
        step = ask(case)
        if step is not None and step.action is Action.BLOCK:
            raise refusal_of(step)
        if step is not None:
            return rule
    return ""


def refusal_of(step: Step) -> Refusal:
    """Return the refusal that a blocking step stands for."""
    match step.code:
        case "text_too_long":
            return Refusal("text_too_long", limit=int(step.found[0]), length=int(step.found[1]))
        case "channel_closed":
            return Refusal("channel_closed")
        case "text_repeated":
            return Refusal("text_repeated", until=step.until)
        case "words_refused":
            return Refusal("words_refused")
        case "links_refused":
            return Refusal("links_refused")
        case "too_fast":
            return Refusal("too_fast", until=step.until)
        case "slow_mode":
            return Refusal("slow_mode", until=step.until)
        case "muted":
            return Refusal("muted", until=step.until)
        case _:
            return Refusal("read_only")


# --- the rules, one by one -------------------------------------------------------------------------------------------


def _length(case: Case) -> Step | None:
    longest, length = case.state.rules.longest, len(case.submission.text)
    if not longest or length <= longest or case.submission.kind != "message":
        return None
    return Step(rule=LENGTH, action=Action.BLOCK, code="text_too_long", found=(str(longest), str(length)))


def _closed(case: Case) -> Step | None:
    submission = case.submission
    if case.state.mode_of(submission.channel or "names") is not ChannelMode.CLOSED or case.is_staff:
        return None
    if submission.kind == "name":
        # Everybody needs one.
        return Step(rule=CLOSED, action=Action.HOLD)
    return Step(rule=CLOSED, action=Action.BLOCK, code="channel_closed")


def _repeated(case: Case) -> Step | None:
    rules, submission = case.state.rules, case.submission
    if rules.repeated is Action.PASS or submission.kind in WRITTEN_WORK or len(submission.text) < SHORT:
        return None
    digest = case.state.digest(submission.text)
    since = case.at - rules.repeated_within * 1000
    for recent in reversed(case.state.recent.get(submission.author, ())):
        if recent.at <= since:
            break
        if recent.digest == digest and recent.item != submission.item:
            until = recent.at + rules.repeated_within * 1000
            return Step(rule=REPEATED, action=rules.repeated, code="text_repeated", until=until)
    return None


def _staff(case: Case) -> Step | None:  # noqa: ARG001 (every rule's shape)
    return None


def _words(case: Case) -> Step | None:
    lexicon, submission = case.state.lexicon, case.submission
    found = lexicon.found(submission.text)
    if not found:
        return None
    names = tuple(word.text for word in found)
    tags = tuple(word.value for word in found if word.action is Action.TAG)
    action = gravest(word.action for word in found)
    text = ""
    if submission.kind in TOGETHER:
        action = Action.HOLD if action is Action.CENSOR else action
    elif action is not Action.BLOCK and any(word.action in {Action.CENSOR, Action.LINK} for word in found):
        limit = LIMITS.get(submission.kind, len(submission.text))
        places = lexicon.places(submission.text)
        if submission.kind in ONE_LINE:
            places = [place for place in places if place.word.action is not Action.LINK]
        text = rewritten(submission.text, places, limit)
        text = "" if text == submission.text else text
    return Step(rule=WORDS, action=action, code="words_refused", found=names, tags=tags, text=text)


def gravest(actions: Iterable[Action]) -> Action:
    """Return the action that outweighs the others."""
    order = list(Action)
    return max(actions, key=order.index)


def _links(case: Case) -> Step | None:
    rules = case.state.rules
    if rules.links is Action.PASS:
        return None
    named = [_plain_host(host) for host in _LINK.findall(case.submission.text)]
    if not named:
        return None
    linked = (word.value for word in case.state.lexicon.words if word.action is Action.LINK)
    mine = {*rules.links_allowed, *map(_host, linked)}
    hosts = tuple(host for host in named if not _among(host, mine))
    return Step(rule=LINKS, action=rules.links, code="links_refused", found=hosts) if hosts else None


def _host(address: str) -> str:
    found = _LINK.search(address)
    return _plain_host(found[1]) if found else ""


def _plain_host(host: str) -> str:
    return host.rpartition("@")[2].partition(":")[0].rstrip(".,;!?").casefold().removeprefix("www.")


def _among(host: str, allowed: Iterable[str]) -> bool:
    return any(one and (host == one or host.endswith("." + one)) for one in allowed)


def _newcomer(case: Case) -> Step | None:
    first, submission = case.state.rules.first, case.submission
    if not first or submission.kind in _NOT_COUNTED or is_alias(submission.author):
        return None
    passed = case.state.count_of(submission.author, "published")
    return Step(rule=NEWCOMER, action=Action.HOLD, found=(str(passed + 1),)) if passed < first else None


def _record(case: Case) -> Step | None:
    share, author = case.state.rules.turned_down, case.submission.author
    if not share or case.submission.kind in _NOT_COUNTED or is_alias(author):
        return None
    bad = sum(case.state.count_of(author, outcome) for outcome in ("rejected", "hidden"))
    told = bad + case.state.count_of(author, "published")
    if bad < LEAST_BAD or 100 * bad < share * told:
        return None
    return Step(rule=RECORD, action=Action.HOLD, found=(str(100 * bad // told),))


def _rate(case: Case) -> Step | None:
    rate = case.state.rules.rate
    recent = case.state.recent.get(case.submission.author, ())
    if not rate or len(recent) < rate or case.submission.kind in TOGETHER:
        return None
    until = recent[-rate].at + WINDOW
    return Step(rule=RATE, action=Action.BLOCK, code="too_fast", until=until) if case.at < until else None


def _crowd(case: Case) -> Step | None:
    crowd, lately = case.state.rules.crowd, case.state.lately
    if not crowd or len(lately) < crowd or case.submission.kind in WRITTEN_WORK or case.at >= lately[-crowd] + WINDOW:
        return None
    return Step(rule=CROWD, action=Action.HOLD)


def _slow(case: Case) -> Step | None:
    submission = case.submission
    if submission.revision > 1 or submission.kind in WRITTEN_WORK:
        return None
    until = case.state.next_at(submission.author, case.person, submission.channel)
    return Step(rule=SLOW, action=Action.BLOCK, code="slow_mode", until=until) if case.at < until else None


def _channel(case: Case) -> Step | None:
    held = case.state.mode_of(case.submission.channel or "names") is ChannelMode.HELD
    return Step(rule=CHANNEL, action=Action.HOLD) if held else None


def _person(case: Case) -> Step | None:
    limits = case.state.limits.get(case.person)
    if not limits:
        return None
    muted = limits.get(Limit.MUTED)
    if muted is not None and case.submission.kind != "name" and (not muted.until or case.at < muted.until):
        return Step(rule=PERSON, action=Action.BLOCK, code="muted", until=muted.until)
    if Limit.READ_ONLY in limits and case.submission.kind != "name":
        return Step(rule=PERSON, action=Action.BLOCK, code="read_only")
    # That an anonymous text waits because of whose it is would tell whose it is.
    if (limits.keys() & {Limit.HELD, Limit.MUTED, Limit.READ_ONLY}) and not is_alias(case.submission.author):
        return Step(rule=PERSON, action=Action.HOLD)
    return None


_RULES: Final = (
    (LENGTH, _length),
    (CLOSED, _closed),
    (REPEATED, _repeated),
    (STAFF_PASS, _staff),
    (WORDS, _words),
    (LINKS, _links),
    (NEWCOMER, _newcomer),
    (RECORD, _record),
    (RATE, _rate),
    (CROWD, _crowd),
    (SLOW, _slow),
    (CHANNEL, _channel),
    (PERSON, _person),
)


def marks(words: Iterable[Word], text: str) -> tuple[str, tuple[str, ...], bool]:
    """Return what a text that came through carries along: the rule that flags it, its tags, whether it was censored."""
    found = tuple(words)
    flagged = WORDS if any(word.action is Action.FLAG for word in found) else ""
    tags = tuple(dict.fromkeys(word.value for word in found if word.action is Action.TAG))
    return flagged, tags, CENSOR in text
