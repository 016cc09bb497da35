"""A simulated learner: a page, a script, and a note of everything that reached the page."""

from __future__ import annotations

import asyncio
import re
from random import Random
from typing import TYPE_CHECKING, Any, Final, assert_never

import msgspec

from app.domain.breakouts.commands import AnswerTask
from app.domain.debate.commands import WriteArgument
from app.domain.discussion.commands import EditMessage, LowerHand, PostMessage, RaiseHand, React
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, derived_id, topic_channel
from app.domain.questions.commands import AcceptAnswer, AskQuestion, MarkAnswer, SupportQuestion
from app.domain.questions.events import Support
from app.domain.topics.commands import ProposeTopic
from app.rehearsal.debate import open_debate, take_part
from app.rehearsal.kindness import FindUseful, Kindness, OnBoard, TakeBack, Thank, command_for
from app.rehearsal.leads import lead, propose
from app.rehearsal.notes import jot, words_in
from app.rehearsal.polls import answer_to
from app.rehearsal.rooms import work
from app.rehearsal.script import (
    CANARY,
    Accept,
    Amend,
    Answer,
    Ask,
    Away,
    CallForHelp,
    Disturb,
    Hand,
    Hide,
    InDebate,
    InRoom,
    InTopic,
    Jot,
    Lead,
    LookBack,
    Mark,
    Propose,
    Say,
    StandBy,
    Unnamed,
    Vote,
    VoteTopic,
    canary,
    corpus,
)
from app.rehearsal.support import call
from app.rehearsal.trouble import misdeed
from app.sync.connection import Online
from app.sync.page import Newcomer, PageClient, Seat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.messages import Command
    from app.domain.polls.commands import AnswerPoll
    from app.rehearsal.clock import Clock
    from app.rehearsal.script import Act, Script

_SEQ: Final = re.compile(r'"seq":(\d+)')

_PATIENCE: Final = 10.0
"""For how many seconds of the class somebody who is ready to answer waits for a poll that is asked late."""


class Sighting(msgspec.Struct, frozen=True):
    """A marked text that reached a page.

    Attributes:
        canary: its mark.
        document: in which document; empty when it came as an answer about history.
        seq: the state of the class that the frame showed; for an answer, the newest that the page had seen.
    """

    canary: str
    document: str
    seq: int


