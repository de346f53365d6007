"""Hypothesis strategies: columns that a rule can score, sets of built-in rules, and assessments for them."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np

from cchc_index.assessment.assessment import Assessment, value_refusals
from cchc_index.criteria.criteria_set import CriteriaSet, parse_criteria
from cchc_index.problems.errors import AssessmentError, MissingExtraError
from cchc_index.reading.assessment_file import read_assessment
from cchc_index.registry.registry import Registry
from cchc_index.rules.columns import Column, Field, FieldColumn
from cchc_index.rules.contract import Leaf, ScoringRule
from cchc_index.values.exact import Integers
from cchc_index.values.units import Register, Unit

if TYPE_CHECKING:
    from hypothesis import settings
    from hypothesis.strategies import DrawFn, SearchStrategy


def require_hypothesis() -> None:
    """Make sure that hypothesis is there.

    Raises:
        MissingExtraError: It is not installed; the extra is `testing`.
    """
    if importlib.util.find_spec("hypothesis") is None:
        raise MissingExtraError("testing", "hypothesis")


def steady(examples: int) -> settings:
    """Settings that draw the same examples wherever and whenever, whatever profile is loaded.

    Raises:
        MissingExtraError: hypothesis is not installed; the extra is `testing`.

    Example:
        >>> steady(5).max_examples, steady(5).derandomize
        (5, True)
    """
    require_hypothesis()
    import hypothesis

    return hypothesis.settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        report_multiple_bugs=False,
        phases=(hypothesis.Phase.generate, hypothesis.Phase.shrink),
        suppress_health_check=list(hypothesis.HealthCheck),
    )


def columns(
    rule: ScoringRule, leaf: Leaf, *, attributes: Mapping[str, Sequence[str]] | None = None
) -> SearchStrategy[Column]:
    """Columns of values that a rule can score, from one unit to six, with what it refuses left out.

    Args:
        rule: The rule.
        leaf: The leaf it is bound to.
        attributes: For columns of the register that the rule reads, what they may say.

    Example:
        >>> from hypothesis import given, settings
        >>> from cchc_index.rules.awards import YesNo
        >>> @settings(max_examples=10, database=None)
        ... @given(columns(YesNo(), Leaf(Decimal(2), 2, "half_up")))
        ... def test(column):
        ...     assert set(YesNo().score(column).ratios.numerators.values.tolist()) <= {0, 2}
        >>> test()
    """
    require_hypothesis()
    from hypothesis import assume, strategies

    @strategies.composite
    def draw_column(draw: DrawFn) -> Column:
        units, rows = [], []
        for number in range(draw(strategies.integers(1, 6))):
            said = {
                name: draw(strategies.sampled_from([*(attributes or {}).get(name, ("yes", "no", "-", *rule.parts))]))
                for name in rule.columns
            }
            unit = Unit(f"unit-{number}", f"Unit {number}", attributes=said)
            whole = [
                group
                for group in rule.reads
                if rule.reading(frozenset(field.name for field in group), unit).state == "whole"
            ]
            assume(whole)
            group = draw(strategies.sampled_from(whole))
            units.append(unit)
            rows.append({field.name: draw(_integers(field, leaf)) for field in group})
        column = column_of(rule, leaf, Register(tuple(units)), rows)
        kept = accepted(rule, column)
        assume(len(kept))
        return column if len(kept) == column.size else column.take(kept)

    return draw_column()


PLACES = 3  #: decimals of drawn numbers


def _integers(field: Field, leaf: Leaf) -> SearchStrategy[int]:
    """Values of a field in units of its last drawn decimal, often at its limits and at round numbers."""
    require_hypothesis()
    from hypothesis import strategies

    if field.kind == "yes_no":
        made: SearchStrategy[int] = strategies.integers(0, 1)
        return made
    scale = 1 if field.kind in ("whole", "text") else 10**PLACES
    most = leaf.max_points if field.name == "points" else field.most
    low = -1000 * scale if field.least is None else int(field.least * scale)
    high = 10**6 * scale if most is None else int(most * scale)
    marks = [mark * scale for mark in (0, 1, 2, 50, 75, 90, 95, 100) if low <= mark * scale <= high] or [low]
    made = strategies.one_of(
        strategies.sampled_from(sorted({low, high, *marks})),
        strategies.integers(low, min(high, low + 200 * scale)),
        strategies.integers(low, high),
    )
    return made


def column_of(rule: ScoringRule, leaf: Leaf, units: Register, rows: Sequence[Mapping[str, int]]) -> Column:
    """A column of some units' values, as integers in units of the last drawn decimal."""
    fields = {field.name: field for group in rule.reads for field in group}
    found = {}
    for name in dict.fromkeys(name for row in rows for name in row):
        places = 0 if fields[name].kind in ("whole", "yes_no", "text") else PLACES
        given = np.array([name in row for row in rows], dtype=np.bool_)
        texts = None if fields[name].kind != "text" else fields[name].options or ("x",)
        integers = [row.get(name, 0) for row in rows]
        numbers = Integers.of([integer % len(texts) for integer in integers] if texts else integers)
        found[name] = FieldColumn(numbers, places, None if given.all() else given, texts)
    return Column(len(rows), leaf.max_points, leaf.places, leaf.mode, rule.reads, found, units)


