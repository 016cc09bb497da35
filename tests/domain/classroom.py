"""A class to try the domain on: a real ledger, driven by who does what, with the documents that its people read."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.agenda.state import AgendaState
from app.domain.breakouts.commands import MoveMembers, OpenRoom
from app.domain.breakouts.state import BreakoutsState
from app.domain.discussion.commands import EditMessage, PostMessage
from app.domain.discussion.state import DiscussionState
from app.domain.kernel.anonymity import Masks
from app.domain.kernel.capability import Viewer
from app.domain.kernel.views import CLASS, PEOPLE, Audience, merge
from app.domain.kernel.views import me as own
from app.domain.kernel.words import MAIN, RELAY, Role, derived_id, room_channel
from app.domain.leads.state import LeadsState
from app.domain.moderation.commands import DecideText, SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.moderation.state import ModerationState
from app.domain.questions.state import QuestionsState
from app.domain.registry import REGISTRY
from app.domain.roster.commands import EnterSession, InviteMember, JoinSession
from app.domain.roster.state import RosterState
from app.domain.session.commands import CreateSession, StartSession
from app.domain.session.decider import SessionState
from app.domain.topics.commands import AddTopic
from app.domain.topics.decider import TopicsState
from app.relay.ledger import FRESH, RELAY_SEAT, Ledger

if TYPE_CHECKING:
    from app.domain.kernel.envelope import Envelope, Record
    from app.domain.kernel.gate import Outcome
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.seats import Seat
    from app.domain.kernel.views import Document, Patch
    from app.domain.kernel.world import World

SESSION_ID = "5e5510aa-0000-4000-8000-000000000001"
START_AT = 1_800_000_000_000


def sha(token: str) -> str:
    """Return what is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


