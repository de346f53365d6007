"""Columns of facts: for each leaf and field every unit's cell, and what of tables and forms goes into them.

A fact is a unit, a code, a field and a cell. Facts of one code and field stand in one column, a word for each unit of
the register, beside the table, row and column that each was read from; a place is made of these when somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Protocol

import attrs
import numpy as np

from cchc_index.assessment.assessment import Remark
from cchc_index.assessment.panel import Panel
from cchc_index.criteria.checks import EVERY_LEAF_READS
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Node
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import FileEntry
from cchc_index.reading.grids.cells import EMPTY, MOST_PROBLEMS, Grid, Texts, is_text
from cchc_index.values.suggestions import Suggestions
from cchc_index.values.text import alike, folded
from cchc_index.values.units import Register

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray

BARE: Final = ""  #: the field of a column headed by a code alone
MOST_UNITS: Final = 20_000  #: of files; a program's own rows have no bound
NOWHERE: Final = -1  #: instead of a table's number: no table has the unit

Doubt = tuple[str, str]  #: a unit and a code, "" for any, of which something is told, so that it is not missing as well
ANYTHING: Final[Doubt] = ("", "")


class Shape(Protocol):
    """What a grid turned out to be: a table or a form."""

    @property
    def grid(self) -> Grid:
        """The grid, with faulty cells where something has been told of them."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the source and its shape."""

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is told already, so that it is not missing as well; units as the source spells them."""

    @property
    def name(self) -> str:
        """The source as the user named it."""

    @property
    def says_something(self) -> bool:
        """Whether it was read far enough to say what it holds."""

    @property
    def lists_units(self) -> bool:
        """Whether it has a place where units are named."""

    def place(self, row: int, column: int | None = None, code: str = "") -> Place:
        """Where a row of the grid stands, or one cell of it, which holds something of a code."""

    def units(self) -> Iterator[tuple[str, str, str, Place | int]]:
        """The units it lists, each with name, group, and a place or the grid's row."""


@attrs.define(eq=False)
class FactColumn:
    """One field of one leaf: each unit's word and where it stands.

    Attributes:
        words: The word of each row of the register; `EMPTY` where the cell is empty or absent.
        tables: The number of the table that each stands in; `NOWHERE` for none.
        rows: The row of that table's grid.
        columns: The column of that table's grid.
        is_own: Whether its arrays are its own, and no table's that lists all units in order.
    """

    words: IntArray
    tables: IntArray
    rows: IntArray
    columns: IntArray
    is_own: bool = False

    @classmethod
    def blank(cls, size: int) -> FactColumn:
        """A column without facts."""
        nowhere = np.broadcast_to(np.int64(NOWHERE), size)
        return cls(np.full(size, EMPTY, dtype=np.int64), nowhere, nowhere, nowhere)

    def spread(self) -> None:
        """Make the places writable, which tables of whole columns share."""
        self.tables, self.rows, self.columns = self.tables.copy(), self.rows.copy(), self.columns.copy()
        self.is_own = True


@attrs.frozen(eq=False)
class Facts:
    """Facts of one code and field, as tables have them.

    Attributes:
        rows: The register's row of each.
        words: Their words.
        tables: The number of the table that each stands in.
        grid_rows: The row of that table's grid.
        grid_columns: The column of that table's grid.
    """

    rows: IntArray
    words: IntArray
    tables: IntArray
    grid_rows: IntArray
    grid_columns: IntArray

    def apart(self) -> Iterator[Facts]:
        """These facts in parts in which no unit stands twice."""
        times: dict[int, int] = {}
        parts: list[list[int]] = []
        rows = self.rows.tolist()
        if len(set(rows)) == len(rows):
            yield self
            return
        for which, row in enumerate(rows):
            place = times.setdefault(row, 0)
            times[row] += 1
            if place == len(parts):
                parts.append([])
            parts[place].append(which)
        for part in parts:
            yield Facts(
                self.rows[part], self.words[part], self.tables[part], self.grid_rows[part], self.grid_columns[part]
            )


@attrs.frozen
class Claim:
    """What a form of the council repeats of a unit's own answer.

    Attributes:
        row: The unit's row.
        code: The leaf's code.
        field: The field.
        word: What stands there.
        at: The number of the form, and the row and column of the cell.
    """

    row: int
    code: str
    field: str
    word: int
    at: tuple[int, int, int]


