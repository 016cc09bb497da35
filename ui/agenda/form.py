"""The few lines in which an activity is written during the class: added as one goes, or changed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpinBox

from app.domain.agenda.activity import MOST_MINUTES, Activity, Kind
from app.plans.plan import TITLE_LIMIT
from ui.agenda.words import kind_icon, kind_words
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.composer import GrowingEdit
from ui.widgets.fields import Choice, Field
from ui.widgets.icons import icon
from ui.widgets.labels import Label, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class ActivityForm(Translated, Ground):
    """Asks for an activity, in the panel itself. Enter takes it, Escape gives up.

    `given` carries the activity and, for a new one, the id before which it stands; none for one that is changed. The
    form stays open until `done`, to say what is wrong.
    """

    given = Signal(object, object)

    def __init__(self) -> None:
        super().__init__("card", spacing=tokens().space.s)
        self._activity = Activity(id="")
        self._before: str | None = ""
        self.title = Field(limit=TITLE_LIMIT)
        self.kind = Choice()
        for kind in Kind:
            self.kind.addItem(icon(kind_icon(kind)), "", kind)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, MOST_MINUTES)
        self.minutes.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        # Its inner line heeds no padding of the style sheet.
        self.minutes.lineEdit().setTextMargins(tokens().space.s, 0, 0, 0)
        self._instructions_label = Label(words=Words.STRONG)
        self.instructions = GrowingEdit()
        self._instructions_label.setBuddy(self.instructions)
        box = QFrame()
        box.setProperty("ground", "composer")
        inside = QHBoxLayout(box)
        inside.setContentsMargins(tokens().space.s, tokens().space.xs, tokens().space.s, tokens().space.xs)
        inside.addWidget(self.instructions)
        self._take = Button(kind=ButtonKind.PRIMARY)
        self._stop = Button(kind=ButtonKind.PLAIN)
        space = tokens().space
        self.column.setContentsMargins(space.m, space.m, space.m, space.m)
        row = QHBoxLayout()
        row.setSpacing(space.s)
        row.addWidget(self._take)
        row.addWidget(self._stop)
        row.addStretch(1)
        self.column.addWidget(self.title)
        self.column.addWidget(self.kind)
        self.column.addWidget(self.minutes)
        self.column.addWidget(self._instructions_label)
        self.column.addWidget(box)
        self.column.addLayout(row)
        self._take.clicked.connect(self._give)
        self._stop.clicked.connect(self.done)
        self.title.submitted.connect(lambda _text: self._give())
        self.instructions.submitted.connect(self._give)
        self.setFocusProxy(self.title)
        self.retranslate()
        self.hide()

    def ask_new(self, before: str, day: str) -> None:
        """Ask for a new activity.

        Args:
            before: the id of the activity before which it stands; empty for the end.
            day: the id of its day.
        """
        self._open(Activity(id=str(uuid4()), day=day), before)

    def ask_change(self, activity: Activity) -> None:
        """Ask what an activity is to be.

        Args:
            activity: as it is.
        """
        self._open(activity, None)

    def refuse(self, text: str) -> None:
        """Say what is wrong.

        Args:
            text: already translated.
        """
        self.title.set_error(text)

    def done(self) -> None:
        """Go away."""
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say the words again."""
        self.title.say(self.tr("Activity"), placeholder=self.tr("What we do together"))
        for place, kind in enumerate(Kind):
            self.kind.setItemText(place, kind_words(kind))
        self.kind.setAccessibleName(self.tr("Kind of activity"))
        self.kind.setToolTip(self.tr("Kind of activity"))
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setAccessibleName(self.tr("How many minutes"))
        self.minutes.setToolTip(self.tr("How many minutes"))
        self._instructions_label.setText(self.tr("What learners read"))
        self.instructions.setAccessibleName(self.tr("What learners read"))
        self._take.say(self.tr("Save") if self._before is None else self.tr("Add"))
        self._stop.say(self.tr("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.done()
            return
        super().keyPressEvent(event)

    def _open(self, activity: Activity, before: str | None) -> None:
        self._activity, self._before = activity, before
        self.title.set_text(activity.title)
        self.title.set_error("")
        self.kind.setCurrentIndex(list(Kind).index(activity.kind))
        self.minutes.setValue(activity.minutes)
        self.instructions.setPlainText(activity.instructions)
        self.retranslate()
        self.show()
        self.title.edit.selectAll()
        self.title.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        made = replace(
            self._activity,
            title=self.title.text(),
            kind=list(Kind)[self.kind.currentIndex()],
            minutes=self.minutes.value(),
            instructions=self.instructions.toPlainText().strip(),
        )
        self.given.emit(made, self._before)
