"""The worksheet of a criteria set into the tree that a criteria file gives, so that both are checked alike.

Each value keeps its cell: what is wrong with the set is told with the sheet and the cell, as a criteria file's
problems are told with line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.messages import phrase
from cchc_index.messages.worksheet import ALLOWED, COLUMNS, SETTING, SETTING_VALUE, SHEETS
from cchc_index.notation.marked import Mapping as MarkedMapping
from cchc_index.notation.marked import Marked, MarkedReader, Scalar, Sequence, plain
from cchc_index.problems.errors import CriteriaError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import Grid, Texts
from cchc_index.reading.sources import read_grids
from cchc_index.registry.registry import Registry
from cchc_index.values.areas import ReformArea
from cchc_index.values.contexts import own_context
from cchc_index.values.suggestions import Suggestions
from cchc_index.values.text import folded

STEP: Final = ("from", "above", "to", "below", "points")  #: columns of one step of a rule, a row each
FLOW: Final = ("[", "{", '"', "'")  #: a cell that starts so is read as YAML
BLOCKS: Final = {"bonus": ("điểm thưởng", "bonus"), "penalty": ("điểm trừ", "penalty")}
_PATH: Final = re.compile(r"([^.\[\]]+)((?:\[[1-9][0-9]*\])*)")
_SHAPELESS: Final = ("worksheet.level", "worksheet.no_header")  #: after these nothing else can be told for certain
_UNTRUE: Final = (
    *("value.formula", "value.date", "value.boolean", "value.cell_error", "value.per_cent_cell", "value.shown"),
)


def method_words(method: str) -> tuple[str, str]:
    """The words that a worksheet has for a method, in Vietnamese and English."""
    return phrase(f"method.{method}", "vi"), phrase(f"method.{method}", "en")


def area_words(area: ReformArea) -> tuple[str, str]:
    """The words that a worksheet has for an area, in Vietnamese and English."""
    return area.vi, area.en


def _choices() -> dict[str, dict[str, str]]:
    """By column, what a cell may say and what it stands for in a criteria file."""
    areas = {folded(word): area.value for area in ReformArea for word in (*area_words(area), area.value)}
    areas |= {folded(word): block for block, words in BLOCKS.items() for word in words}
    methods = ("appraised", "survey", "outside")
    return {
        "area": areas,
        "method": {folded(word): method for method in methods for word in (*method_words(method), method)},
    }


@attrs.frozen
class _Row:
    """One row of the sheet of criteria: its number from 0, and its cells by column."""

    number: int
    cells: Mapping[str, Scalar]

    def get(self, column: str) -> Scalar | None:
        return self.cells.get(column)


@attrs.define
class _Node:
    """A criterion in the making."""

    level: int
    code: str
    entries: MarkedMapping
    parts: list[_Node]
    block: str = ""
    blocks: list[_Node] = attrs.field(factory=list)


@attrs.frozen(eq=False)
class _Sheet:
    """A sheet's grid and its texts, row by row."""

    grid: Grid
    rows: list[list[str]]

    @classmethod
    def of(cls, grid: Grid) -> _Sheet:
        return cls(grid, [grid.texts(row) for row in range(len(grid.cells))])


@own_context
def read_criteria_sheet(path: Path, name: str, registry: Registry) -> tuple[CriteriaSet, Mapping[str, Any]]:
    """The set that a workbook describes, and its content as dicts, lists and texts for a criteria file.

    Raises:
        CriteriaError: The workbook has problems; all of them, with their cells, are in ``.problems``.
        MissingExtraError: python-calamine is not installed (the extra `office`).
    """
    grids = read_grids(path, name, InputFormat(), Texts())
    if unreadable := [problem for grid in grids if not grid.whole for problem in grid.problems]:
        raise CriteriaError(unreadable)
    reader = _WorksheetReader(name)
    tree = reader.read(
        {grid.sheet: _Sheet(grid, [grid.texts(row) for row in range(len(grid.cells))]) for grid in grids}
    )
    if tree is None:
        raise CriteriaError(reader.problems)
    try:
        criteria = CriteriaSet.of(tree, name, registry)
    except CriteriaError as error:
        told = {problem.place for problem in reader.problems}
        found = [problem for problem in map(reader.placed, error.problems) if problem.place not in told]
        raise CriteriaError(sorted([*reader.problems, *found], key=_order)) from None
    if reader.problems:
        raise CriteriaError(sorted(reader.problems, key=_order))
    content: dict[str, Any] = {key: plain(value) for key, value in tree.entries.items()}
    return criteria, content


def _order(problem: Problem) -> tuple[str, int]:
    place = problem.place
    return (place.sheet or "", place.line or 0) if place else ("", 0)


