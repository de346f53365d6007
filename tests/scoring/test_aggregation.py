"""What is missing, and what does not apply, on the way up the tree."""

from __future__ import annotations

from decimal import Decimal

import cchc_index
from cchc_index.reading.yaml.criteria_file import parse_criteria
from tests.scoring.two_leaves import BANDS, HEAD, LEAVES, result_of


def test_what_is_missing_is_not_ranked_and_not_classified() -> None:
    """Points of what is known, the full maximum, and nothing else."""
    card = result_of("missing: incomplete\n" + BANDS % "", {"u": ("50", ""), "v": ("40", "40")})["u"]

    assert (card.points, card.max_points, card.complete) == (Decimal("50.000"), Decimal("100.000"), False)
    assert (card.index, card.rank, card.band) == (None, None, None)
    assert card.node("2").status == "missing"
    assert card.result["v"].rank == 1


def test_nothing_applicable_is_no_index_and_not_zero() -> None:
    """A unit to which no node applies has neither points nor an index."""
    leaves = LEAVES.replace("max_points: 60,", "max_points: 60, not_applicable: allowed,")
    criteria = parse_criteria(HEAD + leaves, registry=cchc_index.Registry.builtin())
    rows = [{"unit": "u", "1": "na", "2": "na"}, {"unit": "v", "1": "0", "2": "na"}]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    nothing, zero = result["u"], result["v"]
    assert (nothing.points, nothing.max_points, nothing.index, nothing.rank) == (None, None, None, None)
    assert (zero.points, zero.max_points, zero.index, zero.rank) == (
        Decimal("0.000"),
        Decimal("60.000"),
        Decimal("0.0"),
        1,
    )
