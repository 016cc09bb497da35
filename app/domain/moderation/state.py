"""What is known of the gate, folded from its events: rules, texts, claims, limits, and the audit list."""

from __future__ import annotations

import hashlib
from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from app.domain.kernel.gate import Outcome
from app.domain.kernel.words import ChannelId, MemberId, Millis, room_of, topic_of
from app.domain.kernel.world import State
from app.domain.moderation.events import ChannelMode, Limit, Rules
from app.domain.moderation.items import Act, AppealMade, Claim, Item, Limited, Recent, Warned
from app.domain.moderation.lexicon import Lexicon, fold
from app.domain.moderation.rules import TOGETHER, Case, by_channel, judge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.readings import Submission, Verdict

NAMES: Final = "names"
"""The channel whose mode rules over names."""

ROOMS: Final = "rooms"
"""The channel whose mode rules over every room that has none of its own."""

TOPICS: Final = "topics"
"""The channel whose mode rules over every topic that has none of its own."""

RECENT_KEPT: Final = 50
"""How many of somebody's last texts the rules look back on."""

LATELY_KEPT: Final = 1_000
"""How many texts of everybody together."""

TOLD_ELSEWHERE: Final = TOGETHER | {"name", "private"}
"""The kinds of texts that do not stand among what one wrote: whose they are or who reads them is another matter."""

FLAGGED_WINDOW: Final = 50
"""How many of the texts that a member flagged their document names."""