@attrs.define(eq=False)
class Reported:
    """Everything that tables report for the units of a register.

    Attributes:
        criteria: The set whose leaves they are.
        register: The units.
        texts: The texts of all tables, by their places in words.
        shapes: The tables, by the numbers that columns name.
        columns: By code and field; the code of a parent only says that it does not apply.
        remarks: Evidence and notes by unit and code.
        seen: The units that some table lists.
        doubts: Units and codes of which something is told already, so that they are not missing as well.
        problems: What is wrong with the tables.
        overturned: Units and nodes of which one stage says that they do not apply, and another gives values.
        carried: For each code the place among the cycle's stages of that which a unit's answer was taken over from;
            `NOWHERE` where it is this stage's own.
        left: For each code the units of which an earlier stage gives something, and this one, which owes it, nothing.
        edited: For units whose forms were made before the set was edited the codes with other titles on them.
        claims: What forms of the council repeat of the units' own answers.
        panels: For each code what several assessors gave, where a unit's points are made of it.
        anew: For each code the units of which this stage gives something; empty where there was no stage before.
    """

    criteria: CriteriaSet
    register: Register
    texts: Texts = attrs.field(factory=Texts)
    shapes: list[Shape] = attrs.field(factory=list)
    columns: dict[str, dict[str, FactColumn]] = attrs.field(factory=dict)
    remarks: dict[tuple[str, str], Remark] = attrs.field(factory=dict)
    seen: set[str] = attrs.field(factory=set)
    doubts: set[Doubt] = attrs.field(factory=set)
    problems: list[Problem] = attrs.field(factory=list)
    overturned: set[tuple[str, str]] = attrs.field(factory=set)
    carried: dict[str, npt.NDArray[np.int8]] = attrs.field(factory=dict)
    left: dict[str, BoolArray] = attrs.field(factory=dict)
    anew: dict[str, BoolArray] = attrs.field(factory=dict)
    panels: dict[str, tuple[Panel, ...]] = attrs.field(factory=dict)
    claims: list[Claim] = attrs.field(factory=list)
    edited: dict[str, tuple[str, ...]] = attrs.field(factory=dict)

    @property
    def crowded(self) -> bool:
        """Whether there are so many problems that reading further would only add to them."""
        return len(self.problems) > MOST_PROBLEMS

    def is_doubtful(self, unit: str = "", code: str = "") -> bool:
        """Whether something is told already by which a unit, a code, or a code of a unit may be lacking.

        Example:
            >>> from cchc_index.values.units import Register, Unit
            >>> import cchc_index
            >>> criteria = cchc_index.load_criteria("pci-2021")
            >>> reported = Reported(criteria, Register((Unit("a", "A"),)), doubts={("a", ""), ("", "1")})
            >>> reported.is_doubtful("a"), reported.is_doubtful("a", "1"), reported.is_doubtful("a", "2")
            (True, True, False)
        """
        further = ("", code) if unit and code else ANYTHING
        of_all = not unit and bool(self.seen) and all((each, code) in self.doubts for each in self.seen)
        return of_all or (unit, code) in self.doubts or further in self.doubts

    def sure_rows(self, rows: BoolArray, code: str) -> BoolArray:
        """Those of some rows of which nothing is told already by which a code may be lacking."""
        sure = rows.copy()
        units = self.register.units
        sure[[row for row in np.flatnonzero(rows).tolist() if self.is_doubtful(units[row].id, code)]] = False
        return sure

    def is_left(self, row: int) -> bool:
        """Whether an earlier stage gives something of a unit that this one owes, and it does not."""
        return any(bool(left[row]) for left in self.left.values())

    def tell(self, key: str, place: Place, /, **arguments: str | Place) -> None:
        """Write down a problem."""
        self.problems.append(Problem(key, place, arguments=arguments))

    def remark(self, unit: str, code: str, evidence: str, note: str) -> None:
        """Write down what stands beside a value; a leaf of several fields may have remarks beside each."""
        if evidence or note:
            first = self.remarks.get((unit, code), Remark())
            self.remarks[unit, code] = Remark(_joined(first.evidence, evidence), _joined(first.note, note))

    def grid(self, column: FactColumn, row: int) -> Grid:
        """The grid that a row's fact was read from."""
        return self.shapes[int(column.tables[row])].grid

    def text(self, column: FactColumn, row: int) -> str:
        """A fact's text as its source writes it."""
        number = int(column.tables[row])
        return self.shapes[number].grid.lexicon.text(int(column.words[row])) if number != NOWHERE else ""

    def place(self, column: FactColumn, row: int, code: str) -> Place | None:
        """Where a row's fact stands; None where no table has the unit."""
        number, at, across = int(column.tables[row]), int(column.rows[row]), int(column.columns[row])
        if number == NOWHERE:
            return None
        return self.shapes[number].place(at, across, code)

    def put(self, code: str, field: str, facts: Facts) -> None:
        """Enter facts of one code and field.

        A cell that is given twice is told; an empty one gives way.
        """
        for part in facts.apart():
            if self.crowded:  # one answer a hundred thousand times over
                return
            self._put(code, field, part)

    def _put(self, code: str, field: str, facts: Facts) -> None:
        fields = self.columns.setdefault(code, {})
        column = fields.get(field)
        rows, words = facts.rows, facts.words
        if column is None:
            column = fields[field] = FactColumn.blank(len(self.register))
            if len(rows) == len(self.register) and np.array_equal(rows, np.arange(len(rows))):
                column.words = words.copy()
                column.tables, column.rows, column.columns = facts.tables, facts.grid_rows, facts.grid_columns
                return
        if not column.is_own:
            column.spread()
        given, empty = np.asarray(column.words[rows] != EMPTY), np.asarray(words == EMPTY)
        for which in np.flatnonzero(given & ~empty).tolist():
            first = self.place(column, int(rows[which]), code)
            shape = self.shapes[int(facts.tables[which])]
            place = shape.place(int(facts.grid_rows[which]), int(facts.grid_columns[which]), code)
            key = "value.twice" if place.rows is None else "evidence.given_twice"  # a figure is deleted in no cell
            self.tell(key, place, code=code, first=first or "")
        taken = ~given & (~empty | np.asarray(column.tables[rows] == NOWHERE))
        own = rows[taken]
        column.words[own], column.tables[own] = words[taken], facts.tables[taken]
        column.rows[own], column.columns[own] = facts.grid_rows[taken], facts.grid_columns[taken]

    def sources(self, row: int, code: str) -> tuple[Place, ...]:
        """The cells that hold what a row reports for a code."""
        columns = self.columns.get(code, {}).values()
        places = (self.place(column, row, code) for column in columns if column.words[row] != EMPTY)
        given = (place for panel in self.panels.get(code, ()) if panel.rows[row] for place in panel.places(row))
        return tuple(dict.fromkeys([*(place for place in places if place is not None), *given]))

    def computed(self) -> Iterator[tuple[str, str]]:
        """The units and codes whose value is a formula's stored result."""
        computing = [number for number, shape in enumerate(self.shapes) if shape.grid.formulas]
        for code, fields in self.columns.items() if computing else ():
            opinions = ((panel, each) for panel in self.panels.get(code, ()) for each in panel.opinions)
            rows = {row for panel, each in opinions for row in np.flatnonzero(panel.rows & each.computed).tolist()}
            for column in fields.values():
                for row in np.flatnonzero(np.isin(column.tables, computing) & (column.words != EMPTY)).tolist():
                    at = int(column.rows[row]), int(column.columns[row])
                    if at in self.shapes[int(column.tables[row])].grid.formulas:
                        rows.add(row)
            for row in sorted(rows):
                yield self.register.units[row].id, code

    def printed(self, column: FactColumn, places: IntArray, used: BoolArray) -> IntArray | None:
        """With how many decimals values were printed: the most that any of the same table's column has."""
        printed = None
        for number, shape in enumerate(self.shapes):
            declared = shape.grid.declared
            if isinstance(declared, FileEntry) and declared.printed:
                rows = used & (column.tables == number)
                printed = np.full(len(self.register), -1, dtype=np.int64) if printed is None else printed
                printed[rows] = int(places[rows].max()) if rows.any() else 0
        return printed

    def meant(self, column: FactColumn) -> BoolArray | bool:
        """Where the file declares that small rates are meant as per cent."""
        declaring = [number for number, shape in enumerate(self.shapes) if shape.grid.declared.rates == "per_cent"]
        if len(declaring) == len(self.shapes):
            return True
        return np.isin(column.tables, declaring) if declaring else False

    def says_absent(self, column: FactColumn) -> BoolArray:
        """Where a word for "not applicable" stands."""
        mask: BoolArray = np.zeros(len(self.register), dtype=np.bool_)
        texts = is_text(column.words)
        if texts.any():
            words = {folded(word) for word in self.criteria.not_applicable_words}
            distinct = np.unique(column.words[texts]).tolist()
            if said := [word for word in distinct if folded(self.texts.text(word)) in words]:
                mask |= np.isin(column.words, said)
        return mask