def accepted(rule: ScoringRule, column: Column) -> Any:
    """The rows of a column that neither the fields' limits nor the rule refuses."""
    refused = np.zeros(column.size, dtype=np.bool_)
    for refusal in (*value_refusals(column, small_rates=True), *rule.refusals(column)):  # a leaf may say that it is so
        refused |= refusal.rows
    return np.flatnonzero(~refused)


def criteria_sets() -> SearchStrategy[CriteriaSet]:
    """Small criteria sets of built-in rules, on one level or two.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=5, database=None)
        ... @given(criteria_sets())
        ... def test(criteria):
        ...     assert criteria.max_points > 0
        >>> test()
    """
    require_hypothesis()
    from hypothesis import strategies

    rules = ("points", "yes_no", "{proportion: {none_arose: zero}}", "{convert: {scale: 10}}")

    @strategies.composite
    def draw_set(draw: DrawFn) -> CriteriaSet:
        lines = ["id: drawn", "edition: 1", "title: Drawn", "source: {status: illustrative}"]
        mode = draw(strategies.sampled_from(["half_up", "half_even", "truncate"]))
        places = draw(strategies.integers(0, 4))
        lines += [f"rounding: {{points: {places}, index: 2, mode: {mode}}}", "criteria:"]
        for area in range(1, draw(strategies.integers(1, 3)) + 1):
            weights = draw(strategies.lists(strategies.integers(1, 9), min_size=1, max_size=3))
            lines.append(
                f'  - {{code: "{area}", title: Area, max_points: {sum(weights)}, not_applicable: allowed, criteria: ['
            )
            for number, weight in enumerate(weights, 1):
                rule = draw(strategies.sampled_from(rules))
                lines.append(f'      {{code: "{area}.{number}", title: Leaf, max_points: {weight}, rule: {rule}}},')
            lines.append("    ]}")
        return parse_criteria("\n".join(lines) + "\n", registry=Registry.builtin())

    return draw_set()


def assessments(criteria: CriteriaSet) -> SearchStrategy[Assessment]:
    """Assessments for a set: one unit to six, every leaf answered in one of its rule's ways.

    Example:
        >>> import cchc_index
        >>> from hypothesis import given, settings
        >>> criteria = cchc_index.load_criteria("moha-provinces-2017")
        >>> @settings(max_examples=5, database=None)
        ... @given(assessments(criteria))
        ... def test(assessment):
        ...     assert all(card.complete for card in cchc_index.score(criteria, assessment))
        >>> test()
    """
    require_hypothesis()
    from hypothesis import reject, strategies

    @strategies.composite
    def draw_assessment(draw: DrawFn) -> Assessment:
        rows = []
        for number in range(draw(strategies.integers(1, 6))):
            row = {"unit": f"unit-{number}"}
            for node in criteria.leaves:
                row |= {
                    f"{node.criterion.code}.{field}": text for field, text in draw(_answers(criteria, node)).items()
                }
            rows.append(row)
        try:
            return read_assessment(rows, criteria)
        except AssessmentError:  # values that do not go together, such as more done than planned
            reject()
            raise

    return draw_assessment()


def _answers(criteria: CriteriaSet, node: Any) -> SearchStrategy[dict[str, str]]:
    require_hypothesis()
    from hypothesis import strategies

    rounding, criterion = criteria.rounding, node.criterion
    leaf = Leaf(criterion.max_points, rounding.points, rounding.mode, small_rates=criterion.small_rates)

    @strategies.composite
    def draw_answers(draw: DrawFn) -> dict[str, str]:
        group = draw(strategies.sampled_from(criterion.rule.rule.reads))
        return {field.name: _text(field, draw(_unasked(field, leaf))) for field in group}

    return draw_answers()


def _unasked(field: Field, leaf: Leaf) -> SearchStrategy[int]:
    """Values of a field without rates that would be asked about."""
    drawn = _integers(field, leaf)
    if field.small_rates == "taken" or leaf.small_rates:
        return drawn
    return drawn.filter(lambda integer: not 0 < integer <= 10**PLACES)


def _text(field: Field, integer: int) -> str:
    if field.kind == "yes_no":
        return "yes" if integer else "no"
    if field.options:
        return field.options[integer % len(field.options)]
    if field.kind in ("whole", "text"):
        return str(integer)
    return f"{Decimal(integer).scaleb(-PLACES):f}"
