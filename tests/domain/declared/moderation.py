"""Moderation, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.gate import Outcome
from app.domain.kernel.words import Role
from app.domain.moderation import events as e
from app.domain.moderation.lexicon import Action, Word
from tests.domain.declaring import ANA, AT, MESSAGE, STAFF, C, H, L, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

OTHER: Final = "4d7d9f10-0a1b-5c3d-8e5f-6f2c1a523b0e"
RELAY: Final = {Role.RELAY}

SAMPLES: Final[tuple[Event, ...]] = (
    e.ChannelModeSet(channel="main", mode=e.ChannelMode.HELD),
    e.SlowSet(channel="main", seconds=30),
    e.RulesSet(
        rules=e.Rules(name="Vigilant", links=Action.HOLD, links_allowed=("example.org",), rate=8, first=1), number=3
    ),
    e.WordsEdited(
        added=(
            Word(text="zut*", action=Action.CENSOR, language="fr"),
            Word(text="charte", action=Action.LINK, value="https://example.org/charte"),
        ),
        removed=("flûte",),
        number=4,
    ),
    e.DecisionCosigned(item=MESSAGE, revision=1),
    e.DecisionSuggested(item=MESSAGE, revision=1, outcome=Outcome.REJECTED, author=ANA, reason="Trop tard ?"),
    e.TextNoted(item=MESSAGE, revision=1, rule="words", flags=True, tags=("merci",), censored=True),
    e.TextFlagged(item=MESSAGE, revision=1, member=ANA, reason="Ça me gêne."),
    e.FlagsKept(item=MESSAGE, revision=1),
    e.ItemClaimed(item=MESSAGE, until=AT + 60_000),
    e.ClaimReleased(item=MESSAGE),
    e.DuplicateMarked(item=MESSAGE, of=OTHER),
    e.Appealed(item=MESSAGE, author=ANA, text="Je n’ai insulté personne."),
    e.AppealAnswered(item=MESSAGE, author=ANA, granted=True, reason="Vous avez raison."),
    e.MemberWarned(warning=OTHER, member=ANA, item=MESSAGE, reason="Doucement, s’il vous plaît."),
    e.WarningRead(warning=OTHER),
    e.MemberLimited(
        member=ANA, limit=e.Limit.SLOWED, until=AT + 300_000, every=30, item=MESSAGE, reason="Un peu moins vite."
    ),
    e.LimitLifted(member=ANA, limit=e.Limit.SLOWED),
    e.MemberBanned(member=ANA, item=MESSAGE, reason="Menaces."),
)

MAY: Final[May] = {
    "moderation.set_mode": (STAFF, set(), "ask"),
    "moderation.set_slow": (STAFF, set(), "ask"),
    "moderation.set_rules": (STAFF, set(), "ask"),
    "moderation.edit_words": (STAFF, set(), "replay"),
    "moderation.decide": (STAFF, set(), "replay"),
    "moderation.decide_many": (STAFF, set(), "replay"),
    "moderation.undo": (STAFF, set(), "replay"),
    "moderation.claim": (STAFF, set(), "drop"),
    "moderation.release": (STAFF | RELAY, set(), "drop"),
    "moderation.mark_duplicate": (STAFF, set(), "replay"),
    "moderation.flag": (STAFF | {L}, set(), "replay"),
    "moderation.appeal": (set(), {H, C, L}, "replay"),
    "moderation.answer_appeal": (STAFF, set(), "replay"),
    "moderation.warn": (STAFF, set(), "replay"),
    "moderation.read_warning": (set(), {H, C, L}, "replay"),
    "moderation.limit": (STAFF, set(), "replay"),
    "moderation.lift": (STAFF, set(), "replay"),
    "moderation.ban": (STAFF, set(), "ask"),
    "moderation.note": (RELAY, set(), "replay"),
    "moderation.weigh": (RELAY, set(), "replay"),
    "moderation.expire": (RELAY, set(), "replay"),
}
