"""The answers given for one set, held against another: what stays an answer, what is missing, what counts no longer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.assessment.answers import POINTS, Answers
from cchc_index.assessment.applicability import (
    Absent,
    allows,
    ancestors,
    condition_rows,
    is_unscored,
    leaf_rule_is_points,
)
from cchc_index.assessment.awaited import Awaited, awaited_with
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Node, Stage, enters
from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import FieldColumn
from cchc_index.rules.contract import ScoringRule
from cchc_index.values.statuses import GIVEN, MISSING, NOT_APPLICABLE, SCORED, UNSCORED
from cchc_index.values.units import Register

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

Told = tuple[Problem, tuple[int, str, str]]  #: a problem with its row (-1 for all of them), code and field
_EVERY: Final = -1


class Carrier:
    """Takes the answers of one set to another, leaf by leaf, and collects what cannot be taken.

    Attributes:
        told: What is wrong.
    """

    def __init__(
        self,
        before: CriteriaSet,
        after: CriteriaSet,
        register: Register,
        stage: Stage,
        absent: tuple[Absent, ...],
        awaiting: tuple[Awaited, ...] = (),
        *,
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Take both sets, the units, the stage, what is left out for all, and what is still to come.

        With names, which give for codes of the other set those of this one, values go where these say; without,
        they stay with their codes.
        """
        self.names = names
        self.before, self.after, self.register, self.stage, self.absent = before, after, register, stage, absent
        self.awaiting = awaiting
        self.size = len(register)
        self.told: list[Told] = []

    def carried(self, answers: Mapping[str, Answers], declared: tuple[tuple[str, str], ...]) -> dict[str, Answers]:
        """For each leaf of the other set its answers there.

        Args:
            answers: The answers, by code.
            declared: The highest nodes that units said do not apply to them.
        """
        said: dict[str, BoolArray] = {}
        for unit, code in declared:
            said.setdefault(code, np.zeros(self.size, dtype=np.bool_))[self.register.row(unit)] = True
        return {leaf.criterion.code: self._leaf(leaf, answers, said) for leaf in self.after.leaves}

    def _leaf(self, leaf: Node, answers: Mapping[str, Answers], said: Mapping[str, BoolArray]) -> Answers:
        code = leaf.criterion.code
        position = self.before.positions.get(code if self.names is None else self.names.get(code, ""))
        old = None if position is None or self.before.nodes[position].parts else self.before.nodes[position]
        given = (
            answers[old.criterion.code] if old is not None else Answers(np.full(self.size, MISSING, dtype=np.int8), {})
        )
        if old is not None and given.is_changed and self._is_other(leaf, old):
            arguments = {"code": code, "before": self.before.name}
            self.told.append((Problem("adjustment.other_leaf", arguments=arguments), (_EVERY, code, "")))
        if old is not None and self._stays(leaf, old, given, said):
            return given
        gone = self._rows(self.after, leaf)
        status = given.status.copy()
        if given.waiting is not None:
            status[given.waiting] = SCORED  # relative rules are settled anew
        out = status == NOT_APPLICABLE
        if old is not None:
            out &= ~self._rows(self.before, old)  # what is left was said by the units
        for above in ancestors(self.after, leaf):
            if above.criterion.code in said:
                out |= said[above.criterion.code]
        has_answer = (status == SCORED) | (status == GIVEN)
        if not enters(leaf, self.stage):
            self._tell("value.not_self_scored", code, has_answer, given)
            return Answers(np.full(self.size, UNSCORED, dtype=np.int8), {})
        self._tell("value.beside_condition", code, has_answer & gone, given)
        if not allows(self.after, leaf):
            self._tell("value.not_allowed", code, out & ~gone)
        status[~has_answer] = UNSCORED if is_unscored(leaf) else MISSING
        found = self._answers(leaf, old, attrs.evolve(given, status=status, waiting=None))
        found.status[out | gone] = NOT_APPLICABLE
        if awaited_with(self.after, leaf, self.awaiting) is not None:
            return found
        if self.after.missing == "refuse" and (lacking := found.status == MISSING).any():
            if old is None:
                arguments = {"code": code, "title": leaf.criterion.title.first}
                self.told.append((Problem("table.no_column", arguments=arguments), (_EVERY, code, "")))
            else:
                already = {row for _, (row, own, _) in self.told if own == code}
                if _EVERY not in already:
                    lacking[list(already)] = False
                    self._tell("value.missing", code, lacking)
        return found

    def _is_other(self, leaf: Node, old: Node) -> bool:
        """Whether points that a council decided or adjusted would be points of something else."""
        one, other = leaf.criterion, old.criterion
        places = self.after.rounding.points != self.before.rounding.points
        return places or one.max_points != other.max_points or one.rule != other.rule

    def _stays(self, leaf: Node, old: Node, given: Answers, said: Mapping[str, BoolArray]) -> bool:
        """Whether there is nothing to be asked: each unit answered, under the same rule and without a condition."""
        return (
            leaf.criterion.rule is old.criterion.rule
            and given.waiting is None
            and int(given.status.max(initial=SCORED)) <= GIVEN
            and enters(leaf, self.stage)
            and not any(above.criterion.code in said for above in ancestors(self.after, leaf))
            and condition_rows(self.after, leaf, self.register, self.absent) is None
        )

    def _rows(self, criteria: CriteriaSet, leaf: Node) -> BoolArray:
        """The units that a condition takes a leaf away from."""
        rows = condition_rows(criteria, leaf, self.register, self.absent)
        return np.zeros(self.size, dtype=np.bool_) if rows is None else rows

    def _answers(self, leaf: Node, old: Node | None, given: Answers) -> Answers:
        """The same values, read by another rule where the leaf has another."""
        named = leaf.criterion.rule
        if old is None or named is None or named == old.criterion.rule:
            return given
        fields, typed, status = dict(given.fields), given.typed, given.status
        wanted = {field.name: field for group in named.rule.reads for field in group}
        before = old.criterion.rule.rule.reads if old.criterion.rule else ()
        kinds = {field.name: field for group in before for field in group}
        for name in list(fields):
            if name not in wanted or wanted[name].kind != kinds[name].kind:
                code = leaf.criterion.code
                arguments = {"code": code, "field": name, "known": ", ".join(wanted), "rule": named.name}
                self.told.append((Problem("value.other_field", arguments=arguments), (_EVERY, code, name)))
                del fields[name]
        if leaf_rule_is_points(leaf) and typed is not None:  # given before, and read by the rule itself now
            fields[POINTS], typed = typed, None
            status[status == GIVEN] = SCORED
        self._complete(leaf.criterion.code, named.rule, Answers(status, fields, typed))
        return Answers(status, fields, typed)

    def _complete(self, code: str, rule: ScoringRule, found: Answers) -> None:
        """Whether the fields that each unit gave make an answer for the rule."""
        for row in np.flatnonzero(found.status == SCORED).tolist():
            own = frozenset(name for name, column in found.fields.items() if _gave(column, row))
            reading = rule.reading(own, self.register.units[row])
            if reading.state == "whole":
                continue
            found.status[row] = MISSING
            if found.typed is not None and _gave(found.typed, row):
                found.status[row] = GIVEN
            elif reading.state in ("two_ways", "elsewhere"):
                names = ", ".join(f"{code}.{name}" for name in reading.fields)
                arguments = {"code": code, "field": reading.fields[0], "names": names, "value": ""}
                self.told.append((Problem(f"value.{reading.state}", arguments=arguments), (row, code, "")))

    def _tell(self, key: str, code: str, rows: BoolArray, given: Answers | None = None) -> None:
        """Tell the same of some units, each with what it gave, or with its word for "not applicable"."""
        for row in np.flatnonzero(rows).tolist():
            said = _first(given, row) if given is not None else next(iter(self.before.not_applicable_words), "")
            self.told.append((Problem(key, arguments={"code": code, "value": said, "field": ""}), (row, code, "")))


def _gave(column: FieldColumn, row: int) -> bool:
    return column.given is None or bool(column.given[row])


def _first(given: Answers, row: int) -> str:
    columns = [*given.fields.values(), *([given.typed] if given.typed is not None else [])]
    values = (column.value(row, "text" if column.texts is not None else "number") for column in columns)
    return next((str(value) for value in values if value is not None), "")
