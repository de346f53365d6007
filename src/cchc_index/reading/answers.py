"""Columns of facts into an assessment: gaps and not-applicables told apart, numbers read, every value checked.

Whole columns are settled by masks, rule by rule: which units a condition takes away, who says "not applicable", whose
fields make an answer. A row of which something has been told counts as missing from there on.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.assessment.answers import POINTS, Answers
from cchc_index.assessment.applicability import (
    Absent,
    Applicability,
    allows,
    ancestors,
    condition_rows,
    is_absent,
    is_unscored,
    leaf_rule_is_points,
)
from cchc_index.assessment.assessment import Assessment, settle_relative
from cchc_index.assessment.awaited import Awaited, awaited_rows, awaited_with
from cchc_index.criteria.tree import Node, NotApplicableWhen, Stage, enters
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.facts import BARE, FactColumn, Reported
from cchc_index.reading.forms import Form
from cchc_index.reading.grids.cells import EMPTY, FAULTY, MOST_PROBLEMS
from cchc_index.reading.telling import hangs_on_gaps, lacking_codes, order, stopped, with_its_point
from cchc_index.registry.guarded import unguarded
from cchc_index.rules.columns import Field, FieldColumn
from cchc_index.rules.contract import Completeness, NamedRule, ScoringRule
from cchc_index.values.exact import Integers, parse_decimal
from cchc_index.values.headings import says_nothing
from cchc_index.values.statuses import GIVEN, MISSING, NOT_APPLICABLE, SCORED, UNSCORED
from cchc_index.values.units import yes_or_no

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray

_POINT_FIELD: Final = Field(POINTS)


class AnswerReader:
    """Makes an assessment of what tables report, and collects the problems of its values."""

    def __init__(
        self,
        reported: Reported,
        stage: Stage,
        inputs: dict[str, str],
        name: str,
        absent: tuple[Absent, ...] = (),
        *,
        decides: bool = False,
        awaiting: tuple[Awaited, ...] = (),
        only: frozenset[str] | None = None,
        names_last: bool = False,
    ) -> None:
        """Take the facts, the stage, the files' sums, whom to name for gaps, what is left out or still to come."""
        self.decides = decides
        self.awaiting = awaiting
        self.only = only  #: the leaves that are looked at, whatever else is lacking; None for all of them
        self.absent_nodes = absent
        self.whole = Place(name) if name else None
        self.reported = reported
        self.names_last = names_last  #: whether nobody reports what is compared with last year's result
        self.criteria = reported.criteria
        self.register = reported.register
        self.size = len(reported.register)
        self.stage = stage
        self.inputs = inputs
        self.problems = list(reported.problems)
        self.absent = np.array([unit.id not in reported.seen for unit in self.register], dtype=np.bool_)
        self.applicability = Applicability(self.criteria, stage, self.size)
        self.told: dict[str, BoolArray] = {}
        self.conditions: dict[tuple[int, ...], BoolArray | None] = {}

    def read(self) -> Assessment | list[Problem]:
        """The assessment, or every problem of the tables."""
        for row in np.flatnonzero(self.absent).tolist() if self.only is None else ():
            unit = self.register.units[row]
            if not self.reported.is_doubtful(unit.id):
                arguments = {"unit": unit.id, "name": unit.name, "stage_name": self.stage}
                key = "stage.unit" if self.reported.is_left(row) else "unit.missing"
                self.problems.append(Problem(key, self.whole, arguments=arguments))
        by_parent = self._parents()
        answers = {}
        for leaf in self.criteria.leaves:
            if self.only is not None and leaf.criterion.code not in self.only:
                answers[leaf.criterion.code] = Answers(np.full(self.size, UNSCORED, dtype=np.int8), {})
                continue
            answers[leaf.criterion.code] = self._leaf(leaf, by_parent.get(leaf.position, ()))
            if len(self.problems) > MOST_PROBLEMS:
                return stopped(self.problems)
        if self.only is None:
            self._check_declared()
        told = {**self.told, **awaited_rows(self.criteria, self.awaiting, self.size)}
        settled_answers, counting = settle_relative(self.criteria, self.register, answers, told)
        assessment = Assessment(
            self.criteria,
            self.register,
            self.stage,
            settled_answers,
            absent=self.absent_nodes,
            awaiting=self.awaiting,
            counting=counting,
            declared=self._uses(),
            remarks=self.reported.remarks,
            inputs=self.inputs,
            computed=tuple(self.reported.computed()),
            overturned=tuple(sorted(self.reported.overturned)),
            carried=self.reported.carried,
            edited=self.reported.edited,
            sources=self.reported.sources,
        )
        if not any(problem.key in ("table.no_column", "stage.no_column") for problem in self.problems):
            gaps = lacking_codes(self.problems) if self.problems else frozenset()
            for problem, (row, code, field) in assessment.refusals():
                if hangs_on_gaps(problem, code, gaps):
                    continue
                self.problems.append(attrs.evolve(with_its_point(problem), place=self._place(code, field, row)))
        return sorted(self.problems, key=order) or assessment

    def _form(self, unit: str) -> Form | None:
        """The last form that came in from a unit: that of this stage stands behind those of the stages before."""
        forms = (shape for shape in reversed(self.reported.shapes) if isinstance(shape, Form))
        return next((form for form in forms if form.head.unit == unit), None)

    def _place(self, code: str, field: str, row: int) -> Place | None:
        fields = self.reported.columns.get(code, {})
        column = fields.get(field) or next(iter(fields.values()), None)
        place = self.reported.place(column, row, code) if column else None
        if place is None:
            form = self._form(unit := self.register.units[row].id)
            file = form.name if form else self.whole.file if self.whole else ""
            place = Place(file, unit=unit, sheet=form.grid.sheet if form else None) if file else None
        return place

    def _tell(self, key: str, code: str, field: str, row: int, /, **arguments: str) -> None:
        arguments = {"code": code, "field": field, **arguments}
        self.problems.append(Problem(key, self._place(code, field, row), arguments=arguments))

    def _tell_each(self, key: str, code: str, columns: dict[str, FactColumn]) -> None:
        for field, column in columns.items():
            for row in np.flatnonzero((column.words != EMPTY) & (column.words != FAULTY)).tolist():
                self._tell(key, code, field, row, value=self.reported.text(column, row))

    def _parents(self) -> dict[int, list[tuple[str, BoolArray]]]:
        """For each leaf the nodes above it that some units said not to apply, and the rows of these units."""
        rows: dict[int, list[tuple[str, BoolArray]]] = {}
        for node in self.criteria:
            code = node.criterion.code
            column = self.reported.columns.get(code, {}).get(BARE) if node.parts else None
            if column is None:
                continue
            says = self.reported.says_absent(column)
            for row in np.flatnonzero((column.words != EMPTY) & (column.words != FAULTY) & ~says).tolist():
                self._tell("value.on_parent", code, BARE, row, value=self.reported.text(column, row))
            own = says.copy()
            own[[row for row in np.flatnonzero(says).tolist() if self._condition_holds(node, row)]] = False
            if own.any():
                self.applicability.declared[code] = own
            for leaf in node.leaves if says.any() else ():
                rows.setdefault(leaf, []).append((code, says))
        return rows

    def _condition_holds(self, node: Node, row: int) -> bool:
        conditions = (above.criterion.not_applicable for above in ancestors(self.criteria, node))
        unit = self.register.units[row]
        return any(isinstance(each, NotApplicableWhen) and unit.agrees(each.when) for each in conditions)

    def _conditioned(self, leaf: Node) -> BoolArray:
        """The rows that a condition takes a leaf away from; the same for all leaves below the same conditions."""
        above = ancestors(self.criteria, leaf)
        out = is_absent(self.criteria, leaf, self.absent_nodes)
        found = tuple(each.position for each in above if isinstance(each.criterion.not_applicable, NotApplicableWhen))
        key = (-1,) if out else found
        if key not in self.conditions:
            self.conditions[key] = condition_rows(self.criteria, leaf, self.register, self.absent_nodes)
        rows = self.conditions[key]
        return np.zeros(self.size, dtype=np.bool_) if rows is None else rows

    def _leaf(self, leaf: Node, above: Sequence[tuple[str, BoolArray]]) -> Answers:
        code, rule = leaf.criterion.code, leaf.criterion.rule
        columns = self.reported.columns.get(code, {})
        if not enters(leaf, self.stage):
            self._tell_each("value.not_self_scored", code, columns)
            return Answers(np.full(self.size, UNSCORED, dtype=np.int8), {})
        taken_away = self.applicability.taken_away[leaf.position] = self._conditioned(leaf)
        out = functools.reduce(np.logical_or, (says for _, says in above), taken_away)
        awaited = awaited_with(self.criteria, leaf, self.awaiting)
        if awaited is not None and self._has_come(code, columns):
            return Answers(np.full(self.size, MISSING, dtype=np.int8), {})
        if leaf.criterion.improvement and (self.names_last or not (columns or awaited)):
            self._tell_each("previous.typed", code, columns)
            if not self.names_last:
                self.problems.append(Problem("previous.none", self.whole, arguments={"code": code}))
            return Answers(np.where(out, np.int8(NOT_APPLICABLE), np.int8(UNSCORED)), {})  # two results decide it
        if not columns and not is_unscored(leaf) and self.criteria.missing == "refuse" and awaited is None:
            if int(out.sum()) < self.size - int(self.absent.sum()) and not self.reported.is_doubtful(code=code):
                arguments = {"code": code, "title": leaf.criterion.title.first, "stage_name": self.stage}
                key = "stage.no_column" if code in self.reported.left else "table.no_column"
                self.problems.append(Problem(key, self.whole, arguments=arguments))
            return Answers(np.where(out, np.int8(NOT_APPLICABLE), np.int8(MISSING)), {})
        if not columns:
            gone_by = np.int8(UNSCORED if is_unscored(leaf) else MISSING)
            return Answers(np.where(out, np.int8(NOT_APPLICABLE), gone_by), {})
        reading = _LeafReading(self, leaf, rule, columns, refuses_gaps=self.refuses_gaps and awaited is None)
        return reading.read(taken_away, above)

    def _has_come(self, code: str, columns: dict[str, FactColumn]) -> bool:
        """Whether there are values of a leaf that is said to be awaited; each is told."""
        found = False
        for field, column in columns.items():
            values = (column.words != EMPTY) & ~self.reported.says_absent(column)
            for row in np.flatnonzero(values).tolist():
                self._tell("awaiting.come", code, field, row, value=self.reported.text(column, row))
                found = True
        return found

    def _check_declared(self) -> None:
        """A unit may say that a leaf does not apply only where the leaf allows it, or all of a node that does."""
        for code, refused in self.applicability.not_allowed():
            field = next(iter(self.reported.columns.get(code, {"": None})))
            for row in np.flatnonzero(refused).tolist():
                self._tell("value.not_allowed", code, field, row, value=self._text(code, row))

    def _uses(self) -> tuple[tuple[str, str], ...]:
        units, nodes = self.register.units, self.criteria.nodes
        return tuple((units[row].id, nodes[position].criterion.code) for row, position in self.applicability.uses())

    def _text(self, code: str, row: int) -> str:
        columns = self.reported.columns.get(code, {}).values()
        return next((self.reported.text(column, row) for column in columns if column.words[row] != EMPTY), "")

    @property
    def refuses_gaps(self) -> bool:
        """Whether what is missing is a problem."""
        return self.criteria.missing == "refuse" and self.only is None


