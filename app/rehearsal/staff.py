"""The simulated host, who leads through the class, and the co-facilitator, who decides what is held."""

from __future__ import annotations

import asyncio
from random import Random
from typing import TYPE_CHECKING, Final

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.gate import Outcome
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, STAFF, Role, derived_id, topic_channel
from app.domain.moderation.commands import AnswerAppeal, ClaimItem, DecideText, ReleaseClaim, SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.moderation.rules import WORDS
from app.domain.moderation.state import ROOMS, ModerationState
from app.domain.questions.commands import MergeQuestion, SetStanding
from app.domain.questions.events import Standing
from app.domain.questions.state import QuestionsState
from app.domain.questions.views import ranked
from app.domain.registry import REGISTRY
from app.domain.remarks.commands import FlagRemark, WriteRemark
from app.domain.session.commands import PauseSession, ResumeSession, StartSession
from app.domain.topics.commands import AddTopic, CloseTopic
from app.rehearsal.agenda import lead_through
from app.rehearsal.debate import hold_debate
from app.rehearsal.facilitation import facilitate
from app.rehearsal.leads import pass_leads, requests, settle_proposals
from app.rehearsal.notes import lead_notes
from app.rehearsal.polls import ask_polls
from app.rehearsal.rooms import Rounds
from app.rehearsal.support import COFACILITATOR, HOST, Answers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.messages import Command
    from app.domain.moderation.items import Item
    from app.rehearsal.clock import Clock
    from app.rehearsal.script import Corpus
    from app.sync.client import StaffClient

_READING_S: Final = 2.0
"""Seconds of the class that the co-facilitator takes to read what is held."""


class Host:
    """Leads the class: opens, holds the conversation for a while, sends people to rooms, changes them round, ends.

    Args:
        client: the host's desktop.
        words: what is said.
        seed: decides who goes where.
    """

    def __init__(self, client: StaffClient, words: Corpus, seed: int) -> None:
        self.client = client
        self.sent: list[str] = []
        self.refused: dict[str, str] = {}
        self._words = words
        self._chance = Random(f"{seed}:host")
        self._rounds = Rounds(client, self.do, words.rooms, words.topics[0], self._chance)
        self._topics: list[str] = []
        self._answers = Answers(words.staff[1], HOST)
        # Drawn apart, so that everything else stays what the seed made of it.
        self._chance_of_leads = Random(f"{seed}:leads")

    async def lead(self, clock: Clock, seconds: float) -> None:
        """Lead a class of some seconds, by its agenda and by what the moment asks for."""
        beside = (
            asyncio.create_task(lead_through(self.client, self.do, clock, seconds)),
            asyncio.create_task(ask_polls(self.client, self.do, self._words, clock, seconds)),
            asyncio.create_task(hold_debate(self.client, self.do, self._words, clock, seconds)),
            asyncio.create_task(lead_notes(self.client, self.do, self._words.staff, clock, seconds)),
            asyncio.create_task(facilitate(self.client, self.do, self._words, clock, seconds)),
            asyncio.create_task(
                pass_leads(self.client, self.do, self._channels, self._chance_of_leads, clock, seconds)
            ),
            asyncio.create_task(settle_proposals(self.client, self.do, self._words.staff[0], clock, seconds)),
        )
        try:
            await self._lead(clock, seconds)
            await asyncio.gather(*beside)
        finally:
            for task in beside:
                task.cancel()

    async def _lead(self, clock: Clock, seconds: float) -> None:
        says = iter(self._words.staff)
        await clock.until(0)
        await self.do(StartSession())
        await self._say(next(says))
        await self._open_topics()
        await clock.until(0.12 * seconds)
        await self.do(SetChannelMode(channel=MAIN, mode=ChannelMode.HELD))
        await self._say(next(says))
        await clock.until(0.27 * seconds)
        await self.do(SetChannelMode(channel=MAIN, mode=ChannelMode.OPEN))
        await clock.until(0.30 * seconds)
        await self._say(next(says))
        for part in (0.30, 0.38, 0.46):
            await clock.until(part * seconds)
            await self._rounds.rotate()
        await clock.until(0.52 * seconds)
        await self._rounds.move_one()
        await self.do(SetChannelMode(channel=ROOMS, mode=ChannelMode.HELD))
        await clock.until(0.62 * seconds)
        await self._rounds.close()
        await self._say(next(says))
        await self._regulate_questions()
        await self._note()
        await clock.until(0.74 * seconds)
        await self.do(PauseSession())
        await clock.until(0.76 * seconds)
        await self.do(ResumeSession())
        await clock.until(0.82 * seconds)
        await self.do(SetChannelMode(channel=MAIN, mode=ChannelMode.HELD))
        await self._close_topic()
        await clock.until(0.95 * seconds)
        await self._say(next(says))
        await clock.until(seconds)

    async def do(self, command: Command) -> str:
        """Ask for something, and wait until it is answered for; return the command's id."""
        pending = self.client.submit(command)
        self.sent.append(pending.id)
        await self._settled(pending.id)
        return pending.id

    async def _settled(self, command_id: str) -> None:
        try:
            await self.client.settled(command_id)
        except Refusal as refusal:
            self.refused[command_id] = refusal.code

    async def settle(self) -> None:
        """Wait until everything that was asked is answered for."""
        for pending in self.client.pending:
            await self._settled(pending.id)

    async def _say(self, text: str) -> None:
        await self.do(PostMessage(channel=MAIN, text=text))

    def _learners(self) -> list[str]:
        seats = self.client.world.seats.all_seats()
        return [seat.member for seat in seats if seat.is_in and seat.role is Role.LEARNER]

    async def _open_topics(self) -> None:
        """Open two topics to talk about beside the main room."""
        for title in self._words.topics:
            command_id = await self.do(AddTopic(title=title, prompt=title))
            self._topics.append(derived_id(command_id, self.client.member, 0))

    def _channels(self) -> list[str]:
        return [topic_channel(topic) for topic in self._topics]

    async def _close_topic(self) -> None:
        await self.do(CloseTopic(topic=self._topics[0]))

    async def _note(self) -> None:
        """Write to one learner and to the colleague, and note what the staff are to know."""
        learners = self._learners()
        for learner in learners[:1]:
            await self.do(self._answers.write(learner))
            await self.do(WriteRemark(member=learner, text=self._words.staff[0]))
            flagged = await self.do(WriteRemark(member=learner, follow_up=True))
            await self.do(FlagRemark(remark=derived_id(flagged, self.client.member, 0), follow_up=False))
        await self.do(PostMessage(channel=STAFF, text=f"@{self._words.cofacilitator} {self._words.staff[0]}"))

    async def _regulate_questions(self) -> None:
        """Merge two questions, put the most wanted on air, and put one off."""
        state = self.client.world.state(QuestionsState)
        there = [q for q in ranked(state, state.roots()) if q.channel == MAIN]
        if len(there) > 1:
            await self.do(MergeQuestion(question=there[1].question, into=there[0].question))
        for question, standing in zip(there[::2], (Standing.ON_AIR, Standing.FOLLOW_UP), strict=False):
            await self.do(SetStanding(question=question.question, standing=standing))