class ModerationState(State, kw_only=True):
    """The gate's rules and every text's standing.

    Attributes:
        modes: channel to mode; a channel not listed is open.
        slow: channel to the seconds between two texts of one learner.
        rules: what else the rules do.
        lexicon: the words that are watched for.
        number: the version of rules and words together.
        items: every text that came to the gate and was not withdrawn.
        waiting: the items that wait for a decision, in the order they came.
        flagged: the published items that staff are asked to look at, the first flagged first.
        returned: the items that are with their authors to be revised.
        appeals: every appeal, by what it is about.
        appealing: the appeals that wait for an answer.
        claims: item to who is on it, the first to end first.
        claimed: member to the item that they are on.
        limits: member to limit to its terms.
        timed: `MEMBER/LIMIT` to when that limit ends.
        warnings: every warning, by its id.
        warned: member to the ids of theirs.
        counts: member to status to how many of their texts stand so; a flagged or kept one counts as published.
        recent: author to their last texts.
        lately: when the last texts of everybody came, while a rule asks.
        wrote: author to channel to when they last wrote there.
        flagging: member to the items that they flagged.
        written: author to what they wrote, but for `TOLD_ELSEWHERE`, in the order in which it came.
        audit: everything that was done, in order.
        changed: channel, or what else commands act on, to the seq at which it last changed.
    """

    modes: dict[ChannelId, ChannelMode] = {}
    slow: dict[ChannelId, int] = {}
    rules: Rules = Rules()
    lexicon: Lexicon = Lexicon()
    number: int = 0
    items: dict[str, Item] = {}
    waiting: dict[str, int] = {}
    flagged: dict[str, int] = {}
    returned: dict[str, int] = {}
    appeals: dict[str, AppealMade] = {}
    appealing: dict[str, int] = {}
    claims: dict[str, Claim] = {}
    claimed: dict[MemberId, str] = {}
    limits: dict[MemberId, dict[Limit, Limited]] = {}
    timed: dict[str, Millis] = {}
    warnings: dict[str, Warned] = {}
    warned: dict[MemberId, dict[str, bool]] = {}
    counts: dict[MemberId, dict[str, int]] = {}
    recent: dict[MemberId, tuple[Recent, ...]] = {}
    lately: list[Millis] = []
    wrote: dict[MemberId, dict[ChannelId, Millis]] = {}
    flagging: dict[MemberId, dict[str, int]] = {}
    written: dict[MemberId, dict[str, bool]] = {}
    audit: list[Act] = []
    changed: dict[ChannelId, int] = {}

    def mode_of(self, channel: ChannelId) -> ChannelMode:
        """Return what happens to learners' texts in a channel."""
        mode = self.modes.get(channel)
        if mode is None and room_of(channel) is not None:
            mode = self.modes.get(ROOMS)
        elif mode is None and topic_of(channel) is not None:
            mode = self.modes.get(TOPICS)
        return mode or ChannelMode.OPEN

    def slow_of(self, channel: ChannelId) -> int:
        """Return the seconds that each learner leaves between two texts in a channel."""
        seconds = self.slow.get(channel)
        if seconds is None and room_of(channel) is not None:
            seconds = self.slow.get(ROOMS)
        elif seconds is None and topic_of(channel) is not None:
            seconds = self.slow.get(TOPICS)
        return seconds or 0

    def next_at(self, author: MemberId, person: MemberId, channel: ChannelId) -> Millis:
        """Return from when on an author may write in a channel again, as far as slowness decides it.

        Args:
            author: as whom they write there, maybe an alias.
            person: who that is.
            channel: where.
        """
        wrote = self.wrote.get(author)
        if not wrote:
            return 0
        at, seconds = wrote.get(channel, 0), self.slow_of(channel)
        until = at + seconds * 1000 if at and seconds else 0
        slowed = self.limits.get(person, {}).get(Limit.SLOWED)
        if slowed is not None:
            last = max(wrote.values()) + slowed.every * 1000
            until = max(until, min(last, slowed.until) if slowed.until else last)
        return until

    def count_of(self, author: MemberId, status: str) -> int:
        """Return how many of somebody's texts stand so."""
        return self.counts.get(author, {}).get(status, 0)

    def warnings_of(self, member: MemberId) -> Sequence[str]:
        """Return the ids of what a member was told privately."""
        return list(self.warned.get(member, {}))

    def flagged_by(self, member: MemberId) -> Sequence[str]:
        """Return the items that a member flagged last."""
        return list(islice(reversed(self.flagging.get(member, {})), FLAGGED_WINDOW))

    @staticmethod
    def digest(text: str) -> str:
        """Return what texts that say the same have in common."""
        return hashlib.blake2b("".join(fold(text).split()).encode(), digest_size=8).hexdigest() if text else ""

    def held_by(self, submission: Submission) -> str:
        """Say whether a channel holds texts whatever they say; see `Gate.held_by`."""
        return by_channel(Case(state=self, submission=submission, person=submission.author, at=0))

    def judge(self, submission: Submission, person: MemberId, at: Millis) -> Verdict:
        """Judge one text; see `Gate.judge`."""
        return judge(Case(state=self, submission=submission, person=person, at=at))

    # --- changes, for `evolve` only ----------------------------------------------------------------------------------

    def put(self, item: Item) -> None:
        """Put a changed text where it belongs: among those that wait, are flagged, or went back."""
        before = self.items.get(item.item)
        self.items[item.item] = item
        if before is None or before.outcome is not item.outcome or before.author != item.author:
            if before is not None:
                self._count(before, -1)
            self._count(item, 1)
        if before is not None and before.author != item.author:
            self.written.get(before.author, {}).pop(item.item, None)
        if item.kind not in TOLD_ELSEWHERE:
            self.written.setdefault(item.author, {})[item.item] = True
        self._keep(self.waiting, item, there=item.outcome is Outcome.HELD, again=before is None or before.at != item.at)
        self._keep(self.flagged, item, there=item.outcome is Outcome.PUBLISHED and item.is_flagged, again=False)
        self._keep(self.returned, item, there=item.outcome is Outcome.RETURNED, again=False)

    def take_away(self, item_id: str) -> None:
        """Forget a text that was withdrawn."""
        item = self.items.pop(item_id, None)
        if item is not None:
            self._count(item, -1)
            self.written.get(item.author, {}).pop(item_id, None)
        for queue in (self.waiting, self.flagged, self.returned, self.appealing):
            queue.pop(item_id, None)
        self.release(item_id)

    def release(self, item_id: str) -> None:
        """Let nobody be on a text."""
        claim = self.claims.pop(item_id, None)
        if claim is not None:
            self.claimed.pop(claim.by, None)

    def _count(self, item: Item, by: int) -> None:
        if item.kind != "name":
            counts = self.counts.setdefault(item.author, {})
            counts[str(item.outcome)] = counts.get(str(item.outcome), 0) + by

    @staticmethod
    def _keep(queue: dict[str, int], item: Item, *, there: bool, again: bool) -> None:
        if again or not there:
            queue.pop(item.item, None)
        if there:
            queue.setdefault(item.item, item.version)

    def blank(self, member: MemberId) -> None:
        """Forget the words by and about a member who is erased; the marks stay."""
        for item in [item for item in self.items.values() if item.author == member]:
            suggestions = tuple(replace(one, reason="") for one in item.suggestions)
            self.items[item.item] = replace(item, reason="", suggestions=suggestions)
            for queue in (self.waiting, self.flagged, self.returned):
                queue.pop(item.item, None)
        for key in self.flagging.get(member, {}):
            if key in self.items:
                flags = self.items[key].flags
                blank = tuple(replace(flag, reason="") if flag.member == member else flag for flag in flags)
                self.items[key] = replace(self.items[key], flags=blank)
        for key, appeal in self.appeals.items():
            if appeal.author == member:
                self.appeals[key] = replace(appeal, text="", answer="")
                self.appealing.pop(key, None)
        for key in self.warned.get(member, {}):
            self.warnings[key] = replace(self.warnings[key], reason="")
        mine = self.limits.get(member)
        if mine:
            self.limits[member] = {limit: replace(terms, reason="") for limit, terms in mine.items()}
        if member in self.recent:
            self.recent[member] = tuple(replace(one, digest="") for one in self.recent[member])
        self.audit[:] = [replace(act, reason="") if act.about == member and act.reason else act for act in self.audit]