class _LeafReading:
    """Settles one leaf's columns: statuses by masks, then numbers; problems are told by row."""

    def __init__(
        self,
        reader: AnswerReader,
        leaf: Node,
        rule: NamedRule | None,
        columns: dict[str, FactColumn],
        *,
        refuses_gaps: bool,
    ) -> None:
        self.reader = reader
        self.refuses_gaps = refuses_gaps
        self.leaf = leaf
        self.rule = rule
        self.code = leaf.criterion.code
        self.columns = columns
        self.alternatives = rule.rule.reads if rule else ()
        self.status = np.full(reader.size, MISSING, dtype=np.int8)
        self.present = {name: np.asarray(column.words != EMPTY) for name, column in columns.items()}
        self.used = {name: np.zeros(reader.size, dtype=np.bool_) for name in columns}
        #: what counts for nothing, of which it is told all the same if it is no value
        self.idle = {name: np.zeros(reader.size, dtype=np.bool_) for name in columns}
        self.told: list[tuple[int, Problem]] = []

    def read(self, taken_away: BoolArray, above: Sequence[tuple[str, BoolArray]]) -> Answers:
        """The leaf's answers.

        Args:
            taken_away: The rows in which the set's conditions do so.
            above: The nodes above that some units said not to apply, with the rows of these units.
        """
        faulty = self._any(np.asarray(column.words == FAULTY) for column in self.columns.values())
        left = self._settle_absent(taken_away, above)
        left = self._settle_bare(left, faulty)
        self._settle_answers(left & ~faulty)
        fields = {field.name: field for group in self.alternatives for field in group if field.name in self.columns}
        typed = POINTS in self.columns and POINTS not in fields
        wanted = {**fields, POINTS: _POINT_FIELD} if typed else fields
        wrong = self._any(self._unreadable(field) for field in wanted.values())
        self.status[wrong] = MISSING
        self.used = {name: used & ~wrong for name, used in self.used.items()}
        self.reader.problems += [problem for _, problem in sorted(self.told, key=lambda each: each[0])]
        if self.told or faulty.any():
            told = faulty.copy()
            told[[row for row, _ in self.told]] = True
            self.reader.told[self.code] = told
        made = {name: self._field_column(field) for name, field in wanted.items()}
        answers = Answers(self.status, {name: made[name] for name in fields}, made[POINTS] if typed else None)
        answers = attrs.evolve(answers, panels=self.reader.reported.panels.get(self.code, ()))
        anew = self.reader.reported.anew.get(self.code)
        if typed and self.reader.decides and anew is not None:
            answers = attrs.evolve(answers, decided=anew & self.used[POINTS])
        return answers

    def _any(self, masks: Iterable[BoolArray]) -> BoolArray:
        found = np.zeros(self.reader.size, dtype=np.bool_)
        for mask in masks:
            found |= mask
        return found

    def _tell(self, key: str, field: str, rows: BoolArray, /, **arguments: str) -> None:
        """Tell the same of a field in some rows, with its text there."""
        reader, column = self.reader, self.columns.get(field)
        for row in np.flatnonzero(rows).tolist():
            value = reader.reported.text(column, row) if column is not None else ""
            filled = {"code": self.code, "field": field, "value": value, **arguments}
            self.told.append((row, Problem(key, reader._place(self.code, field, row), arguments=filled)))

    def _settle_absent(self, taken_away: BoolArray, above: Sequence[tuple[str, BoolArray]]) -> BoolArray:
        """What does not apply, by a condition or by the unit's word; the rows that are left."""
        reader = self.reader
        says = {name: reader.reported.says_absent(column) for name, column in self.columns.items()}
        key = "absent" if is_absent(reader.criteria, self.leaf, reader.absent_nodes) else "condition"
        out: BoolArray = np.zeros(reader.size, dtype=np.bool_)
        for parent, where in (("", taken_away), *above):
            new = where & ~out
            for name in sorted(self.columns) if new.any() else ():
                beside = new & self.present[name] & ~says[name] & (self.columns[name].words != FAULTY)
                if parent:
                    for row in np.flatnonzero(beside).tolist():
                        alone: BoolArray = np.zeros(reader.size, dtype=np.bool_)
                        alone[row] = True
                        self._tell("value.beside_parent", name, alone, parent=parent, said=reader._text(parent, row))
                else:
                    self._tell(f"value.beside_{key}", name, beside)
            out |= new
        self.status[out] = NOT_APPLICABLE
        gone = self._any(says.values()) & ~out
        if gone.any():
            half = self._any(self.present[name] & ~said for name, said in says.items())
            for group in self.alternatives:
                own = [field.name for field in group if field.name in self.columns]
                half |= self._any(says[name] for name in own) & self._any(~says[name] for name in own)
            half &= gone
            untold: BoolArray = half.copy()
            for name, said in says.items():
                self._tell("value.half_not_applicable", name, untold & said)
                untold &= ~said
            reader.applicability.declared[self.code] = gone & ~half
            self.status[gone] = NOT_APPLICABLE
        left: BoolArray = ~(out | gone)
        return left

    def _settle_bare(self, left: BoolArray, faulty: BoolArray) -> BoolArray:
        """A column headed by the code alone where the leaf has several fields can only say "not applicable"."""
        if BARE not in self.columns:
            return left
        rows: BoolArray = left & self.present[BARE]
        known = ", ".join(f"{self.code}.{field.name}" for group in self.alternatives for field in group)
        self._tell("value.which_field", BARE, rows & ~faulty, known=known)
        return np.asarray(left & ~rows)

    def _settle_answers(self, left: BoolArray) -> None:
        """Whether the fields that are given make an answer: once for each set of fields that some units give."""
        names = [name for name in self.columns if name != BARE]
        pattern = np.zeros(self.reader.size, dtype=np.int64)
        for place, name in enumerate(names):
            pattern |= self.present[name].astype(np.int64) << place
        for bits in np.unique(pattern[left]).tolist():
            rows = left & (pattern == bits)
            given = [name for place, name in enumerate(names) if bits >> place & 1]
            own = frozenset(name for name in given if name != POINTS or leaf_rule_is_points(self.leaf))
            for reading, where in self._readings(own, rows):
                self._settle(reading, given, where)

    def _readings(self, own: frozenset[str], rows: BoolArray) -> Iterator[tuple[Completeness, BoolArray]]:
        """What the rule says of a set of fields, for the units to which it says the same.

        A rule of the library knows a unit by the columns of the register that it names; a plugin's is asked for each.
        """
        named, register = self.rule, self.reader.register
        if named is None:
            yield Completeness("none"), rows
            return
        rule = named.rule
        if type(unguarded(rule)).reading is ScoringRule.reading:
            yield rule.reading(own, register.units[int(rows.argmax())]), rows
            return
        if named.owner:
            for row in np.flatnonzero(rows).tolist():
                alone = np.zeros(self.reader.size, dtype=np.bool_)
                alone[row] = True
                yield rule.reading(own, register.units[row]), alone
            return
        blocks = np.zeros(self.reader.size, dtype=np.int64)
        for column in rule.columns:
            values, places = register.column(column)
            blocks = np.unique(blocks * len(values) + places, return_inverse=True)[1]
        for block in np.unique(blocks[rows]).tolist():
            where = rows & (blocks == block)
            yield rule.reading(own, register.units[int(where.argmax())]), where

    def _settle(self, reading: Completeness, given: list[str], rows: BoolArray) -> None:
        reader = self.reader
        names = ", ".join(f"{self.code}.{name}" for name in reading.fields)
        if reading.state in ("two_ways", "elsewhere"):
            self._tell(f"value.{reading.state}", reading.fields[0], rows, names=names)
            self._idle(given, rows)
        elif reading.state == "half":
            if self.refuses_gaps:
                sure = reader.reported.sure_rows(rows & ~reader.absent, self.code)
                self._tell("value.missing_field", reading.fields[0], sure, lacking=", ".join(reading.fields))
            self._idle(given, rows)
        elif reading.state == "whole" or POINTS in given:
            self.status[rows] = SCORED if reading.state == "whole" else GIVEN
            for name in given:
                self.used[name] |= rows
        elif is_unscored(self.leaf):
            self.status[rows] = UNSCORED
        elif self.refuses_gaps:
            untold = reader.reported.sure_rows(rows & ~reader.absent, self.code)
            first = self.alternatives[0][0].name if self.alternatives else ""
            left = reader.reported.left.get(self.code)
            if left is not None:
                self._tell("stage.blank", first, untold & left, stage_name=reader.stage)
                untold &= ~left
            self._tell("value.missing", first, untold)

    def _idle(self, given: Iterable[str], rows: BoolArray) -> None:
        """Note fields that are given in some rows and count for nothing there."""
        for name in given:
            self.idle[name] |= rows

    def _unreadable(self, field: Field) -> BoolArray:
        """The rows whose text is none of the kind that the field takes; each is told."""
        column, used = self.columns[field.name], self.used[field.name] | self.idle[field.name]
        if field.kind == "text":
            return np.zeros(self.reader.size, dtype=np.bool_)
        if field.kind == "yes_no":
            wrong = used & (self._truths(column, used) < 0)
            self._tell("value.yes_no", field.name, wrong)
            return wrong
        _, places, is_number = self.reader.reported.texts.read_numbers(column.words)
        wrong = used & ~is_number
        for row in np.flatnonzero(wrong).tolist():
            self._tell_number(field.name, column, row)
        # of what counts for nothing it is enough to know that it is a number
        if field.kind == "whole" and (broken := self.used[field.name] & is_number & (places > 0)).any():
            self._tell("value.whole", field.name, broken)
            wrong |= broken
        return wrong

    def _truths(self, column: FactColumn, used: BoolArray) -> npt.NDArray[np.int64]:
        """1 for yes, 0 for no, -1 for neither, and 0 where nothing is used."""
        truths = np.zeros(self.reader.size, dtype=np.int64)
        rows = np.flatnonzero(used)
        if len(rows):
            distinct, first, places = np.unique(column.words[rows], return_index=True, return_inverse=True)
            texts = [self.reader.reported.text(column, int(rows[at])) for at in first.tolist()]
            said = [yes_or_no(text) for text in texts]
            values = np.array([-1 if truth is None else int(truth) for truth in said], dtype=np.int64)
            truths[rows] = values[places.reshape(len(rows))] if len(distinct) else 0
        return truths

    def _tell_number(self, field: str, column: FactColumn, row: int) -> None:
        reported = self.reader.reported
        text, declared = reported.text(column, row), reported.grid(column, row).declared
        alone = np.zeros(self.reader.size, dtype=np.bool_)
        alone[row] = True
        if declared.marked:
            point = "." in text and declared.decimal == "," and not declared.thousands
            key = "value.point_in_comma_file" if point else "value.grouped" if declared.thousands else "value.number"
            self._tell(key, field, alone)
        elif "," in text and parse_decimal(text.replace(",", ".", 1)) is not None:
            self._tell("value.comma", field, alone, cure=text.replace(",", ".", 1))
        elif text.endswith("%"):
            self._tell("value.per_cent", field, alone)
        elif says_nothing(text):
            key = "value.number_or_word" if allows(self.reader.criteria, self.leaf) else "value.number_no_word"
            self._tell(key, field, alone, words=", ".join(self.reader.criteria.not_applicable_words) or "na")
        else:
            self._tell("value.number", field, alone)

    def _field_column(self, field: Field) -> FieldColumn:
        """A field's values where they are used."""
        column, used = self.columns[field.name], self.used[field.name]
        given = None if used.all() else used
        if field.kind == "text":
            words, first, where = np.unique(np.where(used, column.words, EMPTY), return_index=True, return_inverse=True)
            rows = zip(words.tolist(), first.tolist(), strict=True)
            texts = ["" if word == EMPTY else self.reader.reported.text(column, row) for word, row in rows]
            return FieldColumn(Integers.of(where.reshape(self.reader.size)), 0, given, tuple(texts))
        if field.kind == "yes_no":
            return FieldColumn(Integers.of(self._truths(column, used)), 0, given)
        words = column.words if given is None else np.where(used, column.words, 0)
        mantissas, places, _ = self.reader.reported.texts.read_numbers(words)
        made, reported = FieldColumn.of_mantissas(mantissas, places, given), self.reader.reported
        return attrs.evolve(made, meant=reported.meant(column), printed=reported.printed(column, places, used))
