"""Review's panels: past classes at the left, what was said in the middle, who was there and the record at the right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.discussion.state import DiscussionState, Message
from app.domain.kernel.gate import Outcome
from app.domain.kernel.words import MAIN, STAFF, Role, room_channel, topic_channel, topic_of
from app.domain.roster.state import RosterState
from app.domain.session.decider import SessionState
from app.domain.topics.decider import TopicsState
from app.reports.presence import Interval, presence, total
from ui.bridge.dialogs import FileAsk, ask_file, confirm
from ui.bridge.tasks import TaskScope
from ui.review.past import Past
from ui.session.classes import TwoLines, two_lines_view
from ui.session.desk import Desk
from ui.session.words import minutes_text, trouble_text, when_text
from ui.shell.panels import Mode, Panel, Place, Services
from ui.widgets.avatar import paint_avatar
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Choice
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Card, SectionHeader, overline, separator
from ui.widgets.rows import RowRole, RowsModel, RowsView
from ui.widgets.theme import colour, font, tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.seats import Seat
    from app.reports.record import Chain, PastSession

_AVATAR = 30
_WINDOW = 300
EVERYWHERE = ""
"""The choice of every channel at once."""


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
        channel: where; `EVERYWHERE` for all of them.
    """
    messages = past.world.state(DiscussionState).messages
    wanted = [message for message in messages.values() if channel in {EVERYWHERE, message.channel}]
    wanted.sort(key=lambda message: (message.at, message.id))
    return tuple(_said(past, message, messages) for message in wanted)


