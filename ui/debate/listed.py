"""The lists of a debate: its arguments, its statements, and who speaks and waits; each with what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.debate.delegate import LinesDelegate, Shown
from ui.debate.model import ArgumentRow, SpeakerRow, StatementRow, argument_rows, speaker_rows, statement_rows
from ui.debate.words import position_name, reason_words, spoken_words, weight_words
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Choice, Field
from ui.widgets.rows import LettersView, RowsModel
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.debate.state import Debate
    from ui.bridge.session import SessionBridge
    from ui.debate.acts import DebateActs

RowT = TypeVar("RowT", bound=ArgumentRow | StatementRow | SpeakerRow)
_DELETE = {Qt.Key.Key_Delete: "Delete", Qt.Key.Key_Return: "Enter", Qt.Key.Key_Enter: "Enter"}


class Listed(Translated, QWidget, Generic[RowT]):
    """A list with buttons below it; a letter does what a button does.

    Whoever derives from it gives `_shown`, `_words_of` and `_act`.

    Args:
        letters: that act on the chosen row.
        icon_name: of what is said while the list is empty.
    """

    def __init__(self, letters: str, icon_name: str) -> None:
        super().__init__()
        self.rows: RowsModel[RowT] = RowsModel(self._key, self._spoken, self)
        self.view = LettersView(letters, _DELETE)
        self.view.setItemDelegate(LinesDelegate(self._shown_any, self.view))
        self.view.show_model(self.rows)
        self.empty = EmptyState(icon_name)
        self.buttons: dict[str, Button] = {letter: Button(kind=ButtonKind.QUIET) for letter in letters}
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        space = tokens().space
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(space.l, space.s, space.l, space.s)
        self.bar.setSpacing(space.s)
        for letter, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=letter: self.act(key))
            self.bar.addWidget(button)
        self.bar.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(self._pages, 1)
        self.column.addLayout(self.bar)
        self.view.letter.connect(self.act)
        self.view.doubleClicked.connect(lambda _index: self.act("Enter"))
        self.view.selectionModel().currentChanged.connect(lambda *_indexes: self.offer())
        self.setFocusProxy(self.view)

    @property
    def chosen(self) -> RowT | None:
        """The row that is chosen."""
        return self.rows.row_at(self.view.currentIndex())

    def put(self, rows: Sequence[RowT]) -> None:
        """Show other rows.

        Args:
            rows: in their order.
        """
        self.rows.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        if rows and self.chosen is None:
            self.view.setCurrentIndex(self.rows.index(0))
        self.offer()

    def act(self, letter: object) -> None:
        """Do what a letter does to the chosen row.

        Args:
            letter: or what a key is called.
        """
        row = self.chosen
        if row is not None and isinstance(letter, str):
            self._act(row, letter)

    def offer(self) -> None:
        """Offer what can be done with the chosen row."""

    def _act(self, row: RowT, letter: str) -> None:
        raise NotImplementedError

    def _shown(self, row: RowT) -> Shown:
        raise NotImplementedError

    def _shown_any(self, row: object) -> Shown:
        return self._shown(row)  # type: ignore[arg-type]  # the model holds rows of this list only

    def _spoken(self, row: RowT) -> str:
        shown = self._shown(row)
        return f"{shown.text}. {shown.about}"

    @staticmethod
    def _key(row: RowT) -> str:
        return row.member if isinstance(row, SpeakerRow) else row.id

    def repeat(self) -> None:
        """Say that every row reads differently now."""
        self.rows.repeat()
        self.offer()


class Arguments(Listed[ArgumentRow]):
    """A debate's arguments, the most convincing first; staff write and take away here.

    Args:
        bridge: to the session.
        acts: on debates.
    """

    def __init__(self, bridge: SessionBridge, acts: DebateActs) -> None:
        self._bridge, self._acts = bridge, acts
        self._debate: Debate | None = None
        self.text = Field(limit=1_000)
        self.position = Choice()
        self.write = Button(kind=ButtonKind.QUIET, icon_name="plus")
        super().__init__("T", "messages-square")
        space = tokens().space
        self._writing = QWidget()
        row = QHBoxLayout(self._writing)
        row.setContentsMargins(space.l, 0, space.l, space.m)
        row.setSpacing(space.s)
        row.addWidget(self.text, 1)
        row.addWidget(self.position, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.write, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self._writing)
        self.write.clicked.connect(self._write)
        self.text.submitted.connect(lambda _text: self._write())
        self.retranslate()

    def show_debate(self, debate: Debate) -> None:
        """Show a debate's arguments.

        Args:
            debate: which.
        """
        self._debate = debate
        names = list(_names(debate).values())
        if [self.position.itemText(n) for n in range(self.position.count())] != names:
            self.position.clear()
            for key, name in _names(debate).items():
                self.position.addItem(name, key)
        self._writing.setVisible(debate.is_open)
        self.put(argument_rows(self._bridge.projected, debate))

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Arguments"))
        self.empty.say(self.tr("No argument yet"), self.tr("Learners write arguments under the position they hold."))
        self.text.say("", placeholder=self.tr("Write an argument yourself"))
        self.text.edit.setAccessibleName(self.tr("Write an argument yourself"))
        self.position.setAccessibleName(self.tr("Position"))
        self.write.say(self.tr("Add"))
        self.repeat()

    def offer(self) -> None:
        """Offer to take the chosen argument away."""
        button = self.buttons["T"]
        button.say(self.tr("Take away"), self.tr("Take this argument away for everybody (T)"))
        button.setEnabled(self.chosen is not None)
        button.setVisible(bool(self.rows.rows))

    def _write(self) -> None:
        position, text = str(self.position.currentData()), self.text.text()
        if self._debate is not None and text and self._acts.argue(self._debate, position, text):
            self.text.set_text("")

    def _act(self, row: ArgumentRow, letter: str) -> None:
        if letter in {"T", "Delete"}:
            self._acts.withdraw(row.id)

    def _shown(self, row: ArgumentRow) -> Shown:
        parts = [row.author if row.is_reply else f"{row.position} · {row.author}"]
        if row.side:
            parts.append(QCoreApplication.translate("Debate", "held: %1").replace("%1", row.side))
        if row.is_waiting:
            parts.append(QCoreApplication.translate("Debate", "not admitted"))
        weight = weight_words(row.convinced, row.swayed)
        text = row.text or QCoreApplication.translate("Debate", "(erased)")
        return Shown(
            text=text,
            about=" · ".join([*parts, weight] if weight else parts),
            icon_name="reply" if row.is_reply else "shield" if row.is_waiting else "quote",
            ink="warn_text" if row.is_waiting else "muted",
            strong=not row.is_reply and row.convinced + row.swayed > 0,
            indented=row.is_reply,
        )


class Statements(Listed[StatementRow]):
    """A debate's statements: those put to the class with their counts, and those kept ready.

    Args:
        bridge: to the session.
        acts: on debates.
    """

    def __init__(self, bridge: SessionBridge, acts: DebateActs) -> None:
        self._bridge, self._acts = bridge, acts
        self._debate: Debate | None = None
        self.text = Field(limit=500)
        self.add = Button(kind=ButtonKind.QUIET, icon_name="plus")
        super().__init__("P", "list-checks")
        space = tokens().space
        self._writing = QWidget()
        row = QHBoxLayout(self._writing)
        row.setContentsMargins(space.l, 0, space.l, space.m)
        row.setSpacing(space.s)
        row.addWidget(self.text, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self._writing)
        self.add.clicked.connect(self._add)
        self.text.submitted.connect(lambda _text: self._add())
        self.retranslate()

    def show_debate(self, debate: Debate) -> None:
        """Show a debate's statements.

        Args:
            debate: which.
        """
        self._debate = debate
        self._writing.setVisible(debate.is_open)
        self.put(statement_rows(self._bridge.projected, debate))

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Statements"))
        self.empty.say(
            self.tr("No statement yet"), self.tr("Put a statement to the class: learners agree, disagree or pass.")
        )
        self.text.say("", placeholder=self.tr("Put a new statement to the class"))
        self.text.edit.setAccessibleName(self.tr("Put a new statement to the class"))
        self.add.say(self.tr("Put"))
        self.repeat()

    def offer(self) -> None:
        """Offer to put the chosen statement, or to show its counts."""
        row = self.chosen
        button = self.buttons["P"]
        button.setVisible(row is not None)
        if row is None:
            return
        button.setEnabled(row.is_put or (self._debate is not None and self._debate.is_open))
        if not row.is_put:
            button.say(self.tr("Put to the class"), self.tr("Learners agree, disagree or pass (P)"))
        elif row.results:
            button.say(self.tr("Hide the counts"), self.tr("Hide the counts from learners (P)"))
        else:
            button.say(self.tr("Show the counts"), self.tr("Show the counts to learners (P)"))

    def _add(self) -> None:
        if self._debate is not None and self.text.text() and self._acts.add_statement(self._debate, self.text.text()):
            self.text.set_text("")

    def _act(self, row: StatementRow, letter: str) -> None:
        if letter not in {"P", "Enter"}:
            return
        if row.is_put:
            self._acts.turn_statement(row.id)
        else:
            self._acts.put_statement(row.id)

    def _shown(self, row: StatementRow) -> Shown:
        if not row.is_put:
            return Shown(row.text, QCoreApplication.translate("Debate", "Ready"), "circle")
        counts = QCoreApplication.translate("Debate", "%1 agree · %2 disagree · %3 pass")
        for mark, count in (("%1", row.verdicts.agree), ("%2", row.verdicts.disagree), ("%3", row.verdicts.passed)):
            counts = counts.replace(mark, str(count))
        if not row.results:
            counts += " · " + QCoreApplication.translate("Debate", "hidden from learners")
        return Shown(row.text, counts, "circle-check", "accent_text", strong=True)


class Speakers(Listed[SpeakerRow]):
    """Who has the floor, who waits for it and why in this order, and how much everybody has spoken.

    Args:
        bridge: to the session.
        acts: on the floor.
    """

    def __init__(self, bridge: SessionBridge, acts: DebateActs) -> None:
        self._bridge, self._acts = bridge, acts
        super().__init__("FSL", "hand")
        self.retranslate()

    def show_speakers(self) -> None:
        """Show who speaks and who waits."""
        self.put(speaker_rows(self._bridge.projected))

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Who speaks and who waits"))
        self.empty.say(
            self.tr("No learner is here yet"), self.tr("Raised hands stand here, whoever spoke least first.")
        )
        self.repeat()

    def offer(self) -> None:
        """Offer to give the floor to the chosen one, or to note that they spoke."""
        row = self.chosen
        give, spoke = self.buttons["F"], self.buttons["S"]
        for button in self.buttons.values():
            button.setVisible(row is not None)
        if row is None:
            return
        give.set_icon("megaphone")
        give.say(self.tr("Give the floor"), self.tr("A timed speaking turn, which everybody sees (F)"))
        give.setEnabled(not row.speaks)
        lower = self.buttons["L"]
        lower.setVisible(row.waiting is not None)
        lower.say(self.tr("Lower the hand"), self.tr("Take this hand down (L)"))
        spoke.say(self.tr("Has spoken"), self.tr("Note that they spoke, as in the video meeting (S)"))

    def _act(self, row: SpeakerRow, letter: str) -> None:
        match letter:
            case "F" | "Enter":
                self._acts.give(row.member)
            case "S":
                self._acts.spoke(row.member)
            case "L" if row.waiting is not None:
                self._acts.lower(row.member)
            case _:
                pass

    def _shown(self, row: SpeakerRow) -> Shown:
        held = [row.position] if row.position else []
        if row.speaks:
            parts = [QCoreApplication.translate("Debate", "has the floor"), *held]
            return Shown(row.name, " · ".join(parts), "megaphone", "ok_text", strong=True)
        if row.waiting is not None:
            reason = reason_words(row.waiting, self._bridge.now())
            parts = [f"{row.place}.", " · ".join([reason, *held])]
            return Shown(row.name, " ".join(parts), "hand", "accent_text", strong=True)
        return Shown(row.name, " · ".join([spoken_words(row.spoken), *held]), "user")


def _names(debate: Debate) -> dict[str, str]:
    return {key: position_name(debate.draft, key) for key in debate.draft.keys}
