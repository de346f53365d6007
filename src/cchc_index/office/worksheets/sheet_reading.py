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
from cchc_index.messages.worksheet import ALLOWED, COLUMNS, DRAFT_COLUMNS, SHEETS
from cchc_index.messages.worksheet_rules import MEASURES
from cchc_index.notation.marked import Mapping as MarkedMapping
from cchc_index.notation.marked import Marked, Scalar, Sequence, plain
from cchc_index.office.annex.numbering import roman
from cchc_index.office.worksheets.cells import Marks, Node, Row, SheetCells
from cchc_index.office.worksheets.meanings import parameters_meant, rule_of
from cchc_index.office.worksheets.settings import read_settings
from cchc_index.office.worksheets.telling import in_sheet_words
from cchc_index.office.worksheets.words import BLOCKS, METHODS, STEP, area_words, method_words, rule_meant
from cchc_index.problems.errors import CriteriaError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.sources import read_grids
from cchc_index.registry.registry import Registry
from cchc_index.values.areas import ReformArea
from cchc_index.values.contexts import own_context
from cchc_index.values.suggestions import Suggestions
from cchc_index.values.text import folded

_SHAPELESS: Final = ("worksheet.level", "worksheet.no_header")  #: after these nothing else can be told for certain
_COMMA: Final = re.compile(r"(?<=\d),(?=\d)")  #: in a cell of parameters, where commas part them
_QUOTED: Final = re.compile(r"'[^']*'|\"[^\"]*\"")
_NAME: Final = re.compile(r"[a-z_]+(?:\.[a-z_]+)?")  #: how a rule's name looks, and no sentence does


def _choices() -> dict[str, dict[str, str]]:
    """By column, what a cell may say and what it stands for in a criteria file."""
    areas = {folded(word): area.value for area in ReformArea for word in (*area_words(area), area.value)}
    areas |= {folded(word): block for block, words in BLOCKS.items() for word in words}
    return {
        "area": areas,
        "on": {folded(word): name for name, word in MEASURES.items()},
        "method": {folded(word): method for method in METHODS for word in (*method_words(method), method)},
    }


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
        {grid.sheet: SheetCells(grid, [grid.texts(row) for row in range(len(grid.cells))]) for grid in grids}
    )
    if tree is None:
        raise CriteriaError(_beside_open(reader.problems))
    try:
        criteria = CriteriaSet.of(tree, name, registry)
    except CriteriaError as error:
        told = {problem.place for problem in reader.problems}
        found = [problem for problem in map(reader.placed, error.problems) if problem.place not in told]
        raise CriteriaError(sorted(_beside_open([*reader.problems, *found]), key=_order)) from None
    if reader.problems:
        raise CriteriaError(sorted(reader.problems, key=_order))
    content: dict[str, Any] = {key: plain(value) for key, value in tree.entries.items()}
    return criteria, content


def _beside_open(problems: list[Problem]) -> list[Problem]:
    """The problems without those that may come of what is still to be decided: on its row, and above all rows."""
    open_ = {_order(problem) for problem in problems if problem.key == "worksheet.open"}
    if not open_:
        return problems
    sheets = {sheet for sheet, _ in open_}
    settled = (each for each in problems if _order(each) not in open_ and not _is_general(each, sheets))
    return [each for each in problems if each.key == "worksheet.open"] + list(settled)


def _is_general(problem: Problem, open_sheets: set[str]) -> bool:
    """Whether a problem is of a sheet as a whole, or of settings that belong together, and one of them is open."""
    sheet, line = _order(problem)
    return not sheet or line <= 1 or (sheet in open_sheets and sheet in SHEETS["settings"])


def _order(problem: Problem) -> tuple[str, int]:
    place = problem.place
    return (place.sheet or "", place.line or 0) if place else ("", 0)


