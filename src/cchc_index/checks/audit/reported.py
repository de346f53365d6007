"""What the leaves can have got: exactly what was typed gives, or what all values printed so may give."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.assessment.answers import Answers
from cchc_index.assessment.assessment import Assessment
from cchc_index.checks.audit.applying import may_fail, may_take_out
from cchc_index.checks.audit.sums import Tree
from cchc_index.criteria.tree import Node
from cchc_index.results.result import IndexResult
from cchc_index.results.sums import Sums
from cchc_index.rules.columns import Field, FieldColumn
from cchc_index.rules.contract import Leaf, NamedRule, ScoringRule
from cchc_index.scoring.aggregation import LeafPoints, add_up
from cchc_index.scoring.following import following
from cchc_index.scoring.leaves import score_leaf
from cchc_index.values.exact import Integers, Ratios, RoundingMode, to_integer
from cchc_index.values.statuses import GIVEN, MISSING, NOT_APPLICABLE, SCORED

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray

    Points = npt.NDArray[np.int64]

#: decimals beyond those printed, in which an end that does not belong to an interval is kept away from
_MORE: Final = 7
_FITS: Final = 2**62
#: so many values of one leaf are tried at both ends together, and so many units of a rule that compares them
_MOST_FIELDS: Final = 3
_MOST_UNITS: Final = 500


def scored_tree(result: IndexResult) -> tuple[Tree, bool]:
    """The tree of a result, and whether every leaf's points are known, since no value was printed rounded."""
    criteria, sums = result.criteria, result.outcome.sums
    printed = {leaf.position for leaf in criteria.leaves if _is_printed(result.assessment.answers[leaf.criterion.code])}
    if not printed:
        low = {leaf.position: sums.points[leaf.position] for leaf in criteria.leaves}
        return tree_of(result.assessment, sums, low, low), True
    low, high, statuses = {}, {}, {}
    gone: dict[int, BoolArray] = {}
    applies = not may_fail(criteria)
    for leaf in criteria.leaves:
        at = leaf.position
        scored = LeafPoints(sums.points[at], sums.status[at])
        if leaf.criterion.requires:
            scored = score_leaf(leaf, result.assessment)  # before anything that it requires
        low[at] = high[at] = scored.points
        statuses[at] = scored.status
        if at in printed:
            low[at], high[at], may = _ends(leaf, result.assessment, scored)
            if may.any():
                applies = False
                gone[at] = may
                statuses[at] = np.where(may, SCORED, scored.status).astype(np.int8)
    for leaf in following(criteria) if result.assessment.last is not None else ():  # each after what it follows
        at = leaf.position
        unknown = _follows_unknown(leaf, result.assessment, low, high, gone)
        most = to_integer(leaf.criterion.max_points, criteria.rounding.points)
        low[at], high[at] = np.where(unknown, 0, low[at]), np.where(unknown, most, high[at])
        rule = leaf.criterion.rule
        if unknown.any() and (not applies or (rule is not None and may_take_out(rule))):
            applies = False
            gone[at] = unknown
            statuses[at] = np.where(unknown & (statuses[at] != MISSING), SCORED, statuses[at]).astype(np.int8)
    if not applies:  # what a requirement takes out is known only where it fails at the best
        best = {}
        for leaf in criteria.leaves:
            status = statuses[leaf.position]
            most = 0 if leaf.block == "penalty" else to_integer(leaf.criterion.max_points, criteria.rounding.points)
            best[leaf.position] = LeafPoints(np.where(status <= GIVEN, most, 0), status)
        sums = add_up(criteria, best, len(result), result.stage)
    tree = tree_of(result.assessment, sums, low, high, applies=applies)
    lacking = np.logical_or.reduce([answers.status == MISSING for answers in result.assessment.answers.values()])
    if lacking.any():
        lacking = lacking & attrs.evolve(tree, undecided=lacking).may_fail_or_hold()
    return attrs.evolve(tree, undecided=lacking), False


def tree_of(
    assessment: Assessment, sums: Sums, low: Mapping[int, Points], high: Mapping[int, Points], *, applies: bool = True
) -> Tree:
    """The tree of some leaves' points, with what each unit could attain."""
    positions = range(len(assessment.criteria.nodes))
    return Tree(
        assessment.criteria,
        assessment.stage,
        len(assessment.register),
        low,
        high,
        dict(zip(positions, sums.maxima, strict=True)),
        sums.total_maximum,
        dict(zip(positions, sums.status, strict=True)),
        applies,
        np.zeros(len(assessment.register), dtype=np.bool_),
    )


def _is_printed(answers: Answers) -> bool:
    columns = [*answers.fields.values(), *([answers.typed] if answers.typed is not None else [])]
    return any(column.printed is not None for column in columns)


def _is_rounded(column: FieldColumn) -> bool:
    """Whether any value of a column was printed with decimals that it may have had more of."""
    return column.printed is not None and int(column.printed.max(initial=-1)) >= 0


