"""What comes in: the values reported for units and leaves at one stage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

import attrs
import numpy as np

from cchc_index.assessment.adjustment import Adjustment, standing
from cchc_index.assessment.answers import POINTS, Answers
from cchc_index.assessment.applicability import (
    Absent,
    absent_problems,
    allows,
    condition_rows,
    is_absent,
    leaf_rule_is_points,
)
from cchc_index.assessment.awaited import Awaited, awaited_rows
from cchc_index.assessment.carrying import Carrier
from cchc_index.assessment.demands import register_problems
from cchc_index.assessment.last_year import LastYear
from cchc_index.assessment.origin import Origin
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import STAGES, Node, Stage, enters
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Place, Problem
from cchc_index.problems.wanted import want
from cchc_index.rules.columns import Column, Field, FieldColumn
from cchc_index.rules.contract import Leaf, Refusal
from cchc_index.rules.rate import hundredfold
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import Ratios
from cchc_index.values.html_table import html_table
from cchc_index.values.statuses import GIVEN, MISSING, NAMES, NOT_APPLICABLE, SCORED, UNSCORED
from cchc_index.values.text import folded
from cchc_index.values.units import Register

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray

SMALL_RATE: Final = "value.fraction"  #: the question to a rate that may be a share


@attrs.frozen
class Remark:
    """What stands beside a value.

    Attributes:
        evidence: The evidence document (tài liệu kiểm chứng).
        note: A note.
    """

    evidence: str = ""
    note: str = ""


@attrs.frozen(eq=False, repr=False)
class Assessment:
    """The reported values of units for the leaves of a set, at one stage (phiếu chấm điểm).

    Made by `cchc_index.read_assessment` from tables, or by `from_columns` from arrays; either checks every value, so
    an assessment that exists can be scored.

    Attributes:
        criteria: The set.
        register: The units.
        stage: `self`, `final`, or an appraising stage between them.
        answers: Each leaf's column, by code.
        declared: The highest nodes said not to apply: pairs of unit and code, as declared in the table.
        remarks: Evidence and notes by unit and code.
        inputs: SHA-256 of every file that was read.
        origin: What the cycle says of the values; None where they belong to no cycle.
        absent: Optional nodes that are left out for all units.
        awaiting: Nodes whose values are still to come, for all units.
        computed: Pairs of unit and code whose value is what a workbook's formula gave when the file was saved.
        overturned: Pairs of unit and node of which a later stage said that it applies after all, or no longer does.
        carried: For each code the place in `stages` that each unit's answer was taken over from; -1 where it is new.
        edited: For units whose forms were made before the set was edited the codes with other titles on them.
        adjustments: What a council changed, in the order of the file.
        overtaken: What it changed at a stage before, and what a later one said anew: it counts no longer.
        stages: The stages of its cycle, in order.
        sources: The cells that a row's answer for a code was read from; None where no file was.
        counting: The units that relative rules compare with: ranked ones that lack nothing; None without such a rule.
        last: Last year's result, as the cycle names it; None without one.
    """

    criteria: CriteriaSet
    register: Register
    stage: Stage
    answers: Mapping[str, Answers]
    declared: tuple[tuple[str, str], ...] = ()
    remarks: Mapping[tuple[str, str], Remark] = attrs.field(factory=dict)
    inputs: Mapping[str, str] = attrs.field(factory=dict)
    origin: Origin | None = None
    absent: tuple[Absent, ...] = ()
    awaiting: tuple[Awaited, ...] = ()
    counting: BoolArray | None = None
    computed: tuple[tuple[str, str], ...] = ()
    overturned: tuple[tuple[str, str], ...] = ()
    carried: Mapping[str, npt.NDArray[np.int8]] = attrs.field(factory=dict, repr=False)
    edited: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    adjustments: tuple[Adjustment, ...] = ()
    overtaken: tuple[Adjustment, ...] = ()
    stages: tuple[Stage, ...] = STAGES
    sources: Callable[[int, str], tuple[Place, ...]] | None = attrs.field(default=None, repr=False)
    last: LastYear | None = None

    def __repr__(self) -> str:
        """The set, the stage, and how many units there are."""
        return f"Assessment({self.criteria.name!r}, stage={self.stage!r}, units={len(self.register)})"

    def _repr_html_(self) -> str:
        """Each leaf with how many units answered it, for notebooks."""
        counts = {code: np.bincount(each.status, minlength=len(NAMES)).tolist() for code, each in self.answers.items()}
        leaves = [leaf.criterion for leaf in self.criteria.leaves]
        rows = ((leaf.code, leaf.title.first, *counts[leaf.code]) for leaf in leaves)
        caption = f"{self.criteria.name} ({self.criteria.source.status}), {self.stage}, {self.data or '-'}"
        return html_table(caption, ("code", "title", *NAMES), rows, len(leaves))

    @property
    def data(self) -> Literal["real", "synthetic"] | None:
        """Whether the values are `real` or `synthetic`; None where no cycle says so."""
        return self.origin.data if self.origin else None

    def places(self, unit: str, code: str) -> tuple[Place, ...]:
        """The cells that a unit's answer for a code was read from.

        Example:
            >>> import cchc_index
            >>> (assessment,) = cchc_index.open_cycle("lai-chau-2021").assessments()
            >>> [place.text("en") for place in assessment.places("so-tai-chinh", "1")][0].partition("lai-chau-2021")[2]
            '/indicators.csv, row 3 (so-tai-chinh), column 1'
        """
        return self.sources(self.register.row(unit), code) if self.sources else ()

    def carried_from(self, row: int, code: str) -> Stage | None:
        """The earlier stage that a unit's answer was taken over from; None where it is this stage's own."""
        places = self.carried.get(code)
        return None if places is None or places[row] < 0 else self.stages[int(places[row])]

    @cached_property
    def changes(self) -> Mapping[tuple[str, str], tuple[Adjustment, ...]]:
        """For each unit and code what stands of the adjustments, in the order in which it is applied."""
        return standing(self.adjustments, self.stages)

    @property
    def carried_counts(self) -> npt.NDArray[np.int64] | None:
        """How many of each unit's answers were taken over from an earlier stage; None where there are none."""
        counts: npt.NDArray[np.int64] = np.zeros(len(self.register), dtype=np.int64)
        for places in self.carried.values():
            counts += places >= 0
        return counts if counts.any() else None

    @classmethod
    def from_columns(
        cls,
        criteria: CriteriaSet,
        register: Register,
        columns: Mapping[str, Mapping[str, FieldColumn]],
        *,
        not_applicable: Mapping[str, BoolArray] | None = None,
        stage: Stage = "final",
        absent: tuple[Absent, ...] = (),
    ) -> Assessment:
        """An assessment of whole columns, for programs that hold their values in arrays.

        Args:
            criteria: The set.
            register: The units, in the order of the arrays.
            columns: For each leaf's code its fields; every unit has a value unless the leaf does not apply to it.
            not_applicable: For leaves' codes the units they do not apply to.
            stage: The stage.
            absent: Optional nodes that are left out for all units.

        Raises:
            AssessmentError: A leaf has no column, or a value cannot be scored.

        Example:
            >>> import cchc_index
            >>> from cchc_index.rules.columns import FieldColumn
            >>> from cchc_index.values.exact import Integers
            >>> from cchc_index.values.units import Register, Unit
            >>> criteria = cchc_index.load_criteria("moha-provinces-2017")
            >>> column = {"points": FieldColumn(Integers.of([65, 70]), places=1)}
            >>> units = Register((Unit("a", "A"), Unit("b", "B")))
            >>> columns = {leaf.criterion.code: column for leaf in criteria.leaves}
            >>> cchc_index.score(criteria, Assessment.from_columns(criteria, units, columns))["b"].points
            Decimal('56.00')
        """
        problems = list(absent_problems(criteria, absent))
        answers = {}
        for leaf in criteria.leaves:
            code = leaf.criterion.code
            status = np.zeros(len(register), dtype=np.int8)
            applies_not = (not_applicable or {}).get(code)
            if not enters(leaf, stage):
                status[:] = UNSCORED
            elif code not in columns and not is_absent(criteria, leaf, absent):
                problems.append(
                    Problem("table.no_column", arguments={"code": code, "title": leaf.criterion.title.first})
                )
            condition = condition_rows(criteria, leaf, register, absent)
            for mask in (applies_not, condition):
                if mask is not None:
                    status[mask] = NOT_APPLICABLE
            if (
                applies_not is not None
                and not allows(criteria, leaf)
                and (applies_not & ~_mask(condition, register)).any()
            ):
                problems.append(Problem("value.not_allowed", arguments={"code": code, "value": "na"}))
            fields = dict(columns.get(code, {}))
            typed = None if leaf_rule_is_points(leaf) else fields.pop(POINTS, None)
            answers[code] = Answers(status, fields, typed)
        answers, counting = settle_relative(criteria, register, answers)
        made = cls(criteria, register, stage, answers, absent=absent, counting=counting)
        problems += [problem for problem, _ in made.refusals()] if not problems else []
        if problems:
            raise AssessmentError(problems)
        return made

    @own_context
    def for_criteria(self, criteria: CriteriaSet) -> Assessment:
        """The same answers, checked against another set: what a scenario scores.

        Values stay with the leaf of their code. A leaf may have other points, or a rule that reads the same fields.

        Args:
            criteria: The other set.

        Raises:
            AssessmentError: Answers that the other set needs are missing, or it does not take what was given.

        Example:
            >>> import cchc_index
            >>> (assessment,) = cchc_index.open_cycle("lai-chau-2021").assessments()
            >>> changed = assessment.criteria.with_points({"1": 4})
            >>> result = cchc_index.score(changed, assessment.for_criteria(changed))
            >>> result["so-tai-chinh"].max_points
            Decimal('20.000')
        """
        want("criteria", criteria, CriteriaSet, how="assessment.criteria.with_points({...})")
        known = criteria.positions
        awaiting = tuple(each for each in self.awaiting if each.code in known)
        carrier = Carrier(self.criteria, criteria, self.register, self.stage, self.absent, awaiting)
        answers = carrier.carried(self.answers, self.declared)
        problems = [*register_problems(criteria, self.register, ""), *absent_problems(criteria, self.absent)]
        settled, counting = settle_relative(
            criteria, self.register, answers, awaited_rows(criteria, awaiting, len(self.register))
        )
        made = attrs.evolve(
            self,
            criteria=criteria,
            answers=settled,
            counting=counting,
            awaiting=awaiting,
            declared=tuple(pair for pair in self.declared if pair[1] in known),
            remarks={(unit, code): remark for (unit, code), remark in self.remarks.items() if code in known},
            computed=tuple(pair for pair in self.computed if pair[1] in known),
            overturned=tuple(pair for pair in self.overturned if pair[1] in known),
            carried={code: stages for code, stages in self.carried.items() if code in known},
            adjustments=tuple(each for each in self.adjustments if each.code in known),
            overtaken=tuple(each for each in self.overtaken if each.code in known),
        )
        told = carrier.told or ([] if problems else list(made.refusals()))
        problems += [attrs.evolve(problem, place=self._place(row, code)) for problem, (row, code, _) in told]
        if problems:
            raise AssessmentError(problems)
        return made

    def _place(self, row: int, code: str) -> Place | None:
        """Where a unit's answer for a code stands; the unit alone where no file was read."""
        if row < 0:
            return None
        found = self.sources(row, code) if self.sources else ()
        return found[0] if found else Place("", unit=self.register.units[row].id)

    def column(self, leaf: Node, rows: npt.NDArray[np.intp] | None) -> Column:
        """What the leaf's rule sees of some rows; None for all of them."""
        answers = self.answers[leaf.criterion.code]
        fields = answers.fields
        if rows is not None:
            fields = {name: field.take(rows) for name, field in fields.items()}
        rule = leaf.criterion.rule
        rounding = self.criteria.rounding
        counts = self.counting if rule is not None and rule.rule.relative else None
        return Column(
            len(self.register) if rows is None else len(rows),
            leaf.criterion.max_points,
            rounding.points,
            rounding.mode,
            rule.rule.reads if rule else (),
            MappingProxyType(dict(fields)),
            self.register,
            rows,
            counts if counts is None or rows is None else counts[rows],
        )

    def refusals(self) -> Iterator[tuple[Problem, tuple[int, str, str]]]:
        """Values that cannot be scored, each with its row, leaf and field."""
        for leaf in self.criteria.leaves:
            answers = self.answers[leaf.criterion.code]
            if leaf.criterion.rule is None:
                continue
            rows = answers.rows(SCORED)
            column = self.column(leaf, rows)
            for refusal in value_refusals(column, small_rates=leaf.criterion.small_rates):
                yield from self._told(leaf, refusal, rows, column.fields.get(refusal.field))
            named = leaf.criterion.rule
            for refusal in named.rule.refusals(column):
                own = answers.own(refusal, rows) if refusal.field == POINTS else refusal
                yield from self._told(leaf, own, rows, column.fields.get(refusal.field))
            if answers.typed is not None:
                for refusal in self._typed_refusals(leaf, answers):
                    yield from self._told(leaf, refusal, None, answers.typed)

    def _typed_refusals(self, leaf: Node, answers: Answers) -> Iterator[Refusal]:
        typed = answers.typed
        if typed is None or leaf.criterion.rule is None:
            return
        points = Ratios(typed.numbers, 10**typed.places)
        most = leaf.criterion.max_points
        given = np.ones(len(points), dtype=np.bool_) if typed.given is None else typed.given
        outside = given & (points.above(Fraction(most)) | ~points.at_least(Fraction(0)))
        if outside.any():
            yield Refusal(outside, POINTS, "value.points", {"most": str(most)})
        if not leaf.criterion.free_points:
            rounding = self.criteria.rounding
            named = leaf.criterion.rule
            possible = named.rule.can_give(points, Leaf(most, rounding.points, rounding.mode))
            never = (answers.status == GIVEN) & ~possible & ~outside & ~answers.combined
            if answers.decided is not None:
                never &= ~answers.decided
            if never.any():
                yield Refusal(never, POINTS, "value.never_given", {"rule": leaf.criterion.rule.name})

    def _told(
        self, leaf: Node, refusal: Refusal, rows: npt.NDArray[np.intp] | None, field: FieldColumn | None
    ) -> Iterator[tuple[Problem, tuple[int, str, str]]]:
        for at in np.flatnonzero(refusal.rows).tolist():
            row = at if rows is None else int(rows[at])
            value = field.value(at, "number" if field.texts is None else "text") if field is not None else None
            said = f"{value:f}" if isinstance(value, Decimal) else str(value)
            arguments = {"code": leaf.criterion.code, "value": said, "field": refusal.field, **refusal.arguments}
            if refusal.key == SMALL_RATE and isinstance(value, Decimal):
                arguments["hundredfold"] = hundredfold(value)
            yield (
                Problem(refusal.key, arguments=arguments, own=refusal.own),
                (row, leaf.criterion.code, refusal.field),
            )


