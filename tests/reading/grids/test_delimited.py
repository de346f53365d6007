"""CSV files become grids in blocks of rows, and every row keeps its line."""

from __future__ import annotations

import csv
import io

import hypothesis.strategies as st
from hypothesis import given

from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids import delimited
from cchc_index.reading.grids.cells import Grid, Texts


def _grid(text: str, **declared: str) -> Grid:
    how = InputFormat(**declared)  # type: ignore[arg-type]
    return delimited.read(text.encode(), "a.csv", how, Texts(), "sum", how.separator(".csv"))


def _texts(grid: Grid) -> list[list[str]]:
    return [grid.texts(row) for row in range(len(grid.cells))]


_CELLS = st.text(st.sampled_from("a1.,;-\"' \n\rđ"), max_size=5)


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(_CELLS, min_size=width, max_size=width), min_size=1)))
def test_cells_are_those_that_the_csv_library_reads(rows: list[list[str]]) -> None:
    """Whatever is quoted, a grid holds the cells of `csv`, without blanks around them, each row with its line."""
    rows = [["head"] * len(rows[0]), *rows]
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    grid = _grid(text.getvalue())
    reader = csv.reader(io.StringIO(text.getvalue(), newline=""))
    wanted: list[tuple[int, list[str]]] = []
    line = 1
    for record in reader:
        cells = [cell.strip() for cell in record]
        if any(cells):
            wanted.append((line, cells))
        line = reader.line_num + 1

    assert list(zip(grid.lines.tolist(), _texts(grid), strict=True)) == wanted


def test_lines_are_right_beyond_a_block() -> None:
    """A cell with line breaks in the middle of a large table moves all rows below it, and no row above."""
    size = 40_000
    rows = [f"u{number},1,2" for number in range(size)]
    rows[20_000] = '"u20000\nof two lines",1,2'
    grid = _grid("unit,1,2\n" + "\n".join(rows) + "\n")

    assert grid.lines[[1, 20_001, 20_002, size]].tolist() == [2, 20_002, 20_004, size + 2]
    assert grid.text(size, 0) == f"u{size - 1}"


def test_rows_of_another_width_are_set_aside_with_their_lines() -> None:
    """They stand in no other place, so that nothing of them is taken for a value."""
    grid = _grid("unit,1,2\na,1,2\nb,1\nc,1,2,3\nd,1,2\n")

    assert [line for line, _ in grid.ragged] == [3, 4]
    assert _texts(grid) == [["unit", "1", "2"], ["a", "1", "2"], ["d", "1", "2"]]


def test_columns_without_header_may_be_left_out_of_rows() -> None:
    """A comma at the end of the header is one that most rows lack."""
    grid = _grid("unit,1,\na,1\nb,2,\nc,3,,\n")

    assert not grid.ragged
    assert [row[:2] for row in _texts(grid)] == [["unit", "1"], ["a", "1"], ["b", "2"], ["c", "3"]]


def test_blank_rows_count_only_where_something_follows() -> None:
    """What is blank at the end of a file was nobody's."""
    assert list(_grid("unit,1\na,1\n\n,\nb,2\n\n,\n").blank) == [3, 4]
    assert list(_grid("\n\nunit,1\na,1\n").blank) == [1, 2]


def test_a_first_line_may_name_the_delimiter() -> None:
    """Excel writes ``sep=;`` above a table, and the rows below keep their lines."""
    grid = _grid("sep=;\nunit;1\na;2\n", delimiter=";")

    assert grid.lines.tolist() == [2, 3]
    assert [problem.key for problem in _grid("sep=;\nunit;1\na;2\n").problems] == ["table.delimiter"]


def test_decimals_are_read_as_declared() -> None:
    """A number keeps its text, whatever marks it is written with."""
    grid = _grid("unit;1\na;1.234,50\n", decimal=",", thousands=".")

    assert grid.text(1, 1) == "1.234,50"
    assert str(grid.number(1, 1)) == "1234.50"