def _ends(leaf: Node, assessment: Assessment, made: LeafPoints) -> tuple[Points, Points, npt.NDArray[np.bool_]]:
    """The least and the most that a leaf's printed values can have earned, and where it may not apply."""
    points = made.points
    answers, mode = assessment.answers[leaf.criterion.code], assessment.criteria.rounding.mode
    rule = leaf.criterion.rule
    fields = {field.name: field for group in (rule.rule.reads if rule else ()) for field in group}
    moving = [
        name for name, column in answers.fields.items() if column.printed is not None and fields[name].kind == "number"
    ]
    most = to_integer(leaf.criterion.max_points, assessment.criteria.rounding.points)
    scored = answers.by_rule
    found = [points]
    gone: list[npt.NDArray[np.bool_]] = [made.status == NOT_APPLICABLE]
    if moving and rule is not None:
        if len(moving) > _MOST_FIELDS or (rule.rule.relative and len(points) > _MOST_UNITS):
            low, high = np.where(scored, 0, points), np.where(scored, most, points)
            return low, high, scored & (gone[0] | may_take_out(rule))
        rounded = [name for name in moving if _is_rounded(answers.fields[name])]  # the others are moved nowhere
        apart = {name: _stops(leaf, assessment, name, fields[name], alone=len(rounded) == 1) for name in rounded}
        for stops in itertools.product(*(enumerate(apart[name]) for name in rounded)) if rounded else ():
            columns, others = dict(answers.fields), dict(answers.fields)
            for name, (number, column) in zip(rounded, stops, strict=True):
                columns[name], others[name] = column, apart[name][number == 0]
            for tried, away in _tried(leaf, assessment, columns, others, most):
                found.append(np.where(scored, tried, points))
                gone.append(np.where(scored, away, gone[0]))
    if answers.typed is not None and answers.typed.printed is not None:
        award = Field("points", most=leaf.criterion.max_points)
        for end in (0, 1):
            column = moved(answers.typed, award, mode, end)
            typed = Ratios(column.numbers, 10**column.places).rounded(assessment.criteria.rounding.points, mode).values
            typed = np.clip(answers.adjusted(np.clip(typed, 0, most)), 0, most)
            found.append(np.where(scored | (answers.status == NOT_APPLICABLE), points, typed))
    if moving and rule is not None and _turns(rule.rule):
        crossed = scored & (np.minimum.reduce(found) < np.maximum.reduce(found))  # and so perhaps a peak between
        found += [np.where(crossed, end, points) for end in (0, most)]
    if moving and rule is not None and rule.rule.relative and assessment.counting is not None:
        beside = scored & ~assessment.counting  # the range of the others may be anything beside these
        found += [np.where(beside, end, points) for end in (0, most)]
        gone.append(beside & gone[0].any())
    may = scored & np.logical_or.reduce(gone) & bool(moving)
    return np.minimum.reduce(found), np.maximum.reduce(found), may


def _stops(leaf: Node, assessment: Assessment, name: str, field: Field, *, alone: bool) -> list[FieldColumn]:
    """Where a printed value is tried: at both ends of what it can have been, and between them where points may turn.

    That is just above the least there is, since a rule may say of that alone what it earns; and if no other value moves
    with it, at every threshold of a rule of which more of the value may earn less.
    """
    rounding, named = assessment.criteria.rounding, leaf.criterion.rule
    column = assessment.answers[leaf.criterion.code].fields[name]
    ends = [moved(column, field, rounding.mode, end) for end in (0, 1)]
    if named is None or named.rule.relative:
        return ends
    low, high = (end.numbers.values for end in ends)
    unit = 10 ** ends[0].places
    between = []
    if field.least is not None:
        least = low == math.ceil(Fraction(field.least) * unit)
        between += [np.where(least & (low < high), low + 1, low)] if least.any() else []
    if alone and _turns(named.rule):
        probes = named.rule.probes(Leaf(leaf.criterion.max_points, rounding.points, rounding.mode))
        tried = {math.floor(Fraction(probe.values[name]) * unit) for probe in probes if name in probe.values}
        between += [np.clip(at, low, high) for at in sorted(tried) if ((low < at) & (at < high)).any()]
    return ends + [attrs.evolve(ends[0], numbers=Integers.of(each)) for each in between]


def _follows_unknown(
    leaf: Node,
    assessment: Assessment,
    low: Mapping[int, Points],
    high: Mapping[int, Points],
    gone: Mapping[int, BoolArray],
) -> BoolArray:
    """Where this year's figure, which a leaf follows, may have been another, since a part of it is not known."""
    criteria, answers = assessment.criteria, assessment.answers[leaf.criterion.code]
    beneath = {each for at in criteria.followed(leaf) for each in criteria.nodes[at].leaves}
    if any(node.criterion.requires for node in criteria.nodes):  # and a requirement may be of anything
        beneath = {each.position for each in criteria.leaves}
    unknown: BoolArray = np.zeros(len(assessment.register), dtype=np.bool_)
    for at in beneath - {leaf.position}:
        unknown |= low[at] < high[at]
        if at in gone:
            unknown |= gone[at]
    unknown &= answers.by_rule | (answers.status == MISSING)
    return unknown


