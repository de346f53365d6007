"""Several assessors of one stage: each one's table read by itself, and their points of a leaf made into one figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.assessment.adjustment import Adjustment
from cchc_index.assessment.answers import POINTS
from cchc_index.assessment.applicability import Absent, ancestors, condition_rows
from cchc_index.assessment.awaited import Awaited, awaited_with
from cchc_index.assessment.panel import Opinion, Panel, combined
from cchc_index.criteria.tree import Node, Stage, enters
from cchc_index.cycles.claims import claim_faults
from cchc_index.cycles.documents import AssessmentEntry, Assessors
from cchc_index.problems.problem import Place
from cchc_index.reading.assessment_file import points_problems, report_shapes
from cchc_index.reading.declared import FileEntry
from cchc_index.reading.facts import NOWHERE, FactColumn, Facts, Reported
from cchc_index.reading.forms import Form
from cchc_index.reading.grids.cells import EMPTY, FAULTY
from cchc_index.reading.tables import Table
from cchc_index.rules.columns import FieldColumn
from cchc_index.values.exact import round_fraction
from cchc_index.values.text import folded

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

Fault = tuple[str, str, dict[str, str]]  #: the message, the place in cycle.yaml, and what it is about


def assessor_name(file: FileEntry) -> str:
    """What an assessor is called: as the file is, without its ending.

    Example:
        >>> assessor_name(FileEntry("hoi-dong/gk1.csv")), assessor_name(FileEntry("gk2/"))
        ('gk1', 'gk2')
    """
    return Path(file.path.rstrip("/")).stem


def assessor_faults(entry: AssessmentEntry) -> Iterator[Fault]:
    """What is wrong with how an entry names its assessors: the message, the place beneath it, what it is about."""
    said = entry.assessors
    if said is None:
        return
    if entry.stage == "self":
        yield "assessors.self", "assessors", {}
    if not said.files:
        yield "assessors.no_files", "assessors.files", {}
    if said.drop < 0:
        yield "assessors.drop", "assessors.drop", {"drop": str(said.drop)}
    first: dict[str, str] = {}
    for place, file in enumerate(said.files):
        name = assessor_name(file)
        path = f"assessors.files[{place}]"
        if file.changes:
            yield "assessors.changes", path, {}
        if folded(name) in first:
            yield "assessors.alike", path, {"name": name, "first": first[folded(name)]}
        first.setdefault(folded(name), file.path)


@attrs.frozen(eq=False)
class PanelTables:
    """What came in from several assessors.

    Attributes:
        said: What the cycle says of them.
        place: Where it says so.
        tables: Each one's table, or forms, by name.
    """

    said: Assessors
    place: Place
    tables: Mapping[str, tuple[Form | Table, ...]]


@attrs.frozen(eq=False)
class PanelReader:
    """Enters what assessors give into what else a stage reports.

    Attributes:
        reported: What the stage reports otherwise.
        stage: The stage.
        absent: What is left out for all units.
        awaiting: What is still to come for all units.
        before: What was reported at the stages before.
        decided: Units and codes whose points an adjustment sets, whatever the assessors say.
        decides: Whether the council may give points that the rule never gives.
    """

    reported: Reported
    stage: Stage
    absent: tuple[Absent, ...] = ()
    awaiting: tuple[Awaited, ...] = ()
    before: Reported | None = None
    decided: frozenset[tuple[str, str]] = frozenset()
    decides: bool = False

    def read(self, panel: PanelTables) -> None:
        """Enter the points of a panel, with all that is wrong with them."""
        by_code: dict[str, list[_Given]] = {}
        for name, tables in panel.tables.items():
            offset = len(self.reported.shapes)
            own = self._own(name, tables, panel.place)
            for code, fields in own.columns.items():
                by_code.setdefault(code, []).append(_Given(name, own, fields[POINTS], offset))
        for leaf in self.reported.criteria.leaves:
            awaited = awaited_with(self.reported.criteria, leaf, self.awaiting)  # that points came in is told
            if leaf.criterion.code in by_code and awaited is None:
                self._combine(leaf, panel, by_code[leaf.criterion.code])

    def _own(self, name: str, tables: tuple[Form | Table, ...], at: Place) -> Reported:
        """What one assessor reports, of which only points of leaves are left."""
        reported = self.reported
        own = report_shapes(list(tables), reported.criteria, reported.register, reported.texts)
        points: dict[str, dict[str, FactColumn]] = {}
        for code, fields in own.columns.items():
            for field, column in fields.items():
                if field == POINTS and _is_his(own, column):
                    points[code] = {POINTS: column}
                elif field != POINTS and (column.words != EMPTY).any():
                    self._tell_other(own, name, code, field, column)
        own.columns = points
        if not points and not own.problems:
            own.tell("assessors.nothing", Place(tables[0].name) if tables else at, name=name)
            own.doubts.add(("", ""))
        problems = points_problems(own, self.stage, self.absent, decides=self.decides, awaiting=self.awaiting)
        reported.problems += problems
        if self.before is not None:
            reported.problems += claim_faults(self.before, own)
        reported.shapes += own.shapes
        reported.seen |= own.seen
        reported.doubts |= own.doubts
        reported.edited |= own.edited
        for (unit, code), remark in own.remarks.items():
            said = (f"{name}: {text}" if text else "" for text in (remark.evidence, remark.note))
            reported.remark(unit, code, *said)
        if points:
            self._tell_gaps(own, name)
        return own

    def _tell_other(self, own: Reported, name: str, code: str, field: str, column: FactColumn) -> None:
        """A column that holds no points of a leaf."""
        rows = np.flatnonzero(column.words != EMPTY)
        row = int(rows[0])
        place = own.place(column, row, code) or Place(name)
        node = own.criteria.node(code)
        key = "assessors.parent" if node.parts else "assessors.points_only"
        more = {"code": code, "name": name, "column": f"{code}.{field}" if field else code}
        own.tell(key, place, **more, value=own.text(column, row), count=str(len(rows)))
        own.doubts |= {("", own.criteria.nodes[leaf].criterion.code) for leaf in node.leaves or (node.position,)}

    def _tell_gaps(self, own: Reported, name: str) -> None:
        """Units of which an assessor says nothing, and blanks in columns that are his."""
        register = own.register
        lacking: dict[int, list[str]] = {}
        for code, fields in own.columns.items():
            leaf = own.criteria.node(code)
            blank = (fields[POINTS].words == EMPTY) & ~self._needs_none(leaf)
            for row in np.flatnonzero(blank).tolist() if enters(leaf, self.stage) else ():
                lacking.setdefault(row, []).append(code)
        for row, codes in lacking.items():
            unit = register.units[row]
            self.reported.doubts |= {(unit.id, code) for code in codes}
            if own.is_doubtful(unit.id):
                continue
            said = {"assessor": name, "unit": unit.id, "name": unit.name}
            if unit.id not in own.seen:
                self.reported.tell("assessors.unit", _source(own), **said)
                self.reported.doubts.add((unit.id, ""))
            elif len(codes) > 1 and not any(fields[POINTS].words[row] != EMPTY for fields in own.columns.values()):
                self.reported.tell("assessors.silent", _source(own, unit.id), **said)
            else:
                for code in (each for each in codes if not own.is_doubtful(unit.id, each)):
                    place = own.place(own.columns[code][POINTS], row, code) or _source(own, unit.id)
                    self.reported.tell("assessors.blank", place, assessor=name, code=code)

    def _needs_none(self, leaf: Node) -> BoolArray:
        """The units that need no points: by a condition, by the stage's own tables, or since they are awaited."""
        reported = self.reported
        rows = np.zeros(len(reported.register), dtype=np.bool_)
        if awaited_with(reported.criteria, leaf, self.awaiting) is not None:
            return ~rows
        condition = condition_rows(reported.criteria, leaf, reported.register, self.absent)
        if condition is not None:
            rows |= condition
        for above in ancestors(reported.criteria, leaf):
            for column in reported.columns.get(above.criterion.code, {}).values():
                rows |= reported.says_absent(column)
        return rows

    def _combine(self, leaf: Node, panel: PanelTables, columns: list[_Given]) -> None:
        """One figure of what all assessors of a leaf give each unit."""
        reported, said, code = self.reported, panel.said, leaf.criterion.code
        size = len(reported.register)
        if said.drop > 0 and len(columns) < 2 * said.drop + 1:
            given = {"count": str(len(columns)), "drop": str(said.drop), "least": str(2 * said.drop + 1)}
            reported.tell("assessors.too_few", panel.place, code=code, **given)
            reported.doubts.add(("", code))
            return
        made = FactColumn.blank(size)
        made.spread()
        combines = np.zeros(size, dtype=np.bool_)
        taken_away = condition_rows(reported.criteria, leaf, reported.register, self.absent)
        needs_none = self._needs_none(leaf)
        for row in range(size):
            there = [each for each in columns if each.column.words[row] != EMPTY]
            if not there or (taken_away is not None and taken_away[row]):  # what stands there is told
                continue
            doubtful = not self._is_sound(leaf, there, row, panel)
            if doubtful or (len(there) < len(columns) and not needs_none[row]):
                reported.doubts.add((reported.register.units[row].id, code))
                continue
            word, combines[row] = self._word(leaf, there, row, panel)
            first = there[0]
            if word != EMPTY:
                made.words[row], made.tables[row] = word, first.column.tables[row] + first.offset
                made.rows[row], made.columns[row] = first.column.rows[row], first.column.columns[row]
        listed = np.flatnonzero(made.tables != NOWHERE)
        places = (each[listed] for each in (made.words, made.tables, made.rows, made.columns))
        reported.put(code, POINTS, Facts(listed, *places))
        opinions = tuple(each.opinion(code) for each in columns)
        reported.panels[code] = (*reported.panels.get(code, ()), Panel(said.combine, said.drop, opinions, combines))

    def _is_sound(self, leaf: Node, there: list[_Given], row: int, panel: PanelTables) -> bool:
        """Whether what is given for a unit can be combined; otherwise it is told."""
        gone = [each for each in there if each.absent[row]]
        points = [each for each in there if not each.absent[row]]
        if gone and points:
            code, others = leaf.criterion.code, ", ".join(each.name for each in points)
            place = gone[0].place(row, code) or panel.place
            self.reported.tell("assessors.not_all", place, assessor=gone[0].name, code=code, others=others)
            return False
        numbers = [each.numbers[row] for each in points]
        return all(each is not None and 0 <= each <= leaf.criterion.max_points for each in numbers)

    def _word(self, leaf: Node, there: list[_Given], row: int, panel: PanelTables) -> tuple[int, bool]:
        """The word of the one figure, or that the leaf does not apply; and whether it is made of points."""
        first, said, code = there[0], panel.said, leaf.criterion.code
        if first.absent[row]:
            return int(first.column.words[row]), False
        numbers = [number for each in there if (number := each.numbers[row]) is not None]
        figure = combined(numbers, said.combine, said.drop if len(numbers) > 2 * said.drop else 0)
        unit, rounding = self.reported.register.units[row].id, self.reported.criteria.rounding
        if figure is not None:
            mantissa = round_fraction(figure, rounding.points, rounding.mode)
            return first.own.grid(first.column, row).lexicon.number(mantissa, rounding.points), True
        self.reported.doubts.add((unit, code))
        if (unit, code) not in self.decided:
            gave = "; ".join(f"{each.name}: {each.own.text(each.column, row)}" for each in there)
            place = first.place(row, code) or panel.place
            self.reported.tell("assessors.divided", place, code=code, said=gave, stage=self.stage)
        return EMPTY, True


