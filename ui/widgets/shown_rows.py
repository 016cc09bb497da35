"""The rows that a model shows, changed row by row: nothing is reset, and the fewest rows move."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QModelIndex

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtCore import QAbstractItemModel

T = TypeVar("T")


def staying(order: Sequence[int]) -> frozenset[int]:
    """Choose the most numbers that are already in rising order, so that the fewest rows move.

    Args:
        order: distinct numbers.

    Returns:
        The members of one longest increasing subsequence (patience sorting, Fredman 1975).
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, number in enumerate(order):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(number)
            ends.append(place)
        else:
            tails[at] = number
            ends[at] = place
    chosen: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        chosen.add(order[place])
        place = before[place]
    return frozenset(chosen)


class ShownRows(Generic[T]):
    """Rows in their order, and what each is known by.

    Args:
        columns: how many the model has.
    """

    def __init__(self, columns: int = 1) -> None:
        self._last = columns - 1
        self.rows: list[T] = []
        self.keys: list[Hashable] = []

    def show(self, model: QAbstractItemModel, rows: Sequence[T], wanted: Sequence[Hashable]) -> None:
        """Become other rows; the model says what changes, while it does.

        Args:
            model: whose rows these are.
            rows: in the order wanted.
            wanted: the key of each, all different.
        """
        if list(wanted) != self.keys:
            places = {key: place for place, key in enumerate(wanted)}
            self._remove_absent(model, places)
            self._move(model, places, wanted)
            self._insert(model, rows, wanted)
        self._update(model, rows)

    def _remove_absent(self, model: QAbstractItemModel, places: dict[Hashable, int]) -> None:
        last = len(self.keys) - 1
        while last >= 0:
            if self.keys[last] in places:
                last -= 1
                continue
            first = last
            while first > 0 and self.keys[first - 1] not in places:
                first -= 1
            model.beginRemoveRows(QModelIndex(), first, last)
            del self.rows[first : last + 1]
            del self.keys[first : last + 1]
            model.endRemoveRows()
            last = first - 1

    def _move(self, model: QAbstractItemModel, places: dict[Hashable, int], wanted: Sequence[Hashable]) -> None:
        kept = set(self.keys)
        stay = staying([places[key] for key in self.keys])
        if len(stay) == len(self.keys):
            return
        before: Hashable | None = None
        for place, key in enumerate(wanted):
            if key not in kept:
                continue
            if place not in stay:
                self._move_behind(model, key, before)
            before = key

    def _move_behind(self, model: QAbstractItemModel, key: Hashable, before: Hashable | None) -> None:
        source = self.keys.index(key)
        target = 0 if before is None else self.keys.index(before) + 1
        # Qt counts the target in the list as it is before the move; these two mean "where it already is".
        if target in {source, source + 1}:
            return
        model.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        row = self.rows.pop(source)
        self.keys.pop(source)
        target -= target > source
        self.rows.insert(target, row)
        self.keys.insert(target, key)
        model.endMoveRows()

    def _insert(self, model: QAbstractItemModel, rows: Sequence[T], wanted: Sequence[Hashable]) -> None:
        known = set(self.keys)
        first = 0
        while first < len(wanted):
            if wanted[first] in known:
                first += 1
                continue
            end = first
            while end < len(wanted) and wanted[end] not in known:
                end += 1
            model.beginInsertRows(QModelIndex(), first, end - 1)
            self.rows[first:first] = rows[first:end]
            self.keys[first:first] = wanted[first:end]
            model.endInsertRows()
            first = end

    def _update(self, model: QAbstractItemModel, rows: Sequence[T]) -> None:
        first = 0
        while first < len(rows):
            if self.rows[first] == rows[first]:
                first += 1
                continue
            end = first
            while end < len(rows) and self.rows[end] != rows[end]:
                self.rows[end] = rows[end]
                end += 1
            model.dataChanged.emit(model.index(first, 0), model.index(end - 1, self._last))
            first = end
