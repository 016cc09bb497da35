"""Parts of a plan that are written, ordered and removed one by one: a card each, with a form made of its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.plans.edits import NAMES, Add, Change, Edit, Move, Remove, Restore
from app.plans.reading import name_of
from ui.prepare.acts import new_id
from ui.prepare.boxes import Labelled, LineBox, TextBox
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Ground, SectionHeader
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.plans.plan import Item, Plan
    from ui.i18n import Words as Said
    from ui.prepare.plans import Plans
    from ui.widgets.toast import Toast

_LINK: Final = 2000


@dataclass(frozen=True)
class FormField:
    """One field of a form.

    Attributes:
        name: of the item's field.
        words: its label.
        placeholder: an example.
        lines: how many lines are shown at least; 0 for a field of one line.
    """

    name: str
    words: Said
    placeholder: Said = str
    lines: int = 0


class Form(Protocol):
    """What edits one item."""

    def show_item(self, plan: Plan, item: Item) -> None:
        """Show an item as it stands."""

    def retranslate(self) -> None:
        """Say the words again."""


class TextForm(QWidget):
    """A form of texts. `edited` carries the item as it is to be, and whether that goes on with the same word.

    Args:
        fields: in order.
        parent: the owner.
    """

    edited = Signal(object, object)

    def __init__(self, fields: Sequence[FormField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._item: Item | None = None
        self._boxes: dict[str, tuple[Labelled, LineBox | TextBox]] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(tokens().space.s)
        for field in fields:
            box = TextBox(field.lines) if field.lines else LineBox(_LINK) if field.name == "link" else LineBox()
            labelled = Labelled(box)
            box.typed.connect(lambda text, on, name=field.name: self._typed(name, text, on))
            self._boxes[field.name] = (labelled, box)
            self.column.addWidget(labelled)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        for field in self._fields:
            self._boxes[field.name][0].say(field.words(), placeholder=field.placeholder())

    def show_item(self, _plan: Plan, item: Item) -> None:
        """Show an item.

        Args:
            item: as it stands.
        """
        self._item = item
        for name, (_labelled, box) in self._boxes.items():
            box.show_text(str(getattr(item, name)))

    def begin(self) -> None:
        """Go to the first field."""
        next(iter(self._boxes.values()))[1].setFocus()

    def _typed(self, name: str, text: object, goes_on: object) -> None:
        if self._item is not None:
            self._item = replace(self._item, **{name: text})
            self.edited.emit(self._item, goes_on)


class ItemCard(Ground):
    """One item with its form, and the buttons that move and remove it.

    Args:
        form: edits it.
    """

    moved = Signal(object)
    removed = Signal()

    def __init__(self, form: TextForm) -> None:
        super().__init__("card")
        self.form = form
        self._name = Label(words=Words.CAPTION, tone=Tone.FAINT)
        self._up, self._down, self._remove = IconButton("arrow-up"), IconButton("arrow-down"), IconButton("x")
        space = tokens().space
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._name, 1)
        for button in (self._up, self._down, self._remove):
            head.addWidget(button)
        self.column.setContentsMargins(space.m, space.xs, space.xs, space.m)
        self.column.addLayout(head)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, space.s, 0)
        body.addWidget(form)
        self.column.addLayout(body)
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        self._remove.clicked.connect(self.removed)

    def say(self, name: str, words: tuple[str, str, str], place: int, count: int) -> None:
        """Set the words, and offer what is possible.

        Args:
            name: of the card.
            words: of the buttons: up, down, remove.
            place: from 0.
            count: how many cards there are.
        """
        self._name.setText(name)
        for button, text in zip((self._up, self._down, self._remove), words, strict=True):
            button.say(text)
        self._up.setVisible(count > 1)
        self._down.setVisible(count > 1)
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < count - 1)
        self.form.retranslate()


class Items(Translated, QWidget):
    """A section with a card for each item of a kind.

    Args:
        plans: whose open one is edited.
        toast: tells of a removal, with its undo.
        made: makes a new item of its id.
        form: makes the form of a card.
        title: of the section.
        named: names a card by the plan, the item and its place from 1.
        add: the words of the button that adds one.
        held_by: the field that names the activity which holds it; empty for what belongs to the plan itself.
    """

    def __init__(
        self,
        plans: Plans,
        toast: Toast,
        *,
        made: Callable[[str, str], Item],
        form: Callable[[], TextForm],
        title: Said,
        named: Callable[[Plan, Item, int], str],
        add: Said,
        held: bool = False,
    ) -> None:
        super().__init__()
        self._plans, self._toast = plans, toast
        self._made, self._form, self._title_said, self._named, self._add_said = made, form, title, named, add
        self._kind = type(made("x", ""))
        self._held, self._holder = held, ""
        self._cards: dict[str, ItemCard] = {}
        self._header = SectionHeader(words=Words.STRONG)
        self._add = Button(kind=ButtonKind.PLAIN, icon_name="plus")
        self._column = QVBoxLayout()
        self._column.setSpacing(tokens().space.s)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens().space.xs)
        column.addWidget(self._header)
        column.addLayout(self._column)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        column.addLayout(row)
        self._add.clicked.connect(self.add)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._add.say(self._add_said())
        self._show_cards(self._plans.plan)

    def show_plan(self, plan: Plan, holder: str = "") -> None:
        """Show the items of a plan.

        Args:
            plan: as it stands.
            holder: the id of the activity whose items are shown.
        """
        self._holder = holder
        self._show_cards(plan)

    def _items(self, plan: Plan) -> list[Item]:
        items: Sequence[Item] = getattr(plan, NAMES[self._kind])
        return [each for each in items if not self._held or getattr(each, "activity", "") == self._holder]

    def _show_cards(self, plan: Plan) -> None:
        items = self._items(plan)
        there = {item.id for item in items}
        for key in [key for key in self._cards if key not in there]:
            card = self._cards.pop(key)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, item in enumerate(items):
            card = self._cards.get(item.id) or self._new_card(item.id)
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
            words = (self.tr("Move up"), self.tr("Move down"), self.tr("Remove"))
            card.say(self._named(plan, item, place + 1), words, place, len(items))
            card.form.show_item(plan, item)
        self._header.say(self._title_said(), count=len(items) or None)

    def _new_card(self, key: str) -> ItemCard:
        card = self._cards[key] = ItemCard(self._form())
        card.form.edited.connect(lambda item, goes_on: self._plans.apply(Change(item), continuing=bool(goes_on)))
        card.moved.connect(lambda by: self._move(key, by))
        card.removed.connect(lambda: self._remove(key))
        return card

    def add(self) -> None:
        """Add one, and write it."""
        item = self._made(new_id(), self._holder)
        if self._plans.apply(Add(item)) and item.id in self._cards:
            self._cards[item.id].form.begin()

    def begin(self, key: str) -> bool:
        """Go to an item's first field; return whether it is here.

        Args:
            key: its id; empty for a new one.
        """
        if not key:
            self.add()
        elif key in self._cards:
            self._cards[key].form.begin()
        return not key or key in self._cards

    def _move(self, key: str, by: object) -> None:
        items = self._items(self._plans.plan)
        ids = [item.id for item in items]
        place = ids.index(key) + (by if isinstance(by, int) else 0)
        if 0 <= place < len(ids):
            every = [item.id for item in getattr(self._plans.plan, NAMES[self._kind])]
            self._plans.apply(Move(self._kind, key, every.index(ids[place])))

    def _remove(self, key: str) -> None:
        item = next((each for each in self._items(self._plans.plan) if each.id == key), None)
        gone: Edit = Remove(self._kind, key)
        if item is None or not self._plans.apply(gone):
            return
        kept = self._plans.current
        name = name_of(item)
        text = self.tr("“%1” removed").replace("%1", name) if name else self.tr("Removed")
        plan_id = kept.id if kept is not None else ""
        self._toast.say(text, undo=lambda: self._plans.apply_to(plan_id, Restore(self._kind, key)))
