"""What was said in a past class, as it is read again: in one channel or everywhere, with what became of each text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.discussion.state import DiscussionState, Message
from app.domain.kernel.gate import Outcome
from app.domain.kernel.words import MAIN, STAFF, room_channel, topic_of
from app.domain.remarks.decider import RemarksState
from app.domain.roster.state import RosterState
from app.domain.support.state import SupportState
from app.domain.topics.decider import TopicsState
from ui.widgets.labels import Tone
from ui.widgets.time_label import hour_text

if TYPE_CHECKING:
    from app.domain.kernel.seats import Seat
    from app.reports.record import PastSession


EVERYWHERE = ""
"""The choice of every channel at once."""


PRIVATE = "private"
"""The choice of what staff wrote with single learners."""


@dataclass(frozen=True)
class Said:
    """A message as it is read again.

    Attributes:
        key: its id.
        author: who.
        member: their id, which decides the colour of their picture.
        when: the time of day.
        where: the channel's name; empty for the main room.
        text: what was said; what stands in its place when nothing is left.
        mark: what became of it, when it was not simply published.
        tone: of the mark.
        quote: the beginning of what it answers.
        faint: whether learners never saw it.
        note: what staff noted about it for themselves; empty for nothing.
    """

    key: str
    author: str
    member: str
    when: str
    where: str
    text: str
    mark: str = ""
    tone: Tone = Tone.MUTED
    quote: str = ""
    faint: bool = False
    note: str = ""


def name_of(seat: Seat | None) -> str:
    """Name a member: by their name, or by their number while they have none.

    Args:
        seat: theirs; none for a stranger.
    """
    if seat is None:
        return QCoreApplication.translate("Review", "Someone")
    return seat.name or QCoreApplication.translate("Review", "Person %1").replace("%1", str(seat.number))


def channel_text(past: PastSession, channel: str) -> str:
    """Name a channel.

    Args:
        past: whose.
        channel: its id.
    """
    if channel == MAIN:
        return QCoreApplication.translate("Review", "Main room")
    if channel == STAFF:
        return QCoreApplication.translate("Review", "Staff")
    if channel == PRIVATE:
        return QCoreApplication.translate("Review", "Private threads")
    topic = topic_of(channel)
    if topic is not None:
        found = past.world.state(TopicsState).topics.get(topic)
        return found.title if found is not None else channel
    rooms = past.world.state(RosterState).rooms.values()
    return next((room.name for room in rooms if room_channel(room.room) == channel), channel)


def said(past: PastSession, channel: str) -> tuple[Said, ...]:
    """Return what was said, in order of time.

    Args:
        past: the class.
        channel: where; `EVERYWHERE` for all of them, `PRIVATE` for what was written to one learner alone.
    """
    if channel == PRIVATE:
        return _privately(past)
    messages = past.world.state(DiscussionState).messages
    wanted = [message for message in messages.values() if channel in {EVERYWHERE, message.channel}]
    wanted.sort(key=lambda message: (message.at, message.id))
    return tuple(_said(past, message, messages) for message in wanted)


def _said(past: PastSession, message: Message, messages: dict[str, Message]) -> Said:
    shown = message.shown or message.newest
    mark, tone = _mark(message)
    answered = messages.get(message.reply_to)
    return Said(
        key=message.id,
        author=name_of(past.world.seats.seat(message.author)),
        member=message.author,
        when=hour_text(message.at),
        where="" if message.channel == MAIN else channel_text(past, message.channel),
        text=shown.words or QCoreApplication.translate("Review", "(erased)"),
        mark=mark,
        tone=tone,
        quote=(answered.shown or answered.newest).text if answered is not None else "",
        faint=not message.is_shown,
        note=_note(past, message.id),
    )


def _note(past: PastSession, message: str) -> str:
    noted = past.world.state(RemarksState).on(message)
    flag = QCoreApplication.translate("Review", "to follow up")
    return " · ".join(remark.text or flag for remark in noted)


def _privately(past: PastSession) -> tuple[Said, ...]:
    """Return what staff and single learners wrote to each other, in order of time."""
    found = past.world.state(SupportState).texts.values()
    with_whom = QCoreApplication.translate("Review", "privately with %1")
    return tuple(
        Said(
            key=text.item,
            author=name_of(past.world.seats.seat(text.author)),
            member=text.author,
            when=hour_text(text.at),
            where=with_whom.replace("%1", name_of(past.world.seats.seat(text.member))),
            text=text.text or QCoreApplication.translate("Review", "(erased)"),
        )
        for text in found
    )


def _mark(message: Message) -> tuple[str, Tone]:
    if message.deleted:
        return QCoreApplication.translate("Review", "deleted"), Tone.MUTED
    match message.newest.outcome:
        case Outcome.HELD:
            return QCoreApplication.translate("Review", "never decided"), Tone.WARN
        case Outcome.RETURNED:
            return QCoreApplication.translate("Review", "returned"), Tone.WARN
        case Outcome.REJECTED:
            return QCoreApplication.translate("Review", "rejected"), Tone.DANGER
        case Outcome.HIDDEN:
            return QCoreApplication.translate("Review", "hidden"), Tone.DANGER
        case Outcome.EXPIRED:
            return QCoreApplication.translate("Review", "nobody decided in time"), Tone.WARN
        case Outcome.PUBLISHED:
            edited = len(message.revisions) > 1
            return (QCoreApplication.translate("Review", "edited") if edited else ""), Tone.MUTED