class Cofacilitator:
    """Reads what is held and decides: publishes, returns what is too blunt, rejects what repeats it.

    Args:
        client: the co-facilitator's desktop.
        words: tells which lines are rude.
        reason: what authors of rude lines are told.
        reading: seconds of the class that they take to read what waits.
        is_strict: rejects at once what the other one would return first.
    """

    def __init__(
        self, client: StaffClient, words: Corpus, reason: str, *, reading: float = _READING_S, is_strict: bool = False
    ) -> None:
        self.client = client
        self.sent: list[str] = []
        self.refused: dict[str, str] = {}
        self._rude = words.rude
        self._reason = reason
        self._reading = reading
        self._is_strict = is_strict
        self._changed = asyncio.Event()
        self._decided: set[tuple[str, int]] = set()
        self._answers = Answers(words.replies[0], COFACILITATOR)

    async def moderate(self, clock: Clock) -> None:
        """Decide whatever is held, until cancelled."""
        stop = self.client.on_change(lambda change: self._changed.set() if change.envelopes else None)
        try:
            while True:
                await self._changed.wait()
                self._changed.clear()
                await clock.until(clock.now + self._reading)
                for item in list(self._held()):
                    await self._decide(item)
                if not self._is_strict:
                    await self._answer_everybody()
        finally:
            stop()

    @property
    def _state(self) -> ModerationState:
        return self.client.world.state(ModerationState)

    @property
    def is_done(self) -> bool:
        """Whether nothing waits for anybody."""
        state = self._state
        return not (state.waiting or state.flagged or state.appealing)

    async def all_decided(self) -> None:
        """Wait until nothing waits for anybody."""
        done = asyncio.Event()
        stop = self.client.on_change(lambda _: done.set() if self.is_done else None)
        try:
            if not self.is_done:
                await done.wait()
        finally:
            stop()

    def _held(self) -> Iterable[Item]:
        state = self._state
        waiting = [state.items[item] for item in (*state.waiting, *state.flagged)]
        return [item for item in waiting if (item.item, item.version) not in self._decided]

    async def _decide(self, item: Item) -> None:
        state, me = self._state, self.client.member
        claim = state.claims.get(item.item)
        if claim is not None and claim.by != me:
            # Somebody else is on it: it is looked at again when they have decided, or let go.
            return
        # Not every text is claimed: moderators do run into one another.
        is_careful = item.version % 2 == 0
        if is_careful and not await self._ask(ClaimItem(item=item.item)):
            return
        self._decided.add((item.item, item.version))
        text = REGISTRY.text_of(self.client.world, item.item, item.revision) or ""
        is_rude = item.held_by == WORDS or any(line in text for line in self._rude)
        if item.is_flagged:
            outcome = Outcome.HIDDEN if is_rude else Outcome.PUBLISHED
        elif is_rude:
            outcome = Outcome.RETURNED if item.revision == 1 and not self._is_strict else Outcome.REJECTED
        else:
            outcome = Outcome.PUBLISHED
        reason = "" if outcome is Outcome.PUBLISHED else self._reason
        command = DecideText(
            item=item.item, revision=item.revision, version=item.version, outcome=outcome, reason=reason
        )
        if not await self._ask(command) and is_careful:
            await self._ask(ReleaseClaim(member=me))

    async def _answer_everybody(self) -> None:
        """Answer whoever asks for something; one of the staff is enough for that."""
        for command in (*requests(self.client), *self._answers.commands(self.client.world)):
            await self._ask(command)
        for item in list(self._state.appealing):
            await self._ask(AnswerAppeal(item=item, granted=False, reason=self._reason))

    async def _ask(self, command: Command) -> bool:
        """Ask for something, and tell whether it happened."""
        try:
            pending = self.client.submit(command)
        except Refusal:
            # Edited, decided or closed in between: the next round sees it as it is then.
            return False
        self.sent.append(pending.id)
        await self._settled(pending.id)
        return pending.id not in self.refused

    async def settle(self) -> None:
        """Wait until every decision is answered for."""
        for pending in self.client.pending:
            await self._settled(pending.id)

    async def _settled(self, command_id: str) -> None:
        try:
            await self.client.settled(command_id)
        except Refusal as refusal:
            self.refused[command_id] = refusal.code