def _turns(rule: ScoringRule) -> bool:
    """Whether more of a value may earn more and then less, as in steps that promise neither."""
    alternatives: Mapping[str, NamedRule] = getattr(rule, "alternatives", {})
    promised = any(field.better for group in rule.reads for field in group)
    return (hasattr(rule, "steps") and not promised) or any(_turns(each.rule) for each in alternatives.values())


def _tried(
    leaf: Node,
    assessment: Assessment,
    columns: Mapping[str, FieldColumn],
    others: Mapping[str, FieldColumn],
    most: int,
) -> Iterator[tuple[Points, npt.NDArray[np.bool_]]]:
    """The points of moved values; where units are compared, each once with all others moved the other way."""
    rule = leaf.criterion.rule
    yield _points(leaf, assessment, columns, most)
    if rule is None or not rule.rule.relative:
        return
    size = len(assessment.register)
    against, gone = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.bool_)
    for row in range(size):
        alone = np.arange(size) == row
        mixed = {
            name: column if column is others[name] else _mixed(alone, column, others[name])
            for name, column in columns.items()
        }
        points, away = _points(leaf, assessment, mixed, most)
        against[row], gone[row] = points[row], away[row]
    yield against, gone


def _mixed(alone: npt.NDArray[np.bool_], one: FieldColumn, other: FieldColumn) -> FieldColumn:
    return attrs.evolve(one, numbers=one.numbers.where(alone, other.numbers))


def _points(
    leaf: Node, assessment: Assessment, columns: Mapping[str, FieldColumn], most: int
) -> tuple[Points, npt.NDArray[np.bool_]]:
    """What the leaf's rule gives for some values, kept within its maximum, and where it does not apply then."""
    code, rounding, rule = leaf.criterion.code, assessment.criteria.rounding, leaf.criterion.rule
    answers = attrs.evolve(assessment.answers[code], fields=columns)
    tried = attrs.evolve(assessment, answers={**assessment.answers, code: answers})
    rows = answers.rows(SCORED)
    chosen = slice(None) if rows is None else rows
    points, gone = np.zeros(len(answers.status), dtype=np.int64), np.zeros(len(answers.status), dtype=np.bool_)
    if rule is not None and (rows is None or len(rows)):
        given = rule.rule.score(tried.column(leaf, rows))
        points[chosen] = np.clip(given.ratios.rounded(rounding.points, rounding.mode).values, 0, most).astype(np.int64)
        if given.not_applicable is not None:
            gone[chosen] = given.not_applicable
            points[gone] = 0
    return np.clip(answers.adjusted(points), 0, most), gone


def moved(column: FieldColumn, field: Field, mode: RoundingMode, end: int) -> FieldColumn:
    """Printed values at the lower (0) or upper (1) end of what they can have been, within what makes sense.

    Example:
        >>> column = FieldColumn(Integers.of([95, 96]), 1, printed=np.array([1, -1]))
        >>> [moved(column, Field("rate"), "half_up", end).numbers.values.tolist() for end in (0, 1)]
        [[945000000, 960000000], [954999999, 960000000]]
    """
    printed = column.printed if column.printed is not None else np.full(len(column.numbers), -1)
    places = max(column.places, int(printed.max(initial=0))) + _MORE
    scaled = column.numbers * 10 ** (places - column.places)
    fits = max(-scaled.low, scaled.high, 10 ** (places + 1)) < _FITS
    values = scaled.values if fits else scaled.values.astype(object)
    steps = [10 ** (places - each) for each in range(places - _MORE + 1)]
    last: IntArray | int = np.array(steps, dtype=np.int64 if fits else object)[np.maximum(printed, 0)]
    if (alike := int(printed.max(initial=0))) == int(printed.min(initial=alike)):  # a column mostly is
        last = steps[alike]
    exact, below = printed < 0, np.asarray(values < 0, dtype=np.bool_)
    if mode == "truncate":
        nothing = np.asarray(values == 0, dtype=np.bool_)
        outward = np.where((below == bool(end)) & ~nothing, 0, last - 1)
    else:
        odd = np.asarray(values // last % 2 == 1, dtype=np.bool_)
        inside = odd if mode == "half_even" else below != bool(end)  # where a half belongs to the next figure
        outward = last // 2 - inside
    outward = np.where(exact, 0, outward)
    shifted = values + outward if end else values - outward
    low = None if field.least is None else math.ceil(Fraction(field.least) * 10**places)
    high = None if field.most is None else math.floor(Fraction(field.most) * 10**places)
    numbers = Integers.of(shifted)
    if (low is not None and numbers.low < low) or (high is not None and numbers.high > high):
        numbers = Integers.of(np.clip(shifted, low, high))
    return attrs.evolve(column, numbers=numbers, places=places)
