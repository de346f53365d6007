"""All rule families at once, beside the same by hand in float64; and what `per_unit` costs a cell."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np
import numpy.typing as npt

import cchc_index
from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.rules.columns import Case, Column, Field, FieldColumn
from cchc_index.rules.contract import ScoringRule, per_unit
from cchc_index.values.exact import Integers
from cchc_index.values.units import Register, Unit
from tests.bench.scoring import best_of

UNITS, ROUNDS = 100_000, 10
RULES = {
    "per_case": "{per_case: {points_each: 0.1}}",
    "deduct": "{deduct: {points_each: 0.1}}",
    "survey": "{survey: {options: {very: 100, rather: 60, little: 20, none: 0}, none_arose: zero}}",
    "mean": "{mean_of_cases: {scores: {good: 1, fair: 0.5, bad: 0}, none_arose: zero}}",
    "best": "{relative_to_best: {none_arose: zero}}",
    "range": "{min_max: {low: 0.1, none_arose: zero}}",
    "best_of": "{best_of: {alternatives: {one: yes_no, two: {proportion: {none_arose: zero}}}}}",
    "plus": "{base_plus: {base: 0.2, scale: 100, from: 50}}",
    "steps": "{base_steps: {base: 0.2, floor: 50, per: 10, points_each: 0.1}}",
    "asked": "{base_plus: {base: 0.2, scale: 100, from: 50, factor: {by: terrain, per_cent: {hill: 75}}}}",
    "ramp": "{between: {worst: 100, best: 20}}",
    "answer": "{choice: {options: {A: 1, B: 0.5, C: 0}}}",
    "choose": "{choose: {by: terrain, alternatives: {plain: proportion, hill: {proportion: {full_at: 75}}}}}",
}
FIELDS = {
    "per_case": ("count",),
    "deduct": ("count",),
    "survey": ("very", "rather", "little", "none"),
    "mean": ("good", "fair", "bad"),
    "best": ("value",),
    "range": ("value",),
    "best_of": ("one.yes_no", "two.rate"),
    "plus": ("value",),
    "steps": ("value",),
    "asked": ("value",),
    "ramp": ("value",),
    "answer": ("answer",),
    "choose": ("plain.rate", "hill.rate"),
}
TEXTS = {"answer": ("a", "B", "C")}
Floats = npt.NDArray[np.float64]


def _criteria() -> cchc_index.CriteriaSet:
    lines = ["id: families", "edition: 1", "title: Families", "source: {status: illustrative}"]
    lines += ["rounding: {points: 2, index: 2}", "criteria:"]
    for area in range(ROUNDS):
        lines.append(f'  - {{code: "{area}", title: Area, max_points: {len(RULES)}, criteria: [')
        lines += [
            f"      {{code: {area}.{name}, title: Leaf, max_points: 1, rule: {rule}}}," for name, rule in RULES.items()
        ]
        lines.append("    ]}")
    return parse_criteria("\n".join(lines) + "\n", registry=cchc_index.Registry.builtin())


def _values() -> dict[str, dict[str, npt.NDArray[np.int64]]]:
    random = np.random.default_rng(7)
    most = {
        "answer": 3,
        "one.yes_no": 2,
        "two.rate": 10_001,
        "plain.rate": 10_001,
        "hill.rate": 10_001,
        "value": 12_001,
    }
    return {
        f"{area}.{name}": {
            field: random.integers(101 if _places(field) else 0, most.get(field, 40), UNITS)  # none is asked about
            for field in FIELDS[name]
        }
        for area in range(ROUNDS)
        for name in RULES
    }


def _places(field: str) -> int:
    return 2 if field.endswith("rate") or field == "value" else 0


def _by_hand(values: dict[str, dict[str, Floats]], groups: npt.NDArray[np.int64]) -> Floats:
    """The same points in float64, rounded at each leaf, summed, and as an index."""
    total = np.zeros(UNITS)
    for code, found in values.items():
        name = code.partition(".")[2]
        total += np.floor(_leaf(name, found, groups) * 100 + 0.5) / 100
    return np.floor(100 * total / (ROUNDS * len(RULES)) * 100 + 0.5) / 100


def _leaf(name: str, found: dict[str, Floats], groups: npt.NDArray[np.int64]) -> Floats:
    made: Floats
    if name == "per_case":
        made = np.minimum(found["count"] * 0.1, 1)
    elif name == "deduct":
        made = np.maximum(1 - found["count"] * 0.1, 0)
    elif name in ("survey", "mean"):
        weights = {"survey": (1.0, 0.6, 0.2, 0.0), "mean": (1.0, 0.5, 0.0)}[name]
        counted = sum(found.values())
        over = sum(weight * column for weight, column in zip(weights, found.values(), strict=True))
        made = np.where(counted > 0, over / np.maximum(counted, 1), 0)
    elif name in ("best", "range"):
        value = found["value"]
        low, high = np.empty(UNITS), np.empty(UNITS)
        for group in range(4):
            rows = groups == group
            low[rows], high[rows] = value[rows].min(), value[rows].max()
        made = value / high if name == "best" else 0.1 + 0.9 * (value - low) / (high - low)
    elif name == "best_of":
        made = np.maximum(found["one.yes_no"], found["two.rate"] / 100)
    elif name == "plus":
        made = np.clip(0.2 + 0.8 * (found["value"] - 50) / 50, 0.2, 1)
    elif name == "steps":
        made = np.minimum(0.2 + 0.1 * np.floor(np.maximum(found["value"] - 50, 0) / 10), 1)
    elif name == "ramp":
        made = np.clip((found["value"] - 100) / (20 - 100), 0, 1)
    elif name == "answer":
        made = np.array([1, 0.5, 0])[found["answer"].astype(np.intp)]
    elif name == "asked":
        share = np.where(groups == 1, 0.75, 1)
        made = np.clip(0.2 + 0.8 * (found["value"] - 50 * share) / (50 * share), 0.2, 1)
    else:
        made = np.where(groups == 1, np.minimum(found["hill.rate"] / 75, 1), found["plain.rate"] / 100)
    return made


@attrs.frozen
class _PerUnit(ScoringRule):
    """A proportion, one unit at a time."""

    reads = ((Field("rate"),),)

    @per_unit
    def score(self, case: Case) -> Fraction:
        """The author's own function."""
        return Fraction(case.decimal("rate")) / 100

    def reason(self, case: Case, /) -> str:
        """None is asked for."""
        return ""


