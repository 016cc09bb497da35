"""The agenda of a class: at the left in Live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.agenda.state import AgendaState, Standing
from ui.agenda.words import ASKED, called
from ui.bridge.session import Changed, SessionBridge
from ui.session.classes import TwoLines, two_lines_view
from ui.session.starting import Starting
from ui.session.words import minutes_text
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode, Panel, Place, Services
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import SectionHeader
from ui.widgets.theme import tokens
from ui.widgets.time_label import Count, TimeLabel
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.agenda.activity import Activity

NAME = "agenda"


class AgendaPanel(Translated, QWidget):
    """What is under way, what comes, and the button that goes on.

    Args:
        services: `SessionBridge`, `Starting` and `Actions`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._starting = services.need(SessionBridge), services.need(Starting)
        self._header = SectionHeader()
        self._now = ElidedLabel(words=Words.STRONG)
        self._left = TimeLabel(self._bridge.now, count=Count.UNTIL)
        self._none = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._model, self.view = two_lines_view("")
        self.start_next = Button(kind=ButtonKind.PRIMARY, icon_name="play")
        self.start_next.clicked.connect(self.go_on)
        space = tokens().space
        row = QHBoxLayout()
        row.setContentsMargins(space.m, 0, space.m, 0)
        row.addWidget(self._now, 1)
        row.addWidget(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space.s, 0, space.s)
        column.setSpacing(space.xs)
        for widget in (self._header, self._none):
            widget.setContentsMargins(space.m, 0, space.s, 0)
        column.addWidget(self._header)
        column.addLayout(row)
        column.addWidget(self._none)
        column.addWidget(self.view, 1)
        column.addWidget(self.start_next)
        self.view.activated.connect(lambda index: self._start(self._model.row_at(index)))
        self._bridge.stateChanged.connect(self._changed)
        services.need(Actions).add(
            Action(
                f"{NAME}.next",
                lambda: QCoreApplication.translate("Actions", "Start the next activity"),
                self.go_on,
                shortcut="Ctrl+Shift+Return",
                group=lambda: QCoreApplication.translate("Actions", "Agenda"),
                icon_name="play",
                modes=frozenset({Mode.LIVE}),
                enabled=lambda: bool(self.state.next),
            ),
            owner=self,
        )
        self.retranslate()

    @property
    def state(self) -> AgendaState:
        """The agenda as it is shown."""
        return self._bridge.projected.state(AgendaState)

    def go_on(self) -> None:
        """Start what comes next."""
        if self.state.next:
            self._starting.start(self.state.next)

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Agenda"))
        self._none.setText(self.tr("This class was started without a plan."))
        self._show()

    def _changed(self, changed: Changed) -> None:
        if changed.touches(NAME, "session"):
            self._show()

    def _show(self) -> None:
        state = self.state
        self._header.say(self.tr("Agenda"))
        self._none.setVisible(not state.order)
        current = state.activities.get(state.current)
        self._now.setText(called(current) if current is not None else "")
        self._left.set_moment(state.ends_at if current is not None and not state.stopped_at else None)
        self._model.show_rows([self._row(state.activities[each]) for each in state.order])
        following = state.activities.get(state.next)
        self.start_next.setVisible(following is not None)
        if following is not None:
            self.start_next.say(self.tr("Start next"), self.tr("Start “%1”").replace("%1", called(following)))
            self.start_next.setToolTip(f"{self.start_next.toolTip()}  (Ctrl+Shift+Enter)")

    def _row(self, activity: Activity) -> TwoLines:
        words = {
            Standing.TO_COME: "",
            Standing.NOW: self.tr("now"),
            Standing.DONE: self.tr("done"),
            Standing.SKIPPED: self.tr("left out"),
        }
        standing = words[self.state.standing(activity.id)]
        detail = " · ".join(filter(None, (minutes_text(activity.minutes), standing)))
        return TwoLines(activity.id, called(activity), detail)

    def _start(self, row: TwoLines | None) -> None:
        if row is not None:
            self._starting.start(row.key)


PANELS = (
    Panel(
        NAME,
        Mode.LIVE,
        Place.RAIL,
        10,
        AgendaPanel,
        title=lambda: QCoreApplication.translate("Panels", "Agenda"),
        icon_name="list-checks",
        words=ASKED,
    ),
)
