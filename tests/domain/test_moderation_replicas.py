"""Several moderators at once: whatever they decide, lose and send again, all copies agree and nothing shows unread."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kernel.gate import Outcome
from app.domain.kernel.messages import CommandNoted
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS, me
from app.domain.kernel.words import Role
from app.domain.moderation import commands as c
from app.domain.moderation.items import Status
from app.domain.moderation.lexicon import Action, Word
from app.domain.moderation.state import ModerationState
from app.domain.registry import REGISTRY
from tests.domain.classroom import SESSION_ID, Classroom
from tests.domain.oracle import Oracle, canaries

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command

OUTCOMES = (Outcome.PUBLISHED, Outcome.PUBLISHED, Outcome.RETURNED, Outcome.REJECTED, Outcome.HIDDEN)
KINDS = ("say", "say", "edit", "flag", "appeal", "mode", "desk", "desk", "desk", "line", "time")
UNDERSTOOD = {
    "decided_otherwise",
    "edited_since",
    "unknown_item",
    "nothing_to_undo",
    "claimed_already",
    "nothing_to_appeal",
    "appealed_already",
    "not_allowed",
    "own_text",
}
"""The refusals that moderators who are late, and learners who try, may get."""


class Desk:
    """A moderator's desktop: a copy of the log that lags, and commands that wait while the line is lost."""

    def __init__(self, room: Classroom, member: str) -> None:
        self.room = room
        self.member = member
        self.world = REGISTRY.world(SESSION_ID)
        self.read = 0
        self.online = True
        self.outbox: list[tuple[str, Command]] = []

    @property
    def state(self) -> ModerationState:
        """What this desktop knows."""
        return self.world.state(ModerationState)

    def catch_up(self, most: int = 10**9) -> None:
        """Fold what the relay has sent since."""
        for envelope in self.room.envelopes[self.read : self.read + most]:
            REGISTRY.evolve(self.world, envelope)
            self.read += 1