class Reporter:
    """Enters tables and forms, and tells what of them belongs to no unit or leaf.

    Attributes:
        reported: What has been entered so far.
        forms: The first form of each unit and stage.
        maxima: Codes with a word that says their maximum, as forms state it.
    """

    def __init__(self, reported: Reported) -> None:
        """Begin with what has been entered so far."""
        self.reported = reported
        self.criteria, self.register = reported.criteria, reported.register
        self._suggestions = Suggestions()
        self.forms: dict[tuple[str, str], Shape] = {}
        self.maxima: set[tuple[str, int]] = set()
        self._single: dict[tuple[str, str], list[tuple[int, int, int, int, int]]] = {}
        self._names = _Names(reported.register)
        self._nodes: dict[str, tuple[Node, tuple[str, ...], str]] = {}

    def begin(self, shape: Shape) -> int:
        """Take what a table or form says as a whole, and give its number."""
        reported = self.reported
        reported.shapes.append(shape)
        reported.problems += shape.problems
        meant: set[str] = set()
        for unit, code in shape.doubts:
            units = self.meant(unit) if unit else [""]
            reported.doubts.update((each, code) for each in units)
            meant.update(each for each in units if each)
        if not (shape.grid.whole and shape.says_something) and not meant:
            reported.doubts.add(ANYTHING)
        return len(reported.shapes) - 1

    def put_single(self, code: str, field: str, row: int, word: int, at: tuple[int, int, int]) -> None:
        """Enter one fact, with the number of its table, and the row and column of its cell; forms have no columns."""
        self._single.setdefault((code, field), []).append((row, word, *at))

    def finish(self) -> Reported:
        """Enter what came one by one, column by column, and give all that has been reported."""
        for (code, field), facts in self._single.items():
            self.reported.put(code, field, Facts(*np.array(facts, dtype=np.int64).T))
        self._single.clear()
        return self.reported

    def meant(self, text: str) -> list[str]:
        """The units that a row or file that was left out was meant to be of: named so, or by a file's name.

        The file of a form has the unit's name after its identifier.
        """
        words = text.split("-")
        starts = ("-".join(words[:most]) for most in range(len(words) - 1, 0, -1))
        named = [each for each in (text, *text.split("__")) if each in self.register.rows]
        return named or [each for each in starts if each in self.register.rows][:1]

    def tell_unknown(self, unit: str, place: Place) -> None:
        """A unit that the register lacks; one that lacks zeros at its start is told so."""
        similar = self._names.similar(unit)
        zeros = bool(similar) and similar[0].lstrip("0") == unit.lstrip("0")
        self.reported.doubts.update((each, "") for each in similar[:1])
        key = "unit.zeros" if zeros else "unit.unknown"
        self.reported.tell(key, place, unit=unit, hint=", ".join(similar))

    def near_codes(self, text: str, codes: tuple[str, ...]) -> list[str]:
        """Known codes that an unknown one may be a misspelling of."""
        return self._suggestions.near(text, codes)

    def node(self, code: str) -> tuple[Node, tuple[str, ...], str]:
        """The node of a known code, the fields its columns may name, and that of a bare one."""
        found = self._nodes.get(code)
        if found is None:
            node = self.criteria.node(code)
            found = self._nodes[code] = (node, fields_of(node), bare_field(node))
        return found


