"""The few lines in which an activity is written during the class: added as one goes, or changed."""

from __future__ import annotations

from uuid import uuid4

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpinBox

from app.domain.agenda.activity import MOST_MINUTES, Activity, Kind
from app.plans.plan import TITLE_LIMIT
from ui.agenda.words import kind_icon, kind_words
from ui.widgets.composer import GrowingEdit
from ui.widgets.fields import Choice, Field
from ui.widgets.icons import icon
from ui.widgets.inline_form import InlineForm
from ui.widgets.labels import Label, Words
from ui.widgets.theme import tokens


class ActivityForm(InlineForm):
    """Asks for an activity.

    `given` carries it and, for a new one, the id before which it stands; none for one that is changed.
    """

    given = Signal(object, object)

    def __init__(self) -> None:
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
        super().__init__(self.title, self.kind, self.minutes, self._instructions_label, box)
        self.instructions.submitted.connect(self.give)

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

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
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
        self.take.say(self.tr("Save") if self._before is None else self.tr("Add"))

    def _open(self, activity: Activity, before: str | None) -> None:
        self._activity, self._before = activity, before
        self.title.set_text(activity.title)
        self.kind.setCurrentIndex(list(Kind).index(activity.kind))
        self.minutes.setValue(activity.minutes)
        self.instructions.setPlainText(activity.instructions)
        self.open()

    def give(self) -> None:
        """Tell what was written."""
        made = replace(
            self._activity,
            title=self.title.text(),
            kind=list(Kind)[self.kind.currentIndex()],
            minutes=self.minutes.value(),
            instructions=self.instructions.toPlainText().strip(),
        )
        self.given.emit(made, self._before)