def settle_relative(
    criteria: CriteriaSet,
    register: Register,
    answers: Mapping[str, Answers],
    told: Mapping[str, BoolArray] | None = None,
) -> tuple[dict[str, Answers], BoolArray | None]:
    """The answers with relative rules settled, and which units such rules compare with.

    A relative rule compares with the ranked units from which nothing is missing. Where a ranked unit's value for the
    leaf is missing, or there is nobody to compare with, the range is unknown, and all units it serves are missing.

    Args:
        criteria: The set.
        register: The units.
        answers: Each leaf's column.
        told: By code, rows that are missing only since a problem is told of them, or the values are still to come:
            nobody waits for these.
    """
    told = told or {}
    settled_answers = dict(answers)
    relative = [leaf for leaf in criteria.leaves if leaf.criterion.rule and leaf.criterion.rule.rule.relative]
    if not relative:
        return settled_answers, None
    ranked = np.array(register.ranked, dtype=np.bool_)
    complete = np.ones(len(register), dtype=np.bool_)
    for code, each in answers.items():
        lacking = each.status == MISSING
        complete &= ~(lacking & ~told[code]) if code in told else ~lacking
    counting = ranked & complete
    for leaf in relative:
        own = answers[leaf.criterion.code]
        blocks = blocks_of(leaf, register)
        lacking = ranked & (own.status == MISSING)
        if leaf.criterion.code in told:
            lacking &= ~told[leaf.criterion.code]
        unknown = set(blocks[lacking].tolist())
        unknown |= set(blocks.tolist()) - set(blocks[counting & (own.status == SCORED)].tolist())
        served = np.isin(blocks, sorted(unknown)) & (own.status == SCORED)
        if served.any():
            settled_answers[leaf.criterion.code] = attrs.evolve(
                own, status=np.where(served, np.int8(MISSING), own.status), waiting=served
            )
    return settled_answers, counting


