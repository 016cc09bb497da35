"""A prepared debate: its motion, its positions, how long a speaking turn lasts, the statements kept ready."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from app.plans.plan import Debate, Item, Plan
from ui.prepare.boxes import Labelled, Tick
from ui.prepare.cards import FormField, TextForm
from ui.prepare.editors import CountLine
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import tokens

_LONGEST, _SHORTEST = 3600, 10


class DebateEditor(TextForm):
    """Edits a debate."""

    def __init__(self) -> None:
        self._seconds = CountLine(_LONGEST, _SHORTEST)
        self._turn = Labelled(self._seconds)
        self._hidden, self._hidden_words = Tick(), Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        super().__init__(
            (
                FormField("motion", _motion, _motion_like, 2),
                FormField("positions", _positions, _positions_like, 3),
                FormField("statements", _statements, _statements_like, 2),
            )
        )
        row = QHBoxLayout()
        row.setSpacing(tokens().space.s)
        row.addWidget(self._turn, 1)
        row.addWidget(self._hidden)
        row.addWidget(self._hidden_words, 2)
        self.column.addLayout(row)
        self._seconds.read.connect(lambda seconds: self._change(seconds=seconds))
        self._hidden.clicked.connect(lambda on: self._change(hidden=on))

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self._turn.say(QCoreApplication.translate("DebateEditor", "Turn, in seconds"))
        self._hidden_words.setText(QCoreApplication.translate("DebateEditor", "Counts hidden until you show them"))
        self._hidden.setAccessibleName(self._hidden_words.text())
        self._hidden.setToolTip(
            QCoreApplication.translate("DebateEditor", "Otherwise learners see the counts as people move")
        )

    def show_item(self, plan: Plan, item: Item) -> None:
        """Show a debate.

        Args:
            plan: that holds it.
            item: the debate.
        """
        super().show_item(plan, item)
        if isinstance(item, Debate):
            self._seconds.show_text(str(item.seconds))
            self._hidden.setChecked(item.hidden)

    def _change(self, **values: object) -> None:
        if isinstance(self._item, Debate):
            self._item = replace(self._item, **values)
            self.edited.emit(self._item, False)


def usual_positions() -> tuple[str, ...]:
    """Give the words for the positions of a debate that names none."""
    return (
        QCoreApplication.translate("Debate", "For"),
        QCoreApplication.translate("Debate", "Against"),
        QCoreApplication.translate("Debate", "Unsure"),
    )


def _motion() -> str:
    return QCoreApplication.translate("DebateEditor", "Motion")


def _motion_like() -> str:
    return QCoreApplication.translate("DebateEditor", "What is debated, as a sentence one can be for or against")


def _positions() -> str:
    return QCoreApplication.translate("DebateEditor", "Positions, one a line")


def _positions_like() -> str:
    return "\n".join(usual_positions())


def _statements() -> str:
    return QCoreApplication.translate("DebateEditor", "Statements to put, one a line")


def _statements_like() -> str:
    return QCoreApplication.translate("DebateEditor", "Learners agree, disagree or pass")
