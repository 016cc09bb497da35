"""Settling what copies disagree about: each thing once, with every version that somebody wrote."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.plans.edits import COLLECTIONS, NAMES, Change, Describe, Edit, Remove, Settle
from app.plans.reading import name_of
from ui.prepare.merging_words import field_text, kind_name, version_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Choice
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Card, Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.plans import Plan, PlanDocument
    from app.plans.plan import Item
    from ui.prepare.plans import Plans


@dataclass(frozen=True)
class Open:
    """One thing about which copies disagree.

    Attributes:
        kind: the name of its collection; empty for the plan itself.
        id: of the item; empty for the plan itself.
        title: what people call it.
        fields: each with its versions, the one that is shown first.
        overruled: whether somebody removed it while somebody else changed it.
    """

    kind: str
    id: str
    title: str
    fields: tuple[tuple[str, tuple[Any, ...]], ...]
    overruled: bool


def open_things(document: PlanDocument) -> tuple[Open, ...]:
    """List what is to be settled, each item once.

    Args:
        document: to look at.
    """
    fields: dict[tuple[str, str], list[tuple[str, tuple[Any, ...]]]] = {}
    titles: dict[tuple[str, str], str] = {}
    for conflict in document.conflicts:
        key = (conflict.kind, conflict.id)
        titles[key] = conflict.title
        fields.setdefault(key, []).append((conflict.field, (conflict.shown, *conflict.others)))
    overruled = set()
    for item in document.overruled:
        key = (NAMES[type(item)], item.id)
        overruled.add(key)
        titles.setdefault(key, name_of(item))
        fields.setdefault(key, [])
    return tuple(Open(*key, titles[key], tuple(found), key in overruled) for key, found in fields.items())


def settled(one: Open, plan: Plan, chosen: dict[str, Any]) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
    """Return the edits that settle something: what is to be written, then what confirms it.

    Args:
        one: of `open_things`.
        plan: as it stands.
        chosen: the version of each field that is kept.
    """
    if not one.kind:
        return (Describe(**chosen),), ()
    item = _item(plan, one)
    if item is None:
        return (), ()
    return (Change(replace(item, **chosen)),), (Settle(COLLECTIONS[one.kind], one.id),)


def _item(plan: Plan, one: Open) -> Item | None:
    return next((each for each in getattr(plan, one.kind) if each.id == one.id), None)


class SettlingDialog(Translated, QDialog):
    """Lists what copies of the open plan disagree about; each is settled by itself, and can be undone.

    Args:
        plans: whose open one.
        parent: the window it belongs to.
    """

    def __init__(self, plans: Plans, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans = plans
        kept = plans.current
        self._plan_id = kept.id if kept is not None else ""
        self._shown: tuple[Open, ...] = ()
        self.cards: list[_OpenCard] = []
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self._title = Label(words=Words.TITLE, wrap=True)
        self._detail = Label(tone=Tone.MUTED, wrap=True)
        self._listed = Ground("surface", spacing=tokens().space.m)
        self._area = QScrollArea()
        self._area.setWidget(self._listed)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._later = Button(kind=ButtonKind.QUIET)
        self._later.clicked.connect(self.reject)
        space = tokens().space
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._later)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xl, space.xl, space.xl, space.l)
        column.setSpacing(space.s)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addSpacing(space.s)
        column.addWidget(self._area, 1)
        column.addSpacing(space.s)
        column.addLayout(buttons)
        self.resize(580, 480)
        plans.changed.connect(self._fill)
        plans.opened.connect(self._fill)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        title = self.tr("What the copies disagree about")
        self.setWindowTitle(title)
        self._title.setText(title)
        self._detail.setText(self.tr("Nothing was lost: choose what stays. Each choice can be undone."))
        self._later.say(self.tr("Later"))
        self._shown = ()
        self._fill()

    def _fill(self, _told: object = None) -> None:
        kept = self._plans.current
        document = self._plans.document(self._plan_id)
        if document is None or kept is None or kept.id != self._plan_id:
            self.accept()
            return
        found = open_things(document)
        if not found and self.isVisible():
            self.accept()
            return
        if found == self._shown:
            return
        self._shown = found
        while (old := self._listed.column.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = [_OpenCard(one, document.plan) for one in found]
        for card in self.cards:
            card.keep.clicked.connect(partial(self._settle, card))
            card.remove.clicked.connect(partial(self._remove, card.one))
            self._listed.column.addWidget(card)
        self._listed.column.addStretch(1)

    def _settle(self, card: _OpenCard) -> None:
        write, confirm = settled(card.one, self._plans.plan, card.chosen())
        if self._plans.apply(*write) and confirm:
            document = self._plans.document(self._plan_id)
            still = document is not None and any(
                (each.kind, each.id) == (card.one.kind, card.one.id) for each in open_things(document)
            )
            if still:
                self._plans.apply(*confirm, continuing=True)

    def _remove(self, one: Open) -> None:
        self._plans.apply(Remove(COLLECTIONS[one.kind], one.id))


class _OpenCard(Translated, Card):
    """One thing to settle.

    Args:
        one: it.
        plan: that it belongs to.
    """

    def __init__(self, one: Open, plan: Plan) -> None:
        super().__init__()
        self.one, self._plan = one, plan
        self._title = Label(words=Words.STRONG, wrap=True)
        self._removed = Label(tone=Tone.MUTED, wrap=True)
        self._removed.setVisible(one.overruled)
        self.choices: dict[str, Choice] = {}
        self._labels: dict[str, QLabel] = {}
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for field, versions in one.fields:
            self.choices[field] = choice = Choice()
            for version in versions:
                choice.addItem("", version)
            choice.setMinimumContentsLength(10)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self._labels[field] = Label(tone=Tone.MUTED)
            self._form.addRow(self._labels[field], choice)
        self.keep = Button(kind=ButtonKind.PRIMARY, icon_name="check")
        self.remove = Button(kind=ButtonKind.QUIET, icon_name="trash-2")
        self.remove.setVisible(one.overruled)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens().space.s)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        buttons.addWidget(self.keep)
        self.column.setSpacing(tokens().space.s)
        self.column.addWidget(self._title)
        self.column.addWidget(self._removed)
        self.column.addLayout(self._form)
        self.column.addLayout(buttons)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        one = self.one
        if one.kind:
            named = one.title or self.tr("Untitled")
            title = self.tr("%1 “%2”").replace("%1", kind_name(one.kind)).replace("%2", named)
        else:
            title = self.tr("The plan itself")
        self._title.setText(title)
        self._removed.setText(self.tr("One side removed this while the other changed it."))
        for field, versions in one.fields:
            name = field_text(field)
            self._labels[field].setText(name)
            self.choices[field].setAccessibleName(name)
            for place, version in enumerate(versions):
                self.choices[field].setItemText(place, version_text(field, version, self._plan)[:_LONGEST])
        self.keep.say(self.tr("Keep"), self.tr("Keep it as it stands here"))
        self.remove.say(self.tr("Remove"), self.tr("Remove it after all"))

    def chosen(self) -> dict[str, Any]:
        """Return the version of each field that is chosen."""
        return {field: versions[max(0, self.choices[field].currentIndex())] for field, versions in self.one.fields}


_LONGEST = 200