@attrs.frozen(eq=False)
class _Given:
    """One assessor's column of a leaf.

    Attributes:
        name: The assessor.
        own: What the assessor reports.
        column: The column.
        offset: The number of the assessor's first table among all of the stage.
    """

    name: str
    own: Reported
    column: FactColumn
    offset: int

    @cached_property
    def absent(self) -> BoolArray:
        """Where a word for "not applicable" stands."""
        return self.own.says_absent(self.column)

    @cached_property
    def numbers(self) -> list[Fraction | None]:
        """The number in each row; None where there is none."""
        found = zip(*(each.tolist() for each in self.own.texts.read_numbers(self.column.words)), strict=True)
        return [Fraction(mantissa, 10**places) if is_number else None for mantissa, places, is_number in found]

    def place(self, row: int, code: str) -> Place | None:
        """Where the points of a row stand."""
        return self.own.place(self.column, row, code)

    def opinion(self, code: str) -> Opinion:
        """The same for those who explain a result."""
        mantissas, places, is_number = self.own.texts.read_numbers(self.column.words)
        given = is_number & (self.column.words != EMPTY) & (self.column.words != FAULTY)
        computed = np.zeros(len(self.own.register), dtype=np.bool_)
        for unit, each in self.own.computed():
            if each == code:
                computed[self.own.register.rows[unit]] = True
        points = FieldColumn.of_mantissas(mantissas, places, given)
        return Opinion(self.name, points, lambda row: self.place(row, code), computed)


def decided_by(adjustments: tuple[Adjustment, ...], stage: Stage) -> frozenset[tuple[str, str]]:
    """The units and codes whose points are set at a stage: what was set before is overtaken by its assessors."""
    return frozenset((each.unit, each.code) for each in adjustments if each.action == "set" and each.stage == stage)


def _source(own: Reported, unit: str = "") -> Place:
    """Where a unit stands: its form, or its row; without one, or a unit, the whole table or the folder of forms."""
    first = own.shapes[0]
    for shape in own.shapes if unit else ():
        for other, _, _, place in shape.units():
            if other == unit:
                return place if isinstance(place, Place) else shape.place(place)
    return Place(str(Path(first.name).parent) if isinstance(first, Form) else first.name, unit=unit or None)


def _is_his(own: Reported, column: FactColumn) -> bool:
    """Whether an assessor has a column: a table has its heading, in forms somebody wrote something."""
    tables = {int(number) for number in np.unique(column.tables) if number != NOWHERE}
    return bool((column.words != EMPTY).any()) or any(not isinstance(own.shapes[each], Form) for each in tables)