def _said(past: PastSession, message: Message, messages: dict[str, Message]) -> Said:
    shown = message.shown or message.newest
    mark, tone = _mark(message)
    answered = messages.get(message.reply_to)
    moment = QDateTime.fromMSecsSinceEpoch(message.at).time()
    return Said(
        key=message.id,
        author=name_of(past.world.seats.seat(message.author)),
        member=message.author,
        when=QLocale().toString(moment, QLocale.FormatType.ShortFormat),
        where="" if message.channel == MAIN else channel_text(past, message.channel),
        text=shown.words or QCoreApplication.translate("Review", "(erased)"),
        mark=mark,
        tone=tone,
        quote=(answered.shown or answered.newest).text if answered is not None else "",
        faint=not message.is_shown,
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


class SaidDelegate(QStyledItemDelegate):
    """Paints what was said."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self._view = view

    def _text_rect(self, width: int, text: str) -> QRect:
        painter_font = font(tokens().type.body)
        room = QRect(0, 0, max(80, width - _AVATAR - 60), 100_000)
        return QFontMetrics(painter_font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as the text."""
        row = index.data(RowRole)
        if not isinstance(row, Said):
            return QSize(0, 0)
        width = self._view.viewport().width()
        line = tokens().type.body + 8
        quote = tokens().type.caption + 8 if row.quote else 0
        return QSize(width, line + quote + self._text_rect(width, row.text).height() + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a message."""
        row = index.data(RowRole)
        if not isinstance(row, Said):
            return
        where: QRect = option.rect.adjusted(20, 6, -20, -6)
        kind = tokens().type
        painter.save()
        paint_avatar(painter, QRect(where.left(), where.top() + 2, _AVATAR, _AVATAR), row.author, row.member)
        left = where.left() + _AVATAR + 12
        head = QRect(left, where.top(), where.right() - left, kind.body + 6)
        painter.setFont(font(kind.body, weight=QFont.Weight.DemiBold))
        painter.setPen(colour("text"))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, row.author)
        place = head.left() + painter.fontMetrics().horizontalAdvance(row.author) + 8
        painter.setFont(font(kind.caption))
        painter.setPen(colour("faint"))
        detail = f"{row.when} · {row.where}" if row.where else row.when
        painter.drawText(head.adjusted(place - head.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, detail)
        if row.mark:
            size = badge_size(row.mark)
            corner = head.topRight()
            corner.setX(corner.x() - size.width())
            paint_badge(painter, corner, row.mark, row.tone)
        top = head.bottom() + 2
        if row.quote:
            line = QRect(left, top, where.right() - left, kind.caption + 6)
            painter.setFont(font(kind.caption))
            painter.setPen(colour("muted"))
            text = painter.fontMetrics().elidedText(f"↩ {row.quote}", Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            top = line.bottom() + 2
        painter.setFont(font(kind.body))
        painter.setPen(colour("muted" if row.faint else "text"))
        painter.drawText(QRect(left, top, where.right() - left, 100_000), int(Qt.TextFlag.TextWordWrap), row.text)
        painter.restore()


class PastClassesPanel(Translated, QWidget):
    """Lists the classes one can look back on.

    Args:
        past: opens them.
        desk: tells when there are others.
    """

    def __init__(self, past: Past, desk: Desk) -> None:
        super().__init__()
        self._past = past
        self._header = SectionHeader()
        self._model, self._view = two_lines_view("")
        self._none = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        space = tokens().space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space.s, 0, space.s)
        column.setSpacing(space.xs)
        for widget in (self._header, self._none):
            widget.setContentsMargins(space.m, 0, space.m, 0)
        column.addWidget(self._header)
        column.addWidget(self._none)
        column.addWidget(self._view, 1)
        self._view.selectionModel().currentChanged.connect(self._chosen)
        desk.seats_changed.connect(self._fill)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._none.setText(self.tr("Every class you lead or assist is kept here."))
        self._view.setAccessibleName(self.tr("Past classes"))
        self._fill()

    def _fill(self) -> None:
        seats = self._past.seats
        self._header.say(self.tr("Classes"), count=len(seats) or None)
        self._none.setVisible(not seats)
        going_on = self.tr("going on")
        self._model.show_rows(
            [
                TwoLines(
                    seat.session,
                    seat.title or self.tr("A colleague’s class"),
                    when_text(seat.last_opened) if seat.ended else f"{when_text(seat.last_opened)} · {going_on}",
                )
                for seat in seats
            ]
        )

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self._model.row_at(index)
        self._past.open(row.key if row is not None else "")


class ConversationPanel(Translated, QWidget):
    """What was said in the open class, in one channel or everywhere, unpublished texts too.

    Args:
        past: the open class.
    """

    def __init__(self, past: Past) -> None:
        super().__init__()
        self._past = past
        self._shown = _WINDOW
        self._title = ElidedLabel(words=Words.HEADING)
        self._when = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self._channel = Choice()
        self._channel.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self._model: RowsModel[Said] = RowsModel(lambda row: row.key, lambda row: f"{row.author}: {row.text}")
        self._view = RowsView()
        self._model.setParent(self._view)
        self._view.setItemDelegate(SaidDelegate(self._view))
        self._view.show_model(self._model)
        self._view.end_reached.connect(self._show_more)
        self._silent = EmptyState("message-circle")
        self._none = EmptyState("history")
        self._trouble = Banner()
        space = tokens().space
        head = QHBoxLayout()
        head.setContentsMargins(space.xl, space.m, space.xl, space.m)
        head.setSpacing(space.m)
        names = QVBoxLayout()
        names.setSpacing(space.xxs)
        names.addWidget(self._title)
        names.addWidget(self._when)
        head.addLayout(names, 1)
        head.addWidget(self._channel, 0, Qt.AlignmentFlag.AlignVCenter)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(separator())
        self._talk = QStackedWidget()
        self._talk.addWidget(self._view)
        self._talk.addWidget(self._silent)
        column.addWidget(self._talk, 1)
        self._page = page
        self._pages = QStackedWidget()
        self._pages.addWidget(self._none)
        self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._trouble)
        outer.addWidget(self._pages, 1)
        self._channel.activated.connect(self._fill)
        past.opened.connect(self._show)
        past.failed.connect(self._failed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._none.say(
            self.tr("Choose a class at the left"),
            self.tr("Each class is kept on this computer, to reread and to hand on."),
        )
        self._silent.say(self.tr("Nothing was said here"), "")
        self._channel.setAccessibleName(self.tr("Channel"))
        self._view.setAccessibleName(self.tr("Conversation"))
        self._show()

    @property
    def channels(self) -> tuple[str, ...]:
        """The names one can choose from."""
        return tuple(self._channel.itemText(row) for row in range(self._channel.count()))

    @property
    def rows(self) -> tuple[Said, ...]:
        """What is listed now."""
        return self._model.rows

    def show_channel(self, name: str) -> None:
        """Show what was said in one channel.

        Args:
            name: one of `channels`.
        """
        self._channel.setCurrentIndex(self.channels.index(name))
        self._fill()

    def _show(self) -> None:
        past = self._past.current
        self._pages.setCurrentWidget(self._page if past is not None else self._none)
        if past is None:
            return
        self._trouble.hide()
        state = past.world.state(SessionState)
        self._title.setText(state.title)
        started = state.started_at or (past.envelopes[0].at if past.envelopes else 0)
        self._when.setText(when_text(started) if started else "")
        rooms = past.world.state(RosterState).rooms.values()
        self._channel.clear()
        self._channel.addItem(self.tr("Everywhere"), EVERYWHERE)
        topics = (topic_channel(key) for key, topic in past.world.state(TopicsState).topics.items() if topic.is_known)
        for channel in (MAIN, *topics, *(room_channel(room.room) for room in rooms), STAFF):
            self._channel.addItem(channel_text(past, channel), channel)
        self._fill()

    def _fill(self) -> None:
        self._shown = _WINDOW
        self._show_rows()
        self._view.scrollToTop()

    def _show_more(self) -> None:
        self._shown += _WINDOW
        self._show_rows()

    def _show_rows(self) -> None:
        past = self._past.current
        rows = said(past, self._channel.currentData() or EVERYWHERE) if past is not None else ()
        self._talk.setCurrentWidget(self._view if rows else self._silent)
        self._model.show_rows(rows[: self._shown])

    def _failed(self, code: str) -> None:
        text = self.tr("The record of this class cannot be read: %1").replace("%1", trouble_text(code))
        self._trouble.say(Tone.DANGER, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the texts break anew."""
        super().resizeEvent(event)
        self._view.doItemsLayout()


class RecordPanel(Translated, QWidget):
    """Who was there and for how long; export, check, delete.

    Args:
        past: the open class.
        scope: runs what waits.
        toast: tells what was done.
    """

    def __init__(self, past: Past, scope: TaskScope, toast: Toast) -> None:
        super().__init__()
        self._past, self._scope, self._toast = past, scope, toast
        self._chain: Chain | None = None
        self._people = SectionHeader()
        self._model, self._view = two_lines_view("")
        self._record = Card()
        self._record_title = overline("")
        self._told = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._export = Button(kind=ButtonKind.PRIMARY, icon_name="download")
        self._check = Button(kind=ButtonKind.QUIET, icon_name="shield-check")
        self._delete = Button(kind=ButtonKind.PLAIN, icon_name="trash-2")
        self._export.clicked.connect(lambda: scope.spawn(self._save(), name="export"))
        self._check.clicked.connect(past.check)
        self._delete.clicked.connect(lambda: scope.spawn(self._forget(), name="forget"))
        space = tokens().space
        for widget in (self._record_title, self._told, self._export, self._check, self._delete):
            self._record.column.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.m, space.s, space.m, space.m)
        column.setSpacing(space.s)
        column.addWidget(self._people)
        column.addWidget(self._view, 1)
        column.addWidget(self._record)
        past.opened.connect(self._opened)
        past.checked.connect(self._checked)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._view.setAccessibleName(self.tr("Who was there"))
        self._record_title.setText(self.tr("Record"))
        self._export.say(self.tr("Export as JSON…"))
        self._check.say(self.tr("Check the record"), self.tr("Check every line from the first to the last"))
        self._delete.say(self.tr("Delete from this computer…"))
        self._show()

    def _opened(self) -> None:
        self._chain = None
        self._show()

    def _show(self) -> None:
        past = self._past.current
        self._export.setEnabled(past is not None)
        # What cannot be read can still be checked, to learn where it was damaged, and deleted.
        for button in (self._check, self._delete):
            button.setEnabled(bool(self._past.session))
        rows = people(past) if past is not None else []
        self._people.say(self.tr("Who was there"), count=len(rows) or None)
        self._model.show_rows(rows)
        self._told.setText(self._words(past))
        broken = self._chain is not None and not self._chain.is_intact
        self._told.set_tone(Tone.DANGER if broken else Tone.OK if self._chain is not None else Tone.MUTED)

    def _words(self, past: PastSession | None) -> str:
        chain = self._chain
        if chain is None:
            if past is None:
                return self.tr("Open a class to export or check its record.")
            return self.tr("%n line(s), each sealed by the one before.", "records of the log", len(past.records))
        if chain.is_intact:
            head = chain.head[:12]
            return self.tr("Intact: every line fits. It ends with seal %1.").replace("%1", head)
        text = self.tr("Line %1 does not fit (%2): it was changed or lost after it was written.")
        return text.replace("%1", str(chain.broken_at)).replace("%2", chain.reason)

    def _checked(self, chain: Chain) -> None:
        self._chain = chain
        self._show()

    async def _save(self) -> None:
        past = self._past.current
        if past is None:
            return
        title = past.world.state(SessionState).title
        name = "".join(letter if letter.isalnum() else "-" for letter in title).strip("-") or "class"
        chosen = await ask_file(
            self.window(), FileAsk.SAVE, self.tr("Export as JSON"), name=f"{name}.json", patterns="JSON (*.json)"
        )
        if chosen is None:
            return
        try:
            await self._past.save(Path(chosen))
        except OSError as error:
            self._told.setText(self.tr("It could not be written: %1").replace("%1", error.strerror or str(error)))
            self._told.set_tone(Tone.DANGER)
            return
        self._toast.say(self.tr("Exported to %1").replace("%1", Path(chosen).name))

    async def _forget(self) -> None:
        title = self.tr("Delete this class from this computer?")
        detail = self.tr("What was said and who was there is gone from here for good. Other computers keep their copy.")
        seat = self._past.seat
        if seat is not None and not seat.ended:
            seat_goes = self.tr("This class is not over: your seat in it goes too.")
            detail = f"{detail} {seat_goes}"
        if await confirm(self.window(), title, detail, self.tr("Delete"), dangerous=True):
            await self._past.forget()


def people(past: PastSession) -> list[TwoLines]:
    """Return who was there, staff first, then those who stayed longest.

    Args:
        past: the class.
    """
    there = presence(past.envelopes)
    seats = sorted(
        past.world.seats.all_seats(),
        key=lambda seat: (not seat.role.is_staff, -total(there.get(seat.member, ())), seat.number),
    )
    return [TwoLines(seat.member, name_of(seat), _stay(seat, there.get(seat.member, ()))) for seat in seats]


def _stay(seat: Seat, intervals: tuple[Interval, ...]) -> str:
    role = {
        Role.HOST: QCoreApplication.translate("Review", "host"),
        Role.COFACILITATOR: QCoreApplication.translate("Review", "co-facilitator"),
        Role.OBSERVER: QCoreApplication.translate("Review", "observer"),
    }.get(seat.role, "")
    if not intervals:
        words = QCoreApplication.translate("Review", "never came")
    else:
        locale = QLocale()
        times = [QDateTime.fromMSecsSinceEpoch(at).time() for at in (intervals[0].start, intervals[-1].end)]
        first, last = (locale.toString(time, QLocale.FormatType.ShortFormat) for time in times)
        words = f"{minutes_text(max(1, round(total(intervals) / 60_000)))} · {first}–{last}"
    return f"{role} · {words}" if role else words


def _classes(services: Services) -> QWidget:
    return PastClassesPanel(services.need(Past), services.need(Desk))


def _conversation(services: Services) -> QWidget:
    return ConversationPanel(services.need(Past))


def _record(services: Services) -> QWidget:
    return RecordPanel(services.need(Past), services.need(TaskScope), services.need(Toast))


PANELS = (
    Panel("review", Mode.REVIEW, Place.RAIL, 10, _classes),
    Panel(
        "review",
        Mode.REVIEW,
        Place.CENTRE,
        10,
        _conversation,
        title=lambda: QCoreApplication.translate("Panels", "Conversation"),
        icon_name="message-circle",
    ),
    Panel(
        "review",
        Mode.REVIEW,
        Place.RIGHT,
        10,
        _record,
        title=lambda: QCoreApplication.translate("Panels", "Who and what"),
        icon_name="users",
    ),
)