def blocks_of(leaf: Node, register: Register) -> npt.NDArray[np.int64]:
    """For each unit the number of those that the leaf's relative rule compares it with: its group's, or one for all."""
    rule = leaf.criterion.rule
    among = rule.rule.among if rule else "all"
    return np.array(register.group_blocks[1] if among == "group" else [0] * len(register), dtype=np.int64)


def value_refusals(column: Column, *, small_rates: bool = False) -> Iterator[Refusal]:
    """Values outside the limits their fields state, and rates that may be shares.

    Args:
        column: The values.
        small_rates: Whether the leaf says that rates above 0 and at most 1 are meant as per cent.
    """
    fields = {field.name: field for alternative in column.reads for field in alternative}
    for name, values in column.fields.items():
        field = fields[name]
        if field.options:
            yield from _unknown_options(column, field, values)
        if field.kind in ("yes_no", "text"):
            continue
        numbers = values.numbers
        most: Decimal | None = column.max_points if name == POINTS else field.most
        scale = 10**values.places
        if field.small_rates == "asked" and not small_rates:
            yield from _doubtful_rates(column, field, values)
        low = None if field.least is None else -((-Fraction(field.least) * scale) // 1)
        high = None if most is None else (Fraction(most) * scale) // 1
        if (low is None or numbers.low >= low) and (high is None or numbers.high <= high):
            continue
        given = column.has(name)
        if name == POINTS:
            points = Ratios(numbers, scale)
            if (refused := given & (points.above(Fraction(column.max_points)) | ~points.at_least(Fraction(0)))).any():
                yield Refusal(refused, name, "value.points", {"most": str(most)})
            continue
        if low is not None and (refused := given & (numbers.values < low)).any():
            yield Refusal(refused, name, "value.low", {"least": str(field.least)})
        if high is not None and (refused := given & (numbers > high)).any():
            key = "value.rate" if name == "rate" else "value.high"
            yield Refusal(refused, name, key, {"most": str(most)})


def _unknown_options(column: Column, field: Field, values: FieldColumn) -> Iterator[Refusal]:
    """Texts that are none of the labels of their field, and those that hold several."""
    unknown = column.chosen(field.name) < 0
    if not unknown.any() or not values.texts:
        return
    several = _SeveralOptions(field.options)
    holds = np.array([several.fit(text) for text in values.texts], dtype=np.bool_)[values.numbers.values]
    for rows, key in ((unknown & holds, "value.two_options"), (unknown & ~holds, "value.option")):
        if rows.any():
            yield Refusal(rows, field.name, key, {"known": "; ".join(field.options)})


class _SeveralOptions:
    """Knows a row of labels, however they are parted; a label may hold what parts them."""

    def __init__(self, options: tuple[str, ...]) -> None:
        longest_first = sorted(map(folded, options), key=len, reverse=True)
        label = f"(?>{'|'.join(map(re.escape, longest_first))})"  # taken once, so that no text takes long
        self.pattern = re.compile(f"{label}(?:(?: ?[,;/|&+] ?| (?:và|hoặc|and|or) | ){label})+")

    def fit(self, text: str) -> bool:
        return self.pattern.fullmatch(folded(text)) is not None


def _doubtful_rates(column: Column, field: Field, values: FieldColumn) -> Iterator[Refusal]:
    """Rates above 0 and at most 1, for which nobody said that they are meant as per cent: 0.95 %, or 95 %?"""
    numbers, one = values.numbers, 10**values.places
    if numbers.low > one or numbers.high <= 0:
        return
    doubtful = column.has(field.name) & (numbers > 0) & ~(numbers > one) & ~np.asarray(values.meant)
    if field.least is not None and field.least > 0:
        doubtful &= column.number(field.name).at_least(Fraction(field.least))  # what lies below is told as such
    if doubtful.any():
        yield Refusal(doubtful, field.name, SMALL_RATE)


def _mask(mask: BoolArray | None, register: Register) -> BoolArray:
    return np.zeros(len(register), dtype=np.bool_) if mask is None else mask