def _adapter() -> float:
    """Microseconds a cell that lifting costs above the author's own function."""
    units = Register(tuple(Unit(f"u{number}", "U") for number in range(10_000)))
    field = FieldColumn(Integers.of(np.arange(10_000)), 2)
    rule = _PerUnit()
    column = Column(10_000, Decimal(100), 2, "half_up", rule.reads, {"rate": field}, units)
    cases = list(column.cases())
    lifted = best_of(lambda: rule.score(column))
    function = _PerUnit.score.__wrapped__  # type: ignore[attr-defined]
    alone = best_of(lambda: [function(rule, case) for case in cases])
    return 1e6 * (lifted - alone) / 10_000


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    criteria, values = _criteria(), _values()
    groups = np.arange(UNITS) % 4
    units = Register(
        tuple(
            Unit(f"u{number}", "U", f"g{group}", attributes={"terrain": "hill" if group == 1 else "plain"})
            for number, group in enumerate(groups.tolist())
        )
    )
    given = {"plain.rate": groups != 1, "hill.rate": groups == 1}
    columns = {
        code: {
            field: FieldColumn(Integers.of(column), _places(field), given.get(field), TEXTS.get(field))
            for field, column in found.items()
        }
        for code, found in values.items()
    }
    assessment = Assessment.from_columns(criteria, units, columns)
    floats = {
        code: {field: column / 10 ** _places(field) for field, column in found.items()}
        for code, found in values.items()
    }
    exact = best_of(lambda: cchc_index.score(criteria, assessment), runs=3)
    by_hand = best_of(lambda: _by_hand(floats, groups), runs=3)
    result = cchc_index.score(criteria, assessment)
    wrong = int(np.count_nonzero(np.rint(_by_hand(floats, groups) * 100).astype(np.int64) != result.outcome.index))
    return [
        (f"score(), {UNITS:,} units x {len(criteria.leaves)} leaves of all families, CPU s", f"{exact:.3f}", ""),
        ("the same by hand in float64, CPU s", f"{by_hand:.3f}", ""),
        ("ratio", f"{exact / by_hand:.2f}", "at most 2.5"),
        ("float64: units with a wrong index", f"{wrong}", ""),
        ("per_unit, above the author's own function, microseconds a cell", f"{_adapter():.2f}", "at most 5"),
    ]