class Course:
    """A class with three moderators and three learners, which goes on by chance."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 (repeatable, not secret)
        self.room, host = Classroom.live()
        self.fates: dict[str, str] = {}
        self.written = 0
        staff = [self.room.invites(host, f"canary-9{n}", Role.COFACILITATOR) for n in (1, 2)]
        for member in staff:
            self.room.enters(member)
        self.learners = [self.room.joins(f"canary-8{n}") for n in range(3)]
        self.desks = [Desk(self.room, member) for member in (host, *staff)]
        self.room.do(host, c.EditWords(added=(Word(text="darn", action=Action.FLAG),)))
        self.room.keep_all()
        self.oracle = Oracle()
        self.judged = 0

    def text(self) -> str:
        """Return words that nobody wrote before."""
        self.written += 1
        return f"canary-{self.written}" + (" darn" if self.chance.random() < 0.2 else "")

    def ask(self, member: str, command: Command, command_id: str = "") -> None:
        """Send a command, and write down what became of it."""
        command_id = command_id or self.room.new_id()
        try:
            events = self.room.do(member, command, command_id=command_id)
        except Refusal as refusal:
            self.fates[command_id] = refusal.code
        else:
            self.fates[command_id] = "noted" if events == [CommandNoted()] else "done"
        assert self.fates[command_id] in UNDERSTOOD | {"noted", "done"}

    def step(self) -> None:  # noqa: C901 (one case per kind)
        """Let something happen, and judge what learners see after it."""
        kind = self.chance.choice(
            ("say", "say", "edit", "flag", "appeal", "mode", "desk", "desk", "desk", "line", "time")
        )
        who = self.chance.choice(self.learners)
        items = list(self.room.moderation.items)
        item = self.chance.choice(items)
        match kind:
            case "say":
                self.room.says(who, self.text())
            case "edit":
                mine = [key for key, one in self.room.discussion.messages.items() if one.author == who]
                if mine:
                    self.room.edits(who, self.chance.choice(mine), self.text())
            case "flag":
                self.ask(who, c.FlagText(item=item))
            case "appeal":
                self.ask(who, c.Appeal(item=item, text=self.text()))
            case "mode":
                if self.chance.random() < 0.7:
                    self.room.holds(self.desks[0].member)
            case "time":
                self.room.now += self.chance.randrange(40_000)
                self.room.elapse()
            case "line":
                desk = self.chance.choice(self.desks)
                desk.online = not desk.online
                if desk.online:
                    self.reconnect(desk)
            case _:
                self.moderate(self.chance.choice(self.desks))
        self.judge()

    def reconnect(self, desk: Desk) -> None:
        """Send what waited, some of it twice, and catch up."""
        for command_id, command in desk.outbox:
            self.ask(desk.member, command, command_id)
            if self.chance.random() < 0.3:
                # The answer was lost: the same id is asked for once more, and the ledger knows it.
                assert self.room.ledger.settled.get(command_id) or self.fates[command_id] in UNDERSTOOD
        desk.outbox.clear()
        desk.catch_up()

    def moderate(self, desk: Desk) -> None:
        """Let a moderator act on what their copy shows."""
        if desk.online:
            desk.catch_up(self.chance.randrange(12))
        command = self.act(desk)
        if command is None:
            return
        if desk.online:
            self.ask(desk.member, command)
        else:
            desk.outbox.append((self.room.new_id(), command))

    def act(self, desk: Desk) -> Command | None:
        """Return what a moderator asks for; None when their copy shows nothing yet."""
        state, chance = desk.state, self.chance
        queue = list(state.waiting) + list(state.flagged) or list(state.items)
        if not queue:
            return None
        item = state.items[chance.choice(queue if chance.random() < 0.8 else list(state.items))]
        match chance.randrange(8):
            case 0:
                return c.UndoDecision(item=item.item, version=item.version)
            case 1:
                return c.ClaimItem(item=item.item, over=chance.random() < 0.3)
            case 2 if state.appealing:
                return c.AnswerAppeal(
                    item=next(iter(state.appealing)), granted=chance.random() < 0.5, reason=self.text()
                )
            case 3:
                reads = (state.items[key] for key in queue[:4])
                many = tuple(c.Read(item=one.item, revision=one.revision, version=one.version) for one in reads)
                return c.DecideTexts(items=many, outcome=chance.choice(OUTCOMES))
            case _:
                outcome = chance.choice(OUTCOMES)
                instead = outcome is Outcome.PUBLISHED and item.kind == "message" and chance.random() < 0.2
                return c.DecideText(
                    item=item.item,
                    revision=item.revision,
                    version=item.version,
                    outcome=outcome,
                    reason=self.text() if outcome is Outcome.RETURNED else "",
                    text=self.text() if instead else "",
                    away=not desk.online,
                )

    def judge(self) -> None:
        """Hold every learner's documents against what the log says that they may read."""
        for envelope in self.room.envelopes[self.judged :]:
            self.oracle.take(envelope.event)
        self.judged = len(self.room.envelopes)
        for member in self.learners:
            documents = [self.room.reads(audience) for audience in (CLASS, me(member))]
            appeals = self.room.moderation.appeals.values()
            own = {text for made in appeals if made.author == member for text in canaries(made.text + made.answer)}
            seen = canaries(json.dumps(documents))
            readable = {word for text in self.oracle.may_read(member) for word in canaries(text)}
            assert seen <= readable | own, (member, seen - readable)


@given(seed=st.integers(0, 2**32))
@settings(max_examples=15, deadline=None)
def test_moderators_who_collide_drop_and_come_back_agree_in_the_end(seed: int):
    """Each text in one state, the same on all copies; each decision done, noted, suggested or refused; no leak."""
    course = Course(seed)
    for _ in range(90):
        course.step()
    for desk in course.desks:
        course.reconnect(desk)
        desk.catch_up()
    state = course.room.moderation
    for desk in course.desks:
        desk.catch_up()
        for name, known in desk.world.states.items():
            assert known == course.room.world.named(name), name
    for item in state.items.values():
        assert (item.item in state.waiting) is (item.status is Status.HELD)
        assert (item.item in state.flagged) is (item.status is Status.FLAGGED)
        assert (item.item in state.returned) is (item.status is Status.RETURNED)
        message = course.room.discussion.messages.get(item.item)
        if message is not None:
            assert message.newest.outcome is item.outcome
    counted = {key: value for counts in state.counts.values() for key, value in counts.items() if value < 0}
    assert counted == {}
    logged = {envelope.command_id for envelope in course.room.envelopes}
    for command_id, fate in course.fates.items():
        assert (command_id in logged) is (fate in {"done", "noted"})
    course.room.check_documents()
