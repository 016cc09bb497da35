"""The activity under way, above the conversation: what learners read, the questions that are ready, private notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.agenda.state import AgendaState
from app.domain.discussion.commands import PostMessage
from app.domain.discussion.state import DiscussionState
from app.domain.kernel.words import MAIN
from ui.agenda.words import called, kind_icon
from ui.bridge.session import Changed, SessionBridge
from ui.session.starting import Starting
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import IconDisc
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Ground, scrolled, separator, tight
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.agenda.activity import Activity, Question
    from app.domain.kernel.world import World
    from ui.shell.panels import Services

_TALLEST = 132
"""How much of the conversation's height the texts may take before they scroll, in logical pixels."""


def put_texts(world: World) -> frozenset[str]:
    """Return what staff have said in the main room.

    Args:
        world: to read.
    """
    staff = {seat.member for seat in world.seats.all_seats() if seat.role.is_staff}
    messages = world.state(DiscussionState).messages.values()
    return frozenset(
        message.newest.words
        for message in messages
        if message.author in staff and message.channel == MAIN and not message.deleted
    )


def questions_of(world: World, activity_id: str) -> tuple[PostMessage, ...]:
    """Give what puts an activity's prepared questions to the class; nothing that stands there already.

    Args:
        world: to read.
        activity_id: which activity.
    """
    activity = world.state(AgendaState).activities.get(activity_id)
    if activity is None or not activity.questions:
        return ()
    there = put_texts(world)
    return tuple(PostMessage(channel=MAIN, text=each.text) for each in activity.questions if each.text not in there)


class AgendaStage(Translated, QWidget):
    """The strip of the activity under way; hidden while there is none, or while it has nothing to read.

    Args:
        services: `SessionBridge` and `Starting`.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._bridge = services.need(SessionBridge)
        services.need(Starting).contribute(
            "agenda", lambda activity: questions_of(self._bridge.projected, activity), owner=self
        )
        self._shown: tuple[object, ...] = ()
        self._title = ElidedLabel(words=Words.STRONG)
        self._lead = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self.notes_button = Button(kind=ButtonKind.PLAIN, icon_name="eye-off")
        self.notes_button.setCheckable(True)
        self._instructions = Label(wrap=True)
        self._notes = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._questions = QWidget()
        self._rows = tight(QVBoxLayout(self._questions), spacing=tokens().space.xxs)
        self._icon: QWidget = QWidget()
        self._lay_out()
        self.notes_button.toggled.connect(lambda _on: self._show_notes())
        self._bridge.stateChanged.connect(self._changed)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        self._head = QHBoxLayout()
        self._head.setSpacing(space.s)
        self._head.addWidget(self._icon)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._lead)
        self._head.addWidget(self.notes_button)
        texts = QWidget()
        column = tight(QVBoxLayout(texts), spacing=space.xs)
        for widget in (self._instructions, self._notes, self._questions):
            column.addWidget(widget)
        column.addStretch(1)
        self._texts = texts
        self._area = scrolled(texts)
        ground = Ground("surface")
        inner = QVBoxLayout()
        inner.setContentsMargins(space.l, space.s, space.l, space.s)
        inner.setSpacing(space.xs)
        inner.addLayout(self._head)
        inner.addWidget(self._area)
        ground.column.addLayout(inner)
        ground.column.addWidget(separator())
        tight(QVBoxLayout(self)).addWidget(ground)

    def retranslate(self) -> None:
        """Say it again."""
        self._shown = ()
        self._show()

    def _changed(self, changed: Changed) -> None:
        if changed.touches("agenda", "discussion"):
            self._show()

    def _show(self) -> None:
        world = self._bridge.projected
        state = world.state(AgendaState)
        activity = state.activities.get(state.current)
        there = put_texts(world) if activity is not None and activity.questions else frozenset()
        put = tuple(each.text in there for each in activity.questions) if activity is not None else ()
        shown = (activity, put)
        if shown == self._shown:
            return
        self._shown = shown
        is_there = activity is not None and bool(activity.instructions or activity.notes or activity.questions)
        self.setVisible(is_there)
        if activity is not None and is_there:
            self._fill(activity, put)

    def _fill(self, activity: Activity, put: tuple[bool, ...]) -> None:
        fresh = IconDisc(kind_icon(activity.kind), size=28)
        self._head.replaceWidget(self._icon, fresh)
        self._icon.deleteLater()
        self._icon = fresh
        self._title.setText(called(activity))
        self._lead.setText(self.tr("led by %1").replace("%1", activity.lead) if activity.lead else "")
        self._instructions.setText(activity.instructions)
        self._instructions.setVisible(bool(activity.instructions))
        self._instructions.setAccessibleName(self.tr("What learners read: %1").replace("%1", activity.instructions))
        self._notes.setText(activity.notes)
        self.notes_button.setVisible(bool(activity.notes))
        self._fill_questions(activity, put)
        self._show_notes()

    def _fill_questions(self, activity: Activity, put: tuple[bool, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for question, is_there in zip(activity.questions, put, strict=True):
            self._rows.addWidget(self._row(question, is_there=is_there))
        self._questions.setVisible(bool(activity.questions))

    def _row(self, question: Question, *, is_there: bool) -> QWidget:
        row = QWidget()
        line = tight(QHBoxLayout(row), spacing=tokens().space.s)
        button = IconButton("check" if is_there else "send")
        button.say(self.tr("Put to the class already; put it again") if is_there else self.tr("Put it to the class"))
        button.setAccessibleDescription(question.text)
        button.clicked.connect(partial(self.put, question))
        text = ElidedLabel(question.text, tone=Tone.MUTED if is_there else Tone.TEXT)
        line.addWidget(button)
        line.addWidget(text, 1)
        return row

    def put(self, question: Question) -> None:
        """Put a prepared question to the class.

        Args:
            question: which.
        """
        self._bridge.submit(PostMessage(channel=MAIN, text=question.text))

    def _show_notes(self) -> None:
        shown = self.notes_button.isChecked()
        self._notes.setVisible(shown and bool(self._notes.text()))
        self.notes_button.set_icon("eye" if shown else "eye-off")
        self.notes_button.say(
            self.tr("Notes"), self.tr("Hide the private notes") if shown else self.tr("Show the private notes")
        )
        self._fit()

    def _fit(self) -> None:
        width = max(200, self._area.viewport().width())
        layout = self._texts.layout()
        wanted = max(0, layout.totalHeightForWidth(width)) if layout is not None else 0
        self._area.setFixedHeight(min(_TALLEST, wanted))
        self._area.setVisible(wanted > 0)

    def resizeEvent(self, event: object) -> None:
        """Take the height that the texts need at this width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()
