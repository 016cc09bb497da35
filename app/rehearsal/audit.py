"""What a rehearsal proves: what the log holds, read back independently, against what everybody sent and saw."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.board.events import ItemAdded
from app.domain.breakouts.events import RoomAnswered
from app.domain.debate.events import ArgumentRevised, ArgumentWritten, PositionTaken
from app.domain.discussion.events import MessageEdited, MessagePosted
from app.domain.kernel.gate import Outcome, TextDecided, TextSubmitted
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.words import ARGUMENTS, MAIN, private_channel, topic_of
from app.domain.leads.events import PromptWritten
from app.domain.moderation.state import ModerationState
from app.domain.notes.events import NoteEdited
from app.domain.registry import REGISTRY
from app.domain.support.events import SaidToStaff, WrittenPrivately
from app.domain.support.state import SupportState
from app.domain.thanks.events import ThanksGiven, ThanksWorded
from app.domain.topics.decider import TopicsState
from app.domain.topics.events import TopicProposed
from app.rehearsal.script import CANARY
from app.reports.social import social_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.rehearsal.learner import Learner, Sighting

_NEVER: Final = 2**53

_MARKED: Final = (
    ArgumentRevised,
    ArgumentWritten,
    ItemAdded,
    MessagePosted,
    MessageEdited,
    NoteEdited,
    PromptWritten,
    RoomAnswered,
    SaidToStaff,
    ThanksWorded,
    TopicProposed,
)
"""What carries texts that learners write, each with its mark."""


class Text(msgspec.Struct):
    """One marked text as the log has it.

    Attributes:
        author: whose it is.
        channel: where it was written.
        copies: how many records hold it.
        published: the seq from which others may see it; never, for what is written privately.
        gone: the seq from which nobody else may see it any more.
        to: who may read it wherever they are; empty for nobody.
        is_closed: whether nobody else may.
    """

    author: str
    channel: str
    copies: int = 0
    published: int = _NEVER
    gone: int = _NEVER
    to: str = ""
    is_closed: bool = False


class Audit:
    """One session's log, read for marked texts, commands and whereabouts.

    Args:
        session: whose log.
        envelopes: the whole of it, in order.
    """

    def __init__(self, session: str, envelopes: Sequence[Envelope]) -> None:
        self.events: Counter[str] = Counter()
        self.commits: dict[str, int] = {}
        self.split = 0
        self.texts: dict[str, Text] = {}
        self.published = 0
        self.held = 0
        self.unanswered = 0
        self.answered = 0
        self.social = social_of(envelopes)
        self._thanked: dict[str, str] = {}
        self.shifts = 0
        self.double_decided = 0
        self._marks: dict[tuple[str, int], str] = {}
        self._decided: set[tuple[str, int]] = set()
        self._places: dict[str, list[tuple[int, str]]] = {}
        world = REGISTRY.world(session)
        last = ""
        for envelope in envelopes:
            REGISTRY.evolve(world, envelope)
            self.events[envelope.event.type] += 1
            if envelope.command_id != last and envelope.command_id in self.commits:
                self.split += 1
            self.commits[envelope.command_id] = envelope.seq
            last = envelope.command_id
            self._read(envelope)
            if isinstance(envelope.event, PlacesChanged) or envelope.event.type.startswith("roster."):
                for seat in world.seats.all_seats():
                    place = seat.place if seat.is_in else ""
                    stays = self._places.setdefault(seat.member, [])
                    if not stays or stays[-1][1] != place:
                        stays.append((envelope.seq, place))
        state = world.state(ModerationState)
        self.unresolved = len(state.waiting) + len(state.flagged) + len(state.appealing)

        calls = world.state(SupportState).calls.values()
        self.answered = sum(bool(call.responded_at) for call in calls)
        self.unanswered = sum(call.is_open and not call.responded_at for call in calls)
        self.votes = sum(len(voters) for voters in world.state(TopicsState).votes.values())

    @property
    def on_board(self) -> int:
        """How many things stood on the board in the end, shown or not."""
        came = self.events["board.added"] + self.events["board.message_put"]
        return came - self.events["board.removed"]

    def _read(self, envelope: Envelope) -> None:
        event = envelope.event
        if isinstance(event, TextSubmitted):
            self.held += bool(event.held_by)
            self.published += not event.held_by
        # Who takes a position for the first time has moved nowhere.
        self.shifts += isinstance(event, PositionTaken) and bool(event.before)
        if isinstance(event, WrittenPrivately):
            # What staff write to one learner is that learner's to read, and nobody else's.
            mark = _mark(event.text)
            if mark:
                text = self.texts.setdefault(mark, Text(event.member, private_channel(event.member)))
                text.copies += 1
        if isinstance(event, ThanksGiven):
            self._thanked[event.thanks] = event.to
        if isinstance(event, _MARKED):
            mark = _mark(event.title if isinstance(event, ItemAdded) else event.text)
            if mark:
                text = self.texts.setdefault(mark, Text(event.author, event.channel))
                if isinstance(event, ThanksWorded):
                    text.to, text.is_closed = self._thanked[event.item], not event.open
                text.copies += 1
                self._marks[event.item, event.revision] = mark
                if not event.held_by and not isinstance(event, SaidToStaff):
                    text.published = min(text.published, envelope.seq)
        if isinstance(event, TextDecided):
            self._decide(event, envelope.seq)

    def _decide(self, event: TextDecided, seq: int) -> None:
        text, made = (event.item, event.revision), event.outcome is Outcome.PUBLISHED
        if event.undoes or event.rule:
            self._decided.discard(text)
        else:
            # A second decision on the same words, which nobody took back in between, must not have been let through.
            self.double_decided += text in self._decided
            self._decided.add(text)
        self.published += made
        for (item, revision), mark in self._marks.items():
            if item != event.item or not (revision == event.revision or event.hides_all):
                continue
            if made:
                self.texts[mark].published = min(self.texts[mark].published, seq)
                self.texts[mark].gone = _NEVER
            elif self.texts[mark].published < seq:
                self.texts[mark].gone = min(self.texts[mark].gone, seq)

    def was_in(self, member: str, place: str, since: int, until: int) -> bool:
        """Tell whether a member was in a place at some moment between two places in the log, both included."""
        stays = self._places.get(member, [])
        ends = [seq for seq, _ in stays[1:]] + [_NEVER]
        # A stay ends with the record that moves the member, and no longer covers it.
        return any(
            stay == place and begin <= until and end > since for (begin, stay), end in zip(stays, ends, strict=True)
        )

    def is_leak(self, member: str, sighting: Sighting) -> bool:
        """Tell whether a member saw a text that was not theirs to see then."""
        text = self.texts.get(sighting.canary)
        if text is None:
            return True
        if text.author == member:
            return False
        if text.published > sighting.seq or text.gone < sighting.seq:
            return True
        if text.to == member or text.is_closed:
            return text.to != member
        if text.channel in {MAIN, ARGUMENTS} or topic_of(text.channel) is not None:
            return False
        # Whoever was in the room when it was said, or came later, may read it; nobody who had left before.
        until = sighting.seq if sighting.document else _NEVER
        return not self.was_in(member, text.channel, text.published, until)

    def doubled(self) -> int:
        """Return how many texts and commands the log holds more than once."""
        return self.split + sum(text.copies - 1 for text in self.texts.values())

    def lost(self, learners: Iterable[Learner], staff: Iterable[str]) -> int:
        """Return how many commands were acknowledged, or sent and never refused, and are not in the log."""
        missing = sum(command_id not in self.commits for command_id in staff)
        for learner in learners:
            for command_id in learner.sent:
                missing += command_id not in learner.page.refused and command_id not in self.commits
        return missing


def _mark(text: str) -> str:
    found = CANARY.search(text)
    return found[0] if found else ""
