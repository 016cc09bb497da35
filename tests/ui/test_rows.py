"""Rows that change: the fewest signals, never a reset, and a view that stays put."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from ui.widgets.rows import DuplicateRowError, RowRole, RowsModel, RowsView
from ui.widgets.shown_rows import staying

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.widgets.theme import Theme


@dataclass(frozen=True)
class Row:
    """A row of these tests."""

    key: int
    text: str


def _model() -> RowsModel[Row]:
    return RowsModel(lambda row: row.key, lambda row: row.text)


def _rows(*keys: int, text: str = "") -> list[Row]:
    return [Row(key, text or f"row {key}") for key in keys]


lists = st.lists(st.builds(Row, st.integers(0, 12), st.sampled_from("ab")), unique_by=lambda row: row.key, max_size=12)


@pytest.mark.usefixtures("qapp")
@given(st.lists(lists, max_size=5))
def test_after_any_changes_the_rows_are_those_wanted_and_held_indexes_follow(rounds: list[list[Row]]):
    model = _model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(rounds))
    for rows in rounds:
        held = {row.key: QPersistentModelIndex(model.index(place)) for place, row in enumerate(model.rows)}
        model.show_rows(rows)
        assert model.rows == tuple(rows)
        wanted = {row.key: row for row in rows}
        for key, index in held.items():
            assert model.row_at(index) == wanted.get(key)
    assert resets == []
    assert tester.model() is model


@pytest.mark.usefixtures("qapp")
@given(st.lists(lists, min_size=2, max_size=2))
def test_a_view_of_row_signals_alone_ends_with_the_same_rows(rounds: list[list[Row]]):
    model = _model()
    model.show_rows(rounds[0])
    mirror = list(model.rows)

    def removed(_parent: object, first: int, last: int) -> None:
        del mirror[first : last + 1]

    def inserted(_parent: object, first: int, last: int) -> None:
        mirror[first:first] = model.rows[first : last + 1]

    def moved(_parent: object, first: int, _last: int, _to: object, target: int) -> None:
        row = mirror.pop(first)
        mirror.insert(target - (target > first), row)

    def changed(first: object, last: object) -> None:
        start, end = first.row(), last.row()  # type: ignore[attr-defined]
        mirror[start : end + 1] = model.rows[start : end + 1]

    model.rowsRemoved.connect(removed)
    model.rowsInserted.connect(inserted)
    model.rowsMoved.connect(moved)
    model.dataChanged.connect(changed)
    model.show_rows(rounds[1])
    assert mirror == rounds[1]


@given(st.permutations(range(9)))
def test_what_stays_is_in_rising_order_and_nothing_longer_is(order: list[int]):
    stay = staying(order)
    kept = [number for number in order if number in stay]
    assert kept == sorted(kept)
    longest = [1] * len(order)
    for end in range(len(order)):
        longest[end] += max((longest[start] for start in range(end) if order[start] < order[end]), default=0)
    assert len(stay) == max(longest)


@pytest.mark.usefixtures("qapp")
def test_one_row_that_moves_is_one_move():
    model = _model()
    model.show_rows(_rows(*range(300)))
    moves: list[object] = []
    model.rowsMoved.connect(lambda *words: moves.append(words))
    model.show_rows(_rows(*range(1, 300), 0))
    assert len(moves) == 1


@pytest.mark.usefixtures("qapp")
def test_the_same_rows_say_nothing():
    model = _model()
    model.show_rows(_rows(1, 2))
    told: list[object] = []
    model.changed.connect(lambda: told.append(1))
    model.show_rows(_rows(1, 2))
    assert told == []


@pytest.mark.usefixtures("qapp")
def test_two_rows_with_one_key_are_refused_and_nothing_changes():
    model = _model()
    model.show_rows(_rows(1, 2))
    with pytest.raises(DuplicateRowError):
        model.show_rows(_rows(1, 3, 3))
    assert model.rows == tuple(_rows(1, 2))
    assert model.data(model.index_of(2), RowRole) == Row(2, "row 2")


def _shown(qtbot: QtBot, *, follow_end: bool) -> tuple[RowsModel[Row], RowsView]:
    model, view = _model(), RowsView("Rows", follow_end=follow_end)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show_model(model)
    view.show()
    model.show_rows(_rows(*range(100, 160)))
    return model, view


@pytest.mark.usefixtures("theme")
def test_a_conversation_follows_its_end_while_the_end_is_in_sight(qtbot: QtBot):
    model, view = _shown(qtbot, follow_end=True)
    assert view.at_end
    model.show_rows(_rows(*range(100, 170)))
    assert view.at_end


@pytest.mark.usefixtures("theme")
def test_what_one_reads_stays_where_it_is_when_rows_come_above(qtbot: QtBot):
    model, view = _shown(qtbot, follow_end=True)
    view.scrollTo(model.index_of(120), RowsView.ScrollHint.PositionAtTop)
    before = view.visualRect(model.index_of(120)).top()
    model.show_rows(_rows(*range(50, 180)))
    assert view.visualRect(model.index_of(120)).top() == before
    assert not view.at_end


@pytest.mark.usefixtures("theme")
def test_the_chosen_row_stays_chosen_when_others_go(qtbot: QtBot):
    model, view = _shown(qtbot, follow_end=False)
    view.setCurrentIndex(model.index_of(120))
    model.show_rows(_rows(*range(110, 150)))
    assert model.row_at(view.currentIndex()) == Row(120, "row 120")


def test_a_conversation_begins_at_its_end_and_stays_there_in_another_size_of_text(theme: Theme, qtbot: QtBot):
    model, view = _model(), RowsView("Rows", follow_end=True)
    model.setParent(view)
    qtbot.addWidget(view)
    model.show_rows(_rows(*range(60)))
    view.show_model(model)
    view.resize(300, 200)
    view.show()
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 500 and view.at_end)
    theme.choose(text_scale=2.0)
    before = view.verticalScrollBar().maximum()
    view.resize(300, 160)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > before and view.at_end)
