"""The leads panel: who leads what until when, passing a lead, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from app.domain.kernel.refusal import Refusal
from ui.bridge.refusals import refusal_text
from ui.bridge.session import Changed, SessionBridge
from ui.bridge.tasks import TaskScope
from ui.discussion.places import Places
from ui.leads.acts import MORE, LeadActs
from ui.leads.delegate import LeadDelegate
from ui.leads.form import PassForm
from ui.leads.model import LeadRow, candidates, leads, places, row_words
from ui.leads.review import PastLeadsPanel
from ui.leads.wishes import Leading
from ui.review.past import Past
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.window import MainWindow
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.layout import Ground, separator
from ui.widgets.rows import LettersView, RowsModel
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.i18n import Words

NAME: Final = "leads"
READS: Final = (NAME, "topics", "roster", "breakouts", "session")
"""The capabilities whose changes this panel paints."""

_KEYS = {Qt.Key.Key_Return: "G", Qt.Key.Key_Enter: "G", Qt.Key.Key_Delete: "B"}


class LeadsPanel(Translated, QWidget):
    """The leads of one session.

    Args:
        services: `SessionBridge`, `Actions`, `Toast` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._window = services.need(SessionBridge), services.need(MainWindow)
        self._places = Places.of(self._bridge)
        self.acts = LeadActs(self._bridge, services.need(Toast), self)
        self.rows: RowsModel[LeadRow] = RowsModel(lambda row: row.place, row_words, self)
        self.view = LettersView("BMGP", _KEYS)
        self.view.setItemDelegate(LeadDelegate(self.view))
        self.view.show_model(self.rows)
        self.form = PassForm()
        self._new = Button(kind=ButtonKind.QUIET, icon_name="star")
        self.back = Button(kind=ButtonKind.PRIMARY)
        self._more = Button(kind=ButtonKind.QUIET)
        self._go = Button(kind=ButtonKind.PLAIN, icon_name="message-circle")
        self._empty = EmptyState("star")
        self._bar = QWidget()
        self._pages = QStackedLayout()
        self._lay_out()
        self._connect()
        services.need(Actions).add(self._action(), owner=self)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        ground = Ground("surface")
        head = QHBoxLayout()
        head.setContentsMargins(space.m, space.s, space.m, space.s)
        head.addWidget(self._new)
        head.addStretch(1)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(space.m, space.s, space.m, space.m)
        bar.setSpacing(space.s)
        for button in (self.back, self._more, self._go):
            bar.addWidget(button)
        bar.addStretch(1)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        ground.column.addLayout(head)
        ground.column.addWidget(separator())
        ground.column.addWidget(self.form)
        ground.column.addLayout(self._pages, 1)
        ground.column.addWidget(self._bar)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self._new.clicked.connect(self.ask)
        self.back.clicked.connect(lambda: self._act("B"))
        self._more.clicked.connect(lambda: self._act("M"))
        self._go.clicked.connect(lambda: self._act("G"))
        self.view.letter.connect(self._act)
        self.view.doubleClicked.connect(lambda _index: self._act("G"))
        self.view.selectionModel().currentChanged.connect(lambda *_indexes: self._offer())
        self.form.given.connect(self._given)
        Leading.of(self._bridge).wanted.connect(self.ask)

    def _action(self) -> Action:
        return Action(
            f"{NAME}.pass",
            lambda: QCoreApplication.translate("Actions", "Pass the lead to a learner"),
            self.ask,
            shortcut="Ctrl+Alt+L",
            group=lambda: QCoreApplication.translate("Actions", "People"),
            icon_name="star",
            modes=frozenset({Mode.LIVE}),
        )

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Leads"))
        self.view.setAccessibleDescription(
            self.tr("B takes a lead back, M gives five minutes more, P passes it on, Enter goes there.")
        )
        self._new.say(
            self.tr("Pass the lead…"), self.tr("Let a learner lead a topic or a room for a while (Ctrl+Alt+L)")
        )
        self.back.say(self.tr("Take back"), self.tr("End this lead at once (B)"))
        more = self.tr("+%1 min").replace("%1", str(MORE))
        self._more.say(more, self.tr("Let them lead longer (M)"))
        self._go.say(self.tr("Go there"), self.tr("Show its conversation (Enter)"))
        self._empty.say(
            self.tr("Nobody leads"),
            self.tr(
                "Pass the lead to a learner: on one topic or in one room, for some minutes. Everybody sees who leads."
            ),
        )
        self.rows.repeat()
        self._show()

    @property
    def chosen(self) -> LeadRow | None:
        """The lead that the keys are about."""
        return self.rows.row_at(self.view.currentIndex())

    def ask(self, member: object = "", place: object = "") -> None:
        """Come to the front, and ask who is to lead what.

        Args:
            member: who, if that is known.
            place: what, as a channel, if that is known.
        """
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)
        self.form.ask(
            self._bridge.projected,
            member if isinstance(member, str) else "",
            place if isinstance(place, str) else "",
        )
        world = self._bridge.projected
        if not places(world):
            self.form.refuse(self.tr("There is no topic and no room to lead yet. Open one first."))
        elif not candidates(world, self.form.place.currentData() or ""):
            self.form.refuse(self.tr("There is no learner who could lead this."))

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches(*READS) or changed.pending):
            self._show()

    def _show(self) -> None:
        rows = leads(self._bridge.projected)
        self.rows.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        if rows and self.chosen is None:
            self.view.setCurrentIndex(self.rows.index(0))
        self._offer()

    def _offer(self) -> None:
        row = self.chosen
        self._bar.setVisible(row is not None)
        if row is not None:
            self._go.setEnabled(self.acts.goes_to(row.place))

    def _act(self, letter: object) -> None:
        row = self.chosen
        if row is None:
            return
        match letter:
            case "B":
                self.acts.take_back(row.place)
            case "M":
                self.acts.extend(row.place)
            case "P":
                self.ask("", row.place)
            case "G":
                self._places.wanted.emit(row.place)
            case _:
                pass

    def _given(self, member: str, place: str, minutes: int, powers: tuple[object, ...]) -> None:
        try:
            self.acts.pass_it(member, place, minutes, powers)  # type: ignore[arg-type]  # the form's own powers
        except Refusal as refusal:
            self.form.refuse(refusal_text(refusal.code, refusal.params))
            return
        self.form.done()


WORDS: dict[str, Words] = {
    "leads.pass": lambda: QCoreApplication.translate("Leads", "passing the lead"),
    "leads.end": lambda: QCoreApplication.translate("Leads", "ending a lead"),
    "leads.prompt": lambda: QCoreApplication.translate("Leads", "writing what is asked"),
    "no_lead": lambda: QCoreApplication.translate("Leads", "Nobody leads there any more."),
    "not_a_learner": lambda: QCoreApplication.translate("Leads", "Only learners can be passed a lead."),
    "not_in_room": lambda: QCoreApplication.translate("Leads", "They are not in that room. Move them there first."),
}
"""What can be asked about leads, as the end of a sentence, and what is wrong with it."""


def _title() -> str:
    return QCoreApplication.translate("Panels", "Leads")


def _past(services: Services) -> QWidget:
    return PastLeadsPanel(services.need(Past), services.need(TaskScope), services.need(Toast))


PANELS = (
    Panel(
        NAME,
        Mode.LIVE,
        Place.RIGHT,
        31,
        LeadsPanel,
        title=_title,
        icon_name="star",
        words=WORDS,
    ),
    Panel(NAME, Mode.REVIEW, Place.CENTRE, 45, _past, title=_title, icon_name="star"),
)
