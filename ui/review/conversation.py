"""The middle of Review: what was said in the open class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.kernel.words import MAIN, STAFF, room_channel, topic_channel
from app.domain.roster.state import RosterState
from app.domain.session.decider import SessionState
from app.domain.topics.decider import TopicsState
from ui.review.painting import SaidDelegate
from ui.review.said import EVERYWHERE, PRIVATE, Said, channel_text, said
from ui.session.words import trouble_text, when_text
from ui.widgets.banner import Banner
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Choice
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import separator
from ui.widgets.rows import RowsModel, RowsView
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.review.past import Past


_WINDOW = 300


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
        for channel in (MAIN, *topics, *(room_channel(room.room) for room in rooms), STAFF, PRIVATE):
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