class _WorksheetReader:
    """Makes the tree; a node's line is the number of its place, from 1."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.places: list[Place] = []
        self.numeric: set[int] = set()
        self.choices = _choices()

    def placed(self, problem: Problem) -> Problem:
        """A problem of the tree with the cell it stands in."""
        line = problem.place.line if problem.place and problem.place.line else 1
        return attrs.evolve(problem, place=self.places[line - 1], path="")

    def read(self, sheets: Mapping[str, _Sheet]) -> MarkedMapping | None:
        by_word = {folded(word): key for key, words in SHEETS.items() for word in words}
        found = {by_word.get(folded(name), ""): sheet for name, sheet in sheets.items()}
        for key in ("settings", "criteria"):
            if key not in found:
                wanted = " / ".join(SHEETS[key])
                there = ", ".join(sheets) or "-"
                self._tell("worksheet.no_sheet", Place(self.name), sheet=wanted, there=there)
        if self.problems:
            return None
        for key in ("settings", "criteria"):
            self.problems += found[key].grid.problems
        tree = self._settings(found["settings"])
        tops, blocks = self._tree(found["criteria"])
        if any(problem.key in _SHAPELESS for problem in self.problems):
            return None
        start = self._mark(found["criteria"], 0, 0)
        self._enter(tree, "criteria", Sequence(start, 1, [self._criterion(top) for top in tops]), start)
        self._extend(tree, blocks)
        return tree

    def _extend(self, entries: MarkedMapping, blocks: list[_Node]) -> None:
        """Enter blocks of extra points into a set or a node."""
        for block in blocks:
            extras = entries.entries.get("extras")
            if not isinstance(extras, MarkedMapping):
                extras = MarkedMapping(block.entries.line, 1, {}, {})
                self._enter(entries, "extras", extras, block.entries.line)
            if block.block in extras.entries:
                self._tell("worksheet.block_twice", self.places[block.entries.line - 1], word=block.block)
            self._enter(extras, block.block, self._criterion(block), block.entries.line)

    def _tell(self, key: str, place: Place, /, **arguments: str) -> None:
        self.problems.append(Problem(key, place, arguments=arguments))

    def _mark(self, sheet: _Sheet, row: int, column: int) -> int:
        self.places.append(Place(self.name, row + 1, sheet=sheet.grid.sheet, cell=sheet.grid.address(row, column)))
        return len(self.places)

    def _cell(self, sheet: _Sheet, row: int, column: int) -> Scalar:
        """A cell as a text; one that holds no plain text or number is told."""
        line = self._mark(sheet, row, column)
        if sheet.grid.is_typed_number(row, column):
            self.numeric.add(line)
        odd = sheet.grid.fault(row, column)
        if odd is not None and odd[0] in _UNTRUE:
            self._tell(odd[0], self.places[line - 1], **{"code": "", "field": "", **odd[1]})
        return Scalar(line, 1, sheet.rows[row][column])

    @staticmethod
    def _enter(mapping: MarkedMapping, key: str, value: Marked, line: int) -> None:
        mapping.entries[key] = value
        mapping.keys[key] = Scalar(line, 1, key)

    def _flow(self, cell: Scalar, *, within: bool = False) -> Marked | None:
        """A cell's YAML; `within` braces that the cell leaves out."""
        reader = MarkedReader(self.name)
        found = reader.read(f"{{{cell.text}}}" if within else cell.text)
        for problem in reader.problems:
            self.problems.append(attrs.evolve(problem, place=self.places[cell.line - 1]))
        return None if found is None or reader.problems else _moved(found, cell.line)

    def _settings(self, sheet: _Sheet) -> MarkedMapping:
        """The sheet of settings: a path of keys beside each value."""
        tree = MarkedMapping(self._mark(sheet, 0, 0), 1, {}, {})
        heads = {folded(word): name for name, words in (("key", SETTING), ("value", SETTING_VALUE)) for word in words}
        top = next(
            (at for at, row in enumerate(sheet.rows) if {heads.get(folded(each)) for each in row} >= {"key"}), -1
        )
        at = {heads.get(folded(text), ""): column for column, text in enumerate(sheet.rows[top])} if top >= 0 else {}
        if "key" not in at or "value" not in at:
            words = f"{' / '.join(SETTING)}, {' / '.join(SETTING_VALUE)}"
            self._tell("worksheet.no_header", Place(self.name, sheet=sheet.grid.sheet), columns=words)
            return tree
        for row in range(top + 1, len(sheet.rows)):
            key, value = sheet.rows[row][at["key"]], sheet.rows[row][at["value"]]
            if value and not key:
                self._tell("worksheet.no_key", self.places[self._mark(sheet, row, at["key"]) - 1], value=value)
            elif value:
                self._setting(tree, self._cell(sheet, row, at["key"]), self._cell(sheet, row, at["value"]))
        return tree

    def _setting(self, tree: MarkedMapping, key: Scalar, value: Scalar) -> None:
        steps = [_PATH.fullmatch(step) for step in key.text.split(".")]
        found: Marked | None = self._flow(value) if value.text.startswith(FLOW) else value
        if found is None:
            return
        node: Marked = tree
        path: list[str | int] = []
        for step in steps:
            if step is None:
                self._tell("worksheet.key", self.places[key.line - 1], key=key.text)
                return
            path += [step[1], *(int(number) - 1 for number in re.findall(r"\d+", step[2]))]
        for step_now, step_next in zip(path, [*path[1:], None], strict=True):
            inner: Marked = found
            if step_next is not None:
                empty = Sequence(key.line, 1, []) if isinstance(step_next, int) else None
                inner = empty or MarkedMapping(key.line, 1, {}, {})
            there = _inside(node, step_now)
            if there is not None and step_next is not None:
                node = there
                continue
            fits = isinstance(node, Sequence) if isinstance(step_now, int) else isinstance(node, MarkedMapping)
            if there is not None or not fits or (isinstance(node, Sequence) and step_now != len(node.items)):
                self._tell("worksheet.key", self.places[key.line - 1], key=key.text)
                return
            if isinstance(node, Sequence):
                node.items.append(inner)
            elif isinstance(node, MarkedMapping):
                self._enter(node, str(step_now), inner, key.line)
            node = inner

    def _tree(self, sheet: _Sheet) -> tuple[list[_Node], list[_Node]]:
        """The criteria of the sheet, each with its parts, and the blocks of extra points."""
        tops: list[_Node] = []
        blocks: list[_Node] = []
        above: list[_Node] = []
        rows = list(self._rows(sheet))
        levelled = any("level" in row.cells for row in rows)
        leading: tuple[_Row, list[_Row]] | None = None
        grouped: list[tuple[_Row, list[_Row]]] = []
        for row in rows:
            if set(row.cells) <= {"level", *STEP} and "level" not in row.cells:
                if leading is None:
                    self._tell("worksheet.step_alone", self.places[next(iter(row.cells.values())).line - 1])
                else:
                    leading[1].append(row)
            else:
                leading = (row, [])
                grouped.append(leading)
        for row, steps in grouped:
            node = self._node(sheet, row, steps)
            if levelled:
                given = row.get("level")
                text = given.text if given else ""
                if not re.fullmatch(r"[1-9]", text) or int(text) > len(above) + 1:
                    place = self.places[(given or node.entries).line - 1]
                    self._tell("worksheet.level", place, found=text or "-", most=str(len(above) + 1))
                    continue
                node.level = int(text)
            else:
                parents = [each for each in above if node.code.startswith(f"{each.code}.")]
                node.level = parents[-1].level + 1 if parents else 1
            del above[node.level - 1 :]
            if node.block:
                (above[-1].blocks if above else blocks).append(node)
            else:
                (above[-1].parts if above else tops).append(node)
            above.append(node)
        return tops, blocks

    def _rows(self, sheet: _Sheet) -> Iterator[_Row]:
        heads = {folded(word): name for name, words in COLUMNS.items() for word in words}
        top = next((at for at, row in enumerate(sheet.rows) if "code" in map(heads.get, map(folded, row))), None)
        if top is None:
            self._tell(
                "worksheet.no_header", Place(self.name, sheet=sheet.grid.sheet), columns=" / ".join(COLUMNS["code"])
            )
            return
        columns: dict[str, int] = {}
        suggestions = Suggestions()
        for number, text in enumerate(sheet.rows[top]):
            name = heads.get(folded(text))
            filled = any(row[number] for row in sheet.rows[top + 1 :])
            if name is None and (text or filled):
                known = [words[0] for words in COLUMNS.values()] + [words[1] for words in COLUMNS.values()]
                hint = ", ".join(suggestions.near(text, tuple(known))) or ", ".join(known[: len(COLUMNS)])
                self._tell("worksheet.column", self.places[self._mark(sheet, top, number) - 1], found=text, known=hint)
            elif name is not None and columns.setdefault(name, number) != number:
                self._tell("worksheet.column_twice", self.places[self._mark(sheet, top, number) - 1], found=text)
        for needed in ("code", "title", "max_points"):
            if needed not in columns:
                self._tell(
                    "worksheet.no_header", Place(self.name, sheet=sheet.grid.sheet), columns=" / ".join(COLUMNS[needed])
                )
        for row in range(top + 1, len(sheet.rows)):
            cells = {
                name: self._cell(sheet, row, number)
                for name, number in columns.items()
                if sheet.rows[row][number] or sheet.grid.fault(row, number)
            }
            if cells:
                yield _Row(row, cells)

    def _node(self, sheet: _Sheet, row: _Row, steps: list[_Row]) -> _Node:
        entries = MarkedMapping(self._mark(sheet, row.number, 0), 1, {}, {})
        code = row.get("code")
        if code is not None and code.line in self.numeric and "." in code.text:  # 1.10 has become 1.1
            self._tell("table.code_as_number", self.places[code.line - 1], found=code.text)
        node = _Node(0, code.text if code else "", entries, [])
        for name in ("code", "max_points", "reference", "note"):
            if (cell := row.get(name)) is not None:
                self._enter(entries, name, cell, cell.line)
        self._title(entries, row)
        for name in ("area", "method"):
            if (cell := row.get(name)) is not None:
                meant = self.choices[name].get(folded(cell.text), cell.text)
                if name == "area" and meant in BLOCKS:
                    node.block = meant
                else:
                    self._enter(entries, name, attrs.evolve(cell, text=meant), cell.line)
        if (cell := row.get("not_applicable")) is not None:
            if folded(cell.text) in map(folded, ALLOWED):
                self._enter(entries, "not_applicable", attrs.evolve(cell, text="allowed"), cell.line)
            elif (when := self._flow(cell, within=True)) is not None:
                condition = MarkedMapping(cell.line, 1, {}, {})
                self._enter(condition, "when", when, cell.line)
                self._enter(entries, "not_applicable", condition, cell.line)
        self._rule(entries, row, steps)
        if (cell := row.get("other")) is not None:
            more = self._flow(cell, within=True)
            for key, value in more.entries.items() if isinstance(more, MarkedMapping) else ():
                if key in entries.entries:
                    self._tell("worksheet.other_twice", self.places[cell.line - 1], key=key)
                self._enter(entries, key, value, cell.line)
        return node

    def _title(self, entries: MarkedMapping, row: _Row) -> None:
        title, english = row.get("title"), row.get("title.en")
        if title is not None and english is None:
            self._enter(entries, "title", title, title.line)
        elif english is not None:
            both = MarkedMapping(english.line, 1, {}, {})
            if title is not None:
                self._enter(both, "vi", title, title.line)
            self._enter(both, "en", english, english.line)
            self._enter(entries, "title", both, english.line)

    def _rule(self, entries: MarkedMapping, row: _Row, steps: list[_Row]) -> None:
        """The rule's name with its parameters, and the steps of its own row and the rows below."""
        name, on, more = row.get("rule"), row.get("on"), row.get("parameters")
        given = [each for each in (row, *steps) if any(column in each.cells for column in STEP)]
        if name is None:
            extra = on or more or (next(iter(given[0].cells.values())) if given else None)
            if extra is not None:
                self._tell("worksheet.no_rule", self.places[extra.line - 1])
            return
        if not (on or more or given):
            self._enter(entries, "rule", name, name.line)
            return
        parameters = MarkedMapping(name.line, 1, {}, {})
        if on is not None:
            self._enter(parameters, "on", on, on.line)
        if given:
            items: list[Marked] = []
            for each in given:
                step = MarkedMapping(next(iter(each.cells.values())).line, 1, {}, {})
                for column in STEP:
                    if (cell := each.get(column)) is not None:
                        self._enter(step, column, cell, cell.line)
                items.append(step)
            self._enter(parameters, "steps", Sequence(name.line, 1, items), name.line)
        found = self._flow(more, within=not more.text.startswith("{")) if more is not None else None
        for key, value in found.entries.items() if isinstance(found, MarkedMapping) else ():
            if key in parameters.entries and more is not None:
                self._tell("worksheet.other_twice", self.places[more.line - 1], key=key)
            self._enter(parameters, key, value, name.line)
        rule = MarkedMapping(name.line, 1, {}, {})
        self._enter(rule, name.text, parameters, name.line)
        self._enter(entries, "rule", rule, name.line)

    def _criterion(self, node: _Node) -> MarkedMapping:
        if node.parts:
            parts: list[Marked] = [self._criterion(part) for part in node.parts]
            self._enter(node.entries, "criteria", Sequence(node.entries.line, 1, parts), node.entries.line)
        self._extend(node.entries, node.blocks)
        return node.entries


def _inside(node: Marked, step: str | int) -> Marked | None:
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step] if step < len(node.items) else None
    if isinstance(node, MarkedMapping) and isinstance(step, str):
        return node.entries.get(step)
    return None


def _moved(node: Marked, line: int) -> Marked:
    """A tree with one place for all of it: the cell it stood in."""
    if isinstance(node, Scalar):
        return attrs.evolve(node, line=line, column=1)
    if isinstance(node, Sequence):
        return Sequence(line, 1, [_moved(item, line) for item in node.items])
    entries = {key: _moved(value, line) for key, value in node.entries.items()}
    return MarkedMapping(line, 1, entries, {key: Scalar(line, 1, key) for key in entries})
