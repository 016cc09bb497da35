"""What two copies of the plan disagree about: shown where it is, and settled with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.plans.edits import COLLECTIONS, Change, Describe, Remove, Settle
from ui.prepare.merging_words import field_text, version_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.plans import Plan
    from app.plans.plan import Item
    from app.plans.reading import Conflict
    from ui.prepare.plans import PlanChanged, Plans


class Unsettled(QObject):
    """Knows what is to be settled in the open plan. `changed` tells that this is something else now.

    Args:
        plans: whose open one is looked at.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, plans: Plans, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plans = plans
        self.conflicts: tuple[Conflict, ...] = ()
        """Fields that were given several values."""
        self.overruled: tuple[Item, ...] = ()
        """Items that one copy removed while the other changed them."""
        plans.opened.connect(self._look)
        plans.ready.connect(self._look)
        plans.changed.connect(self._changed)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the items that it is about."""
        return frozenset({each.id for each in self.conflicts} | {each.id for each in self.overruled}) - {""}

    @property
    def plan(self) -> Plan:
        """The open plan."""
        return self._plans.plan

    def _changed(self, change: PlanChanged) -> None:
        # One's own edit settles what there is, and adds nothing.
        if not change.own or self.conflicts or self.overruled:
            self._look()

    def _look(self, _what: object = None) -> None:
        kept = self._plans.current
        document = self._plans.document(kept.id) if kept is not None else None
        conflicts = document.conflicts if document is not None else ()
        overruled = document.overruled if document is not None else ()
        if (conflicts, overruled) != (self.conflicts, self.overruled):
            self.conflicts, self.overruled = conflicts, overruled
            self.changed.emit()

    def take(self, conflict: Conflict, value: object) -> None:
        """Settle a conflict with one of its values.

        Args:
            conflict: to settle.
            value: the one to keep.
        """
        if not conflict.kind:
            self._plans.apply(Describe(**{conflict.field: value}))  # type: ignore[arg-type]
        elif value == conflict.shown:
            self._plans.apply(Settle(COLLECTIONS[conflict.kind], conflict.id))
        else:
            item = next(each for each in getattr(self._plans.plan, conflict.kind) if each.id == conflict.id)
            plain = msgspec.to_builtins(item) | {conflict.field: value}
            self._plans.apply(Change(msgspec.convert(plain, type(item))))

    def keep(self, item: Item, *, here: bool) -> None:
        """Settle a removal that was overruled.

        Args:
            item: that was removed and changed.
            here: whether it stays.
        """
        self._plans.apply(Settle(type(item), item.id) if here else Remove(type(item), item.id))


class UnsettledStrip(Translated, QWidget):
    """Shows what is to be settled about some items, with a button for each way to settle it; hidden when nothing is.

    Args:
        unsettled: knows it.
    """

    def __init__(self, unsettled: Unsettled) -> None:
        super().__init__()
        self._unsettled = unsettled
        self._ids: frozenset[str] = frozenset()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens().space.s)
        unsettled.changed.connect(self.retranslate)
        self.retranslate()

    def show_items(self, ids: frozenset[str]) -> None:
        """Show what is to be settled about items.

        Args:
            ids: of the items; the empty one is the plan itself.
        """
        if ids != self._ids:
            self._ids = ids
            self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for conflict in self._unsettled.conflicts:
            if conflict.id in self._ids:
                self._column.addWidget(self._conflict(conflict))
        for each in self._unsettled.overruled:
            if each.id in self._ids:
                self._column.addWidget(self._overruled(each))
        self.setVisible(self._column.count() > 0)

    def _card(self, text: str, detail: str = "") -> Ground:
        card = Ground("card", margin=tokens().space.m, spacing=tokens().space.xs)
        card.column.addWidget(Label(text, words=Words.STRONG, tone=Tone.WARN, wrap=True))
        if detail:
            card.column.addWidget(Label(detail, words=Words.CAPTION, tone=Tone.MUTED, wrap=True))
        return card

    def _conflict(self, conflict: Conflict) -> QWidget:
        title = self.tr("%1: written twice, apart").replace("%1", field_text(conflict.field))
        card = self._card(title, conflict.title if conflict.kind not in {"", "activities"} else "")
        for value in (conflict.shown, *conflict.others):
            words = version_text(conflict.field, value, self._unsettled.plan)
            button = Button(kind=ButtonKind.QUIET)
            keep = self.tr("Keep “%1”").replace("%1", words)
            button.say(keep if len(keep) < _LONG else f"{keep[:_LONG]}…”", keep)
            button.clicked.connect(lambda _on=False, value=value: self._unsettled.take(conflict, value))
            card.column.addWidget(button)
        return card

    def _overruled(self, item: Item) -> QWidget:
        card = self._card(self.tr("Removed in one copy, changed in the other"), self.tr("It stays until you decide."))
        row = QHBoxLayout()
        row.setSpacing(tokens().space.s)
        for words, here in ((self.tr("Keep it"), True), (self.tr("Remove it"), False)):
            button = Button(words, kind=ButtonKind.QUIET)
            button.clicked.connect(lambda _on=False, here=here: self._unsettled.keep(item, here=here))
            row.addWidget(button)
        row.addStretch(1)
        card.column.addLayout(row)
        return card


_LONG = 42


def about(plan: Plan, activity: str) -> frozenset[str]:
    """Return the ids of an activity and of what it holds.

    Args:
        plan: that holds it.
        activity: its id.
    """
    held = [each.id for each in plan.questions if each.activity == activity]
    held += [each.id for each in plan.polls if each.activity == activity]
    held += [each.id for each in plan.rooms if each.activity == activity]
    held += [each.id for each in plan.debates if each.activity == activity]
    return frozenset((activity, *held))
