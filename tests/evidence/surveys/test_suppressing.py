"""What is hidden cannot be worked out: other tables of whole numbers agree with all that is shown."""

from __future__ import annotations

import itertools
from functools import cache

import hypothesis.strategies as st
import numpy as np
import numpy.typing as npt
from hypothesis import given

from cchc_index.evidence.surveys.suppressing import hidden_cells, with_margins

Cells = npt.NDArray[np.int64]


@cache
def tables_of(shape: tuple[int, ...], most: int) -> Cells:
    """Every table of a shape whose answers are at most so many, each with its margins, as one row of numbers."""
    size = int(np.prod(shape))
    # so many bars among stars: each choice of bars is one table, with a place more for what is left
    bars = np.array(list(itertools.combinations(range(most + size), size)), dtype=np.int64)
    inner = np.diff(bars, axis=1, prepend=-1) - 1
    units = np.eye(size, dtype=np.int64).reshape(size, *shape)
    return np.asarray(inner @ np.array([with_margins(each).ravel() for each in units]))


def recovered(cells: Cells, hidden: npt.NDArray[np.bool_]) -> list[int]:
    """The hidden cells that have one number in all tables that agree with what is shown, by trying every table."""
    every = tables_of(cells.shape, int(cells.sum()) + 1)
    shown = ~hidden.ravel()
    agreeing = every[(every[:, shown] == with_margins(cells).ravel()[shown]).all(axis=1)]
    assert len(agreeing)  # the true one is among them
    alike = agreeing.min(axis=0) == agreeing.max(axis=0)
    return np.flatnonzero(alike & hidden.ravel()).tolist()


SMALL_TABLES = st.sampled_from([(2,), (4,), (2, 2), (2, 3), (3, 2), (5,)]).flatmap(
    lambda shape: (
        st.lists(st.integers(0, 4 if len(shape) > 1 else 8), min_size=int(np.prod(shape)), max_size=int(np.prod(shape)))
        .filter(lambda numbers: sum(numbers) <= 12)
        .map(lambda numbers: np.array(numbers, dtype=np.int64).reshape(shape))
    )
)


@given(SMALL_TABLES, st.integers(2, 5))
def test_no_hidden_cell_can_be_worked_out_from_the_margins(cells: Cells, least: int) -> None:
    """Every cell below the least number is hidden, and each hidden one could have two numbers at the least."""
    whole = with_margins(cells)
    hidden = hidden_cells(cells, whole < least, np.zeros(whole.shape, dtype=np.bool_))

    assert hidden is not None
    assert hidden[whole < least].all()
    assert recovered(cells, hidden) == []


@given(SMALL_TABLES, st.integers(2, 5))
def test_nor_where_the_sum_of_all_is_known(cells: Cells, least: int) -> None:
    """How many answers there are in all stands in a result beside the table."""
    whole = with_margins(cells)
    told = np.zeros(whole.shape, dtype=np.bool_)
    told[(-1,) * cells.ndim] = True
    hidden = hidden_cells(cells, whole < least, told)

    if whole[(-1,) * cells.ndim] < least:
        return
    assert hidden is not None
    assert not hidden[told].any()
    assert hidden[(whole < least) & ~told].all()
    assert recovered(cells, hidden) == []


@given(
    st.lists(st.integers(0, 3), min_size=8, max_size=8).filter(lambda numbers: sum(numbers) <= 10),
    st.integers(2, 4),
    st.booleans(),
)
def test_nor_from_margins_in_three_directions(numbers: list[int], least: int, by_option: bool) -> None:
    """Questions, options and groups of respondents, of which a result may tell the sums of each option as well."""
    cells = np.array(numbers, dtype=np.int64).reshape(2, 2, 2)
    whole = with_margins(cells)
    told = np.zeros(whole.shape, dtype=np.bool_)
    if by_option:
        told[-1, :, -1] = True
        if (whole[told] < least).any():
            return
    hidden = hidden_cells(cells, whole < least, told)

    assert hidden is not None
    assert hidden[(whole < least) & ~told].all()
    assert recovered(cells, hidden) == []


def test_a_lone_small_cell_takes_others_with_it() -> None:
    """Subtraction along a row or a column would give it away."""
    cells = np.array([[20, 2, 9], [15, 30, 8]])
    whole = with_margins(cells)
    hidden = hidden_cells(cells, whole < 5, np.zeros(whole.shape, dtype=np.bool_))

    assert hidden is not None
    assert hidden.sum() == 4
    for row in itertools.chain(hidden, hidden.T):
        assert row.sum() != 1


def test_a_table_that_cannot_be_protected_is_told() -> None:
    """Where all sums are known from elsewhere, one row gives itself away, and nothing of it is shown."""
    cells = np.array([2, 9])
    whole = with_margins(cells)

    assert hidden_cells(cells, whole < 5, np.array([False, True, True])) is None
