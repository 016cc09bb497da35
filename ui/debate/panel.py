"""The debates of a class: what is ready, what is open, how positions shift, and who has the floor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.domain.kernel.refusal import Refusal
from app.domain.session.decider import SessionState
from app.reports.debate import debate_sheets
from app.reports.sheets import file_of
from ui.bridge.refusals import refusal_text
from ui.bridge.saving import save_as
from ui.bridge.session import Changed, SessionBridge
from ui.bridge.tasks import TaskScope
from ui.debate.acts import DebateActs
from ui.debate.attention import hand_items
from ui.debate.detail import TURN_KEYS, DebateDetail
from ui.debate.form import DebateForm
from ui.debate.listed import Speakers
from ui.debate.model import debates
from ui.debate.review import PastDebatesPanel
from ui.debate.stage import END_KEYS, GIVE_KEYS, MORE_KEYS, DebateStrip, FloorStrip
from ui.debate.words import WORDS, field_words
from ui.discussion.places import Places
from ui.review.past import Past
from ui.shell.actions import Action, Actions
from ui.shell.attention import Attention
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.window import MainWindow
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Choice
from ui.widgets.layout import Ground, SectionHeader, separator
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.debate.draft import Draft
    from app.domain.debate.state import Debate

NAME = "debate"
READS = (NAME, "discussion", "roster", "session")
"""The capabilities whose changes this panel paints."""


class DebatePanel(Translated, QWidget):
    """Debates of one session, one at a time, and the floor while there is none.

    Args:
        services: `SessionBridge`, `Actions`, `Toast`, `TaskScope` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = services.need(SessionBridge)
        self._toast, self._window = services.need(Toast), services.need(MainWindow)
        self._scope = services.need(TaskScope)
        self.acts = DebateActs(self._bridge, self._toast, self)
        self.chooser = Choice()
        self._new = IconButton("plus")
        self._header = SectionHeader()
        self.detail = DebateDetail(self._bridge, self.acts)
        self.form = DebateForm()
        self._first = Button(kind=ButtonKind.PRIMARY, icon_name="plus")
        self._empty = EmptyState("messages-square", action=self._first)
        self.speakers = Speakers(self._bridge, self.acts)
        self._pages = QStackedLayout()
        self._chosen = ""
        self._changing = ""
        self._staged = ""
        self._lay_out()
        self._connect()
        services.need(Actions).add(*self._actions(), owner=self)
        self._attention = services.need(Attention)
        places = Places.of(self._bridge)
        self._attention.contribute(
            NAME, lambda: hand_items(self._bridge.projected, self.acts, places.wanted.emit), owner=self
        )
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        ground = Ground("surface")
        head = QHBoxLayout()
        head.setContentsMargins(space.l, space.s, space.s, space.s)
        head.setSpacing(space.s)
        head.addWidget(self._header)
        head.addWidget(self.chooser, 1)
        head.addWidget(self._new)
        none = QWidget()
        column = QVBoxLayout(none)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._empty, 1)
        column.addWidget(separator())
        column.addWidget(self.speakers, 1)
        self._none = none
        for page in (none, self.detail, self.form):
            self._pages.addWidget(page)
        ground.column.addLayout(head)
        ground.column.addWidget(separator())
        ground.column.addLayout(self._pages, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self.chooser.activated.connect(lambda _index: self._choose(str(self.chooser.currentData())))
        for button in (self._new, self._first):
            button.clicked.connect(self.begin_new)
        self.form.given.connect(self._given)
        self.form.given_up.connect(self._end_form)
        self.acts.made.connect(self._made)
        self.detail.edit.connect(self._begin_change)
        self.detail.export.connect(lambda debate: self._scope.spawn(self._export(str(debate)), name="export a debate"))

    def _actions(self) -> tuple[Action, ...]:
        acts = self.acts

        def group() -> str:
            return QCoreApplication.translate("Actions", "Debate")

        made = [
            Action(
                f"{NAME}.new",
                lambda: QCoreApplication.translate("Actions", "Make a debate"),
                self.begin_new,
                icon_name="plus",
            ),
            Action(
                f"{NAME}.turn",
                lambda: QCoreApplication.translate("Actions", "Close the debate, or open the next one"),
                acts.turn,
                shortcut=TURN_KEYS,
                icon_name="messages-square",
                enabled=lambda: bool(acts.state.current) or acts.next is not None,
            ),
            Action(
                f"{NAME}.shift",
                lambda: QCoreApplication.translate("Actions", "Show or hide the debate’s shift"),
                lambda: acts.turn_shift(acts.current) if acts.current is not None else None,
                icon_name="eye",
                enabled=lambda: acts.current is not None,
            ),
            Action(
                f"{NAME}.go",
                lambda: QCoreApplication.translate("Actions", "Go to the debate"),
                lambda: self.come(acts.current.id if acts.current is not None else ""),
                icon_name="messages-square",
            ),
            Action(
                f"{NAME}.queue",
                lambda: QCoreApplication.translate("Actions", "Go to the queue for the floor"),
                self.show_queue,
                icon_name="list",
            ),
            Action(
                f"{NAME}.give_floor",
                lambda: QCoreApplication.translate("Actions", "Give the floor to the next in the queue"),
                acts.give_next,
                shortcut=GIVE_KEYS,
                icon_name="megaphone",
                enabled=acts.can_give_next,
            ),
            Action(
                f"{NAME}.lower_hand",
                lambda: QCoreApplication.translate("Actions", "Lower the first hand in the queue"),
                acts.lower_first,
                shortcut="Ctrl+Shift+H",
                icon_name="hand",
                enabled=acts.can_give_next,
            ),
            Action(
                f"{NAME}.extend_turn",
                lambda: QCoreApplication.translate("Actions", "Give the speaker 30 seconds more"),
                acts.extend,
                shortcut=MORE_KEYS,
                icon_name="timer",
                enabled=acts.has_speaker,
            ),
            Action(
                f"{NAME}.end_turn",
                lambda: QCoreApplication.translate("Actions", "End the speaking turn"),
                acts.end,
                shortcut=END_KEYS,
                icon_name="square",
                enabled=acts.has_speaker,
            ),
        ]
        return tuple(replace(action, group=group, modes=frozenset({Mode.LIVE})) for action in made)

    def retranslate(self) -> None:
        """Say the words again."""
        self._header.say(self.tr("Debate"))
        self.chooser.setAccessibleName(self.tr("Which debate"))
        self._new.say(self.tr("Make a debate"))
        self._first.say(self.tr("Make a debate"))
        self._empty.say(
            self.tr("No debate yet"),
            self.tr("A motion, positions to take and to leave, and arguments. Debates of your plan stand here too."),
        )
        self._show()

    # --- showing ---------------------------------------------------------------------------------------------------

    def come(self, debate: str = "") -> None:
        """Come to the front.

        Args:
            debate: the debate to choose; empty leaves it as it is.
        """
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)
        if debate:
            self._end_form()
            self._choose(debate)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_queue(self) -> None:
        """Come to the front with the queue for the floor."""
        self.come(self.acts.current.id if self.acts.current is not None else "")
        self.detail.show_part("floor")
        is_detail = self._pages.currentWidget() is self.detail
        (self.detail.speakers if is_detail else self.speakers).view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches(*READS) or changed.pending):
            self._attention.refresh(NAME)
            self._show()

    def _choose(self, debate: str) -> None:
        self._chosen = debate
        self._show()

    def _show(self) -> None:
        listed = debates(self._bridge.projected)
        stage = self.acts.state.stage
        if stage != self._staged:
            # What everybody looks at now is what one wants to watch.
            self._staged = stage
            self._chosen = stage or self._chosen
        if self._chosen not in {debate.id for debate in listed}:
            self._chosen = listed[0].id if listed else ""
        self._fill(listed)
        self.speakers.show_speakers()
        if self._pages.currentWidget() is self.form:
            return
        debate = self.acts.state.debates.get(self._chosen)
        self._pages.setCurrentWidget(self._none if debate is None else self.detail)
        if debate is not None:
            self.detail.show_debate(debate)

    def _fill(self, listed: tuple[Debate, ...]) -> None:
        wanted = [(self._label(debate), debate.id) for debate in listed]
        there = [(self.chooser.itemText(n), self.chooser.itemData(n)) for n in range(self.chooser.count())]
        if wanted != there:
            self.chooser.clear()
            for text, key in wanted:
                self.chooser.addItem(text, key)
        self.chooser.setCurrentIndex(self.chooser.findData(self._chosen))
        self.chooser.setVisible(len(listed) > 1)
        self._header.setVisible(len(listed) <= 1)

    def _label(self, debate: Debate) -> str:
        motion = " ".join(debate.draft.motion.split())
        short = motion if len(motion) <= 60 else f"{motion[:59]}…"
        if debate.is_open:
            return self.tr("Open · %1").replace("%1", short)
        return (self.tr("Closed · %1") if debate.opened else self.tr("Ready · %1")).replace("%1", short)

    # --- making ----------------------------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """Ask what a new debate is about."""
        self.come()
        self._changing = ""
        self._pages.setCurrentWidget(self.form)
        self.form.begin()

    def _begin_change(self, debate: object) -> None:
        found = self.acts.state.debates.get(str(debate))
        if found is not None:
            self._changing = found.id
            self._pages.setCurrentWidget(self.form)
            self.form.begin(found.draft)

    def _given(self, draft: Draft, opens: bool) -> None:  # noqa: FBT001 (a slot)
        try:
            if self._changing:
                self.acts.change(self._changing, draft)
                found = self.acts.state.debates.get(self._changing)
                if opens and found is not None:
                    self.acts.open(found)
            else:
                self.acts.make(draft, opens=opens)
        except Refusal as refusal:
            self.form.set_error(_why(refusal))
            return
        self._end_form()

    def _made(self, debate: object) -> None:
        self._chosen = str(debate)
        self._bridge.flush()

    def _end_form(self) -> None:
        self._pages.setCurrentWidget(self._none)
        self._show()

    async def _export(self, debate_id: str) -> None:
        if debate_id not in self.acts.state.debates:
            return
        language = self._bridge.world.state(SessionState).language
        sheets = debate_sheets(self._bridge.world, (debate_id,))
        await save_as(
            self.window(),
            self._toast,
            self.tr("Export the result"),
            name=f"{self.tr('debate')}.xlsx",
            patterns="Excel (*.xlsx);;CSV (*.csv)",
            make=lambda path: file_of(sheets, language, path.name),
            done=self.tr("The result was exported"),
        )


def _why(refusal: Refusal) -> str:
    if refusal.code == "bad_debate":
        return field_words(str(refusal.params.get("field", "")))
    return refusal_text(refusal.code, refusal.params)


def _debate_strip(services: Services) -> QWidget:
    return DebateStrip(services.need(SessionBridge), services.need(Toast), services.need(Actions))


def _floor_strip(services: Services) -> QWidget:
    return FloorStrip(services.need(SessionBridge), services.need(Toast), services.need(Actions))


def _past(services: Services) -> QWidget:
    return PastDebatesPanel(services.need(Past), services.need(TaskScope), services.need(Toast))


def _title() -> str:
    return QCoreApplication.translate("Panels", "Debate")


def _past_title() -> str:
    return QCoreApplication.translate("Panels", "Debates")


PANELS = (
    Panel(NAME, Mode.LIVE, Place.CENTRE, 16, DebatePanel, title=_title, icon_name="messages-square", words=WORDS),
    Panel(NAME, Mode.LIVE, Place.STAGE, 18, _debate_strip),
    Panel(NAME, Mode.LIVE, Place.STAGE, 19, _floor_strip),
    Panel(NAME, Mode.REVIEW, Place.CENTRE, 31, _past, title=_past_title, icon_name="messages-square"),
)
