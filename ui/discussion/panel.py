"""The conversation panel: channels, messages, and where one writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from app.domain.discussion import commands as c
from app.domain.discussion.state import DiscussionState
from app.domain.kernel.words import STAFF, topic_of
from app.sync.changes import Notice, NoticeKind
from ui.anonymous.button import VeilButton
from ui.bridge.dialogs import confirm
from ui.bridge.names import place_name
from ui.bridge.session import Changed, SessionBridge
from ui.bridge.tasks import TaskScope
from ui.discussion.aside import Aside, Kind
from ui.discussion.attention import call_items, staff_items
from ui.discussion.channels import ChannelTabs, channels
from ui.discussion.keys import conversation_actions
from ui.discussion.model import STEP, Mark, MessageRow, reactions_of
from ui.discussion.naming import NamePicker, people_for
from ui.discussion.places import Places
from ui.discussion.reading import Reading
from ui.discussion.view import ConversationView
from ui.discussion.writing import Writing
from ui.leads.acts import LeadActs
from ui.leads.strip import LeadStrip
from ui.moderation.decisions import Decisions
from ui.moderation.modes import ModeButton
from ui.pins import panel as pins
from ui.pins.bar import PinsBar
from ui.shell.actions import Actions
from ui.shell.attention import Attention
from ui.shell.panels import Mode, Panel, Place, Services
from ui.support.helping import Helping
from ui.thanks.model import MARK
from ui.topics.heading import TopicHeading
from ui.topics.model import topics
from ui.widgets.empty import EmptyState
from ui.widgets.layout import Ground, separator
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command
    from app.domain.kernel.world import World
    from ui.i18n import Words
    from ui.shell.attention import AttentionItem

NAME = "discussion"
READS = (NAME, "roster", "moderation", "topics", "questions", "thanks", "remarks", "stage", "pins", "anonymous")
"""The capabilities whose changes this panel paints."""


class DiscussionPanel(Translated, QWidget):
    """The conversation of one session.

    Args:
        services: `SessionBridge`, `Actions`, `Attention`, `Toast` and a `TaskScope`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = services.need(SessionBridge)
        self._tasks = services.need(TaskScope)
        self._attention = services.need(Attention)
        self._decisions = Decisions.of(self._bridge)
        self._reading = Reading(self._bridge.client.marks)
        self._places = Places.of(self._bridge)
        self._leading = LeadActs(self._bridge, services.need(Toast), self)
        self.aside = Aside(self._bridge, self._show)
        self._reading.begin(self._world)
        self.tabs = ChannelTabs()
        self.view = ConversationView()
        self.writing = Writing()
        self.names = NamePicker(
            self.writing.composer.edit, lambda: people_for(self._world, self.channel, self._bridge.me), self
        )
        self.heading = TopicHeading()
        self.lead = LeadStrip()
        self.pins = PinsBar(self._bridge, services.need(Toast))
        self.veil = VeilButton(self._bridge, services.need(Toast))
        self._mode = ModeButton(self._bridge)
        self._empty = EmptyState("message-circle")
        self._pages = QStackedLayout()
        self._lay_out()
        self._connect()
        services.need(Actions).add(*conversation_actions(self), owner=self)
        self._attention.contribute(NAME, self._attention_items, owner=self)
        self._show_tabs()
        self.tabs.choose(self._reading.channel)
        self.open_channel(self._reading.channel)
        self.retranslate()

    # --- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        space = tokens().space
        ground = Ground("surface")
        bar = QHBoxLayout()
        bar.setContentsMargins(space.s, space.xxs, space.m, space.xxs)
        bar.setSpacing(space.s)
        bar.addWidget(self.tabs, 1)
        bar.addWidget(self.veil)
        bar.addWidget(self._mode)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        ground.column.addLayout(bar)
        ground.column.addWidget(separator())
        ground.column.addWidget(self.heading)
        ground.column.addWidget(self.lead)
        ground.column.addWidget(self.pins)
        ground.column.addWidget(self.aside.bar)
        ground.column.addLayout(self._pages, 1)
        ground.column.addWidget(self.writing)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.setFocusProxy(self.writing)

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self._bridge.stateChanged.connect(self._changed)
        self._bridge.noticed.connect(self._noticed)
        self.tabs.chosen.connect(self.open_channel)
        self.writing.wanted.connect(self._send)
        self.writing.last_wanted.connect(self._edit_last)
        self.view.replied.connect(self.writing.answer)
        self.view.edited.connect(self.writing.change)
        self.view.deleted.connect(self._ask_delete)
        self.view.reacted.connect(self._react)
        self.view.quote_clicked.connect(self.show_message)
        self.view.review_wanted.connect(self._review)
        self.view.pill_clicked.connect(self.go_to_end)
        self.view.thread_wanted.connect(self.open_thread)
        self.view.history_wanted.connect(lambda row: self.aside.open_history(row.id))
        self.view.entered.connect(self._entered)
        self.view.question_wanted.connect(self._places.question_wanted)
        self.view.private_wanted.connect(Helping.of(self._bridge).wanted)
        self.view.note_wanted.connect(lambda message: Helping.of(self._bridge).note_wanted.emit("", message))
        self.view.stage_wanted.connect(self._places.stage_wanted)
        self.view.pin_wanted.connect(self.pins.turn)
        self.view.mute_wanted.connect(self.veil.turn)
        self.pins.message_wanted.connect(self.show_message)
        self.view.thanks_wanted.connect(lambda message: self._places.thanks_wanted.emit(message, ""))
        self.view.board_wanted.connect(self._places.board_wanted)
        self.view.left.connect(self._back)
        self.aside.bar.closed.connect(self._back)
        self.heading.turned.connect(self._places.turned)
        self.lead.ended.connect(self._leading.take_back)
        self.lead.cleared.connect(self._leading.clear_prompt)
        self._places.wanted.connect(self._write_in)
        self._places.message_wanted.connect(self.show_message)
        self._places.answer_wanted.connect(self._answer)
        # Queued: they may come while the rows are being changed.
        self.view.start_reached.connect(self._older, queued)
        self.view.end_reached.connect(self._end_reached, queued)

    def retranslate(self) -> None:
        """Say the words again."""
        self._empty.say(
            self.tr("Nobody has written here yet"),
            self.tr("Ask a first question: people answer more easily than they begin."),
        )
        self._show_tabs()
        self._say_place()
        self.aside.retranslate()
        self._show()
        self._attention.refresh(NAME)

    def changeEvent(self, event: QEvent) -> None:
        """Count as read what one sees when one comes back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self._follows():
            self._reading.read_to_end(self._world)
            self._show_tabs()

    # --- showing ---------------------------------------------------------------------------------------------------

    @property
    def channel(self) -> str:
        """The channel that is shown."""
        return self._reading.channel

    @property
    def _world(self) -> World:
        return self._bridge.projected

    def open_channel(self, channel: object) -> None:
        """Show a channel, at its end.

        Args:
            channel: an id.
        """
        if not isinstance(channel, str):
            return
        self.aside.close()
        self._reading.open(self._world, channel)
        self._mode.show_channel(channel)
        self.veil.show_channel(channel)
        self.pins.show_channel(channel)
        self._say_place()
        self._show_tabs()
        self._show()
        self.view.scrollToBottom()
        # What was new here has been seen by that.
        self._attention.refresh(NAME)

    def show_message(self, message: object) -> None:
        """Choose a message, in whatever channel it is.

        Args:
            message: its id.
        """
        found = self._world.state(DiscussionState).messages.get(message) if isinstance(message, str) else None
        if found is None:
            return
        self.aside.close()
        if found.channel != self.channel:
            self.tabs.choose(found.channel)
        if self._reading.to_message(self._world, found.id):
            self._show()
            self.view.choose(found.id)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_first_unread(self) -> None:
        """Choose the first message that one has not read; in the next channel that has one, when this has none."""
        if self._reading.first_unread(self._world) is None:
            waiting = [row.id for row in self.tabs.rows.rows if row.unread]
            if waiting:
                self.tabs.choose(waiting[0])
        first = self._reading.first_unread(self._world)
        if first is not None:
            self.show_message(first)

    def open_thread(self, message: object) -> None:
        """Show a message and all that goes back to it, and answer it.

        Args:
            message: the id of any of it.
        """
        if not isinstance(message, str):
            return
        self.aside.open_thread(message)
        root = self.view.rows.row_at(self.view.rows.index_of(self.aside.about))
        if isinstance(root, MessageRow) and root.mark is not Mark.DELETED:
            self.writing.answer(root)

    def _back(self) -> None:
        """Leave a thread, and do not answer it any more."""
        if self.aside.kind is Kind.THREAD:
            self.writing.stop_answering()
        self.aside.close()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """Ask for words to find in every conversation."""
        self.aside.open_search()

    def go_to_end(self) -> None:
        """Show the newest message, and follow from there."""
        self.aside.close()
        self._reading.to_end()
        self._reading.read_to_end(self._world)
        self._show()
        self.view.scrollToBottom()
        self._show_tabs()

    def _changed(self, changed: object) -> None:
        if not isinstance(changed, Changed):
            return
        if changed.reset:
            self._reading.begin(self._world)
        else:
            self._reading.follow(self._world, changed.entities)
        if not (changed.touches(*READS) or changed.pending):
            return
        if not self.view.at_end:
            self._reading.hold(self._world)
        if self._follows():
            self._reading.read_to_end(self._world)
        else:
            self._reading.look_away(self._world)
        if changed.touches("topics", "leads"):
            self._say_place()
        self.pins.show_pins()
        self._show()
        self._show_tabs()
        self._attention.refresh(NAME)

    def _follows(self) -> bool:
        """Tell whether the person sees what is new at once."""
        seen = self.isVisible() and self.window().isActiveWindow() and not self.aside.is_open
        return seen and self._reading.at_newest and self.view.at_end

    def _show(self) -> None:
        if self.aside.is_open:
            self._pages.setCurrentIndex(0)
            self.view.rows.show_rows(self.aside.rows())
            self.view.tell_new(0)
            return
        rows = self._reading.rows(self._world, me=self._bridge.me, pending=self._bridge.pending_about)
        self._pages.setCurrentIndex(0 if rows else 1)
        self.view.rows.show_rows(rows)
        behind = not (self._reading.at_newest and self.view.at_end)
        self.view.tell_new(self._reading.unread(self._world, self.channel) if behind else 0)

    def _show_tabs(self) -> None:
        self.tabs.show_channels(
            channels(self._world, lambda each: self._reading.unread(self._world, each), self._reading.channel)
        )

    def _say_place(self) -> None:
        place = self.channel
        topic = topic_of(place)
        # In a closed topic staff have the last word.
        closed = place != STAFF and topic is None and not self._world.seats.room_exists(place)
        self.writing.open_channel(place, place_name(self._world, place), closed=closed)
        self.heading.show_topic(next((row for row in topics(self._world) if row.topic == topic), None))
        self.lead.show_place(self._world, place)

    def _older(self) -> None:
        if not self.aside.is_open and self._reading.move(self._world, -STEP):
            self._show()

    def _end_reached(self) -> None:
        if self.aside.is_open:
            return
        if not self._reading.at_newest:
            self._reading.move(self._world, STEP)
            self._show()
        if self._reading.at_newest and self.view.at_end and self.isVisible():
            self._reading.read_to_end(self._world)
            self.view.tell_new(0)
            self._show_tabs()

    # --- acting ----------------------------------------------------------------------------------------------------

    def _send(self, command: Command) -> None:
        self._reading.unread_from = 0
        if self._bridge.submit(command) is not None and isinstance(command, c.PostMessage):
            self._bridge.flush()
            if self.aside.kind is Kind.THREAD:
                self.view.scrollToBottom()
            else:
                self.go_to_end()

    def _react(self, message: str, emoji: str) -> None:
        if emoji == MARK:
            self._places.thanks_wanted.emit(message, "")
            return
        mine = any(each.emoji == emoji and each.mine for each in reactions_of(self._world, message, self._bridge.me))
        self._bridge.submit(c.React(message=message, emoji=emoji, on=not mine))

    def _ask_delete(self, row: MessageRow) -> None:
        self._tasks.spawn(self._delete(row), name="delete a message")

    async def _delete(self, row: MessageRow) -> None:
        title = self.tr("Delete your message?") if row.mine else self.tr("Delete the message of %1?")
        detail = self.tr("It disappears for everyone. The log keeps it as evidence.")
        if await confirm(self, title.replace("%1", row.name), detail, self.tr("Delete"), dangerous=True):
            self._bridge.submit(c.DeleteMessage(message=row.id))

    def _edit_last(self) -> None:
        mine = [row for row in self.view.rows.rows if isinstance(row, MessageRow) and row.mine and row.text]
        if mine:
            self.writing.change(mine[-1])

    def _review(self, row: MessageRow) -> None:
        self._decisions.wanted.emit(row.id, None)

    def write_to_staff(self) -> None:
        """Write to the staff's own channel."""
        self.tabs.choose(STAFF)
        self.writing.setFocus()

    def take_keyboard(self) -> None:
        """Let the keyboard choose a message."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.view.chosen() is None and self.view.rows.rowCount():
            self.view.setCurrentIndex(self.view.rows.index(self.view.rows.rowCount() - 1))

    def _write_in(self, channel: str) -> None:
        self.tabs.choose(channel)
        self.writing.setFocus()

    def _entered(self, row: MessageRow) -> None:
        """Go from what was found, or from a thread, to where it stands."""
        if self.aside.kind in {Kind.SEARCH, Kind.THREAD}:
            self.show_message(row.id)

    def _answer(self, message: str) -> None:
        self.show_message(message)
        row = self.view.rows.row_at(self.view.rows.index_of(message))
        if isinstance(row, MessageRow):
            self.writing.answer(row)

    def _attention_items(self) -> tuple[AttentionItem, ...]:
        asked = (self._world, self._bridge.me, self._reading.read_to, self.show_message, self._answer)
        return (*call_items(*asked), *staff_items(*asked))

    def _noticed(self, notice: object) -> None:
        # Whoever refused says why, elsewhere; here the words come back to the person who wrote them.
        if isinstance(notice, Notice) and notice.kind is NoticeKind.REFUSED and notice.pending is not None:
            self.writing.give_back(notice.pending.command)


ASKED: dict[str, Words] = {
    "discussion.post": lambda: QCoreApplication.translate("Conversation", "sending a message"),
}
"""What can be asked of it, as the end of a sentence."""

PANELS = (
    Panel(
        NAME,
        Mode.LIVE,
        Place.CENTRE,
        10,
        DiscussionPanel,
        title=lambda: QCoreApplication.translate("Panels", "Conversation"),
        icon_name="messages-square",
        words=ASKED | pins.WORDS,
    ),
)