class _Names:
    """Known units by what a misspelling of one may share with it, each looked up at once."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._suggestions = Suggestions()
        self._indices: tuple[dict[str, list[str]], ...] = ()

    def similar(self, unit: str) -> list[str]:
        """Known units that were most likely meant: with other zeros, spelt otherwise, of that name, or nearly so."""
        if not self._indices:
            zeros: dict[str, list[str]] = {}
            same: dict[str, list[str]] = {}
            names: dict[str, list[str]] = {}
            for known in self.register:
                zeros.setdefault(known.id.lstrip("0"), []).append(known.id)
                same.setdefault(folded(known.id), []).append(known.id)
                names.setdefault(alike(known.name), []).append(known.id)
            self._indices = zeros, same, names
        keys = unit.lstrip("0"), folded(unit), alike(unit)
        for index, key in zip(self._indices, keys, strict=True):
            if key in index:
                return index[key]
        return self._suggestions.near(unit, self.register.rows)


def fields_of(node: Node) -> tuple[str, ...]:
    """The fields a node's columns may name: the rule's, and those every leaf accepts."""
    rule = node.criterion.reported_by
    own = [field.name for alternative in rule.rule.reads for field in alternative] if rule else []
    return tuple(dict.fromkeys([*own, *EVERY_LEAF_READS]))


def bare_field(node: Node) -> str:
    """The field of a column headed by the leaf's code alone; BARE where it can only say "not applicable"."""
    rule = node.criterion.reported_by
    return rule.rule.reads[0][0].name if rule and not rule.rule.parts and len(rule.rule.reads[0]) == 1 else BARE


def _joined(first: str, second: str) -> str:
    return "; ".join(dict.fromkeys(each for each in (first, second) if each))