class _WorksheetReader(Marks):
    """Makes the tree; a node's line is the number of its place, from 1."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.choices = _choices()
        self.columns: dict[str, int] = {}
        self.rows: dict[int, tuple[SheetCells, int]] = {}
        self.tree = MarkedMapping(1, 1, {}, {})

    def placed(self, problem: Problem) -> Problem:
        """A problem of the tree with the cell it stands in, told in the sheet's words."""
        line = problem.place.line if problem.place and problem.place.line else 1
        place = self.places[line - 1]
        lacking = self.columns.get(str(problem.arguments.get("key"))) if problem.key == "yaml.missing_key" else None
        if lacking is not None and line in self.rows:
            sheet, row = self.rows[line]
            place = self.places[self.mark(sheet, row, lacking) - 1]
        told = in_sheet_words(attrs.evolve(problem, place=place), self.place_of)
        return attrs.evolve(told, path="")

    def place_of(self, path: str) -> Place | None:
        """The cell of a path inside the set."""
        node: Marked | None = self.tree
        for step in re.findall(r"[^.\[\]]+", path):
            if isinstance(node, Sequence):
                node = node.items[int(step)] if step.isdigit() and int(step) < len(node.items) else None
            else:
                node = node.entries.get(step) if isinstance(node, MarkedMapping) else None
        if isinstance(node, MarkedMapping) and isinstance(code := node.entries.get("code"), Scalar):
            node = code
        return None if node is None else self.places[node.line - 1]

    def read(self, sheets: Mapping[str, SheetCells]) -> MarkedMapping | None:
        by_word = {folded(word): key for key, words in SHEETS.items() for word in words}
        found = {by_word.get(folded(name), ""): sheet for name, sheet in sheets.items()}
        for key in ("settings", "criteria"):
            if key not in found:
                wanted = " / ".join(SHEETS[key])
                there = ", ".join(sheets) or "-"
                self.tell("worksheet.no_sheet", Place(self.name), sheet=wanted, there=there)
        if self.problems:
            return None
        for key in ("settings", "criteria"):
            self.problems += found[key].grid.problems
        tree = self.tree = read_settings(self, found["settings"])
        tops, blocks = self._tree(found["criteria"])
        if any(problem.key in _SHAPELESS for problem in self.problems):
            return None
        start = self.mark(found["criteria"], 0, 0)
        self.enter(tree, "criteria", Sequence(start, 1, [self._criterion(top) for top in tops]), start)
        self._extend(tree, blocks)
        return tree

    def _extend(self, entries: MarkedMapping, blocks: list[Node]) -> None:
        """Enter blocks of extra points into a set or a node."""
        for block in blocks:
            extras = entries.entries.get("extras")
            if not isinstance(extras, MarkedMapping):
                extras = MarkedMapping(block.entries.line, 1, {}, {})
                self.enter(entries, "extras", extras, block.entries.line)
            if block.block in extras.entries:
                self.tell("worksheet.block_twice", self.places[block.entries.line - 1], word=block.block)
            self.enter(extras, block.block, self._criterion(block), block.entries.line)

    def _tree(self, sheet: SheetCells) -> tuple[list[Node], list[Node]]:
        """The criteria of the sheet, each with its parts, and the blocks of extra points."""
        tops: list[Node] = []
        blocks: list[Node] = []
        above: list[Node] = []
        rows = list(self._rows(sheet))
        levelled = any("level" in row.cells for row in rows)
        leading: tuple[Row, list[Row]] | None = None
        grouped: list[tuple[Row, list[Row]]] = []
        for row in rows:
            if set(row.cells) <= {"level", *STEP} and "level" not in row.cells:
                if leading is None:
                    self.tell("worksheet.step_alone", self.places[next(iter(row.cells.values())).line - 1])
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
                    self.tell("worksheet.level", place, found=text or "-", most=str(len(above) + 1))
                    continue
                node.level = int(text)
            else:
                parents = [each for each in above if _is_beneath(node.code, each.code)]
                node.level = parents[-1].level + 1 if parents else 1
            del above[node.level - 1 :]
            if node.block:
                (above[-1].blocks if above else blocks).append(node)
            else:
                (above[-1].parts if above else tops).append(node)
            above.append(node)
        return tops, blocks

    def _rows(self, sheet: SheetCells) -> Iterator[Row]:
        heads = {folded(word): name for name, words in (COLUMNS | DRAFT_COLUMNS).items() for word in words}
        top = next((at for at, row in enumerate(sheet.rows) if "code" in map(heads.get, map(folded, row))), None)
        if top is None:
            self.tell(
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
                self.tell("worksheet.column", self.places[self.mark(sheet, top, number) - 1], found=text, known=hint)
            elif name is not None and columns.setdefault(name, number) != number:
                self.tell("worksheet.column_twice", self.places[self.mark(sheet, top, number) - 1], found=text)
        for needed in ("code", "title", "max_points"):
            if needed not in columns:
                self.tell(
                    "worksheet.no_header", Place(self.name, sheet=sheet.grid.sheet), columns=" / ".join(COLUMNS[needed])
                )
        self.columns = columns
        for name in ("annex", "understood"):  # beside what was read of an annex stands the annex itself, for people
            columns.pop(name, None)
        decide = columns.pop("decide", None)
        for row in range(top + 1, len(sheet.rows)):
            if decide is not None and sheet.rows[row][decide]:
                place = self.places[self.mark(sheet, row, decide) - 1]
                self.tell("worksheet.open", place, what=sheet.rows[row][decide].removesuffix("."))
            cells = {
                name: self.cell(sheet, row, number)
                for name, number in columns.items()
                if sheet.rows[row][number] or sheet.grid.fault(row, number)
            }
            if cells:
                yield Row(row, cells)

    def _node(self, sheet: SheetCells, row: Row, steps: list[Row]) -> Node:
        entries = MarkedMapping(self.mark(sheet, row.number, 0), 1, {}, {})
        self.rows[entries.line] = (sheet, row.number)
        code = row.get("code")
        if code is not None and code.line in self.numeric and "." in code.text:  # 1.10 has become 1.1
            self.tell("table.code_as_number", self.places[code.line - 1], found=code.text)
        node = Node(0, code.text if code else "", entries, [])
        for name in ("code", "max_points", "reference", "note"):
            if (cell := row.get(name)) is not None:
                self.enter(entries, name, cell, cell.line)
        self._title(entries, row)
        for name in ("area", "method"):
            if (cell := row.get(name)) is not None:
                meant = self.choices[name].get(folded(cell.text), cell.text)
                if name == "area" and meant in BLOCKS:
                    node.block = meant
                else:
                    self.enter(entries, name, attrs.evolve(cell, text=meant), cell.line)
        if (cell := row.get("not_applicable")) is not None:
            if folded(cell.text) in map(folded, ALLOWED):
                self.enter(entries, "not_applicable", attrs.evolve(cell, text="allowed"), cell.line)
            elif ":" not in cell.text:
                self.tell("worksheet.applies", self.places[cell.line - 1], found=cell.text)
            elif (when := self.flow(cell, within=True)) is not None:
                condition = MarkedMapping(cell.line, 1, {}, {})
                self.enter(condition, "when", when, cell.line)
                self.enter(entries, "not_applicable", condition, cell.line)
        self._rule(entries, row, steps)
        if (cell := row.get("other")) is not None:
            more = self._parameters(cell, within=True)
            for key, value in more.entries.items() if more is not None else ():
                if key in entries.entries:
                    self.tell("worksheet.other_twice", self.places[cell.line - 1], key=key)
                self.enter(entries, key, value, cell.line)
        return node

    def _title(self, entries: MarkedMapping, row: Row) -> None:
        title, english = row.get("title"), row.get("title.en")
        if title is not None and english is None:
            self.enter(entries, "title", title, title.line)
        elif english is not None:
            both = MarkedMapping(english.line, 1, {}, {})
            if title is not None:
                self.enter(both, "vi", title, title.line)
            self.enter(both, "en", english, english.line)
            self.enter(entries, "title", both, english.line)

    def _rule(self, entries: MarkedMapping, row: Row, steps: list[Row]) -> None:
        """The rule's name with its parameters, and the steps of its own row and the rows below."""
        name, on, more = self._rule_name(row), row.get("on"), row.get("parameters")
        given = [each for each in (row, *steps) if any(column in each.cells for column in STEP)]
        if name is None:
            extra = on or more or (next(iter(given[0].cells.values())) if given else None)
            if extra is not None:
                self.tell("worksheet.no_rule", self.places[extra.line - 1])
            return
        if not (on or more or given):
            self.enter(entries, "rule", name, name.line)
            return
        parameters = MarkedMapping(name.line, 1, {}, {})
        if on is not None:
            meant = self.choices["on"].get(folded(on.text), on.text)
            self.enter(parameters, "on", attrs.evolve(on, text=meant), on.line)
        if given:
            items: list[Marked] = []
            for each in given:
                step = MarkedMapping(next(iter(each.cells.values())).line, 1, {}, {})
                for column in STEP:
                    if (cell := each.get(column)) is not None:
                        self.enter(step, column, cell, cell.line)
                items.append(step)
            self.enter(parameters, "steps", Sequence(name.line, 1, items), name.line)
        found = self._parameters(more, within=not more.text.startswith("{")) if more is not None else None
        for key, value in found.entries.items() if found is not None else ():
            if key in parameters.entries and more is not None:
                self.tell("worksheet.other_twice", self.places[more.line - 1], key=key)
            self.enter(parameters, key, value, name.line)
        rule = MarkedMapping(name.line, 1, {}, {})
        self.enter(rule, name.text, parameters, name.line)
        self.enter(entries, "rule", rule, name.line)

    def _rule_name(self, row: Row) -> Scalar | None:
        """The rule that a cell names; a sentence names none, and is told as one."""
        cell = row.get("rule")
        if cell is None:
            return None
        meant = rule_meant(cell.text)
        if not _NAME.fullmatch(meant):
            self.tell("worksheet.sentence", self.places[cell.line - 1], found=cell.text)
            meant = "points"  # stands in, so that the rest of the row is looked at as well
        return attrs.evolve(cell, text=meant)

    def _parameters(self, cell: Scalar, *, within: bool) -> MarkedMapping | None:
        """What a cell of parameters says, by the names of criteria files."""
        if _COMMA.search(_QUOTED.sub("", cell.text)):
            self.tell("worksheet.comma", self.places[cell.line - 1], found=cell.text)
            return None
        found = self.flow(cell, within=within)
        if not isinstance(found, MarkedMapping):
            return None
        known = parameters_meant(found)
        if "rule" in known.entries:
            known.entries["rule"] = rule_of(known.entries["rule"])
        return known

    def _criterion(self, node: Node) -> MarkedMapping:
        if node.parts:
            parts: list[Marked] = [self._criterion(part) for part in node.parts]
            self.enter(node.entries, "criteria", Sequence(node.entries.line, 1, parts), node.entries.line)
        self._extend(node.entries, node.blocks)
        return node.entries


def _is_beneath(code: str, above: str) -> bool:
    """Whether a code says that it belongs to another: 1.2 to 1, and to I."""
    return code.startswith(f"{above}.") or ("." in code and code.partition(".")[0] == str(roman(above)))
