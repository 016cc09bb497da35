"""The moderation panel: what each channel does with texts, and the queue of those that are held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QWidget

from app.domain.kernel.gate import Outcome
from app.domain.kernel.words import ANSWERS, ARGUMENTS, MAIN
from app.domain.moderation import commands as c
from app.domain.moderation.events import ChannelMode
from app.domain.moderation.state import NAMES, ROOMS, TOPICS
from ui.bridge.session import Changed, SessionBridge
from ui.moderation.attention import appeal_items, held_items, why_held
from ui.moderation.decisions import Decisions, outcome_text
from ui.moderation.delegate import HeldDelegate
from ui.moderation.model import HeldRow, held
from ui.moderation.modes import channel_name, mode_of, segments
from ui.moderation.reason import ReasonForm
from ui.shell.actions import Action, Actions
from ui.shell.attention import Attention
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.window import MainWindow
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Label, Tone
from ui.widgets.layout import Ground, separator
from ui.widgets.rows import LettersView, RowsModel
from ui.widgets.segmented import Segmented
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from ui.i18n import Words
    from ui.shell.attention import AttentionItem

NAME = "moderation"
RULED: tuple[tuple[str, tuple[ChannelMode, ...]], ...] = (
    (MAIN, tuple(ChannelMode)),
    (ROOMS, tuple(ChannelMode)),
    (TOPICS, tuple(ChannelMode)),
    (ANSWERS, (ChannelMode.OPEN, ChannelMode.HELD)),
    (ARGUMENTS, (ChannelMode.OPEN, ChannelMode.HELD)),
    (NAMES, (ChannelMode.OPEN, ChannelMode.HELD)),
)
"""What has a mode in the panel, and which; nobody can come in without asking for a name, so names are never closed."""

_TICK_MS = 20_000


class Rules(Translated, Ground):
    """What happens to texts in the main room, in rooms, in topics, to names. `chosen` carries channel and mode.

    Args:
        bridge: to the session.
    """

    chosen = Signal(object, object)

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__("surface")
        self._bridge = bridge
        space = tokens().space
        self._grid = QGridLayout()
        self._grid.setContentsMargins(space.l, space.m, space.l, space.m)
        self._grid.setHorizontalSpacing(space.l)
        self._grid.setVerticalSpacing(space.xs)
        self._labels: dict[str, Label] = {}
        self._switches: dict[str, Segmented] = {}
        self._below: bool | None = None
        for channel, modes in RULED:
            self._labels[channel] = Label(tone=Tone.MUTED)
            self._switches[channel] = Segmented("", segments(*modes))
            self._switches[channel].chosen.connect(lambda mode, at=channel: self.chosen.emit(at, mode))
        self.column.addLayout(self._grid)
        self._arrange()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        world = self._bridge.projected
        for channel, modes in RULED:
            name = channel_name(world, channel)
            self._labels[channel].setText(name)
            text = self.tr("What happens to texts: %1").replace("%1", name)
            self._switches[channel].say(text, segments(*modes))
        self.show_modes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand one below the other where there is no room side by side."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest switch; the others can stand below it."""
        widest = max(switch.sizeHint().width() for switch in self._switches.values())
        return QSize(widest + 2 * tokens().space.l, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        space = tokens().space
        wide = sum(switch.sizeHint().width() + space.l for switch in self._switches.values()) + space.l
        below = wide > self.width()
        if below is self._below:
            return
        self._below = below
        for place, (channel, _modes) in enumerate(RULED):
            label, switch = self._labels[channel], self._switches[channel]
            self._grid.addWidget(label, *((place, 0) if below else (0, place)))
            self._grid.addWidget(switch, *((place, 1) if below else (1, place)))
        for column in range(len(RULED) + 1):
            self._grid.setColumnStretch(column, int(column == (2 if below else len(RULED))))

    def show_modes(self) -> None:
        """Show the modes as they are now."""
        for channel, modes in RULED:
            mode = mode_of(self._bridge.projected, channel)
            self._switches[channel].choose(mode if mode in modes else ChannelMode.HELD)


class ModerationPanel(Translated, QWidget):
    """Moderation of one session.

    Args:
        services: `SessionBridge`, `Actions`, `Attention`, `Toast` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = services.need(SessionBridge)
        self._toast, self._window = services.need(Toast), services.need(MainWindow)
        self._attention = services.need(Attention)
        self.decisions = Decisions.of(self._bridge)
        self.rows: RowsModel[HeldRow] = RowsModel(lambda row: row.item, _row_words, self)
        self.view = LettersView("FRDU")
        self.view.setItemDelegate(HeldDelegate(self._bridge.now, self.view))
        self.view.show_model(self.rows)
        self.rules = Rules(self._bridge)
        self.reason = ReasonForm()
        self._empty = EmptyState("shield-check")
        self._approve = Button(kind=ButtonKind.PRIMARY, icon_name="check")
        self._return = Button(kind=ButtonKind.QUIET, icon_name="undo-2")
        self._reject = Button(kind=ButtonKind.QUIET, icon_name="x")
        self._all = Button(kind=ButtonKind.PLAIN, icon_name="check-check")
        self._bar = Ground("surface")
        self._pages = QStackedLayout()
        self._asking = ("", 0)
        self._last = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.rows.repeat)
        self._lay_out()
        self._connect()
        services.need(Actions).add(*self._actions(), owner=self)
        self._attention.contribute(NAME, self._attention_items, owner=self)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        ground = Ground("surface")
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        bar = QHBoxLayout()
        bar.setContentsMargins(space.l, space.s, space.l, space.m)
        bar.setSpacing(space.s)
        for button in (self._approve, self._return, self._reject):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self._all)
        self._bar.column.addLayout(bar)
        ground.column.addWidget(self.rules)
        ground.column.addWidget(separator())
        ground.column.addSpacing(space.s)
        ground.column.addLayout(self._pages, 1)
        ground.column.addWidget(self.reason)
        ground.column.addWidget(self._bar)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self._bridge.noticed.connect(self._noticed)
        self.rules.chosen.connect(self._set_mode)
        self.view.letter.connect(self._act)
        self.view.selectionModel().currentChanged.connect(lambda *_indexes: self._offer())
        self._approve.clicked.connect(lambda: self._act("F"))
        self._return.clicked.connect(lambda: self._act("R"))
        self._reject.clicked.connect(lambda: self._act("D"))
        self._all.clicked.connect(self._approve_all)
        self.reason.given.connect(self._reason_given)
        self.reason.given_up.connect(self._give_up)
        self.decisions.wanted.connect(self._wanted)
        self.decisions.told.connect(self._toast.say)

    def _actions(self) -> tuple[Action, ...]:
        def group() -> str:
            return QCoreApplication.translate("Actions", "Moderation")

        live = frozenset({Mode.LIVE})
        queue = Action(
            f"{NAME}.queue",
            lambda: QCoreApplication.translate("Actions", "Go to the held texts"),
            lambda: self.show_item("", None),
            shortcut="Ctrl+Shift+M",
            group=group,
            icon_name="shield",
            modes=live,
        )
        toggle = Action(
            f"{NAME}.hold",
            lambda: QCoreApplication.translate("Actions", "Hold the texts of the main room, or let them through again"),
            self._toggle,
            shortcut="Ctrl+Shift+K",
            group=group,
            icon_name="shield",
            modes=live,
        )
        undo = Action(
            f"{NAME}.undo",
            lambda: QCoreApplication.translate("Actions", "Take the last decision about a text back"),
            self._undo,
            shortcut="Ctrl+Alt+U",
            group=group,
            icon_name="undo-2",
            modes=live,
        )
        return queue, toggle, undo

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Held texts"))
        self.view.setAccessibleDescription(
            self.tr("F approves, R returns with a reason, D rejects with a reason, U takes the last decision back.")
        )
        self._empty.say(
            self.tr("No text waits for you"),
            self.tr("Hold a channel above, and what learners write waits here until you approve it."),
        )
        for button, text, keys in (
            (self._approve, self.tr("Approve"), "F"),
            (self._return, self.tr("Return…"), "R"),
            (self._reject, self.tr("Reject…"), "D"),
        ):
            button.say(text, f"{text}  ({keys})")
        self._attention.refresh(NAME)
        self.rows.repeat()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the times true while they can be seen."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    # --- showing ---------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> HeldRow | None:
        """The text that the keys are about."""
        return self.rows.row_at(self.view.currentIndex())

    def show_item(self, item: str, outcome: Outcome | None) -> None:
        """Come to the front, and choose a text.

        Args:
            item: its id; empty for the first one.
            outcome: returned or rejected to ask for the reason at once.
        """
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)
        index = self.rows.index_of(item) if item else self.rows.index(0)
        if index.isValid():
            self.view.setCurrentIndex(index)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if outcome is not None and self.chosen is not None and self.chosen.item == item:
            self._ask(outcome)

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches(NAME, "discussion", "roster") or changed.pending):
            self.rules.show_modes()
            self._show()
            self._attention.refresh(NAME)

    def _show(self) -> None:
        place = self.view.currentIndex().row()
        rows = held(self._bridge.projected)
        self.rows.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        if rows and self.chosen is None:
            # What was decided is gone: the next text slides under the same keys.
            self.view.setCurrentIndex(self.rows.index(min(max(place, 0), len(rows) - 1)))
        if self._asking[0] and not self.rows.index_of(self._asking[0]).isValid():
            self._give_up()
        self._offer()

    def _offer(self) -> None:
        there = self.chosen is not None
        asking = not self.reason.isHidden()
        self._bar.setVisible(there and not asking)
        count = self.rows.rowCount()
        self._all.setVisible(count > 1)
        self._all.say(self.tr("Approve all %n", "held texts", count))

    # --- acting ----------------------------------------------------------------------------------------------------

    def _act(self, key: object) -> None:
        row = self.chosen
        if row is None:
            return
        match key:
            case "F":
                self._decide(row.item, Outcome.PUBLISHED, "", row.revision)
            case "R":
                self._ask(Outcome.RETURNED)
            case "D":
                self._ask(Outcome.REJECTED)
            case "U":
                self._undo()
            case _:
                pass

    def _decide(self, item: str, outcome: Outcome, reason: str, revision: int) -> None:
        if self.decisions.decide(item, outcome, reason, revision=revision):
            self._last = item
            self._toast.say(self.tr("Decided: %1.").replace("%1", outcome_text(outcome)), undo=self._undo)

    def _undo(self) -> None:
        """Take back what was decided here last."""
        if self._last:
            self.decisions.undo(self._last)
            self._last = ""

    def _ask(self, outcome: Outcome) -> None:
        row = self.chosen
        if row is not None:
            self._asking = (row.item, row.revision)
            self.reason.ask(outcome, row.name)
            self._offer()

    def _reason_given(self, outcome: Outcome, reason: str) -> None:
        item, revision = self._asking
        self._give_up()
        self._decide(item, outcome, reason, revision)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        self._asking = ("", 0)
        had_focus = any(each.hasFocus() for each in self.reason.findChildren(QWidget))
        self.reason.hide()
        self._offer()
        if had_focus:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _approve_all(self) -> None:
        for row in self.rows.rows:
            self.decisions.decide(row.item, Outcome.PUBLISHED, revision=row.revision)

    def _set_mode(self, channel: str, mode: str) -> None:
        self._bridge.submit(c.SetChannelMode(channel=channel, mode=ChannelMode(mode)))

    def _toggle(self) -> None:
        open_now = mode_of(self._bridge.projected, MAIN) is ChannelMode.OPEN
        self._set_mode(MAIN, ChannelMode.HELD if open_now else ChannelMode.OPEN)

    def _wanted(self, item: object, outcome: object) -> None:
        if isinstance(item, str) and (outcome is None or isinstance(outcome, Outcome)):
            self.show_item(item, outcome)

    def _attention_items(self) -> tuple[AttentionItem, ...]:
        world = self._bridge.projected
        return (*held_items(world, self.decisions), *appeal_items(world, self.decisions))

    def _noticed(self, _notice: object) -> None:
        # A switch that was refused stands where the person put it; the session knows better.
        self.rules.show_modes()


def _row_words(row: HeldRow) -> str:
    return f"{why_held(row)}. {row.text}"


ASKED: dict[str, Words] = {
    "moderation.decide": lambda: QCoreApplication.translate("Moderation", "deciding about a text"),
    "moderation.decide_many": lambda: QCoreApplication.translate("Moderation", "deciding about many texts"),
    "moderation.undo": lambda: QCoreApplication.translate("Moderation", "taking a decision back"),
    "moderation.claim": lambda: QCoreApplication.translate("Moderation", "claiming a text"),
    "moderation.release": lambda: QCoreApplication.translate("Moderation", "letting go of a text"),
    "moderation.mark_duplicate": lambda: QCoreApplication.translate("Moderation", "marking a duplicate"),
    "moderation.flag": lambda: QCoreApplication.translate("Moderation", "flagging a text"),
    "moderation.appeal": lambda: QCoreApplication.translate("Moderation", "asking to think again"),
    "moderation.answer_appeal": lambda: QCoreApplication.translate("Moderation", "answering an appeal"),
    "moderation.warn": lambda: QCoreApplication.translate("Moderation", "warning somebody"),
    "moderation.read_warning": lambda: QCoreApplication.translate("Moderation", "marking a warning as read"),
    "moderation.limit": lambda: QCoreApplication.translate("Moderation", "limiting what somebody writes"),
    "moderation.lift": lambda: QCoreApplication.translate("Moderation", "lifting a limit"),
    "moderation.ban": lambda: QCoreApplication.translate("Moderation", "putting somebody out for good"),
    "moderation.set_slow": lambda: QCoreApplication.translate("Moderation", "slowing a channel"),
    "moderation.set_rules": lambda: QCoreApplication.translate("Moderation", "changing the rules"),
    "moderation.edit_words": lambda: QCoreApplication.translate("Moderation", "changing the list of words"),
    "own_text": lambda: QCoreApplication.translate("Moderation", "This is your own text. Edit or delete it instead."),
    "same_text": lambda: QCoreApplication.translate("Moderation", "These two are one already. Choose another one."),
    "not_rewritable": lambda: QCoreApplication.translate(
        "Moderation", "A text of this kind cannot be rewritten. Return it to its author instead."
    ),
    "nothing_to_undo": lambda: QCoreApplication.translate(
        "Moderation", "There is no decision to take back here. Decide anew."
    ),
    "appealed_already": lambda: QCoreApplication.translate("Moderation", "This was asked before. Answer that one."),
    "bad_rules": lambda: QCoreApplication.translate("Moderation", "These rules do not fit. Check the numbers."),
    "bad_word": lambda: QCoreApplication.translate("Moderation", "An entry of the list does not fit. Check it."),
    "too_many_words": lambda: QCoreApplication.translate(
        "Moderation", "The list holds %limit words. Take some out first."
    ),
    "text_distorted": lambda: QCoreApplication.translate(
        "Moderation", "There are signs in it that would disturb the page. Write it in plain letters."
    ),
    "banned": lambda: QCoreApplication.translate("Moderation", "Whoever is called so was put out for good."),
    "moderation.set_mode": lambda: QCoreApplication.translate("Moderation", "changing how a channel is moderated"),
}
"""What can be asked of it, as the end of a sentence."""

PANELS = (
    Panel(
        NAME,
        Mode.LIVE,
        Place.CENTRE,
        20,
        ModerationPanel,
        title=lambda: QCoreApplication.translate("Panels", "Moderation"),
        icon_name="shield",
        words=ASKED,
    ),
)
