"""Classes at random: a strategy of small steps, and what each of them asks for in the class as it is by then."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from hypothesis import strategies as st

from app.domain.anonymous.commands import AllowAnonymous
from app.domain.anonymous.events import Allowed
from app.domain.board import commands as w
from app.domain.board.state import BoardState
from app.domain.breakouts import commands as b
from app.domain.breakouts.events import Late, Pulse
from app.domain.discussion import commands as d
from app.domain.discussion.decider import EMOJIS
from app.domain.expected import commands as x
from app.domain.expected.decider import ExpectedState
from app.domain.expected.events import DETAILS
from app.domain.kernel.gate import Outcome
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, RELAY, STAFF, Role, room_channel, room_of, topic_channel, topic_of
from app.domain.leads import commands as le
from app.domain.moderation import commands as m
from app.domain.moderation.events import ChannelMode
from app.domain.pins.commands import MovePin, PinMessage, UnpinMessage
from app.domain.pins.decider import PinsState
from app.domain.prompts.commands import PreparePrompt
from app.domain.prompts.events import Timing
from app.domain.questions import commands as q
from app.domain.questions.events import Standing, Support
from app.domain.remarks.commands import WriteRemark
from app.domain.roster import commands as r
from app.domain.roster.events import DoorMode, Presence, PresenceChange
from app.domain.stage.commands import ClearStage, PutOnStage
from app.domain.support import commands as h
from app.domain.support.events import Problem
from app.domain.support.state import SupportState
from app.domain.thanks import commands as k
from app.domain.thanks.events import Reason
from app.domain.thanks.state import ThanksState
from app.domain.topics import commands as t
from tests.domain.classroom import Classroom, sha

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.messages import Command

T = TypeVar("T")

MODES = (ChannelMode.OPEN, ChannelMode.HELD, ChannelMode.OPEN, ChannelMode.HELD, ChannelMode.CLOSED)


class Step(NamedTuple):
    """A kind of thing to ask for, and numbers that choose who, what and how."""

    kind: str
    who: int
    what: int
    how: int


OFTEN = ("post", "post", "post", "edit", "edit", "react", "move", "move", "decide", "decide", "mode")
SOMETIMES = (
    "delete",
    "hand",
    "ask",
    "board",
    "board",
    "question",
    "question",
    "thank",
    "thank",
    "lower",
    "mention",
    "rename",
    "reply",
    "staff_talk",
    "topic",
    "topic_talk",
    "pin",
    "stage",
    "unnamed",
)
SELDOM = (
    "expect",
    "match",
    "match",
    "revise",
    "unmatch",
    "admit",
    "close",
    "door",
    "enter",
    "erase",
    "invite",
    "join",
    "leave",
    "presence",
    "prompt",
    "remove",
    "role",
    "room",
)
IN_ROOMS = ("round", "close_round", "reopen", "pulse", "answer", "tick", "tell", "choose", "later", "timer")
LEADING = (
    "lead",
    "lead",
    "end_lead",
    "prompt",
    "prompt",
    "captain",
    "captain",
    "more",
    "answer_more",
    "asking",
    "turn",
)
PROPOSING = (
    "propose",
    "propose",
    "vote",
    "vote",
    "vote",
    "reword",
    "withdraw",
    "open",
    "decline",
    "merge",
    "again",
    "rule",
)
PRIVATELY = ("call", "say", "private", "private", "take", "end", "remark")
KINDS = OFTEN * 12 + SOMETIMES * 6 + SELDOM + IN_ROOMS * 2 + LEADING + PROPOSING + PRIVATELY * 3 + ("elapse", "elapse")


def _course(seed: int, length: int) -> list[Step]:
    # A seed spreads steps more evenly than a list that shrinks; a shorter course with the same seed is its beginning.
    rng = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    return [Step(rng.choice(KINDS), rng.randrange(60), rng.randrange(60), rng.randrange(60)) for _ in range(length)]


steps = st.builds(_course, seed=st.integers(0, 2**32), length=st.integers(1, 200) | st.just(200))


class Course:
    """A class with a host, a co-facilitator, four learners, an observer and two rooms, which goes on by steps."""

    def __init__(self) -> None:
        self.room, self.host = Classroom.live()
        self._written = 0
        self.rooms = [self.room.opens_room(self.host, self._canary()) for _ in range(2)]
        self.co = self.room.invites(self.host, self._canary(), Role.COFACILITATOR)
        self.room.enters(self.co)
        for _ in range(4):
            self.room.joins(self._canary())
        self.room.enters(self.room.invites(self.host, self._canary(), Role.OBSERVER))
        for n in range(2):
            self.room.do(self.host, t.PrepareTopic(topic=f"topic-{n}", title=self._canary(), prompt=self._canary()))
        self.room.do(self.host, AllowAnonymous(channel="all", mode=Allowed.PEERS))
        self.refused: list[str] = []
        self.room.keep_all()

    def _canary(self) -> str:
        self._written += 1
        return f"canary-{self._written}"

    @property
    def members(self) -> list[str]:
        """Everybody who ever had a seat."""
        return list(self.room.roster.members)

    @property
    def learners(self) -> list[str]:
        """The learners who are in."""
        return [seat.member for seat in self.room.roster.members.values() if seat.is_in and seat.role is Role.LEARNER]

    def take(self, step: Step) -> bool:
        """Ask for what a step says; False when it was refused."""
        if step.kind == "elapse":
            self.room.now += 20_000 * (step.how % 5)
            self.room.elapse()
            self.room.keep_all()
            return True
        actor, command = self._asked(step)
        try:
            self.room.do(actor, command)
            self.rooms = list(self.room.roster.rooms)
            self.room.keep_all()
        except Refusal as refusal:
            self.refused.append(refusal.code)
            return False
        return True

    def _asked(self, step: Step) -> tuple[str, Command]:
        if step.kind in IN_ROOMS:
            return self._in_rooms(step)
        if step.kind in PRIVATELY:
            return self._privately(step)
        if step.kind in LEADING:
            return self._leading(step)
        return self._proposing(step) if step.kind in PROPOSING else self._command(step)

    def _leading(self, step: Step) -> tuple[str, Command]:
        """Return what a step of leads and captains asks for; often it is asked by whoever leads there."""
        who = _one_of(self.learners or self.members, step.who)
        own, topic = self.room.seat(who).place, _one_of(list(self.room.topics.topics), step.how)
        led = list(self.room.leads.leads.values())
        place = own if room_of(own) and step.how % 2 else topic_channel(topic)
        if led and step.what % 3:
            lead = _one_of(led, step.what)
            who, place = lead.member, lead.place
        room = room_of(own) or _one_of(self.rooms, step.what)
        match step.kind:
            case "lead":
                return self.host, le.PassLead(member=who, place=place, minutes=1 + step.what % 2)
            case "end_lead":
                return (who if step.how % 2 else self.co), le.EndLead(place=place)
            case "prompt":
                return who, le.WritePrompt(place=place, text=self._canary() if step.how % 5 else "")
            case "captain":
                return self.host, b.NameCaptain(room=room, member=who if step.how % 3 else "")
            case "more":
                return who, b.AskTime(room=room, minutes=1 + step.how % 3)
            case "answer_more":
                return self.co, b.AnswerTime(room=room, granted=step.how % 2 == 0)
            case "asking":
                return who, q.SetAsking(channel=place, on=step.how % 2 == 0)
            case _:
                turned = topic_of(place) or topic
                return who, t.CloseTopic(topic=turned) if step.how % 2 else t.OpenTopic(topic=turned)

    def _proposing(self, step: Step) -> tuple[str, Command]:
        """Return what a step of proposals asks for."""
        who = _one_of(self.learners or self.members, step.who)
        proposals = list(self.room.topics.proposals) or [self.host]
        proposal = _one_of(proposals[-6:], step.what)
        author = found.author if (found := self.room.topics.proposals.get(proposal)) else who
        other = _one_of([*proposals[-6:], *self.room.topics.topics], step.how)
        match step.kind:
            case "propose":
                return who, t.ProposeTopic(title=self._canary())
            case "vote":
                return who, t.VoteForTopic(proposal=proposal, on=step.how % 4 > 0)
            case "reword":
                return author, t.RewordProposal(proposal=proposal, title=self._canary())
            case "withdraw":
                return author, t.WithdrawProposal(proposal=proposal)
            case "open":
                title = self._canary() if step.how % 2 else ""
                return self.host, t.OpenProposal(proposal=proposal, title=title, prompt=self._canary())
            case "decline":
                return self.co, t.DeclineProposal(proposal=proposal, reason=self._canary())
            case "merge":
                return self.host, t.MergeProposal(proposal=proposal, into=other)
            case "again":
                return self.host, t.ReconsiderProposal(proposal=proposal)
            case _:
                return self.host, t.SetProposing(on=step.how % 5 > 0, votes=step.what % 4)

    def _command(self, step: Step) -> tuple[str, Command]:  # noqa: C901, PLR0912 (one case per kind of step)
        who = _one_of([*self.members, *self.learners, *self.learners], step.who)
        whom = _one_of([*self.members, *self.learners, *self.learners], step.what)
        message = _one_of(list(self.room.discussion.messages)[-12:] or [self.host], step.what)
        place = _one_of([MAIN, *map(room_channel, self.rooms)], step.how)
        here = self.room.seat(who).place
        topic = _one_of(list(self.room.topics.topics), step.how)
        match step.kind:
            case "post":
                return who, d.PostMessage(channel=here if step.how else place, text=self._canary())
            case "reply":
                return who, d.PostMessage(channel=here, text=self._canary(), reply_to=message)
            case "staff_talk":
                return (self.host, self.co, who)[step.how % 3], d.PostMessage(channel=STAFF, text=self._canary())
            case "mention":
                name = self.room.seat(whom).name
                return who, d.PostMessage(channel=here, text=f"{self._canary()} @{name}")
            case "topic_talk":
                answered = step.what % 2 and self.room.discussion.shown.get(topic_channel(topic))
                return who, d.PostMessage(
                    channel=topic_channel(topic), text=self._canary(), reply_to=answered[-1] if answered else ""
                )
            case "ask":
                return (self.host if step.how % 3 else who), q.AskQuestion(message=message)
            case "question":
                return who, self._about_question(step, message)
            case "unnamed":
                return who, d.PostMessage(channel=here, text=self._canary(), anonymous=Anonymity.PEERS)
            case "pin" | "stage" | "prompt":
                return self.host, self._in_sight(step, message, place)
            case "topic":
                return self.host, self._about_topic(step, topic)
            case "thank":
                return self._thanking(step, who, whom, message)
            case "board":
                return self._on_the_board(step, who, message)
            case "edit":
                mine = [key for key, text in self.room.discussion.messages.items() if text.author == who]
                return who, d.EditMessage(message=_one_of(mine[-3:] or [message], step.what), text=self._canary())
            case "react":
                return who, d.React(message=message, emoji=_one_of(EMOJIS, step.how), on=step.how % 4 > 0)
            case "delete":
                return (self.host if step.how % 2 else who), d.DeleteMessage(message=message)
            case "hand":
                return who, d.RaiseHand()
            case "lower":
                return who, d.LowerHand(member=who if step.how % 2 else whom)
            case "move":
                return (who if step.how % 15 == 0 else self.host), b.MoveMembers(members=(whom,), place=place)
            case "decide":
                return (who if step.how % 15 == 0 else self.host), self._decision(step)
            case "mode":
                channel = _one_of([MAIN, "names", "rooms", place, "topics", topic_channel(topic)], step.what)
                return self.host, m.SetChannelMode(channel=channel, mode=_one_of(MODES, step.how))
            case "rename":
                return (self.host if step.how % 3 == 0 else who), r.RenameMember(
                    member=whom if step.how % 3 == 0 else who, name=self._canary()
                )
            case "room":
                return self.host, b.OpenRoom(name=self._canary())
            case "join":
                token = sha(self._canary())
                return RELAY, r.JoinSession(name=f"canary-{self._written}", token_hash=token)
            case "invite":
                role = _one_of([Role.COFACILITATOR, Role.LEARNER, Role.OBSERVER], step.how)
                name = self._canary()
                return self.host, r.InviteMember(name=name, role=role, token_hash=sha(name))
            case "expect" | "match" | "revise" | "unmatch":
                return self.host, self._listing(step, whom)
            case "enter":
                return RELAY, r.EnterSession(member=whom)
            case "presence":
                presence = _one_of(list(Presence), step.how)
                return RELAY, r.NotePresence(changes=(PresenceChange(whom, presence, self.room.now),))
            case "close":
                return self.host, b.CloseRoom(room=_one_of(self.rooms, step.what))
            case "leave":
                return who, r.LeaveSession()
            case "remove":
                return self.co, r.RemoveMember(member=whom)
            case "erase":
                return self.host, r.EraseMember(member=whom)
            case "role":
                role = _one_of([Role.COFACILITATOR, Role.LEARNER, Role.OBSERVER], step.how)
                return self.host, r.ChangeRole(member=whom, role=role)
            case "door":
                return self.host, r.SetDoor(mode=_one_of(list(DoorMode), step.how))
            case _:
                return self.host, r.AdmitMembers(members=(whom,))

    def _thanking(self, step: Step, who: str, whom: str, message: str) -> tuple[str, Command]:
        given = list(self.room.world.state(ThanksState).thanks.values())
        if given and step.how % 6 == 0:
            found = _one_of(given[-6:], step.what)
            return found.giver if step.who % 2 else self.host, k.TakeBackThanks(thanks=found.id)
        reason = _one_of(list(Reason), step.how)
        text = self._canary() if step.how % 3 else ""
        if step.what % 3:
            return who, k.GiveThanks(message=message, reason=reason, text=text, open=step.how % 2 > 0)
        return who, k.GiveThanks(member=whom, reason=reason, text=text, open=step.how % 2 > 0)

    def _on_the_board(self, step: Step, who: str, message: str) -> tuple[str, Command]:
        item = _one_of(list(self.room.world.state(BoardState).items)[-6:] or [message], step.what)
        match step.how % 7:
            case 0 | 1:
                return who, w.AddItem(title=self._canary(), note=self._canary() if step.what % 2 else "")
            case 2:
                link = f"https://example.org/{self._canary()}"
                topic = _one_of([*self.room.topics.topics, ""], step.what)
                return who, w.AddItem(link=link, topic=topic)
            case 3:
                return who, w.PutMessage(message=message)
            case 4:
                return who if step.what % 2 else self.host, w.EditItem(item=item, title=self._canary())
            case 5:
                return who, w.MarkUseful(item=item, on=step.what % 3 > 0)
            case _:
                return who if step.what % 3 else self.host, w.RemoveItem(item=item)

    def _about_topic(self, step: Step, topic: str) -> Command:
        match step.what % 4:
            case 0:
                return t.AddTopic(title=self._canary(), objective=self._canary())
            case 1:
                return t.CloseTopic(topic=topic)
            case 2:
                return t.ReviseTopic(topic=topic, title=self._canary(), prompt=self._canary())
            case _:
                return t.OpenTopic(topic=topic)

    def _in_sight(self, step: Step, message: str, place: str) -> Command:
        pinned = list(self.room.world.state(PinsState).channels) or [message]
        match step.kind, step.how % 4:
            case "prompt", _:
                return PreparePrompt(text=self._canary(), channel=place, when=Timing.QUIET, minutes=1 + step.how % 2)
            case "pin", 0:
                return UnpinMessage(message=_one_of(pinned, step.what))
            case "pin", 1:
                return MovePin(message=_one_of(pinned, step.what), before=_one_of(pinned, step.who))
            case "pin", _:
                return PinMessage(message=message)
            case _, 0:
                return ClearStage()
            case _:
                return PutOnStage(message=message)

    def _listing(self, step: Step, whom: str) -> Command:
        listed = list(self.room.world.state(ExpectedState).people) or [whom]
        person = _one_of(listed, step.how)
        details = {name: self._canary() for name in DETAILS} | {"first_name": ""}
        match step.kind:
            case "expect":
                new = x.NewPerson(token_hash=sha(self._canary()), **details)
                return x.ExpectPeople(people=(new, x.NewPerson(token_hash=sha(self._canary()), email="a@canary")))
            case "match":
                return x.MatchPeople(pairs=(x.Pair(arrival=whom, person=person),))
            case "revise":
                return x.RevisePerson(person=person, **details)
            case _:
                return x.UnmatchPeople(members=(whom,))

    def _in_rooms(self, step: Step) -> tuple[str, Command]:
        """Return what a step of rounds and rooms asks for."""
        state = self.room.breakouts
        who, room = _one_of(self.learners or self.members, step.who), _one_of(self.rooms, step.what)
        own = room_of(self.room.seat(who).place) or room
        rounds = list(state.rounds) or [room]
        match step.kind:
            case "round":
                late = _one_of(list(Late), step.how)
                members = self.learners[step.who % 3 :]
                plans = [
                    b.RoomPlan(name=self._canary(), members=tuple(members[n :: 2 + step.how % 2])) for n in range(2)
                ]
                return self.host, b.OpenRound(
                    rooms=tuple(plans),
                    replaces=state.current,
                    late=late,
                    minutes=step.what % 2,
                    task=self._canary(),
                    steps=(self._canary(), self._canary()),
                    limit=step.how % 3,
                )
            case "close_round":
                return self.host, b.CloseRound(round=state.current or rounds[0], grace=30 * (step.how % 2))
            case "reopen":
                return self.co, b.ReopenRound(round=_one_of(rounds, step.how))
            case "timer":
                return self.co, b.SetTimer(round=state.current, ends_at=self.room.now + 60_000 * (step.how % 3))
            case "pulse":
                return who, b.SetPulse(room=own, pulse=_one_of(list(Pulse), step.how))
            case "answer":
                return who, b.AnswerTask(room=own, text=self._canary(), after=step.how % 4)
            case "tick":
                return who, b.TickStep(room=own, step=step.how % 3, done=step.how % 2 == 0)
            case "tell":
                return self.host, b.Announce(text=self._canary(), rooms=(room,) if step.how % 2 else ())
            case "choose":
                return who, b.ChooseRoom(room=room)
            case _:
                return self.host, b.MoveMembers(members=(who,), place=room_channel(room), grace=10)

    def _privately(self, step: Step) -> tuple[str, Command]:
        """Return what a step of help and private words asks for."""
        who = _one_of([*self.members, *self.learners, *self.learners], step.who)
        whom = _one_of(self.members, step.what)
        staff = self.host if step.how % 2 else self.co
        state = self.room.world.state(SupportState)
        call = _one_of(list(state.open_calls.values()) or list(state.calls) or [who], step.what)
        match step.kind:
            case "call":
                return who, h.AskForHelp(kind=_one_of(list(Problem), step.how), text=self._canary())
            case "say":
                return who, h.SayToStaff(text=self._canary())
            case "private":
                return (who if step.how % 15 == 0 else staff), h.WritePrivately(member=whom, text=self._canary())
            case "take":
                claims = (h.ClaimCall(call=call), h.ClaimCall(call=call), h.ReleaseCall(call=call))
                return staff, _one_of(claims, step.how)
            case "end":
                again = h.ReopenCall(call=_one_of(list(state.calls) or [who], step.who))
                return staff, _one_of((h.ResolveCall(call=call), again, h.MarkRead(member=whom)), step.how)
            case _:
                message = _one_of(["", *list(self.room.discussion.messages)[-8:]], step.how)
                about = "" if message else whom
                return staff, WriteRemark(
                    member=about, message=message, text=self._canary(), follow_up=step.how % 2 > 0
                )

    def _about_question(self, step: Step, message: str) -> Command:
        asked = list(self.room.questions.questions)
        question = _one_of(asked[-8:] or [message], step.how)
        other = _one_of([*asked[-4:], "", message], step.who)
        match step.what % 7:
            case 0 | 1:
                return q.SupportQuestion(question=question, how=_one_of(list(Support), step.who), on=step.who % 5 > 0)
            case 2:
                replies = [key for key, said in self.room.discussion.messages.items() if said.thread == question]
                return q.MarkAnswer(question=question, message=_one_of(replies or [message], step.who))
            case 3:
                answers = list(self.room.questions.answers_to(question)) if question in asked else []
                return q.AcceptAnswer(question=question, message=_one_of(answers or [""], step.who))
            case 4:
                return q.MergeQuestion(question=question, into=other)
            case 5:
                return q.SetStanding(question=question, standing=_one_of(list(Standing), step.who))
            case _:
                return q.WithdrawQuestion(question=question)

    def _decision(self, step: Step) -> Command:
        items = self.room.moderation.items
        waiting = list(self.room.moderation.waiting) or list(items)
        item = items[_one_of(waiting if step.who % 2 else list(items), step.what)]
        outcome = _one_of([Outcome.PUBLISHED, Outcome.PUBLISHED, Outcome.RETURNED, Outcome.REJECTED], step.how)
        reason = self._canary() if outcome is not Outcome.PUBLISHED else ""
        return m.DecideText(
            item=item.item, revision=item.revision, version=item.version, outcome=outcome, reason=reason
        )


def _one_of(choices: Iterable[T], number: int) -> T:
    found = list(choices)
    return found[number % len(found)]
