"""The message on stage: a strip over the conversation, and the way a message comes there and leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.discussion.state import DiscussionState
from app.domain.kernel.words import MAIN
from app.domain.stage.commands import ClearStage, PutOnStage
from app.domain.stage.decider import StageState
from ui.bridge.names import member_name, place_name
from ui.bridge.session import Changed, SessionBridge
from ui.discussion.marks import plain
from ui.discussion.places import Places
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode, Panel, Place, Services
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.i18n import Words as Said

NAME = "stage"
READS = (NAME, "discussion", "roster")
_LONGEST = 240


class StageStrip(Translated, Ground):
    """Shows the message that everybody looks at, and takes it down.

    Args:
        services: `SessionBridge`, `Actions` and `Toast`.
    """

    def __init__(self, services: Services) -> None:
        super().__init__("sunken")
        self._bridge, self._toast = services.need(SessionBridge), services.need(Toast)
        self._places = Places.of(self._bridge)
        self._badge = Badge(tone=Tone.ACCENT, icon_name="projector")
        self._text = Label(words=Words.TITLE, wrap=True)
        self._who = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self._down = Button(kind=ButtonKind.PRIMARY, icon_name="x")
        self._go = Button(kind=ButtonKind.QUIET, icon_name="message-circle")
        space = tokens().space
        words = QVBoxLayout()
        words.setSpacing(space.xxs)
        words.addWidget(self._text)
        words.addWidget(self._who)
        row = QHBoxLayout()
        row.setContentsMargins(space.l, space.m, space.m, space.m)
        row.setSpacing(space.m)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._down, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._go, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self._down.clicked.connect(self.take_down)
        self._go.clicked.connect(lambda: self._places.message_wanted.emit(self.message))
        self._places.stage_wanted.connect(self.turn)
        self._bridge.stateChanged.connect(self._changed)
        services.need(Actions).add(self._action(), owner=self)
        self.retranslate()

    def _action(self) -> Action:
        return Action(
            f"{NAME}.clear",
            lambda: QCoreApplication.translate("Actions", "Take the message down from the stage"),
            self.take_down,
            shortcut="Ctrl+Shift+X",
            group=lambda: QCoreApplication.translate("Actions", "Conversation"),
            icon_name="projector",
            modes=frozenset({Mode.LIVE}),
            enabled=lambda: bool(self.message),
        )

    @property
    def message(self) -> str:
        """The id of the message on stage; empty for none."""
        now = self._bridge.projected.state(StageState).now
        return now.message if now is not None else ""

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def turn(self, message: object) -> None:
        """Put a message on stage; or take it down when it is there.

        Args:
            message: its id.
        """
        if not isinstance(message, str):
            return
        before = self.message
        if message == before:
            self.take_down()
            return
        if self._bridge.submit(PutOnStage(message=message)) is not None:
            back = PutOnStage(message=before) if before else ClearStage()
            self._toast.say(self.tr("Everybody sees this message now."), undo=lambda: self._bridge.submit(back))

    def take_down(self) -> None:
        """Take down what is on stage."""
        before = self.message
        if before and self._bridge.submit(ClearStage()) is not None:
            again = PutOnStage(message=before)
            self._toast.say(self.tr("The message is no longer on stage."), undo=lambda: self._bridge.submit(again))

    def retranslate(self) -> None:
        """Say the words again."""
        self._badge.say(self.tr("On stage"))
        self._down.say(self.tr("Take down"), self.tr("Everybody sees it until then (Ctrl+Shift+X)"))
        self._go.say(self.tr("Go there"), self.tr("Show it in the conversation"))
        world = self._bridge.projected
        message = world.state(DiscussionState).messages.get(self.message)
        said = world.talk.said(self.message)
        self.setVisible(message is not None and said is not None)
        if message is None or said is None:
            return
        text = plain(said.text)
        self._text.setText(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
        place = "" if said.channel == MAIN else place_name(world, said.channel)
        veil = self.tr("without a name for learners") if said.is_anonymous else ""
        self._who.setText(" · ".join(part for part in (member_name(world, said.author), place, veil) if part))

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches(*READS) or changed.pending):
            self.retranslate()


WORDS: dict[str, Said] = {
    "stage.put": lambda: QCoreApplication.translate("Stage", "putting a message on stage"),
    "stage.clear": lambda: QCoreApplication.translate("Stage", "taking a message down"),
    "of_a_room": lambda: QCoreApplication.translate(
        "Stage", "What was said in a room stays there: it cannot be put on stage for everybody. Pin it in its room."
    ),
}
"""What can be asked about the stage, as the end of a sentence, and what is wrong with it."""

PANELS = (Panel(NAME, Mode.LIVE, Place.STAGE, 20, StageStrip, words=WORDS),)
