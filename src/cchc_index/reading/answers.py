"""Columns of texts into an assessment: numbers read, gaps and not-applicables told apart, every value checked."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import numpy as np

from cchc_index.assessment.assessment import (
    POINTS,
    Absent,
    Answers,
    Assessment,
    ancestors,
    condition_rows,
    is_absent,
    is_unscored,
    leaf_rule_is_points,
    settled,
)
from cchc_index.criteria.tree import Node, NotApplicableWhen, Stage, enters
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.columns import BARE, Reported, TextColumn
from cchc_index.reading.tables import MOST_PROBLEMS, UNREADABLE
from cchc_index.registry.guarding import guarded
from cchc_index.rules.columns import Field, FieldColumn
from cchc_index.rules.contract import Reading
from cchc_index.values.exact import Integers, parse_decimal, parse_integers
from cchc_index.values.statuses import GIVEN, MISSING, NOT_APPLICABLE, SCORED, UNSCORED
from cchc_index.values.text import folded
from cchc_index.values.units import yes_or_no

_POINT_FIELD = Field(POINTS)


class AnswerReader:
    """Makes an assessment of what tables report, and collects the problems of its values."""

    def __init__(
        self,
        reported: Reported,
        stage: Stage,
        marked: bool,
        inputs: dict[str, str],
        name: str,
        absent: tuple[Absent, ...] = (),
    ) -> None:
        """Take the texts, the stage, whether files declare marks in numbers, their sums, and whom to name for gaps."""
        self.absent_nodes = absent
        self.whole = Place(name) if name else None
        self.reported = reported
        self.criteria = reported.criteria
        self.register = reported.register
        self.stage = stage
        self.marked = marked
        self.inputs = inputs
        self.problems = list(reported.problems)
        self.words = {folded(word) for word in self.criteria.not_applicable_words}
        self.declared: dict[str, set[int]] = {}
        self.taken_away: dict[int, set[int]] = {}
        self.unread: set[tuple[int, str]] = set()
        self.absent = {unit.id for unit in self.register} - reported.seen

    def read(self) -> Assessment | list[Problem]:
        """The assessment, or every problem of the tables."""
        for unit in self.register:
            if unit.id in self.absent - self.reported.excused:
                arguments = {"unit": unit.id, "name": unit.name}
                self.problems.append(Problem("unit.missing", self.whole, arguments=arguments))
        by_parent = self._parents()
        answers = {}
        for leaf in self.criteria.leaves:
            rule = leaf.criterion.rule
            with guarded(rule.name if rule else "", rule.owner if rule else "", leaf.criterion.code):
                answers[leaf.criterion.code] = self._leaf(leaf, by_parent[leaf.position])
            if len(self.problems) > MOST_PROBLEMS:
                return stopped(self.problems)
        self._check_declared()
        answers, counting = settled(self.criteria, self.register, answers)
        assessment = Assessment(
            self.criteria,
            self.register,
            self.stage,
            answers,
            absent=self.absent_nodes,
            counting=counting,
            declared=self._uses(),
            remarks=self.reported.remarks,
            inputs=self.inputs,
            computed=tuple(self._computed()),
            sources=self._sources,
        )
        if not any(problem.key == "table.no_column" for problem in self.problems):
            for problem, (row, code, field) in assessment.refusals():
                if (row, code) not in self.unread:
                    self.problems.append(attrs.evolve(_told_well(problem), place=self._place(code, field, row)))
        return sorted(self.problems, key=_order) or assessment

    def _place(self, code: str, field: str, row: int) -> Place | None:
        fields = self.reported.columns.get(code, {})
        column = fields.get(field) or next(iter(fields.values()), None)
        place = column.place(row) if column else None
        if place is None:
            unit = self.register.units[row].id
            form = next((table for (name, _), table in self.reported.forms.items() if name == unit), None)
            file = form.name if form else self.whole.file if self.whole else ""
            place = Place(file, unit=unit, sheet=form.sheet if form else None) if file else None
        return place

    def _computed(self) -> Iterator[tuple[str, str]]:
        """The units and codes whose value is a formula's stored result."""
        for code, fields in self.reported.columns.items():
            rows = {
                row
                for column in fields.values()
                for row, spot in enumerate(column.spots)
                if spot is not None and spot[0].cached and spot[1:] in spot[0].cached
            }
            for row in sorted(rows):
                yield self.register.units[row].id, code

    def _sources(self, row: int, code: str) -> tuple[Place, ...]:
        """The cells that hold what a row reports for a code."""
        columns = self.reported.columns.get(code, {}).values()
        places = (column.place(row) for column in columns if column.texts[row])
        return tuple(place for place in places if place is not None)

    def _tell(self, key: str, code: str, field: str, row: int, /, **arguments: str) -> None:
        arguments = {"code": code, "field": field, **arguments}
        self.unread.add((row, code))
        self.problems.append(Problem(key, self._place(code, field, row), arguments=arguments))

    def _parents(self) -> dict[int, set[int]]:
        """For each leaf the rows in which a node above it was said not to apply."""
        rows: dict[int, set[int]] = {leaf.position: set() for leaf in self.criteria.leaves}
        for node in self.criteria:
            column = self.reported.columns.get(node.criterion.code, {}).get(BARE) if node.parts else None
            for row, text in enumerate(column.texts if column else ()):
                if not text or text == UNREADABLE:
                    continue
                if folded(text) not in self.words:
                    self._tell("value.on_parent", node.criterion.code, BARE, row, value=text)
                else:
                    if not self._condition_holds(node, row):
                        self.declared.setdefault(node.criterion.code, set()).add(row)
                    for leaf in node.leaves:
                        rows[leaf].add(row)
        return rows

    def _condition_holds(self, node: Node, row: int) -> bool:
        conditions = (above.criterion.not_applicable for above in ancestors(self.criteria, node))
        unit = self.register.units[row]
        return any(isinstance(each, NotApplicableWhen) and unit.agrees(each.when) for each in conditions)

    def _leaf(self, leaf: Node, above: set[int]) -> Answers:
        size = len(self.register)
        code = leaf.criterion.code
        rule = leaf.criterion.rule
        columns = self.reported.columns.get(code, {})
        alternatives = rule.rule.reads if rule else ()
        if not enters(leaf, self.stage):
            for field, column in columns.items():
                for row, text in enumerate(column.texts):
                    if text and text != UNREADABLE:
                        self._tell("value.not_self_scored", code, field, row, value=text)
            return Answers(np.full(size, UNSCORED, dtype=np.int8), {})
        condition = condition_rows(self.criteria, leaf, self.register, self.absent_nodes)
        applies_not = set() if condition is None else set(np.flatnonzero(condition).tolist())
        self.taken_away[leaf.position] = applies_not
        if not columns and not is_unscored(leaf) and self.criteria.missing == "refuse":
            if len(applies_not | above) < size - len(self.absent) and code not in self.reported.excused:
                arguments = {"code": code, "title": leaf.criterion.title.first}
                self.problems.append(Problem("table.no_column", self.whole, arguments=arguments))
            settled_rows = np.isin(np.arange(size), list(applies_not | above))
            return Answers(np.where(settled_rows, np.int8(NOT_APPLICABLE), np.int8(MISSING)), {})
        status = np.full(size, SCORED, dtype=np.int8)
        used: dict[str, list[bool]] = {name: [False] * size for name in columns}
        for row in range(size):
            texts = {name: column.texts[row] for name, column in columns.items() if column.texts[row]}
            status[row] = self._status(leaf, row, texts, alternatives, row in applies_not or row in above, used)
        fields = {
            field.name: self._numbers(leaf, field, columns[field.name], used[field.name])
            for alternative in alternatives
            for field in alternative
            if field.name in columns
        }
        typed = None
        if POINTS in columns and POINTS not in fields:
            typed = self._numbers(leaf, _POINT_FIELD, columns[POINTS], used[POINTS])
        return Answers(status, fields, typed)

    def _status(
        self,
        leaf: Node,
        row: int,
        texts: dict[str, str],
        alternatives: tuple[tuple[Field, ...], ...],
        settled: bool,
        used: dict[str, list[bool]],
    ) -> int:
        code = leaf.criterion.code
        gone = [name for name, text in texts.items() if folded(text) in self.words]
        if settled:
            key = "absent" if is_absent(self.criteria, leaf, self.absent_nodes) else "condition"
            for name in sorted(texts.keys() - set(gone)):
                self._tell(f"value.beside_{key}", code, name, row, value=texts[name])
            return NOT_APPLICABLE
        if gone:
            if len(gone) < len(texts) or self._half_gone(code, row, gone, alternatives):
                self._tell("value.half_not_applicable", code, gone[0], row, value=texts[gone[0]])
            else:
                self.declared.setdefault(code, set()).add(row)
            return NOT_APPLICABLE
        if BARE in texts:
            known = ", ".join(f"{code}.{field.name}" for group in alternatives for field in group)
            self._tell("value.which_field", code, BARE, row, value=texts[BARE], known=known)
            return MISSING
        if UNREADABLE in texts.values():
            self.unread.add((row, code))
            return MISSING
        for name in texts:
            used[name][row] = True
        own = frozenset(name for name in texts if name != POINTS or leaf_rule_is_points(leaf))
        reading = (
            leaf.criterion.rule.rule.reading(own, self.register.units[row]) if leaf.criterion.rule else Reading("none")
        )
        names = ", ".join(f"{code}.{name}" for name in reading.fields)
        if reading.state in ("two_ways", "elsewhere"):
            self._tell(f"value.{reading.state}", code, reading.fields[0], row, names=names)
            return SCORED
        if reading.state == "half":
            if self.criteria.missing == "refuse":
                lacking = ", ".join(reading.fields)
                self._tell("value.missing_field", code, reading.fields[0], row, lacking=lacking)
            for name in texts:
                used[name][row] = False
            return MISSING
        if reading.state == "whole":
            return SCORED
        if POINTS in texts:
            return GIVEN
        if is_unscored(leaf):
            return UNSCORED
        unit = self.register.units[row].id
        doubtful = {(unit, code), ("", code)} & self.reported.doubtful
        if self.criteria.missing == "refuse" and unit not in self.absent and not doubtful:
            self._tell("value.missing", code, alternatives[0][0].name if alternatives else "", row)
        return MISSING

    def _half_gone(self, code: str, row: int, gone: list[str], alternatives: tuple[tuple[Field, ...], ...]) -> bool:
        """Whether a field that belongs to a field said not to apply is left empty."""
        columns = self.reported.columns[code]
        return any(
            field.name in columns and field.name not in gone
            for group in alternatives
            if any(field.name in gone for field in group)
            for field in group
        )

    def _numbers(self, leaf: Node, field: Field, column: TextColumn, used: list[bool]) -> FieldColumn:
        code = leaf.criterion.code
        given = None if all(used) else np.array(used, dtype=np.bool_)
        texts = (
            column.texts
            if given is None
            else [text if use else "" for text, use in zip(column.texts, used, strict=True)]
        )
        size = len(texts)
        if field.kind == "text":
            return FieldColumn(Integers(np.zeros(size, dtype=np.int64), 0, 0), 0, given, tuple(texts))
        if field.kind == "yes_no":
            return FieldColumn(Integers.of(self._truths(code, field, texts, used)), 0, given)
        texts = self._without_marks(column, texts, code, field.name)
        filled = texts if given is None else [text or "0" for text in texts]
        integers, places, wrong = parse_integers(filled)
        for row in wrong:
            self._tell_number(code, field.name, row, column.texts[row])
        if field.kind == "whole" and places:
            for row, text in enumerate(filled):
                if "." in text and row not in wrong:
                    self._tell("value.whole", code, field.name, row, value=column.texts[row])
        return FieldColumn(Integers.of(integers), places, given)

    def _truths(self, code: str, field: Field, texts: list[str], used: list[bool]) -> list[int]:
        truths = []
        for row, text in enumerate(texts):
            truth = yes_or_no(text) if used[row] else False
            if truth is None:
                self._tell("value.yes_no", code, field.name, row, value=text)
            truths.append(int(bool(truth)))
        return truths

    def _without_marks(self, column: TextColumn, texts: list[str], code: str, field: str) -> list[str]:
        """Numbers with the marks that their files declare as numbers with a point; other marks are refused."""
        if not self.marked:
            return texts
        read = []
        for row, text in enumerate(texts):
            spot = column.spots[row]
            if not text or spot is None or not spot[0].marked:
                read.append(text)
            elif (number := spot[0].number(text)) is not None and parse_decimal(number) is not None:
                read.append(number)
            else:
                point = "." in text and spot[0].decimal == "," and not spot[0].thousands
                key = "value.point_in_comma_file" if point else "value.grouped" if spot[0].thousands else "value.number"
                self._tell(key, code, field, row, value=text)
                read.append("0")
        return read

    def _tell_number(self, code: str, field: str, row: int, text: str) -> None:
        if "," in text and not parse_integers([text.replace(",", ".", 1)])[2]:
            self._tell("value.comma", code, field, row, value=text, cure=text.replace(",", ".", 1))
        elif text.endswith("%"):
            self._tell("value.per_cent", code, field, row, value=text)
        else:
            self._tell("value.number", code, field, row, value=text)

    def _check_declared(self) -> None:
        """A unit may say that a leaf does not apply only where the leaf allows it, or all of a node that does."""
        for node in self.criteria:
            code = node.criterion.code
            for row in sorted(self.declared.get(code, ())):
                if not any(self._said_whole(above, row) for above in ancestors(self.criteria, node)):
                    self._tell("value.not_allowed", code, self._named_field(code), row, value=self._text(code, row))

    def _named_field(self, code: str) -> str:
        return next(iter(self.reported.columns.get(code, {"": None})))

    def _text(self, code: str, row: int) -> str:
        columns = self.reported.columns.get(code, {})
        return next((column.texts[row] for column in columns.values() if column.texts[row]), "")

    def _said_whole(self, node: Node, row: int) -> bool:
        if node.criterion.not_applicable != "allowed":
            return False
        return self._is_out(node, row)

    def _is_out(self, node: Node, row: int) -> bool:
        """Whether all leaves of a node that could earn points are said not to apply, or a condition takes them away."""
        leaves = [self.criteria.nodes[position] for position in node.leaves]
        entering = [leaf for leaf in leaves if enters(leaf, self.stage)]
        earning = [leaf for leaf in entering if not is_unscored(leaf)] or entering
        return all(
            row in self.taken_away.get(leaf.position, ())
            or any(row in self.declared.get(each.criterion.code, ()) for each in ancestors(self.criteria, leaf))
            for leaf in earning
        )

    def _uses(self) -> tuple[tuple[str, str], ...]:
        """The highest nodes each unit said do not apply."""
        uses: list[tuple[str, str]] = []
        for row in sorted(set().union(*self.declared.values())):
            unit = self.register.units[row]
            told: set[int] = set()
            for node in self.criteria:
                if node.position in told or not self._is_out(node, row) or not self._has_declared(node, row):
                    continue
                told.update(range(node.position, node.leaves[-1] + 1))
                uses.append((unit.id, node.criterion.code))
        return tuple(uses)

    def _has_declared(self, node: Node, row: int) -> bool:
        """Whether the unit itself said so of the node, of what lies above it or of a part of it."""
        below = self.criteria.nodes[node.position : node.leaves[-1] + 1]
        return any(
            row in self.declared.get(each.criterion.code, ()) for each in (*below, *ancestors(self.criteria, node))
        )


def _told_well(problem: Problem) -> Problem:
    """A value far too large, that would be right with a decimal point in it, is told so."""
    value, most = problem.arguments.get("value"), problem.arguments.get("most")
    if problem.key not in ("value.high", "value.rate", "value.points") or not isinstance(value, str):
        return problem
    found, limit = parse_decimal(value), parse_decimal(str(most))
    if found is None or limit is None or "." in value or len(value) < 2 or found < 2 * limit:
        return problem
    for places in (1, 2, 3):
        meant = found.scaleb(-places)
        if meant <= limit:
            return attrs.evolve(problem, key="value.point_lost", arguments={**problem.arguments, "cure": f"{meant:f}"})
    return problem


def stopped(problems: list[Problem]) -> list[Problem]:
    """So many problems that no more were looked for; the first says so."""
    told = sorted(problems, key=_order)
    place = Place(told[0].place.file) if told[0].place else None
    return [Problem("table.stopped", place, arguments={"most": f"{MOST_PROBLEMS:,}"}), *told]


def _order(problem: Problem) -> tuple[bool, str, int]:
    """Problems by file and line; those without a place come last."""
    place = problem.place
    return (place is None, place.file if place else "", (place.line or 0) if place else 0)
