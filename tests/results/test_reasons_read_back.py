"""Every reason can be worked out by hand, and what comes out are the points."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.problems.problem import Language
from tests.differential.trees import Tree
from tests.results.reading_back import Reader, Unread

RULES = (
    "points", "yes_no", "steps", "proportion", "convert", "per_case", "deduct", "survey", "mean_of_cases", "between",
    "relative_to_best", "min_max", "best_of", "choose", "base_plus", "base_steps", "choice",
)  # fmt: skip
COMBINED = ("minimum", "best", "drop_lowest", "geometric", "harmonic")


def _explained(seed: int, language: Language) -> tuple[cchc_index.CriteriaSet, list[cchc_index.ScorecardNode]]:
    tree = Tree(seed)
    criteria = parse_criteria(tree.text, registry=cchc_index.Registry.builtin())
    result = cchc_index.score(
        criteria, cchc_index.read_assessment(tree.rows, criteria, tree.register, stage=tree.stage)
    )
    nodes = [node for card in result for node in card.explain(language=language).nodes]
    return criteria, [node for node in nodes if node.status in ("scored", "given")]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_reason_comes_to_the_points(language: Language) -> None:
    """Of every rule, every way to combine parts, scaled parts, bonus and penalty, in random sets of all of them."""
    read: Counter[str] = Counter()
    for seed in range(48):
        criteria, nodes = _explained(seed, language)
        reader = Reader(language, criteria.rounding.points, criteria.rounding.mode)
        for node in nodes:
            criterion = criteria.node(node.code).criterion
            if criterion.requires and node.points == 0:
                continue  # the reason of a requirement names no figure of the node
            try:
                found = reader.points(node.reason, Fraction(criterion.max_points))
            except Unread as error:
                pytest.fail(f"seed {seed}, {node.code}: {node.reason}\n{error}")
            assert found == Fraction(node.points or 0), (seed, node.code, node.reason, node.points)
            if criterion.rule:
                read[criterion.rule.name] += 1
            read[criterion.combine.name if criterion.combine else "sum"] += 1

    assert {name: read[name] for name in (*RULES, *COMBINED) if read[name] < 10} == {}


@pytest.mark.parametrize(
    "reason",
    [
        "value 3, the best in the group 4: 5 x 3 / 4; 3.75 rounded to 3.7",
        "2 + 1.5 = 3.6",
        "1 / 3 = 33 %, from 30: 2; 2 + 1 (Bonus) = 4",
        "4.2; scaled: 4 x 3 / 2",
        "value 3: max_points x value / best",
        "9 cases: 9 x 0.5 = 4, at most 2",
    ],
)
def test_a_false_reason_is_noticed(reason: str) -> None:
    """A figure that does not follow, or a formula that cannot be worked out."""
    with pytest.raises(Unread):
        Reader("en", 1, "half_up").points(reason, Fraction(5))
