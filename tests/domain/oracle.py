"""Who may read which text, worked out anew from the log alone and by other means than the views: the views' judge.

Every text that the tests write is unique (`canary-17`), so that a document that holds it can be convicted by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.domain.board import events as w
from app.domain.breakouts import events as b
from app.domain.discussion.events import MessageDeleted, MessageEdited, MessagePosted
from app.domain.kernel.gate import Outcome, TextDecided, TextSubmitted
from app.domain.kernel.messages import Event, MemberErased
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.seats import SeatKept, SeatsJoined
from app.domain.leads import events as le
from app.domain.roster import events as r
from app.domain.support import events as h
from app.domain.thanks import events as k
from app.domain.topics import events as t

CANARY = re.compile(r"canary-\d+")


def canaries(text: str) -> set[str]:
    """Return the texts found in a document or an answer."""
    return set(CANARY.findall(text))


@dataclass
class Text:
    """The history of one thing's text: a message, a member's name, or a room's answer, which has several authors."""

    channel: str
    revisions: list[str]
    authors: list[str]
    shown: str = ""
    place: int = 0
    deleted: bool = False
    kind: str = "message"

    def by(self, member: str) -> set[str]:
        """Return what one author wrote of it."""
        return {text for text, author in zip(self.revisions, self.authors, strict=True) if author == member}


@dataclass
class Person:
    """Where somebody is, and what they took along when they last left each room."""

    role: str
    inside: bool
    waiting: bool = False
    place: str = "main"
    remembered: dict[str, set[str]] = field(default_factory=dict)