class Learner:
    """One simulated learner.

    Attributes:
        script: what they do.
        page: their page.
        sent: command id to the mark of the text it carried; empty for commands without text.
        sightings: every marked text that reached the page.
        losses: how often the line was lost.
    """

    def __init__(self, script: Script, base: str, way: str | Seat, seed: int, language: str) -> None:
        """Seat a learner; nothing happens before `live`.

        Args:
            script: what they will do.
            base: the relay's base URL.
            way: the join code, or the seat that a personal link opens.
            seed: of the rehearsal.
            language: of their page.
        """
        self.script = script
        self.sent: dict[str, str] = {}
        self.sightings: list[Sighting] = []
        self.losses = 0
        self._was_online = False
        self._words = corpus(language).words
        self._language = language
        self._last_post = ""
        self._answered: set[tuple[str, int]] = set()
        self.page = PageClient(
            base,
            way if isinstance(way, Seat) else Newcomer(way, script.name, language),
            chance=Random(f"{seed}:{script.number}:line"),
            on_text=self._saw,
            on_change=self._changed,
        )

    async def live(self, clock: Clock) -> None:
        """Do what the script says, each thing at its time."""
        await self.page.until(lambda: bool(self.page.member))
        for step in self.script.steps:
            await clock.until(step.at)
            await self._do(step.act, clock)

    def _saw(self, text: str) -> None:
        if '"doc":"note:' in text:
            # A note's words travel as updates.
            text += words_in(msgspec.json.decode(text))
        marks = CANARY.findall(text)
        if not marks:
            return
        frame = msgspec.json.decode(text) if text.startswith('{"t":"answer"') else None
        if frame is not None:
            self.sightings += [Sighting(mark, "", self.page.seq) for mark in marks]
            return
        found = _SEQ.search(text)
        name = text.partition('"doc":"')[2].partition('"')[0]
        self.sightings += [Sighting(mark, name or "?", int(found[1]) if found else 0) for mark in marks]

    def _changed(self) -> None:
        is_online = isinstance(self.page.state, Online)
        if self._was_online and not is_online:
            self.losses += 1
        self._was_online = is_online

    def wrote(self, mark: str) -> bool:
        """Tell whether a marked text is this learner's own, whatever name stands over it in the log."""
        return mark.partition("-")[0] == canary(self.script.number, 0).partition("-")[0]

    @property
    def place(self) -> str:
        """Where the page says that its learner is."""
        seat = self.page.documents.get("me", {}).get("roster", {}).get("seat", {})
        return str(seat.get("place", MAIN))

    def _messages(self) -> dict[str, Any]:
        place = self.place
        document = self.page.documents.get("class" if place == MAIN else place, {})
        messages: dict[str, Any] = document.get("discussion", {}).get("messages", {})
        return messages

    def _pick(self, pick: float) -> str:
        messages = self._messages()
        return _picked(sorted(messages, key=lambda key: int(messages[key]["order"])), pick)

    def _text(self, command: PostMessage | EditMessage) -> str:
        command_id = self.page.submit(command)
        found = CANARY.search(command.text)
        self.sent[command_id] = found[0] if found else ""
        return command_id

    async def _do(self, act: Act, clock: Clock) -> None:  # noqa: C901, PLR0912 (one case per act is the clear form)
        match act:
            case Say() | Unnamed() | Amend() | Mark() | Hand():
                self._ask(act)
            case Vote(pick=pick):
                await self._vote(pick, clock)
            case InDebate():
                await self._debate(act, clock)
            case Disturb():
                self._disturb(act)
            case InTopic():
                self._talk_in_topic(act)
            case InRoom():
                for command in work(self.page, self.place, act):
                    found = CANARY.search(act.text) if isinstance(command, AnswerTask) else None
                    self.sent[self.page.submit(command)] = found[0] if found else ""
            case Ask() | Answer() | StandBy() | Accept():
                self._learn(act)
            case CallForHelp(text=text):
                asked = call(self.page, act)
                if asked is not None:
                    found = CANARY.search(text)
                    self.sent[self.page.submit(asked)] = found[0] if found else ""
            case Propose() | VoteTopic():
                self._send(propose(self.page, act))
            case Lead():
                self._send(lead(self.page, act))
            case Thank() | TakeBack() | OnBoard() | FindUseful():
                self._be_kind(act)
            case Away(seconds=seconds):
                self.page.drop(stay_away=seconds > 0)
                if seconds > 0:
                    await clock.until(clock.now + seconds)
                    self.page.retry()
            case Hide(hidden=hidden):
                self.page.show(here=not hidden)
            case LookBack():
                await self._look_back()
            case Jot(text=text, pick=pick):
                found = CANARY.search(text)
                for command in await jot(self.page, self.place, text, pick, clock):
                    self.sent[self.page.submit(command)] = found[0] if found else ""
            case _:
                assert_never(act)

    def _send(self, commands: Iterable[Command]) -> None:
        """Ask for things, with a note of the marks of the texts among them."""
        for command in commands:
            text = command.title if isinstance(command, ProposeTopic) else getattr(command, "text", "")
            found = CANARY.search(text)
            self.sent[self.page.submit(command)] = found[0] if found else ""

    def _disturb(self, act: Disturb) -> None:
        page = self.page
        command = misdeed(act.how, self._language, self.place, page.documents, self._pick(act.pick), page.member)
        if command is not None:
            self.sent[page.submit(command)] = ""

    def _ask(self, act: Say | Unnamed | Amend | Mark | Hand) -> None:
        page = self.page
        match act:
            case Say(text=text, answers=answers, pick=pick):
                answered = self._pick(pick) if answers else ""
                command_id = self._text(PostMessage(channel=self.place, text=text, reply_to=answered))
                self._last_post = derived_id(command_id, page.member, 0)
            case Unnamed(text=text):
                modes: dict[str, Any] = page.documents.get("class", {}).get("anonymous", {}).get("modes", {})
                allowed = modes.get(self.place, modes.get("all", {})).get("mode", "off")
                self._text(PostMessage(channel=self.place, text=text, anonymous=Anonymity(allowed)))
            case Amend(text=text):
                if self._last_post:
                    self._text(EditMessage(message=self._last_post, text=text))
            case Mark(emoji=emoji, pick=pick):
                message = self._pick(pick)
                if message:
                    self.sent[page.submit(React(message=message, emoji=emoji))] = ""
            case Hand(up=up):
                self.sent[page.submit(RaiseHand() if up else LowerHand(member=page.member))] = ""
            case _:
                assert_never(act)

    async def _vote(self, pick: float, clock: Clock) -> None:
        """Answer the poll that is open, or the next to open soon: the page says when it does, not the clock."""
        try:
            async with asyncio.timeout(clock.lasting(_PATIENCE)):
                await self.page.until(lambda: self._answer(pick) is not None)
        except TimeoutError:
            return
        answer = self._answer(pick)
        if answer is not None:
            self._answered.add((answer.poll, answer.round))
            self.sent[self.page.submit(answer)] = ""

    async def _debate(self, act: InDebate, clock: Clock) -> None:
        """Take part in the debate that is open, or opens soon."""
        try:
            async with asyncio.timeout(clock.lasting(_PATIENCE)):
                await self.page.until(lambda: bool(open_debate(self.page)))
        except TimeoutError:
            return
        for command in take_part(self.page, act):
            found = CANARY.search(command.text) if isinstance(command, WriteArgument) else None
            self.sent[self.page.submit(command)] = found[0] if found else ""

    def _answer(self, pick: float) -> AnswerPoll | None:
        """Return the answer to what is asked on the page and was not answered yet; None when nothing is."""
        polls: dict[str, Any] = self.page.documents.get("class", {}).get("polls", {}).get("polls", {})
        asked = {poll: entry for poll, entry in polls.items() if (poll, int(entry["round"])) not in self._answered}
        return answer_to(asked, pick, self._words)

    def _talk_in_topic(self, act: InTopic) -> None:
        """Open a topic and write there; who has it open already may answer what was said."""
        topics: dict[str, Any] = self.page.documents.get("class", {}).get("topics", {}).get("topics", {})
        topic = _picked(sorted(key for key, entry in topics.items() if entry.get("open")), act.pick)
        if not topic:
            return
        channel = topic_channel(topic)
        said: dict[str, Any] = self.page.documents.get(channel, {}).get("discussion", {}).get("messages", {})
        answered = _picked(sorted(said, key=lambda key: int(said[key]["order"])), act.pick) if act.answers else ""
        if channel not in self.page.documents:
            self.page.open_topic(topic, wanted=True)
        self._text(PostMessage(channel=channel, text=act.text, reply_to=answered))

    @property
    def _questions(self) -> dict[str, Any]:
        """The questions that the page shows, by id."""
        shown: dict[str, Any] = {}
        for document in ("class", self.place):
            shown |= self.page.documents.get(document, {}).get("questions", {}).get("questions", {})
        return shown

    def _learn(self, act: Ask | Answer | StandBy | Accept) -> None:
        page = self.page
        others = sorted(key for key, entry in self._questions.items() if entry["author"] != page.member)
        match act:
            case Ask(text=text):
                command_id = self._text(PostMessage(channel=self.place, text=text))
                question = derived_id(command_id, page.member, 0)
                self.sent[page.submit(AskQuestion(message=question))] = ""
            case Answer(text=text, pick=pick):
                question = _picked(others, pick)
                if question:
                    channel = self._questions[question]["channel"]
                    command_id = self._text(PostMessage(channel=channel, text=text, reply_to=question))
                    answer = derived_id(command_id, page.member, 0)
                    self.sent[page.submit(MarkAnswer(question=question, message=answer))] = ""
            case StandBy(same=same, pick=pick):
                question = _picked(others, pick)
                if question:
                    how = Support.SAME if same else Support.VOTE
                    self.sent[page.submit(SupportQuestion(question=question, how=how))] = ""
            case Accept():
                for key, entry in sorted(self._questions.items()):
                    answers = sorted(entry.get("answers", {}))
                    if entry["author"] == page.member and answers and "accepted" not in entry:
                        self.sent[page.submit(AcceptAnswer(question=key, message=answers[0]))] = ""
                        return
            case _:
                assert_never(act)

    def _be_kind(self, act: Kindness) -> None:
        command = command_for(act, self.page.documents, self.place, self.page.member)
        if command is not None:
            mark = CANARY.findall(str(command))
            self.sent[self.page.submit(command)] = mark[0] if mark else ""

    async def _look_back(self) -> None:
        messages = self._messages()
        before = min((int(entry["order"]) for entry in messages.values()), default=0)
        try:
            await self.page.query("discussion.history", {"channel": self.place, "before": before, "limit": 20})
        except Refusal:
            # Moved out in between: the past of that room is not this learner's any more.
            return


def _picked(choices: list[str], pick: float) -> str:
    """Return the choice that a number from 0 to 1 points at; empty when there is none."""
    return choices[min(int(pick * len(choices)), len(choices) - 1)] if choices else ""
