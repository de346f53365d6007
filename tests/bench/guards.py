"""A set of a province's own rules, scored with the guards around its plugin and without them."""

from __future__ import annotations

from functools import partial

import attrs
import numpy as np

import cchc_index
from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.criteria_set import CriteriaSet, parse_criteria
from cchc_index.criteria.tree import Criterion
from cchc_index.registry.guarded import unguarded, unguarded_classifier
from cchc_index.rules.columns import FieldColumn
from cchc_index.values.exact import Integers
from cchc_index.values.units import Register, Unit
from tests.bench.scoring import best_of

UNITS, LEAVES = 30_000, 40
RULES = (
    ("{cao_bang.on_time: {of: settled, full_at: 98, zero_below: 80, none_arose: zero}}", ("on_time", "late")),
    ("{cao_bang.initiatives: {each: 0.1}}", ("recognised", "awarded")),
    ("{template.sessions: {asked: 12}}", ("held",)),
)


def _criteria() -> CriteriaSet:
    lines = ["id: guards", "edition: 1", "title: Guards", "source: {status: illustrative}"]
    lines += [
        "rounding: {points: 2, index: 2}",
        "classify: {bands.good_fair_average: {good: 80, fair: 60}}",
        "criteria:",
    ]
    for number in range(LEAVES):
        rule, _ = RULES[number % len(RULES)]
        lines.append(f"  - {{code: 'c{number}', title: Leaf, max_points: 1, rule: {rule}}}")
    return parse_criteria("\n".join(lines) + "\n", registry=cchc_index.Registry.discover())


def _bare(criterion: Criterion) -> Criterion:
    rule = criterion.rule and attrs.evolve(criterion.rule, rule=unguarded(criterion.rule.rule))
    return attrs.evolve(criterion, rule=rule, criteria=tuple(_bare(part) for part in criterion.criteria))


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    guarded = _criteria()
    named = guarded.classify
    assert named is not None
    classify = attrs.evolve(named, classifier=unguarded_classifier(named.classifier))
    bare = attrs.evolve(guarded, criteria=tuple(_bare(part) for part in guarded.criteria), classify=classify)
    assert all(type(leaf.criterion.rule.rule).__name__ != "GuardedRule" for leaf in bare.leaves if leaf.criterion.rule)
    random = np.random.default_rng(20211231)
    units = Register(tuple(Unit(f"u{number}", "U", f"g{number % 4}") for number in range(UNITS)))
    columns = {
        leaf.criterion.code: {
            field: FieldColumn(Integers.of(random.integers(1, 2 if field == "awarded" else 12, UNITS)))
            for field in RULES[number % len(RULES)][1]
        }
        for number, leaf in enumerate(guarded.leaves)
    }
    taken = {}
    for name, criteria in (("guarded", guarded), ("bare", bare)):
        assessment = Assessment.from_columns(criteria, units, columns)
        taken[name] = best_of(partial(cchc_index.score, criteria, assessment))
    return [
        (
            f"score(), {UNITS:,} units x {LEAVES} leaves of plugins' rules, guarded, CPU s",
            f"{taken['guarded']:.3f}",
            "",
        ),
        ("the same without the guards, CPU s", f"{taken['bare']:.3f}", ""),
        ("ratio", f"{taken['guarded'] / taken['bare']:.3f}", "at most 1.05"),
    ]
