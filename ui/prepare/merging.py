"""Merging a plan that came back from a colleague: what each side changed, in words, before; what to settle, after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from app.plans.merge import Difference, Merged, What, merge
from app.plans.reading import name_of
from ui.bridge.dialogs import opened
from ui.prepare.exchange_words import plan_text
from ui.prepare.merging_words import field_text, kind_name, value_text
from ui.prepare.notes import Group, NotesDialog
from ui.prepare.settling import SettlingDialog, open_things
from ui.widgets.labels import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.plans import Plan, PlanDocument
    from app.plans.reading import Conflict
    from ui.prepare.plans import Plans
    from ui.shell.window import MainWindow


class Merging(QObject):
    """Asks before it merges, and tells afterwards what is to be settled.

    Args:
        plans: of this desktop.
        window: over which the dialogs open.
        parent: the owner.
    """

    def __init__(self, plans: Plans, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plans, self._window = plans, window

    async def ask(self, theirs: PlanDocument) -> None:
        """Show what a copy brings, and take it in when the person wants it.

        Args:
            theirs: a copy of a plan of this library.

        Raises:
            PlansUnrelated: it is no copy of it.
        """
        ours = await self._plans.fetched(theirs.id)
        if ours is None:
            return
        merged = merge(ours, theirs)
        title = plan_text(ours.plan)
        if not merged.from_second and merged.conflicts == ours.conflicts and merged.overruled == ours.overruled:
            self._plans.open(theirs.id)
            text = QCoreApplication.translate("Merging", "This copy of “%1” holds nothing new")
            self._window.toast.say(text.replace("%1", title))
            return
        dialog = NotesDialog(
            QCoreApplication.translate("Merging", "Merge the two copies of “%1”?").replace("%1", title),
            QCoreApplication.translate("Merging", "What either side changed is kept. You can take it back afterwards."),
            report(merged, ours),
            QCoreApplication.translate("Merging", "Merge"),
            self._window,
        )
        try:
            wanted = await opened(dialog) == NotesDialog.DialogCode.Accepted.value
        finally:
            dialog.deleteLater()
        if wanted:
            self._merge(theirs, ours.plan, merged)

    def _merge(self, theirs: PlanDocument, before: Plan, merged: Merged) -> None:
        ours = self._plans.document(theirs.id)
        if ours is None:
            return
        self._plans.open(theirs.id)
        self._plans.merge(theirs.id, theirs.update(ours.state()))
        after = ours.plan
        text = self.tr("Merged: %n change(s) came in", "", len(merged.from_second))
        open_points = len(merged.conflicts) + len(merged.overruled)
        if open_points:
            text += " · " + self.tr("%n thing(s) to settle", "", open_points)
        self._window.toast.say(text, undo=lambda: self._take_back(theirs.id, before, after))
        if open_points:
            self.settle()

    def _take_back(self, plan_id: str, before: Plan, after: Plan) -> None:
        self._plans.open(plan_id)
        # While it is the last step it goes whole; later, what was done since goes with it, and undo brings it back.
        if self._plans.plan != after or not self._plans.undo():
            self._plans.become(plan_id, before)

    @property
    def has_open_things(self) -> bool:
        """Whether copies of the open plan disagree about something."""
        kept = self._plans.current
        document = self._plans.document(kept.id) if kept is not None else None
        return document is not None and bool(open_things(document))

    def settle(self) -> None:
        """Show what copies of the open plan disagree about, if there is anything."""
        if self.has_open_things:
            self._window.tasks.spawn(self._settle(), name="settle")

    async def _settle(self) -> None:
        dialog = SettlingDialog(self._plans, self._window)
        try:
            await opened(dialog)
        finally:
            dialog.deleteLater()


def report(merged: Merged, ours: PlanDocument) -> tuple[Group, ...]:
    """Say what a merge does, in groups.

    Args:
        merged: the outcome.
        ours: this library's copy.
    """
    # What stays against a removal is told by itself, below.
    stays = {item.id for item in merged.overruled}
    theirs, own = (
        [each for each in brought if not (each.what is What.ADDED and each.id in stays)]
        for brought in (merged.from_second, merged.from_first)
    )
    groups = [
        Group(QCoreApplication.translate("Merging", "Changed in the file"), lines(theirs)),
        Group(QCoreApplication.translate("Merging", "Changed here meanwhile"), lines(own)),
    ]
    new = [each for each in merged.conflicts if each not in ours.conflicts]
    if new:
        heading = QCoreApplication.translate("Merging", "Changed on both sides: one is shown, the other kept beside it")
        groups.append(Group(heading, tuple(conflict_line(each) for each in new), Tone.WARN))
    known = {item.id for item in ours.overruled}
    kept = [item for item in merged.overruled if item.id not in known]
    if kept:
        heading = QCoreApplication.translate("Merging", "Removed on one side, changed on the other: it stays")
        groups.append(Group(heading, tuple(_quoted(name_of(item)) for item in kept), Tone.WARN))
    return tuple(group for group in groups if group.lines)


def lines(differences: Sequence[Difference]) -> tuple[str, ...]:
    """Say differences, one a line; what an added activity brings with it is not told apart.

    Args:
        differences: in the order of the plan.
    """
    return tuple(dict.fromkeys(line(each) for each in differences))


def line(change: Difference) -> str:
    """Say a difference.

    Args:
        change: one.
    """
    what = _ITEM[change.what]()
    if not change.kind:
        text = QCoreApplication.translate("Merging", "%1 of the plan: %2")
        return text.replace("%1", field_text(change.field)).replace("%2", _short(change.field, change.after))
    text = what.replace("%1", kind_name(change.kind)).replace("%2", _short("title", change.title))
    if change.field == "title" and change.before:
        renamed = QCoreApplication.translate("Merging", "%1 renamed: “%2”, before “%3”")
        values = (kind_name(change.kind), _short("title", change.after), _short("title", change.before))
        for place, value in enumerate(values, 1):
            renamed = renamed.replace(f"%{place}", value)
        return renamed
    if change.what is What.CHANGED:
        text = text.replace("%3", field_text(change.field).lower())
        after = _short(change.field, change.after)
        told = QCoreApplication.translate("Merging", "%1: %2")
        return told.replace("%1", text).replace("%2", after) if after else text
    return text


def conflict_line(conflict: Conflict) -> str:
    """Say a field that both sides changed.

    Args:
        conflict: one.
    """
    text = QCoreApplication.translate("Merging", "%1 of “%2”: “%3” is shown, beside it %4")
    others = ", ".join(_quoted(_short(conflict.field, other)) for other in conflict.others)
    values = (field_text(conflict.field), conflict.title, _short(conflict.field, conflict.shown), others)
    for place, value in enumerate(values, 1):
        text = text.replace(f"%{place}", value)
    return text


_ITEM = {
    What.ADDED: lambda: QCoreApplication.translate("Merging", "%1 added: “%2”"),
    What.REMOVED: lambda: QCoreApplication.translate("Merging", "%1 removed: “%2”"),
    What.MOVED: lambda: QCoreApplication.translate("Merging", "%1 moved: “%2”"),
    What.CHANGED: lambda: QCoreApplication.translate("Merging", "%1 “%2”, %3"),
}
_SHORT = 80


def _quoted(text: str) -> str:
    return QCoreApplication.translate("Merging", "“%1”").replace("%1", text)


def _short(field: str, value: Any) -> str:
    told = " ".join(value_text(field, value).split())
    return told if len(told) <= _SHORT else f"{told[:_SHORT].rstrip()}…"
