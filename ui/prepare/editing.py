"""What of the open plan is looked at: the chosen activities, the place to go to, and who else is where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.plans import Plan


@dataclass(frozen=True)
class Somebody:
    """Someone else who works on the plan.

    Attributes:
        key: stable; gives the colour.
        name: as they wrote it.
    """

    key: str
    name: str


@dataclass(frozen=True)
class Spot:
    """A place in a plan.

    Attributes:
        kind: the name of a collection, such as `activities`; empty for the plan itself.
        id: of the item; empty for the plan itself.
        field: of the item; empty for the whole.
    """

    kind: str = ""
    id: str = ""
    field: str = ""


@dataclass(frozen=True)
class Chosen:
    """What is chosen in the agenda.

    Attributes:
        activities: their ids, in the order of the agenda.
        day: the id of a day, when that alone is chosen.
        is_day: whether a day is chosen, which has no id while the plan names none.
    """

    activities: tuple[str, ...] = ()
    day: str = ""
    is_day: bool = False


Marks = Mapping[str, tuple[Somebody, ...]]
"""Who is at which item, by its id."""


class Editing(QObject):
    """Shared by the parts of Prepare.

    `chosen_changed` carries a `Chosen`. `wanted` carries a `Spot` that is to be brought into sight,
    `selected` the ids of activities that are to be chosen. `marked` tells that
    others have come or gone. `previewing` carries whether one looks at what learners will see.
    """

    chosen_changed = Signal(object)
    wanted = Signal(object)
    selected = Signal(object)
    marked = Signal()
    previewing = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chosen = Chosen()
        self._marks: Marks = {}
        self._previews = False

    @property
    def chosen(self) -> Chosen:
        """What is chosen now."""
        return self._chosen

    def choose(self, chosen: Chosen) -> None:
        """Tell what is chosen.

        Args:
            chosen: from now on.
        """
        if chosen != self._chosen:
            self._chosen = chosen
            self.chosen_changed.emit(chosen)

    def select(self, activities: tuple[str, ...]) -> None:
        """Choose activities in the agenda, as if the person had.

        Args:
            activities: their ids.
        """
        self.preview(on=False)
        self.selected.emit(activities)

    def go_to(self, spot: Spot) -> None:
        """Bring a place into sight.

        Args:
            spot: where.
        """
        self.preview(on=False)
        self.wanted.emit(spot)

    @property
    def previews(self) -> bool:
        """Whether one looks at what learners will see."""
        return self._previews

    def preview(self, *, on: bool) -> None:
        """Look at what learners will see, or back at the plan.

        Args:
            on: whether at what learners will see.
        """
        if on != self._previews:
            self._previews = on
            self.previewing.emit(on)

    @property
    def marks(self) -> Marks:
        """Who is where."""
        return self._marks

    def mark(self, marks: Marks) -> None:
        """Say who is where; they are shown beside the rows.

        Args:
            marks: by the id of the item.
        """
        self._marks = dict(marks)
        self.marked.emit()


def still_there(chosen: Chosen, plan: Plan) -> Chosen:
    """Return what of a choice is still in a plan.

    Args:
        chosen: before.
        plan: as it is now.
    """
    there = {each.id for each in plan.activities}
    days = {each.id for each in plan.days} | {""}
    activities = tuple(each for each in chosen.activities if each in there)
    return Chosen(activities, chosen.day, chosen.is_day) if chosen.day in days else Chosen(activities)