class Classroom:
    """One class. Members are named by their ids; time stands still unless it is told to go on."""

    def __init__(self) -> None:
        self.ledger = Ledger.empty(REGISTRY, SESSION_ID)
        self.world.masks = Masks(SESSION_ID, b"k" * 32)
        self.projector = REGISTRY.projector()
        self.records: list[Record] = []
        self.envelopes: list[Envelope] = []
        self.now = START_AT
        self.before: dict[Audience, Document] = {}
        self.patches: dict[Audience, Patch] = {}
        self._asked = 0

    @classmethod
    def live(cls) -> tuple[Classroom, str]:
        """Return a class that has begun, and its host."""
        room = cls()
        room.relay(CreateSession(title="Fractions"))
        host = room.joins("Host", role=Role.HOST)
        room.do(host, StartSession())
        return room, host

    @property
    def world(self) -> World:
        """The state."""
        return self.ledger.world

    @property
    def roster(self) -> RosterState:
        """Members and rooms."""
        return self.world.state(RosterState)

    @property
    def breakouts(self) -> BreakoutsState:
        """Rounds and rooms."""
        return self.world.state(BreakoutsState)

    @property
    def discussion(self) -> DiscussionState:
        """Messages and hands."""
        return self.world.state(DiscussionState)

    @property
    def moderation(self) -> ModerationState:
        """The gate and its queue."""
        return self.world.state(ModerationState)

    @property
    def agenda(self) -> AgendaState:
        """The agenda."""
        return self.world.state(AgendaState)

    @property
    def questions(self) -> QuestionsState:
        """The questions."""
        return self.world.state(QuestionsState)

    @property
    def topics(self) -> TopicsState:
        """The topics of conversation."""
        return self.world.state(TopicsState)

    @property
    def leads(self) -> LeadsState:
        """Who leads what."""
        return self.world.state(LeadsState)

    @property
    def life(self) -> SessionState:
        """The session as a whole."""
        return self.world.state(SessionState)

    def new_id(self) -> str:
        """Return the next command's id."""
        self._asked += 1
        return str(UUID(int=self._asked, version=4))

    def seat(self, member: str) -> Seat:
        """Return a member's seat."""
        return self.roster.members[member]

    def do(self, actor: str, command: Command, *, seen: int = FRESH, command_id: str = "") -> list[Event]:
        """Have a member (or the relay) ask for something, and return what happened.

        Raises:
            Refusal: it did not happen.
        """
        seat = RELAY_SEAT if actor == RELAY else self.seat(actor)
        envelopes, records = self.ledger.run(
            command,
            seat=seat,
            command_id=command_id or self.new_id(),
            seen=seen,
            at=self.now,
            new_salt=lambda: "5a" * 16,
        )
        self.take(envelopes, records)
        return [envelope.event for envelope in envelopes]

    def elapse(self) -> list[Event]:
        """Let happen what is due by now."""
        envelopes, records = self.ledger.elapse(self.now, self.new_id(), lambda: "5a" * 16)
        self.take(envelopes, records)
        return [envelope.event for envelope in envelopes]

    def take(self, envelopes: list[Envelope], records: list[Record]) -> None:
        """Count what happened, and bring the documents up to date."""
        self.records += records
        self.envelopes += envelopes
        touches = [touch for envelope in envelopes for touch in self.projector.touched(self.world, envelope)]
        self.before = dict(self.projector.documents)
        self.patches = self.projector.update(self.world, touches)

    def relay(self, command: Command) -> list[Event]:
        """Have the relay ask for something."""
        return self.do(RELAY, command)

    # --- what people do, in a word -----------------------------------------------------------------------------------

    def joins(self, name: str, role: Role = Role.LEARNER) -> str:
        """Let somebody join with the code, and return their id."""
        command_id = self.new_id()
        self.do(RELAY, JoinSession(name=name, token_hash=sha(command_id), role=role), command_id=command_id)
        return derived_id(command_id, RELAY, 0)

    def invites(self, host: str, name: str, role: Role) -> str:
        """Keep a seat for somebody, and return its id."""
        command_id = self.new_id()
        self.do(host, InviteMember(name=name, role=role, token_hash=sha(command_id)), command_id=command_id)
        return derived_id(command_id, host, 0)

    def enters(self, member: str) -> None:
        """Let somebody come in on a seat that is theirs."""
        self.relay(EnterSession(member=member))

    def opens_room(self, staff: str, name: str) -> str:
        """Open a room, and return its id."""
        command_id = self.new_id()
        self.do(staff, OpenRoom(name=name), command_id=command_id)
        return derived_id(command_id, staff, 0)

    def opens_topic(self, staff: str, title: str) -> str:
        """Open a topic on the spot, and return its id."""
        command_id = self.new_id()
        self.do(staff, AddTopic(title=title), command_id=command_id)
        return derived_id(command_id, staff, 0)

    def moves(self, staff: str, member: str, room: str = "") -> None:
        """Bring a member to a room, or back to the main room."""
        self.do(staff, MoveMembers(members=(member,), place=room_channel(room) if room else MAIN))

    def says(self, member: str, text: str, channel: str = "", reply_to: str = "") -> str:
        """Let a member write where they are (or in another channel), and return the message's id."""
        command_id = self.new_id()
        channel = channel or self.seat(member).place
        self.do(member, PostMessage(channel=channel, text=text, reply_to=reply_to), command_id=command_id)
        return derived_id(command_id, member, 0)

    def edits(self, member: str, message: str, text: str) -> None:
        """Let a member give their message another text."""
        self.do(member, EditMessage(message=message, text=text))

    def holds(self, staff: str, channel: str = MAIN) -> None:
        """Have texts of a channel wait for approval."""
        self.do(staff, SetChannelMode(channel=channel, mode=ChannelMode.HELD))

    def decides(self, staff: str, item: str, outcome: Outcome, reason: str = "") -> list[Event]:
        """Let a staff member decide about the newest revision of a text, having just read it."""
        found = self.moderation.items[item]
        return self.do(
            staff,
            DecideText(item=item, revision=found.revision, version=found.version, outcome=outcome, reason=reason),
        )

    # --- what people see ---------------------------------------------------------------------------------------------

    def reads(self, audience: Audience) -> Document:
        """Return a document as its readers have it: kept up to date by patches alone."""
        return self.projector.keep(self.world, audience)

    def class_messages(self) -> list[str]:
        """Return the texts that everyone reads, in order."""
        return self._texts(CLASS)

    def room_messages(self, room: str) -> list[str]:
        """Return the texts that a room's members read, in order."""
        return self._texts(Audience("room", room))

    def topic_messages(self, topic: str) -> list[str]:
        """Return the texts that a topic's readers read, in order."""
        return self._texts(Audience("topic", topic))

    def _texts(self, audience: Audience) -> list[str]:
        messages = self.reads(audience).get("discussion", {}).get("messages", {}).values()
        return [message.get("text", "") for message in sorted(messages, key=lambda message: message["order"])]

    def mine(self, member: str, message: str) -> dict[str, object]:
        """Return what a member's own document says about a text of theirs that is not published; empty for nothing."""
        found: dict[str, object] = self.reads(own(member)).get("discussion", {}).get("own", {}).get(message, {})
        return found

    def history(self, member: str, channel: str, **args: int) -> list[str]:
        """Return the texts of a page of a channel's history as a member gets it, in order.

        Raises:
            Refusal: it is not theirs.
        """
        answer = self.page(member, channel, **args)
        return [m.get("text", "") for m in sorted(answer["messages"].values(), key=lambda m: m["order"])]

    def page(self, member: str, channel: str, **args: object) -> dict[str, Any]:
        """Return a page of a channel's history as it is answered to a member.

        Raises:
            Refusal: it is not theirs.
        """
        viewer = Viewer(member, self.seat(member).role)
        return REGISTRY.queries["discussion.history"](self.world, viewer, {"channel": channel, **args})

    def asks(self, member: str, query: str, **args: object) -> dict[str, Any]:
        """Return what a query is answered to a member.

        Raises:
            Refusal: it is not theirs.
        """
        return REGISTRY.queries[query](self.world, Viewer(member, self.seat(member).role), dict(args))

    def keep_all(self) -> None:
        """Keep every document that anybody could read."""
        for member in self.roster.members:
            self.projector.keep(self.world, own(member))
        for room in self.roster.rooms:
            self.projector.keep(self.world, Audience("room", room))
        for topic in self.topics.topics:
            self.projector.keep(self.world, Audience("topic", topic))
        for audience in (CLASS, PEOPLE):
            self.projector.keep(self.world, audience)

    def check_documents(self) -> None:
        """Check that every kept document is what it would be afresh, and what its readers made of the last patch."""
        for audience, document in self.projector.documents.items():
            assert document == self.projector.render(self.world, audience), audience
            if audience in self.before:
                assert merge(self.before[audience], self.patches.get(audience, {})) == document, audience
            check_plain(document)


def check_plain(document: object) -> None:
    """Check that a document holds objects and plain values only: no arrays, no nulls, no empty objects below it."""
    match document:
        case dict():
            for key, value in document.items():
                assert isinstance(key, str)
                assert value != {}, key
                check_plain(value)
        case _:
            assert isinstance(document, str | int | bool), document
