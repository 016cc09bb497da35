"""A simulated learner: a page, a script, and a note of everything that reached the page."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, Any, Final, assert_never

import msgspec

from app.domain.discussion.commands import EditMessage, LowerHand, PostMessage, RaiseHand, React
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, derived_id
from app.rehearsal.polls import answer_to
from app.rehearsal.script import CANARY, Amend, Away, Hand, Hide, LookBack, Mark, Say, Vote, corpus
from app.sync.connection import Online
from app.sync.page import Newcomer, PageClient

if TYPE_CHECKING:
    from app.rehearsal.clock import Clock
    from app.rehearsal.script import Act, Script

_SEQ: Final = re.compile(r'"seq":(\d+)')


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

    def __init__(self, script: Script, base: str, code: str, seed: int, language: str) -> None:
        """Seat a learner; nothing happens before `live`.

        Args:
            script: what they will do.
            base: the relay's base URL.
            code: the join code.
            seed: of the rehearsal.
            language: of their page.
        """
        self.script = script
        self.sent: dict[str, str] = {}
        self.sightings: list[Sighting] = []
        self.losses = 0
        self._was_online = False
        self._words = corpus(language).words
        self._last_post = ""
        self.page = PageClient(
            base,
            Newcomer(code, script.name, language),
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
        ids = sorted(messages, key=lambda key: int(messages[key]["order"]))
        return ids[min(int(pick * len(ids)), len(ids) - 1)] if ids else ""

    def _text(self, command: PostMessage | EditMessage) -> str:
        command_id = self.page.submit(command)
        found = CANARY.search(command.text)
        self.sent[command_id] = found[0] if found else ""
        return command_id

    async def _do(self, act: Act, clock: Clock) -> None:
        match act:
            case Say() | Amend() | Mark() | Hand() | Vote():
                self._ask(act)
            case Away(seconds=seconds):
                self.page.drop(stay_away=seconds > 0)
                if seconds > 0:
                    await clock.until(clock.now + seconds)
                    self.page.retry()
            case Hide(hidden=hidden):
                self.page.show(here=not hidden)
            case LookBack():
                await self._look_back()
            case _:
                assert_never(act)

    def _ask(self, act: Say | Amend | Mark | Hand | Vote) -> None:
        page = self.page
        match act:
            case Say(text=text, answers=answers, pick=pick):
                answered = self._pick(pick) if answers else ""
                command_id = self._text(PostMessage(channel=self.place, text=text, reply_to=answered))
                self._last_post = derived_id(command_id, page.member, 0)
            case Amend(text=text):
                if self._last_post:
                    self._text(EditMessage(message=self._last_post, text=text))
            case Mark(emoji=emoji, pick=pick):
                message = self._pick(pick)
                if message:
                    self.sent[page.submit(React(message=message, emoji=emoji))] = ""
            case Hand(up=up):
                self.sent[page.submit(RaiseHand() if up else LowerHand(member=page.member))] = ""
            case Vote(pick=pick):
                polls = page.documents.get("class", {}).get("polls", {}).get("polls", {})
                answer = answer_to(polls, pick, self._words)
                if answer is not None:
                    self.sent[page.submit(answer)] = ""
            case _:
                assert_never(act)

    async def _look_back(self) -> None:
        messages = self._messages()
        before = min((int(entry["order"]) for entry in messages.values()), default=0)
        try:
            await self.page.query("discussion.history", {"channel": self.place, "before": before, "limit": 20})
        except Refusal:
            # Moved out in between: the past of that room is not this learner's any more.
            return
