"""The prompts panel: what is asked later, with the time that is left, and what can be done about it until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN
from app.domain.prompts import commands as c
from app.domain.prompts.state import PromptsState, Standing
from ui.bridge.refusals import refusal_text
from ui.bridge.session import Changed, SessionBridge
from ui.prompts.delegate import PromptDelegate
from ui.prompts.form import PromptForm
from ui.prompts.model import PromptRow, prompts, row_words
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
    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.kernel.messages import Command
    from ui.i18n import Words

NAME = "prompts"
READS = (NAME, "agenda", "session", "topics", "roster", "breakouts", "discussion")
_KEYS = {Qt.Key.Key_Return: "E", Qt.Key.Key_Enter: "E", Qt.Key.Key_Delete: "Delete"}


class PromptsPanel(Translated, QWidget):
    """The prompts of one session.

    Args:
        services: `SessionBridge`, `Actions`, `Toast` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = services.need(SessionBridge)
        self._toast, self._window = services.need(Toast), services.need(MainWindow)
        self.rows: RowsModel[PromptRow] = RowsModel(
            lambda row: row.prompt, lambda row: row_words(row, self._bridge.now()), self
        )
        self.view = LettersView("SE", _KEYS)
        self.view.setItemDelegate(PromptDelegate(self._bridge.now, self.view))
        self.view.show_model(self.rows)
        self.form = PromptForm()
        self._new = Button(kind=ButtonKind.QUIET, icon_name="plus")
        self._send = Button(kind=ButtonKind.PRIMARY)
        self._edit = Button(kind=ButtonKind.QUIET, icon_name="pencil")
        self._cancel = Button(kind=ButtonKind.PLAIN)
        self._empty = EmptyState("timer")
        self._bar = QWidget()
        self._pages = QStackedLayout()
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self.rows.repeat)
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
        for button in (self._send, self._edit, self._cancel):
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
        self._new.clicked.connect(self.ask_new)
        self._send.clicked.connect(lambda: self.act("S"))
        self._edit.clicked.connect(lambda: self.act("E"))
        self._cancel.clicked.connect(lambda: self.act("Delete"))
        self.view.letter.connect(self.act)
        self.view.doubleClicked.connect(lambda _index: self.act("E"))
        self.view.selectionModel().currentChanged.connect(lambda *_indexes: self._offer())
        self.form.given.connect(self._given)

    def _action(self) -> Action:
        return Action(
            f"{NAME}.new",
            lambda: QCoreApplication.translate("Actions", "Ask something later"),
            self.ask_new,
            shortcut="Ctrl+Alt+Q",
            group=lambda: QCoreApplication.translate("Actions", "Conversation"),
            icon_name="timer",
            modes=frozenset({Mode.LIVE}),
        )

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Prompts"))
        self.view.setAccessibleDescription(self.tr("S sends now, E changes, Delete cancels."))
        self._new.say(self.tr("Ask later…"), self.tr("When it is quiet, at a moment, or into an activity (Ctrl+Alt+Q)"))
        self._send.say(self.tr("Send now"), self.tr("Do not wait any longer (S)"))
        self._edit.say(self.tr("Edit…"), self.tr("Change what it asks, where and when (E)"))
        self._empty.say(
            self.tr("Nothing is asked later"),
            self.tr(
                "Prepare a question that is asked by itself: when nobody writes for some minutes, at a moment, or some "
                "time into an activity. It is sent in your name."
            ),
        )
        self.rows.repeat()
        self._show()

    @property
    def chosen(self) -> PromptRow | None:
        """The prompt that the keys are about."""
        return self.rows.row_at(self.view.currentIndex())

    def ask_new(self) -> None:
        """Come to the front, and ask for a prompt."""
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)
        self.form.ask(self._bridge.projected, self._bridge.now(), MAIN)

    def act(self, letter: object) -> None:
        """Do what a key does to the chosen prompt.

        Args:
            letter: of the key.
        """
        row = self.chosen
        found = self._bridge.projected.state(PromptsState).prompts.get(row.prompt) if row is not None else None
        if found is None:
            return
        is_waiting = found.standing is Standing.WAITING
        match letter:
            case "S" if is_waiting:
                self._bridge.submit(c.SendPrompt(prompt=found.id))
            case "E" if is_waiting:
                self.form.ask(self._bridge.projected, self._bridge.now(), prompt=found)
            case "Delete" if is_waiting:
                if self._bridge.submit(c.CancelPrompt(prompt=found.id)) is not None:
                    again = c.CancelPrompt(prompt=found.id, on=False)
                    self._toast.say(self.tr("It will not be asked."), undo=lambda: self._bridge.submit(again))
            case "Delete" if found.standing is Standing.CANCELLED:
                self._bridge.submit(c.CancelPrompt(prompt=found.id, on=False))
            case _:
                pass

    def showEvent(self, event: QShowEvent) -> None:
        """Count while it can be seen."""
        super().showEvent(event)
        self.rows.repeat()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while it cannot."""
        self._timer.stop()
        super().hideEvent(event)

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches(*READS) or changed.pending):
            self._show()

    def _show(self) -> None:
        rows = prompts(self._bridge.projected)
        self.rows.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        if rows and self.chosen is None:
            self.view.setCurrentIndex(self.rows.index(0))
        self._offer()

    def _offer(self) -> None:
        row = self.chosen
        standing = row.standing if row is not None else Standing.SENT
        self._bar.setVisible(standing in {Standing.WAITING, Standing.CANCELLED})
        self._send.setVisible(standing is Standing.WAITING)
        self._edit.setVisible(standing is Standing.WAITING)
        if standing is Standing.CANCELLED:
            self._cancel.say(self.tr("Take up again"), self.tr("Let it wait again (Delete)"))
        else:
            self._cancel.say(self.tr("Cancel"), self.tr("Do not ask it (Delete)"))

    def _given(self, command: Command) -> None:
        try:
            self._bridge.ask(command)
        except Refusal as refusal:
            self.form.refuse(refusal_text(refusal.code, refusal.params))
            return
        self.form.done()


WORDS: dict[str, Words] = {
    "prompts.revise": lambda: QCoreApplication.translate("Prompts", "changing a prompt"),
    "prompts.cancel": lambda: QCoreApplication.translate("Prompts", "cancelling a prompt"),
    "prompts.send": lambda: QCoreApplication.translate("Prompts", "sending a prompt"),
    "prompts.prepare": lambda: QCoreApplication.translate("Prompts", "holding a prompt ready"),
    "unknown_prompt": lambda: QCoreApplication.translate("Prompts", "There is no such prompt."),
    "bad_prompt": lambda: QCoreApplication.translate("Prompts", "This time does not fit: say when it is to be asked."),
    "prompt_settled": lambda: QCoreApplication.translate("Prompts", "This prompt does not wait any more."),
    "too_many_prompts": lambda: QCoreApplication.translate("Prompts", "%limit prompts wait already. Cancel one first."),
}
"""What can be asked about prompts, as the end of a sentence, and what is wrong with it."""

PANELS = (
    Panel(
        NAME,
        Mode.LIVE,
        Place.RIGHT,
        35,
        PromptsPanel,
        title=lambda: QCoreApplication.translate("Panels", "Prompts"),
        icon_name="timer",
        words=WORDS,
    ),
)