class Oracle:
    """Reads the log and says who may see what."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.texts: dict[str, Text] = {}
        self.reasons: dict[str, set[str]] = {}
        self.rooms: dict[str, str] = {}
        self.topics: dict[str, set[str]] = {}
        self.known_topics: set[str] = set()
        self.rounds: dict[str, str] = {}
        self.tasks: dict[str, set[str]] = {}
        self.told: dict[str, set[str]] = {}
        self.led: dict[str, set[str]] = {}
        self.private: dict[str, set[str]] = {}
        self.callers: dict[str, str] = {}
        self.helpers: dict[str, set[str]] = {}
        self.thanks: dict[str, k.ThanksGiven] = {}
        self.open_words: set[str] = set()

    def take_claim(self, event: Event, actor: str) -> None:
        """Read who is on somebody's call, which the record tells and not the event."""
        if isinstance(event, h.CallClaimed) and not event.place:
            self.helpers.setdefault(self.callers[event.call], set()).add(actor)

    def take(self, event: Event) -> None:  # noqa: C901, PLR0912, PLR0915 (one case per event)
        """Read one event."""
        match event:
            case SeatKept(member=member, role=role, name=name):
                self.people[member] = Person(str(role), inside=False)
                self.texts["name:" + member] = Text("", [name], [member], shown=name)
            case r.MemberJoined(author=member, role=role, standing=standing):
                self.people[member] = Person(str(role), str(standing) == "admitted", str(standing) == "waiting")
                self._submit(event, event.name)
            case (
                r.MemberRenamed(name=words)
                | MessagePosted(text=words)
                | MessageEdited(text=words)
                | b.RoomAnswered(text=words)
                | le.PromptWritten(text=words)
                | t.TopicProposed(text=words)
            ):
                self._submit(event, words)
            case le.LeadPassed(member=member, place=place):
                self.led.setdefault(member, set()).add(place)
            case le.PromptTaken(place=place):
                self.texts["prompt:" + place].shown = ""
            case t.ProposalWithdrawn(proposal=proposal):
                self.texts[proposal].deleted = True
            case t.ProposalOpened(topic=topic, proposal=proposal):
                words = event.title or self.texts[proposal].shown
                self.topics[topic] = {words, event.prompt, event.objective} - {""}
            case t.ProposalDeclined(author=author, reason=reason):
                self.reasons.setdefault(author, set()).add(reason)
            case k.ThanksGiven(thanks=thanks):
                self.thanks[thanks] = event
            case k.ThanksWorded(item=item, text=words):
                self._submit(event, words)
                self.open_words |= {item} if event.open else set()
            case w.ItemAdded() | w.ItemEdited():
                self._submit(event, f"{event.title} {event.link} {event.note}")
            case k.ThanksTakenBack(withdrawn=item) | w.ItemRemoved(withdrawn=item):
                if item in self.texts:
                    self.texts[item].deleted = True
            case r.MemberEntered(member=member, standing=standing):
                self.people[member].inside = str(standing) == "admitted"
                self.people[member].waiting = str(standing) == "waiting"
            case r.MemberAdmitted(member=member):
                self.people[member].inside, self.people[member].waiting = True, False
            case SeatsJoined(member=member) if self.people[member].waiting:
                self.people[member].inside, self.people[member].waiting = True, False
            case r.MemberLeft(member=member) | r.MemberRemoved(member=member):
                self._go(member, "main")
                self.people[member].inside = self.people[member].waiting = False
            case r.RoleChanged(member=member, role=role):
                self.people[member].role = str(role)
            case PlacesChanged():
                self.rooms.update(event.opened())
                for member, place in event.placed():
                    self._go(member, place)
                closed = {"room:" + room for room in event.closed()}
                for member, person in self.people.items():
                    if person.place in closed:
                        self._go(member, "main")
                if isinstance(event, b.RoundOpened):
                    self.tasks[event.round] = {event.task, *event.steps} - {""}
                    self.rounds.update({group.room: event.round for group in event.groups})
                if isinstance(event, b.RoomAdded):
                    self.rounds[event.room] = event.round
            case t.TopicPrepared() | t.TopicRevised():
                self.topics[event.topic] = {event.title, event.prompt, event.objective} - {""}
            case t.TopicOpened(topic=topic):
                self.known_topics.add(topic)
            case TextDecided(item=item, revision=revision, outcome=outcome, author=author, reason=reason):
                # What staff put in place of one's words is told to their author like a reason.
                self.reasons.setdefault(author, set()).update({reason, event.text} - {""})
                text = self.texts[item]
                decided = text.revisions[revision - 1]
                if outcome is Outcome.PUBLISHED:
                    text.shown, text.place = event.text or decided, revision
                elif text.shown == decided or text.place == revision or event.hides_all:
                    text.shown = ""
            case b.AnnouncementMade(rooms=rooms, text=words):
                for room in rooms:
                    self.told.setdefault(room, set()).add(words)
            case h.HelpAsked(call=call, member=member):
                self.callers[call] = member
            case h.SaidToStaff(author=member, text=words) | h.WrittenPrivately(member=member, text=words):
                self.private.setdefault(member, set()).add(words)
                if isinstance(event, h.WrittenPrivately):
                    self.helpers.setdefault(member, set()).add(event.author)
            case MessageDeleted(message=message):
                self.texts[message].deleted = True
            case MemberErased(member=member):
                for text in self.texts.values():
                    if text.shown in text.by(member):
                        text.shown = ""
                    text.revisions = [
                        "" if who == member else words for words, who in zip(text.revisions, text.authors, strict=True)
                    ]
                self.reasons.pop(member, None)
                self.private.pop(member, None)
            case _:
                pass

    def _submit(self, event: TextSubmitted, text: str) -> None:
        # What is proposed is judged as the main room's, but stands apart from its talk.
        channel = "proposals" if isinstance(event, t.TopicProposed) else event.channel
        found = self.texts.setdefault(event.item, Text(channel, [], [], kind=event.kind))
        found.revisions.append(text)
        found.authors.append(event.author)
        if not event.held_by:
            found.shown, found.place = text, event.revision

    def _go(self, member: str, place: str) -> None:
        person = self.people[member]
        if person.place != "main":
            person.remembered[person.place] = self.talk(person.place)
        person.place = place

    def talk(self, channel: str) -> set[str]:
        """Return what may be read in a channel by those who may read it."""
        there = (
            text
            for item, text in self.texts.items()
            if text.channel == channel and not text.deleted and text.kind not in {"board", "thanks"}
            if not item.startswith(("answer:", "prompt:"))
        )
        return {canary for text in there for canary in canaries(text.shown)}

    def board(self) -> set[str]:
        """Return what was written on the board for everybody to read."""
        there = (text for text in self.texts.values() if text.kind == "board" and not text.deleted)
        return {canary for text in there for canary in canaries(text.shown)}

    def kind_words(self, member: str, channels: set[str]) -> set[str]:
        """Return the words of thanks that somebody may read: to them, or open to all beside what they may read."""
        there = (
            self.texts[item].shown
            for item, thanks in self.thanks.items()
            if item in self.texts and not self.texts[item].deleted
            if thanks.to == member or (item in self.open_words and thanks.channel in channels)
        )
        return {canary for text in there for canary in canaries(text)}

    def in_room(self, room: str) -> set[str]:
        """Return what stands in a room beside its talk: its task, its answer, and what it was told."""
        answer = self.texts.get("answer:" + room)
        tasks = self.tasks.get(self.rounds.get(room, ""), set())
        return tasks | self.told.get(room, set()) | ({answer.shown} if answer else set()) | self.prompt("room:" + room)

    def prompt(self, place: str) -> set[str]:
        """Return what is asked of people in a place."""
        found = self.texts.get("prompt:" + place)
        return {found.shown} if found else set()

    def names(self) -> set[str]:
        """Return the names that may be shown."""
        return {text.shown for item, text in self.texts.items() if item.startswith("name:")} - {""}

    def own(self, member: str) -> set[str]:
        """Return what a member wrote themselves and what they were told about it."""
        written = {c for text in self.texts.values() for words in text.by(member) for c in canaries(words)}
        private = self.private.get(member, set()) | self._helping(member)
        return (written | private | self.reasons.get(member, set())) - {""}

    def _helping(self, member: str) -> set[str]:
        """Return the names of the staff who were on somebody's call, or wrote to them."""
        return {self.texts["name:" + who].shown for who in self.helpers.get(member, ())}

    def may_read(self, member: str) -> set[str]:
        """Return every text that may stand in a member's documents."""
        person = self.people[member]
        readable = self.own(member)
        if person.inside:
            readable |= self.names() | self.talk("main") | self.talk("proposals") | self.board()
            channels = {"main", *("topic:" + topic for topic in self.known_topics)}
            readable |= self.kind_words(member, channels | {person.place} if person.role != "observer" else channels)
            for topic in self.known_topics:
                readable |= self.topics[topic] | self.talk("topic:" + topic) | self.prompt("topic:" + topic)
            # Who was to lead a topic that is not open yet was told which.
            for place in self.led.get(member, ()):
                readable |= self.topics.get(place.removeprefix("topic:"), set())
            if person.role != "observer" and person.place != "main":
                room = person.place.removeprefix("room:")
                readable |= self.talk(person.place) | self.in_room(room)
            # Where one may choose a room, and whither one is told to go, rooms are called by their names.
            readable |= set(self.rooms.values())
        return readable

    def may_look_up(self, member: str, channel: str) -> set[str]:
        """Return every text that may stand in a channel's history as a learner or observer gets it."""
        person = self.people[member]
        if not person.inside:
            return set()
        if channel == "main" or channel.removeprefix("topic:") in self.known_topics:
            return self.talk(channel) | self.names()
        if person.role == "observer":
            return set()
        if channel == person.place:
            return self.talk(channel) | self.names()
        left = (text for text in self.texts.values() if text.channel == channel and not text.deleted)
        still = {canary for text in left for revision in text.revisions for canary in canaries(revision)}
        return person.remembered.get(channel, set()) & still | self.names()
