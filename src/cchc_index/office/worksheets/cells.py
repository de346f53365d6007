"""A worksheet's cells as marked nodes: a node's line is the number of its place, so that its cell can be told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from cchc_index.notation.marked import Mapping as MarkedMapping
from cchc_index.notation.marked import Marked, MarkedReader, Scalar, Sequence
from cchc_index.problems.problem import Blank, Place, Problem
from cchc_index.reading.grids.cells import Grid

_UNTRUE: Final = (
    *("value.formula", "value.date", "value.boolean", "value.cell_error", "value.per_cent_cell", "value.shown"),
)


@attrs.frozen
class Row:
    """One row of the sheet of criteria: its number from 0, and its cells by column."""

    number: int
    cells: Mapping[str, Scalar]

    def get(self, column: str) -> Scalar | None:
        """The cell in a column; None for none."""
        return self.cells.get(column)


@attrs.define
class Node:
    """A criterion in the making."""

    level: int
    code: str
    entries: MarkedMapping
    parts: list[Node]
    block: str = ""
    blocks: list[Node] = attrs.field(factory=list)


@attrs.frozen(eq=False)
class SheetCells:
    """A sheet's grid and its texts, row by row."""

    grid: Grid
    rows: list[list[str]]

    @classmethod
    def of(cls, grid: Grid) -> SheetCells:
        """The texts of a grid."""
        return cls(grid, [grid.texts(row) for row in range(len(grid.cells))])


class Marks:
    """The places of nodes, and the problems that were found.

    Attributes:
        name: The workbook, as the user named it.
        problems: What is wrong.
        places: The cells of nodes, by line from 1.
        numeric: Lines of cells that are kept as numbers.
    """

    def __init__(self, name: str) -> None:
        """Begin without any."""
        self.name = name
        self.problems: list[Problem] = []
        self.places: list[Place] = []
        self.numeric: set[int] = set()

    def tell(self, key: str, place: Place, /, **arguments: Blank) -> None:
        """Write a problem down."""
        self.problems.append(Problem(key, place, arguments=arguments))

    def mark(self, sheet: SheetCells, row: int, column: int) -> int:
        """The line of a cell: the number of its place."""
        self.places.append(Place(self.name, row + 1, sheet=sheet.grid.sheet, cell=sheet.grid.address(row, column)))
        return len(self.places)

    def cell(self, sheet: SheetCells, row: int, column: int) -> Scalar:
        """A cell as a text; one that holds no plain text or number is told."""
        line = self.mark(sheet, row, column)
        if sheet.grid.is_typed_number(row, column):
            self.numeric.add(line)
        odd = sheet.grid.fault(row, column)
        if odd is not None and odd[0] in _UNTRUE:
            self.tell(odd[0], self.places[line - 1], **{"code": "", "field": "", **odd[1]})
        return Scalar(line, 1, sheet.rows[row][column])

    @staticmethod
    def enter(mapping: MarkedMapping, key: str, value: Marked, line: int) -> None:
        """Enter a value into a mapping."""
        mapping.entries[key] = value
        mapping.keys[key] = Scalar(line, 1, key)

    def flow(self, cell: Scalar, *, within: bool = False) -> Marked | None:
        """A cell's YAML; `within` braces that the cell leaves out."""
        reader = MarkedReader(self.name)
        found = reader.read(f"{{{cell.text}}}" if within else cell.text)
        for problem in reader.problems:
            self.problems.append(attrs.evolve(problem, place=self.places[cell.line - 1]))
        return None if found is None or reader.problems else _moved(found, cell.line)


def _moved(node: Marked, line: int) -> Marked:
    """A tree with one place for all of it: the cell it stood in."""
    if isinstance(node, Scalar):
        return attrs.evolve(node, line=line, column=1)
    if isinstance(node, Sequence):
        return Sequence(line, 1, [_moved(item, line) for item in node.items])
    entries = {key: _moved(value, line) for key, value in node.entries.items()}
    return MarkedMapping(line, 1, entries, {key: Scalar(line, 1, key) for key in entries})
