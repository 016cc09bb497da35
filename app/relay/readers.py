"""Who reads what on which line: which documents each connection has open, and what a batch tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.seats import SeatsJoined, SeatsParted
from app.domain.kernel.words import STAFF, Phase, topic_channel, topic_of
from app.domain.roster import ROSTER
from app.domain.roster.state import RosterState
from app.domain.session.decider import SessionState
from app.domain.session.events import PhaseChanged
from app.domain.topics.events import TopicOpened
from app.relay.audience import audiences_of, why_sent_away
from app.relay.batch import Outgoing
from app.sync import frames as f

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Event
    from app.domain.kernel.views import Audience
    from app.domain.kernel.words import MemberId
    from app.relay.batch import Batch, Line
    from app.relay.ledger import Ledger

DOCUMENTS_AT_ONCE: Final = 8
"""How many topics, and how many notes, one page may have open."""

_SEAT_EVENTS: Final[tuple[type[Event], ...]] = (PlacesChanged, SeatsJoined, SeatsParted, *ROSTER.events)
"""The events that may change who somebody is, where they are, or whether they may stay."""

_encode = msgspec.json.Encoder().encode


class Readers:
    """The seated lines of a session, and the documents that each of them has open.

    Attributes:
        lines: all that have a seat, in the order they came.
    """

    def __init__(self, ledger: Ledger) -> None:
        """Begin with nobody.

        Args:
            ledger: the session's.
        """
        self.lines: dict[Line, None] = {}
        self._of: dict[Audience, dict[Line, None]] = {}
        self.take(ledger)

    def take(self, ledger: Ledger) -> None:
        """Go on with another ledger; the documents are to be kept anew with `keep`.

        Args:
            ledger: the session's, folded anew.
        """
        self._world = ledger.world
        self._projector = ledger.registry.projector()

    def keep(self) -> None:
        """Build every document that somebody has open, so that patches follow from how it stands now."""
        for audience in self._of:
            self._projector.keep(self._world, audience)

    def want(self, line: Line, doc: str, *, wanted: bool) -> None:
        """Open or close on a line a document that is sent on demand.

        Args:
            line: whose.
            doc: `people`, or `topic:` and an id, or `note:` and a place. What belongs to a topic that learners do not
                know of is sent once they do.
            wanted: whether to open it.
        """
        kind, _, key = doc.partition(":")
        if not key:
            line.wants_people = wanted
        else:
            opened = line.topics if kind == "topic" else line.written
            opened.pop(key, None)
            if wanted:
                opened[key] = None
            while len(opened) > DOCUMENTS_AT_ONCE:
                # Nobody reads that many: what was opened first is what is looked at least.
                del opened[next(iter(opened))]

    def forget(self, line: Line) -> None:
        """Count a line as gone."""
        del self.lines[line]
        self._subscribe(line, set())

    def note(self, envelope: Envelope, batch: Batch) -> None:
        """Gather in a batch which documents an envelope touched, and whose are others than before.

        Args:
            envelope: just folded.
            batch: the open one.
        """
        for section, touch in self._projector.touched(self._world, envelope):
            batch.touches.append((section, touch))
        for member in self._moved_by(envelope):
            batch.moved[member] = None

    def _moved_by(self, envelope: Envelope) -> Iterable[MemberId]:
        """Return the connected members whose documents an envelope changed: another seat, or a topic they wait for."""
        if isinstance(envelope.event, PhaseChanged):
            # Put away, it is no longer the learners' to read.
            return [line.member for line in self.lines] if envelope.event.phase is Phase.ARCHIVED else ()
        if isinstance(envelope.event, TopicOpened):
            topic = envelope.event.topic
            place = topic_channel(topic)
            return [line.member for line in self.lines if topic in line.topics or place in line.written]
        if not isinstance(envelope.event, _SEAT_EVENTS):
            return ()
        changed = self._world.state(RosterState).changed
        return [line.member for line in self.lines if changed.get(line.member) == envelope.seq]

    def render(self, batch: Batch) -> None:
        """Write into a batch what its lines are to see of it.

        Args:
            batch: as far as it has been gathered.
        """
        world = self._world
        patches = self._projector.update(world, batch.touches)
        # Who was moved or put out stops reading first: what was said after that is not theirs, also in the same batch.
        encoded: dict[Audience, bytes] = {}
        whole: set[tuple[Line, Audience]] = set()
        for line in list(self.lines):
            if line.member in batch.moved or line in batch.fresh:
                self._resubscribe(line, batch, encoded, whole)
        for audience, patch in patches.items():
            lines = [line for line in self._of.get(audience, ()) if (line, audience) not in whole]
            if lines:
                frame = f.encode(f.Patch(audience.name, world.seq, msgspec.Raw(_encode(patch))))
                batch.views.append(Outgoing(lines, frame, is_view=True))
        batch.is_rendered()

    def _resubscribe(
        self, line: Line, batch: Batch, encoded: dict[Audience, bytes], whole: set[tuple[Line, Audience]]
    ) -> None:
        world = self._world
        roster = world.state(RosterState)
        seat = roster.members[line.member]
        phase = world.state(SessionState).phase
        reason = why_sent_away(seat, phase, opens=roster.tokens.get(line.token_hash), is_replica=line.is_replica)
        if reason:
            batch.answers.append(Outgoing((line,), f.encode(f.Bye(reason)), closes=True))
            batch.closing.add(line)
            self._subscribe(line, set())
            return
        if line.is_replica:
            return
        topics = [topic for topic in line.topics if self._is_known(topic)]
        notes = [place for place in line.written if self._is_there(place)]
        wanted = audiences_of(seat, wants_people=line.wants_people, topics=topics, notes=notes)
        for audience in sorted(line.audiences - wanted):
            drop = Outgoing((line,), f.encode(f.Drop(audience.name, world.seq)))
            batch.views.append(drop)
            batch.drops.append(drop)
        new = wanted if line in batch.fresh else wanted - line.audiences
        for audience in sorted(new):
            frame = encoded.get(audience)
            if frame is None:
                document = self._projector.keep(world, audience)
                frame = f.encode(f.Doc(audience.name, world.seq, msgspec.Raw(_encode(document))))
                encoded[audience] = frame
            batch.views.append(Outgoing((line,), frame, is_view=True))
            whole.add((line, audience))
        self._subscribe(line, wanted)

    def _is_known(self, topic: str) -> bool:
        standing = self._world.topics.standing(topic)
        return standing is not None and standing is not TopicStanding.PREPARED

    def _is_there(self, place: str) -> bool:
        topic = topic_of(place)
        if topic is not None:
            return self._is_known(topic)
        return place == STAFF or self._world.seats.room_exists(place)

    def _subscribe(self, line: Line, wanted: set[Audience]) -> None:
        for audience in line.audiences - wanted:
            readers = self._of[audience]
            del readers[line]
            if not readers:
                del self._of[audience]
                self._projector.drop(audience)
        for audience in wanted - line.audiences:
            self._of.setdefault(audience, {})[line] = None
        line.audiences = wanted
